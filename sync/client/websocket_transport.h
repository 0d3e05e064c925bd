// WebSocket over TLS 1.3 to a relay, with a thread of its own.
#pragma once

#include <chrono>
#include <memory>

#include "sync/client/transport.h"
#include "sync/protocol/relay_address.h"

namespace meridian::client {

struct WebSocketOptions {
  protocol::RelayAddress
      address; // with a pin, that key alone; without one, the certificate's name is checked
  std::chrono::milliseconds retryMin{500};
  std::chrono::milliseconds retryMax{60'000}; // pauses double up to this, each shortened by up to a half
  std::chrono::seconds connectTimeout{15};
  std::chrono::seconds idleTimeout{45}; // pings are sent, and must be answered
  std::size_t queueBytesMax = 4u << 20;
};

class WebSocketTransport final : public Transport {
 public:
  // Events are called on the transport's thread, never two at once and none after close().
  WebSocketTransport(WebSocketOptions options, TransportEvents events);
  ~WebSocketTransport() override;

  void open() override;
  [[nodiscard]] bool send(Bytes frame) override;
  void reconnect() override;
  void close() override;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

} // namespace meridian::client
