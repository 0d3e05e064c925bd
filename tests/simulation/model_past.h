// What came before what, computed the slow way: of each change of a space the whole set of those that its
// author knew.
#pragma once

#include <map>
#include <vector>

#include "tests/simulation/check.h"

namespace meridian::sim {

class Past {
 public:
  // Of changes that can be read; what cannot be knows nothing and is known by name alone.
  explicit Past(const std::vector<HeldChange>& content);

  [[nodiscard]] bool precedes(const ChangeId& a, const ChangeId& b) const;
  // The same for ops: within one change by their number.
  [[nodiscard]] bool before(const OpId& a, const OpId& b) const;
  // What came first first; of those that could be next the smallest id.
  [[nodiscard]] std::vector<OpId> inOrder(std::vector<OpId> ops) const;

 private:
  std::map<ChangeId, std::size_t> m_places;
  std::vector<std::vector<bool>> m_known; // by place: whom it knew, by place
};

} // namespace meridian::sim
