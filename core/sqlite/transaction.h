// A write transaction that ends with its scope.
#pragma once

#include "core/sqlite/connection.h"

namespace meridian::sqlite {

// Takes the write lock at once, so that what is read inside cannot be outdated when it writes. Rolls back on
// destruction unless committed. Move-only; not nested.
class Transaction {
 public:
  // REQUIRES: no transaction is open on `connection`, which outlives this and is not moved meanwhile
  [[nodiscard]] static Result<Transaction> begin(Connection& connection);
  ~Transaction();
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;

  // Once. After success the changes are durable; after a failure none of them is there.
  [[nodiscard]] Result<void> commit();

 private:
  explicit Transaction(Connection& connection) : m_connection(&connection) {}
  void rollback();

  Connection* m_connection;
};

} // namespace meridian::sqlite
