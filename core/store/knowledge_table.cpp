#include "core/store/knowledge_table.h"

namespace meridian::store {

Result<void> KnowledgeTable::learn(const ChangeId& change, const std::vector<ChangeId>& names) {
  const auto number = [](Row& row) { return row.number(0); };
  auto self = m_statements.one("SELECT row FROM change WHERE id = ?", number, change);
  if (!self) return std::unexpected(self.error());
  if (!*self) return fail(ErrorCode::NotFound, "no such change");
  for (const ChangeId& name : names) {
    auto named = m_statements.one("SELECT row FROM change WHERE id = ?", number, name);
    if (!named) return std::unexpected(named.error());
    if (!*named) return fail(ErrorCode::NotFound, "no such change");
    if (auto learnt = learn(**self, **named); !learnt) return learnt;
  }
  return {};
}

Result<void> KnowledgeTable::learn(std::int64_t changeRow, std::int64_t namedRow) {
  struct Link {
    std::int64_t mine = 0, seq = 0, theirs = 0, theirSeq = 0, known = 0;
  };
  auto link = m_statements.one(
      "SELECT c.chain, c.seq, p.chain, p.seq, coalesce((SELECT upto FROM knowledge "
      "WHERE chain = c.chain AND of = p.chain AND seq <= c.seq ORDER BY seq DESC LIMIT 1), 0) "
      "FROM change c, change p WHERE c.row = ? AND p.row = ?",
      [](Row& row) {
        return Link{row.number(0), row.number(1), row.number(2), row.number(3), row.number(4)};
      },
      changeRow, namedRow);
  if (!link) return std::unexpected(link.error());
  const auto& [mine, seq, theirs, theirSeq, known] = **link;
  if (mine == theirs || known >= theirSeq) return {};
  // The chains that theirs knows of, by a look-up each: neither the space's others cost anything here nor
  // how often these moved.
  return m_statements.run(
      "WITH RECURSIVE known (n) AS (SELECT min(of) FROM knowledge WHERE chain = ?3 UNION ALL "
      "SELECT (SELECT min(of) FROM knowledge WHERE chain = ?3 AND of > known.n) FROM known "
      "WHERE known.n IS NOT NULL) "
      "INSERT INTO knowledge (chain, of, seq, upto) "
      "SELECT ?1, f.n, ?2, CASE f.n WHEN ?3 THEN ?4 ELSE (SELECT upto FROM knowledge "
      "WHERE chain = ?3 AND of = f.n AND seq <= ?4 ORDER BY seq DESC LIMIT 1) END AS learnt "
      "FROM (SELECT ?3 AS n UNION ALL SELECT n FROM known WHERE n IS NOT NULL) f "
      "WHERE f.n <> ?1 AND learnt > coalesce((SELECT upto "
      "FROM knowledge WHERE chain = ?1 AND of = f.n AND seq <= ?2 ORDER BY seq DESC LIMIT 1), 0) "
      "ON CONFLICT (chain, of, seq) DO UPDATE SET upto = excluded.upto",
      mine, seq, theirs, theirSeq);
}

Result<bool> KnowledgeTable::isDue() {
  auto found = m_statements.one("SELECT 1 FROM knowledge_due LIMIT 1", [](Row&) { return true; });
  if (!found) return std::unexpected(found.error());
  return found->has_value();
}

Result<void> KnowledgeTable::complete() {
  const auto pair = [](Row& row) { return std::pair(row.number(0), row.number(1)); };
  auto due =
      m_statements.all("SELECT d.change, p.parent FROM knowledge_due d JOIN change c ON c.row = d.change "
                       "JOIN parent p ON p.change = d.change ORDER BY c.space, c.step",
                       pair);
  if (!due) return std::unexpected(due.error());
  for (const auto& [change, named] : *due)
    if (auto learnt = learn(change, named); !learnt) return learnt;
  return m_statements.run("DELETE FROM knowledge_due");
}

Result<KnowledgeTable::Place*> KnowledgeTable::placeOf(const ChangeId& id) {
  if (const auto known = m_places.find(id); known != m_places.end()) return &known->second;
  auto place = m_statements.one(
      "SELECT row, space, chain, seq, step FROM change WHERE id = ? AND step IS NOT NULL",
      [](Row& row) {
        return Place{row.number(0), row.number(1), row.number(2), row.number(3), row.number(4), {}};
      },
      id);
  if (!place) return std::unexpected(place.error());
  return *place ? &m_places.emplace(id, std::move(**place)).first->second : nullptr;
}

Result<std::int64_t> KnowledgeTable::knownTo(Place& place, std::int64_t chain) {
  for (const auto& [known, upto] : place.knows)
    if (known == chain) return upto;
  auto found = m_statements.one(
      "SELECT upto FROM knowledge WHERE chain = ? AND of = ? AND seq <= ? ORDER BY seq DESC LIMIT 1",
      [](Row& row) { return row.number(0); }, place.chain, chain, place.seq);
  if (!found) return std::unexpected(found.error());
  return place.knows.emplace_back(chain, found->value_or(0)).second;
}

Result<bool> KnowledgeTable::hasBranches(std::int64_t space) {
  if (!m_branched) {
    auto spaces = m_statements.all(
        "SELECT DISTINCT n.space FROM branch b JOIN chain n ON n.n = b.chain "
        "WHERE n.half = ?",
        [](Row& row) { return row.number(0); }, envelope::Chain::Content);
    if (!spaces) return std::unexpected(spaces.error());
    m_branched.emplace(spaces->begin(), spaces->end());
  }
  return m_branched->contains(space);
}

// Back from b by what each change names, never further than a.
Result<bool> KnowledgeTable::isAncestor(const Place& a, const Place& b) {
  const auto [known, isNew] = m_ancestors.try_emplace({a.row, b.row});
  if (!isNew) return known->second;
  auto found = m_statements.one(
      "WITH RECURSIVE past (row) AS (SELECT parent FROM parent WHERE change = ?1 UNION "
      "SELECT p.parent FROM past JOIN parent p ON p.change = past.row JOIN change c ON c.row = p.parent "
      "WHERE c.step >= ?2) SELECT 1 FROM past WHERE row = ?3 LIMIT 1",
      [](Row&) { return true; }, b.row, a.step, a.row);
  if (!found) {
    m_ancestors.erase(known);
    return std::unexpected(found.error());
  }
  return known->second = found->has_value();
}

Result<void> KnowledgeTable::rewind(const envelope::ChainKey& chain, std::uint64_t seq) {
  forget();
  return m_statements.run(
      "DELETE FROM knowledge WHERE seq > ? AND chain = (SELECT n FROM chain "
      "WHERE space = (SELECT n FROM space WHERE id = ?) AND half = ? AND device = ? AND incarnation = ?)",
      seq, chain.space, chain.chain, chain.device, chain.incarnation);
}

void KnowledgeTable::forget() {
  m_places.clear();
  m_branched.reset();
  m_ancestors.clear();
}

Result<bool> KnowledgeTable::precedes(const ChangeId& a, const ChangeId& b) {
  auto first = placeOf(a);
  if (!first) return std::unexpected(first.error());
  if (*first == nullptr) return false;
  const Place& before = **first; // stays where it is: nodes of the map do not move
  auto second = placeOf(b);
  if (!second) return std::unexpected(second.error());
  // Changes are applied in a causal order, so nothing precedes what was applied before it.
  if (*second == nullptr || (*second)->space != before.space || before.step >= (*second)->step) return false;
  auto branched = hasBranches(before.space);
  if (!branched) return std::unexpected(branched.error());
  if (*branched) return isAncestor(before, **second);
  if (before.chain == (*second)->chain) return before.seq < (*second)->seq;
  auto known = knownTo(**second, before.chain);
  if (!known) return std::unexpected(known.error());
  return *known >= before.seq;
}

} // namespace meridian::store
