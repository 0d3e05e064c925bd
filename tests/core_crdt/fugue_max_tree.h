// FugueMax as its paper defines it, a tree of single characters: slow and plain, to hold core/crdt/text.h
// against.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/crdt/text.h"

namespace meridian::crdt::testing {

class FugueMaxTree {
 public:
  explicit FugueMaxTree(std::span<const ContextualOp> ops);

  struct Element {
    ElementId id;
    char32_t codePoint = 0;
    bool visible = false;
  };
  // All characters in the order of the text.
  [[nodiscard]] std::vector<Element> inOrder() const;
  [[nodiscard]] std::string utf8() const;

 private:
  using NodeIndex = std::uint32_t;
  static constexpr NodeIndex begin = 0; // the root
  static constexpr NodeIndex end = 0xFFFFFFFF;
  static constexpr NodeIndex none = end;

  struct Node {
    Element element;
    NodeIndex parent = none;
    NodeIndex leftOrigin = none;
    NodeIndex rightOrigin = end;
    NodeIndex firstLeft = none;
    NodeIndex firstRight = none;
    NodeIndex nextSibling = none;
    std::uint32_t depth = 0;
    bool isLeft = false;
  };
  enum class Stage : std::uint8_t { Waiting, Entered, Placed };
  // One InsertText; its characters lie in m_nodes one after the other from firstNode on.
  struct Run {
    const ContextualOp* source = nullptr;
    const InsertText* op = nullptr;
    std::uint32_t length = 0;
    Stage stage = Stage::Waiting;
    NodeIndex firstNode = none;
  };

  [[nodiscard]] Run* findRun(const ElementId& id);
  // The node of an origin; `otherwise` if it is not (yet) there.
  [[nodiscard]] NodeIndex find(const std::optional<ElementId>& id, NodeIndex otherwise);
  void placeWithOrigins(Run& run);
  void place(Run& run);
  void attach(NodeIndex node);
  [[nodiscard]] bool goesBefore(NodeIndex node, NodeIndex sibling) const;
  // Whether a comes before b in the text. REQUIRES: both are attached, or `end`.
  [[nodiscard]] bool precedes(NodeIndex a, NodeIndex b) const;
  void hideDeleted(std::span<const ContextualOp> ops);

  std::vector<Node> m_nodes;
  std::vector<Run> m_runs;                                                 // sorted by op id
  std::unordered_map<ChangeId, std::vector<std::uint32_t>> m_runsOfChange; // by ascending offset
};

} // namespace meridian::crdt::testing
