// A relay's word that a change, or every file that a change names, is durable (PROTOCOL.md). Members
// hand receipts on and quote them in `received` facts, so this is a format of its own.
#pragma once

#include <array>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/crypto/signing/key_pair.h"

namespace meridian::envelope {

// receipt := relay 32 · generation 16 · change 32 · at i64 (ms, little-endian) · about u8 · signature 64
// about: 0 the change, 1 every blob that it names. The signature is by the relay's identity over all that
// stands before it, domain meridian/1/receipt, or meridian/1/receipt/blobs where about is 1.
struct Receipt {
  RelayId relay;
  std::array<std::uint8_t, 16> generation{}; // of the relay's store
  ChangeId change;
  Instant at{};
  bool forBlobs = false;
  signing::Signature signature{};
};
inline constexpr std::size_t receiptBytes = 32 + 16 + 32 + 8 + 1 + 64;

// Signs with the relay's identity: fills in `relay` and `signature`.
[[nodiscard]] Receipt signReceipt(Receipt receipt, const signing::SigningKey& identity);
[[nodiscard]] bool verify(const Receipt& receipt);
[[nodiscard]] Bytes encode(const Receipt& receipt);
[[nodiscard]] Result<Receipt> decodeReceipt(ByteView bytes); // Damaged; the signature is not checked here

} // namespace meridian::envelope
