// The entities and facts of one space as they count now: read from the index of ops as far as somebody asks,
// then kept up op by op, so that a change costs by its own size and not by what came before it.
#pragma once

#include <map>
#include <unordered_map>

#include "core/replica/fact_list.h"
#include "core/store/op_table.h"

namespace meridian::replica {

class EntityCache {
 public:
  EntityCache(store::OpTable& ops, const SpaceId& space, FactList::Authority authority)
      : m_ops(ops), m_space(space), m_facts(ops, space, std::move(authority)) {}

  // Takes the ops of a change that was just stored.
  void apply(const std::vector<store::OpRow>& ops);
  // These ops of a change that is here already count now, or no longer do.
  void judgedAgain(const ChangeId& change, const std::vector<crdt::Op>& ops);

  // Nothing if it does not exist. Pointers hold until the next apply() or judgedAgain().
  [[nodiscard]] Result<const crdt::EntityState*> entity(const crdt::EntityId& id);
  // In order of appearance.
  [[nodiscard]] Result<std::vector<const crdt::EntityState*>> ofKind(domain::EntityKind kind);
  // In ascending order of id.
  [[nodiscard]] Result<std::vector<const crdt::EntityState*>> all();
  [[nodiscard]] FactList& facts() { return m_facts; }

 private:
  // Nothing: no op is on it, as far as was asked.
  using Held = std::optional<crdt::EntityState>;
  struct Kind {
    std::vector<crdt::EntityId> ids;
    std::set<crdt::EntityId> listed;
    void add(const crdt::EntityId& id) {
      if (listed.insert(id).second) ids.push_back(id);
    }
  };

  [[nodiscard]] Result<Held*> held(const crdt::EntityId& id);
  [[nodiscard]] Result<Kind*> kind(std::uint16_t number);

  store::OpTable& m_ops;
  SpaceId m_space;
  std::map<crdt::EntityId, Held> m_entities;
  std::unordered_map<std::uint16_t, Kind> m_kinds; // those that were asked for
  FactList m_facts;
};

// Every entity of a space that exists, in ascending order of id, from all its ops: what a cache has to agree
// with.
[[nodiscard]] Result<std::vector<crdt::EntityState>> mergedFromLog(store::OpTable& ops, const SpaceId& space);

} // namespace meridian::replica
