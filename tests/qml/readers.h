// Who reads the words of the view models in tests without a screen, and when.
#pragma once

#include "app/text/when.h"

namespace meridian::test {

inline Instant at(std::string_view iso) { return *parseInstant(iso); }

inline app::Reader maya() {
  return {.language = domain::Language::En, .zone = "America/Los_Angeles", .now = at("2027-03-10T14:00:00Z")};
}

inline app::Reader danaReader() {
  auto reader = maya();
  reader.zone = "America/New_York";
  return reader;
}

// With plain spaces.
inline QString read(QString text) { return text.replace(QChar(0x00A0), ' '); }

} // namespace meridian::test
