#include "tests/simulation/ledger.h"

namespace meridian::sim {
namespace {

constexpr std::string_view letters = "bcdfghjkmnpqrstvwxz0123456789";

} // namespace

Ledger::Ledger(std::uint64_t seed) : m_dice(seed, "ledger") {
  // No vowel, so that no sentence of the program contains it.
  for (int i = 0; i < 10; ++i)
    m_mark += letters[m_dice.below(letters.size())];
}

std::string Ledger::word(std::string_view prefix) {
  std::string word(prefix);
  word += m_mark;
  for (auto number = ++m_count; number > 0; number /= letters.size())
    word += letters[number % letters.size()];
  return word + "Z";
}

std::u32string Ledger::typeCharacters(std::size_t count) {
  std::u32string typed;
  for (++m_runs; count > 0; --count) {
    m_characters[m_character].run = m_runs;
    typed += m_character++;
  }
  return typed;
}

} // namespace meridian::sim
