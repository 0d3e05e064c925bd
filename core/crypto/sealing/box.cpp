#include "core/crypto/sealing/box.h"

#include <cassert>

#include <sodium.h>

#include "core/crypto/signing/system_random.h"

namespace meridian::sealing {

static_assert(boxSeedBytes == crypto_box_SEEDBYTES);
static_assert(boxOverheadBytes == crypto_box_SEALBYTES);
static_assert(BoxPublicKey{}.size() == crypto_box_PUBLICKEYBYTES);

BoxKey BoxKey::generate(RandomSource& random) {
  return fromSeed(SecretBytes::random(boxSeedBytes, random).view());
}

BoxKey BoxKey::fromSeed(ByteView seed) {
  assert(seed.size() == boxSeedBytes);
  BoxKey key;
  std::copy(seed.begin(), seed.end(), key.m_secret.data());
  crypto_box_seed_keypair(key.m_public.data(), key.m_secret.data() + boxSeedBytes, seed.data());
  return key;
}

Result<SecretBytes> BoxKey::open(ByteView sealed) const {
  if (sealed.size() < boxOverheadBytes) return fail(ErrorCode::Damaged, "too short to be a sealed box");
  SecretBytes message(sealed.size() - boxOverheadBytes);
  // An empty message has no memory of its own, and the library wants a place to write to.
  std::uint8_t nowhere = 0;
  std::uint8_t* out = message.empty() ? &nowhere : message.data();
  if (crypto_box_seal_open(out, sealed.data(), sealed.size(), m_public.data(),
                           m_secret.data() + boxSeedBytes) != 0) {
    return fail(ErrorCode::WrongKey, "a sealed box does not open");
  }
  return message;
}

Result<Bytes> sealTo(const BoxPublicKey& recipient, ByteView message, RandomSource& random) {
  const SecretBytes seed = SecretBytes::random(boxSeedBytes, random);
  SecretBytes ephemeralSecret(crypto_box_SECRETKEYBYTES);
  Bytes sealed(message.size() + boxOverheadBytes);
  crypto_box_seed_keypair(sealed.data(), ephemeralSecret.data(), seed.data());

  std::array<std::uint8_t, crypto_box_NONCEBYTES> nonce;
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, nonce.size());
  crypto_generichash_update(&state, sealed.data(), crypto_box_PUBLICKEYBYTES);
  crypto_generichash_update(&state, recipient.data(), recipient.size());
  crypto_generichash_final(&state, nonce.data(), nonce.size());

  if (crypto_box_easy(sealed.data() + crypto_box_PUBLICKEYBYTES, message.data(), message.size(), nonce.data(),
                      recipient.data(), ephemeralSecret.data()) != 0) {
    return fail(ErrorCode::InvalidArgument, "nothing can be sealed to this public key");
  }
  return sealed;
}

Result<Bytes> sealTo(const BoxPublicKey& recipient, ByteView message) {
  signing::SystemRandom random;
  return sealTo(recipient, message, random);
}

} // namespace meridian::sealing
