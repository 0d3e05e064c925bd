// Hybrid logical clock (Kulkarni et al., 2014): breaks ties between writes that causality leaves open.
#pragma once

#include <compare>

#include "core/base/clock.h"

namespace meridian {

// 48 bits of milliseconds since 1970, 16 bits of counter. Never shown to a person and never used by a
// rule: rules and screens use the author's claimed time or a receipt.
struct Hlc {
  std::uint64_t packed = 0;

  [[nodiscard]] static constexpr Hlc of(Instant at, std::uint16_t counter) {
    return {(static_cast<std::uint64_t>(toMillis(at)) << 16) | counter};
  }
  [[nodiscard]] constexpr Instant physical() const {
    return fromMillis(static_cast<std::int64_t>(packed >> 16));
  }
  [[nodiscard]] constexpr std::uint16_t counter() const {
    return static_cast<std::uint16_t>(packed & 0xFFFF);
  }
  auto operator<=>(const Hlc&) const = default;
};

class HlcClock {
 public:
  // Remote values further ahead of the own clock than this are not absorbed.
  static constexpr Duration absorbLimit = std::chrono::hours{24};

  // `last` is the highest value this profile ever issued or absorbed, from the store.
  HlcClock(const Clock& clock, Hlc last) : m_clock(clock), m_last(last) {}

  // Strictly greater than every value returned or absorbed before, whatever the wall clock does;
  // a counter overflow carries into the milliseconds.
  [[nodiscard]] Hlc tick();
  void absorb(Hlc remote);
  // A value that this profile issued or absorbed before, from its store: taken whatever the clock says.
  void restore(Hlc own);
  [[nodiscard]] Hlc last() const { return m_last; }

 private:
  const Clock& m_clock;
  Hlc m_last;
};

} // namespace meridian
