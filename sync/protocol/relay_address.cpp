#include "sync/protocol/relay_address.h"

#include <algorithm>
#include <charconv>

namespace meridian::protocol {
namespace {

constexpr std::size_t lineBytesMax = 16 * 1024;
constexpr std::string_view scheme = "wss://";

auto invalid(const char* what) { return fail(ErrorCode::InvalidArgument, what); }

bool isPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.' || c == '~';
}

std::string escape(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (isPlain(c)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return out;
}

Result<std::string> unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    std::string hex(text.substr(i + 1, 2));
    std::ranges::transform(hex, hex.begin(),
                           [](char c) { return c >= 'A' && c <= 'F' ? char(c - 'A' + 'a') : c; });
    const auto byte = fromHex(hex);
    if (!byte || byte->size() != 1) return invalid("an escape in the address is broken");
    out += static_cast<char>(byte->front());
    i += 2;
  }
  if (!isUtf8(asBytes(out))) return invalid("the address is not text");
  return out;
}

bool isHost(std::string_view host, bool bracketed) {
  return !host.empty() && host.size() <= 253 && std::ranges::all_of(host, [&](char c) {
    return bracketed ? c == ':' || c == '.' || (isPlain(c) && c != '~' && c != '_') : isPlain(c);
  });
}

template <class Id>
Result<Id> idFrom(std::string_view text) {
  auto bytes = fromBase64Url(text);
  if (!bytes) return invalid("a key in the address is broken");
  auto id = Id::from(*bytes);
  if (!id) return invalid("a key in the address has the wrong length");
  return *id;
}

// Takes HOST:PORT off the front of `rest`.
Result<void> takeAuthority(std::string_view& rest, RelayAddress& address) {
  const auto end = rest.find('/');
  std::string_view authority = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  const bool bracketed = authority.starts_with('[');
  const auto colon = bracketed ? authority.find("]:") : authority.find(':');
  if (colon == std::string_view::npos) return invalid("the address names no port");
  address.host = authority.substr(bracketed ? 1 : 0, bracketed ? colon - 1 : colon);
  if (!isHost(address.host, bracketed)) return invalid("the address names no host");
  const auto port = authority.substr(colon + (bracketed ? 2 : 1));
  const auto read = std::from_chars(port.data(), port.data() + port.size(), address.port);
  if (read.ec != std::errc{} || read.ptr != port.data() + port.size() || address.port == 0)
    return invalid("the port in the address is broken");
  return {};
}

} // namespace

std::string RelayAddress::url() const {
  const bool brackets = host.find(':') != std::string::npos;
  return std::string(scheme) + (brackets ? "[" + host + "]" : host) + ":" + std::to_string(port) + "/";
}

std::string RelayAddress::line() const {
  std::string out = url() + "#id=" + toBase64Url(identity.view());
  if (pin) out += "&pin=" + toBase64Url(pin->view());
  if (code) out += "&code=" + toBase64Url(code->view());
  for (const auto& [name, value] : other)
    out += "&" + escape(name) + "=" + escape(value);
  return out;
}

Result<RelayAddress> RelayAddress::parse(std::string_view line) {
  const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!line.empty() && isSpace(line.front()))
    line.remove_prefix(1);
  while (!line.empty() && isSpace(line.back()))
    line.remove_suffix(1);
  if (line.size() > lineBytesMax) return fail(ErrorCode::TooLarge, "the address is too long");
  if (!line.starts_with(scheme)) return invalid("the address does not begin with wss://");
  line.remove_prefix(scheme.size());
  RelayAddress address;
  if (auto taken = takeAuthority(line, address); !taken) return std::unexpected(taken.error());
  if (!line.starts_with('#')) return invalid("the address lacks the relay's identity");
  line.remove_prefix(1);
  bool hasIdentity = false;
  while (!line.empty()) {
    const auto end = std::min(line.find('&'), line.size());
    const auto member = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    const auto equals = member.find('=');
    if (equals == std::string_view::npos) return invalid("a member of the address has no value");
    auto name = unescape(member.substr(0, equals)), value = unescape(member.substr(equals + 1));
    if (!name || !value) return invalid("an escape in the address is broken");
    if ((*name == "id" && hasIdentity) || (*name == "pin" && address.pin) ||
        (*name == "code" && address.code))
      return invalid("a member of the address stands twice");
    if (*name == "id") {
      auto id = idFrom<RelayId>(*value);
      if (!id) return std::unexpected(id.error());
      address.identity = *id;
      hasIdentity = true;
    } else if (*name == "pin") {
      auto pin = idFrom<TlsPin>(*value);
      if (!pin) return std::unexpected(pin.error());
      address.pin = *pin;
    } else if (*name == "code") {
      auto code = idFrom<FoundingCode>(*value);
      if (!code) return std::unexpected(code.error());
      address.code = *code;
    } else if (!address.other.emplace(*name, *value).second) {
      return invalid("a member of the address stands twice");
    }
  }
  if (!hasIdentity) return invalid("the address lacks the relay's identity");
  return address;
}

} // namespace meridian::protocol
