#include "core/domain/schedule.h"

#include <algorithm>
#include <utility>

namespace meridian::domain {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;

constexpr minutes day{24 * 60};
// How far a regular day may move before the schedule is called impossible.
constexpr int movedDaysMax = 62;

namespace key {
constexpr std::uint32_t answerDay = 1, answerBy = 2, cutoffDay = 3, cutoffAt = 4, zone = 5, country = 6,
                        daysOff = 7;
}

bool isWorkingDay(const FeedbackSchedule& schedule, local_days date) {
  const Weekday weekday{date};
  return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday &&
         !isDayOff(schedule, LocalDate{date});
}

// The slot whose regular answer day is `regular`.
Result<AnswerSlot> slotOn(const FeedbackSchedule& schedule, local_days regular) {
  AnswerSlot slot;
  slot.zone = schedule.zone;
  const LocalTime regularDue = regular + schedule.answerBy;
  LocalTime cutoff = regular - (Weekday{regular} - schedule.cutoffDay) + schedule.cutoffAt;
  if (cutoff > regularDue) cutoff -= days{7};

  local_days answer = regular;
  if (isDayOff(schedule, LocalDate{regular})) {
    slot.movedByHoliday = true;
    do {
      answer += days{1};
      if (answer - regular > days{movedDaysMax})
        return fail(ErrorCode::InvalidArgument, "the schedule has no working day");
    } while (!isWorkingDay(schedule, answer));
  }

  const auto due = toInstant(answer + schedule.answerBy, schedule.zone);
  if (!due) return std::unexpected(due.error());
  const auto cutoffInstant = toInstant(cutoff, schedule.zone);
  if (!cutoffInstant) return std::unexpected(cutoffInstant.error());
  // Read back, because a spring change may skip the wall time that was asked for.
  const auto local = toLocal(*due, schedule.zone);
  if (!local) return std::unexpected(local.error());
  slot.due = *due;
  slot.cutoff = *cutoffInstant;
  slot.dueLocal = *local;

  const auto before = toInstant(regularDue - days{7}, schedule.zone);
  slot.offsetChanged = before && offsetChange(schedule.zone, *before, *due) != minutes{0};
  return slot;
}

// The first regular answer day that may have a slot after `at`: two weeks back covers every cut-off
// (at most a week before its day) and every move by holidays that people make.
Result<local_days> firstRegularDay(const FeedbackSchedule& schedule, Instant at, days back) {
  const auto local = toLocal(at, schedule.zone);
  if (!local) return std::unexpected(local.error());
  const local_days start = std::chrono::floor<days>(*local) - back;
  return start + (schedule.answerDay - Weekday{start});
}

} // namespace

crdt::Value toValue(const FeedbackSchedule& schedule) {
  crdt::Value value;
  value.set(key::answerDay, schedule.answerDay.iso_encoding())
      .set(key::answerBy, schedule.answerBy.count())
      .set(key::cutoffDay, schedule.cutoffDay.iso_encoding())
      .set(key::cutoffAt, schedule.cutoffAt.count())
      .set(key::zone, schedule.zone)
      .set(key::country, schedule.holidayCountry);
  crdt::Value off{crdt::Value::List{}};
  for (const LocalDate& date : schedule.daysOff)
    off.push(local_days{date}.time_since_epoch().count());
  value.set(key::daysOff, std::move(off));
  return value;
}

std::optional<FeedbackSchedule> scheduleFrom(const crdt::Value& value) {
  const auto answerDay = value.at(key::answerDay).intOr(0), cutoffDay = value.at(key::cutoffDay).intOr(0);
  const auto answerBy = value.at(key::answerBy).intOr(-1), cutoffAt = value.at(key::cutoffAt).intOr(-1);
  const auto isWeekday = [](std::int64_t n) { return n >= 1 && n <= 7; };
  const auto isTime = [](std::int64_t n) { return n >= 0 && n < day.count(); };
  if (!isWeekday(answerDay) || !isWeekday(cutoffDay) || !isTime(answerBy) || !isTime(cutoffAt))
    return std::nullopt;
  FeedbackSchedule schedule;
  schedule.answerDay = Weekday{static_cast<unsigned>(answerDay)};
  schedule.cutoffDay = Weekday{static_cast<unsigned>(cutoffDay)};
  schedule.answerBy = minutes{answerBy};
  schedule.cutoffAt = minutes{cutoffAt};
  schedule.zone = value.at(key::zone).textOr("");
  schedule.holidayCountry = value.at(key::country).textOr("");
  for (const crdt::Value& off : value.at(key::daysOff).items()) {
    const auto count = off.integer();
    if (!count || *count < 0 || *count > 1'000'000) continue; // the year 4707: beyond any schedule
    schedule.daysOff.emplace_back(local_days{days{*count}});
  }
  return schedule;
}

Result<void> check(const FeedbackSchedule& schedule) {
  if (!isZone(schedule.zone)) return fail(ErrorCode::UnknownZone, schedule.zone.substr(0, 64));
  const auto isTime = [](minutes time) { return time >= minutes{0} && time < day; };
  if (!schedule.answerDay.ok() || !schedule.cutoffDay.ok())
    return fail(ErrorCode::InvalidArgument, "not a day of the week");
  if (!isTime(schedule.answerBy) || !isTime(schedule.cutoffAt))
    return fail(ErrorCode::InvalidArgument, "not a time of day");
  if (!schedule.holidayCountry.empty() && schedule.holidayCountry != "US" && schedule.holidayCountry != "RU")
    return fail(ErrorCode::InvalidArgument, "no holidays are known for this country");
  if (schedule.daysOff.size() > 366) return fail(ErrorCode::TooLarge, "more than 366 days off");
  for (const LocalDate& date : schedule.daysOff)
    if (!date.ok()) return fail(ErrorCode::InvalidArgument, "not a date");
  return {};
}

Result<AnswerSlot> slotFor(const FeedbackSchedule& schedule, Instant received) {
  if (const auto valid = check(schedule); !valid) return std::unexpected(valid.error());
  auto regular = firstRegularDay(schedule, received, days{1});
  if (!regular) return std::unexpected(regular.error());
  // A cut-off lies less than eight days before its regular day, so one of three weeks fits.
  for (int week = 0; week < 3; ++week, *regular += days{7}) {
    auto slot = slotOn(schedule, *regular);
    if (!slot || received < slot->cutoff) return slot;
  }
  return fail(ErrorCode::Internal, "no cut-off within three weeks");
}

Result<std::vector<AnswerSlot>> nextSlots(const FeedbackSchedule& schedule, Instant from, int count) {
  if (const auto valid = check(schedule); !valid) return std::unexpected(valid.error());
  auto regular = firstRegularDay(schedule, from, days{movedDaysMax + 7});
  if (!regular) return std::unexpected(regular.error());
  std::vector<AnswerSlot> slots;
  // One more than asked for, since the last could still merge with the one after it.
  while (std::cmp_less_equal(slots.size(), count)) {
    auto slot = slotOn(schedule, *regular);
    if (!slot) return std::unexpected(slot.error());
    if (slot->due > from) {
      // Holidays can move two weeks to one day: that is one answer, with the later cut-off.
      if (!slots.empty() && slots.back().due == slot->due) slots.pop_back();
      slots.push_back(std::move(*slot));
    }
    *regular += days{7};
  }
  slots.pop_back();
  return slots;
}

Result<std::vector<MovedAnswer>> movedAnswers(const FeedbackSchedule& schedule, Instant due, int count) {
  const Instant before = due - Duration{1};
  const auto next = nextSlots(schedule, before, 2);
  if (!next) return std::unexpected(next.error());
  if (next->front().due != due) return fail(ErrorCode::NotFound, "no answer is due then");
  const Instant regular = next->back().due;
  std::vector<MovedAnswer> moved;
  MovedAnswer one{next->front(), schedule};
  while (std::cmp_less(moved.size(), count) && one.slot.due < regular) {
    one.schedule.daysOff.emplace_back(std::chrono::floor<days>(one.slot.dueLocal));
    const auto later = nextSlots(one.schedule, before, 1);
    if (!later) return std::unexpected(later.error());
    one.slot = later->front();
    moved.push_back(one);
  }
  return moved;
}

bool isDayOff(const FeedbackSchedule& schedule, LocalDate date) {
  if (std::find(schedule.daysOff.begin(), schedule.daysOff.end(), date) != schedule.daysOff.end())
    return true;
  const auto list = holidays(schedule.holidayCountry, static_cast<int>(date.year()));
  return std::any_of(list.begin(), list.end(), [&](const Holiday& holiday) { return holiday.date == date; });
}

} // namespace meridian::domain
