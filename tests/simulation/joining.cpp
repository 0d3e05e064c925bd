#include "tests/simulation/joining.h"

#include <algorithm>

#include "app/session/bundles.h"
#include "core/domain/fact_fields.h"
#include "tests/simulation/smuggle.h"

namespace meridian::sim {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

std::filesystem::path fileFor(World& world, const Machine& target) {
  return world.folder() / (target.name() + ".before.bundle");
}

const Act& actNamed(std::string_view name) { return *std::ranges::find(acts(), name, &Act::name); }

bool manages(const Machine& machine) { return (flagOf(machine.person().persona) & (leads | hubLead)) != 0; }

// What the role allows once it is confirmed: by an altered client, which does not wait for that.
Result<void> writesAsLead(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  crdt::SetRegister set;
  if (scene.me().persona == Persona::HubLead) {
    domain::FeedbackSchedule schedule;
    schedule.zone = scene.me().zone;
    set.entity = crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Market),
                                   Bytes(scene.me().market.begin(), scene.me().market.end())};
    set.field = domain::field::market::schedule;
    set.value = domain::toValue(schedule);
  } else {
    set.entity = crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}};
    set.field = domain::field::campaign::brandName;
    set.value = crdt::Value(scene.world.ledger.word());
  }
  const auto change = compose(scene, scene.campaign, {crdt::Op(std::move(set))});
  if (!change) return std::unexpected(change.error());
  return smuggle(scene, *change);
}

} // namespace

Joining::Joining(Scene& scene, Machine& target) : m_scene(scene), m_target(target) {
  if (scene.dice.chance(0.3)) {
    const auto made = app::exportBundle(scene.replica, scene.campaign, fileFor(scene.world, target),
                                        {.files = false, .spaces = {}, .invitation = {}});
    if (made) m_way = Way::FileFirst;
  } else if (scene.dice.chance(0.3)) {
    m_way = Way::WithdrawnUnaware;
  } else if (scene.dice.chance(0.5) && (flagOf(target.person().persona) & (hubLead | campaignLead)) != 0) {
    m_way = Way::WritesUnconfirmed;
  }
}

void Joining::send(const replica::Invitation& invitation, const std::string& name, Duration wait) {
  if (m_way == Way::FileFirst) return takesAFileFirst(invitation, wait);
  m_scene.world.timeline.after(wait, [target = &m_target, invitation] {
    target->start();
    target->receiveInvitation(invitation);
  });
  if (m_way == Way::WithdrawnUnaware) isWithdrawnUnaware(name, wait);
  if (m_way == Way::WritesUnconfirmed) writesUnconfirmed(wait);
}

// What is in the file comes before the key that opens it.
void Joining::takesAFileFirst(const replica::Invitation& invitation, Duration wait) {
  auto& world = m_scene.world;
  world.network.setOffline(m_target, true);
  world.timeline.after(wait, [&world, target = &m_target, invitation] {
    target->start();
    target->receiveInvitation(invitation);
    target->act([&](replica::Replica& replica) {
      const auto taken = app::importBundle(replica, fileFor(world, *target));
      if (!taken) return world.expectRefusal(target->name() + " imports while joining", taken.error());
      if (taken->added > 0) ++world.imports;
      world.say(target->name() + " imports " + std::to_string(taken->added) + " changes while joining");
    });
  });
  world.timeline.after(wait + hours{1},
                       [&world, target = &m_target] { world.network.setOffline(*target, false); });
}

// A lead who has not heard of the join withdraws exactly this invitation. What the newcomer wrote before
// anybody knew of that counts.
void Joining::isWithdrawnUnaware(const std::string& name, Duration wait) {
  auto& world = m_scene.world;
  std::vector<Machine*> others;
  for (const auto& machine : world.machines)
    if (machine.get() != &m_scene.machine && machine.get() != &m_target && machine->joined &&
        (flagOf(machine->person().persona) & leads) != 0)
      others.push_back(machine.get());
  if (others.empty()) return;
  auto* lead = m_scene.dice.oneOf(others);
  world.timeline.after(std::max(Duration{0}, wait - Duration{1'000}),
                       [&world, lead] { world.network.setOffline(*lead, true); });
  for (const int after : {30, 60, 90})
    world.timeline.after(wait + minutes{after}, [&world, target = &m_target, seed = m_scene.dice.next()] {
      perform(world, *target, actNamed("acknowledges the charter"), seed);
    });
  world.timeline.after(wait + hours{4}, [&world, lead, name, campaign = m_scene.campaign] {
    lead->act([&](replica::Replica& replica) {
      for (const auto& one : replica::Reading(replica, campaign).invitations()) {
        if (one.name != name || one.state != replica::InvitationView::State::Open) continue;
        const auto done = replica::Access(replica, campaign).withdraw(one.id);
        if (!done) return world.expectRefusal(lead->name() + " withdraws unaware", done.error());
        world.say(lead->name() + " withdraws an invitation, unaware of the join");
      }
    });
  });
  world.timeline.after(wait + hours{5}, [&world, lead] { world.network.setOffline(*lead, false); });
}

// While nobody is there who could confirm it.
void Joining::writesUnconfirmed(Duration wait) {
  auto& world = m_scene.world;
  std::vector<Machine*> managers;
  for (const auto& machine : world.machines)
    if (machine.get() != &m_target && manages(*machine)) managers.push_back(machine.get());
  world.timeline.after(std::max(Duration{0}, wait - Duration{1'000}), [&world, managers] {
    for (auto* manager : managers)
      world.network.setOffline(*manager, true);
  });
  for (const int after : {5, 20, 40})
    world.timeline.after(wait + minutes{after}, [&world, target = &m_target, seed = m_scene.dice.next()] {
      static const Act writes{"writes before being confirmed", 0, staged, writesAsLead};
      perform(world, *target, writes, seed);
    });
  world.timeline.after(wait + hours{1}, [&world, managers] {
    for (auto* manager : managers)
      world.network.setOffline(*manager, false);
  });
}

} // namespace meridian::sim
