#include "tests/simulation/timeline.h"

#include <algorithm>

namespace meridian::sim {

void Timeline::after(Duration delay, std::function<void()> what) {
  m_due.emplace(std::pair(m_now + std::max(delay, Duration{0}), m_order++), std::move(what));
}

bool Timeline::runUntil(Instant end, std::uint64_t eventsMax) {
  const std::uint64_t last = m_events + eventsMax;
  while (!m_due.empty() && m_due.begin()->first.first <= end) {
    if (m_events++ == last) return false;
    auto next = m_due.extract(m_due.begin());
    m_now = next.key().first;
    next.mapped()();
  }
  m_now = std::max(m_now, end);
  return true;
}

} // namespace meridian::sim
