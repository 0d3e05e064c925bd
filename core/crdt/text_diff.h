// What changed between two texts, as a person would say it. Internal to this room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace meridian::crdt {

// `oldCount` code points at `oldBegin` become `newCount` at `newBegin`.
struct TextHunk {
  std::size_t oldBegin = 0;
  std::size_t oldCount = 0;
  std::size_t newBegin = 0;
  std::size_t newCount = 0;
  bool operator==(const TextHunk&) const = default;
};

// Hunks in ascending order, with something kept between any two. Words are compared first (Myers,
// “An O(ND) Difference Algorithm and Its Variations”, 1986), so that a hunk does not pick letters out of
// foreign words; within a hunk the common ends are kept. Texts that have almost nothing in common give
// one hunk: the work is bounded.
[[nodiscard]] std::vector<TextHunk> diffText(std::u32string_view from, std::u32string_view to);

// REQUIRES: well-formed UTF-8.
template <class Take>
void forCodePoints(std::string_view utf8, Take take) {
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k)
      c = c << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3Fu);
    take(c);
    i += length;
  }
}
[[nodiscard]] std::u32string toCodePoints(std::string_view utf8);
void appendUtf8(std::string& out, char32_t codePoint);

} // namespace meridian::crdt
