#include <QTest>
#include <cstdlib>
#include <new>
#include <set>

#include "sync/protocol/control.h"
#include "tests/sync_protocol/messages.h"

using namespace meridian;
using namespace meridian::test;

namespace {

thread_local std::size_t largestAllocation = 0; // of the test itself, not of what Qt Test does beside it

// A count that a peer claims: the bytes of its items, or fewer, follow it.
Bytes frameOf(FrameType type, const Bytes& head, std::size_t rest) {
  Bytes frame{static_cast<std::uint8_t>(type)};
  frame.insert(frame.end(), head.begin(), head.end());
  frame.resize(frame.size() + rest);
  return frame;
}

ErrorCode codeOf(ByteView frame) {
  const auto decoded = decode(frame);
  return decoded ? ErrorCode::Internal : decoded.error().code;
}

Bytes filled(std::size_t size) { return Bytes(size, 0x5A); }

} // namespace

// Everything that this program allocates passes here, so that a decoder's appetite can be measured. Never
// inlined: a compiler that sees only one half of a pair takes it for a mismatch.
[[gnu::noinline]] void* operator new(std::size_t size) {
  largestAllocation = std::max(largestAllocation, size);
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

class TestCodec : public QObject {
  Q_OBJECT

 private slots:
  void everyMessageReadsBackAsItWasWritten() {
    std::set<std::size_t> types;
    for (std::uint64_t seed = 1; seed <= 20; ++seed)
      for (const auto& message : oneOfEach(seed)) {
        types.insert(message.index());
        const auto decoded = decode(encode(message));
        QVERIFY2(decoded, qPrintable(QString::number(message.index())));
        QVERIFY2(*decoded == message, qPrintable(QString::number(message.index())));
      }
    QCOMPARE(types.size(), std::variant_size_v<Message>); // none was left out
  }

  void aFrameIsNeitherLongerNorShorterThanItsMessage() {
    for (const auto& message : oneOfEach()) {
      const auto frame = encode(message);
      // A chunk takes what is there: its length is judged by its list.
      const bool isChunk = std::holds_alternative<BlobChunk>(message);
      for (std::size_t size = 0; size < frame.size(); size += size < 128 ? 1 : 97)
        QVERIFY2(!decode(ByteView(frame).first(size)) || (isChunk && size >= 69),
                 qPrintable(QString("%1 at %2").arg(message.index()).arg(size)));
      auto longer = frame;
      longer.push_back(0);
      QVERIFY2(!decode(longer) || isChunk, qPrintable(QString::number(message.index())));
    }
  }

  void aFixedFrameHasOneForm() {
    // Whatever decodes encodes to the same bytes: nothing is said in two ways, nothing is dropped.
    SeededRandom random(7);
    std::size_t decoded = 0;
    for (const auto& message : oneOfEach())
      for (int round = 0; round < 400; ++round) {
        auto frame = encode(message);
        if (isControl(FrameType{frame[0]})) continue;
        const auto dice = random.id<FixedId<struct DiceTag, 8>>().bytes;
        const auto at = (std::size_t{dice[0]} << 8 | dice[1]) % frame.size();
        frame[at] = static_cast<std::uint8_t>(dice[2] % 3 == 0 ? dice[3] : frame[at] ^ (1u << (dice[3] % 8)));
        const auto read = decode(frame);
        if (!read) continue;
        ++decoded;
        QVERIFY(encode(*read) == frame);
      }
    QVERIFY(decoded > 1'000); // most bits are those of ids
  }

  void randomAndMutatedBytesNeverCrash() {
    SeededRandom random(20'270'310);
    for (int round = 0; round < 20'000; ++round) {
      const auto dice = random.id<FixedId<struct DiceTag, 2>>().bytes;
      Bytes frame(1 + dice[1] % 200);
      random.fill(frame);
      if (dice[0] % 2 == 0) frame[0] = dice[0] & 0x3F;
      (void)decode(frame);
    }
    for (int round = 0; round < 300; ++round)
      for (const auto& message : oneOfEach(static_cast<std::uint64_t>(round) + 1)) {
        auto frame = encode(message);
        const auto dice = random.id<FixedId<struct DiceTag, 24>>().bytes;
        for (std::size_t i = 0; i + 3 <= dice.size(); i += 3)
          frame[(std::size_t{dice[i]} << 8 | dice[i + 1]) % frame.size()] = dice[i + 2];
        if (dice[0] % 4 == 0) frame.resize(dice[1] % frame.size());
        (void)decode(frame);
      }
  }

  void aClaimedCountAllocatesNothing() {
    const Bytes ids(32, 1);
    ByteWriter batch;
    batch.raw(ids);
    batch.u64(0);
    batch.u64(0);
    batch.u8(0);
    batch.u16(1);
    batch.u32(limits::changeBytes);
    ByteWriter list;
    list.raw(ids);
    list.raw(ids);
    list.u64(limits::chunksPerBlob * limits::blobChunkBytes);
    list.u32(limits::chunksPerBlob);
    ByteWriter tips;
    tips.raw(ids);
    tips.u8(0);
    tips.u16(limits::tipsPerFrame);
    ByteWriter state;
    state.raw(ids);
    state.raw(ids);
    state.u8(1);
    state.u16(limits::chunksPerBlob / 8);
    const Bytes count{0x00, 0x04}; // 1,024
    const std::vector<Bytes> frames{
        frameOf(FrameType::Cursors, count, 56), frameOf(FrameType::Positions, count, 73),
        frameOf(FrameType::Tips, tips.bytes(), 81), frameOf(FrameType::Batch, batch.bytes(), 64),
        frameOf(FrameType::BlobList, list.bytes(), 64), frameOf(FrameType::BlobStatus, state.bytes(), 16),
        // CBOR: a map, an array, a byte string and a text of 2^32 members.
        Bytes{0x01, 0xBA, 0xFF, 0xFF, 0xFF, 0xFF, 0x61, 0x61},
        Bytes{0x01, 0x9A, 0xFF, 0xFF, 0xFF, 0xFF, 0x00}, Bytes{0x01, 0x5A, 0xFF, 0xFF, 0xFF, 0xFF, 0x00},
        Bytes{0x01, 0x7A, 0xFF, 0xFF, 0xFF, 0xFF, 0x00},
        Bytes{0x01, 0x9B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00}};
    for (const auto& frame : frames) {
      largestAllocation = 0;
      const auto code = codeOf(frame);
      QVERIFY2(largestAllocation < 2'048, qPrintable(QString::number(largestAllocation)));
      QCOMPARE(code, ErrorCode::ProtocolViolation);
    }
  }

  void aCursorFrameHoldsUpTo1024() {
    Cursors full;
    full.cursors.resize(1'024);
    const auto frame = encode(full);
    QCOMPARE(frame.size(), std::size_t{1 + 2 + 1'024 * 56});
    QVERIFY(decode(frame));
    auto beyond = frame;
    beyond[1] = 0x01; // 1,025
    beyond.resize(beyond.size() + 56);
    QCOMPARE(codeOf(beyond), ErrorCode::ProtocolViolation);
  }

  void otherCountsEndAtTheirLimits() {
    const auto grown = [](Bytes frame, std::size_t countAt, std::size_t itemBytes) {
      frame[countAt] = 0x01; // 1,024 becomes 1,025
      frame.resize(frame.size() + itemBytes);
      return frame;
    };
    Positions positions;
    positions.positions.resize(limits::cursorsPerFrame);
    QVERIFY(decode(encode(positions)));
    auto more = grown(encode(positions), 1, 73);
    more[more.size() - 41] = 1;
    QCOMPARE(codeOf(more), ErrorCode::ProtocolViolation);

    Tips tips;
    tips.tips.resize(limits::tipsPerFrame);
    QVERIFY(decode(encode(tips)));
    more = grown(encode(tips), 34, 81);
    more[more.size() - 41] = 1;
    QCOMPARE(codeOf(more), ErrorCode::ProtocolViolation);

    SeededRandom random(3);
    Receipts receipts;
    receipts.receipts.assign(limits::answersPerFrame, anyReceipt(random));
    QVERIFY(decode(encode(receipts)));
    more = grown(encode(receipts), 49, 0);
    const auto receipt = envelope::encodeReceipt(receipts.receipts.front());
    more.insert(more.end(), receipt.begin(), receipt.end());
    QCOMPARE(codeOf(more), ErrorCode::ProtocolViolation);

    Refusals refusals;
    refusals.refusals.resize(limits::answersPerFrame);
    QVERIFY(decode(encode(refusals)));
    more = grown(encode(refusals), 33, 38);
    more[more.size() - 5] = 1;
    QCOMPARE(codeOf(more), ErrorCode::ProtocolViolation);

    Batch batch;
    batch.entries.resize(limits::changesPerBatch);
    QVERIFY(decode(encode(batch)));
    QCOMPARE(codeOf(grown(encode(batch), 50, 5)), ErrorCode::ProtocolViolation);
  }

  void aChangeInABatchIsAtMostOneMebibyte() {
    Batch batch{
        .space = {}, .before = 0, .after = 0, .more = false, .entries = {{filled(limits::changeBytes), {}}}};
    auto frame = encode(batch);
    QVERIFY(decode(frame));
    // The same change one byte longer.
    frame[52] = 0x01;
    frame.push_back(0);
    QCOMPARE(codeOf(frame), ErrorCode::ProtocolViolation);
  }

  void theFullestFrameOfEachTypeKeepsTheFrameLimit() {
    SeededRandom random(5);
    // What a sender may put together: a batch ends at batchBytes, each change with two receipts.
    Batch batch;
    batch.entries.assign(limits::changesPerBatch,
                         {filled(limits::batchBytes / limits::changesPerBatch),
                          {anyReceipt(random), anyReceipt(random, Receipt::Kind::Blobs)}});
    QVERIFY(decode(encode(batch)));
    BlobList list{.name = anyName(random),
                  .length = limits::chunksPerBlob * limits::blobChunkBytes,
                  .chunks = std::vector<ChunkHash>(limits::chunksPerBlob)};
    QVERIFY(decode(encode(list)));
    BlobChunk chunk{.name = anyName(random), .index = 0, .bytes = filled(limits::blobChunkBytes)};
    auto frame = encode(chunk);
    QVERIFY(decode(frame));
    frame.push_back(0);
    QCOMPARE(codeOf(frame), ErrorCode::ProtocolViolation);
  }

  void aFrameBeyondTheLimitIsNotLookedAt() {
    Bytes frame(limits::frameBytes, 0);
    frame[0] = static_cast<std::uint8_t>(FrameType::BlobGet);
    QCOMPARE(codeOf(frame), ErrorCode::ProtocolViolation);
    frame.push_back(0);
    QCOMPARE(codeOf(frame), ErrorCode::TooLarge);
  }

  void aBlobListHasOneHashPerChunk() {
    SeededRandom random(9);
    const auto chunk = limits::blobChunkBytes;
    for (const auto& [length, chunks] :
         {std::pair<std::uint64_t, std::size_t>{0, 0}, {1, 1}, {chunk, 1}, {chunk + 1, 2}, {5 * chunk, 5}}) {
      BlobList list{.name = anyName(random), .length = length, .chunks = std::vector<ChunkHash>(chunks)};
      QVERIFY(decode(encode(list)));
      list.chunks.emplace_back();
      QCOMPARE(codeOf(encode(list)), ErrorCode::ProtocolViolation);
      if (chunks == 0) continue;
      list.chunks.resize(chunks - 1);
      QCOMPARE(codeOf(encode(list)), ErrorCode::ProtocolViolation);
    }
    // A length that no list could have.
    ByteWriter huge;
    huge.raw(Bytes(64, 1));
    huge.u64(~std::uint64_t{0});
    huge.u32(0xFFFFFFFFu);
    QCOMPARE(codeOf(frameOf(FrameType::BlobList, huge.bytes(), 0)), ErrorCode::ProtocolViolation);
  }

  void numbersWithoutAMeaningAreRefused() {
    const auto broken = [](const Message& message, std::size_t at, std::uint8_t value) {
      auto frame = encode(message);
      frame[at] = value;
      return codeOf(frame);
    };
    const Positions position{.positions = {{}}};
    QCOMPARE(broken(position, 35, 0), ErrorCode::ProtocolViolation);
    QCOMPARE(broken(position, 35, 7), ErrorCode::ProtocolViolation);
    const Tips tips{.space = {}, .more = false, .tips = {{}}};
    QCOMPARE(broken(tips, 33, 2), ErrorCode::ProtocolViolation); // a flag is 0 or 1
    QCOMPARE(broken(tips, 76, 0), ErrorCode::ProtocolViolation);
    QCOMPARE(broken(tips, 76, 3), ErrorCode::ProtocolViolation);
    const Refusals refusals{.space = {}, .refusals = {{}}};
    QCOMPARE(broken(refusals, 67, 2), ErrorCode::ProtocolViolation);
    QCOMPARE(broken(refusals, 68, 0), ErrorCode::ProtocolViolation);
    QCOMPARE(broken(refusals, 68, static_cast<std::uint8_t>(reasonLast) + 1), ErrorCode::ProtocolViolation);
    const BlobStatus status{.name = {}, .state = BlobState::Wanted, .present = {}};
    QCOMPARE(broken(status, 65, 0), ErrorCode::ProtocolViolation);
    QCOMPARE(broken(status, 65, 6), ErrorCode::ProtocolViolation);
    SeededRandom random(4);
    const Receipts receipts{.space = {}, .before = 0, .after = 0, .receipts = {anyReceipt(random)}};
    QCOMPARE(broken(receipts, 51, 0), ErrorCode::ProtocolViolation);
    QCOMPARE(broken(receipts, 51, 3), ErrorCode::ProtocolViolation);
    Batch batch{.space = {}, .before = 0, .after = 0, .more = false, .entries = {{}}};
    QCOMPARE(broken(batch, 56, 3), ErrorCode::ProtocolViolation); // three receipts
  }

  void aCursorNeverMovesBackwards() {
    Batch batch{.space = {}, .before = 6, .after = 5, .more = false, .entries = {}};
    QCOMPARE(codeOf(encode(batch)), ErrorCode::ProtocolViolation);
    batch.after = 6;
    QVERIFY(decode(encode(batch)));
    Receipts receipts{.space = {}, .before = 6, .after = 5, .receipts = {}};
    QCOMPARE(codeOf(encode(receipts)), ErrorCode::ProtocolViolation);
  }

  void unknownTypesAreRefused() {
    QCOMPARE(codeOf({}), ErrorCode::ProtocolViolation);
    std::set<int> known;
    for (const auto& message : oneOfEach())
      known.insert(encode(message)[0]);
    for (int type = 0; type < 256; ++type)
      if (!known.contains(type))
        QCOMPARE(codeOf(Bytes{static_cast<std::uint8_t>(type)}), ErrorCode::ProtocolViolation);
    QCOMPARE(known.size(), std::variant_size_v<Message>);
  }
};

QTEST_APPLESS_MAIN(TestCodec)
#include "test_codec.moc"
