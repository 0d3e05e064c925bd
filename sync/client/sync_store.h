// What a sync session needs of a replica. The composition root implements it over core/replica; tests and
// the simulator over memory. Every call is made on the session's thread.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "sync/protocol/messages.h"

namespace meridian::client {

using envelope::Receipt;

// A change to offer, as it lies in the store.
struct OutgoingChange {
  envelope::ChainKey chain;
  std::uint64_t seq = 0;
  ChangeId id;
  bool hasSignature = true;
  Bytes bytes;
  std::vector<Receipt> receipts; // of this relay, if any: an earlier life of its store may have given one
};

struct IncomingChange {
  envelope::Change change;
  std::vector<Receipt> receipts; // as the relay handed them on; not verified
};

// Changes that arrived together. The store judges runs by envelope::judgeRuns, keeps what holds and, if that
// is all of them, remembers the cursor in the same transaction. A change that is here already is no error;
// one whose heads are not here waits in the store.
struct IncomingRun {
  SpaceId space;
  std::vector<IncomingChange> changes;
  std::optional<protocol::Cursor> cursor; // none: it stays
};

enum class Accepted : std::uint8_t {
  Whole,
  InPart, // a change did not hold, or what it follows in its chain is not here: the cursor stayed
};

class SyncStore {
 public:
  virtual ~SyncStore() = default;

  // Every space held or expected (an invitation's), with its cursor; campaigns before other spaces.
  [[nodiscard]] virtual std::vector<protocol::Cursor> cursors() = 0;
  // Whether a space that the relay offers, and that is not among cursors(), is to be read.
  [[nodiscard]] virtual bool wants(const SpaceId& space) = 0;
  // Why the relay should take the campaign, if it does not hold it.
  [[nodiscard]] virtual std::vector<protocol::Admit> admissions() = 0;
  virtual void admitted(const SpaceId& campaign, bool accepted) = 0;
  // The relay of this session takes blobs of so many bytes.
  virtual void blobsUpTo(std::uint64_t bytes) = 0;
  // The space is compared with the relay, whose store is of this generation, from its beginning. What
  // another relay or an earlier life of this one was known to have, text and files, waits to be sent again.
  [[nodiscard]] virtual Result<void> startOver(const SpaceId& space,
                                               const protocol::Generation& generation) = 0;

  // An error is the store's own (full disk) and ends the session; a change that does not fit is left out.
  [[nodiscard]] virtual Result<Accepted> accept(IncomingRun run) = 0;
  [[nodiscard]] virtual Result<void> moveCursor(const protocol::Cursor& cursor) = 0;

  // Own changes of one half without this relay's receipt, in the order of their chains; what a final
  // refusal ended is not among them.
  [[nodiscard]] virtual std::vector<OutgoingChange> outgoing(const SpaceId& space, envelope::Chain half,
                                                             std::size_t limit) = 0;
  // Everything held, whoever wrote it, for a relay that lacks it: tips, and one chain from a place on, at
  // most `limit` changes and what is judged together (limits::runBytes). They end with a signature if one
  // stands among them.
  [[nodiscard]] virtual std::vector<protocol::Tip> tips(const SpaceId& space) = 0;
  [[nodiscard]] virtual bool knows(const SpaceId& space, const ChangeId& id) = 0;
  // Whether the relay serves us this space. What waits in one that it does not serve says why.
  virtual void served(const SpaceId& space, bool isServed) = 0;
  // Asked once all that the relay has for us was read; what moved since it was asked last stands here.
  // Something here waits for what nobody has brought, or there for what is here, or fewer changes are here
  // than the relay counts: it may have withheld some, or lost them, and only comparing shows. `due` are the
  // spaces to be compared now; what comparing did not bring is asked for again ever more rarely, from `next`
  // on. compared(): it has been, and all that came of it was read.
  struct Comparisons {
    std::vector<SpaceId> due;
    std::optional<Instant> next;
  };
  [[nodiscard]] virtual Comparisons comparisons(const std::vector<protocol::Cursor>& read) = 0;
  virtual void compared(const protocol::Cursor& read) = 0;
  // What the relay said it had of this space, files too, it may not have: startOver() follows, and does not
  // take it for the one that was last met.
  [[nodiscard]] virtual Result<void> doubt(const SpaceId& space) = 0;
  [[nodiscard]] virtual bool holds(const envelope::ChainKey& chain, std::uint64_t seq,
                                   const ChangeId& id) = 0;
  [[nodiscard]] virtual std::vector<OutgoingChange> run(const envelope::ChainKey& chain,
                                                        std::uint64_t fromSeq, std::size_t limit) = 0;
  virtual void sent(const std::vector<ChangeId>& changes) = 0;
  // Verified, and of the relay of this session, as they came together. For changes of anybody's.
  [[nodiscard]] virtual Result<void> stored(const std::vector<Receipt>& receipts) = 0;
  // The relay's word. A final one is believed as far as the replica finds the same, or the relay alone can
  // know, as of invitations; otherwise it waits like the others.
  virtual void refused(const SpaceId& space, const protocol::Refusal& refusal) = 0;

  using Suits = std::function<bool(const protocol::BlobName&)>;
  // The next file that suits, whose change is stored at the relay and which is complete here and not
  // durable there.
  [[nodiscard]] virtual std::optional<protocol::BlobList> nextUpload(const Suits& suits) = 0;
  [[nodiscard]] virtual Result<Bytes> readChunk(const protocol::BlobName& blob, std::uint32_t index) = 0;
  virtual void uploaded(const protocol::BlobName& blob) = 0;
  virtual void uploadRefused(const protocol::BlobName& blob, protocol::BlobState state) = 0;
  // The next file that suits, named by a change here and not complete here; in the order in which changes
  // named them.
  [[nodiscard]] virtual std::optional<protocol::BlobName> nextDownload(const Suits& suits) = 0;
  // Chunks not here yet, of a blob whose list was accepted.
  [[nodiscard]] virtual std::vector<std::uint32_t> missingChunks(const protocol::BlobName& blob) = 0;
  // Both were checked against the address. A chunk may become durable a little later, together with others.
  [[nodiscard]] virtual Result<void> acceptList(const protocol::BlobList& list) = 0;
  [[nodiscard]] virtual Result<void> acceptChunk(const protocol::BlobName& blob, std::uint32_t index,
                                                 ByteView bytes) = 0;
};

} // namespace meridian::client
