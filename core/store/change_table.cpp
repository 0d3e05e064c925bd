#include "core/store/change_table.h"

#include <cassert>

namespace meridian::store {

namespace {

// Where `prev` lies in every format of a change (FORMAT.md §2).
constexpr std::size_t prevOffset = 88;

ChangeInfo readInfo(Row& row) {
  return {.row = row.number(0),
          .id = row.id<ChangeId>(1),
          .space = row.id<SpaceId>(2),
          .device = row.id<DeviceId>(3),
          .incarnation = row.id<Incarnation>(4),
          .chain = row.as<envelope::Chain>(5),
          .seq = row.as<std::uint64_t>(6),
          .kind = row.as<std::uint8_t>(7),
          .stage = row.as<Stage>(8),
          .effect = row.as<std::uint8_t>(9),
          .reason = row.text(10),
          .claimedAt = row.instant(11),
          .hlc = row.as<std::uint64_t>(12),
          .local = row.flag(13),
          .step = row.isNull(14) ? 0 : row.number(14)};
}

ChangeRow readChange(Row& row) {
  ChangeRow found{.row = row.number(0),
                  .change = {},
                  .space = row.id<SpaceId>(1),
                  .signature = row.as<SignatureState>(2),
                  .stage = row.as<Stage>(3),
                  .effect = row.as<std::uint8_t>(4),
                  .reason = row.text(5),
                  .claimedAt = row.instant(6),
                  .hlc = row.as<std::uint64_t>(7),
                  .local = row.flag(8)};
  auto change = envelope::Change::parse(row.bytes(9));
  if (change && change->id() == row.id<ChangeId>(10)) {
    found.change = std::move(*change);
  } else {
    row.spoil();
  }
  return found;
}

} // namespace

// The columns that readInfo() and readChange() expect, to be followed by a condition.
#define INFO_OF_CHANGES                                                                                      \
  "SELECT c.row, c.id, s.id, n.device, n.incarnation, c.half, c.seq, c.kind, c.stage, c.effect, c.reason, "  \
  "c.claimed_at, c.hlc, c.local, c.step FROM change c JOIN space s ON s.n = c.space JOIN chain n ON n.n = "  \
  "c.chain "
#define WHOLE_CHANGES                                                                                        \
  "SELECT c.row, s.id, c.signature, c.stage, c.effect, c.reason, c.claimed_at, c.hlc, c.local, b.bytes, "    \
  "c.id FROM change c JOIN space s ON s.n = c.space JOIN change_bytes b ON b.change = c.row "

Result<std::int64_t> ChangeTable::numberOf(const SpaceId& space) {
  const auto number = [](Row& row) { return row.number(0); };
  auto found = m_statements.one("SELECT n FROM space WHERE id = ?", number, space);
  if (!found) return std::unexpected(found.error());
  if (!*found) found = m_statements.one("INSERT INTO space (id) VALUES (?) RETURNING n", number, space);
  if (!found) return std::unexpected(found.error());
  return **found;
}

Result<ChangeTable::ChainState> ChangeTable::chainOf(std::int64_t space, const envelope::ChainKey& key) {
  const auto read = [](Row& row) {
    return ChainState{.number = row.number(0),
                      .position = {.seq = row.as<std::uint64_t>(1), .id = row.id<ChangeId>(2)}};
  };
  auto found = m_statements.one("SELECT n, seq, tip FROM chain "
                                "WHERE space = ? AND half = ? AND device = ? AND incarnation = ?",
                                read, space, key.chain, key.device, key.incarnation);
  if (!found) return std::unexpected(found.error());
  if (!*found) {
    found = m_statements.one("INSERT INTO chain (space, half, device, incarnation, seq, tip) "
                             "VALUES (?, ?, ?, ?, 0, ?) RETURNING n, seq, tip",
                             read, space, key.chain, key.device, key.incarnation, ChangeId{});
    if (!found) return std::unexpected(found.error());
  }
  return **found;
}

Result<std::int64_t> ChangeTable::insert(const ChangeRow& row) {
  const envelope::Change& change = row.change;
  assert(row.space == change.space());
  auto known = has(change.id());
  if (!known) return std::unexpected(known.error());
  if (*known) return fail(ErrorCode::AlreadyExists, "this change is here");

  auto space = numberOf(row.space);
  if (!space) return std::unexpected(space.error());
  auto chain = chainOf(*space, envelope::chainKeyOf(change));
  if (!chain) return std::unexpected(chain.error());
  const bool follows = envelope::follows(chain->position, change).has_value();
  std::optional<Branch> branch;
  if (!follows) {
    auto found = branchFor(chain->number, change);
    if (!found) return std::unexpected(found.error());
    branch = *found;
  }

  auto number = m_statements.one(
      "INSERT INTO change (id, space, half, chain, seq, kind, signature, stage, effect, reason, "
      "claimed_at, hlc, local) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING row",
      [](Row& inserted) { return inserted.number(0); }, change.id(), *space, change.chain(), chain->number,
      change.header().seq, change.header().kind, row.signature, row.stage, row.effect, row.reason,
      row.claimedAt, row.hlc, row.local);
  if (!number) return std::unexpected(number.error());
  auto stored =
      m_statements.run("INSERT INTO change_bytes (change, bytes) VALUES (?, ?)", **number, change.bytes());
  if (!stored) return std::unexpected(stored.error());
  if (follows) {
    auto moved = moveTip(chain->number, {.seq = change.header().seq, .id = change.id()});
    if (!moved) return std::unexpected(moved.error());
  } else if (branch) {
    auto kept = m_statements.run("INSERT INTO branch (n, chain, seq, tip) VALUES (?, ?, ?, ?) "
                                 "ON CONFLICT (n) DO UPDATE SET seq = excluded.seq, tip = excluded.tip",
                                 branch->number, chain->number, change.header().seq, change.id());
    if (!kept) return std::unexpected(kept.error());
  }
  return **number;
}

Result<ChangeTable::Branch> ChangeTable::branchFor(std::int64_t chain, const envelope::Change& change) {
  const auto& header = change.header();
  const auto number = [](Row& row) { return row.number(0); };
  auto longer = m_statements.one("SELECT n FROM branch WHERE chain = ? AND seq = ? AND tip = ?", number,
                                 chain, header.seq - 1, header.prev);
  if (!longer) return std::unexpected(longer.error());
  if (*longer) return Branch{**longer};
  auto from = m_statements.one("SELECT row FROM change WHERE chain = ? AND seq = ? AND id = ?", number, chain,
                               header.seq - 1, header.prev);
  if (!from) return std::unexpected(from.error());
  if (header.seq > 1 && !*from) return fail(ErrorCode::NotFound, "the change before it is not here");
  return Branch{};
}

Result<ChangeTable::Place> ChangeTable::placeOf(const envelope::Change& change) {
  auto tip = this->tip(envelope::chainKeyOf(change));
  if (!tip) return std::unexpected(tip.error());
  const auto& header = change.header();
  if (!*tip) return header.seq == 1 ? Place::Next : Place::Gap;
  if (envelope::follows(**tip, change)) return Place::Next;
  auto number = numberOf(change.space());
  if (!number) return std::unexpected(number.error());
  auto chain = chainOf(*number, envelope::chainKeyOf(change));
  if (!chain) return std::unexpected(chain.error());
  auto branch = branchFor(chain->number, change);
  if (branch) return Place::Branch;
  if (branch.error().code == ErrorCode::NotFound) return Place::Gap;
  return std::unexpected(branch.error());
}

Result<void> ChangeTable::rewrite(std::int64_t row, const envelope::Change& change) {
  auto space = numberOf(change.space());
  if (!space) return std::unexpected(space.error());
  auto chain = chainOf(*space, envelope::chainKeyOf(change));
  if (!chain) return std::unexpected(chain.error());
  if (auto follows = envelope::follows(chain->position, change); !follows)
    return std::unexpected(follows.error());
  auto moved = m_statements.run("INSERT INTO renamed (old, id) SELECT id, ? FROM change WHERE row = ?",
                                change.id(), row);
  if (!moved) return moved;
  if (auto unfolded = unfold(row); !unfolded) return unfolded; // packs name it by its old id
  moved = m_statements.run("UPDATE change SET id = ?, chain = ?, seq = ?, signature = ? WHERE row = ?",
                           change.id(), chain->number, change.header().seq, SignatureState::Verified, row);
  if (!moved) return moved;
  moved = m_statements.run("UPDATE change_bytes SET bytes = ? WHERE change = ?", change.bytes(), row);
  if (!moved) return moved;
  return moveTip(chain->number, {.seq = change.header().seq, .id = change.id()});
}

Result<void> ChangeTable::rewind(const envelope::ChainKey& chain, envelope::ChainPosition tip) {
  return m_statements.run(
      "UPDATE chain SET seq = ?, tip = ? WHERE space = (SELECT n FROM space WHERE id = ?) "
      "AND half = ? AND device = ? AND incarnation = ?",
      tip.seq, tip.id, chain.space, chain.chain, chain.device, chain.incarnation);
}

Result<std::optional<ChangeId>> ChangeTable::renamed(const ChangeId& old) {
  return m_statements.one(
      "SELECT id FROM renamed WHERE old = ?", [](Row& row) { return row.id<ChangeId>(0); }, old);
}

Result<bool> ChangeTable::hasForked(const ChangeId& ofChain) {
  auto found = m_statements.one(
      "SELECT 1 FROM branch WHERE chain = (SELECT chain FROM change WHERE id = ?) LIMIT 1",
      [](Row&) { return true; }, ofChain);
  if (!found) return std::unexpected(found.error());
  return found->has_value();
}

Result<std::vector<ChangeTable::Fork>> ChangeTable::forks(const SpaceId& space) {
  return m_statements.all(
      "SELECT n.device, n.incarnation, n.half, a.seq, a.id, z.id FROM change a "
      "JOIN change z ON z.chain = a.chain AND z.seq = a.seq AND z.row > a.row "
      "JOIN chain n ON n.n = a.chain JOIN change_bytes ab ON ab.change = a.row "
      "JOIN change_bytes zb ON zb.change = z.row "
      "WHERE a.chain IN (SELECT chain FROM branch) "
      "AND substr(ab.bytes, ?, 32) = substr(zb.bytes, ?, 32) "
      "AND n.space = (SELECT n FROM space WHERE id = ?) ORDER BY a.row, z.row",
      [&](Row& row) {
        return Fork{.chain = {.space = space,
                              .device = row.id<DeviceId>(0),
                              .incarnation = row.id<Incarnation>(1),
                              .chain = row.as<envelope::Chain>(2)},
                    .seq = row.as<std::uint64_t>(3),
                    .first = row.id<ChangeId>(4),
                    .second = row.id<ChangeId>(5)};
      },
      prevOffset + 1, prevOffset + 1, space);
}

Result<void> ChangeTable::moveTip(std::int64_t chain, envelope::ChainPosition tip) {
  return m_statements.run("UPDATE chain SET seq = ?, tip = ? WHERE n = ?", tip.seq, tip.id, chain);
}

#define ENTITIES_OF_ONE                                                                                      \
  "SELECT o.entity FROM change c JOIN op o ON o.n >= (c.space << 40) + (c.step << 12) "                      \
  "AND o.n < (c.space << 40) + ((c.step + 1) << 12) WHERE c.row = ? AND c.stage = 3"

Result<void> ChangeTable::unfold(std::int64_t row) {
  for (const char* unfold : {"DELETE FROM op_pack WHERE entity IN (" ENTITIES_OF_ONE ")",
                             "UPDATE entity SET loose = (SELECT count(*) FROM op WHERE op.entity = entity.n) "
                             "WHERE n IN (" ENTITIES_OF_ONE ")",
                             "UPDATE op SET folded = 0 WHERE folded = 1 AND entity IN (" ENTITIES_OF_ONE ")"})
    if (auto done = m_statements.run(unfold, row); !done) return done;
  return {};
}

Result<void> ChangeTable::setApplied(std::int64_t row, std::uint8_t effect, std::string_view reason,
                                     Instant claimedAt, std::uint64_t hlc) {
  // Judged anew: what its writes replaced may be back, and packs say how it was judged before.
  auto anew = m_statements.one(
      "SELECT 1 FROM change WHERE row = ? AND stage = ? AND effect <> ?", [](Row&) { return true; }, row,
      Stage::Applied, effect);
  if (!anew) return std::unexpected(anew.error());
  if (*anew)
    if (auto unfolded = unfold(row); !unfolded) return unfolded;
  return m_statements.run("UPDATE change SET stage = ?, effect = ?, reason = ?, claimed_at = ?, hlc = ? "
                          "WHERE row = ?",
                          Stage::Applied, effect, reason, claimedAt, hlc, row);
}

Result<void> ChangeTable::setStage(std::int64_t row, Stage stage) {
  return m_statements.run("UPDATE change SET stage = ? WHERE row = ?", stage, row);
}

Result<void> ChangeTable::unapply(const SpaceId& space, const std::vector<std::int64_t>& rows) {
  for (const auto row : rows)
    for (const char* undo : {"UPDATE change SET stage = 1, effect = 0, reason = '', head = 0, step = NULL "
                             "WHERE row = ?",
                             "DELETE FROM parent WHERE change = ?"})
      if (auto done = m_statements.run(undo, row); !done) return done;
  return m_statements.run("UPDATE change SET head = 1 "
                          "WHERE space = (SELECT n FROM space WHERE id = ?1) AND head = 2 AND row NOT IN "
                          "(SELECT p.parent FROM change c JOIN parent p ON p.change = c.row "
                          "WHERE c.space = (SELECT n FROM space WHERE id = ?1))",
                          space);
}

Result<void> ChangeTable::setSignature(std::int64_t row, SignatureState state, bool eraseBytes) {
  auto done = m_statements.run("UPDATE change SET signature = ? WHERE row = ?", state, row);
  if (!done || !eraseBytes) return done;
  auto bytes = m_statements.one(
      "SELECT bytes FROM change_bytes WHERE change = ?", [](Row& found) { return found.bytes(0); }, row);
  if (!bytes) return std::unexpected(bytes.error());
  if (!*bytes) return fail(ErrorCode::NotFound, "no such row");
  auto change = envelope::Change::parse(std::move(**bytes));
  if (!change) return std::unexpected(change.error());
  change->dropSignature();
  return m_statements.run("UPDATE change_bytes SET bytes = ? WHERE change = ?", change->bytes(), row);
}

Result<bool> ChangeTable::has(const ChangeId& id) {
  auto found = m_statements.one(
      "SELECT 1 FROM change WHERE id = ?", [](Row&) { return true; }, id);
  if (!found) return std::unexpected(found.error());
  return found->has_value();
}

Result<std::optional<ChangeInfo>> ChangeTable::info(const ChangeId& id) {
  return m_statements.one(INFO_OF_CHANGES "WHERE c.id = ?", readInfo, id);
}

Result<std::optional<ChangeRow>> ChangeTable::find(const ChangeId& id) {
  return m_statements.one(WHOLE_CHANGES "WHERE c.id = ?", readChange, id);
}

Result<std::optional<ChangeRow>> ChangeTable::at(std::int64_t row) {
  return m_statements.one(WHOLE_CHANGES "WHERE c.row = ?", readChange, row);
}

Result<std::optional<envelope::ChainPosition>> ChangeTable::tip(const envelope::ChainKey& chain) {
  return m_statements.one(
      "SELECT n.seq, n.tip FROM chain n JOIN space s ON s.n = n.space "
      "WHERE s.id = ? AND n.half = ? AND n.device = ? AND n.incarnation = ? AND n.seq > 0",
      [](Row& row) {
        return envelope::ChainPosition{.seq = row.as<std::uint64_t>(0), .id = row.id<ChangeId>(1)};
      },
      chain.space, chain.chain, chain.device, chain.incarnation);
}

Result<std::vector<std::pair<envelope::ChainKey, envelope::ChainPosition>>>
ChangeTable::tips(const SpaceId& space) {
  return m_statements.all(
      "SELECT n.device, n.incarnation, n.half, n.seq, n.tip FROM chain n JOIN space s ON s.n = n.space "
      "WHERE s.id = ?1 AND n.seq > 0 UNION ALL "
      "SELECT n.device, n.incarnation, n.half, b.seq, b.tip FROM branch b JOIN chain n ON n.n = b.chain "
      "JOIN space s ON s.n = n.space WHERE s.id = ?1 ORDER BY 3, 1, 2, 4, 5",
      [&](Row& row) {
        return std::pair{envelope::ChainKey{.space = space,
                                            .device = row.id<DeviceId>(0),
                                            .incarnation = row.id<Incarnation>(1),
                                            .chain = row.as<envelope::Chain>(2)},
                         envelope::ChainPosition{.seq = row.as<std::uint64_t>(3), .id = row.id<ChangeId>(4)}};
      },
      space);
}

Result<std::vector<ChangeRow>> ChangeTable::after(const SpaceId& space, envelope::Chain chain,
                                                  std::int64_t after, std::size_t limit) {
  return m_statements.all(WHOLE_CHANGES "WHERE c.space = (SELECT n FROM space WHERE id = ?) AND c.half = ? "
                                        "AND c.row > ? ORDER BY c.row LIMIT ?",
                          readChange, space, chain, after, limit);
}

Result<std::vector<ChangeRow>> ChangeTable::applied(const SpaceId& space) {
  return m_statements.all(WHOLE_CHANGES "WHERE c.space = (SELECT n FROM space WHERE id = ?) AND c.half = ? "
                                        "AND c.stage = ? ORDER BY c.step",
                          readChange, space, envelope::Chain::Content, Stage::Applied);
}

Result<std::vector<ChangeRow>> ChangeTable::run(const envelope::ChainKey& chain, std::uint64_t fromSeq,
                                                std::size_t limit) {
  return m_statements.all(
      WHOLE_CHANGES "WHERE c.chain = (SELECT n FROM chain WHERE space = (SELECT n FROM space WHERE id = ?) "
                    "AND half = ? AND device = ? AND incarnation = ?) AND c.seq >= ? "
                    "ORDER BY c.seq, c.row LIMIT ?",
      readChange, chain.space, chain.chain, chain.device, chain.incarnation, fromSeq, limit);
}

Result<std::vector<ChangeRow>> ChangeTable::unapplied(const SpaceId& space, std::int64_t after,
                                                      std::size_t limit) {
  return m_statements.all(WHOLE_CHANGES "WHERE c.space = (SELECT n FROM space WHERE id = ?) AND c.stage < 3 "
                                        "AND c.row > ? ORDER BY c.row LIMIT ?",
                          readChange, space, after, limit);
}

Result<std::vector<SpaceId>> ChangeTable::spacesWithUnapplied() {
  return m_statements.all(
      "SELECT id FROM space WHERE n IN (SELECT space FROM change WHERE stage < 3) ORDER BY id",
      [](Row& row) { return row.id<SpaceId>(0); });
}

Result<std::vector<ChangeRow>> ChangeTable::vouched(std::size_t limit) {
  return m_statements.all(WHOLE_CHANGES "WHERE c.signature = 2 ORDER BY c.row LIMIT ?", readChange, limit);
}

Result<std::vector<ChangeId>> ChangeTable::heads(const ChangeId& id) {
  auto row = find(id);
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::vector<ChangeId>{};
  return (*row)->change.header().heads;
}

// Says `effect > 1` in so many words: only then is the index of those few used.
Result<std::vector<ChangeRow>> ChangeTable::withEffect(const SpaceId& space, std::uint8_t effect) {
  return m_statements.all(WHOLE_CHANGES "WHERE c.space = (SELECT n FROM space WHERE id = ?) AND c.half = ? "
                                        "AND c.stage = ? AND c.effect = ? AND c.effect > 1 ORDER BY c.row",
                          readChange, space, envelope::Chain::Content, Stage::Applied, effect);
}

Result<std::vector<ChangeInfo>> ChangeTable::list(const SpaceId& space, envelope::Chain chain) {
  return m_statements.all(INFO_OF_CHANGES "WHERE c.space = (SELECT n FROM space WHERE id = ?) AND c.half = ? "
                                          "ORDER BY c.row",
                          readInfo, space, chain);
}

// Read from the newest on until there are enough: “+” keeps SQLite from going through the spaces instead.
Result<std::vector<ChangeInfo>> ChangeTable::recent(const SpaceId& campaign, std::size_t limit) {
  return m_statements.all(INFO_OF_CHANGES "WHERE +s.campaign = ? ORDER BY c.row DESC LIMIT ?", readInfo,
                          campaign, limit);
}

Result<std::vector<ChangeInfo>> ChangeTable::withoutEffect(const SpaceId& campaign) {
  return m_statements.all(INFO_OF_CHANGES
                          "WHERE s.campaign = ? AND c.stage = 3 AND c.effect > 1 AND c.effect <= 3 "
                          "ORDER BY c.row DESC",
                          readInfo, campaign);
}

Result<std::int64_t> ChangeTable::count(const SpaceId& space) {
  auto found = m_statements.one(
      "SELECT count(*) FROM change WHERE space = (SELECT n FROM space WHERE id = ?)",
      [](Row& row) { return row.number(0); }, space);
  if (!found) return std::unexpected(found.error());
  return found->value_or(0);
}

Result<std::vector<ChangeId>> ChangeTable::frontier(const SpaceId& space) {
  return m_statements.all(
      "SELECT id FROM change WHERE space = (SELECT n FROM space WHERE id = ?) AND head = 1 ORDER BY id",
      [](Row& row) { return row.id<ChangeId>(0); }, space);
}

Result<void> ChangeTable::advanceFrontier(const SpaceId& space, const ChangeId& change,
                                          const std::vector<ChangeId>& names) {
  const auto number = [](Row& row) { return row.number(0); };
  // Stays 2 if an applied change names it already: judging again puts nothing back into the frontier.
  auto self = m_statements.one("UPDATE change SET head = max(head, 1) "
                               "WHERE id = ? AND space = (SELECT n FROM space WHERE id = ?) RETURNING row",
                               number, change, space);
  if (!self) return std::unexpected(self.error());
  if (!*self) return fail(ErrorCode::NotFound, "a change that is not here cannot be a head");
  for (const ChangeId& name : names) {
    auto parent =
        m_statements.one("UPDATE change SET head = 2 "
                         "WHERE id = ? AND space = (SELECT n FROM space WHERE id = ?) RETURNING row",
                         number, name, space);
    if (!parent) return std::unexpected(parent.error());
    if (!*parent) return fail(ErrorCode::NotFound, "a change of the frontier is not here");
    auto linked = m_statements.run("INSERT INTO parent (change, parent) VALUES (?, ?) "
                                   "ON CONFLICT (change, parent) DO NOTHING",
                                   **self, **parent);
    if (!linked) return linked;
  }
  return {};
}

Result<std::vector<ChangeId>> ChangeTable::parents(const ChangeId& change) {
  return m_statements.all(
      "SELECT c.id FROM change me JOIN parent p ON p.change = me.row "
      "JOIN change c ON c.row = p.parent WHERE me.id = ? ORDER BY p.parent",
      [](Row& row) { return row.id<ChangeId>(0); }, change);
}

Result<void> ChangeTable::check() {
  return m_statements.each("SELECT c.id, b.bytes FROM change c LEFT JOIN change_bytes b ON b.change = c.row",
                           [](Row& row) {
                             const auto change = envelope::Change::parse(row.bytes(1));
                             if (!change || change->id() != row.id<ChangeId>(0)) row.spoil();
                             return true;
                           });
}

} // namespace meridian::store
