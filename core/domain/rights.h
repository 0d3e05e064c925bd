// Whether a change counts: every op in it must be allowed to its author, or none has effect.
#pragma once

#include <functional>
#include <vector>

#include "core/crdt/body.h"
#include "core/domain/schema.h"

namespace meridian::domain {

struct Author {
  MemberId member;
  std::vector<log::RoleGrant> roles; // held at the heads that the change names
};

// What an op's entity is, looked up among the entities of the same space that exist when it is judged.
struct Target {
  EntityKind kind{};
  std::string market; // the market concerned, if the entity has one (a market, milestone, checklist item)
  Bytes key;          // of a keyed entity
  MemberId createdBy; // author of its Create
};
using FindTarget = std::function<std::optional<Target>(const crdt::EntityId&)>;

enum class Effect : std::uint8_t {
  Counts = 1,
  Void = 2,    // no right: kept, marked, without effect
  Held = 3,    // under a dated grant whose receipt decides (DESIGN §3)
  Unknown = 4, // only ops of a newer version: judged after an update
};

struct Judgement {
  Effect effect = Effect::Counts;
  std::string_view reason; // stable name for the log ("not-your-market"), empty if it counts
};

// Rights as of the roles given; dates of a dated grant are judged against `body.claimedAt` and, where the
// author's clock alone is not enough, `receivedAt` (nothing: not known yet). Deterministic. Fact-specific
// rules that need other facts (a second live brief, a contested verdict) are not rights: they are derived
// in the status functions, so that no order of arrival can change them.
[[nodiscard]] Judgement judge(const log::SpaceInfo& space, const Author& author, const crdt::Body& body,
                              const FindTarget& find, std::optional<Instant> receivedAt);

} // namespace meridian::domain
