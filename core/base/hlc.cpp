#include "core/base/hlc.h"

#include <algorithm>

namespace meridian {

namespace {

constexpr std::int64_t millisMax = (std::int64_t{1} << 48) - 1;

// A wall clock before 1970, or after the year 10889, is as wrong as any other: the value is kept
// inside the 48 bits, so that it cannot spill into a high part that is not there.
Hlc atWallClock(Instant now) {
  return Hlc::of(fromMillis(std::clamp<std::int64_t>(toMillis(now), 0, millisMax)), 0);
}

} // namespace

Hlc HlcClock::tick() {
  // Adding one to the packed value is the carry: past 0xFFFF the counter runs over into the milliseconds.
  m_last = std::max(atWallClock(m_clock.now()), Hlc{m_last.packed + 1});
  return m_last;
}

void HlcClock::restore(Hlc own) { m_last = std::max(m_last, own); }

void HlcClock::absorb(Hlc remote) {
  const Hlc ceiling = atWallClock(m_clock.now() + absorbLimit);
  if (remote.physical() > ceiling.physical()) return;
  m_last = std::max(m_last, remote);
}

} // namespace meridian
