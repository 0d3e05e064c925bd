// The real wire: WebSocket over TLS, its events brought to the replica's thread.
#pragma once

#include "app/session/wire.h"

namespace meridian::app {

// `executor` outlives every wire made by it.
[[nodiscard]] OpenWire webSocketWires(Executor& executor);

} // namespace meridian::app
