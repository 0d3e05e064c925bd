#include "sync/protocol/relay_address.h"

#include <QTest>

#include "tests/core_crypto/seeded_random.h"

namespace test_relay_address {

using namespace meridian;
using namespace meridian::protocol;

namespace {

RelayAddress full() {
  SeededRandom random(6);
  RelayAddress address;
  address.host = "relay.example.org";
  address.port = 7443;
  address.identity = random.id<RelayId>();
  address.pin = random.id<TlsPin>();
  address.code = random.id<FoundingCode>();
  return address;
}

std::string with(const std::string& from, const std::string& to) {
  auto line = full().line();
  const auto at = line.find(from);
  if (at == std::string::npos) qFatal("%s is not in the line", from.c_str());
  return line.replace(at, from.size(), to);
}

ErrorCode codeOf(std::string_view line) {
  const auto parsed = RelayAddress::parse(line);
  return parsed ? ErrorCode::Internal : parsed.error().code;
}

} // namespace

class TestRelayAddress : public QObject {
  Q_OBJECT

 private slots:
  void aLineReadsBackAsItWasPrinted() {
    auto address = full();
    QVERIFY(RelayAddress::parse(address.line()) == address);
    QVERIFY(address.line().starts_with("wss://relay.example.org:7443/#id="));
    address.pin.reset();
    address.code.reset();
    QVERIFY(RelayAddress::parse(address.line()) == address);
    address.host = "192.0.2.1";
    QVERIFY(RelayAddress::parse(address.line()) == address);
    address.host = "2001:db8::1";
    QCOMPARE(address.url(), std::string("wss://[2001:db8::1]:7443/"));
    QVERIFY(RelayAddress::parse(address.line()) == address);
  }

  void furtherMembersAreKept() {
    auto address = full();
    address.other = {{"campaign", "Верба & Co. = 100 % #1"}, {"empty", ""}, {"имя", "\"'<>\n"}};
    const auto line = address.line();
    // Nothing that a messenger would cut at or turn into a link of its own.
    QVERIFY(line.find_first_of(" \n\"'<>") == std::string::npos);
    QVERIFY(RelayAddress::parse(line) == address);
  }

  void spaceAroundTheLineIsClutter() {
    const auto line = full().line();
    for (const char* around : {" ", "\n", "\r\n", "\t  \n"})
      QVERIFY(RelayAddress::parse(around + line + around) == full());
  }

  void otherClutterIsNoAddress() {
    const auto line = full().line();
    for (const auto& cluttered :
         {"relay: " + line, line + " thanks!", "<" + line + ">", line + "\n" + line, line.substr(1),
          "https" + line.substr(3), std::string(), std::string(" \n")})
      QCOMPARE(codeOf(cluttered), ErrorCode::InvalidArgument);
  }

  void everyTruncationIsRefusedOrLacksWhatWasCut() {
    const auto line = full().line();
    for (std::size_t size = 0; size < line.size(); ++size) {
      const auto parsed = RelayAddress::parse(std::string_view(line).substr(0, size));
      if (!parsed) continue;
      QVERIFY(parsed->identity == full().identity);
      QVERIFY(!parsed->code);
      QVERIFY(!parsed->pin || parsed->pin == full().pin);
    }
  }

  void hostAndPortAreRequired() {
    for (const char* authority : {"", ":7443", "host", "host:", "host:0", "host:65536", "host:-1", "host:+1",
                                  "host:7443x", "host:7:8", "[::1]", "[::1:7443", "::1:7443", "ho st:7443",
                                  "user@host:7443", "host%2e:7443", "[ho_st]:7443"})
      QVERIFY2(codeOf(with("relay.example.org:7443", authority)) == ErrorCode::InvalidArgument, authority);
    QVERIFY(RelayAddress::parse(with("7443", "65535")));
    QVERIFY(RelayAddress::parse(with("relay.example.org", std::string(253, 'a'))));
    QCOMPARE(codeOf(with("relay.example.org", std::string(254, 'a'))), ErrorCode::InvalidArgument);
  }

  void membersAreWholeAndStandOnce() {
    QCOMPARE(codeOf(with("id=", "di=")), ErrorCode::InvalidArgument); // no identity
    QCOMPARE(codeOf(with("#", "")), ErrorCode::InvalidArgument);
    QCOMPARE(codeOf(with("&pin=", "&pin")), ErrorCode::InvalidArgument);
    QCOMPARE(codeOf(with("id=", "id=A")), ErrorCode::InvalidArgument);
    for (const char* escape : {"%", "%4", "%GG", "%+1", "%%"})
      QCOMPARE(codeOf(full().line() + "&name=" + escape), ErrorCode::InvalidArgument);
    QCOMPARE(codeOf(full().line() + "&name=%FF"), ErrorCode::InvalidArgument); // not UTF-8
    QVERIFY(RelayAddress::parse(full().line() + "&a=1&b=1"));
    // Which of two would count?
    const auto line = full().line();
    for (const char* name : {"id", "pin", "code"}) {
      const auto at = line.find(std::string(name) + "=");
      const auto member = line.substr(at, line.find('&', at) - at);
      QVERIFY2(codeOf(line + "&" + member) == ErrorCode::InvalidArgument, name);
    }
    QCOMPARE(codeOf(line + "&a=1&a=2"), ErrorCode::InvalidArgument);
  }

  void aLineHasAnEnd() {
    auto address = full();
    address.other["a"] = std::string(15'000, 'a');
    QVERIFY(RelayAddress::parse(address.line()));
    address.other["a"] = std::string(17'000, 'a');
    QCOMPARE(codeOf(address.line()), ErrorCode::TooLarge);
  }

  void mutatedLinesNeverCrash() {
    SeededRandom random(8);
    for (int round = 0; round < 5'000; ++round) {
      auto line = full().line();
      const auto dice = random.id<FixedId<struct DiceTag, 4>>().bytes;
      line[dice[0] % line.size()] = static_cast<char>(dice[1]);
      line[dice[2] % line.size()] = "#&=%/:[]"[dice[3] % 8];
      (void)RelayAddress::parse(line);
    }
  }
};

QTEST_APPLESS_MAIN(TestRelayAddress)

} // namespace test_relay_address
#include "test_relay_address.moc"
