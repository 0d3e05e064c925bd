#include "core/crdt/text_builder.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "core/crdt/codec.h"

namespace meridian::crdt {

void Text::Builder::build(std::span<const ContextualOp> ops) {
  collect(ops);
  if (!place(false)) {
    // Only a hostile author draws a circle, inside one change. It is cut where it closes; taken in the order
    // of their ids, it is cut at the same place everywhere.
    m_text = Text();
    m_text.m_dangling = true;
    for (Insertion& insertion : m_insertions)
      insertion.stage = Stage::Waiting;
    std::iota(m_order.begin(), m_order.end(), 0u);
    (void)place(true);
  }
  for (const ContextualOp& op : ops)
    if (const auto* deletion = std::get_if<DeleteText>(op.op); deletion && op.counts)
      for (const ElementRange& range : deletion->ranges)
        if (!m_text.hide(range)) m_text.m_dangling = true;
}

void Text::Builder::collect(std::span<const ContextualOp> ops) {
  for (const ContextualOp& op : ops)
    if (const auto* insertion = std::get_if<InsertText>(op.op)) m_insertions.push_back({&op, insertion});
  // Of an op given twice the first one that counts stays.
  std::ranges::stable_sort(
      m_insertions, {}, [](const Insertion& one) { return std::tuple(one.source->id, !one.source->counts); });
  const auto same =
      std::ranges::unique(m_insertions, {}, [](const Insertion& one) { return one.source->id; });
  m_insertions.erase(same.begin(), same.end());
  m_order.resize(m_insertions.size());
  std::iota(m_order.begin(), m_order.end(), 0u);
  std::ranges::sort(m_order, {}, [this](std::uint32_t i) { return m_insertions[i].source; });
}

bool Text::Builder::place(bool cutCircles) {
  return std::ranges::all_of(m_order,
                             [&](std::uint32_t i) { return placeWithOrigins(m_insertions[i], cutCircles); });
}

bool Text::Builder::placeWithOrigins(Insertion& insertion, bool cutCircles) {
  std::vector<Insertion*> stack{&insertion};
  while (!stack.empty()) {
    Insertion& top = *stack.back();
    if (top.stage == Stage::Placed) {
      stack.pop_back();
      continue;
    }
    const bool first = top.stage == Stage::Waiting;
    top.stage = Stage::Entered;
    bool waits = false;
    for (const std::optional<ElementId>* origin : {&top.op->left, &top.op->right}) {
      if (!*origin || m_text.find(**origin) != noArrival) continue;
      Insertion* before = insertionOf(**origin);
      if (before == nullptr) continue;
      if (before->stage == Stage::Entered && !cutCircles) return false;
      if (first && before->stage == Stage::Waiting) {
        stack.push_back(before);
        waits = true;
      }
    }
    if (waits) continue;
    placeOne(top);
    stack.pop_back();
  }
  return true;
}

void Text::Builder::placeOne(Insertion& insertion) {
  const auto arrivalOf = [this](const std::optional<ElementId>& origin) {
    if (!origin) return noArrival;
    const Arrival found = m_text.find(*origin);
    if (found == noArrival) m_text.m_dangling = true;
    return found;
  };
  const Arrival left = arrivalOf(insertion.op->left);
  const Arrival right = arrivalOf(insertion.op->right);
  m_text.take(insertion.source->id.change, *insertion.op, left, right, insertion.source->counts);
  insertion.stage = Stage::Placed;
}

Text::Builder::Insertion* Text::Builder::insertionOf(const ElementId& id) {
  // Offsets grow with the index of the op, so those of one change stand by their offsets.
  const auto after = std::ranges::upper_bound(m_insertions, id, {}, [](const Insertion& one) {
    return ElementId{one.source->id.change, one.op->offset};
  });
  if (after == m_insertions.begin()) return nullptr;
  Insertion& found = *(after - 1);
  if (found.source->id.change != id.change) return nullptr;
  return id.offset - found.op->offset < codec::codePoints(found.op->text) ? &found : nullptr;
}

} // namespace meridian::crdt
