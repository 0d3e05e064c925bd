// What a person reads about an error where whoever found it had nothing more exact to say. The app has
// sentences of its own: these name commands where those name buttons.
#pragma once

#include <string>

#include "core/base/error.h"
#include "core/domain/bilingual.h"

namespace meridian::cli {

// A whole sentence for every code: what happened, what is safe, what next.
[[nodiscard]] std::string_view sentenceOf(ErrorCode code, domain::Language language);
// The sentence, and behind it what of the error's detail a person can act on (details.h). How a command was
// used wrongly is said by that alone.
[[nodiscard]] std::string messageOf(const Error& error, domain::Language language);

} // namespace meridian::cli
