#include "core/domain/campaign.h"

#include <algorithm>

#include "core/base/planted.h"
#include "core/domain/fact_fields.h"

namespace meridian::domain {
namespace {

std::string keyOf(const crdt::EntityState& entity) {
  const crdt::EntityRef ref = entity.id().ref();
  const auto* keyed = std::get_if<crdt::KeyedEntity>(&ref);
  return keyed ? std::string(asText(keyed->key)) : std::string();
}

} // namespace

std::vector<std::string> conflictingFields(const crdt::EntityState& entity, EntityKind kind) {
  std::vector<std::string> names;
  if (planted(Bug::SilentLoser)) return names;
  const EntityRule* rule = ruleOf(kind);
  for (const std::uint32_t number : entity.conflictingFields()) {
    const FieldRule* field = ruleOf(*rule, number);
    if (field) names.emplace_back(field->name);
  }
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

Campaign campaignFrom(const crdt::EntityState& entity) {
  namespace f = field::campaign;
  Campaign campaign;
  campaign.brandName = entity.value(f::brandName).textOr("");
  campaign.name = readBlock(entity, f::name);
  campaign.thesis = readBlock(entity, f::thesis);
  campaign.goal = readBlock(entity, f::goal);
  campaign.valueProposition = readBlock(entity, f::valueProposition);
  campaign.successMetric = readBlock(entity, f::successMetric);
  campaign.guidelines = readBlock(entity, f::guidelines);
  campaign.conflicting = conflictingFields(entity, EntityKind::Campaign);
  return campaign;
}

Market marketFrom(const crdt::EntityState& entity) {
  namespace f = field::market;
  Market market;
  market.code = keyOf(entity);
  market.zone = entity.value(f::zone).textOr("");
  market.name = readBlock(entity, f::name);
  market.subGoal = readBlock(entity, f::subGoal);
  market.whyItMatters = readBlock(entity, f::whyItMatters);
  market.expression = readBlock(entity, f::expression);
  market.angle = readBlock(entity, f::angle);
  market.angleReason = readBlock(entity, f::angleReason);
  market.angleData = readBlock(entity, f::angleData);
  market.whyThisOrder = readBlock(entity, f::whyThisOrder);
  market.labels = readBlock(entity, f::labels);
  market.launchAt = instantFrom(entity.value(f::launchAt));
  market.schedule = scheduleFrom(entity.value(f::schedule));
  const auto writes = entity.registerOf(f::schedule).ranked();
  if (!writes.empty()) market.scheduleRevision = writes.front()->id;
  market.holidayCountry = entity.value(f::holidayCountry).textOr("");
  market.needsAdToken = entity.value(f::needsAdToken).boolOr(false);
  market.order = entity.value(f::order).intOr(0);
  const auto hours = entity.value(f::riskLeadHours).intOr(market.riskLeadHours);
  market.riskLeadHours = static_cast<int>(std::clamp<std::int64_t>(hours, 0, 24 * 14));
  market.conflicting = conflictingFields(entity, EntityKind::Market);
  return market;
}

CharterElement elementFrom(const crdt::EntityState& entity) {
  namespace f = field::element;
  CharterElement element;
  element.id = entity.id();
  element.text = readBlock(entity, f::text);
  element.because = readBlock(entity, f::because);
  element.market = entity.value(f::market).textOr("");
  element.order = entity.value(f::order).bytesOr({});
  element.removed = entity.value(f::removed).boolOr(false);
  return element;
}

Milestone milestoneFrom(const crdt::EntityState& entity) {
  namespace f = field::milestone;
  Milestone milestone;
  milestone.id = entity.id();
  milestone.title = readBlock(entity, f::title);
  milestone.why = readBlock(entity, f::why);
  milestone.at = instantFrom(entity.value(f::at));
  milestone.zone = entity.value(f::zone).textOr("");
  milestone.market = entity.value(f::market).textOr("");
  const auto type = entity.value(f::type).intOr(0);
  if (type >= 0 && type <= static_cast<int>(MilestoneType::Review))
    milestone.type = static_cast<MilestoneType>(type);
  for (const crdt::Value& element : entity.elements(f::dependsOn)) {
    const OpId* ref = element.ref();
    if (ref) milestone.dependsOn.push_back(crdt::EntityId::created(*ref));
  }
  std::sort(milestone.dependsOn.begin(), milestone.dependsOn.end());
  milestone.removed = entity.value(f::removed).boolOr(false);
  milestone.conflicting = conflictingFields(entity, EntityKind::Milestone);
  return milestone;
}

crdt::Value toValue(const PriorityDecision& decision) {
  crdt::Value markets{crdt::Value::List{}};
  for (const std::string& market : decision.markets)
    markets.push(market);
  crdt::Value value;
  value.set(fact::priority::mode, static_cast<int>(decision.mode))
      .set(fact::priority::markets, std::move(markets))
      .set(fact::priority::why, toValue(decision.why));
  return value;
}

PriorityDecision priorityDecisionFrom(const Fact& fact) {
  PriorityDecision decision;
  decision.meta = fact.meta;
  const auto mode = fact.payload.at(fact::priority::mode).intOr(1);
  if (mode >= 1 && mode <= 4) decision.mode = static_cast<PriorityMode>(mode);
  for (const crdt::Value& market : fact.payload.at(fact::priority::markets).items())
    if (market.text()) decision.markets.push_back(*market.text());
  decision.why = bilingualFrom(fact.payload.at(fact::priority::why));
  return decision;
}

Result<int> launchGapDays(const Market& first, const Market& second) {
  if (!first.launchAt || !second.launchAt) return fail(ErrorCode::InvalidArgument, "no launch date");
  const auto a = toLocal(*first.launchAt, first.zone);
  if (!a) return std::unexpected(a.error());
  const auto b = toLocal(*second.launchAt, second.zone);
  if (!b) return std::unexpected(b.error());
  using std::chrono::days;
  return static_cast<int>((std::chrono::floor<days>(*b) - std::chrono::floor<days>(*a)).count());
}

std::vector<LaunchGap> launchGaps(std::span<const Market> markets, std::string_view code, Instant at) {
  const auto own =
      std::find_if(markets.begin(), markets.end(), [&](const Market& m) { return m.code == code; });
  if (own == markets.end()) return {};
  Market moved = *own;
  moved.launchAt = at;
  const Market *before = nullptr, *after = nullptr;
  for (const Market& other : markets) {
    if (other.code == code || !other.launchAt) continue;
    if (*other.launchAt <= at && (before == nullptr || *other.launchAt > *before->launchAt)) before = &other;
    if (*other.launchAt > at && (after == nullptr || *other.launchAt < *after->launchAt)) after = &other;
  }
  std::vector<LaunchGap> gaps;
  const auto add = [&](const Market& first, const Market& second) {
    if (const auto days = launchGapDays(first, second)) gaps.push_back({*days, first.code, second.code});
  };
  if (before != nullptr) add(*before, moved);
  if (after != nullptr) add(moved, *after);
  return gaps;
}

std::vector<Instant> safeLaunches(std::span<const Market> markets, std::string_view code, Instant at,
                                  Instant from, std::size_t count) {
  // Far enough on both sides for a launch that stands right beside its neighbour.
  constexpr int reach = 14;
  const auto own =
      std::find_if(markets.begin(), markets.end(), [&](const Market& m) { return m.code == code; });
  if (own == markets.end()) return {};
  const auto local = toLocal(at, own->zone);
  if (!local) return {};
  const auto wanted = launchGaps(markets, code, at);
  const auto place = [](const std::vector<LaunchGap>& gaps) {
    std::vector<std::pair<std::string, std::string>> order;
    for (const LaunchGap& gap : gaps)
      order.emplace_back(gap.first, gap.second);
    return order;
  };
  std::vector<std::pair<int, Instant>> safe; // by distance in days
  for (int days = -reach; days <= reach; ++days) {
    const auto moved = toInstant(*local + std::chrono::days{days}, own->zone);
    if (!moved || *moved < from) continue;
    const auto gaps = launchGaps(markets, code, *moved);
    const bool allSafe =
        std::all_of(gaps.begin(), gaps.end(), [](const LaunchGap& gap) { return isSafeLaunchGap(gap.days); });
    if (!gaps.empty() && allSafe && place(gaps) == place(wanted)) safe.emplace_back(std::abs(days), *moved);
  }
  std::sort(safe.begin(), safe.end());
  if (safe.size() > count) safe.resize(count);
  std::vector<Instant> days;
  for (const auto& [distance, day] : safe)
    days.push_back(day);
  std::sort(days.begin(), days.end());
  return days;
}

} // namespace meridian::domain
