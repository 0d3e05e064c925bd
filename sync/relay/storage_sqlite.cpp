#include "sync/relay/storage_sqlite.h"

#include <fcntl.h>
#include <unistd.h>

#include "core/base/file.h"
#include "sync/relay/storage_migrations.h"

namespace meridian::relay {
namespace {

constexpr std::size_t markBytes = Generation::size + 8 + 8;

} // namespace

Result<std::unique_ptr<SqliteStorage>> SqliteStorage::open(const std::filesystem::path& file,
                                                           const std::filesystem::path& mark,
                                                           RandomSource& random, const std::string& vfs) {
  auto connection = sqlite::Connection::open(file, {}, {.vfs = vfs});
  if (!connection) return std::unexpected(connection.error());
  if (auto migrated = sqlite::migrate(*connection, storageMigrations); !migrated)
    return std::unexpected(migrated.error());
  auto storage = std::unique_ptr<SqliteStorage>(new SqliteStorage(std::move(*connection), mark));
  if (auto settled = storage->settleGeneration(random); !settled) return std::unexpected(settled.error());
  return storage;
}

Result<void> SqliteStorage::settleGeneration(RandomSource& random) {
  auto counted = m_connection.queryInt("SELECT COALESCE(SUM(number), 0) FROM space");
  if (!counted) return std::unexpected(counted.error());
  m_stored = static_cast<std::uint64_t>(*counted);
  bool known = false;
  {
    auto statement = m_connection.prepare("SELECT generation, commits FROM store WHERE id = 1");
    if (!statement) return std::unexpected(statement.error());
    auto row = statement->step();
    if (!row) return std::unexpected(row.error());
    known = *row;
    if (known) {
      m_generation = statement->columnId<Generation>(0);
      m_commits = static_cast<std::uint64_t>(statement->columnInt(1));
    }
    if (auto sound = statement->check(); !sound) return sound;
  }
  auto mark = readFile(m_mark, 1024);
  // Without what it says an older store would pass for the newest.
  if (!mark && mark.error().code != ErrorCode::NotFound) return std::unexpected(mark.error());
  if (mark && known) {
    ByteReader reader(*mark);
    const auto generation = reader.raw(Generation::size);
    const auto stored = reader.u64();
    const bool older = mark->size() == markBytes - sizeof m_commits;
    const auto commits = older ? m_commits : reader.u64();
    // A mark that was cut short, as a power cut may leave it, says nothing.
    if (reader.ok() &&
        (Generation::unchecked(generation) != m_generation || stored > m_stored || commits > m_commits))
      known = false;
  }
  if (!known) {
    m_generation = random.id<Generation>();
    auto saved = m_connection.run("INSERT INTO store (id, generation) VALUES (1, ?)"
                                  " ON CONFLICT (id) DO UPDATE SET generation = excluded.generation",
                                  m_generation);
    if (!saved) return saved;
  }
  return writeMark();
}

Result<void> SqliteStorage::writeMark() const {
  ByteWriter out;
  out.raw(m_generation.view());
  out.u64(m_stored);
  out.u64(m_commits);
  // In place and without fsync: a mark that lags says too little, never too much.
  const int file = ::open(m_mark.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const auto written = file < 0 ? -1 : ::pwrite(file, out.bytes().data(), out.size(), 0);
  if (file >= 0) ::close(file);
  if (written != static_cast<ssize_t>(out.size()))
    return fail(ErrorCode::Io, "the mark beside the store cannot be written");
  return {};
}

Result<void> SqliteStorage::begin() {
  auto transaction = sqlite::Transaction::begin(m_connection);
  if (!transaction) return std::unexpected(transaction.error());
  m_transaction.emplace(std::move(*transaction));
  return {};
}

Result<void> SqliteStorage::commit() {
  auto committed = m_connection.run("UPDATE store SET commits = commits + 1");
  if (committed) committed = m_transaction->commit();
  m_transaction.reset();
  if (!committed) return committed;
  ++m_commits;
  // The mark only helps to notice a restored file; without it the changes are durable all the same.
  (void)writeMark();
  return {};
}

void SqliteStorage::rollback() {
  m_transaction.reset();
  if (auto stored = m_connection.queryInt("SELECT COALESCE(SUM(number), 0) FROM space"))
    m_stored = static_cast<std::uint64_t>(*stored);
}

Result<std::vector<StoredSpace>> SqliteStorage::spaces() {
  auto statement = m_connection.prepare("SELECT space, campaign, number, bytes FROM space ORDER BY id");
  if (!statement) return std::unexpected(statement.error());
  std::vector<StoredSpace> result;
  while (true) {
    auto row = statement->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return result;
    result.push_back({.space = statement->columnId<SpaceId>(0),
                      .campaign = statement->columnId<SpaceId>(1),
                      .number = static_cast<std::uint64_t>(statement->columnInt(2)),
                      .bytes = static_cast<std::uint64_t>(statement->columnInt(3))});
  }
}

Result<void> SqliteStorage::addSpace(const SpaceId& space, const SpaceId& campaign) {
  return m_connection.run("INSERT INTO space (space, campaign, number, bytes) VALUES (?, ?, 0, 0)", space,
                          campaign);
}

Result<std::int64_t> SqliteStorage::rowOf(const SpaceId& space) {
  auto statement = m_connection.prepare("SELECT id FROM space WHERE space = ?");
  if (!statement) return std::unexpected(statement.error());
  statement->bindAll(space);
  auto row = statement->step();
  if (!row) return std::unexpected(row.error());
  if (!*row) return fail(ErrorCode::NotFound, "space");
  return statement->columnInt(0);
}

Result<std::uint64_t> SqliteStorage::add(const SpaceId& space, const envelope::Change& change,
                                         const Receipt& receipt) {
  auto row = rowOf(space);
  if (!row) return std::unexpected(row.error());
  std::int64_t number = 0;
  {
    auto next = m_connection.prepare(
        "UPDATE space SET number = number + 1, bytes = bytes + ? WHERE id = ? RETURNING number");
    if (!next) return std::unexpected(next.error());
    next->bindAll(change.bytes().size(), *row);
    auto stepped = next->step();
    if (!stepped) return std::unexpected(stepped.error());
    number = next->columnInt(0);
  }
  const auto& header = change.header();
  auto added = m_connection.run(
      "INSERT INTO change (space, number, id, half, device, incarnation, seq, prev, signed, bytes)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      *row, number, change.id(), static_cast<int>(change.chain()), header.device, header.incarnation,
      static_cast<std::int64_t>(header.seq), header.prev, change.hasSignature() ? 1 : 0, change.bytes());
  if (!added) return std::unexpected(added.error());
  if (change.known())
    for (const auto& blob : header.blobs)
      if (auto named = m_connection.run("INSERT INTO naming (space, blob, change) VALUES (?, ?, ?)", *row,
                                        blob, change.id());
          !named)
        return std::unexpected(named.error());
  ++m_stored;
  if (auto kept = addReceipt(space, receipt); !kept) return std::unexpected(kept.error());
  return static_cast<std::uint64_t>(number);
}

Result<std::vector<Receipt>> SqliteStorage::receiptsOf(std::int64_t space, const ChangeId& change) {
  auto statement =
      m_connection.prepare("SELECT bytes FROM receipt WHERE space = ? AND change = ? ORDER BY kind");
  if (!statement) return std::unexpected(statement.error());
  statement->bindAll(space, change);
  std::vector<Receipt> result;
  while (true) {
    auto row = statement->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return result;
    auto receipt = envelope::decodeReceipt(statement->columnBlob(0));
    if (!receipt) return std::unexpected(receipt.error());
    result.push_back(*receipt);
  }
}

Result<std::optional<std::vector<Receipt>>> SqliteStorage::receipts(const SpaceId& space,
                                                                    const ChangeId& change) {
  auto row = rowOf(space);
  if (!row) return std::unexpected(row.error());
  auto found = receiptsOf(*row, change);
  if (!found) return std::unexpected(found.error());
  if (found->empty()) return std::nullopt; // every stored change has one
  return std::move(*found);
}

Result<void> SqliteStorage::addReceipt(const SpaceId& space, const Receipt& receipt) {
  auto row = rowOf(space);
  if (!row) return std::unexpected(row.error());
  // The first one stands: it says when the change was here.
  return m_connection.run("INSERT OR IGNORE INTO receipt (space, change, kind, bytes) VALUES (?, ?, ?, ?)",
                          *row, receipt.change, static_cast<int>(receipt.kind),
                          envelope::encodeReceipt(receipt));
}

Result<bool> SqliteStorage::holds(const envelope::ChainKey& chain, std::uint64_t seq,
                                  const ChangeId& change) {
  auto statement =
      m_connection.prepare("SELECT 1 FROM change WHERE space = (SELECT id FROM space WHERE space = ?)"
                           " AND device = ? AND incarnation = ? AND half = ? AND seq = ? AND id = ?");
  if (!statement) return std::unexpected(statement.error());
  statement->bindAll(chain.space, chain.device, chain.incarnation, static_cast<int>(chain.chain),
                     static_cast<std::int64_t>(seq), change);
  return statement->step();
}

Result<std::optional<ChangeId>> SqliteStorage::changeAt(const SpaceId& space, std::uint64_t number) {
  auto statement = m_connection.prepare(
      "SELECT id FROM change WHERE space = (SELECT id FROM space WHERE space = ?) AND number = ?");
  if (!statement) return std::unexpected(statement.error());
  statement->bindAll(space, static_cast<std::int64_t>(number));
  auto row = statement->step();
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::nullopt;
  return statement->columnId<ChangeId>(0);
}

Result<std::vector<StoredChange>> SqliteStorage::read(const SpaceId& space, std::uint64_t after,
                                                      std::optional<envelope::Chain> half,
                                                      ReadLimits limits) {
  auto spaceRow = rowOf(space);
  if (!spaceRow) return std::unexpected(spaceRow.error());
  auto statement = m_connection.prepare(
      half ? "SELECT number, half, device, incarnation, seq, id, signed, bytes FROM change"
             " WHERE space = ? AND number > ? AND half = ? ORDER BY number LIMIT ?"
           : "SELECT number, half, device, incarnation, seq, id, signed, bytes FROM change"
             " WHERE space = ? AND number > ? ORDER BY number LIMIT ?");
  if (!statement) return std::unexpected(statement.error());
  if (half)
    statement->bindAll(*spaceRow, static_cast<std::int64_t>(after), static_cast<int>(*half), limits.rows);
  else
    statement->bindAll(*spaceRow, static_cast<std::int64_t>(after), limits.rows);
  std::vector<StoredChange> result;
  std::size_t bytes = 0;
  while (true) {
    auto row = statement->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return result;
    StoredChange change;
    const auto content = statement->columnBlob(7);
    if (!result.empty() && bytes + content.size() > limits.bytes) return result;
    bytes += content.size();
    change.number = static_cast<std::uint64_t>(statement->columnInt(0));
    change.chain = {space, statement->columnId<DeviceId>(2), statement->columnId<Incarnation>(3),
                    static_cast<envelope::Chain>(statement->columnInt(1))};
    change.seq = static_cast<std::uint64_t>(statement->columnInt(4));
    change.id = statement->columnId<ChangeId>(5);
    change.hasSignature = statement->columnInt(6) != 0;
    change.bytes.assign(content.begin(), content.end());
    if (const auto sound = envelope::Change::parse(change.bytes); !sound || sound->id() != change.id)
      return fail(ErrorCode::Damaged, "a stored change is not what its author signed");
    auto receipts = receiptsOf(*spaceRow, change.id);
    if (!receipts) return std::unexpected(receipts.error());
    change.receipts = std::move(*receipts);
    result.push_back(std::move(change));
  }
}

Result<std::vector<protocol::Tip>> SqliteStorage::tips(const SpaceId& space) {
  auto statement = m_connection.prepare(
      "SELECT device, incarnation, half, seq, id FROM change AS tip"
      " WHERE space = (SELECT id FROM space WHERE space = ?) AND NOT EXISTS"
      " (SELECT 1 FROM change WHERE space = tip.space AND device = tip.device AND"
      "  incarnation = tip.incarnation AND half = tip.half AND seq = tip.seq + 1 AND prev = tip.id)");
  if (!statement) return std::unexpected(statement.error());
  statement->bindAll(space);
  std::vector<protocol::Tip> result;
  while (true) {
    auto row = statement->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return result;
    result.push_back({.device = statement->columnId<DeviceId>(0),
                      .incarnation = statement->columnId<Incarnation>(1),
                      .chain = static_cast<envelope::Chain>(statement->columnInt(2)),
                      .last = {.seq = static_cast<std::uint64_t>(statement->columnInt(3)),
                               .id = statement->columnId<ChangeId>(4)}});
  }
}

Result<std::vector<Storage::Naming>> SqliteStorage::naming(const protocol::BlobName& blob) {
  auto statement =
      m_connection.prepare("SELECT other.change, other.blob FROM naming JOIN naming AS other"
                           " ON other.space = naming.space AND other.change = naming.change"
                           " WHERE naming.space = (SELECT id FROM space WHERE space = ?) AND naming.blob = ?"
                           " ORDER BY other.change");
  if (!statement) return std::unexpected(statement.error());
  statement->bindAll(blob.space, blob.blob);
  std::vector<Naming> result;
  while (true) {
    auto row = statement->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return result;
    const auto change = statement->columnId<ChangeId>(0);
    if (result.empty() || result.back().change != change) result.push_back({change, {}});
    result.back().blobs.push_back(statement->columnId<BlobId>(1));
  }
}

Result<std::optional<StoredBlob>> SqliteStorage::blob(const protocol::BlobName& name) {
  auto statement = m_connection.prepare(
      "SELECT id, length, list FROM blob WHERE space = (SELECT id FROM space WHERE space = ?) AND blob = ?");
  if (!statement) return std::unexpected(statement.error());
  statement->bindAll(name.space, name.blob);
  auto row = statement->step();
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::nullopt;
  StoredBlob blob;
  blob.length = static_cast<std::uint64_t>(statement->columnInt(1));
  const auto list = statement->columnBlob(2);
  for (std::size_t at = 0; at + 32 <= list.size(); at += 32)
    blob.chunks.push_back(protocol::ChunkHash::unchecked(list.subspan(at, 32)));
  blob.present.resize((blob.chunks.size() + 7) / 8);
  auto places = m_connection.prepare("SELECT place FROM chunk WHERE blob = ?");
  if (!places) return std::unexpected(places.error());
  places->bindAll(statement->columnInt(0));
  std::size_t count = 0;
  while (true) {
    auto place = places->step();
    if (!place) return std::unexpected(place.error());
    if (!*place) break;
    const auto index = static_cast<std::size_t>(places->columnInt(0));
    if (index >= blob.chunks.size()) return fail(ErrorCode::Damaged, "a chunk beyond its blob");
    blob.present[index / 8] = static_cast<std::uint8_t>(blob.present[index / 8] | 1u << (index % 8));
    ++count;
  }
  blob.durable = count == blob.chunks.size();
  return blob;
}

Result<void> SqliteStorage::addBlob(const protocol::BlobList& list) {
  auto row = rowOf(list.name.space);
  if (!row) return std::unexpected(row.error());
  ByteWriter hashes;
  for (const auto& chunk : list.chunks)
    hashes.raw(chunk.view());
  auto added = m_connection.run("INSERT INTO blob (space, blob, length, list) VALUES (?, ?, ?, ?)", *row,
                                list.name.blob, static_cast<std::int64_t>(list.length), hashes.bytes());
  if (!added) return added;
  return m_connection.run("UPDATE space SET bytes = bytes + ? WHERE id = ?",
                          static_cast<std::int64_t>(list.length), *row);
}

Result<void> SqliteStorage::addChunk(const protocol::BlobName& blob, std::uint32_t index, ByteView bytes) {
  return m_connection.run("INSERT OR IGNORE INTO chunk (blob, place, bytes) SELECT id, ?, ? FROM blob"
                          " WHERE space = (SELECT id FROM space WHERE space = ?) AND blob = ?",
                          index, bytes, blob.space, blob.blob);
}

Result<Bytes> SqliteStorage::chunk(const protocol::BlobName& blob, std::uint32_t index) {
  auto statement = m_connection.prepare(
      "SELECT chunk.bytes, substr(blob.list, 32 * place + 1, 32) FROM chunk JOIN blob ON chunk.blob = blob.id"
      " WHERE blob.space = (SELECT id FROM space WHERE space = ?) AND blob.blob = ? AND place = ?");
  if (!statement) return std::unexpected(statement.error());
  statement->bindAll(blob.space, blob.blob, index);
  auto row = statement->step();
  if (!row) return std::unexpected(row.error());
  if (!*row) return fail(ErrorCode::NotFound, "chunk");
  const auto bytes = statement->columnBlob(0);
  if (signing::chunkHash(bytes) != statement->columnId<signing::ChunkHash>(1))
    return fail(ErrorCode::Damaged, "a stored chunk is not what was sent");
  return Bytes(bytes.begin(), bytes.end());
}

} // namespace meridian::relay
