#include "app/text/when.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <cmath>

#include "app/qt_convert.h"

namespace meridian::app {

namespace {

using namespace std::chrono_literals;

constexpr QChar nbsp(0x00A0);

struct When {
  Q_DECLARE_TR_FUNCTIONS(When)
};

// Month and weekday names are CLDR's; the order of the parts is ours.
const QLocale& names(domain::Language language) {
  static const QLocale english(QLocale::English, QLocale::UnitedStates);
  static const QLocale russian(QLocale::Russian, QLocale::Russia);
  return language == domain::Language::Ru ? russian : english;
}

// Wall time in a zone; a zone that this system does not know is shown as UTC rather than not at all.
QDateTime wall(Instant at, std::string_view zone) {
  const auto local = domain::toLocal(at, zone);
  return local ? toQtLocal(*local) : QDateTime::fromMSecsSinceEpoch(toMillis(at), QTimeZone::utc());
}

QString weekday(const QDateTime& local, domain::Language language) {
  return names(language).toString(local.date(), QStringLiteral("ddd"));
}

// `mine`, said in the reader's zone, and the time there if it differs.
QString withThere(const QString& mine, Instant at, std::string_view zone, const Reader& reader) {
  const QDateTime here = wall(at, reader.zone);
  const QDateTime there = zone.empty() ? here : wall(at, zone);
  if (here == there) return mine;
  const QString time = timeText(there.time(), reader);
  const QString city = cityText(zone, reader.language);
  if (here.date() == there.date())
    return When::tr("%1 (%2 %3)", "%1 my date and time, %2 the time in another city, %3 that city")
        .arg(mine, time, city);
  return When::tr("%1 (%2, %3 %4)",
                  "%1 my date and time, %2 the weekday in another city, %3 the time there, %4 that city")
      .arg(mine, weekday(there, reader.language), time, city);
}

} // namespace

QString dayText(QDate day, QDate today, domain::Language language) {
  const bool otherYear = day.year() != today.year();
  const QLocale& locale = names(language);
  if (language == domain::Language::Ru) {
    // Day and month in one format: a month that stands alone is in the nominative.
    QString text = locale.toString(day, QStringLiteral("ddd")) + QStringLiteral(", ") +
                   locale.toString(day, QStringLiteral("d MMMM")).replace(u' ', nbsp);
    if (otherYear) text += nbsp + QString::number(day.year()) + nbsp + QString::fromUtf8("г.");
    return text;
  }
  QString text = locale.toString(day, QStringLiteral("ddd d MMM")).replace(u' ', nbsp);
  text.replace(text.indexOf(nbsp), 1, u' ');
  if (otherYear) text += nbsp + QString::number(day.year());
  return text;
}

QString timeText(QTime time, const Reader& reader) {
  if (reader.language == domain::Language::En && reader.twelveHours)
    return names(reader.language).toString(time, QStringLiteral("h:mm AP")).replace(u' ', nbsp);
  return time.toString(QStringLiteral("HH:mm"));
}

QString cityText(std::string_view zone, domain::Language language) {
  return toQt(domain::cityName(zone, domain::languageCode(language))).replace(u' ', nbsp);
}

QString dayText(Instant at, std::string_view zone, const Reader& reader) {
  return dayText(wall(at, zone).date(), wall(reader.now, zone).date(), reader.language);
}

QString whenText(Instant at, std::string_view zone, const Reader& reader) {
  const QDateTime local = wall(at, zone);
  return dayText(local.date(), wall(reader.now, zone).date(), reader.language) + QStringLiteral(", ") +
         timeText(local.time(), reader);
}

QString whenText(Instant at, const Reader& reader) { return whenText(at, reader.zone, reader); }

QString thereText(Instant at, std::string_view zone, const Reader& reader) {
  const QDateTime mine = wall(at, reader.zone);
  const QDateTime theirs = zone.empty() ? mine : wall(at, zone);
  if (mine == theirs) return {};
  QString time = timeText(theirs.time(), reader);
  if (mine.date() != theirs.date()) time = weekday(theirs, reader.language) + QStringLiteral(", ") + time;
  return When::tr("%1 in %2", "A time in another city: 17:00 in New York")
      .arg(time, cityText(zone, reader.language));
}

QString bothText(Instant at, std::string_view zone, const Reader& reader) {
  return withThere(whenText(at, reader), at, zone, reader);
}

QString bothDayText(Instant at, std::string_view zone, const Reader& reader) {
  const QString mine = dayText(at, reader.zone, reader);
  if (zone.empty() || wall(at, reader.zone).date() == wall(at, zone).date()) return mine;
  return When::tr("%1 (%2, %3)", "%1 the day here, %2 the day in another city, %3 that city")
      .arg(mine, dayText(at, zone, reader), cityText(zone, reader.language));
}

QString distanceText(Instant at, const Reader& reader) {
  const Duration away = at - reader.now;
  const bool ahead = away >= Duration::zero();
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(ahead ? away : -away).count();
  // Rounded down, so that nobody is promised more time than there is.
  QString text;
  if (minutes < 1) {
    text = When::tr("now", "Of a moment less than a minute away");
  } else if (minutes < 60) {
    const int n = static_cast<int>(minutes);
    text = ahead ? When::tr("in %n minute(s)", nullptr, n) : When::tr("%n minute(s) ago", nullptr, n);
  } else if (minutes < 48 * 60) {
    const int n = static_cast<int>(minutes / 60);
    text = ahead ? When::tr("in %n hour(s)", nullptr, n) : When::tr("%n hour(s) ago", nullptr, n);
  } else {
    const int n = static_cast<int>(minutes / (24 * 60));
    text = ahead ? When::tr("in %n day(s)", nullptr, n) : When::tr("%n day(s) ago", nullptr, n);
  }
  return text;
}

QString clockText(Instant at, const Reader& reader) {
  const QDateTime local = wall(at, reader.zone);
  if (local.date() == wall(reader.now, reader.zone).date()) return timeText(local.time(), reader);
  return whenText(at, reader);
}

QString bothClockText(Instant at, std::string_view zone, const Reader& reader) {
  return withThere(clockText(at, reader), at, zone, reader);
}

QString localTimeText(std::string_view zone, const Reader& reader) {
  if (!domain::isZone(zone)) return {};
  return When::tr("%1 in %2", "A time in another city: 17:00 in New York")
      .arg(timeText(wall(reader.now, zone).time(), reader), cityText(zone, reader.language));
}

QString playTimeText(Duration time) {
  const auto seconds = std::max<std::int64_t>(0, std::chrono::floor<std::chrono::seconds>(time).count());
  const auto two = [](std::int64_t number) { return QStringLiteral("%1").arg(number, 2, 10, QChar(u'0')); };
  const std::int64_t minutes = seconds / 60;
  if (minutes < 60) return QStringLiteral("%1:%2").arg(minutes).arg(two(seconds % 60));
  return QStringLiteral("%1:%2:%3").arg(minutes / 60).arg(two(minutes % 60), two(seconds % 60));
}

QString bytesText(std::uint64_t bytes, domain::Language language) {
  struct Unit {
    double size;
    const char* english;
    const char* russian;
  };
  // Powers of ten, as the systems' own file managers show them.
  static constexpr Unit units[] = {{1e9, "GB", "ГБ"}, {1e6, "MB", "МБ"}, {1e3, "KB", "КБ"}, {1, "B", "Б"}};
  const auto value = static_cast<double>(bytes);
  const Unit* unit = &units[3];
  for (const Unit& candidate : units) {
    if (value < candidate.size) continue;
    unit = &candidate;
    break;
  }
  const double shown = value / unit->size;
  const int decimals =
      unit->size > 1 && shown < 10 && std::round(shown * 10) != std::round(shown) * 10 ? 1 : 0;
  return names(language).toString(shown, 'f', decimals) + nbsp +
         QString::fromUtf8(language == domain::Language::Ru ? unit->russian : unit->english);
}

} // namespace meridian::app
