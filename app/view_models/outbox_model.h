// What was written on this device and where it has got to.
#pragma once

#include "app/view_models/view_model.h"
#include "core/replica/reading.h"

namespace meridian::app {

struct OutboxRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString title MEMBER title)
  Q_PROPERTY(QString detail MEMBER detail)       // whose work it concerns, and what is wrong
  Q_PROPERTY(QString time MEMBER time)           // when it was written; empty where that is not known
  Q_PROPERTY(QString heading MEMBER heading)     // the same, on the first of those of one time
  Q_PROPERTY(QString status MEMBER status)       // a look of Theme.status
  Q_PROPERTY(QString stateText MEMBER stateText) // its words: “Delivered 14:32”
  Q_PROPERTY(double progress MEMBER progress)    // of its files, 0 to 1; below 0: no files on their way
  Q_PROPERTY(QString progressText MEMBER progressText)
  Q_PROPERTY(bool waiting MEMBER waiting)

 public:
  QString key, title, detail, time, heading, status, stateText, progressText;
  double progress = -1;
  bool waiting = false;
  bool operator==(const OutboxRow&) const = default;
};

[[nodiscard]] OutboxRow outboxRow(const replica::OutboxItem& item, const Reader& reader);
// Newest first, without what no person waits for; those of one time under one heading.
[[nodiscard]] std::vector<OutboxRow> outboxRows(std::vector<replica::OutboxItem> items, const Reader& reader);

// What is kept and doesn't count, or not yet: who wrote what, and why.
[[nodiscard]] std::vector<OutboxRow> uncountedRows(const std::vector<replica::LogLine>& lines,
                                                   const Reader& reader);

class OutboxModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  // Newest first, so that a row stays in its place when it is delivered.
  Q_PROPERTY(meridian::app::RowModelBase* rows READ rows CONSTANT)
  // Mine, and that of others which is here; newest first.
  Q_PROPERTY(meridian::app::RowModelBase* uncounted READ uncounted CONSTANT)

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] RowModelBase* rows() { return &m_rows; }
  [[nodiscard]] RowModelBase* uncounted() { return &m_uncounted; }

 protected:
  void refresh() override;

 private:
  RowModel<OutboxRow> m_rows, m_uncounted;
};

} // namespace meridian::app
