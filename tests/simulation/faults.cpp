#include "tests/simulation/faults.h"

namespace meridian::sim {

const std::vector<Fault>& faults() {
  static const std::vector<Fault> list = [] {
    std::vector<Fault> all;
    addMachineFaults(all);
    addNetworkFaults(all);
    addRelayFaults(all);
    addBundleFaults(all);
    addStagedFaults(all);
    addSwingFaults(all);
    addSwingMachineFaults(all);
    addSwingRelayFaults(all);
    addReleaseFaults(all);
    addHarderMachineFaults(all);
    addHarderRelayFaults(all);
    return all;
  }();
  return list;
}

} // namespace meridian::sim
