#include "core/crdt/text.h"

#include <cassert>

#include "core/base/limits.h"
#include "core/crdt/text_diff.h"
#include "core/crdt/text_tree.h"

namespace meridian::crdt {

Text::Text(std::span<const ContextualOp> ops) : m_elements(TextTree(ops).inOrder()) {
  for (std::uint32_t i = 0; i < m_elements.size(); ++i) {
    if (!m_elements[i].visible) continue;
    m_visible.push_back(i);
    appendUtf8(m_utf8, m_elements[i].codePoint);
  }
}

const ElementId& Text::elementAt(std::size_t position) const {
  assert(position < m_visible.size());
  return m_elements[m_visible[position]].id;
}

// The left origin is the visible neighbour; the right one is whatever follows that, visible or not, as
// the algorithm wants it.
InsertText Text::insertion(const EntityRef& entity, std::uint32_t field, std::size_t position,
                           std::string text) const {
  InsertText op{.entity = entity, .field = field, .left = {}, .right = {}, .text = std::move(text)};
  std::size_t next = 0;
  if (position > 0) {
    op.left = elementAt(position - 1);
    next = m_visible[position - 1] + 1;
  }
  if (next < m_elements.size()) op.right = m_elements[next].id;
  return op;
}

void Text::appendRanges(std::vector<ElementRange>& ranges, std::size_t position, std::size_t count) const {
  for (std::size_t i = position; i < position + count; ++i) {
    const ElementId& id = elementAt(i);
    const bool continues = !ranges.empty() && ranges.back().first.change == id.change &&
                           ranges.back().first.offset + ranges.back().length == id.offset;
    if (continues)
      ++ranges.back().length;
    else
      ranges.push_back({id, 1});
  }
}

Result<std::vector<Op>> Text::insertAt(const EntityRef& entity, std::uint32_t field, std::size_t position,
                                       std::string_view text) const {
  if (position > size()) return fail(ErrorCode::InvalidArgument, "insertion beyond the end of a text");
  if (!isUtf8(asBytes(text))) return fail(ErrorCode::InvalidArgument, "text is not UTF-8");
  if (text.size() > limits::textFieldBytes) return fail(ErrorCode::TooLarge, "insertion too long");
  std::vector<Op> ops;
  if (!text.empty()) ops.push_back(insertion(entity, field, position, std::string(text)));
  return ops;
}

Result<std::vector<Op>> Text::erase(const EntityRef& entity, std::uint32_t field, std::size_t position,
                                    std::size_t count) const {
  if (position > size() || count > size() - position)
    return fail(ErrorCode::InvalidArgument, "deletion beyond the end of a text");
  std::vector<Op> ops;
  DeleteText deletion{.entity = entity, .field = field, .ranges = {}};
  appendRanges(deletion.ranges, position, count);
  if (!deletion.ranges.empty()) ops.push_back(std::move(deletion));
  return ops;
}

Result<std::vector<Op>> Text::replaceWith(const EntityRef& entity, std::uint32_t field,
                                          std::string_view newText) const {
  if (!isUtf8(asBytes(newText))) return fail(ErrorCode::InvalidArgument, "text is not UTF-8");
  if (newText.size() > limits::textFieldBytes) return fail(ErrorCode::TooLarge, "text too long");
  std::u32string from;
  for (const std::uint32_t i : m_visible)
    from.push_back(m_elements[i].codePoint);
  const std::u32string to = toCodePoints(newText);

  // All hunks can be made against this state: something is kept between any two, so no insertion touches
  // the neighbours of another.
  std::vector<Op> ops;
  DeleteText deletion{.entity = entity, .field = field, .ranges = {}};
  for (const TextHunk& hunk : diffText(from, to)) {
    std::string inserted;
    for (const char32_t c : to.substr(hunk.newBegin, hunk.newCount))
      appendUtf8(inserted, c);
    if (!inserted.empty()) ops.push_back(insertion(entity, field, hunk.oldBegin, std::move(inserted)));
    appendRanges(deletion.ranges, hunk.oldBegin, hunk.oldCount);
  }
  if (!deletion.ranges.empty()) ops.push_back(std::move(deletion));
  return ops;
}

} // namespace meridian::crdt
