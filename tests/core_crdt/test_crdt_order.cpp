#include <QtTest>
#include <rapidcheck.h>

#include "core/crdt/order.h"
#include "tests/core_crdt/world.h"

namespace test_crdt_order {

using namespace meridian;
using namespace meridian::crdt;
using namespace meridian::crdt::testing;

namespace {

Bytes tie(Rng& rng) { return {static_cast<std::uint8_t>(rng()), static_cast<std::uint8_t>(rng() % 3)}; }

// Inserts at `place` and checks the law on the way.
bool insertAt(std::vector<Bytes>& keys, std::size_t place, Rng& rng) {
  std::optional<ByteView> before, after;
  if (place > 0) before = keys[place - 1];
  if (place < keys.size()) after = keys[place];
  const Bytes key = orderKeyBetween(before, after, tie(rng));
  if (!isOrderKey(key)) return false;
  if (place > 0 && !(keys[place - 1] < key)) return false;
  if (place < keys.size() && !(key < keys[place])) return false;
  keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(place), key);
  return true;
}

} // namespace

class TestCrdtOrder : public QObject {
  Q_OBJECT
 private slots:
  void aKeyLiesStrictlyBetweenItsNeighboursOverThousandsOfInsertions() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      std::vector<Bytes> keys;
      for (int i = 0; i < 300; ++i)
        RC_ASSERT(insertAt(keys, below(rng, keys.size() + 1), rng));
      // Eight bytes of each are the tie-break; what lies before grows slowly, by luck of the places.
      for (const Bytes& key : keys)
        RC_ASSERT(key.size() <= 24u);
    }));
  }

  void appendingAndPrependingStayShort() {
    Rng rng(1);
    std::vector<Bytes> appended, prepended;
    for (int i = 0; i < 2000; ++i) {
      QVERIFY(insertAt(appended, appended.size(), rng));
      QVERIFY(insertAt(prepended, 0, rng));
    }
    QVERIFY(appended.back().size() <= 24);
    QVERIFY(prepended.front().size() <= 24);
  }

  void insertingAtOnePlaceCostsAByteForEightItemsAtMost() {
    Rng rng(2);
    std::vector<Bytes> first, last;
    for (auto* keys : {&first, &last}) {
      QVERIFY(insertAt(*keys, 0, rng));
      QVERIFY(insertAt(*keys, 1, rng));
    }
    for (std::size_t i = 0; i < 800; ++i) {
      QVERIFY(insertAt(first, 1, rng));
      QVERIFY(insertAt(last, last.size() - 1, rng));
    }
    QVERIFY(first[1].size() <= 110);
    QVERIFY(last[last.size() - 2].size() <= 110);
  }

  void twoPeopleAtOnePlaceGetDifferentKeys() {
    const Bytes one = orderKeyBetween({}, {}, Bytes{1, 2});
    const Bytes other = orderKeyBetween({}, {}, Bytes{1, 3});
    QVERIFY(one != other);
  }

  void neighboursThatLeaveNoRoomGiveAKeyAfterTheFirst() {
    const Bytes key{5, 7};
    QVERIFY(key < orderKeyBetween(key, key, Bytes{1}));
    QVERIFY(key < orderKeyBetween(key, Bytes{3}, Bytes{1}));
    QVERIFY(key < orderKeyBetween(key, Bytes{5, 7, 0}, Bytes{1}));
    QVERIFY(!isOrderKey(Bytes{}));
    QVERIFY(!isOrderKey(Bytes{1, 0}));
  }
};

QTEST_GUILESS_MAIN(TestCrdtOrder)

} // namespace test_crdt_order
#include "test_crdt_order.moc"
