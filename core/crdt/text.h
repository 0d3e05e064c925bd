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
// TextSequence finds that place without the tree; it stands in tests/core_crdt, as the definition.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/crdt/contextual_op.h"
#include "core/crdt/text_sequence.h"

namespace meridian::crdt {

class Text {
 public:
  Text() = default;
  // From the InsertText and DeleteText ops of one field of one entity; others are passed over. A function
  // of the set of ops: neither their order nor repetition matters. An origin that is not among them (which
  // no honest author writes) counts as the beginning or the end.
  explicit Text(std::span<const ContextualOp> ops);

  // Takes one op more, as if it had been among those of the constructor, at the cost of that op. False, and
  // nothing taken: it names what has not come, or something dangled before, so that the place of what is
  // here could move: build the text anew from all ops. An op that is here already must not come again.
  [[nodiscard]] bool apply(const ContextualOp& op);

  // Made when first asked for after an edit; so even reading belongs to one thread.
  [[nodiscard]] const std::string& utf8() const;
  // Visible characters (code points).
  [[nodiscard]] std::size_t size() const { return m_sequence.visible(); }
  // REQUIRES: position < size()
  [[nodiscard]] ElementId elementAt(std::size_t position) const;
  // Visible characters before this one, which may be hidden itself: where a cursor behind it or in its
  // place stands now. Nothing if it has not come.
  [[nodiscard]] std::optional<std::size_t> positionOf(const ElementId& id) const;
  // Names of the visible characters, in order.
  [[nodiscard]] std::vector<ElementRange> visibleRanges() const;
  // An op that was taken without counting counts from now on, as far as what is shown goes.
  void count(const ContextualOp& op);
  // The change `from`, if it is here, has the id `to` from now on, as far as naming goes: what is here keeps
  // its place, though siblings that arrive sort by the new id. Needs no memory. REQUIRES: `to` is not here.
  void rename(const ChangeId& from, const ChangeId& to) noexcept;
  // Bytes that this holds in memory, about.
  [[nodiscard]] std::size_t memory() const;

  // The ops of one edit of this text by its author; positions are in visible characters. They are made
  // against this state, so a second edit in the same change goes through replaceWith() together with the
  // first. InvalidArgument if a position lies outside or the text is not UTF-8; TooLarge beyond
  // limits::textFieldBytes. An edit that changes nothing gives no ops.
  [[nodiscard]] Result<std::vector<Op>> insertAt(const EntityRef& entity, std::uint32_t field,
                                                 std::size_t position, std::string_view text) const;
  [[nodiscard]] Result<std::vector<Op>> erase(const EntityRef& entity, std::uint32_t field,
                                              std::size_t position, std::size_t count) const;
  // Several at once: `count` visible characters at `position` become `text`. REQUIRES: ascending, within the
  // text, and something is kept between any two; well-formed UTF-8.
  struct Replacement {
    std::size_t position = 0, count = 0;
    std::string text;
  };
  [[nodiscard]] Result<std::vector<Op>> replace(const EntityRef& entity, std::uint32_t field,
                                                std::span<const Replacement> replacements) const;
  // The smallest ops that turn this text into `newText`, as a text field gives it.
  [[nodiscard]] Result<std::vector<Op>> replaceWith(const EntityRef& entity, std::uint32_t field,
                                                    std::string_view newText) const;

  class Parts; // for the codec of histories; internal to this room

 private:
  friend class TextDraft;
  using ChangeIndex = std::uint32_t; // in order of arrival
  using RunIndex = std::uint32_t;    // of m_runs
  // Characters that follow each other both by arrival and in their change.
  struct Run {
    Arrival first = 0;
    ChangeIndex change = 0;
    std::uint32_t offset = 0; // of the first, in its change
    std::uint32_t length = 0;
  };
  class Builder;
  // Characters that a draft put in, and whether they go on the run of the one that arrived before them.
  struct Typed {
    Arrival first = 0;
    std::uint32_t length = 0;
    bool goesOn = false;
  };

  // The character with this id; noArrival if it has not come. It is looked for in the run `near` first, which
  // becomes its own.
  [[nodiscard]] Arrival find(const ElementId& id, RunIndex& near) const;
  [[nodiscard]] Arrival find(const ElementId& id) const { return find(id, m_near.left); }
  [[nodiscard]] const Run& runOf(Arrival character) const;
  [[nodiscard]] ElementId idOf(Arrival character) const;
  [[nodiscard]] bool smallerId(Arrival a, Arrival b) const;
  void take(const ChangeId& change, const InsertText& op, Arrival left, Arrival right, bool counts);
  // What a draft edits, under the name that its change gives to what it inserts.
  Typed insertHere(const ChangeId& change, std::uint32_t offset, std::size_t position, std::string_view utf8);
  template <class Take>
  void eraseAt(std::size_t position, std::size_t count, Take take) {
    m_sequence.eraseAt(position, count, take);
    m_utf8Stale = true;
  }
  // `op`, which is new, becomes the insertion of these characters. REQUIRES: they are of one change and
  // follow each other in it, each is the left origin of the next, and they share their right one.
  void tellInsertion(Arrival first, std::uint32_t length, const EntityRef& entity, std::uint32_t field,
                     InsertText& op) const;
  // How many there are; they are put behind those that have arrived.
  std::uint32_t addCharacters(std::string_view utf8);
  // Names the next `length` characters to arrive.
  void name(const ChangeId& change, std::uint32_t offset, Arrival first, std::uint32_t length);
  // Calls with (first arrival, length) for what has come of a range; false if that is not all.
  template <class Take>
  bool forRuns(const ElementRange& range, Take take) const;
  // False if some of it has not come; what has is hidden.
  bool hide(const ElementRange& range);
  [[nodiscard]] InsertText insertion(const EntityRef& entity, std::uint32_t field, std::size_t position,
                                     std::string text) const;
  void appendRanges(std::vector<ElementRange>& ranges, std::size_t position, std::size_t count) const;
  void appendRuns(std::vector<ElementRange>& ranges, Arrival first, std::uint32_t length) const;

  TextSequence m_sequence;
  std::u32string m_characters;     // by arrival
  std::vector<Run> m_runs;         // by arrival
  std::vector<ChangeId> m_changes; // by index
  std::unordered_map<ChangeId, ChangeIndex> m_changeIndex;
  std::vector<std::vector<RunIndex>> m_runsOfChange; // by index: runs by offset
  // Where the last op's origins were: the next one's are mostly there.
  struct Near {
    RunIndex left = 0, right = 0;
  };
  mutable Near m_near;
  bool m_dangling = false; // an op named what is not here
  mutable std::string m_utf8;
  mutable bool m_utf8Stale = false;
};

} // namespace meridian::crdt
