// Ed25519 signatures (RFC 8032) with domain separation.
#pragma once

#include <array>
#include <string_view>

#include "core/crypto/signing/domains.h"
#include "core/crypto/signing/secret_bytes.h"

namespace meridian::signing {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;
inline constexpr std::size_t seedBytes = 32;

// Move-only; the secret key lives in guarded memory and is wiped. Signing is thread-safe.
class SigningKey {
 public:
  [[nodiscard]] static SigningKey generate(RandomSource& random);
  // REQUIRES: seed.size() == seedBytes
  [[nodiscard]] static SigningKey fromSeed(ByteView seed);

  [[nodiscard]] const PublicKey& publicKey() const { return m_public; }
  [[nodiscard]] DeviceId id() const { return DeviceId{m_public}; }
  // What is signed:  length u8 · domain (ASCII) · message.  Deterministic.
  [[nodiscard]] Signature sign(std::string_view domain, ByteView message) const;
  // The 32 bytes that make this key again: to be stored sealed, and nowhere else.
  [[nodiscard]] ByteView seed() const { return m_secret.view().first(seedBytes); }

 private:
  SigningKey() : m_secret(64) {}

  SecretBytes m_secret; // seed · public key, as libsodium keeps it
  PublicKey m_public{};
};

// False for anything but a signature by this key over this domain and message; keys of small order and
// second forms of one signature are refused.
[[nodiscard]] bool verify(const PublicKey& publicKey, std::string_view domain, ByteView message,
                          const Signature& signature);

} // namespace meridian::signing
