#include "core/domain/bilingual.h"

#include <algorithm>

#include "core/domain/schema.h"

namespace meridian::domain {
namespace {

struct Word {
  std::string_view core; // what is compared
  std::string_view whole;
};

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::vector<Word> wordsOf(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t coreEnd = begin;
    while (coreEnd < text.size() && !isSpace(text[coreEnd]))
      ++coreEnd;
    std::size_t end = coreEnd;
    while (end < text.size() && isSpace(text[end]))
      ++end;
    words.push_back({text.substr(begin, coreEnd - begin), text.substr(begin, end - begin)});
    begin = end;
  }
  return words;
}

// Lengths of longest common subsequences of all suffixes, (n + 1) × (m + 1).
class CommonLengths {
 public:
  CommonLengths(std::span<const Word> a, std::span<const Word> b)
      : m_width(b.size() + 1), m_cells((a.size() + 1) * m_width) {
    for (std::size_t i = a.size(); i-- > 0;)
      for (std::size_t j = b.size(); j-- > 0;)
        m_cells[i * m_width + j] =
            a[i].core == b[j].core ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
  }
  [[nodiscard]] std::uint32_t at(std::size_t i, std::size_t j) const { return m_cells[i * m_width + j]; }

 private:
  std::size_t m_width;
  std::vector<std::uint32_t> m_cells;
};
constexpr std::size_t cellsMax = 4'000'000; // 16 MB for the moment of the comparison

class SpanWriter {
 public:
  void same(const Word& word) {
    flush();
    append(DiffSpan::Kind::Same, word.whole);
  }
  void removed(const Word& word) { m_removed += word.whole; }
  void added(const Word& word) { m_added += word.whole; }
  std::vector<DiffSpan> take() {
    flush();
    return std::move(m_spans);
  }

 private:
  void flush() {
    append(DiffSpan::Kind::Removed, m_removed);
    append(DiffSpan::Kind::Added, m_added);
    m_removed.clear();
    m_added.clear();
  }
  void append(DiffSpan::Kind kind, std::string_view text) {
    if (text.empty()) return;
    if (m_spans.empty() || m_spans.back().kind != kind) m_spans.push_back({kind, {}});
    m_spans.back().text += text;
  }
  std::vector<DiffSpan> m_spans;
  std::string m_removed, m_added;
};

std::optional<std::string> madeFromOf(const crdt::EntityState& entity, std::uint32_t field) {
  const std::string* text = entity.value(field).text();
  return text ? std::optional(*text) : std::nullopt;
}

} // namespace

std::string_view languageCode(Language language) { return language == Language::En ? "en" : "ru"; }

std::optional<Language> parseLanguage(std::string_view code) {
  if (code == "en") return Language::En;
  if (code == "ru") return Language::Ru;
  return std::nullopt;
}

bool isBlank(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (isSpace(text[i])) continue;
    // U+00A0, which Russian typography puts before a dash.
    if (text.substr(i, 2) != "\u00A0") return false;
    ++i;
  }
  return true;
}

Bilingual::Shown Bilingual::shown(Language wanted) const {
  if (!in(wanted).empty() || in(other(wanted)).empty()) return {in(wanted), wanted, false};
  return {in(other(wanted)), other(wanted), true};
}

bool Bilingual::stale() const { return !in(other(source)).empty() && madeFrom && *madeFrom != in(source); }

Bilingual readBlock(const crdt::EntityState& entity, std::uint32_t n) {
  Bilingual text;
  text.en = entity.text(block(n, lane::en));
  text.ru = entity.text(block(n, lane::ru));
  const auto chosen = entity.value(block(n, lane::source)).integer();
  if (chosen && (*chosen == 0 || *chosen == 1))
    text.source = *chosen == 0 ? Language::En : Language::Ru;
  else
    text.source = text.en.empty() && !text.ru.empty() ? Language::Ru : Language::En;
  const auto translation = text.source == Language::En ? lane::ruMadeFrom : lane::enMadeFrom;
  text.madeFrom = madeFromOf(entity, block(n, translation));
  return text;
}

crdt::Value toValue(const Bilingual& text) {
  crdt::Value value{crdt::Value::Map{}};
  if (!text.en.empty()) value.set(1, text.en);
  if (!text.ru.empty()) value.set(2, text.ru);
  if (text.source == Language::Ru) value.set(3, 1);
  if (text.madeFrom) value.set(4, *text.madeFrom);
  return value;
}

Bilingual bilingualFrom(const crdt::Value& value) {
  Bilingual text;
  text.en = value.at(1).textOr("");
  text.ru = value.at(2).textOr("");
  text.source = value.at(3).intOr(0) == 1 ? Language::Ru : Language::En;
  if (const std::string* from = value.at(4).text()) text.madeFrom = *from;
  return text;
}

std::vector<DiffSpan> wordDiff(std::string_view before, std::string_view after) {
  const std::vector<Word> all = wordsOf(before), allNew = wordsOf(after);
  std::span<const Word> a = all, b = allNew;
  SpanWriter out;
  while (!a.empty() && !b.empty() && a.front().core == b.front().core) {
    out.same(b.front());
    a = a.subspan(1), b = b.subspan(1);
  }
  std::size_t tail = 0;
  while (tail < a.size() && tail < b.size() && a[a.size() - 1 - tail].core == b[b.size() - 1 - tail].core)
    ++tail;
  const auto ending = b.last(tail);
  a = a.first(a.size() - tail), b = b.first(b.size() - tail);

  if ((a.size() + 1) * (b.size() + 1) <= cellsMax) {
    const CommonLengths common(a, b);
    for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
      if (i < a.size() && j < b.size() && a[i].core == b[j].core)
        out.same(b[j]), ++i, ++j;
      else if (j == b.size() || (i < a.size() && common.at(i + 1, j) >= common.at(i, j + 1)))
        out.removed(a[i++]);
      else
        out.added(b[j++]);
    }
  } else {
    for (const Word& word : a)
      out.removed(word);
    for (const Word& word : b)
      out.added(word);
  }
  for (const Word& word : ending)
    out.same(word);
  return out.take();
}

} // namespace meridian::domain
