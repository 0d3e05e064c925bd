// When a space is to be compared with the relay though nothing else asks for it: something here waits for
// what nobody has brought. What was compared for is remembered in the profile, so that whatever waits for
// good reason costs nothing at every sync. Lives on the replica's thread.
#pragma once

#include "core/replica/replica.h"
#include "sync/client/sync_store.h"

namespace meridian::app {

class Comparisons {
 public:
  // The replica outlives it.
  Comparisons(replica::Replica& replica, const SpaceId& campaign, const RelayId& relay);

  using Read = std::vector<protocol::Cursor>; // spaces that moved, and how far they were read
  // At once for what is lacking since the last time, but never twice in a minute; for the rest ever more
  // rarely, at last every four hours.
  [[nodiscard]] Result<client::SyncStore::Comparisons> due(const Read& read);
  [[nodiscard]] Result<void> done(const protocol::Cursor& read);
  // The relay lacks an entry that this own change names.
  void relayLacks(const SpaceId& space, const ChangeId& by);

 private:
  using Names = std::set<std::string>;
  struct Done {
    Instant at{};
    int times = 0; // for the same
    Names names;
  };
  [[nodiscard]] Result<std::map<SpaceId, Names>> wanted(const Read& read);
  [[nodiscard]] Result<bool> hasFewer(const SpaceId& space, std::uint64_t thanNumber);
  [[nodiscard]] Result<std::map<SpaceId, std::uint64_t>> comparedBefore();
  [[nodiscard]] Result<std::optional<Done>> doneFor(const SpaceId& space);

  replica::Replica& m_replica;
  SpaceId m_campaign;
  RelayId m_relay;
  replica::Replica::Lacking m_relays; // on this connection
};

} // namespace meridian::app
