// Inside core/sqlite alone: the open handle, its cache of statements, and what its failures mean.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#define SQLITE_HAS_CODEC 1
#include <sqlite3.h>

#include "core/base/error.h"

namespace meridian::sqlite {

// Compiled before a transaction begins, and never let go: what has to be taken back for want of memory could
// not be compiled by then, and the transaction would stay open.
inline constexpr std::string_view takeBack = "ROLLBACK";

class Database {
 public:
  Database(sqlite3* handle, bool keyed) : m_handle(handle), m_keyed(keyed) {}
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  sqlite3* handle() const { return m_handle; }
  bool keyed() const { return m_keyed; }
  // What `result` of the latest call means.
  Error error(int result);
  // The first answer that was Damaged, whoever was given it.
  const std::optional<Error>& damage() const { return m_damage; }
  void noteDamage(Error error);

  Result<sqlite3_stmt*> take(std::string_view sql);
  void giveBack(sqlite3_stmt* statement);

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  sqlite3* m_handle;
  bool m_keyed;
  std::optional<Error> m_damage;
  // Statements that nobody uses now, by their text.
  std::unordered_multimap<std::string, sqlite3_stmt*, TextHash, std::equal_to<>> m_idle;
};

} // namespace meridian::sqlite
