// A relay in this process, wired to sessions by a pipe, and a campaign for it.
#pragma once

#include <QTemporaryDir>
#include <deque>
#include <functional>

#include "core/crypto/signing/system_random.h"
#include "sync/client/sync_session.h"
#include "sync/protocol/codec.h"
#include "sync/relay/mailbox.h"
#include "sync/relay/storage_sqlite.h"
#include "tests/core_envelope/world.h"
#include "tests/sync_client/memory_sync_store.h"

namespace meridian::test {

class TestRelay {
 public:
  explicit TestRelay(relay::MailboxOptions options = {.admission = relay::Admission::Open},
                     std::string vfs = {})
      : m_options(options), m_vfs(std::move(vfs)), clock(noon - std::chrono::hours{1}) {
    start();
  }
  void start() {
    mailbox.reset();
    storage.reset();
    auto opened = relay::SqliteStorage::open(path("store"), path("mark"), random, m_vfs);
    if (!opened) qFatal("%s", opened.error().detail.c_str());
    storage = std::move(*opened);
    auto made = relay::Mailbox::open(m_options, *storage, clock, random, identity);
    if (!made) qFatal("%s", made.error().detail.c_str());
    mailbox = std::move(*made);
  }
  void wipe() {
    mailbox.reset();
    storage.reset();
    for (const char* name : {"store", "store-wal", "store-shm"})
      std::filesystem::remove(path(name));
    start();
  }
  // The whole folder, with what would tell how old it is.
  void backUp() {
    mailbox.reset();
    storage.reset();
    carry(path("."), path("backup"));
    start();
  }
  void restore() {
    mailbox.reset();
    storage.reset();
    for (const char* name : {"store", "store-wal", "store-shm", "mark"})
      std::filesystem::remove(path(name));
    carry(path("backup"), path("."));
    start();
  }
  [[nodiscard]] std::filesystem::path path(const char* name) const {
    return std::filesystem::path(m_directory.path().toStdString()) / name;
  }

 private:
  static void carry(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::create_directory(to);
    for (const char* name : {"store", "store-wal", "store-shm", "mark"})
      if (std::filesystem::exists(from / name)) std::filesystem::copy_file(from / name, to / name);
  }

  QTemporaryDir m_directory;
  relay::MailboxOptions m_options;
  std::string m_vfs;

 public:
  ManualClock clock;
  signing::SystemRandom random;
  signing::SigningKey identity = keyOf("relay");
  std::unique_ptr<relay::SqliteStorage> storage;
  std::unique_ptr<relay::Mailbox> mailbox;
};

// One session on the relay. pump() carries frames both ways; `framesLeft` breaks the connection when it
// runs out, in the middle of whatever goes on.
class TestClient {
 public:
  TestClient(TestRelay& relay, client::SyncStore& store, const signing::SigningKey& key,
             bool invitation = false)
      : m_relay(relay),
        session({.relay = RelayId{relay.identity.publicKey()}, .invitation = invitation}, store, key,
                relay.clock, relay.random) {}

  void connect() {
    m_connection = m_relay.mailbox->connect();
    session.onConnected();
  }
  void disconnect() {
    m_relay.mailbox->disconnect(m_connection);
    session.onDisconnected();
  }
  // Carries frames until neither side has one. False if the connection broke.
  bool pump(std::size_t framesLeft = 1'000'000) {
    for (bool moved = true; moved;) {
      moved = false;
      for (const auto& frame : session.takeOutgoing(64 * 1024)) {
        if (framesLeft-- == 0) return disconnect(), false;
        if (listener) listener(frame);
        m_relay.mailbox->receive(m_connection, frame);
        ++framesToRelay;
        moved = true;
      }
      if (m_relay.mailbox->commitDue()) m_relay.mailbox->commit();
      for (const auto& frame : m_relay.mailbox->take(m_connection, 64 * 1024)) {
        if (framesLeft-- == 0) return disconnect(), false;
        if (listener) listener(frame);
        ++framesToClient;
        moved = true;
        if (!session.onFrame(frame)) return disconnect(), false;
      }
    }
    return true;
  }
  // How many messages of this kind it sends while the relay hears none of them.
  template <class Message>
  std::size_t withheld() {
    std::size_t count = 0;
    for (int round = 0; round < 20; ++round) {
      for (const auto& frame : session.takeOutgoing(64u << 20)) {
        if (std::holds_alternative<Message>(*protocol::decode(frame)))
          ++count;
        else
          m_relay.mailbox->receive(m_connection, frame);
      }
      m_relay.mailbox->commit();
      for (const auto& frame : m_relay.mailbox->take(m_connection, 64u << 20))
        if (!session.onFrame(frame)) return 0;
    }
    return count;
  }
  [[nodiscard]] relay::ConnectionId connection() const { return m_connection; }

 private:
  TestRelay& m_relay;
  relay::ConnectionId m_connection = 0;

 public:
  client::SyncSession session;
  std::size_t framesToRelay = 0, framesToClient = 0;
  std::function<void(ByteView)> listener; // hears every frame, as it would stand inside TLS
};

// A campaign whose founder has a second device.
struct Campaign {
  Campaign()
      : genesis(laptop.write(Kind::Genesis, {}, {}, {Founder{laptop.id(), laptop.box()}})),
        id(genesis.space()),
        link(laptop.write(Kind::Authority, id, {genesis.id()},
                          {DeviceItem{memberOf(genesis), phone.id(), phone.box()}})) {}
  Change content(TestDevice& device) { return device.write(Kind::Content, id, {link.id()}); }

  TestDevice laptop{"laptop"}, phone{"phone"};
  Change genesis;
  SpaceId id;
  Change link;
};

} // namespace meridian::test
