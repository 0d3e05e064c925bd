// What a person waits for: a write, opening, and catching up with what others wrote.
//
//   cmake --preset release && ninja -C build/release bench_replica && build/release/tests/bench/bench_replica
//
// Compares what it measured with the targets, on standard error, and ends with 1 if one is missed.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>

#include "core/base/limits.h"
#include "core/replica/reading.h"
#include "core/replica/work.h"
#include "tests/bench/bench_world.h"
#include "tests/bench/targets.h"

namespace {

using namespace meridian;
using namespace meridian::bench;
namespace fs = std::filesystem;

double secondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// The issue's, on a machine of this size.
Targets& targets() {
  static Targets all = [] {
    Targets made;
    for (const auto* changes : {"0", "1000", "10000"})
      made.below("a local write after " + std::string(changes) + " changes", 5, "ms");
    made.atMost("opening with 1000 briefs", 2, "opening with 10 briefs");
    made.atMost("opening and one of 1000 briefs", 2, "opening and one of 10 briefs");
    for (const auto* devices : {"1", "100"})
      made.below("10000 changes of " + std::string(devices) + " devices", 2, "s");
    return made;
  }();
  return all;
}

// Median and 95th percentile of what was measured, as counters; the median is `figure`.
void spread(benchmark::State& state, const std::string& figure, std::vector<double> took) {
  std::ranges::sort(took);
  state.counters["median_ms"] = 1000 * took[took.size() / 2];
  targets().measured(figure, 1000 * took[took.size() / 2]);
  state.counters["p95_ms"] = 1000 * took[took.size() * 95 / 100];
}

// Sign, seal, judge, commit with fsync.
void localWrite(benchmark::State& state) {
  Folder folder;
  auto mila = person(folder.path(), "mila");
  const auto campaign = found(*mila);
  int number = 0;
  for (; number < state.range(0); ++number)
    must(mila->write({{campaign, milestone(number)}}));
  std::vector<double> took;
  for (auto _ : state) {
    const auto start = std::chrono::steady_clock::now();
    must(mila->write({{campaign, milestone(number++)}}));
    took.push_back(secondsSince(start));
    state.SetIterationTime(took.back());
  }
  spread(state, "a local write after " + std::to_string(state.range(0)) + " changes", std::move(took));
}
BENCHMARK(localWrite)
    ->Arg(0)
    ->Arg(1000)
    ->Arg(10000)
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime()
    ->Iterations(500);

// One profile for each size, made once: making a thousand briefs takes longer than all that is measured.
const fs::path& withBriefs(int count) {
  static Folder folder;
  static std::map<int, fs::path> made;
  const auto [at, isNew] = made.try_emplace(count, folder.path() / std::to_string(count));
  if (!isNew) return at->second;
  const auto& root = at->second;
  auto mila = person(root, "mila");
  const auto campaign = found(*mila);
  openMarket(*mila, campaign);
  auto dana = member(root, "dana", log::Role::HubLead, "US", *mila, campaign);
  for (int i = 0; i < count; ++i)
    (void)issueBrief(*dana, campaign, i);
  return root;
}

// From the key file to a replica that answers `question`; closing it is not waited for.
template <class Question>
void opening(benchmark::State& state, const std::string& what, Question question) {
  const auto& root = withBriefs(static_cast<int>(state.range(0)));
  std::vector<double> took;
  for (auto _ : state) {
    const auto start = std::chrono::steady_clock::now();
    auto dana = reopened(root, "dana");
    question(*dana);
    took.push_back(secondsSince(start));
    state.SetIterationTime(took.back());
  }
  spread(state, what + std::to_string(state.range(0)) + " briefs", std::move(took));
}

void openReplica(benchmark::State& state) {
  opening(state, "opening with ", [](replica::Replica& dana) {
    const auto campaigns = dana.campaigns();
    if (campaigns.size() != 1 || campaigns.front().role != log::Role::HubLead) std::abort();
  });
}
BENCHMARK(openReplica)->Arg(10)->Arg(1000)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(50);

void openAndReadOneBrief(benchmark::State& state) {
  opening(state, "opening and one of ", [](replica::Replica& dana) {
    const auto campaign = dana.campaigns().front().id;
    const auto spaces = dana.spaces(campaign);
    const auto creators = static_cast<std::uint8_t>(log::SpaceKind::Creator);
    const auto creator = std::ranges::find(spaces, creators, &store::SpaceRow::kind);
    const auto desk = replica::Reading(dana, campaign).briefDesk(creator->id);
    if (!desk || !desk->live.current) std::abort();
  });
}
BENCHMARK(openAndReadOneBrief)
    ->Arg(10)
    ->Arg(1000)
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime()
    ->Iterations(50);

// What one member wrote, in order.
std::vector<Bytes> ownContent(replica::Replica& from, const SpaceId& campaign) {
  std::vector<Bytes> own;
  for (const auto& row : must(from.file().changes.after(campaign, envelope::Chain::Content, 0, SIZE_MAX)))
    if (row.local) own.emplace_back(row.change.bytes().begin(), row.change.bytes().end());
  return own;
}

// 10,000 changes of `devices` members, who write at the same time, into a replica that holds none: verified,
// opened, judged, stored. They come in batches as a relay would number and send them.
void catchUp(benchmark::State& state) {
  constexpr int changes = 10'000;
  const int devices = static_cast<int>(state.range(0));
  Folder folder;
  auto mila = person(folder.path(), "mila");
  const auto campaign = found(*mila);
  std::vector<std::string> names;
  for (int i = 0; i < devices; ++i) {
    names.push_back("member" + std::to_string(i));
    (void)member(folder.path(), names.back(), log::Role::CampaignLead, {}, *mila, campaign);
  }
  const auto authority = everything(*mila, campaign, envelope::Chain::Authority);
  std::vector<std::vector<Bytes>> written;
  for (const auto& name : names) {
    auto one = reopened(folder.path(), name);
    must(one->receive({authority, {}, true}));
    for (int i = 0; i < changes / devices; ++i)
      must(one->write({{campaign, milestone(i)}}));
    written.push_back(ownContent(*one, campaign));
  }
  // By rounds, so that every batch holds changes of all of them; runs of one chain, as the relay sends them.
  constexpr std::size_t run = 10;
  std::vector<Bytes> content;
  for (std::size_t at = 0; content.size() < static_cast<std::size_t>(changes); at += run)
    for (const auto& own : written)
      for (std::size_t i = at; i < std::min(at + run, own.size()); ++i)
        content.push_back(own[i]);

  int round = 0;
  std::vector<double> took;
  for (auto _ : state) {
    auto fresh =
        member(folder.path(), "fresh" + std::to_string(round++), log::Role::Viewer, {}, *mila, campaign);
    const auto start = std::chrono::steady_clock::now();
    long stored = 0;
    for (std::size_t from = 0; from < content.size(); from += limits::changesPerBatch) {
      const auto to = std::min(from + limits::changesPerBatch, content.size());
      const auto first = content.begin() + static_cast<std::ptrdiff_t>(from);
      const auto last = content.begin() + static_cast<std::ptrdiff_t>(to);
      const auto results = must(fresh->receive({{first, last}, {}, true}));
      stored += std::ranges::count(results, replica::Received::Stored);
    }
    took.push_back(secondsSince(start));
    state.SetIterationTime(took.back());
    if (stored < changes) std::abort(); // a fast refusal is no catching up
    if (fresh->entities(campaign, domain::EntityKind::Milestone).size() != std::size_t{changes}) std::abort();
  }
  std::ranges::sort(took);
  targets().measured("10000 changes of " + std::to_string(devices) + " devices", took[took.size() / 2]);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(content.size()));
}
BENCHMARK(catchUp)->Arg(1)->Arg(100)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(3);

} // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return targets().judge(stderr);
}
