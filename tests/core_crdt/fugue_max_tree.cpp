#include "tests/core_crdt/fugue_max_tree.h"

#include <algorithm>
#include <tuple>

#include "core/crdt/codec.h"
#include "core/crdt/text_diff.h"

namespace meridian::crdt::testing {

FugueMaxTree::FugueMaxTree(std::span<const ContextualOp> ops) {
  for (const ContextualOp& op : ops)
    if (const auto* insertion = std::get_if<InsertText>(op.op))
      m_runs.push_back({&op, insertion, codec::codePoints(insertion->text)});
  // By id, and those that count first: of an op given twice the first one stays.
  std::sort(m_runs.begin(), m_runs.end(), [](const Run& a, const Run& b) {
    return std::tuple(a.source->id, !a.source->counts) < std::tuple(b.source->id, !b.source->counts);
  });
  m_runs.erase(std::unique(m_runs.begin(), m_runs.end(),
                           [](const Run& a, const Run& b) { return a.source->id == b.source->id; }),
               m_runs.end());

  std::size_t characters = 1;
  for (std::uint32_t i = 0; i < m_runs.size(); ++i) {
    // Offsets grow with the index of the op, so the list is ascending.
    m_runsOfChange[m_runs[i].source->id.change].push_back(i);
    characters += m_runs[i].length;
  }
  m_nodes.reserve(characters);
  m_nodes.emplace_back(); // the root
  for (Run& run : m_runs)
    placeWithOrigins(run);
  hideDeleted(ops);
}

FugueMaxTree::Run* FugueMaxTree::findRun(const ElementId& id) {
  const auto found = m_runsOfChange.find(id.change);
  if (found == m_runsOfChange.end()) return nullptr;
  const std::vector<std::uint32_t>& runs = found->second;
  const auto after =
      std::upper_bound(runs.begin(), runs.end(), id.offset, [&](std::uint32_t offset, std::uint32_t run) {
        return offset < m_runs[run].op->offset;
      });
  if (after == runs.begin()) return nullptr;
  Run& run = m_runs[*(after - 1)];
  return id.offset - run.op->offset < run.length ? &run : nullptr;
}

FugueMaxTree::NodeIndex FugueMaxTree::find(const std::optional<ElementId>& id, NodeIndex otherwise) {
  if (!id) return otherwise;
  const Run* run = findRun(*id);
  if (!run || run->stage != Stage::Placed) return otherwise;
  return run->firstNode + (id->offset - run->op->offset);
}

// Origins first, whatever the order of delivery. A hostile circle of origins inside one change is cut
// where it closes; since runs are taken in the order of their ids, it is cut at the same place everywhere.
void FugueMaxTree::placeWithOrigins(Run& run) {
  std::vector<Run*> stack{&run};
  while (!stack.empty()) {
    Run& top = *stack.back();
    if (top.stage == Stage::Placed) {
      stack.pop_back();
      continue;
    }
    const bool first = top.stage == Stage::Waiting;
    top.stage = Stage::Entered;
    bool waits = false;
    for (const std::optional<ElementId>& origin : {top.op->left, top.op->right}) {
      Run* before = first && origin ? findRun(*origin) : nullptr;
      if (before && before->stage == Stage::Waiting) {
        stack.push_back(before);
        waits = true;
      }
    }
    if (waits) continue;
    place(top);
    stack.pop_back();
  }
}

void FugueMaxTree::place(Run& run) {
  NodeIndex left = find(run.op->left, begin);
  NodeIndex right = find(run.op->right, end);
  if (right != end && (right == left || precedes(right, left))) right = end;
  run.firstNode = static_cast<NodeIndex>(m_nodes.size());
  run.stage = Stage::Placed;
  ElementId id{run.source->id.change, run.op->offset};
  for (const char32_t c : toCodePoints(run.op->text)) {
    const auto index = static_cast<NodeIndex>(m_nodes.size());
    Node& node = m_nodes.emplace_back();
    node.element = {id, c, run.source->counts};
    node.leftOrigin = left;
    node.rightOrigin = right;
    attach(index);
    left = index;
    ++id.offset;
  }
}

void FugueMaxTree::attach(NodeIndex index) {
  Node& node = m_nodes[index];
  node.isLeft = node.rightOrigin != end && m_nodes[node.rightOrigin].leftOrigin == node.leftOrigin;
  node.parent = node.isLeft ? node.rightOrigin : node.leftOrigin;
  Node& parent = m_nodes[node.parent];
  node.depth = parent.depth + 1;
  NodeIndex* link = node.isLeft ? &parent.firstLeft : &parent.firstRight;
  while (*link != none && !goesBefore(index, *link))
    link = &m_nodes[*link].nextSibling;
  node.nextSibling = *link;
  *link = index;
}

bool FugueMaxTree::goesBefore(NodeIndex index, NodeIndex siblingIndex) const {
  const Node& node = m_nodes[index];
  const Node& sibling = m_nodes[siblingIndex];
  if (!node.isLeft && node.rightOrigin != sibling.rightOrigin)
    return precedes(sibling.rightOrigin, node.rightOrigin);
  return node.element.id < sibling.element.id;
}

bool FugueMaxTree::precedes(NodeIndex a, NodeIndex b) const {
  if (a == b || a == end) return false;
  if (b == end) return true;
  // Climb to two siblings; if one node is above the other, the side on which it is left decides.
  NodeIndex aChild = none;
  NodeIndex bChild = none;
  while (m_nodes[a].depth > m_nodes[b].depth)
    a = m_nodes[aChild = a].parent;
  while (m_nodes[b].depth > m_nodes[a].depth)
    b = m_nodes[bChild = b].parent;
  if (a == b) return aChild != none ? m_nodes[aChild].isLeft : !m_nodes[bChild].isLeft;
  while (a != b) {
    a = m_nodes[aChild = a].parent;
    b = m_nodes[bChild = b].parent;
  }
  if (m_nodes[aChild].isLeft != m_nodes[bChild].isLeft) return m_nodes[aChild].isLeft;
  for (NodeIndex next = m_nodes[aChild].nextSibling; next != none; next = m_nodes[next].nextSibling)
    if (next == bChild) return true;
  return false;
}

void FugueMaxTree::hideDeleted(std::span<const ContextualOp> ops) {
  // Ranges are joined before they are applied, so that many overlapping ones cost no more than their number.
  std::vector<ElementRange> ranges;
  for (const ContextualOp& op : ops) {
    const auto* deletion = std::get_if<DeleteText>(op.op);
    if (deletion && op.counts) ranges.insert(ranges.end(), deletion->ranges.begin(), deletion->ranges.end());
  }
  std::sort(ranges.begin(), ranges.end());
  const ChangeId* change = nullptr;
  std::uint64_t doneUpTo = 0;
  for (const ElementRange& range : ranges) {
    if (!change || *change != range.first.change) doneUpTo = 0;
    change = &range.first.change;
    const auto found = m_runsOfChange.find(*change);
    if (found == m_runsOfChange.end()) continue;
    const std::uint64_t from = std::max<std::uint64_t>(doneUpTo, range.first.offset);
    const std::uint64_t to = std::uint64_t{range.first.offset} + range.length;
    if (from >= to) continue;
    const std::vector<std::uint32_t>& runs = found->second;
    auto next = std::partition_point(runs.begin(), runs.end(), [&](std::uint32_t i) {
      return std::uint64_t{m_runs[i].op->offset} + m_runs[i].length <= from;
    });
    for (; next != runs.end() && m_runs[*next].op->offset < to; ++next) {
      const Run& run = m_runs[*next];
      const std::uint64_t last = std::min(to, std::uint64_t{run.op->offset} + run.length);
      for (std::uint64_t offset = std::max<std::uint64_t>(from, run.op->offset); offset < last; ++offset)
        m_nodes[run.firstNode + static_cast<NodeIndex>(offset - run.op->offset)].element.visible = false;
    }
    doneUpTo = to;
  }
}

std::vector<FugueMaxTree::Element> FugueMaxTree::inOrder() const {
  std::vector<Element> elements;
  elements.reserve(m_nodes.size() - 1);
  // An explicit stack: the tree is as deep as the text is long.
  struct Visit {
    NodeIndex node;
    bool childrenDone;
  };
  std::vector<Visit> stack{{begin, false}};
  std::vector<Visit> children;
  while (!stack.empty()) {
    const Visit visit = stack.back();
    stack.pop_back();
    const Node& node = m_nodes[visit.node];
    if (visit.childrenDone) {
      if (visit.node != begin) elements.push_back(node.element);
      continue;
    }
    children.clear();
    for (NodeIndex child = node.firstLeft; child != none; child = m_nodes[child].nextSibling)
      children.push_back({child, false});
    children.push_back({visit.node, true});
    for (NodeIndex child = node.firstRight; child != none; child = m_nodes[child].nextSibling)
      children.push_back({child, false});
    stack.insert(stack.end(), children.rbegin(), children.rend());
  }
  return elements;
}

std::string FugueMaxTree::utf8() const {
  std::string text;
  for (const Element& element : inOrder())
    if (element.visible) appendUtf8(text, element.codePoint);
  return text;
}

} // namespace meridian::crdt::testing
