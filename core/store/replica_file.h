// The one encrypted file of a profile: opens it, brings it up to date, and hands out its tables.
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/clock.h"
#include "core/crypto/signing/secret_bytes.h"
#include "core/sqlite/transaction.h"
#include "core/store/blob_table.h"
#include "core/store/campaign_table.h"
#include "core/store/change_table.h"
#include "core/store/cursor_table.h"
#include "core/store/key_table.h"
#include "core/store/knowledge_table.h"
#include "core/store/op_table.h"
#include "core/store/outbox_table.h"
#include "core/store/setting_table.h"

namespace meridian::store {

// The rooms above know the file through this room alone.
using FileOptions = sqlite::OpenOptions;
using Transaction = sqlite::Transaction;
using sqlite::removeFile;

// One thread at a time. Every write happens inside a transaction that the caller holds: a change, its
// effect and its outbox entry commit together or not at all.
class ReplicaFile {
 public:
  // Creates the file if it is missing. WrongKey, Damaged, UpdateNeeded (written by a newer version),
  // ReadOnly, DiskFull as core/sqlite maps them.
  [[nodiscard]] static Result<std::unique_ptr<ReplicaFile>>
  open(const std::filesystem::path& file, const SecretBytes& key, const sqlite::OpenOptions& options = {});
  ~ReplicaFile();

  [[nodiscard]] sqlite::Connection& connection();
  // Pages and free-list are sound, and every change row hashes to its id. Reads the whole file.
  [[nodiscard]] Result<void> check();

 private:
  explicit ReplicaFile(sqlite::Connection connection);
  // First, because the tables hold statements of it.
  std::unique_ptr<sqlite::Connection> m_connection;

 public:
  CampaignTable campaigns;
  ChangeTable changes;
  KnowledgeTable knowledge;
  OpTable ops;
  OutboxTable outbox;
  CursorTable cursors;
  KeyTable keys;
  BlobTable blobs;
  SettingTable settings;
};

} // namespace meridian::store
