// A day and a time as people type them: as the app writes dates, in figures the way their language does, or
// as 2027-03-15. Months are known in both languages, whichever is shown; the name of a weekday is not minded.
#pragma once

#include <QDateTime>

#include <expected>

#include "app/text/when.h"

namespace meridian::app {

enum class DateFault {
  NoDate,
  NoSuchDay,
  NoSuchTime,
  NoTime, // the day is one, and a time is missing
};

struct DayAndTime {
  QDate day;
  QTime time; // not valid: none was typed
  bool operator==(const DayAndTime&) const = default;
};

// A day without a year is of the current one, or of the next where it is more than half a year past.
[[nodiscard]] std::expected<DayAndTime, DateFault> readTypedDate(const QString& typed, QDate today,
                                                                 domain::Language language);
// What to type instead.
[[nodiscard]] QString dateFaultSentence(DateFault fault, const QString& example);

} // namespace meridian::app
