// What the verdicts on a version amount to, and whether it may go live.
#include <QtTest>
#include <rapidcheck.h>

#include "review_story.h"

namespace test_review {

using namespace meridian;
using namespace meridian::domain;
using namespace meridian::domain::test;

namespace {

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
    const auto v1 = story.contested();
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
    const auto v1 = story.contested();
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

  void onlyWhatWasTakenBackBeforeItLeftIsUndone() {
    const auto verdict = [](const char* stored, const char* withdrawn, const char* reason = "") {
      Verdict given;
      if (*stored != 0) given.meta.storedAt = at(stored);
      if (*withdrawn != 0) given.withdrawnAt = at(withdrawn);
      given.withdrawReason = reason;
      return given;
    };
    QVERIFY(wasUndone(verdict("2027-03-10T14:00:00Z", "2027-03-10T14:00:00Z")));
    QVERIFY(wasUndone(verdict("2027-03-10T14:00:00Z", "2027-03-10T14:00:09Z", " ")));
    QVERIFY(wasUndone(verdict("", "2027-03-10T14:00:00Z")));
    // Somebody may have had it, was told why, or it stands.
    QVERIFY(!wasUndone(verdict("2027-03-10T14:00:00Z", "2027-03-10T14:00:10Z")));
    QVERIFY(!wasUndone(verdict("2027-03-10T14:00:00Z", "2027-03-10T14:00:01Z", "Wrong version.")));
    QVERIFY(!wasUndone(verdict("2027-03-10T14:00:00Z", "")));
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

} // namespace test_review
#include "test_review.moc"
