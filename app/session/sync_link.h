// One campaign's connection to its relay: opens it, keeps it, and does what follows from what came in
// (joining, witnesses, confirmations). Everything happens on the replica's thread.
#pragma once

#include <memory>
#include <optional>

#include "app/session/replica_store.h"
#include "app/session/wire.h"
#include "core/replica/access.h"
#include "sync/client/sync_session.h"

namespace meridian::app {

// For the sync pill and for `meridianctl sync`.
struct SyncStatus {
  enum class State : std::uint8_t {
    NoRelay,  // the campaign names none yet
    Offline,  // not connected: `since`, and `problem` if there was more to it than no network
    Airplane, // switched off by the person
    Syncing,  // connected, something is on its way
    Synced,   // connected, nothing is
  } state = State::NoRelay;
  std::optional<Instant> since;     // in this state, or connected; nothing for NoRelay
  std::optional<Error> problem;     // of the last try
  int waiting = 0;                  // own changes that the relay has not stored
  int attention = 0;                // own changes that it refused for good
  bool filesDone = false;           // Synced: no file is on its way either
  client::SessionCounts counts;     // of all connections of this link
  std::optional<Instant> relayTime; // what the relay's clock said when this connection logged in
};

class SyncLink {
 public:
  struct Options {
    bool reconnect = true; // false: one connection, for the shell
    Duration retryMin = std::chrono::seconds{1}, retryMax = std::chrono::seconds{60};
  };
  // Replica, executor and whatever `open` uses outlive the link.
  SyncLink(replica::Replica& replica, const SpaceId& campaign, Executor& executor, OpenWire open,
           Options options);
  SyncLink(replica::Replica& replica, const SpaceId& campaign, Executor& executor, OpenWire open);
  ~SyncLink();
  SyncLink(const SyncLink&) = delete;
  SyncLink& operator=(const SyncLink&) = delete;

  void start();
  // Ends the connection; start() begins again.
  void stop();
  void setAirplane(bool on);
  // Something was written, or the network came back: do not wait for the next try.
  void poke();
  [[nodiscard]] SyncStatus status();
  // Called after each change of status(), on the replica's thread; must not destroy the link.
  void onChange(std::function<void()> listener) { m_listener = std::move(listener); }
  // Files arrived or left: deliveries, previews.
  void onFiles(std::function<void()> listener) { m_filesListener = std::move(listener); }

 private:
  struct Connection;

  // Does what came in from outside. If memory runs out in it, the connection ends and the replica reads again
  // what it holds.
  template <class Work>
  void take(Work work);
  void connect();
  void onConnected();
  void onFrame(Bytes frame);
  void onDrained();
  void onClosed(Error error);
  void dropConnection();
  void scheduleRetry();
  void scheduleWake();
  void watchSilence();
  void pump();
  void afterBatch();
  void giveUpJoiningUnlessServed();
  void giveUpJoining();
  void checkWhenIdle();
  [[nodiscard]] std::optional<replica::Invitation> joinToCarry();
  [[nodiscard]] bool meetsByAnotherKey();
  void fail(Error error);
  void changed();
  void countWaiting();

  replica::Replica& m_replica;
  SpaceId m_campaign;
  Executor& m_executor;
  OpenWire m_open;
  Options m_options;
  std::function<void()> m_listener, m_filesListener;
  std::shared_ptr<SyncLink*> m_alive; // what is posted holds it weakly
  std::unique_ptr<Connection> m_connection;
  bool m_running = false, m_airplane = false, m_everConnected = false;
  bool m_checking = false; // signatures that a later one vouched for
  bool m_asMyself = false; // the join may be stored: ask as the device that it names
  bool m_stopped = false;  // by something that no retry mends
  std::optional<Instant> m_offlineSince, m_onlineSince;
  std::optional<Error> m_problem;
  Duration m_retry{};
  std::uint64_t m_joinTurn = 0; // only the newest wait for an invitation's entry counts
  std::uint64_t m_timer = 0;    // only the newest retry counts
  std::optional<Instant> m_wakeAt;
  bool m_watching = false;   // whether the relay says anything
  std::uint64_t m_signs = 0; // that it did, or took what we sent, on any connection
  client::SessionCounts m_past;
  int m_waiting = 0, m_attention = 0; // own changes, as of a revision of the outbox
  std::optional<std::uint64_t> m_countedAsOf;
};

} // namespace meridian::app
