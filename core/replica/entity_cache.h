// The entities of one space as they count now: loaded whole on first use, then kept up op by op. An entity
// is merged again only when it is asked for after it was touched.
#pragma once

#include <functional>
#include <map>
#include <unordered_map>

#include "core/domain/facts.h"
#include "core/store/op_table.h"

namespace meridian::replica {

class EntityCache {
 public:
  using MemberOf = std::function<MemberId(const DeviceId&)>;
  // When a `received` fact proves its subject stored; nothing if its evidence does not hold.
  using Witness =
      std::function<std::optional<Instant>(const domain::Fact& received, const domain::Fact* subject)>;

  EntityCache(store::OpTable& ops, const SpaceId& space, MemberOf memberOf, Witness witness)
      : m_ops(ops), m_space(space), m_memberOf(std::move(memberOf)), m_witness(std::move(witness)) {}

  // Reads the space if it has not been read yet.
  [[nodiscard]] Result<void> load();
  // Takes the ops of a change that was just stored; nothing to do before the first load.
  void apply(const std::vector<store::OpRow>& ops);
  // The effect of changes was judged anew: read again when next asked.
  void invalidate() { m_loaded = false; }
  // Authors or witnesses of facts may be others now.
  void factsMoved() { m_factsStale = true; }

  // REQUIRES for all below: load() succeeded. Pointers hold until the next apply() or invalidate().
  [[nodiscard]] const crdt::EntityState* entity(const crdt::EntityId& id);
  [[nodiscard]] std::vector<const crdt::EntityState*> ofKind(domain::EntityKind kind);
  [[nodiscard]] std::vector<const crdt::EntityState*> all();
  [[nodiscard]] const std::vector<domain::Fact>& facts();

 private:
  struct Cached {
    std::vector<store::OpRow> ops;
    crdt::EntityState state;
    std::uint16_t kind = 0;
    bool stale = true;
  };

  void add(store::OpRow op);
  const crdt::EntityState& merged(const crdt::EntityId& id, Cached& cached);
  void rebuildFacts();

  store::OpTable& m_ops;
  SpaceId m_space;
  MemberOf m_memberOf;
  Witness m_witness;
  bool m_loaded = false;
  bool m_factsStale = true;
  std::map<crdt::EntityId, Cached> m_entities;
  std::map<std::uint16_t, std::vector<crdt::EntityId>> m_byKind;    // in order of appearance
  std::vector<std::pair<crdt::EntityId, std::int64_t>> m_factOrder; // facts as applied
  std::vector<domain::Fact> m_facts;
};

} // namespace meridian::replica
