#include <QtTest>

#include "core/crypto/sealing/aead.h"

namespace test_aead {

using namespace meridian;
using namespace meridian::sealing;

namespace {

Bytes hex(std::string_view text) { return fromHex(text).value(); }

SecretBytes keyOf(std::uint8_t byte) { return SecretBytes::copyOf(Bytes(keyBytes, byte)); }

} // namespace

class TestAead : public QObject {
  Q_OBJECT

 private slots:
  void itMatchesThePublicVector();
  void everyFlippedBitIsDamaged();
  void anotherKeyNonceOrAdditionalDataIsDamaged();
  void tooShortIsDamaged();
  void anEmptyPlaintextIsAuthenticatedToo();
};

// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
void TestAead::itMatchesThePublicVector() {
  const std::string plaintext =
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for "
      "the future, sunscreen would be it.";
  const SecretBytes key =
      SecretBytes::copyOf(hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"));
  const Bytes nonce = hex("404142434445464748494a4b4c4d4e4f5051525354555657");
  const Bytes aad = hex("50515253c0c1c2c3c4c5c6c7");
  const Bytes sealed = seal(key, nonce, asBytes(plaintext), aad);
  QCOMPARE(
      toHex(sealed),
      std::string("bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f"
                  "4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f"
                  "76b2383565d3fff921f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49"));
  QCOMPARE(std::string(asText(open(key, nonce, sealed, aad).value())), plaintext);
  QCOMPARE(std::string(asText(openSecret(key, nonce, sealed, aad).value().view())), plaintext);
}

void TestAead::everyFlippedBitIsDamaged() {
  const SecretBytes key = keyOf(1);
  const Bytes nonce(nonceBytes, 2);
  const Bytes sealed = seal(key, nonce, asBytes("caption"), asBytes("header"));
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    Bytes bad = sealed;
    bad[bit / 8] = static_cast<std::uint8_t>(bad[bit / 8] ^ (1u << (bit % 8)));
    QCOMPARE(open(key, nonce, bad, asBytes("header")).error().code, ErrorCode::Damaged);
  }
}

void TestAead::anotherKeyNonceOrAdditionalDataIsDamaged() {
  const SecretBytes key = keyOf(1);
  const Bytes nonce(nonceBytes, 2);
  const Bytes sealed = seal(key, nonce, asBytes("caption"), asBytes("header"));
  QVERIFY(open(key, nonce, sealed, asBytes("header")));
  QVERIFY(!open(keyOf(3), nonce, sealed, asBytes("header")));
  QVERIFY(!open(key, Bytes(nonceBytes, 3), sealed, asBytes("header")));
  QVERIFY(!open(key, nonce, sealed, asBytes("headeR")));
  QVERIFY(!open(key, nonce, sealed, {}));
  QVERIFY(!openSecret(keyOf(3), nonce, sealed, asBytes("header")));
}

void TestAead::tooShortIsDamaged() {
  const Bytes nonce(nonceBytes, 2);
  for (std::size_t size = 0; size < tagBytes; ++size) {
    QCOMPARE(open(keyOf(1), nonce, Bytes(size, 0), {}).error().code, ErrorCode::Damaged);
    QCOMPARE(openSecret(keyOf(1), nonce, Bytes(size, 0), {}).error().code, ErrorCode::Damaged);
  }
}

void TestAead::anEmptyPlaintextIsAuthenticatedToo() {
  const Bytes nonce(nonceBytes, 2);
  const Bytes sealed = seal(keyOf(1), nonce, {}, asBytes("header"));
  QCOMPARE(sealed.size(), tagBytes);
  QVERIFY(open(keyOf(1), nonce, sealed, asBytes("header")).value().empty());
  QVERIFY(openSecret(keyOf(1), nonce, sealed, asBytes("header")).value().empty());
  QVERIFY(!openSecret(keyOf(1), nonce, sealed, asBytes("other")));
}

QTEST_APPLESS_MAIN(TestAead)

} // namespace test_aead
#include "test_aead.moc"
