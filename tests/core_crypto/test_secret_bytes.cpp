#include <QtTest>

#include <type_traits>

#include "core/crypto/signing/secret_bytes.h"
#include "core/crypto/signing/system_random.h"

namespace test_secret_bytes {

using namespace meridian;

static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes>);

class TestSecretBytes : public QObject {
  Q_OBJECT

 private slots:
  void freshBytesAreZero();
  void equalityComparesContentsAndSize();
  void aMoveEmptiesTheSource();
  void aCloneIsASecondCopy();
  void clearingEmpties();
  void wipingOverwrites();
  void randomBytesDiffer();
};

void TestSecretBytes::freshBytesAreZero() {
  QCOMPARE(toHex(SecretBytes(4).view()), std::string("00000000"));
  QVERIFY(SecretBytes().empty());
  QVERIFY(SecretBytes(0).view().empty());
}

void TestSecretBytes::equalityComparesContentsAndSize() {
  const SecretBytes one = SecretBytes::copyOf(asBytes("secret"));
  QVERIFY(one == SecretBytes::copyOf(asBytes("secret")));
  QVERIFY(!(one == SecretBytes::copyOf(asBytes("secreT"))));
  QVERIFY(!(one == SecretBytes::copyOf(asBytes("secret1"))));
  QVERIFY(SecretBytes() == SecretBytes());
}

void TestSecretBytes::aMoveEmptiesTheSource() {
  SecretBytes from = SecretBytes::copyOf(asBytes("secret"));
  SecretBytes to = std::move(from);
  QVERIFY(from.empty());
  QCOMPARE(asText(to.view()), std::string_view("secret"));
  to = SecretBytes::copyOf(asBytes("other"));
  QCOMPARE(asText(to.view()), std::string_view("other"));
}

void TestSecretBytes::aCloneIsASecondCopy() {
  const SecretBytes original = SecretBytes::copyOf(asBytes("secret"));
  SecretBytes copy = original.clone();
  copy.writable()[0] = 'S';
  QCOMPARE(asText(original.view()), std::string_view("secret"));
  QCOMPARE(asText(copy.view()), std::string_view("Secret"));
}

void TestSecretBytes::clearingEmpties() {
  SecretBytes bytes(32);
  bytes.clear();
  QVERIFY(bytes.empty());
  bytes.clear();
}

void TestSecretBytes::wipingOverwrites() {
  Bytes bytes(8, 0xAA);
  signing::wipe(bytes);
  QCOMPARE(bytes, Bytes(8, 0));
}

void TestSecretBytes::randomBytesDiffer() {
  signing::SystemRandom random;
  QVERIFY(!(SecretBytes::random(32, random) == SecretBytes::random(32, random)));
  QVERIFY(random.id<SpaceId>() != random.id<SpaceId>());
}

QTEST_APPLESS_MAIN(TestSecretBytes)

} // namespace test_secret_bytes
#include "test_secret_bytes.moc"
