#include "core/crdt/set.h"

namespace meridian::crdt {

void AddWinsSet::add(const OpId& id, const AddToSet& op) {
  if (!m_removed.contains(id)) m_adds.try_emplace(id, op.element);
}

void AddWinsSet::remove(const OpId& id, const RemoveFromSet& op) {
  for (const OpId& seen : op.observed)
    if (mayHaveSeen(id, seen) && m_removed.insert(seen).second) m_adds.erase(seen);
}

std::vector<Value> AddWinsSet::elements() const {
  // Values have no order of their own; their encoding has, and is unique.
  std::map<Bytes, const Value*> sorted;
  for (const auto& [id, element] : m_adds)
    sorted.emplace(encodeValue(element).value_or(Bytes{}), &element);
  std::vector<Value> elements;
  for (const auto& [bytes, element] : sorted)
    elements.push_back(*element);
  return elements;
}

bool AddWinsSet::contains(const Value& element) const { return !addsOf(element).empty(); }

std::vector<OpId> AddWinsSet::addsOf(const Value& element) const {
  std::vector<OpId> adds;
  for (const auto& [id, added] : m_adds)
    if (added == element) adds.push_back(id);
  return adds;
}

} // namespace meridian::crdt
