#include <QtTest>

#include "core/crypto/signing/key_pair.h"
#include "core/crypto/signing/system_random.h"

namespace test_key_pair {

using namespace meridian;
using namespace meridian::signing;

namespace {

// RFC 8032, section 7.1, test 1.
const Bytes seed = fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60").value();

Bytes message() {
  Bytes bytes(32);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    bytes[i] = static_cast<std::uint8_t>(i);
  return bytes;
}

} // namespace

class TestKeyPair : public QObject {
  Q_OBJECT

 private slots:
  void aSeedGivesThePublicKeyOfRfc8032();
  void aSignatureCoversLengthDomainAndMessage();
  void aSignatureHoldsForItsKeyDomainAndMessageAlone();
  void everyFlippedBitBreaksASignature();
  void zeroKeysAndSignaturesAreRefused();
  void generatedKeysDiffer();
  void aKeyIsTheSameAgainFromItsSeed();
};

void TestKeyPair::aSeedGivesThePublicKeyOfRfc8032() {
  QCOMPARE(SigningKey::fromSeed(seed).id().hex(),
           std::string("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
}

// Computed with another implementation (Python's cryptography, over OpenSSL).
void TestKeyPair::aSignatureCoversLengthDomainAndMessage() {
  const Signature signature = SigningKey::fromSeed(seed).sign(domains::signChange, message());
  QCOMPARE(toHex(signature), std::string("2aab885c0eed15cb614ebbb60885d83e140594f947e818ba55c9c2c3b219a3f562f"
                                         "64d8aac401e5f0418dc76451cca36f741edf062bb86630763bacefd39470f"));
}

void TestKeyPair::aSignatureHoldsForItsKeyDomainAndMessageAlone() {
  const SigningKey key = SigningKey::fromSeed(seed);
  const Signature signature = key.sign(domains::signChange, message());
  QVERIFY(verify(key.publicKey(), domains::signChange, message(), signature));
  QVERIFY(!verify(key.publicKey(), domains::signJoin, message(), signature));
  QVERIFY(!verify(key.publicKey(), domains::signChange, Bytes(32, 9), signature));
  SystemRandom random;
  QVERIFY(!verify(SigningKey::generate(random).publicKey(), domains::signChange, message(), signature));
}

void TestKeyPair::everyFlippedBitBreaksASignature() {
  const SigningKey key = SigningKey::fromSeed(seed);
  const Signature good = key.sign(domains::receipt, message());
  for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
    Signature bad = good;
    bad[bit / 8] = static_cast<std::uint8_t>(bad[bit / 8] ^ (1u << (bit % 8)));
    QVERIFY(!verify(key.publicKey(), domains::receipt, message(), bad));
  }
}

void TestKeyPair::zeroKeysAndSignaturesAreRefused() {
  const SigningKey key = SigningKey::fromSeed(seed);
  QVERIFY(!verify(key.publicKey(), domains::receipt, message(), Signature{}));
  QVERIFY(!verify(PublicKey{}, domains::receipt, message(), Signature{}));
  // The neutral element as key and as R, with s = 0, would sign everything.
  PublicKey neutral{1};
  Signature forged{1};
  QVERIFY(!verify(neutral, domains::receipt, message(), forged));
}

void TestKeyPair::generatedKeysDiffer() {
  SystemRandom random;
  QVERIFY(SigningKey::generate(random).id() != SigningKey::generate(random).id());
}

void TestKeyPair::aKeyIsTheSameAgainFromItsSeed() {
  SystemRandom random;
  const SigningKey key = SigningKey::generate(random);
  const SigningKey again = SigningKey::fromSeed(key.seed());
  QVERIFY(again.id() == key.id());
  QVERIFY(verify(key.publicKey(), domains::hello, message(), again.sign(domains::hello, message())));
}

QTEST_APPLESS_MAIN(TestKeyPair)

} // namespace test_key_pair
#include "test_key_pair.moc"
