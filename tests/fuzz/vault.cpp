#include "core/crypto/sealing/vault.h"

#include <algorithm>

#include "tests/fuzz/file_of.h"
#include "tests/fuzz/fuzz.h"

using namespace meridian;

FUZZ_TARGET(vault) {
  const auto vault = sealing::Vault::parse(bytes);
  if (vault) {
    HOLDS(std::ranges::equal(vault->encode(), bytes));
    HOLDS(!vault->openWithKey(sealing::SlotKind::KeyFile, SecretBytes::copyOf(Bytes(sealing::keyBytes, 1))));
  }
  const auto file = fuzz::fileOf(bytes);
  std::filesystem::permissions(file,
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  if (const auto key = sealing::readKeyFile(file)) HOLDS(key->size() == sealing::keyBytes);
}
