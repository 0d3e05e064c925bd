#include "tests/simulation/runner.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/bytes.h"
#include "core/crypto/signing/system_random.h"
#include "tests/simulation/memory.h"

namespace meridian::sim {
namespace {

namespace fs = std::filesystem;

constexpr rlim_t secondsMax = 300; // of one world, of the processor: others may be busy beside it
constexpr std::size_t bytesMin = 8 * (2 + std::tuple_size_v<decltype(Outcome::counts)>);

volatile std::sig_atomic_t stopped = 0;

void stop(int) { stopped = 1; }

// Asked to end, this process first ends its worlds, removes what they lie on and sums up.
void stopInGoodOrder() {
  struct sigaction how {};
  how.sa_handler = stop; // poll() comes back all the same
  how.sa_flags = SA_RESTART;
  (void)::sigaction(SIGINT, &how, nullptr);
  (void)::sigaction(SIGTERM, &how, nullptr);
}

fs::path& worlds() {
  static fs::path where = fs::exists("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path();
  return where;
}

fs::path privateFolder() {
  std::string pattern = worlds().string() + "/meridian-world-XXXXXX";
  if (::mkdtemp(pattern.data()) == nullptr) std::abort();
  return pattern;
}

Outcome runHere(std::uint64_t seed, const std::optional<std::set<std::uint32_t>>& keep, bool trace,
                const fs::path& folder) {
  seedLibraries(seed);
  SqliteMemory::install();
  signing::initialise();
  auto plan = planOf(seed);
  if (keep) plan = reduced(std::move(plan), *keep);
  World world(std::move(plan), folder, trace);
  return world.run();
}

Bytes encoded(const Outcome& outcome) {
  ByteWriter out;
  out.u64(outcome.traceHash);
  out.u64(static_cast<std::uint64_t>(outcome.simulated.count()));
  for (const auto number : outcome.counts)
    out.u64(number);
  for (const auto& complaint : outcome.complaints)
    out.sized(asBytes(complaint));
  return out.take();
}

Outcome decoded(const Bytes& bytes) {
  ByteReader in(bytes);
  Outcome outcome;
  outcome.traceHash = in.u64();
  outcome.simulated = Duration{static_cast<std::int64_t>(in.u64())};
  for (auto& number : outcome.counts)
    number = in.u64();
  while (in.ok() && in.remaining() > 0)
    outcome.complaints.emplace_back(asText(in.sized()));
  return outcome;
}

struct Child {
  std::uint64_t seed = 0;
  pid_t process = 0;
  int pipe = -1;
  fs::path folder;
  Bytes said;
};

Child spawn(std::uint64_t seed, const std::optional<std::set<std::uint32_t>>& keep, bool trace) {
  const auto parent = ::getpid();
  Child child{.seed = seed, .process = 0, .pipe = -1, .folder = privateFolder(), .said = {}};
  int ends[2];
  if (::pipe(ends) != 0) std::abort();
  std::fflush(nullptr);
  child.process = ::fork();
  if (child.process < 0) std::abort();
  if (child.process == 0) {
    ::close(ends[0]);
    (void)::signal(SIGINT, SIG_DFL);
    (void)::signal(SIGTERM, SIG_DFL);
    // Nobody would listen to it any more.
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::getppid() != parent) ::_exit(1);
    const rlimit limit{.rlim_cur = secondsMax, .rlim_max = secondsMax + 10};
    (void)::setrlimit(RLIMIT_CPU, &limit);
    const auto bytes = encoded(runHere(seed, keep, trace, child.folder));
    for (std::size_t at = 0; at < bytes.size();) {
      const auto put = ::write(ends[1], bytes.data() + at, bytes.size() - at);
      if (put <= 0) break;
      at += static_cast<std::size_t>(put);
    }
    ::_exit(0);
  }
  ::close(ends[1]);
  child.pipe = ends[0];
  return child;
}

// True once it has ended.
bool listen(Child& child) {
  std::uint8_t part[4096];
  const auto got = ::read(child.pipe, part, sizeof part);
  if (got > 0) child.said.insert(child.said.end(), part, part + got);
  return got <= 0;
}

Outcome bury(Child& child) {
  ::close(child.pipe);
  int status = 0;
  ::waitpid(child.process, &status, 0);
  std::error_code ignored;
  fs::remove_all(child.folder, ignored);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && child.said.size() >= bytesMin)
    return decoded(child.said);
  Outcome outcome;
  outcome.complaints.push_back(WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU
                                   ? std::string("the world took too long")
                                   : "the process ended by signal " +
                                         std::to_string(WIFSIGNALED(status) ? WTERMSIG(status) : 0));
  return outcome;
}

void end(Child& child) {
  (void)::kill(child.process, SIGKILL);
  (void)bury(child);
}

// True once one of them has something to say; false if everything is to end, or after a second.
bool await(const std::vector<Child>& children, std::vector<pollfd>& waits) {
  waits.clear();
  for (const auto& child : children)
    waits.push_back({.fd = child.pipe, .events = POLLIN, .revents = 0});
  return ::poll(waits.data(), waits.size(), 1000) > 0 && stopped == 0;
}

struct Sum {
  std::uint64_t seeds = 0, failed = 0;
  decltype(Outcome::counts) counts{};
  Duration simulated{};
  std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now();

  void add(const Outcome& outcome) {
    ++seeds;
    for (std::size_t i = 0; i < counts.size(); ++i)
      counts[i] += outcome.counts[i];
    simulated += outcome.simulated;
    if (!outcome.complaints.empty()) ++failed;
  }
  void print() const {
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
    const double years = static_cast<double>(simulated.count()) / 1000 / 86400 / 365.25;
    std::printf("%llu seeds, %llu failed; %.1f s, %.2f seeds/s, %.2f simulated years",
                static_cast<unsigned long long>(seeds), static_cast<unsigned long long>(failed), seconds,
                static_cast<double>(seeds) / seconds, years);
    for (std::size_t i = 0; i < counts.size(); ++i)
      std::printf("%s %llu %s", i == 0 ? ";" : ",", static_cast<unsigned long long>(counts[i]),
                  Outcome::names()[i]);
    std::printf("\n");
    std::fflush(stdout);
  }
  // Says of what there was too little.
  [[nodiscard]] bool reaches(const std::vector<std::pair<std::string, std::uint64_t>>& atLeast) const {
    bool enough = true;
    for (const auto& [name, least] : atLeast) {
      const auto& names = Outcome::names();
      const auto at = std::ranges::find(names, name);
      const auto count = at == names.end() ? 0 : counts[static_cast<std::size_t>(at - names.begin())];
      if (count >= least && at != names.end()) continue;
      std::printf("too little came about: %llu %s, not %llu\n", static_cast<unsigned long long>(count),
                  name.c_str(), static_cast<unsigned long long>(least));
      enough = false;
    }
    return enough;
  }
};

void report(std::uint64_t seed, const Outcome& outcome, const std::optional<std::set<std::uint32_t>>& keep) {
  std::printf("seed %llu FAILED; replay with: %s\n", static_cast<unsigned long long>(seed),
              command(seed, keep).c_str());
  for (std::size_t i = 0; i < outcome.complaints.size() && i < 12; ++i)
    std::printf("  %s\n", outcome.complaints[i].c_str());
  if (outcome.complaints.size() > 12) std::printf("  … and %zu more\n", outcome.complaints.size() - 12);
  std::fflush(stdout);
}

} // namespace

std::string command(std::uint64_t seed, const std::optional<std::set<std::uint32_t>>& keep) {
  std::string text = "meridian-simulate --seed " + std::to_string(seed);
  if (!keep) return text;
  text += " --keep ";
  bool first = true;
  for (auto at = keep->begin(); at != keep->end();) {
    const auto from = *at;
    auto to = from;
    while (++at != keep->end() && *at == to + 1)
      to = *at;
    text += (first ? "" : ",") + std::to_string(from) + (to > from ? "-" + std::to_string(to) : "");
    first = false;
  }
  return text;
}

bool isStopped() { return stopped != 0; }

void keepWorldsIn(std::filesystem::path folder) { worlds() = std::move(folder); }

Outcome runInChild(std::uint64_t seed, const std::optional<std::set<std::uint32_t>>& keep, bool trace) {
  stopInGoodOrder();
  std::vector<Child> one;
  std::vector<pollfd> waits;
  one.push_back(spawn(seed, keep, trace));
  for (;;) {
    const bool speaks = await(one, waits);
    if (isStopped()) {
      end(one.front());
      Outcome outcome;
      outcome.complaints.emplace_back("stopped");
      return outcome;
    }
    if (speaks && listen(one.front())) return bury(one.front());
  }
}

int runSeeds(const RunOptions& options) {
  stopInGoodOrder();
  Sum sum;
  std::vector<Child> children;
  std::vector<pollfd> waits;
  std::uint64_t next = options.firstSeed;
  const std::size_t all = std::max(1u, std::thread::hardware_concurrency());
  const std::size_t jobs = options.jobs > 0 ? options.jobs : options.forever ? all : 1;
  auto last = std::chrono::steady_clock::now();
  const auto wanted = [&] { return options.forever || next < options.firstSeed + options.count; };
  while (!isStopped() && (wanted() || !children.empty())) {
    while (wanted() && children.size() < jobs)
      children.push_back(spawn(next++, options.keep, options.trace));
    const bool speaks = await(children, waits);
    for (std::size_t i = speaks ? children.size() : 0; i-- > 0 && !isStopped();) {
      if (waits[i].revents == 0 || !listen(children[i])) continue;
      auto child = std::move(children[i]);
      children.erase(children.begin() + static_cast<std::ptrdiff_t>(i));
      auto outcome = bury(child);
      if (options.twice && outcome.complaints.empty() &&
          runInChild(child.seed, options.keep, false).traceHash != outcome.traceHash)
        outcome.complaints.push_back("a second run of this seed went another way");
      if (isStopped()) break; // and so it had no second run
      sum.add(outcome);
      if (!outcome.complaints.empty()) report(child.seed, outcome, options.keep);
      if (options.count == 1 && !options.forever)
        std::printf("seed %llu: trace %016llx\n", static_cast<unsigned long long>(child.seed),
                    static_cast<unsigned long long>(outcome.traceHash));
    }
    if (options.forever && std::chrono::steady_clock::now() - last > std::chrono::seconds{60}) {
      sum.print();
      last = std::chrono::steady_clock::now();
    }
  }
  // Those that were still at it are not counted.
  for (auto& child : children)
    end(child);
  sum.print();
  if (isStopped()) return options.forever && sum.failed == 0 ? 0 : 1;
  return sum.reaches(options.atLeast) && sum.failed == 0 ? 0 : 1;
}

} // namespace meridian::sim
