#include "core/crypto/signing/secret_bytes.h"

#include <new>
#include <utility>

#include <sodium.h>

#include "core/crypto/signing/system_random.h"

namespace meridian::signing {

SecretBytes::SecretBytes(std::size_t size) : m_size(size) {
  if (size == 0) return;
  initialise();
  m_data = static_cast<std::uint8_t*>(sodium_malloc(size));
  if (m_data == nullptr) throw std::bad_alloc();
  sodium_memzero(m_data, size);
}

SecretBytes::~SecretBytes() { clear(); }

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
  if (this != &other) {
    clear();
    m_data = std::exchange(other.m_data, nullptr);
    m_size = std::exchange(other.m_size, 0);
  }
  return *this;
}

SecretBytes SecretBytes::copyOf(ByteView bytes) {
  SecretBytes copy(bytes.size());
  std::copy(bytes.begin(), bytes.end(), copy.m_data);
  return copy;
}

SecretBytes SecretBytes::random(std::size_t size, RandomSource& random) {
  SecretBytes bytes(size);
  random.fill(bytes.writable());
  return bytes;
}

bool SecretBytes::operator==(const SecretBytes& other) const {
  if (m_size != other.m_size) return false;
  return m_size == 0 || sodium_memcmp(m_data, other.m_data, m_size) == 0;
}

void SecretBytes::clear() {
  sodium_free(m_data); // wipes, and takes nullptr
  m_data = nullptr;
  m_size = 0;
}

void wipe(std::span<std::uint8_t> bytes) {
  if (!bytes.empty()) sodium_memzero(bytes.data(), bytes.size());
}

} // namespace meridian::signing
