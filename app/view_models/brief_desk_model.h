// A brief being written: nine texts in two lanes, what is missing, and issuing it.
#pragma once

#include "app/view_models/diff_part.h"
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
  // Where the text lies, for LiveText; no entity before a brief was begun.
  Q_PROPERTY(QString entity MEMBER entity)
  Q_PROPERTY(int field MEMBER field)
  Q_PROPERTY(QString label MEMBER label)
  Q_PROPERTY(QString hint MEMBER hint)
  Q_PROPERTY(QString english MEMBER english)
  Q_PROPERTY(QString russian MEMBER russian)
  Q_PROPERTY(QString source MEMBER source)
  Q_PROPERTY(bool stale MEMBER stale)
  Q_PROPERTY(bool missing MEMBER missing)

 public:
  QString key, entity, label, hint, english, russian, source;
  int field = 0;
  bool stale = false, missing = false;
  bool operator==(const BlockRow&) const = default;
};

struct DeskDeliverableRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString title MEMBER title)
  Q_PROPERTY(QString roughCut MEMBER roughCut)
  Q_PROPERTY(QString goLive MEMBER goLive)
  Q_PROPERTY(QString adToken MEMBER adToken)
  Q_PROPERTY(bool tokenMissing MEMBER tokenMissing) // though the market asks for one

 public:
  QString key, title, roughCut, goLive, adToken;
  bool tokenMissing = false;
  bool operator==(const DeskDeliverableRow&) const = default;
};

// A deliverable as a form takes it; dates as local times in the creator's zone (“2027-03-15 09:00”).
struct DeliverableDraft {
  Q_GADGET
  QML_VALUE_TYPE(deliverableDraft)
  Q_PROPERTY(QString titleEn MEMBER titleEn)
  Q_PROPERTY(QString titleRu MEMBER titleRu)
  Q_PROPERTY(QString labelsEn MEMBER labelsEn)
  Q_PROPERTY(QString labelsRu MEMBER labelsRu)
  Q_PROPERTY(QString roughCut MEMBER roughCut)
  Q_PROPERTY(QString goLive MEMBER goLive)
  Q_PROPERTY(QString adToken MEMBER adToken)

 public:
  QString titleEn, titleRu, labelsEn, labelsRu, roughCut, goLive, adToken;
  bool operator==(const DeliverableDraft&) const = default;
};

// Whom a creator asks, or who approves: one of the hub's and the campaign's leads.
struct DeskPersonRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString text MEMBER text)

 public:
  QString key, text;
  bool operator==(const DeskPersonRow&) const = default;
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
// `zone`: of the creator, who waits for the answer.
[[nodiscard]] DeskQuestionRow deskQuestion(const domain::Question& question, std::string_view zone,
                                           const Reader& reader);
[[nodiscard]] std::vector<BlockRow> deskBlocks(const replica::BriefDesk& desk);

class BriefDeskModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString space READ space WRITE setSpace NOTIFY spaceChanged) // the creator's
  Q_PROPERTY(meridian::app::DeskFacts facts READ facts NOTIFY changed)
  Q_PROPERTY(meridian::app::RowModelBase* blocks READ blocks CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* deliverables READ deliverables CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* questions READ questions CONSTANT)
  Q_PROPERTY(meridian::app::DeliverableDraft deliverable READ deliverable WRITE setDeliverable NOTIFY
                 deliverableChanged)
  // In which its dates are meant: the creator's.
  Q_PROPERTY(QString deliverableZone READ deliverableZone NOTIFY deliverableChanged)
  // The form shows what was typed into it at another time and not saved.
  Q_PROPERTY(bool restored READ restored NOTIFY deliverableChanged)
  Q_PROPERTY(meridian::app::RowModelBase* people READ people CONSTANT)
  Q_PROPERTY(QString contact READ contact NOTIFY changed) // a key among the people
  Q_PROPERTY(QString approver READ approver NOTIFY changed)

 public:
  explicit BriefDeskModel(QObject* parent = nullptr);
  [[nodiscard]] QString space() const { return m_space; }
  void setSpace(const QString& space);
  [[nodiscard]] DeskFacts facts() const { return m_facts; }
  [[nodiscard]] RowModelBase* blocks() { return &m_blocks; }
  [[nodiscard]] RowModelBase* deliverables() { return &m_deliverables; }
  [[nodiscard]] RowModelBase* questions() { return &m_questions; }
  [[nodiscard]] DeliverableDraft deliverable() const { return m_deliverable; }
  void setDeliverable(const DeliverableDraft& draft);
  [[nodiscard]] QString deliverableZone() const;
  [[nodiscard]] bool restored() const { return m_restored; }
  [[nodiscard]] RowModelBase* people() { return &m_people; }
  [[nodiscard]] QString contact() const { return m_contact; }
  [[nodiscard]] QString approver() const { return m_approver; }

  Q_INVOKABLE void stillCorrect(const QString& block);
  // What changed in the source since the translation was made, for ChangesSheet; `title` says of what.
  Q_INVOKABLE [[nodiscard]] meridian::app::DiffPart changesOf(const QString& block,
                                                              const QString& title) const;
  Q_INVOKABLE void issue(bool material);
  Q_INVOKABLE void withdraw(const QString& reason);
  Q_INVOKABLE void answer(const QString& question, const QString& text);
  // The form: of a new deliverable for an empty key.
  Q_INVOKABLE void takeDeliverable(const QString& key);
  Q_INVOKABLE void saveDeliverable();
  // Keeps what is typed into the form on this device, or no longer.
  Q_INVOKABLE void keepDeliverable();
  Q_INVOKABLE void discardDeliverable();
  // done() names the key: “remove/KEY”, “restore/KEY”.
  Q_INVOKABLE void removeDeliverable(const QString& key);
  Q_INVOKABLE void restoreDeliverable(const QString& key);
  Q_INVOKABLE void setContact(const QString& member);
  Q_INVOKABLE void setApprover(const QString& member);

 signals:
  void spaceChanged();
  void changed();
  void deliverableChanged();

 protected:
  void refresh() override;

 private:
  [[nodiscard]] const domain::Deliverable* edited() const; // as it is; nullptr for a new one
  [[nodiscard]] std::optional<domain::Bilingual> textOf(std::uint32_t block) const;

  void setOnCard(const QString& what, std::uint32_t field, const QString& member);
  void setRemoved(const QString& key, bool removed);

  QString m_space, m_contact, m_approver;
  QString m_editing;                       // the deliverable in the form; empty for a new one
  DeliverableDraft m_deliverable, m_taken; // as it is typed, and as it was when it was taken
  struct Saved {
    std::string name; // it was kept under
    DeliverableDraft draft;
    std::string words; // as they were kept
  };
  std::map<QString, Saved> m_saved; // what was asked to be saved, by command
  bool m_restored = false;
  DeskFacts m_facts;
  std::optional<replica::BriefDesk> m_desk;
  RowModel<BlockRow> m_blocks;
  RowModel<DeskDeliverableRow> m_deliverables;
  RowModel<DeskQuestionRow> m_questions;
  RowModel<DeskPersonRow> m_people;
};

} // namespace meridian::app
