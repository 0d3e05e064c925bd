// The people of a trace at their texts: each types on a replica of their own, and takes from the others what
// they had seen by then.
#pragma once

#include <memory>

#include "core/crdt/text.h"
#include "tests/bench/text_trace.h"

namespace meridian::bench {

struct Written {
  OpId id;
  crdt::Op op;
};

class Replay {
 public:
  // Ops to a change at most: what somebody types between two pauses. What others take ends one, too.
  static constexpr std::uint32_t opsPerChange = 200;

  explicit Replay(const Trace& trace);
  // Each patch makes its ops, which the text takes before the next one.
  void run();

  // All ops, as they were written; they last as long as this.
  [[nodiscard]] std::vector<crdt::ContextualOp> ops() const;
  // Of who wrote last, after taking everything.
  [[nodiscard]] const crdt::Text& text() const { return *m_last; }

 private:
  struct Person {
    crdt::Text text;
    std::vector<bool> seen;              // transactions
    std::vector<std::size_t> heads = {}; // not implied by one another
    OpId next = {};                      // zero: a change has to begin
    std::uint32_t offset = 0;
  };
  // Brings the person to just what `parents` imply.
  void catchUp(Person& person, const std::vector<std::size_t>& parents);
  void take(Person& person, std::size_t transaction);
  void write(Person& person, std::size_t transaction, Result<std::vector<crdt::Op>> ops);

  const Trace& m_trace;
  std::vector<Person> m_people;
  std::vector<std::vector<Written>> m_written; // by transaction
  std::size_t m_changes = 0;
  const crdt::Text* m_last = nullptr;
};

} // namespace meridian::bench
