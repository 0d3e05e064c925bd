// Unlocking by a real Secret Service: gnome-keyring on a bus of its own. Run under dbus-run-session.
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QProcess>

#include <csignal>

#include "core/crypto/signing/system_random.h"
#include "tests/app_unlocking/person.h"

using namespace meridian;
using app::Keychain;
using test::Person;
using test::Session;

namespace {

// Longest time that the event loop did not come round.
class Pulse : public QObject {
 public:
  Pulse() {
    m_since.start();
    startTimer(5, Qt::PreciseTimer);
  }
  qint64 longest() const { return m_longest; }

 protected:
  void timerEvent(QTimerEvent*) override { m_longest = std::max(m_longest, m_since.restart()); }

 private:
  QElapsedTimer m_since;
  qint64 m_longest = 0;
};

} // namespace

class TestKeychain : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QVERIFY2(!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"), "run under dbus-run-session");
    QVERIFY(m_home.isValid());
    for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
      qputenv(name, m_home.path().toUtf8());
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
    m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_daemon.start("gnome-keyring-daemon", {"--unlock", "--foreground", "--components=secrets"});
    QVERIFY2(m_daemon.waitForStarted(), "gnome-keyring-daemon is not installed");
    m_daemon.write("dummy");
    m_daemon.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(!defaultCollection().isEmpty(), 10'000);
  }
  void cleanup() { ::kill(static_cast<pid_t>(m_daemon.processId()), SIGCONT); }
  void cleanupTestCase() {
    m_daemon.kill();
    m_daemon.waitForFinished();
  }

  void onceThePassphraseWasGivenTheKeychainOpensTheProfile() {
    Person maya;
    maya.create();
    QCOMPARE(maya.waysToUnlock(), std::size_t{2});
    auto session = maya.started();
    QVERIFY(Person::waitOpen(*session));
    QCOMPARE(session->problem(), QString());
    QVERIFY(session->unlocking()->unlocksItself());
    // The passphrase opens it as well, without the keychain.
    session.reset();
    maya.keychain = false;
    session = maya.started();
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
  }

  void nothingButTheKeychainHoldsItsKey() {
    Person maya;
    maya.create();
    const auto key = entryOf(maya);
    QCOMPARE(key.size(), std::size_t{32});
    const QByteArray digits = QByteArray::fromStdString(toHex(key.view()));
    const QByteArray raw(reinterpret_cast<const char*>(key.data()), 32);
    int files = 0;
    QDirIterator each(maya.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
      QFile file(each.next());
      QVERIFY(file.open(QIODevice::ReadOnly));
      const QByteArray bytes = file.readAll();
      QVERIFY2(!bytes.contains(digits) && !bytes.contains(raw), qPrintable(file.fileName()));
      ++files;
    }
    QVERIFY(files >= 3);
  }

  void afterFourteenDaysThePassphraseIsAsked() {
    Person maya;
    maya.create();
    maya.clock->advance(std::chrono::days{14} - std::chrono::minutes{1});
    QVERIFY(Person::waitOpen(*maya.started()));
    maya.clock->advance(std::chrono::minutes{1});
    auto session = maya.started();
    QTRY_VERIFY(session->unlocking()->due());
    QTest::qWait(300);
    QCOMPARE(session->state(), Session::State::Locked);
    QVERIFY(session->unlocking()->note().contains("14\u00a0days"));
    session->unlocking()->ask(); // no way around it
    QTest::qWait(300);
    QCOMPARE(session->state(), Session::State::Locked);
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    QTRY_VERIFY(session->unlocking()->note().isEmpty());
    session.reset();
    QVERIFY(Person::waitOpen(*maya.started()));
  }

  void aClockThatWentBackALittleIsNoReasonToAskAndOneThatWentFarIs() {
    Person maya;
    maya.create();
    maya.clock->set(*parseInstant("2027-03-10T02:00:00Z"));
    QVERIFY(Person::waitOpen(*maya.started()));
    maya.clock->set(*parseInstant("2027-03-08T02:00:00Z"));
    auto session = maya.started();
    QTRY_VERIFY(session->unlocking()->due());
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    session.reset();
    // Given again at the earlier time, which counts from now on.
    QVERIFY(Person::waitOpen(*maya.started()));
  }

  void aKeychainThatHangsIsGivenUpAndNobodyWaitsForIt() {
    Person maya;
    maya.create();
    ::kill(static_cast<pid_t>(m_daemon.processId()), SIGSTOP);
    maya.patience = std::chrono::milliseconds{600};
    Pulse pulse;
    auto session = maya.started();
    QTRY_VERIFY(session->unlocking()->asking());
    QTRY_VERIFY_WITH_TIMEOUT(!session->unlocking()->asking(), 3000);
    QCOMPARE(session->state(), Session::State::Locked);
    QVERIFY(session->unlocking()->note().contains("doesn’t answer"));
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    QVERIFY2(pulse.longest() < 250, qPrintable(QString::number(pulse.longest()) + " ms"));
    // What it says at last changes nothing.
    ::kill(static_cast<pid_t>(m_daemon.processId()), SIGCONT);
    QTest::qWait(300);
    QCOMPARE(session->state(), Session::State::Open);
    session.reset();
    maya.patience = std::chrono::seconds{10};
    QVERIFY(Person::waitOpen(*maya.started()));
  }

  void whoeverTypesDoesNotWaitForTheKeychain() {
    Person maya;
    maya.create();
    ::kill(static_cast<pid_t>(m_daemon.processId()), SIGSTOP);
    auto session = maya.started();
    QTRY_VERIFY(session->unlocking()->asking());
    session->unlock(maya.passphrase);
    QVERIFY(!session->unlocking()->asking());
    QVERIFY(Person::waitOpen(*session));
  }

  void aKeyThatIsGoneIsPutBackByThePassphrase() {
    Person maya;
    maya.create();
    const QString name = QString::fromStdString(replica::unlockWays(maya.directory())->vaultId);
    bool gone = false;
    m_keychain.forget(name, [&](Keychain::Outcome outcome) { gone = outcome == Keychain::Outcome::Done; });
    QTRY_VERIFY(gone);
    auto session = maya.started();
    QTRY_VERIFY(session->unlocking()->note().contains("no longer holds"));
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    QTRY_VERIFY_WITH_TIMEOUT(session->unlocking()->unlocksItself(), 10'000);
    session.reset();
    QCOMPARE(maya.waysToUnlock(), std::size_t{2}); // in the place of the old one
    QVERIFY(Person::waitOpen(*maya.started()));
  }

  void anotherKeyInTheKeychainOpensNothingAndIsMended() {
    Person maya;
    maya.create();
    const QString name = QString::fromStdString(replica::unlockWays(maya.directory())->vaultId);
    signing::SystemRandom random;
    bool kept = false;
    m_keychain.keep(name, SecretBytes::random(32, random),
                    [&](Keychain::Outcome outcome) { kept = outcome == Keychain::Outcome::Done; });
    QTRY_VERIFY(kept);
    auto session = maya.started();
    QTRY_VERIFY(session->unlocking()->note().contains("another key"));
    QCOMPARE(session->state(), Session::State::Locked);
    QCOMPARE(session->problem(), QString());
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    QTRY_VERIFY_WITH_TIMEOUT(session->unlocking()->unlocksItself(), 10'000);
    session.reset();
    QVERIFY(Person::waitOpen(*maya.started()));
  }

  void itIsTurnedOffAndOnInTheSettings() {
    Person maya;
    maya.create();
    auto session = maya.started();
    QVERIFY(Person::waitOpen(*session));
    session->unlocking()->turnOff();
    QTRY_VERIFY(!session->unlocking()->keychain());
    QTRY_COMPARE(maya.waysToUnlock(), std::size_t{1});
    QTRY_VERIFY(entryOf(maya).empty());
    session.reset();
    session = maya.started();
    QTest::qWait(300);
    QCOMPARE(session->state(), Session::State::Locked);
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    QTest::qWait(500);
    QCOMPARE(maya.waysToUnlock(), std::size_t{1}); // it stays off

    QSignalSpy turned(session->unlocking(), &app::Unlocking::turned);
    session->unlocking()->turnOn("not this one at all");
    QVERIFY(turned.wait(10'000));
    QVERIFY(!turned.takeFirst().at(0).toString().isEmpty());
    QVERIFY(!session->unlocking()->keychain());
    QTRY_VERIFY(entryOf(maya).empty()); // of the key that opens nothing
    // Given up then, it is off at the next passphrase.
    session.reset();
    session = maya.started();
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    QTest::qWait(500);
    QCOMPARE(maya.waysToUnlock(), std::size_t{1});
    // Turned off while the keychain has not answered yet.
    session->unlocking()->turnOn(maya.passphrase);
    session->unlocking()->turnOff();
    QTest::qWait(500);
    QVERIFY(!session->unlocking()->keychain());
    QCOMPARE(maya.waysToUnlock(), std::size_t{1});

    QSignalSpy again(session->unlocking(), &app::Unlocking::turned);
    session->unlocking()->turnOn(maya.passphrase);
    QVERIFY(again.wait(10'000));
    QCOMPARE(again.takeFirst().at(0).toString(), QString());
    QVERIFY(session->unlocking()->keychain());
    session.reset();
    QVERIFY(Person::waitOpen(*maya.started()));
  }

  void autoLockRestsWhileTheKeychainUnlocksAndLockNowHolds() {
    Person maya;
    maya.minute = std::chrono::milliseconds{20};
    maya.create();
    auto session = maya.started();
    QVERIFY(Person::waitOpen(*session));
    QTest::qWait(600); // fifteen such minutes, twice over
    QCOMPARE(session->state(), Session::State::Open);
    session->lock();
    QTest::qWait(500);
    QCOMPARE(session->state(), Session::State::Locked); // not opened again behind the person's back
    session->unlocking()->ask();
    QVERIFY(Person::waitOpen(*session));
  }

  // The last one: with nobody to ask, the daemon leaves libsecret waiting for ever, and the queue behind it.
  void aLockedKeychainFallsBackToThePassphrase() {
    Person maya;
    maya.create();
    QDBusInterface service("org.freedesktop.secrets", "/org/freedesktop/secrets",
                           "org.freedesktop.Secret.Service");
    const QString collection = defaultCollection();
    service.call("Lock", QVariant::fromValue(QList{QDBusObjectPath(collection)}));
    maya.patience = std::chrono::seconds{3};
    auto session = maya.started();
    QTRY_VERIFY_WITH_TIMEOUT(!session->unlocking()->note().isEmpty(), 6000);
    QCOMPARE(session->state(), Session::State::Locked);
    // With a display there may be somebody to ask, who does not come; without one it says no at once.
    const QString note = session->unlocking()->note();
    QVERIFY2(note.contains("locked") || note.contains("doesn’t answer"), qPrintable(note));
    QVERIFY(note.contains("Your passphrase opens the profile."));
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
  }

 private:
  // Nothing while no daemon is there: to ask would start one that is not ours.
  static QString defaultCollection() {
    if (!QDBusConnection::sessionBus().interface()->isServiceRegistered("org.freedesktop.secrets")) return {};
    QDBusInterface service("org.freedesktop.secrets", "/org/freedesktop/secrets",
                           "org.freedesktop.Secret.Service");
    const QDBusMessage answer = service.call("ReadAlias", "default");
    if (answer.type() != QDBusMessage::ReplyMessage) return {};
    const QString path = answer.arguments().at(0).value<QDBusObjectPath>().path();
    return path == "/" ? QString() : path;
  }
  SecretBytes entryOf(const Person& person) {
    SecretBytes found;
    bool answered = false;
    m_keychain.read(QString::fromStdString(replica::unlockWays(person.directory())->vaultId),
                    [&](Keychain::Outcome, SecretBytes secret) {
                      found = std::move(secret);
                      answered = true;
                    });
    (void)QTest::qWaitFor([&] { return answered; }, 10'000);
    return found;
  }

  QTemporaryDir m_home;
  QProcess m_daemon;
  Keychain m_keychain{std::chrono::seconds{5}};
};

QTEST_MAIN(TestKeychain)
#include "test_keychain.moc"
