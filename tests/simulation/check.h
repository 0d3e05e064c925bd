// What a verdict is passed on: everything that the replicas of a world hold once it has come to rest, as
// plain values, and the interface of whoever has something to say about it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/crdt/body.h"
#include "core/crdt/entity.h"
#include "core/envelope/change.h"
#include "core/replica/replica.h"

namespace meridian::sim {

// One change as a replica holds it.
struct HeldChange {
  envelope::Change change;
  std::optional<crdt::Body> body; // of content whose key is here, decoded and resolved
  store::Stage stage{};
  std::uint8_t effect = 0; // domain::Effect once applied
  std::string reason;      // of a change that does not count
  bool local = false;      // written on this very device
  bool withdrawn = false;  // what a refused join took along: its author alone keeps it, listed as refused
};

// Everything of one space on one replica.
struct SpaceEvidence {
  SpaceId id, campaign;
  std::uint8_t kind = 0; // log::SpaceKind
  std::string market;
  std::vector<HeldChange> authority;                      // in the order of arrival at this replica
  std::vector<HeldChange> content;                        // in the order of arrival at this replica
  ContentHash digest;                                     // Replica::digest()
  std::vector<std::pair<crdt::EntityId, Bytes>> entities; // canonical bytes, ascending by id: of known kinds
};

struct ReplicaEvidence {
  std::string name; // of the person, who has one device
  DeviceId device;
  MemberId member;                     // zero: nobody yet
  bool reads = true;                   // false: an older or newer version, which judges less or more
  std::vector<SpaceEvidence> spaces;   // ascending by id
  replica::Replica* replica = nullptr; // open, for questions of one's own
};

struct Evidence {
  SpaceId campaign;
  std::vector<ReplicaEvidence> replicas;
  Instant at{};                // the same on all of their clocks
  std::vector<RelayId> relays; // whose receipts are honest
};

// One opinion. Called once per world, after it has come to rest; must not write.
class Check {
 public:
  virtual ~Check() = default;
  [[nodiscard]] virtual std::string name() const = 0;
  // A sentence per thing that does not hold; empty: everything does.
  [[nodiscard]] virtual std::vector<std::string> complaints(const Evidence& evidence) = 0;
};

// All that a world is judged by. Further checks are added to the list in checks.cpp.
[[nodiscard]] std::vector<std::unique_ptr<Check>> allChecks();

} // namespace meridian::sim
