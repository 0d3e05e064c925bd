// Instants, and civil (wall-clock) time without a zone. Zone rules live in core/domain/zone.h.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace meridian {

// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Duration = std::chrono::milliseconds;
using LocalDate = std::chrono::year_month_day;
using LocalTime = std::chrono::local_time<std::chrono::minutes>;
using Weekday = std::chrono::weekday;

[[nodiscard]] constexpr std::int64_t toMillis(Instant instant) { return instant.time_since_epoch().count(); }
[[nodiscard]] constexpr Instant fromMillis(std::int64_t millis) { return Instant{Duration{millis}}; }

// RFC 3339 in UTC, to the second ("2027-03-10T14:00:00Z"), or to the millisecond where there are any.
[[nodiscard]] std::string toIso(Instant instant);
// RFC 3339 with Z or a numeric offset; seconds and fraction may be left out.
[[nodiscard]] Result<Instant> parseInstant(std::string_view text);
[[nodiscard]] std::string toIso(LocalDate date);
[[nodiscard]] Result<LocalDate> parseDate(std::string_view text);
// "2027-03-12T14:00"
[[nodiscard]] std::string toIso(LocalTime time);
[[nodiscard]] Result<LocalTime> parseLocalTime(std::string_view text);
// "18:00" as minutes since midnight, 0 to 1439
[[nodiscard]] Result<std::chrono::minutes> parseTimeOfDay(std::string_view text);
[[nodiscard]] std::string timeOfDayText(std::chrono::minutes sinceMidnight);

} // namespace meridian
