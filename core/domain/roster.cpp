#include "core/domain/roster.h"

#include "core/domain/market_code.h"

namespace meridian::domain {
namespace {

constexpr std::size_t idSize = 32;
static_assert(SpaceId::size == idSize && ChangeId::size == idSize);

Bytes joined(std::string_view market, ByteView id) {
  Bytes bytes(market.begin(), market.end());
  bytes.insert(bytes.end(), id.begin(), id.end());
  return bytes;
}

} // namespace

Bytes toBytes(const RosterKey& key) { return joined(key.market, key.space.view()); }

std::optional<RosterKey> rosterKeyFrom(ByteView key) {
  if (key.size() <= idSize) return std::nullopt;
  const std::string_view market = asText(key.first(key.size() - idSize));
  if (!isMarketCode(market)) return std::nullopt;
  return RosterKey{std::string(market), SpaceId::unchecked(key.last(idSize))};
}

Bytes toBytes(const InviteeKey& key) { return joined(key.market, key.entry.view()); }

std::optional<InviteeKey> inviteeKeyFrom(ByteView key) {
  if (key.size() < idSize) return std::nullopt;
  const std::string_view market = asText(key.first(key.size() - idSize));
  if (!market.empty() && !isMarketCode(market)) return std::nullopt;
  return InviteeKey{std::string(market), ChangeId::unchecked(key.last(idSize))};
}

} // namespace meridian::domain
