#include "sync/protocol/cbor.h"

#include <QTest>

#include <nlohmann/json.hpp>

namespace test_cbor {

using namespace meridian;
using namespace meridian::protocol::cbor;
using Json = nlohmann::json;

namespace {

// `depth` arrays in one another around a number.
Bytes nested(std::size_t depth, std::uint8_t head = 0x81) {
  Bytes bytes(depth + 1, head);
  bytes.back() = 0x00;
  return bytes;
}

constexpr std::uint64_t edges[] = {0,      23,     24,          255,           256,
                                   65'535, 65'536, 0xFFFF'FFFF, 0x1'0000'0000, UINT64_MAX};

std::optional<MapReader> readerOf(const Bytes& cbor) {
  return withinDepth(cbor, 8) ? MapReader::of(cbor) : std::nullopt;
}

} // namespace

class TestCbor : public QObject {
  Q_OBJECT

 private slots:
  void nestingEndsWhereItShall() {
    QVERIFY(withinDepth(nested(8), 8));
    QVERIFY(!withinDepth(nested(9), 8));
    QVERIFY(!withinDepth(nested(4'000), 8));
    // Maps and tags count too.
    QVERIFY(withinDepth(nested(8, 0xC1), 8));
    QVERIFY(!withinDepth(nested(9, 0xC1), 8));
    Bytes maps;
    for (int i = 0; i < 9; ++i)
      maps.insert(maps.end(), {0xA1, 0x61, 'a'});
    maps.push_back(0x00);
    QVERIFY(withinDepth(maps, 9));
    QVERIFY(!withinDepth(maps, 8));
  }

  void onlyDefiniteLengthsAndOneItem() {
    QVERIFY(withinDepth(Bytes{0x00}, 8));
    QVERIFY(!withinDepth(Bytes{}, 8));
    QVERIFY(!withinDepth(Bytes{0x00, 0x00}, 8));             // two items
    QVERIFY(!withinDepth(Bytes{0x9F, 0xFF}, 8));             // an array without a length
    QVERIFY(!withinDepth(Bytes{0xBF, 0xFF}, 8));             // a map without one
    QVERIFY(!withinDepth(Bytes{0x5F, 0x41, 0x00, 0xFF}, 8)); // a string in pieces
    QVERIFY(!withinDepth(Bytes{0xFF}, 8));                   // a break without a beginning
    QVERIFY(!withinDepth(Bytes{0x1C}, 8));                   // reserved
    for (const auto& cut :
         {Bytes{0x18}, Bytes{0x1B, 0, 0, 0}, Bytes{0x42, 0}, Bytes{0x82, 0}, Bytes{0xA1, 0}})
      QVERIFY(!withinDepth(cut, 8));
    // The largest counts there are.
    for (const int head : {0x5B, 0x7B, 0x9B, 0xBB}) {
      Bytes bytes(9, 0xFF);
      bytes[0] = static_cast<std::uint8_t>(head);
      QVERIFY(!withinDepth(bytes, 8));
    }
  }

  // Who else writes CBOR writes the same bytes.
  void whatIsWrittenIsWhatOthersWrite() {
    for (const auto value : edges) {
      const std::string longKey(static_cast<std::size_t>(value % 300), 'k');
      const Bytes blob(static_cast<std::size_t>(value % 70'000), 7);
      const std::vector<std::uint32_t> list(static_cast<std::size_t>(value % 400),
                                            static_cast<std::uint32_t>(value));
      const auto ours = MapWriter(5)
                            .numbers("a", list)
                            .bytes("b", blob)
                            .flag("f", value % 2 == 0)
                            .number(longKey.empty() ? "k" : longKey, value)
                            .flag("z", value % 2 != 0)
                            .take();
      const Json theirs{{"a", list},
                        {"b", Json::binary(blob)},
                        {"f", value % 2 == 0},
                        {longKey.empty() ? "k" : longKey, value},
                        {"z", value % 2 != 0}};
      QCOMPARE(ours, Json::to_cbor(theirs));
    }
  }

  void whatOthersWriteIsRead() {
    for (const auto value : edges) {
      const Json theirs{
          {"list", {1, 2, 255}}, {"bytes", Json::binary(Bytes(300, 9))},
          {"flag", true},        {"number", value},
          {"negative", -1},      {"nested", {{"number", 5}, {"deeper", {1, {{"x", "y"}}, 2.5}}}},
          {"nothing", nullptr},  {"words", "many words"}};
      const auto bytes = Json::to_cbor(theirs);
      const auto map = readerOf(bytes);
      QVERIFY(map);
      QVERIFY(map->number("number") == value);
      QVERIFY(map->flag("flag") == true);
      const auto content = map->bytes("bytes");
      QVERIFY(content && Bytes(content->begin(), content->end()) == Bytes(300, 9));
      QVERIFY(map->numbers("list", 3, 255) == std::vector<std::uint32_t>({1, 2, 255}));
      QVERIFY(map->has("negative") && map->has("words") && !map->has("wor") && !map->has("deeper"));
    }
  }

  void whatIsOfAnotherTypeIsNotThere() {
    const auto bytes = Json::to_cbor(Json{{"b", Json::binary({1})},
                                          {"f", false},
                                          {"l", {1, 256}},
                                          {"m", {1, -1}},
                                          {"n", 5},
                                          {"o", nullptr},
                                          {"s", -5}});
    const auto map = readerOf(bytes);
    QVERIFY(map);
    for (const char* key : {"b", "f", "l", "o", "s", "missing"})
      QVERIFY(!map->number(key));
    for (const char* key : {"b", "l", "n", "o", "s", "missing"})
      QVERIFY(!map->flag(key));
    for (const char* key : {"f", "l", "n", "o", "s", "missing"})
      QVERIFY(!map->bytes(key));
    for (const char* key : {"b", "f", "m", "n", "o", "s", "missing"})
      QVERIFY(!map->numbers(key, 10, 1'000));
    QVERIFY(map->numbers("l", 2, 256) && !map->numbers("l", 1, 256) && !map->numbers("l", 2, 255));
  }

  void onlyMapsWithTextKeysAreMaps() {
    QVERIFY(readerOf({0xA0}));
    for (const Bytes& bytes : {Bytes{0x80}, Bytes{0x00}, Bytes{0xC1, 0xA0}, Bytes{0xA1, 0x01, 0x01},
                               Bytes{0xA2, 0x61, 'a', 0x01, 0x41, 'b', 0x01}})
      QVERIFY(withinDepth(bytes, 8) && !readerOf(bytes));
  }

  // A half float whose bytes say 21 is no flag, nor is a long form of one.
  void aFlagIsOneByte() {
    for (const Bytes& value : {Bytes{0xF8, 21}, Bytes{0xF9, 0, 21}}) {
      Bytes bytes{0xA1, 0x61, 'f'};
      bytes.insert(bytes.end(), value.begin(), value.end());
      const auto map = readerOf(bytes);
      QVERIFY(map && map->has("f") && !map->flag("f"));
    }
  }

  void ofTwoMembersTheLastCounts() {
    const Bytes twice{0xA2, 0x61, 'a', 0x01, 0x61, 'a', 0x02};
    const auto map = readerOf(twice);
    QVERIFY(map && map->number("a") == 2u);
  }
};

QTEST_APPLESS_MAIN(TestCbor)

} // namespace test_cbor
#include "test_cbor.moc"
