// Words of the shell for what the domain enumerates: stable names, as scripts compare them, and the values
// that a person types or a campaign file holds. Knows no campaign: find.h looks things up in one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/domain/brief.h"
#include "core/domain/campaign.h"
#include "core/domain/promise.h"
#include "core/domain/submission.h"
#include "core/store/campaign_table.h"
#include "core/store/outbox_table.h"

namespace meridian::cli {

[[nodiscard]] std::string_view nameOf(domain::PromiseState state);
[[nodiscard]] std::string_view nameOf(domain::DueCheck check);
[[nodiscard]] std::string_view nameOf(domain::ReviewState state);
[[nodiscard]] std::string_view nameOf(domain::GoLiveBlock block);
[[nodiscard]] std::string_view nameOf(domain::VerdictKind kind);
[[nodiscard]] std::string_view nameOf(store::Delivery delivery);
[[nodiscard]] std::string_view nameOf(store::Membership membership);
[[nodiscard]] std::string_view nameOf(domain::PriorityMode mode);
[[nodiscard]] std::string_view nameOf(domain::MilestoneType type);
[[nodiscard]] std::string nameOf(domain::EntityKind kind);
[[nodiscard]] std::string_view weekdayText(Weekday day);

[[nodiscard]] std::optional<domain::PriorityMode> priorityModeNamed(std::string_view name);
[[nodiscard]] std::optional<domain::MilestoneType> milestoneTypeNamed(std::string_view name);
// InvalidArgument with the words there are.
[[nodiscard]] Result<domain::BriefPart> parsePart(std::string_view text);
[[nodiscard]] Result<domain::Language> parseLanguage(std::string_view text);
[[nodiscard]] Result<Weekday> parseWeekday(std::string_view text);
// An instant, or a local time "2027-03-15T09:00" in `zone`.
[[nodiscard]] Result<Instant> parseTime(const std::string& text, const std::string& zone);

} // namespace meridian::cli
