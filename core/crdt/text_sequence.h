// The order of a text's characters, kept up op by op. Internal to this room; see text.h for the algorithm.
//
// Characters are numbered as they arrive (Arrival); what was typed in one go, or went on where the last run
// ended, is one span. Spans stand in the leaves of a B+ tree whose inner nodes count the visible characters
// below them, so an edit costs the depth of the tree. Edits mostly follow each other at one place: where the
// last one was is remembered, and found again without a search. If the two origins of a run are neighbours it
// stands between them. Otherwise others typed there too, and the new run moves past those of theirs that
// FugueMax puts first; from the origins alone, since the tree of the paper follows from them.
// tests/core_crdt holds the result against that tree.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace meridian::crdt {

// The n-th character that this replica took into a text.
using Arrival = std::uint32_t;
inline constexpr Arrival noArrival = 0xFFFFFFFF; // the beginning or the end

class TextSequence {
 public:
  // Whether the first character's id is smaller than the second's: settles what origins leave open.
  using SmallerId = std::function<bool(Arrival, Arrival)>;

  TextSequence();

  [[nodiscard]] std::uint32_t arrivals() const { return static_cast<std::uint32_t>(m_leafOf.size()); }
  [[nodiscard]] std::size_t visible() const { return m_visible; }

  // Takes the next `length` characters: the first follows its origins, each later one its predecessor. A
  // right origin that does not come after the left one (no honest author writes it) counts as the end.
  // REQUIRES: the origins have arrived; length > 0; fewer than 2^31 arrivals.
  void insert(Arrival left, Arrival right, std::uint32_t length, bool visible, const SmallerId& smallerId);
  // Hides characters; those that are hidden stay so. REQUIRES: they have arrived.
  void hide(Arrival first, std::uint32_t length);
  // The opposite. REQUIRES: they have arrived
  void show(Arrival first, std::uint32_t length);

  // What is typed here: the next `length` characters, visible, into gapAt(position). True if they go on the
  // run of the character that arrived last: they stand behind it, with its right origin.
  // REQUIRES: position <= visible(); length > 0
  bool insertAt(std::size_t position, std::uint32_t length);
  // Hides `count` visible characters from `position` on; calls with (first, length) for each span of them.
  // REQUIRES: position + count <= visible()
  template <class Take>
  void eraseAt(std::size_t position, std::size_t count, Take take) {
    while (count > 0) {
      const Place place = placeOfVisible(position);
      const Span& span = m_leaves[place.leaf].spans[place.span];
      const auto taken = static_cast<std::uint32_t>(std::min<std::size_t>(span.length - place.offset, count));
      take(span.first + place.offset, taken);
      const Place hidden = hideIn(place, taken);
      m_seen = {hidden.leaf, hidden.span, position}; // nothing of a hidden span counts
      count -= taken;
    }
  }

  // Where an insertion before the `position`-th visible character would stand: behind the visible
  // neighbour, and before whatever follows that, visible or not. REQUIRES: position <= visible()
  struct Gap {
    Arrival left = noArrival, right = noArrival;
  };
  [[nodiscard]] Gap gapAt(std::size_t position) const;
  // Calls with (first, length) for the `count` visible characters from `position` on, as spans in order.
  // REQUIRES: position + count <= visible()
  void forVisible(std::size_t position, std::size_t count,
                  const std::function<void(Arrival, std::uint32_t)>& take) const;
  // Visible characters before this one. REQUIRES: it has arrived.
  [[nodiscard]] std::size_t positionOf(Arrival character) const;
  // Characters that follow each other both by arrival and in the text, each the left origin of the next.
  struct Span {
    Arrival first;
    std::uint32_t length : 31;
    std::uint32_t shown : 1;
    Arrival left, right; // origins of the first character; the right one is that of all
    void setLength(std::uint32_t characters) { length = characters & 0x7FFFFFFFu; }
    [[nodiscard]] Arrival end() const { return first + length; }
    [[nodiscard]] std::uint32_t shownLength() const { return shown ? length : 0; }
    // Whether the next one would be one run with this, if one is shown like the other.
    [[nodiscard]] bool goesOnWith(const Span& next) const {
      return end() == next.first && next.left == next.first - 1 && right == next.right;
    }
    [[nodiscard]] bool holds(Arrival character) const { return character - first < length; } // unsigned
  };
  // All spans in order.
  template <class Take>
  void forAll(Take take) const {
    for (std::uint32_t leaf = 0; leaf != none; leaf = m_leaves[leaf].next)
      for (std::uint32_t i = 0; i < m_leaves[leaf].count; ++i)
        take(m_leaves[leaf].spans[i]);
  }
  // The origins of a character. REQUIRES: it has arrived.
  struct Origins {
    Arrival left = noArrival, right = noArrival;
  };
  [[nodiscard]] Origins originsOf(Arrival character) const;
  // Becomes the sequence of these spans, at the cost of their number. REQUIRES: together they hold each of
  // the arrivals 0 to arrivals - 1 once, and every origin arrived before its character.
  void assign(std::span<const Span> spans, std::uint32_t arrivals);
  // Bytes that this holds in memory.
  [[nodiscard]] std::size_t memory() const;

 private:
  static constexpr std::uint32_t leafSpans = 32, innerChildren = 16, none = 0xFFFFFFFF;
  // `slot` is the place among the children of the parent.
  struct Leaf {
    std::uint32_t parent = none, slot = 0, next = none, count = 0;
    Span spans[leafSpans];
  };
  struct Inner {
    std::uint32_t parent = none, slot = 0, count = 0;
    bool aboveLeaves = true;
    std::uint32_t child[innerChildren];
    std::uint32_t shown[innerChildren];
  };
  // A character, or the gap before it. By default the first; the end where there is none.
  struct Place {
    std::uint32_t leaf = 0, span = 0, offset = 0;
  };
  // A span that was looked up by position or edited last. Whatever edits by arrival, or splits a leaf,
  // forgets it.
  struct Seen {
    std::uint32_t leaf = none, span = 0;
    std::size_t begin = 0; // visible characters before the span
  };

  [[nodiscard]] Place placeOf(Arrival character) const;
  [[nodiscard]] Place placeOfVisible(std::size_t position) const; // of the character
  [[nodiscard]] bool seek(std::size_t position) const;
  void descendTo(std::size_t position) const;
  [[nodiscard]] Arrival characterAt(const Place& place) const {
    return m_leaves[place.leaf].spans[place.span].first + place.offset;
  }
  [[nodiscard]] Arrival firstBehind(const Leaf& leaf, std::uint32_t span) const;
  [[nodiscard]] Place behind(Place place) const; // the next character, or the very end
  [[nodiscard]] Place nextSpan(Place place, Arrival stop) const;
  [[nodiscard]] bool isEnd(const Place& place) const {
    return place.span >= m_leaves[place.leaf].count && m_leaves[place.leaf].next == none;
  }
  [[nodiscard]] bool before(Arrival a, Arrival b) const;
  [[nodiscard]] std::size_t visibleBefore(std::uint32_t leaf) const;

  // The tree of the paper, as far as it is needed where runs are concurrent.
  struct Node {
    Arrival left = noArrival, right = noArrival; // origins
    bool isLeft = false;                         // child of the right origin, otherwise of the left one
  };
  [[nodiscard]] Node nodeOf(Arrival character) const;
  [[nodiscard]] bool isLeftChild(Arrival left, Arrival right) const;
  void movePastLeftSiblings(Place& place, Arrival right, const SmallerId& smallerId) const;
  void movePastRightSiblings(Place& place, Arrival left, Arrival right, const SmallerId& smallerId) const;
  Place put(Place place, const Span& span);
  void extend(std::uint32_t leaf, std::uint32_t at, std::uint32_t length);
  void setShown(Arrival first, std::uint32_t length, bool shown);
  Place hideIn(Place place, std::uint32_t length);
  Place mark(Place place, std::uint32_t length, bool shown);
  void insertSpan(std::uint32_t& leaf, std::uint32_t& at, const Span& span);
  void splitSpan(std::uint32_t& leaf, std::uint32_t& at, std::uint32_t offset);
  void splitLeaf(std::uint32_t leaf);
  void addChild(std::uint32_t parent, std::uint32_t after, std::uint32_t child, std::uint32_t shown,
                bool isLeaf);
  void setParent(std::uint32_t child, bool isLeaf, std::uint32_t parent, std::uint32_t slot);
  void addShown(std::uint32_t leaf, std::int64_t by);
  bool joinWithPrevious(std::uint32_t leaf, std::uint32_t at);

  std::vector<Leaf> m_leaves;
  std::vector<Inner> m_inners;
  std::uint32_t m_root = none;         // an inner node; none while there is one leaf
  std::vector<std::uint32_t> m_leafOf; // by arrival
  std::size_t m_visible = 0;
  mutable Seen m_seen;
  mutable std::uint32_t m_near = 0; // place in its leaf of the span that was looked up by arrival last
};

} // namespace meridian::crdt
