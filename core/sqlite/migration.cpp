#include "core/sqlite/migration.h"

#include <cassert>

#include "core/sqlite/transaction.h"

namespace meridian::sqlite {

Result<void> migrate(Connection& connection, std::span<const Migration> migrations) {
  assert(inOrder(migrations));
  const auto current = connection.queryInt("PRAGMA user_version");
  if (!current) return std::unexpected(current.error());
  const int newest = migrations.empty() ? 0 : migrations.back().version;
  if (*current > newest) return fail(ErrorCode::UpdateNeeded, "a file of a newer version");
  for (const Migration& step : migrations) {
    if (step.version <= *current) continue;
    auto transaction = Transaction::begin(connection);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto done = connection.execute(std::string(step.sql)); !done) return done;
    // A pragma takes no parameters; the version is a number of ours.
    const std::string mark = "PRAGMA user_version = " + std::to_string(step.version);
    if (auto marked = connection.execute(mark); !marked) return marked;
    if (auto committed = transaction->commit(); !committed) return committed;
  }
  return {};
}

} // namespace meridian::sqlite
