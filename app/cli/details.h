// The details that a person can act on, in both languages. What an error carries for support alone is not
// here, and nobody is shown it.
#pragma once

#include <optional>
#include <string>

#include "core/domain/bilingual.h"

namespace meridian::cli {

// A phrase to stand behind the sentence of the error, or for wrong use alone. Nothing: not for people.
[[nodiscard]] std::optional<std::string> detailIn(std::string_view detail, domain::Language language);
// Where a detail says more than its code does: the whole sentence in the place of the code's.
[[nodiscard]] std::optional<std::string> sentenceIn(std::string_view detail, domain::Language language);

} // namespace meridian::cli
