#include "sync/bundle/bundle.h"

#include "core/crypto/signing/hash.h"
#include "tests/fuzz/file_of.h"
#include "tests/fuzz/fuzz.h"

using namespace meridian;

namespace {

void readAll(ByteView file) {
  auto reader = bundle::Reader::open(fuzz::fileOf(file));
  if (!reader) return;
  for (;;) {
    const auto section = reader->next();
    if (!section || !*section) return;
    if (const auto* run = std::get_if<bundle::Run>(section->get()))
      for (const auto& change : run->changes)
        (void)envelope::Change::parse(change);
  }
}

} // namespace

FUZZ_TARGET(bundle) {
  readAll(bytes);
  // A checksum keeps a fuzzer out, but not an attacker: the same sections before one that holds.
  ByteWriter whole;
  whole.raw(bytes);
  const auto checksum = signing::hashAs<ContentHash>(signing::domains::bundle, {bytes});
  whole.u8(255);
  whole.u32(32);
  whole.raw(checksum.view());
  readAll(whole.bytes());
}
