// One change while it is typed: the text takes each edit at once, and the ops are made when they are wanted.
//
// A key costs what it adds to the text. What goes on where the last key was is one insertion, and all that is
// deleted is one deletion, so there are as many ops as there were places, not keys; they say of each
// character what an op for every key would say. Others may write to the same text in between.
#pragma once

#include "core/crdt/text.h"

namespace meridian::crdt {

class TextDraft {
 public:
  // The text outlives this. Characters get `change` for their id, and offsets from `offset` on: as many as
  // the ops that stand before these in the change insert.
  TextDraft(Text& text, const ChangeId& change, std::uint32_t offset = 0);

  // `removed` visible characters at `position` become `inserted`. InvalidArgument if they lie outside, or
  // what is inserted is not UTF-8; TooLarge beyond limits::textFieldBytes. Nothing is taken then.
  [[nodiscard]] Result<void> edit(std::size_t position, std::size_t removed, std::string_view inserted);
  [[nodiscard]] bool empty() const { return m_inserted.empty() && m_removed.empty(); }

  // Puts the ops of all edits since this was called last behind those in `ops`: insertions as they were made,
  // then one deletion. What they name of their own change has its id.
  void takeOps(const EntityRef& entity, std::uint32_t field, std::vector<Op>& ops);

 private:
  struct Piece {
    Arrival first = 0;
    std::uint32_t length = 0;
  };
  void forget(Arrival first, std::uint32_t length);

  Text& m_text;
  ChangeId m_change;
  std::uint32_t m_offset;
  std::vector<Piece> m_inserted, m_removed;
};

} // namespace meridian::crdt
