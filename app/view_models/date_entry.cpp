#include "app/view_models/date_entry.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

#include "app/qt_convert.h"
#include "app/view_models/typed.h"

namespace meridian::app {

namespace {

constexpr int weekDays = 7, shownDays = 6 * weekDays, stepMinutes = 30, dayMinutes = 24 * 60, firstHour = 9;

QLocale localeOf(domain::Language language) {
  return language == domain::Language::Ru ? QLocale(QLocale::Russian, QLocale::Russia)
                                          : QLocale(QLocale::English, QLocale::UnitedStates);
}

// Days from the first of the week on.
int intoWeek(QDate day, domain::Language language) {
  return (day.dayOfWeek() - localeOf(language).firstDayOfWeek() + weekDays) % weekDays;
}

QString capitalised(const QString& text) { return text.left(1).toUpper() + text.mid(1); }

} // namespace

std::vector<CalendarDay> calendarDays(QDate pointed, QDate chosen, QDate today, domain::Language language) {
  std::vector<CalendarDay> days;
  const QDate first(pointed.year(), pointed.month(), 1);
  const QDate begin = first.addDays(-intoWeek(first, language));
  for (int place = 0; place < shownDays; ++place) {
    const QDate day = begin.addDays(place);
    CalendarDay row;
    row.key = QString::number(place);
    row.date = day.toString(Qt::ISODate);
    row.text = QString::number(day.day());
    row.name = localeOf(language).toString(day, QStringLiteral("dddd, d MMMM yyyy"));
    row.ofMonth = day.month() == pointed.month();
    row.today = day == today;
    row.chosen = day == chosen;
    row.pointed = day == pointed;
    if (row.today) row.name = DateEntry::tr("%1, today", "Screen reader: a day; %1 its date").arg(row.name);
    if (row.chosen) row.name = DateEntry::tr("%1, chosen", "Screen reader: a day; %1 its date").arg(row.name);
    days.push_back(std::move(row));
  }
  return days;
}

void DateEntry::refresh() {
  // In another language the same day reads otherwise; what is being typed stays.
  if (!m_typing && m_day.isValid()) m_text = shown();
  fill();
  setLoaded();
}

void DateEntry::setZone(const QString& zone) {
  if (zone == m_zone) return;
  m_zone = zone;
  fill();
}

void DateEntry::setTimed(bool timed) {
  if (timed == m_timed) return;
  m_timed = timed;
  const QString value = std::exchange(m_value, QString());
  setValue(value);
}

void DateEntry::setValue(const QString& value) {
  if (value == m_value) return;
  m_value = value;
  m_typing = false;
  const auto at = typedWall(value);
  m_day = !m_timed ? QDate::fromString(value, Qt::ISODate) : at ? at->day : QDate();
  if (at || value.isEmpty()) m_time = at ? at->time : QTime();
  m_text = m_day.isValid() && session() != nullptr ? shown() : value;
  dismissProblem();
  fill();
}

void DateEntry::type(const QString& text) {
  if (text == m_text || session() == nullptr) return;
  m_text = text;
  m_typing = true;
  dismissProblem();
  const auto typed = readTypedDate(text, now().date(), session()->reader().language);
  m_day = typed ? typed->day : QDate();
  if (typed && typed->time.isValid()) m_time = typed->time;
  if (m_timed && !m_time.isValid()) m_day = {};
  m_value = !m_day.isValid() ? text.trimmed()
            : m_timed        ? typedText(m_day, m_time)
                             : m_day.toString(Qt::ISODate);
  fill();
  emit picked(m_value);
}

void DateEntry::finish() {
  if (session() == nullptr) return;
  m_typing = false;
  if (m_day.isValid()) {
    m_text = shown();
  } else if (const QString text = m_text.trimmed(); !text.isEmpty()) {
    const auto typed = readTypedDate(text, now().date(), session()->reader().language);
    setProblem([this, fault = typed ? DateFault::NoTime : typed.error()] {
      return dateFaultSentence(fault, example());
    });
  }
  emit changed();
}

void DateEntry::look() { point(m_day.isValid() ? m_day : now().date()); }

void DateEntry::pointBy(int days) { point(m_pointed.addDays(days)); }

void DateEntry::pointByMonths(int months) { point(m_pointed.addMonths(months)); }

void DateEntry::pointToEdge(bool end) {
  const int into = intoWeek(m_pointed, session()->reader().language);
  point(m_pointed.addDays(end ? weekDays - 1 - into : -into));
}

void DateEntry::pointToToday() { point(now().date()); }

void DateEntry::point(QDate day) {
  if (!day.isValid()) return;
  m_pointed = day;
  fill();
}

void DateEntry::choose(const QString& date) {
  const QDate day = QDate::fromString(date, Qt::ISODate);
  if (!day.isValid()) return;
  m_pointed = day;
  take(day, m_time.isValid() ? m_time : QTime(firstHour, 0));
}

void DateEntry::chooseTime(int which) {
  const auto times = offered();
  if (which < 0 || static_cast<std::size_t>(which) >= times.size()) return;
  take(m_day.isValid() ? m_day : m_pointed, times[static_cast<std::size_t>(which)]);
}

void DateEntry::take(QDate day, QTime time) {
  m_day = day;
  if (time.isValid()) m_time = time;
  m_typing = false;
  m_value = !day.isValid() ? QString() : m_timed ? typedText(day, m_time) : day.toString(Qt::ISODate);
  m_text = day.isValid() ? shown() : QString();
  dismissProblem();
  fill();
  emit picked(m_value);
}

QDateTime DateEntry::now() const {
  const Reader reader = session()->reader();
  const auto local = domain::toLocal(reader.now, m_zone.isEmpty() ? reader.zone : fromQt(m_zone));
  return local ? toQtLocal(*local) : QDateTime::fromMSecsSinceEpoch(toMillis(reader.now), QTimeZone::utc());
}

std::optional<Instant> DateEntry::instant() const {
  if (!m_day.isValid() || !m_timed) return std::nullopt;
  return typedInstant(typedText(m_day, m_time), m_zone.isEmpty() ? session()->reader().zone : fromQt(m_zone));
}

QString DateEntry::shown() const {
  const Reader reader = session()->reader();
  QString text = dayText(m_day, now().date(), reader.language);
  if (m_timed) text += QStringLiteral(", ") + timeText(m_time, reader);
  // Plain spaces: this is typed over.
  return text.replace(QChar(0x00A0), u' ');
}

QString DateEntry::example() const {
  if (session() == nullptr) return {};
  const Reader reader = session()->reader();
  const QDate day = now().date().addDays(1);
  const QString form =
      reader.language == domain::Language::Ru ? QStringLiteral("d MMMM yyyy") : QStringLiteral("d MMM yyyy");
  QString text = localeOf(reader.language).toString(day, form).replace(u' ', QChar(0x00A0));
  if (m_timed) text += QStringLiteral(", ") + timeText(QTime(firstHour, 0), reader);
  return text;
}

QString DateEntry::note() const {
  if (session() == nullptr || !m_timed) return {};
  const Reader reader = session()->reader();
  const std::string zone = m_zone.isEmpty() ? reader.zone : fromQt(m_zone);
  const QString there =
      tr("%1 time", "Below a field for a date; %1 is a city").arg(cityText(zone, reader.language));
  const auto at = instant();
  if (!at || thereText(*at, zone, reader).isEmpty()) return there;
  return tr("%1. For you: %2 (%3)",
            "Below a field for a date; %1 “Moscow time”, %2 my date and time, %3 my city")
      .arg(there, whenText(*at, reader), cityText(reader.zone, reader.language));
}

QString DateEntry::month() const {
  if (session() == nullptr || !m_pointed.isValid()) return {};
  const QLocale locale = localeOf(session()->reader().language);
  return capitalised(locale.standaloneMonthName(m_pointed.month())) + QChar(0x00A0) +
         QString::number(m_pointed.year());
}

QStringList DateEntry::weekdays() const {
  if (session() == nullptr) return {};
  const QLocale locale = localeOf(session()->reader().language);
  QStringList names;
  for (int i = 0; i < weekDays; ++i)
    names << capitalised(
        locale.dayName((locale.firstDayOfWeek() + i - 1) % weekDays + 1, QLocale::ShortFormat).left(2));
  return names;
}

std::vector<QTime> DateEntry::offered() const {
  std::vector<QTime> times;
  for (int minutes = 0; minutes < dayMinutes; minutes += stepMinutes)
    times.push_back(QTime(0, 0).addSecs(minutes * 60));
  if (m_time.isValid())
    if (const auto at = std::ranges::lower_bound(times, m_time); at == times.end() || *at != m_time)
      times.insert(at, m_time);
  return times;
}

QStringList DateEntry::times() const {
  QStringList words;
  if (session() == nullptr) return words;
  const Reader reader = session()->reader();
  for (const QTime time : offered())
    words << timeText(time, reader);
  return words;
}

int DateEntry::time() const {
  const auto times = offered();
  const QTime wanted = m_time.isValid() ? m_time : QTime(firstHour, 0);
  return static_cast<int>(std::ranges::find(times, wanted) - times.begin());
}

void DateEntry::fill() {
  if (session() != nullptr) {
    if (!m_pointed.isValid()) m_pointed = m_day.isValid() ? m_day : now().date();
    m_days.setRows(calendarDays(m_pointed, m_day, now().date(), session()->reader().language));
  }
  emit changed();
}

} // namespace meridian::app
