#include "core/store/op_table.h"

#include <cassert>

#include "core/base/limits.h"

namespace meridian::store {

namespace {

// The number of an op: space · 2^40 + step · 2^12 + index. Ops of a space lie together in the order in
// which its changes were applied, and one change's in its own order.
constexpr int indexBits = 12;
constexpr int spaceShift = 40;
static_assert(limits::opsPerChange == std::size_t{1} << indexBits);

std::int64_t firstOf(std::int64_t space) { return space << spaceShift; }

// The columns that readOp() and readEntity() expect, to be followed by a condition.
#define OPS                                                                                                  \
  "SELECT o.n, o.bytes, o.change, c.id, c.hlc, c.claimed_at, c.effect, n.device FROM op o "                  \
  "JOIN change c ON c.row = o.change JOIN chain n ON n.n = c.chain "
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
  const auto read = [](Row& row) {
    return Place{.space = row.number(0), .step = row.isNull(1) ? -1 : row.number(1)};
  };
  auto place = m_statements.one("SELECT c.space, c.step FROM change c JOIN space s ON s.n = c.space "
                                "WHERE c.row = ? AND c.id = ? AND s.id = ?",
                                read, changeRow, change, space);
  if (!place) return std::unexpected(place.error());
  if (!*place) return fail(ErrorCode::NotFound, "no such change in this space");
  if ((*place)->step >= 0) return **place;
  auto fresh = m_statements.one("UPDATE space SET steps = steps + 1 WHERE n = ? RETURNING n, steps", read,
                                (*place)->space);
  if (!fresh) return std::unexpected(fresh.error());
  auto kept = m_statements.run("UPDATE change SET step = ? WHERE row = ?", (*fresh)->step, changeRow);
  if (!kept) return std::unexpected(kept.error());
  return **fresh;
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
  std::int64_t number = firstOf(place->space) + (place->step << indexBits);
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
  }
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

Result<std::optional<OpRow>> OpTable::op(const SpaceId& space, const OpId& id) {
  auto first = m_statements.one(
      "SELECT s.n, c.step FROM change c JOIN space s ON s.n = c.space WHERE c.id = ? AND s.id = ? "
      "AND c.step IS NOT NULL",
      [](Row& row) { return firstOf(row.number(0)) + (row.number(1) << 12); }, id.change, space);
  if (!first) return std::unexpected(first.error());
  if (!*first) return std::optional<OpRow>{};
  return m_statements.one(OPS "WHERE o.n = ?", readOp, **first + id.index);
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
