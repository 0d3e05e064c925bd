// Looks for words in bytes that should not show them: in UTF-8, in UTF-16 and in base64, wherever in a
// group of three the word begins.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace meridian::test {

// REQUIRES: well-formed UTF-8 of at least six bytes: a shorter word would be found in noise.
inline std::string utf16le(std::string_view utf8) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    const std::size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    unsigned point = size == 1 ? byte : byte & (0xFFu >> (size + 1));
    for (std::size_t j = 1; j < size; ++j)
      point = point << 6 | (static_cast<unsigned char>(utf8[i + j]) & 0x3Fu);
    const auto unit = [&](unsigned value) {
      out += static_cast<char>(value & 0xFF);
      out += static_cast<char>(value >> 8);
    };
    if (point >= 0x10000) {
      unit(0xD800 + ((point - 0x10000) >> 10));
      unit(0xDC00 + ((point - 0x10000) & 0x3FF));
    } else {
      unit(point);
    }
    i += size;
  }
  return out;
}

inline std::string base64(std::string_view bytes, bool forUrls) {
  const std::string_view digits = forUrls
                                      ? "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                                      : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned held = 0, bits = 0;
  for (const char c : bytes) {
    held = held << 8 | static_cast<unsigned char>(c);
    for (bits += 8; bits >= 6;) {
      bits -= 6;
      out += digits[held >> bits & 63];
    }
  }
  if (bits > 0) out += digits[held << (6 - bits) & 63];
  return out;
}

// All that a word looks like.
inline std::vector<std::string> formsOf(std::string_view word) {
  std::vector<std::string> forms{std::string(word)};
  const auto wide = utf16le(word);
  forms.push_back(wide);
  for (const auto& bytes : {std::string(word), wide})
    for (const bool forUrls : {false, true})
      for (std::size_t before = 0; before < 3; ++before) {
        // Digits that hold bits of neighbours are left out on both sides.
        const auto text = base64(std::string(before, 'x') + bytes, forUrls);
        const std::size_t first = (before * 8 + 5) / 6, last = (before + bytes.size()) * 8 / 6;
        forms.push_back(text.substr(first, last - first));
      }
  return forms;
}

inline bool shows(std::string_view bytes, std::string_view word) {
  for (const auto& form : formsOf(word))
    if (bytes.find(form) != std::string_view::npos) return true;
  return false;
}

// Every file under a folder, one after the other.
inline std::string contentsOf(const std::filesystem::path& folder) {
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(in), {});
    all += '\n';
  }
  return all;
}

} // namespace meridian::test
