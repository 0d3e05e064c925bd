#include "core/crdt/text_session.h"

#include <algorithm>
#include <cassert>

#include "core/base/limits.h"
#include "core/base/planted.h"
#include "core/crdt/text_diff.h"
#include "core/crdt/text_draft.h"

namespace meridian::crdt {
namespace {

// Stands for the change that what is in flight will become.
const ChangeId inFlightId = [] {
  ChangeId id;
  id.bytes.fill(0xFF);
  return id;
}();

// Gathers patches from characters in order, each of which was and is shown, or not.
class PatchWriter {
 public:
  void see(char32_t character, bool was, bool is) {
    if (was && is) {
      m_open = false;
      ++m_position;
      return;
    }
    if (!was && !is) return;
    if (!m_open) m_patches.push_back({m_position, 0, {}});
    m_open = true;
    if (was) {
      ++m_patches.back().removed;
      ++m_position;
    } else {
      m_patches.back().inserted += character;
    }
  }
  [[nodiscard]] TextSession::Patches take() { return std::move(m_patches); }

 private:
  TextSession::Patches m_patches;
  std::size_t m_position = 0; // in the text before
  bool m_open = false;
};

} // namespace

TextSession::TextSession(Text now) { (void)receive(std::move(now)); }

template <class Take>
void TextSession::forItems(Take take) const {
  for (const Item& item : m_items)
    take(item);
  for (auto item = m_behind.rbegin(); item != m_behind.rend(); ++item)
    take(*item);
}

std::u32string TextSession::shown() const {
  std::u32string text;
  text.reserve(m_size);
  forItems([&](const Item& item) {
    if (item.shown) text += item.character;
  });
  return text;
}

void TextSession::moveTo(std::size_t position) {
  while (m_cursor < position) {
    m_cursor += m_behind.back().shown ? 1 : 0;
    m_items.push_back(m_behind.back());
    m_behind.pop_back();
  }
  while (!m_items.empty() && (m_cursor > position || !m_items.back().shown)) {
    m_cursor -= m_items.back().shown ? 1 : 0;
    m_behind.push_back(m_items.back());
    m_items.pop_back();
  }
}

void TextSession::moveToEnd() {
  m_items.insert(m_items.end(), m_behind.rbegin(), m_behind.rend());
  m_behind.clear();
  m_cursor = m_size;
}

void TextSession::edit(std::size_t position, std::size_t removed, std::u32string_view inserted) {
  assert(position <= m_size && removed <= m_size - position);
  if (removed == 0 && inserted.empty()) return;
  const bool joins =
      m_typing && !m_undo.empty() && (position == m_typedUpTo || position + removed == m_typedUpTo);
  if (!joins) m_undo.emplace_back();
  m_redo.clear();
  Edit& edit = m_undo.back();
  // Directly behind what is shown before it, as the text itself places an insertion.
  moveTo(position);
  for (auto item = m_behind.rbegin(); removed > 0; ++item) {
    if (!item->shown) continue;
    item->shown = false;
    if (!edit.inserted.erase(item->serial)) edit.removed.insert(item->serial);
    --removed;
    --m_size;
  }
  for (const char32_t character : inserted) {
    edit.inserted.insert(m_nextSerial);
    m_items.push_back({character, m_nextSerial++});
  }
  m_cursor += inserted.size();
  m_size += inserted.size();
  m_typing = true;
  m_typedUpTo = position + inserted.size();
  if (edit.empty()) { // nothing is left of it: what comes next does not join the one before
    m_undo.pop_back();
    m_typing = false;
  }
}

TextSession::Patches TextSession::undo() { return revert(m_undo, m_redo); }

TextSession::Patches TextSession::redo() { return revert(m_redo, m_undo); }

TextSession::Patches TextSession::revert(std::vector<Edit>& from, std::vector<Edit>& to) {
  m_typing = false;
  moveToEnd();
  Patches patches;
  while (patches.empty() && !from.empty()) { // of an edit may be nothing left
    const Edit edit = std::move(from.back());
    from.pop_back();
    Edit back;
    PatchWriter writer;
    bool tookLast = false;
    for (Item& item : m_items) {
      const bool was = item.shown;
      const bool takesNext = std::exchange(tookLast, false) && planted(Bug::UndoTakesNext);
      if (was && (takesNext || edit.inserted.contains(item.serial))) {
        tookLast = !takesNext;
        item.shown = false;
        back.removed.insert(item.serial);
      } else if (!was && !item.gone && edit.removed.contains(item.serial)) {
        item.shown = true;
        back.inserted.insert(item.serial);
      }
      m_size = m_size + (item.shown ? 1 : 0) - (was ? 1 : 0);
      writer.see(item.character, was, item.shown);
    }
    m_cursor = m_size;
    patches = writer.take();
    if (!back.empty()) to.push_back(std::move(back));
  }
  return patches;
}

bool TextSession::pending() const {
  bool found = false;
  forItems([&](const Item& item) { found = found || item.shown != (item.base != none); });
  return found;
}

Result<std::vector<Text::Replacement>> TextSession::pendingReplacements() const {
  std::vector<Text::Replacement> replacements;
  std::size_t position = 0, bytes = 0; // in the base; of what is shown
  bool open = false;
  forItems([&](const Item& item) {
    const bool was = item.base != none;
    std::string utf8;
    appendUtf8(utf8, item.character);
    if (item.shown) bytes += utf8.size();
    if (was != item.shown) {
      if (!open) replacements.push_back({position, 0, {}});
      open = true;
      if (was)
        ++replacements.back().count;
      else
        replacements.back().text += utf8;
    } else if (was) {
      open = false;
    }
    if (was) ++position;
  });
  if (bytes > limits::textFieldBytes) return fail(ErrorCode::TooLarge, "text too long");
  return replacements;
}

Result<std::vector<Op>> TextSession::pendingOps(const EntityRef& entity, std::uint32_t field) const {
  assert(!inFlight());
  const auto replacements = pendingReplacements();
  if (!replacements) return std::unexpected(replacements.error());
  return m_base.replace(entity, field, *replacements);
}

Result<std::vector<Op>> TextSession::gather(const EntityRef& entity, std::uint32_t field) {
  assert(!inFlight());
  const auto replacements = pendingReplacements();
  if (!replacements) return std::unexpected(replacements.error());
  std::vector<Op> ops;
  if (replacements->empty()) return ops;
  m_flown = m_base;
  TextDraft draft(m_base, inFlightId);
  for (const Text::Replacement& one : *replacements) {
    const std::size_t position = one.position + m_base.size() - m_flown->size(); // after those before it
    [[maybe_unused]] const auto taken = draft.edit(position, one.count, one.text);
    assert(taken && "what is pending fits the base");
  }
  draft.takeOps(entity, field, ops); // something is kept between any two, so they name nothing of their own
  moveToEnd();
  std::int32_t next = 0;
  for (Item& item : m_items) {
    item.landed = item.base;
    item.base = item.shown ? next++ : none;
  }
  m_typing = false;
  return ops;
}

void TextSession::land(const ChangeId& written) noexcept {
  assert(inFlight());
  m_base.rename(inFlightId, written);
  m_flown.reset();
}

void TextSession::giveBack() noexcept {
  assert(inFlight());
  m_base = std::move(*m_flown);
  m_flown.reset();
  for (auto* items : {&m_items, &m_behind})
    for (Item& item : *items)
      item.base = std::exchange(item.landed, none);
}

std::vector<std::int32_t> TextSession::placesIn(const Text& now) const {
  struct Known {
    ElementRange range;
    std::size_t position = 0;
  };
  std::vector<Known> there;
  std::size_t position = 0;
  for (const ElementRange& range : now.visibleRanges()) {
    there.push_back({range, position});
    position += range.length;
  }
  const auto first = [](const Known& one) { return one.range.first; };
  std::ranges::sort(there, {}, first);
  std::vector<std::int32_t> places;
  places.reserve(m_base.size());
  for (const ElementRange& range : m_base.visibleRanges()) {
    for (std::uint32_t i = 0; i < range.length; ++i) {
      const ElementId id{range.first.change, range.first.offset + i};
      const auto after = std::ranges::upper_bound(there, id, {}, first);
      std::int32_t place = none;
      if (after != there.begin()) {
        const Known& known = *(after - 1);
        const std::uint32_t offset = id.offset - known.range.first.offset;
        if (known.range.first.change == id.change && offset < known.range.length)
          place = static_cast<std::int32_t>(known.position + offset);
      }
      places.push_back(place);
    }
  }
  return places;
}

TextSession::Moved TextSession::receive(Text now) {
  assert(!inFlight());
  const std::vector<std::int32_t> places = placesIn(now);
  const std::u32string characters = toCodePoints(now.utf8());
  moveToEnd();
  std::vector<Item> items;
  items.reserve(m_items.size() + 16);
  Moved moved;
  moved.behind.push_back(0);
  PatchWriter writer;
  std::size_t shown = 0;
  std::int32_t next = 0; // of `now`
  const auto put = [&](Item item, bool was) {
    if (was) moved.before.push_back(shown);
    shown += item.shown ? 1 : 0;
    writer.see(item.character, was, item.shown);
    if (was) moved.behind.push_back(shown);
    items.push_back(item);
  };
  const auto bringUpTo = [&](std::int32_t end) {
    for (; next < end; ++next)
      put({.character = characters[std::size_t(next)], .serial = m_nextSerial++, .base = next}, false);
  };
  for (Item item : m_items) {
    const bool was = item.shown;
    item.landed = none;
    if (item.base != none) {
      item.base = places[std::size_t(item.base)];
      // Where others' changes were judged anew, what is left may stand in another order: what comes too late
      // for its place was put there already, as if somebody had moved it.
      if (item.base >= next) {
        bringUpTo(item.base);
        ++next;
      } else {
        item.base = none;
        item.gone = true;
        item.shown = false;
      }
    }
    put(item, was);
  }
  bringUpTo(static_cast<std::int32_t>(characters.size()));
  moved.before.push_back(shown);
  moved.patches = writer.take();
  if (planted(Bug::CursorGoesAlong)) moved.behind = moved.before;
  m_items = std::move(items);
  m_size = m_cursor = shown;
  m_base = std::move(now);
  if (!moved.patches.empty()) m_typing = false;
  return moved;
}

} // namespace meridian::crdt
