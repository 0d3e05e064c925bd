// What everybody in a campaign shares: its page, markets, the reasons, and the timeline.
#pragma once

#include <span>

#include "core/domain/facts.h"
#include "core/domain/people.h"
#include "core/domain/schedule.h"

namespace meridian::domain {

struct Campaign {
  std::string brandName;
  Bilingual name, thesis, goal, valueProposition, successMetric, guidelines;
  // Concurrent values that one shown value hides, by field name: for leads to settle.
  std::vector<std::string> conflicting;
};
// Names of the fields of which several current values differ, ascending by number.
[[nodiscard]] std::vector<std::string> conflictingFields(const crdt::EntityState& entity, EntityKind kind);
[[nodiscard]] Campaign campaignFrom(const crdt::EntityState& entity);

struct Market {
  std::string code; // "US"
  std::string zone;
  Bilingual name, subGoal, whyItMatters, expression, angle, angleReason, angleData, whyThisOrder, labels;
  std::optional<Instant> launchAt;
  std::optional<FeedbackSchedule> schedule;
  OpId scheduleRevision; // the write that holds the schedule
  std::string holidayCountry;
  bool needsAdToken = false;
  std::int64_t order = 0;
  int riskLeadHours = 24;               // a promise is at risk from so many hours before it is due
  std::vector<std::string> conflicting; // as in Campaign
};
[[nodiscard]] Market marketFrom(const crdt::EntityState& entity);

// A non-negotiable, a negotiable (`because` is its range) or a market's go-live check.
struct CharterElement {
  crdt::EntityId id;
  Bilingual text, because;
  std::string market; // checklist items
  Bytes order;
  bool removed = false;
  bool operator==(const CharterElement&) const = default;
};
[[nodiscard]] CharterElement elementFrom(const crdt::EntityState& entity);

enum class MilestoneType : std::uint8_t { Other, Kickoff, Briefs, RoughCut, Feedback, Launch, Review };
struct Milestone {
  crdt::EntityId id;
  Bilingual title, why;
  std::optional<Instant> at;
  std::string zone, market; // empty market: all
  MilestoneType type = MilestoneType::Other;
  std::vector<crdt::EntityId> dependsOn;
  bool removed = false;
  std::vector<std::string> conflicting; // as in Campaign
};
[[nodiscard]] Milestone milestoneFrom(const crdt::EntityState& entity);

// T7: which market's goal takes priority. The latest by causality counts; concurrent ones conflict.
enum class PriorityMode : std::uint8_t { NamedMarketLeads = 1, Phased = 2, Parallel = 3, Separate = 4 };
struct PriorityDecision {
  FactMeta meta;
  PriorityMode mode = PriorityMode::NamedMarketLeads;
  std::vector<std::string> markets; // the leading one, or the order
  Bilingual why;
};
[[nodiscard]] crdt::Value toValue(const PriorityDecision& decision);
[[nodiscard]] PriorityDecision priorityDecisionFrom(const Fact& fact);

// What a CharterAcknowledged fact is about, and the hash of what its author read.
enum class CharterSubject : std::uint8_t { Charter = 1, Kickoff = 2 };

// What calendar days between consecutive launches keep a slip from reaching the next market (G4).
inline constexpr int launchGapDaysMin = 3, launchGapDaysMax = 5;
[[nodiscard]] constexpr bool isSafeLaunchGap(int days) {
  return days >= launchGapDaysMin && days <= launchGapDaysMax;
}
// Calendar days between two launches, each in its market's zone (G4: below 3 or above 5 warns); negative if
// the second is earlier. InvalidArgument where a date is not set.
[[nodiscard]] Result<int> launchGapDays(const Market& first, const Market& second);

// One market's launch among the others: the gaps to the launch before and after it.
struct LaunchGap {
  int days = 0;
  std::string first, second; // market codes, the earlier one first
};
[[nodiscard]] std::vector<LaunchGap> launchGaps(std::span<const Market> markets, std::string_view code,
                                                Instant at);
// The days from `from` on at which that market's launch keeps its place in the order and has safe gaps on
// both sides, at the hour of `at`; at most `count`, the ones closest to `at`, in order.
[[nodiscard]] std::vector<Instant> safeLaunches(std::span<const Market> markets, std::string_view code,
                                                Instant at, Instant from, std::size_t count);

} // namespace meridian::domain
