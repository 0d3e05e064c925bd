// An immutable event as the rooms below hand it up: its payload, who wrote it and when it counts.
#pragma once

#include <functional>
#include <optional>

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

// Whether change `a` is in the causal past of change `b`.
using Precedes = std::function<bool(const ChangeId& a, const ChangeId& b)>;

} // namespace meridian::domain
