// The real relay as a process of its own, killed in the middle of its work.
#include <QDeadlineTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "tests/sync_relay/network_client.h"
#include "tests/sync_relay/tls_peer.h"

namespace test_relay_process {

using namespace meridian;
using namespace meridian::test;

namespace {

class RelayProcess {
 public:
  // Port 0: any.
  bool start(const QString& data, std::uint16_t port, const QStringList& more = {}) {
    m_log.clear();
    m_process.start(MERIDIAN_RELAY,
                    QStringList{"--listen", QString("127.0.0.1:%1").arg(port), "--data", data} + more);
    while (m_process.state() != QProcess::NotRunning) {
      m_log += m_process.readAllStandardError();
      if (m_log.contains("event=listening")) break;
      m_process.waitForReadyRead(200);
    }
    return m_process.state() == QProcess::Running;
  }
  void kill() {
    m_process.kill();
    m_process.waitForFinished();
  }
  int terminate() {
    m_process.terminate();
    m_process.waitForFinished(10'000);
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
  }
  // Of its store, as it says when it listens: another one than before if the store lost anything.
  [[nodiscard]] QByteArray generation() {
    const auto found = QRegularExpression("generation=(\\w+)").match(QString::fromUtf8(log()));
    return found.captured(1).toUtf8();
  }
  [[nodiscard]] QByteArray log() {
    m_process.waitForReadyRead(0);
    return m_log += m_process.readAllStandardError();
  }
  // The line that it prints once it listens, for whoever founds a campaign there.
  [[nodiscard]] std::optional<protocol::RelayAddress> foundingLine() {
    const QDeadlineTimer deadline(20'000);
    while (!m_process.canReadLine() && !deadline.hasExpired() && m_process.state() == QProcess::Running)
      m_process.waitForReadyRead(200);
    const auto parsed = protocol::RelayAddress::parse(m_process.readLine().trimmed().toStdString());
    return parsed ? std::optional(*parsed) : std::nullopt;
  }
  // What else it printed; all of it once it has ended.
  [[nodiscard]] QByteArray said() { return m_process.readAllStandardOutput(); }

 private:
  QProcess m_process;
  QByteArray m_log;
};

} // namespace

class TestRelayProcess : public QObject {
  Q_OBJECT

 private slots:
  void aKilledRelayGoesOnWhereItWas() {
    QTemporaryDir data;
    RelayProcess relay;
    QVERIFY(relay.start(data.path(), 0));
    const auto address = relay.foundingLine();
    QVERIFY(address && address->code);
    SystemClock clock;
    Campaign campaign;
    MemoryStore a(campaign.id), b(campaign.id);
    a.admissionProofs = {{.campaign = campaign.id, .code = address->code, .receipt = {}}};
    a.write(campaign.genesis);
    a.write(campaign.link);
    for (int i = 0; i < 1'500; ++i)
      a.write(campaign.content(campaign.laptop));
    const auto all = a.ids().size();
    const auto generation = relay.generation();
    QVERIFY(!generation.isEmpty());
    std::optional<NetworkClient> laptop;
    laptop.emplace(*address, a, campaign.laptop.key(), clock);
    std::size_t receiptsAtDeath = 2; // before these the relay does not know whoever reads below
    for (int round = 0; round < 4; ++round) {
      QVERIFY(laptop->waitFor(
          [&](const auto&) { return a.receipts.size() > receiptsAtDeath || a.receipts.size() == all; }));
      relay.kill();
      QVERIFY(laptop->waitFor([&](const auto& session) {
        receiptsAtDeath = a.receipts.size();
        return session.phase() == client::Phase::Disconnected;
      }));
      QVERIFY(relay.said().isEmpty()); // it holds a campaign: nobody founds another one
      // Who wrote it is gone, so that nobody brings it again: everything receipted is there all the same.
      laptop.reset();
      QVERIFY(relay.start(data.path(), address->port));
      QCOMPARE(relay.generation(), generation);
      MemoryStore c(campaign.id);
      NetworkClient reader(*address, c, campaign.phone.key(), clock);
      QVERIFY(reader.waitUntilLive());
      const auto held = c.ids();
      for (const auto& [change, receipt] : a.receipts)
        QVERIFY(held.contains(change));
      laptop.emplace(*address, a, campaign.laptop.key(), clock);
    }
    QVERIFY(laptop->waitFor([&](const auto&) { return a.receipts.size() == all; }));
    // And so is all of it, for somebody who knew nothing.
    NetworkClient phone(*address, b, campaign.phone.key(), clock);
    QVERIFY(phone.waitUntilLive());
    QVERIFY(b.ids() == a.ids());
    for (const auto& [change, receipt] : a.receipts)
      QVERIFY(envelope::verifyReceipt(receipt) && b.receipts.at(change) == receipt);
    QVERIFY(https(address->port, "GET /healthz HTTP/1.1\r\nHost: relay\r\n\r\n").ends_with("ok\n"));
    QCOMPARE(relay.terminate(), 0);
    QVERIFY(relay.log().contains("event=stopping"));
  }

  void anOpenRelayListensOnLoopbackAlone() {
    QTemporaryDir data;
    QProcess relay;
    relay.start(MERIDIAN_RELAY, {"--open", "--listen", "0.0.0.0:0", "--data", data.path()});
    QVERIFY(relay.waitForFinished(10'000));
    QVERIFY(relay.exitCode() != 0);
    QVERIFY(relay.readAllStandardError().contains("loopback"));
    RelayProcess allowed;
    QVERIFY(allowed.start(data.path(), 0, {"--open"}));
    QCOMPARE(allowed.terminate(), 0);
  }

  void aByteRateThatNobodyCouldWorkWithIsRefused() {
    const QTemporaryDir data;
    QProcess relay;
    relay.start(MERIDIAN_RELAY, {"--byte-rate", "65535", "--listen", "127.0.0.1:0", "--data", data.path()});
    QVERIFY(relay.waitForFinished(10'000));
    QVERIFY(relay.exitCode() != 0);
    RelayProcess allowed;
    QVERIFY(allowed.start(data.path(), 0, {"--byte-rate", "65536"}));
  }

  void aClosedRelayPrintsNoFoundingLine() {
    QTemporaryDir data;
    RelayProcess relay;
    QVERIFY(relay.start(data.path(), 0, {"--closed"}));
    QCOMPARE(relay.terminate(), 0);
    QVERIFY(relay.said().isEmpty());
  }

  void aWipedRelayKeepsItsIdentity() {
    QTemporaryDir data;
    RelayProcess relay;
    QVERIFY(relay.start(data.path(), 0));
    const auto before = relay.foundingLine();
    QVERIFY(before);
    relay.kill();
    for (const char* name : {"/store.sqlite", "/store.sqlite-wal", "/store.sqlite-shm"})
      QFile::remove(data.path() + name);
    QVERIFY(relay.start(data.path(), before->port));
    const auto after = relay.foundingLine();
    QVERIFY(after);
    QVERIFY(after->identity == before->identity && after->pin == before->pin);
    QVERIFY(after->code != before->code); // good for one start
    relay.kill();
  }
};

QTEST_GUILESS_MAIN(TestRelayProcess)

} // namespace test_relay_process
#include "test_relay_process.moc"
