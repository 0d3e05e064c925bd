// What a text is made of. Internal to this room: the codec of histories reads it, and puts it together.
#pragma once

#include <algorithm>

#include "core/crdt/text.h"

namespace meridian::crdt {

template <class Take>
bool Text::forRuns(const ElementRange& range, Take take) const {
  const auto change = m_changeIndex.find(range.first.change);
  if (change == m_changeIndex.end()) return false;
  const auto& runs = m_runsOfChange[change->second];
  std::uint64_t next = range.first.offset;
  const std::uint64_t end = next + range.length;
  auto at = std::partition_point(runs.begin(), runs.end(), [&](std::uint32_t run) {
    return std::uint64_t{m_runs[run].offset} + m_runs[run].length <= next;
  });
  bool whole = true;
  for (; at != runs.end() && m_runs[*at].offset < end; ++at) {
    const Run& run = m_runs[*at];
    whole = whole && run.offset <= next;
    next = std::max<std::uint64_t>(next, run.offset);
    const std::uint64_t until = std::min<std::uint64_t>(end, std::uint64_t{run.offset} + run.length);
    take(run.first + static_cast<Arrival>(next - run.offset), static_cast<std::uint32_t>(until - next));
    next = until;
  }
  return whole && next >= end;
}

class Text::Parts {
 public:
  explicit Parts(Text& text) : m_text(text) {}

  [[nodiscard]] bool dangling() const { return m_text.m_dangling; }
  [[nodiscard]] Arrival find(const ElementId& id) const { return m_text.find(id); }
  template <class Take>
  bool forRuns(const ElementRange& range, Take take) const {
    return m_text.forRuns(range, take);
  }
  // Ranges of ids that name these characters, put behind those in `ranges`.
  void appendRanges(std::vector<ElementRange>& ranges, Arrival first, std::uint32_t length) const {
    m_text.appendRuns(ranges, first, length);
  }
  void tellInsertion(Arrival first, std::uint32_t length, const EntityRef& entity, std::uint32_t field,
                     InsertText& op) const {
    m_text.tellInsertion(first, length, entity, field, op);
  }
  [[nodiscard]] TextSequence& sequence() { return m_text.m_sequence; }
  [[nodiscard]] const TextSequence& sequence() const { return m_text.m_sequence; }
  [[nodiscard]] std::u32string& characters() { return m_text.m_characters; }

  void name(const ChangeId& change, std::uint32_t offset, Arrival first, std::uint32_t length) {
    m_text.name(change, offset, first, length);
    m_text.m_utf8Stale = true;
  }
  // Whether each name is one character's.
  [[nodiscard]] bool namesAreDistinct() const {
    return std::ranges::all_of(m_text.m_runsOfChange, [this](const auto& runs) {
      for (std::size_t i = 1; i < runs.size(); ++i) {
        const Run& before = m_text.m_runs[runs[i - 1]];
        if (std::uint64_t{before.offset} + before.length > m_text.m_runs[runs[i]].offset) return false;
      }
      return true;
    });
  }

 private:
  Text& m_text;
};

} // namespace meridian::crdt
