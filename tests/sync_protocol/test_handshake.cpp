#include "sync/protocol/handshake.h"

#include <QTest>

#include "core/base/limits.h"
#include "tests/core_crypto/seeded_random.h"

namespace test_handshake {

using namespace meridian;
using namespace meridian::protocol;

namespace {

struct LogIn {
  SeededRandom random{42};
  signing::SigningKey relay = signing::SigningKey::generate(random);
  signing::SigningKey device = signing::SigningKey::generate(random);
  Hello hello;
  Auth auth;
  Welcome welcome;

  LogIn() {
    hello.formats = {1};
    hello.relay = RelayId{relay.publicKey()};
    hello.generation = random.id<Generation>();
    hello.challenge = random.id<Nonce>();
    signHello(hello, relay);
    auth.formats = {1};
    auth.key = device.id();
    auth.nonce = random.id<Nonce>();
    signAuth(auth, hello, device);
    signWelcome(welcome, hello, auth, relay);
  }
};

} // namespace

class TestHandshake : public QObject {
  Q_OBJECT

 private slots:
  void anHonestLogInHolds() {
    const LogIn in;
    QVERIFY(verifyHello(in.hello));
    QVERIFY(verifyAuth(in.auth, in.hello));
    QVERIFY(verifyWelcome(in.welcome, in.hello, in.auth));
  }

  void aHelloIsSignedByTheIdentityItNames() {
    const LogIn in;
    const auto broken = [&](auto change) {
      auto hello = in.hello;
      change(hello);
      return !verifyHello(hello);
    };
    QVERIFY(broken([](Hello& h) { h.versionLow = 2; }));
    QVERIFY(broken([](Hello& h) { h.versionHigh = 2; }));
    QVERIFY(broken([](Hello& h) { h.generation.bytes[3] ^= 1; }));
    QVERIFY(broken([](Hello& h) { h.challenge.bytes[0] ^= 1; }));
    QVERIFY(broken([](Hello& h) { h.signature[5] ^= 1; }));
    QVERIFY(broken([](Hello& h) { h.signature = {}; }));
    QVERIFY(broken([&](Hello& h) { h.relay = RelayId{in.device.publicKey()}; }));
  }

  void aLogInIsSignedByTheKeyItNames() {
    const LogIn in;
    auto auth = in.auth;
    auth.signature[0] ^= 1;
    QVERIFY(!verifyAuth(auth, in.hello));
    auth = in.auth;
    auth.key = DeviceId{in.relay.publicKey()}; // somebody else's name over my signature
    QVERIFY(!verifyAuth(auth, in.hello));
    auth = in.auth;
    auth.nonce.bytes[0] ^= 1;
    QVERIFY(!verifyAuth(auth, in.hello));
  }

  void aLogInCannotBeReplayed() {
    LogIn in;
    auto later = in.hello;
    later.challenge = in.random.id<Nonce>();
    signHello(later, in.relay);
    QVERIFY(!verifyAuth(in.auth, later)); // at the same relay
    auto elsewhere = in.hello;
    elsewhere.relay = RelayId{in.device.publicKey()};
    QVERIFY(!verifyAuth(in.auth, elsewhere)); // nor handed on to another relay with the same challenge
  }

  void aWelcomeCannotBeReplayed() {
    LogIn in;
    auto auth = in.auth;
    auth.nonce = in.random.id<Nonce>();
    signAuth(auth, in.hello, in.device);
    QVERIFY(verifyAuth(auth, in.hello));
    QVERIFY(!verifyWelcome(in.welcome, in.hello, auth)); // of a log-in before this one
    auto forged = in.welcome;
    signWelcome(forged, in.hello, auth, in.device);
    QVERIFY(!verifyWelcome(forged, in.hello, auth));
  }

  void signaturesOfOneStepFitNoOther() {
    LogIn in;
    // The relay's own words come back as a log-in with its key.
    auto auth = in.auth;
    auth.key = DeviceId{in.relay.publicKey()};
    auth.signature = in.welcome.signature;
    QVERIFY(!verifyAuth(auth, in.hello));
    auto welcome = in.welcome;
    welcome.signature = in.hello.signature;
    QVERIFY(!verifyWelcome(welcome, in.hello, in.auth));
  }

  void theHighestCommonVersionIsTaken() {
    QCOMPARE(commonVersion(versionMin, versionMax), std::optional(versionMax));
    QCOMPARE(commonVersion(0, 1'000), std::optional(versionMax));
    QCOMPARE(commonVersion(versionMax, versionMax + 5), std::optional(versionMax));
    QCOMPARE(commonVersion(versionMax + 1, versionMax + 5), std::optional<std::uint32_t>());
    QCOMPARE(commonVersion(0, versionMin - 1), std::optional<std::uint32_t>());
    QCOMPARE(commonVersion(versionMax, versionMin - 1),
             std::optional<std::uint32_t>()); // a range turned round
  }
};

QTEST_APPLESS_MAIN(TestHandshake)

} // namespace test_handshake
#include "test_handshake.moc"
