#include <QtTest>
#include <rapidcheck.h>

#include "core/base/limits.h"
#include "tests/core_crdt/world.h"

namespace test_crdt_body {

using namespace meridian;
using namespace meridian::crdt;
using namespace meridian::crdt::testing;

namespace {

const BodyContext writing{.self = thisChange, .predecessor = changeId(2)};
const BodyContext reading{.self = changeId(1), .predecessor = changeId(2)};

void put(ByteWriter& out, std::uint32_t tag, const Bytes& content) {
  out.varint(tag);
  out.sized(content);
}

// A body by hand, to say what no encoder here would say.
Bytes bodyOf(const Bytes& refs, const Bytes& frontier, const Bytes& ops, const Bytes& more = {}) {
  ByteWriter out;
  put(out, 1, {1});
  put(out, 2, Bytes(8, 0));
  put(out, 3, {0});
  if (!refs.empty()) put(out, 4, refs);
  if (!frontier.empty()) put(out, 5, frontier);
  if (!ops.empty()) put(out, 6, ops);
  out.raw(more);
  return out.take();
}

Bytes join(std::initializer_list<Bytes> parts) {
  Bytes all;
  for (const Bytes& part : parts)
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

Value randomValue(Rng& rng, std::size_t depth, const std::vector<ChangeId>& changes, bool unknown) {
  switch (below(rng, depth < limits::valueNesting ? (unknown ? 9 : 8) : 5)) {
  case 0:
    return {};
  case 1:
    return below(rng, 2) == 0;
  case 2:
    return static_cast<std::int64_t>(rng());
  case 3:
    return word(rng);
  case 4:
    return OpId{changes[below(rng, changes.size())], static_cast<std::uint32_t>(rng())};
  case 5:
    return Bytes(below(rng, 5), 7);
  case 6: {
    Value::List list;
    for (std::size_t n = below(rng, 4); n > 0; --n)
      list.push_back(randomValue(rng, depth + 1, changes, unknown));
    return list;
  }
  case 7: {
    Value::Map map;
    for (std::size_t n = below(rng, 4); n > 0; --n)
      map.insert_or_assign(static_cast<std::uint32_t>(below(rng, 300)),
                           randomValue(rng, depth + 1, changes, unknown));
    return map;
  }
  default:
    return Value::Unknown{static_cast<std::uint32_t>(9 + below(rng, 500)), Bytes(below(rng, 4), 1)};
  }
}

Body randomBody(Rng& rng, bool unknown) {
  std::vector<ChangeId> changes{thisChange, writing.predecessor};
  for (std::size_t n = below(rng, 4); n > 0; --n)
    changes.push_back(changeId(rng));
  const auto change = [&] { return changes[below(rng, changes.size())]; };
  const auto op = [&] { return OpId{change(), static_cast<std::uint32_t>(below(rng, 1000))}; };
  const auto opList = [&](std::size_t least) {
    std::vector<OpId> list;
    for (std::size_t n = least + below(rng, 3); n > 0; --n)
      list.push_back(op());
    return list;
  };
  const auto element = [&]() -> std::optional<ElementId> {
    if (below(rng, 3) == 0) return std::nullopt;
    return ElementId{change(), static_cast<std::uint32_t>(rng())};
  };
  const auto entity = [&]() -> EntityRef {
    if (below(rng, 2) == 0) return op();
    return KeyedEntity{static_cast<std::uint16_t>(rng()), Bytes(below(rng, 65), 5)};
  };
  const auto extra = [&] {
    UnknownFields fields;
    if (unknown && below(rng, 3) == 0) fields = {{6, {1, 2}}, {400, {}}};
    return fields;
  };
  Body body{.schema = static_cast<std::uint32_t>(rng()),
            .hlc = {rng()},
            .claimedAt = fromMillis(static_cast<std::int64_t>(rng() >> 16))};
  for (std::size_t i = 1; i < changes.size(); ++i)
    if (below(rng, 2) == 0) body.frontier.push_back(changes[i]);
  const auto number = static_cast<std::uint32_t>(below(rng, 200));
  for (std::size_t n = below(rng, 8); n > 0; --n) {
    switch (below(rng, unknown ? 7 : 6)) {
    case 0:
      body.ops.push_back(
          Create{static_cast<std::uint16_t>(rng()), randomValue(rng, 0, changes, unknown), extra()});
      break;
    case 1:
      body.ops.push_back(
          SetRegister{entity(), number, randomValue(rng, 0, changes, unknown), opList(0), extra()});
      break;
    case 2:
      body.ops.push_back(AddToSet{entity(), number, randomValue(rng, 0, changes, unknown), extra()});
      break;
    case 3:
      body.ops.push_back(RemoveFromSet{entity(), number, opList(1), extra()});
      break;
    case 4:
      body.ops.push_back(InsertText{entity(), number, element(), element(), word(rng), 0, extra()});
      break;
    case 5:
      body.ops.push_back(DeleteText{entity(), number, {{{change(), 3}, 2}, {{change(), 9}, 1}}, extra()});
      break;
    default:
      body.ops.push_back(UnknownOp{static_cast<std::uint32_t>(7 + below(rng, 300)), Bytes(below(rng, 9), 3)});
    }
  }
  if (unknown) {
    body.extra = {{7, {1, 2, 3}}};
    for (std::size_t i = 2; i < changes.size(); ++i)
      body.refs.push_back(changes[i]);
    std::sort(body.refs.begin(), body.refs.end());
  }
  return body;
}

} // namespace

class TestCrdtBody : public QObject {
  Q_OBJECT
 private slots:
  void whatIsEncodedDecodesToTheSameAndEncodesToTheSameBytes() {
    QVERIFY(rc::check([](std::uint64_t seed, bool unknown) {
      Rng rng(seed);
      Body body = randomBody(rng, unknown);
      const auto bytes = encodeBody(body, writing);
      RC_ASSERT(bytes.has_value());
      auto back = decodeBody(*bytes, reading);
      RC_ASSERT(back.has_value());
      RC_ASSERT((encodeBody(*back, reading) == bytes));
      resolveSelf(body, reading.self);
      std::sort(body.frontier.begin(), body.frontier.end());
      std::sort(back->frontier.begin(), back->frontier.end());
      RC_ASSERT(*back == body);
    }));
  }

  void aFlippedByteIsRefusedOrIsTheOneEncodingOfAnotherBody() {
    QVERIFY(rc::check([](std::uint64_t seed, bool unknown) {
      Rng rng(seed);
      Bytes bytes = *encodeBody(randomBody(rng, unknown), writing);
      for (int i = 0; i < 40; ++i) {
        Bytes bent = bytes;
        switch (below(rng, 3)) {
        case 0:
          bent[below(rng, bent.size())] = static_cast<std::uint8_t>(rng());
          break;
        case 1:
          bent.resize(below(rng, bent.size()));
          break;
        default:
          bent.insert(bent.begin() + static_cast<std::ptrdiff_t>(below(rng, bent.size())), 0);
        }
        if (const auto back = decodeBody(bent, reading)) {
          const auto again = encodeBody(*back, reading);
          RC_ASSERT(again.has_value());
          RC_ASSERT(*again == bent);
        }
      }
    }));
  }

  void randomBytesNeverCrashADecoder() {
    QVERIFY(rc::check([](const Bytes& bytes) {
      (void)decodeBody(bytes, reading);
      (void)decodeBody(bodyOf({}, {}, bytes), reading);
      (void)decodeValue(bytes);
      (void)decodeOp(bytes);
    }));
  }

  void opsAndFieldsOfANewerVersionRoundTripByteForByte() {
    // An unknown op whose body names the second ref, which nothing known does.
    const Bytes refs = join({Bytes(32, 8), Bytes(32, 9)});
    const Bytes ops = {99, 3, 3, 0, 1, /* AddToSet */ 3, 14, 1, 3, 1, 2, 5, 2, 1, 4, 3, 1, 1, 77, 1, 66};
    const Bytes bytes = bodyOf(refs, {1}, ops, {70, 2, 1, 2});
    const auto body = decodeBody(bytes, reading);
    QVERIFY(body);
    QCOMPARE(body->ops.size(), std::size_t{2});
    QVERIFY(std::get<UnknownOp>(body->ops[0]) == (UnknownOp{99, {3, 0, 1}}));
    QVERIFY(std::get<AddToSet>(body->ops[1]).extra == (UnknownFields{{77, {66}}}));
    QVERIFY(std::get<OpId>(std::get<AddToSet>(body->ops[1]).entity) ==
            (OpId{ChangeId::unchecked(Bytes(32, 8)), 5}));
    QVERIFY(body->extra == (UnknownFields{{70, {1, 2}}}));
    QVERIFY(encodeBody(*body, reading) == bytes);
  }

  void theEncodingDoesNotDependOnTheIdOfTheChange() {
    Body body;
    body.ops.push_back(Create{1, Value()});
    body.ops.push_back(SetRegister{OpId{thisChange, 0}, 1, OpId{thisChange, 0}});
    const auto bytes = encodeBody(body, writing);
    const auto decoded = decodeBody(*bytes, reading);
    QVERIFY(std::get<OpId>(std::get<SetRegister>(decoded->ops[1]).entity).change == reading.self);
    QVERIFY(encodeBody(*decoded, reading) == bytes);
  }

  void theTableIsExactAndAscending() {
    const Bytes name8 = {3, 12, 1, 3, 1, 2, 0, 2, 1, 1, 3, 1, 1}; // AddToSet on entry 2
    QVERIFY(!decodeBody(bodyOf({}, {}, name8), reading));         // no such entry
    const auto good = bodyOf(Bytes(32, 8), {}, {3, 11, 1, 3, 1, 2, 0, 2, 1, 1, 3, 1, 1});
    QVERIFY(decodeBody(good, reading));
    QVERIFY(!decodeBody(bodyOf(Bytes(32, 8), {}, {}), reading));  // unused
    QVERIFY(!decodeBody(bodyOf(Bytes(32, 1), {2}, {}), reading)); // itself
    QVERIFY(!decodeBody(bodyOf(Bytes(32, 2), {2}, {}), reading)); // its predecessor
    QVERIFY(!decodeBody(bodyOf(Bytes(32, 0), {2}, {}), reading)); // no change
    QVERIFY(decodeBody(bodyOf(join({Bytes(32, 8), Bytes(32, 9)}), {2, 3}, {}), reading));
    QVERIFY(!decodeBody(bodyOf(join({Bytes(32, 9), Bytes(32, 8)}), {2, 3}, {}), reading)); // descending
    QVERIFY(!decodeBody(bodyOf(join({Bytes(32, 8), Bytes(32, 8)}), {2, 3}, {}), reading)); // twice
    QVERIFY(!decodeBody(bodyOf({}, {0}, {}), reading));                                    // its own past
    QVERIFY(!decodeBody(bodyOf({}, {1, 1}, {}), reading));                                 // a head twice
    QVERIFY(decodeBody(bodyOf({}, {1}, {}), reading));
    QVERIFY(!decodeBody(bodyOf({}, {1}, {}), {.self = reading.self, .predecessor = {}})); // has none
  }

  void charactersAreNumberedOverTheWholeChange() {
    Body body;
    body.ops.push_back(InsertText{KeyedEntity{1, {}}, 1, {}, {}, "приз😀"});
    body.ops.push_back(InsertText{KeyedEntity{2, {}}, 1, {}, {}, "b"});
    const auto decoded = decodeBody(*encodeBody(body, writing), reading);
    QCOMPARE(std::get<InsertText>(decoded->ops[1]).offset, 5u);
  }

  void limitsHoldAtTheirEdge() {
    Body body;
    body.ops.assign(limits::opsPerChange, AddToSet{KeyedEntity{1, {}}, 1, Value()});
    const auto full = encodeBody(body, writing);
    QVERIFY(full);
    QVERIFY(decodeBody(*full, reading));
    body.ops.push_back(body.ops.front());
    QVERIFY(encodeBody(body, writing).error().code == ErrorCode::TooLarge);

    Body wide;
    Rng rng(3);
    for (std::size_t i = 0; i < limits::refsPerChange; ++i)
      wide.frontier.push_back(changeId(rng));
    QVERIFY(decodeBody(*encodeBody(wide, writing), reading));
    wide.frontier.push_back(changeId(rng));
    QVERIFY(encodeBody(wide, writing).error().code == ErrorCode::TooLarge);

    Body text;
    text.ops.push_back(InsertText{KeyedEntity{1, {}}, 1, {}, {}, std::string(limits::textFieldBytes, 'x')});
    QVERIFY(decodeBody(*encodeBody(text, writing), reading));
    std::get<InsertText>(text.ops[0]).text.push_back('x');
    QVERIFY(encodeBody(text, writing).error().code == ErrorCode::TooLarge);

    Body key;
    key.ops.push_back(AddToSet{KeyedEntity{1, Bytes(65, 1)}, 1, Value()});
    QVERIFY(encodeBody(key, writing).error().code == ErrorCode::TooLarge);
    Body large;
    large.ops.push_back(Create{1, Bytes(limits::changeBytes, 1)});
    QVERIFY(encodeBody(large, writing).error().code == ErrorCode::TooLarge);
  }

  void whatMakesNoSenseIsNotWritten() {
    const auto refused = [](Op op) {
      Body body;
      body.ops.push_back(std::move(op));
      const auto bytes = encodeBody(body, writing);
      return !bytes && bytes.error().code == ErrorCode::InvalidArgument;
    };
    const KeyedEntity entity{1, {}};
    QVERIFY(refused(InsertText{entity, 1, {}, {}, ""}));
    QVERIFY(refused(InsertText{entity, 1, {}, {}, "\xC3"}));
    QVERIFY(refused(DeleteText{entity, 1, {}}));
    QVERIFY(refused(DeleteText{entity, 1, {{{changeId(5), 0}, 0}}}));
    QVERIFY(refused(RemoveFromSet{entity, 1, {}}));
    QVERIFY(refused(UnknownOp{3, {}}));
    QVERIFY(refused(Create{1, std::string("\xFF")}));
  }
};

QTEST_GUILESS_MAIN(TestCrdtBody)

} // namespace test_crdt_body
#include "test_crdt_body.moc"
