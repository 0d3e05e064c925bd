#include <QtTest>

#include "core/base/time.h"

namespace test_time {

using namespace meridian;
using namespace std::chrono_literals;

namespace {

std::string normal(std::string_view text) {
  const auto instant = parseInstant(text);
  return instant ? toIso(*instant) : "refused";
}

} // namespace

class TestTime : public QObject {
  Q_OBJECT

 private slots:
  void instantsRoundTrip();
  void offsetsAreTakenIntoAccount();
  void secondsAndFractionMayBeLeftOut();
  void whatIsFinerThanAMillisecondIsCutOff();
  void aLeapSecondIsTheLastOneOfItsMinute();
  void malformedInstantsAreRefused_data();
  void malformedInstantsAreRefused();
  void instantsBefore1970RoundTrip();
  void datesKnowTheCalendar();
  void localTimesHaveNoZone();
  void timesOfDayRunFromMidnightToTheLastMinute();
};

void TestTime::instantsRoundTrip() {
  QCOMPARE(toIso(parseInstant("2027-03-10T14:00:00Z").value()), std::string("2027-03-10T14:00:00Z"));
  QCOMPARE(toMillis(parseInstant("1970-01-01T00:00:00.001Z").value()), std::int64_t{1});
  QCOMPARE(toIso(fromMillis(1'804'687'200'007)), normal(toIso(fromMillis(1'804'687'200'007))));
  QCOMPARE(normal("2027-03-10T14:00:00.250Z"), std::string("2027-03-10T14:00:00.250Z"));
  QCOMPARE(normal("2027-03-10t14:00:00z"), std::string("2027-03-10T14:00:00Z"));
}

void TestTime::offsetsAreTakenIntoAccount() {
  QCOMPARE(normal("2027-03-10T17:00:00+03:00"), std::string("2027-03-10T14:00:00Z"));
  QCOMPARE(normal("2027-03-10T09:00-05:00"), std::string("2027-03-10T14:00:00Z"));
  QCOMPARE(normal("2027-01-01T00:30:00+05:45"), std::string("2026-12-31T18:45:00Z"));
  QCOMPARE(normal("2027-03-10T14:00:00-00:00"), std::string("2027-03-10T14:00:00Z"));
}

void TestTime::secondsAndFractionMayBeLeftOut() {
  QCOMPARE(normal("2027-03-10T14:05Z"), std::string("2027-03-10T14:05:00Z"));
  QCOMPARE(normal("2027-03-10T14:05:09Z"), std::string("2027-03-10T14:05:09Z"));
}

void TestTime::whatIsFinerThanAMillisecondIsCutOff() {
  QCOMPARE(normal("2027-03-10T14:00:00.5Z"), std::string("2027-03-10T14:00:00.500Z"));
  QCOMPARE(normal("2027-03-10T14:00:00.123999999Z"), std::string("2027-03-10T14:00:00.123Z"));
  QCOMPARE(normal("2027-03-10T14:00:00.1234567890Z"), std::string("refused"));
}

void TestTime::aLeapSecondIsTheLastOneOfItsMinute() {
  QCOMPARE(normal("2016-12-31T23:59:60Z"), std::string("2016-12-31T23:59:59Z"));
  QCOMPARE(normal("2016-12-31T23:59:61Z"), std::string("refused"));
}

void TestTime::malformedInstantsAreRefused_data() {
  QTest::addColumn<QString>("text");
  for (const char* text : {"",
                           "2027",
                           "2027-03-10",
                           "2027-03-10T14:00:00",
                           "2027-03-10 14:00:00Z",
                           "2027-3-10T14:00:00Z",
                           "2027-02-29T00:00:00Z",
                           "2027-13-01T00:00:00Z",
                           "2027-00-01T00:00:00Z",
                           "2027-01-00T00:00:00Z",
                           "2027-03-10T24:00:00Z",
                           "2027-03-10T14:60:00Z",
                           "2027-03-10T14:00:00.Z",
                           "2027-03-10T14:00.5Z",
                           "2027-03-10T14:00:00Z ",
                           " 2027-03-10T14:00:00Z",
                           "2027-03-10T14:00:00+3:00",
                           "2027-03-10T14:00:00+03",
                           "2027-03-10T14:00:00+24:00",
                           "2027-03-10T14:00:00ZZ",
                           "+027-03-10T14:00:00Z",
                           "12027-03-10T14:00:00Z",
                           "2027-03-10T14:00:00+0300",
                           "2027-03-10T-1:00:00Z"}) {
    QTest::newRow(text) << QString::fromLatin1(text);
  }
}

void TestTime::malformedInstantsAreRefused() {
  QFETCH(QString, text);
  const auto instant = parseInstant(text.toStdString());
  QVERIFY(!instant);
  QCOMPARE(instant.error().code, ErrorCode::InvalidArgument);
}

void TestTime::instantsBefore1970RoundTrip() {
  QCOMPARE(toIso(fromMillis(-1)), std::string("1969-12-31T23:59:59.999Z"));
  QCOMPARE(toMillis(parseInstant("1969-12-31T23:59:59.999Z").value()), std::int64_t{-1});
}

void TestTime::datesKnowTheCalendar() {
  QCOMPARE(toIso(parseDate("2028-02-29").value()), std::string("2028-02-29"));
  for (const char* text : {"2027-02-29", "2027-04-31", "2027-1-01", "2027-01-01T", "20270101", ""}) {
    QVERIFY2(!parseDate(text), text);
  }
}

void TestTime::localTimesHaveNoZone() {
  QCOMPARE(toIso(parseLocalTime("2027-03-12T14:00").value()), std::string("2027-03-12T14:00"));
  for (const char* text :
       {"2027-03-12T14:00Z", "2027-03-12T14:00:00", "2027-03-12 14:00", "2027-03-12T25:00"}) {
    QVERIFY2(!parseLocalTime(text), text);
  }
}

void TestTime::timesOfDayRunFromMidnightToTheLastMinute() {
  QVERIFY(parseTimeOfDay("00:00").value() == 0min);
  QVERIFY(parseTimeOfDay("23:59").value() == 1439min);
  QCOMPARE(timeOfDayText(1439min), std::string("23:59"));
  QCOMPARE(timeOfDayText(0min), std::string("00:00"));
  for (const char* text : {"24:00", "18:60", "8:00", "18", "18:0", "18:00:00", " 18:00", "-1:00"}) {
    QVERIFY2(!parseTimeOfDay(text), text);
  }
}

QTEST_APPLESS_MAIN(TestTime)

} // namespace test_time
#include "test_time.moc"
