// How the tree makes room: spans into leaves, leaves and inner nodes in two when they are full.
#include <algorithm>

#include "core/crdt/text_sequence.h"

namespace meridian::crdt {

// Makes room at `at` of `leaf`; both tell where the span came to stand. Counts are the caller's.
void TextSequence::insertSpan(std::uint32_t& leaf, std::uint32_t& at, const Span& span) {
  if (m_leaves[leaf].count == leafSpans) {
    splitLeaf(leaf);
    if (at > m_leaves[leaf].count) {
      at -= m_leaves[leaf].count;
      leaf = m_leaves[leaf].next;
    }
  }
  Leaf& target = m_leaves[leaf];
  std::copy_backward(target.spans + at, target.spans + target.count, target.spans + target.count + 1);
  target.spans[at] = span;
  ++target.count;
}

// Cuts a span in two; `leaf` and `at` go on naming the first half.
void TextSequence::splitSpan(std::uint32_t& leaf, std::uint32_t& at, std::uint32_t offset) {
  if (m_leaves[leaf].count == leafSpans) {
    splitLeaf(leaf);
    if (at >= m_leaves[leaf].count) {
      at -= m_leaves[leaf].count;
      leaf = m_leaves[leaf].next;
    }
  }
  Leaf& target = m_leaves[leaf];
  std::copy_backward(target.spans + at, target.spans + target.count, target.spans + target.count + 1);
  ++target.count;
  Span& first = target.spans[at];
  Span& second = target.spans[at + 1];
  first.setLength(offset);
  second.first += offset;
  second.setLength(second.length - offset);
  second.left = second.first - 1;
}

// Joins a span with the one before it in the leaf if they are one run again.
bool TextSequence::joinWithPrevious(std::uint32_t leaf, std::uint32_t at) {
  Leaf& target = m_leaves[leaf];
  if (at == 0 || at >= target.count) return false;
  Span& previous = target.spans[at - 1];
  const Span& span = target.spans[at];
  if (previous.shown != span.shown || !previous.goesOnWith(span)) return false;
  previous.setLength(previous.length + span.length);
  std::copy(target.spans + at + 1, target.spans + target.count, target.spans + at);
  --target.count;
  return true;
}

void TextSequence::splitLeaf(std::uint32_t leaf) {
  const auto added = static_cast<std::uint32_t>(m_leaves.size());
  m_leaves.emplace_back();
  Leaf& from = m_leaves[leaf];
  Leaf& to = m_leaves[added];
  const std::uint32_t kept = leafSpans / 2;
  to.count = from.count - kept;
  std::copy_n(from.spans + kept, to.count, to.spans);
  from.count = kept;
  to.next = from.next;
  from.next = added;
  std::uint32_t shown = 0;
  for (std::uint32_t i = 0; i < to.count; ++i) {
    shown += to.spans[i].shownLength();
    std::fill_n(m_leafOf.begin() + to.spans[i].first, to.spans[i].length, added);
  }
  if (from.parent == none) {
    m_root = static_cast<std::uint32_t>(m_inners.size());
    Inner& root = m_inners.emplace_back();
    root.count = 1;
    root.child[0] = leaf;
    root.shown[0] = 0;
    for (std::uint32_t i = 0; i < from.count; ++i)
      root.shown[0] += from.spans[i].shownLength();
    root.shown[0] += shown; // taken off again by addChild()
    from.parent = m_root;
  }
  addChild(from.parent, leaf, added, shown, true);
  m_seen.leaf = none;
}

// Puts `child`, whose `shown` characters were counted under `after` so far, behind it.
void TextSequence::addChild(std::uint32_t parent, std::uint32_t after, std::uint32_t child,
                            std::uint32_t shown, bool isLeaf) {
  if (m_inners[parent].count == innerChildren) {
    const auto added = static_cast<std::uint32_t>(m_inners.size());
    m_inners.emplace_back();
    Inner& from = m_inners[parent];
    Inner& to = m_inners[added];
    to.aboveLeaves = from.aboveLeaves;
    const std::uint32_t kept = innerChildren / 2;
    to.count = from.count - kept;
    std::uint32_t moved = 0;
    for (std::uint32_t i = 0; i < to.count; ++i) {
      to.child[i] = from.child[kept + i];
      to.shown[i] = from.shown[kept + i];
      moved += to.shown[i];
      setParent(to.child[i], to.aboveLeaves, added, i);
    }
    from.count = kept;
    if (from.parent == none) {
      m_root = static_cast<std::uint32_t>(m_inners.size());
      Inner& root = m_inners.emplace_back();
      root.aboveLeaves = false;
      root.count = 1;
      root.child[0] = parent;
      root.shown[0] = moved;
      for (std::uint32_t i = 0; i < kept; ++i)
        root.shown[0] += m_inners[parent].shown[i];
      m_inners[parent].parent = m_root;
    }
    addChild(m_inners[parent].parent, parent, added, moved, false);
    parent = isLeaf ? m_leaves[after].parent : m_inners[after].parent;
  }
  Inner& inner = m_inners[parent];
  const std::uint32_t slot = isLeaf ? m_leaves[after].slot : m_inners[after].slot;
  for (std::uint32_t i = inner.count; i > slot + 1; --i) {
    inner.child[i] = inner.child[i - 1];
    inner.shown[i] = inner.shown[i - 1];
    setParent(inner.child[i], isLeaf, parent, i);
  }
  ++inner.count;
  inner.child[slot + 1] = child;
  inner.shown[slot + 1] = shown;
  inner.shown[slot] -= shown;
  setParent(child, isLeaf, parent, slot + 1);
}

void TextSequence::setParent(std::uint32_t child, bool isLeaf, std::uint32_t parent, std::uint32_t slot) {
  if (isLeaf) {
    m_leaves[child].parent = parent;
    m_leaves[child].slot = slot;
  } else {
    m_inners[child].parent = parent;
    m_inners[child].slot = slot;
  }
}

} // namespace meridian::crdt
