#include <QtTest>

#include <limits>

#include "core/base/bytes.h"
#include "core/base/id.h"

namespace test_bytes {

using namespace meridian;

namespace {

std::uint64_t readVarint(const Bytes& bytes, bool* ok) {
  ByteReader in(bytes);
  const std::uint64_t value = in.varint();
  *ok = in.done();
  return value;
}

} // namespace

class TestBytes : public QObject {
  Q_OBJECT

 private slots:
  void hexRoundTripsAndAcceptsBothCases();
  void hexRefusesOddLengthAndForeignDigits();
  void base64UrlMatchesRfc4648();
  void base64UrlRefusesWhatIsNotCanonical();
  void base64UrlRoundTripsEveryLength();
  void utf8RefusesOverlongSurrogatesAndBeyondUnicode();
  void integersAreLittleEndian();
  void varintsRoundTripAtEveryWidth();
  void varintsHaveOneForm();
  void varintsRefuseMoreThan64Bits();
  void zigzagRoundTripsTheExtremes();
  void sizedReadsBackAndRefusesALengthBeyondTheEnd();
  void sizedTextRefusesMalformedUtf8();
  void countRefusesMoreItemsThanCanBeThere();
  void theFirstFailureSticks();
  void idsRefuseAnotherLength();
};

void TestBytes::hexRoundTripsAndAcceptsBothCases() {
  const Bytes bytes{0x00, 0x0F, 0xA5, 0xFF};
  QCOMPARE(toHex(bytes), std::string("000fa5ff"));
  QCOMPARE(fromHex("000FA5ff").value(), bytes);
  QVERIFY(fromHex("").value().empty());
}

void TestBytes::hexRefusesOddLengthAndForeignDigits() {
  for (const char* text : {"0", "0g", "g0", " 0", "0x00", "00\n0"}) {
    QVERIFY2(!fromHex(text), text);
    QCOMPARE(fromHex(text).error().code, ErrorCode::InvalidArgument);
  }
}

void TestBytes::base64UrlMatchesRfc4648() {
  // RFC 4648, section 10, without the padding.
  const std::pair<const char*, const char*> vectors[] = {
      {"", ""},           {"f", "Zg"},          {"fo", "Zm8"},         {"foo", "Zm9v"},
      {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"foobar", "Zm9vYmFy"}};
  for (const auto& [plain, coded] : vectors) {
    QCOMPARE(toBase64Url(asBytes(plain)), std::string(coded));
    QCOMPARE(std::string(asText(fromBase64Url(coded).value())), std::string(plain));
  }
  QCOMPARE(toBase64Url(Bytes{0xFB, 0xFF}), std::string("-_8"));
}

void TestBytes::base64UrlRefusesWhatIsNotCanonical() {
  // Padding, the other alphabet, a length of 1 modulo 4, and fill bits that are not zero.
  for (const char* text : {"Zg==", "+/8", "Z", "Zm9vY", "Zh", "Zm9", "Zm 8", "Zm8\n"}) {
    QVERIFY2(!fromBase64Url(text), text);
  }
}

void TestBytes::base64UrlRoundTripsEveryLength() {
  Bytes bytes;
  for (int i = 0; i < 70; ++i) {
    QCOMPARE(fromBase64Url(toBase64Url(bytes)).value(), bytes);
    bytes.push_back(static_cast<std::uint8_t>(i * 37 + 200));
  }
}

void TestBytes::utf8RefusesOverlongSurrogatesAndBeyondUnicode() {
  for (const Bytes& good : {Bytes{}, Bytes{0x00}, Bytes{0x7F}, Bytes{0xC2, 0x80}, Bytes{0xDF, 0xBF},
                            Bytes{0xE0, 0xA0, 0x80}, Bytes{0xED, 0x9F, 0xBF}, Bytes{0xEE, 0x80, 0x80},
                            Bytes{0xF0, 0x90, 0x80, 0x80}, Bytes{0xF4, 0x8F, 0xBF, 0xBF}}) {
    QVERIFY2(isUtf8(good), toHex(good).c_str());
  }
  for (const Bytes& bad : {Bytes{0x80}, Bytes{0xC0, 0x80}, Bytes{0xC1, 0xBF}, Bytes{0xC2}, Bytes{0xC2, 0x41},
                           Bytes{0xE0, 0x9F, 0xBF}, Bytes{0xED, 0xA0, 0x80}, Bytes{0xE2, 0x82},
                           Bytes{0xE2, 0x82, 0x41}, Bytes{0xF0, 0x8F, 0xBF, 0xBF}, Bytes{0xF0, 0x9F, 0x98},
                           Bytes{0xF4, 0x90, 0x80, 0x80}, Bytes{0xF5, 0x80, 0x80, 0x80}, Bytes{0xFF}}) {
    QVERIFY2(!isUtf8(bad), toHex(bad).c_str());
  }
  QVERIFY(isUtf8(asBytes("Мира: «Отправить на согласование» 🎬")));
}

void TestBytes::integersAreLittleEndian() {
  ByteWriter out;
  out.u8(0x01);
  out.u16(0x0302);
  out.u32(0x07060504);
  out.u64(0x0F0E0D0C0B0A0908);
  QCOMPARE(toHex(out.bytes()), std::string("0102030405060708090a0b0c0d0e0f"));
  ByteReader in(out.bytes());
  QCOMPARE(in.u8(), std::uint8_t{0x01});
  QCOMPARE(in.u16(), std::uint16_t{0x0302});
  QCOMPARE(in.u32(), 0x07060504u);
  QCOMPARE(in.u64(), std::uint64_t{0x0F0E0D0C0B0A0908});
  QVERIFY(in.done());
}

void TestBytes::varintsRoundTripAtEveryWidth() {
  for (int bit = 0; bit < 64; ++bit) {
    for (const std::uint64_t value :
         {(std::uint64_t{1} << bit) - 1, std::uint64_t{1} << bit, ~std::uint64_t{0} >> (63 - bit)}) {
      ByteWriter out;
      out.varint(value);
      bool ok = false;
      QCOMPARE(readVarint(out.bytes(), &ok), value);
      QVERIFY(ok);
    }
  }
  ByteWriter longest;
  longest.varint(std::numeric_limits<std::uint64_t>::max());
  QCOMPARE(longest.size(), std::size_t{10});
}

void TestBytes::varintsHaveOneForm() {
  bool ok = true;
  for (const Bytes& bytes : {Bytes{0x80, 0x00}, Bytes{0x81, 0x00}, Bytes{0xFF, 0x80, 0x00}}) {
    QCOMPARE(readVarint(bytes, &ok), std::uint64_t{0});
    QVERIFY(!ok);
  }
  QCOMPARE(readVarint(Bytes{0x00}, &ok), std::uint64_t{0});
  QVERIFY(ok);
}

void TestBytes::varintsRefuseMoreThan64Bits() {
  bool ok = true;
  Bytes tooBig(9, 0xFF);
  tooBig.push_back(0x02);
  (void)readVarint(tooBig, &ok);
  QVERIFY(!ok);
  Bytes tooLong(10, 0x81);
  tooLong.push_back(0x01);
  (void)readVarint(tooLong, &ok);
  QVERIFY(!ok);
  (void)readVarint(Bytes{0x80}, &ok);
  QVERIFY(!ok);
}

void TestBytes::zigzagRoundTripsTheExtremes() {
  using Limits = std::numeric_limits<std::int64_t>;
  for (const std::int64_t value : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1}, std::int64_t{-64},
                                   std::int64_t{64}, Limits::max(), Limits::min()}) {
    ByteWriter out;
    out.zigzag(value);
    ByteReader in(out.bytes());
    QCOMPARE(in.zigzag(), value);
    QVERIFY(in.done());
  }
  ByteWriter small;
  small.zigzag(-1);
  QCOMPARE(small.bytes(), Bytes{0x01});
}

void TestBytes::sizedReadsBackAndRefusesALengthBeyondTheEnd() {
  ByteWriter out;
  out.sized("бриф");
  ByteReader in(out.bytes());
  QCOMPARE(std::string(in.sizedText()), std::string("бриф"));
  QVERIFY(in.done());

  Bytes cut = out.take();
  cut.pop_back();
  ByteReader truncated(cut);
  QVERIFY(truncated.sized().empty());
  QVERIFY(!truncated.ok());

  ByteWriter huge;
  huge.varint(std::numeric_limits<std::uint64_t>::max());
  ByteReader hostile(huge.bytes());
  QVERIFY(hostile.sized().empty());
  QVERIFY(!hostile.ok());
}

void TestBytes::sizedTextRefusesMalformedUtf8() {
  ByteWriter out;
  out.sized(ByteView(Bytes{0x41, 0xC0}));
  ByteReader in(out.bytes());
  QVERIFY(in.sizedText().empty());
  QVERIFY(!in.ok());
}

void TestBytes::countRefusesMoreItemsThanCanBeThere() {
  ByteWriter out;
  out.varint(3);
  out.raw(Bytes(12, 0));
  ByteReader fits(out.bytes());
  QCOMPARE(fits.count(4), std::size_t{3});
  QVERIFY(fits.ok());
  ByteReader tooMany(out.bytes());
  QCOMPARE(tooMany.count(5), std::size_t{0});
  QVERIFY(!tooMany.ok());
}

void TestBytes::theFirstFailureSticks() {
  const Bytes bytes{0x01, 0x02, 0x03};
  ByteReader in(bytes);
  QCOMPARE(in.u32(), 0u);
  QVERIFY(!in.ok());
  QCOMPARE(in.u8(), std::uint8_t{0});
  QCOMPARE(in.varint(), std::uint64_t{0});
  QVERIFY(in.raw(0).empty());
  QCOMPARE(in.position(), std::size_t{0});
  QVERIFY(!in.done());
}

void TestBytes::idsRefuseAnotherLength() {
  QVERIFY(SpaceId::from(Bytes(32, 7)));
  QCOMPARE(SpaceId::from(Bytes(31, 7)).error().code, ErrorCode::InvalidArgument);
  QCOMPARE(SpaceId::fromHex(std::string(66, 'a')).error().code, ErrorCode::InvalidArgument);
  QVERIFY(SpaceId{}.isZero());
  QVERIFY(!SpaceId::from(Bytes(32, 7)).value().isZero());
}

QTEST_APPLESS_MAIN(TestBytes)

} // namespace test_bytes
#include "test_bytes.moc"
