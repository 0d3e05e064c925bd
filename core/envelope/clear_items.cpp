#include "core/envelope/clear_items.h"

#include <algorithm>
#include <limits>

#include "core/base/limits.h"

namespace meridian::envelope {

namespace {

// FORMAT.md §3. Numbers are never reused.
enum Type : std::uint64_t {
  FounderType = 1,
  OfCampaignType = 2,
  InviteType = 3,
  JoinType = 4,
  ConfirmType = 5,
  GrantType = 6,
  CutType = 7,
  DeviceType = 8,
  EpochType = 9,
  KeyShareType = 10,
  MemberType = 11,
  RelayType = 12,
  WithdrawType = 13,
};

constexpr std::size_t itemIdBytesMin = 33;
constexpr std::size_t pinBytes = 32 + 32 + 8 + 8 + 32;
constexpr std::size_t parentKeyBytes = 32 + 24 + 48;
constexpr std::size_t recipientBytes = 32 + 80;

template <std::size_t N>
void read(ByteReader& in, std::array<std::uint8_t, N>& out) {
  const auto bytes = in.raw(N);
  if (in.ok()) std::ranges::copy(bytes, out.begin());
}
template <class Tag, std::size_t N>
void read(ByteReader& in, FixedId<Tag, N>& out) {
  read(in, out.bytes);
}
void read(ByteReader& in, ItemId& out) {
  read(in, out.change);
  const auto index = in.varint();
  if (index > std::numeric_limits<std::uint32_t>::max()) in.fail();
  out.index = static_cast<std::uint32_t>(index);
}
void read(ByteReader& in, Instant& out) { out = fromMillis(static_cast<std::int64_t>(in.u64())); }
void read(ByteReader& in, Capability& out) {
  const auto value = in.u8();
  if (value < 1 || value > 3) in.fail();
  out = Capability{value};
}
void read(ByteReader& in, Pin& out) {
  read(in, out.space);
  read(in, out.device);
  read(in, out.incarnation);
  out.last.seq = in.u64();
  read(in, out.last.id);
}
void read(ByteReader& in, ParentKey& out) {
  read(in, out.key);
  read(in, out.nonce);
  read(in, out.sealed);
}
void read(ByteReader& in, Recipient& out) {
  read(in, out.id);
  read(in, out.sealedKey);
}
template <class T>
void readList(ByteReader& in, std::vector<T>& out, std::size_t sizeMin) {
  const auto count = in.count(sizeMin);
  if (!in.ok()) return;
  out.resize(count);
  for (auto& element : out)
    read(in, element);
}

void write(ByteWriter& out, const ItemId& id) {
  out.raw(id.change.view());
  out.varint(id.index);
}
void write(ByteWriter& out, const SpaceId& id) { out.raw(id.view()); }
void write(ByteWriter& out, const Pin& pin) {
  out.raw(pin.space.view());
  out.raw(pin.device.view());
  out.raw(pin.incarnation.view());
  out.u64(pin.last.seq);
  out.raw(pin.last.id.view());
}
void write(ByteWriter& out, const ParentKey& parent) {
  out.raw(parent.key.view());
  out.raw(parent.nonce);
  out.raw(parent.sealed);
}
void write(ByteWriter& out, const Recipient& recipient) {
  out.raw(recipient.id.view());
  out.raw(recipient.sealedKey);
}
template <class T>
void writeList(ByteWriter& out, const std::vector<T>& list) {
  out.varint(list.size());
  for (const auto& element : list)
    write(out, element);
}

// The body of each item, in the order of the grammar; returns the item's type.
struct BodyWriter {
  ByteWriter& out;

  std::uint64_t operator()(const Founder& item) const {
    out.raw(item.device.view());
    out.raw(item.box);
    return FounderType;
  }
  std::uint64_t operator()(const OfCampaign& item) const {
    out.raw(item.campaign.view());
    return OfCampaignType;
  }
  std::uint64_t operator()(const Invite& item) const {
    out.raw(item.sign.view());
    out.raw(item.box);
    out.u64(static_cast<std::uint64_t>(toMillis(item.expiry)));
    out.u8(static_cast<std::uint8_t>(item.capability));
    writeList(out, item.spaces);
    return InviteType;
  }
  std::uint64_t operator()(const Join& item) const {
    write(out, item.invite);
    out.raw(item.box);
    out.raw(item.signature);
    return JoinType;
  }
  std::uint64_t operator()(const Confirm& item) const {
    out.raw(item.join.view());
    return ConfirmType;
  }
  std::uint64_t operator()(const Grant& item) const {
    out.raw(item.member.view());
    out.u8(static_cast<std::uint8_t>(item.capability));
    return GrantType;
  }
  std::uint64_t operator()(const Cut& item) const {
    writeList(out, item.grants);
    writeList(out, item.pins);
    return CutType;
  }
  std::uint64_t operator()(const DeviceItem& item) const {
    out.raw(item.member.view());
    out.raw(item.device.view());
    out.raw(item.box);
    return DeviceType;
  }
  std::uint64_t operator()(const Epoch& item) const {
    out.u8(item.chain);
    out.raw(item.key.view());
    writeList(out, item.parents);
    writeList(out, item.recipients);
    return EpochType;
  }
  std::uint64_t operator()(const KeyShare& item) const {
    out.raw(item.key.view());
    writeList(out, item.recipients);
    return KeyShareType;
  }
  std::uint64_t operator()(const MemberItem& item) const {
    out.raw(item.member.view());
    return MemberType;
  }
  std::uint64_t operator()(const RelayItem& item) const {
    out.raw(item.relay.view());
    return RelayType;
  }
  std::uint64_t operator()(const Withdraw& item) const {
    write(out, item.invite);
    return WithdrawType;
  }
  std::uint64_t operator()(const UnknownItem& item) const {
    out.raw(item.body);
    return item.type;
  }
};

Item readBody(std::uint64_t type, ByteReader& in) {
  switch (type) {
  case FounderType: {
    Founder item;
    read(in, item.device);
    read(in, item.box);
    return item;
  }
  case OfCampaignType: {
    OfCampaign item;
    read(in, item.campaign);
    return item;
  }
  case InviteType: {
    Invite item;
    read(in, item.sign);
    read(in, item.box);
    read(in, item.expiry);
    read(in, item.capability);
    readList(in, item.spaces, SpaceId::size);
    return item;
  }
  case JoinType: {
    Join item;
    read(in, item.invite);
    read(in, item.box);
    read(in, item.signature);
    return item;
  }
  case ConfirmType: {
    Confirm item;
    read(in, item.join);
    return item;
  }
  case GrantType: {
    Grant item;
    read(in, item.member);
    read(in, item.capability);
    return item;
  }
  case CutType: {
    Cut item;
    readList(in, item.grants, itemIdBytesMin);
    readList(in, item.pins, pinBytes);
    return item;
  }
  case DeviceType: {
    DeviceItem item;
    read(in, item.member);
    read(in, item.device);
    read(in, item.box);
    return item;
  }
  case EpochType: {
    Epoch item;
    item.chain = in.u8();
    if (item.chain > 1) in.fail();
    read(in, item.key);
    readList(in, item.parents, parentKeyBytes);
    readList(in, item.recipients, recipientBytes);
    return item;
  }
  case KeyShareType: {
    KeyShare item;
    read(in, item.key);
    readList(in, item.recipients, recipientBytes);
    return item;
  }
  case MemberType: {
    MemberItem item;
    read(in, item.member);
    return item;
  }
  case RelayType: {
    RelayItem item;
    read(in, item.relay);
    return item;
  }
  case WithdrawType: {
    Withdraw item;
    read(in, item.invite);
    return item;
  }
  default: {
    const auto body = in.raw(in.remaining());
    return UnknownItem{type, Bytes(body.begin(), body.end())};
  }
  }
}

} // namespace

Bytes encodeItems(const std::vector<Item>& items) {
  ByteWriter out;
  out.varint(items.size());
  for (const auto& item : items) {
    ByteWriter body;
    const auto type = std::visit(BodyWriter{body}, item);
    out.varint(type);
    out.sized(body.bytes());
  }
  return out.take();
}

Result<std::vector<Item>> decodeItems(ByteView clear) {
  ByteReader in{clear};
  const auto count = in.count(2); // a type and a length
  if (in.ok() && count > limits::itemsPerEntry) return meridian::fail(ErrorCode::TooLarge, "items");
  std::vector<Item> items;
  if (in.ok()) items.reserve(count);
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    const auto type = in.varint();
    ByteReader body{in.sized()};
    if (!in.ok()) break;
    if (type == 0) return meridian::fail(ErrorCode::Damaged, "item of type 0");
    items.push_back(readBody(type, body));
    if (!body.done()) return meridian::fail(ErrorCode::Damaged, "item of authority");
  }
  if (!in.done()) return meridian::fail(ErrorCode::Damaged, "clear part of authority");
  return items;
}

Bytes joinMessage(const SpaceId& campaign, const ItemId& invite, const DeviceId& device,
                  const BoxPublicKey& box) {
  ByteWriter out;
  out.raw(campaign.view());
  out.raw(invite.change.view());
  out.u32(invite.index);
  out.raw(device.view());
  out.raw(box);
  return out.take();
}

} // namespace meridian::envelope
