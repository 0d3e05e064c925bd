// The change: the only thing that travels (FORMAT.md §2). This room knows its clear half; it can
// check, order and judge a change without a key.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/crypto/signing/key_pair.h"

namespace meridian::envelope {

enum class Kind : std::uint8_t { Genesis = 1, Authority = 2, Join = 3, Content = 4, Snapshot = 5 };

// seq and prev run apart for these two, so that a holder of one half sees no gap.
enum class Chain : std::uint8_t { Authority = 1, Content = 2 };

inline constexpr std::uint8_t currentFormat = 1;
inline constexpr std::size_t signatureBytes = 64;
inline constexpr std::size_t nonceBytes = 24;

struct Header {
  std::uint8_t format = currentFormat;
  std::uint8_t kind = 0; // a Kind, or a number from a newer version
  SpaceId space;         // zero in a genesis
  DeviceId device;
  Incarnation incarnation;
  std::uint64_t seq = 0;
  ChangeId prev;
  KeyId keyId;
  std::vector<ChangeId> heads; // strictly ascending
  std::vector<BlobId> blobs;   // strictly ascending

  [[nodiscard]] Chain chain() const { return kind >= 1 && kind <= 3 ? Chain::Authority : Chain::Content; }
};

// A parsed change. Owns its bytes; the views point into them.
class Change {
 public:
  // Checks layout and limits, not the signature. A change of unknown format or kind parses if its fixed
  // prefix does: known() is false then, and only prefix fields, id and signature mean anything.
  [[nodiscard]] static Result<Change> parse(Bytes bytes);

  [[nodiscard]] const Header& header() const { return m_header; }
  // The space this change belongs to: the header's, or for a genesis the space that it makes.
  [[nodiscard]] SpaceId space() const;
  [[nodiscard]] const ChangeId& id() const { return m_id; }
  [[nodiscard]] bool known() const { return m_known; }
  [[nodiscard]] Chain chain() const { return m_header.chain(); }
  [[nodiscard]] ByteView bytes() const { return m_bytes; }
  [[nodiscard]] ByteView clear() const { return view(m_clear); }
  [[nodiscard]] ByteView nonce() const { return view(m_nonce); }
  [[nodiscard]] ByteView sealed() const { return view(m_sealed); }
  // What the AEAD authenticates beside the sealed part: every byte before the nonce.
  [[nodiscard]] ByteView additionalData() const { return ByteView{m_bytes}.first(m_nonce.offset); }
  [[nodiscard]] bool hasSignature() const;
  [[nodiscard]] bool verifySignature() const; // false if absent
  // The same change with 64 zero bytes instead of its signature; the id stays.
  void dropSignature();

 private:
  struct Range {
    std::size_t offset = 0;
    std::size_t size = 0;
  };
  [[nodiscard]] ByteView view(Range range) const {
    return ByteView{m_bytes}.subspan(range.offset, range.size);
  }

  Bytes m_bytes;
  Header m_header;
  ChangeId m_id;
  bool m_known = true;
  Range m_clear, m_nonce, m_sealed;
};

// Writes everything before the nonce: prefix, key id, heads, blobs and, for authority kinds, clear.
// REQUIRES: heads and blobs sorted and within limits; clear empty for content.
[[nodiscard]] Bytes encodeAdditionalData(const Header& header, ByteView clear);

// Appends nonce, sealed part and the device's signature to `additionalData`, and parses the result.
[[nodiscard]] Result<Change> finish(Bytes additionalData, ByteView nonce, ByteView sealed,
                                    const signing::SigningKey& key);

// A position in one device's chain in one space.
struct ChainPosition {
  std::uint64_t seq = 0; // 0: nothing yet
  ChangeId id;           // zero if nothing yet
  auto operator<=>(const ChainPosition&) const = default;
};

struct ChainKey {
  SpaceId space;
  DeviceId device;
  Incarnation incarnation;
  Chain chain = Chain::Content;
  auto operator<=>(const ChainKey&) const = default;
};

[[nodiscard]] ChainKey chainKeyOf(const Change& change);

// Whether `next` follows `tip` in its chain: Ok, or BrokenChain; a gap (seq further ahead) is NotFound,
// a change already passed is AlreadyExists.
[[nodiscard]] Result<void> follows(const ChainPosition& tip, const Change& next);

} // namespace meridian::envelope
