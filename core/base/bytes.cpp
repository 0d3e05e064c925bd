#include "core/base/bytes.h"

#include <algorithm>

namespace meridian {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";
constexpr std::string_view base64UrlDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// -1: not a digit of this alphabet
int hexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

int base64UrlValue(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '-') return 62;
  if (c == '_') return 63;
  return -1;
}

std::uint8_t lowByte(std::uint64_t value) { return static_cast<std::uint8_t>(value & 0xFF); }

// Length of the sequence that starts at `bytes`, or 0 if it is not well-formed (Unicode, table 3-7).
std::size_t utf8SequenceLength(ByteView bytes) {
  const std::uint8_t lead = bytes[0];
  if (lead < 0x80) return 1;
  std::size_t length = 0;
  std::uint8_t secondMin = 0x80;
  std::uint8_t secondMax = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) secondMin = 0xA0; // shorter forms exist below
    if (lead == 0xED) secondMax = 0x9F; // surrogates
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) secondMin = 0x90;
    if (lead == 0xF4) secondMax = 0x8F; // above U+10FFFF
  } else {
    return 0;
  }
  if (bytes.size() < length) return 0;
  if (bytes[1] < secondMin || bytes[1] > secondMax) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((bytes[i] & 0xC0) != 0x80) return 0;
  }
  return length;
}

} // namespace

std::string toHex(ByteView bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    text.push_back(hexDigits[byte >> 4]);
    text.push_back(hexDigits[byte & 0x0F]);
  }
  return text;
}

Result<Bytes> fromHex(std::string_view text) {
  if (text.size() % 2 != 0) return fail(ErrorCode::InvalidArgument, "hex text of odd length");
  Bytes bytes;
  bytes.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = hexValue(text[i]);
    const int low = hexValue(text[i + 1]);
    if (high < 0 || low < 0) return fail(ErrorCode::InvalidArgument, "not a hex digit");
    bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
  }
  return bytes;
}

std::string toBase64Url(ByteView bytes) {
  std::string text;
  text.reserve((bytes.size() * 4 + 2) / 3);
  std::uint32_t pending = 0;
  int bits = 0;
  for (const std::uint8_t byte : bytes) {
    pending = (pending << 8) | byte;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text.push_back(base64UrlDigits[(pending >> bits) & 0x3F]);
    }
  }
  if (bits > 0) text.push_back(base64UrlDigits[(pending << (6 - bits)) & 0x3F]);
  return text;
}

Result<Bytes> fromBase64Url(std::string_view text) {
  if (text.size() % 4 == 1) return fail(ErrorCode::InvalidArgument, "base64url text of impossible length");
  Bytes bytes;
  bytes.reserve(text.size() * 3 / 4);
  std::uint32_t pending = 0;
  int bits = 0;
  for (const char c : text) {
    const int value = base64UrlValue(c);
    if (value < 0) return fail(ErrorCode::InvalidArgument, "not a base64url digit");
    pending = (pending << 6) | static_cast<std::uint32_t>(value);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push_back(lowByte(pending >> bits));
    }
  }
  // The bits that fill up the last digit are zero, or two texts would mean the same bytes.
  if ((pending & ((1u << bits) - 1)) != 0) {
    return fail(ErrorCode::InvalidArgument, "base64url text is not canonical");
  }
  return bytes;
}

bool isUtf8(ByteView bytes) {
  while (!bytes.empty()) {
    const std::size_t length = utf8SequenceLength(bytes);
    if (length == 0) return false;
    bytes = bytes.subspan(length);
  }
  return true;
}

void ByteWriter::u8(std::uint8_t value) { m_bytes.push_back(value); }

void ByteWriter::u16(std::uint16_t value) {
  for (int shift = 0; shift < 16; shift += 8)
    m_bytes.push_back(lowByte(std::uint64_t{value} >> shift));
}

void ByteWriter::u32(std::uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8)
    m_bytes.push_back(lowByte(std::uint64_t{value} >> shift));
}

void ByteWriter::u64(std::uint64_t value) {
  for (int shift = 0; shift < 64; shift += 8)
    m_bytes.push_back(lowByte(value >> shift));
}

void ByteWriter::varint(std::uint64_t value) {
  while (value >= 0x80) {
    m_bytes.push_back(lowByte(value | 0x80));
    value >>= 7;
  }
  m_bytes.push_back(lowByte(value));
}

void ByteWriter::zigzag(std::int64_t value) {
  varint((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}

void ByteWriter::raw(ByteView bytes) { m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end()); }

void ByteWriter::sized(ByteView bytes) {
  varint(bytes.size());
  raw(bytes);
}

std::uint8_t ByteReader::u8() {
  const ByteView bytes = raw(1);
  return bytes.empty() ? std::uint8_t{0} : bytes[0];
}

std::uint16_t ByteReader::u16() {
  const ByteView bytes = raw(2);
  std::uint16_t value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    value = static_cast<std::uint16_t>(value | (std::uint32_t{bytes[i]} << (8 * i)));
  }
  return value;
}

std::uint32_t ByteReader::u32() {
  const ByteView bytes = raw(4);
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    value |= std::uint32_t{bytes[i]} << (8 * i);
  return value;
}

std::uint64_t ByteReader::u64() {
  const ByteView bytes = raw(8);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    value |= std::uint64_t{bytes[i]} << (8 * i);
  return value;
}

std::uint64_t ByteReader::varint() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const std::uint8_t byte = u8();
    if (!m_ok) return 0;
    const std::uint64_t digits = byte & 0x7F;
    const bool overflows = shift == 63 && digits > 1;
    const bool paddedWithZero = shift > 0 && byte == 0;
    if (overflows || paddedWithZero) break;
    value |= digits << shift;
    if ((byte & 0x80) == 0) return value;
  }
  m_ok = false;
  return 0;
}

std::int64_t ByteReader::zigzag() {
  const std::uint64_t value = varint();
  return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}

ByteView ByteReader::raw(std::size_t size) {
  if (!m_ok || size > remaining()) {
    m_ok = false;
    return {};
  }
  const ByteView bytes = m_bytes.subspan(m_position, size);
  m_position += size;
  return bytes;
}

ByteView ByteReader::sized() {
  const std::uint64_t size = varint();
  if (!m_ok || size > remaining()) {
    m_ok = false;
    return {};
  }
  return raw(static_cast<std::size_t>(size));
}

std::string_view ByteReader::sizedText() {
  const ByteView bytes = sized();
  if (!isUtf8(bytes)) {
    m_ok = false;
    return {};
  }
  return asText(bytes);
}

std::size_t ByteReader::count(std::size_t minItemSize) {
  const std::uint64_t items = varint();
  if (!m_ok || items > remaining() / std::max<std::size_t>(minItemSize, 1)) {
    m_ok = false;
    return 0;
  }
  return static_cast<std::size_t>(items);
}

} // namespace meridian
