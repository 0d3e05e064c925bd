// What brand lead and campaign lead do with the charter, the timeline and the people.
#include "core/domain/fact_fields.h"
#include "tests/simulation/acts.h"

namespace meridian::sim {
namespace {

using domain::EntityKind;

replica::Place entityOf(const SpaceId& space, const crdt::EntityId& id) { return {space, id.ref()}; }

// Thesis and goal: everybody only adds, so that every word is to stay.
Result<void> writeCharter(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  namespace f = domain::field::campaign;
  const std::vector<std::uint32_t> blocks{f::thesis, f::goal, f::valueProposition};
  return scene.addWord(page(scene.campaign), scene.dice.oneOf(blocks), scene.lane());
}

// The guidelines are rewritten again and again.
Result<void> rewriteGuidelines(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  return scene.rewrite(page(scene.campaign), domain::field::campaign::guidelines, scene.lane());
}

Result<void> nonNegotiable(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  auto made =
      scene.editing().create(scene.campaign, EntityKind::NonNegotiable,
                             {{domain::field::element::text, domain::Language::En, scene.type()}}, {});
  if (!made) return std::unexpected(made.error());
  return {};
}

Result<void> removeElement(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  const auto elements = scene.reading().page().nonNegotiables;
  if (elements.empty()) return scene.nothing();
  return scene.editing().set(entityOf(scene.campaign, scene.dice.oneOf(elements).id),
                             {{domain::field::element::removed, crdt::Value(true)}});
}

Result<void> milestone(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  namespace f = domain::field::milestone;
  const auto at = scene.replica.clock().now() + std::chrono::hours{24 * scene.dice.between(1, 40)};
  std::vector<replica::FieldWrite> fields{{f::at, crdt::Value(toMillis(at))}};
  if (!scene.me().market.empty()) fields.push_back({f::market, crdt::Value(scene.me().market)});
  const auto existing = scene.reading().page().milestones;
  if (existing.empty() || scene.dice.chance(0.4)) {
    auto made = scene.editing().create(scene.campaign, EntityKind::Milestone,
                                       {{f::title, scene.lane(), scene.type()}}, std::move(fields));
    if (!made) return std::unexpected(made.error());
    return {};
  }
  const auto& one = scene.dice.oneOf(existing);
  if (scene.dice.chance(0.1))
    fields = {{f::removed, crdt::Value(true)}};
  else
    fields.resize(1);
  return scene.editing().set(entityOf(scene.campaign, one.id), std::move(fields));
}

Result<void> moveLaunch(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  const auto at = scene.replica.clock().now() + std::chrono::hours{24 * scene.dice.between(1, 60)};
  return scene.editing().set(market(scene.campaign, scene.dice.chance(0.5) ? "US" : "RU"),
                             {{domain::field::market::launchAt, crdt::Value(toMillis(at))}});
}

Result<void> decidePriority(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  domain::PriorityDecision decision;
  decision.markets = {scene.dice.chance(0.5) ? "US" : "RU"};
  decision.why = {.en = scene.type(), .ru = {}, .source = domain::Language::En, .madeFrom = {}};
  auto stated =
      scene.editing().state(scene.campaign, EntityKind::PriorityDecision, domain::toValue(decision));
  if (!stated) return std::unexpected(stated.error());
  return {};
}

Result<void> writeMarket(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  namespace f = domain::field::market;
  const std::string code = !scene.me().market.empty() ? scene.me().market
                           : scene.dice.chance(0.5)   ? "US"
                                                      : "RU";
  const std::vector<std::uint32_t> blocks{f::subGoal, f::whyItMatters, f::angle};
  return scene.addWord(market(scene.campaign, code), scene.dice.oneOf(blocks), scene.lane());
}

Result<void> ownCard(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  const auto me = scene.replica.campaign(scene.campaign)->me;
  const replica::Place card{scene.campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(EntityKind::Person),
                                                              Bytes(me.bytes.begin(), me.bytes.end())}};
  return scene.addWord(card, domain::field::person::style, scene.lane());
}

Result<void> absence(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  namespace f = domain::field::absence;
  const auto ref = scene.replica.campaign(scene.campaign);
  const auto from = scene.replica.clock().now() + std::chrono::hours{scene.dice.below(72)};
  auto made = scene.editing().create(
      scene.campaign, EntityKind::Absence, {},
      {{f::member, domain::idValue(ref->me)},
       {f::from, crdt::Value(toMillis(from))},
       {f::to, crdt::Value(toMillis(from + std::chrono::hours{24 * scene.dice.between(1, 10)}))}});
  if (!made) return std::unexpected(made.error());
  return {};
}

Result<void> acknowledgeCharter(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  crdt::Value payload;
  payload.set(1, crdt::Value(1));
  auto stated = scene.editing().state(scene.campaign, EntityKind::CharterAcknowledged, std::move(payload));
  if (!stated) return std::unexpected(stated.error());
  return {};
}

} // namespace

// A milestone that several people move before they have heard of each other; leads decide on the priority
// alike.
Result<void> setDatesAtOnce(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  namespace f = domain::field::milestone;
  auto milestones = scene.reading().page().milestones;
  std::erase_if(milestones, [&](const domain::Milestone& one) {
    return !scene.me().market.empty() && one.market != scene.me().market;
  });
  const bool isLead = (flagOf(scene.me().persona) & leads) != 0;
  const bool decides = isLead && scene.dice.chance(0.3);
  if (!decides && milestones.empty()) return milestone(scene);
  const auto id = decides ? crdt::EntityId{} : scene.dice.oneOf(milestones).id;
  const auto now = scene.replica.clock().now();
  const auto moved = [&scene, now] {
    return crdt::Value(toMillis(now + std::chrono::hours{scene.dice.between(1, 900)}));
  };
  for (const auto& other : scene.world.machines) {
    if (other.get() == &scene.machine || other->replica() == nullptr) continue;
    const auto flag = flagOf(other->person().persona);
    if ((flag & (decides ? unsigned{leads} : leads | hubs)) == 0) continue;
    scene.world.timeline.after(Duration{0}, [&world = scene.world, &machine = *other, decides, at = moved(),
                                             id, seed = scene.dice.next()] {
      static const Act alike{"decides the priority at once", 0, staged, decidePriority};
      if (decides) return perform(world, machine, alike, seed);
      machine.act([&](replica::Replica& replica) {
        const auto campaigns = replica.campaigns();
        if (campaigns.empty() || replica.entity(campaigns.front().id, id) == nullptr) return;
        const auto done = replica::Editing(replica).set(entityOf(campaigns.front().id, id), {{f::at, at}});
        if (!done) world.expectRefusal(machine.name() + " moves a milestone at once", done.error());
      });
    });
  }
  return decides ? decidePriority(scene)
                 : scene.editing().set(entityOf(scene.campaign, id), {{f::at, moved()}});
}

void addLeadActs(std::vector<Act>& list) {
  list.push_back({"adds to the charter", leads, 12, writeCharter});
  list.push_back({"rewrites the guidelines", leads, 6, rewriteGuidelines});
  list.push_back({"adds a non-negotiable", leads, 2, nonNegotiable});
  list.push_back({"removes a non-negotiable", leads, 1, removeElement});
  list.push_back({"works on milestones", leads | hubs, 5, milestone});
  list.push_back({"moves a launch", leads, 2, moveLaunch});
  list.push_back({"decides the priority", leads, 1, decidePriority});
  list.push_back({"adds to a market's column", leads | hubs, 8, writeMarket});
  list.push_back({"adds to the own card", leads | hubs, 2, ownCard});
  list.push_back({"is going to be away", leads | hubs, 1, absence});
  list.push_back({"acknowledges the charter", everybody, 1, acknowledgeCharter});
}

} // namespace meridian::sim
