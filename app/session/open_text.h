// A lane of a text that others write in, too, open in a field: what happens to its words on the core thread.
// The field's words are a crdt::TextSession, which is the field's own.
#pragma once

#include <optional>

#include "core/crdt/text_session.h"
#include "core/replica/editing.h"

namespace meridian::app {

struct OpenText {
  SpaceId campaign, space;
  // None: the brief being written in that space, which is begun with the first words.
  std::optional<crdt::EntityId> entity = {};
  std::uint32_t block = 0;
  domain::Language lane{};

  // What a write became, for whoever has to go on from it.
  struct Landed {
    ChangeId change;
    replica::Place place;
  };
  struct Written {
    Result<void> done;
    std::optional<crdt::Text> now; // nothing where the text has no place, or could not be read
  };

  // As the replica has it, what was written here and is held included; empty if nothing was begun.
  [[nodiscard]] Result<crdt::Text> now(replica::Replica& replica) const;
  // Writes what was gathered as one change, and notes in `landed` what it became as soon as it has: if memory
  // ends after that, it is written all the same.
  [[nodiscard]] Written write(replica::Replica& replica, std::vector<crdt::Op> gathered,
                              std::optional<Landed>& landed) const;
  // The last words of a field that closes. What it had on its way has become `landed`, or was refused; then
  // it is written with what was typed since, into the text as it is now. If this fails, or memory ends
  // anywhere in it, `words` holds what is not written, and nothing is on its way.
  [[nodiscard]] Result<void> writeLast(replica::Replica& replica, crdt::TextSession& words,
                                       const std::optional<Landed>& landed) const;

 private:
  [[nodiscard]] Result<replica::Place> place(replica::Replica& replica) const;
};

} // namespace meridian::app
