#include <QtTest>

#include "core/crypto/sealing/kdf.h"
#include "core/crypto/signing/domains.h"

namespace test_kdf {

using namespace meridian;
using namespace meridian::sealing;

namespace {

KdfParameters cheap() {
  KdfParameters parameters{{2, kdfCostMin.memKib}, {}};
  for (std::size_t i = 0; i < parameters.salt.size(); ++i)
    parameters.salt[i] = static_cast<std::uint8_t>(i);
  return parameters;
}

} // namespace

class TestKdf : public QObject {
  Q_OBJECT

 private slots:
  void aPassphraseIsOneKeyHoweverItsLettersAreComposed();
  void normalisingRefusesWhatIsNoPassphrase();
  void normalisingKeepsTheLimitAtItsEdge();
  void argon2idMatchesAFixedVector();
  void anotherPassphraseSaltOrCostIsAnotherKey();
  void costsOutOfBoundsAreRefused();
  void derivingMatchesAFixedVector();
  void derivingSeparatesDomainsAndInfo();
};

void TestKdf::aPassphraseIsOneKeyHoweverItsLettersAreComposed() {
  // é as one letter and as e with an accent; й likewise; Hangul from its parts.
  QVERIFY(normalisePassphrase("caf\u00E9").value() == normalisePassphrase("cafe\u0301").value());
  QVERIFY(normalisePassphrase("\u0439").value() == normalisePassphrase("\u0438\u0306").value());
  QVERIFY(normalisePassphrase("\uD55C").value() == normalisePassphrase("\u1112\u1161\u11AB").value());
  // Not compatibility forms, not case, not spaces.
  QVERIFY(!(normalisePassphrase("ﬁne").value() == normalisePassphrase("fine").value()));
  QVERIFY(!(normalisePassphrase("Fine").value() == normalisePassphrase("fine").value()));
  QCOMPARE(asText(normalisePassphrase(" two words ").value().view()), std::string_view(" two words "));
}

void TestKdf::normalisingRefusesWhatIsNoPassphrase() {
  QCOMPARE(normalisePassphrase("").error().code, ErrorCode::InvalidArgument);
  QCOMPARE(normalisePassphrase("\xC0\x80").error().code, ErrorCode::InvalidArgument);
}

void TestKdf::normalisingKeepsTheLimitAtItsEdge() {
  QVERIFY(normalisePassphrase(std::string(passphraseBytesMax, 'a')));
  QVERIFY(!normalisePassphrase(std::string(passphraseBytesMax + 1, 'a')));
  QVERIFY(!normalisePassphrase(std::string(100'000, 'a')));
  // The limit is that of the normal form.
  std::string decomposed;
  for (std::size_t i = 0; i < passphraseBytesMax / 2; ++i)
    decomposed += "e\u0301";
  QVERIFY(decomposed.size() > passphraseBytesMax);
  QCOMPARE(normalisePassphrase(decomposed).value().size(), passphraseBytesMax);
  QVERIFY(!normalisePassphrase(decomposed + "a"));
}

// Computed with another implementation (Python's cryptography, over OpenSSL).
void TestKdf::argon2idMatchesAFixedVector() {
  const SecretBytes passphrase = normalisePassphrase("cafe\u0301").value();
  QCOMPARE(toHex(passphraseKey(passphrase, cheap()).value().view()),
           std::string("6d589368849f8a66880b0d7116c307802a91238ef5f00d9febc7f12634db5ecc"));
}

void TestKdf::anotherPassphraseSaltOrCostIsAnotherKey() {
  const SecretBytes passphrase = normalisePassphrase("five random words").value();
  const SecretBytes key = passphraseKey(passphrase, cheap()).value();
  QVERIFY(passphraseKey(passphrase, cheap()).value() == key);
  QVERIFY(!(passphraseKey(normalisePassphrase("five random word").value(), cheap()).value() == key));
  KdfParameters salted = cheap();
  salted.salt[15] ^= 1;
  QVERIFY(!(passphraseKey(passphrase, salted).value() == key));
  KdfParameters harder = cheap();
  ++harder.cost.ops;
  QVERIFY(!(passphraseKey(passphrase, harder).value() == key));
}

void TestKdf::costsOutOfBoundsAreRefused() {
  QVERIFY(isAcceptable(interactiveCost) && isAcceptable(moderateCost));
  QVERIFY(isAcceptable(kdfCostMin) && isAcceptable(kdfCostMax));
  const SecretBytes passphrase = normalisePassphrase("five random words").value();
  for (const KdfCost cost : {KdfCost{0, kdfCostMin.memKib}, KdfCost{kdfCostMax.ops + 1, kdfCostMin.memKib},
                             KdfCost{1, kdfCostMin.memKib - 1}, KdfCost{1, kdfCostMax.memKib + 1},
                             KdfCost{1, 0}, KdfCost{0xFFFFFFFF, 0xFFFFFFFF}}) {
    KdfParameters parameters = cheap();
    parameters.cost = cost;
    QCOMPARE(passphraseKey(passphrase, parameters).error().code, ErrorCode::InvalidArgument);
  }
}

// Computed with Python's hashlib.blake2b.
void TestKdf::derivingMatchesAFixedVector() {
  QCOMPARE(toHex(derive(Bytes(32, 1), signing::domains::kdfVault, asBytes("info")).view()),
           std::string("22efde7b79655281440eecc0c5c2a3b87578a32264cb942f9e1041dae4a5a2cd"));
}

void TestKdf::derivingSeparatesDomainsAndInfo() {
  const Bytes key(32, 1);
  const SecretBytes derived = derive(key, signing::domains::invitationSign);
  QVERIFY(!(derive(key, signing::domains::invitationBox) == derived));
  QVERIFY(!(derive(key, signing::domains::invitationSign, asBytes("x")) == derived));
  QVERIFY(!(derive(Bytes(32, 2), signing::domains::invitationSign) == derived));
}

QTEST_APPLESS_MAIN(TestKdf)

} // namespace test_kdf
#include "test_kdf.moc"
