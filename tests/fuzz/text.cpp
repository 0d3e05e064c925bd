// A text made of any ops: what it says is a function of their set, and one op at a time gives the same.
#include "core/crdt/text.h"

#include <algorithm>

#include "tests/fuzz/fuzz.h"

using namespace meridian;

namespace {

// An op before its length and its name: change u8 · index u8 · flags u8 (1: does not count) · op sized
struct Named {
  OpId id;
  crdt::Op op;
  bool counts = true;
};

std::vector<Named> readOps(ByteView bytes) {
  std::vector<Named> all;
  ByteReader in(bytes);
  while (in.ok() && !in.atEnd() && all.size() < 256) {
    Named named;
    named.id.change.bytes.fill(in.u8());
    named.id.index = in.u8();
    named.counts = (in.u8() & 1) == 0;
    const auto encoded = in.sized();
    if (!in.ok()) break;
    auto op = crdt::decodeOp(encoded);
    if (!op) continue;
    named.op = std::move(*op);
    // A name is one op's; offsets follow from the index, as in a change.
    if (std::ranges::any_of(all, [&](const Named& other) { return other.id == named.id; })) continue;
    all.push_back(std::move(named));
  }
  std::ranges::sort(all, {}, &Named::id);
  ChangeId change;
  std::uint32_t offset = 0;
  for (auto& named : all) {
    if (named.id.change != change) offset = 0;
    change = named.id.change;
    if (auto* insertion = std::get_if<crdt::InsertText>(&named.op)) {
      insertion->offset = offset;
      for (const char c : insertion->text)
        offset += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    }
  }
  return all;
}

} // namespace

FUZZ_TARGET(text) {
  const auto all = readOps(bytes);
  std::vector<crdt::ContextualOp> ops;
  for (const auto& named : all)
    ops.push_back({named.id, &named.op, {}, named.counts});
  const crdt::Text text(ops);
  auto backwards = ops;
  std::ranges::reverse(backwards);
  HOLDS(crdt::Text(backwards).utf8() == text.utf8());
  HOLDS(isUtf8(asBytes(text.utf8())));

  crdt::Text grown;
  for (std::size_t i = 0; i < ops.size(); ++i)
    if (!grown.apply(ops[i])) grown = crdt::Text(std::span(ops).first(i + 1));
  HOLDS(grown.utf8() == text.utf8());
  HOLDS(grown.size() == text.size());
  for (std::size_t i = 0; i < text.size(); i += 1 + text.size() / 16)
    HOLDS(text.positionOf(text.elementAt(i)) == i);
}
