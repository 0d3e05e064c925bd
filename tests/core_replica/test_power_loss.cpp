// The power goes between any two writes of real work, and of what was not synced any part may have reached
// the disk, in any order and torn at sectors: what was said to be done is done, nothing is there by half, and
// the profile opens.
//
//   test_power_loss        some cuts, as in ctest; MERIDIAN_POWER_LOSSES=all tries every one
#include <random>

#include "core/replica/state.h"
#include "core/store/migrations.h"
#include "tests/core_replica/story.h"
#include "tests/support/disk_record.h"

using namespace meridian;
using test::DiskImage;
using test::DiskRecord;
namespace fs = std::filesystem;

namespace {

// How much of what was not synced is found again.
enum class Loss { Everything, Nothing, AllButTheLast, TheLastOnly, HalfOfTheWrites, HalfOfTheSectors };
constexpr std::array losses{Loss::Everything,  Loss::Nothing,         Loss::AllButTheLast,
                            Loss::TheLastOnly, Loss::HalfOfTheWrites, Loss::HalfOfTheSectors};

DiskImage::Kept keptBy(Loss loss, std::uint64_t seed, std::size_t count) {
  return [=](std::size_t op, std::size_t sector) {
    std::mt19937_64 dice(seed * 1'000'003 + op * 7919 + (loss == Loss::HalfOfTheSectors ? sector : 0));
    switch (loss) {
    case Loss::Everything:
      return false;
    case Loss::Nothing:
      return true;
    case Loss::AllButTheLast:
      return op + 1 < count;
    case Loss::TheLastOnly:
      return op + 1 == count;
    case Loss::HalfOfTheWrites:
    case Loss::HalfOfTheSectors:
      break;
    }
    return dice() % 2 == 0;
  };
}

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put(const fs::path& folder, const std::map<std::string, Bytes>& files) {
  for (const char* name : {"replica.db", "replica.db-wal", "replica.db-shm"})
    fs::remove(folder / name);
  for (const auto& [name, bytes] : files)
    if (name.starts_with("replica.db") && !name.ends_with("-shm"))
      std::ofstream(folder / name, std::ios::binary) << asText(bytes);
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
    test::Story story;
    story.begin();
    story.maya.reset();
    const fs::path profile = story.world.root() / "maya", state = story.world.root() / "state";
    fs::path marker;
    std::map<fs::path, std::string> before;
    for (const auto& entry : fs::directory_iterator(state))
      before[entry.path()] = contents(entry.path());
    auto options = story.world.options("maya");
    options.sqlite.vfs = DiskRecord::name;

    DiskImage image(profile);
    DiskRecord::start();
    story.maya = test::taken(replica::Replica::open(options, story.world.unlock("maya")));
    MUST(story.work(*story.maya).ask({}, {}, "May day 1 be in the evening?"));
    for (const auto& [path, text] : before) // hers is the one that was written
      if (contents(path) != text) marker = path;
    QVERIFY(!marker.empty());
    DiskRecord::noteEach([&] { return contents(marker); });

    std::vector<Said> said;
    const auto done = [&](const std::vector<ChangeId>& changes) {
      said.push_back({DiskRecord::ops().size(), changes});
    };
    for (int round = 0; round < 2; ++round) {
      const auto submission = story.submit("Day 1, day 4, day 7.");
      done({submission.change});
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
      done(hers);
      MUST(story.maya->housekeep());
      if (round == 0) { // the log is brought into the file, and begins anew
        story.maya.reset();
        story.maya = test::taken(replica::Replica::open(options, story.world.unlock("maya")));
      }
    }
    story.maya.reset();
    const auto ops = DiskRecord::ops();
    DiskRecord::noteEach({});
    qInfo("%zu writes and syncs", ops.size());
    if (qEnvironmentVariableIsSet("MERIDIAN_VERBOSE"))
      for (std::size_t i = 0; i < ops.size(); ++i)
        qInfo("%zu %d %s %llu+%zu", i, int(ops[i].kind), ops[i].file.c_str(),
              static_cast<unsigned long long>(ops[i].at), ops[i].bytes.size());

    const auto step = everyHowMany(ops.size(), 60);
    int opened = 0;
    for (std::size_t cut = 0; cut <= ops.size(); ++cut) {
      const std::string& mark = cut < ops.size() ? ops[cut].note : ops.back().note;
      if (cut % step == 0 && !mark.empty())
        for (const auto loss : losses) {
          if (image.unsynced() == 0 && loss != Loss::Everything) continue;
          if (qEnvironmentVariableIsSet("MERIDIAN_VERBOSE"))
            qInfo("cut %zu of %zu, loss %d, %zu unsynced", cut, ops.size(), int(loss), image.unsynced());
          put(profile, image.afterPowerLoss(keptBy(loss, cut, image.unsynced())));
          std::ofstream(marker, std::ios::binary | std::ios::trunc) << mark;
          auto again = replica::Replica::open(story.world.options("maya"), story.world.unlock("maya"));
          if (!again)
            qFatal("does not open after a cut at %zu: %s %s", cut, errorName(again.error().code).data(),
                   again.error().detail.c_str());
          holds(**again, said, cut);
          again->reset();
          ++opened;
        }
      if (cut < ops.size()) image.apply(ops[cut]);
    }
    qInfo("opened and verified after %d losses of power", opened);
    QVERIFY(opened > 60);
  }

  // A file of an older version, cut while it is brought up to date: it is whole, of one version or another.
  void anUpdateOfTheFile() {
    QTemporaryDir folder;
    const fs::path root = folder.path().toStdString(), work = root / "work";
    fs::create_directory(work);
    const fs::path file = work / "replica.db";
    const Bytes key(sqlite::rawKeyBytes, 0x42);
    const auto steps = store::migrations();
    {
      auto older = sqlite::Connection::open(file, key);
      MUST(older);
      MUST(sqlite::migrate(*older, steps.first(1)));
      MUST(older->run("INSERT INTO setting (name, value) VALUES ('profile/name', 'Maya')"));
    }
    DiskImage image(work);
    DiskRecord::start();
    {
      auto connection = sqlite::Connection::open(file, key, {.vfs = DiskRecord::name});
      MUST(connection);
      MUST(sqlite::migrate(*connection, steps));
    }
    const auto ops = DiskRecord::ops();
    std::set<std::int64_t> versions;
    for (std::size_t cut = 0; cut <= ops.size(); ++cut) {
      for (const auto loss : losses) {
        put(work, image.afterPowerLoss(keptBy(loss, cut, image.unsynced())));
        auto connection = sqlite::Connection::open(file, key);
        MUST(connection);
        versions.insert(test::taken(connection->queryInt("PRAGMA user_version")));
        MUST(connection->quickCheck());
        MUST(sqlite::migrate(*connection, steps)); // and it goes on from there
        QCOMPARE(test::taken(connection->queryInt("SELECT count(*) FROM setting WHERE value = 'Maya'")),
                 std::int64_t{1});
      }
      if (cut < ops.size()) image.apply(ops[cut]);
    }
    QCOMPARE(*versions.begin(), std::int64_t{1});
    QCOMPARE(*versions.rbegin(), std::int64_t(steps.size()));
  }

  // The control: with commits that wait for no sync, the same losses do lose what was said to be done.
  void withoutItsSyncsTheSameWorkIsLost() {
    QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "replica.db";
    const Bytes key(sqlite::rawKeyBytes, 0x42);
    {
      auto connection = sqlite::Connection::open(file, key);
      MUST(connection);
      MUST(connection->execute("CREATE TABLE t (x)"));
    }
    DiskImage image(file.parent_path());
    DiskRecord::start();
    std::size_t done = 0;
    {
      auto connection = sqlite::Connection::open(file, key, {.vfs = DiskRecord::name});
      MUST(connection);
      MUST(connection->execute("PRAGMA synchronous = OFF"));
      MUST(connection->run("INSERT INTO t VALUES (1)"));
      done = DiskRecord::ops().size();
    }
    const auto ops = DiskRecord::ops();
    for (std::size_t i = 0; i < done; ++i)
      image.apply(ops[i]);
    put(file.parent_path(), image.afterPowerLoss(keptBy(Loss::Everything, 0, image.unsynced())));
    auto connection = sqlite::Connection::open(file, key);
    MUST(connection);
    QCOMPARE(test::taken(connection->queryInt("SELECT count(*) FROM t")), std::int64_t{0});
  }
};

QTEST_GUILESS_MAIN(TestPowerLoss)
#include "test_power_loss.moc"
