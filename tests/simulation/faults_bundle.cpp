// Files exchanged by hand: late, twice, to the wrong person, damaged on the way.
#include <fstream>

#include "app/session/bundles.h"
#include "core/base/file.h"
#include "tests/simulation/acts.h"
#include "tests/simulation/faults.h"

namespace meridian::sim {
namespace {

std::filesystem::path fileName(World& world, const Machine& machine) {
  return world.folder() / (machine.name() + ".bundle");
}

void exports(World& world, Machine& machine, Dice& dice) {
  machine.act([&](replica::Replica& replica) {
    const auto campaigns = replica.campaigns();
    if (campaigns.empty()) return;
    const auto made = app::exportBundle(replica, campaigns.front().id, fileName(world, machine),
                                        {.files = dice.chance(0.7), .spaces = {}, .invitation = {}});
    if (!made) return world.expectRefusal(machine.name() + " exports", made.error());
    if (const auto bytes = readFile(fileName(world, machine), SIZE_MAX)) world.seen(machine.name(), *bytes);
    world.say(machine.name() + " exports " + std::to_string(made->changes) + " changes");
  });
}

// Whose file somebody takes. In full swing one that there is, and not the own one.
const Machine* giver(World& world, const Machine& taker, Dice& dice) {
  if (!world.inFullSwing()) return world.machines[dice.below(world.machines.size())].get();
  std::vector<const Machine*> givers;
  for (const auto& one : world.machines)
    if (std::error_code error; one.get() != &taker && std::filesystem::exists(fileName(world, *one), error))
      givers.push_back(one.get());
  return givers.empty() ? nullptr : dice.oneOf(givers);
}

void import(World& world, Machine& machine, const Machine* from, Dice& dice, bool damaged) {
  if (from == nullptr) return;
  const auto& other = *from;
  auto file = fileName(world, other);
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return;
  if (damaged) {
    auto bytes = readFile(file, SIZE_MAX);
    if (!bytes || bytes->empty()) return;
    file += ".damaged";
    (*bytes)[dice.below(bytes->size())] ^= static_cast<std::uint8_t>(1u << dice.below(8));
    if (dice.chance(0.3)) bytes->resize(dice.below(bytes->size()));
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes->data()), static_cast<std::streamsize>(bytes->size()));
  }
  machine.act([&](replica::Replica& replica) {
    const auto taken = app::importBundle(replica, file);
    if (damaged) {
      if (taken) world.fail(machine.name() + " took in a damaged file");
      return;
    }
    if (!taken) return world.expectRefusal(machine.name() + " imports", taken.error());
    if (taken->added > 0) ++world.imports;
    world.say(machine.name() + " imports " + std::to_string(taken->added) + " changes of " + other.name());
  });
}
void imports(World& world, Machine& machine, Dice& dice) {
  import(world, machine, giver(world, machine, dice), dice, false);
}
void importsDamaged(World& world, Machine& machine, Dice& dice) {
  import(world, machine, giver(world, machine, dice), dice, true);
}

// Away from any network for days, and then a colleague comes by with everything on a stick.
void isHandedAFile(World& world, Machine& machine, Dice& dice) {
  world.network.setOffline(machine, true);
  const auto met = std::chrono::hours{dice.between(12, 72)};
  world.timeline.after(met, [&world, &machine, seed = dice.next()] {
    Dice later(seed);
    std::vector<Machine*> colleagues;
    for (const auto& one : world.machines)
      if (one.get() != &machine && one->joined && one->replica() != nullptr) colleagues.push_back(one.get());
    if (colleagues.empty()) return;
    auto& colleague = *later.oneOf(colleagues);
    exports(world, colleague, later);
    import(world, machine, &colleague, later, false);
  });
  world.timeline.after(met + std::chrono::hours{dice.between(1, 24)},
                       [&world, &machine] { world.network.setOffline(machine, false); });
}

} // namespace

void addSwingFaults(std::vector<Fault>& list) { list.push_back({"is handed a file", staged, isHandedAFile}); }

void addBundleFaults(std::vector<Fault>& list) {
  list.push_back({"exports a file", 5, exports});
  list.push_back({"imports a file", 6, imports});
  list.push_back({"imports a damaged file", 1, importsDamaged});
}

} // namespace meridian::sim
