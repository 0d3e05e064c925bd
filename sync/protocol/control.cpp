#include "sync/protocol/control.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "core/base/limits.h"
#include "sync/protocol/cbor.h"

namespace meridian::protocol {
namespace {

// Reads members of one map; the first member that is missing or of another type spoils the whole.
class Fields {
 public:
  explicit Fields(const cbor::MapReader& map) : m_map(map) {}

  std::uint64_t number(std::string_view key, std::uint64_t max) {
    const auto value = m_map.number(key);
    return value && *value <= max ? *value : spoil(std::uint64_t{0});
  }
  bool flag(std::string_view key) {
    const auto value = m_map.flag(key);
    return value ? *value : spoil(false);
  }
  ByteView bytes(std::string_view key, std::size_t size) {
    static constexpr std::array<std::uint8_t, 256> zeros{};
    const auto value = m_map.bytes(key);
    return value && value->size() == size ? *value : spoil(ByteView{zeros}.first(size));
  }
  template <class Id>
  Id id(std::string_view key) {
    return Id::unchecked(bytes(key, Id::size));
  }
  signing::Signature signature(std::string_view key) {
    signing::Signature signature{};
    std::ranges::copy(bytes(key, signature.size()), signature.begin());
    return signature;
  }
  std::vector<std::uint32_t> numbers(std::string_view key) {
    auto values = m_map.numbers(key, 64, 255);
    return values ? *std::move(values) : spoil(std::vector<std::uint32_t>{});
  }
  [[nodiscard]] bool has(std::string_view key) const { return m_map.has(key); }
  [[nodiscard]] bool ok() const { return m_ok; }

 private:
  template <class T>
  T spoil(T value) {
    m_ok = false;
    return value;
  }
  const cbor::MapReader& m_map;
  bool m_ok = true;
};

constexpr std::uint64_t versionLimit = 65'535;

Bytes cborOf(const Hello& m) {
  return cbor::MapWriter(7)
      .bytes("c", m.challenge.view())
      .numbers("f", m.formats)
      .bytes("g", m.generation.view())
      .number("hi", m.versionHigh)
      .number("lo", m.versionLow)
      .bytes("r", m.relay.view())
      .bytes("s", m.signature)
      .take();
}
Bytes cborOf(const Auth& m) {
  return cbor::MapWriter(6)
      .numbers("f", m.formats)
      .flag("i", m.invitation)
      .bytes("k", m.key.view())
      .bytes("n", m.nonce.view())
      .bytes("s", m.signature)
      .number("v", m.version)
      .take();
}
Bytes cborOf(const Welcome& m) {
  return cbor::MapWriter(4)
      .flag("a", m.admitsCampaigns)
      .number("b", m.blobBytesMax)
      .bytes("s", m.signature)
      .number("t", static_cast<std::uint64_t>(toMillis(m.now)))
      .take();
}
Bytes cborOf(const Admit& m) {
  cbor::MapWriter map(1u + m.code.has_value() + m.receipt.has_value());
  if (m.code) map.bytes("c", m.code->view());
  map.bytes("p", m.campaign.view());
  if (m.receipt) map.bytes("r", envelope::encodeReceipt(*m.receipt));
  return map.take();
}
Bytes cborOf(const Admitted& m) {
  return cbor::MapWriter(2).flag("a", m.accepted).bytes("p", m.campaign.view()).take();
}
Bytes cborOf(const Bye& m) {
  return cbor::MapWriter(3)
      .number("hi", m.versionHigh)
      .number("lo", m.versionLow)
      .number("x", static_cast<std::uint64_t>(m.reason))
      .take();
}

Message readHello(Fields& in) {
  Hello m;
  m.versionLow = static_cast<std::uint32_t>(in.number("lo", versionLimit));
  m.versionHigh = static_cast<std::uint32_t>(in.number("hi", versionLimit));
  m.formats = in.numbers("f");
  m.relay = in.id<RelayId>("r");
  m.generation = in.id<Generation>("g");
  m.challenge = in.id<Nonce>("c");
  m.signature = in.signature("s");
  return m;
}
Message readAuth(Fields& in) {
  Auth m;
  m.version = static_cast<std::uint32_t>(in.number("v", versionLimit));
  m.formats = in.numbers("f");
  m.key = in.id<DeviceId>("k");
  m.invitation = in.flag("i");
  m.nonce = in.id<Nonce>("n");
  m.signature = in.signature("s");
  return m;
}
Message readWelcome(Fields& in) {
  Welcome m;
  m.now = fromMillis(static_cast<std::int64_t>(in.number("t", std::uint64_t{1} << 53)));
  m.blobBytesMax = in.number("b", std::uint64_t{1} << 53);
  m.admitsCampaigns = in.flag("a");
  m.signature = in.signature("s");
  return m;
}
Result<Message> readAdmit(Fields& in) {
  Admit m;
  m.campaign = in.id<SpaceId>("p");
  if (in.has("c")) m.code = in.id<FoundingCode>("c");
  if (in.has("r")) {
    auto receipt = envelope::decodeReceipt(in.bytes("r", Receipt::encodedBytes));
    if (!receipt) return std::unexpected(receipt.error());
    m.receipt = *receipt;
  }
  return m;
}
Message readAdmitted(Fields& in) {
  Admitted m;
  m.campaign = in.id<SpaceId>("p");
  m.accepted = in.flag("a");
  return m;
}
Result<Message> readBye(Fields& in) {
  Bye m;
  const auto reason = in.number("x", 255);
  if (reason < 1 || reason > 6) return fail(ErrorCode::ProtocolViolation, "unknown reason of a goodbye");
  m.reason = static_cast<ByeReason>(reason);
  m.versionLow = static_cast<std::uint32_t>(in.number("lo", versionLimit));
  m.versionHigh = static_cast<std::uint32_t>(in.number("hi", versionLimit));
  return m;
}

Result<Message> read(FrameType type, Fields& in) {
  switch (type) {
  case FrameType::Hello:
    return readHello(in);
  case FrameType::Auth:
    return readAuth(in);
  case FrameType::Welcome:
    return readWelcome(in);
  case FrameType::Admit:
    return readAdmit(in);
  case FrameType::Admitted:
    return readAdmitted(in);
  case FrameType::Bye:
    return readBye(in);
  default:
    return fail(ErrorCode::ProtocolViolation, "not a control message");
  }
}

} // namespace

bool isControl(FrameType type) { return type <= FrameType::Bye; }

Bytes encodeControl(const Message& message) {
  auto bytes = std::visit(
      [](const auto& m) -> Bytes {
        if constexpr (requires { cborOf(m); })
          return cborOf(m);
        else
          return {};
      },
      message);
  assert(!bytes.empty() && bytes.size() < limits::controlFrameBytes);
  return bytes;
}

Result<Message> decodeControl(FrameType type, ByteView body) {
  if (!cbor::withinDepth(body, limits::controlNesting))
    return fail(ErrorCode::ProtocolViolation, "a control message is too deep or not CBOR");
  const auto map = cbor::MapReader::of(body);
  if (!map) return fail(ErrorCode::ProtocolViolation, "a control message is not a map");
  Fields in(*map);
  auto message = read(type, in);
  if (!message) return fail(ErrorCode::ProtocolViolation, message.error().detail);
  if (!in.ok()) return fail(ErrorCode::ProtocolViolation, "a control message lacks a member");
  return message;
}

} // namespace meridian::protocol
