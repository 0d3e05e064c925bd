// XChaCha20-Poly1305 (the IETF construction of libsodium): nonces are long enough to be random.
#pragma once

#include "core/crypto/signing/secret_bytes.h"

namespace meridian::sealing {

inline constexpr std::size_t keyBytes = 32;
inline constexpr std::size_t nonceBytes = 24;
inline constexpr std::size_t tagBytes = 16; // what sealing adds

// ciphertext · tag 16.  REQUIRES: a key of keyBytes and a nonce of nonceBytes, never used twice together.
[[nodiscard]] Bytes seal(const SecretBytes& key, ByteView nonce, ByteView plaintext, ByteView additionalData);

// Damaged if these are not the bytes that were sealed, under this key, this nonce and this additional data:
// which of them differs cannot be told. A caller who knows that only the key is in question reports
// WrongKey instead. Nothing of the plaintext is returned before all of it is authenticated.
[[nodiscard]] Result<Bytes> open(const SecretBytes& key, ByteView nonce, ByteView sealed,
                                 ByteView additionalData);
// The same for plaintext that is itself a secret.
[[nodiscard]] Result<SecretBytes> openSecret(const SecretBytes& key, ByteView nonce, ByteView sealed,
                                             ByteView additionalData);

} // namespace meridian::sealing
