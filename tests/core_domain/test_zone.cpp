#include <QtTest>

#include "core/domain/zone.h"

namespace test_zone {

using namespace meridian;
using namespace meridian::domain;
using namespace std::chrono_literals;

namespace {

Instant at(const char* iso) { return parseInstant(iso).value(); }
std::string local(const char* iso, const char* zone) { return toIso(toLocal(at(iso), zone).value()); }
std::string instant(const char* wall, const char* zone) {
  return toIso(toInstant(parseLocalTime(wall).value(), zone).value());
}

} // namespace

class TestZone : public QObject {
  Q_OBJECT
 private slots:
  void anUnknownZoneIsAnError() {
    for (const char* name :
         {"", "Mars/Olympus", "../../etc/passwd", "Europe/", "europe moscow", "/etc/localtime"}) {
      QVERIFY2(!isZone(name), name);
      const auto result = toLocal(at("2027-03-10T14:00:00Z"), name);
      QVERIFY(!result);
      QCOMPARE(result.error().code, ErrorCode::UnknownZone);
    }
    QVERIFY(isZone("Europe/Moscow"));
  }

  void moscowNeverShifts() {
    for (const char* iso : {"2027-01-01T00:00:00Z", "2027-03-28T12:00:00Z", "2027-10-31T12:00:00Z"})
      QCOMPARE(offsetAt(at(iso), "Europe/Moscow").value(), std::chrono::minutes{180});
    QVERIFY(!nextOffsetChange("Europe/Moscow", at("2027-03-10T14:00:00Z")));
  }

  void tenUtcIsAfternoonInMoscowAndNightInNewYork() {
    QCOMPARE(local("2027-01-12T10:00:00Z", "Europe/Moscow"), std::string("2027-01-12T13:00"));
    QCOMPARE(local("2027-01-12T10:00:00Z", "America/New_York"), std::string("2027-01-12T05:00"));
  }

  void theUsShiftOf2027IsFound() {
    const auto change = nextOffsetChange("America/New_York", at("2027-03-10T14:00:00Z"));
    QCOMPARE(toIso(change.value()), std::string("2027-03-14T07:00:00Z"));
    QCOMPARE(offsetChange("America/New_York", at("2027-03-13T12:00:00Z"), at("2027-03-15T12:00:00Z")), 60min);
    QCOMPARE(offsetChange("Europe/Moscow", at("2027-03-13T12:00:00Z"), at("2027-03-15T12:00:00Z")), 0min);
  }

  void aSkippedWallTimeBecomesTheFirstInstantAfterTheGap() {
    QCOMPARE(instant("2027-03-14T02:30", "America/New_York"), std::string("2027-03-14T07:00:00Z"));
    QCOMPARE(local("2027-03-14T07:00:00Z", "America/New_York"), std::string("2027-03-14T03:00"));
  }

  void aRepeatedWallTimeIsTheEarlier() {
    QCOMPARE(instant("2027-11-07T01:30", "America/New_York"), std::string("2027-11-07T05:30:00Z"));
  }

  void leapDayAndYearEndAreOrdinary() {
    QCOMPARE(local("2028-02-28T23:30:00Z", "Europe/Moscow"), std::string("2028-02-29T02:30"));
    QCOMPARE(local("2027-12-31T21:30:00Z", "Europe/Moscow"), std::string("2028-01-01T00:30"));
    QCOMPARE(instant("2028-02-29T00:00", "America/Los_Angeles"), std::string("2028-02-29T08:00:00Z"));
  }

  void wallTimeAndInstantAgree() {
    for (const auto& zone : {"America/Los_Angeles", "Asia/Vladivostok", "Asia/Kathmandu", "Europe/Belgrade"})
      for (Instant t = at("2027-01-01T00:00:00Z"); t < at("2028-01-01T00:00:00Z"); t += 7h + 13min) {
        const auto wall = toLocal(t, zone).value();
        const auto back = toInstant(wall, zone).value();
        QVERIFY(back == t || t - back == 1h); // the later of a repeated hour reads back as the earlier
      }
  }

  void absurdInstantsAreRefused() {
    QVERIFY(!toLocal(fromMillis(std::int64_t{1} << 52), "Europe/Moscow"));
    QVERIFY(!toLocal(fromMillis(-(std::int64_t{1} << 52)), "Europe/Moscow"));
  }

  void workingHoursAreLocalAndWeekly() {
    const auto works = [](const char* iso, const char* zone) {
      return withinWorkingHours(at(iso), zone, 9h, 18h);
    };
    QVERIFY(works("2027-03-10T14:00:00Z", "America/New_York"));
    QVERIFY(!works("2027-03-10T10:00:00Z", "America/New_York"));
    QVERIFY(works("2027-03-10T14:59:00Z", "Europe/Moscow"));
    QVERIFY(!works("2027-03-10T15:00:00Z", "Europe/Moscow"));
    QVERIFY(!works("2027-03-13T12:00:00Z", "Europe/Moscow"));
    QVERIFY(withinWorkingHours(at("2027-03-09T23:00:00Z"), "Europe/Moscow", 22h, 6h));
  }

  void citiesHaveTheirNamesInBothLanguages_data() {
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("en");
    QTest::addColumn<QString>("ru");
    const auto row = [](const char* zone, const char* en, const char* ru) {
      QTest::newRow(zone) << QString(zone) << QString(en) << QString(ru);
    };
    row("Europe/Moscow", "Moscow", "Москва");
    row("America/New_York", "New York", "Нью-Йорк");
    row("America/Los_Angeles", "Los Angeles", "Лос-Анджелес");
    row("America/Chicago", "Chicago", "Чикаго");
    row("America/Denver", "Denver", "Денвер");
    row("Europe/Belgrade", "Belgrade", "Белград");
    row("Asia/Yekaterinburg", "Yekaterinburg", "Екатеринбург");
    row("Asia/Novosibirsk", "Novosibirsk", "Новосибирск");
    row("Asia/Vladivostok", "Vladivostok", "Владивосток");
  }
  void citiesHaveTheirNamesInBothLanguages() {
    QFETCH(QString, zone);
    QTEST(QString::fromStdString(cityName(zone.toStdString(), "en")), "en");
    QTEST(QString::fromStdString(cityName(zone.toStdString(), "ru")), "ru");
  }
  void anUnknownZoneStillReadsAsAPlace() {
    QCOMPARE(cityName("Mars/New_Olympus", "ru"), std::string("New Olympus"));
  }

  void zonesToChooseFromAreKnownAndSorted() {
    const auto names = zoneNames();
    QVERIFY(names.size() > 300);
    QVERIFY(std::is_sorted(names.begin(), names.end()));
    for (const char* needed :
         {"Europe/Moscow", "America/New_York", "Asia/Vladivostok", "Europe/Belgrade", "UTC"})
      QVERIFY2(std::find(names.begin(), names.end(), needed) != names.end(), needed);
    for (const auto& name : names)
      QVERIFY2(isZone(name), name.c_str());
  }
};

QTEST_APPLESS_MAIN(TestZone)

} // namespace test_zone
#include "test_zone.moc"
