// What a launch on the day being typed means for the others: the buffer to its neighbours (G4), the holidays
// of its market, and days that would be safe.
#pragma once

#include "app/view_models/review_rows.h"
#include "app/view_models/view_model.h"
#include "core/replica/reading.h"

namespace meridian::app {

struct LaunchAdvice {
  QString text, status; // “2 days between the launches of US and RU: 3–5 are safe.”, "risk"; may be empty
  QString holiday;      // “A holiday there: Victory Day”
  std::vector<DateChoice> days; // that would be safe; keys as a form takes them (“2027-03-18 12:00”)
};
[[nodiscard]] LaunchAdvice launchAdvice(const replica::CampaignPageView& page, const std::string& market,
                                        const QString& typed, const Reader& reader);

class LaunchAdviceModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString market READ market WRITE setMarket NOTIFY asked) // its code
  Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY asked) // “2027-03-17 12:00” in the market's zone
  Q_PROPERTY(QString text READ text NOTIFY changed)
  Q_PROPERTY(QString status READ status NOTIFY changed)
  Q_PROPERTY(QString holiday READ holiday NOTIFY changed)
  Q_PROPERTY(meridian::app::RowModelBase* days READ days CONSTANT)

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] QString market() const { return m_market; }
  void setMarket(const QString& market);
  [[nodiscard]] QString typed() const { return m_typed; }
  void setTyped(const QString& typed);
  [[nodiscard]] QString text() const { return m_advice.text; }
  [[nodiscard]] QString status() const { return m_advice.status; }
  [[nodiscard]] QString holiday() const { return m_advice.holiday; }
  [[nodiscard]] RowModelBase* days() { return &m_days; }

 signals:
  void asked();
  void changed();

 protected:
  void refresh() override;

 private:
  void look();

  QString m_market, m_typed;
  std::optional<replica::CampaignPageView> m_page;
  LaunchAdvice m_advice;
  RowModel<DateChoice> m_days;
};

} // namespace meridian::app
