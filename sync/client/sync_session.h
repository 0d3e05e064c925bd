// One replica's side of the protocol, without a socket, a thread or a clock's tick of its own: frames in,
// frames out. It may be connected and disconnected any number of times; everything that must outlive a
// connection lives in the SyncStore. Not thread-safe.
#pragma once

#include <deque>
#include <map>
#include <set>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "sync/client/sync_store.h"

namespace meridian::client {

enum class Phase : std::uint8_t {
  Disconnected,
  Hello,   // connected; the relay has not said hello
  Login,   // it has; our log-in is not answered
  Syncing, // something is missing on one side
  Live,    // nothing is: changes travel as they are made
  Failed,  // error() says why; the driver closes
};

struct SessionOptions {
  RelayId relay;           // whom we expect; another identity ends the session
  bool invitation = false; // `key` is an invitation's: authority logs and one join, nothing else
};

struct SessionCounts {
  std::uint64_t changesSent = 0, changesReceived = 0, changesStored = 0;
  std::uint64_t refusedWait = 0, refusedFinal = 0;
  std::uint64_t chunksSent = 0, chunksReceived = 0;
};

class SyncSession {
 public:
  // All outlive the session. `key` signs the log-in.
  SyncSession(SessionOptions options, SyncStore& store, const signing::SigningKey& key, const Clock& clock,
              RandomSource& random);

  void onConnected();
  void onDisconnected();
  // An error ends this connection and is kept in error(): RelayIdentityChanged, UpdateNeeded,
  // ProtocolViolation, RelayUnreachable (the relay said goodbye), or the store's own. Nothing is lost.
  [[nodiscard]] Result<void> onFrame(ByteView frame);
  // Frames for the relay, about `bytesMax` of them; empty: nothing to say now. Call again after every
  // frame, poke and nextWake().
  [[nodiscard]] std::vector<Bytes> takeOutgoing(std::size_t bytesMax = 1u << 20);
  // The store has new changes or files.
  void poke();
  // When takeOutgoing() may have something to say though nothing comes: what the relay told us to hold back
  // may go again, or a live session compares again.
  [[nodiscard]] std::optional<Instant> nextWake() const;

  // The relay has to say something: its hello, an answer, or what it said that it has.
  [[nodiscard]] bool isOwed() const;

  [[nodiscard]] Phase phase() const { return m_phase; }
  [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
  [[nodiscard]] const SessionCounts& counts() const { return m_counts; }
  // The relay's clock at log-in, to show skew by.
  [[nodiscard]] std::optional<Instant> relayTime() const { return m_relayTime; }
  // No file waits to be sent or fetched, as far as the relay can help.
  [[nodiscard]] bool filesDone() const { return !m_upload && !m_download && m_filesChecked; }

 private:
  struct Space {
    protocol::Cursor cursor;
    std::optional<protocol::Standing> standing; // none: asked, not answered
    std::uint64_t target = 0;                   // the relay's newest number, as far as known
    std::uint64_t readFirst = 0;                // its newest number when it last said where it stands
    bool comparing = false;                     // its tips are to come
    bool compared = false;                      // once per connection by ourselves
    bool comparedForWaiting = false;            // and the store is to be told
    bool moved = false;                         // since the store was asked what to compare for
    std::vector<protocol::Tip> tips;
    bool planAgain = false; // once everything is here: the relay knows a longer run that may be a branch
    std::deque<std::pair<envelope::ChainKey, std::uint64_t>> refill; // chains to offer, from this seq on
    protocol::Batch gathering;
    std::size_t gatheredBytes = 0;
    bool unkept = false;  // the store's cursor is behind this one
    bool lacking = false; // and stays there: what came before this one did not all fit
  };
  struct InFlight {
    envelope::ChainKey chain;
    std::uint64_t seq = 0;
    bool isRefill = false; // not of the outbox: nobody but us remembers that it was to be offered
  };
  struct Held {
    Instant until{};
    bool untilProgress = false; // or until the relay stores something, which may be what it waits for
  };
  struct Refused {
    std::uint64_t seq = 0; // where the chain stopped
    int times = 0;         // in a row
  };
  struct Upload {
    protocol::BlobList list;
    std::deque<std::uint32_t> left;
    std::size_t inFlight = 0;
    bool answered = false;
  };
  struct Download {
    protocol::BlobName name;
    std::optional<protocol::BlobList> list;
    std::deque<std::uint32_t> left;
    std::set<std::uint32_t> inFlight;
  };

  void reset();
  [[nodiscard]] Result<void> handle(ByteView frame);
  Result<void> on(const protocol::Hello& message);
  Result<void> on(const protocol::Welcome& message);
  Result<void> on(const protocol::Admitted& message);
  Result<void> on(const protocol::Bye& message);
  Result<void> on(const protocol::Positions& message);
  Result<void> on(const protocol::Tips& message);
  Result<void> on(protocol::Batch& message);
  Result<void> on(const protocol::Receipts& message);
  Result<void> on(const protocol::Refusals& message);
  Result<void> on(const protocol::BlobStatus& message);
  Result<void> on(const protocol::BlobList& message);
  Result<void> on(const protocol::BlobChunk& message);
  Result<void> on(const protocol::BlobAck& message);

  void say(const protocol::Message& message);
  void askFor(const std::vector<protocol::Cursor>& cursors);
  void askForNewSpaces();
  [[nodiscard]] Result<void> sendTips(Space& space);
  [[nodiscard]] Result<void> compareOnce(Space& space); // though the relay did not ask for it
  [[nodiscard]] bool isAllRead() const;
  [[nodiscard]] Result<void> compareForWhatWaits();
  void askAgainForWhatWaits();
  void planRefill(Space& space);
  void planAgainIfRead(Space& space);
  [[nodiscard]] Result<void> refillAll(Space& space);
  void askFromHere(Space& space, std::uint64_t before);
  Result<void> moveCursor(Space& space, std::uint64_t before, std::uint64_t after);
  // What the relay lacks is known to this session alone: until it has taken it, or has said that it waits,
  // the store keeps the cursor of before, so that the next connection compares again if this one breaks.
  [[nodiscard]] bool isRefilling(const Space& space) const;
  [[nodiscard]] Result<void> keepCursor(Space& space);
  [[nodiscard]] int timesRefused(const envelope::ChainKey& chain, std::uint64_t seq);
  void letGo(); // of what waits for progress: there was some
  void updatePhase();

  // session_offers.cpp
  [[nodiscard]] bool offerNext();
  [[nodiscard]] static bool isCaughtUp(const Space& space);
  [[nodiscard]] bool offerRefill(Space& space, envelope::Chain half);
  [[nodiscard]] bool offerOwn(Space& space, envelope::Chain half);
  [[nodiscard]] bool send(const SpaceId& space, std::vector<OutgoingChange> changes, bool isRefill);
  [[nodiscard]] bool fileNext();
  [[nodiscard]] bool uploadNext();
  [[nodiscard]] bool downloadNext();

  SessionOptions m_options;
  SyncStore& m_store;
  const signing::SigningKey& m_key;
  const Clock& m_clock;
  RandomSource& m_random;

  Phase m_phase = Phase::Disconnected;
  std::optional<Error> m_error;
  SessionCounts m_counts;
  std::optional<Instant> m_relayTime;
  protocol::Hello m_hello;
  protocol::Auth m_auth;
  std::deque<Bytes> m_out;
  std::map<SpaceId, Space> m_spaces;
  std::vector<SpaceId> m_order; // of m_spaces, campaigns first
  std::map<ChangeId, InFlight> m_inFlight;
  std::map<envelope::ChainKey, Held> m_heldBack;
  std::map<envelope::ChainKey, Refused> m_refused; // for now; until there is progress
  std::set<SpaceId> m_admittedTo;                  // on this connection
  std::set<envelope::ChainKey> m_refillEnded;      // by a final refusal, on this connection
  bool m_offersLeft = false;                       // the store may have something to offer
  bool m_waitingUnasked = false;                   // the store may have something to compare for
  std::optional<Instant> m_compareAt;              // it may again
  std::optional<Upload> m_upload;
  std::optional<Download> m_download;
  std::set<protocol::BlobName> m_filesSkipped; // on this connection
  bool m_filesChecked = false;
};

} // namespace meridian::client
