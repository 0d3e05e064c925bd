// How a campaign comes to its people.
#include "tests/simulation/joining.h"

namespace meridian::sim {
namespace {

using domain::EntityKind;

domain::Bilingual both(const std::string& en, const std::string& ru) {
  return {.en = en, .ru = ru, .source = domain::Language::En, .madeFrom = {}};
}

Result<void> nameRelay(Scene& scene) {
  return replica::Access(scene.replica, scene.campaign).setRelay(scene.world.relays.front()->address());
}

Result<void> layOut(Scene& scene, const std::string& code, const char* zone, int order) {
  namespace f = domain::field::market;
  const auto launch = scene.replica.clock().now() + std::chrono::days{20 + 3 * order};
  auto edited =
      scene.editing().edit(market(scene.campaign, code), {{f::name, domain::Language::En, scene.type()}},
                           {{f::zone, crdt::Value(std::string_view(zone))},
                            {f::order, crdt::Value(order)},
                            {f::launchAt, crdt::Value(toMillis(launch))}});
  if (!edited) return edited;
  domain::FeedbackSchedule schedule;
  schedule.zone = zone;
  return scene.briefing().setSchedule(code, schedule);
}

// Everything that a campaign needs before others can work in it; goes on where it was interrupted.
Result<void> found(Scene& scene) {
  if (scene.campaign.isZero()) {
    const auto brand = scene.world.ledger.word(), name = scene.world.ledger.word();
    auto made = replica::Founding::create(scene.replica, brand, both(name, name + "Ru"));
    if (!made) return std::unexpected(made.error());
    scene.campaign = *made;
  }
  scene.world.campaign = scene.campaign;
  if (!replica::Access(scene.replica, scene.campaign).relay()) {
    if (auto named = nameRelay(scene); !named) return named;
    scene.machine.connect();
  }
  const auto page = scene.reading().page();
  if (page.markets.size() < 1) return layOut(scene, "US", "America/New_York", 1);
  if (page.markets.size() < 2) return layOut(scene, "RU", "Europe/Moscow", 2);
  if (!page.decision) {
    domain::PriorityDecision decision;
    decision.markets = {"US"};
    decision.why = both(scene.type(), scene.type());
    auto stated =
        scene.editing().state(scene.campaign, EntityKind::PriorityDecision, domain::toValue(decision));
    if (!stated) return std::unexpected(stated.error());
  }
  return {};
}

log::Role roleOf(Persona persona) {
  switch (persona) {
  case Persona::BrandLead:
    return log::Role::BrandLead;
  case Persona::CampaignLead:
    return log::Role::CampaignLead;
  case Persona::HubLead:
    return log::Role::HubLead;
  case Persona::Deputy:
    return log::Role::Deputy;
  case Persona::Creator:
    return log::Role::Creator;
  case Persona::Viewer:
    break;
  }
  return log::Role::Viewer;
}

// Sends somebody who is not here yet an invitation, by messenger.
Result<void> invite(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  for (auto& target : scene.world.machines) {
    const auto& person = target->person();
    if (target->joined || person.persona == Persona::BrandLead) continue;
    // Whom a lead invites: everybody; a hub lead: those of the own hub.
    const bool mine = flagOf(scene.me().persona) & leads
                          ? person.persona != Persona::Creator
                          : person.market == scene.me().market && person.persona != Persona::HubLead;
    if (!mine || person.name == scene.me().name) continue;
    if (scene.world.invited.contains(person.name) && !scene.dice.chance(0.05)) continue;
    std::optional<SpaceId> space;
    if (person.persona == Persona::Creator) {
      const auto made = scene.world.creatorSpaces.find(person.name);
      if (made == scene.world.creatorSpaces.end()) continue;
      space = made->second;
      if (!scene.replica.campaignOf(*space)) continue;
    }
    const auto now = scene.replica.clock().now();
    std::optional<Instant> from, to;
    if (person.persona == Persona::Deputy) {
      from = now - std::chrono::hours{scene.dice.below(48)};
      to = now + std::chrono::hours{24 * scene.dice.between(1, 30)};
    }
    std::optional<Joining> joining;
    if (scene.world.inFullSwing()) joining.emplace(scene, *target);
    auto name = scene.world.ledger.word();
    const auto listed = [&] {
      const Heap::Spared spared;
      return name;
    }();
    const auto expiry = now + std::chrono::hours{24 * scene.dice.between(2, 30)};
    auto made = replica::Access(scene.replica, scene.campaign)
                    .invite({.name = std::move(name),
                             .role = roleOf(person.persona),
                             .market = person.market,
                             .creatorSpace = space,
                             .from = from,
                             .to = to,
                             .language = person.language,
                             .expiry = expiry});
    if (!made) return std::unexpected(made.error());
    scene.world.invited.insert(person.name);
    {
      const Heap::Spared spared;
      scene.world.invitations.push_back({target.get(), listed, expiry});
    }
    const Duration wait{scene.dice.between(60'000, 36'000'000)};
    if (joining) {
      joining->send(*made, listed, wait);
      return {};
    }
    scene.world.timeline.after(wait, [machine = target.get(), invitation = *made] {
      machine->start();
      machine->receiveInvitation(invitation);
    });
    return {};
  }
  return scene.nothing();
}

Result<void> addCreator(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  for (const auto& target : scene.world.machines) {
    const auto& person = target->person();
    if (person.persona != Persona::Creator || scene.world.creatorSpaces.contains(person.name)) continue;
    if (flagOf(scene.me().persona) & hubLead && person.market != scene.me().market) continue;
    auto made = scene.briefing().addCreator({.name = scene.type(),
                                             .market = person.market,
                                             .zone = person.zone,
                                             .handle = scene.type(),
                                             .tier = "micro",
                                             .followers = 40'000,
                                             .language = person.language,
                                             .briefExpected = {}});
    if (!made) return std::unexpected(made.error());
    scene.world.creatorSpaces.emplace(person.name, *made);
    return {};
  }
  return scene.nothing();
}

Result<void> withdrawInvitation(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  for (const auto& one : scene.reading().invitations())
    if (one.state == replica::InvitationView::State::Open && scene.dice.chance(0.2))
      return replica::Access(scene.replica, scene.campaign).withdraw(one.id);
  return scene.nothing();
}

} // namespace

void addFoundingActs(std::vector<Act>& list) {
  list.push_back({"founds", founder, 3, found});
  list.push_back({"invites", leads | hubLead, 8, invite});
  list.push_back({"adds a creator", leads | hubLead, 6, addCreator});
  list.push_back({"withdraws an invitation", leads, 1, withdrawInvitation});
}

} // namespace meridian::sim
