// Byte strings, their text forms, and the two cursors that every codec here is written with.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"

namespace meridian {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

[[nodiscard]] std::string toHex(ByteView bytes);
[[nodiscard]] Result<Bytes> fromHex(std::string_view text);
// RFC 4648 base64url without padding; decoding refuses anything that is not canonical.
[[nodiscard]] std::string toBase64Url(ByteView bytes);
[[nodiscard]] Result<Bytes> fromBase64Url(std::string_view text);

[[nodiscard]] inline ByteView asBytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view asText(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
// Well-formed UTF-8: no overlong forms, no surrogates, at most U+10FFFF (RFC 3629).
[[nodiscard]] bool isUtf8(ByteView bytes);

// Appends to a growing buffer. Integers are little-endian; varints are LEB128, at most 10 bytes.
class ByteWriter {
 public:
  void u8(std::uint8_t value);
  void u16(std::uint16_t value);
  void u32(std::uint32_t value);
  void u64(std::uint64_t value);
  void varint(std::uint64_t value);
  void zigzag(std::int64_t value);
  void raw(ByteView bytes);
  // varint length, then the bytes
  void sized(ByteView bytes);
  void sized(std::string_view text) { sized(asBytes(text)); }

  [[nodiscard]] const Bytes& bytes() const { return m_bytes; }
  [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
  [[nodiscard]] Bytes take() { return std::move(m_bytes); }

 private:
  Bytes m_bytes;
};

// Reads from a view it does not own. The first failure sticks: every later read gives zero or an
// empty view, so a decoder checks ok() once at the end (and before using a count as a size).
class ByteReader {
 public:
  explicit ByteReader(ByteView bytes) : m_bytes(bytes) {}

  [[nodiscard]] std::uint8_t u8();
  [[nodiscard]] std::uint16_t u16();
  [[nodiscard]] std::uint32_t u32();
  [[nodiscard]] std::uint64_t u64();
  // Refuses an encoding that is longer than it has to be: one value, one form.
  [[nodiscard]] std::uint64_t varint();
  [[nodiscard]] std::int64_t zigzag();
  [[nodiscard]] ByteView raw(std::size_t size);
  [[nodiscard]] ByteView sized();
  // sized(), and the bytes are well-formed UTF-8
  [[nodiscard]] std::string_view sizedText();
  // A count of items that each take at least `minItemSize` bytes: fails if they cannot be there.
  [[nodiscard]] std::size_t count(std::size_t minItemSize);

  [[nodiscard]] bool ok() const { return m_ok; }
  [[nodiscard]] bool atEnd() const { return m_position == m_bytes.size(); }
  // ok() and nothing left over
  [[nodiscard]] bool done() const { return m_ok && atEnd(); }
  [[nodiscard]] std::size_t position() const { return m_position; }
  [[nodiscard]] std::size_t remaining() const { return m_bytes.size() - m_position; }
  void fail() { m_ok = false; }

 private:
  ByteView m_bytes;
  std::size_t m_position = 0;
  bool m_ok = true;
};

} // namespace meridian
