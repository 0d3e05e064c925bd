// What people did, as the people remember it: every change that a machine said it had kept, and every word
// that was typed. None of it may get lost, and no word may be seen outside.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/crdt/op.h"
#include "tests/simulation/dice.h"

namespace meridian::sim {

struct KeptChange {
  SpaceId space;
  std::string by;       // the machine
  bool excused = false; // gone with the only disks that ever held it
};

// A text of one field to which people only add: every word of it stays readable.
struct Addition {
  SpaceId space;
  crdt::EntityId entity;
  std::uint32_t field = 0;
  std::string word;
  ChangeId change;
};

// A character of a text that people type into together: the only one of its kind, but where it was put back.
struct TypedCharacter {
  SpaceId space;
  crdt::EntityId entity;
  std::uint32_t field = 0;
  ChangeId change;       // zero: not written, as far as anybody knows
  bool removed = false;  // by somebody, perhaps in vain
  bool again = false;    // put back by somebody
  std::uint64_t run = 0; // what was typed in one go has one
};

class Ledger {
 public:
  explicit Ledger(std::uint64_t seed);

  // A word that nobody typed before and that no noise contains: it carries the world's mark.
  [[nodiscard]] std::string word(std::string_view prefix = "W");
  [[nodiscard]] const std::string& mark() const { return m_mark; }

  void kept(const ChangeId& change, KeptChange what) { m_changes.try_emplace(change, std::move(what)); }
  [[nodiscard]] std::map<ChangeId, KeptChange>& changes() { return m_changes; }
  [[nodiscard]] const std::map<ChangeId, KeptChange>& changes() const { return m_changes; }

  // Written again under another name, since a copied disk had taken its number (DESIGN §4).
  void renamed(const ChangeId& old, const ChangeId& now) { m_renamed.insert_or_assign(old, now); }
  [[nodiscard]] std::optional<ChangeId> renamed(const ChangeId& old) const {
    const auto at = m_renamed.find(old);
    return at == m_renamed.end() ? std::nullopt : std::optional(at->second);
  }

  // So many that nobody typed before, in one go.
  [[nodiscard]] std::u32string typeCharacters(std::size_t count);
  [[nodiscard]] const std::map<char32_t, TypedCharacter>& characters() const { return m_characters; }
  // Nothing: it is no such character.
  [[nodiscard]] TypedCharacter* find(char32_t character) {
    const auto at = m_characters.find(character);
    return at == m_characters.end() ? nullptr : &at->second;
  }

  // A word that a command said it had kept, within the change that carries it.
  void typed(const std::string& word, const ChangeId& change) { m_words.emplace_back(word, change); }
  [[nodiscard]] const std::vector<std::pair<std::string, ChangeId>>& words() const { return m_words; }

 private:
  Dice m_dice;
  std::string m_mark;
  std::uint64_t m_count = 0;
  char32_t m_character = 0x20000; // letters that no word has
  std::uint64_t m_runs = 0;
  std::map<char32_t, TypedCharacter> m_characters;
  std::map<ChangeId, KeptChange> m_changes;
  std::map<ChangeId, ChangeId> m_renamed;
  std::vector<std::pair<std::string, ChangeId>> m_words;
};

} // namespace meridian::sim
