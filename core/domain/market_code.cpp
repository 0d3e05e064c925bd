#include "core/domain/market_code.h"

#include <algorithm>

namespace meridian::domain {

bool isMarketCode(std::string_view code) {
  return !code.empty() && code.size() <= 8 && std::ranges::all_of(code, [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

} // namespace meridian::domain
