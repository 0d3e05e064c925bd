#include "app/session/websocket_wire.h"

#include <deque>

#include "sync/client/websocket_transport.h"

namespace meridian::app {
namespace {

class WebSocketWire final : public Wire {
 public:
  WebSocketWire(const protocol::RelayAddress& address, Events events, Executor& executor)
      : m_shared(std::make_shared<Shared>(Shared{this, std::move(events)})),
        m_transport({.address = address}, transportEvents(executor)) {
    m_transport.open();
  }
  ~WebSocketWire() override { close(); }

  void send(Bytes frame) override {
    if (m_shared->wire == nullptr) return;
    m_queuedBytes += frame.size();
    m_queue.push_back(std::move(frame));
    flush();
  }
  std::size_t queuedBytes() const override { return m_queuedBytes; }
  void close() override {
    if (m_shared->wire == nullptr) return;
    m_shared->wire = nullptr;
    m_transport.close();
  }

 private:
  // Touched on the replica's thread alone; what is posted holds it, whatever became of the wire.
  struct Shared {
    WebSocketWire* wire;
    Events events;
  };

  client::TransportEvents transportEvents(Executor& executor) {
    auto post = [&executor, shared = m_shared](auto work) {
      executor.post([shared, work = std::move(work)]() mutable {
        if (shared->wire != nullptr) work(*shared);
      });
    };
    client::TransportEvents events;
    events.connected = [post] { post([](Shared& s) { s.events.connected(); }); };
    events.frame = [post](Bytes frame) {
      post([frame = std::move(frame)](Shared& s) mutable { s.events.frame(std::move(frame)); });
    };
    events.writable = [post] {
      post([](Shared& s) {
        s.wire->flush();
        if (s.wire->m_queue.empty()) s.events.drained();
      });
    };
    // The link decides when to try again: one connection is one wire.
    events.disconnected = [post](Error error) {
      post([error = std::move(error)](Shared& s) mutable {
        auto closed = s.events.closed;
        s.wire->close();
        closed(std::move(error));
      });
    };
    return events;
  }

  void flush() {
    while (!m_queue.empty()) {
      const std::size_t size = m_queue.front().size();
      if (!m_transport.send(m_queue.front())) return;
      m_queue.pop_front();
      m_queuedBytes -= size;
    }
  }

  std::shared_ptr<Shared> m_shared;
  std::deque<Bytes> m_queue;
  std::size_t m_queuedBytes = 0;
  client::WebSocketTransport m_transport;
};

} // namespace

OpenWire webSocketWires(Executor& executor) {
  return [&executor](const protocol::RelayAddress& address, Wire::Events events) -> std::unique_ptr<Wire> {
    return std::make_unique<WebSocketWire>(address, std::move(events), executor);
  };
}

} // namespace meridian::app
