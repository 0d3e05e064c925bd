#include "core/crypto/signing/hash.h"

#include <cassert>

#include <sodium.h>

namespace meridian::signing {

namespace {

crypto_generichash_state* stateOf(std::array<std::uint8_t, 384>& bytes) {
  static_assert(sizeof(crypto_generichash_state) == sizeof bytes);
  static_assert(alignof(crypto_generichash_state) <= 64);
  return reinterpret_cast<crypto_generichash_state*>(bytes.data());
}

} // namespace

// BLAKE2b itself needs no start-up; without one libsodium takes its portable code, which gives the same.
Hasher::Hasher() { crypto_generichash_init(stateOf(m_state), nullptr, 0, Digest{}.size()); }

Hasher::Hasher(std::string_view domain) : Hasher() {
  assert(!domain.empty() && domain.size() <= 255);
  const std::uint8_t length = static_cast<std::uint8_t>(domain.size());
  update({&length, 1});
  update(asBytes(domain));
}

Hasher::~Hasher() { sodium_memzero(m_state.data(), m_state.size()); }

void Hasher::update(ByteView bytes) {
  assert(!m_spent);
  if (!bytes.empty()) crypto_generichash_update(stateOf(m_state), bytes.data(), bytes.size());
}

Digest Hasher::finish() {
  assert(!m_spent);
  m_spent = true;
  Digest digest;
  crypto_generichash_final(stateOf(m_state), digest.data(), digest.size());
  return digest;
}

} // namespace meridian::signing
