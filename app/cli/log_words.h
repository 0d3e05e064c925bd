// What a line of the log says about a change, as a person reads it.
#pragma once

#include <string_view>

#include "core/replica/views.h"

namespace meridian::cli {

[[nodiscard]] std::string_view wordsOf(const replica::LogLine& line, domain::Language language);
// Empty for a change that counts.
[[nodiscard]] std::string_view effectWords(std::uint8_t effect, domain::Language language);

} // namespace meridian::cli
