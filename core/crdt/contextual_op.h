// An op with what its change says about it.
#pragma once

#include "core/base/hlc.h"
#include "core/crdt/op.h"

namespace meridian::crdt {

struct ContextualOp {
  OpId id;
  const Op* op = nullptr; // not owned
  Hlc hlc = {};
  // False for an op of a void change: it replaces and removes nothing, and text that it inserted
  // keeps its place without being shown.
  bool counts = true;
};

// What an op may claim to have seen: any op of another change, and of its own change only earlier
// ones. Across changes the hashes see to it, since nobody can name a change that does not exist yet.
[[nodiscard]] inline bool mayHaveSeen(const OpId& later, const OpId& earlier) {
  return later.change != earlier.change || earlier.index < later.index;
}

} // namespace meridian::crdt
