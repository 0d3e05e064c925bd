// A session over the real transport, driven as the app drives one.
#pragma once

#include <condition_variable>
#include <mutex>

#include "sync/client/websocket_transport.h"
#include "tests/sync_client/memory_store.h"

namespace meridian::test {

class NetworkClient {
 public:
  NetworkClient(const protocol::RelayAddress& address, MemoryStore& store, const signing::SigningKey& key,
                const Clock& clock, std::size_t queueBytesMax = 4u << 20)
      : m_session({.relay = address.identity}, store, key, clock, m_random),
        m_transport({.address = address,
                     .retryMin = std::chrono::milliseconds(20),
                     .retryMax = std::chrono::milliseconds(200),
                     .queueBytesMax = queueBytesMax},
                    {.connected =
                         [this] {
                           act([this] {
                             m_unsent.clear();
                             m_session.onConnected();
                           });
                         },
                     .frame =
                         [this](Bytes frame) {
                           act([&] {
                             if (const auto handled = m_session.onFrame(frame); !handled) {
                               lastError = handled.error();
                               m_transport.reconnect();
                             }
                           });
                         },
                     .disconnected =
                         [this](Error error) {
                           act([&] {
                             ++disconnections;
                             m_session.onDisconnected();
                             m_unsent.clear();
                             if (!lastError) lastError = error;
                           });
                         },
                     .writable = [this] { act([] {}); }}) {
    m_transport.open();
  }
  ~NetworkClient() { m_transport.close(); }

  template <class Condition>
  bool waitFor(Condition condition, std::chrono::seconds time = std::chrono::seconds(20)) {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, time, [&] { return condition(m_session); });
  }
  // The store was written to, between two frames.
  template <class Write>
  void write(Write write) {
    act([&] {
      write();
      m_session.poke();
    });
  }
  bool waitUntilLive() {
    return waitFor([](const client::SyncSession& session) { return session.phase() == client::Phase::Live; });
  }

  // Read inside a condition of waitFor().
  std::optional<Error> lastError; // the first one
  std::size_t disconnections = 0;
  std::size_t refusedByTransport = 0; // frames that had to wait for room

 private:
  template <class Step>
  void act(Step step) {
    const std::lock_guard lock(m_mutex);
    step();
    while (true) {
      if (m_unsent.empty())
        for (auto& frame : m_session.takeOutgoing(64 * 1024))
          m_unsent.push_back(std::move(frame));
      if (m_unsent.empty()) break;
      // A copy: what finds no room stays, and goes when there is some.
      if (!m_transport.send(m_unsent.front())) {
        ++refusedByTransport;
        break;
      }
      m_unsent.pop_front();
    }
    m_changed.notify_all();
  }

  signing::SystemRandom m_random;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::deque<Bytes> m_unsent;
  client::SyncSession m_session;
  client::WebSocketTransport m_transport;
};

} // namespace meridian::test
