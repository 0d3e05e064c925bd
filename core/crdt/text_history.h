// The whole history of a text in few bytes: every op, and the place of every character, so that the text is
// there again without doing the edits anew. This is what a snapshot keeps of a text (DESIGN section 5); a
// change goes on carrying ops as core/crdt/body.h says. The bytes are told in core/store/FORMAT.md.
#pragma once

#include <functional>

#include "core/crdt/text.h"

namespace meridian::crdt {

struct TextHistory {
  std::vector<ChangeId> changes; // that wrote ops, each once; the bytes name them by their place here
  Bytes bytes;
};

// REQUIRES: `text` was made from exactly these ops, those of one field of one entity. InvalidArgument where
// an op names a character that is not there, has an id of "this change", or has origins that no honest
// author writes (right before left): such a text has no history form, its ops have to be kept as they are.
// TooLarge beyond limits::textHistoryCharacters, inserted over the whole history, or as many ops.
[[nodiscard]] Result<TextHistory> encodeHistory(const Text& text, std::span<const ContextualOp> ops);

// The text, ready for edits and for ops of others. Damaged or TooLarge; whatever the bytes, the work and the
// memory are in proportion to the limits, and nothing is trusted that later work relies on. What the text
// says is the word of whoever wrote the bytes: compare with a Text built from forOps() to know.
[[nodiscard]] Result<Text> decodeHistory(std::span<const ChangeId> changes, ByteView bytes);

// All ops, in an order in which each comes after what it names. A deletion's ranges come in their shortest
// form. `take` is given ops that last for the call.
[[nodiscard]] Result<void> forOps(std::span<const ChangeId> changes, ByteView bytes, const EntityRef& entity,
                                  std::uint32_t field, const std::function<void(const ContextualOp&)>& take);

} // namespace meridian::crdt
