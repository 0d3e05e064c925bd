// The relay's default store: one SQLite file. Blind like the rest of the relay: changes and chunks are
// bytes to it.
//
// Beside the file lies a mark (generation 16 · changes stored u64 · commits u64, which older versions left
// out) that is written after every commit. If the mark knows of more than the file holds, or of another
// generation, the file was wiped or restored or lost its end, and a new generation is minted: clients then
// compare and refill instead of trusting their cursors. What is read is compared with its hash: Damaged if it
// is not what was stored.
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/random.h"
#include "core/sqlite/connection.h"
#include "core/sqlite/transaction.h"
#include "sync/relay/storage.h"

namespace meridian::relay {

class SqliteStorage final : public Storage {
 public:
  // `vfs`: a registered SQLite VFS, for tests; empty: the system's.
  [[nodiscard]] static Result<std::unique_ptr<SqliteStorage>> open(const std::filesystem::path& file,
                                                                   const std::filesystem::path& mark,
                                                                   RandomSource& random,
                                                                   const std::string& vfs = {});

  [[nodiscard]] Generation generation() const override { return m_generation; }
  [[nodiscard]] Result<void> begin() override;
  [[nodiscard]] Result<void> commit() override;
  void rollback() override;
  [[nodiscard]] Result<std::vector<StoredSpace>> spaces() override;
  [[nodiscard]] Result<void> addSpace(const SpaceId& space, const SpaceId& campaign) override;
  [[nodiscard]] Result<std::uint64_t> add(const SpaceId& space, const envelope::Change& change,
                                          const Receipt& receipt) override;
  [[nodiscard]] Result<std::optional<std::vector<Receipt>>> receipts(const SpaceId& space,
                                                                     const ChangeId& change) override;
  [[nodiscard]] Result<void> addReceipt(const SpaceId& space, const Receipt& receipt) override;
  [[nodiscard]] Result<bool> holds(const envelope::ChainKey& chain, std::uint64_t seq,
                                   const ChangeId& change) override;
  [[nodiscard]] Result<std::optional<ChangeId>> changeAt(const SpaceId& space, std::uint64_t number) override;
  [[nodiscard]] Result<std::vector<StoredChange>> read(const SpaceId& space, std::uint64_t after,
                                                       std::optional<envelope::Chain> half,
                                                       ReadLimits limits) override;
  [[nodiscard]] Result<std::vector<protocol::Tip>> tips(const SpaceId& space) override;
  [[nodiscard]] Result<std::vector<Naming>> naming(const protocol::BlobName& blob) override;
  [[nodiscard]] Result<std::optional<StoredBlob>> blob(const protocol::BlobName& blob) override;
  [[nodiscard]] Result<void> addBlob(const protocol::BlobList& list) override;
  [[nodiscard]] Result<void> addChunk(const protocol::BlobName& blob, std::uint32_t index,
                                      ByteView bytes) override;
  [[nodiscard]] Result<Bytes> chunk(const protocol::BlobName& blob, std::uint32_t index) override;

 private:
  SqliteStorage(sqlite::Connection connection, std::filesystem::path mark)
      : m_connection(std::move(connection)), m_mark(std::move(mark)) {}
  [[nodiscard]] Result<void> settleGeneration(RandomSource& random);
  [[nodiscard]] Result<void> writeMark() const;
  // The row of a space; NotFound if it is not here.
  [[nodiscard]] Result<std::int64_t> rowOf(const SpaceId& space);
  [[nodiscard]] Result<std::vector<Receipt>> receiptsOf(std::int64_t space, const ChangeId& change);

  sqlite::Connection m_connection;
  std::filesystem::path m_mark;
  Generation m_generation;
  std::uint64_t m_stored = 0; // changes in all spaces
  std::uint64_t m_commits = 0;
  std::optional<sqlite::Transaction> m_transaction;
};

} // namespace meridian::relay
