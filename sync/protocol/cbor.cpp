#include "sync/protocol/cbor.h"

#include <array>
#include <cassert>

namespace meridian::protocol::cbor {
namespace {

enum Major : unsigned { Number = 0, ByteString = 2, Text = 3, Array = 4, Map = 5, Tag = 6, Simple = 7 };

constexpr unsigned falseValue = 20, trueValue = 21;

struct Head {
  unsigned major = 0, extra = 0; // the two halves of the first byte
  std::uint64_t value = 0;
};

// Moves `at` behind it. Nothing: cut off, reserved, or of indefinite length.
std::optional<Head> headAt(ByteView cbor, std::size_t& at) {
  if (at >= cbor.size()) return std::nullopt;
  const auto first = cbor[at++];
  Head head{.major = unsigned{first} >> 5, .extra = first & 31u, .value = first & 31u};
  if (head.extra < 24) return head;
  if (head.extra > 27) return std::nullopt;
  const std::size_t size = std::size_t{1} << (head.extra - 24);
  if (cbor.size() - at < size) return std::nullopt;
  head.value = 0;
  for (std::size_t i = 0; i < size; ++i)
    head.value = head.value << 8 | cbor[at++];
  return head;
}

bool isString(const Head& head) { return head.major == ByteString || head.major == Text; }

// A tag holds one item, a map two per entry.
std::uint64_t itemsIn(const Head& head) {
  return head.major == Array ? head.value : head.major == Map ? 2 * head.value : head.major == Tag ? 1 : 0;
}

// Of an item that the scan has passed.
Head knownHead(ByteView cbor, std::size_t& at) {
  const auto head = headAt(cbor, at);
  assert(head);
  return *head;
}

ByteView contentsOf(ByteView cbor, const Head& head, std::size_t at) {
  return cbor.subspan(at, static_cast<std::size_t>(head.value));
}

void skip(ByteView cbor, std::size_t& at) {
  for (std::uint64_t left = 1; left > 0; --left) {
    const auto head = knownHead(cbor, at);
    if (isString(head)) at += static_cast<std::size_t>(head.value);
    left += itemsIn(head);
  }
}

} // namespace

bool withinDepth(ByteView cbor, std::size_t depthMax) {
  // How many items are still to come at each open level. Level 0 is the one item of the message.
  std::array<std::uint64_t, 16> left{1};
  assert(depthMax < left.size());
  std::size_t level = 0;
  std::size_t at = 0;
  while (true) {
    while (left[level] == 0) {
      if (level == 0) return at == cbor.size();
      --level;
    }
    const auto head = headAt(cbor, at);
    if (!head) return false;
    --left[level];
    // No count may exceed the bytes that are left.
    const bool counts = isString(*head) || head->major == Array || head->major == Map;
    if (counts && head->value > cbor.size() - at) return false;
    if (isString(*head)) at += static_cast<std::size_t>(head->value);
    if (head->major < Array || head->major > Tag) continue;
    if (++level > depthMax) return false;
    left[level] = itemsIn(*head);
  }
}

MapWriter::MapWriter(std::size_t members) { head(Map, members); }

void MapWriter::head(unsigned major, std::uint64_t value) {
  const auto first = [&](unsigned extra) { m_out.u8(static_cast<std::uint8_t>(major << 5 | extra)); };
  // The shortest form there is; our integers are little-endian, CBOR's are not.
  int bytes = value < 24 ? 0 : value <= 0xFF ? 1 : value <= 0xFFFF ? 2 : value <= 0xFFFF'FFFF ? 4 : 8;
  first(bytes == 0 ? static_cast<unsigned>(value) : bytes == 1 ? 24 : bytes == 2 ? 25 : bytes == 4 ? 26 : 27);
  while (bytes-- > 0)
    m_out.u8(static_cast<std::uint8_t>(value >> (8 * bytes)));
}

void MapWriter::key(std::string_view name) {
  head(Text, name.size());
  m_out.raw(asBytes(name));
}

MapWriter& MapWriter::number(std::string_view name, std::uint64_t value) {
  key(name);
  head(Number, value);
  return *this;
}

MapWriter& MapWriter::flag(std::string_view name, bool value) {
  key(name);
  head(Simple, value ? trueValue : falseValue);
  return *this;
}

MapWriter& MapWriter::bytes(std::string_view name, ByteView value) {
  key(name);
  head(ByteString, value.size());
  m_out.raw(value);
  return *this;
}

MapWriter& MapWriter::numbers(std::string_view name, const std::vector<std::uint32_t>& values) {
  key(name);
  head(Array, values.size());
  for (const auto value : values)
    head(Number, value);
  return *this;
}

std::optional<MapReader> MapReader::of(ByteView cbor) {
  std::size_t at = 0;
  const auto map = knownHead(cbor, at);
  if (map.major != Map) return std::nullopt;
  for (auto left = map.value; left > 0; --left) {
    auto keyAt = at;
    if (knownHead(cbor, keyAt).major != Text) return std::nullopt;
    skip(cbor, at);
    skip(cbor, at);
  }
  return MapReader(cbor);
}

std::optional<std::size_t> MapReader::find(std::string_view key) const {
  std::size_t at = 0;
  std::optional<std::size_t> found;
  for (auto left = knownHead(m_cbor, at).value; left > 0; --left) {
    const auto head = knownHead(m_cbor, at);
    const auto name = contentsOf(m_cbor, head, at);
    at += name.size();
    if (asText(name) == key) found = at;
    skip(m_cbor, at);
  }
  return found;
}

std::optional<std::uint64_t> MapReader::number(std::string_view key) const {
  auto at = find(key);
  if (!at) return std::nullopt;
  const auto head = knownHead(m_cbor, *at);
  return head.major == Number ? std::optional(head.value) : std::nullopt;
}

std::optional<bool> MapReader::flag(std::string_view key) const {
  auto at = find(key);
  if (!at) return std::nullopt;
  const auto head = knownHead(m_cbor, *at);
  if (head.major != Simple || (head.extra != falseValue && head.extra != trueValue)) return std::nullopt;
  return head.extra == trueValue;
}

std::optional<ByteView> MapReader::bytes(std::string_view key) const {
  auto at = find(key);
  if (!at) return std::nullopt;
  const auto head = knownHead(m_cbor, *at);
  return head.major == ByteString ? std::optional(contentsOf(m_cbor, head, *at)) : std::nullopt;
}

std::optional<std::vector<std::uint32_t>> MapReader::numbers(std::string_view key, std::size_t countMax,
                                                             std::uint32_t max) const {
  auto at = find(key);
  if (!at) return std::nullopt;
  const auto array = knownHead(m_cbor, *at);
  if (array.major != Array || array.value > countMax) return std::nullopt;
  std::vector<std::uint32_t> values;
  for (auto left = array.value; left > 0; --left) {
    const auto item = knownHead(m_cbor, *at);
    if (item.major != Number || item.value > max) return std::nullopt;
    values.push_back(static_cast<std::uint32_t>(item.value));
  }
  return values;
}

} // namespace meridian::protocol::cbor
