#include <QtTest>

#include "core/crypto/sealing/padding.h"

namespace test_padding {

using namespace meridian;
using namespace meridian::sealing;

class TestPadding : public QObject {
  Q_OBJECT

 private slots:
  void padmeMatchesItsDefinition();
  void padmeCostsAtMostTwelvePercent();
  void paddingIsAtLeastItsFloor();
  void whatIsPaddedReadsBackAtEveryLength();
  void theBytesAreLengthPlaintextZeros();
  void nothingButTheOneFormIsTaken();
};

void TestPadding::padmeMatchesItsDefinition() {
  // 9: E = 3, S = 2, one bit rounded up. 256 keeps its four bits; 257 rounds up the last four.
  const std::pair<std::uint64_t, std::uint64_t> vectors[] = {{0, 0},
                                                             {1, 1},
                                                             {2, 2},
                                                             {3, 3},
                                                             {8, 8},
                                                             {9, 10},
                                                             {100, 104},
                                                             {256, 256},
                                                             {257, 272},
                                                             {1000, 1024},
                                                             {1u << 20, 1u << 20},
                                                             {(1u << 20) + 1, (1u << 20) + (1u << 15)}};
  for (const auto& [size, expected] : vectors)
    QCOMPARE(padme(size), expected);
}

void TestPadding::padmeCostsAtMostTwelvePercent() {
  std::uint64_t before = 0;
  for (std::uint64_t size = 1; size < 100'000; ++size) {
    const std::uint64_t padded = padme(size);
    QVERIFY(padded >= size && padded >= before);
    QVERIFY((padded - size) * 100 <= size * 12);
    QCOMPARE(padme(padded), padded);
    before = padded;
  }
}

void TestPadding::paddingIsAtLeastItsFloor() {
  QCOMPARE(paddedSize(0), limits::sealedPaddingMin);
  QCOMPARE(paddedSize(limits::sealedPaddingMin - 4), limits::sealedPaddingMin);
  QCOMPARE(paddedSize(limits::sealedPaddingMin - 3), std::size_t{272});
}

void TestPadding::whatIsPaddedReadsBackAtEveryLength() {
  for (std::size_t size = 0; size < 2000; ++size) {
    const Bytes plaintext(size, 0);
    const Bytes padded = pad(plaintext);
    QCOMPARE(padded.size(), paddedSize(size));
    QCOMPARE(unpad(padded).value().size(), size);
  }
}

void TestPadding::theBytesAreLengthPlaintextZeros() {
  const Bytes padded = pad(asBytes("abc"));
  QCOMPARE(toHex(ByteView(padded).first(8)), std::string("0300000061626300"));
  QCOMPARE(asText(unpad(padded).value()), std::string_view("abc"));
}

void TestPadding::nothingButTheOneFormIsTaken() {
  const Bytes good = pad(asBytes("abc"));
  QCOMPARE(unpad({}).error().code, ErrorCode::Damaged);
  QVERIFY(!unpad(Bytes(3, 0)));
  Bytes longer = good;
  longer.push_back(0);
  QVERIFY(!unpad(longer));
  QVERIFY(!unpad(ByteView(good).first(good.size() - 1)));
  Bytes dirty = good;
  dirty.back() = 1;
  QVERIFY(!unpad(dirty));
  Bytes hostile = good;
  hostile[3] = 0xFF;
  QVERIFY(!unpad(hostile));
  QVERIFY(!unpad(Bytes(good.size(), 0xFF)));
}

QTEST_APPLESS_MAIN(TestPadding)

} // namespace test_padding
#include "test_padding.moc"
