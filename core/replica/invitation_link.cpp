// The invitation as text. All of it stands in the fragment, which no browser sends anywhere.
//
//   link := "meridian://join#" payload         code := "MERIDIAN-" payload
//   payload := base64url of: version u8 (1) · body · check 8
//   body    := campaign 32 · inviter device 32 · secret 32 · expiry zigzag (ms) · role u8 · language u8
//              · has_relay u8 · [url sized · identity 32 · pin sized] · market sized · campaign name sized
//              · inviter's name sized · invitee's name sized
//   check   := the first 8 bytes of BLAKE2b-256(domain meridian/1/invitation/sign, version ‖ body): it
//              tells a mangled paste from a wrong invitation, and protects nothing
#include <algorithm>

#include "core/base/limits.h"
#include "core/crypto/signing/hash.h"
#include "core/replica/access.h"

namespace meridian::replica {
namespace {

constexpr std::string_view linkPrefix = "meridian://join#";
constexpr std::string_view codePrefix = "MERIDIAN-";
constexpr std::uint8_t version = 1;
constexpr std::size_t checkBytes = 8;
constexpr std::size_t pastedBytesMax = 64 * 1024;

std::string payload(const Invitation& invitation) {
  ByteWriter out;
  out.u8(version);
  out.raw(invitation.campaign.view());
  out.raw(invitation.inviter.view());
  out.raw(invitation.secret);
  out.zigzag(toMillis(invitation.expiry));
  out.u8(static_cast<std::uint8_t>(invitation.role));
  out.u8(static_cast<std::uint8_t>(invitation.language));
  out.u8(invitation.relay ? 1 : 0);
  if (invitation.relay) {
    out.sized(invitation.relay->url);
    out.raw(invitation.relay->identity.view());
    out.sized(invitation.relay->pin);
  }
  out.sized(invitation.market);
  out.sized(invitation.campaignName);
  out.sized(invitation.inviterName);
  out.sized(invitation.inviteeName);
  const auto check = signing::hashAs<ContentHash>(signing::domains::invitationSign, {out.bytes()});
  out.raw(check.view().first(checkBytes));
  return toBase64Url(out.bytes());
}

std::string shortText(ByteReader& in) {
  const auto text = in.sizedText();
  if (text.size() > limits::shortTextBytes) in.fail();
  return std::string(text);
}

std::optional<Invitation> decode(std::string_view text) {
  const auto bytes = fromBase64Url(text);
  if (!bytes || bytes->size() <= checkBytes) return std::nullopt;
  const ByteView all(*bytes);
  const ByteView body = all.first(all.size() - checkBytes);
  const auto check = signing::hashAs<ContentHash>(signing::domains::invitationSign, {body});
  if (!std::ranges::equal(check.view().first(checkBytes), all.last(checkBytes))) return std::nullopt;
  ByteReader in(body);
  if (in.u8() != version) return std::nullopt;
  Invitation invitation;
  const ByteView campaign = in.raw(SpaceId::size);
  const ByteView inviter = in.raw(DeviceId::size);
  const ByteView secret = in.raw(32);
  if (!in.ok()) return std::nullopt;
  invitation.campaign = SpaceId::unchecked(campaign);
  invitation.inviter = DeviceId::unchecked(inviter);
  invitation.secret.assign(secret.begin(), secret.end());
  invitation.expiry = fromMillis(in.zigzag());
  invitation.role = static_cast<log::Role>(in.u8());
  invitation.language = in.u8() == 1 ? domain::Language::Ru : domain::Language::En;
  if (in.u8() == 1) {
    RelayAddress relay;
    relay.url = shortText(in);
    const ByteView identity = in.raw(RelayId::size);
    const ByteView pin = in.sized();
    if (!in.ok() || (!pin.empty() && pin.size() != 32)) return std::nullopt;
    relay.identity = RelayId::unchecked(identity);
    relay.pin.assign(pin.begin(), pin.end());
    invitation.relay = std::move(relay);
  }
  invitation.market = shortText(in);
  invitation.campaignName = shortText(in);
  invitation.inviterName = shortText(in);
  invitation.inviteeName = shortText(in);
  if (!in.done() || log::roleName(invitation.role).empty()) return std::nullopt;
  return invitation;
}

bool isPayload(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// What a messenger puts into the middle of a long word: line breaks, quote marks, invisible characters.
std::size_t clutterAt(std::string_view text, std::size_t at) {
  static constexpr std::string_view wide[] = {"\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D", "\xE2\x81\xA0",
                                              "\xEF\xBB\xBF", "\xC2\xAD",     "\xC2\xA0",     "\xE2\x80\xA8"};
  const char c = text[at];
  if (c == '\n' || c == '\r' || c == '\t' || c == ' ' || c == '>' || c == '*' || c == '|') return 1;
  for (const auto sequence : wide)
    if (text.substr(at).starts_with(sequence)) return sequence.size();
  return 0;
}

// Reads payload characters from `at`, passing over clutter, and tries after each gap whether what was
// read so far is whole: what follows may be the next sentence of the message.
std::optional<Invitation> readFrom(std::string_view text, std::size_t at) {
  std::string read;
  while (at < text.size()) {
    if (isPayload(text[at])) {
      read.push_back(text[at++]);
      continue;
    }
    if (auto found = decode(read)) return found;
    std::size_t gap = 0;
    while (at + gap < text.size()) {
      const std::size_t step = clutterAt(text, at + gap);
      if (step == 0) break;
      gap += step;
    }
    if (gap == 0) break;
    at += gap;
  }
  return decode(read);
}

} // namespace

std::string toLink(const Invitation& invitation) { return std::string(linkPrefix) + payload(invitation); }
std::string toCode(const Invitation& invitation) { return std::string(codePrefix) + payload(invitation); }

Result<Invitation> findInvitation(std::string_view pasted) {
  if (pasted.size() > pastedBytesMax) return fail(ErrorCode::TooLarge, "pasted text");
  for (const auto prefix : {codePrefix, linkPrefix}) {
    for (std::size_t at = pasted.find(prefix); at != std::string_view::npos; at = pasted.find(prefix, at + 1))
      if (auto found = readFrom(pasted, at + prefix.size())) return *found;
  }
  return fail(ErrorCode::InvitationInvalid, "no invitation in the text");
}

} // namespace meridian::replica
