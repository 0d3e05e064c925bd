// The creator's one brief: what comes next, whom to ask, six parts, both markets, and what has changed.
#pragma once

#include "app/text/sentences.h"
#include "app/view_models/brief_changes.h"
#include "app/view_models/view_model.h"
#include "core/replica/reading.h"

namespace meridian::app {

struct BriefPartRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key) // domain::partName
  Q_PROPERTY(QString title MEMBER title)
  Q_PROPERTY(QString text MEMBER text)
  Q_PROPERTY(QString note MEMBER note)       // “EN only” where the lane is missing
  Q_PROPERTY(QString because MEMBER because) // C4: the reason of an instruction
  Q_PROPERTY(QString tone MEMBER tone)
  Q_PROPERTY(QString questions MEMBER questions) // “1 question open”
  Q_PROPERTY(bool changed MEMBER changed)

 public:
  QString key, title, text, note, because, tone, questions;
  bool changed = false;
  bool operator==(const BriefPartRow&) const = default;
};

struct AngleRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString angle MEMBER angle)
  Q_PROPERTY(QString reason MEMBER reason)
  Q_PROPERTY(QString figures MEMBER data)

 public:
  QString key, angle, reason, data;
  bool operator==(const AngleRow&) const = default;
};

struct DeliverableRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString title MEMBER title)
  Q_PROPERTY(QString stateText MEMBER stateText)
  Q_PROPERTY(QString status MEMBER status)
  Q_PROPERTY(QString date MEMBER date)
  Q_PROPERTY(bool mayGoLive MEMBER mayGoLive)
  Q_PROPERTY(bool live MEMBER live)
  Q_PROPERTY(bool submitted MEMBER submitted)

 public:
  QString key, title, stateText, status, date;
  bool mayGoLive = false, live = false, submitted = false;
  bool operator==(const DeliverableRow&) const = default;
};

struct QuestionRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString about MEMBER about)
  Q_PROPERTY(QString text MEMBER text)
  Q_PROPERTY(QString answer MEMBER answer)
  Q_PROPERTY(QString stateText MEMBER stateText)
  Q_PROPERTY(QString status MEMBER status)

 public:
  QString key, about, text, answer, stateText, status;
  bool operator==(const QuestionRow&) const = default;
};

class BriefModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(bool hasBrief READ hasBrief NOTIFY changed)
  Q_PROPERTY(bool seen READ seen NOTIFY changed)              // its leads are told that it was opened
  Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed) // while there is no brief
  Q_PROPERTY(QString nextTitle READ nextTitle NOTIFY changed)
  Q_PROPERTY(QString nextMine READ nextMine NOTIFY changed)
  Q_PROPERTY(QString nextTheirs READ nextTheirs NOTIFY changed)
  Q_PROPERTY(QString nextState READ nextState NOTIFY changed)
  Q_PROPERTY(QString nextStatus READ nextStatus NOTIFY changed)
  Q_PROPERTY(int changedCount READ changedCount NOTIFY changed)
  Q_PROPERTY(bool acknowledged READ acknowledged NOTIFY changed)
  // An earlier issue of this brief was: there is something to compare with.
  Q_PROPERTY(bool acknowledgedBefore READ acknowledgedBefore NOTIFY changed)
  Q_PROPERTY(QString contactName READ contactName NOTIFY changed)
  Q_PROPERTY(QString contactInitials READ contactInitials NOTIFY changed)
  Q_PROPERTY(QString contactDetail READ contactDetail NOTIFY changed) // local time and style
  Q_PROPERTY(QString contactAway READ contactAway NOTIFY changed)     // “Until 14 Mar: …”
  Q_PROPERTY(QString approver READ approver NOTIFY changed)           // if somebody else approves
  Q_PROPERTY(QString handover READ handover NOTIFY changed)           // who took over since the brief
  Q_PROPERTY(QString replyBy READ replyBy NOTIFY changed)             // when a question asked now is answered
  Q_PROPERTY(QString toGoLive READ toGoLive NOTIFY changed) // the material whose turn it is; or empty
  Q_PROPERTY(meridian::app::RowModelBase* parts READ parts CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* angles READ angles CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* differences READ differences CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* deliverables READ deliverables CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* questions READ questions CONSTANT)

 public:
  using ViewModel::ViewModel;

  // The brief was shown: told to the leads once per issue.
  Q_INVOKABLE void opened();
  Q_INVOKABLE void acknowledge();
  // `part` as BriefPartRow::key; empty: about no part.
  Q_INVOKABLE void ask(const QString& part, const QString& text);

  [[nodiscard]] bool hasBrief() const { return m_hasBrief; }
  [[nodiscard]] bool seen() const { return m_seen; }
  [[nodiscard]] QString emptyText() const { return m_emptyText; }
  [[nodiscard]] QString nextTitle() const { return m_nextTitle; }
  [[nodiscard]] QString nextMine() const { return m_nextMine; }
  [[nodiscard]] QString nextTheirs() const { return m_nextTheirs; }
  [[nodiscard]] QString nextState() const { return m_nextState.text; }
  [[nodiscard]] QString nextStatus() const { return m_nextState.status; }
  [[nodiscard]] int changedCount() const { return m_changedCount; }
  [[nodiscard]] bool acknowledged() const { return m_acknowledged; }
  [[nodiscard]] bool acknowledgedBefore() const { return m_acknowledgedBefore; }
  [[nodiscard]] QString contactName() const { return m_contactName; }
  [[nodiscard]] QString contactInitials() const;
  [[nodiscard]] QString contactDetail() const { return m_contactDetail; }
  [[nodiscard]] QString contactAway() const { return m_contactAway; }
  [[nodiscard]] QString approver() const { return m_approver; }
  [[nodiscard]] QString handover() const { return m_handover; }
  [[nodiscard]] QString replyBy() const { return m_replyBy; }
  [[nodiscard]] QString toGoLive() const { return m_toGoLive; }
  [[nodiscard]] RowModelBase* parts() { return &m_parts; }
  [[nodiscard]] RowModelBase* angles() { return &m_angles; }
  [[nodiscard]] RowModelBase* differences() { return &m_differences; }
  [[nodiscard]] RowModelBase* deliverables() { return &m_deliverables; }
  [[nodiscard]] RowModelBase* questions() { return &m_questions; }

 signals:
  void changed();

 protected:
  void refresh() override;

 private:
  struct Known {
    std::optional<replica::CreatorHome> home;
    std::vector<DiffPart> differences;
  };
  void fill(const Known& known);
  void fillPeople(const replica::CreatorHome& home);
  void fillNext(const replica::CreatorHome& home);

  bool m_hasBrief = false, m_seen = false, m_acknowledged = false, m_acknowledgedBefore = false;
  int m_changedCount = 0;
  QString m_emptyText, m_nextTitle, m_nextMine, m_nextTheirs, m_contactName, m_contactDetail, m_contactAway,
      m_approver, m_handover, m_replyBy, m_toGoLive;
  StateWords m_nextState;
  RowModel<BriefPartRow> m_parts;
  RowModel<AngleRow> m_angles;
  RowModel<DiffPart> m_differences;
  RowModel<DeliverableRow> m_deliverables;
  RowModel<QuestionRow> m_questions;
};

} // namespace meridian::app
