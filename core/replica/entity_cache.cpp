#include "core/replica/entity_cache.h"

namespace meridian::replica {
namespace {

using crdt::EntityId;
using crdt::EntityState;

EntityState merged(const EntityId& id, std::span<const store::OpRow> rows) {
  std::vector<crdt::ContextualOp> ops;
  ops.reserve(rows.size());
  for (const auto& row : rows)
    ops.push_back({row.id, &row.op, row.hlc, row.counts});
  return EntityState::merge(id, ops);
}

// The kind that an op says its entity has; 0 if it says nothing.
std::uint16_t kindBy(const EntityId& id, const crdt::Op& op) {
  if (const auto* create = std::get_if<crdt::Create>(&op)) return create->kind;
  const auto ref = id.ref();
  const auto* keyed = std::get_if<crdt::KeyedEntity>(&ref);
  return keyed != nullptr ? keyed->kind : 0;
}

std::map<EntityId, std::vector<store::OpRow>> byEntity(std::vector<store::OpRow> rows) {
  std::map<EntityId, std::vector<store::OpRow>> found;
  for (auto& row : rows)
    if (const auto id = crdt::entityOf(row.id, row.op)) found[*id].push_back(std::move(row));
  return found;
}

} // namespace

void EntityCache::apply(const std::vector<store::OpRow>& ops) {
  for (const auto& row : ops) {
    const auto id = crdt::entityOf(row.id, row.op);
    if (!id) continue; // an op of a newer version
    if (const auto listed = m_kinds.find(kindBy(*id, row.op)); listed != m_kinds.end())
      listed->second.add(*id);
    const auto at = m_entities.find(*id);
    if (at == m_entities.end()) continue;
    const bool taken = at->second && at->second->apply({row.id, &row.op, row.hlc, row.counts});
    if (!taken) m_entities.erase(at); // read again when it is asked for
  }
  m_facts.apply(ops);
}

void EntityCache::judgedAgain(const ChangeId& change, const std::vector<crdt::Op>& ops) {
  for (std::uint32_t i = 0; i < ops.size(); ++i)
    if (const auto id = crdt::entityOf({change, i}, ops[i])) m_entities.erase(*id);
  m_facts.judgedAgain(ops);
}

Result<EntityCache::Held*> EntityCache::held(const EntityId& id) {
  if (const auto at = m_entities.find(id); at != m_entities.end()) return &at->second;
  auto rows = m_ops.liveOpsOf(m_space, id);
  if (!rows) return std::unexpected(rows.error());
  Held state;
  if (!rows->empty()) state = merged(id, *rows);
  return &m_entities.emplace(id, std::move(state)).first->second;
}

Result<const EntityState*> EntityCache::entity(const EntityId& id) {
  auto found = held(id);
  if (!found) return std::unexpected(found.error());
  return *found && (*found)->has_value() && (**found)->exists() ? &***found : nullptr;
}

Result<EntityCache::Kind*> EntityCache::kind(std::uint16_t number) {
  if (const auto at = m_kinds.find(number); at != m_kinds.end()) return &at->second;
  auto ids = m_ops.idsOfKind(m_space, number);
  if (!ids) return std::unexpected(ids.error());
  auto rows = m_ops.liveOpsOfKind(m_space, number);
  if (!rows) return std::unexpected(rows.error());
  for (const auto& [id, ops] : byEntity(std::move(*rows)))
    if (!m_entities.contains(id)) m_entities.emplace(id, merged(id, ops));
  Kind listed;
  for (const auto& id : *ids)
    listed.add(id);
  return &m_kinds.emplace(number, std::move(listed)).first->second;
}

Result<std::vector<const EntityState*>> EntityCache::ofKind(domain::EntityKind number) {
  std::vector<const EntityState*> found;
  auto listed = kind(static_cast<std::uint16_t>(number));
  if (!listed) return std::unexpected(listed.error());
  for (const auto& id : (*listed)->ids) {
    auto state = entity(id);
    if (!state) return std::unexpected(state.error());
    if (*state != nullptr) found.push_back(*state);
  }
  return found;
}

Result<std::vector<const EntityState*>> EntityCache::all() {
  auto rows = m_ops.opsOfSpace(m_space);
  if (!rows) return std::unexpected(rows.error());
  for (const auto& [id, ops] : byEntity(std::move(*rows)))
    if (const auto at = m_entities.find(id); at == m_entities.end() || !at->second)
      m_entities.insert_or_assign(id, merged(id, ops));
  std::vector<const EntityState*> found;
  for (const auto& [id, state] : m_entities)
    if (state && state->exists()) found.push_back(&*state);
  return found;
}

Result<std::vector<EntityState>> mergedFromLog(store::OpTable& ops, const SpaceId& space) {
  auto rows = ops.opsOfSpace(space);
  if (!rows) return std::unexpected(rows.error());
  std::vector<EntityState> found;
  for (const auto& [id, onIt] : byEntity(std::move(*rows)))
    if (auto state = merged(id, onIt); state.exists()) found.push_back(std::move(state));
  return found;
}

} // namespace meridian::replica
