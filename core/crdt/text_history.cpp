#include "core/crdt/text_history.h"

#include <algorithm>
#include <unordered_map>

#include "core/base/limits.h"
#include "core/crdt/codec.h"
#include "core/crdt/text_history_columns.h"
#include "core/crdt/text_parts.h"

namespace meridian::crdt {
namespace {

using history::Columns;
using history::Cursor;
using history::ordinal;
using history::RunWriter;
using history::zigzag;

struct Piece {
  Arrival first = 0;
  std::uint32_t length = 0;
};

// An op with the characters that it inserts or deletes.
struct Edit {
  const ContextualOp* op = nullptr;
  bool inserts = false;
  std::vector<Piece> pieces; // of an insertion: one
};

std::unexpected<Error> refuse(const char* why) { return fail(ErrorCode::InvalidArgument, why); }

// The neighbours that each character had when it arrived, so far as an op can begin there.
struct Neighbours {
  std::vector<Arrival> left, right; // by arrival
};

Neighbours neighboursOf(const TextSequence& sequence) {
  Neighbours at;
  at.left.resize(sequence.arrivals());
  at.right.resize(sequence.arrivals());
  struct Stretch {
    Arrival first, last;
  };
  std::vector<Stretch> all, earlier;
  sequence.forAll([&](const TextSequence::Span& span) { all.push_back({span.first, span.end() - 1}); });
  // Of what stands left of a stretch, what arrived before it and is nearest. Stretches do not overlap, so
  // their first characters tell which arrived before.
  const auto nearest = [&](const Stretch& stretch) -> const Stretch* {
    while (!earlier.empty() && earlier.back().first > stretch.first)
      earlier.pop_back();
    return earlier.empty() ? nullptr : &earlier.back();
  };
  for (const Stretch& stretch : all) {
    const Stretch* left = nearest(stretch);
    at.left[stretch.first] = left == nullptr ? noArrival : left->last;
    for (Arrival i = stretch.first + 1; i <= stretch.last; ++i)
      at.left[i] = i - 1;
    earlier.push_back(stretch);
  }
  earlier.clear();
  for (auto stretch = all.rbegin(); stretch != all.rend(); ++stretch) {
    const Stretch* right = nearest(*stretch);
    std::fill(at.right.begin() + stretch->first, at.right.begin() + stretch->last + 1,
              right == nullptr ? noArrival : right->first);
    earlier.push_back(*stretch);
  }
  return at;
}

class Encoder {
 public:
  explicit Encoder(const Text::Parts& text)
      : m_text(text), m_neighbours(neighboursOf(text.sequence())), m_cursor(text.sequence().arrivals()) {}

  Result<TextHistory> encode(std::span<const ContextualOp> ops);

 private:
  Result<void> collect(std::span<const ContextualOp> ops);
  void beginSegment(std::size_t at);
  Result<void> insertion(const Edit& edit);
  Result<void> deletion(const Edit& edit);

  const Text::Parts& m_text;
  Neighbours m_neighbours;
  std::vector<Edit> m_edits;
  std::vector<ChangeId> m_changes;
  struct Known {
    std::size_t number = 0;
    std::uint64_t nextIndex = 0, nextOffset = 0;
  };
  std::unordered_map<ChangeId, Known> m_known;
  Known* m_change = nullptr; // of the segment
  Cursor m_cursor;
  ByteWriter m_segments, m_kinds, m_origins, m_characters;
  RunWriter m_indexes, m_lengths, m_offsets, m_places, m_marks, m_ranges, m_targets;
};

// Brings the ops into an order in which each comes after what it names, and insertions as they arrived.
Result<void> Encoder::collect(std::span<const ContextualOp> ops) {
  std::vector<std::pair<std::uint64_t, Edit>> keyed;
  std::uint64_t arrived = 0; // by what stands before
  for (const ContextualOp& op : ops) {
    Edit edit{&op, false, {}};
    if (op.id.change == thisChange) return refuse("an op without the id of its change");
    if (const auto* insertion = std::get_if<InsertText>(op.op)) {
      const Arrival first = m_text.find({op.id.change, insertion->offset});
      if (first == noArrival) return refuse("an insertion that the text lacks");
      edit.inserts = true;
      edit.pieces.push_back({first, codec::codePoints(insertion->text)});
      arrived = std::max<std::uint64_t>(arrived, std::uint64_t{first} + edit.pieces[0].length);
      keyed.emplace_back(2 * std::uint64_t{first} + 1, std::move(edit));
    } else if (const auto* deletion = std::get_if<DeleteText>(op.op)) {
      std::uint64_t needed = arrived;
      bool whole = true;
      for (const ElementRange& range : deletion->ranges)
        whole = m_text.forRuns(range, [&](Arrival first, std::uint32_t length) {
          needed = std::max<std::uint64_t>(needed, std::uint64_t{first} + length);
          if (!edit.pieces.empty() && edit.pieces.back().first + edit.pieces.back().length == first)
            edit.pieces.back().length += length;
          else
            edit.pieces.push_back({first, length});
        }) && whole;
      if (!whole || edit.pieces.empty()) return refuse("a deletion of what is not there");
      keyed.emplace_back(2 * needed, std::move(edit));
    }
  }
  const auto key = [](const auto& one) { return one.first; };
  if (!std::ranges::is_sorted(keyed, {}, key)) std::ranges::stable_sort(keyed, {}, key);
  m_edits.reserve(keyed.size());
  for (auto& one : keyed)
    m_edits.push_back(std::move(one.second));
  return {};
}

// segment := change · (number of ops · 2 + void) · slot
void Encoder::beginSegment(std::size_t at) {
  const ContextualOp& first = *m_edits[at].op;
  const auto [known, isNew] = m_known.try_emplace(first.id.change, Known{m_changes.size()});
  m_change = &known->second;
  m_segments.varint(isNew ? 0 : m_changes.size() - m_change->number);
  if (isNew) m_changes.push_back(first.id.change);
  std::size_t end = at;
  while (end < m_edits.size() && m_edits[end].op->id.change == first.id.change &&
         m_edits[end].op->counts == first.counts)
    ++end;
  m_segments.varint((end - at) << 1 | (first.counts ? 0 : 1));
  const Piece& piece = m_edits[at].pieces[0];
  const std::int64_t target =
      m_edits[at].inserts ? ordinal(m_neighbours.left[piece.first]) : ordinal(piece.first + piece.length - 1);
  std::size_t best = 0;
  for (std::size_t slot = 1; slot < Cursor::remembered; ++slot)
    if (std::abs(target - ordinal(m_cursor.leftAt(slot))) < std::abs(target - ordinal(m_cursor.leftAt(best))))
      best = slot;
  m_segments.varint(best);
  m_cursor.begin(best);
}

Result<void> Encoder::insertion(const Edit& edit) {
  const auto& op = std::get<InsertText>(*edit.op->op);
  const auto [first, length] = edit.pieces[0];
  const auto arrivalOf = [this](const std::optional<ElementId>& id) {
    return id ? m_text.find(*id) : noArrival;
  };
  const TextSequence::Origins origins = m_text.sequence().originsOf(first);
  if (origins.left != arrivalOf(op.left) || origins.right != arrivalOf(op.right))
    return refuse("origins that no honest author writes");
  m_lengths.put(length - 1);
  m_offsets.put(zigzag(std::int64_t{op.offset} - static_cast<std::int64_t>(m_change->nextOffset)));
  m_change->nextOffset = std::uint64_t{op.offset} + length;
  const Arrival behind = m_neighbours.left[first];
  m_places.put(zigzag(ordinal(behind) - ordinal(m_cursor.left())));
  // What goes on where the last character to arrive stands shares its right origin.
  const bool goesOn = first > 0 && behind == first - 1;
  const Arrival right = goesOn ? m_text.sequence().originsOf(first - 1).right : m_neighbours.right[first];
  const bool marksLeft = origins.left != behind, marksRight = origins.right != right;
  m_marks.put((marksLeft ? 1 : 0) + (marksRight ? 2 : 0));
  for (const auto& [marked, origin] :
       {std::pair(marksLeft, origins.left), std::pair(marksRight, origins.right)})
    if (marked) m_origins.varint(origin == noArrival ? 0 : first - origin);
  m_characters.raw(asBytes(op.text));
  m_cursor.inserted(first, length, behind);
  return {};
}

Result<void> Encoder::deletion(const Edit& edit) {
  for (std::size_t i = 0; i < edit.pieces.size(); ++i) {
    const auto [first, length] = edit.pieces[i];
    m_ranges.put(std::uint64_t{length - 1} << 1 | (i + 1 < edit.pieces.size() ? 1 : 0));
    const std::uint64_t back = zigzag(ordinal(first + length - 1) - ordinal(m_cursor.left()));
    const std::uint64_t forward = zigzag(ordinal(first) - ordinal(m_cursor.forward()));
    m_targets.put(back <= forward ? back << 1 : forward << 1 | 1);
    if (!m_cursor.erased(first, length, edit.op->counts))
      return fail(ErrorCode::TooLarge, "history of a text");
  }
  return {};
}

Result<TextHistory> Encoder::encode(std::span<const ContextualOp> ops) {
  if (m_text.dangling()) return refuse("a text with an op that names what is not there");
  if (auto done = collect(ops); !done) return std::unexpected(done.error());
  if (m_edits.size() > limits::textHistoryCharacters ||
      m_text.sequence().arrivals() > limits::textHistoryCharacters)
    return fail(ErrorCode::TooLarge, "history of a text");
  Arrival arrived = 0;
  std::uint64_t inTurn = 0;
  bool inserting = true;
  for (std::size_t at = 0; at < m_edits.size(); ++at) {
    const Edit& edit = m_edits[at];
    const ContextualOp* before = at > 0 ? m_edits[at - 1].op : nullptr;
    if (before == nullptr || before->id.change != edit.op->id.change || before->counts != edit.op->counts)
      beginSegment(at);
    m_indexes.put(zigzag(std::int64_t{edit.op->id.index} - static_cast<std::int64_t>(m_change->nextIndex)));
    m_change->nextIndex = std::uint64_t{edit.op->id.index} + 1;
    if (edit.inserts != inserting) {
      m_kinds.varint(inTurn);
      inserting = edit.inserts;
      inTurn = 0;
    }
    ++inTurn;
    if (edit.inserts && edit.pieces[0].first != arrived) return refuse("a text of other ops");
    if (edit.inserts) arrived += edit.pieces[0].length;
    if (auto done = edit.inserts ? insertion(edit) : deletion(edit); !done)
      return std::unexpected(done.error());
  }
  m_kinds.varint(inTurn);
  if (arrived != m_text.sequence().arrivals()) return refuse("a text of more ops");
  const Columns columns{m_segments.take(), m_kinds.take(),   m_indexes.take(),   m_lengths.take(),
                        m_offsets.take(),  m_places.take(),  m_marks.take(),     m_origins.take(),
                        m_ranges.take(),   m_targets.take(), m_characters.take()};
  auto bytes = history::pack(columns, arrived, static_cast<std::uint32_t>(m_edits.size()));
  if (!bytes) return std::unexpected(bytes.error());
  return TextHistory{std::move(m_changes), std::move(*bytes)};
}

} // namespace

Result<TextHistory> encodeHistory(const Text& text, std::span<const ContextualOp> ops) {
  // Reads only.
  const Text::Parts parts(const_cast<Text&>(text)); // NOLINT(cppcoreguidelines-pro-type-const-cast)
  return Encoder(parts).encode(ops);
}

} // namespace meridian::crdt
