// The links between the replica and the relays of its campaigns, one per campaign, as the session drives
// them.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>

#include "app/session/sync_link.h"

class QObject;

namespace meridian::app {

// Of all campaigns together, for the sync pill.
struct LinkStatus {
  bool configured = false; // some campaign names a relay
  bool connected = false;  // every campaign that names one is connected
  std::optional<Instant> offlineSince;
  std::optional<Error> error; // of the last try
  std::map<SpaceId, SyncStatus> campaigns;
};

// How relays are reached, given where its events are to run.
using WireFactory = std::function<OpenWire(Executor&)>;

// Lives on the core thread, like the replica, which outlives it. While a lead's campaign is connected and
// nothing is on its way, it notes when the copy for offline was last complete: at every change that arrives
// and when the connection ends.
class SyncDriver {
 public:
  // `wires` may be empty: then nothing is ever sent. The listeners are called on the core thread: `status`
  // whenever the status changes, `files` when files have arrived or left.
  SyncDriver(replica::Replica& replica, const WireFactory& wires,
             std::function<void(const LinkStatus&)> status, std::function<void()> files);
  ~SyncDriver();
  SyncDriver(const SyncDriver&) = delete;
  SyncDriver& operator=(const SyncDriver&) = delete;

  // In airplane mode nothing is sent or received, whatever the network could do.
  void setAirplane(bool airplane);
  // Tries at once instead of waiting for the next attempt.
  void syncNow();
  // Something was written, joined or brought: to be sent now if connected.
  void changed(const replica::Notice& what);

 private:
  class CoreExecutor;
  void look();
  void tell();
  void noteSoon(const std::set<SpaceId>& campaigns);
  void note();
  void compareBrought();

  replica::Replica& m_replica;
  OpenWire m_open;
  std::function<void(const LinkStatus&)> m_status;
  std::function<void()> m_files;
  std::unique_ptr<CoreExecutor> m_executor;
  struct Kept {
    std::unique_ptr<SyncLink> link;
    std::optional<replica::RelayAddress> relay; // that it was started with
  };
  std::map<SpaceId, Kept> m_links;
  std::set<SpaceId> m_synced; // as told last
  std::set<SpaceId> m_toNote;
  std::set<SpaceId> m_brought; // campaigns of which a file brought something
  std::uint64_t m_broughtTurn = 0;
  bool m_airplane = false, m_lookAsked = false;
};

} // namespace meridian::app
