// The inside of the mailbox, shared by its sources: mailbox.cpp (log-in and cursors), mailbox_store.cpp
// (judging and storing), mailbox_serve.cpp (what is sent), mailbox_blobs.cpp (attachments).
#pragma once

#include <deque>
#include <map>
#include <set>
#include <unordered_map>

#include "core/base/limits.h"
#include "core/envelope/clear_authority.h"
#include "core/envelope/run.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/handshake.h"
#include "sync/relay/mailbox.h"

namespace meridian::relay {

inline constexpr std::size_t answersMax = 256;   // frames that may wait for one peer before it is paused
inline constexpr std::size_t admissionsMax = 16; // campaigns that one connection may have shown proof for
inline constexpr std::size_t chunkGetsMax = 64;  // requests for chunks that may wait
inline constexpr std::size_t tipsMax = 65'536;   // of one client's vector
inline constexpr std::uint32_t retryMs = 2'000, retryMsMax = 60'000;

struct Space {
  SpaceId campaign;
  std::uint64_t number = 0;
  std::uint64_t bytes = 0;
};

// What one connection reads in one space.
struct Subscription {
  bool authorityOnly = false;
  bool comparing = false;                            // waits for the client's tips
  std::uint64_t sent = 0;                            // everything up to this number was sent, or need not be
  std::uint64_t authoritySent = 0;                   // the same for authority entries alone; may run ahead
  std::map<envelope::ChainKey, std::uint64_t> known; // the client holds these chains up to here …
  std::uint64_t knownUntil = 0;                      // … among the numbers up to this one
  std::vector<protocol::Tip> tips;                   // gathered while the client's list is coming
};

struct Peer {
  protocol::Hello hello;
  DeviceId key;
  DeviceId budget; // whose ByteBudget it spends
  bool invitation = false;
  bool loggedIn = false;
  bool closing = false;
  bool spacesChanged = false; // look again which spaces it may read
  std::deque<Bytes> answers;
  std::map<SpaceId, Subscription> subscriptions;
  std::set<SpaceId> invitedTo; // spaces it was told of
  std::set<SpaceId> admitted;
  std::deque<protocol::BlobChunkGet> chunkGets;
  std::optional<std::pair<SpaceId, envelope::Chain>> openRun; // its rest goes before anything else
  protocol::Batch gathering;                                  // of frames with `more`
  std::size_t gatheredBytes = 0;
  double tokens = 0;
  Instant tokensAt{};
};

// What a key may still send; below zero it rests. Keys that hold no space are made at will: all of them spend
// one, under the key of nobody.
struct ByteBudget {
  double left = 0;
  Instant at{};
  std::size_t connections = 0;
};

struct Offer {
  ConnectionId from = 0;
  protocol::Batch batch;
};

struct PendingChunk {
  ConnectionId from = 0;
  protocol::BlobChunk chunk;
};

// What became of one offer, told after the commit.
struct OfferOutcome {
  ConnectionId from = 0;
  SpaceId space;
  std::uint64_t firstNumber = 0, lastNumber = 0; // of what was stored; 0: nothing
  std::size_t stored = 0;
  bool authorityMoved = false;
  std::vector<Receipt> receipts;
  std::vector<protocol::Refusal> refusals;
};

struct ChunkOutcome {
  ConnectionId from = 0;
  protocol::BlobAck ack;
  bool durable = false;   // the whole blob is …
  bool completed = false; // … by this chunk
  std::vector<Receipt> receipts;
};

struct Ruling {
  protocol::Finality finality = protocol::Finality::Wait;
  std::optional<protocol::Reason> reason; // none: it may be stored
};

struct Mailbox::State {
  State(const MailboxOptions& o, Storage& s, const Clock& c, RandomSource& r, const signing::SigningKey& i)
      : options(o), storage(s), clock(c), random(r), identity(i), relay{i.publicKey()} {}

  MailboxOptions options;
  Storage& storage;
  const Clock& clock;
  RandomSource& random;
  const signing::SigningKey& identity;
  RelayId relay;

  std::map<SpaceId, Space> spaces;
  std::map<SpaceId, envelope::ClearAuthority> campaigns;
  std::unordered_map<ConnectionId, Peer> peers;
  std::map<DeviceId, ByteBudget> budgets; // of keys that are connected, or have spent some of theirs
  ConnectionId lastConnection = 0;
  std::vector<Offer> offers;
  std::vector<PendingChunk> chunks;
  std::size_t pendingBytes = 0;
  std::uint32_t failedInARow = 0; // commits: a full disk stays full for hours, and is asked ever more rarely
  std::function<void(ConnectionId)> ready;
  MailboxCounters counters;
  bool loaded = false; // what is held in memory is what the store holds

  // Reads everything that is held in memory from the store again.
  [[nodiscard]] Result<void> load();
  [[nodiscard]] envelope::ClearAuthority* authorityOf(const SpaceId& space);
  // Of a stored space; of another one what its genesis says.
  [[nodiscard]] SpaceId campaignOf(const envelope::Change& change) const;
  [[nodiscard]] bool mayRead(const Peer& peer, const SpaceId& space);

  [[nodiscard]] bool holdsSpace(const DeviceId& key) const;
  double budgetNow(ByteBudget& budget) const;
  void takeBudget(Peer& peer);
  void releaseBudget(const Peer& peer);

  void greet(ConnectionId id, Peer& peer);
  void hear(ConnectionId id, Peer& peer, ByteView frame);
  void giveUp(ConnectionId id); // for want of memory
  void say(ConnectionId id, Peer& peer, const protocol::Message& message);
  void bye(ConnectionId id, Peer& peer, protocol::ByeReason reason);
  void wake(ConnectionId id) {
    if (ready) ready(id);
  }

  void on(ConnectionId id, Peer& peer, protocol::Auth& message);
  void on(ConnectionId id, Peer& peer, protocol::Admit& message);
  void on(ConnectionId id, Peer& peer, protocol::Cursors& message);
  void on(ConnectionId id, Peer& peer, protocol::Tips& message);
  void on(ConnectionId id, Peer& peer, protocol::Batch& message);
  void on(ConnectionId id, Peer& peer, protocol::BlobList& message);
  void on(ConnectionId id, Peer& peer, protocol::BlobGet& message);
  void on(ConnectionId id, Peer& peer, protocol::BlobChunkGet& message);
  void on(ConnectionId id, Peer& peer, protocol::BlobChunk& message);
  [[nodiscard]] Result<protocol::Position> subscribe(Peer& peer, const protocol::Cursor& cursor);
  [[nodiscard]] Result<void> compare(const SpaceId& space, Subscription& sub,
                                     const std::vector<protocol::Tip>& own);

  void commit();
  void shutDown();
  // Inside the transaction; an error is the store's and fails the whole group.
  [[nodiscard]] Result<OfferOutcome> store(Offer& offer);
  [[nodiscard]] Result<void> storeOne(const Offer& offer, const envelope::Change& change,
                                      const std::vector<Receipt>& shown, OfferOutcome& outcome);
  // `run` names changes of one chain, one after the other, of which the last one alone has its signature:
  // all of them are stored or none, so that no chain here ever ends without one.
  [[nodiscard]] Result<void> storeRun(const Offer& offer, const std::vector<envelope::Change>& changes,
                                      const std::vector<std::vector<Receipt>>& shown,
                                      const std::vector<std::size_t>& run, OfferOutcome& outcome);
  [[nodiscard]] Result<Ruling> judgeRun(const Offer& offer, const std::vector<envelope::Change>& changes,
                                        const std::vector<std::vector<Receipt>>& shown,
                                        const std::vector<std::size_t>& run);
  [[nodiscard]] Result<std::optional<ChunkOutcome>> store(const PendingChunk& chunk);
  [[nodiscard]] Ruling judge(const Offer& offer, const envelope::Change& change, Instant at,
                             const std::vector<Receipt>& shown);
  [[nodiscard]] static Ruling judgeBy(const envelope::ClearAuthority& authority,
                                      const envelope::Change& change, Instant at);
  [[nodiscard]] Ruling judgeGenesis(const Offer& offer, const envelope::Change& change, Instant at);
  // Whether a join was stored before by a relay whose receipts count for the campaign, and had its effect.
  [[nodiscard]] bool wasTaken(const envelope::ClearAuthority& authority, const envelope::Change& change,
                              const std::vector<Receipt>& shown) const;
  // When it was stored first, by a relay whose receipts count for the campaign.
  [[nodiscard]] Instant storedSince(const envelope::Change& change, const std::vector<Receipt>& shown,
                                    const Receipt& here) const;
  [[nodiscard]] Receipt earlierOrNew(const envelope::Change& change, const std::vector<Receipt>& shown) const;

  // After the commit.
  void tell(const OfferOutcome& outcome);
  void tell(const ChunkOutcome& outcome);
  void refuseAll(const Offer& offer, protocol::Reason reason, std::uint32_t retryAfterMs = retryMs);
  void authorityMoved(const SpaceId& campaign);

  [[nodiscard]] Result<protocol::BlobState> offerBlob(ConnectionId id, Peer& peer,
                                                      const protocol::BlobList& list, Bytes& present);
  // The second receipt, for every change whose files are all durable now.
  [[nodiscard]] Result<std::vector<Receipt>> blobReceipts(const protocol::BlobName& blob);
  [[nodiscard]] Result<bool> allDurable(const SpaceId& space, const std::vector<BlobId>& blobs);

  void fill(ConnectionId id, Peer& peer, std::vector<Bytes>& frames, std::size_t bytesMax);
  // Frames of contents, made when there is room for them.
  [[nodiscard]] std::optional<Bytes> next(ConnectionId id, Peer& peer);
  [[nodiscard]] Result<std::optional<protocol::Batch>> nextBatch(Peer& peer);
  [[nodiscard]] Result<std::optional<protocol::Batch>> nextAuthority(const SpaceId& space, Subscription& sub);
  [[nodiscard]] Result<std::optional<protocol::Batch>> nextContent(const SpaceId& space, Subscription& sub);
  [[nodiscard]] std::optional<Bytes> nextChunk(Peer& peer);
  void tellSpaces(ConnectionId id, Peer& peer);
};

} // namespace meridian::relay
