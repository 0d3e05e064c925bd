// What receive() makes of what comes together: runs that lie between one another, what waits behind what
// never will count, and a second life of the profile.
#include "tests/core_replica/altered_client.h"

namespace test_receiving {

using namespace meridian;
using test::Story;
using test::taken;

namespace {

Bytes bytesOf(replica::Replica& by, const ChangeId& id) {
  return test::bytesOf(taken(by.file().changes.find(id))->change);
}

// Contents of this device that name what nobody has: they wait for ever.
std::vector<Bytes> waitingForEver(replica::Replica& by, const SpaceId& space, std::size_t count) {
  log::Keyring keys;
  for (auto& row : taken(by.file().keys.ofSpace(space)))
    keys.insert(row.space, static_cast<log::KeyChain>(row.chain), row.id, std::move(row.key), row.parents);
  auto tip = taken(by.file().changes.tip({space, by.device(), by.incarnation(), envelope::Chain::Content}))
                 .value_or(envelope::ChainPosition{});
  const auto heads = by.authority(space).headsFor(space);
  std::vector<Bytes> changes;
  while (changes.size() < count) {
    crdt::Body body;
    body.claimedAt = by.clock().now();
    body.frontier = {by.random().id<ChangeId>()};
    const auto change =
        taken(log::sealContent({by.signingKey(), by.incarnation(), tip}, space, heads, {}, body,
                               *keys.current(space, log::KeyChain::Content), by.random()));
    tip = {.seq = change.header().seq, .id = change.id()};
    changes.push_back(test::bytesOf(change));
  }
  return changes;
}

void setThesis(replica::Replica& by, const SpaceId& campaign, const char* text) {
  taken(replica::Editing(by).setText(
      {campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}}},
      domain::field::campaign::thesis, domain::Language::En, text));
}

ChangeId newest(replica::Replica& of, const SpaceId& space) {
  return taken(of.file().changes.tip({space, of.device(), of.incarnation(), envelope::Chain::Content}))->id;
}

} // namespace

class TestReceiving : public QObject {
  Q_OBJECT

 private slots:
  // It proves when something was stored, and brings nothing to where the campaign is now.
  void aReceiptOfTheFormerRelayIsEvidenceAlone() {
    Story story;
    story.begin();
    const OpId submission = story.submit("Day 1, day 4, day 7.");
    const auto next = signing::SigningKey::generate(story.maya->random());
    MUST(replica::Access(*story.maya, story.campaign)
             .setRelay({"wss://127.0.0.1:2", RelayId{next.publicKey()}, {}, {}}));
    const auto told = [&](const signing::SigningKey& relay) {
      const auto receipt = envelope::makeReceipt(relay, envelope::Receipt::Kind::Change, {},
                                                 submission.change, story.world.clock->now());
      const store::ReceiptRow row{receipt.change, receipt.relay, receipt.at, false,
                                  envelope::encodeReceipt(receipt)};
      taken(story.maya->noteReceipts({&row, 1}));
      return story.maya->delivery(submission.change)->delivery;
    };
    QVERIFY(told(story.world.relay) != store::Delivery::Stored);
    QCOMPARE(taken(story.maya->file().outbox.receipts(submission.change)).size(), std::size_t{1});
    QVERIFY(told(next) == store::Delivery::Stored);
  }

  void aRunMayBeInterleavedWithAnother() {
    Story story;
    story.begin();
    auto& work = *story.maya;
    taken(story.work(work).ask(std::nullopt, std::nullopt, "One?"));
    const auto first = newest(work, story.space);
    taken(story.work(work).ask(std::nullopt, std::nullopt, "Two?"));
    const auto second = newest(work, story.space);
    const auto submission = story.submit("Day 7.");
    story.world.carry(*story.maya, *story.svetlana, story.campaign);
    taken(story.reviewing(*story.svetlana).comment(story.space, submission, {}, "Good."));
    const auto between = newest(*story.svetlana, story.space);
    // Its author's signature of the first was lost on the way; the second one vouches for it.
    auto bare = taken(work.file().changes.find(first))->change;
    bare.dropSignature();
    const auto results = taken(story.dana->receive(
        {{test::bytesOf(bare), bytesOf(*story.svetlana, between), bytesOf(work, second)}}));
    for (const auto result : results)
      QVERIFY(result == replica::Received::Stored);
    QVERIFY(taken(story.dana->file().changes.find(first))->signature == store::SignatureState::Absent);
    // Nothing vouches for what stands last.
    auto last = taken(work.file().changes.find(submission.change))->change;
    last.dropSignature();
    QVERIFY(taken(story.dana->receive({{test::bytesOf(last)}})).front() == replica::Received::Refused);
  }

  void whatWaitsIsFoundBehindAnyNumberThatWaitsForEver() {
    Story story;
    story.begin();
    const auto stuck = waitingForEver(*story.dana, story.campaign, 10'001);
    for (const auto result : taken(story.maya->receive({stuck})))
      QVERIFY(result == replica::Received::Stored);
    setThesis(*story.svetlana, story.campaign, "Known first.");
    const auto before = newest(*story.svetlana, story.campaign);
    story.world.carry(*story.svetlana, *story.mila, story.campaign);
    setThesis(*story.mila, story.campaign, "Known later.");
    const auto after = newest(*story.mila, story.campaign);
    const auto isApplied = [&](const ChangeId& id) {
      return taken(story.maya->file().changes.info(id))->stage == store::Stage::Applied;
    };
    taken(story.maya->receive({{bytesOf(*story.mila, after)}}));
    QVERIFY(!isApplied(after));
    taken(story.maya->receive({{bytesOf(*story.svetlana, before)}}));
    QVERIFY(isApplied(before));
    QVERIFY(isApplied(after));
  }

  // Each once when it comes, and not again, however much comes after it.
  void whatWaitsForEverCostsLaterReceptionsNothing() {
    Story story;
    story.begin();
    constexpr std::size_t stuck = 500, later = 20;
    taken(story.maya->receive({waitingForEver(*story.dana, story.campaign, stuck)}));
    const auto before = story.maya->contentsOpened();
    for (std::size_t i = 0; i < later; ++i) {
      setThesis(*story.svetlana, story.campaign, i % 2 == 0 ? "Even." : "Odd.");
      taken(story.maya->receive({{bytesOf(*story.svetlana, newest(*story.svetlana, story.campaign))}}));
    }
    QCOMPARE(story.maya->contentsOpened() - before, std::uint64_t{later});
    // After a restart nobody remembers what they wait for: once more.
    story.maya.reset();
    story.maya = story.world.reopen("maya");
    for (std::size_t i = 0; i < later; ++i) {
      setThesis(*story.svetlana, story.campaign, i % 2 == 0 ? "Even." : "Odd.");
      taken(story.maya->receive({{bytesOf(*story.svetlana, newest(*story.svetlana, story.campaign))}}));
    }
    QCOMPARE(story.maya->contentsOpened(), std::uint64_t{stuck + later});
  }

  // As from a relay that was refilled chain by chain: all of one person's answers, then all of the other's.
  void aDialogueThatComesSpeakerBySpeakerIsOpenedTwiceAtMost() {
    Story story;
    story.begin();
    constexpr std::size_t turns = 60;
    std::vector<Bytes> milas, svetlanas;
    std::vector<ChangeId> all;
    for (std::size_t i = 0; i < turns; ++i)
      for (auto [one, other, said] : {std::tuple{story.mila.get(), story.svetlana.get(), &milas},
                                      std::tuple{story.svetlana.get(), story.mila.get(), &svetlanas}}) {
        setThesis(*one, story.campaign, ("Turn " + std::to_string(all.size())).c_str());
        all.push_back(newest(*one, story.campaign));
        said->push_back(bytesOf(*one, all.back()));
        taken(other->receive({{said->back()}}));
      }
    const auto before = story.dana->contentsOpened();
    taken(story.dana->receive({milas}));
    for (auto at = svetlanas.begin(); at != svetlanas.end(); at += 4)
      taken(story.dana->receive({{at, at + 4}}));
    for (const auto& id : all)
      QVERIFY(taken(story.dana->file().changes.info(id))->stage == store::Stage::Applied);
    QVERIFY2(story.dana->contentsOpened() - before <= 2 * all.size(),
             qPrintable(QString::number(story.dana->contentsOpened() - before)));
    QCOMPARE(*story.dana->digest(story.campaign), *story.mila->digest(story.campaign));
  }

  void everyCampaignThatMovesIsTold() {
    Story story;
    story.begin();
    const auto submission = story.submit("Day 7.");
    story.settle();
    const auto other = taken(replica::Founding::create(*story.dana, "Norda", test::both("Norda", "Норда")));
    story.dana.reset();
    const test::DiskImage image(story.world, "dana");
    story.dana = story.world.reopen("dana");
    taken(story.reviewing(*story.dana).comment(story.space, submission, {}, "On the machine."));
    const Bytes machines = bytesOf(*story.dana, newest(*story.dana, story.space));
    story.dana.reset();
    image.putBack();
    // In the image of the disk, both campaigns have what never left it.
    story.dana = story.world.reopen("dana");
    taken(story.reviewing(*story.dana).comment(story.space, submission, {}, "In the image."));
    setThesis(*story.dana, other, "In the image.");
    std::map<SpaceId, replica::Notice> notices;
    story.dana->onNotice([&](const replica::Notice& notice) {
      QVERIFY2(notices.emplace(notice.campaign, notice).second, "one notice for each campaign");
    });
    taken(story.dana->receive({{machines}}));
    QCOMPARE(notices.size(), std::size_t{2});
    QVERIFY(notices.contains(story.campaign) && notices.contains(other));
    for (const auto& [campaign, notice] : notices) {
      QVERIFY(notice.outbox);
      QVERIFY(!notice.spaces.empty());
      for (const auto& space : notice.spaces)
        QCOMPARE(*story.dana->campaignOf(space), campaign);
    }
  }
};

QTEST_GUILESS_MAIN(TestReceiving)

} // namespace test_receiving
#include "test_receiving.moc"
