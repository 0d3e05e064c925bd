// Whether what a person waits for grows with the history: the same questions, writes and syncs in campaigns
// of 1,000, 10,000 and 100,000 changes, through the real session and relay in one process, fsync included.
//
//   cmake --preset release && ninja -C build/release bench_growth && build/release/tests/bench/bench_growth
//   bench_growth [FOLDER [CHANGES ...]]     keeps the campaigns in FOLDER and finds them there the next time
//
// Medians; the sizes take turns, so that a busy machine is busy for all of them.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <source_location>

#include "core/replica/reading.h"
#include "tests/bench/growth_world.h"
#include "tests/bench/targets.h"

namespace {

using namespace meridian;
using namespace meridian::bench;
namespace fs = std::filesystem;

constexpr int rounds = 25;

const std::string opened = "open, to who I am", wrote = "write: sign, seal, judge, commit",
                  syncedNothing = "sync nothing: connect, log in, compare",
                  sentOne = "sync one change out, to its receipt",
                  receivedOne = "sync one change from lead to hub";

class Watch {
 public:
  [[nodiscard]] double ms() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_start).count();
  }

 private:
  std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

struct Figures {
  std::vector<std::pair<std::string, std::vector<double>>> rows;
  void add(const std::string& what, double ms) {
    const auto at = std::ranges::find(rows, what, &std::pair<std::string, std::vector<double>>::first);
    (at == rows.end() ? rows.emplace_back(what, std::vector<double>{}) : *at).second.push_back(ms);
  }
};

double median(std::vector<double> values) {
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
  return values[values.size() / 2];
}

// A figure of something that did not happen is none.
template <class T>
void sure(const T& holds, std::source_location at = std::source_location::current()) {
  if (holds) return;
  std::fprintf(stderr, "line %u does not hold\n", static_cast<unsigned>(at.line()));
  std::abort();
}

// The questions of the main screens, once after a change.
void ask(replica::Replica& dana, const SpaceId& space, const std::string& when, Figures& figures) {
  replica::Reading reading(dana, campaignOf(dana));
  const auto timed = [&](const char* what, auto question) {
    const Watch watch;
    sure(question());
    figures.add(std::string(what) + when, watch.ms());
  };
  timed("brief of one creator, ", [&] { return reading.briefDesk(space).has_value(); });
  timed("review queue, ", [&] { return reading.reviewQueue().size() < 1'000; });
  timed("timeline, ", [&] { return !reading.timeline().empty(); });
  timed("preflight, ", [&] { return !reading.preflight().empty(); });
  timed("campaign page, ", [&] { return !reading.page().milestones.empty(); });
}

void measure(const fs::path& root, int round, Figures& figures) {
  GrowthWorld world(root);
  auto mila = world.open("mila");
  auto milas = world.connect(*mila);

  Watch opening;
  auto dana = world.open("dana");
  sure(dana->campaigns().front().role == log::Role::HubLead);
  figures.add(opened, opening.ms());
  const auto spaces = creatorSpaces(*dana);
  const auto& space = spaces[static_cast<std::size_t>(round) % spaces.size()];
  sure(replica::Reading(*dana, campaignOf(*dana)).briefDesk(space));
  figures.add("… and on to one creator's brief", opening.ms());

  {
    (void)world.connect(*dana); // what the last round left
  }
  const Watch nothing;
  auto danas = world.connect(*dana);
  figures.add(syncedNothing, nothing.ms());

  ask(*dana, space, "first after opening", figures);
  const int number = 1'000'000 + static_cast<int>(historyOf(*dana)); // what nobody wrote before
  editBrief(*dana, space, number);
  ask(*dana, space, "after a write", figures);

  const Watch writing;
  editBrief(*dana, space, number + 1);
  figures.add(wrote, writing.ms());
  const Watch out;
  danas->poke();
  world.exchange().settle();
  figures.add(sentOne, out.ms());
  sure(danas->status().waiting == 0);

  editMilestone(*mila, number);
  milas->poke();
  const auto before = danas->status().counts.changesReceived;
  const Watch in;
  world.exchange().settle();
  figures.add(receivedOne, in.ms());
  sure(danas->status().counts.changesReceived > before); // with what the programs had to note of old ones
  ask(*dana, space, "after one came in", figures);
}

} // namespace

int main(int argc, char** argv) {
  std::optional<Folder> temporary;
  if (argc < 2) temporary.emplace();
  const fs::path root = argc < 2 ? temporary->path() : fs::path(argv[1]);
  std::vector<std::int64_t> sizes;
  for (int i = 2; i < argc; ++i)
    sizes.push_back(std::atoll(argv[i]));
  if (sizes.empty()) sizes = {1'000, 10'000, 100'000};

  // Each grows out of the one before.
  std::map<std::int64_t, fs::path> worlds;
  fs::path last;
  for (const auto size : sizes) {
    const auto& at = worlds[size] = root / std::to_string(size);
    if (!fs::exists(at / "whole")) {
      const Watch making;
      fs::remove_all(at);
      if (last.empty())
        GrowthWorld::found(at);
      else
        fs::copy(last, at, fs::copy_options::recursive);
      GrowthWorld::grow(at, size);
      std::fclose(std::fopen((at / "whole").c_str(), "w"));
      std::fprintf(stderr, "made %lld changes in %.0f s\n", static_cast<long long>(size), making.ms() / 1000);
    }
    last = at;
  }

  std::map<std::int64_t, Figures> figures;
  for (int round = 0; round < rounds; ++round)
    for (const auto& [size, at] : worlds)
      measure(at, round, figures[size]);

  std::printf("| ms |");
  for (const auto size : sizes)
    std::printf(" %lld |", static_cast<long long>(size));
  std::printf(" most / least |\n");
  // What is to stay as it is however long the history grows.
  const std::vector<std::string> flat = {opened, wrote, syncedNothing, sentOne, receivedOne};
  Targets targets;
  for (const auto& [what, ignored] : figures[sizes.front()].rows) {
    std::printf("| %s |", what.c_str());
    std::vector<double> medians;
    for (const auto size : sizes) {
      const auto& rows = figures[size].rows;
      medians.push_back(
          median(std::ranges::find(rows, what, [](const auto& row) { return row.first; })->second));
      std::printf(" %.2f |", medians.back());
    }
    const auto [least, most] = std::ranges::minmax(medians);
    std::printf(" %.1f |\n", most / least);
    if (std::ranges::find(flat, what) == flat.end()) continue;
    targets.atMost("“" + what + "” at its slowest", 2, "at its fastest");
    targets.measured("“" + what + "” at its slowest", most / least);
  }
  targets.measured("at its fastest", 1);
  return targets.judge(stdout);
}
