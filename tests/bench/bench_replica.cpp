// What a person waits for: a write, opening, and catching up with what others wrote. Real files on the
// disk that the temporary folder lies on, fsync included.
//
//   cmake --preset release && ninja -C build/release bench_replica && build/release/tests/bench/bench_replica
#include <benchmark/benchmark.h>

#include <filesystem>
#include <unistd.h>

#include "core/crypto/signing/system_random.h"
#include "core/replica/access.h"
#include "core/replica/editing.h"
#include "core/replica/replica.h"

namespace {

using namespace meridian;
namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "meridian-bench-XXXXXX").string();
    m_path = ::mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(m_path); }
  [[nodiscard]] const fs::path& path() const { return m_path; }

 private:
  fs::path m_path;
};

template <class T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s: %s\n", errorName(result.error().code).data(), result.error().detail.c_str());
    std::abort();
  }
  return std::move(*result);
}

replica::OpenOptions options(const fs::path& root, const std::string& name) {
  replica::OpenOptions found;
  found.directory = root / name;
  found.incarnationDirectory = root / "state";
  return found;
}
replica::Unlock unlock(const fs::path& root, const std::string& name) {
  replica::Unlock found;
  found.with = replica::Unlock::With::KeyFile;
  found.keyFile = root / (name + ".key");
  return found;
}
std::unique_ptr<replica::Replica> person(const fs::path& root, const std::string& name) {
  return must(replica::Replica::create(options(root, name), unlock(root, name),
                                       {name, "Europe/Belgrade", domain::Language::En, {}, {}}));
}
SpaceId found(replica::Replica& replica) {
  return must(replica::Founding::create(
      replica, "Verba", {.en = "Verba", .ru = "Верба", .source = domain::Language::En, .madeFrom = {}}));
}

// A milestone with a title in two languages: about what an edit of a campaign writes.
std::vector<crdt::Op> milestone(int number) {
  return must(replica::Editing::creation(
      domain::EntityKind::Milestone,
      {{domain::field::milestone::title, domain::Language::En, "Rough cut " + std::to_string(number)},
       {domain::field::milestone::title, domain::Language::Ru, "Черновой монтаж " + std::to_string(number)}},
      {{domain::field::milestone::at, crdt::Value(1'804'000'000'000 + number)}}, 0));
}

// Copies everything that one replica holds of a campaign into another, as a relay would hand it on.
std::vector<Bytes> everything(replica::Replica& from, const SpaceId& campaign, envelope::Chain chain) {
  std::vector<Bytes> all;
  for (const auto& row : must(from.file().changes.after(campaign, chain, 0, SIZE_MAX)))
    all.emplace_back(row.change.bytes().begin(), row.change.bytes().end());
  return all;
}

std::unique_ptr<replica::Replica> member(const fs::path& root, const std::string& name,
                                         replica::Replica& founder, const SpaceId& campaign) {
  auto joining = person(root, name);
  const auto invitation = must(replica::Access(founder, campaign)
                                   .invite({.name = name,
                                            .role = log::Role::CampaignLead,
                                            .market = {},
                                            .creatorSpace = {},
                                            .from = {},
                                            .to = {},
                                            .language = domain::Language::En,
                                            .expiry = founder.clock().now() + std::chrono::hours{24}}));
  must(replica::Access::join(*joining, invitation));
  must(joining->receive({everything(founder, campaign, envelope::Chain::Authority), {}, true}));
  must(replica::Access(*joining, campaign).continueJoin());
  must(founder.receive({everything(*joining, campaign, envelope::Chain::Authority), {}, true}));
  must(founder.housekeep());
  must(joining->receive({everything(founder, campaign, envelope::Chain::Authority), {}, true}));
  return joining;
}

// Sign, seal, judge, commit with fsync.
void localWrite(benchmark::State& state) {
  Folder folder;
  auto mila = person(folder.path(), "mila");
  const auto campaign = found(*mila);
  for (int i = 0; i < state.range(0); ++i)
    must(mila->write({{campaign, milestone(i)}}));
  int number = 0;
  for (auto _ : state)
    must(mila->write({{campaign, milestone(number++)}}));
}
BENCHMARK(localWrite)->Arg(0)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond)->Iterations(200);

// From the key file to a replica that answers who I am.
void openReplica(benchmark::State& state) {
  Folder folder;
  {
    auto mila = person(folder.path(), "mila");
    const auto campaign = found(*mila);
    for (int i = 0; i < state.range(0); ++i)
      must(mila->write({{campaign, milestone(i)}}));
  }
  for (auto _ : state) {
    auto mila = must(replica::Replica::open(options(folder.path(), "mila"), unlock(folder.path(), "mila")));
    benchmark::DoNotOptimize(mila->campaigns());
  }
}
BENCHMARK(openReplica)->Arg(10)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond)->Iterations(10);

// 10,000 changes of `devices` members into a replica that holds none: verified, opened, judged, stored.
void catchUp(benchmark::State& state) {
  constexpr int changes = 10'000;
  const int devices = static_cast<int>(state.range(0));
  Folder folder;
  auto mila = person(folder.path(), "mila");
  const auto campaign = found(*mila);
  std::vector<Bytes> content;
  std::vector<std::unique_ptr<replica::Replica>> members;
  for (int i = 0; i < devices; ++i)
    members.push_back(member(folder.path(), "member" + std::to_string(i), *mila, campaign));
  const auto authority = everything(*mila, campaign, envelope::Chain::Authority);
  for (auto& one : members)
    must(one->receive({authority, {}, true}));
  for (auto& one : members) {
    for (int i = 0; i < changes / devices; ++i)
      must(one->write({{campaign, milestone(i)}}));
    for (auto& bytes : everything(*one, campaign, envelope::Chain::Content))
      content.push_back(std::move(bytes));
    one.reset();
  }
  int round = 0;
  for (auto _ : state) {
    state.PauseTiming();
    auto fresh = member(folder.path(), "fresh" + std::to_string(round++), *mila, campaign);
    must(fresh->receive({authority, {}, true}));
    state.ResumeTiming();
    const auto results = must(fresh->receive({content, {}, true}));
    state.PauseTiming();
    std::size_t stored = 0;
    for (const auto result : results)
      stored += result == replica::Received::Stored ? 1 : 0;
    if (stored + 100 < content.size()) std::abort(); // a fast refusal is no catching up
    fresh.reset();
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(content.size()));
}
BENCHMARK(catchUp)->Arg(1)->Arg(100)->Unit(benchmark::kMillisecond)->Iterations(2);

} // namespace
