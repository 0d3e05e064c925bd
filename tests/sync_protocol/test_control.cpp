#include "sync/protocol/control.h"

#include <QTest>

#include "tests/sync_protocol/messages.h"

namespace test_control {

using namespace meridian;
using namespace meridian::test;

namespace {

// `depth` arrays in one another around a number.
Bytes nested(std::size_t depth, std::uint8_t head = 0x81) {
  Bytes bytes(depth + 1, head);
  bytes.back() = 0x00;
  return bytes;
}

// A bye with an additional member: {"x": 1, "lo": 1, "hi": 1, "z": …}.
Bytes byeWith(const Bytes& value) {
  ByteWriter frame;
  frame.raw(Bytes{0x06, 0xA4, 0x61, 'x', 0x01, 0x62, 'l', 'o', 0x01, 0x62, 'h', 'i', 0x01, 0x61, 'z'});
  frame.raw(value);
  return frame.take();
}

Bytes text(std::size_t size) {
  Bytes bytes(3 + size, 'a');
  bytes[0] = 0x79;
  bytes[1] = static_cast<std::uint8_t>(size >> 8);
  bytes[2] = static_cast<std::uint8_t>(size);
  return bytes;
}

ErrorCode codeOf(ByteView frame) {
  const auto decoded = decode(frame);
  return decoded ? ErrorCode::Internal : decoded.error().code;
}

} // namespace

class TestControl : public QObject {
  Q_OBJECT

 private slots:
  void aControlFrameHasAtMost4096Bytes() {
    const auto overhead = byeWith(text(0)).size();
    QVERIFY(decode(byeWith(text(4'096 - overhead))));
    QCOMPARE(codeOf(byeWith(text(4'097 - overhead))), ErrorCode::TooLarge);
  }

  void theFullestControlMessageFits() {
    Hello hello;
    hello.formats.assign(64, 255);
    QVERIFY(decode(encode(hello)));
    hello.formats.push_back(255);
    QCOMPARE(codeOf(encode(hello)), ErrorCode::ProtocolViolation);
  }

  void nestingEndsAtEight() {
    // In a message: the map of members is the first level.
    QVERIFY(decode(byeWith(nested(7))));
    QCOMPARE(codeOf(byeWith(nested(8))), ErrorCode::ProtocolViolation);
    QCOMPARE(codeOf(byeWith(nested(4'000))), ErrorCode::ProtocolViolation);
  }

  void unknownMembersAreLeftOut() {
    // A newer peer may say more; what it says beside is no reason to part.
    const auto bye = decode(byeWith({0xF5}));
    QVERIFY(bye && std::get<Bye>(*bye).reason == ByeReason::Violation);
  }

  void aMissingOrMistypedMemberIsRefused() {
    for (const Bytes& frame : {
             Bytes{0x06, 0xA0},                                                        // nothing at all
             Bytes{0x06, 0x80},                                                        // no map
             Bytes{0x06, 0xA2, 0x61, 'x', 0x01, 0x62, 'l', 'o', 0x01},                 // hi is missing
             Bytes{0x06, 0xA3, 0x61, 'x', 0x20, 0x62, 'l', 'o', 1, 0x62, 'h', 'i', 1}, // x is -1
             Bytes{0x06, 0xA3, 0x61, 'x', 0x00, 0x62, 'l', 'o', 1, 0x62, 'h', 'i', 1}, // no such reason
             Bytes{0x06, 0xA3, 0x61, 'x', 0x07, 0x62, 'l', 'o', 1, 0x62, 'h', 'i', 1}, // nor such one
             Bytes{0x06, 0xA3, 0x61, 'x', 0xF5, 0x62, 'l', 'o', 1, 0x62, 'h', 'i', 1}, // x is true
             Bytes{0x06, 0xA3, 0x61, 'x', 0xF9, 0x3C, 0, 0x62, 'l', 'o', 1, 0x62, 'h', 'i', 1}, // a float
             Bytes{0x06, 0xA1, 0x01, 0x01}, // a key that is no text
             Bytes{0x06, 0xC1, 0xA0},       // a tag
         })
      QCOMPARE(codeOf(frame), ErrorCode::ProtocolViolation);
    // A key of a wrong length, in a message that is right otherwise.
    auto admitted = encode(Admitted{.campaign = {}, .accepted = true});
    QVERIFY(decode(admitted));
    const auto found = std::ranges::search(admitted, Bytes{0x58, 0x20});
    QVERIFY(!found.empty());
    found.front() = 0x58;
    *(found.begin() + 1) = 0x1F;
    admitted.erase(found.end());
    QCOMPARE(codeOf(admitted), ErrorCode::ProtocolViolation);
  }

  void aVersionBeyondSixteenBitsIsRefused() {
    Hello hello{.versionLow = 1,
                .versionHigh = 65'535,
                .formats = {},
                .relay = {},
                .generation = {},
                .challenge = {},
                .signature = {}};
    QVERIFY(decode(encode(hello)));
    hello.versionHigh = 65'536; // the signature covers sixteen bits of it
    QCOMPARE(codeOf(encode(hello)), ErrorCode::ProtocolViolation);
  }

  void mutatedControlMessagesNeverCrash() {
    SeededRandom random(11);
    for (int round = 0; round < 2'000; ++round)
      for (const auto& message : oneOfEach(static_cast<std::uint64_t>(round % 5) + 1)) {
        auto frame = encode(message);
        if (!isControl(FrameType{frame[0]})) break; // they stand first
        const auto dice = random.id<FixedId<struct DiceTag, 6>>().bytes;
        frame[1 + (std::size_t{dice[0]} << 8 | dice[1]) % (frame.size() - 1)] = dice[2];
        frame[1 + dice[3] % (frame.size() - 1)] = dice[4];
        if (dice[5] % 5 == 0) frame.resize(dice[3] % frame.size());
        (void)decode(frame);
      }
  }
};

QTEST_APPLESS_MAIN(TestControl)

} // namespace test_control
#include "test_control.moc"
