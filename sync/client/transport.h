// How a session's frames reach a relay. The real one is WebSocketTransport; tests and the simulator use a
// pipe in the same process.
#pragma once

#include <functional>

#include "core/base/bytes.h"

namespace meridian::client {

struct TransportEvents {
  std::function<void()> connected;
  std::function<void(Bytes)> frame;
  // The connection ended, or could not be made: RelayUnreachable, Timeout, RelayCertificateChanged,
  // ProtocolViolation. The transport tries again by itself unless it was closed.
  std::function<void(Error)> disconnected;
  // Room to send again, after send() said no.
  std::function<void()> writable;
};

class Transport {
 public:
  virtual ~Transport() = default;
  // Begins to connect, and goes on trying with growing pauses.
  virtual void open() = 0;
  // False, and nothing is taken, if there is no connection or its bounded queue is full. Thread-safe.
  [[nodiscard]] virtual bool send(Bytes frame) = 0;
  // Ends this connection and begins another one after a pause. Thread-safe.
  virtual void reconnect() = 0;
  // Ends for good; no event comes after it returns. Not from inside an event.
  virtual void close() = 0;
};

} // namespace meridian::client
