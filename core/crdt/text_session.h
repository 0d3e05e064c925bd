// One text open in an editor: what a person types is there at once and becomes a change when there is a
// pause; what others write appears around it, and moves neither cursor nor selection off their words.
//
// The editor shows `shown()`. It lies over a base, which is the text as the replica had it last: what was
// typed since is pending. gather() turns that into the ops of one change. While they are written the person
// may type on; land() or giveBack() says what came of it, and receive() brings the next base and says what it
// changes on the screen. Nothing pending has an id, so nothing that is shown depends on how ids compare.
//
// Undo takes back own edits, the last first, whatever others did since: it removes what the person inserted
// as far as it still stands, and puts back what they deleted where it stood, unless somebody else deleted it,
// too. It is an edit like any other.
//
// An edit costs what it changes and how far it is from the last one. Every other call costs in proportion to
// the text, which is at most limits::textFieldBytes.
#pragma once

#include "core/crdt/serial_set.h"
#include "core/crdt/text.h"

namespace meridian::crdt {

class TextSession {
 public:
  // `removed` characters at `position` of what was shown become `inserted`.
  struct Patch {
    std::size_t position = 0, removed = 0;
    std::u32string inserted;
    bool operator==(const Patch&) const = default;
  };
  // In ascending order; positions are of the text before any of them.
  using Patches = std::vector<Patch>;
  // Where a place between two characters of the text before has got to.
  struct Moved {
    Patches patches;
    std::vector<std::size_t> behind; // by place: it stays behind what stood before it (a cursor, an end)
    std::vector<std::size_t> before; // it stays before what stood behind it (the start of a selection)
  };

  explicit TextSession(Text now = {});

  [[nodiscard]] std::u32string shown() const;
  [[nodiscard]] std::size_t size() const { return m_size; }

  // The person replaces `removed` characters. REQUIRES: position + removed <= size()
  void edit(std::size_t position, std::size_t removed, std::u32string_view inserted);
  // What is typed from now on is undone by itself.
  void pause() { m_typing = false; }
  [[nodiscard]] Patches undo();
  [[nodiscard]] Patches redo();
  [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
  [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }

  [[nodiscard]] bool pending() const;
  // Everything pending as ops of this change; they have to be its first that insert text. From here they are
  // in flight until land() or giveBack(). What was typed and erased in between is not among them. TooLarge
  // beyond limits::textFieldBytes; it stays pending then. REQUIRES: !inFlight()
  [[nodiscard]] Result<std::vector<Op>> gather(const EntityRef& entity, std::uint32_t field);
  [[nodiscard]] bool inFlight() const { return m_flown.has_value(); }
  // The same without being in flight then: the last word of an editor that closes. REQUIRES: !inFlight()
  [[nodiscard]] Result<std::vector<Op>> pendingOps(const EntityRef& entity, std::uint32_t field) const;
  // What was gathered became this change. Neither this nor giveBack() needs memory. REQUIRES: inFlight()
  void land(const ChangeId& written) noexcept;
  // What was gathered was not written: it is pending again. REQUIRES: inFlight()
  void giveBack() noexcept;
  // The text as the replica has it. REQUIRES: !inFlight(), and it holds what landed
  [[nodiscard]] Moved receive(Text now);

 private:
  using Serial = SerialSet::Serial; // names a character for this session
  static constexpr std::int32_t none = -1;
  // A character that is shown, or was: its place is kept.
  struct Item {
    char32_t character = 0;
    Serial serial = 0;
    std::int32_t base = none;   // its place in the base; none: not there
    std::int32_t landed = none; // before gather()
    bool shown = true;
    bool gone = false; // somebody else deleted it
  };
  struct Edit {
    SerialSet inserted, removed;
    [[nodiscard]] bool empty() const { return inserted.empty() && removed.empty(); }
  };
  // Of the base; TooLarge as gather() says.
  [[nodiscard]] Result<std::vector<Text::Replacement>> pendingReplacements() const;
  Patches revert(std::vector<Edit>& from, std::vector<Edit>& to);
  // Brings the cursor to directly behind what is shown before the position.
  void moveTo(std::size_t position);
  void moveToEnd();
  // Calls with each item in order.
  template <class Take>
  void forItems(Take take) const;
  // Where each character of the base stands in `now`; none: nowhere.
  [[nodiscard]] std::vector<std::int32_t> placesIn(const Text& now) const;

  Text m_base;
  std::optional<Text> m_flown; // the base without what is in flight
  std::vector<Item> m_items;   // before the cursor, which is where the last edit was
  std::vector<Item> m_behind;  // behind it, the last first
  std::size_t m_cursor = 0;    // shown before it
  std::size_t m_size = 0;
  Serial m_nextSerial = 0;
  std::vector<Edit> m_undo, m_redo;
  bool m_typing = false;       // the next edit may join the last one
  std::size_t m_typedUpTo = 0; // where that one ended
};

} // namespace meridian::crdt
