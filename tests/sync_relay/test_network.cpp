// Relay and transport over real TLS on loopback.
#include <QElapsedTimer>
#include <QTest>

#include "sync/protocol/codec.h"
#include "sync/relay/server.h"
#include "tests/sync_relay/network_client.h"
#include "tests/sync_relay/tls_peer.h"

namespace test_network {

using namespace meridian;
using namespace meridian::test;

namespace {

struct World {
  explicit World(relay::ServerOptions options = {},
                 const relay::MailboxOptions& rules = {.admission = relay::Admission::Open},
                 const Clock* clock = nullptr)
      : identity(*relay::Identity::open(relay.path("identity"), relay.random)) {
    relay.mailbox.reset();
    mailbox = std::move(*relay::Mailbox::open(rules, *relay.storage, clock != nullptr ? *clock : relay.clock,
                                              relay.random, identity.key));
    server = std::move(*relay::Server::start(options, identity, *mailbox));
    address = addressAt(server->port());
  }
  ~World() { server->stop(); }
  [[nodiscard]] protocol::RelayAddress addressAt(std::uint16_t port) const {
    protocol::RelayAddress at;
    at.host = "127.0.0.1";
    at.port = port;
    at.identity = RelayId{identity.key.publicKey()};
    at.pin = identity.pin;
    return at;
  }

  TestRelay relay;
  relay::Identity identity;
  std::unique_ptr<relay::Mailbox> mailbox;
  std::unique_ptr<relay::Server> server;
  protocol::RelayAddress address;
};

std::string get(std::uint16_t port, const std::string& target, const std::string& method = "GET") {
  return https(port, method + " " + target + " HTTP/1.1\r\nHost: relay\r\n\r\n");
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

} // namespace

class TestNetwork : public QObject {
  Q_OBJECT

 private slots:
  void changesReachTheOtherDeviceThroughTls() {
    World world;
    Campaign campaign;
    MemoryStore a(campaign.id), b(campaign.id);
    a.write(campaign.genesis);
    a.write(campaign.link);
    for (int i = 0; i < 20; ++i)
      a.write(campaign.content(campaign.laptop));
    {
      NetworkClient laptop(world.address, a, campaign.laptop.key(), world.relay.clock);
      QVERIFY(laptop.waitUntilLive());
    }
    {
      NetworkClient phone(world.address, b, campaign.phone.key(), world.relay.clock);
      QVERIFY(phone.waitUntilLive());
    }
    QCOMPARE(a.receipts.size(), std::size_t(22));
    QVERIFY(a.ids() == b.ids());
  }

  void aFrameThatFoundNoRoomGoesLater() {
    World world;
    Campaign campaign;
    MemoryStore a(campaign.id);
    a.write(campaign.genesis);
    a.write(campaign.link);
    for (int i = 0; i < 600; ++i)
      a.write(campaign.content(campaign.laptop));
    // Room for less than the frames of one look at the outbox.
    NetworkClient laptop(world.address, a, campaign.laptop.key(), world.relay.clock, 1'000);
    QVERIFY(laptop.waitFor([&](const auto&) { return a.receipts.size() == 602; }));
    QVERIFY(laptop.waitFor([&](const auto&) { return laptop.refusedByTransport > 0; }));
    QVERIFY(laptop.waitFor([&](const auto&) { return laptop.disconnections == 0; }));
  }

  void whoSendsTooFastIsReadLaterAndNothingIsLost() {
    const SystemClock real;
    World world({}, {.admission = relay::Admission::Open, .bytesPerSecond = 100'000, .bytesBurst = 1'000},
                &real);
    Campaign campaign;
    MemoryStore a(campaign.id);
    a.write(campaign.genesis);
    a.write(campaign.link);
    std::size_t bytes = 0;
    for (int i = 0; i < 400; ++i) {
      const auto change = campaign.content(campaign.laptop);
      bytes += change.bytes().size();
      a.write(change);
    }
    QVERIFY(bytes > 100'000);
    QElapsedTimer timer;
    timer.start();
    NetworkClient laptop(world.address, a, campaign.laptop.key(), real);
    QVERIFY(laptop.waitFor([&](const auto&) { return a.receipts.size() == 402; }));
    // The first frames may all have been one; what follows them waits until the rate allows it.
    laptop.write([&] { a.write(campaign.content(campaign.laptop)); });
    QVERIFY(laptop.waitFor([&](const auto&) { return a.receipts.size() == 403; }));
    QVERIFY(timer.elapsed() >= qint64(bytes - 1'000) / 100);
    QVERIFY(laptop.waitFor([&](const auto&) { return laptop.disconnections == 0; }));
  }

  void anotherRelayIsRefusedBeforeAWordIsSaid_data() {
    QTest::addColumn<bool>("certificate");
    QTest::newRow("another certificate") << true;
    QTest::newRow("another identity") << false;
  }
  void anotherRelayIsRefusedBeforeAWordIsSaid() {
    QFETCH(bool, certificate);
    World world;
    Campaign campaign;
    MemoryStore a(campaign.id);
    a.write(campaign.genesis);
    a.write(campaign.link);
    auto address = world.address;
    (certificate ? address.pin->bytes[0] : address.identity.bytes[0]) ^= 1;
    {
      NetworkClient laptop(address, a, campaign.laptop.key(), world.relay.clock);
      QVERIFY(laptop.waitFor([&](const auto&) { return laptop.disconnections >= 2; }));
      QCOMPARE(laptop.lastError->code,
               certificate ? ErrorCode::RelayCertificateChanged : ErrorCode::RelayIdentityChanged);
    }
    const auto logins = [&] {
      const auto metrics = get(world.address.port, "/metrics");
      return metrics.substr(metrics.rfind("meridian_relay_logins_total "));
    };
    QVERIFY(logins().starts_with("meridian_relay_logins_total 0\n"));
    // Nothing of it is lost: the right one gets it.
    QVERIFY(a.receipts.empty());
    NetworkClient laptop(world.address, a, campaign.laptop.key(), world.relay.clock);
    QVERIFY(laptop.waitFor([&](const auto&) { return a.receipts.size() == 2; }));
    QVERIFY(logins().starts_with("meridian_relay_logins_total 1\n"));
  }

  void garbageFromARelayLosesNothing_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isText");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const Bytes& bytes, bool isText, ErrorCode code) {
      QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()))
                          << isText << static_cast<int>(code);
    };
    const Bytes letters(40, 'a');
    row("random bytes", Bytes(500, 0xA7), false, ErrorCode::ProtocolViolation);
    row("an empty frame", {}, false, ErrorCode::ProtocolViolation);
    row("text", letters, true, ErrorCode::ProtocolViolation);
    row("deep CBOR", Bytes(4'000, 0x81), false, ErrorCode::ProtocolViolation);
    row("a hello with a wrong signature", {}, false, ErrorCode::RelayIdentityChanged);
    row("a batch before hello", protocol::encode(protocol::Batch{}), false, ErrorCode::ProtocolViolation);
    row("a huge control frame", Bytes(limits::controlFrameBytes + 1, 0x01), false,
        ErrorCode::ProtocolViolation);
    row("a huge frame", Bytes(limits::frameBytes + 1, 0x20), false, ErrorCode::ProtocolViolation);
  }

  void garbageFromARelayLosesNothing() {
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isText);
    QFETCH(int, code);
    World world;
    Campaign campaign;
    MemoryStore a(campaign.id);
    a.write(campaign.genesis);
    a.write(campaign.link);
    const auto held = a.ids();
    Bytes frame(bytes.begin(), bytes.end());
    if (QByteArray(QTest::currentDataTag()) == "deep CBOR") frame[0] = 0x01;
    if (QByteArray(QTest::currentDataTag()) == "a hello with a wrong signature")
      frame = protocol::encode(protocol::Hello{.formats = {1},
                                               .relay = world.address.identity,
                                               .generation = {},
                                               .challenge = {},
                                               .signature = {}});
    {
      FalseRelay liar(world.identity, {{frame, isText}});
      NetworkClient laptop(world.addressAt(liar.port()), a, campaign.laptop.key(), world.relay.clock);
      QVERIFY(laptop.waitFor([&](const auto&) { return laptop.lastError.has_value(); }));
      QCOMPARE(static_cast<int>(laptop.lastError->code), code);
      // It comes back for more, and is none the wiser.
      QVERIFY(laptop.waitFor([&](const auto&) { return laptop.disconnections >= 2; }));
    }
    QVERIFY(a.ids() == held);
    QVERIFY(a.receipts.empty());
    NetworkClient laptop(world.address, a, campaign.laptop.key(), world.relay.clock);
    QVERIFY(laptop.waitUntilLive());
    QCOMPARE(a.receipts.size(), std::size_t(2));
  }

  void aHugeFrameOfAClientEndsItsConnectionAlone() {
    World world({.handshakeTimeout = std::chrono::seconds(1)}); // which bounds a goodbye, too
    Campaign campaign;
    MemoryStore a(campaign.id);
    a.write(campaign.genesis);
    NetworkClient laptop(world.address, a, campaign.laptop.key(), world.relay.clock);
    QVERIFY(laptop.waitUntilLive());
    HalfOpen huge(world.address.port, HalfOpen::Until::Upgraded),
        garbage(world.address.port, HalfOpen::Until::Upgraded);
    (void)huge.send(Bytes(limits::frameBytes + 1, 0x20)); // it may end before all of it is out
    QVERIFY(huge.isClosedWithin(std::chrono::seconds(5)));
    QVERIFY(garbage.send(Bytes(100, 0xFF)));
    QVERIFY(garbage.isClosedWithin(std::chrono::seconds(5)));
    QVERIFY(contains(get(world.address.port, "/healthz"), "200 OK"));
    QVERIFY(laptop.waitFor([&](const auto&) { return laptop.disconnections == 0; }));
  }

  void whoStopsHalfWayIsLetGo() {
    World world({.handshakeTimeout = std::chrono::seconds(1)});
    using Until = HalfOpen::Until;
    HalfOpen silent(world.address.port, Until::Connected), greeted(world.address.port, Until::Greeted),
        secured(world.address.port, Until::Secured);
    // Meanwhile others are served.
    QVERIFY(contains(get(world.address.port, "/healthz"), "200 OK"));
    for (auto* one : {&silent, &greeted, &secured})
      QVERIFY(one->isClosedWithin(std::chrono::seconds(4)));
  }

  void oneAddressHasALimitOfConnections() {
    World world({.connectionsPerAddressMax = 3});
    using Until = HalfOpen::Until;
    {
      HalfOpen one(world.address.port, Until::Upgraded), two(world.address.port, Until::Upgraded);
      QVERIFY(contains(get(world.address.port, "/healthz"), "200 OK"));
      HalfOpen three(world.address.port, Until::Upgraded), four(world.address.port, Until::Connected);
      QVERIFY(four.isClosedWithin(std::chrono::seconds(2)));
    }
    // Whoever left makes room.
    QTRY_VERIFY(contains(get(world.address.port, "/healthz"), "200 OK"));
  }

  void healthAndMetricsAnswerOverHttps() {
    World world;
    const auto port = world.address.port;
    const auto health = get(port, "/healthz");
    QVERIFY(health.starts_with("HTTP/1.1 200 OK") && health.ends_with("\r\n\r\nok\n"));
    Campaign campaign;
    MemoryStore a(campaign.id);
    a.write(campaign.genesis);
    a.write(campaign.link);
    NetworkClient laptop(world.address, a, campaign.laptop.key(), world.relay.clock);
    QVERIFY(laptop.waitUntilLive());
    const auto metrics = get(port, "/metrics");
    for (const char* line :
         {"# TYPE meridian_relay_changes_stored_total counter", "meridian_relay_changes_stored_total 2\n",
          "meridian_relay_open_connections 1\n", "meridian_relay_logins_total 1\n",
          "meridian_relay_protocol_violations_total 0\n"})
      QVERIFY2(contains(metrics, line), line);
    QVERIFY(!contains(metrics, campaign.id.hex()));
    QVERIFY(contains(get(port, "/"), "404"));
    QVERIFY(contains(get(port, "/healthz", "DELETE"), "405"));
    // A header without an end is not read for ever.
    QVERIFY(
        !contains(https(port, "GET /healthz HTTP/1.1\r\nX: " + std::string(9'000, 'x') + "\r\n\r\n"), "200"));
  }

  void aStoppedServerSaysGoodbye() {
    World world;
    Campaign campaign;
    MemoryStore a(campaign.id);
    a.write(campaign.genesis);
    NetworkClient laptop(world.address, a, campaign.laptop.key(), world.relay.clock);
    QVERIFY(laptop.waitUntilLive());
    world.server->stop();
    QVERIFY(laptop.waitFor([&](const auto&) { return laptop.lastError.has_value(); }));
    QCOMPARE(laptop.lastError->code, ErrorCode::RelayUnreachable);
  }
};

QTEST_GUILESS_MAIN(TestNetwork)

} // namespace test_network
#include "test_network.moc"
