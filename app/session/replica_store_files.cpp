// The files of a ReplicaStore: which goes next, and its chunks.
#include <algorithm>

#include "app/session/replica_store.h"
#include "core/sqlite/transaction.h"

namespace meridian::app {
namespace {

// Chunks of a file that become durable together: one wait for the disk for 4 MiB, or for what comes in half
// a second, so that progress shows on a slow line too.
constexpr std::size_t chunksKeptTogether = 16;
constexpr Duration chunksKeptAfter = std::chrono::milliseconds{500};

} // namespace

std::optional<protocol::BlobList> ReplicaStore::nextUpload(const Suits& suits) {
  // Chunks are taken only for a stored change that names them: text goes first.
  const auto& texts = waiting();
  const auto place = m_replica.file().blobs.toUpload([&](const store::BlobTable::Place& one) {
    const auto text = texts.find(one.space);
    return (text == texts.end() || text->second.unsent == 0) &&
           m_replica.campaignOf(one.space) == m_campaign && suits({one.space, one.id});
  });
  if (!ok(place) || !*place) return std::nullopt;
  const auto blob = m_replica.file().blobs.find((*place)->id);
  if (!ok(blob) || !*blob) return std::nullopt;
  protocol::BlobList list{
      .name = {(*place)->space, (*place)->id}, .length = (*blob)->sealedLength, .chunks = {}};
  for (const auto& hash : (*blob)->chunkHashes)
    list.chunks.push_back(signing::ChunkHash{hash});
  return list;
}

Result<Bytes> ReplicaStore::readChunk(const protocol::BlobName& blob, std::uint32_t index) {
  auto bytes = m_replica.blobFiles().readChunk(blob.blob, index);
  if (!bytes) return bytes;
  auto row = m_replica.file().blobs.find(blob.blob);
  if (!row) return std::unexpected(row.error());
  if (!*row || index >= (*row)->chunkHashes.size() ||
      signing::chunkHash(*bytes).bytes != (*row)->chunkHashes[index])
    return fail(ErrorCode::Damaged, "a sealed file changed on the disk");
  return bytes;
}

void ReplicaStore::uploaded(const protocol::BlobName& blob) {
  auto transaction = sqlite::Transaction::begin(m_replica.file().connection());
  if (!ok(transaction)) return;
  if (!ok(m_replica.file().blobs.setUploaded(blob.blob, true))) return;
  (void)ok(transaction->commit());
  m_filesMoved = true;
}

// Why, for the person who waits for it. The session leaves it for this connection, and the next one tries
// again: the relay may have got more room, or another limit.
void ReplicaStore::uploadRefused(const protocol::BlobName& blob, protocol::BlobState state) {
  const auto row = m_replica.file().blobs.find(blob.blob);
  if (!ok(row) || !*row) return;
  const auto why = state == protocol::BlobState::Full                          ? ErrorCode::QuotaExceeded
                   : (*row)->sealedLength > m_replica.blobBytesMax(m_campaign) ? ErrorCode::FileTooLarge
                                                                               : ErrorCode::RefusedByRelay;
  m_filesMoved = true;
  if ((*row)->refusal == errorName(why)) return;
  auto transaction = sqlite::Transaction::begin(m_replica.file().connection());
  if (!ok(transaction)) return;
  if (!ok(m_replica.file().blobs.setRefusal(blob.blob, errorName(why)))) return;
  (void)ok(transaction->commit());
}

std::optional<protocol::BlobName> ReplicaStore::nextDownload(const Suits& suits) {
  (void)ok(keepChunks());
  const auto place = m_replica.file().blobs.missing([&](const store::BlobTable::Place& one) {
    return m_replica.campaignOf(one.space) == m_campaign && suits({one.space, one.id});
  });
  if (!ok(place) || !*place) return std::nullopt;
  return protocol::BlobName{(*place)->space, (*place)->id};
}

std::vector<std::uint32_t> ReplicaStore::missingChunks(const protocol::BlobName& blob) {
  std::vector<std::uint32_t> missing;
  auto chunks = m_replica.file().blobs.chunks(blob.blob);
  if (!ok(chunks)) return missing;
  for (std::uint32_t i = 0; i < chunks->size(); ++i)
    if (!(*chunks)[i]) missing.push_back(i);
  return missing;
}

Result<void> ReplicaStore::acceptList(const protocol::BlobList& list) {
  store::BlobRow row;
  row.id = list.name.blob;
  row.space = list.name.space;
  row.sealedLength = list.length;
  for (const auto& hash : list.chunks)
    row.chunkHashes.push_back(hash.bytes);
  auto transaction = sqlite::Transaction::begin(m_replica.file().connection());
  if (!transaction) return std::unexpected(transaction.error());
  if (auto put = m_replica.file().blobs.put(row); !put) return put;
  return transaction->commit();
}

Result<void> ReplicaStore::acceptChunk(const protocol::BlobName& blob, std::uint32_t index, ByteView bytes) {
  if (m_chunks.blob != blob.blob)
    if (auto kept = keepChunks(); !kept) return kept;
  if (auto written = m_replica.blobFiles().writeChunk(blob.blob, index, bytes); !written) return written;
  const Instant now = m_replica.clock().now();
  if (m_chunks.indexes.empty()) {
    auto row = m_replica.file().blobs.find(blob.blob);
    if (!row) return std::unexpected(row.error());
    if (!*row) return fail(ErrorCode::NotFound, "a chunk of a file that nothing names");
    m_chunks = {.blob = blob.blob,
                .indexes = {},
                .left = (*row)->chunkHashes.size() - (*row)->chunksHere,
                .since = now};
  }
  m_chunks.indexes.push_back(index);
  const bool due = m_chunks.indexes.size() >= std::min<std::uint64_t>(chunksKeptTogether, m_chunks.left) ||
                   now - m_chunks.since >= chunksKeptAfter || now < m_chunks.since;
  return due ? keepChunks() : Result<void>{};
}

// The file first: what is written down is there.
Result<void> ReplicaStore::keepChunks() {
  if (m_chunks.indexes.empty()) return {};
  const Chunks chunks = std::exchange(m_chunks, {});
  if (auto synced = m_replica.blobFiles().sync(chunks.blob); !synced) return synced;
  auto& blobs = m_replica.file().blobs;
  auto transaction = sqlite::Transaction::begin(m_replica.file().connection());
  if (!transaction) return std::unexpected(transaction.error());
  for (const auto index : chunks.indexes)
    if (auto added = blobs.addChunk(chunks.blob, index); !added) return added;
  auto row = blobs.find(chunks.blob);
  if (!row) return std::unexpected(row.error());
  // Whole, and it came from there.
  if (*row && (*row)->complete())
    if (auto set = blobs.setUploaded(chunks.blob, true); !set) return set;
  m_filesMoved = true;
  return transaction->commit();
}

} // namespace meridian::app
