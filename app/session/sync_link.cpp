#include "app/session/sync_link.h"

#include <algorithm>
#include <new>

#include "app/session/addresses.h"

namespace meridian::app {
namespace {

// How long a relay may take between two answers to an invitation.
constexpr Duration joinGrace = std::chrono::seconds{3};

// How long a relay that owes something may say nothing at all. The largest run on a thin line takes minutes.
constexpr Duration silenceMax = std::chrono::minutes{10};

constexpr std::size_t wireBytesMax = 4u << 20; // queued towards a slow relay

client::SessionCounts operator+(client::SessionCounts a, const client::SessionCounts& b) {
  a.changesSent += b.changesSent;
  a.changesReceived += b.changesReceived;
  a.changesStored += b.changesStored;
  a.refusedWait += b.refusedWait;
  a.refusedFinal += b.refusedFinal;
  a.chunksSent += b.chunksSent;
  a.chunksReceived += b.chunksReceived;
  return a;
}

// Errors that the same try would meet again, until a person does something.
bool isFinal(ErrorCode code) {
  using enum ErrorCode;
  return code == InvitationUsed || code == InvitationInvalid || code == InvitationExpired ||
         code == UpdateNeeded || code == DiskFull || code == ReadOnly || code == Damaged;
}

} // namespace

// A session and what carries its frames. The keys outlive the session that signs with them.
struct SyncLink::Connection {
  Connection(replica::Replica& replica, const SpaceId& campaign, const RelayId& relay,
             std::optional<log::InvitationKeys> invitation)
      : store(replica, campaign, relay),
        keys(std::move(invitation)),
        session({.relay = relay, .invitation = keys.has_value()}, store,
                keys ? keys->sign : replica.signingKey(), replica.clock(), replica.random()) {}

  ReplicaStore store;
  std::optional<log::InvitationKeys> keys;
  client::SyncSession session;
  std::unique_ptr<Wire> wire;
  bool pumping = false;
  bool housekept = false;
};

SyncLink::SyncLink(replica::Replica& replica, const SpaceId& campaign, Executor& executor, OpenWire open,
                   Options options)
    : m_replica(replica),
      m_campaign(campaign),
      m_executor(executor),
      m_open(std::move(open)),
      m_options(options),
      m_alive(std::make_shared<SyncLink*>(this)),
      m_retry(options.retryMin) {}

SyncLink::SyncLink(replica::Replica& replica, const SpaceId& campaign, Executor& executor, OpenWire open)
    : SyncLink(replica, campaign, executor, std::move(open), Options{}) {}

SyncLink::~SyncLink() { dropConnection(); }

template <class Work>
void SyncLink::take(Work work) {
  try {
    work();
  } catch (const std::bad_alloc&) {
    m_replica.outOfMemory();
    fail({ErrorCode::OutOfMemory, {}});
  }
}

void SyncLink::start() {
  if (m_running) return;
  m_running = true;
  m_stopped = false;
  m_retry = m_options.retryMin;
  if (!m_offlineSince) m_offlineSince = m_replica.clock().now();
  if (!m_airplane) connect();
}

void SyncLink::stop() {
  m_running = false;
  ++m_timer;
  dropConnection();
  changed();
}

void SyncLink::setAirplane(bool on) {
  if (on == m_airplane) return;
  m_airplane = on;
  m_offlineSince = m_replica.clock().now();
  m_problem.reset();
  m_retry = m_options.retryMin;
  if (on) {
    ++m_timer;
    dropConnection();
  } else if (m_running) {
    connect();
  }
  changed();
}

void SyncLink::poke() {
  if (!m_running || m_airplane) return;
  take([this] {
    if (m_connection && !meetsByAnotherKey()) {
      m_connection->session.poke();
      if (const auto kept = m_connection->store.keepReasons(); !kept) return fail(kept.error());
      return pump();
    }
    dropConnection();
    m_stopped = false;
    connect();
  });
}

// A join that the relay has not stored is brought by the invitation's key, which may do nothing else.
std::optional<replica::Invitation> SyncLink::joinToCarry() {
  replica::Access access(m_replica, m_campaign);
  if (auto joining = access.joiningWith()) return joining;
  auto waiting = m_replica.file().outbox.waiting(m_campaign);
  if (!waiting) return std::nullopt;
  for (const auto& row : *waiting) {
    if (row.delivery == store::Delivery::Rejected) continue;
    const auto info = m_replica.file().changes.info(row.change);
    if (!info || !*info || (*info)->kind != static_cast<std::uint8_t>(envelope::Kind::Join)) continue;
    const auto campaign = m_replica.file().campaigns.find(m_campaign);
    if (!campaign || !*campaign) return std::nullopt;
    const auto invitation = replica::findInvitation(asText((*campaign)->invitation));
    return invitation ? std::optional(*invitation) : std::nullopt;
  }
  return std::nullopt;
}

// Another invitation was taken up since we connected: the join goes by its key alone.
bool SyncLink::meetsByAnotherKey() {
  const auto joining = replica::Access(m_replica, m_campaign).joiningWith();
  if (!joining) return false;
  const auto& keys = m_connection->keys;
  if (keys && keys->sign.id() == log::invitationKeys(joining->secret).sign.id()) return false;
  m_asMyself = false;
  return true;
}

void SyncLink::connect() {
  if (m_connection || m_airplane || !m_running || m_stopped) return;
  const auto kept = replica::Access(m_replica, m_campaign).relay();
  if (!kept) return changed();
  const auto address = toProtocol(*kept);
  if (!address) return fail(address.error());
  std::optional<log::InvitationKeys> keys;
  const auto invitation = joinToCarry();
  if (!invitation) m_asMyself = false;
  if (invitation && !m_asMyself) keys = log::invitationKeys(invitation->secret);
  m_connection = std::make_unique<Connection>(m_replica, m_campaign, address->identity, std::move(keys));
  // Events of a connection that was dropped meanwhile find another one, or none, and are passed over.
  auto guarded = [alive = std::weak_ptr(m_alive), mine = m_connection.get()](auto member) {
    return [alive, mine, member]<class... Args>(Args&&... args) {
      const auto link = alive.lock();
      if (link && (*link)->m_connection.get() == mine)
        (*link)->take([&] { ((*link)->*member)(std::forward<Args>(args)...); });
    };
  };
  Wire::Events events;
  events.connected = guarded(&SyncLink::onConnected);
  events.frame = guarded(&SyncLink::onFrame);
  events.drained = guarded(&SyncLink::onDrained);
  events.closed = guarded(&SyncLink::onClosed);
  m_connection->wire = m_open(*address, std::move(events));
  changed();
}

void SyncLink::onConnected() {
  m_everConnected = true;
  m_onlineSince = m_replica.clock().now();
  ++m_signs;
  m_connection->session.onConnected();
  pump();
}

void SyncLink::onFrame(Bytes frame) {
  ++m_signs;
  const auto handled = m_connection->session.onFrame(frame);
  if (!handled) return fail(handled.error());
  if (const auto kept = m_connection->store.keepReasons(); !kept) return fail(kept.error());
  // A relay that was reached and proved who it is: until then what went wrong before may go wrong again. One
  // that went silent had proved it, and has to answer.
  const auto phase = m_connection->session.phase();
  const bool isKnown = phase == client::Phase::Syncing || phase == client::Phase::Live;
  if (isKnown && m_problem && m_problem->code != ErrorCode::Timeout) m_problem.reset();
  pump();
  if (m_connection) afterBatch();
  changed();
}

void SyncLink::onDrained() {
  ++m_signs;
  pump();
}

void SyncLink::pump() {
  Connection* connection = m_connection.get();
  if (connection == nullptr || connection->pumping || !connection->wire) return;
  connection->pumping = true;
  while (connection->wire->queuedBytes() < wireBytesMax) {
    auto frames = connection->session.takeOutgoing();
    if (frames.empty()) break;
    for (auto& frame : frames)
      connection->wire->send(std::move(frame));
  }
  connection->pumping = false;
  if (const auto& failure = connection->store.failure()) return fail(*failure);
  // While the wire is full nothing goes, whatever is due: once it has drained it is looked at again.
  if (connection->wire->queuedBytes() < wireBytesMax) scheduleWake();
  watchSilence();
}

// What follows from what came in, once nothing more is on its way.
void SyncLink::afterBatch() {
  Connection& connection = *m_connection;
  if (connection.store.takeFilesMoved() && m_filesListener) m_filesListener();
  if (connection.session.phase() != client::Phase::Live) return;
  m_problem.reset();
  // An invitation that the relay does not know yet is asked for ever more rarely, though each time it
  // answers; a join that it does not take, too, by either key.
  if (!connection.keys && !(m_asMyself && joinToCarry())) m_retry = m_options.retryMin;
  if (connection.keys) {
    replica::Access access(m_replica, m_campaign);
    const auto invitation = access.joiningWith();
    const auto wrote = access.continueJoin();
    if (!wrote) return fail(wrote.error());
    if (*wrote) {
      connection.session.poke();
      return pump();
    }
    if (invitation) return giveUpJoiningUnlessServed();
    if (!joinToCarry()) {
      const auto row = m_replica.file().campaigns.find(m_campaign);
      if (row && *row && (*row)->membership == store::Membership::Refused)
        return fail({(*row)->refusal == errorName(ErrorCode::InvitationExpired) ? ErrorCode::InvitationExpired
                                                                                : ErrorCode::InvitationUsed,
                     (*row)->refusal});
      // The join is stored: from here on I am myself.
      dropConnection();
      return connect();
    }
    // Written before there was a relay, from a file: it has to be taken yet.
    return giveUpJoiningUnlessServed();
  }
  // The relay may hold the join, though its receipt was lost on the way: then it knows me, and says so again.
  if (m_asMyself && joinToCarry()) giveUpJoiningUnlessServed();
  // Once in any case: a loss of power may lie between a receipt and the fact that follows from it.
  if (!connection.store.takeMoved() && connection.housekept) return checkWhenIdle();
  connection.housekept = true;
  const auto wrote = m_replica.housekeep();
  if (!wrote) return fail(wrote.error());
  connection.session.poke();
  pump();
}

// The relay serves an invitation the authority logs without saying how long they are. If none of what comes
// in a while is the invitation's entry, or the join is not taken, there is nothing to join by: for good if it
// is too late, otherwise as far as the relay knows now.
void SyncLink::giveUpJoiningUnlessServed() {
  const std::uint64_t turn = ++m_joinTurn;
  m_executor.postAfter(joinGrace, [alive = std::weak_ptr(m_alive), turn] {
    const auto link = alive.lock();
    if (link && (*link)->m_joinTurn == turn && (*link)->m_connection)
      (*link)->take([&] { (*link)->giveUpJoining(); });
  });
}

void SyncLink::giveUpJoining() {
  const auto invitation = joinToCarry();
  if (!invitation) return;
  // Once a join is taken its invitation opens nothing any more. Whether it was, only the next try as oneself
  // shows, if the receipt was lost.
  const bool written = !replica::Access(m_replica, m_campaign).joiningWith();
  if (written) m_asMyself = !m_asMyself;
  const bool late = invitation->expiry <= m_replica.clock().now();
  fail({late ? ErrorCode::InvitationExpired : ErrorCode::InvitationInvalid,
        late ? "the relay no longer serves this invitation"
             : "used or withdrawn, or its entry has not reached the relay yet"});
  m_stopped = late && !m_asMyself;
  scheduleRetry();
}

// A few at a time, between everything else: the chain has vouched for them already.
void SyncLink::checkWhenIdle() {
  if (m_checking) return;
  m_checking = true;
  constexpr Duration pause = std::chrono::milliseconds{50};
  m_executor.postAfter(pause, [alive = std::weak_ptr(m_alive)] {
    const auto link = alive.lock();
    if (!link) return;
    (*link)->m_checking = false;
    (*link)->take([&] {
      const auto checked = (*link)->m_replica.checkVouched(64);
      if (checked && *checked > 0 && (*link)->m_connection) (*link)->checkWhenIdle();
    });
  });
}

void SyncLink::scheduleWake() {
  auto next = m_replica.nextDue();
  if (const auto wake = m_connection->session.nextWake(); wake && (!next || *wake < *next)) next = wake;
  if (!next || next == m_wakeAt) return;
  m_wakeAt = next;
  const Duration delay = std::max(*next - m_replica.clock().now(), Duration{1});
  m_executor.postAfter(delay, [alive = std::weak_ptr(m_alive)] {
    const auto link = alive.lock();
    if (!link) return;
    (*link)->m_wakeAt.reset();
    if (!(*link)->m_connection) return;
    (*link)->take([&] {
      (*link)->m_connection->session.poke();
      (*link)->pump();
      if ((*link)->m_connection) (*link)->afterBatch();
      (*link)->changed();
    });
  });
}

void SyncLink::watchSilence() {
  if (m_watching || !m_connection || !m_connection->session.isOwed()) return;
  m_executor.postAfter(silenceMax, [alive = std::weak_ptr(m_alive), before = m_signs] {
    const auto link = alive.lock();
    if (!link) return;
    (*link)->m_watching = false;
    (*link)->take([&] {
      const auto& connection = (*link)->m_connection;
      if ((*link)->m_signs != before || !connection || !connection->session.isOwed())
        return (*link)->watchSilence();
      (*link)->fail({ErrorCode::Timeout, "the relay owes an answer and says nothing"});
    });
  });
  m_watching = true;
}

void SyncLink::onClosed(Error error) {
  m_problem = std::move(error);
  dropConnection();
  scheduleRetry();
  changed();
}

void SyncLink::fail(Error error) {
  m_problem = std::move(error);
  m_stopped = isFinal(m_problem->code);
  dropConnection();
  scheduleRetry();
  changed();
}

void SyncLink::dropConnection() {
  if (!m_connection) return;
  m_past = m_past + m_connection->session.counts();
  m_connection->session.onDisconnected();
  (void)m_connection->store.keepChunks(); // what cannot be written down is fetched again
  if (m_connection->wire) m_connection->wire->close();
  // We may be inside one of its calls: it is taken apart once they have returned.
  std::shared_ptr<Connection> gone = std::move(m_connection);
  m_executor.post([gone] {});
  m_wakeAt.reset();
  m_offlineSince = m_replica.clock().now();
}

void SyncLink::scheduleRetry() {
  if (!m_options.reconnect || !m_running || m_airplane || m_stopped) return;
  // Spread out, so that not everybody comes back in the second in which a relay does.
  const auto spread = m_replica.random().id<FixedId<struct SpreadTag, 1>>().bytes[0];
  const Duration delay = m_retry / 2 + m_retry * spread / 510;
  m_retry = std::min(m_retry * 2, m_options.retryMax);
  m_executor.postAfter(delay, [alive = std::weak_ptr(m_alive), timer = ++m_timer] {
    const auto link = alive.lock();
    if (link && (*link)->m_timer == timer) (*link)->take([&] { (*link)->connect(); });
  });
}

// Status is asked after every frame; counting only after something moved.
void SyncLink::countWaiting() {
  auto& outbox = m_replica.file().outbox;
  if (m_countedAsOf == outbox.revision()) return;
  const auto rows = outbox.waitingBySpace();
  if (!rows) return;
  m_waiting = m_attention = 0;
  for (const auto& row : *rows) {
    if (m_replica.campaignOf(row.space) != m_campaign) continue;
    m_waiting += row.unsent;
    m_attention += row.rejected;
  }
  m_countedAsOf = outbox.revision();
}

SyncStatus SyncLink::status() {
  using enum SyncStatus::State;
  SyncStatus status;
  status.problem = m_problem;
  status.counts = m_connection ? m_past + m_connection->session.counts() : m_past;
  if (m_connection) status.relayTime = m_connection->session.relayTime();
  countWaiting();
  status.waiting = m_waiting;
  status.attention = m_attention;
  if (m_connection && m_connection->store.notAdmitted() && !status.problem)
    status.problem = Error{ErrorCode::RefusedByRelay, "the founding code is not this relay's, or was used"};
  if (m_connection && !m_connection->keys && !m_asMyself && !status.problem &&
      m_connection->store.notServed())
    status.problem = Error{ErrorCode::NotServed, "the relay does not serve this device the campaign"};
  if (!replica::Access(m_replica, m_campaign).relay()) return status;
  const auto phase = m_connection ? m_connection->session.phase() : client::Phase::Disconnected;
  status.since = m_onlineSince;
  if (m_airplane) {
    status.state = Airplane;
    status.since = m_offlineSince;
  } else if (phase == client::Phase::Live) {
    // An invitation's session only carries the join: the rest follows with the device's own.
    status.state = m_connection->keys ? Syncing : Synced;
    status.filesDone = m_connection->session.filesDone();
  } else if (phase == client::Phase::Syncing) {
    status.state = Syncing;
  } else {
    status.state = Offline;
    status.since = m_offlineSince;
  }
  return status;
}

void SyncLink::changed() {
  if (m_listener) m_listener();
}

} // namespace meridian::app
