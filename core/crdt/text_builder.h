// A text from a set of ops in any order. Internal to this room; see text.h.
#pragma once

#include "core/crdt/text.h"

namespace meridian::crdt {

class Text::Builder {
 public:
  // `text` is empty and outlives this.
  explicit Builder(Text& text) : m_text(text) {}
  void build(std::span<const ContextualOp> ops);

 private:
  enum class Stage : std::uint8_t { Waiting, Entered, Placed };
  struct Insertion {
    const ContextualOp* source = nullptr;
    const InsertText* op = nullptr;
    Stage stage = Stage::Waiting;
  };

  void collect(std::span<const ContextualOp> ops);
  // In the order of m_order, origins first. False if origins run in a circle, unless circles are cut.
  [[nodiscard]] bool place(bool cutCircles);
  [[nodiscard]] bool placeWithOrigins(Insertion& insertion, bool cutCircles);
  void placeOne(Insertion& insertion);
  // The insertion of this character; nullptr if it is not in the set.
  [[nodiscard]] Insertion* insertionOf(const ElementId& id);

  Text& m_text;
  std::vector<Insertion> m_insertions; // by op id
  std::vector<std::uint32_t> m_order;  // as they were given
};

} // namespace meridian::crdt
