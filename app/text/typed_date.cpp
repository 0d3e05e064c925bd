#include "app/text/typed_date.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace meridian::app {

namespace {

struct TypedDate {
  Q_DECLARE_TR_FUNCTIONS(TypedDate)
};

constexpr int lettersMin = 3, halfYear = 183, century = 2000;

// The number from 1 that begins like this in one of the languages; 0 for none. Russian months are looked up
// as they stand in a date («марта»), too.
template <class NameOf>
int numberOf(const QString& word, int count, NameOf nameOf) {
  static const std::array locales{QLocale(QLocale::English, QLocale::UnitedStates),
                                  QLocale(QLocale::Russian, QLocale::Russia)};
  for (const QLocale& locale : locales)
    for (int number = 1; number <= count; ++number)
      for (const QString& name : nameOf(locale, number))
        if (name.toLower().startsWith(word)) return number;
  return 0;
}

int monthOf(const QString& word) {
  return word.size() < lettersMin ? 0 : numberOf(word, 12, [](const QLocale& locale, int month) {
    return QStringList{locale.monthName(month), locale.standaloneMonthName(month)};
  });
}

bool isWeekday(const QString& word) {
  return numberOf(word, 7, [](const QLocale& locale, int day) {
           return QStringList{locale.dayName(day), locale.dayName(day, QLocale::ShortFormat)};
         }) > 0;
}

// The current year's, as dates are written without their year; the next one's where that is long past.
QDate withoutYear(int month, int day, QDate today) {
  // 29 February comes in another year.
  for (int year = today.year(); year <= today.year() + 4; ++year)
    if (const QDate date(year, month, day); date.isValid() && today.daysTo(date) >= -halfYear) return date;
  return {};
}

// Takes the time out of the words. Nothing if it names one that no clock shows.
std::optional<QTime> takeTime(QString& typed) {
  static const QRegularExpression clock(
      QStringLiteral("(?<![\\d.:-])(\\d{1,2})(?::(\\d{2}))?(?::00)?\\s*([ap])\\.?m\\b\\.?|(?<![\\d.:-])(\\d{"
                     "1,2}):(\\d{2})(?!\\d)"));
  const auto match = clock.match(typed);
  if (!match.hasMatch()) return QTime();
  const bool half = match.hasCaptured(3);
  int hour = (half ? match.captured(1) : match.captured(4)).toInt();
  const int minute = (half ? match.captured(2) : match.captured(5)).toInt();
  if (half && (hour < 1 || hour > 12)) return std::nullopt;
  if (half) hour = hour % 12 + (match.captured(3) == u'p' ? 12 : 0);
  const QTime time(hour, minute);
  if (!time.isValid()) return std::nullopt;
  typed.remove(match.capturedStart(), match.capturedLength());
  return time;
}

// Figures alone: 2027-03-15, 15.03.2027, 15.03, 3/15/2027 in English and 15/03/2027 in Russian.
std::optional<QDate> fromFigures(const QString& typed, QDate today, domain::Language language) {
  static const QRegularExpression iso(QStringLiteral("^(\\d{4})-(\\d{1,2})-(\\d{1,2})$"));
  static const QRegularExpression figures(
      QStringLiteral("^(\\d{1,2})([./])(\\d{1,2})(?:\\2(\\d{4}|\\d{2})?)?$"));
  if (const auto match = iso.match(typed); match.hasMatch())
    return QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
  const auto match = figures.match(typed);
  if (!match.hasMatch()) return std::nullopt;
  int day = match.captured(1).toInt(), month = match.captured(3).toInt();
  if (match.captured(2) == u'/' && language == domain::Language::En && day <= 12) std::swap(day, month);
  if (match.captured(4).isEmpty()) return withoutYear(month, day, today);
  const int year = match.captured(4).toInt();
  return QDate(year < 100 ? year + century : year, month, day);
}

// “Mon 15 Mar 2027”, “March 15, 2027”, «пн, 15 марта 2027 г.».
std::optional<QDate> fromWords(const QString& typed, QDate today) {
  static const QRegularExpression part(QStringLiteral("[\\s,.]+"));
  int day = 0, month = 0, year = 0;
  for (const QString& word : typed.split(part, Qt::SkipEmptyParts)) {
    bool number = false;
    const int value = word.toInt(&number);
    if (number) {
      int& to = word.size() == 4 ? year : day;
      if (to != 0 || value == 0) return std::nullopt;
      to = value;
    } else if (const int named = monthOf(word); named != 0) {
      if (month != 0) return std::nullopt;
      month = named;
    } else if (word != QString::fromUtf8("г") && word != QString::fromUtf8("в") &&
               word != QStringLiteral("at") && !isWeekday(word)) {
      return std::nullopt;
    }
  }
  if (day == 0 || month == 0) return std::nullopt;
  return year == 0 ? withoutYear(month, day, today) : QDate(year, month, day);
}

} // namespace

std::expected<DayAndTime, DateFault> readTypedDate(const QString& typed, QDate today,
                                                   domain::Language language) {
  QString words = typed.simplified().toLower();
  static const QRegularExpression between(QStringLiteral("(?<=\\d)t(?=\\d)"));
  words.replace(between, QStringLiteral(" ")); // 2027-03-15T09:00
  const auto time = takeTime(words);
  if (!time) return std::unexpected(DateFault::NoSuchTime);
  static const QRegularExpression edges(QStringLiteral("^[\\s,]+|[\\s,]+$"));
  words.remove(edges);
  auto day = fromFigures(words, today, language);
  if (!day) day = fromWords(words, today);
  if (!day) return std::unexpected(DateFault::NoDate);
  if (!day->isValid()) return std::unexpected(DateFault::NoSuchDay);
  return DayAndTime{*day, *time};
}

QString dateFaultSentence(DateFault fault, const QString& example) {
  switch (fault) {
  case DateFault::NoDate:
    return TypedDate::tr("That is no date. Type it like this: %1", "Below a field; %1 is a date")
        .arg(example);
  case DateFault::NoSuchDay:
    return TypedDate::tr("The calendar has no such day. Type it like this: %1", "Below a field; %1 is a date")
        .arg(example);
  case DateFault::NoSuchTime:
    return TypedDate::tr("The clock has no such time. Type it like this: %1", "Below a field; %1 is a date")
        .arg(example);
  case DateFault::NoTime:
    return TypedDate::tr("The time is missing. Type it like this: %1", "Below a field; %1 is a date")
        .arg(example);
  }
  return {};
}

} // namespace meridian::app
