#include "core/replica/media_type.h"

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
    for (const auto* brand : {"isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV"})
      if (begins(bytes, brand, 8)) return "video/mp4";
  }
  return "application/octet-stream";
}

std::optional<Duration> playTimeOf(const std::filesystem::path& file) {
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
  if (scale == 0 || length / scale > playTimeMaxSeconds) return std::nullopt;
  return Duration{static_cast<std::int64_t>(length / scale * 1000 + length % scale * 1000 / scale)};
}

} // namespace meridian::replica
