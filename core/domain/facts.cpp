#include "core/domain/facts.h"

#include <algorithm>
#include <queue>

namespace meridian::domain {

bool before(const OpId& a, const OpId& b, const Precedes& precedes) {
  return a.change == b.change ? a.index < b.index : precedes(a.change, b.change);
}

std::vector<const Fact*> inOrder(std::span<const Fact> facts, EntityKind kind, const Precedes& precedes) {
  std::vector<const Fact*> list;
  for (const Fact& fact : facts)
    if (fact.kind == kind) list.push_back(&fact);
  const auto byId = [](const Fact* a, const Fact* b) { return a->meta.id < b->meta.id; };
  std::sort(list.begin(), list.end(), byId);
  const auto same = [](const Fact* a, const Fact* b) { return a->meta.id == b->meta.id; };
  list.erase(std::unique(list.begin(), list.end(), same), list.end());

  // Kahn's algorithm, taking the smallest id of those that nothing left precedes.
  std::vector<int> earlier(list.size(), 0);
  std::vector<std::vector<std::size_t>> later(list.size());
  for (std::size_t i = 0; i < list.size(); ++i)
    for (std::size_t j = i + 1; j < list.size(); ++j) {
      const OpId &a = list[i]->meta.id, &b = list[j]->meta.id;
      if (before(a, b, precedes))
        later[i].push_back(j), ++earlier[j];
      else if (before(b, a, precedes))
        later[j].push_back(i), ++earlier[i];
    }
  std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
  for (std::size_t i = 0; i < list.size(); ++i)
    if (earlier[i] == 0) ready.push(i);
  std::vector<const Fact*> ordered;
  while (!ready.empty()) {
    const std::size_t next = ready.top();
    ready.pop();
    ordered.push_back(list[next]);
    for (const std::size_t i : later[next])
      if (--earlier[i] == 0) ready.push(i);
  }
  return ordered;
}

std::optional<Instant> instantFrom(const crdt::Value& value) {
  const auto millis = value.integer();
  if (!millis || *millis < 0 || *millis >= std::int64_t{1} << 48) return std::nullopt;
  return fromMillis(*millis);
}

crdt::EntityId entityFrom(const crdt::Value& value) {
  const Bytes* bytes = value.bytes();
  if (!bytes) return {};
  return crdt::EntityId::from(*bytes).value_or(crdt::EntityId{});
}

crdt::Value toValue(const crdt::EntityId& id) { return Bytes(id.view().begin(), id.view().end()); }

OpId refFrom(const crdt::Value& value) {
  const OpId* id = value.ref();
  return id ? *id : OpId{};
}

} // namespace meridian::domain
