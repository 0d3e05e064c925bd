#include "core/store/blob_table.h"

#include <algorithm>

#include "core/crypto/signing/blob_address.h"

namespace meridian::store {

namespace {

using ChunkHash = std::array<std::uint8_t, 32>;

// The column `uploaded`.
enum class Upload : std::uint8_t { Due = 0, Done = 1, Picked = 2 };

// The columns that read() expects, to be followed by a condition.
#define BLOBS                                                                                                \
  "SELECT b.id, b.space, b.sealed_length, l.hashes, b.chunks_here, b.uploaded, b.refusal FROM blob b "       \
  "LEFT JOIN blob_list l ON l.blob = b.n "

BlobRow readBlob(Row& row) {
  BlobRow found{.id = row.id<BlobId>(0),
                .space = row.id<SpaceId>(1),
                .sealedLength = row.as<std::uint64_t>(2),
                .chunkHashes = {},
                .chunksHere = row.as<std::uint64_t>(4),
                .uploaded = row.as<Upload>(5) == Upload::Done,
                .refusal = row.text(6),
                .picked = row.as<Upload>(5) == Upload::Picked};
  const ByteView hashes = row.view(3);
  found.chunkHashes.resize(hashes.size() / sizeof(ChunkHash));
  if (hashes.size() % sizeof(ChunkHash) != 0) row.spoil();
  for (std::size_t i = 0; i < found.chunkHashes.size(); ++i) {
    std::ranges::copy(hashes.subspan(i * sizeof(ChunkHash), sizeof(ChunkHash)), found.chunkHashes[i].begin());
  }
  return found;
}

} // namespace

Result<void> BlobTable::put(const BlobRow& row) {
  // The space stays: a change elsewhere that names a foreign blob must not draw it away.
  auto number = m_statements.one(
      "INSERT INTO blob (id, space, sealed_length, chunks, chunks_here, uploaded) VALUES (?, ?, ?, ?, 0, ?) "
      "ON CONFLICT (id) DO UPDATE SET sealed_length = max(sealed_length, excluded.sealed_length), "
      "chunks = max(chunks, excluded.chunks), uploaded = excluded.uploaded RETURNING n",
      [](Row& found) { return found.number(0); }, row.id, row.space, row.sealedLength, row.chunkHashes.size(),
      row.picked     ? Upload::Picked
      : row.uploaded ? Upload::Done
                     : Upload::Due);
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

Result<void> BlobTable::name(const BlobId& blob, const SpaceId& space) {
  return m_statements.run(
      "INSERT INTO blob (id, space, sealed_length, chunks, chunks_here, uploaded) VALUES (?, ?, 0, 0, 0, ?) "
      "ON CONFLICT (id) DO UPDATE SET uploaded = excluded.uploaded WHERE uploaded = ?",
      blob, space, Upload::Due, Upload::Picked);
}

Result<bool> BlobTable::discard(const BlobId& blob) {
  auto number = m_statements.one(
      "DELETE FROM blob WHERE id = ? AND uploaded = ? RETURNING n", [](Row& row) { return row.number(0); },
      blob, Upload::Picked);
  if (!number) return std::unexpected(number.error());
  if (!*number) return false;
  for (const char* part : {"DELETE FROM blob_list WHERE blob = ?", "DELETE FROM blob_chunk WHERE blob = ?"})
    if (auto done = m_statements.run(part, **number); !done) return std::unexpected(done.error());
  return true;
}

Result<std::optional<BlobRow>> BlobTable::find(const BlobId& blob) {
  return m_statements.one(BLOBS "WHERE b.id = ?", readBlob, blob);
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
  return m_statements.run("UPDATE blob SET uploaded = ?, refusal = '' WHERE id = ?", uploaded, blob);
}

Result<void> BlobTable::setRefusal(const BlobId& blob, std::string_view name) {
  return m_statements.run("UPDATE blob SET refusal = ? WHERE id = ?", name, blob);
}

Result<std::optional<BlobTable::Place>> BlobTable::first(const char* sql, const Suits& suits) {
  std::optional<Place> found;
  auto done = m_statements.each(sql, [&](Row& row) {
    const Place place{.id = row.id<BlobId>(0), .space = row.id<SpaceId>(1)};
    if (row.ok() && suits(place)) found = place;
    return !found;
  });
  if (!done) return std::unexpected(done.error());
  return found;
}

// The conditions are those of the indexes, word for word.
Result<std::optional<BlobTable::Place>> BlobTable::missing(const Suits& suits) {
  return first("SELECT id, space FROM blob WHERE chunks = 0 OR chunks_here < chunks ORDER BY n", suits);
}

Result<std::optional<BlobTable::Place>> BlobTable::toUpload(const Suits& suits) {
  return first("SELECT id, space FROM blob "
               "WHERE uploaded = 0 AND chunks > 0 AND chunks_here = chunks ORDER BY n",
               suits);
}

} // namespace meridian::store
