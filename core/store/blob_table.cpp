#include "core/store/blob_table.h"

#include <algorithm>

#include "core/crypto/signing/blob_address.h"

namespace meridian::store {

namespace {

using ChunkHash = std::array<std::uint8_t, 32>;

// The columns that read() expects, to be followed by a condition.
#define BLOBS                                                                                                \
  "SELECT b.id, b.space, b.sealed_length, l.hashes, b.chunks_here, b.uploaded FROM blob b "                  \
  "LEFT JOIN blob_list l ON l.blob = b.n "

BlobRow read(Row& row) {
  BlobRow found{.id = row.id<BlobId>(0),
                .space = row.id<SpaceId>(1),
                .sealedLength = row.as<std::uint64_t>(2),
                .chunkHashes = {},
                .chunksHere = row.as<std::uint64_t>(4),
                .uploaded = row.flag(5)};
  const ByteView hashes = row.view(3);
  found.chunkHashes.resize(hashes.size() / sizeof(ChunkHash));
  if (hashes.size() % sizeof(ChunkHash) != 0) row.spoil();
  for (std::size_t i = 0; i < found.chunkHashes.size(); ++i) {
    std::ranges::copy(hashes.subspan(i * sizeof(ChunkHash), sizeof(ChunkHash)), found.chunkHashes[i].begin());
  }
  return found;
}

BlobTable::Place readPlace(Row& row) { return {.id = row.id<BlobId>(0), .space = row.id<SpaceId>(1)}; }

} // namespace

Result<void> BlobTable::put(const BlobRow& row) {
  // The space stays: a change elsewhere that names a foreign blob must not draw it away.
  auto number = m_statements.one(
      "INSERT INTO blob (id, space, sealed_length, chunks, chunks_here, uploaded) VALUES (?, ?, ?, ?, 0, ?) "
      "ON CONFLICT (id) DO UPDATE SET sealed_length = max(sealed_length, excluded.sealed_length), "
      "chunks = max(chunks, excluded.chunks), uploaded = excluded.uploaded RETURNING n",
      [](Row& found) { return found.number(0); }, row.id, row.space, row.sealedLength, row.chunkHashes.size(),
      row.uploaded);
  if (!number) return std::unexpected(number.error());
  if (row.chunkHashes.empty()) return {};
  ByteWriter hashes;
  for (const ChunkHash& hash : row.chunkHashes)
    hashes.raw(hash);
  auto listed = m_statements.run("INSERT INTO blob_list (blob, hashes) VALUES (?, ?) "
                                 "ON CONFLICT (blob) DO UPDATE SET hashes = excluded.hashes",
                                 **number, ByteView{hashes.bytes()});
  if (!listed || !row.complete()) return listed;
  for (std::size_t index = 0; index < row.chunkHashes.size(); ++index) {
    auto added = addChunk(row.id, static_cast<std::uint32_t>(index));
    if (!added) return added;
  }
  return {};
}

Result<std::optional<BlobRow>> BlobTable::find(const BlobId& blob) {
  return m_statements.one(BLOBS "WHERE b.id = ?", read, blob);
}

Result<void> BlobTable::addChunk(const BlobId& blob, std::uint32_t index) {
  const auto number = [](Row& row) { return row.number(0); };
  auto owner = m_statements.one("SELECT n FROM blob WHERE id = ? AND ? < chunks", number, blob, index);
  if (!owner) return std::unexpected(owner.error());
  if (!*owner) return fail(ErrorCode::NotFound, "no such chunk of a known blob");
  auto added = m_statements.one("INSERT INTO blob_chunk (blob, n) VALUES (?, ?) "
                                "ON CONFLICT (blob, n) DO NOTHING RETURNING blob",
                                number, **owner, index);
  if (!added) return std::unexpected(added.error());
  if (!*added) return {};
  return m_statements.run("UPDATE blob SET chunks_here = chunks_here + 1 WHERE n = ?", **owner);
}

Result<std::vector<bool>> BlobTable::chunks(const BlobId& blob) {
  auto total = m_statements.one(
      "SELECT chunks FROM blob WHERE id = ?", [](Row& row) { return row.as<std::size_t>(0); }, blob);
  if (!total) return std::unexpected(total.error());
  if (!*total) return fail(ErrorCode::NotFound, "no such blob");
  std::vector<bool> here(**total, false);
  auto done = m_statements.each(
      "SELECT n FROM blob_chunk WHERE blob = (SELECT n FROM blob WHERE id = ?)",
      [&](Row& row) {
        const auto index = row.as<std::size_t>(0);
        if (index < here.size()) here[index] = true;
        return true;
      },
      blob);
  if (!done) return std::unexpected(done.error());
  return here;
}

Result<void> BlobTable::setUploaded(const BlobId& blob, bool uploaded) {
  return m_statements.run("UPDATE blob SET uploaded = ? WHERE id = ?", uploaded, blob);
}

// The conditions are those of the indexes, word for word.
Result<std::vector<BlobTable::Place>> BlobTable::missing() {
  return m_statements.all("SELECT id, space FROM blob WHERE chunks = 0 OR chunks_here < chunks ORDER BY n",
                          readPlace);
}

Result<std::vector<BlobTable::Place>> BlobTable::toUpload() {
  return m_statements.all("SELECT id, space FROM blob "
                          "WHERE uploaded = 0 AND chunks > 0 AND chunks_here = chunks ORDER BY n",
                          readPlace);
}

} // namespace meridian::store
