#include "app/view_models/campaign_model.h"

#include "app/text/lane.h"

namespace meridian::app {

namespace {

std::vector<ReasonRow> reasonRows(const std::vector<domain::CharterElement>& elements,
                                  domain::Language lane) {
  std::vector<ReasonRow> rows;
  for (const auto& element : elements)
    if (!element.removed)
      rows.push_back({toQt(element.id), laneText(element.text, lane), laneText(element.because, lane)});
  return rows;
}

} // namespace

void CampaignModel::refresh() {
  query([](replica::Replica& replica,
           const SpaceId& campaign) { return replica::Reading(replica, campaign).page(); },
        [this](const replica::CampaignPageView& page) { fill(page); });
}

void CampaignModel::fill(const replica::CampaignPageView& page) {
  const domain::Language lane = session()->contentLane();
  const Reader reader = session()->reader();
  m_name = laneText(page.page.name, lane);
  m_thesis = laneText(page.page.thesis, lane);
  m_goal = laneText(page.page.goal, lane);
  m_proposition = laneText(page.page.valueProposition, lane);
  m_metric = laneText(page.page.successMetric, lane);

  std::vector<MarketColumn> columns;
  for (const auto& market : page.markets) {
    MarketColumn column;
    column.key = toQt(market.code);
    column.name = marketName(market, lane);
    column.subGoal = laneText(market.subGoal, lane);
    column.whyItMatters = laneText(market.whyItMatters, lane);
    column.expression = laneText(market.expression, lane);
    column.angle = laneText(market.angle, lane);
    column.reason = laneText(market.angleReason, lane);
    column.data = laneText(market.angleData, lane);
    column.whyThisOrder = laneText(market.whyThisOrder, lane);
    if (market.launchAt) {
      column.launch = whenText(*market.launchAt, reader);
      column.launchThere = thereText(*market.launchAt, market.zone, reader);
    }
    columns.push_back(std::move(column));
  }
  m_markets.setRows(std::move(columns));
  m_nonNegotiables.setRows(reasonRows(page.nonNegotiables, lane));
  m_negotiables.setRows(reasonRows(page.negotiables, lane));

  m_decision.clear();
  m_decisionWhy.clear();
  if (page.decision) {
    QStringList names;
    for (const auto& code : page.decision->markets)
      names << marketName(page.markets, code, lane);
    m_decision = priorityModeText(page.decision->mode);
    if (!names.isEmpty())
      m_decision = tr("%1: %2", "A priority decision; %1 its kind, %2 markets in order")
                       .arg(m_decision, names.join(QStringLiteral(", ")));
    m_decisionWhy = laneText(page.decision->why, lane);
  }

  m_buffer.clear();
  m_bufferWarns = false;
  const bool parallel = page.decision && page.decision->mode == domain::PriorityMode::Parallel;
  if (page.markets.size() >= 2 && page.markets[0].launchAt && page.markets[1].launchAt) {
    std::vector<const domain::Market*> byLaunch{&page.markets[0], &page.markets[1]};
    if (*byLaunch[1]->launchAt < *byLaunch[0]->launchAt) std::swap(byLaunch[0], byLaunch[1]);
    if (const auto days = domain::launchGapDays(*byLaunch[0], *byLaunch[1])) {
      m_buffer = tr("%n day(s) between the launches", nullptr, *days);
      m_bufferWarns = !parallel && !domain::isSafeLaunchGap(*days);
    }
  }
  emit changed();
}

} // namespace meridian::app
