// BLAKE2b-256 with domain separation (FORMAT.md §1).
#pragma once

#include <array>
#include <initializer_list>
#include <string_view>

#include "core/base/id.h"
#include "core/crypto/signing/domains.h"

namespace meridian::signing {

using Digest = std::array<std::uint8_t, 32>;

// What is hashed:  length u8 · domain (ASCII) · every update in order.  Parts are not delimited: what is
// of variable length carries its length. The state is wiped on destruction.
class Hasher {
 public:
  // REQUIRES: 1 to 255 bytes of domain
  explicit Hasher(std::string_view domain);
  ~Hasher();
  Hasher(const Hasher&) = default;
  Hasher& operator=(const Hasher&) = default;

  // Plain BLAKE2b-256 without a domain, as `b2sum -l 256` computes it: for the contents of files alone.
  [[nodiscard]] static Hasher ofFile() { return Hasher(); }

  void update(ByteView bytes);
  // Once; the hasher is spent afterwards.
  [[nodiscard]] Digest finish();

 private:
  Hasher();

  alignas(64) std::array<std::uint8_t, 384> m_state{};
  bool m_spent = false;
};

template <class Id>
[[nodiscard]] Id hashAs(std::string_view domain, std::initializer_list<ByteView> parts) {
  Hasher hasher(domain);
  for (const ByteView part : parts)
    hasher.update(part);
  return Id{hasher.finish()};
}

} // namespace meridian::signing
