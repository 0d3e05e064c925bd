#include "core/store/op_table.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "core/base/limits.h"
#include "core/crdt/contextual_op.h"
#include "core/store/op_pack.h"

namespace meridian::store {

namespace {

// The number of an op: space · 2^40 + step · 2^12 + index. Ops of a space lie together in the order in
// which its changes were applied, and one change's in its own order.
constexpr int indexBits = 12;
constexpr int spaceShift = 40;
static_assert(limits::opsPerChange == std::size_t{1} << indexBits);

std::int64_t firstOf(std::int64_t space) { return space << spaceShift; }
std::int64_t firstOf(std::int64_t space, std::int64_t step) { return firstOf(space) + (step << indexBits); }

// The columns that readOp() and readEntity() expect, to be followed by a condition.
#define OP_COLUMNS "SELECT o.n, o.bytes, o.change, c.id, c.hlc, c.claimed_at, c.effect, n.device, p.op "
#define OF_CHANGES                                                                                           \
  "JOIN change c ON c.row = o.change JOIN chain n ON n.n = c.chain LEFT JOIN proof p ON p.op = o.n "
#define OPS OP_COLUMNS "FROM op o " OF_CHANGES
// With the number of the entity behind them. The order of the tables is given: from few to many.
#define OPS_OF_ENTITIES OP_COLUMNS ", e.n FROM entity e CROSS JOIN op o ON o.entity = e.n " OF_CHANGES
#define ENTITIES                                                                                             \
  "SELECT e.id, e.kind, e.market, e.made, c.effect, n.device FROM entity e "                                 \
  "LEFT JOIN change c ON c.row = e.made LEFT JOIN chain n ON n.n = c.chain "

// domain::Effect::Counts, which this table needs to know and nothing else of that room.
constexpr std::uint8_t effectCounts = 1;

OpRow readOp(Row& row) {
  OpRow found;
  found.id = {.change = row.id<ChangeId>(3),
              .index = static_cast<std::uint32_t>(row.number(0) & ((1 << indexBits) - 1))};
  auto op = crdt::decodeOp(row.view(1));
  if (op) {
    found.op = std::move(*op);
  } else {
    row.spoil();
  }
  found.change = row.number(2);
  found.hlc = {row.as<std::uint64_t>(4)};
  found.claimedAt = row.instant(5);
  found.counts = row.as<std::uint8_t>(6) == effectCounts;
  found.device = row.id<DeviceId>(7);
  found.place = row.number(0);
  found.proven = !row.isNull(8);
  return found;
}

EntityRow readEntity(Row& row) {
  EntityRow found;
  auto id = crdt::EntityId::from(row.view(0));
  if (id) {
    found.id = std::move(*id);
  } else {
    row.spoil();
  }
  found.kind = row.as<std::uint16_t>(1);
  found.market = row.text(2);
  if (!row.isNull(3)) {
    found.counts = row.as<std::uint8_t>(4) == effectCounts;
    found.createdBy = row.id<DeviceId>(5);
  }
  return found;
}

} // namespace

Result<OpTable::Place> OpTable::placeOf(const SpaceId& space, std::int64_t changeRow,
                                        const ChangeId& change) {
  auto place = m_statements.one(
      "SELECT c.space, c.step, c.stage, c.effect FROM change c JOIN space s ON s.n = c.space "
      "WHERE c.row = ? AND c.id = ? AND s.id = ?",
      [](Row& row) {
        return Place{.space = row.number(0),
                     .step = row.isNull(1) ? -1 : row.number(1),
                     .counts = row.number(2) == 3 && row.as<std::uint8_t>(3) == effectCounts};
      },
      changeRow, change, space);
  if (!place) return std::unexpected(place.error());
  if (!*place) return fail(ErrorCode::NotFound, "no such change in this space");
  if ((*place)->step >= 0) return **place;
  auto fresh = m_statements.one(
      "UPDATE space SET steps = steps + 1 WHERE n = ? RETURNING steps",
      [](Row& row) { return row.number(0); }, (*place)->space);
  if (!fresh) return std::unexpected(fresh.error());
  auto kept = m_statements.run("UPDATE change SET step = ? WHERE row = ?", **fresh, changeRow);
  if (!kept) return std::unexpected(kept.error());
  (*place)->step = **fresh;
  return **place;
}

Result<std::int64_t> OpTable::entityNumber(std::int64_t space, const crdt::EntityId& id, std::uint16_t kind,
                                           std::optional<std::int64_t> made) {
  const auto number = [](Row& row) { return row.number(0); };
  auto found = m_statements.one("SELECT n FROM entity WHERE space = ? AND id = ?", number, space, id.view());
  if (!found) return std::unexpected(found.error());
  if (!*found) {
    found = m_statements.one("INSERT INTO entity (space, id, kind, made) VALUES (?, ?, ?, ?) RETURNING n",
                             number, space, id.view(), kind, made);
    if (!found) return std::unexpected(found.error());
  } else if (made) {
    auto named = m_statements.run("UPDATE entity SET kind = ?, made = ? WHERE n = ?", kind, made, **found);
    if (!named) return std::unexpected(named.error());
  }
  return **found;
}

Result<void> OpTable::insert(const SpaceId& space, std::int64_t changeRow, const ChangeId& change,
                             const std::vector<crdt::Op>& ops) {
  assert(ops.size() <= limits::opsPerChange);
  auto place = placeOf(space, changeRow, change);
  if (!place) return std::unexpected(place.error());
  std::int64_t number = firstOf(place->space, place->step);
  std::map<std::int64_t, std::int64_t> loose; // new ops on texts, by entity
  for (std::uint32_t index = 0; index < ops.size(); ++index, ++number) {
    const OpId id{.change = change, .index = index};
    const auto entityId = crdt::entityOf(id, ops[index]);
    if (!entityId) continue;
    // A Create makes its entity known; a key says the kind by itself; any other mention says nothing.
    std::uint16_t kind = 0;
    std::optional<std::int64_t> made;
    if (const auto* create = std::get_if<crdt::Create>(&ops[index])) {
      kind = create->kind;
      made = changeRow;
    } else {
      const crdt::EntityRef ref = entityId->ref();
      if (const auto* keyed = std::get_if<crdt::KeyedEntity>(&ref)) kind = keyed->kind;
    }
    auto entity = entityNumber(place->space, *entityId, kind, made);
    if (!entity) return std::unexpected(entity.error());
    auto bytes = crdt::encodeOp(ops[index]);
    if (!bytes) return std::unexpected(bytes.error());
    auto stored = m_statements.run("INSERT INTO op (n, change, entity, bytes) VALUES (?, ?, ?, ?) "
                                   "ON CONFLICT (n) DO UPDATE SET entity = excluded.entity, "
                                   "bytes = excluded.bytes",
                                   number, changeRow, *entity, ByteView{*bytes});
    if (!stored) return stored;
    if (mayBePacked(ops[index])) ++loose[*entity];
    const auto* write = std::get_if<crdt::SetRegister>(&ops[index]);
    if (write == nullptr || !place->counts) continue;
    if (auto marked = foldReplaced(place->space, *entity, id, *write); !marked) return marked;
  }
  for (const auto& [entity, count] : loose)
    if (auto noted = noteLoose(entity, count); !noted) return noted;
  return {};
}

Result<void> OpTable::noteLoose(std::int64_t entity, std::int64_t count) {
  auto loose = m_statements.one(
      "UPDATE entity SET loose = loose + ? WHERE n = ? RETURNING loose",
      [](Row& row) { return row.number(0); }, count, entity);
  if (!loose) return std::unexpected(loose.error());
  return loose->value_or(0) < m_opsPerPack ? Result<void>{} : pack(entity);
}

Result<void> OpTable::pack(std::int64_t entity) {
  auto rows = m_statements.all(OPS "WHERE o.entity = ? AND o.folded = 0 ORDER BY o.n", readOp, entity);
  if (!rows) return std::unexpected(rows.error());
  std::erase_if(*rows, [](const OpRow& row) { return !mayBePacked(row.op); });
  const auto size = static_cast<std::size_t>(m_opsPerPack);
  for (std::size_t begin = 0; begin < rows->size(); begin += size) {
    const auto some = std::span(*rows).subspan(begin, std::min(size, rows->size() - begin));
    auto bytes = packOps(some);
    if (!bytes) return std::unexpected(bytes.error());
    auto packed = m_statements.run("INSERT INTO op_pack (n, entity, bytes) VALUES (?, ?, ?)",
                                   some.front().place, entity, ByteView{*bytes});
    if (!packed) return packed;
    for (const OpRow& row : some)
      if (auto done = m_statements.run("UPDATE op SET folded = 1 WHERE n = ?", row.place); !done) return done;
  }
  return m_statements.run("UPDATE entity SET loose = 0 WHERE n = ?", entity);
}

Result<bool> OpTable::areHere(std::int64_t space, const OpId& later, const std::vector<OpId>& earlier) {
  for (const OpId& one : earlier) {
    if (!crdt::mayHaveSeen(later, one) || one.index >= limits::opsPerChange) continue; // means nothing, ever
    auto found = m_statements.one(
        "SELECT 1 FROM change c JOIN op o ON o.n = (c.space << 40) + (c.step << 12) + ? "
        "WHERE c.id = ? AND c.space = ?",
        [](Row&) { return true; }, one.index, one.change, space);
    if (!found) return std::unexpected(found.error());
    if (!*found) return false;
  }
  return true;
}

// What is folded is not read, and so cannot speak for what it replaced itself: that is folded with it.
Result<void> OpTable::foldReplaced(std::int64_t space, std::int64_t entity, const OpId& by,
                                   const crdt::SetRegister& write) {
  struct Found {
    std::int64_t number = 0;
    bool counts = false;
    std::optional<crdt::SetRegister> write; // of this register; nothing for any other op
  };
  std::vector<std::pair<OpId, crdt::SetRegister>> open{{by, write}};
  while (!open.empty()) {
    const auto [later, replacing] = std::move(open.back());
    open.pop_back();
    for (const OpId& earlier : replacing.replaces) {
      if (!crdt::mayHaveSeen(later, earlier) || earlier.index >= limits::opsPerChange) continue;
      auto found = m_statements.one(
          "SELECT o.n, c.stage, c.effect, o.bytes FROM change c "
          "JOIN op o ON o.n = (c.space << 40) + (c.step << 12) + ? "
          "WHERE c.id = ? AND c.space = ? AND o.entity = ? AND o.folded = 0",
          [&](Row& row) {
            Found one{row.number(0), row.number(1) == 3 && row.as<std::uint8_t>(2) == effectCounts, {}};
            auto op = crdt::decodeOp(row.view(3));
            auto* replaced = op ? std::get_if<crdt::SetRegister>(&*op) : nullptr;
            if (replaced != nullptr && replaced->field == write.field) one.write = std::move(*replaced);
            return one;
          },
          earlier.index, earlier.change, space, entity);
      if (!found) return std::unexpected(found.error());
      if (!*found || !(*found)->write) continue;
      if ((*found)->counts) {
        auto all = areHere(space, earlier, (*found)->write->replaces);
        if (!all) return std::unexpected(all.error());
        if (!*all) continue; // it goes on to speak for what comes later
      }
      if (auto done = m_statements.run("UPDATE op SET folded = 1 WHERE n = ?", (*found)->number); !done)
        return done;
      if ((*found)->counts) open.emplace_back(earlier, std::move(*(*found)->write));
    }
  }
  return {};
}

Result<void> OpTable::unfold(const SpaceId& space) {
#define ENTITIES_OF_SPACE "(SELECT e.n FROM entity e JOIN space s ON s.n = e.space WHERE s.id = ?)"
  for (const char* unfold : {"DELETE FROM op_pack WHERE entity IN " ENTITIES_OF_SPACE,
                             "UPDATE op SET folded = 0 WHERE folded = 1 AND entity IN " ENTITIES_OF_SPACE,
                             "UPDATE entity SET loose = 0 WHERE n IN " ENTITIES_OF_SPACE})
    if (auto done = m_statements.run(unfold, space); !done) return done;
#undef ENTITIES_OF_SPACE
  return {};
}

Result<void> OpTable::setMarket(const SpaceId& space, const crdt::EntityId& entity, std::string_view market) {
  return m_statements.run("UPDATE entity SET market = ? "
                          "WHERE space = (SELECT n FROM space WHERE id = ?) AND id = ?",
                          market, space, entity.view());
}

Result<void> OpTable::renameMade(const SpaceId& space, const ChangeId& from, const ChangeId& to,
                                 const std::vector<crdt::Op>& ops) {
  for (std::uint32_t index = 0; index < ops.size(); ++index) {
    if (!std::holds_alternative<crdt::Create>(ops[index])) continue;
    auto named = m_statements.run("UPDATE entity SET id = ? "
                                  "WHERE space = (SELECT n FROM space WHERE id = ?) AND id = ?",
                                  crdt::EntityId::created({to, index}).view(), space,
                                  crdt::EntityId::created({from, index}).view());
    if (!named) return named;
  }
  return {};
}

Result<void> OpTable::remove(std::int64_t changeRow) {
  auto entities = m_statements.all(
      "SELECT DISTINCT o.entity FROM change c JOIN op o ON o.n >= (c.space << 40) + (c.step << 12) "
      "AND o.n < (c.space << 40) + ((c.step + 1) << 12) WHERE c.row = ?",
      [](Row& row) { return row.number(0); }, changeRow);
  if (!entities) return std::unexpected(entities.error());
  for (const auto entity : *entities) {
    for (const char* own :
         {"DELETE FROM proof WHERE op IN (SELECT n FROM op WHERE entity = ?1 AND change = ?2)",
          "DELETE FROM op WHERE entity = ?1 AND change = ?2",
          "UPDATE entity SET kind = 0, made = NULL WHERE n = ?1 AND made = ?2"})
      if (auto done = m_statements.run(own, entity, changeRow); !done) return done;
    for (const char* rest : {"DELETE FROM op_pack WHERE entity = ?1",
                             "UPDATE op SET folded = 0 WHERE entity = ?1 AND folded = 1",
                             "UPDATE entity SET loose = (SELECT count(*) FROM op WHERE op.entity = ?1) "
                             "WHERE n = ?1",
                             "DELETE FROM entity WHERE n = ?1 "
                             "AND NOT EXISTS (SELECT 1 FROM op WHERE op.entity = ?1)"})
      if (auto done = m_statements.run(rest, entity); !done) return done;
  }
  return {};
}

Result<std::optional<EntityRow>> OpTable::entity(const SpaceId& space, const crdt::EntityId& id) {
  return m_statements.one(ENTITIES "WHERE e.space = (SELECT n FROM space WHERE id = ?) AND e.id = ? "
                                   "AND e.kind <> 0",
                          readEntity, space, id.view());
}

Result<std::vector<EntityRow>> OpTable::entities(const SpaceId& space, std::uint16_t kind) {
  return m_statements.all(ENTITIES "WHERE e.space = (SELECT n FROM space WHERE id = ?) AND e.kind = ? "
                                   "ORDER BY e.n",
                          readEntity, space, kind);
}

Result<std::vector<EntityRow>> OpTable::entities(const SpaceId& space) {
  return m_statements.all(ENTITIES "WHERE e.space = (SELECT n FROM space WHERE id = ?) AND e.kind > 0 "
                                   "ORDER BY e.n",
                          readEntity, space);
}

Result<std::vector<OpRow>> OpTable::opsOf(const SpaceId& space, const crdt::EntityId& entity) {
  return m_statements.all(OPS "WHERE o.entity = (SELECT n FROM entity "
                              "WHERE space = (SELECT n FROM space WHERE id = ?) AND id = ?) ORDER BY o.n",
                          readOp, space, entity.view());
}

namespace {

// What lies in packs; the SQL asks for their bytes.
template <class... Values>
Result<std::vector<OpRow>> unpacked(Statements& statements, const char* packs, const Values&... values) {
  std::vector<OpRow> rows;
  auto done = statements.each(
      packs,
      [&](Row& row) {
        if (!unpackOps(row.view(0), rows)) row.spoil();
        return true;
      },
      values...);
  if (!done) return std::unexpected(done.error());
  return rows;
}

Result<std::vector<OpRow>> joined(Result<std::vector<OpRow>> first, Result<std::vector<OpRow>> second) {
  if (!first || !second) return first ? std::move(second) : std::move(first);
  std::ranges::move(*second, std::back_inserter(*first));
  return first;
}

} // namespace

// Packs are older than what is loose, so that the ops of a text come in their order of application.
Result<std::vector<OpRow>> OpTable::liveOpsOf(const SpaceId& space, const crdt::EntityId& entity) {
  return joined(unpacked(m_statements,
                         "SELECT bytes FROM op_pack WHERE entity = (SELECT n FROM entity "
                         "WHERE space = (SELECT n FROM space WHERE id = ?) AND id = ?) ORDER BY n",
                         space, entity.view()),
                m_statements.all(OPS "WHERE o.entity = (SELECT n FROM entity "
                                     "WHERE space = (SELECT n FROM space WHERE id = ?) AND id = ?) "
                                     "AND o.folded = 0 ORDER BY o.n",
                                 readOp, space, entity.view()));
}

Result<std::vector<OpRow>> OpTable::liveOpsOfKind(const SpaceId& space, std::uint16_t kind) {
  return joined(unpacked(m_statements,
                         "SELECT p.bytes FROM entity e CROSS JOIN op_pack p ON p.entity = e.n "
                         "WHERE e.space = (SELECT n FROM space WHERE id = ?) AND e.kind = ? ORDER BY p.n",
                         space, kind),
                m_statements.all(OPS_OF_ENTITIES
                                 "WHERE e.space = (SELECT n FROM space WHERE id = ?) AND e.kind = ? "
                                 "AND o.folded = 0 ORDER BY e.n, o.n",
                                 readOp, space, kind));
}

Result<std::vector<crdt::EntityId>> OpTable::idsOfKind(const SpaceId& space, std::uint16_t kind) {
  return m_statements.all(
      "SELECT id FROM entity WHERE space = (SELECT n FROM space WHERE id = ?) AND kind = ? ORDER BY n",
      [](Row& row) {
        auto id = crdt::EntityId::from(row.view(0));
        if (!id) row.spoil();
        return id.value_or(crdt::EntityId{});
      },
      space, kind);
}

Result<std::vector<OpRow>> OpTable::firstOpsOfKind(const SpaceId& space, std::uint16_t kind) {
  std::vector<OpRow> first;
  std::int64_t entity = 0;
  auto done = m_statements.each(
      OPS_OF_ENTITIES "WHERE e.space = (SELECT n FROM space WHERE id = ?) AND e.kind = ? ORDER BY e.n, o.n",
      [&](Row& row) {
        if (std::exchange(entity, row.number(9)) != row.number(9)) first.push_back(readOp(row));
        return true;
      },
      space, kind);
  if (!done) return std::unexpected(done.error());
  return first;
}

Result<std::vector<std::uint16_t>> OpTable::kindsMadeBy(std::int64_t changeRow) {
  return m_statements.all(
      "SELECT DISTINCT e.kind FROM change c JOIN op o ON o.n >= (c.space << 40) + (c.step << 12) "
      "AND o.n < (c.space << 40) + ((c.step + 1) << 12) JOIN entity e ON e.n = o.entity "
      "WHERE c.row = ? AND e.made = c.row",
      [](Row& row) { return row.as<std::uint16_t>(0); }, changeRow);
}

Result<void> OpTable::setProven(const SpaceId& space, const OpId& op) {
  auto number = numberOf(space, op);
  if (!number) return std::unexpected(number.error());
  if (!*number) return fail(ErrorCode::NotFound, "no such op");
  return m_statements.run("INSERT INTO proof (op) VALUES (?) ON CONFLICT (op) DO NOTHING", **number);
}

Result<std::optional<std::int64_t>> OpTable::numberOf(const SpaceId& space, const OpId& id) {
  auto first = m_statements.one(
      "SELECT s.n, c.step FROM change c JOIN space s ON s.n = c.space WHERE c.id = ? AND s.id = ? "
      "AND c.step IS NOT NULL",
      [](Row& row) { return firstOf(row.number(0), row.number(1)); }, id.change, space);
  if (!first) return std::unexpected(first.error());
  if (!*first) return std::optional<std::int64_t>{};
  return **first + id.index;
}

Result<std::optional<OpRow>> OpTable::op(const SpaceId& space, const OpId& id) {
  auto number = numberOf(space, id);
  if (!number) return std::unexpected(number.error());
  if (!*number) return std::optional<OpRow>{};
  return m_statements.one(OPS "WHERE o.n = ?", readOp, **number);
}

Result<std::vector<OpRow>> OpTable::opsOfSpace(const SpaceId& space) {
  auto number = m_statements.one(
      "SELECT n FROM space WHERE id = ?", [](Row& row) { return row.number(0); }, space);
  if (!number) return std::unexpected(number.error());
  if (!*number) return std::vector<OpRow>{};
  return m_statements.all(OPS "WHERE o.n >= ? AND o.n < ? ORDER BY o.n", readOp, firstOf(**number),
                          firstOf(**number + 1));
}

} // namespace meridian::store
