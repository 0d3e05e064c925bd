#include "core/envelope/clear_items.h"
#include "core/envelope/receipt.h"
#include "tests/vectors/vectors.h"

namespace meridian::vectors {
namespace {

using namespace envelope;

template <std::size_t Size>
std::array<std::uint8_t, Size> filled(std::uint8_t number) {
  std::array<std::uint8_t, Size> bytes{};
  bytes.fill(number);
  return bytes;
}

Recipient recipientOf(std::uint8_t number) { return {idOf<DeviceId>(number), filled<80>(number)}; }

VectorFile authority() {
  const ItemId item{idOf<ChangeId>(0x51), 3};
  const auto invitation = signingKeyOf(9);
  const auto campaign = idOf<SpaceId>(0x11);
  const auto device = idOf<DeviceId>(0x22);
  const auto box = filled<32>(0x33);
  const auto message = joinMessage(campaign, item, device, box);
  const Join join{item, box, invitation.sign(signing::domains::signJoin, message)};

  Json all = Json::array();
  const auto add = [&](std::string what, std::vector<Item> items, Json more = Json::object()) {
    all.push_back(vector(std::move(what), encodeItems(items), std::move(more)));
  };
  add("no items", {});
  add("1 founder", {Founder{device, box}});
  add("2 of_campaign", {OfCampaign{campaign}});
  add("3 invite, write, of two spaces, expires before 1970",
      {Invite{device, box, fromMillis(-1), Capability::Write, {idOf<SpaceId>(1), idOf<SpaceId>(2)}}});
  add("4 join, signed by the invitation's key", {join},
      {{"campaign", hexOf(campaign)},
       {"device", hexOf(device)},
       {"invitation_key", hexOf(invitation.publicKey())},
       {"signed_domain", signing::domains::signJoin},
       {"signed_message", toHex(message)}});
  add("5 confirm", {Confirm{idOf<ChangeId>(0x52)}});
  add("6 grant, manage", {Grant{idOf<MemberId>(0x53), Capability::Manage}});
  add("7 cut of two grants, with one pin",
      {Cut{{item, {idOf<ChangeId>(0x54), 300}},
           {Pin{campaign, device, idOf<Incarnation>(7), {1'000'000, idOf<ChangeId>(0x55)}}}}});
  add("8 device", {DeviceItem{idOf<MemberId>(0x56), device, box}});
  add("9 epoch of contents, with a parent and two recipients",
      {Epoch{0,
             idOf<KeyId>(0x57),
             {ParentKey{idOf<KeyId>(0x58), filled<24>(0x59), filled<48>(0x5A)}},
             {recipientOf(0x5B), recipientOf(0x5C)}}});
  add("10 key_share", {KeyShare{idOf<KeyId>(0x5D), {recipientOf(0x5E)}}});
  add("11 member", {MemberItem{idOf<MemberId>(0x5F)}});
  add("12 relay", {RelayItem{idOf<RelayId>(0x60)}});
  add("13 withdraw", {Withdraw{item}});
  add("300, of a newer version: kept as it came", {UnknownItem{300, Bytes{1, 2, 3}}});
  add("a role change: the old grant is cut, a new one given",
      {Cut{{item}, {}}, Grant{idOf<MemberId>(0x53), Capability::Read}});

  return {"authority-v1",
          {{"format", 1},
           {"note", "The clear part of authority entries (core/store/FORMAT.md §3). Ids are one byte "
                    "repeated; keys and boxes in them are filling, but the join's signature is real."},
           {"vectors", all}},
          [](const Json&, ByteView bytes) -> Result<Bytes> {
            const auto items = decodeItems(bytes);
            if (!items) return std::unexpected(items.error());
            return encodeItems(*items);
          }};
}

VectorFile receipts() {
  const auto relay = signingKeyOf(5);
  Json all = Json::array();
  for (const auto kind : {Receipt::Kind::Change, Receipt::Kind::Blobs}) {
    const auto receipt =
        makeReceipt(relay, kind, idOf<Generation>(0x61), idOf<ChangeId>(0x62), fromMillis(1'804'687'200'000));
    const bool change = kind == Receipt::Kind::Change;
    all.push_back(vector(
        change ? "the change is durable" : "every file that it names is durable", encodeReceipt(receipt),
        {{"kind", int(kind)},
         {"relay", hexOf(receipt.relay)},
         {"generation", hexOf(receipt.generation)},
         {"change", hexOf(receipt.change)},
         {"time", toMillis(receipt.at)},
         {"signed_domain", change ? signing::domains::receipt : signing::domains::receiptBlobs}}));
  }
  return {
      "receipt-v1",
      {{"format", 1},
       {"note", "A relay's receipts (PROTOCOL.md §2): kind u8, relay 32, generation 16, change 32, time i64, "
                "signature 64 over what stands between kind and signature."},
       {"vectors", all}},
      [](const Json&, ByteView bytes) -> Result<Bytes> {
        const auto receipt = decodeReceipt(bytes);
        if (!receipt) return std::unexpected(receipt.error());
        if (!verifyReceipt(*receipt)) return fail(ErrorCode::BadSignature);
        return encodeReceipt(*receipt);
      }};
}

} // namespace

std::vector<VectorFile> envelopeVectors() { return {authority(), receipts()}; }

} // namespace meridian::vectors
