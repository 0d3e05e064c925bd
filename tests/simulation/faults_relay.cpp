// Relays: power and disks like everybody's, stores that are lost or restored, and hostile ones.
#include <algorithm>

#include "tests/simulation/acts.h"
#include "tests/simulation/faults.h"

namespace meridian::sim {
// Their names are those of the machines' faults.
namespace relays {
namespace {

RelayHost& someRelay(World& world, Dice& dice) { return *world.relays[dice.below(world.relays.size())]; }

void diesAtWrite(World& world, Machine&, Dice& dice) { someRelay(world, dice).dieAt(dice.below(60)); }
void diesAtSend(World& world, Machine&, Dice& dice) {
  auto& relay = someRelay(world, dice);
  if (relay.isUp()) relay.dieAtSend(dice.below(40), dice.chance(0.5));
}
void dies(World& world, Machine&, Dice& dice) {
  auto& relay = someRelay(world, dice);
  if (relay.isUp()) relay.die();
}
void diesAtMark(World& world, Machine&, Dice& dice) { someRelay(world, dice).files().cutAt(dice.below(4)); }
void markFails(World& world, Machine&, Dice& dice) {
  someRelay(world, dice).files().failAt(dice.below(6), 1 + dice.below(3));
}
void heapFails(World& world, Machine&, Dice& dice) {
  const bool any = dice.chance(0.5);
  someRelay(world, dice)
      .loseHeap({.n = dice.below(any ? 1000 : 20),
                 .count = any ? 1 : 1 + dice.below(4),
                 .sizeMin = any ? 1 : std::size_t{256} << (2 * dice.below(4))});
}
void memoryFails(World& world, Machine&, Dice& dice) {
  someRelay(world, dice).loseMemory(dice.below(400), 1 + dice.below(2) * dice.below(20));
}
void diskFails(World& world, Machine&, Dice& dice) {
  someRelay(world, dice).disk().failAt(dice.below(60), 1 + dice.below(3));
}
void syncsFail(World& world, Machine&, Dice& dice) {
  someRelay(world, dice).disk().failSyncs(1 + dice.below(3));
}
void diskFills(World& world, Machine&, Dice& dice) {
  auto& relay = someRelay(world, dice);
  relay.disk().setRoom(dice.below(40'000));
  world.timeline.after(Duration{dice.between(60'000, 86'400'000)}, [&relay] { relay.disk().mend(); });
}
void clockIsWrong(World& world, Machine&, Dice& dice) {
  constexpr std::int64_t hour = 3'600'000;
  const std::int64_t scales[] = {1000, hour, 24 * hour, 400 * 24 * hour};
  const auto scale = scales[dice.below(std::size(scales))];
  auto& relay = someRelay(world, dice);
  relay.clock.setSkew(Duration{dice.between(-scale, scale)});
  world.timeline.after(std::chrono::hours{2}, [&relay] { relay.clock.setSkew(Duration{0}); });
}

void backsUp(World& world, Machine&, Dice& dice) {
  auto& relay = someRelay(world, dice);
  if (relay.isUp()) world.relayBackups.insert_or_assign(relay.name(), relay.backup());
}
void lose(World& world, RelayHost& relay) {
  world.noteLost([&](const SpaceId& space, const ChangeId& id) { return relay.holds(space, id); },
                 [](const ChangeId&) { return false; }, &relay);
}
void wiped(World& world, Machine&, Dice& dice) {
  auto& relay = someRelay(world, dice);
  if (!relay.isUp() || !world.everybodyIsUp()) return;
  lose(world, relay);
  relay.wipe();
}
void restored(World& world, Dice& dice, bool withMark) {
  auto& relay = someRelay(world, dice);
  const auto found = world.relayBackups.find(relay.name());
  if (found == world.relayBackups.end() || !relay.isUp() || !world.everybodyIsUp()) return;
  lose(world, relay);
  relay.restore(found->second, withMark);
  if (withMark) ++world.ignorant;
}
void restoredStale(World& world, Machine&, Dice& dice) { restored(world, dice, false); }
void restoredWithMark(World& world, Machine&, Dice& dice) { restored(world, dice, true); }

// Somebody works alone with the relay and leaves; its store is put back with all that could tell, and others
// bring it to the same numbers with other changes before the first one is back.
void comesToItsNumbersAgain(World& world, Machine&, Dice& dice) {
  auto& relay = *world.relays.front();
  std::vector<Machine*> members;
  for (const auto& machine : world.machines)
    if (machine->joined && machine->replica() != nullptr && !machine->disk().isCut())
      members.push_back(machine.get());
  if (!relay.isUp() || members.size() < 2 || !world.everybodyIsUp() || relay.hostility.count() > 0) return;
  const auto first = dice.below(members.size());
  auto& alone = *members[first];
  auto& other = *members[(first + 1 + dice.below(members.size() - 1)) % members.size()];
  for (const auto& machine : world.machines)
    world.network.setOffline(*machine, machine.get() != &alone);
  const auto act = std::ranges::find(acts(), std::string_view("acknowledges the charter"), &Act::name);
  const auto works = [&](Machine& who, int from, int times) {
    for (int i = 0; i < times; ++i)
      world.timeline.after(std::chrono::minutes{from + 5 * i},
                           [&world, &who, act, seed = dice.next()] { perform(world, who, *act, seed); });
  };
  const auto then = [&](int minutes, auto what) {
    world.timeline.after(std::chrono::minutes{minutes}, std::move(what));
  };
  then(60, [&world, &relay] {
    if (relay.isUp()) world.relayBackups.insert_or_assign(relay.name(), relay.backup());
  });
  works(alone, 70, 3);
  then(150, [&world, &relay, &alone] {
    world.network.setOffline(alone, true);
    const auto found = world.relayBackups.find(relay.name());
    if (found == world.relayBackups.end() || !relay.isUp() || !world.everybodyIsUp()) return;
    lose(world, relay);
    relay.restore(found->second, true);
    ++world.ignorant;
  });
  then(180, [&world, &other] { world.network.setOffline(other, false); });
  works(other, 200, 5);
  then(480, [&world, &alone] { world.network.setOffline(alone, false); });
  then(540, [&world] {
    for (const auto& machine : world.machines)
      world.network.setOffline(*machine, false);
  });
}

void turnsHostile(World& world, Machine&, Dice& dice) {
  auto& rates = someRelay(world, dice).hostility.rates;
  for (int* rate : {&rates.withholdsTail, &rates.reorders, &rates.replays, &rates.movesSpace, &rates.flipsBit,
                    &rates.liesAboutReceipt, &rates.forgesReceipt})
    *rate = dice.chance(0.4) ? static_cast<int>(dice.below(120)) : 0;
  if (!world.isMixed() && !world.isHarder()) return;
  for (int* rate : {&rates.hidesBranch, &rates.liesAboutPositions, &rates.liesAboutTips})
    *rate = dice.chance(0.4) ? static_cast<int>(dice.below(60)) : 0;
  if (world.isHarder()) rates.refusesForGood = dice.chance(0.5) ? static_cast<int>(dice.below(120)) : 0;
}
// And nothing else, so that what it takes is known to be good.
void refusesForAWhile(World& world, Machine&, Dice& dice) {
  auto& relay = someRelay(world, dice);
  relay.hostility.rates.refusesForGood = 50 + static_cast<int>(dice.below(400));
  world.timeline.after(Duration{dice.between(600'000, 86'400'000)},
                       [&relay] { relay.hostility.rates.refusesForGood = 0; });
}
void turnsHonest(World& world, Machine&, Dice& dice) { someRelay(world, dice).turnHonest(); }

} // namespace
} // namespace relays

void addSwingRelayFaults(std::vector<Fault>& list) {
  list.push_back({"(relay) comes to its numbers again", staged, relays::comesToItsNumbersAgain});
}

void addHarderRelayFaults(std::vector<Fault>& list) {
  list.push_back({.name = "(relay) refuses for good for a while",
                  .weight = staged,
                  .strike = relays::refusesForAWhile,
                  .harder = 4});
  list.push_back(
      {.name = "(relay) dies at a send", .weight = staged, .strike = relays::diesAtSend, .harder = 6});
  list.push_back({.name = "(relay) has no memory for SQLite",
                  .weight = staged,
                  .strike = relays::memoryFails,
                  .harder = 5});
  list.push_back(
      {.name = "(relay) has syncs that fail", .weight = staged, .strike = relays::syncsFail, .harder = 4});
}

void addRelayFaults(std::vector<Fault>& list) {
  list.push_back({"(relay) dies at a write", 6, relays::diesAtWrite});
  list.push_back({"(relay) dies", 3, relays::dies});
  list.push_back({"(relay) has a disk that fails", 3, relays::diskFails});
  list.push_back({"(relay) has no room on the disk", 2, relays::diskFills});
  list.push_back({"(relay) has a wrong clock", 2, relays::clockIsWrong});
  list.push_back({"(relay) is backed up", 3, relays::backsUp});
  list.push_back({"(relay) is wiped", 1, relays::wiped});
  list.push_back({"(relay) is restored stale", 2, relays::restoredStale});
  list.push_back({"(relay) is restored stale with its mark", staged, relays::restoredWithMark, 4});
  list.push_back({"(relay) dies at a write of its mark", staged, relays::diesAtMark, 3});
  list.push_back({"(relay) has no memory", staged, relays::heapFails, 5});
  list.push_back({"(relay) has a mark that fails", staged, relays::markFails, 1});
  list.push_back({"(relay) turns hostile", 3, relays::turnsHostile});
  list.push_back({"(relay) turns honest", 2, relays::turnsHonest});
}

} // namespace meridian::sim
