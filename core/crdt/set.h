// The add-wins set: a removal removes the adds that its author saw, and no other.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "core/crdt/contextual_op.h"

namespace meridian::crdt {

// State = the adds and removals given to it; neither order nor repetition matters. Void ops are not given.
class AddWinsSet {
 public:
  void add(const OpId& id, const AddToSet& op);
  void remove(const OpId& id, const RemoveFromSet& op);

  // Each element once, sorted by encoded bytes.
  [[nodiscard]] std::vector<Value> elements() const;
  [[nodiscard]] bool contains(const Value& element) const;
  // What a removal of the element has to name; empty if it is not there.
  [[nodiscard]] std::vector<OpId> addsOf(const Value& element) const;

 private:
  std::map<OpId, Value> m_adds; // that nothing here removes
  std::set<OpId> m_removed;     // whether they have come or not
};

} // namespace meridian::crdt
