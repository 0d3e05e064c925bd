// An immutable event as the rooms below hand it up: its payload, who wrote it and when it counts.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/crdt/entity.h"
#include "core/domain/schema.h"

namespace meridian::domain {

struct FactMeta {
  OpId id;
  MemberId author;
  DeviceId device;
  Instant claimedAt{};             // the author's clock
  std::optional<Instant> storedAt; // by the earliest valid `received` fact; nothing yet
  [[nodiscard]] Instant shownAt() const { return storedAt.value_or(claimedAt); }
};

struct Fact {
  EntityKind kind{};
  FactMeta meta;
  crdt::Value payload;
};

// Whether change `a` is in the causal past of change `b` (and not `b` itself): a strict partial order.
using Precedes = std::function<bool(const ChangeId& a, const ChangeId& b)>;

// The same for ops: within one change by their index.
[[nodiscard]] bool before(const OpId& a, const OpId& b, const Precedes& precedes);
// The facts of a kind, what came first first; those that causality leaves open by id. The one order in
// which versions are counted and “the latest” is meant.
[[nodiscard]] std::vector<const Fact*> inOrder(std::span<const Fact> facts, EntityKind kind,
                                               const Precedes& precedes);

// Fields of payloads as domain types: empty or zero for what is missing, of another type or out of range.
[[nodiscard]] std::optional<Instant> instantFrom(const crdt::Value& value);
[[nodiscard]] crdt::EntityId entityFrom(const crdt::Value& value);
[[nodiscard]] crdt::Value toValue(const crdt::EntityId& id);
template <class Id>
[[nodiscard]] Id idFrom(const crdt::Value& value) {
  const Bytes* bytes = value.bytes();
  return bytes && bytes->size() == Id::size ? Id::unchecked(*bytes) : Id{};
}
template <class Id>
[[nodiscard]] crdt::Value idValue(const Id& id) {
  return Bytes(id.bytes.begin(), id.bytes.end());
}
[[nodiscard]] OpId refFrom(const crdt::Value& value);

} // namespace meridian::domain
