#include <QtTest>

#include "core/domain/preflight.h"
#include "world.h"

namespace test_preflight {

using namespace meridian;
using namespace meridian::domain;
using namespace meridian::domain::test;

namespace {

// A campaign in which everything is ready.
PreflightInput ready() {
  PreflightInput input;
  input.now = at("2027-03-10T14:00:00Z");
  input.campaignLead = svetlana;
  input.hubLeads = {{"US", dana}};
  input.campaign.thesis = english("Care that proves itself.");
  input.decisions.resize(1);
  input.nonNegotiables.resize(1);
  const auto market = [](const char* code, const char* zone, const char* launch) {
    Market m;
    m.code = code;
    m.zone = zone;
    m.launchAt = at(launch);
    m.whyItMatters = english("why");
    m.schedule = FeedbackSchedule{};
    m.schedule->zone = zone;
    return m;
  };
  input.markets = {market("US", "America/New_York", "2027-03-15T16:00:00Z"),
                   market("RU", "Europe/Moscow", "2027-03-18T09:00:00Z")};
  CreatorOverview creator;
  creator.space = id<SpaceId>(9);
  creator.market = "US";
  creator.card.name = "Maya Collins";
  creator.card.contact = creator.card.approver = dana;
  creator.brief.current = IssuedBrief{};
  creator.brief.current->meta.id = {id<ChangeId>(7), 0};
  creator.brief.acknowledged = creator.brief.current->meta.id;
  creator.completeness = Completeness{};
  input.creators = {creator};
  return input;
}
const PreflightRow* broken(const std::vector<PreflightRow>& rows, RuleId rule) {
  for (const PreflightRow& row : rows)
    if (row.rule == rule && row.state != RuleState::Ready) return &row;
  return nullptr;
}

} // namespace

class TestPreflight : public QObject {
  Q_OBJECT
 private slots:
  void S2_aReadyCampaignHasOnlyReadyRows() {
    for (const PreflightRow& row : preflight(ready()))
      QVERIFY2(row.state == RuleState::Ready, ruleName(row.rule).data());
    QVERIFY(!preflight(ready()).empty());
  }

  void everyRuleHasAName() {
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(RuleId::S3_GoalTension); ++i) {
      const auto name = ruleName(static_cast<RuleId>(i));
      QVERIFY(!name.empty() && names.insert(name).second);
    }
  }

  void T7_noPriorityDecisionBlocks() {
    auto input = ready();
    input.decisions.clear();
    const auto rows = preflight(input);
    QCOMPARE(rows.front().rule, RuleId::T7_PriorityDecision);
    QCOMPARE(rows.front().state, RuleState::Blocks);
    QCOMPARE(rows.front().owner, svetlana);
  }

  void G4_aTwoDayGapWarnsUnlessTheMarketsLaunchInParallel() {
    auto input = ready();
    input.markets[1].launchAt = at("2027-03-17T09:00:00Z");
    const auto rows = preflight(input);
    const auto* row = broken(rows, RuleId::G4_LaunchGap);
    QVERIFY(row);
    QCOMPARE(row->state, RuleState::Warns);
    QCOMPARE(row->arguments, (std::vector<std::string>{"2", "US", "RU"}));
    input.decisions.back().mode = PriorityMode::Parallel;
    QVERIFY(!broken(preflight(input), RuleId::G4_LaunchGap));
    input.decisions.clear();
    input.markets[1].launchAt = at("2027-03-21T09:00:00Z");
    QVERIFY(broken(preflight(input), RuleId::G4_LaunchGap));
  }

  void rulesOfAMarketBelongToItsHubLead() {
    auto input = ready();
    for (Market& market : input.markets)
      market.schedule.reset();
    int found = 0;
    for (const PreflightRow& row : preflight(input)) {
      if (row.rule != RuleId::C6_Schedule) continue;
      QCOMPARE(row.owner, row.market == "US" ? dana : svetlana);
      ++found;
    }
    QCOMPARE(found, 2);
  }

  void eachBrokenRuleOfACreatorIsListed() {
    auto input = ready();
    CreatorOverview& creator = input.creators[0];
    creator.card.approver = {};
    creator.inheritedDiffers = true;
    creator.brief.held = {*creator.brief.current};
    creator.brief.acknowledged.reset();
    creator.completeness->missing = {BriefPart::Goal, BriefPart::Live};
    creator.completeness->stale = {BriefPart::Role};
    creator.completeness->otherLaneMissing = {BriefPart::Role};
    creator.completeness->audienceMissing = creator.completeness->becauseMissing = true;
    const auto rows = preflight(input);
    for (const RuleId rule : {RuleId::C1_ContactAndApprover, RuleId::C2_OneLiveBrief,
                              RuleId::C3_BriefComplete, RuleId::C4_Audience}) {
      QVERIFY(broken(rows, rule));
      QCOMPARE(broken(rows, rule)->state, RuleState::Blocks);
      QCOMPARE(broken(rows, rule)->creatorName, std::string("Maya Collins"));
    }
    for (const RuleId rule : {RuleId::P7_Inherited, RuleId::C3_OtherLane, RuleId::C3_StaleTranslation,
                              RuleId::C4_Because, RuleId::A_BriefAcknowledged})
      QCOMPARE(broken(rows, rule)->state, RuleState::Warns);
    QCOMPARE(broken(rows, RuleId::C3_BriefComplete)->arguments,
             (std::vector<std::string>{"4", "goal, live"}));
  }

  void C6_C7_promisesAndContestsAreListedWhileTheyLast() {
    auto input = ready();
    DeliverableStatus status;
    status.deliverable.goLiveAt = at("2027-03-11T16:00:00Z");
    status.blocks = {GoLiveBlock::AdTokenMissing};
    SubmissionStatus one;
    one.state = ReviewState::Contested;
    one.promise.promise = Promise{};
    one.promise.promise->due = at("2027-03-12T22:00:00Z");
    one.promise.state = PromiseState::AtRisk;
    status.submissions = {one};
    input.creators[0].deliverables = {status};
    auto rows = preflight(input);
    QVERIFY(broken(rows, RuleId::C7_ContestedVerdict));
    QCOMPARE(broken(rows, RuleId::C6_PromiseAtRisk)->due, std::optional(one.promise.promise->due));
    QVERIFY(broken(rows, RuleId::M7_AdToken));
    QCOMPARE(broken(rows, RuleId::C7_ApprovedBeforeGoLive)->state, RuleState::Blocks);
    auto& submission = input.creators[0].deliverables[0].submissions[0];
    submission.promise.state = PromiseState::Missed;
    submission.state = ReviewState::InReview;
    rows = preflight(input);
    QVERIFY(broken(rows, RuleId::C6_PromiseMissed) && !broken(rows, RuleId::C7_ContestedVerdict));
    submission.state = ReviewState::Approved;
    QVERIFY(!broken(preflight(input), RuleId::C6_PromiseMissed));
  }

  // Dates that two people set side by side are somebody's to settle, wherever they stand.
  void twoValuesOfAMilestoneOrADeliverableAreFlagged() {
    auto input = ready();
    input.milestones.resize(2);
    for (Milestone& milestone : input.milestones) {
      milestone.why = english("because");
      milestone.conflicting = {"at"};
    }
    input.milestones[0].id = entity(3);
    input.milestones[0].title = english("Kickoff");
    input.milestones[1].removed = true; // nobody works on it any more
    const auto rows = preflight(input);
    const auto* row = broken(rows, RuleId::F_ConflictingField);
    QVERIFY(row);
    QCOMPARE(row->fix, FixPlace::Milestone);
    QCOMPARE(row->fixTarget, std::optional(std::get<OpId>(entity(3).ref())));
    QCOMPARE(row->arguments, (std::vector<std::string>{"at", "Kickoff", ""}));
    QCOMPARE(std::ranges::count(rows, RuleId::F_ConflictingField, &PreflightRow::rule), 1);

    auto other = ready();
    other.creators[0].deliverables.resize(1);
    other.creators[0].deliverables[0].deliverable.id = entity(4);
    other.creators[0].deliverables[0].deliverable.title = english("A film");
    other.creators[0].deliverables[0].deliverable.conflicting = {"goLiveAt"};
    const auto ofDeliverable = preflight(other);
    const auto* second = broken(ofDeliverable, RuleId::F_ConflictingField);
    QVERIFY(second);
    QCOMPARE(second->fix, FixPlace::Deliverable);
    QCOMPARE(second->fixTarget, std::optional(std::get<OpId>(entity(4).ref())));
    QCOMPARE(second->arguments, (std::vector<std::string>{"goLiveAt", "A film", ""}));
  }
  // One that names no market blocks every launch; one that is decided or was none blocks nothing.
  void S3_anOpenGoalTensionBlocksTheLaunchesOfItsMarkets() {
    auto input = ready();
    input.tensions.resize(4);
    for (std::size_t i = 0; i < input.tensions.size(); ++i) {
      input.tensions[i].id = entity(static_cast<std::uint8_t>(30 + i));
      input.tensions[i].first = english("Growth");
      input.tensions[i].second = english("Trust");
    }
    input.tensions[0].markets = {"RU", "US"};
    input.tensions[2].resolutions.resize(1);
    input.tensions[3].removed = true;
    std::vector<std::string> markets;
    for (const PreflightRow& row : preflight(input)) {
      if (row.rule != RuleId::S3_GoalTension) continue;
      QCOMPARE(row.state, RuleState::Blocks);
      QCOMPARE(row.fix, FixPlace::Tension);
      QCOMPARE(row.arguments, (std::vector<std::string>{"Growth", "", "Trust", ""}));
      markets.push_back(row.market);
    }
    QCOMPARE(markets, (std::vector<std::string>{"RU", "US", ""}));
    QVERIFY(input.tensions[0].concerns("US") && !input.tensions[0].concerns("KZ") &&
            input.tensions[1].concerns("KZ"));
  }

  void twoValuesOfACardAreFlagged() {
    auto input = ready();
    input.creators[0].card.conflicting = {"approver"};
    const auto ofCreator = preflight(input);
    const auto* row = broken(ofCreator, RuleId::F_ConflictingField);
    QVERIFY(row);
    QCOMPARE(row->fix, FixPlace::Creator);
    QCOMPARE(row->owner, dana);
    QCOMPARE(row->creatorSpace, std::optional(input.creators[0].space));
    QCOMPARE(row->arguments, (std::vector<std::string>{"approver"}));

    auto other = ready();
    other.team.resize(2);
    other.team[0].member = dana;
    other.team[0].name = "Dana Brooks";
    other.team[0].conflicting = {"zone"};
    const auto ofTeam = preflight(other);
    const auto* second = broken(ofTeam, RuleId::F_ConflictingField);
    QVERIFY(second);
    QCOMPARE(second->fix, FixPlace::Person);
    QCOMPARE(second->owner, dana);
    QCOMPARE(second->arguments, (std::vector<std::string>{"zone", "Dana Brooks", "Dana Brooks"}));
    QCOMPARE(std::ranges::count(ofTeam, RuleId::F_ConflictingField, &PreflightRow::rule), 1);
  }

  void P8_aMilestoneWithoutWhyIsFlagged() {
    auto input = ready();
    input.milestones.resize(2);
    input.milestones[1].removed = true;
    input.milestones[0].title = english("Kickoff");
    input.milestones[0].id = entity(3);
    QCOMPARE(broken(preflight(input), RuleId::P8_MilestoneWhy)->fixTarget,
             std::optional(OpId{id<ChangeId>(3), 0}));
    input.milestones[0].why = english("because");
    QVERIFY(!broken(preflight(input), RuleId::P8_MilestoneWhy));
  }
};

QTEST_APPLESS_MAIN(TestPreflight)

} // namespace test_preflight
#include "test_preflight.moc"
