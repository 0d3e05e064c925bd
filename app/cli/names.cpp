#include "app/cli/names.h"

#include "core/domain/schema.h"
#include "core/domain/zone.h"

namespace meridian::cli {

std::string_view nameOf(domain::PromiseState state) {
  using enum domain::PromiseState;
  switch (state) {
  case NotStarted:
    return "not-started";
  case OnTrack:
    return "on-track";
  case AtRisk:
    return "at-risk";
  case Kept:
    return "kept";
  case Delayed:
    return "delayed";
  case Missed:
    return "missed";
  case Replaced:
    return "replaced";
  }
  return "unknown";
}

std::string_view nameOf(domain::DueCheck check) {
  switch (check) {
  case domain::DueCheck::Agrees:
    return "agrees";
  case domain::DueCheck::Differs:
    return "differs";
  case domain::DueCheck::Unknown:
    break;
  }
  return "unknown";
}

std::string_view nameOf(domain::ReviewState state) {
  using enum domain::ReviewState;
  switch (state) {
  case InReview:
    return "in-review";
  case Approved:
    return "approved";
  case ChangesRequested:
    return "changes-requested";
  case Contested:
    return "contested";
  case Superseded:
    return "superseded";
  }
  return "unknown";
}

std::string_view nameOf(domain::GoLiveBlock block) {
  using enum domain::GoLiveBlock;
  switch (block) {
  case None:
    return "none";
  case NothingSubmitted:
    return "nothing-submitted";
  case NotApproved:
    return "not-approved";
  case NewerVersion:
    return "newer-version";
  case Contested:
    return "contested";
  case NeedsLook:
    return "needs-look";
  case AdTokenMissing:
    return "ad-token-missing";
  case LinkUnconfirmed:
    return "link-not-confirmed";
  case BriefNotAcknowledged:
    return "brief-not-acknowledged";
  case AlreadyLive:
    return "already-live";
  }
  return "unknown";
}

std::string_view nameOf(domain::VerdictKind kind) {
  return kind == domain::VerdictKind::Approve ? "approve" : "request-changes";
}

std::string_view nameOf(store::Delivery delivery) {
  using enum store::Delivery;
  switch (delivery) {
  case Local:
    return "local";
  case Sent:
    return "sent";
  case Stored:
    return "stored";
  case Rejected:
    return "rejected";
  }
  return "unknown";
}

std::string_view nameOf(store::Membership membership) {
  using enum store::Membership;
  switch (membership) {
  case Member:
    return "member";
  case Joining:
    return "joining";
  case Refused:
    return "refused";
  }
  return "unknown";
}

std::string_view nameOf(domain::PriorityMode mode) {
  using enum domain::PriorityMode;
  switch (mode) {
  case NamedMarketLeads:
    return "named-market-leads";
  case Phased:
    return "phased";
  case Parallel:
    return "parallel";
  case Separate:
    return "separate";
  }
  return "unknown";
}

std::string_view nameOf(domain::MilestoneType type) {
  using enum domain::MilestoneType;
  switch (type) {
  case Other:
    return "other";
  case Kickoff:
    return "kickoff";
  case Briefs:
    return "briefs";
  case RoughCut:
    return "rough-cut";
  case Feedback:
    return "feedback";
  case Launch:
    return "launch";
  case Review:
    return "review";
  }
  return "unknown";
}

std::optional<domain::PriorityMode> priorityModeNamed(std::string_view name) {
  for (int n = 1; n <= static_cast<int>(domain::PriorityMode::Separate); ++n)
    if (nameOf(static_cast<domain::PriorityMode>(n)) == name) return static_cast<domain::PriorityMode>(n);
  return std::nullopt;
}

std::optional<domain::MilestoneType> milestoneTypeNamed(std::string_view name) {
  for (int n = 0; n <= static_cast<int>(domain::MilestoneType::Review); ++n)
    if (nameOf(static_cast<domain::MilestoneType>(n)) == name) return static_cast<domain::MilestoneType>(n);
  return std::nullopt;
}

std::string nameOf(domain::EntityKind kind) {
  const auto* rule = domain::ruleOf(kind);
  return rule != nullptr ? std::string(rule->name) : "access";
}

std::string_view weekdayText(Weekday day) {
  static constexpr std::string_view names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  return day.ok() ? names[day.iso_encoding() - 1] : "?";
}

Result<domain::BriefPart> parsePart(std::string_view text) {
  for (const auto part : domain::briefParts)
    if (domain::partName(part) == text) return part;
  return fail(ErrorCode::InvalidArgument, "a brief's parts are contact, goal, role, make, live and bigger");
}

Result<domain::Language> parseLanguage(std::string_view text) {
  const auto language = domain::parseLanguage(text);
  if (!language) return fail(ErrorCode::InvalidArgument, "a language is en or ru");
  return *language;
}

Result<Weekday> parseWeekday(std::string_view text) {
  for (unsigned day = 1; day <= 7; ++day)
    if (weekdayText(Weekday{day}) == text) return Weekday{day};
  return fail(ErrorCode::InvalidArgument, "a weekday is Mon, Tue, Wed, Thu, Fri, Sat or Sun");
}

Result<Instant> parseTime(const std::string& text, const std::string& zone) {
  if (auto instant = parseInstant(text)) return *instant;
  auto local = parseLocalTime(text);
  if (!local)
    return fail(ErrorCode::InvalidArgument, "a time is 2027-03-15T16:00:00Z, or 2027-03-15T09:00 in a zone");
  if (zone.empty()) return fail(ErrorCode::InvalidArgument, "a local time needs a zone");
  return domain::toInstant(*local, zone);
}

} // namespace meridian::cli
