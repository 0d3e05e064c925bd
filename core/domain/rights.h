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

// What an op's entity is, looked up among the entities of the same space as the changes in the causal past
// of the judged one made them. Asked for created entities; those that the judged change itself creates are
// known from it.
struct Target {
  EntityKind kind{};
  std::string market; // as its `market` register shows it; empty if it has none
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

// Rights as of the roles given, for a change with id `self` and a decoded (resolved) body. A role between
// two dates counts if `body.claimedAt` lies in [from, to) and `receivedAt` at most 24 h after `to`; a
// change that needs such a role and meets neither, or of which nothing is known to be received yet, is
// Held. A role from an unconfirmed join counts for a creator, and otherwise for what gives no power: the
// own card, acknowledgements, receipts.
//
// `reads` is the vocabulary of the release that judges: what came later is of a newer version.
//
// Deterministic. Rules that need other facts (a second live brief, a contested verdict) are not rights: they
// are derived in the status functions, so that no order of arrival can change them.
[[nodiscard]] Judgement judge(const log::SpaceInfo& space, const Author& author, const ChangeId& self,
                              const crdt::Body& body, const FindTarget& find,
                              std::optional<Instant> receivedAt, int reads = vocabulary);

} // namespace meridian::domain
