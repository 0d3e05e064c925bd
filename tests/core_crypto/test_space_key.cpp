#include <QtTest>

#include "core/crypto/sealing/space_key.h"
#include "core/crypto/signing/system_random.h"

namespace test_space_key {

using namespace meridian;
using namespace meridian::sealing;

namespace {

SecretBytes keyOf(std::uint8_t byte) { return SecretBytes::copyOf(Bytes(keyBytes, byte)); }

SecretBytes combined(std::initializer_list<const SecretBytes*> keys) {
  return combine(std::span(keys.begin(), keys.size()));
}

} // namespace

class TestSpaceKey : public QObject {
  Q_OBJECT

 private slots:
  void aKeyIsNamedByItsHash();
  void combiningMatchesAFixedVector();
  void anyOrderGivesTheSameKey();
  void everyPartIsNeeded();
  void newKeysDiffer();
};

// The vectors were computed with Python's hashlib.blake2b.
void TestSpaceKey::aKeyIsNamedByItsHash() {
  QCOMPARE(keyId(keyOf(1)).hex(),
           std::string("11476e0cf892d90b94ace2900c8138daccfe672c72ad1844660b57a36d329de0"));
  QCOMPARE(keyId(keyOf(2)).hex(),
           std::string("e46636d040ba0cb4bcc6a5d604246b238042a41c4f96c00c90089348f8c20276"));
}

void TestSpaceKey::combiningMatchesAFixedVector() {
  const SecretBytes one = keyOf(1);
  const SecretBytes two = keyOf(2);
  QCOMPARE(toHex(combined({&one, &two}).view()),
           std::string("be146c0fd981629326aaea1ddbc59be3c8cc984a07eadf7f6c0048b1ce1fb83d"));
}

void TestSpaceKey::anyOrderGivesTheSameKey() {
  const SecretBytes one = keyOf(1);
  const SecretBytes two = keyOf(2);
  const SecretBytes three = keyOf(3);
  const SecretBytes key = combined({&one, &two, &three});
  QVERIFY(combined({&three, &one, &two}) == key);
  QVERIFY(combined({&two, &three, &one}) == key);
}

void TestSpaceKey::everyPartIsNeeded() {
  const SecretBytes one = keyOf(1);
  const SecretBytes two = keyOf(2);
  const SecretBytes three = keyOf(3);
  const SecretBytes key = combined({&one, &two});
  QVERIFY(!(combined({&one, &three}) == key));
  QVERIFY(!(combined({&three, &two}) == key));
  QVERIFY(!(combined({&one, &two, &three}) == key));
  QVERIFY(!(combined({&one}) == one));
}

void TestSpaceKey::newKeysDiffer() {
  signing::SystemRandom random;
  QVERIFY(keyId(newSpaceKey(random)) != keyId(newSpaceKey(random)));
}

QTEST_APPLESS_MAIN(TestSpaceKey)

} // namespace test_space_key
#include "test_space_key.moc"
