// Words for suggested passphrases: short, common, easy to spell, none of them a form of another.
#pragma once

#include <QString>

#include "core/base/random.h"
#include "core/domain/bilingual.h"

namespace meridian::app {

// `count` words chosen independently and evenly from 256 of the language, parted by spaces: 8 bits each.
[[nodiscard]] QString randomPassphrase(RandomSource& random, domain::Language language, int count = 5);
[[nodiscard]] QStringList passphraseWords(domain::Language language); // the 256

} // namespace meridian::app
