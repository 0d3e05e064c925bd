// The faults that other tests stand on do happen, and only where they are asked for.
#include <QTest>
#include <set>

#include "core/sqlite/connection.h"
#include "tests/support/virtual_disk.h"

namespace test_virtual_disk {

using namespace meridian;
using namespace meridian::test;
using Op = DiskOp::Kind;

namespace {

const Bytes old(4 * PowerLoss::sectorBytes, 'o'), fresh(4 * PowerLoss::sectorBytes, 'f');

// Keeps these sectors of every op, and names and removals as told.
struct Keeping final : PowerLoss {
  std::set<std::uint64_t> sectors = {};
  bool newNames = true, removals = true;
  bool undoesRemoval(const std::string&) override { return !removals; }
  bool keeps(std::uint64_t, const DiskOp&, std::uint64_t sector) override { return sectors.contains(sector); }
  bool keepsName(const std::string&) override { return newNames; }
};

DiskFiles::Image left(DiskFiles files, Keeping loss) {
  files.losePower(loss);
  return files.image();
}

Keeping sectors(std::set<std::uint64_t> kept) {
  Keeping loss;
  loss.sectors = std::move(kept);
  return loss;
}

class Database {
 public:
  explicit Database(VirtualDisk& disk)
      : m_connection(sqlite::Connection::open("db", {}, {.create = true, .vfs = disk.vfs()})) {
    if (m_connection) m_made = m_connection->execute("CREATE TABLE IF NOT EXISTS t (x)");
  }
  // What goes wrong; None: nothing.
  [[nodiscard]] std::optional<ErrorCode> insert(std::size_t bytes = 10) {
    if (!m_connection) return m_connection.error().code;
    if (!m_made) return m_made.error().code;
    const auto done = m_connection->run("INSERT INTO t VALUES (zeroblob(" + std::to_string(bytes) + "))");
    return done ? std::nullopt : std::optional(done.error().code);
  }
  [[nodiscard]] std::int64_t rows() { return m_connection->queryInt("SELECT count(*) FROM t").value_or(-1); }

 private:
  Result<sqlite::Connection> m_connection;
  Result<void> m_made;
};

} // namespace

class TestVirtualDisk : public QObject {
  Q_OBJECT

 private slots:
  void ofAnUnsyncedWriteAnySectorsAreLeft() {
    DiskFiles files({{"a", old}});
    files.apply({.kind = Op::Write, .file = "a", .at = 100, .bytes = Bytes(600, 'f')}); // of sectors 0 and 1
    QCOMPARE(left(files, sectors({0, 1})).at("a"), *files.find("a"));
    QCOMPARE(left(files, sectors({})).at("a"), old);
    auto torn = old;
    std::fill(torn.begin() + 512, torn.begin() + 700, 'f');
    QCOMPARE(left(files, sectors({1})).at("a"), torn);
    files.apply({.kind = Op::Sync, .file = "a"});
    QCOMPARE(left(files, sectors({})).at("a"), *files.find("a"));
  }

  void aTruncateThatWasNotSyncedMayNotHaveHappened() {
    DiskFiles files({{"a", old}});
    files.apply({.kind = Op::Truncate, .file = "a", .at = 10});
    QCOMPARE(files.find("a")->size(), std::size_t(10));
    QCOMPARE(left(files, sectors({})).at("a"), old);
    QCOMPARE(left(files, sectors({0})).at("a"), Bytes(10, 'o'));
  }

  void aSyncIsOfOneFileAlone() {
    DiskFiles files({{"a", old}, {"b", old}});
    files.apply({.kind = Op::Write, .file = "a", .bytes = fresh});
    files.apply({.kind = Op::Write, .file = "b", .bytes = fresh});
    QCOMPARE(files.lastUnsynced(), std::optional(std::uint64_t(1)));
    files.apply({.kind = Op::Sync, .file = "b"});
    QCOMPARE(files.lastUnsynced(), std::optional(std::uint64_t(0)));
    QCOMPARE(left(files, sectors({})), (DiskFiles::Image{{"a", old}, {"b", fresh}}));
  }

  void namesAreDurableAfterASync() {
    DiskFiles files({{"a", old}});
    files.apply({.kind = Op::Delete, .file = "a"});
    files.apply({.kind = Op::Create, .file = "b"});
    Keeping nothing;
    nothing.newNames = nothing.removals = false;
    QVERIFY(left(files, sectors({})).contains("b"));
    QCOMPARE(left(files, nothing), (DiskFiles::Image{{"a", old}}));
    auto synced = files;
    synced.apply({.kind = Op::SyncFolder});
    QVERIFY(left(synced, nothing).empty());
    // A name that was taken again is not given back.
    files.apply({.kind = Op::Create, .file = "a"});
    files.apply({.kind = Op::Sync, .file = "a"});
    QCOMPARE(left(files, nothing), (DiskFiles::Image{{"a", {}}}));
  }

  void afterACutEveryCallFailsUntilThePowerIsBack() {
    VirtualDisk disk("cut");
    std::uint64_t whole = 0;
    for (std::uint64_t n = 0; whole == 0; ++n) {
      QVERIFY(n < 100);
      disk.restore({});
      const auto before = disk.boundaries();
      disk.cutAt(n);
      {
        Database database(disk);
        const auto wrong = database.insert();
        QCOMPARE(wrong.has_value(), disk.isCut());
        if (disk.isCut()) {
          QCOMPARE(disk.boundaries(), before + n + 1);
          QVERIFY(database.insert());
        } else {
          whole = n;
        }
      }
      EverythingUnsyncedLost loss;
      disk.powerOn(loss);
      QVERIFY(!Database(disk).insert());
    }
    QVERIFY(whole > 5); // moments
  }

  void onAFullDiskNothingGrows() {
    VirtualDisk disk("full");
    {
      Database database(disk);
      QVERIFY(!database.insert());
      disk.setRoom(20'000);
      QVERIFY(!database.insert());
      QCOMPARE(database.insert(30'000), std::optional(ErrorCode::DiskFull));
      QCOMPARE(database.rows(), 2);
      disk.setRoom(std::nullopt);
      QVERIFY(!database.insert(30'000));
    }
    disk.setRoom(0);
    Database database(disk);
    QCOMPARE(database.insert(), std::optional(ErrorCode::DiskFull));
    disk.mend();
    QVERIFY(!database.insert());
  }

  void callsFailFromTheNthOnAndNoLonger() {
    VirtualDisk disk("failing");
    Database database(disk);
    QVERIFY(!database.insert());
    disk.failAt(1, 1);
    QCOMPARE(database.insert(), std::optional(ErrorCode::Io));
    QVERIFY(!database.insert());
    disk.failAt(0, 1'000);
    for (int i = 0; i < 3; ++i)
      QCOMPARE(database.insert(), std::optional(ErrorCode::Io));
    disk.mend();
    QVERIFY(!database.insert());
    QCOMPARE(database.rows(), 3);
  }

  void syncsFailAloneAndAsOftenAsTold() {
    VirtualDisk disk("syncs");
    std::vector<Op> told;
    Database database(disk);
    QVERIFY(!database.insert());
    disk.observe([&](const DiskOp& op) { told.push_back(op.kind); });
    disk.failSyncs(2);
    for (int i = 0; i < 2; ++i)
      QCOMPARE(database.insert(), std::optional(ErrorCode::Io));
    QVERIFY(std::ranges::count(told, Op::Write) > 0); // which were not kept from happening
    QCOMPARE(std::ranges::count(told, Op::Sync), std::ptrdiff_t(0));
    QVERIFY(!database.insert());
    QCOMPARE(std::ranges::count(told, Op::Sync), std::ptrdiff_t(1));
    QCOMPARE(database.rows(), 2);
  }

  // As a system that marks as clean what it could not write: it is seen until the power goes, and a later
  // sync keeps only what was written since.
  void whatAFailedSyncLostNoLaterOneBringsBack() {
    DiskFiles files;
    const auto does = [&](Op kind, std::uint64_t at = 0, Bytes bytes = {}) {
      files.apply({.kind = kind, .file = "f", .at = at, .bytes = std::move(bytes)});
    };
    does(Op::Create);
    does(Op::Write, 0, {1, 1, 1});
    does(Op::Sync);
    does(Op::Write, 1, {2});
    files.loseUnsynced("f");
    does(Op::Write, 2, {3});
    QCOMPARE(*files.find("f"), (Bytes{1, 2, 3}));
    does(Op::Sync);
    QCOMPARE(*files.find("f"), (Bytes{1, 2, 3}));
    EverythingUnsyncedLost loss;
    files.losePower(loss);
    QCOMPARE(*files.find("f"), (Bytes{1, 1, 3}));
  }

  void whatIsToldDoneAgainIsTheSame() {
    VirtualDisk disk("told");
    std::vector<DiskOp> told;
    disk.observe([&](const DiskOp& op) { told.push_back(op); });
    QVERIFY(!Database(disk).insert());
    QVERIFY(!Database(disk).insert(30'000));
    DiskFiles again;
    for (const auto& op : told)
      again.apply(op);
    QCOMPARE(again.image(), disk.image());
    QVERIFY(again.find("db")->size() > 30'000);
    QVERIFY(again.find("db-wal") == nullptr); // created, written, and deleted at the end
  }
};

QTEST_APPLESS_MAIN(TestVirtualDisk)

} // namespace test_virtual_disk
#include "test_virtual_disk.moc"
