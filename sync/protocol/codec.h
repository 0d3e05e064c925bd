// Messages to frames and back (PROTOCOL.md §2). A frame is one binary WebSocket message: a type byte and
// the body. Total: whatever the bytes, decode returns a message or an error, in time linear in their
// length.
#pragma once

#include "sync/protocol/messages.h"

namespace meridian::protocol {

// The type bytes; numbers are never reused.
enum class FrameType : std::uint8_t {
  Hello = 0x01,
  Auth = 0x02,
  Welcome = 0x03,
  Admit = 0x04,
  Admitted = 0x05,
  Bye = 0x06,
  Cursors = 0x10,
  Positions = 0x11,
  Tips = 0x12,
  Batch = 0x20,
  Receipts = 0x21,
  Refusals = 0x22,
  BlobList = 0x30,
  BlobStatus = 0x31,
  BlobGet = 0x32,
  BlobChunkGet = 0x33,
  BlobChunk = 0x34,
  BlobAck = 0x35,
};

// REQUIRES: the message keeps the limits of core/base/limits.h.
[[nodiscard]] Bytes encode(const Message& message);
// TooLarge beyond a limit, ProtocolViolation for anything else that is not a frame of this protocol.
[[nodiscard]] Result<Message> decode(ByteView frame);

} // namespace meridian::protocol
