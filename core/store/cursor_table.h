// How far this replica has read each space at its relay.
#pragma once

#include <optional>
#include <vector>

#include "core/base/id.h"
#include "core/store/statements.h"

namespace meridian::store {

struct CursorRow {
  SpaceId space = {};
  RelayId relay = {};
  Bytes generation = {};    // 16 bytes: the relay's store; another one means that it was wiped or restored
  std::uint64_t number = 0; // the relay's own numbering per space
};

class CursorTable {
 public:
  explicit CursorTable(sqlite::Connection& connection) : m_statements(connection) {}
  [[nodiscard]] Result<void> set(const CursorRow& row);
  // As set(), unless it was forgotten since the relay was compared with: it stays so then, and what the relay
  // lacks is found when it is met again.
  [[nodiscard]] Result<void> move(const CursorRow& row);
  [[nodiscard]] Result<std::optional<CursorRow>> find(const SpaceId& space, const RelayId& relay);
  [[nodiscard]] Result<std::vector<CursorRow>> all(const RelayId& relay);
  // Of every relay.
  [[nodiscard]] Result<void> forget(const SpaceId& space);

 private:
  Statements m_statements;
};

} // namespace meridian::store
