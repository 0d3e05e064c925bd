// The multi-value register: one value is shown, concurrent ones are kept.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "core/crdt/contextual_op.h"

namespace meridian::crdt {

// State = the set of writes given to it; the order of giving does not matter and giving twice neither.
// A void write is not given, and so what it replaced is back.
class MultiValueRegister {
 public:
  struct Write {
    OpId id;
    Hlc hlc;
    Value value;
  };

  void add(const OpId& id, Hlc hlc, const SetRegister& op);

  // The writes that no other write replaces, sorted by op id.
  [[nodiscard]] std::vector<const Write*> current() const;
  // The same, the one to show first: greatest HLC, then greatest op id. Empty if there was no write.
  [[nodiscard]] std::vector<const Write*> ranked() const;
  // What to show; null if there was no write.
  [[nodiscard]] const Value& value() const;
  // Several current writes with different values.
  [[nodiscard]] bool conflicting() const;
  // What a new write replaces.
  [[nodiscard]] std::vector<OpId> currentIds() const;

 private:
  std::map<OpId, Write> m_writes; // that nothing here replaces
  std::set<OpId> m_replaced;      // whether they have come or not
};

} // namespace meridian::crdt
