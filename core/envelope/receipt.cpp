#include "core/envelope/receipt.h"

#include "core/crypto/signing/domains.h"

namespace meridian::envelope {
namespace {

std::string_view domainOf(Receipt::Kind kind) {
  return kind == Receipt::Kind::Blobs ? signing::domains::receiptBlobs : signing::domains::receipt;
}

Bytes signedPart(const Receipt& receipt) {
  ByteWriter out;
  out.raw(receipt.relay.view());
  out.raw(receipt.generation.view());
  out.raw(receipt.change.view());
  out.u64(static_cast<std::uint64_t>(toMillis(receipt.at)));
  return out.take();
}

} // namespace

Receipt makeReceipt(const signing::SigningKey& relay, Receipt::Kind kind, const Generation& generation,
                    const ChangeId& change, Instant at) {
  Receipt receipt{.kind = kind,
                  .relay = RelayId{relay.publicKey()},
                  .generation = generation,
                  .change = change,
                  .at = at,
                  .signature = {}};
  receipt.signature = relay.sign(domainOf(kind), signedPart(receipt));
  return receipt;
}

bool verifyReceipt(const Receipt& receipt) {
  return signing::verify(receipt.relay.bytes, domainOf(receipt.kind), signedPart(receipt), receipt.signature);
}

Bytes encodeReceipt(const Receipt& receipt) {
  ByteWriter out;
  out.u8(static_cast<std::uint8_t>(receipt.kind));
  out.raw(signedPart(receipt));
  out.raw(receipt.signature);
  return out.take();
}

Result<Receipt> decodeReceipt(ByteView bytes) {
  if (bytes.size() != Receipt::encodedBytes) return fail(ErrorCode::Damaged, "wrong length of a receipt");
  ByteReader in(bytes);
  Receipt receipt;
  const auto kind = in.u8();
  if (kind != 1 && kind != 2) return fail(ErrorCode::Damaged, "unknown kind of receipt");
  receipt.kind = static_cast<Receipt::Kind>(kind);
  receipt.relay = RelayId::unchecked(in.raw(32));
  receipt.generation = Generation::unchecked(in.raw(16));
  receipt.change = ChangeId::unchecked(in.raw(32));
  receipt.at = fromMillis(static_cast<std::int64_t>(in.u64()));
  std::ranges::copy(in.raw(64), receipt.signature.begin());
  return receipt;
}

} // namespace meridian::envelope
