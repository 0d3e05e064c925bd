// Instants in words (PRODUCT “Dates”): weekday always; 24 hours in Russian, the locale's way in English;
// above 48 hours a date, below it hours, below one hour minutes; a date never shows one zone where two
// differ. Numbers keep their unit by a non-breaking space. Words come from the translator that is installed,
// which the app keeps in step with Reader::language.
#pragma once

#include <QDateTime>

#include "core/domain/bilingual.h"
#include "core/domain/zone.h"

namespace meridian::app {

struct Reader {
  domain::Language language = domain::Language::En;
  std::string zone; // the reader's
  Instant now{};
  bool twelveHours = false; // “2:00 PM”, where the system's English says so; Russian never does
};

// “Fri 12 Mar, 14:00” / «пт, 12 марта, 14:00», with the year if it is not the reader's current one.
[[nodiscard]] QString whenText(Instant at, const Reader& reader);
[[nodiscard]] QString whenText(Instant at, std::string_view zone, const Reader& reader);
// “17:00 in New York” / «17:00 (Нью-Йорк)», with the weekday if the day differs (“Fri, 18:00 in Moscow”);
// empty where the other zone shows the same wall time.
[[nodiscard]] QString thereText(Instant at, std::string_view zone, const Reader& reader);
// Both in one line: “Fri 12 Mar, 14:00 (17:00 New York)” / «сб, 13 марта, 01:00 (пт, 18:00, Москва)». No
// zone: it is not known, and mine stands alone.
[[nodiscard]] QString bothText(Instant at, std::string_view zone, const Reader& reader);
// “in 2 days”, “in 5 hours”, “in 20 minutes”, “2 days ago”: never seconds.
[[nodiscard]] QString distanceText(Instant at, const Reader& reader);
// “14:32” today, otherwise with the day.
[[nodiscard]] QString clockText(Instant at, const Reader& reader);
// “14:32 (17:32 New York)” today, otherwise as bothText().
[[nodiscard]] QString bothClockText(Instant at, std::string_view zone, const Reader& reader);
// Wall time now in a zone: “06:00 in Los Angeles”; empty for an unknown one.
[[nodiscard]] QString localTimeText(std::string_view zone, const Reader& reader);
[[nodiscard]] QString dayText(Instant at, std::string_view zone, const Reader& reader); // “Mon 15 Mar”
// The same of a day that is none of an instant, and of a time of day: “14:00”, “2:00 PM”.
[[nodiscard]] QString dayText(QDate day, QDate today, domain::Language language);
[[nodiscard]] QString timeText(QTime time, const Reader& reader);
// “Mon 15 Mar”, and where it is another day there: “Mon 15 Mar (Sun 14 Mar, New York)”.
[[nodiscard]] QString bothDayText(Instant at, std::string_view zone, const Reader& reader);
[[nodiscard]] QString playTimeText(Duration time);                               // “0:52”, “1:02:03”
[[nodiscard]] QString bytesText(std::uint64_t bytes, domain::Language language); // “38 MB” / «38 МБ»
[[nodiscard]] QString cityText(std::string_view zone, domain::Language language);

} // namespace meridian::app
