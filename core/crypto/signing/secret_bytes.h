// Bytes that must not be copied by accident, swapped out or left behind.
#pragma once

#include <span>

#include "core/base/random.h"

namespace meridian::signing {

// Move-only, in guarded and locked memory (sodium_malloc), wiped on destruction. Costs some pages, so it
// is for keys and passphrases, not for contents. Throws std::bad_alloc when there is no memory.
class SecretBytes {
 public:
  SecretBytes() = default; // empty
  // `size` zero bytes
  explicit SecretBytes(std::size_t size);
  ~SecretBytes();
  SecretBytes(SecretBytes&& other) noexcept;
  SecretBytes& operator=(SecretBytes&& other) noexcept;
  SecretBytes(const SecretBytes&) = delete;
  SecretBytes& operator=(const SecretBytes&) = delete;

  [[nodiscard]] static SecretBytes copyOf(ByteView bytes);
  [[nodiscard]] static SecretBytes random(std::size_t size, RandomSource& random);
  // A second copy, where one is meant.
  [[nodiscard]] SecretBytes clone() const { return copyOf(view()); }

  [[nodiscard]] std::size_t size() const { return m_size; }
  [[nodiscard]] bool empty() const { return m_size == 0; }
  [[nodiscard]] const std::uint8_t* data() const { return m_data; }
  [[nodiscard]] std::uint8_t* data() { return m_data; }
  [[nodiscard]] ByteView view() const { return {m_data, m_size}; }
  [[nodiscard]] std::span<std::uint8_t> writable() { return {m_data, m_size}; }

  // Takes the same time for all contents of one size; the size itself is no secret.
  [[nodiscard]] bool operator==(const SecretBytes& other) const;
  // Wipes and gives back the memory; empty afterwards.
  void clear();

 private:
  std::uint8_t* m_data = nullptr;
  std::size_t m_size = 0;
};

// Overwrites memory that held a secret, in a way that the compiler keeps.
void wipe(std::span<std::uint8_t> bytes);

} // namespace meridian::signing

namespace meridian {
using signing::SecretBytes;
} // namespace meridian
