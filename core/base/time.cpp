#include "core/base/time.h"

#include <cassert>
#include <cstdio>

namespace meridian {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;

// Reads fixed-width fields from the left. The first failure sticks.
class TimeScanner {
 public:
  explicit TimeScanner(std::string_view text) : m_text(text) {}

  int digits(std::size_t width) {
    if (m_text.size() < width) m_ok = false;
    int value = 0;
    for (std::size_t i = 0; m_ok && i < width; ++i) {
      const char c = m_text[i];
      if (c < '0' || c > '9') m_ok = false;
      value = value * 10 + (c - '0');
    }
    if (!m_ok) return 0;
    m_text.remove_prefix(width);
    return value;
  }

  bool accept(char c) {
    if (!m_ok || m_text.empty() || m_text.front() != c) return false;
    m_text.remove_prefix(1);
    return true;
  }

  void expect(char c) {
    if (!accept(c)) m_ok = false;
  }

  bool atDigit() const { return m_ok && !m_text.empty() && m_text.front() >= '0' && m_text.front() <= '9'; }
  bool ok() const { return m_ok; }
  bool done() const { return m_ok && m_text.empty(); }
  void fail() { m_ok = false; }

 private:
  std::string_view m_text;
  bool m_ok = true;
};

LocalDate scanDate(TimeScanner& in) {
  const int year = in.digits(4);
  in.expect('-');
  const int month = in.digits(2);
  in.expect('-');
  const int day = in.digits(2);
  const LocalDate date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                       std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) in.fail();
  return date;
}

minutes scanTimeOfDay(TimeScanner& in) {
  const int hour = in.digits(2);
  in.expect(':');
  const int minute = in.digits(2);
  if (hour > 23 || minute > 59) in.fail();
  return hours{hour} + minutes{minute};
}

// One to nine digits of a second; what is finer than a millisecond is cut off.
Duration scanFraction(TimeScanner& in) {
  int millis = 0;
  int count = 0;
  while (in.atDigit()) {
    const int digit = in.digits(1);
    if (count < 3) millis = millis * 10 + digit;
    ++count;
  }
  if (count == 0 || count > 9) in.fail();
  for (; count < 3; ++count)
    millis *= 10;
  return Duration{millis};
}

minutes scanOffset(TimeScanner& in) {
  if (in.accept('Z') || in.accept('z')) return minutes{0};
  const bool east = in.accept('+');
  if (!east) in.expect('-');
  const minutes offset = scanTimeOfDay(in);
  return east ? offset : -offset;
}

std::string dateText(LocalDate date) {
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

} // namespace

std::string toIso(Instant instant) {
  const auto day = std::chrono::floor<days>(instant);
  const std::chrono::hh_mm_ss<Duration> time{instant - day};
  char text[48];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02d", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  std::string result = dateText(LocalDate{day}) + text;
  if (const auto millis = time.subseconds().count(); millis != 0) {
    std::snprintf(text, sizeof text, ".%03d", static_cast<int>(millis));
    result += text;
  }
  return result + 'Z';
}

Result<Instant> parseInstant(std::string_view text) {
  TimeScanner in(text);
  const LocalDate date = scanDate(in);
  if (!in.accept('T')) in.expect('t');
  Duration time = scanTimeOfDay(in);
  if (in.accept(':')) {
    const int second = in.digits(2);
    // A leap second has no instant of its own here, and is the last one of its minute.
    if (second > 60) in.fail();
    time += seconds{second == 60 ? 59 : second};
    if (in.accept('.')) time += scanFraction(in);
  }
  const minutes offset = scanOffset(in);
  if (!in.done()) return fail(ErrorCode::InvalidArgument, "not an instant, such as 2027-03-10T14:00:00Z");
  return Instant{sys_days{date}} + time - offset;
}

std::string toIso(LocalDate date) { return dateText(date); }

Result<LocalDate> parseDate(std::string_view text) {
  TimeScanner in(text);
  const LocalDate date = scanDate(in);
  if (!in.done()) return fail(ErrorCode::InvalidArgument, "not a date, such as 2027-03-10");
  return date;
}

std::string toIso(LocalTime time) {
  const auto day = std::chrono::floor<days>(time);
  return dateText(LocalDate{day}) + 'T' + timeOfDayText(time - day);
}

Result<LocalTime> parseLocalTime(std::string_view text) {
  TimeScanner in(text);
  const LocalDate date = scanDate(in);
  in.expect('T');
  const minutes time = scanTimeOfDay(in);
  if (!in.done()) return fail(ErrorCode::InvalidArgument, "not a local time, such as 2027-03-12T14:00");
  return LocalTime{std::chrono::local_days{date}} + time;
}

Result<minutes> parseTimeOfDay(std::string_view text) {
  TimeScanner in(text);
  const minutes time = scanTimeOfDay(in);
  if (!in.done()) return fail(ErrorCode::InvalidArgument, "not a time of day, such as 18:00");
  return time;
}

std::string timeOfDayText(minutes sinceMidnight) {
  assert(sinceMidnight >= minutes{0} && sinceMidnight < hours{24});
  const auto count = static_cast<int>(sinceMidnight.count());
  char text[32];
  std::snprintf(text, sizeof text, "%02d:%02d", count / 60, count % 60);
  return text;
}

} // namespace meridian
