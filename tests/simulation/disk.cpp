#include "tests/simulation/disk.h"

namespace meridian::sim {

LossByDice::LossByDice(Dice& dice)
    : m_dice(dice), m_most(std::array{Most::Kept, Most::Dropped, Most::Mixed, Most::Mixed}[dice.below(4)]) {}

bool LossByDice::undoesRemoval(const std::string&) { return m_most != Most::Kept && m_dice.chance(0.5); }

bool LossByDice::keeps(std::uint64_t number, const test::DiskOp& op, std::uint64_t) {
  if (m_most != Most::Mixed) return m_most == Most::Kept;
  if (m_op != number) m_fate = Fate(m_dice.below(3));
  m_op = number;
  if (m_fate != Fate::Torn) return m_fate == Fate::Kept;
  return op.kind == test::DiskOp::Kind::Truncate || m_dice.chance(0.5);
}

bool LossByDice::keepsName(const std::string&) { return m_most == Most::Kept || !m_dice.chance(0.5); }

std::size_t LossByDice::kept(std::size_t of) {
  if (m_most != Most::Mixed) return m_most == Most::Kept ? of : 0;
  return m_dice.below(of + 1);
}

Disk::Disk(std::string name, std::uint64_t seed) : VirtualDisk(name), m_dice(seed, name) {}

void Disk::powerOn() {
  LossByDice loss(m_dice);
  VirtualDisk::powerOn(loss);
}

} // namespace meridian::sim
