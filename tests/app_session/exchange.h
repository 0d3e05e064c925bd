// A relay's mailbox in this process, wires to it, and a loop that runs until nothing happens any more.
// Without Qt, since the benchmarks use it too.
#pragma once

#include <deque>

#include "app/session/sync_link.h"
#include "core/crypto/signing/system_random.h"
#include "sync/relay/mailbox.h"
#include "sync/relay/storage_sqlite.h"

namespace meridian::test {

class Loop final : public app::Executor {
 public:
  void post(std::function<void()> work) override { m_work.push_back(std::move(work)); }
  // Later never comes by itself: tests say when.
  void postAfter(Duration, std::function<void()> work) override { m_later.push_back(std::move(work)); }
  bool step() {
    if (m_work.empty()) return false;
    auto work = std::move(m_work.front());
    m_work.pop_front();
    work();
    return true;
  }
  void later() {
    for (auto& work : std::exchange(m_later, {}))
      m_work.push_back(std::move(work));
  }

 private:
  std::deque<std::function<void()>> m_work, m_later;
};

class Exchange {
 public:
  // `world` has a folder, root(), a clock and the relay's identity; the exchange does not outlive it.
  template <class World>
  Exchange(World& world, relay::Admission admission)
      : m_storage(*relay::SqliteStorage::open(world.root() / "relay.sqlite", world.root() / "relay.mark",
                                              m_random)),
        m_identity(world.relay) {
    relay::MailboxOptions options;
    options.admission = admission;
    options.code = m_random.id<protocol::FoundingCode>();
    m_code = options.code;
    m_mailbox = std::move(*relay::Mailbox::open(options, *m_storage, *world.clock, m_random, m_identity));
  }

  app::OpenWire wires() {
    return [this](const protocol::RelayAddress&, app::Wire::Events events) {
      return std::make_unique<PipeWire>(*this, std::move(events));
    };
  }
  replica::RelayAddress address() const {
    return {"wss://127.0.0.1:1", RelayId{m_identity.publicKey()}, {}, toBase64Url(m_code.view())};
  }
  void settle() {
    for (bool moved = true; moved;) {
      moved = false;
      while (loop.step())
        moved = true;
      if (m_mailbox->commitDue()) {
        m_mailbox->commit();
        moved = true;
      }
      for (auto* wire : std::vector(m_wires))
        moved |= wire->deliver();
    }
  }
  bool down = false; // no connection can be made
  Loop loop;

 private:
  class PipeWire final : public app::Wire {
   public:
    PipeWire(Exchange& exchange, Events events)
        : m_exchange(exchange), m_events(std::make_shared<Events>(std::move(events))) {
      if (exchange.down) {
        exchange.loop.post([kept = m_events] { kept->closed({ErrorCode::RelayUnreachable, "down"}); });
        return;
      }
      m_connection = exchange.m_mailbox->connect();
      exchange.m_wires.push_back(this);
      exchange.loop.post([kept = m_events] { kept->connected(); });
    }
    ~PipeWire() override { close(); }
    void send(Bytes frame) override {
      if (m_connection) m_exchange.m_mailbox->receive(*m_connection, frame);
    }
    std::size_t queuedBytes() const override { return 0; }
    void close() override {
      if (!m_connection) return;
      m_exchange.m_mailbox->disconnect(*m_connection);
      m_connection.reset();
      std::erase(m_exchange.m_wires, this);
    }
    bool deliver() {
      if (!m_connection) return false;
      auto frames = m_exchange.m_mailbox->take(*m_connection, 1u << 20);
      for (auto& frame : frames)
        m_exchange.loop.post(
            [kept = m_events, frame = std::move(frame)]() mutable { kept->frame(std::move(frame)); });
      return !frames.empty();
    }

   private:
    Exchange& m_exchange;
    std::shared_ptr<Events> m_events;
    std::optional<relay::ConnectionId> m_connection;
  };

  signing::SystemRandom m_random;
  std::unique_ptr<relay::SqliteStorage> m_storage;
  const signing::SigningKey& m_identity;
  protocol::FoundingCode m_code;
  std::vector<PipeWire*> m_wires;
  std::unique_ptr<relay::Mailbox> m_mailbox;
};

} // namespace meridian::test
