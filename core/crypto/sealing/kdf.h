// Keys from passphrases (Argon2id, RFC 9106) and keys from keys (keyed BLAKE2b).
#pragma once

#include <array>
#include <string_view>

#include "core/crypto/sealing/aead.h"

namespace meridian::sealing {

inline constexpr std::size_t saltBytes = 16;
inline constexpr std::size_t passphraseBytesMax = 1024; // normalised

// Work and memory of one derivation; the values of libsodium's presets of the same names.
struct KdfCost {
  std::uint32_t ops = 0;
  std::uint32_t memKib = 0;
  bool operator==(const KdfCost&) const = default;
};
inline constexpr KdfCost interactiveCost{2, 64 * 1024};
inline constexpr KdfCost moderateCost{3, 256 * 1024};
// What a file may ask of us: more would let a hostile file stop the machine, less is no protection.
inline constexpr KdfCost kdfCostMin{1, 8 * 1024};
inline constexpr KdfCost kdfCostMax{16, 1024 * 1024};

[[nodiscard]] constexpr bool isAcceptable(const KdfCost& cost) {
  return cost.ops >= kdfCostMin.ops && cost.ops <= kdfCostMax.ops && cost.memKib >= kdfCostMin.memKib &&
         cost.memKib <= kdfCostMax.memKib;
}

// Stored beside what the key seals.
struct KdfParameters {
  KdfCost cost;
  std::array<std::uint8_t, saltBytes> salt{};
  bool operator==(const KdfParameters&) const = default;
};

[[nodiscard]] KdfParameters newKdfParameters(KdfCost cost, RandomSource& random);

// Unicode NFC, so that one phrase typed on two systems is one key. InvalidArgument: empty, not UTF-8, or
// longer than passphraseBytesMax. The result lies in guarded memory; ICU's own working buffers are only
// freed, not wiped, and may keep a few recomposed letters for a while.
[[nodiscard]] Result<SecretBytes> normalisePassphrase(std::string_view passphrase);

// Argon2id with one lane, giving keyBytes. REQUIRES: a result of normalisePassphrase().
// InvalidArgument if the cost is not acceptable, Internal if the memory cannot be had. Takes 0.1 s
// (interactive) to 0.5 s (moderate): never on a thread that draws.
[[nodiscard]] Result<SecretBytes> passphraseKey(const SecretBytes& normalised,
                                                const KdfParameters& parameters);

// BLAKE2b-256(key, message: length u8 · domain · info). REQUIRES: a key of 16 to 64 bytes.
[[nodiscard]] SecretBytes derive(ByteView key, std::string_view domain, ByteView info = {});

} // namespace meridian::sealing
