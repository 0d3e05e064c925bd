// Sealed attachments: what is known of each, and which chunks of its ciphertext are here. The ciphertext
// itself lies in files beside the replica file, one per blob, named by a keyed hash of its id.
#pragma once

#include <functional>
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
  std::string refusal = {};                                   // stable name of why the relay did not take it
  bool picked = false; // sealed here for a draft, and no change names it yet
  [[nodiscard]] bool complete() const { return !chunkHashes.empty() && chunksHere == chunkHashes.size(); }
};

class BlobTable {
 public:
  explicit BlobTable(sqlite::Connection& connection) : m_statements(connection) {}
  // Inserts or completes: what is known of a blob is never lost by it, and its space stays the first one.
  // `chunksHere` counts only if it is all of them (a file picked here), which marks every chunk.
  [[nodiscard]] Result<void> put(const BlobRow& row);
  // A change in this space names it: made if it is not known, and picked no more.
  [[nodiscard]] Result<void> name(const BlobId& blob, const SpaceId& space);
  // Forgets what was picked; the caller removes the file. Whether there was such a row: what a change names
  // stays.
  [[nodiscard]] Result<bool> discard(const BlobId& blob);
  [[nodiscard]] Result<std::optional<BlobRow>> find(const BlobId& blob);
  // May be repeated. NotFound unless the blob's list is here and has such a chunk.
  [[nodiscard]] Result<void> addChunk(const BlobId& blob, std::uint32_t index);
  [[nodiscard]] Result<std::vector<bool>> chunks(const BlobId& blob);
  // Whatever the relay said against it before is answered by this.
  [[nodiscard]] Result<void> setUploaded(const BlobId& blob, bool uploaded);
  [[nodiscard]] Result<void> setRefusal(const BlobId& blob, std::string_view name);
  // The first of all spaces, in the order in which they became known here, that `suits`; those that do not
  // cost a row each, those that are done nothing. `suits` writes nothing.
  struct Place {
    BlobId id = {};
    SpaceId space = {};
  };
  using Suits = std::function<bool(const Place&)>;
  // Named by changes here and not complete.
  [[nodiscard]] Result<std::optional<Place>> missing(const Suits& suits);
  // Named by changes here, complete and not uploaded.
  [[nodiscard]] Result<std::optional<Place>> toUpload(const Suits& suits);

 private:
  [[nodiscard]] Result<std::optional<Place>> first(const char* sql, const Suits& suits);

  Statements m_statements;
};

} // namespace meridian::store
