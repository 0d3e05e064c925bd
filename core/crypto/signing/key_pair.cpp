#include "core/crypto/signing/key_pair.h"

#include <cassert>

#include <sodium.h>

#include "core/crypto/signing/system_random.h"

namespace meridian::signing {

namespace {

Bytes withDomain(std::string_view domain, ByteView message) {
  assert(!domain.empty() && domain.size() <= 255);
  ByteWriter out;
  out.u8(static_cast<std::uint8_t>(domain.size()));
  out.raw(asBytes(domain));
  out.raw(message);
  return out.take();
}

} // namespace

SigningKey SigningKey::generate(RandomSource& random) {
  return fromSeed(SecretBytes::random(seedBytes, random).view());
}

SigningKey SigningKey::fromSeed(ByteView seed) {
  static_assert(seedBytes == crypto_sign_SEEDBYTES);
  assert(seed.size() == seedBytes);
  SigningKey key;
  crypto_sign_seed_keypair(key.m_public.data(), key.m_secret.data(), seed.data());
  return key;
}

Signature SigningKey::sign(std::string_view domain, ByteView message) const {
  const Bytes signedBytes = withDomain(domain, message);
  Signature signature;
  crypto_sign_detached(signature.data(), nullptr, signedBytes.data(), signedBytes.size(), m_secret.data());
  return signature;
}

bool verify(const PublicKey& publicKey, std::string_view domain, ByteView message,
            const Signature& signature) {
  initialise();
  const Bytes signedBytes = withDomain(domain, message);
  return crypto_sign_verify_detached(signature.data(), signedBytes.data(), signedBytes.size(),
                                     publicKey.data()) == 0;
}

} // namespace meridian::signing
