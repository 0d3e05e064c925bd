// Keys of spaces: 256 random bits per epoch, named by their hash (DESIGN §6).
#pragma once

#include <span>

#include "core/crypto/sealing/aead.h"

namespace meridian::sealing {

[[nodiscard]] SecretBytes newSpaceKey(RandomSource& random);

// BLAKE2b-256, domain "meridian/1/key-id", over the key. Commits to the key, which the AEAD alone does not.
[[nodiscard]] KeyId keyId(const SecretBytes& key);

// The key that members write under while several epochs are the newest ones: nobody can have it who lacks
// one of the parts. With K1 … Kn in ascending order of their ids:
//   BLAKE2b-256(key: K1, message: length u8 · "meridian/1/key-combine" · n u32 · K1 … Kn)
// Any order in gives the same out. REQUIRES: at least one key, each of keyBytes, none twice.
[[nodiscard]] SecretBytes combine(std::span<const SecretBytes* const> keys);

} // namespace meridian::sealing
