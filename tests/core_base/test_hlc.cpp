#include <QtTest>

#include "core/base/hlc.h"

namespace test_hlc {

using namespace meridian;
using namespace std::chrono_literals;

namespace {

const Instant start = parseInstant("2027-03-10T14:00:00Z").value();

} // namespace

class TestHlc : public QObject {
  Q_OBJECT

 private slots:
  void aTickTakesTheWallClock();
  void ticksRiseWhileTheClockStands();
  void ticksRiseWhenTheClockGoesBack();
  void aFullCounterCarriesIntoTheMilliseconds();
  void anAbsorbedValueIsOvertaken();
  void aValueADayAheadIsAbsorbedAndOneBeyondIsNot();
  void aClockBefore1970StillRises();
  void aClockYearsAheadStaysInForceAfterItIsCorrected();
};

void TestHlc::aTickTakesTheWallClock() {
  ManualClock wall(start);
  HlcClock clock(wall, {});
  const Hlc tick = clock.tick();
  QVERIFY(tick.physical() == start);
  QCOMPARE(tick.counter(), std::uint16_t{0});
  wall.advance(5ms);
  QVERIFY(clock.tick().physical() == start + 5ms);
}

void TestHlc::ticksRiseWhileTheClockStands() {
  ManualClock wall(start);
  HlcClock clock(wall, {});
  Hlc before = clock.tick();
  for (int i = 1; i <= 1000; ++i) {
    const Hlc next = clock.tick();
    QVERIFY(next > before);
    QCOMPARE(next.counter(), static_cast<std::uint16_t>(i));
    before = next;
  }
  QVERIFY(clock.last() == before);
}

void TestHlc::ticksRiseWhenTheClockGoesBack() {
  ManualClock wall(start);
  HlcClock clock(wall, {});
  const Hlc before = clock.tick();
  wall.set(start - 24h * 365);
  QVERIFY(clock.tick() > before);
}

void TestHlc::aFullCounterCarriesIntoTheMilliseconds() {
  ManualClock wall(start);
  HlcClock clock(wall, Hlc::of(start, 0xFFFF));
  const Hlc next = clock.tick();
  QVERIFY(next.physical() == start + 1ms);
  QCOMPARE(next.counter(), std::uint16_t{0});
}

void TestHlc::anAbsorbedValueIsOvertaken() {
  ManualClock wall(start);
  HlcClock clock(wall, {});
  const Hlc remote = Hlc::of(start + 1h, 7);
  clock.absorb(remote);
  QVERIFY(clock.tick() > remote);
  clock.absorb(Hlc::of(start, 0));
  QVERIFY(clock.last() > remote);
}

void TestHlc::aValueADayAheadIsAbsorbedAndOneBeyondIsNot() {
  ManualClock wall(start);
  HlcClock clock(wall, {});
  clock.absorb(Hlc::of(start + HlcClock::absorbLimit + 1ms, 0));
  QVERIFY(clock.last() == Hlc{});
  const Hlc atTheEdge = Hlc::of(start + HlcClock::absorbLimit, 0xFFFF);
  clock.absorb(atTheEdge);
  QVERIFY(clock.last() == atTheEdge);
}

void TestHlc::aClockBefore1970StillRises() {
  ManualClock wall(fromMillis(-1));
  HlcClock clock(wall, {});
  const Hlc first = clock.tick();
  QCOMPARE(first.packed, std::uint64_t{1});
  QVERIFY(clock.tick() > first);
}

void TestHlc::aClockYearsAheadStaysInForceAfterItIsCorrected() {
  ManualClock wall(start + 24h * 365 * 3);
  HlcClock clock(wall, {});
  const Hlc ahead = clock.tick();
  wall.set(start);
  QVERIFY(clock.tick() > ahead);
}

QTEST_APPLESS_MAIN(TestHlc)

} // namespace test_hlc
#include "test_hlc.moc"
