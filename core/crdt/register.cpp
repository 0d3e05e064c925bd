#include "core/crdt/register.h"

#include <algorithm>
#include <tuple>

#include "core/base/planted.h"

namespace meridian::crdt {

void MultiValueRegister::add(const OpId& id, Hlc hlc, const SetRegister& op) {
  for (const OpId& earlier : op.replaces)
    if (mayHaveSeen(id, earlier) && m_replaced.insert(earlier).second) m_writes.erase(earlier);
  if (!m_replaced.contains(id)) m_writes.try_emplace(id, Write{id, hlc, op.value});
}

std::vector<const MultiValueRegister::Write*> MultiValueRegister::current() const {
  std::vector<const Write*> writes;
  for (const auto& [id, write] : m_writes)
    writes.push_back(&write);
  if (planted(Bug::DropConcurrentValue) && writes.size() > 1) writes.resize(1);
  return writes;
}

std::vector<const MultiValueRegister::Write*> MultiValueRegister::ranked() const {
  std::vector<const Write*> writes = current();
  std::sort(writes.begin(), writes.end(),
            [](const Write* a, const Write* b) { return std::tie(a->hlc, a->id) > std::tie(b->hlc, b->id); });
  return writes;
}

const Value& MultiValueRegister::value() const {
  static const Value none;
  const std::vector<const Write*> writes = ranked();
  return writes.empty() ? none : writes.front()->value;
}

bool MultiValueRegister::conflicting() const {
  const std::vector<const Write*> writes = current();
  return std::any_of(writes.begin(), writes.end(),
                     [&](const Write* write) { return !(write->value == writes.front()->value); });
}

std::vector<OpId> MultiValueRegister::currentIds() const {
  std::vector<OpId> ids;
  for (const Write* write : current())
    ids.push_back(write->id);
  return ids;
}

} // namespace meridian::crdt
