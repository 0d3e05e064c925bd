// Runs worlds, each in a process of its own, so that an assertion or a crash is a failing seed like any
// other.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/simulation/world.h"

namespace meridian::sim {

struct RunOptions {
  std::uint64_t firstSeed = 1, count = 1;
  std::size_t jobs = 0; // at the same time; none: one, or for ever as many as there are processors
  bool forever = false, trace = false, twice = false;
  std::vector<std::pair<std::string, std::uint64_t>> atLeast; // of what is counted, in all seeds together
  std::optional<std::set<std::uint32_t>> keep;                // steps; none: all
};

// Worlds lie in folders of this one: in memory where there is such a place, since the disks that matter are
// simulated.
void keepWorldsIn(std::filesystem::path folder);
// Somebody asked this process to end (SIGINT, SIGTERM) since it runs worlds.
[[nodiscard]] bool isStopped();

// What a child said of its world; a complaint about the process itself if it did not get that far.
[[nodiscard]] Outcome runInChild(std::uint64_t seed, const std::optional<std::set<std::uint32_t>>& keep,
                                 bool trace);

// Prints failing seeds with the command that replays them, and sums up. 0: none failed, and enough came
// about. Stopped, it ends its worlds, removes their folders and sums up what it has; for ever, that is how it
// ends well.
[[nodiscard]] int runSeeds(const RunOptions& options);
// Shortens the plan of the first seed while it fails in the same way. 0: it failed, and a shorter command was
// printed.
[[nodiscard]] int minimize(const RunOptions& options);

[[nodiscard]] std::string command(std::uint64_t seed, const std::optional<std::set<std::uint32_t>>& keep);

} // namespace meridian::sim
