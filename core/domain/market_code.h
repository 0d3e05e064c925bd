// The key of a market, as it stands in an entity, a campaign file and a form.
#pragma once

#include <string_view>

namespace meridian::domain {

// 1 to 8 capital letters, digits or hyphens: "US".
[[nodiscard]] bool isMarketCode(std::string_view code);

} // namespace meridian::domain
