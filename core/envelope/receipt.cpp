#include "core/envelope/receipt.h"

#include <algorithm>

#include "core/crypto/signing/domains.h"

namespace meridian::envelope {
namespace {

std::string_view domainOf(const Receipt& receipt) {
  return receipt.forBlobs ? signing::domains::receiptBlobs : signing::domains::receipt;
}

Bytes signedPart(const Receipt& receipt) {
  ByteWriter out;
  out.raw(receipt.relay.view());
  out.raw(receipt.generation);
  out.raw(receipt.change.view());
  out.u64(static_cast<std::uint64_t>(toMillis(receipt.at)));
  out.u8(receipt.forBlobs ? 1 : 0);
  return out.take();
}

} // namespace

Receipt signReceipt(Receipt receipt, const signing::SigningKey& identity) {
  receipt.relay = RelayId{identity.publicKey()};
  receipt.signature = identity.sign(domainOf(receipt), signedPart(receipt));
  return receipt;
}

bool verify(const Receipt& receipt) {
  return signing::verify(receipt.relay.bytes, domainOf(receipt), signedPart(receipt), receipt.signature);
}

Bytes encode(const Receipt& receipt) {
  Bytes bytes = signedPart(receipt);
  bytes.insert(bytes.end(), receipt.signature.begin(), receipt.signature.end());
  return bytes;
}

Result<Receipt> decodeReceipt(ByteView bytes) {
  ByteReader in(bytes);
  Receipt receipt;
  const ByteView relay = in.raw(RelayId::size);
  const ByteView generation = in.raw(receipt.generation.size());
  const ByteView change = in.raw(ChangeId::size);
  const auto at = static_cast<std::int64_t>(in.u64());
  const std::uint8_t about = in.u8();
  const ByteView signature = in.raw(receipt.signature.size());
  if (!in.done() || about > 1) return fail(ErrorCode::Damaged, "malformed receipt");
  receipt.relay = RelayId::unchecked(relay);
  std::ranges::copy(generation, receipt.generation.begin());
  receipt.change = ChangeId::unchecked(change);
  receipt.at = fromMillis(at);
  receipt.forBlobs = about == 1;
  std::ranges::copy(signature, receipt.signature.begin());
  return receipt;
}

} // namespace meridian::envelope
