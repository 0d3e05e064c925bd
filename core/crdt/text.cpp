#include "core/crdt/text.h"

#include <algorithm>
#include <cassert>

#include "core/base/limits.h"
#include "core/base/planted.h"
#include "core/crdt/codec.h"
#include "core/crdt/text_builder.h"
#include "core/crdt/text_diff.h"
#include "core/crdt/text_parts.h"

namespace meridian::crdt {

Text::Text(std::span<const ContextualOp> ops) { Builder(*this).build(ops); }

bool Text::apply(const ContextualOp& op) {
  if (m_dangling) return false;
  if (const auto* insertion = std::get_if<InsertText>(op.op)) {
    const Arrival left = insertion->left ? find(*insertion->left, m_near.left) : noArrival;
    const Arrival right = insertion->right ? find(*insertion->right, m_near.right) : noArrival;
    if ((insertion->left && left == noArrival) || (insertion->right && right == noArrival)) return false;
    take(op.id.change, *insertion, left, right, op.counts);
  } else if (const auto* deletion = std::get_if<DeleteText>(op.op); deletion && op.counts) {
    for (const ElementRange& range : deletion->ranges)
      if (!hide(range)) m_dangling = true;
    return !m_dangling;
  }
  return true;
}

const std::string& Text::utf8() const {
  if (m_utf8Stale) {
    m_utf8.clear();
    m_sequence.forAll([this](const TextSequence::Span& span) {
      if (!span.shown) return;
      for (Arrival i = span.first; i < span.end(); ++i)
        appendUtf8(m_utf8, m_characters[i]);
    });
    m_utf8Stale = false;
  }
  return m_utf8;
}

Arrival Text::find(const ElementId& id, RunIndex& near) const {
  if (near >= m_runs.size() || m_changes[m_runs[near].change] != id.change) {
    const auto change = m_changeIndex.find(id.change);
    if (change == m_changeIndex.end()) return noArrival;
    near = m_runsOfChange[change->second].front();
  }
  const Run* run = &m_runs[near];
  if (id.offset - run->offset >= run->length) { // unsigned: also before it
    const auto& runs = m_runsOfChange[run->change];
    const auto after =
        std::upper_bound(runs.begin(), runs.end(), id.offset, [this](std::uint32_t offset, RunIndex other) {
          return offset < m_runs[other].offset;
        });
    if (after == runs.begin()) return noArrival;
    near = *(after - 1);
    run = &m_runs[near];
    if (id.offset - run->offset >= run->length) return noArrival;
  }
  return run->first + (id.offset - run->offset);
}

const Text::Run& Text::runOf(Arrival character) const {
  if (m_runs.back().first <= character) return m_runs.back();
  const auto after = std::upper_bound(m_runs.begin(), m_runs.end(), character,
                                      [](Arrival at, const Run& run) { return at < run.first; });
  return *(after - 1);
}

ElementId Text::idOf(Arrival character) const {
  const Run& run = runOf(character);
  return {m_changes[run.change], run.offset + (character - run.first)};
}

bool Text::smallerId(Arrival a, Arrival b) const {
  if (planted(Bug::OrderByArrival)) return a < b;
  return idOf(a) < idOf(b);
}

ElementId Text::elementAt(std::size_t position) const {
  assert(position < size());
  return idOf(m_sequence.gapAt(position + 1).left);
}

std::optional<std::size_t> Text::positionOf(const ElementId& id) const {
  const Arrival character = find(id);
  if (character == noArrival) return std::nullopt;
  return m_sequence.positionOf(character);
}

void Text::count(const ContextualOp& op) {
  m_utf8Stale = true;
  if (const auto* insertion = std::get_if<InsertText>(op.op)) {
    const ElementRange range{{op.id.change, insertion->offset},
                             static_cast<std::uint32_t>(toCodePoints(insertion->text).size())};
    (void)forRuns(range, [this](Arrival first, std::uint32_t length) { m_sequence.show(first, length); });
  } else if (const auto* deletion = std::get_if<DeleteText>(op.op)) {
    for (const ElementRange& range : deletion->ranges)
      (void)hide(range);
  }
}

void Text::rename(const ChangeId& from, const ChangeId& to) noexcept {
  auto index = m_changeIndex.extract(from);
  if (index.empty()) return;
  m_changes[index.mapped()] = to;
  index.key() = to;
  m_changeIndex.insert(std::move(index)); // as many as before: the table need not grow
}

std::size_t Text::memory() const {
  std::size_t bytes = m_sequence.memory() + m_characters.capacity() * sizeof(char32_t) +
                      m_runs.capacity() * sizeof(Run) + m_changes.capacity() * sizeof(ChangeId) +
                      m_changeIndex.size() * (sizeof(ChangeId) + 2 * sizeof(void*)) +
                      m_runsOfChange.capacity() * sizeof(m_runsOfChange[0]) + m_utf8.capacity();
  for (const auto& runs : m_runsOfChange)
    bytes += runs.capacity() * sizeof(std::uint32_t);
  return bytes;
}

void Text::take(const ChangeId& change, const InsertText& op, Arrival left, Arrival right, bool counts) {
  const Arrival first = m_sequence.arrivals();
  const std::uint32_t length = addCharacters(op.text);
  // The id must be known before the sequence asks for it.
  name(change, op.offset, first, length);
  if (planted(Bug::LoseTextOrigin)) right = noArrival;
  m_sequence.insert(left, right, length, counts, [this](Arrival a, Arrival b) { return smallerId(a, b); });
  m_utf8Stale = true;
}

Text::Typed Text::insertHere(const ChangeId& change, std::uint32_t offset, std::size_t position,
                             std::string_view utf8) {
  Typed typed{.first = m_sequence.arrivals(), .length = addCharacters(utf8)};
  name(change, offset, typed.first, typed.length);
  typed.goesOn = m_sequence.insertAt(position, typed.length);
  m_utf8Stale = true;
  return typed;
}

void Text::tellInsertion(Arrival first, std::uint32_t length, const EntityRef& entity, std::uint32_t field,
                         InsertText& op) const {
  op.entity = entity;
  op.field = field;
  const TextSequence::Origins origins = m_sequence.originsOf(first);
  if (origins.left != noArrival) op.left = idOf(origins.left);
  if (origins.right != noArrival) op.right = idOf(origins.right);
  for (Arrival i = first; i < first + length; ++i)
    appendUtf8(op.text, m_characters[i]);
  op.offset = idOf(first).offset;
}

std::uint32_t Text::addCharacters(std::string_view utf8) {
  const std::size_t before = m_characters.size();
  if (utf8.size() == 1) // a key
    m_characters.push_back(static_cast<unsigned char>(utf8[0]));
  else
    forCodePoints(utf8, [this](char32_t c) { m_characters.push_back(c); });
  return static_cast<std::uint32_t>(m_characters.size() - before);
}

void Text::name(const ChangeId& change, std::uint32_t offset, Arrival first, std::uint32_t length) {
  const bool goesOn = !m_runs.empty() && m_changes[m_runs.back().change] == change &&
                      m_runs.back().offset + m_runs.back().length == offset;
  if (goesOn) {
    m_runs.back().length += length;
    return;
  }
  const auto [at, isNew] = m_changeIndex.try_emplace(change, static_cast<ChangeIndex>(m_changes.size()));
  if (isNew) {
    m_changes.push_back(change);
    m_runsOfChange.emplace_back();
  }
  const auto run = static_cast<RunIndex>(m_runs.size());
  m_runs.push_back({first, at->second, offset, length});
  auto& runs = m_runsOfChange[at->second];
  const auto place =
      std::upper_bound(runs.begin(), runs.end(), offset, [this](std::uint32_t wanted, std::uint32_t other) {
        return wanted < m_runs[other].offset;
      });
  runs.insert(place, run);
}

bool Text::hide(const ElementRange& range) {
  m_utf8Stale = true;
  if (range.length == 1) { // a key
    const Arrival character = find(range.first, m_near.left);
    if (character != noArrival) m_sequence.hide(character, 1);
    return character != noArrival;
  }
  return forRuns(range, [this](Arrival first, std::uint32_t length) { m_sequence.hide(first, length); });
}

InsertText Text::insertion(const EntityRef& entity, std::uint32_t field, std::size_t position,
                           std::string text) const {
  InsertText op{.entity = entity, .field = field, .left = {}, .right = {}, .text = std::move(text)};
  const TextSequence::Gap gap = m_sequence.gapAt(position);
  if (gap.left != noArrival) op.left = idOf(gap.left);
  if (gap.right != noArrival) op.right = idOf(gap.right);
  return op;
}

void Text::appendRanges(std::vector<ElementRange>& ranges, std::size_t position, std::size_t count) const {
  m_sequence.forVisible(position, count,
                        [&](Arrival first, std::uint32_t length) { appendRuns(ranges, first, length); });
}

void Text::appendRuns(std::vector<ElementRange>& ranges, Arrival first, std::uint32_t length) const {
  // A span of the sequence may go over several changes, and a change over several spans.
  while (length > 0) {
    const Run& run = runOf(first);
    const std::uint32_t taken = std::min(length, run.first + run.length - first);
    const ElementId id{m_changes[run.change], run.offset + (first - run.first)};
    const bool continues = !ranges.empty() && ranges.back().first.change == id.change &&
                           ranges.back().first.offset + ranges.back().length == id.offset;
    if (continues)
      ranges.back().length += taken;
    else
      ranges.push_back({id, taken});
    first += taken;
    length -= taken;
  }
}

Result<std::vector<Op>> Text::insertAt(const EntityRef& entity, std::uint32_t field, std::size_t position,
                                       std::string_view text) const {
  if (position > size()) return fail(ErrorCode::InvalidArgument, "insertion beyond the end of a text");
  if (!isUtf8(asBytes(text))) return fail(ErrorCode::InvalidArgument, "text is not UTF-8");
  if (text.size() > limits::textFieldBytes) return fail(ErrorCode::TooLarge, "insertion too long");
  std::vector<Op> ops;
  if (!text.empty()) ops.emplace_back(insertion(entity, field, position, std::string(text)));
  return ops;
}

Result<std::vector<Op>> Text::erase(const EntityRef& entity, std::uint32_t field, std::size_t position,
                                    std::size_t count) const {
  if (position > size() || count > size() - position)
    return fail(ErrorCode::InvalidArgument, "deletion beyond the end of a text");
  std::vector<Op> ops;
  DeleteText deletion{.entity = entity, .field = field, .ranges = {}};
  appendRanges(deletion.ranges, position, count);
  if (!deletion.ranges.empty()) ops.emplace_back(std::move(deletion));
  return ops;
}

Result<std::vector<Op>> Text::replaceWith(const EntityRef& entity, std::uint32_t field,
                                          std::string_view newText) const {
  if (!isUtf8(asBytes(newText))) return fail(ErrorCode::InvalidArgument, "text is not UTF-8");
  if (newText.size() > limits::textFieldBytes) return fail(ErrorCode::TooLarge, "text too long");
  const std::u32string from = toCodePoints(utf8());
  const std::u32string to = toCodePoints(newText);

  std::vector<Replacement> replacements;
  for (const TextHunk& hunk : diffText(from, to)) {
    Replacement& one = replacements.emplace_back(Replacement{hunk.oldBegin, hunk.oldCount, {}});
    for (const char32_t c : to.substr(hunk.newBegin, hunk.newCount))
      appendUtf8(one.text, c);
  }
  return replace(entity, field, replacements);
}

// All can be made against this state: something is kept between any two, so no insertion touches the
// neighbours of another.
Result<std::vector<Op>> Text::replace(const EntityRef& entity, std::uint32_t field,
                                      std::span<const Replacement> replacements) const {
  std::vector<Op> ops;
  DeleteText deletion{.entity = entity, .field = field, .ranges = {}};
  for (const Replacement& one : replacements) {
    if (one.text.size() > limits::textFieldBytes) return fail(ErrorCode::TooLarge, "insertion too long");
    if (!one.text.empty()) ops.emplace_back(insertion(entity, field, one.position, one.text));
    appendRanges(deletion.ranges, one.position, one.count);
  }
  if (!deletion.ranges.empty()) ops.emplace_back(std::move(deletion));
  return ops;
}

std::vector<ElementRange> Text::visibleRanges() const {
  std::vector<ElementRange> ranges;
  appendRanges(ranges, 0, size());
  return ranges;
}

} // namespace meridian::crdt
