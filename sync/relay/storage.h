// What a relay keeps, behind an interface: SQLite by default, PostgreSQL for several relays on one
// database. Blind: changes are bytes with a header, blobs are ciphertext.
#pragma once

#include <optional>
#include <vector>

#include "core/envelope/change.h"
#include "core/envelope/receipt.h"
#include "sync/protocol/messages.h"

namespace meridian::relay {

using envelope::Generation;
using envelope::Receipt;

struct StoredSpace {
  SpaceId space;
  SpaceId campaign;         // itself for a campaign's own space
  std::uint64_t number = 0; // of the newest change
  std::uint64_t bytes = 0;  // of changes, and of blobs whose list is here
};

struct StoredChange {
  std::uint64_t number = 0; // per space, from 1, without gaps
  envelope::ChainKey chain;
  std::uint64_t seq = 0;
  ChangeId id;
  bool hasSignature = true;
  Bytes bytes;
  std::vector<Receipt> receipts;
};

struct StoredBlob {
  std::uint64_t length = 0;
  std::vector<protocol::ChunkHash> chunks;
  Bytes present;        // bit i, least significant first: chunk i is durable
  bool durable = false; // all of them are
};

struct ReadLimits {
  std::size_t rows = 0;
  std::size_t bytes = 0; // the first row always fits
};

// Not thread-safe. Writes are grouped: what stands between begin() and commit() is durable when commit()
// returns Ok, and gone if it returns an error or never returns.
class Storage {
 public:
  virtual ~Storage() = default;

  [[nodiscard]] virtual Generation generation() const = 0;

  [[nodiscard]] virtual Result<void> begin() = 0;
  [[nodiscard]] virtual Result<void> commit() = 0;
  virtual void rollback() = 0;

  [[nodiscard]] virtual Result<std::vector<StoredSpace>> spaces() = 0;
  [[nodiscard]] virtual Result<void> addSpace(const SpaceId& space, const SpaceId& campaign) = 0;

  // Gives the change the next number of its space. REQUIRES: the space is here and the change is not.
  [[nodiscard]] virtual Result<std::uint64_t> add(const SpaceId& space, const envelope::Change& change,
                                                  const Receipt& receipt) = 0;
  // The receipts of a change; nothing if the change is not here.
  [[nodiscard]] virtual Result<std::optional<std::vector<Receipt>>> receipts(const SpaceId& space,
                                                                             const ChangeId& change) = 0;
  [[nodiscard]] virtual Result<void> addReceipt(const SpaceId& space, const Receipt& receipt) = 0;
  // Whether this very change stands at `seq` of the chain.
  [[nodiscard]] virtual Result<bool> holds(const envelope::ChainKey& chain, std::uint64_t seq,
                                           const ChangeId& change) = 0;
  // The change that stands at a number of its space.
  [[nodiscard]] virtual Result<std::optional<ChangeId>> changeAt(const SpaceId& space,
                                                                 std::uint64_t number) = 0;
  // Changes with number > `after`, in order; of one chain half alone if `half` is given.
  [[nodiscard]] virtual Result<std::vector<StoredChange>>
  read(const SpaceId& space, std::uint64_t after, std::optional<envelope::Chain> half, ReadLimits limits) = 0;
  // The changes that no other one follows.
  [[nodiscard]] virtual Result<std::vector<protocol::Tip>> tips(const SpaceId& space) = 0;

  // A stored change that names the blob, with all blobs that it names.
  struct Naming {
    ChangeId change;
    std::vector<BlobId> blobs;
  };
  [[nodiscard]] virtual Result<std::vector<Naming>> naming(const protocol::BlobName& blob) = 0;
  [[nodiscard]] virtual Result<std::optional<StoredBlob>> blob(const protocol::BlobName& blob) = 0;
  [[nodiscard]] virtual Result<void> addBlob(const protocol::BlobList& list) = 0;
  // REQUIRES: the list is here and the bytes fit it.
  [[nodiscard]] virtual Result<void> addChunk(const protocol::BlobName& blob, std::uint32_t index,
                                              ByteView bytes) = 0;
  // NotFound if the chunk is not here.
  [[nodiscard]] virtual Result<Bytes> chunk(const protocol::BlobName& blob, std::uint32_t index) = 0;
};

} // namespace meridian::relay
