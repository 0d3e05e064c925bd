#include "app/session/invitation_file.h"

#include "core/crypto/signing/hash.h"
#include "tests/fuzz/file_of.h"
#include "tests/fuzz/fuzz.h"

using namespace meridian;

FUZZ_TARGET(invitation_file) {
  ByteWriter whole;
  whole.raw(bytes);
  const auto checksum = signing::hashAs<ContentHash>(signing::domains::bundle, {bytes});
  whole.u8(255);
  whole.u32(32);
  whole.raw(checksum.view());
  for (const auto& file : {fuzz::copyOf(bytes), whole.bytes()}) {
    const auto path = fuzz::fileOf(file);
    const auto found = app::readInvitationFile(path);
    if (found) HOLDS(app::isBundleFile(path) && !replica::toCode(*found).empty());
  }
}
