#include <QtTest>

#include "tests/core_crypto/sealed_file.h"

namespace test_blob {

using namespace meridian;
using namespace meridian::sealing;

namespace {

Result<Bytes> opened(const BlobInfo& info, const SecretBytes& key,
                     const std::vector<signing::ChunkHash>& list, const std::vector<Bytes>& chunks) {
  auto opener = BlobOpener::open(info, key, list);
  if (!opener) return std::unexpected(opener.error());
  Bytes whole;
  for (const Bytes& chunk : chunks) {
    auto part = opener->next(chunk);
    if (!part) return std::unexpected(part.error());
    whole.insert(whole.end(), part->begin(), part->end());
  }
  if (auto done = opener->finish(); !done) return std::unexpected(done.error());
  return whole;
}

// The list and the address that an author would sign who sealed exactly these chunks.
BlobInfo readdress(BlobInfo info, const std::vector<Bytes>& chunks, std::vector<signing::ChunkHash>* list) {
  info.sealedBytes = 0;
  list->clear();
  for (const Bytes& chunk : chunks) {
    info.sealedBytes += chunk.size();
    list->push_back(signing::chunkHash(chunk));
  }
  info.id = signing::blobAddress(info.sealedBytes, *list);
  return info;
}

} // namespace

class TestBlob : public QObject {
  Q_OBJECT

 private slots:
  void filesOfEverySizeComeBack_data();
  void filesOfEverySizeComeBack();
  void piecesDoNotChangeTheChunks();
  void oneSeedSealsTheSameTwiceAndAnotherDoesNot();
  void thePlaintextIsHashedAsAFile();
  void aFlippedByteAMissingOrASwappedChunkIsDamaged();
  void aTruncatedFileIsDamagedEvenUnderItsOwnAddress();
  void anotherFileThanSignedForIsDamaged();
  void anotherKeyIsTold();
  void aListOfAnotherBlobIsRefused();
  void aSinkThatFailsEndsTheSealing();
};

void TestBlob::filesOfEverySizeComeBack_data() {
  QTest::addColumn<qulonglong>("size");
  QTest::addColumn<int>("chunks");
  QTest::newRow("empty") << 0ULL << 1;
  QTest::newRow("one byte") << 1ULL << 1;
  QTest::newRow("one chunk less a byte") << qulonglong{firstFull - 1} << 1;
  QTest::newRow("one chunk") << qulonglong{firstFull} << 1;
  QTest::newRow("one chunk and a byte") << qulonglong{firstFull + 1} << 2;
  QTest::newRow("two chunks") << qulonglong{firstFull + laterFull} << 2;
  QTest::newRow("two chunks and a byte") << qulonglong{firstFull + laterFull + 1} << 3;
}

void TestBlob::filesOfEverySizeComeBack() {
  QFETCH(qulonglong, size);
  QFETCH(int, chunks);
  const Bytes plaintext = contents(size);
  const Sealed file = sealed(plaintext);
  const BlobInfo& info = file.blob.info;
  QCOMPARE(file.chunks.size(), static_cast<std::size_t>(chunks));
  for (std::size_t i = 0; i + 1 < file.chunks.size(); ++i)
    QCOMPARE(file.chunks[i].size(), chunkBytes);
  QCOMPARE(info.plaintextBytes, std::uint64_t{size});
  QCOMPARE(info.sealedBytes, signing::sealedLength(size));
  QCOMPARE(signing::plaintextLengthMax(info.sealedBytes), std::uint64_t{size});
  QVERIFY(signing::isBlob(info.id, info.sealedBytes, file.blob.chunks));
  QVERIFY(opened(info, file.blob.key, file.blob.chunks, file.chunks).value() == plaintext);
}

void TestBlob::piecesDoNotChangeTheChunks() {
  const Bytes plaintext = contents(firstFull + 1000);
  const Sealed whole = sealed(plaintext, plaintext.size());
  QVERIFY(sealed(plaintext, 4093).chunks == whole.chunks);
  QVERIFY(sealed(plaintext, firstFull).chunks == whole.chunks);
}

void TestBlob::oneSeedSealsTheSameTwiceAndAnotherDoesNot() {
  const Bytes plaintext = contents(1000);
  const Sealed first = sealed(plaintext);
  QVERIFY(sealed(plaintext).blob.info.id == first.blob.info.id);
  const Sealed other = sealed(plaintext, 1000, 2);
  QVERIFY(other.blob.info.id != first.blob.info.id);
  QVERIFY(other.blob.info.content == first.blob.info.content);
  QVERIFY(!(other.blob.key == first.blob.key));
}

// As `printf abc | b2sum -l 256` says.
void TestBlob::thePlaintextIsHashedAsAFile() {
  const Sealed file = sealed(Bytes{'a', 'b', 'c'});
  QCOMPARE(file.blob.info.content.hex(),
           std::string("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
}

void TestBlob::aFlippedByteAMissingOrASwappedChunkIsDamaged() {
  const Sealed file = sealed(contents(firstFull + laterFull + 10));
  const auto code = [&](const std::vector<Bytes>& chunks) {
    const auto result = opened(file.blob.info, file.blob.key, file.blob.chunks, chunks);
    return result ? ErrorCode::Internal : result.error().code;
  };
  std::vector<Bytes> flipped = file.chunks;
  flipped[1][5000] ^= 1;
  QCOMPARE(code(flipped), ErrorCode::Damaged);
  QCOMPARE(code({file.chunks[0], file.chunks[1]}), ErrorCode::Damaged);
  QCOMPARE(code({file.chunks[1], file.chunks[0], file.chunks[2]}), ErrorCode::Damaged);
  QCOMPARE(code({file.chunks[0], file.chunks[1], file.chunks[2], file.chunks[2]}), ErrorCode::Damaged);
  QCOMPARE(code({}), ErrorCode::Damaged);
}

// Whoever cuts the ciphertext and names the rest by its true address still lacks the final tag.
void TestBlob::aTruncatedFileIsDamagedEvenUnderItsOwnAddress() {
  const Bytes plaintext = contents(firstFull + 10);
  const Sealed file = sealed(plaintext);
  const std::vector<Bytes> cut{file.chunks[0]};
  std::vector<signing::ChunkHash> list;
  BlobInfo info = readdress(file.blob.info, cut, &list);
  info.plaintextBytes = firstFull;
  signing::Hasher hasher = signing::Hasher::ofFile();
  hasher.update(ByteView(plaintext).first(firstFull));
  info.content = ContentHash{hasher.finish()};
  QCOMPARE(opened(info, file.blob.key, list, cut).error().code, ErrorCode::Damaged);
}

void TestBlob::anotherFileThanSignedForIsDamaged() {
  const Sealed file = sealed(contents(1000));
  BlobInfo info = file.blob.info;
  info.content.bytes[0] ^= 1;
  QCOMPARE(opened(info, file.blob.key, file.blob.chunks, file.chunks).error().code, ErrorCode::Damaged);
  for (const std::uint64_t bytes : {std::uint64_t{999}, std::uint64_t{1001}, ~std::uint64_t{0}}) {
    info = file.blob.info;
    info.plaintextBytes = bytes;
    QCOMPARE(BlobOpener::open(info, file.blob.key, file.blob.chunks).error().code, ErrorCode::Damaged);
  }
}

void TestBlob::anotherKeyIsTold() {
  const Sealed file = sealed(contents(1000));
  const SecretBytes other = SecretBytes::copyOf(Bytes(keyBytes, 1));
  QCOMPARE(opened(file.blob.info, other, file.blob.chunks, file.chunks).error().code, ErrorCode::WrongKey);
}

void TestBlob::aListOfAnotherBlobIsRefused() {
  const Sealed file = sealed(contents(1000));
  const Sealed other = sealed(contents(1001));
  QCOMPARE(BlobOpener::open(file.blob.info, file.blob.key, other.blob.chunks).error().code,
           ErrorCode::Damaged);
  QCOMPARE(BlobOpener::open(file.blob.info, file.blob.key, {}).error().code, ErrorCode::Damaged);
  // A chunk too short for a stream header, truthfully addressed.
  const std::vector<Bytes> tiny{Bytes(20, 0)};
  std::vector<signing::ChunkHash> list;
  const BlobInfo info = readdress(file.blob.info, tiny, &list);
  QCOMPARE(BlobOpener::open(info, file.blob.key, list).error().code, ErrorCode::Damaged);
}

void TestBlob::aSinkThatFailsEndsTheSealing() {
  SeededRandom random(1);
  BlobSealer sealer(random, [](ByteView) -> Result<void> { return fail(ErrorCode::DiskFull); });
  QVERIFY(sealer.update(contents(100)));
  QCOMPARE(sealer.update(contents(chunkBytes)).error().code, ErrorCode::DiskFull);
}

QTEST_APPLESS_MAIN(TestBlob)

} // namespace test_blob
#include "test_blob.moc"
