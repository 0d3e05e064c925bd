// A machine's disk: the dice say what a loss of power leaves. Of what was not synced all is kept, or all is
// dropped, or each write for itself is kept, dropped or torn at its sectors.
#pragma once

#include "tests/simulation/dice.h"
#include "tests/support/virtual_disk.h"

namespace meridian::sim {

class Disk : public test::VirtualDisk {
 public:
  Disk(std::string name, std::uint64_t seed);

  // REQUIRES: no file is open.
  void powerOn();

 private:
  Dice m_dice;
};

} // namespace meridian::sim
