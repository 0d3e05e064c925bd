#include "app/view_models/campaign_edit_model.h"

#include <algorithm>

#include "app/text/lane.h"
#include "app/view_models/typed.h"
#include "core/domain/market_code.h"

namespace meridian::app {

namespace {

namespace c = domain::field::campaign;
namespace m = domain::field::market;

const QString sharedKey = QStringLiteral("campaign");

struct Labelled {
  std::uint32_t block;
  QString label;
  const domain::Bilingual* text;
};

std::vector<Labelled> blocksOf(const domain::Campaign& page) {
  return {
      {c::name, CampaignEditModel::tr("Name", "Text of the campaign"), &page.name},
      {c::thesis, CampaignEditModel::tr("Thesis", "Text of the campaign"), &page.thesis},
      {c::goal, CampaignEditModel::tr("Shared goal", "Text of the campaign"), &page.goal},
      {c::valueProposition, CampaignEditModel::tr("Value proposition", "Text of the campaign"),
       &page.valueProposition},
      {c::successMetric, CampaignEditModel::tr("Success metric", "Text of the campaign"),
       &page.successMetric},
      {c::guidelines, CampaignEditModel::tr("Brand guidelines", "Text of the campaign"), &page.guidelines}};
}

std::vector<Labelled> blocksOf(const domain::Market& market) {
  return {
      {m::name, CampaignEditModel::tr("Name", "Text of the campaign"), &market.name},
      {m::angle, CampaignEditModel::tr("Angle", "Text of a market"), &market.angle},
      {m::angleReason, CampaignEditModel::tr("Reason of the angle", "Text of a market"), &market.angleReason},
      {m::angleData, CampaignEditModel::tr("What the data says", "Text of a market"), &market.angleData},
      {m::expression, CampaignEditModel::tr("How the thesis sounds here", "Text of a market"),
       &market.expression},
      {m::subGoal, CampaignEditModel::tr("Sub-goal", "Text of a market"), &market.subGoal},
      {m::whyItMatters, CampaignEditModel::tr("Why it matters to the whole win", "Text of a market"),
       &market.whyItMatters},
      {m::whyThisOrder, CampaignEditModel::tr("Why in this order", "Text of a market"), &market.whyThisOrder},
      {m::labels, CampaignEditModel::tr("Required labels", "Text of a market: disclosure"), &market.labels}};
}

const domain::Market* marketOf(const replica::CampaignPageView& page, const std::string& code) {
  const auto found = std::ranges::find(page.markets, code, &domain::Market::code);
  return found == page.markets.end() ? nullptr : &*found;
}

std::vector<Labelled> blocksOf(const replica::CampaignPageView& page, const std::string& owner) {
  if (owner == fromQt(sharedKey)) return blocksOf(page.page);
  const domain::Market* market = marketOf(page, owner);
  return market != nullptr ? blocksOf(*market) : std::vector<Labelled>();
}

crdt::EntityRef entityOf(const std::string& owner) {
  const bool shared = owner == fromQt(sharedKey);
  return crdt::KeyedEntity{
      static_cast<std::uint16_t>(shared ? domain::EntityKind::Campaign : domain::EntityKind::Market),
      shared ? Bytes() : Bytes(owner.begin(), owner.end())};
}

std::optional<domain::Bilingual> textOf(const replica::CampaignPageView& page, const QString& key) {
  const std::uint32_t number = key.section(u'/', 1).toUInt();
  for (const auto& one : blocksOf(page, fromQt(key.section(u'/', 0, 0))))
    if (one.block == number) return *one.text;
  return std::nullopt;
}

} // namespace

std::vector<BlockRow> campaignBlocks(const replica::CampaignPageView& page, const std::string& owner) {
  std::vector<BlockRow> rows;
  for (const auto& one : blocksOf(page, owner)) {
    BlockRow row;
    row.key = toQt(owner) + u'/' + QString::number(one.block);
    row.entity = toQt(crdt::entityIdOf(entityOf(owner)));
    row.field = static_cast<int>(one.block);
    row.label = one.label;
    row.english = toQt(one.text->en);
    row.russian = toQt(one.text->ru);
    row.source = toQt(domain::languageCode(one.text->source));
    row.stale = one.text->stale();
    rows.push_back(std::move(row));
  }
  return rows;
}

void CampaignEditModel::refresh() {
  query([](replica::Replica& replica,
           const SpaceId& campaign) { return replica::Reading(replica, campaign).page(); },
        [this](replica::CampaignPageView page) {
          m_page = std::move(page);
          if (m_market.isEmpty() && !m_page.markets.empty()) {
            const auto& mine = m_page.mayEditMarkets;
            m_market = toQt(mine.empty() ? m_page.markets.front().code : mine.front());
          }
          fill();
        });
}

void CampaignEditModel::fill() {
  m_shared.setRows(campaignBlocks(m_page, fromQt(sharedKey)));
  m_blocks.setRows(campaignBlocks(m_page, fromQt(m_market)));
  std::vector<MarketEditRow> rows;
  for (const auto& market : m_page.markets) {
    MarketEditRow row;
    row.key = toQt(market.code);
    row.name = laneText(market.name, session()->contentLane());
    if (row.name.isEmpty()) row.name = row.key;
    row.city = cityText(market.zone, session()->reader().language);
    row.zone = toQt(market.zone);
    row.holidays = toQt(market.holidayCountry);
    row.needsToken = market.needsAdToken;
    if (market.launchAt) row.launch = typedText(*market.launchAt, market.zone);
    rows.push_back(std::move(row));
  }
  m_markets.setRows(std::move(rows));
  emit changed();
}

void CampaignEditModel::setMarket(const QString& market) {
  if (market == m_market) return;
  m_market = market;
  fill();
}

bool CampaignEditModel::mayEditMarket() const {
  return std::ranges::find(m_page.mayEditMarkets, fromQt(m_market)) != m_page.mayEditMarkets.end();
}

replica::Place CampaignEditModel::placeOf(const QString& owner) const {
  return {m_page.campaign, entityOf(fromQt(owner))};
}

void CampaignEditModel::stillCorrect(const QString& key) {
  const auto text = textOf(m_page, key);
  if (!text) return;
  command(QStringLiteral("still-correct"),
          [place = placeOf(key.section(u'/', 0, 0)), block = key.section(u'/', 1).toUInt(),
           lane = domain::other(text->source)](replica::Replica& replica, const SpaceId&) {
            return replica::Editing(replica).confirmTranslation(place, block, lane);
          });
}

DiffPart CampaignEditModel::changesOf(const QString& key, const QString& title) const {
  const auto text = textOf(m_page, key);
  return text ? sourceChanges(title, *text) : DiffPart();
}

void CampaignEditModel::addMarket(const QString& code, const QString& english, const QString& russian,
                                  const QString& zone) {
  const QString wanted = code.trimmed().toUpper();
  if (!domain::isMarketCode(fromQt(wanted)))
    return setProblem(
        [] { return tr("A market has a short code of up to 8 Latin letters, digits or hyphens, as US."); });
  if (marketOf(m_page, fromQt(wanted)) != nullptr)
    return setProblem([] { return tr("This market is there already."); });
  std::vector<replica::BlockWrite> blocks;
  addTyped(blocks, m::name, english, russian);
  const auto order = static_cast<std::int64_t>(m_page.markets.size()) + 1;
  setMarket(wanted);
  commandOnce(QStringLiteral("add-market"), [place = placeOf(wanted), blocks, zone = fromQt(zone),
                                             order](replica::Replica& replica, const SpaceId&) {
    return replica::Editing(replica).edit(place, blocks,
                                          {{m::zone, crdt::Value(zone)}, {m::order, crdt::Value(order)}});
  });
}

void CampaignEditModel::setOnMarket(const QString& market, std::uint32_t field, crdt::Value value) {
  command(QStringLiteral("market"), [place = placeOf(market), field,
                                     value = std::move(value)](replica::Replica& replica, const SpaceId&) {
    return replica::Editing(replica).set(place, {{field, value}});
  });
}

void CampaignEditModel::setZone(const QString& market, const QString& zone) {
  setOnMarket(market, m::zone, crdt::Value(fromQt(zone)));
}

void CampaignEditModel::setHolidays(const QString& market, const QString& country) {
  setOnMarket(market, m::holidayCountry, crdt::Value(fromQt(country)));
}

void CampaignEditModel::setNeedsToken(const QString& market, bool needed) {
  setOnMarket(market, m::needsAdToken, crdt::Value(needed));
}

void CampaignEditModel::setLaunch(const QString& market, const QString& typed) {
  const domain::Market* found = marketOf(m_page, fromQt(market));
  if (found == nullptr) return;
  const auto at = typedInstant(typed, found->zone);
  if (!at)
    return setProblem([] { return tr("That is no date and time. Choose one in the calendar or type it."); });
  command(QStringLiteral("launch"),
          [place = placeOf(market), at = *at](replica::Replica& replica, const SpaceId&) {
            return replica::Editing(replica).set(place, {{m::launchAt, crdt::Value(toMillis(at))}});
          });
}

void CampaignEditModel::decide(int mode, const QString& leading, const QString& whyEn, const QString& whyRu) {
  if (mode < 1 || mode > 4) return;
  if (whyEn.trimmed().isEmpty() && whyRu.trimmed().isEmpty())
    return setProblem([] { return tr("Say why: a decision keeps its reason."); });
  domain::PriorityDecision decision;
  decision.mode = static_cast<domain::PriorityMode>(mode);
  // The leading market first, the others in their order.
  for (const bool first : {true, false})
    for (const auto& market : m_page.markets)
      if ((market.code == fromQt(leading)) == first) decision.markets.push_back(market.code);
  if (decision.mode == domain::PriorityMode::NamedMarketLeads) decision.markets.resize(1);
  if (decision.mode == domain::PriorityMode::Parallel || decision.mode == domain::PriorityMode::Separate)
    decision.markets.clear();
  decision.why.en = fromQt(whyEn.trimmed());
  decision.why.ru = fromQt(whyRu.trimmed());
  decision.why.source = decision.why.en.empty() ? domain::Language::Ru : domain::Language::En;
  commandOnce(QStringLiteral("decide"), [decision](replica::Replica& replica, const SpaceId& campaign) {
    return replica::Editing(replica).state(campaign, domain::EntityKind::PriorityDecision,
                                           domain::toValue(decision));
  });
}

QString CampaignEditModel::leading() const {
  return m_page.decision && !m_page.decision->markets.empty() ? toQt(m_page.decision->markets.front())
                                                              : QString();
}
QString CampaignEditModel::decisionEn() const {
  return m_page.decision ? toQt(m_page.decision->why.en) : QString();
}
QString CampaignEditModel::decisionRu() const {
  return m_page.decision ? toQt(m_page.decision->why.ru) : QString();
}

QStringList CampaignEditModel::modes() const {
  using enum domain::PriorityMode;
  return {priorityModeText(NamedMarketLeads), priorityModeText(Phased), priorityModeText(Parallel),
          priorityModeText(Separate)};
}

QStringList CampaignEditModel::codes() const {
  QStringList codes;
  for (const auto& market : m_page.markets)
    codes << toQt(market.code);
  return codes;
}

QStringList CampaignEditModel::marketNames() const {
  QStringList names;
  for (const auto& market : m_page.markets)
    names << marketName(market, session()->contentLane());
  return names;
}

} // namespace meridian::app
