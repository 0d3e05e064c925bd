#include "sync/protocol/codec.h"

#include <cassert>

#include "core/base/limits.h"
#include "sync/protocol/control.h"

namespace meridian::protocol {
namespace {

constexpr std::size_t receiptBytes = Receipt::encodedBytes;

void put(ByteWriter& out, const BlobName& name) {
  out.raw(name.space.view());
  out.raw(name.blob.view());
}
// An id, or zero and a failed reader if the bytes end before it.
template <class Id>
Id readId(ByteReader& in) {
  if (in.remaining() < Id::size) {
    in.fail();
    return {};
  }
  const auto bytes = in.raw(Id::size);
  return in.ok() ? Id::unchecked(bytes) : Id{};
}

BlobName readName(ByteReader& in) {
  BlobName name;
  name.space = readId<SpaceId>(in);
  name.blob = readId<BlobId>(in);
  return name;
}

Receipt readReceipt(ByteReader& in) {
  const auto bytes = in.raw(receiptBytes);
  if (!in.ok()) return {};
  auto receipt = envelope::decodeReceipt(bytes);
  if (!receipt) in.fail();
  return receipt.value_or(Receipt{});
}

bool readFlag(ByteReader& in) {
  const auto value = in.u8();
  if (value > 1) in.fail();
  return value == 1;
}

std::size_t readCount(ByteReader& in, std::size_t max, std::size_t itemBytes) {
  const std::size_t count = in.u16();
  if (count > max || count * itemBytes > in.remaining()) in.fail();
  return in.ok() ? count : 0;
}

void putCount(ByteWriter& out, std::size_t count, [[maybe_unused]] std::size_t max) {
  assert(count <= max);
  out.u16(static_cast<std::uint16_t>(count));
}

FrameType put(ByteWriter& out, const Cursors& m) {
  putCount(out, m.cursors.size(), limits::cursorsPerFrame);
  for (const auto& cursor : m.cursors) {
    out.raw(cursor.space.view());
    out.raw(cursor.generation.view());
    out.u64(cursor.number);
  }
  return FrameType::Cursors;
}
Message readCursors(ByteReader& in) {
  Cursors m;
  m.cursors.resize(readCount(in, limits::cursorsPerFrame, 56));
  for (auto& cursor : m.cursors) {
    cursor.space = readId<SpaceId>(in);
    cursor.generation = readId<Generation>(in);
    cursor.number = in.u64();
  }
  return m;
}

FrameType put(ByteWriter& out, const Positions& m) {
  putCount(out, m.positions.size(), limits::cursorsPerFrame);
  for (const auto& position : m.positions) {
    out.raw(position.space.view());
    out.u8(static_cast<std::uint8_t>(position.standing));
    out.u64(position.number);
    out.raw(position.at.view());
  }
  return FrameType::Positions;
}
Message readPositions(ByteReader& in) {
  Positions m;
  m.positions.resize(readCount(in, limits::cursorsPerFrame, 73));
  for (auto& position : m.positions) {
    position.space = readId<SpaceId>(in);
    const auto standing = in.u8();
    if (standing < 1 || standing > 6) in.fail();
    position.standing = static_cast<Standing>(standing);
    position.number = in.u64();
    position.at = readId<ChangeId>(in);
  }
  return m;
}

FrameType put(ByteWriter& out, const Tips& m) {
  out.raw(m.space.view());
  out.u8(m.more ? 1 : 0);
  putCount(out, m.tips.size(), limits::tipsPerFrame);
  for (const auto& tip : m.tips) {
    out.raw(tip.device.view());
    out.raw(tip.incarnation.view());
    out.u8(static_cast<std::uint8_t>(tip.chain));
    out.u64(tip.last.seq);
    out.raw(tip.last.id.view());
  }
  return FrameType::Tips;
}
Message readTips(ByteReader& in) {
  Tips m;
  m.space = readId<SpaceId>(in);
  m.more = readFlag(in);
  m.tips.resize(readCount(in, limits::tipsPerFrame, 81));
  for (auto& tip : m.tips) {
    tip.device = readId<DeviceId>(in);
    tip.incarnation = readId<Incarnation>(in);
    const auto chain = in.u8();
    if (chain != 1 && chain != 2) in.fail();
    tip.chain = static_cast<envelope::Chain>(chain);
    tip.last.seq = in.u64();
    tip.last.id = readId<ChangeId>(in);
  }
  return m;
}

FrameType put(ByteWriter& out, const Batch& m) {
  out.raw(m.space.view());
  out.u64(m.before);
  out.u64(m.after);
  out.u8(m.more ? 1 : 0);
  putCount(out, m.entries.size(), limits::changesPerBatch);
  for (const auto& entry : m.entries) {
    assert(entry.receipts.size() <= 2 && entry.change.size() <= limits::changeBytes);
    out.u32(static_cast<std::uint32_t>(entry.change.size()));
    out.raw(entry.change);
    out.u8(static_cast<std::uint8_t>(entry.receipts.size()));
    for (const auto& receipt : entry.receipts)
      out.raw(envelope::encodeReceipt(receipt));
  }
  return FrameType::Batch;
}
Message readBatch(ByteReader& in) {
  Batch m;
  m.space = readId<SpaceId>(in);
  m.before = in.u64();
  m.after = in.u64();
  m.more = readFlag(in);
  m.entries.resize(readCount(in, limits::changesPerBatch, 5));
  for (auto& entry : m.entries) {
    const auto size = in.u32();
    if (size > limits::changeBytes) in.fail();
    const auto bytes = in.ok() ? in.raw(size) : ByteView{};
    entry.change.assign(bytes.begin(), bytes.end());
    const auto receipts = in.u8();
    if (receipts > 2) in.fail();
    for (int i = 0; in.ok() && i < receipts; ++i)
      entry.receipts.push_back(readReceipt(in));
    if (!in.ok()) break;
  }
  if (m.after < m.before) in.fail();
  return m;
}

FrameType put(ByteWriter& out, const Receipts& m) {
  out.raw(m.space.view());
  out.u64(m.before);
  out.u64(m.after);
  putCount(out, m.receipts.size(), limits::answersPerFrame);
  for (const auto& receipt : m.receipts)
    out.raw(envelope::encodeReceipt(receipt));
  return FrameType::Receipts;
}
Message readReceipts(ByteReader& in) {
  Receipts m;
  m.space = readId<SpaceId>(in);
  m.before = in.u64();
  m.after = in.u64();
  m.receipts.resize(readCount(in, limits::answersPerFrame, receiptBytes));
  for (auto& receipt : m.receipts)
    receipt = readReceipt(in);
  if (m.after < m.before) in.fail();
  return m;
}

FrameType put(ByteWriter& out, const Refusals& m) {
  out.raw(m.space.view());
  putCount(out, m.refusals.size(), limits::answersPerFrame);
  for (const auto& refusal : m.refusals) {
    out.raw(refusal.change.view());
    out.u8(static_cast<std::uint8_t>(refusal.finality));
    out.u8(static_cast<std::uint8_t>(refusal.reason));
    out.u32(refusal.retryAfterMs);
  }
  return FrameType::Refusals;
}
Message readRefusals(ByteReader& in) {
  Refusals m;
  m.space = readId<SpaceId>(in);
  m.refusals.resize(readCount(in, limits::answersPerFrame, 38));
  for (auto& refusal : m.refusals) {
    refusal.change = readId<ChangeId>(in);
    refusal.finality = readFlag(in) ? Finality::Final : Finality::Wait;
    const auto reason = in.u8();
    if (reason < 1 || reason > static_cast<std::uint8_t>(reasonLast)) in.fail();
    refusal.reason = static_cast<Reason>(reason);
    refusal.retryAfterMs = in.u32();
  }
  return m;
}

FrameType put(ByteWriter& out, const BlobList& m) {
  assert(m.chunks.size() <= limits::chunksPerBlob);
  put(out, m.name);
  out.u64(m.length);
  out.u32(static_cast<std::uint32_t>(m.chunks.size()));
  for (const auto& chunk : m.chunks)
    out.raw(chunk.view());
  return FrameType::BlobList;
}
Message readBlobList(ByteReader& in) {
  BlobList m;
  m.name = readName(in);
  m.length = in.u64();
  const std::size_t count = in.u32();
  if (count > limits::chunksPerBlob || count * 32 > in.remaining() || count != signing::chunkCount(m.length))
    in.fail();
  if (in.ok()) m.chunks.resize(count);
  for (auto& chunk : m.chunks)
    chunk = readId<ChunkHash>(in);
  return m;
}

FrameType put(ByteWriter& out, const BlobStatus& m) {
  put(out, m.name);
  out.u8(static_cast<std::uint8_t>(m.state));
  out.u16(static_cast<std::uint16_t>(m.present.size()));
  out.raw(m.present);
  return FrameType::BlobStatus;
}
Message readBlobStatus(ByteReader& in) {
  BlobStatus m;
  m.name = readName(in);
  const auto state = in.u8();
  if (state < 1 || state > 5) in.fail();
  m.state = static_cast<BlobState>(state);
  const auto present = in.raw(readCount(in, limits::chunksPerBlob / 8, 1));
  if (in.ok()) m.present.assign(present.begin(), present.end());
  return m;
}

FrameType put(ByteWriter& out, const BlobGet& m) {
  put(out, m.name);
  return FrameType::BlobGet;
}
FrameType put(ByteWriter& out, const BlobChunkGet& m) {
  put(out, m.name);
  out.u32(m.index);
  return FrameType::BlobChunkGet;
}
FrameType put(ByteWriter& out, const BlobAck& m) {
  put(out, m.name);
  out.u32(m.index);
  return FrameType::BlobAck;
}
FrameType put(ByteWriter& out, const BlobChunk& m) {
  assert(m.bytes.size() <= limits::blobChunkBytes);
  put(out, m.name);
  out.u32(m.index);
  out.raw(m.bytes);
  return FrameType::BlobChunk;
}
Message readBlobChunk(ByteReader& in) {
  BlobChunk m;
  m.name = readName(in);
  m.index = in.u32();
  if (!in.ok() || in.remaining() > limits::blobChunkBytes) in.fail();
  const auto bytes = in.ok() ? in.raw(in.remaining()) : ByteView{};
  m.bytes.assign(bytes.begin(), bytes.end());
  return m;
}
template <class M>
Message readIndexed(ByteReader& in) {
  M m;
  m.name = readName(in);
  if constexpr (requires { m.index; }) m.index = in.u32();
  return m;
}

FrameType typeOf(const Message& message) {
  static constexpr FrameType control[] = {FrameType::Hello, FrameType::Auth,     FrameType::Welcome,
                                          FrameType::Admit, FrameType::Admitted, FrameType::Bye};
  return control[message.index()];
}

} // namespace

Bytes encode(const Message& message) {
  ByteWriter body;
  FrameType type{};
  const bool isFixed = std::visit(
      [&](const auto& m) {
        if constexpr (requires { type = put(body, m); }) {
          type = put(body, m);
          return true;
        } else {
          return false;
        }
      },
      message);
  Bytes frame;
  if (isFixed) {
    frame.reserve(1 + body.size());
    frame.push_back(static_cast<std::uint8_t>(type));
    frame.insert(frame.end(), body.bytes().begin(), body.bytes().end());
  } else {
    frame = encodeControl(message);
    frame.insert(frame.begin(), static_cast<std::uint8_t>(typeOf(message)));
  }
  assert(frame.size() <= limits::frameBytes);
  return frame;
}

Result<Message> decode(ByteView frame) {
  if (frame.empty()) return fail(ErrorCode::ProtocolViolation, "an empty frame");
  if (frame.size() > limits::frameBytes) return fail(ErrorCode::TooLarge, "a frame beyond the limit");
  const auto type = static_cast<FrameType>(frame[0]);
  if (frame[0] >= 1 && isControl(type)) {
    if (frame.size() > limits::controlFrameBytes)
      return fail(ErrorCode::TooLarge, "a control frame beyond the limit");
    return decodeControl(type, frame.subspan(1));
  }
  ByteReader in(frame.subspan(1));
  Message message;
  switch (type) {
  case FrameType::Cursors:
    message = readCursors(in);
    break;
  case FrameType::Positions:
    message = readPositions(in);
    break;
  case FrameType::Tips:
    message = readTips(in);
    break;
  case FrameType::Batch:
    message = readBatch(in);
    break;
  case FrameType::Receipts:
    message = readReceipts(in);
    break;
  case FrameType::Refusals:
    message = readRefusals(in);
    break;
  case FrameType::BlobList:
    message = readBlobList(in);
    break;
  case FrameType::BlobStatus:
    message = readBlobStatus(in);
    break;
  case FrameType::BlobGet:
    message = readIndexed<BlobGet>(in);
    break;
  case FrameType::BlobChunkGet:
    message = readIndexed<BlobChunkGet>(in);
    break;
  case FrameType::BlobAck:
    message = readIndexed<BlobAck>(in);
    break;
  case FrameType::BlobChunk:
    message = readBlobChunk(in);
    break;
  default:
    return fail(ErrorCode::ProtocolViolation, "a frame of unknown type");
  }
  if (!in.done()) return fail(ErrorCode::ProtocolViolation, "a frame of wrong length or content");
  return message;
}

} // namespace meridian::protocol
