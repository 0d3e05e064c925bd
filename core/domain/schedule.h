// The feedback schedule of a hub and the promise that it gives each submission (PRODUCT C6).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/crdt/value.h"
#include "core/domain/zone.h"

namespace meridian::domain {

// “I answer every Friday by 18:00 Moscow what arrived by Thursday 18:00.”
struct FeedbackSchedule {
  Weekday answerDay = std::chrono::Friday;
  std::chrono::minutes answerBy{18 * 60}; // since local midnight
  Weekday cutoffDay = std::chrono::Thursday;
  std::chrono::minutes cutoffAt{18 * 60};
  std::string zone;
  std::string holidayCountry;     // "RU", "US" or empty
  std::vector<LocalDate> daysOff; // further dates without answers
  bool operator==(const FeedbackSchedule&) const = default;
};

// {1: answer day (1 Monday to 7), 2: answer by (minutes), 3: cut-off day, 4: cut-off (minutes), 5: zone,
// 6: country of holidays, 7: list of days off (days since 1970)}
[[nodiscard]] crdt::Value toValue(const FeedbackSchedule& schedule);
// Nothing if a day or time is missing or none; the zone is not looked up (see check()).
[[nodiscard]] std::optional<FeedbackSchedule> scheduleFrom(const crdt::Value& value);
// UnknownZone or InvalidArgument: what a person typed cannot be a schedule.
[[nodiscard]] Result<void> check(const FeedbackSchedule& schedule);

struct AnswerSlot {
  Instant cutoff{}; // what was received strictly before it …
  Instant due{};    // … is answered by then
  LocalTime dueLocal{};
  std::string zone;
  bool movedByHoliday = false; // the regular day is off; this is the next working day
  bool offsetChanged = false;  // the zone's offset differs from the slot before
  bool operator==(const AnswerSlot&) const = default;
};

// The slot of a regular day R has the last cut-off that is not after R's answer time; holidays move the
// answer, never the cut-off. Fails as check() does.
//
// The slot for something received at `received`: the first whose cut-off lies after it. A regular day
// that is a holiday or a day off moves to the next working day.
[[nodiscard]] Result<AnswerSlot> slotFor(const FeedbackSchedule& schedule, Instant received);
// The next `count` slots whose due time lies after `from`. REQUIRES: count >= 0.
[[nodiscard]] Result<std::vector<AnswerSlot>> nextSlots(const FeedbackSchedule& schedule, Instant from,
                                                        int count);

// An answer that comes on a later day, and the schedule that says so for everything received from then on.
struct MovedAnswer {
  AnswerSlot slot;
  FeedbackSchedule schedule;
};
// What the answer due at `due` becomes if its day is taken off, then also the day after, and so on: the next
// working days, at most `count`, the last of them the next regular answer. NotFound if the schedule has no
// answer at that instant.
[[nodiscard]] Result<std::vector<MovedAnswer>> movedAnswers(const FeedbackSchedule& schedule, Instant due,
                                                            int count);

struct Holiday {
  LocalDate date;
  std::string_view nameEn, nameRu;
};
// Public holidays of a country in a year, from the dated list in holidays.cpp (its source is named
// there); empty for an unknown country or a year that the list does not cover.
[[nodiscard]] std::vector<Holiday> holidays(std::string_view country, int year);
[[nodiscard]] bool isDayOff(const FeedbackSchedule& schedule, LocalDate date);

} // namespace meridian::domain
