#include "core/crdt/text_history_reader.h"

#include "core/base/limits.h"

namespace meridian::crdt::history {

Reader::Reader(const Unpacked& unpacked, std::size_t changeCount)
    : m_characterCount(unpacked.characterCount),
      m_opsLeft(unpacked.opCount),
      m_changeCount(changeCount),
      m_segments(unpacked.columns[segments]),
      m_kinds(unpacked.columns[kinds]),
      m_origins(unpacked.columns[origins]),
      m_indexes(unpacked.columns[indexes]),
      m_lengths(unpacked.columns[lengths]),
      m_offsets(unpacked.columns[offsets]),
      m_places(unpacked.columns[places]),
      m_marks(unpacked.columns[marks]),
      m_ranges(unpacked.columns[ranges]),
      m_targets(unpacked.columns[targets]),
      m_cursor(unpacked.characterCount) {
  m_leftInTurn = m_kinds.varint();
  m_inserting = true;
}

bool Reader::done() const {
  return !m_failed && m_opsLeft == 0 && m_leftInSegment == 0 && m_leftInTurn == 0 &&
         m_arrived == m_characterCount && m_known.size() == m_changeCount && m_segments.done() &&
         m_kinds.done() && m_origins.done() && m_indexes.done() && m_lengths.done() && m_offsets.done() &&
         m_places.done() && m_marks.done() && m_ranges.done() && m_targets.done();
}

bool Reader::next(Event& event) {
  if (m_opsLeft == 0 || m_failed) return false;
  --m_opsLeft;
  m_failed = true; // unless the end is reached
  if (m_leftInSegment == 0 && !beginSegment()) return false;
  --m_leftInSegment;
  if (m_leftInTurn == 0) {
    m_inserting = !m_inserting;
    m_leftInTurn = m_kinds.varint();
    if (m_leftInTurn == 0) return false;
  }
  --m_leftInTurn;
  Known& known = m_known[m_change];
  const std::int64_t gap = unzigzag(m_indexes.next());
  if (gap < -known.nextIndex || gap > 0xFFFFFFFF - known.nextIndex || !m_indexes.ok()) return false;
  event.change = m_change;
  event.index = static_cast<std::uint32_t>(known.nextIndex + gap);
  event.counts = m_counts;
  event.inserts = m_inserting;
  known.nextIndex = std::int64_t{event.index} + 1;
  m_failed = !(m_inserting ? insertion(event) : deletion(event));
  return !m_failed;
}

bool Reader::beginSegment() {
  const std::uint64_t back = m_segments.varint();
  const std::uint64_t ops = m_segments.varint();
  const std::uint64_t slot = m_segments.varint();
  if (!m_segments.ok() || back > m_known.size() || ops < 2 || slot >= Cursor::remembered) return false;
  if (back == 0) {
    if (m_known.size() == m_changeCount) return false;
    m_known.emplace_back();
  }
  m_change = static_cast<std::uint32_t>(m_known.size() - (back == 0 ? 1 : back));
  m_counts = (ops & 1) == 0;
  m_leftInSegment = ops >> 1;
  m_cursor.begin(slot);
  return true;
}

bool Reader::insertion(Event& event) {
  const std::uint64_t length = m_lengths.next();
  if (!m_lengths.ok() || length >= m_characterCount - m_arrived) return false;
  event.first = m_arrived;
  event.length = static_cast<std::uint32_t>(length) + 1;
  Known& known = m_known[m_change];
  const std::int64_t gap = unzigzag(m_offsets.next());
  if (gap < -known.nextOffset || gap > 0xFFFFFFFF - known.nextOffset || !m_offsets.ok()) return false;
  event.offset = static_cast<std::uint32_t>(known.nextOffset + gap);
  known.nextOffset = std::int64_t{event.offset} + event.length;

  const std::int64_t moved = unzigzag(m_places.next());
  const std::int64_t from = ordinal(m_cursor.left());
  // Only what is there can have been named: so no chain of neighbours or origins ever closes.
  if (!m_places.ok() || moved < -1 - from || moved >= std::int64_t{m_arrived} - from) return false;
  event.behind = from + moved < 0 ? noArrival : static_cast<Arrival>(from + moved);
  const std::uint64_t marked = m_marks.next();
  if (!m_marks.ok() || marked > 3) return false;
  const auto origin = [this](Arrival& into) {
    const std::uint64_t distance = m_origins.varint();
    if (!m_origins.ok() || distance > m_arrived) return false;
    into = distance == 0 ? noArrival : m_arrived - static_cast<Arrival>(distance);
    return true;
  };
  event.left = event.behind;
  event.marksRight = (marked & 2) != 0;
  if ((marked & 1) != 0 && !origin(event.left)) return false;
  if (event.marksRight && !origin(event.right)) return false;
  m_arrived += event.length;
  m_cursor.inserted(event.first, event.length, event.behind);
  return true;
}

bool Reader::deletion(Event& event) {
  event.pieces.clear();
  for (bool more = true; more;) {
    const std::uint64_t range = m_ranges.next();
    const std::uint64_t length = (range >> 1) + 1;
    const std::uint64_t target = m_targets.next();
    if (!m_ranges.ok() || !m_targets.ok() || length > m_arrived) return false;
    const std::int64_t moved = unzigzag(target >> 1);
    const bool forward = (target & 1) != 0;
    const std::int64_t from = ordinal(forward ? m_cursor.forward() : m_cursor.left());
    const std::int64_t into =
        forward ? 0 : 1 - static_cast<std::int64_t>(length); // the target is the last one
    // moved is far from overflowing: 62 bits and a small number
    const std::int64_t first = from + moved + into;
    if (first < 0 || first > std::int64_t{m_arrived} - static_cast<std::int64_t>(length)) return false;
    const Event::Piece piece{static_cast<Arrival>(first), static_cast<std::uint32_t>(length)};
    if (!m_cursor.erased(piece.first, piece.length, m_counts)) return false;
    event.pieces.push_back(piece);
    more = (range & 1) != 0;
  }
  return true;
}

} // namespace meridian::crdt::history
