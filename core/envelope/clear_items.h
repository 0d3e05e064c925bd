// The clear items of authority entries (FORMAT.md §3).
#pragma once

#include <variant>
#include <vector>

#include "core/envelope/change.h"

namespace meridian::envelope {

enum class Capability : std::uint8_t { Read = 1, Write = 2, Manage = 3 };

using BoxPublicKey = std::array<std::uint8_t, 32>;
using SealedKey = std::array<std::uint8_t, 80>;

// An item of an authority entry, named by its change and its place in the clear part.
using ItemId = OpId;

struct Recipient {
  DeviceId id; // a device, or an invitation's signing key
  SealedKey sealedKey{};
};

struct Founder {
  DeviceId device;
  BoxPublicKey box{};
};
struct OfCampaign {
  SpaceId campaign;
};
struct Invite {
  DeviceId sign; // public half of the invitation's one-time key
  BoxPublicKey box{};
  Instant expiry{};
  Capability capability = Capability::Read;
  std::vector<SpaceId> spaces;
};
struct Join {
  ItemId invite;
  BoxPublicKey box{};
  signing::Signature signature{};
};
struct Confirm {
  ChangeId join;
};
struct Grant {
  MemberId member;
  Capability capability = Capability::Read;
};
struct Pin {
  SpaceId space;
  DeviceId device;
  Incarnation incarnation;
  ChainPosition last;
};
struct Cut {
  std::vector<ItemId> grants;
  std::vector<Pin> pins;
};
struct DeviceItem {
  MemberId member;
  DeviceId device;
  BoxPublicKey box{};
};
struct ParentKey {
  KeyId key;
  std::array<std::uint8_t, 24> nonce{};
  std::array<std::uint8_t, 48> sealed{};
};
struct Epoch {
  std::uint8_t chain = 0; // 0 content, 1 authority
  KeyId key;
  std::vector<ParentKey> parents;
  std::vector<Recipient> recipients;
};
struct KeyShare {
  KeyId key;
  std::vector<Recipient> recipients;
};
struct MemberItem {
  MemberId member;
};
struct RelayItem {
  RelayId relay;
};
struct Withdraw {
  ItemId invite;
};
struct UnknownItem {
  std::uint64_t type = 0;
  Bytes body;
};

using Item = std::variant<Founder, OfCampaign, Invite, Join, Confirm, Grant, Cut, DeviceItem, Epoch, KeyShare,
                          MemberItem, RelayItem, Withdraw, UnknownItem>;

[[nodiscard]] Bytes encodeItems(const std::vector<Item>& items);
// Damaged unless the bytes are exactly the one encoding of some items; TooLarge beyond
// limits::itemsPerEntry.
[[nodiscard]] Result<std::vector<Item>> decodeItems(ByteView clear);
// What the invitation's key signs in a join.
[[nodiscard]] Bytes joinMessage(const SpaceId& campaign, const ItemId& invite, const DeviceId& device,
                                const BoxPublicKey& box);

} // namespace meridian::envelope
