// meridian-simulate: worlds of bad luck, one per seed.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <set>
#include <string>

#include "tests/simulation/runner.h"

namespace {

using namespace meridian::sim;

[[noreturn]] void usage() {
  std::fputs("meridian-simulate [--seed N] [--count N] [--jobs N] [--forever] [--keep a,b-c] [--trace]\n"
             "                  [--minimize] [--twice] [--at-least WHAT=N]... [--worlds FOLDER]\n"
             "  --seed N      the first seed (1)          --count N   how many, one after the other (1)\n"
             "  --jobs N      at the same time (1)        --forever   until stopped, on all processors\n"
             "  --keep LIST   only these steps of the plan\n"
             "  --trace       print what happens          --minimize  shorten the plan of a failing seed\n"
             "  --twice       run each seed twice: the traces must be the same\n"
             "  --at-least 'submissions=40'   of what the last line counts, in all seeds together\n"
             "  --worlds FOLDER   where they lie (/dev/shm)\n",
             stderr);
  std::exit(2);
}

std::set<std::uint32_t> stepsOf(const std::string& list) {
  std::set<std::uint32_t> steps;
  for (std::size_t at = 0; at < list.size();) {
    char* end = nullptr;
    const auto first = std::strtoul(list.c_str() + at, &end, 10);
    auto last = first;
    if (*end == '-') last = std::strtoul(end + 1, &end, 10);
    for (auto i = first; i <= last; ++i)
      steps.insert(static_cast<std::uint32_t>(i));
    if (*end != ',' && *end != '\0') usage();
    at = static_cast<std::size_t>(end - list.c_str()) + 1;
  }
  return steps;
}

} // namespace

int main(int argc, char** argv) {
  RunOptions options;
  bool minimizes = false;
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    const auto value = [&]() -> const char* {
      if (++i == argc) usage();
      return argv[i];
    };
    if (name == "--seed")
      options.firstSeed = std::strtoull(value(), nullptr, 10);
    else if (name == "--count")
      options.count = std::strtoull(value(), nullptr, 10);
    else if (name == "--jobs")
      options.jobs = std::strtoul(value(), nullptr, 10);
    else if (name == "--at-least") {
      const std::string what = value();
      const auto equals = what.find('=');
      if (equals == std::string::npos) usage();
      options.atLeast.emplace_back(what.substr(0, equals),
                                   std::strtoull(what.c_str() + equals + 1, nullptr, 10));
    } else if (name == "--keep")
      options.keep = stepsOf(value());
    else if (name == "--worlds")
      keepWorldsIn(value());
    else if (name == "--forever")
      options.forever = true;
    else if (name == "--trace")
      options.trace = true;
    else if (name == "--twice")
      options.twice = true;
    else if (name == "--minimize")
      minimizes = true;
    else
      usage();
  }
  return minimizes ? minimize(options) : runSeeds(options);
}
