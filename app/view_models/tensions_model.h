// S3: goals that pull apart, as hubs and leads keep them. While one is open, its markets issue no brief and
// do not launch.
#pragma once

#include "app/view_models/view_model.h"
#include "core/replica/reading.h"

namespace meridian::app {

struct TensionRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString first MEMBER first)
  Q_PROPERTY(QString second MEMBER second)
  Q_PROPERTY(QString why MEMBER why)
  Q_PROPERTY(QString status MEMBER status) // "bad" while it is open
  Q_PROPERTY(QString note MEMBER note)     // “Unresolved. Holds up: United States, Russia”
  Q_PROPERTY(bool open MEMBER open)
  Q_PROPERTY(QString how MEMBER how)             // what was decided; several decisions, each a line
  Q_PROPERTY(QString decidedBy MEMBER decidedBy) // “Decided: Mila Petrović, Tue 2 Mar, 14:00”

 public:
  QString key, first, second, why, status, note, how, decidedBy;
  bool open = false;
  bool operator==(const TensionRow&) const = default;
};

struct TensionsAnswer {
  std::vector<domain::GoalTension> tensions;
  std::vector<domain::Market> markets;
  std::vector<replica::PersonView> people;
  log::Role role = log::Role::Viewer;
  bool leads = false; // brand lead, campaign lead or its deputy
};
[[nodiscard]] std::vector<TensionRow> tensionRows(const TensionsAnswer& answer, const Reader& reader,
                                                  domain::Language content);

class TensionsModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(meridian::app::RowModelBase* rows READ rows CONSTANT)
  Q_PROPERTY(bool mayOpen READ mayOpen NOTIFY changed)
  Q_PROPERTY(bool mayResolve READ mayResolve NOTIFY changed)
  Q_PROPERTY(QStringList markets READ markets NOTIFY changed)         // their codes
  Q_PROPERTY(QStringList marketNames READ marketNames NOTIFY changed) // in their order

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] RowModelBase* rows() { return &m_rows; }
  [[nodiscard]] bool mayOpen() const;
  [[nodiscard]] bool mayResolve() const { return m_answer.leads; }
  [[nodiscard]] QStringList markets() const;
  [[nodiscard]] QStringList marketNames() const;

  // Each text in English and Russian, one of which may be empty; no markets: all of them.
  Q_INVOKABLE void open(const QStringList& first, const QStringList& second, const QStringList& why,
                        const QStringList& markets);
  Q_INVOKABLE void resolve(const QString& key, const QString& english, const QString& russian);
  // Can be taken back by restore(); done() names the key: “remove/KEY”, “restore/KEY”.
  Q_INVOKABLE void remove(const QString& key);
  Q_INVOKABLE void restore(const QString& key);

 signals:
  void changed();

 protected:
  void refresh() override;

 private:
  void setRemoved(const QString& key, bool removed);

  TensionsAnswer m_answer;
  RowModel<TensionRow> m_rows;
};

} // namespace meridian::app
