// The people of a trace at their texts: each types on a replica of their own, and takes from the others what
// they had seen by then.
#pragma once

#include <optional>

#include "core/crdt/text_draft.h"
#include "tests/bench/text_trace.h"

namespace meridian::bench {

class Replay {
 public:
  // Edits to a change at most: what somebody types between two pauses. What others take ends one, too.
  static constexpr std::uint32_t editsPerChange = 200;
  enum class Ops : std::uint8_t {
    ForEachEdit,  // before the next one
    ForEachChange // REQUIRES: one person
  };

  Replay(const Trace& trace, Ops ops);
  void run();

  // All ops, as they were written; they last as long as this.
  [[nodiscard]] std::vector<crdt::ContextualOp> ops() const;
  // Of who wrote last, after taking everything.
  [[nodiscard]] const crdt::Text& text() const { return *m_last; }

 private:
  struct Person {
    crdt::Text text;
    std::optional<crdt::TextDraft> draft; // the change that is open
    ChangeId change = {};
    std::uint32_t edits = 0, ops = 0; // in it
    std::vector<bool> seen;           // transactions
    std::vector<std::size_t> heads;   // not implied by one another
  };
  struct Written {
    std::size_t first = 0, end = 0; // in m_ops
  };
  // Brings the person to just what `parents` imply.
  void catchUp(Person& person, const std::vector<std::size_t>& parents);
  void take(Person& person, std::size_t transaction);
  void edit(Person& person, std::size_t position, std::size_t removed, std::string_view inserted);
  void write(Person& person);

  const Trace& m_trace;
  const Ops m_when;
  std::vector<Person> m_people;
  std::vector<crdt::Op> m_ops;
  std::vector<OpId> m_ids;
  std::vector<Written> m_written; // by transaction
  std::size_t m_changes = 0;
  const crdt::Text* m_last = nullptr;
};

} // namespace meridian::bench
