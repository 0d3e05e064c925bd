// The relay on the network: TLS 1.3, WebSocket for clients, and /healthz and /metrics over HTTPS on the same
// port. Sockets run on one thread and the mailbox, which waits for the disk, on another; between them go
// frames alone, never more than one unhandled frame per connection and a bounded queue to send.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "sync/relay/identity.h"
#include "sync/relay/mailbox.h"

namespace meridian::relay {

struct ServerOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0; // 0: any free one
  std::size_t connectionsMax = 10'000;
  std::size_t connectionsPerAddressMax = 256;
  std::size_t sendBytesMax = 4u << 20; // that may wait for one slow reader
  std::chrono::seconds handshakeTimeout{10};
  std::chrono::seconds idleTimeout{60}; // answered pings count as life
};

class Server {
 public:
  // `mailbox` is used on the server's own thread alone from now on, and outlives the server.
  // RelayUnreachable if the address cannot be listened on.
  [[nodiscard]] static Result<std::unique_ptr<Server>> start(const ServerOptions& options,
                                                             const Identity& identity, Mailbox& mailbox);
  // stop(), if it was not called.
  ~Server();

  [[nodiscard]] std::uint16_t port() const;
  // Says goodbye, makes durable what waits, closes everything and joins the threads.
  void stop();

  struct State;

 private:
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

} // namespace meridian::relay
