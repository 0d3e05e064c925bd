// The language of the interface at run time: one translator, exchanged when the language is switched.
#pragma once

#include "core/domain/bilingual.h"

namespace meridian::app {

// GUI thread. Until this is called, words appear as they are written in the source, plurals unresolved.
void installTranslation(domain::Language language);
// Of the system: Russian if it says so, else English.
[[nodiscard]] domain::Language systemLanguage();

} // namespace meridian::app
