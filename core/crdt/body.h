// The body: what is sealed in a content change.
#pragma once

#include <map>
#include <vector>

#include "core/base/hlc.h"
#include "core/crdt/op.h"

namespace meridian::crdt {

// Grammar. Numbers are minimal LEB128 varints unless a width is given; fixed widths are little-endian.
//   body    := field*                     tags strictly ascending, each field once
//   field   := tag length bytes
//     1  schema       varint, required
//     2  hlc          u64, required
//     3  claimed at   zigzag varint, milliseconds since 1970, 0 to 2^48-1, required
//     4  refs         change-id(32)*      strictly ascending; left out when empty
//     5  frontier     entry*              strictly ascending, never 0; left out when empty
//     6  ops          op*                 at most 4,096; left out when empty
//     else            kept as it came
//   entry   := varint                     into the table of changes: 0 this change, 1 its predecessor,
//                                         2 + n the n-th of refs
//   op      := kind length opfield*
//   opfield := tag length bytes           tags strictly ascending, each once; an unknown tag is kept
//     kind 1  Create         1 entity-kind(varint ≤ 65535)  2 payload(value)
//     kind 2  SetRegister    1 entity  2 field(varint)  3 value     4 replaces(ref*, left out when empty)
//     kind 3  AddToSet       1 entity  2 field          3 element(value)
//     kind 4  RemoveFromSet  1 entity  2 field          3 observed(ref*, not empty)
//     kind 5  InsertText     1 entity  2 field          3 left(ref)  4 right(ref)  5 text(UTF-8, not empty)
//                            no left: the beginning; no right: the end
//     kind 6  DeleteText     1 entity  2 field          3 (ref length(varint ≥ 1))*, not empty
//     else    kept as it came
//   entity  := 1 ref | 2 entity-kind(varint ≤ 65535) length key(0 to 64 bytes)
//   ref     := entry number(varint ≤ 2^32-1)       the number of an op, or the offset of a character
//   value   := see value.h
// refs lists exactly the changes that are named, neither this one nor its predecessor; only in a body
// with unknown content may it list more, since that content may name them. One body, one encoding:
// whatever decodes encodes to the same bytes.
struct Body {
  std::uint32_t schema = 1;
  Hlc hlc;
  Instant claimedAt{};
  // Heads not implied by one another that the author had. The encoding sorts them: the predecessor
  // first, then ascending.
  std::vector<ChangeId> frontier = {};
  std::vector<Op> ops = {};
  // The table of a decoded body with unknown content, which must keep its places; else empty.
  std::vector<ChangeId> refs = {};
  UnknownFields extra = {};

  bool operator==(const Body&) const = default;
};

// Entries 0 and 1 of the table, which are never stored.
struct BodyContext {
  ChangeId self = thisChange;        // thisChange while the body is being written
  ChangeId predecessor = ChangeId{}; // zero: there is none (the first change of a chain)
};

// The bytes do not depend on self. Fails with InvalidArgument (text that is not UTF-8, empty text,
// changes named beside a kept table) or TooLarge (limits of core/base/limits.h).
[[nodiscard]] Result<Bytes> encodeBody(const Body& body, const BodyContext& context);

// REQUIRES: context.self is not zero. Every "this change" is replaced by it, and characters are
// numbered. Fails with Damaged or TooLarge; never trusts a count and never recurses beyond the nesting
// limit. A body is at most limits::changeBytes long.
[[nodiscard]] Result<Body> decodeBody(ByteView bytes, const BodyContext& context);

// For the author, who knows the id once the change is sealed: the same as decoding what was encoded,
// except that the frontier keeps its order.
void resolveSelf(Body& body, const ChangeId& self);
// Every change that the body names and that stands in `names` is named by the other id from here on.
// REQUIRES: nothing unknown in it, which may name changes too.
void renameChanges(Body& body, const std::map<ChangeId, ChangeId>& names);
// Sets InsertText::offset throughout.
void numberElements(std::vector<Op>& ops);

} // namespace meridian::crdt
