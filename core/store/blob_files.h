// The ciphertext of attachments: one file per blob in a directory beside the replica file, written in
// chunks in any order. A file's name is a keyed hash of its blob's id, so that somebody who finds the
// directory cannot tell which blobs of a relay this profile holds.
#pragma once

#include <filesystem>
#include <functional>
#include <set>

#include "core/base/id.h"
#include "core/crypto/signing/secret_bytes.h"
#include "core/store/key_table.h"

namespace meridian::store {

// One thread at a time. Which chunks of a file are here is BlobTable's to know: a chunk is recorded
// there after sync(), never before, because a file alone cannot tell a chunk from a hole. Errors:
// NotFound, DiskFull, ReadOnly, Io.
class BlobFiles {
 public:
  // Makes the directory (for its owner alone) if it is missing, and in `keys` the key of the names, for
  // which the caller holds a transaction.
  [[nodiscard]] static Result<BlobFiles> open(std::filesystem::path directory, KeyTable& keys,
                                              RandomSource& random);

  // REQUIRES: 1 to limits::blobChunkBytes bytes; all but a blob's last chunk are full. Not durable yet.
  [[nodiscard]] Result<void> writeChunk(const BlobId& blob, std::uint32_t index, ByteView bytes);
  // Makes everything written to this blob so far durable, its name included.
  [[nodiscard]] Result<void> sync(const BlobId& blob);
  // A full chunk, or what the file holds of its last one. NotFound beyond the end of the file.
  [[nodiscard]] Result<Bytes> readChunk(const BlobId& blob, std::uint32_t index) const;
  // Reads chunks as readChunk() does, for one thread at a time, whichever: the file is opened once and stays
  // readable if it is removed meanwhile. NotFound if there is none.
  using ChunkSource = std::function<Result<Bytes>(std::uint32_t index)>;
  [[nodiscard]] Result<ChunkSource> chunkSource(const BlobId& blob) const;
  // Of the file, holes included; NotFound if there is none.
  [[nodiscard]] Result<std::uint64_t> size(const BlobId& blob) const;
  // Removing what is not there is success.
  [[nodiscard]] Result<void> remove(const BlobId& blob);

  // Where a file that is being sealed may grow before its id is known: in the same directory, so that
  // adopt() is a rename. The caller removes it if it gives up; open() removes what a crash left.
  [[nodiscard]] std::filesystem::path temporaryFile(RandomSource& random) const;
  // Makes a finished file this blob's, durably; one that is there already is replaced by it.
  [[nodiscard]] Result<void> adopt(const BlobId& blob, const std::filesystem::path& temporary);

  [[nodiscard]] std::filesystem::path pathOf(const BlobId& blob) const;

 private:
  BlobFiles(std::filesystem::path directory, SecretBytes nameKey);
  [[nodiscard]] Result<void> syncDirectory() const;

  std::filesystem::path m_directory;
  SecretBytes m_nameKey;
  std::set<BlobId> m_unsynced; // written since their last sync()
};

} // namespace meridian::store
