// Text that carries English and Russian side by side. Each translation knows the source text it was made
// from, and shows when that has changed since.
#pragma once

#include <optional>
#include <string>

#include "core/crdt/entity.h"

namespace meridian::domain {

enum class Language : std::uint8_t { En = 0, Ru = 1 };
[[nodiscard]] std::string_view languageCode(Language language); // "en", "ru"
[[nodiscard]] std::optional<Language> parseLanguage(std::string_view code);
[[nodiscard]] constexpr Language other(Language l) { return l == Language::En ? Language::Ru : Language::En; }

// Nothing to read: empty, or only spaces and line breaks.
[[nodiscard]] bool isBlank(std::string_view text);

struct Bilingual {
  std::string en, ru;
  Language source = Language::En;
  // Source text that the other lane was made from; nothing if that was never said.
  std::optional<std::string> madeFrom;

  [[nodiscard]] const std::string& in(Language l) const { return l == Language::En ? en : ru; }
  [[nodiscard]] std::string& in(Language l) { return l == Language::En ? en : ru; }
  [[nodiscard]] bool empty() const { return en.empty() && ru.empty(); }
  // The lane in `wanted`, or else the other; `fellBack` says which happened.
  struct Shown {
    std::string_view text;
    Language language = Language::En;
    bool fellBack = false;
  };
  [[nodiscard]] Shown shown(Language wanted) const;
  // The translation exists and its source has changed since it was made.
  [[nodiscard]] bool stale() const;
  bool operator==(const Bilingual&) const = default;
};

// Reads block `n` of an entity (see block() in schema.h). The source lane, where none was chosen, is the
// one that has text, English if both have.
[[nodiscard]] Bilingual readBlock(const crdt::EntityState& entity, std::uint32_t n);

// {1: en, 2: ru, 3: source, 4: madeFrom}: how a block is carried by value inside a fact.
[[nodiscard]] crdt::Value toValue(const Bilingual& text);
[[nodiscard]] Bilingual bilingualFrom(const crdt::Value& value);

// Word-level difference for “what changed”. Whitespace stays with the word before it and is no difference
// by itself: Same and Added spans give `after`, to the byte; Removed stands before Added. Texts that have
// little in common beyond some thousand words are one removal and one addition.
struct DiffSpan {
  enum class Kind : std::uint8_t { Same, Added, Removed } kind = Kind::Same;
  std::string text;
  bool operator==(const DiffSpan&) const = default;
};
[[nodiscard]] std::vector<DiffSpan> wordDiff(std::string_view before, std::string_view after);

} // namespace meridian::domain
