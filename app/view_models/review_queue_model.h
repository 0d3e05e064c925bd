// What waits for an answer, most urgent first, with the conflicts that only leads see.
#pragma once

#include "app/view_models/view_model.h"
#include "core/replica/reading.h"

namespace meridian::app {

struct QueueRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key) // of the submission
  Q_PROPERTY(QString space MEMBER space)
  Q_PROPERTY(QString creator MEMBER creator)
  Q_PROPERTY(QString detail MEMBER detail)   // deliverable and version
  Q_PROPERTY(QString heading MEMBER heading) // “Overdue”, “Today” …: of the first of a group
  Q_PROPERTY(QString chip MEMBER chip)
  Q_PROPERTY(QString status MEMBER status)
  Q_PROPERTY(QString chipName MEMBER chipName)
  Q_PROPERTY(QString note MEMBER note) // “v3 arrived, review again”; empty for none
  Q_PROPERTY(QString picture MEMBER picture)
  Q_PROPERTY(QString glyph MEMBER glyph)

 public:
  QString key, space, creator, detail, heading, chip, status, chipName, note, picture, glyph;
  bool operator==(const QueueRow&) const = default;
};
[[nodiscard]] QueueRow queueRow(const replica::QueueItem& item, const Reader& reader,
                                domain::Language content);

// The first of each group says which one it is.
[[nodiscard]] std::vector<QueueRow> queueRows(const std::vector<replica::QueueItem>& queue,
                                              const Reader& reader, domain::Language content);

// Two briefs that were issued side by side to one creator.
struct BriefConflictRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key) // the creator's space
  Q_PROPERTY(QString creator MEMBER creator)
  Q_PROPERTY(QString first MEMBER first) // the brief that the creator has, as ids and words
  Q_PROPERTY(QString firstBy MEMBER firstBy)
  Q_PROPERTY(QString firstGoal MEMBER firstGoal)
  Q_PROPERTY(QString second MEMBER second)
  Q_PROPERTY(QString secondBy MEMBER secondBy)
  Q_PROPERTY(QString secondGoal MEMBER secondGoal)

 public:
  QString key, creator, first, firstBy, firstGoal, second, secondBy, secondGoal;
  bool operator==(const BriefConflictRow&) const = default;
};

[[nodiscard]] BriefConflictRow conflictRow(const replica::BriefConflict& conflict,
                                           const std::vector<replica::PersonView>& people,
                                           const Reader& reader, domain::Language content);

class ReviewQueueModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(meridian::app::RowModelBase* rows READ rows CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* briefConflicts READ briefConflicts CONSTANT)
  // Also what has been answered, so that a verdict can be looked at and withdrawn.
  Q_PROPERTY(bool answeredToo READ answeredToo WRITE setAnsweredToo NOTIFY changed)
  // “Nothing to review. Next feedback day: Fri 12 Mar.”
  Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
  Q_PROPERTY(int open READ open NOTIFY changed)

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] RowModelBase* rows() { return &m_rows; }
  [[nodiscard]] RowModelBase* briefConflicts() { return &m_conflicts; }
  [[nodiscard]] bool answeredToo() const { return m_answeredToo; }
  void setAnsweredToo(bool wanted);
  [[nodiscard]] QString emptyText() const { return m_emptyText; }
  [[nodiscard]] int open() const { return m_open; }

  // The rows beside one in the queue; the same one at an end, the first for an unknown one.
  Q_INVOKABLE [[nodiscard]] QString keyAfter(const QString& key, int steps) const;
  Q_INVOKABLE [[nodiscard]] QString spaceOf(const QString& key) const;
  Q_INVOKABLE void keepBrief(const QString& space, const QString& issue);

 signals:
  void changed();

 protected:
  void refresh() override;

 private:
  RowModel<QueueRow> m_rows;
  RowModel<BriefConflictRow> m_conflicts;
  QString m_emptyText;
  int m_open = 0;
  bool m_answeredToo = false;
};

} // namespace meridian::app
