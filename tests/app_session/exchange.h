// A relay's mailbox in this process, wires to it, and a loop that runs until nothing happens any more.
// Without Qt, since the benchmarks use it too.
#pragma once

#include <algorithm>
#include <deque>

#include "app/session/sync_link.h"
#include "core/base/clock.h"
#include "core/crypto/signing/system_random.h"
#include "sync/protocol/codec.h"
#include "sync/relay/mailbox.h"
#include "sync/relay/storage_sqlite.h"

namespace meridian::test {

class Loop final : public app::Executor {
 public:
  void post(std::function<void()> work) override { m_work.push_back(std::move(work)); }
  // Later never comes by itself: tests say when.
  void postAfter(Duration delay, std::function<void()> work) override {
    longest = std::max(longest, delay);
    m_later.emplace_back(m_waited + delay, std::move(work));
  }
  bool step() {
    if (m_work.empty()) return false;
    auto work = std::move(m_work.front());
    m_work.pop_front();
    work();
    return true;
  }
  void later() {
    for (auto& [due, work] : std::exchange(m_later, {}))
      m_work.push_back(std::move(work));
  }
  // What is due first, alone.
  void soonest() {
    const auto first = std::ranges::min_element(m_later, {}, [](const auto& one) { return one.first; });
    if (first == m_later.end()) return;
    m_waited = first->first;
    m_work.push_back(std::move(first->second));
    m_later.erase(first);
  }
  Duration longest{}; // that anybody wanted to wait

 private:
  std::deque<std::function<void()>> m_work;
  std::vector<std::pair<Duration, std::function<void()>>> m_later;
  Duration m_waited{};
};

class Exchange {
 public:
  // `world` has a folder, root(), a clock and the relay's identity; the exchange does not outlive it.
  template <class World>
  Exchange(World& world, relay::Admission admission)
      : m_root(world.root()), m_clock(*world.clock), m_identity(world.relay) {
    m_options.admission = admission;
    m_options.code = m_random.id<protocol::FoundingCode>();
    open();
  }

  // A copy of the store, without the mark beside it, which no backup of the store brings along.
  void backup(const char* name) {
    close();
    std::filesystem::copy(place("relay.sqlite"), place(name));
    open();
  }
  void restore(const char* name) {
    close();
    std::filesystem::remove(place("relay.sqlite"));
    std::filesystem::copy(place(name), place("relay.sqlite"));
    open();
  }
  void wipe() {
    close();
    std::filesystem::remove(place("relay.sqlite"));
    open();
  }
  // What the store says of a change; nothing if it lacks it.
  std::vector<envelope::Receipt> receipts(const SpaceId& space, const ChangeId& change) {
    auto held = m_storage->receipts(space, change);
    return held && *held ? **held : std::vector<envelope::Receipt>{};
  }

  app::OpenWire wires() {
    return [this](const protocol::RelayAddress&, app::Wire::Events events) {
      return std::make_unique<PipeWire>(*this, std::move(events));
    };
  }
  replica::RelayAddress address() const {
    return {"wss://127.0.0.1:1", RelayId{m_identity.publicKey()}, {}, toBase64Url(m_options.code.view())};
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
  bool full = false; // no line takes more than it has
  void drain() {
    full = false;
    for (auto* wire : m_wires)
      wire->drained();
  }
  // The connection breaks, once, instead of carrying such a frame to its client.
  std::function<bool(const Bytes&)> breaksAt;
  // What waits at the relay for as long as this is asked.
  std::function<bool(const protocol::Message&)> holds;
  // What clients hear from a relay that lies.
  std::function<void(protocol::Message&)> alters;
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
    std::size_t queuedBytes() const override { return m_exchange.full ? SIZE_MAX : 0; }
    void drained() {
      m_exchange.loop.post([kept = m_events] { kept->drained(); });
    }
    void close() override {
      if (!m_connection) return;
      m_exchange.m_mailbox->disconnect(*m_connection);
      m_connection.reset();
      std::erase(m_exchange.m_wires, this);
    }
    // The relay went away.
    void breakOff() {
      close();
      m_exchange.loop.post([kept = m_events] { kept->closed({ErrorCode::RelayUnreachable, "gone"}); });
    }
    bool deliver() {
      if (!m_connection) return false;
      auto frames = m_exchange.m_mailbox->take(*m_connection, 1u << 20);
      wait(frames);
      if (m_exchange.breaksAt && std::ranges::any_of(frames, m_exchange.breaksAt)) {
        m_exchange.breaksAt = nullptr;
        close();
        m_exchange.loop.post([kept = m_events] { kept->closed({ErrorCode::RelayUnreachable, "broke"}); });
        return true;
      }
      if (m_exchange.alters)
        for (auto& frame : frames)
          if (auto message = protocol::decode(frame)) {
            m_exchange.alters(*message);
            frame = protocol::encode(*message);
          }
      for (auto& frame : frames)
        m_exchange.loop.post(
            [kept = m_events, frame = std::move(frame)]() mutable { kept->frame(std::move(frame)); });
      return !frames.empty();
    }

   private:
    void wait(std::vector<Bytes>& frames) {
      if (!m_exchange.holds) {
        frames.insert(frames.begin(), m_held.begin(), m_held.end());
        m_held.clear();
        return;
      }
      const auto held = std::stable_partition(frames.begin(), frames.end(), [this](const Bytes& frame) {
        const auto message = protocol::decode(frame);
        return !message || !m_exchange.holds(*message);
      });
      m_held.insert(m_held.end(), std::move_iterator(held), std::move_iterator(frames.end()));
      frames.erase(held, frames.end());
    }

    Exchange& m_exchange;
    std::vector<Bytes> m_held;
    std::shared_ptr<Events> m_events;
    std::optional<relay::ConnectionId> m_connection;
  };

  std::filesystem::path place(const char* name) const { return m_root / name; }
  void open() {
    m_storage = std::move(*relay::SqliteStorage::open(place("relay.sqlite"), place("relay.mark"), m_random));
    m_mailbox = std::move(*relay::Mailbox::open(m_options, *m_storage, m_clock, m_random, m_identity));
  }
  void close() {
    for (auto* wire : std::vector(m_wires))
      wire->breakOff();
    m_mailbox.reset();
    m_storage.reset();
  }

  std::filesystem::path m_root;
  const Clock& m_clock;
  signing::SystemRandom m_random;
  std::unique_ptr<relay::SqliteStorage> m_storage;
  const signing::SigningKey& m_identity;
  relay::MailboxOptions m_options;
  std::vector<PipeWire*> m_wires;
  std::unique_ptr<relay::Mailbox> m_mailbox;
};

// Another machine for a relay, with another identity.
struct Elsewhere {
  template <class World>
  explicit Elsewhere(const World& world) : folder(world.root() / "elsewhere"), clock(world.clock) {
    std::filesystem::create_directory(folder);
  }
  std::filesystem::path root() const { return folder; }
  std::filesystem::path folder;
  std::shared_ptr<ManualClock> clock;
  signing::SystemRandom random;
  signing::SigningKey relay = signing::SigningKey::generate(random);
};

} // namespace meridian::test
