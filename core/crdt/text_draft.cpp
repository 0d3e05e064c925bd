#include "core/crdt/text_draft.h"

#include "core/base/limits.h"
#include "core/crdt/text_diff.h"

namespace meridian::crdt {
namespace {

// An insertion that may still grow fits whatever its characters are.
constexpr std::uint32_t insertionCharactersMax = limits::textFieldBytes / 4;

} // namespace

TextDraft::TextDraft(Text& text, const ChangeId& change, std::uint32_t offset)
    : m_text(text), m_change(change), m_offset(offset) {}

Result<void> TextDraft::edit(std::size_t position, std::size_t removed, std::string_view inserted) {
  if (position > m_text.size() || removed > m_text.size() - position)
    return fail(ErrorCode::InvalidArgument, "edit beyond the end of a text");
  if (!isUtf8(asBytes(inserted))) return fail(ErrorCode::InvalidArgument, "text is not UTF-8");
  if (inserted.size() > limits::textFieldBytes) return fail(ErrorCode::TooLarge, "insertion too long");
  if (removed > 0)
    m_text.eraseAt(position, removed, [this](Arrival first, std::uint32_t length) { forget(first, length); });
  if (!inserted.empty()) {
    const Text::Typed typed = m_text.insertHere(m_change, m_offset, position, inserted);
    m_offset += typed.length;
    Piece* last = m_inserted.empty() ? nullptr : &m_inserted.back();
    if (typed.goesOn && last != nullptr && last->first + last->length == typed.first &&
        last->length + typed.length <= insertionCharactersMax)
      last->length += typed.length;
    else
      m_inserted.push_back({typed.first, typed.length});
  }
  return {};
}

// Mostly the neighbour of what went last.
void TextDraft::forget(Arrival first, std::uint32_t length) {
  Piece* last = m_removed.empty() ? nullptr : &m_removed.back();
  if (last != nullptr && last->first + last->length == first) {
    last->length += length;
  } else if (last != nullptr && first + length == last->first) {
    last->first = first;
    last->length += length;
  } else {
    m_removed.push_back({first, length});
  }
}

void TextDraft::takeOps(const EntityRef& entity, std::uint32_t field, std::vector<Op>& ops) {
  for (const Piece& piece : m_inserted)
    m_text.tellInsertion(piece.first, piece.length, entity, field,
                         std::get<InsertText>(ops.emplace_back(std::in_place_type<InsertText>)));
  m_inserted.clear();
  if (m_removed.empty()) return;
  auto& deletion = std::get<DeleteText>(ops.emplace_back(std::in_place_type<DeleteText>));
  deletion.entity = entity;
  deletion.field = field;
  for (const Piece& piece : m_removed)
    m_text.appendRuns(deletion.ranges, piece.first, piece.length);
  m_removed.clear();
}

} // namespace meridian::crdt
