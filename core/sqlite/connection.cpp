#include "core/sqlite/connection.h"

#include <array>
#include <cassert>
#include <cerrno>

#include "core/base/planted.h"
#include "core/sqlite/database.h"

namespace meridian::sqlite {

namespace {

constexpr std::size_t idleStatementsMax = 256;

ErrorCode codeOf(int result, bool keyed) {
  switch (result & 0xFF) {
  case SQLITE_NOTADB:
    return keyed ? ErrorCode::WrongKey : ErrorCode::Damaged;
  case SQLITE_CORRUPT:
    return ErrorCode::Damaged;
  case SQLITE_FULL:
    return ErrorCode::DiskFull;
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_CANTOPEN:
    return ErrorCode::ReadOnly;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return ErrorCode::ProfileInUse;
  case SQLITE_IOERR:
    return result == SQLITE_IOERR_NOMEM ? ErrorCode::OutOfMemory : ErrorCode::Io;
  case SQLITE_NOMEM:
    return ErrorCode::OutOfMemory;
  case SQLITE_TOOBIG:
    return ErrorCode::TooLarge;
  default:
    break;
  }
  const bool taken = result == SQLITE_CONSTRAINT_UNIQUE || result == SQLITE_CONSTRAINT_PRIMARYKEY ||
                     result == SQLITE_CONSTRAINT_ROWID;
  return taken ? ErrorCode::AlreadyExists : ErrorCode::Internal;
}

sqlite3_vfs* vfsNamed(const std::string& name) {
  sqlite3_initialize(); // registers the system's
  sqlite3_vfs* const found = sqlite3_vfs_find(name.empty() ? nullptr : name.c_str());
  assert(found != nullptr);
  return found;
}

// The raw key in SQLCipher's notation, x'64 hexadecimal digits', wiped when it goes out of scope.
class RawKeyText {
 public:
  explicit RawKeyText(ByteView key) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::size_t at = 0;
    m_text[at++] = 'x';
    m_text[at++] = '\'';
    for (const std::uint8_t byte : key) {
      m_text[at++] = digits[byte >> 4];
      m_text[at++] = digits[byte & 0x0F];
    }
    m_text[at] = '\'';
  }
  ~RawKeyText() {
    volatile char* text = m_text.data();
    for (std::size_t i = 0; i < m_text.size(); ++i)
      text[i] = 0;
  }
  RawKeyText(const RawKeyText&) = delete;
  RawKeyText& operator=(const RawKeyText&) = delete;

  const void* data() const { return m_text.data(); }
  int size() const { return static_cast<int>(m_text.size()); }

 private:
  std::array<char, 3 + 2 * rawKeyBytes> m_text{};
};

} // namespace

Database::~Database() {
  for (const auto& [sql, statement] : m_idle)
    sqlite3_finalize(statement);
  const int closed = sqlite3_close(m_handle);
  assert(closed == SQLITE_OK); // otherwise a statement outlives its connection
  (void)closed;
}

Error Database::error(int result) {
  ErrorCode code = codeOf(result, m_keyed);
  if (code == ErrorCode::Io && sqlite3_system_errno(m_handle) == ENOSPC) code = ErrorCode::DiskFull;
  // SQLite's own sentence may quote names of tables, never bound values.
  Error error{code, std::string(sqlite3_errstr(result)) + " (" + std::to_string(result) +
                        "): " + sqlite3_errmsg(m_handle)};
  // The key has been checked when the file was opened: what is no database any more was spoiled since.
  if (code == ErrorCode::Damaged || code == ErrorCode::WrongKey)
    noteDamage({ErrorCode::Damaged, error.detail});
  return error;
}

void Database::noteDamage(Error error) {
  if (!m_damage) m_damage = std::move(error);
}

Result<sqlite3_stmt*> Database::take(std::string_view sql) {
  if (const auto idle = m_idle.find(sql); idle != m_idle.end()) {
    sqlite3_stmt* statement = idle->second;
    m_idle.erase(idle);
    return statement;
  }
  sqlite3_stmt* statement = nullptr;
  const char* tail = nullptr;
  const int result = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, &tail);
  if (result != SQLITE_OK) return std::unexpected(error(result));
  // One text is one statement: what follows it would silently not run.
  assert(statement != nullptr && tail == sql.data() + sql.size());
  return statement;
}

void Database::giveBack(sqlite3_stmt* statement) {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement); // values may be large, and some are keys
  if (m_idle.size() >= idleStatementsMax && sqlite3_sql(statement) != takeBack) {
    sqlite3_finalize(statement);
    return;
  }
  try {
    m_idle.emplace(sqlite3_sql(statement), statement);
  } catch (const std::bad_alloc&) { // statements are given back on the way out of that, too
    sqlite3_finalize(statement);
  }
}

bool fileExists(const std::filesystem::path& file, const std::string& vfs) {
  sqlite3_vfs* const found = vfsNamed(vfs);
  // The system's VFS takes an empty file for none when asked for its existence alone.
  for (const int how : {SQLITE_ACCESS_EXISTS, SQLITE_ACCESS_READWRITE}) {
    int exists = 0;
    const int asked = found->xAccess(found, file.c_str(), how, &exists);
    // What cannot be asked is answered by opening it, which says why.
    if (asked != SQLITE_OK || exists != 0) return true;
  }
  return false;
}

Result<void> removeFile(const std::filesystem::path& file, const std::string& vfs) {
  sqlite3_vfs* const found = vfsNamed(vfs);
  // A journal is left by who stopped before the write-ahead log was turned on; beside a new file it would be
  // taken for that one's.
  for (const char* suffix : {"-journal", "-wal", "-shm", ""}) {
    const int removed = found->xDelete(found, (file.string() + suffix).c_str(), 1);
    if (removed != SQLITE_OK && removed != SQLITE_IOERR_DELETE_NOENT)
      return fail(ErrorCode::Io, "a database file cannot be removed");
  }
  return {};
}

Connection::Connection(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
Connection::~Connection() = default;
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;

Result<Connection> Connection::open(const std::filesystem::path& file, ByteView key,
                                    const OpenOptions& options) {
  assert(key.empty() || key.size() == rawKeyBytes);
  const bool mayMake = options.create && !options.readOnly;
  if (!mayMake && !fileExists(file, options.vfs)) {
    return fail(ErrorCode::NotFound, "no such database file");
  }
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  flags |= options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (mayMake) flags |= SQLITE_OPEN_CREATE;

  sqlite3* handle = nullptr;
  const int opened =
      sqlite3_open_v2(file.c_str(), &handle, flags, options.vfs.empty() ? nullptr : options.vfs.c_str());
  if (handle == nullptr) return fail(ErrorCode::OutOfMemory, "for a database");
  Connection connection(std::make_unique<Database>(handle, !key.empty()));
  if (opened != SQLITE_OK) return std::unexpected(connection.m_database->error(opened));

  sqlite3_busy_timeout(handle, static_cast<int>(options.busyTimeout.count()));
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  if (!key.empty()) {
    // By the function and not by the pragma, whose text would stay in SQLite's memory. SQLCipher keeps the
    // key locked and wiped of itself; cipher_memory_security, which does so for every page too, is left
    // off: it halves the speed, and what is read is in our own memory anyway.
    const RawKeyText text(key);
    const int keyed = sqlite3_key(handle, text.data(), text.size());
    if (keyed != SQLITE_OK) return std::unexpected(connection.m_database->error(keyed));
    // Its log goes to the standard error stream, which is meridianctl's for one JSON document. The first
    // key of the process turns it on, so that this comes after it.
    if (auto quiet = connection.execute("PRAGMA cipher_log_level = NONE"); !quiet) {
      return std::unexpected(quiet.error());
    }
  }

  // The first read shows whether the key fits, before anything is written.
  const auto pages = connection.queryInt("SELECT count(*) FROM sqlite_schema");
  if (!pages) return std::unexpected(pages.error());
  if (!mayMake) {
    const auto pageCount = connection.queryInt("PRAGMA page_count");
    if (!pageCount) return std::unexpected(pageCount.error());
    if (*pageCount == 0) return fail(ErrorCode::Damaged, "an empty database file");
  }
  std::string pragmas = "PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;";
  if (planted(key.empty() ? Bug::ReceiptBeforeFsync : Bug::SkipFsync)) pragmas += "PRAGMA synchronous = OFF;";
  pragmas += "PRAGMA cache_size = " + std::to_string(options.cachePages) + ";";
  if (!options.readOnly) pragmas += "PRAGMA journal_mode = WAL;";
  if (auto set = connection.execute(pragmas); !set) return std::unexpected(set.error());
  return connection;
}

Result<Statement> Connection::prepare(std::string_view sql) {
  const auto statement = m_database->take(sql);
  if (!statement) return std::unexpected(statement.error());
  return Statement(*m_database, *statement);
}

Result<void> Connection::execute(const std::string& script) {
  const int result = sqlite3_exec(m_database->handle(), script.c_str(), nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) return std::unexpected(m_database->error(result));
  return {};
}

Result<std::int64_t> Connection::queryInt(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  const auto row = statement->step();
  if (!row) return std::unexpected(row.error());
  if (!*row) return fail(ErrorCode::NotFound, "no row");
  const std::int64_t value = statement->columnInt(0);
  if (auto good = statement->check(); !good) return std::unexpected(good.error());
  return value;
}

std::int64_t Connection::lastInsertRowId() const { return sqlite3_last_insert_rowid(m_database->handle()); }

std::int64_t Connection::changes() const { return sqlite3_changes64(m_database->handle()); }

bool Connection::inTransaction() const { return sqlite3_get_autocommit(m_database->handle()) == 0; }

const std::optional<Error>& Connection::damage() const { return m_database->damage(); }

Result<void> Connection::quickCheck() {
  if (m_database->keyed()) {
    // What follows reads the file beneath the log. Power that went while the log was brought into it leaves
    // torn pages there, which the log still holds whole: that is no damage, and is mended by doing it again.
    if (auto brought = checkpoint(); !brought && brought.error().code != ErrorCode::ReadOnly &&
                                     brought.error().code != ErrorCode::ProfileInUse)
      return brought;
    auto pages = prepare("PRAGMA cipher_integrity_check");
    if (!pages) return std::unexpected(pages.error());
    const auto complaint = pages->step();
    if (!complaint) return std::unexpected(complaint.error());
    if (*complaint) return fail(ErrorCode::Damaged, "a page of the database is not authentic");
  }
  auto structure = prepare("PRAGMA quick_check(1)");
  if (!structure) return std::unexpected(structure.error());
  const auto row = structure->step();
  if (!row) return std::unexpected(row.error());
  if (!*row || structure->columnText(0) != "ok") {
    return fail(ErrorCode::Damaged, "the structure of the database is broken");
  }
  return {};
}

Result<void> Connection::checkpoint() {
  const int result =
      sqlite3_wal_checkpoint_v2(m_database->handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  if (result != SQLITE_OK) return std::unexpected(m_database->error(result));
  return {};
}

} // namespace meridian::sqlite
