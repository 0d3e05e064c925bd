// Views as JSON: instants in UTC, ids in hex, texts with both lanes. The members are part of the contract
// of meridianctl: they are added to, never renamed.
#pragma once

#include "app/cli/names.h"
#include "app/cli/program.h"

namespace meridian::cli {

[[nodiscard]] Json jsonOf(const Error& error, domain::Language language); // {"code", "message"}
[[nodiscard]] Json jsonOf(Instant instant);
[[nodiscard]] Json jsonOf(const std::optional<Instant>& instant);
[[nodiscard]] Json jsonOf(const domain::Bilingual& text); // {"en", "ru", "source", "stale"}
[[nodiscard]] Json jsonOf(const domain::FeedbackSchedule& schedule);
[[nodiscard]] Json jsonOf(const domain::AnswerSlot& slot);
[[nodiscard]] Json jsonOf(const domain::Market& market);
[[nodiscard]] Json jsonOf(const domain::CharterElement& element);
[[nodiscard]] Json jsonOf(const domain::Milestone& milestone);
[[nodiscard]] Json jsonOf(const domain::PriorityDecision& decision);
[[nodiscard]] Json jsonOf(const domain::GoalTension& tension);
[[nodiscard]] Json jsonOf(const domain::PersonCard& card);
[[nodiscard]] Json jsonOf(const domain::BriefContent& content);
[[nodiscard]] Json jsonOf(const domain::IssuedBrief& issued);
[[nodiscard]] Json jsonOf(const domain::Deliverable& deliverable);
[[nodiscard]] Json jsonOf(const domain::DeliverableStatus& status);
[[nodiscard]] Json jsonOf(const domain::SubmissionStatus& status);
[[nodiscard]] Json jsonOf(const domain::Question& question);
[[nodiscard]] Json jsonOf(const domain::Completeness& completeness);
[[nodiscard]] Json jsonOf(const replica::PersonView& person);
[[nodiscard]] Json jsonOf(const replica::CampaignPageView& page);
[[nodiscard]] Json jsonOf(const replica::TimelineEntry& entry);
[[nodiscard]] Json jsonOf(const replica::SubmissionView& view);
[[nodiscard]] Json jsonOf(const replica::DeliveryView& view);
[[nodiscard]] Json jsonOf(const replica::OutboxItem& item);
[[nodiscard]] Json jsonOf(const replica::LogLine& line);
[[nodiscard]] Json jsonOf(const replica::InvitationView& view);
[[nodiscard]] Json jsonOf(const domain::PreflightRow& row);

} // namespace meridian::cli
