// C6: the answer that was promised, by the instant at which somebody else can show it.
#include <QtTest>

#include "review_story.h"

namespace test_promise {

using namespace meridian;
using namespace meridian::domain;
using namespace meridian::domain::test;

class TestPromise : public QObject {
  Q_OBJECT
 private slots:
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
    const auto v1 = story.submitReceived();
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
    story.submitReceived();
    Absence away{entity(40), dana, at("2027-03-12T00:00:00Z"), at("2027-03-13T00:00:00Z"), deputy, false};
    story.context.absences = {away};
    QCOMPARE(story.promiseAt(now).state, PromiseState::AtRisk);
    story.context.absences[0].to = at(due); // back at that instant
    QCOMPARE(story.promiseAt(now).state, PromiseState::OnTrack);
  }

  void scenario13_aDelayNoticeCountsWhenItIsStored() {
    for (const bool inTime : {true, false}) {
      Story story;
      const auto v1 = story.submitReceived();
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
    const auto v1 = story.submitReceived();
    story.delayAndStore(v1, "2027-03-15T17:00:00Z", "2027-03-12T10:00:00Z");
    story.delayAndStore(v1, "2027-03-16T17:00:00Z", "2027-03-15T10:00:00Z");
    QCOMPARE(story.promiseAt("2027-03-16T10:00:00Z").newDue, std::optional(at("2027-03-16T17:00:00Z")));
    story.answer(v1, "2027-03-16T11:00:00Z");
    QCOMPARE(story.promiseAt("2027-03-20T10:00:00Z").state, PromiseState::Delayed);
  }

  void C6_aHubNoticeMovesItsSlotInItsMarketAlone() {
    Story story;
    story.submitReceived();
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
    story.submitReceived();
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
    story.submitReceived();
    const auto v2 = story.submit("two", "2027-03-11T10:00:00Z");
    QCOMPARE(story.promiseAt("2027-03-11T10:00:00Z").state, PromiseState::OnTrack); // v2 has not arrived
    story.received(v2, "2027-03-11T11:00:00Z");
    QCOMPARE(story.promiseAt("2027-03-12T23:00:00Z").state, PromiseState::Replaced);
    story.answer(v2, "2027-03-12T12:00:00Z");
    QCOMPARE(story.promiseAt("2027-03-12T23:00:00Z").state, PromiseState::Kept);
  }

  void C6_anAnswerTakenBackInTimeIsNone() {
    Story story;
    const auto v1 = story.submitReceived();
    const auto verdict = story.answer(v1, "2027-03-11T10:00:00Z");
    const auto withdrawal = story.withdraw(verdict, dana, "2027-03-11T11:00:00Z");
    QCOMPARE(story.promiseAt("2027-03-11T12:00:00Z").state, PromiseState::OnTrack);
    story.world.stored(withdrawal, "2027-03-11T11:00:00Z", {}, dana);
    QCOMPARE(story.promiseAt("2027-03-12T23:00:00Z").state, PromiseState::Missed);
  }
};

QTEST_APPLESS_MAIN(TestPromise)

} // namespace test_promise
#include "test_promise.moc"
