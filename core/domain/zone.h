// Time zones: Howard Hinnant's date library over the system's tz database; never hand-written offsets.
// Thread-safe. UnknownZone for a name that the database lacks, InvalidArgument for a time outside the
// years 1900 to 9998.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"

namespace meridian::domain {

// An IANA zone name that this system's database knows ("Europe/Moscow").
[[nodiscard]] bool isZone(std::string_view name);
[[nodiscard]] Result<LocalTime> toLocal(Instant instant, std::string_view zone);
// Wall time to instant. A time that a spring change skips becomes the first instant after the gap; one
// that an autumn change repeats becomes the earlier.
[[nodiscard]] Result<Instant> toInstant(LocalTime local, std::string_view zone);
[[nodiscard]] Result<std::chrono::minutes> offsetAt(Instant instant, std::string_view zone);
// Change of offset between two instants ("DST change in between"); zero if none.
[[nodiscard]] std::chrono::minutes offsetChange(std::string_view zone, Instant from, Instant to);
// The next instant after `from`, within a year, at which the offset changes.
[[nodiscard]] std::optional<Instant> nextOffsetChange(std::string_view zone, Instant from);
// Whether `at` lies within working hours [from, to) (minutes since local midnight, Mon–Fri). With `to`
// before `from` they run over midnight.
[[nodiscard]] bool withinWorkingHours(Instant at, std::string_view zone, std::chrono::minutes from,
                                      std::chrono::minutes to);
// The exemplar city of a zone from CLDR in a language ("Moscow" / «Москва»), nominative.
[[nodiscard]] std::string cityName(std::string_view zone, std::string_view language);
// Zones to choose from, one name for each, sorted. People see cityName(), which follows no renaming of ids.
[[nodiscard]] std::vector<std::string> zoneNames();
[[nodiscard]] LocalDate dateOf(LocalTime local);
[[nodiscard]] std::chrono::minutes timeOfDay(LocalTime local);

} // namespace meridian::domain
