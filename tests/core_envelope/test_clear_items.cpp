#include <QtTest>

#include "core/base/limits.h"
#include "world.h"

namespace test_clear_items {

using namespace meridian;
using namespace meridian::test;

namespace {

template <class Id>
Id filled(std::uint8_t byte) {
  Id id;
  id.bytes.fill(byte);
  return id;
}

Recipient recipient(std::uint8_t byte) {
  Recipient result;
  result.id = filled<DeviceId>(byte);
  result.sealedKey.fill(byte);
  return result;
}

// One of each, with lists that are not empty and numbers beyond one byte.
std::vector<Item> oneOfEach() {
  const ItemId item{filled<ChangeId>(1), 300};
  Join join{item, boxOf("j"), {}};
  join.signature.fill(6);
  ParentKey parent;
  parent.key = filled<KeyId>(9);
  parent.sealed.fill(8);
  return {Founder{filled<DeviceId>(1), boxOf("f")},
          OfCampaign{filled<SpaceId>(2)},
          inviteOf("i", Capability::Manage, {filled<SpaceId>(3), filled<SpaceId>(4)}),
          join,
          Confirm{filled<ChangeId>(5)},
          Grant{filled<MemberId>(6), Capability::Write},
          Cut{{item}, {Pin{filled<SpaceId>(7), filled<DeviceId>(8), {}, {9, filled<ChangeId>(10)}}}},
          DeviceItem{filled<MemberId>(11), filled<DeviceId>(12), boxOf("d")},
          Epoch{1, filled<KeyId>(13), {parent}, {recipient(14), recipient(15)}},
          KeyShare{filled<KeyId>(16), {recipient(17)}},
          MemberItem{filled<MemberId>(18)},
          RelayItem{filled<RelayId>(19)},
          Withdraw{item},
          UnknownItem{1000, {1, 2, 3}}};
}

ErrorCode decodeError(const Bytes& clear) {
  const auto items = decodeItems(clear);
  return items ? ErrorCode::Internal : items.error().code;
}

} // namespace

class TestClearItems : public QObject {
  Q_OBJECT

 private slots:
  void everyItemReadsBackToTheSameBytes();
  void itemsStandInTheOrderOfTheirNames();
  void anUnknownItemIsKeptAsItCame();
  void everyTruncationIsRefused();
  void whatDecodesHasOneEncoding();
  void aKnownItemWithBytesLeftOverIsRefused();
  void capabilitiesAndChainsHaveNoOtherNumbers();
  void thereAreAtMostSoManyItems();
  void aCountThatCannotBeThereIsRefused();
};

void TestClearItems::everyItemReadsBackToTheSameBytes() {
  const auto items = oneOfEach();
  QCOMPARE(items.size(), std::variant_size_v<Item>);
  const auto bytes = encodeItems(items);
  const auto read = decodeItems(bytes);
  QVERIFY(read);
  QCOMPARE(read->size(), items.size());
  for (std::size_t i = 0; i < items.size(); ++i)
    QCOMPARE((*read)[i].index(), i);
  QVERIFY(encodeItems(*read) == bytes);
}

void TestClearItems::itemsStandInTheOrderOfTheirNames() {
  const auto read = decodeItems(encodeItems(oneOfEach()));
  QVERIFY(read);
  const auto& invite = std::get<Invite>((*read)[2]);
  QVERIFY(invite.sign == keyOf("i").id());
  QVERIFY(invite.expiry == noon);
  QVERIFY(invite.capability == Capability::Manage);
  QCOMPARE(invite.spaces.size(), std::size_t{2});
  const auto& join = std::get<Join>((*read)[3]);
  QCOMPARE(join.invite.index, 300u);
  const auto& cut = std::get<Cut>((*read)[6]);
  QCOMPARE(cut.pins.front().last.seq, std::uint64_t{9});
  const auto& epoch = std::get<Epoch>((*read)[8]);
  QCOMPARE(epoch.chain, std::uint8_t{1});
  QCOMPARE(epoch.recipients.size(), std::size_t{2});
  QVERIFY(epoch.parents.front().key == filled<KeyId>(9));
}

void TestClearItems::anUnknownItemIsKeptAsItCame() {
  const auto read = decodeItems(encodeItems({UnknownItem{99, {5, 6}}}));
  QVERIFY(read);
  const auto& item = std::get<UnknownItem>(read->front());
  QCOMPARE(item.type, std::uint64_t{99});
  QVERIFY((item.body == Bytes{5, 6}));
}

void TestClearItems::everyTruncationIsRefused() {
  const auto bytes = encodeItems(oneOfEach());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    QCOMPARE(decodeError(Bytes(bytes.begin(), bytes.begin() + size)), ErrorCode::Damaged);
  auto longer = bytes;
  longer.push_back(0);
  QCOMPARE(decodeError(longer), ErrorCode::Damaged);
}

void TestClearItems::whatDecodesHasOneEncoding() {
  const auto bytes = encodeItems(oneOfEach());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const auto mask : std::initializer_list<std::uint8_t>{0x01, 0x80, 0xFF}) {
      auto changed = bytes;
      changed[i] = static_cast<std::uint8_t>(changed[i] ^ mask);
      const auto read = decodeItems(changed);
      if (read) QVERIFY(encodeItems(*read) == changed);
    }
  }
}

void TestClearItems::aKnownItemWithBytesLeftOverIsRefused() {
  ByteWriter out;
  out.varint(1);
  out.varint(11); // member
  out.sized(Bytes(33));
  QCOMPARE(decodeError(out.take()), ErrorCode::Damaged);
}

void TestClearItems::capabilitiesAndChainsHaveNoOtherNumbers() {
  for (const auto capability : std::initializer_list<std::uint8_t>{0, 4}) {
    const Grant grant{filled<MemberId>(1), Capability{capability}};
    QCOMPARE(decodeError(encodeItems({grant})), ErrorCode::Damaged);
  }
  QCOMPARE(decodeError(encodeItems({Epoch{2, filled<KeyId>(1), {}, {}}})), ErrorCode::Damaged);
  QCOMPARE(decodeError(encodeItems({UnknownItem{0, {}}})), ErrorCode::Damaged);
}

void TestClearItems::thereAreAtMostSoManyItems() {
  std::vector<Item> items(limits::itemsPerEntry, UnknownItem{99, {}});
  QVERIFY(decodeItems(encodeItems(items)));
  items.push_back(UnknownItem{99, {}});
  QCOMPARE(decodeError(encodeItems(items)), ErrorCode::TooLarge);
}

void TestClearItems::aCountThatCannotBeThereIsRefused() {
  ByteWriter out;
  out.varint(std::uint64_t{1} << 40);
  QCOMPARE(decodeError(out.take()), ErrorCode::Damaged);
}

QTEST_APPLESS_MAIN(TestClearItems)

} // namespace test_clear_items
#include "test_clear_items.moc"
