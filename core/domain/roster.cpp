#include "core/domain/roster.h"

#include "core/domain/market_code.h"

namespace meridian::domain {

Bytes toBytes(const RosterKey& key) {
  Bytes bytes(key.market.begin(), key.market.end());
  bytes.insert(bytes.end(), key.space.bytes.begin(), key.space.bytes.end());
  return bytes;
}

std::optional<RosterKey> rosterKeyFrom(ByteView key) {
  if (key.size() <= SpaceId::size) return std::nullopt;
  const std::size_t code = key.size() - SpaceId::size;
  const std::string_view market = asText(key.first(code));
  if (!isMarketCode(market)) return std::nullopt;
  return RosterKey{std::string(market), SpaceId::unchecked(key.subspan(code))};
}

} // namespace meridian::domain
