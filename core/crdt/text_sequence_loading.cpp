// A whole sequence at once: full leaves and full inner nodes, without a search for any span.
#include <algorithm>

#include "core/crdt/text_sequence.h"

namespace meridian::crdt {

void TextSequence::assign(std::span<const Span> spans, std::uint32_t arrivals) {
  // Room in each node, or the next edit anywhere would split it.
  constexpr std::uint32_t spansPerLeaf = leafSpans * 3 / 4, childrenPerInner = innerChildren * 3 / 4;
  *this = TextSequence();
  m_leafOf.resize(arrivals);
  m_leaves.resize(std::max<std::size_t>(1, (spans.size() + spansPerLeaf - 1) / spansPerLeaf));
  std::vector<std::uint32_t> shownBelow(m_leaves.size());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const auto leaf = static_cast<std::uint32_t>(i / spansPerLeaf);
    m_leaves[leaf].spans[m_leaves[leaf].count++] = spans[i];
    shownBelow[leaf] += spans[i].shownLength();
    std::fill_n(m_leafOf.begin() + spans[i].first, spans[i].length, leaf);
  }
  for (std::uint32_t leaf = 0; leaf + 1 < m_leaves.size(); ++leaf)
    m_leaves[leaf].next = leaf + 1;
  for (const std::uint32_t shown : shownBelow)
    m_visible += shown;

  // Level by level: the nodes of one are `first` to `first + shownBelow.size()`.
  bool leaves = true;
  std::uint32_t first = 0;
  while (shownBelow.size() > 1) {
    std::vector<std::uint32_t> shownAbove;
    const auto firstAbove = static_cast<std::uint32_t>(m_inners.size());
    for (std::size_t i = 0; i < shownBelow.size(); ++i) {
      if (i % childrenPerInner == 0) {
        m_inners.emplace_back().aboveLeaves = leaves;
        shownAbove.push_back(0);
      }
      Inner& inner = m_inners.back();
      const auto child = first + static_cast<std::uint32_t>(i);
      setParent(child, leaves, static_cast<std::uint32_t>(m_inners.size() - 1), inner.count);
      inner.child[inner.count] = child;
      inner.shown[inner.count++] = shownBelow[i];
      shownAbove.back() += shownBelow[i];
    }
    leaves = false;
    first = firstAbove;
    shownBelow = std::move(shownAbove);
    m_root = first; // the only one in the end
  }
}

} // namespace meridian::crdt
