#include "core/domain/tension.h"

#include <algorithm>

#include "core/domain/campaign.h"
#include "core/domain/fact_fields.h"

namespace meridian::domain {

crdt::Value toValue(const TensionResolution& resolution) {
  crdt::Value value;
  value.set(fact::tensionResolved::tension, crdt::Value(resolution.tension))
      .set(fact::tensionResolved::how, toValue(resolution.how));
  return value;
}

TensionResolution tensionResolutionFrom(const Fact& fact) {
  TensionResolution resolution;
  resolution.meta = fact.meta;
  resolution.tension = refFrom(fact.payload.at(fact::tensionResolved::tension));
  resolution.how = bilingualFrom(fact.payload.at(fact::tensionResolved::how));
  return resolution;
}

bool GoalTension::concerns(std::string_view market) const {
  return markets.empty() || std::ranges::binary_search(markets, market);
}

GoalTension tensionFrom(const crdt::EntityState& entity, std::span<const Fact> facts,
                        const Precedes& precedes) {
  namespace f = field::tension;
  GoalTension tension;
  tension.id = entity.id();
  tension.first = readBlock(entity, f::first);
  tension.second = readBlock(entity, f::second);
  tension.why = readBlock(entity, f::why);
  for (const crdt::Value& element : entity.elements(f::markets))
    if (const std::string* code = element.text()) tension.markets.push_back(*code);
  std::ranges::sort(tension.markets);
  tension.removed = entity.value(f::removed).boolOr(false);
  tension.conflicting = conflictingFields(entity, EntityKind::GoalTension);
  for (const Fact* fact : inOrder(facts, EntityKind::TensionResolved, precedes)) {
    auto resolution = tensionResolutionFrom(*fact);
    if (crdt::EntityId::created(resolution.tension) == tension.id)
      tension.resolutions.push_back(std::move(resolution));
  }
  return tension;
}

} // namespace meridian::domain
