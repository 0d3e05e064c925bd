#include <QtTest>

#include <QTemporaryDir>

#include <sys/stat.h>

#include "core/base/file.h"
#include "core/crypto/sealing/vault.h"
#include "tests/core_crypto/seeded_random.h"

namespace test_vault {

using namespace meridian;
using namespace meridian::sealing;
namespace fs = std::filesystem;

namespace {

constexpr KdfCost cheap = kdfCostMin;
constexpr std::size_t slotsAt = 4 + 1 + 16 + 32 + 1;

SecretBytes phrase(std::string_view text) { return normalisePassphrase(text).value(); }
SecretBytes keyOf(std::uint8_t byte) { return SecretBytes::copyOf(Bytes(keyBytes, byte)); }

} // namespace

class TestVault : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void everySlotGivesTheSameFileKey();
  void aWrongPassphraseOrKeyIsTold();
  void aSlotOfAnotherKindDoesNotOpen();
  void aRemovedSlotOpensNoMore();
  void theLastSlotStays();
  void slotsAreLimited();
  void aForeignFileKeyIsNotWrapped();
  void theBytesAreFixed();
  void hostileCostsAreRefusedBeforeTheyCost();
  void anotherVersionOrSlotIsUnsupported();
  void noPrefixAndNoFlippedBitOpens();
  void aSlotMeansNothingInAnotherVault();
  void aFileIsWrittenWholeAndReadBack();
  void aKeyFileIsMadeOnceForItsOwnerAlone();
  void aKeyFileThatOthersCanReadIsRefused();
  void aMalformedKeyFileIsDamaged();

 private:
  fs::path path(const char* name) const { return fs::path(m_dir->path().toStdString()) / name; }

  std::unique_ptr<QTemporaryDir> m_dir;
  SeededRandom m_random{1};
};

void TestVault::init() {
  m_dir = std::make_unique<QTemporaryDir>();
  m_random = SeededRandom(1);
}

void TestVault::everySlotGivesTheSameFileKey() {
  auto [vault, fileKey] = Vault::create(m_random);
  QVERIFY(vault.addPassphrase(fileKey, phrase("five random words"), cheap, m_random));
  QVERIFY(vault.addKey(fileKey, SlotKind::KeyFile, keyOf(1), m_random));
  QVERIFY(vault.addKey(fileKey, SlotKind::Keychain, keyOf(2), m_random));
  const Vault again = Vault::parse(vault.encode()).value();
  QVERIFY(again.slotKinds() == (std::vector{SlotKind::Passphrase, SlotKind::KeyFile, SlotKind::Keychain}));
  QVERIFY(again.openWithPassphrase(phrase("five random words")).value() == fileKey);
  QVERIFY(again.openWithKey(SlotKind::KeyFile, keyOf(1)).value() == fileKey);
  QVERIFY(again.openWithKey(SlotKind::Keychain, keyOf(2)).value() == fileKey);
}

void TestVault::aWrongPassphraseOrKeyIsTold() {
  auto [vault, fileKey] = Vault::create(m_random);
  QVERIFY(vault.addPassphrase(fileKey, phrase("five random words"), cheap, m_random));
  QVERIFY(vault.addKey(fileKey, SlotKind::KeyFile, keyOf(1), m_random));
  QCOMPARE(vault.openWithPassphrase(phrase("five random word")).error().code, ErrorCode::WrongKey);
  QCOMPARE(vault.openWithKey(SlotKind::KeyFile, keyOf(2)).error().code, ErrorCode::WrongKey);
}

void TestVault::aSlotOfAnotherKindDoesNotOpen() {
  auto [vault, fileKey] = Vault::create(m_random);
  QVERIFY(vault.addKey(fileKey, SlotKind::KeyFile, keyOf(1), m_random));
  QCOMPARE(vault.openWithKey(SlotKind::Keychain, keyOf(1)).error().code, ErrorCode::NotFound);
  QCOMPARE(vault.openWithPassphrase(phrase("x")).error().code, ErrorCode::NotFound);
  // Relabelled on disk, it still knows what it was made as.
  Bytes bytes = vault.encode();
  bytes[slotsAt] = static_cast<std::uint8_t>(SlotKind::Keychain);
  const Vault relabelled = Vault::parse(bytes).value();
  QCOMPARE(relabelled.openWithKey(SlotKind::Keychain, keyOf(1)).error().code, ErrorCode::WrongKey);
}

void TestVault::aRemovedSlotOpensNoMore() {
  auto [vault, fileKey] = Vault::create(m_random);
  QVERIFY(vault.addPassphrase(fileKey, phrase("old"), cheap, m_random));
  QVERIFY(vault.addPassphrase(fileKey, phrase("new"), cheap, m_random));
  QVERIFY(vault.removeSlot(0));
  QVERIFY(!vault.openWithPassphrase(phrase("old")));
  QVERIFY(vault.openWithPassphrase(phrase("new")).value() == fileKey);
}

void TestVault::theLastSlotStays() {
  auto [vault, fileKey] = Vault::create(m_random);
  QVERIFY(vault.addKey(fileKey, SlotKind::KeyFile, keyOf(1), m_random));
  QCOMPARE(vault.removeSlot(0).error().code, ErrorCode::NotAllowed);
  QCOMPARE(vault.removeSlot(1).error().code, ErrorCode::NotFound);
  QVERIFY(vault.openWithKey(SlotKind::KeyFile, keyOf(1)));
}

void TestVault::slotsAreLimited() {
  auto [vault, fileKey] = Vault::create(m_random);
  for (std::size_t i = 0; i < vaultSlotsMax; ++i) {
    QVERIFY(vault.addKey(fileKey, SlotKind::KeyFile, keyOf(static_cast<std::uint8_t>(i)), m_random));
  }
  QCOMPARE(vault.addKey(fileKey, SlotKind::KeyFile, keyOf(99), m_random).error().code,
           ErrorCode::QuotaExceeded);
  QVERIFY(Vault::parse(vault.encode()).value().openWithKey(SlotKind::KeyFile, keyOf(7)));
}

void TestVault::aForeignFileKeyIsNotWrapped() {
  auto [vault, fileKey] = Vault::create(m_random);
  QCOMPARE(vault.addKey(keyOf(5), SlotKind::KeyFile, keyOf(1), m_random).error().code, ErrorCode::WrongKey);
  QCOMPARE(vault.addPassphrase(SecretBytes(), phrase("x"), cheap, m_random).error().code,
           ErrorCode::WrongKey);
  QVERIFY(vault.slotKinds().empty());
}

// A file of this version opens for ever: this one was written by version 1.
void TestVault::theBytesAreFixed() {
  const Bytes bytes =
      fromHex("4d45525601a5c8a3611044c217872845c6ab521524a35ac23520a125d2f990e059494b7d18dcf347cab7f7e3"
              "0ca89cd49fb97edaf40201010000000020000081f85e30275106d2af8ee00842f69c0b539ffc4ee4ece5ac29"
              "d5ccd119cf517f03ba3f59bd34cdb9fa44ac6c8c4c5b9ebce2c48644faf8faebf21b15c2bf9389a5e8eb02e8"
              "8a8949e938ef9546279e0e90e53e28d234956602000000000000000000000000000000000000000000000000"
              "d9b7c1742b81b10dac36b639b529c6cfb807356b41d2219a72ebe1c7d84c7bfccf94230dd136bedc3de58237"
              "7dc2a529c4e54b058faf08f2921d2d878e1de6741adbfdc164200390")
          .value();
  const Vault vault = Vault::parse(bytes).value();
  QCOMPARE(vault.encode(), bytes);
  const SecretBytes fileKey = vault.openWithKey(SlotKind::KeyFile, keyOf(1)).value();
  QVERIFY(vault.openWithPassphrase(phrase("five random words")).value() == fileKey);
  QCOMPARE(toHex(fileKey.view()),
           std::string("bd28475809de37cc579e347e8385aa341a7e17b0f512999e1247bdc9f1b1cad7"));
}

void TestVault::hostileCostsAreRefusedBeforeTheyCost() {
  auto [vault, fileKey] = Vault::create(m_random);
  QVERIFY(vault.addPassphrase(fileKey, phrase("x"), cheap, m_random));
  const Bytes good = vault.encode();
  for (const std::size_t at : {slotsAt + 4, slotsAt + 8}) { // the top bytes of ops and of mem_kib
    Bytes bad = good;
    bad[at] = 0xFF;
    QCOMPARE(Vault::parse(bad).error().code, ErrorCode::Damaged);
  }
  Bytes free = good;
  std::fill_n(free.begin() + slotsAt + 1, 8, std::uint8_t{0});
  QCOMPARE(Vault::parse(free).error().code, ErrorCode::Damaged);
  // A cheaper cost within bounds opens nothing: it is authenticated.
  Bytes other = good;
  other[slotsAt + 1] = 2;
  QCOMPARE(Vault::parse(other).value().openWithPassphrase(phrase("x")).error().code, ErrorCode::WrongKey);
  QCOMPARE(vault.addPassphrase(fileKey, phrase("x"), KdfCost{1, 1}, m_random).error().code,
           ErrorCode::InvalidArgument);
}

void TestVault::anotherVersionOrSlotIsUnsupported() {
  auto [vault, fileKey] = Vault::create(m_random);
  QVERIFY(vault.addKey(fileKey, SlotKind::KeyFile, keyOf(1), m_random));
  Bytes newer = vault.encode();
  newer[4] = 2;
  QCOMPARE(Vault::parse(newer).error().code, ErrorCode::UnsupportedFormat);
  Bytes strange = vault.encode();
  strange[slotsAt] = 9;
  QCOMPARE(Vault::parse(strange).error().code, ErrorCode::UnsupportedFormat);
}

void TestVault::noPrefixAndNoFlippedBitOpens() {
  auto [vault, fileKey] = Vault::create(m_random);
  QVERIFY(vault.addKey(fileKey, SlotKind::KeyFile, keyOf(1), m_random));
  const Bytes good = vault.encode();
  for (std::size_t size = 0; size < good.size(); ++size) {
    QCOMPARE(Vault::parse(ByteView(good).first(size)).error().code, ErrorCode::Damaged);
  }
  Bytes longer = good;
  longer.push_back(0);
  QCOMPARE(Vault::parse(longer).error().code, ErrorCode::Damaged);
  for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
    Bytes bad = good;
    bad[bit / 8] = static_cast<std::uint8_t>(bad[bit / 8] ^ (1u << (bit % 8)));
    const auto parsed = Vault::parse(bad);
    if (parsed) QVERIFY2(!parsed->openWithKey(SlotKind::KeyFile, keyOf(1)), std::to_string(bit).c_str());
  }
}

void TestVault::aSlotMeansNothingInAnotherVault() {
  auto [first, firstKey] = Vault::create(m_random);
  auto [second, secondKey] = Vault::create(m_random);
  QVERIFY(first.addKey(firstKey, SlotKind::KeyFile, keyOf(1), m_random));
  QVERIFY(second.addKey(secondKey, SlotKind::KeyFile, keyOf(1), m_random));
  Bytes grafted = first.encode();
  const Bytes other = second.encode();
  std::copy(other.begin() + slotsAt, other.end(), grafted.begin() + slotsAt);
  QCOMPARE(Vault::parse(grafted).value().openWithKey(SlotKind::KeyFile, keyOf(1)).error().code,
           ErrorCode::WrongKey);
}

void TestVault::aFileIsWrittenWholeAndReadBack() {
  auto [vault, fileKey] = Vault::create(m_random);
  QVERIFY(vault.addKey(fileKey, SlotKind::KeyFile, keyOf(1), m_random));
  QVERIFY(vault.write(path("vault")));
  QVERIFY(Vault::read(path("vault")).value().openWithKey(SlotKind::KeyFile, keyOf(1)).value() == fileKey);
  QCOMPARE(Vault::read(path("missing")).error().code, ErrorCode::NotFound);
  QVERIFY(writeFileDurably(path("huge"), Bytes(100'000, 'M')));
  QCOMPARE(Vault::read(path("huge")).error().code, ErrorCode::Damaged);
}

void TestVault::aKeyFileIsMadeOnceForItsOwnerAlone() {
  const SecretBytes key = readOrMakeKeyFile(path("key"), m_random).value();
  QCOMPARE(key.size(), keyBytes);
  QVERIFY(readOrMakeKeyFile(path("key"), m_random).value() == key);
  QVERIFY(readKeyFile(path("key")).value() == key);
  struct stat info {};
  QCOMPARE(::stat(path("key").c_str(), &info), 0);
  QCOMPARE(info.st_mode & 0777u, 0600u);
  const Bytes text = readFile(path("key"), 100).value();
  QCOMPARE(std::string(asText(text)), toHex(key.view()) + "\n");
  QCOMPARE(readKeyFile(path("missing")).error().code, ErrorCode::NotFound);
}

void TestVault::aKeyFileThatOthersCanReadIsRefused() {
  QVERIFY(readOrMakeKeyFile(path("key"), m_random));
  for (const ::mode_t mode : {0640, 0604, 0620, 0644, 0601}) {
    QCOMPARE(::chmod(path("key").c_str(), mode), 0);
    QCOMPARE(readKeyFile(path("key")).error().code, ErrorCode::KeyFileReadable);
    QCOMPARE(readOrMakeKeyFile(path("key"), m_random).error().code, ErrorCode::KeyFileReadable);
  }
  QCOMPARE(::chmod(path("key").c_str(), 0400), 0);
  QVERIFY(readKeyFile(path("key")));
}

void TestVault::aMalformedKeyFileIsDamaged() {
  for (const std::string& text :
       {std::string(), std::string("\n"), std::string(64, 'a'), std::string(65, 'a'),
        std::string(64, 'g') + "\n", std::string(66, 'a') + "\n", std::string(100'000, 'a')}) {
    QVERIFY(writeFileDurably(path("key"), asBytes(text)));
    QCOMPARE(readOrMakeKeyFile(path("key"), m_random).error().code, ErrorCode::Damaged);
  }
  QCOMPARE(readKeyFile(path(".")).error().code, ErrorCode::Damaged);
}

QTEST_APPLESS_MAIN(TestVault)

} // namespace test_vault
#include "test_vault.moc"
