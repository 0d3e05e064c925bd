// Where a relay is and how it is recognised, as one line of text (PROTOCOL.md §5):
//   wss://HOST:PORT/#id=IDENTITY&pin=PIN&code=CODE
// Everything secret stands in the fragment, which no browser sends. Invitations add names of their own.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "sync/protocol/messages.h"

namespace meridian::protocol {

// SHA-256 of the relay's TLS public key (SubjectPublicKeyInfo, DER).
using TlsPin = FixedId<struct TlsPinTag, 32>;

struct RelayAddress {
  std::string host; // a name, an IPv4 address, or an IPv6 address without brackets
  std::uint16_t port = 0;
  RelayId identity;
  std::optional<TlsPin> pin; // none: the certificate's name is checked instead
  std::optional<FoundingCode> code;
  std::map<std::string, std::string> other; // further members of the fragment, decoded

  // wss://HOST:PORT/
  [[nodiscard]] std::string url() const;
  [[nodiscard]] std::string line() const;
  // Tolerates space around the line. InvalidArgument for anything else that is not such a line.
  [[nodiscard]] static Result<RelayAddress> parse(std::string_view line);

  bool operator==(const RelayAddress&) const = default;
};

} // namespace meridian::protocol
