#include <QtTest>

#include "core/base/limits.h"
#include "world.h"

namespace test_change {

using namespace meridian;
using namespace meridian::test;

namespace {

constexpr std::size_t prefixBytes = 120;

template <class Id>
std::vector<Id> ascendingIds(std::size_t count) {
  std::vector<Id> ids(count);
  for (std::size_t i = 0; i < count; ++i) {
    ids[i].bytes[0] = static_cast<std::uint8_t>(i >> 8);
    ids[i].bytes[1] = static_cast<std::uint8_t>(i);
  }
  return ids;
}

Header contentHeader(const signing::SigningKey& key) {
  Header header;
  header.kind = std::uint8_t(Kind::Content);
  header.space.bytes.fill(3);
  header.device = key.id();
  header.incarnation.bytes.fill(7);
  header.seq = 5;
  header.prev.bytes.fill(9);
  header.keyId.bytes.fill(4);
  header.heads = ascendingIds<ChangeId>(2);
  header.blobs = ascendingIds<BlobId>(1);
  return header;
}

Result<Change> contentOf(std::size_t sealedSize, const signing::SigningKey& key = keyOf("ana")) {
  return finish(encodeAdditionalData(contentHeader(key), {}), Bytes(nonceBytes, 1), Bytes(sealedSize, 2),
                key);
}

Bytes bytesOf(const Change& change) { return {change.bytes().begin(), change.bytes().end()}; }

ErrorCode parseError(Bytes bytes) {
  const auto change = Change::parse(std::move(bytes));
  return change ? ErrorCode::Internal : change.error().code;
}

} // namespace

class TestChange : public QObject {
  Q_OBJECT

 private slots:
  void aChangeReadsBackAsItWasWritten();
  void theViewsCoverTheWholeChange();
  void everyBitOfASignedChangeIsWatched();
  void everyTruncationIsRefused();
  void anAbsentSignatureIsNoWrongOne();
  void aSignatureByAnotherDeviceIsRefused();
  void headsAndBlobsFillTheirCounts();
  void headsOutOfOrderAreRefused();
  void aMebibyteFitsAndAByteMoreDoesNot();
  void aSealedPartIsAtLeastATag();
  void onlyAJoinSealsNothing();
  void headerLengthMustBeExact();
  void aGenesisIsOfNoSpaceYet();
  void laterChangesNameAPredecessor();
  void aNewerFormatIsKeptByItsPrefix();
  void aNewerKindIsKeptByItsPrefix();
  void aChainIsFollowedStepByStep();
};

void TestChange::aChangeReadsBackAsItWasWritten() {
  const auto key = keyOf("ana");
  const auto header = contentHeader(key);
  const auto change = contentOf(300, key);
  QVERIFY(change);
  const auto read = Change::parse(bytesOf(*change));
  QVERIFY(read);
  QCOMPARE(read->header().kind, header.kind);
  QVERIFY(read->header().space == header.space);
  QVERIFY(read->space() == header.space);
  QVERIFY(read->header().device == key.id());
  QVERIFY(read->header().incarnation == header.incarnation);
  QCOMPARE(read->header().seq, header.seq);
  QVERIFY(read->header().prev == header.prev);
  QVERIFY(read->header().keyId == header.keyId);
  QVERIFY(read->header().heads == header.heads);
  QVERIFY(read->header().blobs == header.blobs);
  QVERIFY(read->id() == change->id());
  QVERIFY(read->known());
  QVERIFY(read->verifySignature());
  QVERIFY(read->chain() == Chain::Content);
}

void TestChange::theViewsCoverTheWholeChange() {
  TestDevice ana("ana");
  const auto genesis = ana.write(Kind::Genesis, {}, {}, {Founder{ana.id(), ana.box()}});
  QCOMPARE(genesis.clear().size(), encodeItems({Founder{ana.id(), ana.box()}}).size());
  QCOMPARE(genesis.additionalData().size() + genesis.nonce().size() + 4 + genesis.sealed().size() +
               signatureBytes,
           genesis.bytes().size());
  QVERIFY(genesis.nonce().data() == genesis.additionalData().data() + genesis.additionalData().size());
  QCOMPARE(genesis.sealed().size(), std::size_t{32});
}

void TestChange::everyBitOfASignedChangeIsWatched() {
  const auto change = contentOf(64);
  QVERIFY(change);
  for (std::size_t i = 0; i < change->bytes().size(); ++i) {
    for (int bit = 0; bit < 8; bit += 7) {
      auto bytes = bytesOf(*change);
      bytes[i] = static_cast<std::uint8_t>(bytes[i] ^ (1u << bit));
      const auto damaged = Change::parse(std::move(bytes));
      QVERIFY2(!damaged || !damaged->verifySignature(), qPrintable(QString::number(i)));
    }
  }
}

void TestChange::everyTruncationIsRefused() {
  const auto change = contentOf(64);
  QVERIFY(change);
  for (std::size_t size = 0; size < change->bytes().size(); ++size) {
    auto bytes = bytesOf(*change);
    bytes.resize(size);
    QCOMPARE(parseError(std::move(bytes)), ErrorCode::Damaged);
  }
  auto longer = bytesOf(*change);
  longer.push_back(0);
  QCOMPARE(parseError(std::move(longer)), ErrorCode::Damaged);
}

void TestChange::anAbsentSignatureIsNoWrongOne() {
  auto change = contentOf(64);
  QVERIFY(change);
  const auto id = change->id();
  QVERIFY(change->hasSignature());
  change->dropSignature();
  QVERIFY(!change->hasSignature());
  QVERIFY(!change->verifySignature());
  const auto read = Change::parse(bytesOf(*change));
  QVERIFY(read && read->id() == id && !read->hasSignature());
}

void TestChange::aSignatureByAnotherDeviceIsRefused() {
  const auto header = contentHeader(keyOf("ana"));
  const auto change =
      finish(encodeAdditionalData(header, {}), Bytes(nonceBytes, 1), Bytes(32, 2), keyOf("ben"));
  QVERIFY(!change);
  QCOMPARE(change.error().code, ErrorCode::InvalidArgument);
}

void TestChange::headsAndBlobsFillTheirCounts() {
  const auto key = keyOf("ana");
  auto header = contentHeader(key);
  static_assert(limits::headsPerChange == limits::blobsPerChange);
  for (const std::size_t count : {std::size_t{0}, limits::headsPerChange}) {
    header.heads = ascendingIds<ChangeId>(count);
    header.blobs = ascendingIds<BlobId>(count);
    const auto change = finish(encodeAdditionalData(header, {}), Bytes(nonceBytes, 1), Bytes(16, 2), key);
    QVERIFY(change);
    QVERIFY(change->header().heads == header.heads);
    QVERIFY(change->header().blobs == header.blobs);
  }
}

void TestChange::headsOutOfOrderAreRefused() {
  const auto change = contentOf(32);
  QVERIFY(change);
  const std::size_t firstHead = prefixBytes + 32 + 1;
  auto swapped = bytesOf(*change);
  std::swap_ranges(swapped.begin() + firstHead, swapped.begin() + firstHead + 32,
                   swapped.begin() + firstHead + 32);
  QCOMPARE(parseError(std::move(swapped)), ErrorCode::Damaged);
  auto twice = bytesOf(*change);
  std::copy_n(twice.begin() + firstHead, 32, twice.begin() + firstHead + 32);
  QCOMPARE(parseError(std::move(twice)), ErrorCode::Damaged);
}

void TestChange::aMebibyteFitsAndAByteMoreDoesNot() {
  const auto key = keyOf("ana");
  const auto around = encodeAdditionalData(contentHeader(key), {}).size() + nonceBytes + 4 + signatureBytes;
  const auto largest = contentOf(limits::changeBytes - around, key);
  QVERIFY(largest);
  QCOMPARE(largest->bytes().size(), limits::changeBytes);
  const auto tooLarge = contentOf(limits::changeBytes - around + 1, key);
  QVERIFY(!tooLarge);
  QCOMPARE(tooLarge.error().code, ErrorCode::TooLarge);
  QCOMPARE(parseError(Bytes(limits::changeBytes + 1)), ErrorCode::TooLarge);
}

void TestChange::aSealedPartIsAtLeastATag() {
  QVERIFY(contentOf(16));
  QVERIFY(!contentOf(15));
}

void TestChange::onlyAJoinSealsNothing() {
  const auto key = keyOf("ana");
  auto header = contentHeader(key);
  header.kind = std::uint8_t(Kind::Join);
  header.blobs.clear();
  QVERIFY(finish(encodeAdditionalData(header, encodeItems({})), Bytes(nonceBytes, 1), {}, key));
  QVERIFY(!finish(encodeAdditionalData(header, encodeItems({})), Bytes(nonceBytes, 1), Bytes(16, 2), key));
  header.kind = std::uint8_t(Kind::Authority);
  QVERIFY(!finish(encodeAdditionalData(header, encodeItems({})), Bytes(nonceBytes, 1), {}, key));
}

void TestChange::headerLengthMustBeExact() {
  const auto change = contentOf(32);
  QVERIFY(change);
  for (const int by : {-1, 1}) {
    auto bytes = bytesOf(*change);
    bytes[6] = static_cast<std::uint8_t>(bytes[6] + by);
    QCOMPARE(parseError(std::move(bytes)), ErrorCode::Damaged);
  }
}

void TestChange::aGenesisIsOfNoSpaceYet() {
  TestDevice ana("ana");
  const auto genesis = ana.write(Kind::Genesis, {}, {}, {Founder{ana.id(), ana.box()}});
  QVERIFY(genesis.header().space.isZero());
  QVERIFY(genesis.space().view().size() == 32 && genesis.space().hex() == genesis.id().hex());
  QVERIFY(chainKeyOf(genesis).space == genesis.space());
  const auto key = keyOf("ana");
  auto header = contentHeader(key);
  header.space = {};
  QVERIFY(!finish(encodeAdditionalData(header, {}), Bytes(nonceBytes, 1), Bytes(16, 2), key));
  header = contentHeader(key);
  header.kind = std::uint8_t(Kind::Genesis);
  header.blobs.clear();
  QVERIFY(!finish(encodeAdditionalData(header, encodeItems({})), Bytes(nonceBytes, 1), Bytes(16, 2), key));
}

void TestChange::laterChangesNameAPredecessor() {
  const auto key = keyOf("ana");
  auto header = contentHeader(key);
  header.prev = {};
  QVERIFY(!finish(encodeAdditionalData(header, {}), Bytes(nonceBytes, 1), Bytes(16, 2), key));
  header.seq = 1;
  QVERIFY(finish(encodeAdditionalData(header, {}), Bytes(nonceBytes, 1), Bytes(16, 2), key));
  header.seq = 0;
  QVERIFY(!finish(encodeAdditionalData(header, {}), Bytes(nonceBytes, 1), Bytes(16, 2), key));
}

// What follows the prefix of a newer change is none of our business: only its signature is.
static Bytes newerChange(std::uint8_t format, std::uint8_t kind) {
  const auto key = keyOf("ana");
  const auto known = contentOf(32, key);
  Bytes bytes(known->bytes().begin(), known->bytes().begin() + prefixBytes);
  bytes[4] = format;
  bytes[5] = kind;
  bytes[6] = prefixBytes + 3;
  bytes[7] = 0;
  bytes.insert(bytes.end(), 77, 0xAB);
  const auto id = signing::hashAs<ChangeId>(signing::domains::change, {ByteView{bytes}});
  const auto signature = key.sign(signing::domains::signChange, id.view());
  bytes.insert(bytes.end(), signature.begin(), signature.end());
  return bytes;
}

void TestChange::aNewerFormatIsKeptByItsPrefix() {
  const auto bytes = newerChange(2, std::uint8_t(Kind::Content));
  const auto change = Change::parse(bytes);
  QVERIFY(change);
  QVERIFY(!change->known());
  QVERIFY(change->verifySignature());
  QCOMPARE(change->header().seq, std::uint64_t{5});
  QVERIFY(change->header().device == keyOf("ana").id());
  QVERIFY(bytesOf(*change) == bytes);
  QVERIFY(change->clear().empty() && change->sealed().empty() && change->nonce().empty());
  auto damaged = bytes;
  damaged[130] ^= 1;
  const auto read = Change::parse(damaged);
  QVERIFY(read && !read->verifySignature());
}

void TestChange::aNewerKindIsKeptByItsPrefix() {
  for (const auto kind : std::initializer_list<std::uint8_t>{5, 6, 255}) {
    const auto change = Change::parse(newerChange(currentFormat, kind));
    QVERIFY(change);
    QVERIFY(!change->known());
    QVERIFY(change->verifySignature());
    QVERIFY(change->chain() == Chain::Content);
  }
}

void TestChange::aChainIsFollowedStepByStep() {
  TestDevice ana("ana");
  SpaceId space;
  space.bytes.fill(3);
  const auto first = ana.write(Kind::Content, space, {});
  const auto second = ana.write(Kind::Content, space, {});
  const auto third = ana.write(Kind::Content, space, {});
  const ChainPosition nothing, one{1, first.id()}, two{2, second.id()}, other{1, third.id()};
  QVERIFY(follows(nothing, first));
  QVERIFY(follows(one, second));
  QVERIFY(follows(two, third));
  QCOMPARE(follows(nothing, second).error().code, ErrorCode::NotFound);
  QCOMPARE(follows(one, third).error().code, ErrorCode::NotFound);
  QCOMPARE(follows(two, first).error().code, ErrorCode::AlreadyExists);
  QCOMPARE(follows(one, first).error().code, ErrorCode::AlreadyExists);
  QCOMPARE(follows(other, first).error().code, ErrorCode::BrokenChain);
  QCOMPARE(follows(other, second).error().code, ErrorCode::BrokenChain);
}

QTEST_APPLESS_MAIN(TestChange)

} // namespace test_change
#include "test_change.moc"
