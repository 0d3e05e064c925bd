#include <algorithm>

#include "core/base/limits.h"
#include "sync/protocol/cbor.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/control.h"
#include "sync/protocol/handshake.h"
#include "tests/fuzz/fuzz.h"

using namespace meridian;

FUZZ_TARGET(frame) {
  if (bytes.size() > 1) (void)protocol::cbor::withinDepth(bytes.subspan(1), limits::controlNesting);
  const auto message = protocol::decode(bytes);
  if (!message) return;
  const auto again = protocol::encode(*message);
  // CBOR has more than one form of a number; everything else has one form.
  const auto type = static_cast<protocol::FrameType>(bytes.front());
  if (!protocol::isControl(type)) HOLDS(std::ranges::equal(again, bytes));
  const auto read = protocol::decode(again);
  HOLDS(read && *read == *message);
  if (const auto* hello = std::get_if<protocol::Hello>(&*message)) {
    (void)protocol::verifyHello(*hello);
    (void)protocol::commonVersion(hello->versionLow, hello->versionHigh);
  }
}
