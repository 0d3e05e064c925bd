// The timeline as everybody reads it: dates in order, why they are in that order, and which are mine.
#pragma once

#include "app/view_models/view_model.h"
#include "core/replica/reading.h"

namespace meridian::app {

struct TimelineRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString title MEMBER title)
  Q_PROPERTY(QString why MEMBER why)
  Q_PROPERTY(QString kind MEMBER kind) // what sort of date, in words
  Q_PROPERTY(QString mine MEMBER mine)
  Q_PROPERTY(QString theirs MEMBER theirs)
  Q_PROPERTY(QString market MEMBER market)
  Q_PROPERTY(QString phase MEMBER phase) // "past", "now" (the next one), "ahead"
  Q_PROPERTY(QString distance MEMBER distance)
  Q_PROPERTY(bool own MEMBER own)
  Q_PROPERTY(bool launch MEMBER launch)

 public:
  QString key, title, why, kind, mine, theirs, market, phase, distance;
  bool own = false, launch = false;
  bool operator==(const TimelineRow&) const = default;
};

// Rows for the entries, which are in order of time. The first that is not past is "now".
[[nodiscard]] std::vector<TimelineRow> timelineRows(const std::vector<replica::TimelineEntry>& entries,
                                                    const Reader& reader, domain::Language content);

class TimelineModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(meridian::app::RowModelBase* rows READ rows CONSTANT)

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] RowModelBase* rows() { return &m_rows; }

 protected:
  void refresh() override;

 private:
  RowModel<TimelineRow> m_rows;
};

} // namespace meridian::app
