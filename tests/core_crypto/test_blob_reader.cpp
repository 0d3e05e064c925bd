#include <QtTest>

#include "core/crypto/sealing/blob_reader.h"
#include "tests/core_crypto/sealed_file.h"

namespace test_blob_reader {

using namespace meridian;
using namespace meridian::sealing;

namespace {

// A reader of a sealed file that counts the chunks it is asked for.
struct Watched {
  explicit Watched(const Bytes& plaintext)
      : file(sealed(plaintext)),
        reader(BlobReader::open(file.blob.info, file.blob.key, file.blob.chunks,
                                [this](std::uint32_t chunk) -> Result<Bytes> {
                                  asked.push_back(chunk);
                                  if (stopped) return fail(ErrorCode::Io, "stopped");
                                  return file.chunks.at(chunk);
                                })
                   .value()) {}
  Result<Bytes> read(std::uint64_t at, std::size_t count) {
    Bytes bytes(count);
    auto done = reader.read(at, bytes);
    if (!done) return std::unexpected(done.error());
    bytes.resize(*done);
    return bytes;
  }

  Sealed file;
  std::vector<std::uint32_t> asked;
  bool stopped = false;
  BlobReader reader;
};

Bytes part(const Bytes& all, std::uint64_t at, std::size_t count) {
  at = std::min<std::uint64_t>(at, all.size());
  count = std::min<std::size_t>(count, all.size() - at);
  return {all.begin() + static_cast<std::ptrdiff_t>(at),
          all.begin() + static_cast<std::ptrdiff_t>(at + count)};
}

} // namespace

class TestBlobReader : public QObject {
  Q_OBJECT

 private slots:
  void anyPlaceReadsAsInTheFile_data() {
    QTest::addColumn<qulonglong>("size");
    for (const auto& [name, size] : {std::pair("empty", std::size_t{0}),
                                     {"small", 1000},
                                     {"one full chunk", firstFull},
                                     {"a byte more", firstFull + 1},
                                     {"two full chunks", firstFull + laterFull},
                                     {"nine chunks", firstFull + 7 * laterFull + 12'345}})
      QTest::newRow(name) << qulonglong{size};
  }
  void anyPlaceReadsAsInTheFile() {
    QFETCH(const qulonglong, size);
    const Bytes plaintext = contents(size);
    Watched one(plaintext);
    QCOMPARE(one.reader.size(), size);
    // Places in no order, at and around every border.
    std::vector<std::uint64_t> places{size, size + 1, 0, size / 2, size > 0 ? size - 1 : 0};
    for (std::uint64_t border = firstFull; border <= size; border += laterFull)
      places.insert(places.begin() + static_cast<std::ptrdiff_t>(places.size() / 2),
                    {border - 1, border, border + 1});
    for (const std::uint64_t at : places)
      for (const std::size_t count : {std::size_t{1}, std::size_t{4096}, 2 * laterFull})
        QCOMPARE(one.read(at, count).value(), part(plaintext, at, count));
  }

  void goingBackCostsOneChunkAndGoingForwardEachOnce() {
    const Bytes plaintext = contents(20 * laterFull);
    Watched one(plaintext);
    QCOMPARE(one.read(19 * laterFull, 10).value(), part(plaintext, 19 * laterFull, 10));
    QCOMPARE(one.asked.size(), std::size_t{20}); // all between, once
    one.asked.clear();
    for (const std::uint64_t chunk : {7u, 3u, 18u, 11u}) {
      QVERIFY(one.read(chunk * laterFull + 100, 10));
      QCOMPARE(one.asked, std::vector<std::uint32_t>{static_cast<std::uint32_t>(chunk)});
      one.asked.clear();
    }
    QVERIFY(one.read(3 * laterFull + 100, 10)); // kept open
    QVERIFY(one.asked.empty());
  }

  void aDamagedChunkIsToldAndTheOthersStillOpen() {
    const Bytes plaintext = contents(6 * laterFull);
    Watched one(plaintext);
    QVERIFY(one.read(5 * laterFull, 1));
    const Bytes good = one.file.chunks[1];
    one.file.chunks[1][1000] ^= 1;
    QCOMPARE(one.read(laterFull + 5, 1).error().code, ErrorCode::Damaged);
    QCOMPARE(one.read(100, 50).value(), part(plaintext, 100, 50));
    QCOMPARE(one.read(3 * laterFull, 50).value(), part(plaintext, 3 * laterFull, 50));
    one.file.chunks[1] = good;
    QCOMPARE(one.read(laterFull + 5, 1).value(), part(plaintext, laterFull + 5, 1));
  }

  void aSourceThatGivesUpEndsALongJumpAndTheNextOneGoesOn() {
    const Bytes plaintext = contents(12 * laterFull);
    Watched one(plaintext);
    QVERIFY(one.read(4 * laterFull, 1));
    one.stopped = true;
    QCOMPARE(one.read(11 * laterFull, 1).error().code, ErrorCode::Io);
    one.stopped = false;
    one.asked.clear();
    QCOMPARE(one.read(11 * laterFull, 9).value(), part(plaintext, 11 * laterFull, 9));
    QCOMPARE(one.asked.front(), 5u); // not from the start again
  }

  void anotherKeyAndAnotherListAreRefused() {
    const Sealed file = sealed(contents(1000)), other = sealed(contents(1001));
    const auto source = [&](std::uint32_t chunk) -> Result<Bytes> { return file.chunks.at(chunk); };
    QCOMPARE(BlobReader::open(file.blob.info, file.blob.key, other.blob.chunks, source).error().code,
             ErrorCode::Damaged);
    auto reader =
        BlobReader::open(file.blob.info, SecretBytes::copyOf(Bytes(keyBytes, 1)), file.blob.chunks, source);
    Bytes into(10);
    QCOMPARE(reader.value().read(0, into).error().code, ErrorCode::WrongKey);
  }
};

QTEST_APPLESS_MAIN(TestBlobReader)

} // namespace test_blob_reader
#include "test_blob_reader.moc"
