#include "app/view_models/schedule_model.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <set>

#include "app/qt_convert.h"
#include "app/text/lane.h"
#include "core/replica/work.h"

namespace meridian::app {

namespace {

constexpr int minutesOfDay = 24 * 60, stepMinutes = 30, previewed = 3, movesOffered = 5;

int isoDay(Weekday day) { return static_cast<int>(day.iso_encoding()); }
Weekday fromIso(int day) { return Weekday{static_cast<unsigned>(day % 7)}; }

LocalDate dayOf(const QDate& date) {
  return LocalDate{std::chrono::year{date.year()}, std::chrono::month{static_cast<unsigned>(date.month())},
                   std::chrono::day{static_cast<unsigned>(date.day())}};
}

} // namespace

std::vector<SlotRow> slotRows(const domain::FeedbackSchedule& schedule, const std::vector<std::string>& zones,
                              const Reader& reader) {
  std::vector<SlotRow> rows;
  const auto next = domain::nextSlots(schedule, reader.now, previewed);
  if (!next) return rows;
  Instant before = reader.now;
  for (const auto& slot : *next) {
    SlotRow row;
    row.key = QString::number(toMillis(slot.due));
    row.due = bothText(slot.due, schedule.zone, reader);
    row.cutoff = ScheduleModel::tr("what arrived by %1", "Below an answer's date; %1 a date")
                     .arg(bothText(slot.cutoff, schedule.zone, reader));
    QStringList notes;
    if (slot.movedByHoliday) notes << ScheduleModel::tr("Moved: a day off", "Of an answer's date");
    QStringList shifts;
    const auto home = domain::toLocal(slot.due, schedule.zone);
    for (const auto& zone : zones) {
      const auto there = domain::toLocal(slot.due, zone);
      if (!home || !there) continue;
      const auto days =
          (std::chrono::floor<std::chrono::days>(*there) - std::chrono::floor<std::chrono::days>(*home))
              .count();
      QString line = ScheduleModel::tr("%1: %2", "%1 a city, %2 a date and time there")
                         .arg(cityText(zone, reader.language), whenText(slot.due, zone, reader));
      if (days != 0) line += QStringLiteral(" (%1%2)").arg(QChar(days > 0 ? u'+' : u'−')).arg(std::abs(days));
      if (zone != schedule.zone && domain::offsetChange(zone, before, slot.due) != std::chrono::minutes{0})
        shifts << cityText(zone, reader.language);
      row.zones << line;
    }
    if (domain::offsetChange(schedule.zone, before, slot.due) != std::chrono::minutes{0})
      shifts.prepend(cityText(schedule.zone, reader.language));
    if (!shifts.isEmpty())
      notes << ScheduleModel::tr("Clocks change before it: %1", "Of an answer's date; %1 cities")
                   .arg(shifts.join(QStringLiteral(", ")));
    row.note = notes.join(QStringLiteral(". "));
    before = slot.due;
    rows.push_back(std::move(row));
  }
  return rows;
}

void ScheduleModel::refresh() {
  struct Answer {
    std::optional<domain::Market> market;
    std::vector<domain::Market> markets; // that I may look at
    std::vector<std::string> zones;      // of the creators
    log::Role role = log::Role::Viewer;
  };
  query(
      [wanted = fromQt(m_market)](replica::Replica& replica, const SpaceId& campaign) {
        replica::Reading reading(replica, campaign);
        Answer answer;
        std::string own;
        if (const auto me = replica.campaign(campaign)) {
          own = me->market;
          answer.role = me->role;
        }
        for (const auto& market : reading.page().markets) {
          if (!own.empty() && market.code != own) continue;
          answer.markets.push_back(market);
          if (market.code == wanted || !answer.market) answer.market = market;
        }
        std::set<std::string> zones;
        for (const auto& creator : reading.creators())
          if (answer.market && creator.market == answer.market->code) zones.insert(creator.card.zone);
        answer.zones.assign(zones.begin(), zones.end());
        return answer;
      },
      [this](const Answer& answer) {
        m_zones = answer.zones;
        m_mayEdit = answer.role == log::Role::HubLead || answer.role == log::Role::Deputy ||
                    answer.role == log::Role::BrandLead || answer.role == log::Role::CampaignLead ||
                    answer.role == log::Role::CampaignDeputy;
        m_mayMove = (answer.role == log::Role::HubLead || answer.role == log::Role::Deputy) &&
                    answer.market && answer.market->schedule;
        m_markets.clear();
        m_marketNames.clear();
        for (const auto& market : answer.markets) {
          m_markets << toQt(market.code);
          m_marketNames << marketName(market, session()->contentLane());
        }
        if (answer.market) {
          m_market = toQt(answer.market->code);
          m_country = toQt(answer.market->holidayCountry);
          if (m_country.isEmpty()) m_country = m_market;
          m_countryName = marketName(*answer.market, session()->contentLane());
          // What is being changed here is not overwritten by what arrives.
          if (!m_dirty) {
            const auto& kept = answer.market->schedule;
            m_choice = {};
            m_choice.zone = toQt(answer.market->zone);
            m_daysOff.clear();
            if (kept) {
              m_choice = {isoDay(kept->answerDay), static_cast<int>(kept->answerBy.count()),
                          isoDay(kept->cutoffDay), static_cast<int>(kept->cutoffAt.count()),
                          toQt(kept->zone),        !kept->holidayCountry.empty()};
              m_daysOff = kept->daysOff;
            }
          }
        }
        look();
      });
}

domain::FeedbackSchedule ScheduleModel::schedule() const {
  domain::FeedbackSchedule schedule;
  schedule.answerDay = fromIso(m_choice.answerDay);
  schedule.answerBy = std::chrono::minutes{m_choice.answerBy};
  schedule.cutoffDay = fromIso(m_choice.cutoffDay);
  schedule.cutoffAt = std::chrono::minutes{m_choice.cutoffAt};
  schedule.zone = fromQt(m_choice.zone);
  if (m_choice.holidays) schedule.holidayCountry = fromQt(m_country);
  schedule.daysOff = m_daysOff;
  return schedule;
}

void ScheduleModel::look() {
  m_slots.setRows(app::slotRows(schedule(), m_zones, session()->reader()));
  emit changed();
}

void ScheduleModel::setMarket(const QString& market) {
  if (market == m_market) return;
  m_market = market;
  m_dirty = false;
  emit changed();
  refreshSoon();
}

void ScheduleModel::askMove(const QString& slot) {
  std::vector<DateChoice> choices;
  const Reader reader = session()->reader();
  const auto moved = domain::movedAnswers(schedule(), fromMillis(slot.toLongLong()), movesOffered);
  if (moved)
    for (const auto& one : *moved) {
      const QString when = bothText(one.slot.due, one.slot.zone, reader);
      choices.push_back(
          {QString::number(toMillis(one.slot.due)),
           choices.empty() ? tr("The next working day: %1", "A date to choose").arg(when) : when});
    }
  m_moves.setRows(std::move(choices));
}

void ScheduleModel::move(const QString& slot, const QString& date, const QString& reason) {
  commandOnce(QStringLiteral("move"), [market = fromQt(m_market), due = fromMillis(slot.toLongLong()),
                                       to = fromMillis(date.toLongLong()), reason = fromQt(reason.trimmed())](
                                          replica::Replica& replica, const SpaceId& campaign) {
    return replica::Briefing(replica, campaign).announceHubDelay(market, due, to, reason);
  });
}

void ScheduleModel::setAnswer(int day, int minutes) {
  m_choice.answerDay = day;
  m_choice.answerBy = minutes;
  m_choice.cutoffDay = day == 1 ? 7 : day - 1;
  m_choice.cutoffAt = minutes;
  m_dirty = true;
  look();
}

void ScheduleModel::setCutoff(int day, int minutes) {
  m_choice.cutoffDay = day;
  m_choice.cutoffAt = minutes;
  m_dirty = true;
  look();
}

void ScheduleModel::setZone(const QString& zone) {
  m_choice.zone = zone;
  m_dirty = true;
  look();
}

void ScheduleModel::setHolidays(bool wanted) {
  m_choice.holidays = wanted;
  m_dirty = true;
  look();
}

QString ScheduleModel::addDayOff(const QString& date) {
  const QDate day = QDate::fromString(date, Qt::ISODate);
  if (!day.isValid()) return {};
  if (mayMove())
    for (const auto& slot : m_slots.rows())
      if (const auto local = domain::toLocal(fromMillis(slot.key.toLongLong()), fromQt(m_choice.zone));
          local && toQtLocal(*local).date() == day)
        return slot.key;
  if (std::ranges::find(m_daysOff, dayOf(day)) == m_daysOff.end()) m_daysOff.push_back(dayOf(day));
  std::ranges::sort(m_daysOff);
  m_dirty = true;
  look();
  return {};
}

void ScheduleModel::removeDayOff(int index) {
  if (index < 0 || static_cast<std::size_t>(index) >= m_daysOff.size()) return;
  m_daysOff.erase(m_daysOff.begin() + index);
  m_dirty = true;
  look();
}

void ScheduleModel::save() {
  m_dirty = false;
  command(QStringLiteral("schedule"), [market = fromQt(m_market), schedule = schedule()](
                                          replica::Replica& replica, const SpaceId& campaign) {
    return replica::Briefing(replica, campaign).setSchedule(market, schedule);
  });
  emit changed();
}

QStringList ScheduleModel::daysOff() const {
  QStringList words;
  const QLocale locale(session() != nullptr ? session()->language() : QString());
  for (const auto& day : m_daysOff)
    words << locale.toString(toQt(day), QStringLiteral("d MMMM yyyy"));
  return words;
}

QStringList ScheduleModel::days() const {
  QStringList names;
  const QLocale locale(session() != nullptr ? session()->language() : QString());
  for (int day = 1; day <= 7; ++day)
    names << locale.dayName(day, QLocale::ShortFormat);
  return names;
}

QStringList ScheduleModel::times() const {
  QStringList words;
  for (int minutes = 0; minutes < minutesOfDay; minutes += stepMinutes)
    words << timeText(minutes);
  return words;
}

QString ScheduleModel::timeText(int minutes) const {
  return session() != nullptr ? app::timeText(QTime(0, 0).addSecs(minutes * 60), session()->reader())
                              : QString();
}

} // namespace meridian::app
