// What every replica holds against what the model makes of the same changes.
#pragma once

#include "tests/simulation/check.h"

namespace meridian::sim {

[[nodiscard]] std::unique_ptr<Check> modelCheck();
// Of one replica; empty if it says in every space what the model says.
[[nodiscard]] std::vector<std::string> compareWithModel(const SpaceId& campaign,
                                                        const ReplicaEvidence& replica);

} // namespace meridian::sim
