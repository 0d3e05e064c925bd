#include "tests/simulation/trace.h"

#include <cstdio>

namespace meridian::sim {

void Trace::add(Instant at, const std::string& line) {
  add(at, asBytes(line));
  if (m_prints) std::fprintf(stderr, "%s %s\n", toIso(at).c_str(), line.c_str());
}

void Trace::add(Instant at, ByteView bytes) {
  const std::int64_t millis = toMillis(at);
  mix(&millis, sizeof millis);
  mix(bytes.data(), bytes.size());
}

void Trace::mix(const void* data, std::size_t size) {
  const auto* bytes = static_cast<const unsigned char*>(data);
  for (std::size_t i = 0; i < size; ++i)
    m_hash = (m_hash ^ bytes[i]) * 0x100000001B3u;
}

} // namespace meridian::sim
