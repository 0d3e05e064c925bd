#include "core/store/cursor_table.h"

namespace meridian::store {

namespace {

CursorRow readCursor(Row& row) {
  return {.space = row.id<SpaceId>(0),
          .relay = row.id<RelayId>(1),
          .generation = row.bytes(2),
          .number = row.as<std::uint64_t>(3)};
}

} // namespace

Result<void> CursorTable::set(const CursorRow& row) {
  return m_statements.run("INSERT INTO cursor (relay, space, generation, number) VALUES (?, ?, ?, ?) "
                          "ON CONFLICT (relay, space) DO UPDATE SET "
                          "generation = excluded.generation, number = excluded.number",
                          row.relay, row.space, ByteView{row.generation}, row.number);
}

Result<void> CursorTable::move(const CursorRow& row) {
  return m_statements.run("UPDATE cursor SET generation = ?, number = ? WHERE relay = ? AND space = ?",
                          ByteView{row.generation}, row.number, row.relay, row.space);
}

Result<std::optional<CursorRow>> CursorTable::find(const SpaceId& space, const RelayId& relay) {
  return m_statements.one("SELECT space, relay, generation, number FROM cursor WHERE relay = ? AND space = ?",
                          readCursor, relay, space);
}

Result<std::vector<CursorRow>> CursorTable::all(const RelayId& relay) {
  return m_statements.all(
      "SELECT space, relay, generation, number FROM cursor WHERE relay = ? ORDER BY space", readCursor,
      relay);
}

Result<void> CursorTable::forget(const SpaceId& space) {
  return m_statements.run("DELETE FROM cursor WHERE space = ?", space);
}

} // namespace meridian::store
