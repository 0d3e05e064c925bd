#include "app/view_models/launch_advice_model.h"

#include <algorithm>

#include "app/qt_convert.h"
#include "app/view_models/typed.h"

namespace meridian::app {

namespace {

constexpr std::size_t suggested = 3;

QString holidayText(const domain::Market& market, Instant at, domain::Language language) {
  const auto local = domain::toLocal(at, market.zone);
  if (!local) return {};
  const LocalDate day{std::chrono::floor<std::chrono::days>(*local)};
  for (const auto& holiday : domain::holidays(market.holidayCountry, static_cast<int>(day.year())))
    if (holiday.date == day)
      return LaunchAdviceModel::tr("A holiday there: %1", "Of the day of a launch; %1 its name")
          .arg(toQt(language == domain::Language::Ru ? holiday.nameRu : holiday.nameEn));
  return {};
}

} // namespace

LaunchAdvice launchAdvice(const replica::CampaignPageView& page, const std::string& code,
                          const QString& typed, const Reader& reader) {
  LaunchAdvice advice;
  const auto market = std::ranges::find(page.markets, code, &domain::Market::code);
  if (market == page.markets.end()) return advice;
  const auto at = typedInstant(typed, market->zone);
  if (!at) return advice;
  advice.holiday = holidayText(*market, *at, reader.language);
  // Markets that launch in parallel need no buffer (T7).
  if (page.decision && page.decision->mode == domain::PriorityMode::Parallel) return advice;
  QStringList unsafe, safe;
  for (const auto& gap : domain::launchGaps(page.markets, code, *at)) {
    const QString words =
        LaunchAdviceModel::tr("%n day(s) between the launches of %1 and %2", "%1, %2 markets", gap.days)
            .arg(toQt(gap.first), toQt(gap.second));
    (domain::isSafeLaunchGap(gap.days) ? safe : unsafe) << words;
  }
  if (unsafe.isEmpty()) {
    advice.text = safe.join(QStringLiteral(". "));
    advice.status = safe.isEmpty() ? QString() : QStringLiteral("good");
    return advice;
  }
  advice.status = QStringLiteral("risk");
  advice.text = LaunchAdviceModel::tr("%1: 3–5 keep a slip from reaching the next market.",
                                      "%1 “2 days between the launches of US and RU”")
                    .arg(unsafe.join(QStringLiteral(". ")));
  for (const auto& day : domain::safeLaunches(page.markets, code, *at, reader.now, suggested))
    advice.days.push_back({typedText(day, market->zone), dayText(day, market->zone, reader)});
  return advice;
}

void LaunchAdviceModel::setMarket(const QString& market) {
  if (market == m_market) return;
  m_market = market;
  emit asked();
  look();
}

void LaunchAdviceModel::setTyped(const QString& typed) {
  if (typed == m_typed) return;
  m_typed = typed;
  emit asked();
  look();
}

void LaunchAdviceModel::refresh() {
  query([](replica::Replica& replica,
           const SpaceId& campaign) { return replica::Reading(replica, campaign).page(); },
        [this](replica::CampaignPageView page) {
          m_page = std::move(page);
          look();
        });
}

void LaunchAdviceModel::look() {
  if (!m_page || session() == nullptr) return;
  m_advice = launchAdvice(*m_page, fromQt(m_market), m_typed, session()->reader());
  m_days.setRows(m_advice.days);
  emit changed();
}

} // namespace meridian::app
