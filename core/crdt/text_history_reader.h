// The ops of a text's history as the columns tell them, one by one, by arrival. Internal to this room.
#pragma once

#include "core/base/id.h"
#include "core/crdt/text_history_columns.h"

namespace meridian::crdt::history {

struct Event {
  std::uint32_t change = 0; // place in the list of changes
  std::uint32_t index = 0;  // of the op in its change
  bool counts = true;
  bool inserts = false;
  // Of an insertion. Where an origin is not marked, it is a neighbour's.
  Arrival first = 0;
  std::uint32_t length = 0, offset = 0;
  Arrival behind = noArrival, left = noArrival, right = noArrival;
  bool marksRight = false;
  // Of a deletion.
  struct Piece {
    Arrival first = 0;
    std::uint32_t length = 0;
  };
  std::vector<Piece> pieces;
};

class Reader {
 public:
  Reader(const Unpacked& unpacked, std::size_t changeCount);

  // False at the end or at the first thing that is wrong; then done() tells which.
  [[nodiscard]] bool next(Event& event);
  // Everything was read, and nothing is left over.
  [[nodiscard]] bool done() const;
  [[nodiscard]] const std::vector<std::uint8_t>& hidden() const { return m_cursor.hidden(); }

 private:
  struct Known {
    std::int64_t nextIndex = 0, nextOffset = 0;
  };
  [[nodiscard]] bool beginSegment();
  [[nodiscard]] bool insertion(Event& event);
  [[nodiscard]] bool deletion(Event& event);

  std::uint32_t m_characterCount, m_opsLeft;
  std::size_t m_changeCount;
  ByteReader m_segments, m_kinds, m_origins;
  RunReader m_indexes, m_lengths, m_offsets, m_places, m_marks, m_ranges, m_targets;
  std::vector<Known> m_known;
  std::uint32_t m_change = 0;
  bool m_counts = true, m_inserting = false, m_failed = false;
  std::uint64_t m_leftInSegment = 0, m_leftInTurn = 0;
  Arrival m_arrived = 0;
  Cursor m_cursor;
};

} // namespace meridian::crdt::history
