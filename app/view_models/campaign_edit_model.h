// The campaign on one page as leads write it: every text in two lanes, launches, and which market leads.
#pragma once

#include "app/view_models/brief_desk_model.h"
#include "app/view_models/diff_part.h"
#include "app/view_models/view_model.h"
#include "core/replica/editing.h"
#include "core/replica/reading.h"

namespace meridian::app {

struct MarketEditRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key) // its code
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(QString launch MEMBER launch) // as a form takes it: “2027-03-15 09:00”, in the market's zone
  Q_PROPERTY(QString city MEMBER city)
  Q_PROPERTY(QString zone MEMBER zone)
  Q_PROPERTY(QString holidays MEMBER holidays) // country whose public holidays are shown; may be empty
  Q_PROPERTY(bool needsToken MEMBER needsToken)

 public:
  QString key, name, launch, city, zone, holidays;
  bool needsToken = false;
  bool operator==(const MarketEditRow&) const = default;
};

// Rows of the blocks of the campaign ("campaign") or of one market (its code). A row's key is
// “owner/number”.
[[nodiscard]] std::vector<BlockRow> campaignBlocks(const replica::CampaignPageView& page,
                                                   const std::string& owner);

class CampaignEditModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(bool mayEdit READ mayEdit NOTIFY changed) // the shared part; each market says its own
  Q_PROPERTY(meridian::app::RowModelBase* shared READ shared CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* markets READ markets CONSTANT)
  // The market whose texts are being written.
  Q_PROPERTY(QString market READ market WRITE setMarket NOTIFY changed)
  Q_PROPERTY(meridian::app::RowModelBase* marketBlocks READ marketBlocks CONSTANT)
  Q_PROPERTY(bool mayEditMarket READ mayEditMarket NOTIFY changed)
  Q_PROPERTY(int mode READ mode NOTIFY changed)           // of the priority decision: 1 to 4, 0 for none yet
  Q_PROPERTY(QString leading READ leading NOTIFY changed) // its first market
  Q_PROPERTY(QString decisionEn READ decisionEn NOTIFY changed)
  Q_PROPERTY(QString decisionRu READ decisionRu NOTIFY changed)
  // Two were made at the same time: deciding again settles it.
  Q_PROPERTY(bool decisionContested READ decisionContested NOTIFY changed)
  Q_PROPERTY(QStringList modes READ modes NOTIFY changed)
  Q_PROPERTY(QStringList codes READ codes NOTIFY changed)
  Q_PROPERTY(QStringList marketNames READ marketNames NOTIFY changed) // in the order of the codes

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] bool mayEdit() const { return m_page.mayEdit; }
  [[nodiscard]] RowModelBase* shared() { return &m_shared; }
  [[nodiscard]] RowModelBase* markets() { return &m_markets; }
  [[nodiscard]] QString market() const { return m_market; }
  void setMarket(const QString& market);
  [[nodiscard]] RowModelBase* marketBlocks() { return &m_blocks; }
  [[nodiscard]] bool mayEditMarket() const;
  [[nodiscard]] int mode() const { return m_page.decision ? static_cast<int>(m_page.decision->mode) : 0; }
  [[nodiscard]] QString leading() const;
  [[nodiscard]] QString decisionEn() const;
  [[nodiscard]] QString decisionRu() const;
  [[nodiscard]] bool decisionContested() const { return !m_page.contestedDecisions.empty(); }
  [[nodiscard]] QStringList modes() const;
  [[nodiscard]] QStringList codes() const;
  [[nodiscard]] QStringList marketNames() const;

  Q_INVOKABLE void stillCorrect(const QString& key);
  Q_INVOKABLE [[nodiscard]] meridian::app::DiffPart changesOf(const QString& key, const QString& title) const;
  // As domain::isMarketCode has it, in capitals or not; refused with a sentence otherwise, or if there is one
  // already.
  Q_INVOKABLE void addMarket(const QString& code, const QString& english, const QString& russian,
                             const QString& zone);
  Q_INVOKABLE void setZone(const QString& market, const QString& zone);
  Q_INVOKABLE void setHolidays(const QString& market, const QString& country);
  Q_INVOKABLE void setNeedsToken(const QString& market, bool needed);
  // Refused with a sentence if it is no date and time.
  Q_INVOKABLE void setLaunch(const QString& market, const QString& typed);
  // `why` is mandatory in one of the languages (P8).
  Q_INVOKABLE void decide(int mode, const QString& leading, const QString& whyEn, const QString& whyRu);

 signals:
  void changed();

 protected:
  void refresh() override;

 private:
  void fill();
  void setOnMarket(const QString& market, std::uint32_t field, crdt::Value value);
  [[nodiscard]] replica::Place placeOf(const QString& owner) const;

  replica::CampaignPageView m_page;
  QString m_market;
  RowModel<BlockRow> m_shared, m_blocks;
  RowModel<MarketEditRow> m_markets;
};

} // namespace meridian::app
