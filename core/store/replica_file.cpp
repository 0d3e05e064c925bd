#include "core/store/replica_file.h"

#include "core/store/migrations.h"

namespace meridian::store {

Result<std::unique_ptr<ReplicaFile>> ReplicaFile::open(const std::filesystem::path& file,
                                                       const SecretBytes& key,
                                                       const sqlite::OpenOptions& options) {
  auto connection = sqlite::Connection::open(file, key.view(), options);
  if (!connection) return std::unexpected(connection.error());
  auto migrated = sqlite::migrate(*connection, migrations());
  if (!migrated) return std::unexpected(migrated.error());
  std::unique_ptr<ReplicaFile> opened(new ReplicaFile(std::move(*connection)));
  auto due = opened->knowledge.isDue();
  if (!due) return std::unexpected(due.error());
  if (!*due) return opened;
  auto transaction = sqlite::Transaction::begin(opened->connection());
  if (!transaction) return std::unexpected(transaction.error());
  if (auto complete = opened->knowledge.complete(); !complete) return std::unexpected(complete.error());
  if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
  return opened;
}

ReplicaFile::ReplicaFile(sqlite::Connection connection)
    : m_connection(std::make_unique<sqlite::Connection>(std::move(connection))),
      campaigns(*m_connection),
      changes(*m_connection),
      knowledge(*m_connection),
      ops(*m_connection),
      outbox(*m_connection),
      cursors(*m_connection),
      keys(*m_connection),
      blobs(*m_connection),
      settings(*m_connection) {}

ReplicaFile::~ReplicaFile() = default;

sqlite::Connection& ReplicaFile::connection() { return *m_connection; }

Result<void> ReplicaFile::check() {
  auto sound = m_connection->quickCheck();
  if (!sound) return sound;
  return changes.check();
}

} // namespace meridian::store
