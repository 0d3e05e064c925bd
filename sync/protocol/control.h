// The control messages as CBOR maps with small integer keys (PROTOCOL.md §3). Kept apart from the rest so
// that the JSON library is included in one source.
#pragma once

#include "sync/protocol/codec.h"

namespace meridian::protocol {

[[nodiscard]] bool isControl(FrameType type);
// Without the type byte. REQUIRES: isControl(type).
[[nodiscard]] Bytes encodeControl(const Message& message);
[[nodiscard]] Result<Message> decodeControl(FrameType type, ByteView body);

// Whether `cbor` is exactly one item of definite lengths, nested at most `depthMax` deep. Does not recurse:
// it stands before a library that does.
[[nodiscard]] bool withinDepth(ByteView cbor, std::size_t depthMax);

} // namespace meridian::protocol
