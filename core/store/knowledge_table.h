// What lies in whose causal past, in one look-up. A chain knows all of itself, and of every other chain
// everything up to some place; a row stands for each time that this place moved. Once a chain of a space has
// branches (a device that was copied), places say nothing any more, and what each change names is followed.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "core/base/id.h"
#include "core/envelope/change.h"
#include "core/store/statements.h"

namespace meridian::store {

class KnowledgeTable {
 public:
  explicit KnowledgeTable(sqlite::Connection& connection) : m_statements(connection) {}

  // A content change was applied that names these, all applied before it. May be repeated.
  [[nodiscard]] Result<void> learn(const ChangeId& change, const std::vector<ChangeId>& names);
  // Whether change `a` lies in the causal past of `b`: applied ones of one space, otherwise it does not.
  [[nodiscard]] Result<bool> precedes(const ChangeId& a, const ChangeId& b);

  // A chain goes on behind `seq` anew: what it learnt after that counts no more.
  [[nodiscard]] Result<void> rewind(const envelope::ChainKey& chain, std::uint64_t seq);
  // What was answered may be otherwise now: a chain has a branch, or a transaction was rolled back.
  void forget();

  // For what was applied by a version that did not keep this: once, when the file is opened.
  [[nodiscard]] Result<bool> isDue();
  [[nodiscard]] Result<void> complete();

 private:
  struct Place {
    std::int64_t row = 0, space = 0, chain = 0, seq = 0, step = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> knows; // chain → up to; as far as asked
  };
  // nullptr if it is not here or not applied. Stays where it is.
  [[nodiscard]] Result<Place*> placeOf(const ChangeId& id);
  [[nodiscard]] Result<std::int64_t> knownTo(Place& place, std::int64_t chain);
  [[nodiscard]] Result<void> learn(std::int64_t changeRow, std::int64_t namedRow);
  [[nodiscard]] Result<bool> hasBranches(std::int64_t space);
  [[nodiscard]] Result<bool> isAncestor(const Place& a, const Place& b);

  Statements m_statements;
  // Of applied changes that were asked about; what lies in their past stays as it is.
  std::unordered_map<ChangeId, Place> m_places;
  std::optional<std::set<std::int64_t>> m_branched;                  // spaces; nothing until asked for
  std::map<std::pair<std::int64_t, std::int64_t>, bool> m_ancestors; // rows, where places say nothing
};

} // namespace meridian::store
