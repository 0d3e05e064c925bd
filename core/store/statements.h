// How the tables of this room speak SQL: prepared once, bound always, read back into strong types.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/base/time.h"
#include "core/sqlite/connection.h"
#include "core/sqlite/statement.h"

namespace meridian::store {

// One row of an answer. A column that is not what is asked for reads as zero and spoils the whole answer,
// which then is Damaged.
class Row {
 public:
  explicit Row(sqlite::Statement& statement) : m_statement(statement) {}

  [[nodiscard]] bool isNull(int column) const { return m_statement.columnIsNull(column); }
  [[nodiscard]] std::int64_t number(int column) const { return m_statement.columnInt(column); }
  template <class Small>
  [[nodiscard]] Small as(int column) const {
    return static_cast<Small>(m_statement.columnInt(column));
  }
  [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
  [[nodiscard]] std::string text(int column) const { return std::string(m_statement.columnText(column)); }
  // Valid until the next row; empty for null.
  [[nodiscard]] ByteView view(int column) const {
    return isNull(column) ? ByteView{} : m_statement.columnBlob(column);
  }
  [[nodiscard]] Bytes bytes(int column) const {
    const ByteView found = view(column);
    return {found.begin(), found.end()};
  }
  [[nodiscard]] Instant instant(int column) const { return fromMillis(number(column)); }
  [[nodiscard]] std::optional<Instant> maybeInstant(int column) const {
    return isNull(column) ? std::nullopt : std::optional(instant(column));
  }
  template <class Id>
  [[nodiscard]] Id id(int column) const {
    return m_statement.columnId<Id>(column);
  }

  // For what the reader itself finds wrong.
  void spoil() { m_ok = false; }
  [[nodiscard]] bool ok() const { return m_ok && m_statement.check().has_value(); }

 private:
  sqlite::Statement& m_statement;
  bool m_ok = true;
};

// The statements of one table. The connection keeps each compiled after its first use, so the texts are
// literals. A function that reads a row must not write.
class Statements {
 public:
  explicit Statements(sqlite::Connection& connection) : m_connection(connection) {}

  template <class... Values>
  [[nodiscard]] Result<void> run(const char* sql, const Values&... values) {
    return each(
        sql, [](Row&) { return true; }, values...);
  }
  // The only row, if there is one.
  template <class Read, class... Values>
  [[nodiscard]] auto one(const char* sql, Read read, const Values&... values)
      -> Result<std::optional<std::invoke_result_t<Read, Row&>>> {
    std::optional<std::invoke_result_t<Read, Row&>> found;
    auto done = each(
        sql,
        [&](Row& row) {
          if (!found) found = read(row);
          return true; // to the end, because a statement that writes is only then complete
        },
        values...);
    if (!done) return std::unexpected(done.error());
    return found;
  }
  template <class Read, class... Values>
  [[nodiscard]] auto all(const char* sql, Read read, const Values&... values)
      -> Result<std::vector<std::invoke_result_t<Read, Row&>>> {
    std::vector<std::invoke_result_t<Read, Row&>> found;
    auto done = each(
        sql,
        [&](Row& row) {
          found.push_back(read(row));
          return true;
        },
        values...);
    if (!done) return std::unexpected(done.error());
    return found;
  }
  // Rows until `visit` returns false.
  template <class Visit, class... Values>
  [[nodiscard]] Result<void> each(const char* sql, Visit visit, const Values&... values) {
    auto prepared = m_connection.prepare(sql);
    if (!prepared) return std::unexpected(prepared.error());
    sqlite::Statement& statement = *prepared;
    int position = 0;
    (bind(statement, ++position, values), ...);
    while (true) {
      auto stepped = statement.step();
      if (!stepped) return std::unexpected(stepped.error());
      if (!*stepped) return {};
      Row row(statement);
      const bool more = visit(row);
      if (!row.ok()) return meridian::fail(ErrorCode::Damaged, "a stored row cannot be read");
      if (!more) return {};
    }
  }

 private:
  template <class Enum>
  requires std::is_enum_v<Enum>
  static void bind(sqlite::Statement& statement, int position, Enum value) {
    statement.bind(position, static_cast<std::int64_t>(value));
  }
  template <class Value>
  requires(!std::is_enum_v<Value>) static void bind(sqlite::Statement& statement, int position,
                                                    const Value& value) {
    statement.bind(position, value);
  }
  static void bind(sqlite::Statement& statement, int position, Instant value) {
    statement.bind(position, toMillis(value));
  }
  template <class Value>
  static void bind(sqlite::Statement& statement, int position, const std::optional<Value>& value) {
    if (value) return bind(statement, position, *value);
    statement.bind(position, nullptr);
  }

  sqlite::Connection& m_connection;
};

} // namespace meridian::store
