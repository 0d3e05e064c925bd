// What a world at rest is judged by.
#pragma once

#include "tests/simulation/check.h"

namespace meridian::sim {

// Enough of an id to find it in a trace.
std::string shortOf(const auto& id) { return id.hex().substr(0, 8); }

class World;

[[nodiscard]] Evidence gather(World& world);

// How much of what a campaign is for has come about, whoever holds it.
struct Harvest {
  std::uint64_t issues = 0, submissions = 0, attachments = 0, verdicts = 0, contests = 0;
};
[[nodiscard]] Harvest harvest(const Evidence& evidence);
// What one replica holds of a campaign.
[[nodiscard]] ReplicaEvidence evidenceOf(replica::Replica& replica, const SpaceId& campaign,
                                         std::string name);
// The checks that ask the world itself: what people remember, what lies on disks.
[[nodiscard]] std::vector<std::unique_ptr<Check>> worldChecks(World& world);
// Those that ask what becomes of what was typed.
[[nodiscard]] std::vector<std::unique_ptr<Check>> wordChecks();

// … and of what people typed into texts together.
[[nodiscard]] std::unique_ptr<Check> editorCheck(World& world);

} // namespace meridian::sim
