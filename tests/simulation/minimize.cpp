// Finds a shorter plan that fails in the same way: leaves out ever smaller parts of the list of steps.
#include <cstdio>

#include "tests/simulation/runner.h"

namespace meridian::sim {
namespace {

// What kind of failure it is: the complaint up to its first detail.
std::string kindOf(const Outcome& outcome) {
  if (outcome.complaints.empty()) return {};
  const auto& first = outcome.complaints.front();
  return first.substr(0, first.find(':'));
}

} // namespace

int minimize(const RunOptions& options) {
  const auto seed = options.firstSeed;
  std::vector<std::uint32_t> steps;
  for (const auto& step : planOf(seed).steps)
    if (!options.keep || options.keep->contains(step.number)) steps.push_back(step.number);
  const auto setOf = [](const std::vector<std::uint32_t>& list) {
    return std::set<std::uint32_t>(list.begin(), list.end());
  };
  const auto kind = kindOf(runInChild(seed, setOf(steps), false));
  if (isStopped()) return 1;
  if (kind.empty()) {
    std::printf("seed %llu does not fail\n", static_cast<unsigned long long>(seed));
    return 1;
  }
  std::size_t runs = 1;
  for (std::size_t part = std::max<std::size_t>(steps.size() / 2, 1); part > 0 && !isStopped();) {
    bool shorter = false;
    // From the end: what came last matters least to what was there before.
    for (std::size_t end = steps.size(); end > 0 && !isStopped();) {
      const std::size_t begin = end > part ? end - part : 0;
      auto less = steps;
      less.erase(less.begin() + static_cast<std::ptrdiff_t>(begin),
                 less.begin() + static_cast<std::ptrdiff_t>(end));
      ++runs;
      if (kindOf(runInChild(seed, setOf(less), false)) == kind) {
        steps = std::move(less);
        shorter = true;
        std::printf("%zu steps still fail (%zu runs)\n", steps.size(), runs);
        std::fflush(stdout);
      }
      end = begin;
    }
    if (part == 1 && !shorter) break;
    part = part > 1 ? part / 2 : 1;
  }
  const auto keep = setOf(steps);
  std::printf("%s\n", command(seed, keep).c_str()); // the shortest yet, if it was stopped
  if (isStopped()) return 0;
  for (const auto& complaint : runInChild(seed, keep, false).complaints)
    std::printf("  %s\n", complaint.c_str());
  return 0;
}

} // namespace meridian::sim
