// What happened, in order: hashed, so that two runs of one seed can be compared, and printed if asked for.
#pragma once

#include <string>

#include "core/base/bytes.h"
#include "core/base/time.h"

namespace meridian::sim {

class Trace {
 public:
  explicit Trace(bool prints) : m_prints(prints) {}
  void add(Instant at, const std::string& line);
  // Only hashed.
  void add(Instant at, ByteView bytes);
  [[nodiscard]] std::uint64_t hash() const { return m_hash; }
  [[nodiscard]] bool prints() const { return m_prints; }

 private:
  void mix(const void* data, std::size_t size);

  bool m_prints;
  std::uint64_t m_hash = 0xCBF29CE484222325u; // FNV-1a
};

} // namespace meridian::sim
