// The milestones as leads keep them: a list, and one of them being written. A hub lead keeps those of the own
// market. The date of a launch is its market's, wherever it is changed.
#pragma once

#include "app/view_models/diff_part.h"
#include "app/view_models/view_model.h"
#include "core/replica/editing.h"
#include "core/replica/reading.h"

namespace meridian::app {

struct MilestoneRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString title MEMBER title)
  Q_PROPERTY(QString why MEMBER why)
  Q_PROPERTY(QString detail MEMBER detail) // “Launch · US”
  Q_PROPERTY(QString mine MEMBER mine)
  Q_PROPERTY(QString theirs MEMBER theirs)
  Q_PROPERTY(QString note MEMBER note) // what is missing or stale; may be empty
  Q_PROPERTY(bool mayEdit MEMBER mayEdit)

 public:
  QString key, title, why, detail, mine, theirs, note;
  bool mayEdit = false;
  bool operator==(const MilestoneRow&) const = default;
};

// One milestone as a form takes it.
struct MilestoneDraft {
  Q_GADGET
  QML_VALUE_TYPE(milestoneDraft)
  Q_PROPERTY(QString key MEMBER key) // empty for a new one
  Q_PROPERTY(QString titleEn MEMBER titleEn)
  Q_PROPERTY(QString titleRu MEMBER titleRu)
  Q_PROPERTY(QString titleSource MEMBER titleSource)
  Q_PROPERTY(bool titleStale MEMBER titleStale)
  Q_PROPERTY(QString whyEn MEMBER whyEn)
  Q_PROPERTY(QString whyRu MEMBER whyRu)
  Q_PROPERTY(QString whySource MEMBER whySource)
  Q_PROPERTY(bool whyStale MEMBER whyStale)
  Q_PROPERTY(QString at MEMBER at) // “2027-03-17 12:00” in the zone
  Q_PROPERTY(QString zone MEMBER zone)
  Q_PROPERTY(QString market MEMBER market) // empty: all
  Q_PROPERTY(int type MEMBER type)         // of domain::MilestoneType

 public:
  QString key, titleEn, titleRu, titleSource, whyEn, whyRu, whySource, at, zone, market;
  bool titleStale = false, whyStale = false;
  int type = 0;
  bool operator==(const MilestoneDraft&) const = default;
};

struct MilestonesAnswer {
  replica::CampaignPageView page;
  log::Role role = log::Role::Viewer;
  std::string market; // of a hub lead
};
[[nodiscard]] std::vector<MilestoneRow> milestoneRows(const MilestonesAnswer& answer, const Reader& reader,
                                                      domain::Language content);

class MilestonesModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(meridian::app::RowModelBase* rows READ rows CONSTANT)
  Q_PROPERTY(bool mayAdd READ mayAdd NOTIFY changed)
  // The one being written: a milestone's key, or empty for a new one.
  Q_PROPERTY(QString milestone READ milestone WRITE setMilestone NOTIFY milestoneChanged)
  // What is being typed is not overwritten by what arrives.
  Q_PROPERTY(meridian::app::MilestoneDraft draft READ draft WRITE setDraft NOTIFY changed)
  Q_PROPERTY(bool dirty READ dirty NOTIFY changed)
  Q_PROPERTY(bool mayEdit READ mayEdit NOTIFY changed)
  // False where the date is a launch's, and set by the leads.
  Q_PROPERTY(bool mayMoveDate READ mayMoveDate NOTIFY changed)
  // The draft is what was typed at another time and not saved.
  Q_PROPERTY(bool restored READ restored NOTIFY changed)
  // Which the draft may be given: codes, empty for all markets.
  Q_PROPERTY(QStringList markets READ markets NOTIFY changed)
  Q_PROPERTY(QStringList marketNames READ marketNames NOTIFY changed) // in their order
  Q_PROPERTY(QStringList types READ types NOTIFY changed)

 public:
  // Of the types: the one whose date is checked against the other markets' as it is chosen.
  enum Type { Launch = static_cast<int>(domain::MilestoneType::Launch) };
  Q_ENUM(Type)

  explicit MilestonesModel(QObject* parent = nullptr);
  [[nodiscard]] RowModelBase* rows() { return &m_rows; }
  [[nodiscard]] bool mayAdd() const { return !m_markets.isEmpty(); }
  [[nodiscard]] QString milestone() const { return m_milestone; }
  void setMilestone(const QString& key);
  [[nodiscard]] MilestoneDraft draft() const { return m_draft; }
  void setDraft(const MilestoneDraft& draft);
  [[nodiscard]] bool dirty() const { return m_dirty; }
  [[nodiscard]] bool mayEdit() const { return m_mayEdit; }
  [[nodiscard]] bool mayMoveDate() const;
  [[nodiscard]] bool restored() const { return m_restored; }
  [[nodiscard]] QStringList markets() const { return m_markets; }
  [[nodiscard]] QStringList marketNames() const { return m_marketNames; }
  [[nodiscard]] QStringList types() const;

  Q_INVOKABLE [[nodiscard]] QString zoneOf(const QString& market) const; // where its people are
  // A title and a why in one of the languages, and a date, are needed (P8); refused with a sentence
  // otherwise.
  Q_INVOKABLE void save();
  // What is being typed is kept on this device until it is saved: taking it up again, keeping it, and no
  // longer.
  Q_INVOKABLE void takeDraft();
  Q_INVOKABLE void keepDraft();
  Q_INVOKABLE void discardDraft();
  // Can be taken back by restore(); done() names the key: “remove/KEY”, “restore/KEY”.
  Q_INVOKABLE void remove(const QString& key);
  Q_INVOKABLE void restore(const QString& key);
  // `block` is "title" or "why".
  Q_INVOKABLE void stillCorrect(const QString& block);
  Q_INVOKABLE [[nodiscard]] meridian::app::DiffPart changesOf(const QString& block,
                                                              const QString& title) const;

 signals:
  void milestoneChanged();
  void changed();

 protected:
  void refresh() override;

 private:
  void fill();
  [[nodiscard]] const domain::Milestone* written() const;
  [[nodiscard]] MilestoneDraft kept() const;
  void setRemoved(const QString& key, bool removed);

  QString m_milestone;
  MilestonesAnswer m_answer;
  MilestoneDraft m_draft, m_taken; // as it is typed, and as it was when it was taken
  QStringList m_markets, m_marketNames;
  bool m_mayEdit = false, m_dirty = false, m_restored = false;
  RowModel<MilestoneRow> m_rows;
};

} // namespace meridian::app
