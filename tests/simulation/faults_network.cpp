// The network: partitions, delay, loss, slow readers.
#include "tests/simulation/acts.h"
#include "tests/simulation/faults.h"

namespace meridian::sim {
namespace {

void goesOffline(World& world, Machine& machine, Dice& dice) {
  world.network.setOffline(machine, true);
  // From a tunnel to a month in the air.
  const std::int64_t longest[] = {60'000, 3'600'000, 86'400'000, 30 * 86'400'000ll};
  world.timeline.after(Duration{dice.between(1'000, longest[dice.below(std::size(longest))])},
                       [&world, &machine] { world.network.setOffline(machine, false); });
}
void lines(World& world, Machine& machine, Dice&) { world.network.breakLinesOf(machine); }
// A person names another of the campaign's relays; who is left behind follows when peace comes, or before.
void changesRelay(World& world, Machine& machine, Dice& dice) {
  if (machine.joined) machine.moveTo(*world.relays[dice.below(world.relays.size())]);
}
void airplane(World&, Machine& machine, Dice& dice) {
  if (machine.link() != nullptr)
    machine.run(machine.life(), [&] { machine.link()->setAirplane(dice.chance(0.5)); });
}
void slow(World&, Machine& machine, Dice& dice) {
  machine.connectivity.bytesPerSecond = dice.between(300, 20'000);
  machine.connectivity.latencyMax = Duration{dice.between(200, 20'000)};
}
void lossy(World&, Machine& machine, Dice& dice) {
  machine.connectivity.breaksPerFrame = 0.001 * static_cast<double>(dice.below(100));
}
void good(World&, Machine& machine, Dice&) {
  const bool offline = machine.connectivity.offline;
  machine.connectivity = {};
  machine.connectivity.offline = offline;
}

} // namespace

void addNetworkFaults(std::vector<Fault>& list) {
  list.push_back({"goes offline", 12, goesOffline});
  list.push_back({"loses its connection", 6, lines});
  list.push_back({"switches airplane mode", 2, airplane});
  list.push_back({"reads slowly", 3, slow});
  list.push_back({"has a lossy network", 4, lossy});
  list.push_back({"has a good network", 5, good});
  list.push_back({"changes its relay", staged, changesRelay, 8, true});
}

} // namespace meridian::sim
