// Ops of texts as they lie together, so that a text of many edits is read in a few pieces:
//   pack := op …
//   op   := change 32 · index varint · counts u8 · op sized      as encodeOp() writes it
#pragma once

#include <span>
#include <vector>

#include "core/store/op_table.h"

namespace meridian::store {

[[nodiscard]] bool mayBePacked(const crdt::Op& op);
// Keeps id, op and whether it counts, which is all that a text asks for.
[[nodiscard]] Result<Bytes> packOps(std::span<const OpRow> ops);
// Appends them to `ops`. Damaged.
[[nodiscard]] Result<void> unpackOps(ByteView pack, std::vector<OpRow>& ops);

} // namespace meridian::store
