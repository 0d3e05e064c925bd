// A bilingual text as one reader sees it.
#pragma once

#include <QString>

#include <algorithm>
#include <vector>

#include "app/qt_convert.h"
#include "app/text/sentences.h"
#include "core/domain/campaign.h"

namespace meridian::app {

// The wanted lane, or the other one.
[[nodiscard]] inline QString laneText(const domain::Bilingual& text, domain::Language wanted) {
  return toQt(text.shown(wanted).text);
}

// A market by its name, or by its code while it has none.
[[nodiscard]] inline QString marketName(const domain::Market& market, domain::Language wanted) {
  const QString name = laneText(market.name, wanted);
  return name.isEmpty() ? toQt(market.code) : name;
}

// The one of that code among them; the code itself where it is not there.
[[nodiscard]] inline QString marketName(const std::vector<domain::Market>& markets, const std::string& code,
                                        domain::Language wanted) {
  const auto found = std::ranges::find(markets, code, &domain::Market::code);
  return found == markets.end() ? toQt(code) : marketName(*found, wanted);
}

// “EN only” where the wanted lane is empty and the other is not; else empty.
[[nodiscard]] inline QString laneNote(const domain::Bilingual& text, domain::Language wanted) {
  const auto shown = text.shown(wanted);
  return shown.fellBack ? onlyInText(shown.language) : QString();
}

} // namespace meridian::app
