#include <QtTest>

#include "core/crypto/sealing/box.h"
#include "core/crypto/signing/system_random.h"
#include "tests/core_crypto/seeded_random.h"

namespace test_box {

using namespace meridian;
using namespace meridian::sealing;

class TestBox : public QObject {
  Q_OBJECT

 private slots:
  void itsOwnerAloneOpensABox();
  void aSealedKeyTakesEightyBytes();
  void oneSeedSealsTheSameTwice();
  void everyFlippedBitIsRefused();
  void tooShortIsDamaged();
  void nothingIsSealedToAKeyOfSmallOrder();
  void aKeyIsTheSameAgainFromItsSeed();
};

void TestBox::itsOwnerAloneOpensABox() {
  signing::SystemRandom random;
  const BoxKey owner = BoxKey::generate(random);
  const BoxKey other = BoxKey::generate(random);
  const Bytes sealed = sealTo(owner.publicKey(), asBytes("a space key")).value();
  QCOMPARE(asText(owner.open(sealed).value().view()), std::string_view("a space key"));
  QCOMPARE(other.open(sealed).error().code, ErrorCode::WrongKey);
  QVERIFY(owner.open(sealTo(owner.publicKey(), {}).value()).value().empty());
}

void TestBox::aSealedKeyTakesEightyBytes() {
  signing::SystemRandom random;
  QCOMPARE(sealTo(BoxKey::generate(random).publicKey(), Bytes(32, 1), random).value().size(),
           std::size_t{80});
}

void TestBox::oneSeedSealsTheSameTwice() {
  SeededRandom first(7);
  SeededRandom second(7);
  const BoxKey owner = BoxKey::fromSeed(Bytes(boxSeedBytes, 9));
  const Bytes sealed = sealTo(owner.publicKey(), asBytes("x"), first).value();
  QCOMPARE(sealTo(owner.publicKey(), asBytes("x"), second).value(), sealed);
  QVERIFY(sealTo(owner.publicKey(), asBytes("x"), first).value() != sealed);
}

void TestBox::everyFlippedBitIsRefused() {
  const BoxKey owner = BoxKey::fromSeed(Bytes(boxSeedBytes, 9));
  const Bytes sealed = sealTo(owner.publicKey(), asBytes("key")).value();
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    // X25519 passes over the top bit of a public key, and the nonce covers it.
    Bytes bad = sealed;
    bad[bit / 8] = static_cast<std::uint8_t>(bad[bit / 8] ^ (1u << (bit % 8)));
    QVERIFY2(!owner.open(bad), std::to_string(bit).c_str());
  }
}

void TestBox::tooShortIsDamaged() {
  const BoxKey owner = BoxKey::fromSeed(Bytes(boxSeedBytes, 9));
  QCOMPARE(owner.open(Bytes(boxOverheadBytes - 1, 0)).error().code, ErrorCode::Damaged);
  QCOMPARE(owner.open(Bytes(boxOverheadBytes, 0)).error().code, ErrorCode::WrongKey);
}

void TestBox::nothingIsSealedToAKeyOfSmallOrder() {
  QCOMPARE(sealTo(BoxPublicKey{}, asBytes("x")).error().code, ErrorCode::InvalidArgument);
  QCOMPARE(sealTo(BoxPublicKey{1}, asBytes("x")).error().code, ErrorCode::InvalidArgument);
}

void TestBox::aKeyIsTheSameAgainFromItsSeed() {
  signing::SystemRandom random;
  const BoxKey key = BoxKey::generate(random);
  const BoxKey again = BoxKey::fromSeed(key.seed());
  QVERIFY(again.publicKey() == key.publicKey());
  QVERIFY(again.open(sealTo(key.publicKey(), asBytes("x")).value()));
}

QTEST_APPLESS_MAIN(TestBox)

} // namespace test_box
#include "test_box.moc"
