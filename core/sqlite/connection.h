// One open SQLCipher or SQLite file. Mechanism only: it knows no schema.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/time.h"
#include "core/sqlite/statement.h"

namespace meridian::sqlite {

struct OpenOptions {
  bool readOnly = false;
  bool create = true; // otherwise NotFound if the file is missing, Damaged if it is empty
  std::string vfs;    // a registered SQLite VFS by name; empty: the system's
  int cachePages = 4096;
  Duration busyTimeout = std::chrono::seconds{5};
};

inline constexpr std::size_t rawKeyBytes = 32;

// Whether the file is there, and taking it away with what SQLite keeps beside it; both by the VFS that will
// open it. REQUIRES for removing: nobody has it open.
[[nodiscard]] bool fileExists(const std::filesystem::path& file, const std::string& vfs = {});
[[nodiscard]] Result<void> removeFile(const std::filesystem::path& file, const std::string& vfs = {});

// Opened with write-ahead log, synchronous = FULL (a commit is durable when it returns), sorting in memory
// only, foreign keys on, an untrusted schema and no double-quoted strings. One thread at a time; all
// statements and transactions end before their connection. That one process alone uses a file is its
// caller's affair.
//
// How SQLite's failures come out, here and in Statement: NOTADB WrongKey (of a file opened without a key
// Damaged), CORRUPT Damaged, FULL DiskFull, READONLY and CANTOPEN ReadOnly, BUSY and LOCKED ProfileInUse,
// IOERR Io, a broken UNIQUE or PRIMARY KEY AlreadyExists, TOOBIG TooLarge, everything else Internal.
class Connection {
 public:
  // `key`: empty for a plain file, else rawKeyBytes of key, used as they are (no passphrase is stretched).
  // The key is checked before this returns; with a wrong one nothing is written.
  [[nodiscard]] static Result<Connection> open(const std::filesystem::path& file, ByteView key,
                                               const OpenOptions& options = {});
  ~Connection();
  Connection(Connection&&) noexcept;
  Connection& operator=(Connection&&) noexcept;

  // A statement, compiled at the first use of this text and kept for the next one when it is dropped. Two
  // of one text may be in use at once.
  [[nodiscard]] Result<Statement> prepare(std::string_view sql);
  // One statement without a result, its values bound by position.
  template <class... Values>
  [[nodiscard]] Result<void> run(std::string_view sql, const Values&... values);
  // A script of constant text: schema and pragmas, never values.
  [[nodiscard]] Result<void> execute(const std::string& script);
  // The first column of the first row; NotFound if there is no row.
  [[nodiscard]] Result<std::int64_t> queryInt(std::string_view sql);

  [[nodiscard]] std::int64_t lastInsertRowId() const;
  // Rows changed by the latest INSERT, UPDATE or DELETE.
  [[nodiscard]] std::int64_t changes() const;
  [[nodiscard]] bool inTransaction() const;

  // The first answer since the file was opened that was Damaged, whether or not anybody looked at it.
  [[nodiscard]] const std::optional<Error>& damage() const;
  // Reads the whole file: authentication of every page (of a keyed file), then structure. Damaged if
  // anything is wrong.
  [[nodiscard]] Result<void> quickCheck();
  // Moves the write-ahead log into the file and empties it.
  [[nodiscard]] Result<void> checkpoint();

 private:
  explicit Connection(std::unique_ptr<Database> database);
  std::unique_ptr<Database> m_database;
};

template <class... Values>
Result<void> Connection::run(std::string_view sql, const Values&... values) {
  auto statement = prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  statement->bindAll(values...);
  return statement->run();
}

} // namespace meridian::sqlite
