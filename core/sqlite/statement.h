// One prepared statement in use.
#pragma once

#include <concepts>
#include <cstddef>
#include <string_view>

#include "core/base/id.h"

struct sqlite3_stmt;

namespace meridian::sqlite {

class Database;

// Move-only. Goes back to its connection's cache, reset and unbound, when it is destroyed, and so has to be
// destroyed before the connection. Positions of parameters count from 1, columns from 0, as in SQL.
//
// Binding copies. A read of a column that does not hold what was asked for gives a zero or empty value and
// marks the statement: check(), and every later step(), say Damaged.
class Statement {
 public:
  ~Statement();
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) noexcept;

  // REQUIRES: a position that the statement has, and no row being read (reset() first)
  void bind(int position, std::int64_t value);
  void bind(int position, std::string_view text);
  void bind(int position, ByteView blob); // an empty view is an empty blob, not null
  void bind(int position, std::nullptr_t);
  void bind(int position, const Bytes& blob) { bind(position, ByteView{blob}); }
  void bind(int position, const std::string& text) { bind(position, std::string_view{text}); }
  void bind(int position, const char* text) { bind(position, std::string_view{text}); }
  template <std::integral Int>
  requires(!std::same_as<Int, std::int64_t>) void bind(int position, Int value) {
    bind(position, static_cast<std::int64_t>(value));
  }
  template <class Tag, std::size_t N>
  void bind(int position, const FixedId<Tag, N>& id) {
    bind(position, id.view());
  }
  // Binds from position 1 on.
  template <class... Values>
  void bindAll(const Values&... values) {
    int position = 0;
    (bind(++position, values), ...);
  }

  // True: a row can be read. False: done, and reset for the next use (bindings stay).
  [[nodiscard]] Result<bool> step();
  // For a statement without rows; what it returns is passed over.
  [[nodiscard]] Result<void> run();
  // Ends a result early; bindings stay.
  void reset();

  // Views hold until the next step(), reset() or destruction. Integers are 64 bits; an unsigned value was
  // bound with its bits and is cast back.
  [[nodiscard]] std::int64_t columnInt(int column);
  [[nodiscard]] std::string_view columnText(int column);
  [[nodiscard]] ByteView columnBlob(int column);
  [[nodiscard]] bool columnIsNull(int column) const;
  template <class Id>
  [[nodiscard]] Id columnId(int column) {
    const ByteView bytes = columnBlob(column);
    if (bytes.size() == Id::size) return Id::unchecked(bytes);
    damaged();
    return {};
  }
  [[nodiscard]] Result<void> check() const;

 private:
  friend class Connection;
  Statement(Database& database, sqlite3_stmt* statement) : m_database(&database), m_statement(statement) {}
  void bound(int result);
  void damaged();
  void giveBack();

  Database* m_database = nullptr;
  sqlite3_stmt* m_statement = nullptr;
  int m_bindFailure = 0;
  bool m_onRow = false;
  bool m_damaged = false;
};

} // namespace meridian::sqlite
