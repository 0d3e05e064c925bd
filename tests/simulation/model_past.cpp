#include "tests/simulation/model_past.h"

#include <algorithm>

namespace meridian::sim {

Past::Past(const std::vector<HeldChange>& content) {
  for (const auto& one : content)
    m_places.emplace(one.change.id(), m_places.size());
  m_known.assign(m_places.size(), std::vector<bool>(m_places.size()));
  // Until nothing is learned any more: in whatever order they came, a pass or two.
  for (bool more = true; more;) {
    more = false;
    for (const auto& one : content) {
      if (!one.body) continue;
      auto named = one.body->frontier;
      named.push_back(one.change.header().prev);
      auto& known = m_known[m_places.at(one.change.id())];
      for (const auto& id : named) {
        const auto at = m_places.find(id);
        if (at == m_places.end()) continue;
        const auto& theirs = m_known[at->second];
        if (!known[at->second]) more = known[at->second] = true;
        for (std::size_t i = 0; i < theirs.size(); ++i)
          if (theirs[i] && !known[i]) more = known[i] = true;
      }
    }
  }
}

bool Past::precedes(const ChangeId& a, const ChangeId& b) const {
  const auto first = m_places.find(a), second = m_places.find(b);
  return first != m_places.end() && second != m_places.end() && m_known[second->second][first->second];
}

bool Past::before(const OpId& a, const OpId& b) const {
  return a.change == b.change ? a.index < b.index : precedes(a.change, b.change);
}

std::vector<OpId> Past::inOrder(std::vector<OpId> ops) const {
  std::ranges::sort(ops);
  std::vector<OpId> ordered;
  while (!ops.empty()) {
    const auto next = std::ranges::find_if(ops, [&](const OpId& one) {
      return std::ranges::none_of(ops, [&](const OpId& other) { return before(other, one); });
    });
    ordered.push_back(*next);
    ops.erase(next);
  }
  return ordered;
}

} // namespace meridian::sim
