// Machines: power, disks, memory, clocks and backups.
#include "tests/simulation/acts.h"
#include "tests/simulation/faults.h"

namespace meridian::sim {
namespace {

void diesAtWrite(World&, Machine& machine, Dice& dice) { machine.disk().cutAt(dice.below(60)); }
void diesAtSend(World&, Machine& machine, Dice& dice) { machine.dieAtSend(dice.below(12), dice.chance(0.5)); }
void dies(World&, Machine& machine, Dice&) {
  if (machine.replica() != nullptr) machine.die();
}
void restarts(World&, Machine& machine, Dice&) { machine.restart(); }

void disksFill(World& world, Machine& machine, Dice& dice) {
  machine.disk().setRoom(dice.below(40'000));
  world.timeline.after(Duration{dice.between(60'000, 86'400'000)}, [&machine] { machine.disk().mend(); });
}
void diskFails(World&, Machine& machine, Dice& dice) {
  machine.disk().failAt(dice.below(100), 1 + dice.below(3));
}
void syncsFail(World&, Machine& machine, Dice& dice) { machine.disk().failSyncs(1 + dice.below(3)); }
void diesAtSmallWrite(World&, Machine& machine, Dice& dice) { machine.files().cutAt(dice.below(8)); }
void smallFilesFail(World&, Machine& machine, Dice& dice) {
  machine.files().failAt(dice.below(10), 1 + dice.below(3));
}
void memoryFails(World&, Machine& machine, Dice& dice) {
  machine.loseMemory(dice.below(1500), 1 + dice.below(2) * dice.below(20));
}

// A single block of any size, or large ones for a while: frames, batches, changes, tables.
void heapFails(World&, Machine& machine, Dice& dice) {
  const bool any = dice.chance(0.5);
  machine.loseHeap({.n = dice.below(any ? 3000 : 20),
                    .count = any ? 1 : 1 + dice.below(4),
                    .sizeMin = any ? 1 : std::size_t{256} << (2 * dice.below(4))});
}

// From seconds to years, ahead or behind.
void clockIsWrong(World& world, Machine& machine, Dice& dice) {
  constexpr std::int64_t second = 1000, day = 86'400'000;
  const std::int64_t scales[] = {second, 60 * second, 3600 * second, day, 30 * day, 365 * day};
  const auto scale = scales[dice.below(std::size(scales))];
  machine.clock->setSkew(Duration{dice.between(-3 * scale, 3 * scale)});
  if (dice.chance(0.5)) // for an hour, then corrected
    world.timeline.after(std::chrono::hours{1}, [&machine] { machine.clock->setSkew(Duration{0}); });
}
void clockIsRight(World&, Machine& machine, Dice&) { machine.clock->setSkew(Duration{0}); }

void backsUp(World& world, Machine& machine, Dice&) {
  if (machine.replica() == nullptr || world.campaign == std::nullopt) return;
  world.backups.insert_or_assign(machine.name(), machine.backup());
}

// Somebody else may still hold what the machine's disk is about to lose; who is switched off cannot be asked.
void restore(World& world, Machine& machine, bool withMarker) {
  const auto found = world.backups.find(machine.name());
  if (found == world.backups.end() || !world.everybodyIsUp()) return;
  const auto& backup = found->second;
  world.noteRenamed(machine);
  world.noteLost(
      [&](const SpaceId&, const ChangeId& id) {
        const auto has = machine.replica()->file().changes.has(id);
        return has && *has;
      },
      [&](const ChangeId& id) { return backup.held.contains(id); }, &machine);
  machine.restore(backup, withMarker);
}
void restored(World& world, Machine& machine, Dice&) { restore(world, machine, false); }
void restoredWithMarker(World& world, Machine& machine, Dice&) { restore(world, machine, true); }

// … out of anybody's reach, and its person goes on working before a relay could tell how old it is.
void restoredFarAway(World& world, Machine& machine, Dice& dice) {
  if (!world.backups.contains(machine.name()) || machine.replica() == nullptr) return;
  world.network.setOffline(machine, true);
  restored(world, machine, dice);
  const auto weights = weightsFor(machine.person().persona);
  for (int i = 0; i < 4; ++i)
    world.timeline.after(std::chrono::minutes{5 * (i + 1)},
                         [&world, &machine, what = dice.weighted(weights), seed = dice.next()] {
                           perform(world, machine, acts()[what], seed);
                         });
  world.timeline.after(std::chrono::hours{dice.between(2, 48)},
                       [&world, &machine] { world.network.setOffline(machine, false); });
}

// Days away, and then the power goes while what came meanwhile is taken in.
void diesAsItComesBack(World& world, Machine& machine, Dice& dice) {
  world.network.setOffline(machine, true);
  const auto back = std::chrono::hours{dice.between(6, 48)};
  world.timeline.after(back, [&world, &machine, n = dice.below(30)] {
    if (!world.isAtPeace()) machine.disk().cutAt(n);
    world.network.setOffline(machine, false);
    machine.act([&](replica::Replica&) { machine.reconnect(); });
  });
}

// Just started, it reads what it knows; its memory ends there once.
void hasNoMemoryToRead(World&, Machine& machine, Dice& dice) {
  machine.restart();
  machine.loseHeap({.n = dice.below(400), .count = 1, .sizeMin = 1});
}

void isUpdated(World&, Machine& machine, Dice&) { machine.update(); }

} // namespace

void addReleaseFaults(std::vector<Fault>& list) { list.push_back({"is updated", staged, isUpdated}); }

void addHarderMachineFaults(std::vector<Fault>& list) {
  list.push_back({.name = "has syncs that fail", .weight = staged, .strike = syncsFail, .harder = 5});
}

void addSwingMachineFaults(std::vector<Fault>& list) {
  list.push_back({"dies as it comes back", staged, diesAsItComesBack});
  list.push_back({"has no memory to read its log", staged, hasNoMemoryToRead});
}

void addStagedFaults(std::vector<Fault>& list) {
  list.push_back({"is backed up in time", staged, backsUp});
  list.push_back({"is restored from the backup far away", staged, restoredFarAway});
}

void addMachineFaults(std::vector<Fault>& list) {
  list.push_back({"dies at a write", 20, diesAtWrite});
  list.push_back({"dies at a send", 8, diesAtSend});
  list.push_back({"dies", 3, dies});
  list.push_back({"restarts", 3, restarts});
  list.push_back({"has no room on the disk", 3, disksFill});
  list.push_back({"has a disk that fails", 5, diskFails});
  list.push_back({"has no memory for SQLite", 5, memoryFails});
  list.push_back({"has a wrong clock", 5, clockIsWrong});
  list.push_back({"sets the clock right", 3, clockIsRight});
  list.push_back({"dies at a write of a small file", staged, diesAtSmallWrite, 8});
  list.push_back({"has small files that fail", staged, smallFilesFail, 3});
  list.push_back({"has no memory", staged, heapFails, 6});
  list.push_back({"is backed up", 6, backsUp});
  list.push_back({"is restored from the backup", 2, restored});
  list.push_back({"is restored from the backup with its marker", 2, restoredWithMarker});
}

} // namespace meridian::sim
