// The relay's whole logic without a socket, a thread or a file of its own: who may log in, what is stored,
// in which order it is numbered, and who is sent what. Tests and the simulator drive it directly.
//
// Not thread-safe. The driver hands in frames, calls commit() when commitDue(), and takes frames when its
// peer can be written to: nothing is made for a slow reader before it has room, so it costs a cursor and a
// bounded queue of answers.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/base/random.h"
#include "sync/relay/storage.h"

namespace meridian::relay {

enum class Admission : std::uint8_t {
  Founding, // with the founding code, or a receipt of this identity for the genesis
  Open,     // anything; for loopback alone
  Closed,   // no new campaign, but one with a receipt
};

struct MailboxOptions {
  Admission admission = Admission::Founding;
  protocol::FoundingCode code{};                             // counts while the relay holds no campaign
  std::uint64_t blobBytesMax = signing::sealedLengthDefault; // one blob
  std::uint64_t spaceBytesMax = 20'000'000'000;              // a space's changes and blobs
  std::uint32_t changesPerSecond = 20'000;                   // of one connection, on average …
  std::uint32_t changesBurst = 200'000;                      // … and at once
  // Of one key, over all connections that logged in with it, and of all keys together that hold no space:
  // past the burst the driver reads no faster.
  std::uint64_t bytesPerSecond = 32u << 20;
  std::uint64_t bytesBurst = 256u << 20;
  std::size_t pendingBytesMax = 8u << 20;              // of offers that wait for the next commit
  std::size_t spacesMax = limits::spacesPerConnection; // that one connection may read
};

using ConnectionId = std::uint64_t;

// Counters since the start, for /metrics.
struct MailboxCounters {
  std::uint64_t connections = 0, logins = 0, violations = 0;
  std::uint64_t changesStored = 0, changesDuplicate = 0, refusedWait = 0, refusedFinal = 0;
  std::uint64_t changesSent = 0, commits = 0, commitFailures = 0, blobChunksStored = 0, blobsDurable = 0;
};

class Mailbox {
 public:
  // All four outlive the mailbox. Reads the authority logs; fails if the store cannot be read.
  [[nodiscard]] static Result<std::unique_ptr<Mailbox>> open(const MailboxOptions& options, Storage& storage,
                                                             const Clock& clock, RandomSource& random,
                                                             const signing::SigningKey& identity);
  ~Mailbox();

  // The first frame to take is the hello.
  [[nodiscard]] ConnectionId connect();
  // A frame of the peer. Whatever the bytes: at worst the connection is closing() afterwards.
  void receive(ConnectionId connection, ByteView frame);
  // Next frames for the peer, about `bytesMax` of them (one frame may exceed it); empty: nothing to say.
  [[nodiscard]] std::vector<Bytes> take(ConnectionId connection, std::size_t bytesMax);
  // After the frames that take() still gives, the driver closes.
  [[nodiscard]] bool closing(ConnectionId connection) const;
  // The driver reads no more from this peer until it has taken what waits for it.
  [[nodiscard]] bool mustPause(ConnectionId connection) const;
  // … nor before so much time has passed: its key sent more than its rate.
  [[nodiscard]] std::chrono::milliseconds restOf(ConnectionId connection) const;
  // Says goodbye to everyone.
  void shutDown();
  void disconnect(ConnectionId connection);

  // Something waits to be made durable; past the limit the driver commits before it reads on.
  [[nodiscard]] bool commitDue() const;
  [[nodiscard]] bool commitOverdue() const;
  // One transaction and one fsync for everything that waits; answers stand in the queues afterwards.
  void commit();

  // Called whenever a connection may have something to take. It must not call back at once.
  void onReady(std::function<void(ConnectionId)> callback);

  [[nodiscard]] bool holdsCampaign() const;
  [[nodiscard]] const MailboxCounters& counters() const;
  [[nodiscard]] std::size_t openConnections() const;

  struct State;

 private:
  explicit Mailbox(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

} // namespace meridian::relay
