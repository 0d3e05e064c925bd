// The power goes between any two writes of real work, and of what was not synced any part may have reached
// the disk, in any order and torn at sectors: what was said to be done is done, nothing is there by half, and
// the profile opens.
//
//   test_power_loss        some cuts, as in ctest; MERIDIAN_POWER_LOSSES=all tries every one
#include <random>

#include "core/replica/state.h"
#include "core/store/migrations.h"
#include "tests/core_replica/story.h"
#include "tests/support/virtual_disk.h"

namespace test_power_loss {

using namespace meridian;
using test::DiskFiles;
using test::DiskOp;
using test::VirtualDisk;
namespace fs = std::filesystem;

namespace {

// How much of what was not synced is found again.
enum class Loss { Everything, Nothing, AllButTheLast, TheLastOnly, HalfOfTheWrites, HalfOfTheSectors };
constexpr std::array losses{Loss::Everything,  Loss::Nothing,         Loss::AllButTheLast,
                            Loss::TheLastOnly, Loss::HalfOfTheWrites, Loss::HalfOfTheSectors};

class LossOf final : public test::PowerLoss {
 public:
  LossOf(Loss loss, std::uint64_t seed, std::optional<std::uint64_t> last)
      : m_loss(loss), m_dice(seed), m_last(last) {}

  bool undoesRemoval(const std::string&) override { return losesOfNames(); }
  bool keepsName(const std::string&) override { return !losesOfNames(); }
  bool keeps(std::uint64_t number, const DiskOp&, std::uint64_t) override {
    switch (m_loss) {
    case Loss::Everything:
      return false;
    case Loss::Nothing:
      return true;
    case Loss::AllButTheLast:
      return number != m_last;
    case Loss::TheLastOnly:
      return number == m_last;
    case Loss::HalfOfTheWrites:
      if (m_op != number) m_kept = coin();
      m_op = number;
      return m_kept;
    case Loss::HalfOfTheSectors:
      break;
    }
    return coin();
  }

 private:
  bool coin() { return m_dice() % 2 == 0; }
  bool losesOfNames() {
    const bool half = m_loss == Loss::HalfOfTheWrites || m_loss == Loss::HalfOfTheSectors;
    return half ? coin() : m_loss == Loss::Everything;
  }

  Loss m_loss;
  std::mt19937_64 m_dice;
  std::optional<std::uint64_t> m_last, m_op; // m_op: the one that m_kept is of
  bool m_kept = false;
};

// What is found on a disk where this lay when the power went.
VirtualDisk::Image after(Loss loss, std::uint64_t seed, DiskFiles files) {
  LossOf one(loss, seed, files.lastUnsynced());
  files.losePower(one);
  return files.image();
}

std::vector<DiskOp> recorded(VirtualDisk& disk, const std::function<void()>& work) {
  std::vector<DiskOp> ops;
  disk.observe([&](const DiskOp& op) { ops.push_back(op); });
  work();
  disk.observe({});
  return ops;
}

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::uint64_t everyHowMany(std::size_t cuts, std::size_t wanted) {
  return qEnvironmentVariableIsSet("MERIDIAN_POWER_LOSSES") ? 1 : std::max<std::size_t>(1, cuts / wanted);
}

} // namespace

class TestPowerLoss : public QObject {
  Q_OBJECT

 private:
  // From this op of the recording on, these changes are here for good.
  struct Said {
    std::size_t since = 0;
    std::vector<ChangeId> changes;
  };

  static void holds(replica::Replica& replica, const std::vector<Said>& said, std::size_t cut) {
    for (const auto& one : said) {
      if (one.since > cut) continue;
      for (const auto& change : one.changes)
        if (!test::taken(replica.file().changes.has(change)))
          qFatal("lost at %zu: what was done at %zu", cut, one.since);
    }
    // The change, its effect and its place in the outbox come together.
    for (const auto& campaign : replica.campaigns())
      for (const auto& space : replica.spaces(campaign.id))
        for (const auto& row :
             test::taken(replica.file().changes.after(space.id, envelope::Chain::Content, 0, SIZE_MAX)))
          if (row.change.header().device == replica.device() && !replica.delivery(row.change.id()))
            qFatal("an own change without its place in the outbox, at %zu", cut);
    const auto verified = test::taken(replica.verify());
    if (!verified.problems.empty()) qFatal("at %zu: %s", cut, verified.problems.front().c_str());
    if (replica.setBack()) qFatal("a loss is told of that was none, at %zu", cut);
  }

 private slots:
  void realWorkOfACreator() {
    fs::path marker;
    // What the disk did, and the marker as it was just before.
    std::vector<std::pair<DiskOp, std::string>> done;
    VirtualDisk disk("power-loss");
    test::Story story;
    story.begin();
    story.maya.reset();
    std::map<fs::path, std::string> markers;
    for (const auto& entry : fs::directory_iterator(story.world.root() / "state"))
      markers[entry.path()] = contents(entry.path());
    const auto before = test::takenOut(story.world.root() / "maya" / "replica.db");
    disk.restore(before);
    auto options = story.world.options("maya");
    options.sqlite.vfs = disk.vfs();

    disk.observe([&](const DiskOp& op) { done.emplace_back(op, marker.empty() ? "" : contents(marker)); });
    story.maya = test::taken(replica::Replica::open(options, story.world.unlock("maya")));
    MUST(story.work(*story.maya).ask({}, {}, "May day 1 be in the evening?"));
    for (const auto& [path, text] : markers) // hers is the one that was written
      if (contents(path) != text) marker = path;
    QVERIFY(!marker.empty());

    std::vector<Said> said;
    const auto isSaid = [&](const std::vector<ChangeId>& changes) { said.push_back({done.size(), changes}); };
    for (int round = 0; round < 2; ++round) {
      const auto submission = story.submit("Day 1, day 4, day 7.");
      isSaid({submission.change});
      MUST(story.work(*story.maya).ask({}, submission, "Is this what you meant?"));
      story.world.receipts(*story.maya);
      MUST(story.maya->housekeep());
      // Dana answers, and what she wrote comes in.
      story.world.carry(*story.maya, *story.dana, story.campaign);
      MUST(story.reviewing(*story.dana).opened(story.space, submission));
      MUST(story.reviewing(*story.dana).approve(story.space, submission));
      std::vector<ChangeId> hers;
      for (const auto& row :
           test::taken(story.dana->file().changes.after(story.space, envelope::Chain::Content, 0, SIZE_MAX)))
        if (row.change.header().device == story.dana->device()) hers.push_back(row.change.id());
      QVERIFY(story.world.carry(*story.dana, *story.maya, story.campaign) > 0);
      isSaid(hers);
      MUST(story.maya->housekeep());
      if (round == 0) { // the log is brought into the file, and begins anew
        story.maya.reset();
        story.maya = test::taken(replica::Replica::open(options, story.world.unlock("maya")));
      }
    }
    story.maya.reset();
    disk.observe({});
    qInfo("%zu writes and syncs", done.size());
    QVERIFY(done.size() > 100);
    const bool verbose = qEnvironmentVariableIsSet("MERIDIAN_VERBOSE");
    for (std::size_t i = 0; verbose && i < done.size(); ++i) {
      const auto& op = done[i].first;
      qInfo("%zu %d %s %llu+%zu", i, int(op.kind), op.file.c_str(), static_cast<unsigned long long>(op.at),
            op.bytes.size());
    }

    const auto step = everyHowMany(done.size(), 60);
    DiskFiles files(before);
    int opened = 0;
    for (std::size_t cut = 0; cut <= done.size(); ++cut) {
      const std::string& mark = cut < done.size() ? done[cut].second : done.back().second;
      if (cut % step == 0 && !mark.empty())
        for (const auto loss : losses) {
          if (!files.lastUnsynced() && loss != Loss::Everything) continue;
          if (verbose) qInfo("cut %zu of %zu, loss %d", cut, done.size(), int(loss));
          disk.restore(after(loss, cut, files));
          std::ofstream(marker, std::ios::binary | std::ios::trunc) << mark;
          auto again = replica::Replica::open(options, story.world.unlock("maya"));
          if (!again)
            qFatal("does not open after a cut at %zu: %s %s", cut, errorName(again.error().code).data(),
                   again.error().detail.c_str());
          holds(**again, said, cut);
          again->reset();
          ++opened;
        }
      if (cut < done.size()) files.apply(done[cut].first);
    }
    qInfo("opened and verified after %d losses of power", opened);
    QVERIFY(opened > 60);
  }

  // A file of an older version, cut while it is brought up to date: it is whole, of one version or another.
  void anUpdateOfTheFile() {
    VirtualDisk disk("power-loss-update");
    const sqlite::OpenOptions onDisk{.vfs = disk.vfs()};
    const Bytes key(sqlite::rawKeyBytes, 0x42);
    const auto steps = store::migrations();
    {
      auto older = sqlite::Connection::open("replica.db", key, onDisk);
      MUST(older);
      MUST(sqlite::migrate(*older, steps.first(1)));
      MUST(older->run("INSERT INTO setting (name, value) VALUES ('profile/name', 'Maya')"));
    }
    const auto before = disk.image();
    const auto ops = recorded(disk, [&] {
      auto connection = sqlite::Connection::open("replica.db", key, onDisk);
      MUST(connection);
      MUST(sqlite::migrate(*connection, steps));
    });
    std::set<std::int64_t> versions;
    DiskFiles files(before);
    for (std::size_t cut = 0; cut <= ops.size(); ++cut) {
      for (const auto loss : losses) {
        disk.restore(after(loss, cut, files));
        auto connection = sqlite::Connection::open("replica.db", key, onDisk);
        MUST(connection);
        versions.insert(test::taken(connection->queryInt("PRAGMA user_version")));
        MUST(connection->quickCheck());
        MUST(sqlite::migrate(*connection, steps)); // and it goes on from there
        QCOMPARE(test::taken(connection->queryInt("SELECT count(*) FROM setting WHERE value = 'Maya'")),
                 std::int64_t{1});
      }
      if (cut < ops.size()) files.apply(ops[cut]);
    }
    QCOMPARE(*versions.begin(), std::int64_t{1});
    QCOMPARE(*versions.rbegin(), std::int64_t(steps.size()));
  }

  // The control: with commits that wait for no sync, the same losses do lose what was said to be done.
  void withoutItsSyncsTheSameWorkIsLost() {
    VirtualDisk disk("power-loss-control");
    const sqlite::OpenOptions onDisk{.vfs = disk.vfs()};
    const Bytes key(sqlite::rawKeyBytes, 0x42);
    {
      auto connection = sqlite::Connection::open("replica.db", key, onDisk);
      MUST(connection);
      MUST(connection->execute("CREATE TABLE t (x)"));
    }
    DiskFiles files(disk.image());
    std::optional<sqlite::Connection> unsafe;
    for (const auto& op : recorded(disk, [&] {
           auto opened = sqlite::Connection::open("replica.db", key, onDisk);
           MUST(opened);
           MUST(opened->run("INSERT INTO t VALUES (1)"));
           MUST(opened->execute("PRAGMA synchronous = OFF"));
           MUST(opened->run("INSERT INTO t VALUES (2)"));
           unsafe = std::move(*opened);
         }))
      files.apply(op);
    unsafe.reset();
    disk.restore(after(Loss::Everything, 0, files));
    auto connection = sqlite::Connection::open("replica.db", key, onDisk);
    MUST(connection);
    QCOMPARE(test::taken(connection->queryInt("SELECT max(x) FROM t")), std::int64_t{1});
  }
};

QTEST_GUILESS_MAIN(TestPowerLoss)

} // namespace test_power_loss
#include "test_power_loss.moc"
