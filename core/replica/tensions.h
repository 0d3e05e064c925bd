// S3: goals that pull apart, written down, and how leads decided between them.
#pragma once

#include "core/domain/tension.h"
#include "core/replica/replica.h"

namespace meridian::replica {

class Tensions {
 public:
  Tensions(Replica& replica, const SpaceId& campaign) : m_replica(replica), m_campaign(campaign) {}

  struct New {
    domain::Bilingual first, second, why; // each in one language at least
    std::vector<std::string> markets;     // codes; empty: all
  };
  // By any hub or lead. InvalidArgument where a text is missing, NotFound for a market that is not there,
  // NotAllowed without the team's space.
  [[nodiscard]] Result<crdt::EntityId> open(const New& tension);
  // By leads. InvalidArgument without words, NotFound, AlreadyExists if it is decided.
  [[nodiscard]] Result<OpId> resolve(const crdt::EntityId& tension, const domain::Bilingual& how);
  // By leads: it was none. Can be taken back. NotFound.
  [[nodiscard]] Result<void> setRemoved(const crdt::EntityId& tension, bool removed);

 private:
  Replica& m_replica;
  SpaceId m_campaign;
};

} // namespace meridian::replica
