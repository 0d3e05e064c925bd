// A date being typed or chosen in a calendar, with its time or without, in the zone it is meant in.
#pragma once

#include "app/text/typed_date.h"
#include "app/view_models/view_model.h"

namespace meridian::app {

// One of the six weeks that the calendar shows.
struct CalendarDay {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)   // its place
  Q_PROPERTY(QString date MEMBER date) // “2027-03-15”
  Q_PROPERTY(QString text MEMBER text) // “15”
  Q_PROPERTY(QString name MEMBER name) // for a screen reader: “Monday, 15 March 2027, today”
  Q_PROPERTY(bool ofMonth MEMBER ofMonth)
  Q_PROPERTY(bool today MEMBER today)
  Q_PROPERTY(bool chosen MEMBER chosen)
  Q_PROPERTY(bool pointed MEMBER pointed) // where the keyboard is

 public:
  QString key, date, text, name;
  bool ofMonth = false, today = false, chosen = false, pointed = false;
  bool operator==(const CalendarDay&) const = default;
};

// The weeks around a day, from Sunday or Monday on as the language has it.
[[nodiscard]] std::vector<CalendarDay> calendarDays(QDate pointed, QDate chosen, QDate today,
                                                    domain::Language language);

class DateEntry : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  // IANA; empty: mine.
  Q_PROPERTY(QString zone READ zone WRITE setZone NOTIFY changed)
  Q_PROPERTY(bool timed READ timed WRITE setTimed NOTIFY changed)
  // “2027-03-15 09:00”, or “2027-03-15” without a time; empty for none; what is typed while it is none of
  // them.
  Q_PROPERTY(QString value READ value WRITE setValue NOTIFY changed)
  Q_PROPERTY(bool valid READ valid NOTIFY changed)
  Q_PROPERTY(QString text READ text NOTIFY changed)       // as the field shows it
  Q_PROPERTY(QString example READ example NOTIFY changed) // of how to type one
  // Whose time it is, and when that is for the reader where it differs.
  Q_PROPERTY(QString note READ note NOTIFY changed)
  // The calendar.
  Q_PROPERTY(meridian::app::RowModelBase* days READ days CONSTANT)
  Q_PROPERTY(QString month READ month NOTIFY changed)           // “March 2027”
  Q_PROPERTY(QStringList weekdays READ weekdays NOTIFY changed) // “Mo” …, in the order of the columns
  Q_PROPERTY(QStringList times READ times NOTIFY changed)       // each half hour, and the one that is chosen
  Q_PROPERTY(int time READ time NOTIFY changed)                 // which of them

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] QString zone() const { return m_zone; }
  void setZone(const QString& zone);
  [[nodiscard]] bool timed() const { return m_timed; }
  void setTimed(bool timed);
  [[nodiscard]] QString value() const { return m_value; }
  void setValue(const QString& value);
  [[nodiscard]] bool valid() const { return m_day.isValid(); }
  [[nodiscard]] QString text() const { return m_text; }
  [[nodiscard]] QString example() const;
  [[nodiscard]] QString note() const;
  [[nodiscard]] RowModelBase* days() { return &m_days; }
  [[nodiscard]] QString month() const;
  [[nodiscard]] QStringList weekdays() const;
  [[nodiscard]] QStringList times() const;
  [[nodiscard]] int time() const;

  // What stands in the field now. A day without a time keeps the time that was there.
  Q_INVOKABLE void type(const QString& text);
  // The field was left: it shows the date as the app writes it, or says what is wrong.
  Q_INVOKABLE void finish();
  // The calendar opens on the day that is chosen, or today.
  Q_INVOKABLE void look();
  Q_INVOKABLE void pointBy(int days);
  Q_INVOKABLE void pointByMonths(int months);
  Q_INVOKABLE void pointToEdge(bool end); // of the week
  Q_INVOKABLE void pointToToday();
  Q_INVOKABLE void choose(const QString& date);
  Q_INVOKABLE void choosePointed() { choose(m_pointed.toString(Qt::ISODate)); }
  Q_INVOKABLE void chooseTime(int which);

 signals:
  void changed();
  // By the person here, not by setValue().
  void picked(const QString& value);

 protected:
  void refresh() override;

 private:
  [[nodiscard]] QDateTime now() const; // there
  [[nodiscard]] std::optional<Instant> instant() const;
  [[nodiscard]] QString shown() const;
  [[nodiscard]] std::vector<QTime> offered() const;
  void take(QDate day, QTime time);
  void point(QDate day);
  void fill();

  QString m_zone, m_value, m_text;
  bool m_timed = true;
  QDate m_day, m_pointed;
  QTime m_time; // kept while the text names none
  bool m_typing = false;
  RowModel<CalendarDay> m_days;
};

} // namespace meridian::app
