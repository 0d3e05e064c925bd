#include <QtTest>

#include <limits>

#include "core/base/limits.h"
#include "core/crdt/op.h"

namespace test_crdt_value {

using namespace meridian;
using namespace meridian::crdt;

namespace {

Bytes raw(std::initializer_list<int> bytes) {
  Bytes out;
  for (const int byte : bytes)
    out.push_back(static_cast<std::uint8_t>(byte));
  return out;
}

Value nested(std::size_t containers) {
  Value value = 7;
  for (std::size_t i = 0; i < containers; ++i)
    value = i % 2 ? Value(Value::List{value}) : Value(Value::Map{{1, value}});
  return value;
}

} // namespace

class TestCrdtValue : public QObject {
  Q_OBJECT
 private slots:
  void everyKindOfValueSurvivesARoundTrip() {
    const OpId ref{ChangeId::unchecked(Bytes(32, 9)), 70000};
    Value map;
    map.set(1, "Марафон").set(900000, true).set(3, raw({0, 255})).set(4, ref).set(5, Value());
    map.set(6, Value::List{1, -1, std::numeric_limits<std::int64_t>::min(),
                           std::numeric_limits<std::int64_t>::max()});
    map.set(7, false).set(8, Value::Unknown{42, raw({1, 2})});
    const auto bytes = encodeValue(map);
    QVERIFY(bytes);
    const auto back = decodeValue(*bytes);
    QVERIFY(back);
    QVERIFY(*back == map);
    QVERIFY(encodeValue(*back) == bytes);
  }

  void accessorsGiveTheFallbackForWhatIsNotThere() {
    Value value;
    value.set(1, Value().set(2, 5));
    QCOMPARE(value.at(1).at(2).intOr(0), 5);
    QCOMPARE(value.at(1).at(3).intOr(-1), -1);
    QCOMPARE(value.at(9).at(9).textOr("none"), std::string("none"));
    QCOMPARE(value.at(1).at(2).textOr("no text"), std::string("no text"));
    QVERIFY(!Value(1).boolean());
    QVERIFY(Value("x").items().empty());
  }

  void nestingEndsAtTheLimit() {
    QVERIFY(encodeValue(nested(limits::valueNesting)));
    QVERIFY(decodeValue(*encodeValue(nested(limits::valueNesting))));
    const auto tooDeep = encodeValue(nested(limits::valueNesting + 1));
    QVERIFY(!tooDeep);
    QVERIFY(tooDeep.error().code == ErrorCode::TooLarge);
    Bytes lists;
    for (std::size_t i = 0; i < limits::valueNesting + 1; ++i)
      lists.insert(lists.end(), {7, 1});
    lists.push_back(0);
    QVERIFY(!decodeValue(lists));
    // A hundred thousand open lists must not exhaust the stack.
    Bytes deep;
    for (int i = 0; i < 100'000; ++i)
      deep.insert(deep.end(), {7, 1});
    QVERIFY(!decodeValue(deep));
  }

  void whatHasAnotherEncodingIsRefused() {
    QVERIFY(decodeValue(raw({8, 2, 1, 0, 2, 0})));
    QVERIFY(!decodeValue(raw({8, 2, 2, 0, 1, 0})));                      // fields descend
    QVERIFY(!decodeValue(raw({8, 2, 1, 0, 1, 0})));                      // a field twice
    QVERIFY(!decodeValue(raw({3, 0x80, 0})));                            // a longer varint than needed
    QVERIFY(!decodeValue(raw({0x80, 0})));                               // the same for a type
    QVERIFY(!decodeValue(raw({0, 0})));                                  // something left over
    QVERIFY(!decodeValue(raw({})));                                      // nothing at all
    QVERIFY(!decodeValue(raw({4, 2, 0xC0, 0x80})));                      // overlong UTF-8
    QVERIFY(!decodeValue(raw({7, 0xFF, 0xFF, 0xFF, 0x7F})));             // a count that cannot be
    QVERIFY(!decodeValue(raw({8, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0}))); // a field beyond 32 bits
    QVERIFY(!encodeValue(Value(std::string("\xFF"))));
    QVERIFY(!encodeValue(Value(Value::Unknown{3, {}})));
  }

  void anEntityIdNamesItsEntityAndSortsLikeItsOp() {
    const OpId first{ChangeId::unchecked(Bytes(32, 1)), 255};
    const OpId second{first.change, 256};
    QVERIFY(EntityId::created(first) < EntityId::created(second));
    QVERIFY(std::get<OpId>(EntityId::created(second).ref()) == second);
    const KeyedEntity keyed{513, raw({7, 0, 9})};
    QVERIFY(std::get<KeyedEntity>(EntityId::keyed(keyed).ref()) == keyed);
    QVERIFY(*EntityId::from(EntityId::keyed(keyed).view()) == EntityId::keyed(keyed));
    QVERIFY(!EntityId::from(Bytes(36, 1)));
    QVERIFY(!EntityId::from(Bytes(68, 2)));
    QVERIFY(!EntityId::from(Bytes{}));
  }

  void anOpByItselfKeepsTheNumbersOfItsCharacters() {
    const ChangeId change = ChangeId::unchecked(Bytes(32, 3));
    const Op op = InsertText{KeyedEntity{1, {}}, 2, ElementId{change, 4}, {}, "да", 77};
    const auto bytes = encodeOp(op);
    QVERIFY(bytes);
    const auto back = decodeOp(*bytes);
    QVERIFY(back);
    QVERIFY(*back == op);
  }
};

QTEST_GUILESS_MAIN(TestCrdtValue)

} // namespace test_crdt_value
#include "test_crdt_value.moc"
