// A machine's disk, whose dice say what a loss of power leaves.
#pragma once

#include "tests/simulation/dice.h"
#include "tests/support/virtual_disk.h"

namespace meridian::sim {

// Of what was not synced all is kept, or all is dropped, or each op for itself is kept, dropped or torn at
// its sectors; and names as they come. For one loss.
class LossByDice final : public test::PowerLoss {
 public:
  explicit LossByDice(Dice& dice);

  bool undoesRemoval(const std::string& path) override;
  bool keeps(std::uint64_t number, const test::DiskOp& op, std::uint64_t sector) override;
  bool keepsName(const std::string& path) override;
  // Of so many that came one after the other: how many, from the first on.
  std::size_t kept(std::size_t of);

 private:
  enum class Most { Kept, Dropped, Mixed };
  enum class Fate { Kept, Torn, Dropped };

  Dice& m_dice;
  Most m_most;
  std::optional<std::uint64_t> m_op; // the one that m_fate is of
  Fate m_fate = Fate::Kept;
};

class Disk : public test::VirtualDisk {
 public:
  Disk(std::string name, std::uint64_t seed);

  // REQUIRES: no file is open.
  void powerOn();

 private:
  Dice m_dice;
};

} // namespace meridian::sim
