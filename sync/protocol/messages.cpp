#include "sync/protocol/messages.h"

namespace meridian::protocol {

std::string_view reasonName(Reason reason) {
  switch (reason) {
  case Reason::Quota:
    return "quota";
  case Reason::Rate:
    return "rate";
  case Reason::AuthorityMissing:
    return "authority-missing";
  case Reason::PredecessorMissing:
    return "predecessor-missing";
  case Reason::NoRight:
    return "no-right";
  case Reason::NotAdmitted:
    return "not-admitted";
  case Reason::Busy:
    return "busy";
  case Reason::Malformed:
    return "malformed";
  case Reason::BadSignature:
    return "bad-signature";
  case Reason::BeyondCut:
    return "beyond-cut";
  case Reason::InvitationUsed:
    return "invitation-used";
  case Reason::InvitationExpired:
    return "invitation-expired";
  case Reason::TooLarge:
    return "too-large";
  case Reason::InvitationInvalid:
    return "invitation-invalid";
  }
  return "unknown";
}

ErrorCode errorOf(Reason reason) {
  switch (reason) {
  case Reason::Quota:
    return ErrorCode::QuotaExceeded;
  case Reason::BadSignature:
    return ErrorCode::BadSignature;
  case Reason::InvitationUsed:
    return ErrorCode::InvitationUsed;
  case Reason::InvitationExpired:
    return ErrorCode::InvitationExpired;
  case Reason::TooLarge:
    return ErrorCode::TooLarge;
  case Reason::InvitationInvalid:
    return ErrorCode::InvitationInvalid;
  default:
    return ErrorCode::RefusedByRelay;
  }
}

} // namespace meridian::protocol
