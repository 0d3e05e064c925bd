// Where randomness comes from.
#pragma once

#include <span>

#include "core/base/id.h"

namespace meridian {

class RandomSource {
 public:
  virtual ~RandomSource() = default;
  // Cryptographically secure in production. Thread-safe.
  virtual void fill(std::span<std::uint8_t> out) = 0;

  template <class Id>
  [[nodiscard]] Id id() {
    Id result;
    fill(result.bytes);
    return result;
  }
};

} // namespace meridian
