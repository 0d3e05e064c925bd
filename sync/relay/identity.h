// The relay's long-lived identity, in a file apart from its store, so that a wiped store keeps it: an
// Ed25519 key that signs receipts and hello, and a TLS key with a certificate of its own making.
#pragma once

#include <filesystem>
#include <string>

#include "core/crypto/signing/key_pair.h"
#include "sync/protocol/relay_address.h"

namespace meridian::relay {

struct Identity {
  signing::SigningKey key;
  std::string tlsKeyPem;         // PKCS #8, unencrypted
  std::string tlsCertificatePem; // self-made, of that key
  protocol::TlsPin pin;          // SHA-256 of its SubjectPublicKeyInfo

  // Reads the file, or makes it with mode 0600 if it is missing. KeyFileReadable if others can read it.
  [[nodiscard]] static Result<Identity> open(const std::filesystem::path& file, RandomSource& random);
};

} // namespace meridian::relay
