#include "core/crdt/text_sequence.h"

#include <algorithm>
#include <cassert>

namespace meridian::crdt {

TextSequence::TextSequence() { m_leaves.emplace_back(); }

std::uint32_t TextSequence::slotOf(std::uint32_t parent, std::uint32_t child) const {
  const Inner& inner = m_inners[parent];
  std::uint32_t slot = 0;
  while (inner.child[slot] != child)
    ++slot;
  return slot;
}

TextSequence::Place TextSequence::placeOf(Arrival character) const {
  const std::uint32_t leaf = m_leafOf[character];
  const Leaf& at = m_leaves[leaf];
  std::uint32_t span = 0;
  while (character - at.spans[span].first >= at.spans[span].length) // unsigned: also false before it
    ++span;
  return {leaf, span, character - at.spans[span].first};
}

TextSequence::Place TextSequence::placeOfVisible(std::size_t position) const {
  const bool seen = m_seen.leaf != none && position >= m_seen.begin;
  std::size_t left = seen ? position - m_seen.begin : 0;
  if (seen) {
    const Leaf& leaf = m_leaves[m_seen.leaf];
    for (std::uint32_t i = 0; i < leaf.count; ++i) {
      if (left < leaf.spans[i].shownLength()) return {m_seen.leaf, i, static_cast<std::uint32_t>(left)};
      left -= leaf.spans[i].shownLength();
    }
  }
  left = position;
  std::uint32_t leaf = 0;
  for (std::uint32_t node = m_root; node != none;) {
    const Inner& inner = m_inners[node];
    std::uint32_t slot = 0;
    while (left >= inner.shown[slot])
      left -= inner.shown[slot++];
    leaf = inner.child[slot];
    node = inner.aboveLeaves ? none : leaf;
  }
  m_seen = {leaf, position - left};
  const Leaf& at = m_leaves[leaf];
  std::uint32_t span = 0;
  while (left >= at.spans[span].shownLength())
    left -= at.spans[span++].shownLength();
  return {leaf, span, static_cast<std::uint32_t>(left)};
}

Arrival TextSequence::characterAt(const Place& place) const {
  return m_leaves[place.leaf].spans[place.span].first + place.offset;
}

bool TextSequence::isEnd(const Place& place) const {
  return place.span >= m_leaves[place.leaf].count && m_leaves[place.leaf].next == none;
}

TextSequence::Place TextSequence::behind(Place place) const {
  const Leaf* leaf = &m_leaves[place.leaf];
  if (place.span < leaf->count && ++place.offset < leaf->spans[place.span].length) return place;
  if (place.span < leaf->count) place = {place.leaf, place.span + 1, 0};
  while (place.span >= leaf->count && leaf->next != none) {
    place = {leaf->next, 0, 0};
    leaf = &m_leaves[place.leaf];
  }
  return place;
}

// Past the rest of a span, but not past `stop`.
TextSequence::Place TextSequence::nextSpan(Place place, Arrival stop) const {
  const Span& span = m_leaves[place.leaf].spans[place.span];
  const Arrival here = span.first + place.offset;
  const bool inside = stop > here && stop < span.end();
  place.offset = (inside ? stop - span.first : span.length) - 1;
  return behind(place);
}

bool TextSequence::before(Arrival a, Arrival b) const {
  if (a == b) return false;
  const Place first = placeOf(a), second = placeOf(b);
  if (first.leaf == second.leaf)
    return first.span != second.span ? first.span < second.span : first.offset < second.offset;
  std::uint32_t one = m_leaves[first.leaf].parent, other = m_leaves[second.leaf].parent;
  std::uint32_t oneChild = first.leaf, otherChild = second.leaf;
  while (one != other) { // all leaves are equally deep
    oneChild = one;
    otherChild = other;
    one = m_inners[one].parent;
    other = m_inners[other].parent;
  }
  return slotOf(one, oneChild) < slotOf(one, otherChild);
}

std::size_t TextSequence::visibleBefore(std::uint32_t leaf) const {
  std::size_t count = 0;
  std::uint32_t child = leaf;
  for (std::uint32_t node = m_leaves[leaf].parent; node != none; node = m_inners[node].parent) {
    const std::uint32_t slot = slotOf(node, child);
    for (std::uint32_t i = 0; i < slot; ++i)
      count += m_inners[node].shown[i];
    child = node;
  }
  return count;
}

std::size_t TextSequence::positionOf(Arrival character) const {
  const Place place = placeOf(character);
  const Leaf& leaf = m_leaves[place.leaf];
  std::size_t position = visibleBefore(place.leaf);
  for (std::uint32_t i = 0; i < place.span; ++i)
    position += leaf.spans[i].shownLength();
  return position + (leaf.spans[place.span].shown ? place.offset : 0);
}

TextSequence::Gap TextSequence::gapAt(std::size_t position) const {
  Place next{0, 0, 0};
  Gap gap;
  if (position > 0) {
    const Place left = placeOfVisible(position - 1);
    gap.left = characterAt(left);
    next = behind(left);
  }
  if (!isEnd(next)) gap.right = characterAt(next);
  return gap;
}

void TextSequence::forVisible(std::size_t position, std::size_t count,
                              const std::function<void(Arrival, std::uint32_t)>& take) const {
  if (count == 0) return;
  Place place = placeOfVisible(position);
  std::uint32_t leafIndex = place.leaf;
  for (std::uint32_t span = place.span, offset = place.offset; count > 0; offset = 0) {
    const Leaf& leaf = m_leaves[leafIndex];
    if (span >= leaf.count) {
      leafIndex = leaf.next;
      span = 0;
      continue;
    }
    const Span& here = leaf.spans[span++];
    if (!here.shown) continue;
    const auto taken = static_cast<std::uint32_t>(std::min<std::size_t>(here.length - offset, count));
    take(here.first + offset, taken);
    count -= taken;
  }
}

TextSequence::Origins TextSequence::originsOf(Arrival character) const {
  const Place place = placeOf(character);
  const Span& span = m_leaves[place.leaf].spans[place.span];
  return {place.offset > 0 ? character - 1 : span.left, span.right};
}

std::size_t TextSequence::memory() const {
  return m_leaves.capacity() * sizeof(Leaf) + m_inners.capacity() * sizeof(Inner) +
         m_leafOf.capacity() * sizeof(std::uint32_t);
}

void TextSequence::insert(Arrival left, Arrival right, std::uint32_t length, bool visible,
                          const SmallerId& smallerId) {
  assert(length > 0);
  const Span span{arrivals(), length & 0x7FFFFFFFu, visible, left, right};
  Place place = left == noArrival ? (m_leaves[0].count > 0 ? Place{0, 0, 0} : behind({0, 0, 0}))
                                  : behind(placeOf(left));
  const Arrival next = isEnd(place) ? noArrival : characterAt(place);
  Span fixed = span;
  if (next != right) {
    if (right != noArrival && left != noArrival && !before(left, right)) fixed.right = noArrival;
    if (isLeftChild(left, fixed.right))
      movePastLeftSiblings(place, fixed.right, smallerId);
    else
      movePastRightSiblings(place, left, fixed.right, smallerId);
  }
  put(place, fixed);
}

TextSequence::Node TextSequence::nodeOf(Arrival character) const {
  const Place place = placeOf(character);
  const Span& span = m_leaves[place.leaf].spans[place.span];
  // Inside a span each character is a right child of the one before: their right origin was there before
  // all of them, so it cannot have one of them as its left origin.
  if (place.offset > 0) return {character - 1, span.right, false};
  return {span.left, span.right, isLeftChild(span.left, span.right)};
}

bool TextSequence::isLeftChild(Arrival left, Arrival right) const {
  if (right == noArrival) return false;
  const Place place = placeOf(right);
  return (place.offset > 0 ? right - 1 : m_leaves[place.leaf].spans[place.span].left) == left;
}

// A left child of its right origin stands directly before it, but before siblings with larger ids.
void TextSequence::movePastLeftSiblings(Place& place, Arrival right, const SmallerId& smallerId) const {
  const Arrival self = arrivals();
  while (characterAt(place) != right) {
    // The sibling, if this is the first character of what hangs on one.
    Arrival above = characterAt(place);
    Node node = nodeOf(above);
    while (node.isLeft && node.right != right) {
      above = node.right;
      node = nodeOf(above);
    }
    if (node.isLeft && smallerId(self, above)) return;
    place = nextSpan(place, right);
  }
}

// A right child of its left origin stands behind it, among siblings by their right origins, the furthest
// first, then by their ids. What hangs on a sibling stands with it.
void TextSequence::movePastRightSiblings(Place& place, Arrival left, Arrival right,
                                         const SmallerId& smallerId) const {
  const Arrival self = arrivals();
  while (!isEnd(place)) {
    Arrival above = characterAt(place);
    Node node = nodeOf(above);
    while (node.isLeft) {
      above = node.right;
      node = nodeOf(above);
    }
    if (node.left == left) {
      const bool further = node.right == right
                               ? smallerId(self, above)
                               : right == noArrival || (node.right != noArrival && before(node.right, right));
      if (further) return;
    } else if (left != noArrival && (node.left == noArrival || before(node.left, left))) {
      return; // hangs on something before the left origin: all siblings were passed
    }
    place = nextSpan(place, right);
  }
}

// Puts the run before the character at `place`.
void TextSequence::put(Place place, const Span& span) {
  std::uint32_t leaf = place.leaf, at = place.span;
  if (place.offset > 0) {
    splitSpan(leaf, at, place.offset);
    ++at;
  } else if (at == 0 && leaf != 0) {
    // The run may go on a span that ends the leaf before; that one is where its left origin is.
    if (span.left != noArrival) {
      const Place origin = placeOf(span.left);
      if (m_leaves[origin.leaf].next == leaf && origin.span + 1 == m_leaves[origin.leaf].count &&
          origin.offset + 1 == m_leaves[origin.leaf].spans[origin.span].length) {
        leaf = origin.leaf;
        at = origin.span + 1;
      }
    }
  }
  m_leafOf.resize(m_leafOf.size() + span.length, leaf);
  m_visible += span.shownLength();
  if (at > 0) {
    Span& previous = m_leaves[leaf].spans[at - 1];
    if (previous.end() == span.first && span.left == span.first - 1 && previous.right == span.right &&
        previous.shown == span.shown) {
      previous.setLength(previous.length + span.length);
      addShown(leaf, span.shownLength());
      return;
    }
  }
  insertSpan(leaf, at, span);
  addShown(leaf, span.shownLength());
}

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
  std::fill_n(m_leafOf.begin() + span.first, span.length, leaf);
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
    root.shown[0] = static_cast<std::uint32_t>(0);
    for (std::uint32_t i = 0; i < from.count; ++i)
      root.shown[0] += from.spans[i].shownLength();
    root.shown[0] += shown; // taken off again by addChild()
    from.parent = m_root;
  }
  addChild(from.parent, leaf, added, shown, true);
  m_seen.leaf = none;
}

void TextSequence::setParent(std::uint32_t child, bool isLeaf, std::uint32_t parent) {
  (isLeaf ? m_leaves[child].parent : m_inners[child].parent) = parent;
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
      setParent(to.child[i], to.aboveLeaves, added);
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
  const std::uint32_t slot = slotOf(parent, after);
  for (std::uint32_t i = inner.count; i > slot + 1; --i) {
    inner.child[i] = inner.child[i - 1];
    inner.shown[i] = inner.shown[i - 1];
  }
  ++inner.count;
  inner.child[slot + 1] = child;
  inner.shown[slot + 1] = shown;
  inner.shown[slot] -= shown;
  setParent(child, isLeaf, parent);
}

void TextSequence::addShown(std::uint32_t leaf, std::int64_t by) {
  if (by == 0) return;
  // What was seen before this leaf stays; behind it, it moves.
  if (m_seen.leaf != leaf) m_seen.leaf = none;
  std::uint32_t child = leaf;
  for (std::uint32_t node = m_leaves[leaf].parent; node != none; node = m_inners[node].parent) {
    auto& shown = m_inners[node].shown[slotOf(node, child)];
    shown = static_cast<std::uint32_t>(shown + by);
    child = node;
  }
}

// Joins a span with the one before it in the leaf if they are one run again.
bool TextSequence::joinWithPrevious(std::uint32_t leaf, std::uint32_t at) {
  Leaf& target = m_leaves[leaf];
  if (at == 0 || at >= target.count) return false;
  Span& previous = target.spans[at - 1];
  const Span& span = target.spans[at];
  if (previous.shown != span.shown || previous.end() != span.first || span.left != span.first - 1 ||
      previous.right != span.right)
    return false;
  previous.setLength(previous.length + span.length);
  std::copy(target.spans + at + 1, target.spans + target.count, target.spans + at);
  --target.count;
  return true;
}

void TextSequence::hide(Arrival first, std::uint32_t length) {
  while (length > 0) {
    Place place = placeOf(first);
    const Span& span = m_leaves[place.leaf].spans[place.span];
    const std::uint32_t taken = std::min<std::uint32_t>(span.length - place.offset, length);
    first += taken;
    length -= taken;
    if (!span.shown) continue;
    if (place.offset > 0) {
      splitSpan(place.leaf, place.span, place.offset);
      place = placeOf(first - taken);
    }
    if (m_leaves[place.leaf].spans[place.span].length > taken) {
      splitSpan(place.leaf, place.span, taken);
      place = placeOf(first - taken);
    }
    m_leaves[place.leaf].spans[place.span].shown = 0;
    m_visible -= taken;
    addShown(place.leaf, -static_cast<std::int64_t>(taken));
    joinWithPrevious(place.leaf, place.span + 1);
    joinWithPrevious(place.leaf, place.span);
  }
}

} // namespace meridian::crdt
