// The columns of a text's history, and what their numbers are relative to. Internal to this room; the
// grammar stands in core/store/FORMAT.md, section 8.
#pragma once

#include <array>
#include <vector>

#include "core/base/bytes.h"
#include "core/crdt/text_sequence.h"

namespace meridian::crdt::history {

inline constexpr std::uint8_t format = 1;

// Numbers of which most are 0: the length of each run of zeros, then the number behind it less one.
class RunWriter {
 public:
  void put(std::uint64_t number);
  [[nodiscard]] Bytes take();

 private:
  ByteWriter m_out;
  std::uint64_t m_zeros = 0;
};
class RunReader {
 public:
  explicit RunReader(ByteView bytes) : m_in(bytes) {}
  [[nodiscard]] std::uint64_t next() {
    if (!m_open) {
      m_zeros = m_in.varint();
      m_open = true;
    }
    if (m_zeros > 0) {
      --m_zeros;
      return 0;
    }
    m_open = false;
    return m_in.varint() + 1;
  }
  [[nodiscard]] bool ok() const { return m_in.ok(); }
  [[nodiscard]] bool done() const { return m_in.done() && m_zeros == 0; }

 private:
  ByteReader m_in;
  std::uint64_t m_zeros = 0;
  bool m_open = false;
};

[[nodiscard]] inline std::uint64_t zigzag(std::int64_t value) {
  return static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63);
}
[[nodiscard]] inline std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1 ^ (~(value & 1) + 1));
}
// An arrival or none, so that it can be counted with.
[[nodiscard]] inline std::int64_t ordinal(Arrival character) {
  return character == noArrival ? -1 : static_cast<std::int64_t>(character);
}

enum Column : std::uint8_t {
  segments,   // whose ops come next, and how many
  kinds,      // insertions and deletions in turns
  indexes,    // of ops in their change
  lengths,    // of insertions
  offsets,    // of characters in their change
  places,     // behind which character an insertion stands
  marks,      // which origins of it are not its neighbours
  origins,    // those
  ranges,     // lengths of deleted ranges
  targets,    // where they end
  characters, // UTF-8 by arrival
  columnCount
};
using Columns = std::array<Bytes, columnCount>;

[[nodiscard]] Result<Bytes> pack(const Columns& columns, std::uint32_t characterCount, std::uint32_t opCount);
struct Unpacked {
  Columns columns;
  std::uint32_t characterCount = 0;
  std::uint32_t opCount = 0;
};
// Damaged or TooLarge; memory is bounded by the limits, not by what the bytes say.
[[nodiscard]] Result<Unpacked> unpack(ByteView bytes);

// Where the next edit is expected: at the cursor, as the last edit left it. Followed alike by who writes
// and who reads the columns.
class Cursor {
 public:
  // Several people take turns; each goes on where they were.
  static constexpr std::size_t remembered = 8;
  explicit Cursor(std::size_t characterCount) {
    m_behind.reserve(characterCount);
    m_hidden.reserve(characterCount);
  }

  [[nodiscard]] Arrival left() const { return m_now.left; }     // the character that it stands behind
  [[nodiscard]] Arrival forward() const { return m_now.right; } // what was behind the last deletion
  // A segment begins where the last one ended (slot 0), or the one before it (1), and so on.
  // REQUIRES: slot < remembered
  void begin(std::size_t slot);
  [[nodiscard]] Arrival leftAt(std::size_t slot) const {
    return (slot == 0 ? m_now : m_ended[slot - 1]).left;
  }
  void inserted(Arrival first, std::uint32_t length, Arrival behind);
  // False if that would be more than the limit over the whole history.
  [[nodiscard]] bool erased(Arrival first, std::uint32_t length, bool counts);
  [[nodiscard]] const std::vector<std::uint8_t>& hidden() const { return m_hidden; }

 private:
  struct Position {
    Arrival left = noArrival, right = noArrival;
  };
  Position m_now;
  std::array<Position, remembered> m_ended;
  std::vector<Arrival> m_behind; // by arrival
  std::vector<std::uint8_t> m_hidden;
  std::uint64_t m_erased = 0;
};

} // namespace meridian::crdt::history
