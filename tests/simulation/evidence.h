// What a world at rest is judged by.
#pragma once

#include "tests/simulation/check.h"

namespace meridian::sim {

class World;

[[nodiscard]] Evidence gather(World& world);
// What one replica holds of a campaign.
[[nodiscard]] ReplicaEvidence evidenceOf(replica::Replica& replica, const SpaceId& campaign,
                                         std::string name);
// The checks that ask the world itself: what people remember, what lies on disks.
[[nodiscard]] std::vector<std::unique_ptr<Check>> worldChecks(World& world);

} // namespace meridian::sim
