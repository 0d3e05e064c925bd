// The campaign on one page, as everybody reads it: thesis, goal, proposition, metric; a column per market;
// what is decided and why.
#pragma once

#include "app/view_models/view_model.h"
#include "core/replica/reading.h"

namespace meridian::app {

struct MarketColumn {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(QString launch MEMBER launch)
  Q_PROPERTY(QString launchThere MEMBER launchThere)
  Q_PROPERTY(QString subGoal MEMBER subGoal)
  Q_PROPERTY(QString whyItMatters MEMBER whyItMatters)
  Q_PROPERTY(QString expression MEMBER expression)
  Q_PROPERTY(QString angle MEMBER angle)
  Q_PROPERTY(QString reason MEMBER reason)
  Q_PROPERTY(QString figures MEMBER data)
  Q_PROPERTY(QString whyThisOrder MEMBER whyThisOrder)

 public:
  QString key, name, launch, launchThere, subGoal, whyItMatters, expression, angle, reason, data,
      whyThisOrder;
  bool operator==(const MarketColumn&) const = default;
};

struct ReasonRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString text MEMBER text)
  Q_PROPERTY(QString reason MEMBER reason)

 public:
  QString key, text, reason;
  bool operator==(const ReasonRow&) const = default;
};

class CampaignModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString name READ name NOTIFY changed)
  Q_PROPERTY(QString thesis READ thesis NOTIFY changed)
  Q_PROPERTY(QString goal READ goal NOTIFY changed)
  Q_PROPERTY(QString valueProposition READ valueProposition NOTIFY changed)
  Q_PROPERTY(QString successMetric READ successMetric NOTIFY changed)
  Q_PROPERTY(QString decision READ decision NOTIFY changed) // the priority decision in words; may be empty
  Q_PROPERTY(QString decisionWhy READ decisionWhy NOTIFY changed)
  Q_PROPERTY(QString buffer READ buffer NOTIFY changed) // days between the launches, in words
  Q_PROPERTY(bool bufferWarns READ bufferWarns NOTIFY changed)
  Q_PROPERTY(meridian::app::RowModelBase* markets READ markets CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* nonNegotiables READ nonNegotiables CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* negotiables READ negotiables CONSTANT)

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] QString name() const { return m_name; }
  [[nodiscard]] QString thesis() const { return m_thesis; }
  [[nodiscard]] QString goal() const { return m_goal; }
  [[nodiscard]] QString valueProposition() const { return m_proposition; }
  [[nodiscard]] QString successMetric() const { return m_metric; }
  [[nodiscard]] QString decision() const { return m_decision; }
  [[nodiscard]] QString decisionWhy() const { return m_decisionWhy; }
  [[nodiscard]] QString buffer() const { return m_buffer; }
  [[nodiscard]] bool bufferWarns() const { return m_bufferWarns; }
  [[nodiscard]] RowModelBase* markets() { return &m_markets; }
  [[nodiscard]] RowModelBase* nonNegotiables() { return &m_nonNegotiables; }
  [[nodiscard]] RowModelBase* negotiables() { return &m_negotiables; }

 signals:
  void changed();

 protected:
  void refresh() override;

 private:
  void fill(const replica::CampaignPageView& page);

  QString m_name, m_thesis, m_goal, m_proposition, m_metric, m_decision, m_decisionWhy, m_buffer;
  bool m_bufferWarns = false;
  RowModel<MarketColumn> m_markets;
  RowModel<ReasonRow> m_nonNegotiables, m_negotiables;
};

} // namespace meridian::app
