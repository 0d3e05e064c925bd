// Going live with an approved version: when, with which words and labels, and what still stands in the way.
#pragma once

#include <set>

#include "app/view_models/view_model.h"
#include "core/replica/reading.h"

namespace meridian::app {

struct CheckRowData {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString text MEMBER text)
  Q_PROPERTY(QString reason MEMBER reason)
  Q_PROPERTY(bool ticked MEMBER ticked)

 public:
  QString key, text, reason;
  bool ticked = false;
  bool operator==(const CheckRowData&) const = default;
};

class GoLiveModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  // Which material; empty: the first that may go live, else the first that is not live.
  Q_PROPERTY(QString deliverable READ deliverable WRITE setDeliverable NOTIFY changed)
  Q_PROPERTY(QString title READ title NOTIFY changed)
  Q_PROPERTY(QString mine READ mine NOTIFY changed)
  Q_PROPERTY(QString theirs READ theirs NOTIFY changed)
  Q_PROPERTY(QString distance READ distance NOTIFY changed)
  Q_PROPERTY(QString caption READ caption NOTIFY changed) // the approved one
  Q_PROPERTY(QString adToken READ adToken NOTIFY changed)
  Q_PROPERTY(QString labels READ labels NOTIFY changed)
  Q_PROPERTY(QStringList blocks READ blocks NOTIFY changed) // why not, in sentences
  // Among them: the creator has to read the brief again.
  Q_PROPERTY(bool briefChanged READ briefChanged NOTIFY changed)
  Q_PROPERTY(bool mayGoLive READ mayGoLive NOTIFY changed)
  Q_PROPERTY(bool live READ live NOTIFY changed)
  Q_PROPERTY(QString liveLink READ liveLink NOTIFY changed)
  Q_PROPERTY(bool confirmsLinks READ confirmsLinks NOTIFY changed)
  Q_PROPERTY(bool allChecked READ allChecked NOTIFY changed)
  Q_PROPERTY(meridian::app::RowModelBase* checks READ checks CONSTANT)

 public:
  using ViewModel::ViewModel;
  Q_INVOKABLE void check(const QString& key, bool ticked);
  Q_INVOKABLE void goLive(const QString& link, bool linksConfirmed);
  Q_INVOKABLE void copy(const QString& text) const;

  [[nodiscard]] QString deliverable() const { return m_deliverable; }
  void setDeliverable(const QString& key);
  [[nodiscard]] QString title() const { return m_title; }
  [[nodiscard]] QString mine() const { return m_mine; }
  [[nodiscard]] QString theirs() const { return m_theirs; }
  [[nodiscard]] QString distance() const { return m_distance; }
  [[nodiscard]] QString caption() const { return m_caption; }
  [[nodiscard]] QString adToken() const { return m_adToken; }
  [[nodiscard]] QString labels() const { return m_labels; }
  [[nodiscard]] QStringList blocks() const { return m_blocks; }
  [[nodiscard]] bool briefChanged() const { return m_briefChanged; }
  [[nodiscard]] bool mayGoLive() const { return m_mayGoLive; }
  [[nodiscard]] bool live() const { return m_live; }
  [[nodiscard]] QString liveLink() const { return m_liveLink; }
  [[nodiscard]] bool confirmsLinks() const { return m_confirmsLinks; }
  [[nodiscard]] bool allChecked() const;
  [[nodiscard]] RowModelBase* checks() { return &m_checks; }

 signals:
  void changed();

 protected:
  void refresh() override;

 private:
  struct Known {
    std::optional<replica::CreatorHome> home;
    std::vector<domain::CharterElement> checklist;
  };
  void fill(const Known& known);

  QString m_deliverable, m_title, m_mine, m_theirs, m_distance, m_caption, m_adToken, m_labels, m_liveLink;
  QStringList m_blocks;
  bool m_mayGoLive = false, m_live = false, m_confirmsLinks = false, m_briefChanged = false;
  std::set<QString> m_ticked;
  RowModel<CheckRowData> m_checks;
};

} // namespace meridian::app
