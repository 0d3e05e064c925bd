// Sealed attachments: what is known of each, and which chunks of its ciphertext are here. The ciphertext
// itself lies in files beside the replica file, one per blob, named by a keyed hash of its id.
#pragma once

#include <optional>
#include <vector>

#include "core/base/id.h"
#include "core/store/statements.h"

namespace meridian::store {

struct BlobRow {
  BlobId id = {};
  SpaceId space = {};
  std::uint64_t sealedLength = 0;                             // bytes of ciphertext
  std::vector<std::array<std::uint8_t, 32>> chunkHashes = {}; // empty until the list is here
  std::uint64_t chunksHere = 0;                               // how many of them
  bool uploaded = false;                                      // durable at the relay, by its second receipt
  [[nodiscard]] bool complete() const { return !chunkHashes.empty() && chunksHere == chunkHashes.size(); }
};

class BlobTable {
 public:
  explicit BlobTable(sqlite::Connection& connection) : m_statements(connection) {}
  // Inserts or completes: what is known of a blob is never lost by it, and its space stays the first one.
  // `chunksHere` counts only if it is all of them (a file picked here), which marks every chunk.
  [[nodiscard]] Result<void> put(const BlobRow& row);
  [[nodiscard]] Result<std::optional<BlobRow>> find(const BlobId& blob);
  // May be repeated. NotFound unless the blob's list is here and has such a chunk.
  [[nodiscard]] Result<void> addChunk(const BlobId& blob, std::uint32_t index);
  [[nodiscard]] Result<std::vector<bool>> chunks(const BlobId& blob);
  [[nodiscard]] Result<void> setUploaded(const BlobId& blob, bool uploaded);
  // Of all spaces, the oldest first; found without looking at the others.
  struct Place {
    BlobId id = {};
    SpaceId space = {};
  };
  // Named by changes here and not complete.
  [[nodiscard]] Result<std::vector<Place>> missing();
  // Complete here and not uploaded.
  [[nodiscard]] Result<std::vector<Place>> toUpload();

 private:
  Statements m_statements;
};

} // namespace meridian::store
