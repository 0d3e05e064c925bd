// Scenario 8 of the design: the power goes at every write, sync, truncate and delete during a submit.
#include "tests/core_replica/story.h"
#include "tests/support/virtual_disk.h"

namespace test_power_cut {

using namespace meridian;

class TestPowerCut : public QObject {
  Q_OBJECT

 private:
  // How many submissions Maya's replica holds.
  static std::size_t submissions(test::Story& story) {
    std::size_t count = 0;
    for (const auto& fact : story.maya->facts(story.space))
      count += fact.kind == domain::EntityKind::Submission ? 1 : 0;
    return count;
  }
  // All that was not synced is gone.
  static void powerOn(test::VirtualDisk& disk) {
    test::EverythingUnsyncedLost loss;
    disk.powerOn(loss);
  }

 private slots:
  void scenario8_afterAPowerCutAtAnyBoundaryOfASubmitThereIsExactlyOneSubmission() {
    test::VirtualDisk disk("power-cut");
    test::Story story;
    story.begin();
    story.maya.reset();
    const auto before = test::takenOut(story.world.root() / "maya" / "replica.db");
    auto options = story.world.options("maya");
    options.sqlite.vfs = disk.vfs();

    std::uint64_t cuts = 0, lost = 0, kept = 0;
    for (std::uint64_t n = 0;; ++n) {
      disk.restore(before);
      auto opened = replica::Replica::open(options, story.world.unlock("maya"));
      MUST(opened);
      story.maya = std::move(*opened);
      QCOMPARE(submissions(story), std::size_t{0}); // what the submit has to read is read

      disk.cutAt(n);
      const auto submitted = story.work(*story.maya).submit(story.draft("Day 1, day 4, day 7."));
      const bool cut = disk.isCut();
      if (!cut) {
        MUST(submitted);
        QCOMPARE(submissions(story), std::size_t{1});
        break; // every boundary of the submit has been the moment once
      }
      ++cuts;
      story.maya.reset();
      powerOn(disk);

      opened = replica::Replica::open(options, story.world.unlock("maya"));
      QVERIFY2(opened, qPrintable(QStringLiteral("does not open after a cut at %1").arg(n)));
      story.maya = std::move(*opened);
      const auto there = submissions(story);
      QVERIFY(there <= 1);
      // What the person was told is true: said to be saved means saved.
      if (submitted) QCOMPARE(there, std::size_t{1});
      (there == 1 ? kept : lost) += 1;
      // Told nothing, the person presses again; who finds it saved does not.
      if (there == 0) MUST(story.work(*story.maya).submit(story.draft("Day 1, day 4, day 7.")));
      QCOMPARE(submissions(story), std::size_t{1});
      const auto verified = story.maya->verify();
      MUST(verified);
      QVERIFY(verified->problems.empty());
      story.maya.reset();
    }
    qInfo("%llu cuts: %llu before the change was durable, %llu after", static_cast<unsigned long long>(cuts),
          static_cast<unsigned long long>(lost), static_cast<unsigned long long>(kept));
    QVERIFY(lost > 0); // the cuts did reach into the write
  }

  // What a file brings and the witness that starts its promise are two commits.
  void afterAPowerCutAtAnyBoundaryOfAnImportTheNextOneStartsThePromise() {
    namespace fs = std::filesystem;
    test::Story story;
    story.begin();
    const auto submission = story.submit("Day 1, day 4, day 7.");
    replica::Replica::Incoming file{.changes = {}, .cursor = {}, .fromRelay = false};
    for (const auto& row :
         test::taken(story.maya->file().changes.after(story.space, envelope::Chain::Content, 0, 1'000)))
      file.changes.emplace_back(row.change.bytes().begin(), row.change.bytes().end());
    story.dana.reset();
    test::VirtualDisk disk("power-cut-import");
    const auto before = test::takenOut(story.world.root() / "dana" / "replica.db");
    auto options = story.world.options("dana");
    options.sqlite.vfs = disk.vfs();
    const auto open = [&] {
      story.dana = test::taken(replica::Replica::open(options, story.world.unlock("dana")));
    };
    const auto stored = [&]() -> std::optional<bool> { // and with its promise
      for (const auto& fact : story.dana->facts(story.space))
        if (fact.meta.id == submission) return fact.meta.storedAt.has_value();
      return std::nullopt;
    };

    std::uint64_t between = 0;
    for (std::uint64_t n = 0;; ++n) {
      disk.restore(before);
      open();
      QVERIFY(!stored());
      disk.cutAt(n);
      (void)story.dana->receive(file);
      const bool cut = disk.isCut();
      if (!cut) disk.mend(); // nor when it is closed
      story.dana.reset();
      if (cut) powerOn(disk);
      open();
      between += stored() == false;
      MUST(story.dana->receive(file)); // the person imports it again
      QCOMPARE(stored(), std::optional(true));
      story.dana.reset();
      if (!cut) break;
    }
    QVERIFY(between > 0); // there was such a moment
  }

  // The control: without the sync that a commit waits for, the same machine does lose what was said to be
  // saved.
  void theMachineLosesWhatIsNotSynced() {
    test::VirtualDisk disk("power-cut-control");
    {
      auto connection = sqlite::Connection::open("plain.db", {}, {.vfs = disk.vfs()});
      MUST(connection);
      MUST(connection->execute("CREATE TABLE t (x)"));
      MUST(connection->run("INSERT INTO t VALUES (1)"));
      MUST(connection->execute("PRAGMA synchronous = OFF"));
      MUST(connection->run("INSERT INTO t VALUES (2)"));
      disk.cutAt(0);
      QVERIFY(!connection->run("INSERT INTO t VALUES (3)"));
    }
    powerOn(disk);
    auto connection = sqlite::Connection::open("plain.db", {}, {.vfs = disk.vfs()});
    MUST(connection);
    QCOMPARE(test::taken(connection->queryInt("SELECT max(x) FROM t")), std::int64_t{1});
  }
};

QTEST_GUILESS_MAIN(TestPowerCut)

} // namespace test_power_cut
#include "test_power_cut.moc"
