#include "core/envelope/change.h"

#include <algorithm>
#include <cassert>

#include "core/base/limits.h"
#include "core/crypto/signing/hash.h"

namespace meridian::envelope {

namespace {

constexpr std::array<std::uint8_t, 4> magic{'M', 'E', 'R', 'I'};
constexpr std::size_t tagBytes = 16; // of XChaCha20-Poly1305
constexpr std::size_t prefixBytes = 120;

template <class Id>
Id readId(ByteReader& reader) {
  const auto bytes = reader.raw(Id::size);
  return reader.ok() ? Id::unchecked(bytes) : Id{};
}

template <class Id>
bool strictlyAscending(const std::vector<Id>& ids) {
  return std::adjacent_find(ids.begin(), ids.end(), [](const Id& a, const Id& b) { return !(a < b); }) ==
         ids.end();
}

template <class Id>
std::vector<Id> readIds(ByteReader& reader) {
  const std::size_t count = reader.u8();
  std::vector<Id> ids;
  ids.reserve(count);
  for (std::size_t i = 0; i < count && reader.ok(); ++i)
    ids.push_back(readId<Id>(reader));
  if (!strictlyAscending(ids)) reader.fail();
  return ids;
}

bool isAuthority(std::uint8_t kind) {
  return kind >= std::uint8_t(Kind::Genesis) && kind <= std::uint8_t(Kind::Join);
}

bool isKnown(const Header& header) {
  return header.format == currentFormat && header.kind >= std::uint8_t(Kind::Genesis) &&
         header.kind <= std::uint8_t(Kind::Content);
}

std::unexpected<Error> damaged(const char* what) { return meridian::fail(ErrorCode::Damaged, what); }

// A chain starts at 1 in every format; what else holds of the prefix is said of this one alone.
Result<void> checkPrefix(const Header& header) {
  if (header.seq == 0) return damaged("sequence number 0");
  if (!isKnown(header)) return {};
  if ((header.kind == std::uint8_t(Kind::Genesis)) != header.space.isZero())
    return damaged("space of a genesis");
  if (header.seq > 1 && header.prev.isZero()) return damaged("no predecessor");
  return {};
}

} // namespace

Result<Change> Change::parse(Bytes bytes) {
  if (bytes.size() > limits::changeBytes) return meridian::fail(ErrorCode::TooLarge, "change");
  if (bytes.size() < prefixBytes + signatureBytes) return damaged("change too short");

  Change change;
  Header& header = change.m_header;
  ByteReader reader{bytes};
  if (!std::ranges::equal(reader.raw(magic.size()), magic)) return damaged("no change");
  header.format = reader.u8();
  header.kind = reader.u8();
  const std::size_t headerLength = reader.u16();
  header.space = readId<SpaceId>(reader);
  header.device = readId<DeviceId>(reader);
  header.incarnation = readId<Incarnation>(reader);
  header.seq = reader.u64();
  header.prev = readId<ChangeId>(reader);
  if (headerLength < prefixBytes || headerLength > bytes.size() - signatureBytes)
    return damaged("header length");
  if (auto ok = checkPrefix(header); !ok) return std::unexpected(ok.error());

  change.m_known = isKnown(header);
  if (change.m_known) {
    header.keyId = readId<KeyId>(reader);
    header.heads = readIds<ChangeId>(reader);
    header.blobs = readIds<BlobId>(reader);
    if (!reader.ok() || reader.position() != headerLength) return damaged("header");
    if (isAuthority(header.kind)) {
      const std::size_t size = reader.u32();
      change.m_clear = {reader.position(), size};
      (void)reader.raw(size);
    }
    change.m_nonce = {reader.position(), nonceBytes};
    (void)reader.raw(nonceBytes);
    const std::size_t sealedSize = reader.u32();
    change.m_sealed = {reader.position(), sealedSize};
    (void)reader.raw(sealedSize);
    if (!reader.ok() || reader.remaining() != signatureBytes) return damaged("lengths of a change");
    // A join seals nothing: its author has no key yet. Everything else is at least a tag long.
    if (header.kind == std::uint8_t(Kind::Join) ? sealedSize != 0 : sealedSize < tagBytes)
      return damaged("sealed part");
  } else {
    // Nothing but the prefix means anything here: the views are empty.
    change.m_clear = change.m_nonce = change.m_sealed = {headerLength, 0};
  }

  change.m_bytes = std::move(bytes);
  const auto signedPart = ByteView{change.m_bytes}.first(change.m_bytes.size() - signatureBytes);
  change.m_id = signing::hashAs<ChangeId>(signing::domains::change, {signedPart});
  return change;
}

SpaceId Change::space() const {
  if (m_header.kind != std::uint8_t(Kind::Genesis)) return m_header.space;
  return SpaceId::unchecked(m_id.view());
}

bool Change::hasSignature() const {
  const auto signature = ByteView{m_bytes}.last(signatureBytes);
  return std::ranges::any_of(signature, [](std::uint8_t byte) { return byte != 0; });
}

bool Change::verifySignature() const {
  if (!hasSignature()) return false;
  signing::Signature signature{};
  std::ranges::copy(ByteView{m_bytes}.last(signatureBytes), signature.begin());
  return signing::verify(m_header.device.bytes, signing::domains::signChange, m_id.view(), signature);
}

void Change::dropSignature() { std::fill(m_bytes.end() - signatureBytes, m_bytes.end(), std::uint8_t{0}); }

Bytes encodeAdditionalData(const Header& header, ByteView clear) {
  assert(header.heads.size() <= limits::headsPerChange && strictlyAscending(header.heads));
  assert(header.blobs.size() <= limits::blobsPerChange && strictlyAscending(header.blobs));
  assert(isAuthority(header.kind) || clear.empty());

  const std::size_t length = prefixBytes + KeyId::size + 2 + 32 * (header.heads.size() + header.blobs.size());
  ByteWriter out;
  out.raw(magic);
  out.u8(header.format);
  out.u8(header.kind);
  out.u16(static_cast<std::uint16_t>(length));
  out.raw(header.space.view());
  out.raw(header.device.view());
  out.raw(header.incarnation.view());
  out.u64(header.seq);
  out.raw(header.prev.view());
  out.raw(header.keyId.view());
  out.u8(static_cast<std::uint8_t>(header.heads.size()));
  for (const auto& id : header.heads)
    out.raw(id.view());
  out.u8(static_cast<std::uint8_t>(header.blobs.size()));
  for (const auto& id : header.blobs)
    out.raw(id.view());
  assert(out.size() == length);
  if (isAuthority(header.kind)) {
    out.u32(static_cast<std::uint32_t>(clear.size()));
    out.raw(clear);
  }
  return out.take();
}

Result<Change> finish(Bytes additionalData, ByteView nonce, ByteView sealed, const signing::SigningKey& key) {
  assert(nonce.size() == nonceBytes);
  // Checked first: hashing and signing what is then refused would be wasted, and the size fits u32.
  if (additionalData.size() + nonceBytes + 4 + sealed.size() + signatureBytes > limits::changeBytes)
    return meridian::fail(ErrorCode::TooLarge, "change");
  ByteWriter out;
  out.raw(additionalData);
  out.raw(nonce);
  out.u32(static_cast<std::uint32_t>(sealed.size()));
  out.raw(sealed);
  const auto id = signing::hashAs<ChangeId>(signing::domains::change, {ByteView{out.bytes()}});
  const auto signature = key.sign(signing::domains::signChange, id.view());
  out.raw(signature);
  auto change = Change::parse(out.take());
  if (change && change->header().device != key.id())
    return meridian::fail(ErrorCode::InvalidArgument, "the key is not the device's");
  return change;
}

ChainKey chainKeyOf(const Change& change) {
  return {change.space(), change.header().device, change.header().incarnation, change.chain()};
}

Result<void> follows(const ChainPosition& tip, const Change& next) {
  const Header& header = next.header();
  if (header.seq <= tip.seq) {
    // The same place with another id is a fork, which a disk image that was copied back makes.
    if (header.seq == tip.seq && next.id() != tip.id)
      return meridian::fail(ErrorCode::BrokenChain, "two changes at one place");
    return meridian::fail(ErrorCode::AlreadyExists, "change already passed");
  }
  if (header.seq > tip.seq + 1) return meridian::fail(ErrorCode::NotFound, "a gap in the chain");
  // At 1, prev names nothing or the last change of an older incarnation, which this tip does not know.
  if (header.seq > 1 && header.prev != tip.id)
    return meridian::fail(ErrorCode::BrokenChain, "another predecessor");
  return {};
}

} // namespace meridian::envelope
