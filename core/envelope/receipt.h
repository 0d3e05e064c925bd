// A relay's signed word that a change, or every file that it names, is durable (FORMAT.md §6). Replicas
// keep receipts as facts, so that times that count rest on a signature and not on a device's clock.
#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/crypto/signing/key_pair.h"

namespace meridian::envelope {

// One life of a relay's store; minted again when it is wiped or restored.
using Generation = FixedId<struct GenerationTag, 16>;

struct Receipt {
  enum class Kind : std::uint8_t { Change = 1, Blobs = 2 };
  static constexpr std::size_t encodedBytes = 1 + 32 + 16 + 32 + 8 + 64;

  Kind kind = Kind::Change;
  RelayId relay;
  Generation generation;
  ChangeId change;
  Instant at{};
  signing::Signature signature{};

  bool operator==(const Receipt&) const = default;
};

[[nodiscard]] Receipt makeReceipt(const signing::SigningKey& relay, Receipt::Kind kind,
                                  const Generation& generation, const ChangeId& change, Instant at);
[[nodiscard]] bool verifyReceipt(const Receipt& receipt);

// kind u8 · relay 32 · generation 16 · change 32 · time i64 · signature 64
[[nodiscard]] Bytes encodeReceipt(const Receipt& receipt);
[[nodiscard]] Result<Receipt> decodeReceipt(ByteView bytes);

} // namespace meridian::envelope
