#include "core/store/outbox_table.h"

namespace meridian::store {

namespace {

// The columns that readOutbox() expects, to be followed by a condition.
#define OUTBOX                                                                                               \
  "SELECT c.id, s.id, o.change, o.delivery, o.reason, o.stored_at, o.hold_until FROM outbox o "              \
  "JOIN change c ON c.row = o.change JOIN space s ON s.n = o.space "

OutboxRow readOutbox(Row& row) {
  return {.change = row.id<ChangeId>(0),
          .space = row.id<SpaceId>(1),
          .changeRow = row.number(2),
          .delivery = row.as<Delivery>(3),
          .reason = row.text(4),
          .storedAt = row.maybeInstant(5),
          .holdUntil = row.maybeInstant(6)};
}

ReceiptRow readReceipt(Row& row) {
  return {.change = row.id<ChangeId>(0),
          .relay = row.id<RelayId>(1),
          .at = row.instant(2),
          .forBlobs = row.flag(3),
          .bytes = row.bytes(4)};
}

} // namespace

Result<void> OutboxTable::add(const OutboxRow& row) {
  ++m_revision;
  auto added = m_statements.one(
      "INSERT INTO outbox (change, space, delivery, reason, stored_at, hold_until) "
      "SELECT c.row, c.space, ?, ?, ?, ? FROM change c WHERE c.row = ? AND c.id = ? RETURNING change",
      [](Row& found) { return found.number(0); }, row.delivery, row.reason, row.storedAt, row.holdUntil,
      row.changeRow, row.change);
  if (!added) return std::unexpected(added.error());
  if (!*added) return fail(ErrorCode::NotFound, "no such change");
  return {};
}

Result<void> OutboxTable::setDelivery(const ChangeId& change, Delivery delivery, std::string_view reason,
                                      std::optional<Instant> storedAt) {
  ++m_revision;
  return m_statements.run("UPDATE outbox SET delivery = ?, reason = ?, stored_at = ? "
                          "WHERE change = (SELECT row FROM change WHERE id = ?)",
                          delivery, reason, storedAt, change);
}

Result<bool> OutboxTable::setWaitingFor(const ChangeId& change, std::string_view reason) {
  auto news = m_statements.one(
      "UPDATE outbox SET reason = ? WHERE change = (SELECT row FROM change WHERE id = ?) "
      "AND delivery < ? AND reason <> ? RETURNING 1",
      [](Row& row) { return row.number(0); }, reason, change, Delivery::Stored, reason);
  if (!news) return std::unexpected(news.error());
  if (*news) ++m_revision;
  return news->has_value();
}

Result<void> OutboxTable::setHold(const ChangeId& change, std::optional<Instant> until) {
  ++m_revision;
  return m_statements.run("UPDATE outbox SET hold_until = ? "
                          "WHERE change = (SELECT row FROM change WHERE id = ?)",
                          until, change);
}

Result<std::optional<OutboxRow>> OutboxTable::find(const ChangeId& change) {
  return m_statements.one(OUTBOX "WHERE o.change = (SELECT row FROM change WHERE id = ?)", readOutbox,
                          change);
}

Result<std::vector<OutboxRow>> OutboxTable::waiting() {
  return m_statements.all(OUTBOX "WHERE o.delivery <> 3 ORDER BY o.change", readOutbox);
}

Result<std::vector<OutboxRow>> OutboxTable::waiting(const SpaceId& space) {
  return m_statements.all(OUTBOX "WHERE o.space = (SELECT n FROM space WHERE id = ?) AND o.delivery <> 3 "
                                 "ORDER BY o.change",
                          readOutbox, space);
}

Result<std::vector<OutboxTable::Waiting>> OutboxTable::waitingBySpace() {
  return m_statements.all(
      "SELECT s.id, sum(o.delivery <> 4), sum(o.delivery = 4) FROM outbox o JOIN space s ON s.n = o.space "
      "WHERE o.delivery <> 3 GROUP BY o.space",
      [](Row& row) {
        return Waiting{.space = row.id<SpaceId>(0), .unsent = row.as<int>(1), .rejected = row.as<int>(2)};
      });
}

Result<std::optional<Instant>> OutboxTable::nextHold(Instant now) {
  auto next = m_statements.one(
      "SELECT min(hold_until) FROM outbox WHERE delivery <> 3 AND hold_until > ? AND hold_until <= ?",
      [](Row& row) { return row.maybeInstant(0); }, now, now + holdBack);
  if (!next) return std::unexpected(next.error());
  return next->value_or(std::nullopt);
}

Result<std::vector<OutboxRow>> OutboxTable::recent(std::size_t limit) {
  return m_statements.all(OUTBOX "ORDER BY o.change DESC LIMIT ?", readOutbox, limit);
}

Result<void> OutboxTable::reopen(const SpaceId& space) {
  ++m_revision;
  return m_statements.run("UPDATE outbox SET delivery = 2, stored_at = NULL "
                          "WHERE space = (SELECT n FROM space WHERE id = ?) AND delivery = 3",
                          space);
}

Result<void> OutboxTable::addReceipt(const ReceiptRow& receipt, bool settled) {
  return m_statements.run(
      "INSERT INTO receipt (change, for_blobs, at, relay, bytes, witnessed) VALUES (?1, ?2, ?3, ?4, ?5, "
      "?6 OR EXISTS (SELECT 1 FROM witnessed WHERE change = ?1 AND for_blobs = ?2)) "
      "ON CONFLICT (change, for_blobs, at, relay) DO NOTHING",
      receipt.change, receipt.forBlobs, receipt.at, receipt.relay, ByteView{receipt.bytes}, settled);
}

Result<std::vector<ReceiptRow>> OutboxTable::receipts(const ChangeId& change) {
  return m_statements.all("SELECT change, relay, at, for_blobs, bytes FROM receipt WHERE change = ? "
                          "ORDER BY for_blobs, at, relay",
                          readReceipt, change);
}

Result<std::vector<ReceiptRow>> OutboxTable::unwitnessedReceipts() {
  return m_statements.all("SELECT change, relay, at, for_blobs, bytes FROM receipt WHERE witnessed = 0 "
                          "ORDER BY at, change, for_blobs, relay",
                          readReceipt);
}

Result<void> OutboxTable::setWitnessed(const ChangeId& change, bool forBlobs) {
  auto noted = m_statements.run("INSERT INTO witnessed (change, for_blobs) VALUES (?, ?) "
                                "ON CONFLICT (change, for_blobs) DO NOTHING",
                                change, forBlobs);
  if (!noted) return noted;
  return m_statements.run("UPDATE receipt SET witnessed = 1 WHERE change = ? AND for_blobs = ?", change,
                          forBlobs);
}

} // namespace meridian::store
