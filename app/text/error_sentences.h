// Errors as sentences for people, in the language of the installed translator. Every code has one; a test
// asks for all of them in both languages.
#pragma once

#include <QString>

#include "core/base/error.h"

namespace meridian::app {

// What happened, what is safe, what next.
[[nodiscard]] QString errorSentence(ErrorCode code);
// The same, where the detail tells more than the code: who does what this role may not.
[[nodiscard]] QString errorSentence(const Error& error);
// WrongKey where a file is the key: nobody typed anything.
[[nodiscard]] QString wrongKeyFileSentence();
// A relay's or a rule's reason as it was stored (errorName); an unknown one reads as a general refusal.
[[nodiscard]] QString reasonSentence(std::string_view storedName);
// Why the relay does not take something yet; it is offered again by itself.
[[nodiscard]] QString waitingSentence(std::string_view storedName);

} // namespace meridian::app
