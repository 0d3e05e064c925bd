// The ops of readable changes, indexed by entity, so that one entity can be rebuilt from its ops alone.
#pragma once

#include <optional>
#include <vector>

#include "core/base/hlc.h"
#include "core/crdt/op.h"
#include "core/store/statements.h"

namespace meridian::store {

struct OpRow {
  OpId id = {};
  crdt::Op op = {};
  Hlc hlc = {};
  Instant claimedAt{};
  DeviceId device = {};
  bool counts = true;      // its change counts
  std::int64_t change = 0; // row of its change
  std::int64_t place = 0;  // ascending in the order of application of its space
  bool proven = false;     // a `received` fact whose receipt was found to be signed
};

struct EntityRow {
  crdt::EntityId id = {};
  std::uint16_t kind = 0;
  std::string market = {}; // as judged when it was made, empty if it has none
  DeviceId createdBy = {}; // device of its Create; zero for a keyed entity
  bool counts = true;      // its Create counts; a keyed entity always does
};

class OpTable {
 public:
  explicit OpTable(sqlite::Connection& connection) : m_statements(connection) {}

  // Stores the ops of one applied change and makes its entities known. Ops of unknown kinds touch nothing;
  // once they are known, a second call for the same change stores them in the place it had. NotFound
  // unless the change is in that row and space.
  [[nodiscard]] Result<void> insert(const SpaceId& space, std::int64_t changeRow, const ChangeId& change,
                                    const std::vector<crdt::Op>& ops);
  [[nodiscard]] Result<void> setMarket(const SpaceId& space, const crdt::EntityId& entity,
                                       std::string_view market);

  // The change in this row has another id now, and so have the entities that it makes. insert() follows.
  [[nodiscard]] Result<void> renameMade(const SpaceId& space, const ChangeId& from, const ChangeId& to,
                                        const std::vector<crdt::Op>& ops);

  // The change in this row is to count as one that was never applied: its ops go, and with them the entities
  // that nothing else mentions. REQUIRES: it has not been unapplied yet.
  [[nodiscard]] Result<void> remove(std::int64_t changeRow);

  // An entity whose Create is not here (or is none) is not known, whatever mentions it.
  [[nodiscard]] Result<std::optional<EntityRow>> entity(const SpaceId& space, const crdt::EntityId& id);
  [[nodiscard]] Result<std::vector<EntityRow>> entities(const SpaceId& space, std::uint16_t kind);
  [[nodiscard]] Result<std::vector<EntityRow>> entities(const SpaceId& space);
  [[nodiscard]] Result<std::optional<OpRow>> op(const SpaceId& space, const OpId& id);
  // All ops on an entity in order of application, which is a causal one.
  [[nodiscard]] Result<std::vector<OpRow>> opsOf(const SpaceId& space, const crdt::EntityId& entity);
  // Those that its state follows from: without writes of registers that a counting one replaces.
  // Of ops on texts only id, op and whether it counts are given.
  [[nodiscard]] Result<std::vector<OpRow>> liveOpsOf(const SpaceId& space, const crdt::EntityId& entity);
  // The same for all entities of a kind.
  [[nodiscard]] Result<std::vector<OpRow>> liveOpsOfKind(const SpaceId& space, std::uint16_t kind);
  // Entities of a kind in order of their first mention.
  [[nodiscard]] Result<std::vector<crdt::EntityId>> idsOfKind(const SpaceId& space, std::uint16_t kind);
  // The first op on each entity of a kind.
  [[nodiscard]] Result<std::vector<OpRow>> firstOpsOfKind(const SpaceId& space, std::uint16_t kind);
  // All ops of a space grouped by nothing, in order of application: for loading a space whole.
  [[nodiscard]] Result<std::vector<OpRow>> opsOfSpace(const SpaceId& space);
  // Kinds of the entities that a change made.
  [[nodiscard]] Result<std::vector<std::uint16_t>> kindsMadeBy(std::int64_t changeRow);
  // The space is read anew: nothing is folded any more until insert() is called for its changes again.
  [[nodiscard]] Result<void> unfold(const SpaceId& space);
  // How many loose ops on the texts of an entity make a pack: reading a text is a fraction of the work then,
  // and making one costs a few milliseconds now and then.
  void packBy(std::int64_t ops) { m_opsPerPack = ops; }
  // The receipt in this op was found to be signed as it says. REQUIRES: the op is stored.
  [[nodiscard]] Result<void> setProven(const SpaceId& space, const OpId& op);

 private:
  struct Place {
    std::int64_t space = 0;
    std::int64_t step = 0; // of the change in the order of application of its space
    bool counts = false;   // as it was judged
  };
  [[nodiscard]] Result<Place> placeOf(const SpaceId& space, std::int64_t changeRow, const ChangeId& change);
  [[nodiscard]] Result<std::optional<std::int64_t>> numberOf(const SpaceId& space, const OpId& id);
  // Whether each of these that `later` may have seen is stored.
  [[nodiscard]] Result<bool> areHere(std::int64_t space, const OpId& later, const std::vector<OpId>& earlier);
  // Folds the writes that a counting one replaces.
  [[nodiscard]] Result<void> foldReplaced(std::int64_t space, std::int64_t entity, const OpId& by,
                                          const crdt::SetRegister& write);
  [[nodiscard]] Result<std::int64_t> entityNumber(std::int64_t space, const crdt::EntityId& id,
                                                  std::uint16_t kind, std::optional<std::int64_t> made);

  // Notes so many new ops on texts of an entity, and packs them once there are enough.
  [[nodiscard]] Result<void> noteLoose(std::int64_t entity, std::int64_t count);
  [[nodiscard]] Result<void> pack(std::int64_t entity);

  Statements m_statements;
  std::int64_t m_opsPerPack = 512;
};

} // namespace meridian::store
