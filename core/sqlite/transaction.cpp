#include "core/sqlite/transaction.h"

#include <cassert>
#include <new>
#include <utility>

#include "core/sqlite/database.h"

namespace meridian::sqlite {

Result<Transaction> Transaction::begin(Connection& connection) {
  assert(!connection.inTransaction());
  if (auto compiled = connection.prepare(takeBack); !compiled) return std::unexpected(compiled.error());
  if (auto begun = connection.run("BEGIN IMMEDIATE"); !begun) return std::unexpected(begun.error());
  return Transaction(connection);
}

Transaction::~Transaction() {
  try {
    rollback();
  } catch (const std::bad_alloc&) { // only telling what went wrong takes memory, and nobody would be told
  }
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr)) {}

Result<void> Transaction::commit() {
  assert(m_connection != nullptr);
  auto committed = m_connection->run("COMMIT");
  if (!committed) rollback();
  m_connection = nullptr;
  return committed;
}

void Transaction::rollback() {
  // A full disk or an I/O error may have rolled back already.
  if (m_connection != nullptr && m_connection->inTransaction()) (void)m_connection->run(takeBack);
}

} // namespace meridian::sqlite
