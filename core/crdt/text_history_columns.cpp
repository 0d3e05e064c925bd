#include "core/crdt/text_history_columns.h"

#include <algorithm>
#include <zstd.h>

#include "core/base/limits.h"

namespace meridian::crdt::history {
namespace {

// The next ones take twice as long for a percent.
constexpr int compressionLevel = 15;

Result<Bytes> compressed(ByteView bytes) {
  Bytes out(ZSTD_compressBound(bytes.size()));
  const std::size_t size =
      ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), compressionLevel);
  if (ZSTD_isError(size) != 0) return fail(ErrorCode::Internal, "compression of a text's history");
  out.resize(size);
  return out;
}

} // namespace

void RunWriter::put(std::uint64_t number) {
  if (number == 0) {
    ++m_zeros;
    return;
  }
  m_out.varint(m_zeros);
  m_out.varint(number - 1);
  m_zeros = 0;
}

Bytes RunWriter::take() {
  if (m_zeros > 0) m_out.varint(m_zeros);
  m_zeros = 0;
  return m_out.take();
}

Result<Bytes> pack(const Columns& columns, std::uint32_t characterCount, std::uint32_t opCount) {
  ByteWriter out;
  out.u8(format);
  out.varint(characterCount);
  out.varint(opCount);
  for (const Bytes& column : columns) {
    if (column.size() > limits::textHistoryColumnBytes) return fail(ErrorCode::TooLarge, "history of a text");
    auto small = compressed(column);
    if (!small) return std::unexpected(small.error());
    const bool smaller = small->size() < column.size();
    out.varint(column.size());
    out.sized(smaller ? ByteView(*small) : ByteView(column));
  }
  return out.take();
}

Result<Unpacked> unpack(ByteView bytes) {
  ByteReader in(bytes);
  if (in.u8() != format) return fail(ErrorCode::Damaged, "history of a text: format");
  const std::uint64_t characterCount = in.varint(), opCount = in.varint();
  if (!in.ok()) return fail(ErrorCode::Damaged, "history of a text");
  if (characterCount > limits::textHistoryCharacters || opCount > limits::textHistoryCharacters)
    return fail(ErrorCode::TooLarge, "history of a text");
  Unpacked unpacked{{}, static_cast<std::uint32_t>(characterCount), static_cast<std::uint32_t>(opCount)};
  for (Bytes& column : unpacked.columns) {
    const std::uint64_t size = in.varint();
    const ByteView stored = in.sized();
    if (!in.ok()) return fail(ErrorCode::Damaged, "history of a text");
    if (size > limits::textHistoryColumnBytes) return fail(ErrorCode::TooLarge, "history of a text");
    if (stored.size() > size) return fail(ErrorCode::Damaged, "history of a text");
    if (stored.size() == size) {
      column.assign(stored.begin(), stored.end());
      continue;
    }
    column.resize(size);
    if (ZSTD_decompress(column.data(), column.size(), stored.data(), stored.size()) != column.size())
      return fail(ErrorCode::Damaged, "history of a text: a column");
  }
  if (!in.done()) return fail(ErrorCode::Damaged, "history of a text");
  return unpacked;
}

void Cursor::begin(std::size_t slot) {
  std::copy_backward(m_ended.begin(), m_ended.end() - 1, m_ended.end());
  m_ended[0] = m_now;
  m_now = m_ended[slot];
}

void Cursor::inserted(Arrival first, std::uint32_t length, Arrival behind) {
  m_behind.push_back(behind);
  for (Arrival i = first + 1; i < first + length; ++i)
    m_behind.push_back(i - 1);
  m_hidden.resize(m_behind.size());
  m_now = {first + length - 1, noArrival};
}

bool Cursor::erased(Arrival first, std::uint32_t length, bool counts) {
  m_erased += length;
  if (m_erased > limits::textHistoryCharacters) return false;
  if (counts) std::fill_n(m_hidden.begin() + first, length, std::uint8_t{1});
  Arrival left = m_behind[first];
  for (int steps = 0; steps < 16 && left != noArrival && m_hidden[left] != 0; ++steps)
    left = m_behind[left];
  m_now = {left, first + length};
  return true;
}

} // namespace meridian::crdt::history
