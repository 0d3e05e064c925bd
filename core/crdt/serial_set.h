// A set of numbers that mostly come one after the other, up or down: kept as ranges.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace meridian::crdt {

class SerialSet {
 public:
  using Serial = std::uint32_t;

  [[nodiscard]] bool empty() const { return m_ranges.empty(); }
  [[nodiscard]] bool contains(Serial serial) const {
    const auto range = atOrBehind(serial);
    return range != m_ranges.end() && range->first <= serial;
  }
  // REQUIRES: !contains(serial); serial is not the largest that there is
  void insert(Serial serial) {
    const auto next = m_ranges.begin() + (atOrBehind(serial) - m_ranges.cbegin());
    const bool goesOn = next != m_ranges.begin() && (next - 1)->end == serial;
    const bool leadsOn = next != m_ranges.end() && next->first == serial + 1;
    if (goesOn && leadsOn) {
      (next - 1)->end = next->end;
      m_ranges.erase(next);
    } else if (goesOn) {
      ++(next - 1)->end;
    } else if (leadsOn) {
      --next->first;
    } else {
      m_ranges.insert(next, {serial, serial + 1});
    }
  }
  // False if it was not there.
  bool erase(Serial serial) {
    if (!contains(serial)) return false;
    const auto range = m_ranges.begin() + (atOrBehind(serial) - m_ranges.cbegin());
    const Range behind{serial + 1, range->end};
    range->end = serial;
    const bool leavesFront = range->first < range->end, leavesBack = behind.first < behind.end;
    if (leavesFront && leavesBack)
      m_ranges.insert(range + 1, behind);
    else if (leavesBack)
      *range = behind;
    else if (!leavesFront)
      m_ranges.erase(range);
    return true;
  }

 private:
  struct Range {
    Serial first = 0, end = 0;
  };
  // The range that holds it, or else the first one behind it.
  [[nodiscard]] std::vector<Range>::const_iterator atOrBehind(Serial serial) const {
    if (m_ranges.empty() || m_ranges.back().end <= serial) return m_ranges.end(); // mostly
    return std::ranges::upper_bound(m_ranges, serial, {}, &Range::end);
  }

  std::vector<Range> m_ranges; // ascending, apart from each other
};

} // namespace meridian::crdt
