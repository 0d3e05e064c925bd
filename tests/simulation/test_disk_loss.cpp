// Whatever a loss of power can leave of what was not synced, the dice do leave in some world.
#include <QTest>
#include <set>

#include "tests/simulation/disk.h"

namespace test_disk_loss {

using namespace meridian;
using test::DiskFiles;
using test::PowerLoss;
using Op = test::DiskOp::Kind;

namespace {

const Bytes old(8 * PowerLoss::sectorBytes, 'o'), fresh(8 * PowerLoss::sectorBytes, 'f');

DiskFiles::Image left(DiskFiles files, std::uint64_t seed) {
  sim::Dice dice(seed);
  sim::LossByDice loss(dice);
  files.losePower(loss);
  return files.image();
}

std::set<DiskFiles::Image> allThatIsLeft(const DiskFiles& files) {
  std::set<DiskFiles::Image> all;
  for (std::uint64_t seed = 0; seed < 200; ++seed)
    all.insert(left(files, seed));
  return all;
}

} // namespace

class TestDiskLoss : public QObject {
  Q_OBJECT

 private slots:
  void oneSeedIsOneHistory() {
    DiskFiles files({{"a", old}});
    files.apply({.kind = Op::Write, .file = "a", .bytes = fresh});
    for (std::uint64_t seed = 0; seed < 20; ++seed)
      QCOMPARE(left(files, seed), left(files, seed));
  }

  void aWriteIsKeptDroppedOrTorn() {
    DiskFiles files({{"a", old}});
    files.apply({.kind = Op::Write, .file = "a", .bytes = fresh});
    const auto all = allThatIsLeft(files);
    QVERIFY(all.contains({{"a", old}}));
    QVERIFY(all.contains({{"a", fresh}}));
    QVERIFY(all.size() > 20); // tears
    for (const auto& image : all)
      for (std::size_t at = 0; at < old.size(); ++at)
        QCOMPARE(image.at("a")[at], image.at("a")[at - at % PowerLoss::sectorBytes]);
  }

  void oneWriteIsLeftWithoutTheOther() {
    DiskFiles files({{"a", Bytes(2, 'o')}});
    for (std::uint64_t at = 0; at < 2; ++at)
      files.apply({.kind = Op::Write, .file = "a", .at = at, .bytes = Bytes(1, 'f')});
    QCOMPARE(allThatIsLeft(files).size(), std::size_t(4));
  }

  void aTruncateHappensOrNot() {
    DiskFiles files({{"a", old}});
    files.apply({.kind = Op::Truncate, .file = "a", .at = 10});
    QCOMPARE(allThatIsLeft(files), (std::set<DiskFiles::Image>{{{"a", old}}, {{"a", Bytes(10, 'o')}}}));
  }

  void namesComeAndGo() {
    DiskFiles files({{"a", old}});
    files.apply({.kind = Op::Delete, .file = "a"});
    files.apply({.kind = Op::Create, .file = "b"});
    QCOMPARE(allThatIsLeft(files),
             (std::set<DiskFiles::Image>{{}, {{"a", old}}, {{"b", {}}}, {{"a", old}, {"b", {}}}}));
  }
};

QTEST_APPLESS_MAIN(TestDiskLoss)

} // namespace test_disk_loss
#include "test_disk_loss.moc"
