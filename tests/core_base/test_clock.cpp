#include <QtTest>

#include <QTemporaryDir>

#include <fstream>

#include "core/base/clock.h"

namespace test_clock {

using namespace meridian;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

const Instant story = parseInstant("2027-03-10T14:00:00Z").value();
const Instant real = parseInstant("2026-01-01T00:00:00Z").value();

} // namespace

class TestClock : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void cleanup();
  void aManualClockStandsUntilMoved();
  void aShiftedClockRunsAtTheRealPace();
  void aFileClockRunsOnFromItsInstant();
  void aFileClockFollowsAChangedFile();
  void aFileClockLooksAtMostTenTimesASecond();
  void aFileClockNeverGoesBack();
  void aMalformedOrMissingFileKeepsTheLastGoodState();
  void aMalformedFileIsNotOpened_data();
  void aMalformedFileIsNotOpened();
  void anOptionNamesAnInstantAFileOrNothing();

 private:
  void put(std::string_view text);

  std::unique_ptr<QTemporaryDir> m_dir;
  std::shared_ptr<ManualClock> m_real;
  fs::path m_file;
  int m_writes = 0;
};

void TestClock::init() {
  m_dir = std::make_unique<QTemporaryDir>();
  m_real = std::make_shared<ManualClock>(real);
  m_file = fs::path(m_dir->path().toStdString()) / "clock";
  m_writes = 0;
}

void TestClock::cleanup() { m_dir.reset(); }

// Every write gets a modification time of its own, however coarse the file system's are.
void TestClock::put(std::string_view text) {
  std::ofstream(m_file, std::ios::binary) << text;
  fs::last_write_time(m_file, fs::file_time_type::clock::now() + std::chrono::seconds(++m_writes));
}

void TestClock::aManualClockStandsUntilMoved() {
  ManualClock clock(story);
  QVERIFY(clock.now() == story);
  clock.advance(90s);
  QVERIFY(clock.now() == story + 90s);
  clock.set(story - 1h);
  QVERIFY(clock.now() == story - 1h);
}

void TestClock::aShiftedClockRunsAtTheRealPace() {
  const ShiftedClock clock(story, m_real);
  QVERIFY(clock.now() == story);
  m_real->advance(42s);
  QVERIFY(clock.now() == story + 42s);
}

void TestClock::aFileClockRunsOnFromItsInstant() {
  QVERIFY(FileClock::write(m_file, story, *m_real));
  m_real->advance(10min);
  const auto clock = FileClock::open(m_file, m_real).value();
  QVERIFY(clock->now() == story + 10min);
  m_real->advance(1s);
  QVERIFY(clock->now() == story + 10min + 1s);
}

void TestClock::aFileClockFollowsAChangedFile() {
  put("2027-03-10T14:00:00Z 2026-01-01T00:00:00Z\n");
  const auto clock = FileClock::open(m_file, m_real).value();
  put("2027-03-12T14:00:00+03:00 2026-01-01T00:00:00Z\n");
  m_real->advance(1s);
  QVERIFY(clock->now() == parseInstant("2027-03-12T11:00:01Z").value());
}

void TestClock::aFileClockLooksAtMostTenTimesASecond() {
  put("2027-03-10T14:00:00Z 2026-01-01T00:00:00Z\n");
  const auto clock = FileClock::open(m_file, m_real).value();
  put("2027-03-11T14:00:00Z 2026-01-01T00:00:00Z\n");
  m_real->advance(99ms);
  QVERIFY(clock->now() == story + 99ms);
  m_real->advance(1ms);
  QVERIFY(clock->now() == story + 24h + 100ms);
}

void TestClock::aFileClockNeverGoesBack() {
  put("2027-03-10T14:00:00Z 2026-01-01T00:00:00Z\n");
  const auto clock = FileClock::open(m_file, m_real).value();
  put("2027-03-10T13:00:00Z 2026-01-01T00:00:00Z\n");
  m_real->advance(1s);
  QVERIFY(clock->now() == story);
  // It stands until the file's time has caught up.
  m_real->advance(1h);
  QVERIFY(clock->now() == story + 1s);
  m_real->advance(-30min);
  QVERIFY(clock->now() == story + 1s);
}

void TestClock::aMalformedOrMissingFileKeepsTheLastGoodState() {
  put("2027-03-10T14:00:00Z 2026-01-01T00:00:00Z\n");
  const auto clock = FileClock::open(m_file, m_real).value();
  put("soon");
  m_real->advance(1s);
  QVERIFY(clock->now() == story + 1s);
  fs::remove(m_file);
  m_real->advance(1s);
  QVERIFY(clock->now() == story + 2s);
  put("2027-03-11T14:00:00Z 2026-01-01T00:00:00Z\n");
  m_real->advance(1s);
  QVERIFY(clock->now() == story + 24h + 3s);
}

void TestClock::aMalformedFileIsNotOpened_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::newRow("empty") << QByteArray();
  QTest::newRow("one instant") << QByteArray("2027-03-10T14:00:00Z\n");
  QTest::newRow("three") << QByteArray("2027-03-10T14:00:00Z 2026-01-01T00:00:00Z 2026-01-01T00:00:00Z\n");
  QTest::newRow("two lines") << QByteArray("2027-03-10T14:00:00Z 2026-01-01T00:00:00Z\n\n");
  QTest::newRow("two spaces") << QByteArray("2027-03-10T14:00:00Z  2026-01-01T00:00:00Z\n");
  QTest::newRow("a word") << QByteArray("now 2026-01-01T00:00:00Z\n");
  QTest::newRow("huge") << QByteArray(100'000, ' ');
}

void TestClock::aMalformedFileIsNotOpened() {
  QFETCH(QByteArray, text);
  put(text.toStdString());
  const auto clock = FileClock::open(m_file, m_real);
  QVERIFY(!clock);
  QCOMPARE(clock.error().code, ErrorCode::InvalidArgument);
}

void TestClock::anOptionNamesAnInstantAFileOrNothing() {
  const auto system = clockFromOption("").value();
  QVERIFY(std::chrono::abs(system->now() - SystemClock().now()) < 5s);

  const auto shifted = clockFromOption("2027-03-10T14:00:00Z").value();
  QVERIFY(shifted->now() >= story && shifted->now() < story + 5s);

  QVERIFY(FileClock::write(m_file, story, SystemClock()));
  const auto following = clockFromOption(m_file.string()).value();
  QVERIFY(following->now() >= story && following->now() < story + 5s);

  const auto missing = clockFromOption((m_file.string() + "-missing"));
  QVERIFY(!missing);
  QCOMPARE(missing.error().code, ErrorCode::InvalidArgument);
}

QTEST_APPLESS_MAIN(TestClock)

} // namespace test_clock
#include "test_clock.moc"
