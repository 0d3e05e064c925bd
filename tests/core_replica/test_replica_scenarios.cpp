// Scenarios 1, 2, 12 and 13 of the design's section 10, each in several orders of delivery.
#include "tests/core_replica/altered_client.h"

namespace test_replica_scenarios {

using namespace meridian;
using domain::ReviewState;
using test::Story;
using test::taken;

namespace {

// Orders in which the people meet one another before everything settles.
using Meeting = std::vector<std::pair<int, int>>;
const std::vector<Meeting>& meetings() {
  static const std::vector<Meeting> all{
      {}, {{2, 3}, {1, 2}}, {{3, 2}, {3, 1}, {1, 0}}, {{1, 3}, {2, 0}, {0, 3}}, {{0, 1}, {3, 0}, {2, 1}}};
  return all;
}
void meet(Story& story, const Meeting& order) {
  const auto all = story.everybody();
  for (const auto& [from, to] : order)
    story.world.carry(*all[static_cast<std::size_t>(from)], *all[static_cast<std::size_t>(to)],
                      story.campaign);
  story.settle();
}
void converged(Story& story) {
  for (auto* one : story.everybody())
    QCOMPARE(*one->digest(story.space), *story.mila->digest(story.space));
}

// Dana goes away for two weeks; Dina, her deputy, and Dana herself each issue a brief to Maya offline. Dina's
// reaches the relay `later`. Her brief.
crdt::EntityId issueBesideDana(Story& story, Duration later = {}) {
  const Instant now = story.world.clock->now();
  auto dina = story.joined("dina", "America/New_York", *story.dana, log::Role::Deputy, "US", {},
                           {{now - std::chrono::hours{1}, now + std::chrono::days{14}}});
  story.world.settle({story.mila.get(), story.dana.get(), dina.get()}, story.campaign);
  const auto other = taken(replica::Editing(*dina).create(story.space, domain::EntityKind::Brief, {}, {}));
  // A deputy's work counts once it is stored.
  story.world.settle({dina.get()}, story.campaign);
  story.fillBrief(*dina, other);
  taken(story.addVideo(*dina));
  story.world.settle({dina.get()}, story.campaign);
  taken(story.briefing(*story.dana).issue(story.space, false));
  // Dina works on hers: the first draft is not her brief.
  if (story.reading(*dina).briefDesk(story.space)->draft->id != other) qFatal("not her draft");
  taken(story.briefing(*dina).issue(story.space, false));
  if (later > Duration{}) {
    story.settle(); // Dana's is stored in time
    story.world.clock->advance(later);
  }
  story.world.settle({dina.get()}, story.campaign);
  story.world.carry(*dina, *story.mila, story.campaign);
  return other;
}

} // namespace

class TestReplicaScenarios : public QObject {
  Q_OBJECT

 private slots:
  // 1. A lead approves v1 offline while the creator uploads v2: v1 approved, v2 pending, v2 cannot go live.
  void scenario1_anApprovalOfV1MadeOfflineSaysNothingAboutV2() {
    for (const auto& order : meetings()) {
      Story story;
      story.begin();
      const auto first = story.submit("Day one.");
      story.settle();
      MUST(story.reviewing(*story.dana).approve(story.space, first));
      const auto second = story.submit("Day two.");
      meet(story, order);
      for (auto* one : story.everybody()) {
        QCOMPARE(story.statusOf(*one, first).state, ReviewState::Approved);
        QCOMPARE(story.statusOf(*one, second).state, ReviewState::InReview);
        QVERIFY(!story.deliverableOf(*one).mayGoLive());
      }
      REFUSED(story.work(*story.maya).goLive(story.deliverable, "https://video.example/1", false),
              ErrorCode::NewerVersionKnown);
      const auto queue = story.reading(*story.dana).reviewQueue();
      QCOMPARE(queue.size(), std::size_t{1});
      QCOMPARE(queue.front().submission.status.submission.meta.id, second);
      QVERIFY(queue.front().newerArrived);
      converged(story);
    }
  }

  // 2. Two leads approve and reject one hash offline: contested on all replicas, in any delivery order.
  void scenario2_contradictingVerdictsContestUntilTheDeciderDecides() {
    for (const auto& order : meetings()) {
      Story story;
      story.begin();
      const auto submission = story.submit("Day one.");
      story.settle();
      MUST(story.reviewing(*story.dana).approve(story.space, submission));
      MUST(story.reviewing(*story.svetlana).requestChanges(story.space, submission, "Not our thesis."));
      meet(story, order);
      for (auto* one : story.everybody())
        QCOMPARE(story.statusOf(*one, submission).state, ReviewState::Contested);
      REFUSED(story.work(*story.maya).goLive(story.deliverable, "https://video.example/1", false),
              ErrorCode::Contested);
      const auto contested = story.reading(*story.mila).contested();
      QCOMPARE(contested.size(), std::size_t{1});
      QCOMPARE(contested.front().decider, story.mila->campaign(story.campaign)->me);
      MUST(story.reviewing(*story.dana).sendToDecider(story.space, submission));
      story.settle();
      REFUSED(story.reviewing(*story.svetlana)
                  .decide(story.space, submission, domain::VerdictKind::Approve, "Enough."),
              ErrorCode::NotAllowed);
      MUST(story.reviewing(*story.mila)
               .decide(story.space, submission, domain::VerdictKind::Approve, "It proves itself."));
      story.settle();
      for (auto* one : story.everybody())
        QCOMPARE(story.statusOf(*one, submission).state, ReviewState::Approved);
      QVERIFY(story.deliverableOf(*story.maya).mayGoLive());
      converged(story);
    }
  }

  // 9. An older app edits a brief that contains newer ops, and forwards it: nothing stripped.
  void scenario9_anOlderAppEditsABriefWithNewerOpsAndForwardsIt() {
    test::Story story;
    story.begin();
    auto anna = story.joined("anna", "America/New_York", *story.mila, log::Role::HubLead, "US", {});
    story.world.carry(*story.dana, *anna, story.campaign);
    const auto brief = test::taken(story.briefing(*anna).draft(story.space));
    // Anna's app is newer: an op and a field that this version does not know, beside what it knows.
    const auto newer = test::forge(
        *anna, story.space,
        {crdt::SetRegister{brief.ref(), 990, crdt::Value("of the next release"), {}, {}},
         crdt::UnknownOp{77, Bytes{1, 2, 3}},
         crdt::SetRegister{brief.ref(), domain::field::brief::removed, crdt::Value(false), {}, {}}});
    MUST(anna->receive({{test::bytesOf(newer)}, {}, true}));
    const auto later = test::forge(*anna, story.space, {crdt::UnknownOp{78, Bytes{4, 5}}});
    MUST(anna->receive({{test::bytesOf(later)}, {}, true}));
    story.world.carry(*anna, *story.dana, story.campaign);
    // Dana's is older: she edits the same brief, and hands everything on.
    const replica::Place place{story.space, brief.ref()};
    MUST(replica::Editing(*story.dana)
             .setText(place, domain::field::brief::goal, domain::Language::En, "Show it."));
    for (auto* next : {story.mila.get(), story.maya.get()}) {
      story.world.carry(*story.dana, *next, story.campaign);
      for (const auto& sent : {newer, later}) {
        const auto here = test::taken(next->file().changes.find(sent.id()));
        QVERIFY(here.has_value());
        QVERIFY(std::ranges::equal(here->change.bytes(), sent.bytes())); // nothing is stripped
      }
      const auto* entity = next->entity(story.space, brief);
      QVERIFY(entity != nullptr);
      QCOMPARE(entity->text(domain::block(domain::field::brief::goal, domain::lane::en)),
               std::string("Show it."));
    }
    for (auto* one : {story.mila.get(), story.maya.get()})
      QCOMPARE(*one->digest(story.space), *story.dana->digest(story.space));

    // What an older version leaves of a change that it cannot read, made here of one that this version can:
    // kept, not in the index, without effect. After the update it takes its place.
    const auto tone = domain::block(domain::field::brief::tone, domain::lane::en);
    MUST(
        replica::Editing(*anna).setText(place, domain::field::brief::tone, domain::Language::En, "Curious."));
    const auto whole = *anna->digest(story.space);
    anna.reset();
    anna = story.world.reopen("anna");
    const auto rows = test::taken(anna->file().changes.list(story.space, envelope::Chain::Content));
    const auto& last = rows.back();
    {
      auto begun = store::Transaction::begin(anna->file().connection());
      MUST(begun);
      MUST(anna->file().changes.setApplied(last.row, static_cast<std::uint8_t>(domain::Effect::Unknown), {},
                                           last.claimedAt, last.hlc));
      MUST(anna->file().connection().run("DELETE FROM op WHERE change = ?", last.row));
      MUST(anna->file().settings.set("device/reads", "0"));
      MUST(begun->commit());
    }
    QVERIFY(*anna->digest(story.space) != whole);
    QVERIFY(anna->entity(story.space, brief)->text(tone).empty());
    anna.reset();
    anna = story.world.reopen("anna");
    QCOMPARE(anna->entity(story.space, brief)->text(tone), std::string("Curious."));
    QCOMPARE(*anna->digest(story.space), whole);
    QVERIFY(anna->verify()->problems.empty());
  }

  // … by a whole release that reads less: an entity, a field and a kind of op alone, and beside what it
  // knows.
  void scenario9_aReleaseBeforeGoesAlongAndSeesAllAfterItsUpdate() {
    test::Story story;
    story.begin();
    for (auto* one : {&story.dana, &story.svetlana})
      one->reset();
    story.dana = story.world.reopen("dana", domain::vocabulary - 1);
    story.svetlana = story.world.reopen("svetlana", domain::vocabulary - 1);
    namespace f = domain::field;
    replica::Editing newest(*story.mila);
    const auto why = test::taken(newest.create(story.campaign, domain::EntityKind::Milestone,
                                               {{f::milestone::title, domain::Language::En, "Kickoff"}}, {}));
    auto beside = test::taken(replica::Editing::creation(
        domain::EntityKind::Milestone, {{f::milestone::title, domain::Language::En, "Launch"}}, {}, 0));
    crdt::AddToSet depends;
    depends.entity = OpId{crdt::thisChange, 0};
    depends.field = f::milestone::dependsOn;
    depends.element = crdt::Value("kickoff");
    beside.emplace_back(depends);
    test::taken(story.mila->write({{story.campaign, beside, {}}}));
    depends.entity = why.ref();
    test::taken(story.mila->write({{story.campaign, {depends}, {}}}));
    const auto check =
        test::taken(newest.create(story.campaign, domain::EntityKind::ChecklistItem,
                                  {{f::element::text, domain::Language::En, "Label it."}}, {}));
    story.settle();
    QCOMPARE(story.reading(*story.dana).page().milestones.size(),
             story.reading(*story.mila).page().milestones.size());
    QVERIFY(story.dana->entity(story.campaign, check) == nullptr);
    // She goes on from there, and so does who has the newest.
    const replica::Place place{story.campaign, why.ref()};
    MUST(replica::Editing(*story.svetlana)
             .setText(place, f::milestone::why, domain::Language::En, "All agree."));
    MUST(newest.setText({story.campaign, check.ref()}, f::element::because, domain::Language::En,
                        "It is law."));
    story.settle();
    const auto whole = *story.mila->digest(story.campaign);
    QVERIFY(*story.maya->digest(story.campaign) == whole);
    QVERIFY(*story.dana->digest(story.campaign) == *story.svetlana->digest(story.campaign));
    QVERIFY(*story.dana->digest(story.campaign) != whole);
    for (auto* one : story.everybody())
      QVERIFY(one->verify()->problems.empty());

    for (auto* one : {&story.dana, &story.svetlana})
      one->reset();
    story.dana = story.world.reopen("dana");
    story.svetlana = story.world.reopen("svetlana");
    converged(story);
    QVERIFY(*story.dana->digest(story.campaign) == whole);
    QVERIFY(story.dana->entity(story.campaign, check) != nullptr);
  }

  // 12. A hub lead and their deputy issue a brief to the same creator offline.
  void scenario12_twoBriefsIssuedOfflineAreAConflictForLeadsAlone() {
    for (const auto& order : meetings()) {
      Story story;
      story.writeBrief();
      story.inviteMaya();
      const auto other = issueBesideDana(story);
      meet(story, order);
      for (auto* one : {story.mila.get(), story.svetlana.get(), story.dana.get()}) {
        const auto conflicts = story.reading(*one).briefConflicts();
        QCOMPARE(conflicts.size(), std::size_t{1});
        QCOMPARE(conflicts.front().counts.meta.id,
                 story.reading(*story.mila).briefConflicts().front().counts.meta.id);
      }
      const auto home = story.reading(*story.maya).home();
      QVERIFY(home->brief.current.has_value());
      QVERIFY(home->brief.held.empty());
      QVERIFY(story.reading(*story.maya).briefConflicts().empty());
      const auto conflict = story.reading(*story.dana).briefConflicts().front();
      QVERIFY(conflict.counts.brief == other || conflict.held.brief == other);
      QCOMPARE(home->brief.current->meta.id, conflict.counts.meta.id);
      MUST(story.briefing(*story.dana).resolveBriefConflict(story.space, conflict.held.meta.id));
      story.settle();
      QVERIFY(story.reading(*story.svetlana).briefConflicts().empty());
      QCOMPARE(story.reading(*story.maya).home()->brief.current->meta.id, conflict.held.meta.id);
      converged(story);
    }
  }

  // The plain story, from the submission to “it's live”, whoever meets whom first at each of its steps.
  void thePlainStoryEndsAlikeInEveryOrder() {
    const auto& orders = meetings();
    for (std::size_t first = 0; first < orders.size(); ++first) {
      auto meetNext = [&, turn = first](Story& story) mutable {
        meet(story, orders[turn]);
        turn = (turn + 1) % orders.size();
      };
      Story story;
      story.begin();
      const auto submission = story.submit("Day one.");
      meetNext(story);
      for (auto* one : story.everybody()) {
        QCOMPARE(story.statusOf(*one, submission).state, ReviewState::InReview);
        QCOMPARE(story.statusOf(*one, submission).promise.state, domain::PromiseState::OnTrack);
      }
      // In the air: nobody hears of it, Dana neither.
      MUST(story.reviewing(*story.dana).opened(story.space, submission));
      MUST(story.reviewing(*story.dana).approve(story.space, submission));
      MUST(replica::Editing(*story.svetlana)
               .setText({story.campaign,
                         crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}}},
                        domain::field::campaign::goal, domain::Language::En, "One cream, one proof."));
      QVERIFY(!story.deliverableOf(*story.maya).mayGoLive());
      meetNext(story);
      for (auto* one : story.everybody()) {
        QCOMPARE(story.statusOf(*one, submission).state, ReviewState::Approved);
        QCOMPARE(story.statusOf(*one, submission).promise.state, domain::PromiseState::Kept);
      }
      MUST(story.work(*story.maya).goLive(story.deliverable, "https://video.example/1", false));
      meetNext(story);
      for (auto* one : story.everybody()) {
        QCOMPARE(story.deliverableOf(*one).published->link, std::string("https://video.example/1"));
        QCOMPARE(story.reading(*one).page().page.goal.en, std::string("One cream, one proof."));
      }
      converged(story);
    }
  }

  // Its twin: what the deputy signed within the dates is stored more than a day after them. It is held, so
  // that there is one brief and nothing to decide.
  void scenario12_aDeputysBriefThatIsStoredTooLateIsNoSecondOne() {
    for (const auto& order : meetings()) {
      Story story;
      story.writeBrief();
      story.inviteMaya();
      const auto other = issueBesideDana(story, std::chrono::days{14} + std::chrono::hours{25});
      meet(story, order);
      for (auto* one : story.everybody()) {
        QVERIFY(story.reading(*one).briefConflicts().empty());
        QVERIFY(story.reading(*one).briefDesk(story.space) || one == story.maya.get());
      }
      const auto home = story.reading(*story.maya).home();
      QVERIFY(home->brief.current.has_value());
      QVERIFY(home->brief.current->brief != other);
      converged(story);
    }
  }

  // 13. A delay notice is written offline before the due instant and stored after it: missed. Its twin,
  // stored before, counts as delayed; no device's clock helps either side.
  void scenario13_aDelayNoticeCountsWhenItIsStored() {
    for (const bool inTime : {true, false})
      for (const auto& order : meetings()) {
        Story story;
        story.begin();
        const auto submission = story.submit("Day one.");
        story.settle();
        const auto due = story.statusOf(*story.dana, submission).promise.promise->due;
        story.world.clock->set(due - std::chrono::hours{2});
        MUST(story.reviewing(*story.dana)
                 .announceDelay(story.space, submission, due + std::chrono::hours{48}, "A holiday."));
        if (inTime) meet(story, order);
        story.world.clock->set(due + std::chrono::hours{1});
        meet(story, order);
        const auto expected = inTime ? domain::PromiseState::Delayed : domain::PromiseState::Missed;
        for (auto* one : story.everybody())
          QCOMPARE(story.statusOf(*one, submission).promise.state, expected);
        const auto queue = story.reading(*story.dana).reviewQueue();
        QCOMPARE(queue.front().group == replica::QueueItem::Group::Overdue, !inTime);
        converged(story);
      }
  }

  // Not this day: everybody who was promised the date gets the new one, whoever submits next is promised it
  // at once, and moving it again still finds those who were promised the first.
  void aHubMovesItsAnswersForEverybody() {
    for (const auto& order : meetings()) {
      Story story;
      story.begin();
      const auto first = story.submit("Day one.");
      story.settle();
      const auto friday = story.statusOf(*story.dana, first).promise.promise->due;
      const auto monday = friday + std::chrono::days{3} - std::chrono::hours{1}; // clocks change on Sunday
      const auto tuesday = monday + std::chrono::days{1};
      story.world.clock->set(friday - std::chrono::hours{30});
      REFUSED(story.briefing(*story.svetlana).announceHubDelay("US", friday, monday, "A holiday."),
              ErrorCode::NotYourMarket);
      REFUSED(story.briefing(*story.dana).announceHubDelay("US", friday, monday, " "),
              ErrorCode::ReasonMissing);
      MUST(story.briefing(*story.dana).announceHubDelay("US", friday, monday, "A holiday."));
      meet(story, order);
      for (auto* one : story.everybody()) {
        const auto promise = story.statusOf(*one, first).promise;
        QCOMPARE(promise.state, domain::PromiseState::Delayed);
        QCOMPARE(toIso(*promise.newDue), toIso(monday));
        QCOMPARE(promise.delayReason, std::string("A holiday."));
      }
      QCOMPARE(toIso(story.reading(*story.maya).home()->answerSlots.front().due), toIso(monday));
      // The phone that shows the notice says so.
      const auto notice = *story.statusOf(*story.maya, first).promise.notice;
      MUST(story.work(*story.maya).seen(std::vector{notice}));
      const auto waiting = story.reading(*story.maya).outbox().size();
      MUST(story.work(*story.maya).seen(std::vector{notice}));
      QCOMPARE(story.reading(*story.maya).outbox().size(), waiting);

      story.world.clock->set(friday + std::chrono::hours{12});
      MUST(story.briefing(*story.dana).announceHubDelay("US", monday, tuesday, "Still closed."));
      meet(story, order);
      for (auto* one : story.everybody())
        QCOMPARE(toIso(*story.statusOf(*one, first).promise.newDue), toIso(tuesday));
      converged(story);
    }
  }

  void aHubMovesThoseTooThatWereMovedOneByOne() {
    for (const auto& order : meetings()) {
      Story story;
      story.begin();
      const auto first = story.submit("Day one.");
      story.settle();
      const auto friday = story.statusOf(*story.dana, first).promise.promise->due;
      const auto monday = friday + std::chrono::days{3} - std::chrono::hours{1}; // clocks change on Sunday
      const auto tuesday = monday + std::chrono::days{1};
      story.world.clock->set(friday - std::chrono::hours{30});
      MUST(story.reviewing(*story.dana).announceDelay(story.space, first, monday, "The lawyer is away."));
      meet(story, order);
      story.world.clock->advance(std::chrono::minutes{1});
      MUST(story.briefing(*story.dana).announceHubDelay("US", monday, tuesday, "A holiday."));
      meet(story, order);
      for (auto* one : story.everybody()) {
        QCOMPARE(toIso(*story.statusOf(*one, first).promise.newDue), toIso(tuesday));
        QCOMPARE(story.statusOf(*one, first).promise.delayReason, std::string("A holiday."));
      }
      // Whoever was moved on is not moved with the date that they left.
      story.world.clock->advance(std::chrono::minutes{1});
      MUST(story.briefing(*story.dana)
               .announceHubDelay("US", monday, tuesday + std::chrono::days{2}, "Another holiday."));
      meet(story, order);
      for (auto* one : story.everybody())
        QCOMPARE(toIso(*story.statusOf(*one, first).promise.newDue), toIso(tuesday));
      converged(story);
    }
  }

  void aNoticeThatAnotherReplacedMovesNobody_data() {
    QTest::addColumn<bool>("stored");
    QTest::newRow("each is stored before the next") << true;
    QTest::newRow("all wait on one device") << false;
  }
  void aNoticeThatAnotherReplacedMovesNobody() {
    QFETCH(bool, stored);
    Story story;
    story.begin();
    const auto first = story.submit("Day one.");
    story.settle();
    const auto friday = story.statusOf(*story.dana, first).promise.promise->due;
    const auto monday = friday + std::chrono::days{3} - std::chrono::hours{1};
    const auto tuesday = monday + std::chrono::days{1}, thursday = monday + std::chrono::days{3};
    story.world.clock->set(friday - std::chrono::hours{30});
    // The dates that an announcement moves, the one of the notice that it names behind a star.
    auto moved = [&](Instant from, Instant to) {
      const auto id = test::taken(story.briefing(*story.dana).announceHubDelay("US", from, to, "Closed."));
      std::set<std::string> dates;
      for (const auto& fact : story.dana->facts(story.campaign))
        if (fact.kind == domain::EntityKind::HubDelayNotice && fact.meta.id.change == id.change)
          dates.insert((fact.meta.id == id ? "* " : "") + toIso(*domain::delayNoticeFrom(fact).slotDue));
      if (stored) story.settle();
      story.world.clock->advance(std::chrono::minutes{1});
      return dates;
    };
    QVERIFY((moved(friday, monday) == std::set{"* " + toIso(friday)}));
    QVERIFY((moved(monday, tuesday) == std::set{"* " + toIso(monday), toIso(friday)}));
    QVERIFY((moved(monday, thursday) == std::set{"* " + toIso(monday)}));
    if (!stored) story.settle(); // all of it at one instant
    for (auto* one : story.everybody())
      QCOMPARE(toIso(*story.statusOf(*one, first).promise.newDue), toIso(tuesday));
  }
};

QTEST_GUILESS_MAIN(TestReplicaScenarios)

} // namespace test_replica_scenarios
#include "test_replica_scenarios.moc"
