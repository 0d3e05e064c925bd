#include "sync/protocol/handshake.h"

#include <algorithm>

namespace meridian::protocol {
namespace {

Bytes helloBytes(const Hello& hello) {
  ByteWriter out;
  out.u16(static_cast<std::uint16_t>(hello.versionLow));
  out.u16(static_cast<std::uint16_t>(hello.versionHigh));
  out.raw(hello.relay.view());
  out.raw(hello.generation.view());
  out.raw(hello.challenge.view());
  return out.take();
}

Bytes three(ByteView a, ByteView b, ByteView c) {
  ByteWriter out;
  out.raw(a);
  out.raw(b);
  out.raw(c);
  return out.take();
}

Bytes authBytes(const Auth& auth, const Hello& hello) {
  return three(hello.challenge.view(), hello.relay.view(), auth.nonce.view());
}

Bytes welcomeBytes(const Hello& hello, const Auth& auth) {
  return three(hello.challenge.view(), auth.key.view(), auth.nonce.view());
}

} // namespace

void signHello(Hello& hello, const signing::SigningKey& relay) {
  hello.signature = relay.sign(signing::domains::hello, helloBytes(hello));
}
bool verifyHello(const Hello& hello) {
  return signing::verify(hello.relay.bytes, signing::domains::hello, helloBytes(hello), hello.signature);
}

void signAuth(Auth& auth, const Hello& hello, const signing::SigningKey& key) {
  auth.signature = key.sign(signing::domains::challenge, authBytes(auth, hello));
}
bool verifyAuth(const Auth& auth, const Hello& hello) {
  return signing::verify(auth.key.bytes, signing::domains::challenge, authBytes(auth, hello), auth.signature);
}

void signWelcome(Welcome& welcome, const Hello& hello, const Auth& auth, const signing::SigningKey& relay) {
  welcome.signature = relay.sign(signing::domains::hello, welcomeBytes(hello, auth));
}
bool verifyWelcome(const Welcome& welcome, const Hello& hello, const Auth& auth) {
  return signing::verify(hello.relay.bytes, signing::domains::hello, welcomeBytes(hello, auth),
                         welcome.signature);
}

std::optional<std::uint32_t> commonVersion(std::uint32_t low, std::uint32_t high) {
  const auto highest = std::min(high, versionMax);
  if (highest < std::max(low, versionMin)) return std::nullopt;
  return highest;
}

} // namespace meridian::protocol
