// Authority entries made from seeds, so that every run makes the same bytes. Sealed parts are 32 bytes of
// filling: this room never opens one.
#pragma once

#include <algorithm>
#include <cassert>
#include <string>

#include "core/crypto/signing/hash.h"
#include "core/envelope/clear_authority.h"

namespace meridian::test {

using namespace meridian::envelope;

inline signing::SigningKey keyOf(std::string_view name) {
  return signing::SigningKey::fromSeed(signing::hashAs<KeyId>("test/seed", {asBytes(name)}).view());
}

inline BoxPublicKey boxOf(std::string_view name) {
  return signing::hashAs<KeyId>("test/box", {asBytes(name)}).bytes;
}

// A device with its chains.
class TestDevice {
 public:
  explicit TestDevice(std::string name) : m_name(std::move(name)), m_key(keyOf("device/" + m_name)) {
    m_incarnation.bytes.fill(7);
  }

  [[nodiscard]] DeviceId id() const { return m_key.id(); }
  [[nodiscard]] BoxPublicKey box() const { return boxOf(m_name); }
  [[nodiscard]] const signing::SigningKey& key() const { return m_key; }

  [[nodiscard]] Change write(Kind kind, const SpaceId& space, std::vector<ChangeId> heads,
                             const std::vector<Item>& items = {}) {
    std::ranges::sort(heads);
    Header header;
    header.kind = static_cast<std::uint8_t>(kind);
    header.space = space;
    header.device = id();
    header.incarnation = m_incarnation;
    auto& tip = m_tips[{space, header.chain()}];
    header.seq = tip.seq + 1;
    header.prev = tip.id;
    header.heads = std::move(heads);
    const Bytes clear = header.chain() == Chain::Authority ? encodeItems(items) : Bytes{};
    const Bytes nonce(nonceBytes, 1);
    const Bytes sealed(kind == Kind::Join ? 0 : 32, 2);
    auto change = finish(encodeAdditionalData(header, clear), nonce, sealed, m_key);
    assert(change);
    // A genesis is the first of the chain in the space that it makes.
    if (kind == Kind::Genesis) {
      m_tips[{change->space(), Chain::Authority}] = {1, change->id()};
    } else {
      tip = {header.seq, change->id()};
    }
    return std::move(*change);
  }

  // The chain goes on from another change than was written here.
  void movedTo(const SpaceId& space, Chain chain, const ChainPosition& tip) { m_tips[{space, chain}] = tip; }

  // The join of an invitation with the key `invitation`.
  [[nodiscard]] Change join(const SpaceId& campaign, const std::vector<ChangeId>& heads, const ItemId& invite,
                            const signing::SigningKey& invitation) {
    const auto message = joinMessage(campaign, invite, id(), box());
    return write(Kind::Join, campaign, heads,
                 {Join{invite, box(), invitation.sign(signing::domains::signJoin, message)}});
  }

 private:
  std::string m_name;
  signing::SigningKey m_key;
  Incarnation m_incarnation;
  std::map<std::pair<SpaceId, Chain>, ChainPosition> m_tips;
};

inline constexpr Instant noon = fromMillis(1'800'000'000'000);

inline Invite inviteOf(std::string_view name, Capability capability, std::vector<SpaceId> spaces = {}) {
  return {keyOf(name).id(), boxOf(name), noon, capability, std::move(spaces)};
}

inline MemberId memberOf(const Change& introduction) { return MemberId::unchecked(introduction.id().view()); }

} // namespace meridian::test
