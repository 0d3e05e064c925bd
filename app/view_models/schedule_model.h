// The feedback schedule of a market as a sentence, and live below it what it promises whom.
#pragma once

#include <QVariantList>

#include "app/view_models/review_rows.h"
#include "app/view_models/view_model.h"
#include "core/replica/reading.h"

namespace meridian::app {

// The sentence being written, in units that a form can hold.
struct ScheduleChoice {
  Q_GADGET
  QML_VALUE_TYPE(scheduleChoice)
  Q_PROPERTY(int answerDay MEMBER answerDay) // 1 Monday to 7
  Q_PROPERTY(int answerBy MEMBER answerBy)   // minutes since midnight
  Q_PROPERTY(int cutoffDay MEMBER cutoffDay)
  Q_PROPERTY(int cutoffAt MEMBER cutoffAt)
  Q_PROPERTY(QString zone MEMBER zone)
  Q_PROPERTY(bool holidays MEMBER holidays)

 public:
  int answerDay = 5, answerBy = 18 * 60, cutoffDay = 4, cutoffAt = 18 * 60;
  QString zone;
  bool holidays = false;
  bool operator==(const ScheduleChoice&) const = default;
};

struct SlotRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key) // the instant, in milliseconds
  Q_PROPERTY(QString due MEMBER due) // mine, and in the schedule's zone where that differs
  Q_PROPERTY(QString cutoff MEMBER cutoff)
  Q_PROPERTY(QString note MEMBER note) // moved by a holiday, clocks change
  Q_PROPERTY(QStringList zones MEMBER zones) // “Los Angeles: Fri, 14:00”, “Владивосток: сб, 01:00 (+1)”

 public:
  QString key, due, cutoff, note;
  QStringList zones;
  bool operator==(const SlotRow&) const = default;
};

// The next answers of a schedule with what they are in the zones given.
[[nodiscard]] std::vector<SlotRow> slotRows(const domain::FeedbackSchedule& schedule,
                                            const std::vector<std::string>& zones, const Reader& reader);

class ScheduleModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(meridian::app::ScheduleChoice choice READ choice NOTIFY changed)
  // Whose schedule: a hub lead's own; leads choose among all.
  Q_PROPERTY(QString market READ market WRITE setMarket NOTIFY changed)
  Q_PROPERTY(QStringList markets READ markets NOTIFY changed)         // codes
  Q_PROPERTY(QStringList marketNames READ marketNames NOTIFY changed) // in their order
  // Whose holidays, by the name of the market that keeps them; empty while none is known.
  Q_PROPERTY(QString country READ country NOTIFY changed)
  Q_PROPERTY(bool dirty READ dirty NOTIFY changed)
  Q_PROPERTY(bool mayEdit READ mayEdit NOTIFY changed)
  // Answers of the kept schedule are moved by their own hub alone.
  Q_PROPERTY(bool mayMove READ mayMove NOTIFY changed)
  Q_PROPERTY(meridian::app::RowModelBase* moves READ moves CONSTANT) // dates for the answer asked about
  Q_PROPERTY(meridian::app::RowModelBase* slotRows READ slotRows CONSTANT)
  Q_PROPERTY(QStringList daysOff READ daysOff NOTIFY changed) // further dates, in words
  // Names of the days from Monday on, and the full hours and halves, to choose from.
  Q_PROPERTY(QStringList days READ days NOTIFY changed)
  Q_PROPERTY(QStringList times READ times NOTIFY changed)

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] ScheduleChoice choice() const { return m_choice; }
  [[nodiscard]] QString market() const { return m_market; }
  void setMarket(const QString& market);
  [[nodiscard]] QStringList markets() const { return m_markets; }
  [[nodiscard]] QStringList marketNames() const { return m_marketNames; }
  [[nodiscard]] QString country() const { return m_countryName; }
  [[nodiscard]] bool dirty() const { return m_dirty; }
  [[nodiscard]] bool mayEdit() const { return m_mayEdit; }
  [[nodiscard]] bool mayMove() const { return m_mayMove && !m_dirty; }
  [[nodiscard]] RowModelBase* moves() { return &m_moves; }
  [[nodiscard]] RowModelBase* slotRows() { return &m_slots; }
  [[nodiscard]] QStringList daysOff() const;
  [[nodiscard]] QStringList days() const;
  [[nodiscard]] QStringList times() const;

  Q_INVOKABLE [[nodiscard]] QString timeText(int minutes) const; // since midnight
  // The answer's day or time moves the cut-off along, so that it stays 24 hours earlier.
  Q_INVOKABLE void setAnswer(int day, int minutes);
  Q_INVOKABLE void setCutoff(int day, int minutes);
  Q_INVOKABLE void setZone(const QString& zone);
  Q_INVOKABLE void setHolidays(bool wanted);
  // A date: “2027-05-10”. The key of the answer that falls on it, where that may be moved: those who were
  // promised it are told; empty if the day was added, or is none.
  Q_INVOKABLE QString addDayOff(const QString& date);
  Q_INVOKABLE void removeDayOff(int index);
  Q_INVOKABLE void save();
  // Not this day: fills `moves` with the next working days for an answer.
  Q_INVOKABLE void askMove(const QString& slot);
  Q_INVOKABLE [[nodiscard]] QString dueOf(const QString& slot) const {
    const SlotRow* row = m_slots.find(slot);
    return row != nullptr ? row->due : QString();
  }
  // Sends the notice, and takes the day off in the schedule.
  Q_INVOKABLE void move(const QString& slot, const QString& date, const QString& reason);

 signals:
  void changed();

 protected:
  void refresh() override;

 private:
  void look();
  [[nodiscard]] domain::FeedbackSchedule schedule() const;

  ScheduleChoice m_choice;
  QString m_market, m_country, m_countryName;
  QStringList m_markets, m_marketNames;
  std::vector<LocalDate> m_daysOff;
  std::vector<std::string> m_zones; // of the creators
  bool m_dirty = false, m_mayEdit = false, m_mayMove = false;
  RowModel<SlotRow> m_slots;
  RowModel<DateChoice> m_moves;
};

} // namespace meridian::app
