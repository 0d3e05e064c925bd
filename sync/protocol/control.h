// The control messages as CBOR maps with short text keys (PROTOCOL.md §3).
#pragma once

#include "sync/protocol/codec.h"

namespace meridian::protocol {

[[nodiscard]] bool isControl(FrameType type);
// Without the type byte. REQUIRES: isControl(type).
[[nodiscard]] Bytes encodeControl(const Message& message);
[[nodiscard]] Result<Message> decodeControl(FrameType type, ByteView body);

} // namespace meridian::protocol
