// X25519 sealed boxes: anybody seals to a public key, its owner alone opens.
#pragma once

#include <array>

#include "core/crypto/signing/secret_bytes.h"

namespace meridian::sealing {

using BoxPublicKey = std::array<std::uint8_t, 32>;
inline constexpr std::size_t boxSeedBytes = 32;
inline constexpr std::size_t boxOverheadBytes = 48;

// Move-only; the secret half lives in guarded memory and is wiped. Opening is thread-safe.
class BoxKey {
 public:
  [[nodiscard]] static BoxKey generate(RandomSource& random);
  // The secret key is the first half of the seed's SHA-512, as crypto_box_seed_keypair makes it.
  // REQUIRES: seed.size() == boxSeedBytes
  [[nodiscard]] static BoxKey fromSeed(ByteView seed);

  [[nodiscard]] const BoxPublicKey& publicKey() const { return m_public; }
  // The 32 bytes that make this key again: to be stored sealed, and nowhere else.
  [[nodiscard]] ByteView seed() const { return m_secret.view().first(boxSeedBytes); }
  // WrongKey if it was sealed to another key or altered, which cannot be told apart; Damaged if it is too
  // short to be a sealed box.
  [[nodiscard]] Result<SecretBytes> open(ByteView sealed) const;

 private:
  BoxKey() : m_secret(64) {}

  SecretBytes m_secret; // seed · secret key
  BoxPublicKey m_public{};
};

// The form of crypto_box_seal: ephemeral public key 32 · XSalsa20-Poly1305 box, under the nonce
// BLAKE2b-192(ephemeral public key ‖ recipient). InvalidArgument if the recipient is a key of small order,
// to which nothing can be sealed. The ephemeral key comes from `random`, so that a seed replays it.
[[nodiscard]] Result<Bytes> sealTo(const BoxPublicKey& recipient, ByteView message, RandomSource& random);
// The same with the system's random numbers.
[[nodiscard]] Result<Bytes> sealTo(const BoxPublicKey& recipient, ByteView message);

} // namespace meridian::sealing
