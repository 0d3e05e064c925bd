#include "core/replica/entity_cache.h"

#include <set>

#include "core/domain/submission.h"

namespace meridian::replica {
namespace {

bool isFactKind(std::uint16_t kind) {
  const auto* rule = domain::ruleOf(static_cast<domain::EntityKind>(kind));
  return rule != nullptr && rule->fact;
}

} // namespace

Result<void> EntityCache::load() {
  if (m_loaded) return {};
  auto rows = m_ops.opsOfSpace(m_space);
  if (!rows) return std::unexpected(rows.error());
  m_entities.clear();
  m_byKind.clear();
  m_factOrder.clear();
  for (auto& row : *rows)
    add(std::move(row));
  m_loaded = true;
  m_factsStale = true;
  return {};
}

void EntityCache::apply(const std::vector<store::OpRow>& ops) {
  if (!m_loaded) return;
  for (const auto& op : ops)
    add(op);
}

void EntityCache::add(store::OpRow op) {
  const auto id = crdt::entityOf(op.id, op.op);
  if (!id) return; // an op of a newer version
  auto [at, isNew] = m_entities.try_emplace(*id);
  Cached& cached = at->second;
  if (isNew) {
    const auto ref = id->ref();
    if (const auto* keyed = std::get_if<crdt::KeyedEntity>(&ref)) cached.kind = keyed->kind;
  }
  if (const auto* create = std::get_if<crdt::Create>(&op.op)) {
    cached.kind = create->kind;
    if (isFactKind(create->kind)) {
      m_factOrder.emplace_back(*id, op.change);
      m_factsStale = true;
    }
  }
  if (isNew) m_byKind[cached.kind].push_back(*id);
  cached.stale = true;
  cached.ops.push_back(std::move(op));
}

const crdt::EntityState& EntityCache::merged(const crdt::EntityId& id, Cached& cached) {
  if (cached.stale) {
    std::vector<crdt::ContextualOp> ops;
    ops.reserve(cached.ops.size());
    for (const auto& row : cached.ops)
      ops.push_back({row.id, &row.op, row.hlc, row.counts});
    cached.state = crdt::EntityState::merge(id, ops);
    cached.stale = false;
  }
  return cached.state;
}

const crdt::EntityState* EntityCache::entity(const crdt::EntityId& id) {
  const auto at = m_entities.find(id);
  if (at == m_entities.end()) return nullptr;
  const auto& state = merged(id, at->second);
  return state.exists() ? &state : nullptr;
}

std::vector<const crdt::EntityState*> EntityCache::ofKind(domain::EntityKind kind) {
  std::vector<const crdt::EntityState*> found;
  const auto at = m_byKind.find(static_cast<std::uint16_t>(kind));
  if (at == m_byKind.end()) return found;
  for (const auto& id : at->second)
    if (const auto* state = entity(id)) found.push_back(state);
  return found;
}

std::vector<const crdt::EntityState*> EntityCache::all() {
  std::vector<const crdt::EntityState*> found;
  for (auto& [id, cached] : m_entities) {
    const auto& state = merged(id, cached);
    if (state.exists()) found.push_back(&state);
  }
  return found;
}

const std::vector<domain::Fact>& EntityCache::facts() {
  if (m_factsStale) rebuildFacts();
  return m_facts;
}

void EntityCache::rebuildFacts() {
  m_facts.clear();
  std::unordered_map<ChangeId, std::size_t> byChange;
  for (const auto& [id, row] : m_factOrder) {
    const auto& cached = m_entities.at(id);
    const auto& op = cached.ops.front();
    const auto* create = std::get_if<crdt::Create>(&op.op);
    if (create == nullptr || !op.counts) continue;
    domain::Fact fact;
    fact.kind = static_cast<domain::EntityKind>(create->kind);
    fact.meta.id = op.id;
    fact.meta.author = m_memberOf(op.device);
    fact.meta.device = op.device;
    fact.meta.claimedAt = op.claimedAt;
    fact.payload = create->payload;
    byChange.try_emplace(op.id.change, m_facts.size());
    m_facts.push_back(std::move(fact));
  }
  // The earliest valid witness of each change holds; one whose own proof does not is no fact.
  std::unordered_map<ChangeId, Instant> stored;
  std::set<OpId> unproven;
  for (const auto& fact : m_facts) {
    if (fact.kind != domain::EntityKind::Received) continue;
    const auto claim = domain::receivedFrom(fact);
    const auto at = claim ? byChange.find(claim->subject) : byChange.end();
    const auto instant =
        claim ? m_witness(fact, at == byChange.end() ? nullptr : &m_facts[at->second]) : std::nullopt;
    if (!instant) {
      unproven.insert(fact.meta.id);
      continue;
    }
    auto [known, isNew] = stored.try_emplace(claim->subject, *instant);
    if (!isNew) known->second = std::min(known->second, *instant);
  }
  std::erase_if(m_facts, [&](const domain::Fact& fact) { return unproven.contains(fact.meta.id); });
  for (auto& fact : m_facts)
    if (const auto at = stored.find(fact.meta.id.change); at != stored.end()) fact.meta.storedAt = at->second;
  m_factsStale = false;
}

} // namespace meridian::replica
