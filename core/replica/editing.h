// Edits of shared entities: texts merge, registers keep concurrent values. Every call is one change.
#pragma once

#include "core/replica/replica.h"

namespace meridian::replica {

struct Place {
  SpaceId space;
  crdt::EntityRef entity;
};

struct FieldWrite {
  std::uint32_t field = 0;
  crdt::Value value;
};
// What a field takes where nothing may stand: no value takes the one before away.
[[nodiscard]] crdt::Value optionalMillis(const std::optional<Instant>& at);
[[nodiscard]] crdt::Value optionalText(const std::string& text); // empty: none

// A lane as somebody typed it or a file has it. It is stored with its lines ending in \n alone, which is how
// every field shows them.
struct BlockWrite {
  std::uint32_t block = 0;
  domain::Language lane{};
  std::string text;
};

// Both lanes of a new text, its source first; a lane that is empty writes nothing.
void addLanes(std::vector<BlockWrite>& blocks, std::uint32_t block, const domain::Bilingual& text);

class Editing {
 public:
  explicit Editing(Replica& replica) : m_replica(replica) {}

  // Replaces a lane's text by `text`, as the smallest insertions and deletions. A lane that is not the
  // source remembers the source text that it was made from. An empty text over a non-empty one is refused
  // with InvalidArgument unless `clear` says so. TooLarge beyond limits::textFieldBytes.
  [[nodiscard]] Result<void> setText(const Place& place, std::uint32_t block, domain::Language lane,
                                     std::string_view text, bool clear = false);
  // What was typed into an editor of that lane, as crdt::TextSession gathered it; the entity is `place`'s.
  // NotFound if the text has lost what the edits name (changes of others were judged anew): the editor takes
  // the text as it is now, and gathers again.
  [[nodiscard]] Result<ChangeId> type(const Place& place, std::uint32_t block, domain::Language lane,
                                      std::vector<crdt::Op> edits);
  // The lane as it is now. The reference holds until the next write or receive.
  [[nodiscard]] const crdt::Text& text(const Place& place, std::uint32_t block, domain::Language lane);
  // The same as whoever writes it on this device has it before them: what they wrote and is held counts
  // already.
  [[nodiscard]] Result<crdt::Text> typedText(const Place& place, std::uint32_t block, domain::Language lane);
  // Still correct: the translation holds for the source as it reads now.
  [[nodiscard]] Result<void> confirmTranslation(const Place& place, std::uint32_t block,
                                                domain::Language lane);
  [[nodiscard]] Result<void> setSource(const Place& place, std::uint32_t block, domain::Language lane);
  [[nodiscard]] Result<void> set(const Place& place, std::vector<FieldWrite> fields);
  // Several blocks and fields of one entity in one change.
  [[nodiscard]] Result<void> edit(const Place& place, const std::vector<BlockWrite>& blocks,
                                  std::vector<FieldWrite> fields);
  [[nodiscard]] Result<crdt::EntityId> create(const SpaceId& space, domain::EntityKind kind,
                                              const std::vector<BlockWrite>& blocks,
                                              std::vector<FieldWrite> fields);
  // A fact without rules of its own.
  [[nodiscard]] Result<OpId> state(const SpaceId& space, domain::EntityKind kind, crdt::Value payload,
                                   WriteOptions options = {});
  // The ops of set(), to be written together with others; none where nothing would change.
  [[nodiscard]] static std::vector<crdt::Op> writes(Replica& replica, const Place& place,
                                                    std::vector<FieldWrite> fields);
  // The ops of edit(), likewise.
  [[nodiscard]] static Result<std::vector<crdt::Op>> edits(Replica& replica, const Place& place,
                                                           const std::vector<BlockWrite>& blocks,
                                                           std::vector<FieldWrite> fields);
  // The ops of create(), to be written together with others; `firstIndex` is where they will stand.
  [[nodiscard]] static Result<std::vector<crdt::Op>> creation(domain::EntityKind kind,
                                                              const std::vector<BlockWrite>& blocks,
                                                              std::vector<FieldWrite> fields,
                                                              std::uint32_t firstIndex);

 private:
  Replica& m_replica;
};

} // namespace meridian::replica
