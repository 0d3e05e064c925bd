#include "core/domain/zone.h"

#include <date/tz.h>
#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

namespace meridian::domain {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

// The library keeps its own clock types where the standard library of g++ 12 has no tz database: times
// cross the border as counts.
date::local_time<minutes> toLibrary(LocalTime local) {
  return date::local_time<minutes>{local.time_since_epoch()};
}

const date::time_zone* find(std::string_view name) {
  // The library reads a file of that name: nothing that is not a plain zone name gets there.
  const bool plain = !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
           c == '_' || c == '-' || c == '+';
  });
  if (!plain) return nullptr;
  try {
    return date::locate_zone(std::string(name));
  } catch (const std::exception&) {
    return nullptr;
  }
}

std::unexpected<Error> unknown(std::string_view name) {
  return fail(ErrorCode::UnknownZone, std::string(name.substr(0, 64)));
}

std::optional<date::sys_info> infoAt(const date::time_zone* zone, Instant at) {
  try {
    return zone->get_info(std::chrono::floor<seconds>(at));
  } catch (const std::exception&) {
    return std::nullopt; // the database's file is damaged
  }
}

// Years in which civil time can be computed without overflow; a claimed time may be anything.
bool sane(Instant at) {
  constexpr Instant lowest = std::chrono::sys_days{std::chrono::year{1900} / 1 / 1};
  constexpr Instant highest = std::chrono::sys_days{std::chrono::year{9999} / 1 / 1};
  return at >= lowest && at < highest;
}

std::string lastPart(std::string_view zone) {
  std::string city(zone.substr(zone.rfind('/') == std::string_view::npos ? 0 : zone.rfind('/') + 1));
  std::replace(city.begin(), city.end(), '_', ' ');
  return city;
}

std::string fromCldr(std::string_view zone, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(std::string(language).c_str());
  const std::unique_ptr<icu::TimeZoneNames> names(icu::TimeZoneNames::createInstance(locale, status));
  if (U_FAILURE(status) || !names) return lastPart(zone);
  const auto id = icu::UnicodeString::fromUTF8(icu::StringPiece(zone.data(), static_cast<int>(zone.size())));
  icu::UnicodeString canonical;
  icu::TimeZone::getCanonicalID(id, canonical, status);
  icu::UnicodeString city;
  names->getExemplarLocationName(U_SUCCESS(status) ? canonical : id, city);
  if (city.isBogus() || city.isEmpty()) return lastPart(zone);
  std::string result;
  city.toUTF8String(result);
  return result;
}

} // namespace

bool isZone(std::string_view name) { return find(name) != nullptr; }

Result<LocalTime> toLocal(Instant instant, std::string_view zone) {
  const auto offset = offsetAt(instant, zone);
  if (!offset) return std::unexpected(offset.error());
  return LocalTime{std::chrono::floor<minutes>(instant.time_since_epoch() + *offset)};
}

Result<Instant> toInstant(LocalTime local, std::string_view zone) {
  const auto* found = find(zone);
  if (!found) return unknown(zone);
  if (!sane(Instant{local.time_since_epoch()})) return fail(ErrorCode::InvalidArgument, "year out of range");
  try {
    const date::local_info info = found->get_info(toLibrary(local));
    const Instant wall{local.time_since_epoch()};
    if (info.result == date::local_info::nonexistent) return Instant{info.first.end};
    return wall - info.first.offset; // of a repeated time, `first` is the earlier
  } catch (const std::exception&) {
    return fail(ErrorCode::Internal, "the tz database cannot be read");
  }
}

Result<minutes> offsetAt(Instant instant, std::string_view zone) {
  const auto* found = find(zone);
  if (!found) return unknown(zone);
  if (!sane(instant)) return fail(ErrorCode::InvalidArgument, "year out of range");
  const auto info = infoAt(found, instant);
  if (!info) return fail(ErrorCode::Internal, "the tz database cannot be read");
  return std::chrono::floor<minutes>(info->offset);
}

minutes offsetChange(std::string_view zone, Instant from, Instant to) {
  const auto before = offsetAt(from, zone);
  const auto after = offsetAt(to, zone);
  return before && after ? *after - *before : minutes{0};
}

std::optional<Instant> nextOffsetChange(std::string_view zone, Instant from) {
  const auto* found = find(zone);
  if (!found || !sane(from)) return std::nullopt;
  const Instant horizon = from + std::chrono::days{366};
  auto info = infoAt(found, from);
  while (info && info->end < horizon) {
    const auto next = infoAt(found, Instant{info->end});
    // A transition may change the name alone.
    if (next && next->offset != info->offset) return Instant{info->end};
    info = next;
  }
  return std::nullopt;
}

bool withinWorkingHours(Instant at, std::string_view zone, minutes from, minutes to) {
  const auto local = toLocal(at, zone);
  if (!local) return false;
  const Weekday day{std::chrono::floor<std::chrono::days>(*local)};
  if (day == std::chrono::Saturday || day == std::chrono::Sunday) return false;
  const minutes time = timeOfDay(*local);
  return from <= to ? time >= from && time < to : time >= from || time < to;
}

std::string cityName(std::string_view zone, std::string_view language) {
  if (!isZone(zone)) return lastPart(zone);
  static std::mutex mutex;
  static std::map<std::pair<std::string, std::string>, std::string> known;
  const std::pair key{std::string(zone), std::string(language)};
  const std::scoped_lock lock(mutex);
  const auto [entry, isNew] = known.try_emplace(key);
  if (isNew) entry->second = fromCldr(zone, language);
  return entry->second;
}

std::vector<std::string> zoneNames() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> ids(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  std::set<std::string> names;
  while (U_SUCCESS(status) && ids) {
    const icu::UnicodeString* id = ids->snext(status);
    if (!id) break;
    // CLDR keeps some names that IANA has replaced (Asia/Calcutta): the system may know only the new one.
    const int equivalents = icu::TimeZone::countEquivalentIDs(*id);
    for (int i = -1; i < equivalents; ++i) {
      std::string name;
      (i < 0 ? *id : icu::TimeZone::getEquivalentID(*id, i)).toUTF8String(name);
      if (!isZone(name)) continue;
      names.insert(std::move(name));
      break;
    }
  }
  names.insert("UTC");
  return {names.begin(), names.end()};
}

LocalDate dateOf(LocalTime local) { return LocalDate{std::chrono::floor<std::chrono::days>(local)}; }

minutes timeOfDay(LocalTime local) { return local - std::chrono::floor<std::chrono::days>(local); }

} // namespace meridian::domain
