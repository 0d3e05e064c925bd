// The other end of a relay's or a client's socket, as somebody writes it who means no good. Blocking, and
// without any of the room's own transports.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sync/relay/identity.h"

namespace meridian::test {

// The whole answer of the relay to one HTTPS request; empty if there was none.
[[nodiscard]] std::string https(std::uint16_t port, const std::string& request);

// A connection to a relay that stops half-way.
class HalfOpen {
 public:
  enum class Until {
    Connected, // TCP alone
    Greeted,   // the first bytes of a TLS record
    Secured,   // TLS, and half a request
    Upgraded,  // a WebSocket, which says nothing
  };
  HalfOpen(std::uint16_t port, Until until);
  ~HalfOpen();
  // Reads on until the relay closes.
  [[nodiscard]] bool isClosedWithin(std::chrono::milliseconds time);
  // REQUIRES: Upgraded. Sends one message, and says whether the connection took it.
  bool send(const Bytes& message);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

// A server with a relay's certificate that says to everybody who connects what it is told to, then waits.
class FalseRelay {
 public:
  struct Message {
    Bytes bytes;
    bool isText = false;
  };
  FalseRelay(const relay::Identity& identity, std::vector<Message> says);
  ~FalseRelay();
  [[nodiscard]] std::uint16_t port() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

} // namespace meridian::test
