// A brief being written: nine texts in two lanes, what is missing, and issuing it.
#pragma once

#include <QVariantList>

#include "app/view_models/view_model.h"
#include "core/replica/editing.h"
#include "core/replica/reading.h"

namespace meridian::app {

struct DeskFacts {
  Q_GADGET
  QML_VALUE_TYPE(deskFacts)
  Q_PROPERTY(bool known MEMBER known)
  Q_PROPERTY(QString creator MEMBER creator)
  Q_PROPERTY(QString creatorLane MEMBER creatorLane) // the language the creator reads
  Q_PROPERTY(QString progress MEMBER progress)       // “5 of 6”
  Q_PROPERTY(double share MEMBER share)
  Q_PROPERTY(QString issued MEMBER issued)   // “Version 2, issued Wed 3 Mar. Acknowledged.”
  Q_PROPERTY(QString missing MEMBER missing) // a sentence that lists what blocks; empty for nothing
  Q_PROPERTY(QString warnings MEMBER warnings)
  Q_PROPERTY(bool mayEdit MEMBER mayEdit)
  Q_PROPERTY(bool mayIssue MEMBER mayIssue)
  Q_PROPERTY(bool live MEMBER live)
  Q_PROPERTY(bool differs MEMBER differs)

 public:
  QString creator, creatorLane, progress, issued, missing, warnings;
  double share = 0;
  bool known = false, mayEdit = false, mayIssue = false, live = false, differs = false;
  bool operator==(const DeskFacts&) const = default;
};

struct BlockRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key) // the block's number
  Q_PROPERTY(QString label MEMBER label)
  Q_PROPERTY(QString hint MEMBER hint)
  Q_PROPERTY(QString english MEMBER english)
  Q_PROPERTY(QString russian MEMBER russian)
  Q_PROPERTY(QString source MEMBER source)
  Q_PROPERTY(bool stale MEMBER stale)
  Q_PROPERTY(bool missing MEMBER missing)

 public:
  QString key, label, hint, english, russian, source;
  bool stale = false, missing = false;
  bool operator==(const BlockRow&) const = default;
};

struct DeskDeliverableRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString title MEMBER title)
  Q_PROPERTY(QString roughCut MEMBER roughCut)
  Q_PROPERTY(QString goLive MEMBER goLive)

 public:
  QString key, title, roughCut, goLive;
  bool operator==(const DeskDeliverableRow&) const = default;
};

struct DeskQuestionRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString text MEMBER text)
  Q_PROPERTY(QString detail MEMBER detail)
  Q_PROPERTY(QString answer MEMBER answer)
  Q_PROPERTY(bool late MEMBER late)

 public:
  QString key, text, detail, answer;
  bool late = false;
  bool operator==(const DeskQuestionRow&) const = default;
};

[[nodiscard]] DeskFacts deskFacts(const replica::BriefDesk& desk, const Reader& reader);
[[nodiscard]] std::vector<BlockRow> deskBlocks(const replica::BriefDesk& desk);

class BriefDeskModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString space READ space WRITE setSpace NOTIFY spaceChanged) // the creator's
  Q_PROPERTY(meridian::app::DeskFacts facts READ facts NOTIFY changed)
  Q_PROPERTY(meridian::app::RowModelBase* blocks READ blocks CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* deliverables READ deliverables CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* questions READ questions CONSTANT)

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] QString space() const { return m_space; }
  void setSpace(const QString& space);
  [[nodiscard]] DeskFacts facts() const { return m_facts; }
  [[nodiscard]] RowModelBase* blocks() { return &m_blocks; }
  [[nodiscard]] RowModelBase* deliverables() { return &m_deliverables; }
  [[nodiscard]] RowModelBase* questions() { return &m_questions; }

  Q_INVOKABLE void setText(const QString& block, const QString& lane, const QString& text);
  Q_INVOKABLE void stillCorrect(const QString& block);
  // What changed in the source since the translation was made: spans for DiffText.
  Q_INVOKABLE [[nodiscard]] QVariantList changesOf(const QString& block) const;
  Q_INVOKABLE void issue(bool material);
  Q_INVOKABLE void withdraw(const QString& reason);
  Q_INVOKABLE void answer(const QString& question, const QString& text);
  // Dates as ISO local times in the creator's zone ("2027-03-15 09:00"); empty for none yet.
  Q_INVOKABLE void addDeliverable(const QString& english, const QString& russian, const QString& roughCut,
                                  const QString& goLive);

 signals:
  void spaceChanged();
  void changed();

 protected:
  void refresh() override;

 private:
  [[nodiscard]] std::optional<replica::Place> placeOf(std::uint32_t block) const;
  [[nodiscard]] std::optional<domain::Bilingual> textOf(std::uint32_t block) const;

  QString m_space;
  DeskFacts m_facts;
  std::optional<replica::BriefDesk> m_desk;
  RowModel<BlockRow> m_blocks;
  RowModel<DeskDeliverableRow> m_deliverables;
  RowModel<DeskQuestionRow> m_questions;
};

} // namespace meridian::app
