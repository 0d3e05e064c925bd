#include "sync/protocol/handshake.h"
#include "sync/protocol/relay_address.h"
#include "tests/sync_protocol/messages.h"
#include "tests/vectors/vectors.h"

namespace meridian::vectors {
namespace {

using namespace protocol;

const char* nameOf(const Message& message) {
  static constexpr const char* names[] = {"hello",     "auth",     "welcome",   "admit",      "admitted",
                                          "bye",       "cursors",  "positions", "tips",       "batch",
                                          "receipts",  "refusals", "blob list", "blob state", "blob get",
                                          "chunk get", "chunk",    "chunk ack"};
  static_assert(std::size(names) == std::variant_size_v<Message>);
  return names[message.index()];
}

VectorFile wire() {
  Json all = Json::array();
  for (const auto& message : test::oneOfEach())
    all.push_back(vector(nameOf(message), encode(message)));
  return {"wire-v1",
          {{"format", 1},
           {"note",
            "One frame of every type (sync/protocol/PROTOCOL.md §2 and §3), with every field set; ids and "
            "signatures are filling."},
           {"vectors", all}},
          [](const Json&, ByteView bytes) -> Result<Bytes> {
            const auto message = decode(bytes);
            if (!message) return std::unexpected(message.error());
            return encode(*message);
          }};
}

// A log-in, from both keys on.
VectorFile handshake() {
  const auto relay = signingKeyOf(5), device = signingKeyOf(6);
  Hello hello{.versionLow = 1,
              .versionHigh = 3,
              .formats = {1},
              .relay = RelayId{relay.publicKey()},
              .generation = idOf<Generation>(0x61),
              .challenge = idOf<Nonce>(0x62),
              .signature = {}};
  signHello(hello, relay);
  Auth auth{.version = 1,
            .formats = {1},
            .key = device.id(),
            .invitation = false,
            .nonce = idOf<Nonce>(0x63),
            .signature = {}};
  signAuth(auth, hello, device);
  Welcome welcome{.now = fromMillis(1'804'687'200'000),
                  .blobBytesMax = 1'000'000'000,
                  .admitsCampaigns = false,
                  .signature = {}};
  signWelcome(welcome, hello, auth, relay);
  const auto add = [](const char* what, const Message& message, std::string_view domain,
                      const signing::PublicKey& by, const signing::Signature& signature,
                      std::initializer_list<ByteView> parts) {
    ByteWriter signedBytes;
    for (const auto part : parts)
      signedBytes.raw(part);
    return vector(what, encode(message),
                  {{"signed_domain", domain},
                   {"signed_message", toHex(signedBytes.bytes())},
                   {"signed_by", hexOf(by)},
                   {"signature", hexOf(signature)}});
  };
  const Bytes versions{1, 0, 3, 0};
  Json all = Json::array();
  all.push_back(add("the relay says hello", hello, signing::domains::hello, relay.publicKey(),
                    hello.signature,
                    {versions, hello.relay.view(), hello.generation.view(), hello.challenge.view()}));
  all.push_back(add("a device logs in", auth, signing::domains::challenge, device.publicKey(), auth.signature,
                    {hello.challenge.view(), hello.relay.view(), auth.nonce.view()}));
  all.push_back(add("the relay lets it in", welcome, signing::domains::hello, relay.publicKey(),
                    welcome.signature, {hello.challenge.view(), auth.key.view(), auth.nonce.view()}));
  return {
      "handshake-v1",
      {{"format", 1},
       {"note", "A log-in (sync/protocol/PROTOCOL.md §4), with what is signed: length u8, domain, message."},
       {"vectors", all}},
      [](const Json&, ByteView bytes) -> Result<Bytes> {
        const auto message = decode(bytes);
        if (!message) return std::unexpected(message.error());
        return encode(*message);
      }};
}

VectorFile relayAddress() {
  RelayAddress address{.host = "relay.example.org",
                       .port = 8443,
                       .identity = idOf<RelayId>(0x64),
                       .pin = idOf<TlsPin>(0x65),
                       .code = idOf<FoundingCode>(0x66),
                       .other = {}};
  Json all = Json::array();
  const auto add = [&](const char* what) {
    all.push_back(vector(what, asBytes(address.line()), {{"line", address.line()}}));
  };
  add("a name, with pin and founding code");
  address.pin.reset();
  address.code.reset();
  add("a name whose certificate is checked instead of a pin");
  address.host = "2001:db8::1";
  address.other = {{"to", "Мая"}};
  add("an IPv6 address, and a member of a newer version");
  return {"relay-address-v1",
          {{"format", 1},
           {"note", "Addresses of relays as one line (sync/protocol/PROTOCOL.md §5); bytes are the line's."},
           {"vectors", all}},
          [](const Json&, ByteView bytes) -> Result<Bytes> {
            const auto read = RelayAddress::parse(asText(bytes));
            if (!read) return std::unexpected(read.error());
            const auto line = read->line();
            return Bytes(line.begin(), line.end());
          }};
}

} // namespace

std::vector<VectorFile> wireVectors() { return {wire(), handshake(), relayAddress()}; }

} // namespace meridian::vectors
