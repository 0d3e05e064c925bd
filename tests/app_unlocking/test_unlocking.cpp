// Unlocking where there is no keychain: no bus leads to one. Passphrases, auto-lock, and where times are
// shown.
#include <QKeyEvent>
#include <atomic>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "tests/app_unlocking/person.h"

#include "app/keyboard.h"
#include "app/new_passphrase.h"
#include "core/base/file.h"
#include "core/replica/work.h"
#include "tests/support/as_nobody.h"

using namespace meridian;
using test::Person;
using test::Session;

namespace {

// On which thread a connection was begun, and on which it ended.
struct Threads {
  std::atomic<QThread*> begun = nullptr, ended = nullptr;
};

// Leads nowhere.
class NotedWire final : public app::Wire {
 public:
  explicit NotedWire(Threads& threads) : m_threads(threads) { m_threads.begun = QThread::currentThread(); }
  void send(Bytes) override {}
  [[nodiscard]] std::size_t queuedBytes() const override { return 0; }
  void close() override { m_threads.ended = QThread::currentThread(); }

 private:
  Threads& m_threads;
};

} // namespace

class TestUnlocking : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
  }
  void cleanup() { qputenv("TZ", "UTC"); }

  void withoutAKeychainThePassphraseUnlocksAndNobodyIsNagged() {
    Person maya;
    auto session = maya.started();
    session->createProfile("Maya Collins", "America/Los_Angeles", maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    QTest::qWait(1500); // the keychain has had its chance to say no
    QVERIFY(!session->unlocking()->keychain());
    QCOMPARE(session->unlocking()->note(), QString());
    session.reset();
    session = maya.started();
    QTest::qWait(300);
    QCOMPARE(session->state(), Session::State::Locked);
    QCOMPARE(session->unlocking()->note(), QString());
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    QCOMPARE(maya.waysToUnlock(), std::size_t{1});
    // Asked for, it says why it cannot be.
    QSignalSpy turned(session->unlocking(), &app::Unlocking::turned);
    session->unlocking()->turnOn(maya.passphrase);
    QVERIFY(turned.wait(10'000));
    QVERIFY(turned.takeFirst().at(0).toString().contains("No keychain"));
    QVERIFY(!session->unlocking()->keychain());
    // Off is what the settings show, and it stays off when a keychain comes later.
    QCOMPARE(session->preferences()->keychain(), std::optional(false));
  }

  void aKeychainThatIsNoLongerThereFallsBackToThePassphrase() {
    Person maya;
    maya.keychain = false;
    maya.create();
    replica::Unlock existing, key;
    existing.passphrase = maya.passphrase.toStdString();
    key.with = replica::Unlock::With::RawKey;
    key.rawKey = SecretBytes::copyOf(Bytes(32, 7));
    QVERIFY(replica::addUnlock(maya.directory(), existing, key));
    maya.keychain = true;
    auto session = maya.started();
    QTRY_VERIFY_WITH_TIMEOUT(session->unlocking()->note().contains("No keychain answers"), 10'000);
    QCOMPARE(session->state(), Session::State::Locked);
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    QVERIFY(!session->unlocking()->unlocksItself()); // so auto-lock holds
  }

  // What the form takes is what the core takes, however a keyboard composes its letters.
  void aPassphraseIsCountedComposed() {
    Person maya;
    maya.keychain = false;
    const QString decomposed = QStringLiteral("и\u0306"), composed = QStringLiteral("й");
    app::NewPassphrase chosen;
    for (const auto& letter : {decomposed, composed}) {
      auto session = maya.started();
      chosen.setTyped(letter.repeated(11));
      QVERIFY(!chosen.fits());
      session->createProfile("Maya Collins", "America/Los_Angeles", letter.repeated(11));
      QTRY_VERIFY_WITH_TIMEOUT(!session->problem().isEmpty(), 10'000);
      QVERIFY(!replica::profileExists(maya.directory()));
    }
    auto session = maya.started();
    chosen.setTyped(decomposed.repeated(12));
    QVERIFY(chosen.fits());
    session->createProfile("Maya Collins", "America/Los_Angeles", decomposed.repeated(12));
    QVERIFY(Person::waitOpen(*session));
    session.reset();
    session = maya.started();
    session->unlock(composed.repeated(12));
    QVERIFY(Person::waitOpen(*session));
  }

  void wrongEntriesEraseAndLockOutNothing() {
    Person maya;
    maya.keychain = false;
    maya.create();
    auto session = maya.started();
    for (int i = 0; i < 3; ++i) {
      session->unlock("no such words " + QString::number(i));
      QTRY_COMPARE_WITH_TIMEOUT(session->state(), Session::State::Locked, 10'000);
      QVERIFY(session->problem().contains("Nothing was changed"));
    }
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
  }

  // A second process holds it: another descriptor of the lock is as good as another process.
  void aProfileThatIsOpenElsewhereIsLeftAlone() {
    Person maya;
    maya.keychain = false;
    maya.create();
    const int held = ::open((maya.directory() / "lock").c_str(), O_RDWR | O_CLOEXEC);
    QCOMPARE(::flock(held, LOCK_EX | LOCK_NB), 0);
    auto session = maya.started();
    session->unlock(maya.passphrase);
    QTRY_VERIFY_WITH_TIMEOUT(!session->problem().isEmpty(), 20'000);
    QCOMPARE(session->state(), Session::State::Locked);
    QCOMPARE(session->problem(),
             "This profile is open in another window. Nothing was changed. Use that one or "
             "close it.");
    session->setLanguage("ru");
    QVERIFY(session->problem().contains("Ничего не изменилось."));
    session->setLanguage("en");
    ::close(held);
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
  }

  void aFileThatWasCutShortIsSaidToBeDamagedAndKept() {
    Person maya;
    maya.keychain = false;
    maya.create();
    const auto file = maya.directory() / "replica.db";
    const auto whole = readFile(file, 64u << 20).value();
    for (const std::size_t left : {std::size_t{0}, std::size_t{100}, whole.size() / 2}) {
      std::filesystem::resize_file(file, left);
      auto session = maya.started();
      session->unlock(maya.passphrase);
      QTRY_VERIFY_WITH_TIMEOUT(!session->problem().isEmpty(), 20'000);
      QCOMPARE(session->state(), Session::State::Locked);
      QVERIFY2(session->problem().startsWith("Part of the data on this device is damaged."),
               qPrintable(session->problem()));
      QCOMPARE(std::filesystem::file_size(file), left);
      QVERIFY(writeFileDurably(file, whole));
    }
    auto session = maya.started();
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    QCOMPARE(session->myName(), "Maya Collins");
  }

  void aFolderThatTakesNoWritesIsNamedAndOpensOnceItDoes() {
    Person maya;
    maya.keychain = false;
    maya.create();
    std::filesystem::permissions(maya.folder.path().toStdString(), std::filesystem::perms::all);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(maya.folder.path().toStdString()))
      QVERIFY(test::AsNobody(entry.path()));
    std::filesystem::permissions(maya.directory(),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    auto session = maya.session();
    {
      const test::AsNobody somebody(maya.directory());
      QVERIFY(somebody);
      session->start();
      session->unlock(maya.passphrase);
      QTRY_VERIFY_WITH_TIMEOUT(!session->problem().isEmpty(), 20'000);
      QCOMPARE(session->state(), Session::State::Locked);
      QCOMPARE(session->problem(),
               "Meridian can’t write to its folder. Allow writing and try again; what was "
               "saved is safe.");
    }
    std::filesystem::permissions(maya.directory(), std::filesystem::perms::owner_all);
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    QCOMPARE(session->myName(), "Maya Collins");
  }

  void aFolderThatLostItsVaultIsNotTakenForAnEmptyOne() {
    Person maya;
    maya.keychain = false;
    QCOMPARE(maya.started()->problem(), QString());
    maya.create();
    const auto vault = maya.directory() / "profile.vault", aside = maya.directory() / "aside";
    std::filesystem::rename(vault, aside);
    auto session = maya.started();
    QCOMPARE(session->state(), Session::State::NoProfile);
    QVERIFY(session->problem().contains("profile.vault is missing"));
    std::filesystem::rename(aside, vault);
    session = maya.started();
    QCOMPARE(session->problem(), QString());
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
  }

  void aPassphraseOpensHoweverItsLettersAreComposed() {
    Person maya;
    maya.keychain = false;
    maya.passphrase =
        QString::fromUtf8("ёлка йогурт ножницы ёж чай").normalized(QString::NormalizationForm_D);
    maya.create();
    auto session = maya.started();
    session->unlock(maya.passphrase.normalized(QString::NormalizationForm_C));
    QVERIFY(Person::waitOpen(*session));
  }

  void theProfileLocksAfterTheChosenTimeWithoutATouch() {
    Person maya;
    maya.keychain = false;
    maya.minute = std::chrono::milliseconds{400};
    maya.create();
    auto session = maya.session();
    session->preferences()->setAutoLockMinutes(5); // two seconds here
    session->start();
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    // Somebody is there.
    for (int i = 0; i < 12; ++i) {
      QTest::qWait(200);
      QKeyEvent key(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier);
      QCoreApplication::sendEvent(QCoreApplication::instance(), &key);
    }
    QCOMPARE(session->state(), Session::State::Open);
    QTRY_COMPARE_WITH_TIMEOUT(session->state(), Session::State::Locked, 10'000);
    QTRY_VERIFY(!session->core().isOpen());
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    session->preferences()->setAutoLockMinutes(0);
    QTest::qWait(3000);
    QCOMPARE(session->state(), Session::State::Open);
  }

  void aProfileUnlockedAtOnceAfterLockingOpensCleanly() {
    Person maya;
    maya.keychain = false;
    maya.create();
    auto session = maya.started();
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    session->lock();
    QCOMPARE(session->state(), Session::State::Locked);
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    QTest::qWait(300);
    QVERIFY(session->core().isOpen());
    QCOMPARE(session->myName(), "Maya Collins");
  }

  // The key takes its time to make, and the window may be closed meanwhile: what the opening begins ends
  // where it began, before the replica does.
  void aWindowClosedWhileTheProfileOpensLeavesNoConnectionBehind() {
    Person maya;
    maya.keychain = false;
    maya.create();
    bool founded = false;
    {
      auto session = maya.started();
      session->unlock(maya.passphrase);
      QVERIFY(Person::waitOpen(*session));
      session->core().ask(
          session.get(),
          [](replica::Replica& replica) {
            domain::Bilingual name;
            name.en = "Verba";
            const auto campaign = replica::Founding::create(replica, "Verba", name);
            const replica::RelayAddress relay{"wss://127.0.0.1:1", RelayId{{1}}, {}, {}};
            return campaign && replica::Access(replica, *campaign).setRelay(relay);
          },
          [&](bool done) { founded = done; });
      QTRY_VERIFY(founded);
    }
    Threads threads;
    maya.wires = [&](app::Executor&) -> app::OpenWire {
      return [&](const auto&, const auto&) { return std::make_unique<NotedWire>(threads); };
    };
    maya.started()->unlock(maya.passphrase);
    QVERIFY(threads.begun != nullptr);
    QCOMPARE(threads.ended.load(), threads.begun.load());
    QVERIFY(threads.ended != QThread::currentThread());
  }

  void elsewhereTimesAreOfferedThereAndTheAnswerIsRemembered() {
    Person maya;
    maya.keychain = false;
    maya.create();
    qputenv("TZ", "Europe/Belgrade");
    auto session = maya.started();
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    QCOMPARE(session->offeredZone(), "Europe/Belgrade");
    QCOMPARE(session->reader().zone, "America/Los_Angeles");
    const Instant promise = *parseInstant("2027-03-12T22:00:00Z");
    QVERIFY(app::whenText(promise, session->reader()).endsWith("Mar, 14:00"));
    QSignalSpy changed(session.get(), &Session::changed);
    session->showTimesHere();
    QVERIFY(!changed.empty());
    QCOMPARE(session->offeredZone(), QString());
    QCOMPARE(session->shownZone(), "Europe/Belgrade");
    // The instant is the same; what others see of me too.
    QVERIFY(app::whenText(promise, session->reader()).endsWith("Mar, 23:00"));
    QCOMPARE(session->myZone(), "America/Los_Angeles");
    session.reset();
    session = maya.started();
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    QCOMPARE(session->reader().zone, "Europe/Belgrade");
    session->keepProfileZone();
    QCOMPARE(session->reader().zone, "America/Los_Angeles");
    QCOMPARE(session->offeredZone(), QString());
    session.reset();
    // Kept for Belgrade, not for Moscow; and at home nothing is asked.
    qputenv("TZ", "Europe/Moscow");
    session = maya.started();
    session->unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(*session));
    QCOMPARE(session->offeredZone(), "Europe/Moscow");
    session.reset();
    for (const char* same : {"America/Los_Angeles", "America/Tijuana", "Etc/UTC", "UTC"}) {
      qputenv("TZ", same);
      session = maya.started();
      session->unlock(maya.passphrase);
      QVERIFY(Person::waitOpen(*session));
      QVERIFY2(session->offeredZone().isEmpty(), same);
      session.reset();
    }
  }

  void theDemoShowsItsScriptsZonesWhereverItRuns() {
    qputenv("TZ", "Europe/Belgrade");
    Person maya;
    maya.keychain = false;
    maya.create();
    Session::Options options;
    options.directory = maya.directory();
    options.incarnationDirectory = maya.folder.path().toStdString() + "/state";
    options.clock = maya.clock;
    options.demo = true;
    Session session(options, {.language = "en", .theme = "light"});
    session.start();
    session.unlock(maya.passphrase);
    QVERIFY(Person::waitOpen(session));
    QCOMPARE(session.offeredZone(), QString());
    QCOMPARE(session.reader().zone, "America/Los_Angeles");
  }

  void lettersTellTheKeyboardWhereTheSystemDoesNot() {
    app::Keyboard keyboard;
    QCOMPARE(keyboard.layout(), QString()); // nothing is claimed
    keyboard.typed("5", false);
    QCOMPARE(keyboard.layout(), QString());
    keyboard.typed("a", false);
    QCOMPARE(keyboard.layout(), "EN");
    QVERIFY(!keyboard.capsLock());
    keyboard.typed(QString::fromUtf8("ф"), false);
    QCOMPARE(keyboard.layout(), "RU");
    keyboard.typed(QString::fromUtf8("Ф"), false);
    QVERIFY(keyboard.capsLock());
    keyboard.typed(QString::fromUtf8("Ф"), true);
    QVERIFY(!keyboard.capsLock());
  }
};

QTEST_MAIN(TestUnlocking)
#include "test_unlocking.moc"
