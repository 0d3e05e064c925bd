// What an altered client seals and signs goes through a relay, which cannot know better, and through a file;
// on a third replica it has no effect either way, beside the same op by somebody entitled, which has.
// And a run whose inner signatures are spoilt goes the same ways without losing a word.
#include "app/session/bundles.h"
#include "app/session/replica_store.h"
#include "tests/core_replica/altered_client.h"
#include "tests/sync_relay/mailbox_world.h"

namespace test_forged_travels {

using namespace meridian;
using namespace meridian::test;
using domain::EntityKind;
namespace fact = domain::fact;

namespace {

using Replicas = std::vector<replica::Replica*>;

struct Way {
  explicit Way(Story& held) : story(held) {}

  bool sync(replica::Replica& replica) {
    const RelayId id{relay.identity.publicKey()};
    taken(replica::Access(replica, story.campaign).setRelay({"wss://127.0.0.1:1", id, {}, {}}));
    app::ReplicaStore store(replica, story.campaign, id);
    TestClient client(relay, store, replica.signingKey());
    client.connect();
    const bool done = client.pump() && client.session.phase() == client::Phase::Live;
    client.disconnect();
    return done && !store.failure();
  }
  bool sync(const Replicas& replicas) {
    return std::ranges::all_of(replicas, [this](auto* one) { return sync(*one); });
  }
  // As the client of `by` would offer it, if it asked nobody.
  bool stored(replica::Replica& by, const envelope::Change& change) {
    return RawPeer(relay, by.signingKey()).offer(change).stored(change.id());
  }

  Story& story;
  TestRelay relay;
};

domain::Effect effectOn(replica::Replica& replica, const ChangeId& change) {
  const auto info = taken(replica.file().changes.info(change));
  if (!info) qFatal("the change did not arrive");
  return static_cast<domain::Effect>(info->effect);
}

crdt::Value verdictOn(Story& story, replica::Replica& by, const OpId& submission) {
  domain::Verdict verdict;
  verdict.submission = submission;
  verdict.manifest = story.statusOf(by, submission).submission.manifest;
  verdict.kind = domain::VerdictKind::Approve;
  return domain::toValue(verdict);
}

std::vector<crdt::Op> launchOf(Story& story, replica::Replica& by, const char* market) {
  const auto id =
      crdt::EntityId::keyed({static_cast<std::uint16_t>(EntityKind::Market), Bytes(market, market + 2)});
  return by.entity(story.campaign, id)->write(domain::field::market::launchAt, crdt::Value(toMillis(noon)));
}

} // namespace

class TestForgedTravels : public QObject {
  Q_OBJECT

 private slots:
  void throughARelayAndThroughAFile_data() {
    QTest::addColumn<int>("what");
    QTest::newRow("a creator approves the own submission") << 0;
    QTest::newRow("a creator issues a brief") << 1;
    QTest::newRow("a hub lead moves another market's launch") << 2;
    QTest::newRow("a creator decides what takes priority") << 3;
  }
  void throughARelayAndThroughAFile() {
    QFETCH(int, what);
    Story story;
    story.begin();
    const OpId submission = story.submit("Seven mornings.");
    story.settle();
    Way way(story);
    QVERIFY(way.sync(story.everybody()));

    // Who does it without the right, who with it, and where.
    auto& maya = *story.maya;
    auto& dana = *story.dana;
    auto& mila = *story.mila;
    struct Case {
      replica::Replica *altered, *entitled;
      SpaceId space;
      std::function<std::vector<crdt::Op>(replica::Replica&)> ops;
    };
    const std::vector<Case> cases{
        {&maya, &dana, story.space,
         [&](auto& by) {
           return std::vector{create(EntityKind::Verdict, verdictOn(story, by, submission))};
         }},
        {&maya, &dana, story.space,
         [&](auto&) {
           const auto issue = story.reading(dana).briefDesk(story.space)->live.current;
           return std::vector{create(EntityKind::BriefIssued, domain::toValue(*issue))};
         }},
        {&dana, &mila, story.campaign, [&](auto& by) { return launchOf(story, by, "RU"); }},
        {&maya, &mila, story.campaign,
         [&](auto&) {
           domain::PriorityDecision decision;
           decision.markets = {"RU"};
           return std::vector{create(EntityKind::PriorityDecision, domain::toValue(decision))};
         }},
    };
    const auto& one = cases.at(what);
    const auto forged = forge(*one.altered, one.space, one.ops(*one.altered));
    const auto honest = taken(one.entitled->write({{one.space, one.ops(*one.entitled)}})).front();

    // The relay takes both: it judges who may write there, and cannot read what.
    QVERIFY(way.stored(*one.altered, forged));
    QVERIFY(way.sync({one.entitled, story.svetlana.get()}));
    QCOMPARE(effectOn(*story.svetlana, forged.id()), domain::Effect::Void);
    QCOMPARE(effectOn(*story.svetlana, honest), domain::Effect::Counts);

    // The same in a file that the altered client writes, to somebody who meets no relay.
    const auto file = story.world.root() / "altered.meridian";
    QCOMPARE(taken(one.altered->receive({{bytesOf(forged)}, {}, true})).front(), replica::Received::Stored);
    MUST(app::exportBundle(*one.altered, story.campaign, file, {.files = false}));
    const Replicas others{&mila, &dana, &maya};
    auto& third = **std::ranges::find_if(
        others, [&](const auto* other) { return other != one.altered && other != one.entitled; });
    QCOMPARE(taken(app::importBundle(third, file)).refused, std::uint64_t{0});
    const auto beside = story.world.root() / "honest.meridian";
    MUST(app::exportBundle(*one.entitled, story.campaign, beside, {.files = false}));
    MUST(app::importBundle(third, beside));
    QCOMPARE(effectOn(third, forged.id()), domain::Effect::Void);
    QCOMPARE(effectOn(third, honest), domain::Effect::Counts);
    // What an import made her write of herself is exchanged; then all have the same.
    QVERIFY(way.sync({&third, story.svetlana.get(), &third}));
    QCOMPARE(taken(third.digest(one.space)), taken(story.svetlana->digest(one.space)));
  }

  void aRunWithSpoiltInnerSignaturesSurvivesAWipeAndAFile() {
    Story story;
    story.begin();
    story.settle();
    Way way(story);
    QVERIFY(way.sync(story.everybody()));
    // Svetlana writes five things; whoever brings them has spoilt all signatures but the last.
    const replica::Place page{story.campaign,
                              crdt::KeyedEntity{static_cast<std::uint16_t>(EntityKind::Campaign), {}}};
    std::vector<envelope::Change> spoilt;
    const std::string last = "The goal, fifth wording.";
    for (const std::string& goal : {std::string("The goal."), std::string("The goal, second wording."),
                                    std::string("Third."), std::string("Fourth."), last}) {
      MUST(replica::Editing(*story.svetlana)
               .setText(page, domain::field::campaign::goal, domain::Language::En, goal));
      const auto frontier = taken(story.svetlana->file().changes.frontier(story.campaign));
      auto bytes = bytesOf(taken(story.svetlana->file().changes.find(frontier.front()))->change);
      if (goal != last) bytes.back() ^= 1;
      spoilt.push_back(taken(envelope::Change::parse(bytes)));
      QCOMPARE(spoilt.back().verifySignature(), goal == last);
    }
    RawPeer bringer(way.relay, story.svetlana->signingKey());
    const auto answer = bringer.offer(story.campaign, spoilt);
    for (const auto& change : spoilt)
      QVERIFY(answer.stored(change.id()));

    const auto goalOf = [&](replica::Replica& one) { return story.reading(one).page().page.goal.en; };
    QVERIFY(way.sync(*story.dana));
    QCOMPARE(goalOf(*story.dana), last);
    while (taken(story.dana->checkVouched(1000)) > 0) {
    }
    QVERIFY(taken(story.dana->verify()).problems.empty());

    // The relay is wiped; Dana alone refills it, and Mila gets everything from there.
    way.relay.wipe();
    QVERIFY(way.sync({story.dana.get(), story.mila.get()}));
    QCOMPARE(goalOf(*story.mila), last);
    for (const auto& change : spoilt)
      QCOMPARE(effectOn(*story.mila, change.id()), domain::Effect::Counts);
    QVERIFY(taken(story.mila->verify()).problems.empty());

    // And Maya by a file of Mila's.
    const auto file = story.world.root() / "spoilt.meridian";
    MUST(app::exportBundle(*story.mila, story.campaign, file, {.files = false}));
    QCOMPARE(taken(app::importBundle(*story.maya, file)).refused, std::uint64_t{0});
    QCOMPARE(goalOf(*story.maya), last);
    for (auto* one : {story.mila.get(), story.maya.get()})
      QCOMPARE(taken(one->digest(story.campaign)), taken(story.dana->digest(story.campaign)));
    // Svetlana, whose device still has them whole, loses nothing either.
    QVERIFY(way.sync(*story.svetlana));
    QCOMPARE(taken(story.svetlana->digest(story.campaign)), taken(story.dana->digest(story.campaign)));
  }
};

QTEST_GUILESS_MAIN(TestForgedTravels)

} // namespace test_forged_travels
#include "test_forged_travels.moc"
