#include "sync/protocol/control.h"

#include <array>
#include <cassert>

#include <nlohmann/json.hpp>

#include "core/base/limits.h"

namespace meridian::protocol {
namespace {

using Json = nlohmann::json;

// Keys are short texts: the library knows no integer keys.
Json binary(ByteView bytes) { return Json::binary({bytes.begin(), bytes.end()}); }

// Reads members of one map; the first member that is missing or of another type spoils the whole.
class Fields {
 public:
  explicit Fields(const Json& map) : m_map(map) {}

  std::uint64_t number(const char* key, std::uint64_t max) {
    const auto found = m_map.find(key);
    if (found == m_map.end() || !found->is_number_unsigned()) return spoil(0u);
    const auto value = found->get<std::uint64_t>();
    return value <= max ? value : spoil(0u);
  }
  bool flag(const char* key) {
    const auto found = m_map.find(key);
    return found != m_map.end() && found->is_boolean() ? found->get<bool>() : spoil(false);
  }
  ByteView bytes(const char* key, std::size_t size) {
    static constexpr std::array<std::uint8_t, 256> zeros{};
    const auto found = m_map.find(key);
    if (found == m_map.end() || !found->is_binary() || found->get_binary().size() != size)
      return spoil(ByteView{zeros}.first(size));
    return found->get_binary();
  }
  template <class Id>
  Id id(const char* key) {
    return Id::unchecked(bytes(key, Id::size));
  }
  signing::Signature signature(const char* key) {
    signing::Signature signature{};
    std::ranges::copy(bytes(key, signature.size()), signature.begin());
    return signature;
  }
  std::vector<std::uint32_t> numbers(const char* key) {
    std::vector<std::uint32_t> result;
    const auto found = m_map.find(key);
    if (found == m_map.end() || !found->is_array() || found->size() > 64) return spoil(result);
    for (const auto& item : *found) {
      if (!item.is_number_unsigned() || item.get<std::uint64_t>() > 255) return spoil(result);
      result.push_back(item.get<std::uint32_t>());
    }
    return result;
  }
  [[nodiscard]] bool has(const char* key) const { return m_map.contains(key); }
  [[nodiscard]] bool ok() const { return m_ok; }

 private:
  template <class T>
  T spoil(T value) {
    m_ok = false;
    return value;
  }
  const Json& m_map;
  bool m_ok = true;
};

constexpr std::uint64_t versionLimit = 65'535;

Json toJson(const Hello& m) {
  return {{"lo", m.versionLow},
          {"hi", m.versionHigh},
          {"f", m.formats},
          {"r", binary(m.relay.view())},
          {"g", binary(m.generation.view())},
          {"c", binary(m.challenge.view())},
          {"s", binary(m.signature)}};
}
Json toJson(const Auth& m) {
  return {{"v", m.version},
          {"f", m.formats},
          {"k", binary(m.key.view())},
          {"i", m.invitation},
          {"n", binary(m.nonce.view())},
          {"s", binary(m.signature)}};
}
Json toJson(const Welcome& m) {
  return {{"t", static_cast<std::uint64_t>(toMillis(m.now))},
          {"b", m.blobBytesMax},
          {"a", m.admitsCampaigns},
          {"s", binary(m.signature)}};
}
Json toJson(const Admit& m) {
  Json map{{"p", binary(m.campaign.view())}};
  if (m.code) map["c"] = binary(m.code->view());
  if (m.receipt) map["r"] = binary(envelope::encodeReceipt(*m.receipt));
  return map;
}
Json toJson(const Admitted& m) { return {{"p", binary(m.campaign.view())}, {"a", m.accepted}}; }
Json toJson(const Bye& m) {
  return {{"x", static_cast<unsigned>(m.reason)}, {"lo", m.versionLow}, {"hi", m.versionHigh}};
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
  const auto map = std::visit(
      [](const auto& m) -> Json {
        if constexpr (requires { toJson(m); })
          return toJson(m);
        else
          return {};
      },
      message);
  assert(map.is_object());
  auto bytes = Json::to_cbor(map);
  assert(bytes.size() < limits::controlFrameBytes);
  return bytes;
}

Result<Message> decodeControl(FrameType type, ByteView body) {
  if (!withinDepth(body, limits::controlNesting))
    return fail(ErrorCode::ProtocolViolation, "a control message is too deep or not CBOR");
  const auto map = Json::from_cbor(body.begin(), body.end(), true, false);
  if (!map.is_object()) return fail(ErrorCode::ProtocolViolation, "a control message is not a map");
  Fields in(map);
  auto message = read(type, in);
  if (!message) return fail(ErrorCode::ProtocolViolation, message.error().detail);
  if (!in.ok()) return fail(ErrorCode::ProtocolViolation, "a control message lacks a member");
  return message;
}

bool withinDepth(ByteView cbor, std::size_t depthMax) {
  // How many items are still to come at each open level. Level 0 is the one item of the message.
  std::array<std::uint64_t, 16> left{1};
  assert(depthMax < left.size());
  std::size_t level = 0;
  std::size_t at = 0;
  while (true) {
    while (left[level] == 0) {
      if (level == 0) return at == cbor.size();
      --level;
    }
    if (at >= cbor.size()) return false;
    const auto first = cbor[at++];
    const unsigned major = first >> 5, extra = first & 31u;
    std::uint64_t value = extra;
    if (extra >= 24) {
      if (extra > 27) return false; // reserved, or of indefinite length
      const std::size_t bytes = std::size_t{1} << (extra - 24);
      if (cbor.size() - at < bytes) return false;
      value = 0;
      for (std::size_t i = 0; i < bytes; ++i)
        value = value << 8 | cbor[at++];
    }
    --left[level];
    if (major == 2 || major == 3) {
      if (value > cbor.size() - at) return false;
      at += static_cast<std::size_t>(value);
    } else if (major >= 4 && major <= 6) {
      // A tag holds one item, a map two per entry; no count may exceed the bytes that are left.
      if (major != 6 && value > cbor.size() - at) return false;
      if (++level > depthMax) return false;
      left[level] = major == 6 ? 1 : major == 5 ? value * 2 : value;
    }
  }
}

} // namespace meridian::protocol
