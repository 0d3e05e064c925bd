#include "core/crypto/sealing/aead.h"

#include <cassert>

#include <sodium.h>

namespace meridian::sealing {

static_assert(keyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(nonceBytes == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(tagBytes == crypto_aead_xchacha20poly1305_ietf_ABYTES);

namespace {

// REQUIRES: out.size() + tagBytes == sealed.size()
bool openInto(std::span<std::uint8_t> out, const SecretBytes& key, ByteView nonce, ByteView sealed,
              ByteView additionalData) {
  assert(key.size() == keyBytes && nonce.size() == nonceBytes);
  return crypto_aead_xchacha20poly1305_ietf_decrypt(out.data(), nullptr, nullptr, sealed.data(),
                                                    sealed.size(), additionalData.data(),
                                                    additionalData.size(), nonce.data(), key.data()) == 0;
}

} // namespace

Bytes seal(const SecretBytes& key, ByteView nonce, ByteView plaintext, ByteView additionalData) {
  assert(key.size() == keyBytes && nonce.size() == nonceBytes);
  Bytes sealed(plaintext.size() + tagBytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr, plaintext.data(), plaintext.size(),
                                             additionalData.data(), additionalData.size(), nullptr,
                                             nonce.data(), key.data());
  return sealed;
}

Result<Bytes> open(const SecretBytes& key, ByteView nonce, ByteView sealed, ByteView additionalData) {
  if (sealed.size() < tagBytes) return fail(ErrorCode::Damaged, "too short to be sealed");
  Bytes plaintext(sealed.size() - tagBytes);
  if (!openInto(plaintext, key, nonce, sealed, additionalData)) {
    return fail(ErrorCode::Damaged, "does not open");
  }
  return plaintext;
}

Result<SecretBytes> openSecret(const SecretBytes& key, ByteView nonce, ByteView sealed,
                               ByteView additionalData) {
  if (sealed.size() < tagBytes) return fail(ErrorCode::Damaged, "too short to be sealed");
  SecretBytes plaintext(sealed.size() - tagBytes);
  if (!openInto(plaintext.writable(), key, nonce, sealed, additionalData)) {
    return fail(ErrorCode::Damaged, "does not open");
  }
  return plaintext;
}

} // namespace meridian::sealing
