// Every message of the protocol as a value (PROTOCOL.md). Plain data: codec.h gives the bytes, the
// session and the mailbox give the meaning.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/crypto/signing/blob_address.h"
#include "core/envelope/change.h"
#include "core/envelope/receipt.h"

namespace meridian::protocol {

using envelope::Generation;
using envelope::Receipt;
using signing::ChunkHash;
using Nonce = FixedId<struct NonceTag, 32>;
using FoundingCode = FixedId<struct FoundingCodeTag, 16>;

inline constexpr std::uint32_t versionMin = 1;
inline constexpr std::uint32_t versionMax = 1;

// What the relay may do next with a change it did not take.
enum class Finality : std::uint8_t { Wait = 0, Final = 1 };

enum class Reason : std::uint8_t {
  Quota = 1,              // the space is full                                          wait
  Rate = 2,               // too much at once                                           wait
  AuthorityMissing = 3,   // an authority entry that it names is not here               wait
  PredecessorMissing = 4, // the change before it in its chain is not here              wait
  NoRight = 5,            // no grant stored here gives the author the right            final for contents
  NotAdmitted = 6,        // the campaign or space is not admitted here                 wait
  Busy = 7,               // the store cannot write now                                 wait
  Malformed = 8,          // can never be valid                                         final
  BadSignature = 9,       //                                                            final
  BeyondCut = 10,         // a cut ends the author's grants before this change          final
  InvitationUsed = 11,    // another join of this invitation was first                  final
  InvitationExpired = 12, //                                                            final
  TooLarge = 13,          //                                                            final
  InvitationInvalid = 14, // withdrawn, unknown, or signed by another key                final
};
inline constexpr Reason reasonLast = Reason::InvitationInvalid;
[[nodiscard]] std::string_view reasonName(Reason reason);
[[nodiscard]] ErrorCode errorOf(Reason reason);

enum class ByeReason : std::uint8_t {
  Violation = 1,    // the peer broke the protocol
  UpdateNeeded = 2, // no common version; the ranges say who must update
  BadLogin = 3,     // the signature over the challenge does not fit
  Busy = 4,         // too many connections or too much at once
  ShuttingDown = 5,
  Idle = 6,
};

// Relay to client, first frame of a connection.
struct Hello {
  std::uint32_t versionLow = versionMin;
  std::uint32_t versionHigh = versionMax;
  std::vector<std::uint32_t> formats{};
  RelayId relay{};
  Generation generation{};
  Nonce challenge{};
  signing::Signature signature{};
  bool operator==(const Hello&) const = default;
};

// Client to relay: who it is.
struct Auth {
  std::uint32_t version = versionMax;
  std::vector<std::uint32_t> formats{};
  DeviceId key{}; // a device's or an invitation's
  bool invitation = false;
  Nonce nonce{};
  signing::Signature signature{};
  bool operator==(const Auth&) const = default;
};

// Relay to client: logged in. The signature covers the client's nonce, so it cannot be a replay.
struct Welcome {
  Instant now{};
  std::uint64_t blobBytesMax = 0;
  bool admitsCampaigns = false;
  signing::Signature signature{};
  bool operator==(const Welcome&) const = default;
};

// Client to relay: why the relay should take a campaign that it does not hold.
struct Admit {
  SpaceId campaign{};
  std::optional<FoundingCode> code{};
  std::optional<Receipt> receipt{}; // of this relay's identity, for the campaign's genesis
  bool operator==(const Admit&) const = default;
};
struct Admitted {
  SpaceId campaign{};
  bool accepted = false;
  bool operator==(const Admitted&) const = default;
};

struct Bye {
  ByeReason reason = ByeReason::Violation;
  std::uint32_t versionLow = versionMin;
  std::uint32_t versionHigh = versionMax;
  bool operator==(const Bye&) const = default;
};

// Where a client has read to in a space; number 0 is the beginning.
struct Cursor {
  SpaceId space{};
  Generation generation{};
  std::uint64_t number = 0;
  auto operator<=>(const Cursor&) const = default;
};
struct Cursors {
  std::vector<Cursor> cursors{};
  bool operator==(const Cursors&) const = default;
};

enum class Standing : std::uint8_t {
  Served = 1,    // what comes after the cursor will follow
  Unknown = 2,   // the relay holds no such space: offer it whole
  Refused = 3,   // this key may not read it
  Compare = 4,   // the cursor is of another generation, or ahead: send Tips
  Invited = 5,   // the key may read this space and did not name it: send a cursor
  Authority = 6, // served, but authority entries alone (an invitation's key)
};
struct Position {
  SpaceId space{};
  Standing standing = Standing::Unknown;
  std::uint64_t number = 0; // of the newest change stored
  ChangeId at{};            // Served from a cursor: the change that stands at its number
  bool operator==(const Position&) const = default;
};
struct Positions {
  std::vector<Position> positions{};
  bool operator==(const Positions&) const = default;
};

struct Tip {
  DeviceId device{};
  Incarnation incarnation{};
  envelope::Chain chain = envelope::Chain::Content;
  envelope::ChainPosition last{};
  bool operator==(const Tip&) const = default;
};
// What the sender holds of a space; several tips of one chain are branches.
struct Tips {
  SpaceId space{};
  bool more = false; // another frame of the same list follows
  std::vector<Tip> tips{};
  bool operator==(const Tips&) const = default;
};

struct BatchEntry {
  Bytes change{};
  std::vector<Receipt> receipts{}; // relay to client only
  bool operator==(const BatchEntry&) const = default;
};
// Changes of one space. From the relay they move the cursor from `before` to `after` (equal: not at all).
struct Batch {
  SpaceId space{};
  std::uint64_t before = 0;
  std::uint64_t after = 0;
  bool more = false; // the run goes on in the next batch of this space: judge them together
  std::vector<BatchEntry> entries{};
  bool operator==(const Batch&) const = default;
};

// Relay to client: what it has stored. Moves the cursor like a batch of the same changes.
struct Receipts {
  SpaceId space{};
  std::uint64_t before = 0;
  std::uint64_t after = 0;
  std::vector<Receipt> receipts{};
  bool operator==(const Receipts&) const = default;
};

struct Refusal {
  ChangeId change{};
  Finality finality = Finality::Wait;
  Reason reason = Reason::Malformed;
  std::uint32_t retryAfterMs = 0;
  bool operator==(const Refusal&) const = default;
};
struct Refusals {
  SpaceId space{};
  std::vector<Refusal> refusals{};
  bool operator==(const Refusals&) const = default;
};

struct BlobName {
  SpaceId space{};
  BlobId blob{};
  auto operator<=>(const BlobName&) const = default;
};
// The chunk list of a blob: sent first by whoever has the file, and on request by the relay.
struct BlobList {
  BlobName name{};
  std::uint64_t length = 0;
  std::vector<ChunkHash> chunks{};
  bool operator==(const BlobList&) const = default;
};
enum class BlobState : std::uint8_t {
  Wanted = 1,  // send the chunks whose bit is not set
  Durable = 2, // all of it is stored
  Absent = 3,  // the relay has no list of it, or not all chunks
  Refused = 4, // no stored change names it, or it is too large
  Full = 5,    // quota
};
// Relay to client. Bit i of `present` (least significant first) is set if chunk i is stored.
struct BlobStatus {
  BlobName name{};
  BlobState state = BlobState::Absent;
  Bytes present{};
  bool operator==(const BlobStatus&) const = default;
};
struct BlobGet { // the list
  BlobName name{};
  bool operator==(const BlobGet&) const = default;
};
struct BlobChunkGet {
  BlobName name{};
  std::uint32_t index = 0;
  bool operator==(const BlobChunkGet&) const = default;
};
struct BlobChunk {
  BlobName name{};
  std::uint32_t index = 0;
  Bytes bytes{};
  bool operator==(const BlobChunk&) const = default;
};
struct BlobAck {
  BlobName name{};
  std::uint32_t index = 0;
  bool operator==(const BlobAck&) const = default;
};

using Message =
    std::variant<Hello, Auth, Welcome, Admit, Admitted, Bye, Cursors, Positions, Tips, Batch, Receipts,
                 Refusals, BlobList, BlobStatus, BlobGet, BlobChunkGet, BlobChunk, BlobAck>;

} // namespace meridian::protocol
