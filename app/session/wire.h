// A connection that carries frames to a relay and back, as the link sees it. The real one is WebSocket over
// TLS; tests put a relay's mailbox behind it.
#pragma once

#include <functional>
#include <memory>

#include "sync/protocol/relay_address.h"

namespace meridian::app {

// Runs work on the replica's thread. Thread-safe.
class Executor {
 public:
  virtual ~Executor() = default;
  virtual void post(std::function<void()> work) = 0;
  // Of real time, whatever the campaign's clock says.
  virtual void postAfter(Duration delay, std::function<void()> work) = 0;
};

class Wire {
 public:
  // All called on the replica's thread, never from within a call to the wire, and none after close().
  struct Events {
    std::function<void()> connected;
    std::function<void(Bytes)> frame;
    std::function<void()> drained;     // what was queued has been written
    std::function<void(Error)> closed; // once, also if it never connected
  };
  virtual ~Wire() = default;
  virtual void send(Bytes frame) = 0;
  [[nodiscard]] virtual std::size_t queuedBytes() const = 0;
  virtual void close() = 0; // may be repeated
};

// Begins to connect. Nothing it may do throws or blocks.
using OpenWire = std::function<std::unique_ptr<Wire>(const protocol::RelayAddress&, Wire::Events)>;

} // namespace meridian::app
