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

  // An entity whose Create is not here (or is none) is not known, whatever mentions it.
  [[nodiscard]] Result<std::optional<EntityRow>> entity(const SpaceId& space, const crdt::EntityId& id);
  [[nodiscard]] Result<std::vector<EntityRow>> entities(const SpaceId& space, std::uint16_t kind);
  [[nodiscard]] Result<std::vector<EntityRow>> entities(const SpaceId& space);
  [[nodiscard]] Result<std::optional<OpRow>> op(const SpaceId& space, const OpId& id);
  // All ops on an entity in order of application, which is a causal one.
  [[nodiscard]] Result<std::vector<OpRow>> opsOf(const SpaceId& space, const crdt::EntityId& entity);
  // All ops of a space grouped by nothing, in order of application: for loading a space whole.
  [[nodiscard]] Result<std::vector<OpRow>> opsOfSpace(const SpaceId& space);

 private:
  struct Place {
    std::int64_t space = 0;
    std::int64_t step = 0; // of the change in the order of application of its space
  };
  [[nodiscard]] Result<Place> placeOf(const SpaceId& space, std::int64_t changeRow, const ChangeId& change);
  [[nodiscard]] Result<std::int64_t> entityNumber(std::int64_t space, const crdt::EntityId& id,
                                                  std::uint16_t kind, std::optional<std::int64_t> made);

  Statements m_statements;
};

} // namespace meridian::store
