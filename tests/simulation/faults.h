// What goes wrong, one function each.
#pragma once

#include "tests/simulation/world.h"

namespace meridian::sim {

struct Fault {
  const char* name;
  int weight;                              // or staged (acts.h)
  void (*strike)(World&, Machine&, Dice&); // `Machine`: whom the plan chose; some faults strike a relay
  // Weight among those that have dice of their own: with them no older plan changes.
  int later = 0;
  bool ofTwoRelays = false;
  int harder = 0; // weight among those of the hardest worlds alone (plan.cpp)
};

// In a fixed order: plans name faults by their place.
[[nodiscard]] const std::vector<Fault>& faults();

// By file.
void addMachineFaults(std::vector<Fault>& list);
void addNetworkFaults(std::vector<Fault>& list);
void addRelayFaults(std::vector<Fault>& list);
void addBundleFaults(std::vector<Fault>& list);
void addStagedFaults(std::vector<Fault>& list);
// In full swing.
void addSwingFaults(std::vector<Fault>& list);
void addReleaseFaults(std::vector<Fault>& list);
void addSwingMachineFaults(std::vector<Fault>& list);
void addSwingRelayFaults(std::vector<Fault>& list);
// Of the hardest worlds alone.
void addHarderMachineFaults(std::vector<Fault>& list);
void addHarderRelayFaults(std::vector<Fault>& list);

} // namespace meridian::sim
