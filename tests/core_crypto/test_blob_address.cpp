#include <QtTest>

#include "core/crypto/signing/blob_address.h"

namespace test_blob_address {

using namespace meridian;
using namespace meridian::signing;

namespace {

Bytes wholeChunk() {
  Bytes bytes(limits::blobChunkBytes);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    bytes[i] = static_cast<std::uint8_t>(i % 251);
  return bytes;
}

} // namespace

class TestBlobAddress : public QObject {
  Q_OBJECT

 private slots:
  void chunksAreCountedAndSizedAtTheEdge();
  void theAddressMatchesAFixedVector();
  void anotherListIsAnotherBlob();
};

void TestBlobAddress::chunksAreCountedAndSizedAtTheEdge() {
  constexpr std::uint64_t chunk = limits::blobChunkBytes;
  QCOMPARE(chunkCount(0), std::uint64_t{0});
  QCOMPARE(chunkCount(1), std::uint64_t{1});
  QCOMPARE(chunkCount(chunk), std::uint64_t{1});
  QCOMPARE(chunkCount(chunk + 1), std::uint64_t{2});
  QCOMPARE(chunkCount(~std::uint64_t{0}), ~std::uint64_t{0} / chunk + 1);
  QCOMPARE(chunkSize(chunk, 0), std::size_t{chunk});
  QCOMPARE(chunkSize(chunk + 1, 0), std::size_t{chunk});
  QCOMPARE(chunkSize(chunk + 1, 1), std::size_t{1});
}

// Computed with Python's hashlib.blake2b(digest_size=32).
void TestBlobAddress::theAddressMatchesAFixedVector() {
  const std::vector<ChunkHash> chunks{chunkHash(wholeChunk()), chunkHash(Bytes{7})};
  QCOMPARE(chunks[0].hex(), std::string("1836d5f03950696463daa97f6f9e526e3f07b40dae33acc4d6a14e00a0e88fe1"));
  QCOMPARE(blobAddress(limits::blobChunkBytes + 1, chunks).hex(),
           std::string("d815726e3422a82e38beebcbd5018659f568611ecb1a6d3dd7d1fc2aea9d157e"));
}

void TestBlobAddress::anotherListIsAnotherBlob() {
  const std::vector<ChunkHash> chunks{chunkHash(wholeChunk()), chunkHash(Bytes{7})};
  const std::uint64_t size = limits::blobChunkBytes + 1;
  const BlobId id = blobAddress(size, chunks);
  QVERIFY(isBlob(id, size, chunks));
  QVERIFY(!isBlob(id, size + 1, chunks));
  QVERIFY(!isBlob(id, size, std::vector<ChunkHash>{chunks[1], chunks[0]}));
  QVERIFY(!isBlob(id, size, std::vector<ChunkHash>{chunks[0]}));
  QVERIFY(!isBlob(id, ~std::uint64_t{0}, chunks));
  QVERIFY(!isBlob(BlobId{}, 0, {}));
}

QTEST_APPLESS_MAIN(TestBlobAddress)

} // namespace test_blob_address
#include "test_blob_address.moc"
