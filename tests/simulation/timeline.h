// Simulated time: what happens next, and what the machines' clocks say meanwhile.
#pragma once

#include <functional>
#include <map>

#include "core/base/clock.h"

namespace meridian::sim {

class Timeline {
 public:
  explicit Timeline(Instant start) : m_now(start) {}

  // True time, which no machine knows.
  [[nodiscard]] Instant now() const { return m_now; }
  // Things due at one instant happen in the order in which they were asked for.
  void after(Duration delay, std::function<void()> what);
  // Everything due until `end`, which is then the present. False if more than `eventsMax` happened: the world
  // does not come to rest.
  [[nodiscard]] bool runUntil(Instant end, std::uint64_t eventsMax);
  // Nothing more happens.
  void stop() { m_due.clear(); }
  [[nodiscard]] std::uint64_t events() const { return m_events; }

 private:
  Instant m_now;
  std::uint64_t m_order = 0, m_events = 0;
  std::map<std::pair<Instant, std::uint64_t>, std::function<void()>> m_due;
};

// A machine's wall clock: wrong by so much.
class WrongClock final : public Clock {
 public:
  explicit WrongClock(const Timeline& timeline) : m_timeline(timeline) {}
  [[nodiscard]] Instant now() const override { return m_timeline.now() + m_skew; }
  void setSkew(Duration skew) { m_skew = skew; }
  [[nodiscard]] Duration skew() const { return m_skew; }

 private:
  const Timeline& m_timeline;
  Duration m_skew{};
};

} // namespace meridian::sim
