// What is signed at log-in (PROTOCOL.md §4). Fixed layouts: nothing signed is CBOR.
#pragma once

#include "sync/protocol/messages.h"

namespace meridian::protocol {

// The relay's hello: low u16 · high u16 · relay 32 · generation 16 · challenge 32
void signHello(Hello& hello, const signing::SigningKey& relay);
[[nodiscard]] bool verifyHello(const Hello& hello);

// The client's log-in: challenge 32 · relay 32 · own nonce 32, domain meridian/1/challenge.
void signAuth(Auth& auth, const Hello& hello, const signing::SigningKey& key);
[[nodiscard]] bool verifyAuth(const Auth& auth, const Hello& hello);

// The relay's welcome: challenge 32 · client's key 32 · client's nonce 32, domain meridian/1/hello.
void signWelcome(Welcome& welcome, const Hello& hello, const Auth& auth, const signing::SigningKey& relay);
[[nodiscard]] bool verifyWelcome(const Welcome& welcome, const Hello& hello, const Auth& auth);

// The highest version that both speak, or nothing.
[[nodiscard]] std::optional<std::uint32_t> commonVersion(std::uint32_t low, std::uint32_t high);

} // namespace meridian::protocol
