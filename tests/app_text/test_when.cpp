// Instants in words, as PRODUCT gives them.
#include <QtTest>

#include "app/text/when.h"
#include "app/translation.h"

namespace test_when {

using namespace meridian;
using namespace meridian::app;
using domain::Language;

namespace {

constexpr QChar nbsp(0x00A0);

Instant at(std::string_view iso) { return *parseInstant(iso); }

// What a person reads: a non-breaking space is a space.
QString read(QString text) { return text.replace(nbsp, u' '); }

} // namespace

class TestWhen : public QObject {
  Q_OBJECT

 private:
  Reader reader(Language language, const char* zone, std::string_view now = "2027-03-10T14:00:00Z") {
    installTranslation(language);
    return {.language = language, .zone = zone, .now = at(now)};
  }

 private slots:
  void mayasPromiseShowsBothZones() {
    const Reader maya = reader(Language::En, "America/Los_Angeles");
    QCOMPARE(read(bothText(at("2027-03-12T22:00:00Z"), "America/New_York", maya)),
             "Fri 12 Mar, 14:00 (17:00 New York)");
  }
  void olegsPromiseShowsTheWeekdayOfTheOtherZone() {
    const Reader oleg = reader(Language::Ru, "Asia/Vladivostok");
    QCOMPARE(read(bothText(at("2027-03-12T15:00:00Z"), "Europe/Moscow", oleg)),
             "сб, 13 марта, 01:00 (пт, 18:00, Москва)");
  }
  void aDayThatIsAnotherOneThereIsSaidTwice() {
    const Reader oleg = reader(Language::En, "Asia/Vladivostok");
    QCOMPARE(read(bothDayText(at("2027-03-12T15:00:00Z"), "Europe/Moscow", oleg)),
             "Sat 13 Mar (Fri 12 Mar, Moscow)");
    QCOMPARE(read(bothDayText(at("2027-03-12T09:00:00Z"), "Europe/Moscow", oleg)), "Fri 12 Mar");
    QCOMPARE(read(bothDayText(at("2027-03-12T15:00:00Z"), "", oleg)), "Sat 13 Mar");
  }
  void todayATimeAloneStillShowsBothZones() {
    const Reader maya = reader(Language::En, "America/Los_Angeles");
    QCOMPARE(read(bothClockText(at("2027-03-10T13:30:00Z"), "America/New_York", maya)),
             "05:30 (08:30 New York)");
    QCOMPARE(read(bothClockText(at("2027-03-10T13:30:00Z"), "", maya)), "05:30");
  }
  void thePreviewOfAPromiseReadsAsInTheDemo() {
    const Reader maya = reader(Language::En, "America/Los_Angeles");
    QCOMPARE(read(bothText(at("2027-03-11T22:00:00Z"), "America/New_York", maya)),
             "Thu 11 Mar, 14:00 (17:00 New York)");
    // The spring change of the United States lies between the two.
    QCOMPARE(read(bothText(at("2027-03-19T21:00:00Z"), "America/New_York", maya)),
             "Fri 19 Mar, 14:00 (17:00 New York)");
  }
  void whereBothZonesShowTheSameTimeOneIsShown() {
    const Reader dana = reader(Language::En, "America/New_York");
    QCOMPARE(read(bothText(at("2027-03-12T22:00:00Z"), "America/New_York", dana)), "Fri 12 Mar, 17:00");
    QVERIFY(thereText(at("2027-03-12T22:00:00Z"), "America/New_York", dana).isEmpty());
  }
  void theOtherZoneIsNamedInTheNominative() {
    const Reader anna = reader(Language::Ru, "Asia/Vladivostok", "2027-03-12T03:00:00Z");
    QCOMPARE(read(thereText(at("2027-03-12T08:00:00Z"), "Europe/Moscow", anna)), "11:00 (Москва)");
    QCOMPARE(read(localTimeText("America/Los_Angeles", anna)), "19:00 (Лос-Анджелес)");
    const Reader maya = reader(Language::En, "America/Los_Angeles");
    QCOMPARE(read(thereText(at("2027-03-12T22:00:00Z"), "America/New_York", maya)), "17:00 in New York");
    QCOMPARE(read(localTimeText("America/Los_Angeles", maya)), "06:00 in Los Angeles");
    QVERIFY(localTimeText("", maya).isEmpty());
  }
  void midnightIsTheBeginningOfADay() {
    for (const Language language : {Language::En, Language::Ru}) {
      const Reader moscow = reader(language, "Europe/Moscow");
      const QString text = whenText(at("2027-03-12T21:00:00Z"), moscow);
      QVERIFY2(text.contains("00:00") && !text.contains("24:00"), qPrintable(text));
      QVERIFY2(text.contains("13"), qPrintable(text));
    }
  }
  void englishMayHaveTwelveHoursAndRussianNever() {
    Reader maya = reader(Language::En, "America/Los_Angeles");
    maya.twelveHours = true;
    QCOMPARE(read(whenText(at("2027-03-12T22:00:00Z"), maya)), "Fri 12 Mar, 2:00 PM");
    Reader oleg = reader(Language::Ru, "America/Los_Angeles");
    oleg.twelveHours = true;
    QCOMPARE(read(whenText(at("2027-03-12T22:00:00Z"), oleg)), "пт, 12 марта, 14:00");
  }
  void anotherYearIsSaid() {
    QCOMPARE(
        read(dayText(at("2028-01-03T12:00:00Z"), "Europe/Moscow", reader(Language::En, "Europe/Moscow"))),
        "Mon 3 Jan 2028");
    QCOMPARE(
        read(dayText(at("2028-01-03T12:00:00Z"), "Europe/Moscow", reader(Language::Ru, "Europe/Moscow"))),
        "пн, 3 января 2028 г.");
  }
  void distanceGoesFromDaysToHoursToMinutesAndNeverToSeconds_data() {
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("russian");
    QTest::newRow("two days") << "2027-03-12T14:00:00Z"
                              << "in 2 days"
                              << "через 2 дня";
    QTest::newRow("five days") << "2027-03-15T15:00:00Z"
                               << "in 5 days"
                               << "через 5 дней";
    QTest::newRow("under 48 hours") << "2027-03-12T13:59:00Z"
                                    << "in 47 hours"
                                    << "через 47 часов";
    QTest::newRow("one hour") << "2027-03-10T15:30:00Z"
                              << "in 1 hour"
                              << "через 1 час";
    QTest::newRow("minutes") << "2027-03-10T14:22:30Z"
                             << "in 22 minutes"
                             << "через 22 минуты";
    QTest::newRow("now") << "2027-03-10T14:00:59Z"
                         << "now"
                         << "сейчас";
    QTest::newRow("past") << "2027-03-08T13:00:00Z"
                          << "2 days ago"
                          << "2 дня назад";
  }
  void distanceGoesFromDaysToHoursToMinutesAndNeverToSeconds() {
    QFETCH(QString, when);
    QFETCH(QString, english);
    QFETCH(QString, russian);
    const Instant then = at(when.toStdString());
    QCOMPARE(read(distanceText(then, reader(Language::En, "Europe/Moscow"))), english);
    QCOMPARE(read(distanceText(then, reader(Language::Ru, "Europe/Moscow"))), russian);
  }
  void todayIsATimeAlone() {
    const Reader dana = reader(Language::En, "America/New_York");
    QCOMPARE(clockText(at("2027-03-10T18:32:00Z"), dana), "13:32");
    QCOMPARE(read(clockText(at("2027-03-11T18:32:00Z"), dana)), "Thu 11 Mar, 13:32");
  }
  void sizesReadAsTheSystemShowsThem() {
    QCOMPARE(playTimeText(Duration{0}), "0:00");
    QCOMPARE(playTimeText(Duration{52'999}), "0:52");
    QCOMPARE(playTimeText(Duration{60'000}), "1:00");
    QCOMPARE(playTimeText(Duration{3'723'000}), "1:02:03");
    QCOMPARE(playTimeText(Duration{-5}), "0:00");
    QCOMPARE(read(bytesText(38'000'000, Language::En)), "38 MB");
    QCOMPARE(read(bytesText(38'000'000, Language::Ru)), "38 МБ");
    QCOMPARE(read(bytesText(1'500, Language::Ru)), "1,5 КБ");
    QCOMPARE(read(bytesText(0, Language::En)), "0 B");
  }
  void numbersKeepTheirUnits() {
    const Reader oleg = reader(Language::Ru, "Asia/Vladivostok");
    QVERIFY(whenText(at("2027-03-12T15:00:00Z"), oleg).contains(QString("13") + nbsp + "марта"));
    QVERIFY(distanceText(at("2027-03-12T15:00:00Z"), oleg).contains(QString("2") + nbsp + "дня"));
    QVERIFY(bytesText(38'000'000, Language::Ru).contains(nbsp));
  }
};

QTEST_GUILESS_MAIN(TestWhen)

} // namespace test_when
#include "test_when.moc"
