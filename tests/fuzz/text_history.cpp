// The whole history of a text, from anybody: what is taken can be edited on, and its ops tell the same again.
#include "core/crdt/text_history.h"

#include "tests/fuzz/fuzz.h"

using namespace meridian;

namespace {

struct Told {
  OpId id;
  crdt::Op op;
  bool counts = true;
};

} // namespace

// How many changes u8 · history
FUZZ_TARGET(text_history) {
  if (bytes.empty()) return;
  std::vector<ChangeId> changes(bytes.front() % 17);
  for (std::size_t i = 0; i < changes.size(); ++i)
    changes[i].bytes.fill(static_cast<std::uint8_t>(i + 1));
  const ByteView history = bytes.subspan(1);
  const crdt::EntityRef entity = crdt::EntityRef{};
  std::vector<Told> told;
  const auto read = crdt::forOps(changes, history, entity, 1, [&](const crdt::ContextualOp& one) {
    told.push_back({one.id, *one.op, one.counts});
  });
  auto text = crdt::decodeHistory(changes, history);
  if (!text) return;
  HOLDS(isUtf8(asBytes(text->utf8())));
  for (std::size_t i = 0; i < text->size(); i += 1 + text->size() / 16)
    HOLDS(text->positionOf(text->elementAt(i)) == i);
  if (!read) return;

  std::vector<crdt::ContextualOp> ops;
  for (const auto& one : told)
    ops.push_back({one.id, &one.op, {}, one.counts});
  const crdt::Text rebuilt(ops);
  if (rebuilt.utf8() != text->utf8()) return; // it lied about the places
  const auto again = crdt::encodeHistory(rebuilt, ops);
  if (!again) return; // or names what no honest author writes
  const auto twice = crdt::decodeHistory(again->changes, again->bytes);
  HOLDS(twice && twice->utf8() == rebuilt.utf8());
}
