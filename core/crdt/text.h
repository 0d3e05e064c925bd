// Long text that several people edit offline, and in which every word is kept.
//
// The sequence is FugueMax: M. Weidner and M. Kleppmann, “The Art of the Fugue: Minimizing Interleaving in
// Collaborative Text Editing” (2023). Characters form a tree; each is a left or a right child of one
// of its two origins, and the text is the tree read in order. Runs that were typed concurrently at one
// place do not interleave, forwards or backwards, as far as any algorithm can prevent it.
//
// From the origins in an op, its place follows: if the left origin of its right origin is its own left
// origin, the character is a left child of the right origin, otherwise a right child of the left origin.
// Left siblings sort by element id; right siblings sort by right origin, the furthest first, then by id.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/crdt/contextual_op.h"

namespace meridian::crdt {

class Text {
 public:
  struct Element {
    ElementId id;
    char32_t codePoint = 0;
    bool visible = false;
  };

  Text() = default;
  // From the InsertText and DeleteText ops of one field of one entity; others are passed over. A function
  // of the set of ops: neither their order nor repetition matters. An origin that is not among them (which
  // no honest author writes) counts as the beginning or the end.
  explicit Text(std::span<const ContextualOp> ops);

  [[nodiscard]] const std::string& utf8() const { return m_utf8; }
  // Visible characters (code points).
  [[nodiscard]] std::size_t size() const { return m_visible.size(); }
  // REQUIRES: position < size()
  [[nodiscard]] const ElementId& elementAt(std::size_t position) const;
  // All characters in order, tombstones included.
  [[nodiscard]] const std::vector<Element>& elements() const { return m_elements; }

  // The ops of one edit of this text by its author; positions are in visible characters. They are made
  // against this state, so a second edit in the same change goes through replaceWith() together with the
  // first. InvalidArgument if a position lies outside or the text is not UTF-8; TooLarge beyond
  // limits::textFieldBytes. An edit that changes nothing gives no ops.
  [[nodiscard]] Result<std::vector<Op>> insertAt(const EntityRef& entity, std::uint32_t field,
                                                 std::size_t position, std::string_view text) const;
  [[nodiscard]] Result<std::vector<Op>> erase(const EntityRef& entity, std::uint32_t field,
                                              std::size_t position, std::size_t count) const;
  // The smallest ops that turn this text into `newText`, as a text field gives it.
  [[nodiscard]] Result<std::vector<Op>> replaceWith(const EntityRef& entity, std::uint32_t field,
                                                    std::string_view newText) const;

 private:
  [[nodiscard]] InsertText insertion(const EntityRef& entity, std::uint32_t field, std::size_t position,
                                     std::string text) const;
  void appendRanges(std::vector<ElementRange>& ranges, std::size_t position, std::size_t count) const;

  std::vector<Element> m_elements;
  std::vector<std::uint32_t> m_visible; // indices into m_elements
  std::string m_utf8;
};

} // namespace meridian::crdt
