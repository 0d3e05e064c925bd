// Public holidays, as the statutes give them. Dates, not law: leads add or leave out days in the schedule.
//
// US: federal holidays, 5 U.S.C. 6103(a); one on a Saturday is observed on the Friday before
//     (6103(b)), one on a Sunday on the Monday after (Executive Order 11582).
// RU: Labour Code of the Russian Federation, art. 112, part 1; a day off that coincides with a holiday
//     moves to the next working day (part 2), except that of the January holidays. The government's yearly
//     decrees, which move further days (part 5), are left out for every year here: for the years to come
//     they are not known in advance, and their dates belong into a schedule's own days off.
#include <algorithm>
#include <array>

#include "core/domain/schedule.h"

namespace meridian::domain {
namespace {

struct Entry {
  std::int16_t year;
  std::uint8_t month, day;
  std::string_view en, ru;
};

constexpr std::array us{
    Entry{2026, 1, 1, "New Year’s Day", "Новый год"},
    Entry{2026, 1, 19, "Martin Luther King Jr. Day", "День Мартина Лютера Кинга"},
    Entry{2026, 2, 16, "Washington’s Birthday", "День рождения Вашингтона"},
    Entry{2026, 5, 25, "Memorial Day", "День памяти"},
    Entry{2026, 6, 19, "Juneteenth", "Джунтинт"},
    Entry{2026, 7, 3, "Independence Day (observed)", "День независимости (выходной)"},
    Entry{2026, 7, 4, "Independence Day", "День независимости"},
    Entry{2026, 9, 7, "Labor Day", "День труда"},
    Entry{2026, 10, 12, "Columbus Day", "День Колумба"},
    Entry{2026, 11, 11, "Veterans Day", "День ветеранов"},
    Entry{2026, 11, 26, "Thanksgiving Day", "День благодарения"},
    Entry{2026, 12, 25, "Christmas Day", "Рождество"},
    Entry{2027, 1, 1, "New Year’s Day", "Новый год"},
    Entry{2027, 1, 18, "Martin Luther King Jr. Day", "День Мартина Лютера Кинга"},
    Entry{2027, 2, 15, "Washington’s Birthday", "День рождения Вашингтона"},
    Entry{2027, 5, 31, "Memorial Day", "День памяти"},
    Entry{2027, 6, 18, "Juneteenth (observed)", "Джунтинт (выходной)"},
    Entry{2027, 6, 19, "Juneteenth", "Джунтинт"},
    Entry{2027, 7, 4, "Independence Day", "День независимости"},
    Entry{2027, 7, 5, "Independence Day (observed)", "День независимости (выходной)"},
    Entry{2027, 9, 6, "Labor Day", "День труда"},
    Entry{2027, 10, 11, "Columbus Day", "День Колумба"},
    Entry{2027, 11, 11, "Veterans Day", "День ветеранов"},
    Entry{2027, 11, 25, "Thanksgiving Day", "День благодарения"},
    Entry{2027, 12, 24, "Christmas Day (observed)", "Рождество (выходной)"},
    Entry{2027, 12, 25, "Christmas Day", "Рождество"},
    Entry{2027, 12, 31, "New Year’s Day (observed)", "Новый год (выходной)"},
    Entry{2028, 1, 1, "New Year’s Day", "Новый год"},
    Entry{2028, 1, 17, "Martin Luther King Jr. Day", "День Мартина Лютера Кинга"},
    Entry{2028, 2, 21, "Washington’s Birthday", "День рождения Вашингтона"},
    Entry{2028, 5, 29, "Memorial Day", "День памяти"},
    Entry{2028, 6, 19, "Juneteenth", "Джунтинт"},
    Entry{2028, 7, 4, "Independence Day", "День независимости"},
    Entry{2028, 9, 4, "Labor Day", "День труда"},
    Entry{2028, 10, 9, "Columbus Day", "День Колумба"},
    Entry{2028, 11, 10, "Veterans Day (observed)", "День ветеранов (выходной)"},
    Entry{2028, 11, 11, "Veterans Day", "День ветеранов"},
    Entry{2028, 11, 23, "Thanksgiving Day", "День благодарения"},
    Entry{2028, 12, 25, "Christmas Day", "Рождество"},
};

// The same dates every year, art. 112 part 1.
constexpr std::array ruEveryYear{
    Entry{0, 1, 1, "New Year holidays", "Новогодние каникулы"},
    Entry{0, 1, 2, "New Year holidays", "Новогодние каникулы"},
    Entry{0, 1, 3, "New Year holidays", "Новогодние каникулы"},
    Entry{0, 1, 4, "New Year holidays", "Новогодние каникулы"},
    Entry{0, 1, 5, "New Year holidays", "Новогодние каникулы"},
    Entry{0, 1, 6, "New Year holidays", "Новогодние каникулы"},
    Entry{0, 1, 7, "Orthodox Christmas", "Рождество Христово"},
    Entry{0, 1, 8, "New Year holidays", "Новогодние каникулы"},
    Entry{0, 2, 23, "Defender of the Fatherland Day", "День защитника Отечества"},
    Entry{0, 3, 8, "International Women’s Day", "Международный женский день"},
    Entry{0, 5, 1, "Spring and Labour Day", "Праздник Весны и Труда"},
    Entry{0, 5, 9, "Victory Day", "День Победы"},
    Entry{0, 6, 12, "Russia Day", "День России"},
    Entry{0, 11, 4, "Unity Day", "День народного единства"},
};

// Days off that coincide with a holiday and move to the next working day, art. 112 part 2.
constexpr std::array ruMoved{
    Entry{2026, 3, 9, "International Women’s Day (moved)", "Международный женский день (перенос)"},
    Entry{2026, 5, 11, "Victory Day (moved)", "День Победы (перенос)"},
    Entry{2027, 5, 3, "Spring and Labour Day (moved)", "Праздник Весны и Труда (перенос)"},
    Entry{2027, 5, 10, "Victory Day (moved)", "День Победы (перенос)"},
    Entry{2027, 6, 14, "Russia Day (moved)", "День России (перенос)"},
    Entry{2028, 11, 6, "Unity Day (moved)", "День народного единства (перенос)"},
};

constexpr int firstYear = 2026, lastYear = 2028;

template <class List>
void append(std::vector<Holiday>& out, const List& list, int year) {
  for (const Entry& entry : list) {
    if (entry.year != 0 && entry.year != year) continue;
    out.push_back(
        {LocalDate{std::chrono::year{year}, std::chrono::month{entry.month}, std::chrono::day{entry.day}},
         entry.en, entry.ru});
  }
}

} // namespace

std::vector<Holiday> holidays(std::string_view country, int year) {
  std::vector<Holiday> list;
  if (year < firstYear || year > lastYear) return list;
  if (country == "US") append(list, us, year);
  if (country == "RU") {
    append(list, ruEveryYear, year);
    append(list, ruMoved, year);
  }
  std::sort(list.begin(), list.end(), [](const Holiday& a, const Holiday& b) { return a.date < b.date; });
  return list;
}

} // namespace meridian::domain
