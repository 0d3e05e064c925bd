#include "core/crdt/text_sequence.h"

#include <algorithm>
#include <cassert>

namespace meridian::crdt {

TextSequence::TextSequence() { m_leaves.emplace_back(); }

TextSequence::Place TextSequence::placeOf(Arrival character) const {
  const std::uint32_t leaf = m_leafOf[character];
  const Leaf& at = m_leaves[leaf];
  if (m_near >= at.count || !at.spans[m_near].holds(character)) {
    m_near = 0;
    while (!at.spans[m_near].holds(character))
      ++m_near;
  }
  return {leaf, m_near, character - at.spans[m_near].first};
}

TextSequence::Place TextSequence::placeOfVisible(std::size_t position) const {
  if (m_seen.leaf == none || !seek(position)) descendTo(position);
  return {m_seen.leaf, m_seen.span, static_cast<std::uint32_t>(position - m_seen.begin)};
}

// From the span that was seen last to that of the character, within the leaf; false if it is in another.
bool TextSequence::seek(std::size_t position) const {
  const Leaf& leaf = m_leaves[m_seen.leaf];
  std::uint32_t span = m_seen.span;
  std::size_t begin = m_seen.begin;
  while (position < begin) {
    if (span == 0) return false;
    begin -= leaf.spans[--span].shownLength();
  }
  while (position - begin >= leaf.spans[span].shownLength()) {
    begin += leaf.spans[span].shownLength();
    if (++span == leaf.count) return false;
  }
  m_seen.span = span;
  m_seen.begin = begin;
  return true;
}

void TextSequence::descendTo(std::size_t position) const {
  std::size_t left = position;
  std::uint32_t leaf = 0;
  for (std::uint32_t node = m_root; node != none;) {
    const Inner& inner = m_inners[node];
    std::uint32_t slot = 0;
    while (left >= inner.shown[slot])
      left -= inner.shown[slot++];
    leaf = inner.child[slot];
    node = inner.aboveLeaves ? none : leaf;
  }
  const Leaf& at = m_leaves[leaf];
  std::uint32_t span = 0;
  while (left >= at.spans[span].shownLength())
    left -= at.spans[span++].shownLength();
  m_seen = {leaf, span, position - left};
}

// The character behind a span; noArrival if that ends the text.
Arrival TextSequence::firstBehind(const Leaf& leaf, std::uint32_t span) const {
  if (span + 1 < leaf.count) return leaf.spans[span + 1].first;
  return leaf.next == none ? noArrival : m_leaves[leaf.next].spans[0].first;
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
  std::uint32_t oneSlot = m_leaves[first.leaf].slot, otherSlot = m_leaves[second.leaf].slot;
  while (one != other) { // all leaves are equally deep
    oneSlot = m_inners[one].slot;
    otherSlot = m_inners[other].slot;
    one = m_inners[one].parent;
    other = m_inners[other].parent;
  }
  return oneSlot < otherSlot;
}

std::size_t TextSequence::visibleBefore(std::uint32_t leaf) const {
  std::size_t count = 0;
  std::uint32_t slot = m_leaves[leaf].slot;
  for (std::uint32_t node = m_leaves[leaf].parent; node != none; node = m_inners[node].parent) {
    const Inner& inner = m_inners[node];
    for (std::uint32_t i = 0; i < slot; ++i)
      count += inner.shown[i];
    slot = inner.slot;
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
  Place next;
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
  m_seen.leaf = none;
  const Span span{arrivals(), length & 0x7FFFFFFFu, visible, left, right};
  Place place = left == noArrival ? Place{} : behind(placeOf(left));
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

bool TextSequence::insertAt(std::size_t position, std::uint32_t length) {
  assert(length > 0);
  Span added{arrivals(), length & 0x7FFFFFFFu, 1, noArrival, noArrival};
  Place next;
  if (position > 0) {
    const Place before = placeOfVisible(position - 1);
    const Leaf& leaf = m_leaves[before.leaf];
    const Span& span = leaf.spans[before.span];
    added.left = span.first + before.offset;
    if (added.left + 1 == added.first && firstBehind(leaf, before.span) == span.right) { // somebody types on
      extend(before.leaf, before.span, length);
      return true;
    }
    next = behind(before);
  }
  if (!isEnd(next)) added.right = characterAt(next);
  const Place at = put(next, added);
  m_seen = {at.leaf, at.span, position};
  return false;
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

// Puts the run before the character at `place`; where it came to stand.
TextSequence::Place TextSequence::put(Place place, const Span& span) {
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
  if (at > 0) {
    const Span& previous = m_leaves[leaf].spans[at - 1];
    if (previous.shown == span.shown && previous.goesOnWith(span)) {
      const std::uint32_t offset = previous.length;
      extend(leaf, at - 1, span.length);
      return {leaf, at - 1, offset};
    }
  }
  insertSpan(leaf, at, span);
  m_leafOf.insert(m_leafOf.end(), span.length, leaf);
  m_visible += span.shownLength();
  addShown(leaf, span.shownLength());
  m_near = at;
  return {leaf, at, 0};
}

// The next characters to arrive go on this span.
void TextSequence::extend(std::uint32_t leaf, std::uint32_t at, std::uint32_t length) {
  Span& span = m_leaves[leaf].spans[at];
  span.setLength(span.length + length);
  for (std::uint32_t i = 0; i < length; ++i)
    m_leafOf.push_back(leaf);
  if (span.shown) {
    m_visible += length;
    addShown(leaf, length);
  }
  m_near = at;
}

void TextSequence::addShown(std::uint32_t leaf, std::int64_t by) {
  if (by == 0) return;
  std::uint32_t slot = m_leaves[leaf].slot;
  for (std::uint32_t node = m_leaves[leaf].parent; node != none; node = m_inners[node].parent) {
    auto& shown = m_inners[node].shown[slot];
    shown = static_cast<std::uint32_t>(shown + by);
    slot = m_inners[node].slot;
  }
}

void TextSequence::hide(Arrival first, std::uint32_t length) { setShown(first, length, false); }

void TextSequence::show(Arrival first, std::uint32_t length) { setShown(first, length, true); }

void TextSequence::setShown(Arrival first, std::uint32_t length, bool shown) {
  m_seen.leaf = none;
  while (length > 0) {
    const Place place = placeOf(first);
    const Span& span = m_leaves[place.leaf].spans[place.span];
    const std::uint32_t taken = std::min<std::uint32_t>(span.length - place.offset, length);
    first += taken;
    length -= taken;
    if (bool(span.shown) == shown) continue;
    if (shown) {
      m_visible += taken;
      mark(place, taken, true);
    } else {
      hideIn(place, taken);
    }
  }
}

// Hides characters of one span, which is shown; where the first of them came to stand.
TextSequence::Place TextSequence::hideIn(Place place, std::uint32_t length) {
  std::uint32_t leaf = place.leaf, at = place.span;
  m_visible -= length;
  Span* span = &m_leaves[leaf].spans[at];
  const bool fromStart = place.offset == 0, toEnd = place.offset + length == span->length;
  // Somebody who deletes character by character only moves the border to what is hidden already.
  if (!fromStart && toEnd && at + 1 < m_leaves[leaf].count && !span[1].shown && span->goesOnWith(span[1])) {
    span->setLength(place.offset);
    span[1] = {span->end(), (span[1].length + length) & 0x7FFFFFFFu, 0, span->end() - 1, span->right};
    addShown(leaf, -std::int64_t{length});
    return {leaf, at + 1, 0};
  }
  if (fromStart && !toEnd && at > 0 && !span[-1].shown && span[-1].goesOnWith(*span)) {
    const std::uint32_t offset = span[-1].length;
    span[-1].setLength(offset + length);
    *span = {span->first + length, (span->length - length) & 0x7FFFFFFFu, 1, span->first + length - 1,
             span->right};
    addShown(leaf, -std::int64_t{length});
    return {leaf, at - 1, offset};
  }
  return mark(place, length, false);
}

// Of characters of one span, none of which is so yet; where the first of them came to stand.
TextSequence::Place TextSequence::mark(Place place, std::uint32_t length, bool shown) {
  std::uint32_t leaf = place.leaf, at = place.span;
  const bool toEnd = place.offset + length == m_leaves[leaf].spans[at].length;
  if (place.offset > 0) {
    splitSpan(leaf, at, place.offset);
    ++at;
  }
  if (!toEnd) splitSpan(leaf, at, length);
  m_leaves[leaf].spans[at].shown = shown ? 1 : 0;
  addShown(leaf, shown ? std::int64_t{length} : -std::int64_t{length});
  joinWithPrevious(leaf, at + 1);
  const std::uint32_t offset = at > 0 ? m_leaves[leaf].spans[at - 1].length : 0;
  return joinWithPrevious(leaf, at) ? Place{leaf, at - 1, offset} : Place{leaf, at, 0};
}

} // namespace meridian::crdt
