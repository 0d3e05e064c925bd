#include "app/sync_driver.h"

#include <QTimer>

#include "app/inbox.h"
#include "core/replica/work.h"

namespace meridian::app {

// Runs what the links post in the core thread's event loop, until the driver ends.
class SyncDriver::CoreExecutor final : public Executor {
 public:
  void post(std::function<void()> work) override { m_place.post(std::move(work)); }
  void postAfter(Duration delay, std::function<void()> work) override {
    // A timer belongs to the thread that starts it, and this may be called on any.
    post([this, delay, work = std::move(work)]() mutable {
      QTimer::singleShot(delay, &m_place, std::move(work));
    });
  }

 private:
  Inbox m_place; // made on the core thread
};

SyncDriver::SyncDriver(replica::Replica& replica, const WireFactory& wires,
                       std::function<void(const LinkStatus&)> status, std::function<void()> files)
    : m_replica(replica),
      m_status(std::move(status)),
      m_files(std::move(files)),
      m_executor(new CoreExecutor) {
  if (wires) m_open = wires(*m_executor);
  look();
}

SyncDriver::~SyncDriver() {
  m_toNote.insert(m_synced.begin(), m_synced.end());
  note();
  m_links.clear();
}

void SyncDriver::look() {
  if (m_open) {
    for (const auto& campaign : m_replica.campaigns()) {
      auto& [link, relay] = m_links[campaign.id];
      const auto now = replica::Access(m_replica, campaign.id).relay();
      if (link) {
        // Another relay was named: the connection to the one before is over.
        if (std::exchange(relay, now) == now) continue;
        link->stop();
        link->start();
        continue;
      }
      relay = now;
      link = std::make_unique<SyncLink>(m_replica, campaign.id, *m_executor, m_open);
      link->onChange([this] { tell(); });
      link->onFiles([this] {
        m_files();
        noteSoon(m_synced);
      });
      link->setAirplane(m_airplane);
      link->start();
    }
  }
  tell();
}

void SyncDriver::tell() {
  LinkStatus all;
  all.connected = true;
  std::set<SpaceId> synced;
  for (const auto& [campaign, kept] : m_links) {
    const auto& link = kept.link;
    // A new one tells of itself while it is being made.
    if (!link) continue;
    const SyncStatus status = link->status();
    all.campaigns[campaign] = status;
    if (status.state == SyncStatus::State::NoRelay) continue;
    all.configured = true;
    if (status.state == SyncStatus::State::Synced) synced.insert(campaign);
    if (status.problem) all.error = status.problem;
    if (status.state == SyncStatus::State::Syncing || status.state == SyncStatus::State::Synced) continue;
    all.connected = false;
    if (status.since && (!all.offlineSince || *status.since < *all.offlineSince))
      all.offlineSince = status.since;
  }
  all.connected = all.connected && all.configured;
  if (synced != m_synced) {
    noteSoon(m_synced);
    noteSoon(synced);
    m_synced = std::move(synced);
  }
  m_status(all);
}

// Told from within a link's work or a commit: the replica is asked once that is over.
void SyncDriver::noteSoon(const std::set<SpaceId>& campaigns) {
  if (campaigns.empty()) return;
  if (m_toNote.empty()) m_executor->post([this] { note(); });
  m_toNote.insert(campaigns.begin(), campaigns.end());
}

// What cannot be written now is noted with the next change.
void SyncDriver::note() {
  try {
    for (const auto& id : std::exchange(m_toNote, {})) {
      const auto campaign = m_replica.campaign(id);
      if (campaign && campaign->role != log::Role::Creator)
        (void)replica::Reviewing(m_replica, id).prepared();
    }
  } catch (const std::bad_alloc&) {
    m_replica.outOfMemory();
  }
}

void SyncDriver::setAirplane(bool airplane) {
  m_airplane = airplane;
  for (const auto& [campaign, kept] : m_links)
    kept.link->setAirplane(airplane);
}

void SyncDriver::syncNow() {
  for (const auto& [campaign, kept] : m_links)
    kept.link->poke();
}

// As the two meet, a replica and its relay compare what one of them lacks.
void SyncDriver::compareBrought() {
  for (const auto& id : std::exchange(m_brought, {}))
    if (const auto kept = m_links.find(id); kept != m_links.end() && kept->second.link) {
      kept->second.link->stop();
      kept->second.link->start();
    }
}

void SyncDriver::changed(const replica::Notice& what) {
  if (what.brought) {
    m_brought.insert(what.campaign);
    // A file comes in pieces; between them others get their turn.
    m_executor->postAfter(std::chrono::seconds{1}, [this, turn = ++m_broughtTurn] {
      if (turn == m_broughtTurn) compareBrought();
    });
  }
  // Asked from within a commit: the links look once it is over.
  if (m_lookAsked) return;
  m_lookAsked = true;
  m_executor->post([this] {
    m_lookAsked = false;
    look();
    syncNow();
    noteSoon(m_synced);
  });
}

} // namespace meridian::app
