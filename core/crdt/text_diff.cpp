#include "core/crdt/text_diff.h"

#include <algorithm>
#include <cstdint>
#include <map>

namespace meridian::crdt {

namespace {

// Beyond this many differing words the texts are taken as rewritten: memory grows with its square.
constexpr int differencesMax = 600;

bool isWordPart(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  // Latin-1 signs, general punctuation and CJK, where a character is a word.
  const bool sign = c < 0xC0 || (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0xFB00);
  return !sign;
}

struct Token {
  std::size_t begin = 0;
  std::uint32_t word = 0; // equal words have equal numbers
};

class Tokenizer {
 public:
  // One token more than there are words: it marks the end.
  std::vector<Token> split(std::u32string_view text) {
    std::vector<Token> tokens;
    std::size_t i = 0;
    while (i < text.size()) {
      std::size_t end = i + 1;
      if (isWordPart(text[i]))
        while (end < text.size() && isWordPart(text[end]))
          ++end;
      const auto next = static_cast<std::uint32_t>(m_words.size());
      tokens.push_back({i, m_words.try_emplace(text.substr(i, end - i), next).first->second});
      i = end;
    }
    tokens.push_back({text.size(), 0});
    return tokens;
  }

 private:
  std::map<std::u32string_view, std::uint32_t> m_words;
};

// Pairs (i, j) of kept tokens in order, or false if there are too many differences.
bool commonTokens(const std::vector<Token>& from, const std::vector<Token>& to,
                  std::vector<std::pair<std::size_t, std::size_t>>& kept) {
  const int n = static_cast<int>(from.size()) - 1;
  const int m = static_cast<int>(to.size()) - 1;
  const int limit = std::min(n + m, differencesMax);
  std::vector<int> furthest(static_cast<std::size_t>(2 * limit + 3), 0); // by diagonal k, shifted
  const auto at = [&](int k) -> int& { return furthest[static_cast<std::size_t>(k + limit + 1)]; };
  std::vector<std::vector<int>> trace; // furthest[-d-1 … d+1] before round d

  for (int d = 0; d <= limit; ++d) {
    trace.emplace_back(&at(-d - 1), &at(d + 1) + 1);
    for (int k = -d; k <= d; k += 2) {
      const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
      int x = down ? at(k + 1) : at(k - 1) + 1;
      while (x < n && x - k < m &&
             from[static_cast<std::size_t>(x)].word == to[static_cast<std::size_t>(x - k)].word)
        ++x;
      at(k) = x;
      if (x < n || x - k < m) continue;

      // Walk back through the rounds, noting the diagonal steps.
      int y = x - k;
      for (int round = d; x > 0 || y > 0; --round) {
        const auto before = [&](int diagonal) {
          return trace[static_cast<std::size_t>(round)][static_cast<std::size_t>(diagonal + round + 1)];
        };
        const int diagonal = x - y;
        const bool cameDown =
            diagonal == -round || (diagonal != round && before(diagonal - 1) < before(diagonal + 1));
        const int previous = cameDown ? diagonal + 1 : diagonal - 1;
        const int startX = round == 0 ? 0 : (cameDown ? before(previous) : before(previous) + 1);
        while (x > startX)
          kept.emplace_back(--x, --y);
        if (round == 0) break;
        x = before(previous);
        y = x - previous;
      }
      std::reverse(kept.begin(), kept.end());
      return true;
    }
  }
  return false;
}

} // namespace

std::vector<TextHunk> diffText(std::u32string_view from, std::u32string_view to) {
  Tokenizer tokenizer;
  std::vector<Token> a = tokenizer.split(from);
  std::vector<Token> b = tokenizer.split(to);

  // Common ends first: most edits are one place in a long text.
  std::size_t head = 0;
  while (head + 1 < a.size() && head + 1 < b.size() && a[head].word == b[head].word)
    ++head;
  std::size_t tail = 0;
  while (head + tail + 1 < a.size() && head + tail + 1 < b.size() &&
         a[a.size() - 2 - tail].word == b[b.size() - 2 - tail].word)
    ++tail;
  const auto middle = [&](const std::vector<Token>& tokens) {
    return std::vector<Token>(tokens.begin() + static_cast<std::ptrdiff_t>(head),
                              tokens.end() - static_cast<std::ptrdiff_t>(tail));
  };
  const std::vector<Token> middleA = middle(a);
  const std::vector<Token> middleB = middle(b);
  std::vector<std::pair<std::size_t, std::size_t>> kept;
  if (!commonTokens(middleA, middleB, kept)) kept.clear();
  kept.emplace_back(middleA.size() - 1, middleB.size() - 1);

  std::vector<TextHunk> hunks;
  std::size_t i = 0;
  std::size_t j = 0;
  for (const auto& [keptI, keptJ] : kept) {
    std::size_t oldBegin = middleA[i].begin;
    std::size_t oldEnd = middleA[keptI].begin;
    std::size_t newBegin = middleB[j].begin;
    std::size_t newEnd = middleB[keptJ].begin;
    while (oldBegin < oldEnd && newBegin < newEnd && from[oldBegin] == to[newBegin])
      ++oldBegin, ++newBegin;
    while (oldBegin < oldEnd && newBegin < newEnd && from[oldEnd - 1] == to[newEnd - 1])
      --oldEnd, --newEnd;
    if (oldBegin < oldEnd || newBegin < newEnd)
      hunks.push_back({oldBegin, oldEnd - oldBegin, newBegin, newEnd - newBegin});
    i = keptI + 1;
    j = keptJ + 1;
  }
  return hunks;
}

std::u32string toCodePoints(std::string_view utf8) {
  std::u32string out;
  forCodePoints(utf8, [&](char32_t c) { out.push_back(c); });
  return out;
}

void appendUtf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  }
}

} // namespace meridian::crdt
