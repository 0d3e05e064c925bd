#include "core/sqlite/statement.h"

#include <cassert>
#include <utility>

#include "core/sqlite/database.h"

namespace meridian::sqlite {
namespace {
constexpr const char* otherType = "a column holds another type than its table says";
}

Statement::~Statement() { giveBack(); }

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database),
      m_statement(std::exchange(other.m_statement, nullptr)),
      m_bindFailure(other.m_bindFailure),
      m_onRow(other.m_onRow),
      m_damaged(other.m_damaged) {}

Statement& Statement::operator=(Statement&& other) noexcept {
  if (this != &other) {
    giveBack();
    m_database = other.m_database;
    m_statement = std::exchange(other.m_statement, nullptr);
    m_bindFailure = other.m_bindFailure;
    m_onRow = other.m_onRow;
    m_damaged = other.m_damaged;
  }
  return *this;
}

void Statement::giveBack() {
  if (m_statement != nullptr) m_database->giveBack(std::exchange(m_statement, nullptr));
}

void Statement::bound(int result) {
  assert(result != SQLITE_RANGE && result != SQLITE_MISUSE);
  if (result != SQLITE_OK) m_bindFailure = result;
}

void Statement::bind(int position, std::int64_t value) {
  bound(sqlite3_bind_int64(m_statement, position, value));
}

void Statement::bind(int position, std::string_view text) {
  // A null pointer would bind NULL, and an empty text has one sometimes.
  const char* data = text.data() == nullptr ? "" : text.data();
  bound(sqlite3_bind_text64(m_statement, position, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int position, ByteView blob) {
  if (blob.empty()) {
    bound(sqlite3_bind_zeroblob(m_statement, position, 0));
  } else {
    bound(sqlite3_bind_blob64(m_statement, position, blob.data(), blob.size(), SQLITE_TRANSIENT));
  }
}

void Statement::bind(int position, std::nullptr_t) { bound(sqlite3_bind_null(m_statement, position)); }

Result<bool> Statement::step() {
  if (m_bindFailure != 0) return std::unexpected(m_database->error(m_bindFailure));
  if (auto good = check(); !good) return std::unexpected(good.error());
  const int result = sqlite3_step(m_statement);
  m_onRow = result == SQLITE_ROW;
  if (m_onRow) return true;
  if (result == SQLITE_DONE) {
    reset();
    return false;
  }
  const Error error = m_database->error(result);
  reset();
  return std::unexpected(error);
}

Result<void> Statement::run() {
  while (true) {
    auto row = step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return {};
  }
}

void Statement::reset() {
  m_onRow = false;
  sqlite3_reset(m_statement); // repeats the failure of the step, which has been reported
}

std::int64_t Statement::columnInt(int column) {
  assert(m_onRow && column < sqlite3_column_count(m_statement));
  if (sqlite3_column_type(m_statement, column) != SQLITE_INTEGER) {
    damaged();
    return 0;
  }
  return sqlite3_column_int64(m_statement, column);
}

std::string_view Statement::columnText(int column) {
  assert(m_onRow && column < sqlite3_column_count(m_statement));
  if (sqlite3_column_type(m_statement, column) != SQLITE_TEXT) {
    damaged();
    return {};
  }
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

ByteView Statement::columnBlob(int column) {
  assert(m_onRow && column < sqlite3_column_count(m_statement));
  if (sqlite3_column_type(m_statement, column) != SQLITE_BLOB) {
    damaged();
    return {};
  }
  const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement, column));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

bool Statement::columnIsNull(int column) const {
  assert(m_onRow && column < sqlite3_column_count(m_statement));
  return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

void Statement::damaged() {
  m_damaged = true;
  m_database->noteDamage({ErrorCode::Damaged, otherType});
}

Result<void> Statement::check() const {
  if (m_damaged) return fail(ErrorCode::Damaged, otherType);
  return {};
}

} // namespace meridian::sqlite
