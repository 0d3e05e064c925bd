// What a replica derives from the facts of creators' spaces against what the model does.
#pragma once

#include "tests/simulation/model_authority.h"
#include "tests/simulation/model_status.h"

namespace meridian::sim {

// By space the facts that count there, each with the time at which it was stored.
using FactsBySpace = std::map<SpaceId, std::vector<domain::Fact>>;

void compareStatuses(const SpaceId& campaign, const ReplicaEvidence& replica, const AuthorityModel& authority,
                     const FactsBySpace& facts, std::vector<std::string>& found);

} // namespace meridian::sim
