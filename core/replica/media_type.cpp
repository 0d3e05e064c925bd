#include "core/replica/media_type.h"

#include <algorithm>
#include <bit>
#include <fstream>

namespace meridian::replica {
namespace {

constexpr int boxesMax = 512;
constexpr std::uint64_t playTimeMaxSeconds = 7 * 24 * 3600;

bool begins(ByteView bytes, std::string_view magic, std::size_t at = 0) {
  return bytes.size() >= at + magic.size() && asText(bytes.subspan(at, magic.size())) == magic;
}

// Numbers of this format are big-endian.
std::uint64_t bigEndian(ByteView bytes) {
  std::uint64_t value = 0;
  for (const auto byte : bytes)
    value = value << 8 | byte;
  return value;
}

struct Box {
  std::uint64_t payload = 0, end = 0; // offsets in the file
};

class BoxReader {
 public:
  explicit BoxReader(const std::filesystem::path& file) : m_file(file, std::ios::binary) {
    m_file.seekg(0, std::ios::end);
    m_size = m_file ? static_cast<std::uint64_t>(m_file.tellg()) : 0;
  }
  [[nodiscard]] Box whole() const { return {0, m_size}; }

  [[nodiscard]] std::optional<Bytes> read(std::uint64_t at, std::size_t count) {
    Bytes bytes(count);
    m_file.clear();
    m_file.seekg(static_cast<std::streamoff>(at));
    m_file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(count));
    if (!m_file) return std::nullopt;
    return bytes;
  }
  // The first box of a type directly inside another.
  //   box := size u32 (0: to the end, 1: a u64 follows the type) · type 4 · …
  [[nodiscard]] std::optional<Box> find(const Box& in, std::string_view type) {
    for (std::uint64_t at = in.payload; at + 8 <= in.end && m_boxes < boxesMax; ++m_boxes) {
      const auto head = read(at, 8);
      if (!head) return std::nullopt;
      std::uint64_t size = bigEndian(ByteView(*head).first(4)), payload = at + 8;
      if (size == 1) {
        const auto large = read(payload, 8);
        if (!large) return std::nullopt;
        size = bigEndian(*large);
        payload += 8;
      } else if (size == 0) {
        size = in.end - at;
      }
      if (size < payload - at || size > in.end - at) return std::nullopt;
      if (asText(ByteView(*head).subspan(4)) == type) return Box{payload, at + size};
      at += size;
    }
    return std::nullopt;
  }

 private:
  std::ifstream m_file;
  std::uint64_t m_size = 0;
  int m_boxes = 0;
};

} // namespace

std::string_view mediaTypeOf(ByteView bytes) {
  if (begins(bytes, "\x89PNG\r\n\x1a\n")) return "image/png";
  if (begins(bytes, "\xff\xd8\xff")) return "image/jpeg";
  if (begins(bytes, "GIF87a") || begins(bytes, "GIF89a")) return "image/gif";
  if (begins(bytes, "RIFF") && begins(bytes, "WEBP", 8)) return "image/webp";
  if (begins(bytes, "%PDF-")) return "application/pdf";
  if (begins(bytes, "ftyp", 4)) {
    if (begins(bytes, "qt  ", 8)) return "video/quicktime";
    if (begins(bytes, "heic", 8) || begins(bytes, "heix", 8)) return "image/heic";
    for (const auto* brand : {"isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV"})
      if (begins(bytes, brand, 8)) return "video/mp4";
  }
  if (begins(bytes, "\x1a\x45\xdf\xa3")) {
    // The header names its kind in one of its first elements.
    const auto header = asText(bytes.first(std::min(bytes.size(), mediaTypeBytes)));
    if (header.contains("\x42\x82\x84webm")) return "video/webm";
    if (header.contains("\x42\x82\x88matroska")) return "video/x-matroska";
  }
  return "application/octet-stream";
}

namespace {

std::optional<Duration> movieTime(const std::filesystem::path& file) {
  BoxReader boxes(file);
  const auto movie = boxes.find(boxes.whole(), "moov");
  if (!movie) return std::nullopt;
  const auto header = boxes.find(*movie, "mvhd");
  if (!header) return std::nullopt;
  const auto version = boxes.read(header->payload, 1);
  if (!version) return std::nullopt;
  // version 0: times u32 × 2 · scale u32 · duration u32; version 1: times u64 × 2 · scale u32 · duration u64
  const bool wide = version->front() == 1;
  const auto scaleBytes = boxes.read(header->payload + (wide ? 20 : 12), 4);
  const auto lengthBytes = boxes.read(header->payload + (wide ? 24 : 16), wide ? 8 : 4);
  if (!scaleBytes || !lengthBytes) return std::nullopt;
  const std::uint64_t scale = bigEndian(*scaleBytes), length = bigEndian(*lengthBytes);
  // A film that is written piece by piece has no length in its header: none, or all ones.
  const bool unknown = std::ranges::all_of(*lengthBytes, [](std::uint8_t byte) { return byte == 0xFF; });
  if (unknown || scale == 0 || length == 0 || length / scale > playTimeMaxSeconds) return std::nullopt;
  return Duration{static_cast<std::int64_t>(length / scale * 1000 + length % scale * 1000 / scale)};
}

// Matroska: element := id · size · payload. An id is 1 to 4 bytes, its length the zeros before its first set
// bit plus one; a size likewise, up to 8 bytes, without that bit; all ones: unknown, to the end.
class ElementReader {
 public:
  explicit ElementReader(const std::filesystem::path& file) : m_file(file, std::ios::binary) {}

  struct Element {
    std::uint32_t id = 0;
    std::uint64_t payload = 0, size = 0;
  };
  [[nodiscard]] std::optional<Element> at(std::uint64_t place) {
    const auto id = number(place, 4, false);
    if (!id) return std::nullopt;
    const auto size = number(place + id->length, 8, true);
    if (!size) return std::nullopt;
    return Element{static_cast<std::uint32_t>(id->value), place + id->length + size->length, size->value};
  }
  // The first element of a kind directly inside [from, to).
  [[nodiscard]] std::optional<Element> find(std::uint64_t from, std::uint64_t to, std::uint32_t id) {
    for (; from < to && m_elements < boxesMax; ++m_elements) {
      const auto element = at(from);
      if (!element) return std::nullopt;
      if (element->id == id) return element;
      if (element->size > to - element->payload) return std::nullopt;
      from = element->payload + element->size;
    }
    return std::nullopt;
  }
  [[nodiscard]] std::optional<Bytes> read(std::uint64_t place, std::size_t count) {
    Bytes bytes(count);
    m_file.clear();
    m_file.seekg(static_cast<std::streamoff>(place));
    m_file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(count));
    if (!m_file) return std::nullopt;
    return bytes;
  }

 private:
  struct Number {
    std::uint64_t value = 0;
    std::size_t length = 0;
  };
  std::optional<Number> number(std::uint64_t place, std::size_t lengthMax, bool withoutMark) {
    const auto first = read(place, 1);
    if (!first) return std::nullopt;
    const auto length = static_cast<std::size_t>(std::countl_zero(first->front())) + 1;
    if (length > lengthMax) return std::nullopt;
    const auto all = read(place, length);
    if (!all) return std::nullopt;
    const std::uint64_t mark = std::uint64_t{1} << (7 * length);
    const std::uint64_t value = withoutMark ? bigEndian(*all) & (mark - 1) : bigEndian(*all);
    return Number{withoutMark && value == mark - 1 ? wholeFile : value, length};
  }
  static constexpr std::uint64_t wholeFile = std::uint64_t{1} << 60;

  std::ifstream m_file;
  int m_elements = 0;
};

std::optional<Duration> segmentTime(const std::filesystem::path& file) {
  constexpr std::uint32_t head = 0x1A45DFA3, segment = 0x18538067, info = 0x1549A966, scale = 0x2AD7B1,
                          length = 0x4489;
  ElementReader elements(file);
  const auto first = elements.at(0);
  if (!first || first->id != head) return std::nullopt;
  const auto body = elements.at(first->payload + first->size);
  if (!body || body->id != segment) return std::nullopt;
  const auto about = elements.find(body->payload, body->payload + body->size, info);
  if (!about) return std::nullopt;
  const std::uint64_t end = about->payload + about->size;
  const auto unit = elements.find(about->payload, end, scale);
  const auto units = elements.find(about->payload, end, length);
  if (!units || (units->size != 4 && units->size != 8) || (unit && unit->size > 8)) return std::nullopt;
  const auto bytes = elements.read(units->payload, static_cast<std::size_t>(units->size));
  const auto nanos = unit ? elements.read(unit->payload, static_cast<std::size_t>(unit->size)) : std::nullopt;
  if (!bytes || (unit && !nanos)) return std::nullopt;
  const std::uint64_t raw = bigEndian(*bytes);
  const double count = units->size == 8
                           ? std::bit_cast<double>(raw)
                           : static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(raw)));
  const double millis = count * static_cast<double>(nanos ? bigEndian(*nanos) : 1'000'000) / 1e6;
  // Also refuses what is no number.
  if (!(millis >= 1 && millis <= static_cast<double>(playTimeMaxSeconds) * 1e3)) return std::nullopt;
  return Duration{static_cast<std::int64_t>(millis)};
}

} // namespace

std::optional<Duration> playTimeOf(const std::filesystem::path& file) {
  const auto movie = movieTime(file);
  return movie ? movie : segmentTime(file);
}

} // namespace meridian::replica
