#include "sync/relay/identity.h"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <memory>
#include <sys/stat.h>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <openssl/x509.h>

#include "core/base/file.h"

namespace meridian::relay {
namespace {

constexpr std::string_view magic = "meridian-relay-identity 1\n";

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free_all>>;

std::string textOf(BIO* memory) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(memory, &data);
  return {data, static_cast<std::size_t>(size)};
}

// P-256: every TLS 1.3 peer has it.
Result<std::pair<std::string, std::string>> makeTls(RandomSource& random) {
  const auto failed = [] { return fail(ErrorCode::Internal, "the relay's certificate could not be made"); };
  const Key key(EVP_EC_gen("P-256"));
  const Certificate certificate(X509_new());
  if (!key || !certificate) return failed();
  std::uint8_t serial[8];
  random.fill(serial);
  std::uint64_t number = 1;
  for (const auto byte : serial)
    number = (number << 7 | (byte & 0x7Fu)) & 0x7FFFFFFFFFFFFFFFu;
  ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), number | 1);
  X509_set_version(certificate.get(), 2);
  // The pin is what counts; the dates are wide so that a wrong clock cannot lock anybody out.
  ASN1_TIME_set_string(X509_getm_notBefore(certificate.get()), "20200101000000Z");
  ASN1_TIME_set_string(X509_getm_notAfter(certificate.get()), "20991231235959Z");
  X509_NAME* name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>("meridian-relay"), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  X509_set_pubkey(certificate.get(), key.get());
  if (X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0) return failed();
  const Memory keyPem(BIO_new(BIO_s_mem())), certificatePem(BIO_new(BIO_s_mem()));
  if (PEM_write_bio_PrivateKey(keyPem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1 ||
      PEM_write_bio_X509(certificatePem.get(), certificate.get()) != 1)
    return failed();
  return std::pair(textOf(keyPem.get()), textOf(certificatePem.get()));
}

Result<protocol::TlsPin> pinOf(const std::string& certificatePem) {
  const Memory memory(BIO_new_mem_buf(certificatePem.data(), static_cast<int>(certificatePem.size())));
  const Certificate certificate(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr));
  if (!certificate) return fail(ErrorCode::Damaged, "the relay's certificate cannot be read");
  unsigned char* der = nullptr;
  const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &der);
  if (size <= 0) return fail(ErrorCode::Damaged, "the relay's certificate has no key");
  protocol::TlsPin pin;
  SHA256(der, static_cast<std::size_t>(size), pin.bytes.data());
  OPENSSL_free(der);
  return pin;
}

Result<std::string> readPrivate(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0)
    return fail(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io, "identity file");
  if ((status.st_mode & (S_IRGRP | S_IROTH | S_IWGRP | S_IWOTH)) != 0)
    return fail(ErrorCode::KeyFileReadable, "others can read the identity file");
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.good() && !in.eof()) return fail(ErrorCode::Io, "identity file");
  return text;
}

} // namespace

Result<Identity> Identity::open(const std::filesystem::path& file, RandomSource& random) {
  auto text = readPrivate(file);
  if (text) // its name may not be durable yet
    if (auto named = syncFolderOf(file); !named) return std::unexpected(named.error());
  if (!text && text.error().code == ErrorCode::NotFound) {
    auto tls = makeTls(random);
    if (!tls) return std::unexpected(tls.error());
    const auto key = signing::SigningKey::generate(random);
    const auto made = std::string(magic) + toHex(key.seed()) + "\n" + tls->first + tls->second;
    if (auto written = writeFileDurably(file, asBytes(made), IfExists::Refuse); !written)
      return std::unexpected(written.error());
    text = made;
  }
  if (!text) return std::unexpected(text.error());
  const auto certificateAt = text->find("-----BEGIN CERTIFICATE-----");
  const auto keyAt = magic.size() + 2 * signing::seedBytes + 1;
  if (!text->starts_with(magic) || certificateAt == std::string::npos || certificateAt < keyAt)
    return fail(ErrorCode::Damaged, "the identity file is not one");
  auto seed = fromHex(std::string_view(*text).substr(magic.size(), 2 * signing::seedBytes));
  if (!seed) return fail(ErrorCode::Damaged, "the identity file's key cannot be read");
  const auto certificate = text->substr(certificateAt);
  auto pin = pinOf(certificate);
  if (!pin) return std::unexpected(pin.error());
  return Identity{signing::SigningKey::fromSeed(*seed), text->substr(keyAt, certificateAt - keyAt),
                  certificate, *pin};
}

} // namespace meridian::relay
