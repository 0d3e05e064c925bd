// What every submission is measured by, as leads keep it: non-negotiables and negotiables of the campaign,
// and each market's checks before going live. Every text in two lanes, with its because or its range.
#pragma once

#include "app/view_models/diff_part.h"
#include "app/view_models/view_model.h"
#include "core/replica/editing.h"
#include "core/replica/reading.h"

namespace meridian::app {

struct ElementRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString name MEMBER name) // its text in the reader's lane, to speak of it
  Q_PROPERTY(QString english MEMBER english)
  Q_PROPERTY(QString russian MEMBER russian)
  Q_PROPERTY(QString source MEMBER source)
  Q_PROPERTY(bool stale MEMBER stale)
  Q_PROPERTY(QString becauseEnglish MEMBER becauseEnglish)
  Q_PROPERTY(QString becauseRussian MEMBER becauseRussian)
  Q_PROPERTY(QString becauseSource MEMBER becauseSource)
  Q_PROPERTY(bool becauseStale MEMBER becauseStale)
  Q_PROPERTY(bool becauseMissing MEMBER becauseMissing)

 public:
  QString key, name, english, russian, source, becauseEnglish, becauseRussian, becauseSource;
  bool stale = false, becauseStale = false, becauseMissing = false;
  bool operator==(const ElementRow&) const = default;
};

class CharterModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(bool mayEdit READ mayEdit NOTIFY changed) // the campaign's; checks are each market's
  Q_PROPERTY(bool mayEditChecks READ mayEditChecks NOTIFY changed)
  Q_PROPERTY(QString market READ market WRITE setMarket NOTIFY changed) // whose checks
  // The blocks of an element, for LiveText.
  Q_PROPERTY(int textField READ textField CONSTANT)
  Q_PROPERTY(int becauseField READ becauseField CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* nonNegotiables READ nonNegotiables CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* negotiables READ negotiables CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* checks READ checks CONSTANT)

 public:
  enum Kind { NonNegotiable, Negotiable, Check };
  Q_ENUM(Kind)

  using ViewModel::ViewModel;
  [[nodiscard]] bool mayEdit() const { return m_page.mayEdit; }
  [[nodiscard]] bool mayEditChecks() const;
  [[nodiscard]] QString market() const { return m_market; }
  void setMarket(const QString& market);
  [[nodiscard]] static int textField() { return domain::field::element::text; }
  [[nodiscard]] static int becauseField() { return domain::field::element::because; }
  [[nodiscard]] RowModelBase* nonNegotiables() { return &m_nonNegotiables; }
  [[nodiscard]] RowModelBase* negotiables() { return &m_negotiables; }
  [[nodiscard]] RowModelBase* checks() { return &m_checks; }

  // Texts may be empty in one of the languages.
  Q_INVOKABLE void add(meridian::app::CharterModel::Kind kind, const QString& english, const QString& russian,
                       const QString& becauseEnglish, const QString& becauseRussian);
  Q_INVOKABLE void stillCorrect(const QString& key, bool because);
  Q_INVOKABLE [[nodiscard]] meridian::app::DiffPart changesOf(const QString& key, bool because,
                                                              const QString& title) const;
  // Can be taken back by restore(); done() names the key: “remove/KEY”, “restore/KEY”.
  Q_INVOKABLE void remove(const QString& key);
  Q_INVOKABLE void restore(const QString& key);

 signals:
  void changed();

 protected:
  void refresh() override;

 private:
  void fill();
  void setRemoved(const QString& key, bool removed);
  [[nodiscard]] const domain::Bilingual* textOf(const QString& key, bool because) const;

  replica::CampaignPageView m_page;
  QString m_market;
  RowModel<ElementRow> m_nonNegotiables, m_negotiables, m_checks;
};

} // namespace meridian::app
