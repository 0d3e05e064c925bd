#include <QtTest>
#include <rapidcheck.h>

#include "world.h"

namespace test_brief {

using namespace meridian;
using namespace meridian::domain;
using namespace meridian::domain::test;

namespace {

const crdt::EntityId briefA = entity(10), briefB = entity(11);
const std::vector<OpId> knowingNothing; // of the others

LiveBrief live(const World& world) { return liveBrief(world.facts, maya, world.precedes()); }
crdt::Value about(const crdt::EntityId& brief) {
  crdt::Value value;
  value.set(1, toValue(brief));
  return value;
}
BriefContent complete() {
  BriefContent content;
  for (const BriefPart part : briefParts)
    content.part(part) = english("text");
  return content;
}

} // namespace

class TestBrief : public QObject {
  Q_OBJECT
 private slots:
  void C3_aMissingPartBlocksIssuing() {
    const std::vector<Deliverable> one(1);
    const auto audience = english("Sceptics");
    for (const BriefPart part : briefParts) {
      auto content = complete();
      content.part(part) = {};
      content.part(part).ru = "текст"; // the other lane does not stand in for the creator's
      const auto result = completeness(content, Language::En, audience, one);
      QVERIFY(!result.mayIssue());
      QCOMPARE(result.missing, std::vector{part});
      QCOMPARE(result.done(), 5);
    }
    const auto all = completeness(complete(), Language::En, audience, one);
    QVERIFY(all.mayIssue());
    QCOMPARE(all.otherLaneMissing.size(), std::size_t{6});
    QVERIFY(!completeness(complete(), Language::Ru, audience, one).mayIssue());
  }

  void C3_aStaleOtherLaneWarnsAndNeverBlocks() {
    auto content = complete();
    content.part(BriefPart::Goal).ru = "текст";
    content.part(BriefPart::Goal).madeFrom = "an older text";
    const auto result = completeness(content, Language::En, english("Sceptics"), std::vector<Deliverable>(1));
    QVERIFY(result.mayIssue());
    QCOMPARE(result.stale, std::vector{BriefPart::Goal});
  }

  void C4_audienceBlocksAndBecauseIsFlagged() {
    const std::vector<Deliverable> one(1);
    QVERIFY(!completeness(complete(), Language::En, english("  "), one).mayIssue());
    const auto result = completeness(complete(), Language::En, english("Sceptics"), one);
    QVERIFY(result.becauseMissing && result.mayIssue());
    auto content = complete();
    content.roleBecause = content.makeBecause = english("because");
    QVERIFY(!completeness(content, Language::En, english("Sceptics"), one).becauseMissing);
    QVERIFY(!completeness(content, Language::En, english("Sceptics"), {}).mayIssue());
  }

  void anIssuedBriefSurvivesItsPayload() {
    IssuedBrief issued;
    issued.brief = briefA;
    issued.content = complete();
    issued.inherited.thesis = english("Care that proves itself.");
    issued.inherited.angles = {{"US", english("innovation"), english("because"), {}}};
    CharterElement element;
    element.id = entity(20);
    element.text = english("Say “ad”");
    issued.inherited.nonNegotiables = {element};
    Deliverable deliverable;
    deliverable.id = entity(30);
    deliverable.goLiveAt = at("2027-03-15T16:00:00Z");
    issued.deliverables = {deliverable};
    issued.contact = issued.approver = dana;
    issued.material = true;
    const auto read = issuedFrom({EntityKind::BriefIssued, {}, toValue(issued)});
    QCOMPARE(toValue(read), toValue(issued));
    QVERIFY(!read.hash.isZero());
    QCOMPARE(read.deliverables[0].brief, briefA);
    QCOMPARE(issuedFrom({EntityKind::BriefIssued, {}, crdt::Value("odd")}).brief, crdt::EntityId{});
  }

  void versionsFollowTheIssues() {
    World world;
    QVERIFY(!live(world).current);
    const auto first = world.add(EntityKind::BriefIssued, dana, issue(briefA), "2027-03-03T10:00:00Z");
    const auto second = world.add(EntityKind::BriefIssued, dana, issue(briefA, true), "2027-03-05T10:00:00Z");
    world.add(EntityKind::BriefAcknowledged, maya, ref(1, first), "2027-03-06T10:00:00Z");
    const auto now = live(world);
    QCOMPARE(now.current->meta.id, second);
    QCOMPARE(now.current->version, 2);
    QCOMPARE(now.previous->meta.id, first);
    QCOMPARE(now.acknowledged, std::optional(first));
    QVERIFY(!now.opened);
    world.add(EntityKind::BriefOpened, maya, ref(1, second), "2027-03-06T11:00:00Z");
    QVERIFY(live(world).opened);
  }

  void C2_aSecondBriefInSightOfTheFirstIsHeldWhateverItsId() {
    World world;
    world.countIdsDown();
    const auto first = world.add(EntityKind::BriefIssued, dana, issue(briefA), "2027-03-03T10:00:00Z");
    const auto second = world.add(EntityKind::BriefIssued, dana, issue(briefB), "2027-03-04T10:00:00Z");
    QVERIFY(second < first);
    QCOMPARE(live(world).current->brief, briefA);
    QCOMPARE(live(world).held.at(0).brief, briefB);
  }

  void scenario12_hubLeadAndDeputyIssueOffline() {
    World world;
    const auto a =
        world.add(EntityKind::BriefIssued, dana, issue(briefA), "2027-03-03T10:00:00Z", knowingNothing);
    const auto b =
        world.add(EntityKind::BriefIssued, deputy, issue(briefB), "2027-03-03T10:00:00Z", knowingNothing);
    QCOMPARE(live(world).current->brief, a < b ? briefA : briefB);
    QCOMPARE(live(world).held.size(), std::size_t{1});
    // What the creator opened first counts, though its id is the greater.
    const auto& later = a < b ? b : a;
    const auto opened =
        world.add(EntityKind::BriefOpened, maya, ref(1, later), "2027-03-03T12:00:00Z", {{later}});
    QCOMPARE(live(world).current->meta.id, later);
    world.add(EntityKind::BriefOpened, maya, ref(1, a < b ? a : b), "2027-03-03T13:00:00Z", {{opened}});
    QCOMPARE(live(world).current->meta.id, later);
    // Opened by somebody else it means nothing.
    World other;
    const auto c =
        other.add(EntityKind::BriefIssued, dana, issue(briefA), "2027-03-03T10:00:00Z", knowingNothing);
    const auto d =
        other.add(EntityKind::BriefIssued, deputy, issue(briefB), "2027-03-03T10:00:00Z", knowingNothing);
    other.add(EntityKind::BriefOpened, dana, ref(1, std::max(c, d)), "2027-03-03T12:00:00Z");
    QCOMPARE(live(other).current->meta.id, std::min(c, d));
  }

  void C2_theLeadsDecideAConflict() {
    World world;
    const auto a =
        world.add(EntityKind::BriefIssued, dana, issue(briefA), "2027-03-03T10:00:00Z", knowingNothing);
    const auto b =
        world.add(EntityKind::BriefIssued, deputy, issue(briefB), "2027-03-03T10:00:00Z", knowingNothing);
    const auto& loser = a < b ? briefB : briefA;
    world.add(EntityKind::BriefConflictDecided, dana, about(loser), "2027-03-04T10:00:00Z");
    QCOMPARE(live(world).current->brief, loser);
    QVERIFY(live(world).held.empty());
    // A new issue of the one that lost is a second brief again.
    world.add(EntityKind::BriefIssued, deputy, issue(a < b ? briefA : briefB), "2027-03-05T10:00:00Z");
    QCOMPARE(live(world).current->brief, loser);
    QCOMPARE(live(world).held.size(), std::size_t{1});
  }

  void aWithdrawnBriefMakesRoom() {
    World world;
    world.add(EntityKind::BriefIssued, dana, issue(briefA), "2027-03-03T10:00:00Z");
    world.add(EntityKind::BriefWithdrawn, dana, about(briefA), "2027-03-04T10:00:00Z");
    QVERIFY(!live(world).current);
    world.add(EntityKind::BriefIssued, dana, issue(briefB), "2027-03-05T10:00:00Z");
    QCOMPARE(live(world).current->brief, briefB);
    const auto again = world.add(EntityKind::BriefIssued, dana, issue(briefA), "2027-03-06T10:00:00Z");
    QCOMPARE(live(world).held.at(0).meta.id, again);
    QCOMPARE(live(world).held.at(0).version, 2);
  }

  void theDifferenceIsByPartInTheReadersLanguage() {
    IssuedBrief before, after;
    before.content = after.content = complete();
    after.content.part(BriefPart::Make) = english("One video of 60 s");
    after.content.tone = english("curious");
    const auto changes = changedParts(before, after, Language::En);
    QCOMPARE(changes.size(), std::size_t{2});
    QCOMPARE(changes[0].part, BriefPart::Role);
    QCOMPARE(changes[1].part, BriefPart::Make);
    QVERIFY(changedParts(before, before, Language::Ru).empty());
  }

  void theLiveBriefIsTheSameInAnyOrderOfArrival() {
    const bool ok = rc::check("live brief", [] {
      World world;
      const int count = *rc::gen::inRange(2, 8);
      std::vector<OpId> issued;
      for (int i = 0; i < count; ++i) {
        std::vector<OpId> after;
        for (const Fact& fact : world.facts)
          if (*rc::gen::arbitrary<bool>()) after.push_back(fact.meta.id);
        const auto& brief = *rc::gen::element(briefA, briefB, entity(12));
        const int what = issued.empty() ? 0 : *rc::gen::inRange(0, 4);
        if (what == 0)
          issued.push_back(
              world.add(EntityKind::BriefIssued, dana, issue(brief), "2027-03-03T10:00:00Z", after));
        else if (what == 1)
          world.add(EntityKind::BriefOpened, maya, ref(1, *rc::gen::elementOf(issued)),
                    "2027-03-03T10:00:00Z", after);
        else if (what == 2)
          world.add(EntityKind::BriefWithdrawn, dana, about(brief), "2027-03-03T10:00:00Z", after);
        else
          world.add(EntityKind::BriefConflictDecided, dana, about(brief), "2027-03-03T10:00:00Z", after);
      }
      const auto before = live(world);
      const auto seed = *rc::gen::arbitrary<std::uint32_t>();
      std::shuffle(world.facts.begin(), world.facts.end(), std::mt19937(seed));
      const auto after = live(world);
      RC_ASSERT(before.current.has_value() == after.current.has_value());
      if (before.current) RC_ASSERT(before.current->meta.id == after.current->meta.id);
      if (before.current) RC_ASSERT(before.current->version == after.current->version);
      RC_ASSERT(before.held.size() == after.held.size());
      for (std::size_t i = 0; i < before.held.size(); ++i)
        RC_ASSERT(before.held[i].meta.id == after.held[i].meta.id);
    });
    QVERIFY(ok);
  }
};

QTEST_APPLESS_MAIN(TestBrief)

} // namespace test_brief
#include "test_brief.moc"
