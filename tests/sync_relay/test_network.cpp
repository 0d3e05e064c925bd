// Relay and transport over real TLS on loopback.
#include <QTemporaryDir>
#include <QTest>
#include <condition_variable>
#include <filesystem>
#include <mutex>

#include "sync/client/websocket_transport.h"
#include "sync/protocol/codec.h"
#include "sync/relay/server.h"
#include "tests/sync_client/memory_store.h"

using namespace meridian;
using namespace meridian::test;

namespace {

// A session on the transport's thread, as the app drives one on its core thread.
class NetworkClient {
 public:
  NetworkClient(const protocol::RelayAddress& address, MemoryStore& store, const signing::SigningKey& key,
                const Clock& clock)
      : m_session({.relay = address.identity}, store, key, clock, m_random),
        m_transport(client::WebSocketOptions{.address = address, .retryMin = std::chrono::milliseconds(20)},
                    {.connected = [this] { act([this] { m_session.onConnected(); }); },
                     .frame = [this](Bytes frame) { act([&] { (void)m_session.onFrame(frame); }); },
                     .disconnected =
                         [this](Error error) {
                           act([&] {
                             m_session.onDisconnected();
                             lastError = error;
                           });
                         },
                     .writable = [this] { act([] {}); }}) {
    m_transport.open();
  }
  ~NetworkClient() { m_transport.close(); }

  template <class Condition>
  bool waitFor(Condition condition) {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return condition(m_session); });
  }
  std::optional<Error> lastError;

 private:
  template <class Step>
  void act(Step step) {
    const std::lock_guard lock(m_mutex);
    step();
    for (auto& frame : m_session.takeOutgoing())
      if (!m_transport.send(std::move(frame))) break;
    m_changed.notify_all();
  }
  signing::SystemRandom m_random;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  client::SyncSession m_session;
  client::WebSocketTransport m_transport;
};

} // namespace

class TestNetwork : public QObject {
  Q_OBJECT

 private:
  struct World {
    TestRelay relay;
    relay::Identity identity;
    std::unique_ptr<relay::Server> server;
    protocol::RelayAddress address;

    World() : identity(*relay::Identity::open(relay.path("identity"), relay.random)) {
      relay.mailbox.reset();
      mailbox = std::move(*relay::Mailbox::open({.admission = relay::Admission::Open}, *relay.storage,
                                                relay.clock, relay.random, identity.key));
      server = std::move(*relay::Server::start({}, identity, *mailbox));
      address.host = "127.0.0.1";
      address.port = server->port();
      address.identity = RelayId{identity.key.publicKey()};
      address.pin = identity.pin;
    }
    ~World() { server->stop(); }
    std::unique_ptr<relay::Mailbox> mailbox;
  };

 private slots:
  void changesReachTheOtherDeviceThroughTls() {
    World world;
    Campaign campaign;
    MemoryStore a(campaign.id), b(campaign.id);
    a.write(campaign.genesis);
    a.write(campaign.link);
    for (int i = 0; i < 20; ++i)
      a.write(campaign.content(campaign.laptop));
    const auto isLive = [](const client::SyncSession& session) {
      return session.phase() == client::Phase::Live;
    };
    {
      NetworkClient laptop(world.address, a, campaign.laptop.key(), world.relay.clock);
      QVERIFY(laptop.waitFor(isLive));
    }
    {
      NetworkClient phone(world.address, b, campaign.phone.key(), world.relay.clock);
      QVERIFY(phone.waitFor(isLive));
    }
    QCOMPARE(a.receipts.size(), std::size_t(22));
    QVERIFY(a.ids() == b.ids());
  }

  void anotherCertificateIsRefusedBeforeAWordIsSaid() {
    World world;
    Campaign campaign;
    MemoryStore a(campaign.id);
    auto address = world.address;
    address.pin->bytes[0] ^= 1;
    NetworkClient laptop(address, a, campaign.laptop.key(), world.relay.clock);
    QVERIFY(laptop.waitFor([&](const auto&) { return laptop.lastError.has_value(); }));
    QCOMPARE(laptop.lastError->code, ErrorCode::RelayCertificateChanged);
  }

  void anotherIdentityIsRefused() {
    World world;
    Campaign campaign;
    MemoryStore a(campaign.id);
    auto address = world.address;
    address.identity.bytes[0] ^= 1;
    NetworkClient laptop(address, a, campaign.laptop.key(), world.relay.clock);
    QVERIFY(laptop.waitFor([](const auto& session) { return session.phase() == client::Phase::Failed; }));
  }
};

QTEST_APPLESS_MAIN(TestNetwork)
#include "test_network.moc"
