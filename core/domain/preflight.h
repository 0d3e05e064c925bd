// Preflight: every rule that exists so far, its state, owner and the place where it is resolved (S2).
#pragma once

#include "core/domain/submission.h"
#include "core/domain/tension.h"

namespace meridian::domain {

enum class RuleId : std::uint8_t {
  T7_PriorityDecision,
  T1_Thesis,
  T2_NonNegotiables,
  P2_WhyItMatters,
  P7_Inherited,
  C1_ContactAndApprover,
  C2_OneLiveBrief,
  C3_BriefComplete,
  C3_BriefIssued,
  C3_OtherLane,
  C3_StaleTranslation,
  C4_Audience,
  C4_Because,
  C6_Schedule,
  C6_PromiseAtRisk,
  C6_PromiseMissed,
  C7_ContestedVerdict,
  C7_ApprovedBeforeGoLive,
  G4_LaunchGap,
  G4_LaunchDate,
  P8_MilestoneWhy,
  M7_AdToken,
  A_BriefAcknowledged,
  F_ConflictingField,
  S3_GoalTension,
};
enum class RuleState : std::uint8_t { Blocks = 1, Warns = 2, Ready = 3 };
// Where the fix is made: the app turns it into a page, meridianctl into a command.
enum class FixPlace : std::uint8_t {
  CampaignPage,
  Market,
  Schedule,
  Brief,
  Creator,
  Review,
  Conflict,
  Milestone,
  Deliverable,
  Person,
  Tension
};

struct PreflightRow {
  RuleId rule{};
  RuleState state = RuleState::Ready;
  std::string market; // gate it belongs to; empty: all
  MemberId owner;     // zero: campaign lead
  std::optional<SpaceId> creatorSpace;
  std::string creatorName;
  std::vector<std::string> arguments; // for the sentence: counts, dates (ISO), names
  std::optional<Instant> due;
  FixPlace fix{};
  std::optional<OpId> fixTarget;
};
// Stable: "T7"; a letter's further rules carry a word ("C3-stale").
[[nodiscard]] std::string_view ruleName(RuleId rule);

struct CreatorOverview {
  SpaceId space;
  std::string market;
  bool rosterOnly = false; // their space is not here: the roster's line is all that is known of them
  PersonCard card;
  LiveBrief brief;
  bool inheritedDiffers =
      false; // the issued brief lends other words than the campaign's page, as both are here
  std::optional<Completeness> completeness; // of the draft
  std::vector<DeliverableStatus> deliverables;
};
struct PreflightInput {
  Campaign campaign;
  std::vector<Market> markets;
  std::vector<CharterElement> nonNegotiables;
  std::vector<Milestone> milestones;
  std::vector<PriorityDecision> decisions; // in order, the one that counts last
  std::vector<PersonCard> team;            // the cards of everybody but the creators
  std::vector<GoalTension> tensions;
  std::vector<CreatorOverview> creators;
  std::map<std::string, MemberId> hubLeads; // by market code
  MemberId campaignLead;
  Instant now{};
};
// Rows that block first, then those that warn, then the ready ones; within them by rule. A rule about
// something that happens (a conflict, a promise at risk) has a row only while it does; arguments are
//   T2 number · C3 parts done, missing parts · C3-other-lane, C3-stale parts
//   conflict field, and title EN, RU of a milestone, a deliverable or a tension, or twice the name of one of
//   the team S3 the two goals: first EN, RU, second EN, RU G4 days, earlier market, later market · P8 title
//   EN, title RU C6-at-risk, C6-missed, C7-contested deliverable EN, RU, version · C7, ad-token deliverable
//   EN, RU
[[nodiscard]] std::vector<PreflightRow> preflight(const PreflightInput& input);

} // namespace meridian::domain
