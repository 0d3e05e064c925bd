// Errors of the whole program: a closed list of codes, so that every one of them has a sentence for
// people in both languages (written in app/) and a stable name for scripts.
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace meridian {

// How a failure ends for the caller; meridianctl uses the numbers as exit codes.
enum class ErrorClass : int {
  RefusedByRule = 1, // the world is fine, a rule says no
  Usage = 2,         // the caller asked for something that makes no sense
  NoConnection = 3,  // try again when there is a network
  Damaged = 4,       // damaged data, wrong key, full disk: the machine needs attention
};

// X(enumerator, stable name, class)
#define MERIDIAN_ERROR_CODES(X)                                                                              \
  X(InvalidArgument, "invalid-argument", Usage)                                                              \
  X(NotFound, "not-found", Usage)                                                                            \
  X(Ambiguous, "ambiguous", Usage)                                                                           \
  X(AlreadyExists, "already-exists", Usage)                                                                  \
  X(UnknownZone, "unknown-zone", Usage)                                                                      \
  X(NoCampaign, "no-campaign", Usage)                                                                        \
  X(NoRelay, "no-relay", Usage)                                                                              \
  X(NotAllowed, "not-allowed", RefusedByRule)                                                                \
  X(NotYourMarket, "not-your-market", RefusedByRule)                                                         \
  X(BriefIncomplete, "brief-incomplete", RefusedByRule)                                                      \
  X(BriefNotIssued, "brief-not-issued", RefusedByRule)                                                       \
  X(SecondLiveBrief, "second-live-brief", RefusedByRule)                                                     \
  X(NoPriorityDecision, "no-priority-decision", RefusedByRule)                                               \
  X(UnresolvedTension, "unresolved-tension", RefusedByRule)                                                  \
  X(TicksMissing, "ticks-missing", RefusedByRule)                                                            \
  X(EmptySubmission, "empty-submission", RefusedByRule)                                                      \
  X(AttachmentMissing, "attachment-missing", RefusedByRule)                                                  \
  X(AttachmentVanished, "attachment-vanished", RefusedByRule)                                                \
  X(NewerVersionKnown, "newer-version-known", RefusedByRule)                                                 \
  X(NotApproved, "not-approved", RefusedByRule)                                                              \
  X(Contested, "contested", RefusedByRule)                                                                   \
  X(AlreadyLive, "already-live", RefusedByRule)                                                              \
  X(NotLatestBrief, "not-latest-brief", RefusedByRule)                                                       \
  X(ReasonMissing, "reason-missing", RefusedByRule)                                                          \
  X(LinkNotConfirmed, "link-not-confirmed", RefusedByRule)                                                   \
  X(InvitationUsed, "invitation-used", RefusedByRule)                                                        \
  X(InvitationExpired, "invitation-expired", RefusedByRule)                                                  \
  X(InvitationInvalid, "invitation-invalid", RefusedByRule)                                                  \
  X(InvitationForOtherRelay, "invitation-for-other-relay", RefusedByRule)                                    \
  X(RefusedByRelay, "refused-by-relay", RefusedByRule)                                                       \
  X(NotServed, "not-served", RefusedByRule)                                                                  \
  X(QuotaExceeded, "quota-exceeded", RefusedByRule)                                                          \
  X(TooLarge, "too-large", RefusedByRule)                                                                    \
  X(FileTooLarge, "file-too-large", RefusedByRule)                                                           \
  X(Offline, "offline", NoConnection)                                                                        \
  X(Timeout, "timeout", NoConnection)                                                                        \
  X(RelayUnreachable, "relay-unreachable", NoConnection)                                                     \
  X(RelayIdentityChanged, "relay-identity-changed", NoConnection)                                            \
  X(RelayCertificateChanged, "relay-certificate-changed", NoConnection)                                      \
  X(ProtocolViolation, "protocol-violation", NoConnection)                                                   \
  X(UpdateNeeded, "update-needed", NoConnection)                                                             \
  X(WrongKey, "wrong-key", Damaged)                                                                          \
  X(KeyFileReadable, "key-file-readable-by-others", Damaged)                                                 \
  X(Damaged, "damaged", Damaged)                                                                             \
  X(UnsupportedFormat, "unsupported-format", Damaged)                                                        \
  X(BadSignature, "bad-signature", Damaged)                                                                  \
  X(BrokenChain, "broken-chain", Damaged)                                                                    \
  X(DiskFull, "disk-full", Damaged)                                                                          \
  X(ReadOnly, "read-only", Damaged)                                                                          \
  X(ProfileInUse, "profile-in-use", Damaged)                                                                 \
  X(Io, "io-error", Damaged)                                                                                 \
  X(OutOfMemory, "out-of-memory", Damaged)                                                                   \
  X(Internal, "internal", Damaged)

enum class ErrorCode {
#define X(code, name, cls) code,
  MERIDIAN_ERROR_CODES(X)
#undef X
};

// `detail` is for logs and support: it never carries a secret, a path's contents or user text.
struct Error {
  ErrorCode code = ErrorCode::Internal;
  std::string detail = {};

  bool operator==(const Error&) const = default;
};

template <class T>
using Result = std::expected<T, Error>;

[[nodiscard]] std::string_view errorName(ErrorCode code);
[[nodiscard]] ErrorClass errorClass(ErrorCode code);

[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string detail = {}) {
  return std::unexpected(Error{code, std::move(detail)});
}

} // namespace meridian
