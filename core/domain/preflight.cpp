#include "core/domain/preflight.h"

#include <algorithm>

namespace meridian::domain {
namespace {

std::string names(const std::vector<BriefPart>& parts) {
  std::string list;
  for (const BriefPart part : parts) {
    if (!list.empty()) list += ", ";
    list += partName(part);
  }
  return list;
}

class Preflight {
 public:
  explicit Preflight(const PreflightInput& input) : m_input(input) {}

  std::vector<PreflightRow> run() {
    campaignRules();
    for (const Market& market : m_input.markets)
      marketRules(market);
    launchGaps();
    milestoneRules();
    for (const CreatorOverview& creator : m_input.creators)
      creatorRules(creator);
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const PreflightRow& a, const PreflightRow& b) {
      return std::pair(a.state, a.rule) < std::pair(b.state, b.rule);
    });
    return std::move(m_rows);
  }

 private:
  PreflightRow& add(RuleId rule, bool holds, RuleState otherwise, FixPlace fix) {
    PreflightRow row;
    row.rule = rule;
    row.state = holds ? RuleState::Ready : otherwise;
    row.owner = m_input.campaignLead;
    row.fix = fix;
    m_rows.push_back(std::move(row));
    return m_rows.back();
  }
  PreflightRow& add(const Market& market, RuleId rule, bool holds, RuleState otherwise, FixPlace fix) {
    PreflightRow& row = add(rule, holds, otherwise, fix);
    row.market = market.code;
    row.owner = hubLead(market.code);
    return row;
  }
  PreflightRow& add(const CreatorOverview& creator, RuleId rule, bool holds, RuleState otherwise,
                    FixPlace fix) {
    PreflightRow& row = add(rule, holds, otherwise, fix);
    row.market = creator.market;
    row.owner = hubLead(creator.market);
    row.creatorSpace = creator.space;
    row.creatorName = creator.card.name;
    return row;
  }
  // Without a hub lead the campaign lead has to act.
  MemberId hubLead(const std::string& market) const {
    const auto found = m_input.hubLeads.find(market);
    return found == m_input.hubLeads.end() ? m_input.campaignLead : found->second;
  }

  void campaignRules() {
    const Campaign& campaign = m_input.campaign;
    add(RuleId::T7_PriorityDecision, !m_input.decisions.empty(), RuleState::Blocks, FixPlace::CampaignPage);
    add(RuleId::T1_Thesis, !campaign.thesis.empty(), RuleState::Blocks, FixPlace::CampaignPage);
    const auto live = std::count_if(m_input.nonNegotiables.begin(), m_input.nonNegotiables.end(),
                                    [](const CharterElement& element) { return !element.removed; });
    add(RuleId::T2_NonNegotiables, live > 0, RuleState::Warns, FixPlace::CampaignPage).arguments = {
        std::to_string(live)};
    tensionRules();
    for (const std::string& field : campaign.conflicting)
      add(RuleId::F_ConflictingField, false, RuleState::Warns, FixPlace::CampaignPage).arguments = {field};
    for (const PersonCard& card : m_input.team) {
      for (const std::string& field : card.conflicting) {
        PreflightRow& row = add(RuleId::F_ConflictingField, false, RuleState::Warns, FixPlace::Person);
        row.owner = card.member;
        row.arguments = {field, card.name, card.name};
      }
    }
  }

  // One that names no market blocks all of them.
  void tensionRules() {
    for (const GoalTension& tension : m_input.tensions) {
      for (const std::string& field : tension.conflicting) {
        PreflightRow& added = add(RuleId::F_ConflictingField, false, RuleState::Warns, FixPlace::Tension);
        added.arguments = {field, tension.first.en, tension.first.ru};
        added.fixTarget = createdBy(tension.id);
      }
      if (!tension.open()) continue;
      const auto row = [&](const std::string& market) {
        PreflightRow& added = add(RuleId::S3_GoalTension, false, RuleState::Blocks, FixPlace::Tension);
        added.market = market;
        added.arguments = {tension.first.en, tension.first.ru, tension.second.en, tension.second.ru};
        added.fixTarget = createdBy(tension.id);
      };
      if (tension.markets.empty()) row({});
      for (const std::string& market : tension.markets)
        row(market);
    }
  }

  void marketRules(const Market& market) {
    add(market, RuleId::P2_WhyItMatters, !market.whyItMatters.empty(), RuleState::Blocks, FixPlace::Market);
    add(market, RuleId::G4_LaunchDate, market.launchAt.has_value(), RuleState::Blocks, FixPlace::Market)
        .owner = m_input.campaignLead;
    const bool schedule = market.schedule && check(*market.schedule);
    add(market, RuleId::C6_Schedule, schedule, RuleState::Blocks, FixPlace::Schedule);
    for (const std::string& field : market.conflicting)
      add(market, RuleId::F_ConflictingField, false, RuleState::Warns, FixPlace::Market).arguments = {field};
  }

  // G4, between consecutive launches; off when the markets launch in parallel (T7).
  void launchGaps() {
    if (!m_input.decisions.empty() && m_input.decisions.back().mode == PriorityMode::Parallel) return;
    std::vector<const Market*> launches;
    for (const Market& market : m_input.markets)
      if (market.launchAt) launches.push_back(&market);
    std::sort(launches.begin(), launches.end(), [](const Market* a, const Market* b) {
      return std::pair(*a->launchAt, a->code) < std::pair(*b->launchAt, b->code);
    });
    for (std::size_t i = 1; i < launches.size(); ++i) {
      const auto days = launchGapDays(*launches[i - 1], *launches[i]);
      if (!days) continue;
      PreflightRow& row =
          add(RuleId::G4_LaunchGap, isSafeLaunchGap(*days), RuleState::Warns, FixPlace::Market);
      row.market = launches[i]->code;
      row.arguments = {std::to_string(*days), launches[i - 1]->code, launches[i]->code};
      row.due = launches[i]->launchAt;
    }
  }

  void milestoneRules() {
    for (const Milestone& milestone : m_input.milestones) {
      if (milestone.removed) continue;
      const auto row = [&](RuleId rule) -> PreflightRow& {
        PreflightRow& added = add(rule, false, RuleState::Warns, FixPlace::Milestone);
        added.market = milestone.market;
        if (!milestone.market.empty()) added.owner = hubLead(milestone.market);
        added.due = milestone.at;
        added.fixTarget = createdBy(milestone.id);
        return added;
      };
      if (milestone.why.empty())
        row(RuleId::P8_MilestoneWhy).arguments = {milestone.title.en, milestone.title.ru};
      for (const std::string& field : milestone.conflicting)
        row(RuleId::F_ConflictingField).arguments = {field, milestone.title.en, milestone.title.ru};
    }
  }

  static std::optional<OpId> createdBy(const crdt::EntityId& id) {
    if (id == crdt::EntityId{}) return std::nullopt;
    const crdt::EntityRef ref = id.ref();
    const OpId* op = std::get_if<OpId>(&ref);
    return op ? std::optional(*op) : std::nullopt;
  }

  void creatorRules(const CreatorOverview& creator) {
    const bool contact = !creator.card.contact.isZero() && !creator.card.approver.isZero();
    add(creator, RuleId::C1_ContactAndApprover, contact, RuleState::Blocks, FixPlace::Creator);
    for (const std::string& field : creator.card.conflicting)
      add(creator, RuleId::F_ConflictingField, false, RuleState::Warns, FixPlace::Creator).arguments = {
          field};
    if (!creator.brief.held.empty()) {
      add(creator, RuleId::C2_OneLiveBrief, false, RuleState::Blocks, FixPlace::Conflict).fixTarget =
          creator.brief.held.front().meta.id;
    }
    briefRules(creator);
    for (const DeliverableStatus& deliverable : creator.deliverables)
      deliverableRules(creator, deliverable);
  }

  void briefRules(const CreatorOverview& creator) {
    const auto& issued = creator.brief.current;
    PreflightRow& row =
        add(creator, RuleId::C3_BriefIssued, issued.has_value(), RuleState::Blocks, FixPlace::Brief);
    if (!issued) row.due = creator.card.briefExpected;
    if (issued) {
      const bool acknowledged = creator.brief.acknowledged == issued->meta.id;
      if (creator.inheritedDiffers)
        add(creator, RuleId::P7_Inherited, false, RuleState::Warns, FixPlace::Brief).fixTarget =
            issued->meta.id;
      add(creator, RuleId::A_BriefAcknowledged, acknowledged, RuleState::Warns, FixPlace::Brief).fixTarget =
          issued->meta.id;
    }
    if (!creator.completeness) return;
    const Completeness& complete = *creator.completeness;
    add(creator, RuleId::C3_BriefComplete, complete.missing.empty() && !complete.deliverableMissing,
        RuleState::Blocks, FixPlace::Brief)
        .arguments = {std::to_string(complete.done()), names(complete.missing)};
    add(creator, RuleId::C4_Audience, !complete.audienceMissing, RuleState::Blocks, FixPlace::Creator);
    if (complete.becauseMissing) add(creator, RuleId::C4_Because, false, RuleState::Warns, FixPlace::Brief);
    if (!complete.otherLaneMissing.empty())
      add(creator, RuleId::C3_OtherLane, false, RuleState::Warns, FixPlace::Brief).arguments = {
          names(complete.otherLaneMissing)};
    if (!complete.stale.empty())
      add(creator, RuleId::C3_StaleTranslation, false, RuleState::Warns, FixPlace::Brief).arguments = {
          names(complete.stale)};
  }

  void deliverableRules(const CreatorOverview& creator, const DeliverableStatus& status) {
    const auto target = createdBy(status.deliverable.id);
    const std::vector<std::string> title{status.deliverable.title.en, status.deliverable.title.ru};
    const auto row = [&](RuleId rule, RuleState state, FixPlace fix) -> PreflightRow& {
      PreflightRow& added = add(creator, rule, state == RuleState::Ready, state, fix);
      added.arguments = title;
      added.fixTarget = target;
      return added;
    };
    for (const SubmissionStatus& submission : status.submissions)
      submissionRules(creator, submission, title);
    for (const std::string& field : status.deliverable.conflicting) {
      auto& arguments = row(RuleId::F_ConflictingField, RuleState::Warns, FixPlace::Deliverable).arguments;
      arguments.insert(arguments.begin(), field);
    }
    const auto has = [&](GoLiveBlock block) {
      return std::find(status.blocks.begin(), status.blocks.end(), block) != status.blocks.end();
    };
    if (has(GoLiveBlock::AdTokenMissing) && !status.published)
      row(RuleId::M7_AdToken, RuleState::Blocks, FixPlace::Deliverable).due = status.deliverable.goLiveAt;
    // What is due to go live within the risk window, or overdue, must be approved by now.
    const auto& goLive = status.deliverable.goLiveAt;
    if (goLive && !status.published) {
      const bool near = *goLive - m_input.now <= std::chrono::hours{48};
      const RuleState state = status.approved ? RuleState::Ready
                              : near          ? RuleState::Blocks
                                              : RuleState::Warns;
      row(RuleId::C7_ApprovedBeforeGoLive, state, FixPlace::Review).due = goLive;
    }
  }

  void submissionRules(const CreatorOverview& creator, const SubmissionStatus& status,
                       const std::vector<std::string>& title) {
    const auto row = [&](RuleId rule, RuleState state, FixPlace fix) -> PreflightRow& {
      PreflightRow& added = add(creator, rule, false, state, fix);
      added.arguments = title;
      added.arguments.push_back(std::to_string(status.submission.version));
      added.fixTarget = status.submission.meta.id;
      return added;
    };
    if (status.state == ReviewState::Contested)
      row(RuleId::C7_ContestedVerdict, RuleState::Blocks, FixPlace::Conflict);
    if (!status.promise.promise) return;
    const Instant due = status.promise.newDue.value_or(status.promise.promise->due);
    if (status.promise.state == PromiseState::AtRisk)
      row(RuleId::C6_PromiseAtRisk, RuleState::Warns, FixPlace::Review).due = due;
    // A broken promise that was answered since is history for the ledger, nothing to act on.
    if (status.promise.state == PromiseState::Missed && status.state == ReviewState::InReview)
      row(RuleId::C6_PromiseMissed, RuleState::Blocks, FixPlace::Review).due = due;
  }

  const PreflightInput& m_input;
  std::vector<PreflightRow> m_rows;
};

} // namespace

std::string_view ruleName(RuleId rule) {
  switch (rule) {
  case RuleId::T7_PriorityDecision:
    return "T7";
  case RuleId::T1_Thesis:
    return "T1";
  case RuleId::T2_NonNegotiables:
    return "T2";
  case RuleId::P2_WhyItMatters:
    return "P2";
  case RuleId::P7_Inherited:
    return "P7";
  case RuleId::C1_ContactAndApprover:
    return "C1";
  case RuleId::C2_OneLiveBrief:
    return "C2";
  case RuleId::C3_BriefComplete:
    return "C3";
  case RuleId::C3_BriefIssued:
    return "C3-issued";
  case RuleId::C3_OtherLane:
    return "C3-other-lane";
  case RuleId::C3_StaleTranslation:
    return "C3-stale";
  case RuleId::C4_Audience:
    return "C4";
  case RuleId::C4_Because:
    return "C4-because";
  case RuleId::C6_Schedule:
    return "C6";
  case RuleId::C6_PromiseAtRisk:
    return "C6-at-risk";
  case RuleId::C6_PromiseMissed:
    return "C6-missed";
  case RuleId::C7_ContestedVerdict:
    return "C7-contested";
  case RuleId::C7_ApprovedBeforeGoLive:
    return "C7";
  case RuleId::G4_LaunchGap:
    return "G4";
  case RuleId::G4_LaunchDate:
    return "G4-date";
  case RuleId::P8_MilestoneWhy:
    return "P8";
  case RuleId::M7_AdToken:
    return "ad-token";
  case RuleId::A_BriefAcknowledged:
    return "acknowledged";
  case RuleId::F_ConflictingField:
    return "conflict";
  case RuleId::S3_GoalTension:
    return "S3";
  }
  return "";
}

std::vector<PreflightRow> preflight(const PreflightInput& input) { return Preflight(input).run(); }

} // namespace meridian::domain
