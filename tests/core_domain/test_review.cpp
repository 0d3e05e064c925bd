#include <QtTest>
#include <rapidcheck.h>

#include "world.h"

using namespace meridian;
using namespace meridian::domain;
using namespace meridian::domain::test;
using namespace std::chrono_literals;

namespace {

const crdt::EntityId brief = entity(10), video = entity(30);
const char* const now = "2027-03-10T14:00:00Z";
const char* const due = "2027-03-12T22:00:00Z"; // Fri 12 Mar, 17:00 New York

struct Story {
  World world;
  ReviewContext context;
  OpId issued;

  Story() {
    issued = world.add(EntityKind::BriefIssued, dana, issue(brief), "2027-03-03T10:00:00Z");
    Deliverable deliverable;
    deliverable.id = video;
    deliverable.brief = brief;
    context.deliverables = {deliverable};
    context.market = "US";
    context.creator = maya;
    context.approver = dana;
    context.decider = mila;
    context.now = at(now);
    context.precedes = world.precedes();
  }
  Story(const Story&) = delete;

  OpId submit(const char* caption, const char* iso, std::optional<std::vector<OpId>> after = {}) {
    SubmissionContent content;
    content.deliverable = video;
    content.caption = caption;
    content.issuedBrief = issued;
    return world.add(EntityKind::Submission, maya, toValue(content), iso, std::move(after));
  }
  OpId received(const OpId& submission, const char* iso, const char* dueIso = due,
                Evidence evidence = Evidence::Receipt, const MemberId& by = maya) {
    Promise promise;
    promise.due = at(dueIso);
    promise.dueLocal = parseLocalTime("2027-03-12T17:00").value();
    promise.zone = "America/New_York";
    return world.stored(submission, iso, promise, by, evidence);
  }
  OpId judge(const OpId& submission, VerdictKind kind, const MemberId& by, const char* iso,
             std::optional<std::vector<OpId>> after = {}, std::vector<OpId> replaces = {}) {
    Verdict verdict;
    verdict.submission = submission;
    verdict.manifest = submissionFrom(world.fact(submission)).manifest;
    verdict.kind = kind;
    verdict.replaces = std::move(replaces);
    return world.add(EntityKind::Verdict, by, toValue(verdict), iso, std::move(after));
  }
  OpId approve(const OpId& submission, const char* iso = now) {
    return judge(submission, VerdictKind::Approve, dana, iso);
  }
  OpId withdraw(const OpId& verdict, const MemberId& by, const char* iso = now,
                std::optional<std::vector<OpId>> after = {}) {
    return world.add(EntityKind::VerdictWithdrawn, by, ref(1, verdict), iso, std::move(after));
  }
  OpId decide(const OpId& submission, VerdictKind kind, const MemberId& by, const char* iso = now) {
    crdt::Value value;
    value.set(fact::contestDecided::submission, submission)
        .set(fact::contestDecided::manifest, idValue(submissionFrom(world.fact(submission)).manifest))
        .set(fact::contestDecided::kind, static_cast<int>(kind));
    return world.add(EntityKind::ContestDecided, by, value, iso);
  }
  OpId goLive(const OpId& submission, std::optional<std::vector<OpId>> after = {}) {
    Published published;
    published.submission = submission;
    published.manifest = submissionFrom(world.fact(submission)).manifest;
    published.link = "https://example.org/v";
    return world.add(EntityKind::Published, maya, toValue(published), now, std::move(after));
  }
  OpId delay(const OpId& submission, const char* newDue, const char* iso) {
    DelayNotice notice;
    notice.submission = submission;
    notice.newDue = at(newDue);
    notice.reason = "in the air";
    return world.add(EntityKind::DelayNotice, dana, toValue(notice), iso);
  }

  DeliverableStatus status() const { return reviewStatus(world.facts, context).at(0); }
  SubmissionStatus last() const { return status().submissions.back(); }
  PromiseStatus promiseAt(const char* iso) {
    context.now = at(iso);
    return status().submissions.front().promise;
  }
};

bool has(const DeliverableStatus& status, GoLiveBlock block) {
  return std::find(status.blocks.begin(), status.blocks.end(), block) != status.blocks.end();
}
std::string summary(const std::vector<DeliverableStatus>& list) {
  std::string text;
  for (const auto& status : list) {
    text += status.deliverable.id.hex() + " round " + std::to_string(status.round);
    for (const auto block : status.blocks)
      text += " block " + std::to_string(static_cast<int>(block));
    if (status.published) text += " live " + status.published->meta.id.change.hex();
    for (const auto& one : status.submissions) {
      text += "\n " + one.submission.meta.id.change.hex() + " v" + std::to_string(one.submission.version) +
              " state " + std::to_string(static_cast<int>(one.state)) + " promise " +
              std::to_string(static_cast<int>(one.promise.state)) + (one.needsLook ? " look" : "");
      for (const auto& verdict : one.verdicts)
        text += " +" + verdict.meta.id.change.hex();
      for (const auto& verdict : one.replaced)
        text += " -" + verdict.meta.id.change.hex();
    }
  }
  return text;
}

} // namespace

class TestReview : public QObject {
  Q_OBJECT
 private slots:
  void nothingSubmittedCannotGoLive() {
    Story story;
    QVERIFY(has(story.status(), GoLiveBlock::NothingSubmitted));
  }

  void C7_anApprovedVersionMayGoLive() {
    Story story;
    const auto v1 = story.submit("one", now);
    QVERIFY(has(story.status(), GoLiveBlock::NotApproved));
    story.approve(v1);
    QVERIFY(story.status().mayGoLive());
    QCOMPARE(story.status().approved, std::optional(v1));
    const auto live = story.goLive(v1);
    QCOMPARE(story.status().published->meta.id, live);
    QVERIFY(has(story.status(), GoLiveBlock::AlreadyLive));
    story.goLive(v1);
    QCOMPARE(story.status().published->meta.id, live); // an immutable fact: the first holds
  }

  void C7_goingLiveWithoutAnApprovalHasNoEffect() {
    Story story;
    const auto v1 = story.submit("one", now);
    story.goLive(v1);
    QVERIFY(!story.status().published);
    const auto approval = story.approve(v1);
    QVERIFY(!story.status().published); // an approval made later does not reach back
    const auto v2 = story.submit("two", now);
    story.goLive(v1);
    QVERIFY(!story.status().published); // a newer version was known
    story.goLive(v1, {{v1, approval}});
    QVERIFY(story.status().published); // and here it was not
    Q_UNUSED(v2);
  }

  void scenario1_approvedV1WhileV2Arrives() {
    Story story;
    const auto v1 = story.submit("one", now);
    const auto v2 = story.submit("two", now, {{v1}});
    story.judge(v1, VerdictKind::Approve, dana, now, {{v1}});
    const auto status = story.status();
    QCOMPARE(status.submissions[0].state, ReviewState::Approved);
    QVERIFY(!status.submissions[0].latest);
    QCOMPARE(status.submissions[1].state, ReviewState::InReview);
    QCOMPARE(status.submissions[1].submission.meta.id, v2);
    QVERIFY(has(status, GoLiveBlock::NewerVersion));
    QVERIFY(!status.approved);
  }

  void N1_anApprovalNeverCarriesOverToOtherContent() {
    Story story;
    const auto v1 = story.submit("one", now);
    const auto v2 = story.submit("two", now);
    Verdict forged;
    forged.submission = v2;
    forged.manifest = submissionFrom(story.world.fact(v1)).manifest;
    story.world.add(EntityKind::Verdict, dana, toValue(forged), now);
    QCOMPARE(story.last().state, ReviewState::InReview);
    QCOMPARE(story.status().submissions[0].state, ReviewState::Superseded);
  }

  void scenario2_approveAndRejectOfflineIsContested() {
    Story story;
    const auto v1 = story.submit("one", now);
    story.judge(v1, VerdictKind::Approve, dana, now, {{v1}});
    story.judge(v1, VerdictKind::RequestChanges, deputy, now, {{v1}});
    for (int i = 0; i < 2; ++i) {
      QCOMPARE(story.last().state, ReviewState::Contested);
      QCOMPARE(story.last().verdicts.size(), std::size_t{2});
      QVERIFY(has(story.status(), GoLiveBlock::Contested));
      std::reverse(story.world.facts.begin(), story.world.facts.end());
    }
  }

  void N1_oneReplacesOnlyOnesOwnVerdict() {
    Story story;
    const auto v1 = story.submit("one", now);
    const auto first = story.judge(v1, VerdictKind::RequestChanges, dana, now);
    story.judge(v1, VerdictKind::Approve, dana, now, {}, {first});
    QCOMPARE(story.last().state, ReviewState::Approved);
    QCOMPARE(story.last().replaced.size(), std::size_t{1});
    story.judge(v1, VerdictKind::RequestChanges, deputy, now, {}, {story.last().verdicts[0].meta.id});
    QCOMPARE(story.last().state, ReviewState::Contested);
  }

  void T4_theDeciderSettlesAContest() {
    Story story;
    const auto v1 = story.submit("one", now);
    story.approve(v1);
    story.judge(v1, VerdictKind::RequestChanges, deputy, now);
    story.decide(v1, VerdictKind::Approve, svetlana);
    QCOMPARE(story.last().state, ReviewState::Contested); // not the named decider
    story.decide(v1, VerdictKind::Approve, mila);
    QCOMPARE(story.last().state, ReviewState::Approved);
    QVERIFY(story.status().mayGoLive());
    story.judge(v1, VerdictKind::RequestChanges, deputy, now); // made afterwards: contests again
    QCOMPARE(story.last().state, ReviewState::Contested);
    story.decide(v1, VerdictKind::RequestChanges, mila); // a later decision speaks for the earlier one too
    QCOMPARE(story.last().state, ReviewState::ChangesRequested);
  }

  void T4_aNamedDeciderDecides() {
    Story story;
    const auto v1 = story.submit("one", now);
    story.approve(v1);
    story.judge(v1, VerdictKind::RequestChanges, deputy, now);
    auto sent = ref(fact::sentToDecider::submission, v1);
    sent.set(fact::sentToDecider::decider, idValue(svetlana));
    story.world.add(EntityKind::SentToDecider, dana, sent, now);
    QCOMPARE(story.last().sentToDecider, std::optional(svetlana));
    story.decide(v1, VerdictKind::RequestChanges, svetlana);
    QCOMPARE(story.last().state, ReviewState::ChangesRequested);
  }

  void aVerdictIsWithdrawnByItsAuthorAlone() {
    Story story;
    const auto v1 = story.submit("one", now);
    const auto approval = story.approve(v1);
    story.withdraw(approval, svetlana);
    QCOMPARE(story.last().state, ReviewState::Approved);
    story.withdraw(approval, dana);
    QCOMPARE(story.last().state, ReviewState::InReview);
    QVERIFY(story.last().replaced.at(0).withdrawnAt);
    QVERIFY(!story.status().mayGoLive());
  }

  void aWithdrawalAfterItsLiveIsRefused() {
    Story story;
    const auto v1 = story.submit("one", now);
    const auto approval = story.approve(v1);
    story.goLive(v1);
    story.withdraw(approval, dana);
    QCOMPARE(story.last().state, ReviewState::Approved);
    QVERIFY(story.last().replaced.empty());
  }

  void aWithdrawalUnknownToTheCreatorDoesNotUndoGoingLive() {
    Story story;
    const auto v1 = story.submit("one", now);
    const auto approval = story.approve(v1);
    const auto withdrawal = story.withdraw(approval, dana, now, {{approval}});
    story.goLive(v1, {{v1, approval}});
    QVERIFY(story.status().published);
    QCOMPARE(story.last().state, ReviewState::InReview);
    Story known;
    const auto w1 = known.submit("one", now);
    known.withdraw(known.approve(w1), dana);
    known.goLive(w1);
    QVERIFY(!known.status().published);
    Q_UNUSED(withdrawal);
  }

  // --- C6 ---

  void C6_theStatesOfAPromise() {
    Story story;
    const auto v1 = story.submit("one", now);
    QCOMPARE(story.promiseAt(now).state, PromiseState::NotStarted);
    story.received(v1, "2027-03-10T14:01:00Z");
    QCOMPARE(story.promiseAt("2027-03-11T21:59:59Z").state, PromiseState::OnTrack);
    QCOMPARE(story.promiseAt("2027-03-11T22:00:00Z").state, PromiseState::AtRisk);
    QCOMPARE(story.promiseAt(due).state, PromiseState::Missed);
    QVERIFY(!story.promiseAt(due).signedInTimeDeliveredLate);
    const auto verdict = story.approve(v1, "2027-03-12T20:00:00Z");
    QCOMPARE(story.promiseAt("2027-03-12T20:00:00Z").state, PromiseState::OnTrack); // known, on its way
    story.world.stored(verdict, "2027-03-12T21:59:59.999Z", {}, dana);
    QCOMPARE(story.promiseAt("2027-03-12T21:59:59.999Z").state, PromiseState::Kept);
    QCOMPARE(story.promiseAt("2028-02-29T00:00:00Z").state, PromiseState::Kept);
  }

  void C6_signedInTimeAndDeliveredLateIsMissedAndSaysSo() {
    Story story;
    const auto v1 = story.submit("one", now);
    story.received(v1, now);
    story.world.stored(story.approve(v1, "2027-03-12T20:00:00Z"), due, {}, dana); // at the due instant: late
    const auto promise = story.promiseAt("2027-03-12T23:00:00Z");
    QCOMPARE(promise.state, PromiseState::Missed);
    QVERIFY(promise.signedInTimeDeliveredLate);
  }

  void C6_promiseIsFixedWhenReceived() {
    Story story;
    const auto v1 = story.submit("one", now);
    story.received(v1, "2027-03-10T15:00:00Z", "2027-03-19T21:00:00Z");
    story.received(v1, "2027-03-10T14:00:00Z", due); // the earliest valid fact holds
    QCOMPARE(story.promiseAt(now).promise->due, at(due));
    QCOMPARE(toIso(story.promiseAt(now).promise->dueLocal), std::string("2027-03-12T17:00"));
  }

  void C6_anApproverAwayPutsItAtRisk() {
    Story story;
    story.received(story.submit("one", now), now);
    Absence away{entity(40), dana, at("2027-03-12T00:00:00Z"), at("2027-03-13T00:00:00Z"), deputy, false};
    story.context.absences = {away};
    QCOMPARE(story.promiseAt(now).state, PromiseState::AtRisk);
    story.context.absences[0].to = at(due); // back at that instant
    QCOMPARE(story.promiseAt(now).state, PromiseState::OnTrack);
  }

  void scenario13_aDelayNoticeCountsWhenItIsStored() {
    for (const bool inTime : {true, false}) {
      Story story;
      const auto v1 = story.submit("one", now);
      story.received(v1, now);
      const auto notice = story.delay(v1, "2027-03-15T17:00:00Z", "2027-03-12T10:00:00Z");
      QCOMPARE(story.promiseAt("2027-03-12T11:00:00Z").state, PromiseState::AtRisk); // not delivered yet
      story.world.stored(notice, inTime ? "2027-03-12T21:59:59Z" : "2027-03-12T22:00:01Z", {}, dana);
      const auto promise = story.promiseAt("2027-03-12T23:00:00Z");
      QCOMPARE(promise.state, inTime ? PromiseState::Delayed : PromiseState::Missed);
      QCOMPARE(promise.newDue.has_value(), inTime);
      if (inTime) QCOMPARE(story.promiseAt("2027-03-15T17:00:00Z").state, PromiseState::Missed);
    }
  }

  void C6_aDelayMayBeMovedAgainAndIsAnsweredAsDelayed() {
    Story story;
    const auto v1 = story.submit("one", now);
    story.received(v1, now);
    story.world.stored(story.delay(v1, "2027-03-15T17:00:00Z", "2027-03-12T10:00:00Z"),
                       "2027-03-12T10:00:00Z", {}, dana);
    story.world.stored(story.delay(v1, "2027-03-16T17:00:00Z", "2027-03-15T10:00:00Z"),
                       "2027-03-15T10:00:00Z", {}, dana);
    QCOMPARE(story.promiseAt("2027-03-16T10:00:00Z").newDue, std::optional(at("2027-03-16T17:00:00Z")));
    story.world.stored(story.approve(v1, "2027-03-16T11:00:00Z"), "2027-03-16T11:00:00Z", {}, dana);
    QCOMPARE(story.promiseAt("2027-03-20T10:00:00Z").state, PromiseState::Delayed);
  }

  void C6_aHubNoticeMovesItsSlotInItsMarketAlone() {
    Story story;
    story.received(story.submit("one", now), now);
    DelayNotice notice;
    notice.meta.storedAt = at("2027-03-08T10:00:00Z");
    notice.slotDue = at(due);
    notice.newDue = at("2027-03-15T17:00:00Z");
    notice.market = "RU";
    story.context.hubNotices = {notice};
    QCOMPARE(story.promiseAt(now).state, PromiseState::OnTrack);
    story.context.hubNotices[0].market = "US";
    QCOMPARE(story.promiseAt(now).state, PromiseState::Delayed);
    story.context.hubNotices[0].slotDue = at("2027-03-19T21:00:00Z");
    QCOMPARE(story.promiseAt(now).state, PromiseState::OnTrack);
  }

  void C6_noticesStoredAtOneInstantStandAsTheyWereWritten() {
    Story story;
    story.received(story.submit("one", now), now);
    DelayNotice first;
    first.meta.storedAt = at("2027-03-08T10:00:00Z");
    first.meta.claimedAt = at("2027-03-08T09:00:00Z");
    first.slotDue = at(due);
    first.newDue = at("2027-03-15T17:00:00Z");
    first.market = "US";
    DelayNotice second = first;
    second.meta.claimedAt = at("2027-03-08T09:01:00Z");
    second.newDue = at("2027-03-16T17:00:00Z");
    for (const bool firstIsSmaller : {true, false}) {
      (firstIsSmaller ? second : first).meta.id.index = 2;
      (firstIsSmaller ? first : second).meta.id.index = 1;
      story.context.hubNotices = {first, second};
      QCOMPARE(story.promiseAt(now).newDue, std::optional(second.newDue));
    }
  }

  void C6_withoutARelayTheOtherSidesDeviceStandsForIt() {
    Story story;
    const auto v1 = story.submit("one", now);
    story.received(v1, now, due, Evidence::LeadImport, maya); // the creator's own import proves nothing
    QCOMPARE(story.promiseAt(now).state, PromiseState::NotStarted);
    story.received(v1, "2027-03-10T15:00:00Z", due, Evidence::LeadImport, dana);
    QCOMPARE(story.promiseAt("2027-03-10T16:00:00Z").state, PromiseState::OnTrack);
    const auto verdict = story.approve(v1, "2027-03-12T10:00:00Z");
    story.world.stored(verdict, "2027-03-12T10:00:00Z", {}, dana,
                       Evidence::SeenByCreator); // nor the lead's own eyes
    QCOMPARE(story.promiseAt("2027-03-12T23:00:00Z").state, PromiseState::Missed);
    story.world.stored(verdict, "2027-03-12T12:00:00Z", {}, maya, Evidence::SeenByCreator);
    QCOMPARE(story.promiseAt("2027-03-12T23:00:00Z").state, PromiseState::Kept);
  }

  void C6_aNewerVersionTakesThePromiseOver() {
    Story story;
    const auto v1 = story.submit("one", now);
    story.received(v1, now);
    const auto v2 = story.submit("two", "2027-03-11T10:00:00Z");
    QCOMPARE(story.promiseAt("2027-03-11T10:00:00Z").state, PromiseState::OnTrack); // v2 has not arrived
    story.received(v2, "2027-03-11T11:00:00Z");
    QCOMPARE(story.promiseAt("2027-03-12T23:00:00Z").state, PromiseState::Replaced);
    story.world.stored(story.approve(v2, "2027-03-12T12:00:00Z"), "2027-03-12T12:00:00Z", {}, dana);
    QCOMPARE(story.promiseAt("2027-03-12T23:00:00Z").state, PromiseState::Kept);
  }

  void C6_anAnswerTakenBackInTimeIsNone() {
    Story story;
    const auto v1 = story.submit("one", now);
    story.received(v1, now);
    const auto verdict = story.approve(v1, "2027-03-11T10:00:00Z");
    story.world.stored(verdict, "2027-03-11T10:00:00Z", {}, dana);
    const auto withdrawal = story.withdraw(verdict, dana, "2027-03-11T11:00:00Z");
    QCOMPARE(story.promiseAt("2027-03-11T12:00:00Z").state, PromiseState::OnTrack);
    story.world.stored(withdrawal, "2027-03-11T11:00:00Z", {}, dana);
    QCOMPARE(story.promiseAt("2027-03-12T23:00:00Z").state, PromiseState::Missed);
  }

  // --- the brief that a version was made for ---

  void N1_aMaterialChangeAsksTheLeadToLookAgain() {
    Story story;
    const auto v1 = story.submit("one", now);
    story.approve(v1);
    const auto soft = story.world.add(EntityKind::BriefIssued, dana, issue(brief, false), now);
    story.context.brief = issuesOf(story.world.facts, story.context.precedes).back();
    QVERIFY(story.last().madeForOlderBrief && !story.last().needsLook);
    QVERIFY(story.status().mayGoLive());
    const auto hard = story.world.add(EntityKind::BriefIssued, dana, issue(brief, true), now);
    story.context.brief = issuesOf(story.world.facts, story.context.precedes).back();
    QVERIFY(story.last().needsLook);
    QVERIFY(has(story.status(), GoLiveBlock::NeedsLook));
    QVERIFY(has(story.status(), GoLiveBlock::BriefNotAcknowledged));
    story.world.add(EntityKind::BriefAcknowledged, maya, ref(1, hard), now);
    auto fine = ref(fact::stillFine::submission, v1);
    fine.set(fact::stillFine::issued, soft);
    story.world.add(EntityKind::StillFine, dana, fine, now);
    QVERIFY(story.last().needsLook); // compared with a version before the change
    fine.set(fact::stillFine::issued, hard);
    story.world.add(EntityKind::StillFine, dana, fine, now);
    QVERIFY(story.status().mayGoLive());
  }

  void M7_aMissingAdTokenBlocks() {
    Story story;
    story.approve(story.submit("one", now));
    story.context.needsAdToken = true;
    QCOMPARE(story.status().blocks, std::vector{GoLiveBlock::AdTokenMissing});
    story.context.deliverables[0].adToken = "2VtzqwSTv5k";
    QVERIFY(story.status().mayGoLive());
  }

  void roundsCountVersionsThatWereSentBack() {
    Story story;
    story.judge(story.submit("one", now), VerdictKind::RequestChanges, dana, now);
    story.judge(story.submit("two", now), VerdictKind::RequestChanges, dana, now);
    story.approve(story.submit("three", now));
    QCOMPARE(story.status().round, 2);
    QVERIFY(story.status().mayGoLive());
  }

  void aSubmissionForAnUnknownDeliverableIsNotLost() {
    Story story;
    story.context.deliverables.clear();
    story.submit("one", now);
    QCOMPARE(story.status().deliverable.id, video);
  }

  void statusIsTheSameInAnyOrderOfArrival() {
    const bool ok = rc::check("status", [] {
      Story story;
      if (*rc::gen::arbitrary<bool>()) story.world.countIdsDown();
      std::vector<OpId> submissions, verdicts;
      const char* const times[] = {"2027-03-10T15:00:00Z", "2027-03-12T21:00:00Z", "2027-03-12T23:00:00Z"};
      const int steps = *rc::gen::inRange(1, 14);
      for (int i = 0; i < steps; ++i) {
        const char* time = *rc::gen::elementOf(std::vector<const char*>(std::begin(times), std::end(times)));
        const auto who = *rc::gen::element(dana, deputy, mila);
        const int what = submissions.empty() ? 0 : *rc::gen::inRange(0, 8);
        std::vector<OpId> after{story.issued};
        for (const Fact& fact : story.world.facts)
          if (*rc::gen::arbitrary<bool>()) after.push_back(fact.meta.id);
        const auto any = [](const std::vector<OpId>& list) { return *rc::gen::elementOf(list); };
        const auto kind = *rc::gen::element(VerdictKind::Approve, VerdictKind::RequestChanges);
        if (what == 0) submissions.push_back(story.submit("x", time, after));
        if (what == 1 || what == 2) {
          const auto target = any(submissions);
          after.push_back(target);
          verdicts.push_back(story.judge(target, kind, who, time, after, verdicts));
        }
        if (what == 3 && !verdicts.empty()) story.withdraw(any(verdicts), who, time, after);
        if (what == 4) story.goLive(any(submissions), after);
        if (what == 5) story.decide(any(submissions), kind, mila, time);
        if (what == 6) story.received(any(submissions), time);
        if (what == 7 && !verdicts.empty()) story.world.stored(any(verdicts), time, {}, dana);
      }
      const auto before = summary(reviewStatus(story.world.facts, story.context));
      std::shuffle(story.world.facts.begin(), story.world.facts.end(),
                   std::mt19937(*rc::gen::arbitrary<std::uint32_t>()));
      RC_ASSERT(summary(reviewStatus(story.world.facts, story.context)) == before);
      // A fact that arrives twice is one.
      story.world.facts.push_back(story.world.facts.front());
      RC_ASSERT(summary(reviewStatus(story.world.facts, story.context)) == before);
    });
    QVERIFY(ok);
  }
};

QTEST_APPLESS_MAIN(TestReview)
#include "test_review.moc"
