#include <QtTest>

#include "core/domain/schedule.h"

namespace test_schedule {

using namespace meridian;
using namespace meridian::domain;
using namespace std::chrono_literals;

namespace {

Instant at(const char* iso) { return parseInstant(iso).value(); }

// “I answer every Friday by 17:00 New York what arrived by Thursday 17:00.”
FeedbackSchedule newYork() {
  FeedbackSchedule schedule;
  schedule.answerBy = schedule.cutoffAt = 17h;
  schedule.zone = "America/New_York";
  schedule.holidayCountry = "US";
  return schedule;
}
FeedbackSchedule moscow() {
  FeedbackSchedule schedule;
  schedule.zone = "Europe/Moscow";
  schedule.holidayCountry = "RU";
  return schedule;
}
std::string due(const FeedbackSchedule& schedule, const char* received) {
  return toIso(slotFor(schedule, at(received)).value().due);
}
std::string in(Instant instant, const char* zone) { return toIso(toLocal(instant, zone).value()); }

} // namespace

class TestSchedule : public QObject {
  Q_OBJECT
 private slots:
  void C6_mayasPromise() {
    const auto slot = slotFor(newYork(), at("2027-03-10T14:00:00Z")).value();
    QCOMPARE(in(slot.due, "America/Los_Angeles"), std::string("2027-03-12T14:00"));
    QCOMPARE(toIso(slot.dueLocal), std::string("2027-03-12T17:00"));
    QCOMPARE(Weekday(std::chrono::floor<std::chrono::days>(slot.dueLocal)), std::chrono::Friday);
    QCOMPARE(in(slot.cutoff, "America/Los_Angeles"), std::string("2027-03-11T14:00"));
    QCOMPARE(slot.zone, std::string("America/New_York"));
  }

  void C6_olegsPromiseIsOnSaturdayInHisZone() {
    const auto slot = slotFor(moscow(), at("2027-03-10T14:00:00Z")).value();
    QCOMPARE(in(slot.due, "Asia/Vladivostok"), std::string("2027-03-13T01:00"));
    QCOMPARE(toIso(slot.dueLocal), std::string("2027-03-12T18:00"));
  }

  void C6_whatArrivesAtTheCutoffIsAWeekLater() {
    QCOMPARE(due(newYork(), "2027-03-11T21:59:59Z"), std::string("2027-03-12T22:00:00Z"));
    // Later: Fri 19 Mar, 14:00 (17:00 New York), after the US shift.
    QCOMPARE(due(newYork(), "2027-03-11T22:00:00Z"), std::string("2027-03-19T21:00:00Z"));
    QCOMPARE(in(at("2027-03-19T21:00:00Z"), "America/Los_Angeles"), std::string("2027-03-19T14:00"));
  }

  void scenario11_fridayEighteenMoscowAcrossTheUsShift() {
    const auto answers = nextSlots(moscow(), at("2027-03-10T14:00:00Z"), 3).value();
    QCOMPARE(answers.size(), std::size_t{3});
    for (const auto& slot : answers) {
      QCOMPARE(timeOfDay(slot.dueLocal), std::chrono::minutes{18h});
      QVERIFY(!slot.offsetChanged);
    }
    QCOMPARE(in(answers[0].due, "America/New_York"), std::string("2027-03-12T10:00"));
    QCOMPARE(in(answers[1].due, "America/New_York"), std::string("2027-03-19T11:00"));
    QCOMPARE(in(answers[2].due, "Asia/Vladivostok"), std::string("2027-03-27T01:00"));
  }

  void theSlotAfterTheShiftSaysSo() {
    const auto answers = nextSlots(newYork(), at("2027-03-10T14:00:00Z"), 3).value();
    QVERIFY(!answers[0].offsetChanged);
    QVERIFY(answers[1].offsetChanged);
    QVERIFY(!answers[2].offsetChanged);
  }

  void aHolidayMovesTheAnswerToTheNextWorkingDay() {
    auto mondays = moscow();
    mondays.answerDay = std::chrono::Monday;
    mondays.cutoffDay = std::chrono::Friday;
    // Mon 8 March 2027 is a holiday in Russia.
    const auto slot = slotFor(mondays, at("2027-03-04T12:00:00Z")).value();
    QVERIFY(slot.movedByHoliday);
    QCOMPARE(toIso(slot.dueLocal), std::string("2027-03-09T18:00"));
    mondays.daysOff = {parseDate("2027-03-09").value()};
    QCOMPARE(toIso(slotFor(mondays, at("2027-03-04T12:00:00Z")).value().dueLocal),
             std::string("2027-03-10T18:00"));
    // A holiday before the weekend moves past it: Fri 18 June 2027 in the US.
    QCOMPARE(toIso(slotFor(newYork(), at("2027-06-16T12:00:00Z")).value().dueLocal),
             std::string("2027-06-21T17:00"));
  }

  void holidaysOverTwoWeeksGiveOneAnswer() {
    // Fri 1 and Fri 8 January 2027 both move to Mon 11.
    const auto answers = nextSlots(moscow(), at("2026-12-29T00:00:00Z"), 3).value();
    QCOMPARE(toIso(answers[0].dueLocal), std::string("2027-01-11T18:00"));
    QCOMPARE(toIso(answers[1].dueLocal), std::string("2027-01-15T18:00"));
    QCOMPARE(toIso(answers[2].dueLocal), std::string("2027-01-22T18:00"));
  }

  void yearEndLeapDayAndMidnight() {
    auto schedule = moscow();
    schedule.holidayCountry.clear();
    QCOMPARE(due(schedule, "2026-12-30T12:00:00Z"), std::string("2027-01-01T15:00:00Z"));
    schedule.answerDay = std::chrono::Tuesday; // 29 February 2028 is a Tuesday
    schedule.cutoffDay = std::chrono::Monday;
    schedule.answerBy = 0h;
    schedule.cutoffAt = 0h;
    const auto slot = slotFor(schedule, at("2028-02-27T12:00:00Z")).value();
    QCOMPARE(toIso(slot.dueLocal), std::string("2028-02-29T00:00"));
    QCOMPARE(toIso(slot.due), std::string("2028-02-28T21:00:00Z"));
  }

  void anAnswerTimeThatTheShiftSkipsComesRightAfterIt() {
    auto schedule = newYork();
    schedule.answerDay = std::chrono::Sunday;
    schedule.answerBy = 2h + 30min;
    const auto slot = slotFor(schedule, at("2027-03-10T14:00:00Z")).value();
    QCOMPARE(toIso(slot.dueLocal), std::string("2027-03-14T03:00"));
  }

  void anAnswerMovesToOneOfTheNextWorkingDays() {
    const auto schedule = newYork();
    const auto friday = at("2027-03-12T22:00:00Z");
    const auto moved = movedAnswers(schedule, friday, 9).value();
    QStringList days;
    for (const auto& one : moved) {
      days << QString::fromStdString(toIso(one.slot.dueLocal)).left(10);
      // The schedule says so by itself, to whoever submits from now on.
      QCOMPARE(toIso(nextSlots(one.schedule, at("2027-03-10T14:00:00Z"), 1).value().front().due),
               toIso(one.slot.due));
    }
    // The weekend is passed over; the next regular Friday is the last choice.
    QCOMPARE(days, QStringList({"2027-03-15", "2027-03-16", "2027-03-17", "2027-03-18", "2027-03-19"}));
    QCOMPARE(movedAnswers(schedule, friday, 2).value().size(), std::size_t{2});
    QVERIFY(!movedAnswers(schedule, at("2027-03-11T22:00:00Z"), 2));
  }

  void aScheduleOnlyOfDaysOffIsRefused() {
    auto schedule = moscow();
    for (auto day = std::chrono::sys_days{2027y / 3 / 1}; day < std::chrono::sys_days{2027y / 9 / 1}; ++day)
      schedule.daysOff.emplace_back(day);
    QVERIFY(!slotFor(schedule, at("2027-03-10T14:00:00Z")));
  }

  void everySlotIsAfterItsCutoffAndWhatWasReceived() {
    for (const auto& schedule : {newYork(), moscow()})
      for (Instant t = at("2027-01-01T00:00:00Z"); t < at("2028-03-01T00:00:00Z"); t += 5h + 7min) {
        const auto slot = slotFor(schedule, t).value();
        QVERIFY(t < slot.cutoff && slot.cutoff <= slot.due);
        QVERIFY(slot.cutoff - t <= std::chrono::days{7} + 1h);
      }
  }

  void whatAPersonTypesIsChecked() {
    auto schedule = moscow();
    QVERIFY(check(schedule));
    schedule.zone = "Europe/Moskva";
    QCOMPARE(check(schedule).error().code, ErrorCode::UnknownZone);
    schedule = moscow();
    schedule.answerBy = 24h;
    QCOMPARE(check(schedule).error().code, ErrorCode::InvalidArgument);
    schedule = moscow();
    schedule.holidayCountry = "XX";
    QCOMPARE(check(schedule).error().code, ErrorCode::InvalidArgument);
  }

  void aScheduleSurvivesItsValue() {
    auto schedule = newYork();
    schedule.daysOff = {parseDate("2027-12-24").value(), parseDate("2028-02-29").value()};
    QCOMPARE(scheduleFrom(toValue(schedule)), std::optional(schedule));
    auto value = toValue(schedule);
    value.set(2, 1440);
    QVERIFY(!scheduleFrom(value));
    QVERIFY(!scheduleFrom(crdt::Value("every Friday")));
  }

  void usHolidaysFollowTheStatute() {
    using namespace std::chrono;
    for (int y = 2026; y <= 2028; ++y) {
      const auto list = holidays("US", y);
      const auto has = [&](year_month_day date) {
        return std::any_of(list.begin(), list.end(), [&](const Holiday& h) { return h.date == date; });
      };
      const year yy{y};
      QVERIFY(has(sys_days{yy / January / Monday[3]}));
      QVERIFY(has(sys_days{yy / February / Monday[3]}));
      QVERIFY(has(sys_days{yy / May / Monday[last]}));
      QVERIFY(has(sys_days{yy / September / Monday[1]}));
      QVERIFY(has(sys_days{yy / October / Monday[2]}));
      QVERIFY(has(sys_days{yy / November / Thursday[4]}));
      for (const year_month_day fixed : {yy / 1 / 1, yy / 6 / 19, yy / 7 / 4, yy / 11 / 11, yy / 12 / 25}) {
        QVERIFY(has(fixed));
        const weekday day{sys_days{fixed}};
        if (day == Sunday) QVERIFY(has(sys_days{fixed} + days{1}));
        if (day == Saturday && fixed.month() != January) QVERIFY(has(sys_days{fixed} - days{1}));
      }
    }
    QVERIFY(isDayOff(newYork(), parseDate("2027-12-31").value()));
  }

  void russianHolidaysFollowTheLabourCode() {
    using namespace std::chrono;
    for (int y = 2026; y <= 2028; ++y) {
      const auto list = holidays("RU", y);
      const auto has = [&](year_month_day date) {
        return std::any_of(list.begin(), list.end(), [&](const Holiday& h) { return h.date == date; });
      };
      const year yy{y};
      for (unsigned d = 1; d <= 8; ++d)
        QVERIFY(has(yy / January / d));
      for (const year_month_day fixed :
           {yy / 2 / 23, yy / 3 / 8, yy / 5 / 1, yy / 5 / 9, yy / 6 / 12, yy / 11 / 4}) {
        QVERIFY(has(fixed));
        const weekday day{sys_days{fixed}};
        if (day == Saturday) QVERIFY(has(sys_days{fixed} + days{2}));
        if (day == Sunday) QVERIFY(has(sys_days{fixed} + days{1}));
      }
    }
    QVERIFY(holidays("RU", 2035).empty());
    QVERIFY(holidays("XX", 2027).empty());
  }
};

QTEST_APPLESS_MAIN(TestSchedule)

} // namespace test_schedule
#include "test_schedule.moc"
