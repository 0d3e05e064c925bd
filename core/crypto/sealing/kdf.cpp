#include "core/crypto/sealing/kdf.h"

#include <cassert>

#include <sodium.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

namespace meridian::sealing {

static_assert(saltBytes == crypto_pwhash_SALTBYTES);

KdfParameters newKdfParameters(KdfCost cost, RandomSource& random) {
  KdfParameters parameters{cost, {}};
  random.fill(parameters.salt);
  return parameters;
}

Result<SecretBytes> normalisePassphrase(std::string_view passphrase) {
  if (passphrase.empty()) return fail(ErrorCode::InvalidArgument, "an empty passphrase");
  if (!isUtf8(asBytes(passphrase))) return fail(ErrorCode::InvalidArgument, "a passphrase is not UTF-8");
  const auto tooLong = [] { return fail(ErrorCode::InvalidArgument, "a passphrase is too long"); };
  // NFC grows UTF-8 threefold at most (Unicode, UAX 15), and shrinks it by less than that.
  if (passphrase.size() > passphraseBytesMax * 3) return tooLong();

  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return fail(ErrorCode::Internal, "no Unicode data");
  SecretBytes buffer(passphraseBytesMax);
  icu::CheckedArrayByteSink sink(reinterpret_cast<char*>(buffer.data()),
                                 static_cast<std::int32_t>(buffer.size()));
  nfc->normalizeUTF8(0, icu::StringPiece(passphrase.data(), static_cast<std::int32_t>(passphrase.size())),
                     sink, nullptr, status);
  if (U_FAILURE(status)) return fail(ErrorCode::Internal, "a passphrase cannot be normalised");
  if (sink.Overflowed()) return tooLong();
  return SecretBytes::copyOf(buffer.view().first(static_cast<std::size_t>(sink.NumberOfBytesWritten())));
}

Result<SecretBytes> passphraseKey(const SecretBytes& normalised, const KdfParameters& parameters) {
  if (!isAcceptable(parameters.cost)) {
    return fail(ErrorCode::InvalidArgument, "cost of Argon2id out of bounds");
  }
  SecretBytes key(keyBytes);
  if (crypto_pwhash(key.data(), key.size(), reinterpret_cast<const char*>(normalised.data()),
                    normalised.size(), parameters.salt.data(), parameters.cost.ops,
                    std::size_t{parameters.cost.memKib} * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return fail(ErrorCode::Internal, "not enough memory for Argon2id");
  }
  return key;
}

SecretBytes derive(ByteView key, std::string_view domain, ByteView info) {
  assert(key.size() >= crypto_generichash_KEYBYTES_MIN && key.size() <= crypto_generichash_KEYBYTES_MAX);
  assert(!domain.empty() && domain.size() <= 255);
  const std::uint8_t length = static_cast<std::uint8_t>(domain.size());
  SecretBytes derived(keyBytes);
  crypto_generichash_state state;
  crypto_generichash_init(&state, key.data(), key.size(), derived.size());
  crypto_generichash_update(&state, &length, 1);
  crypto_generichash_update(&state, asBytes(domain).data(), domain.size());
  if (!info.empty()) crypto_generichash_update(&state, info.data(), info.size());
  crypto_generichash_final(&state, derived.data(), derived.size());
  sodium_memzero(&state, sizeof state);
  return derived;
}

} // namespace meridian::sealing
