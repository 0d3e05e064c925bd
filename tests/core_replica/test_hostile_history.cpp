// What strangers, altered clients and lying couriers put into a history stops nobody and moves nothing.
#include "core/crypto/sealing/box.h"
#include "tests/core_replica/altered_client.h"

namespace test_hostile_history {

using namespace meridian;
using domain::EntityKind;
using test::forge;
using test::Story;
using test::taken;

namespace {

struct Stranger {
  signing::SystemRandom random;
  signing::SigningKey key = signing::SigningKey::generate(random);

  // Signed, and otherwise what the caller makes of it.
  envelope::Change write(envelope::Header header, ByteView clear) {
    header.device = key.id();
    header.incarnation = random.id<Incarnation>();
    header.seq = 1;
    const Bytes nonce(envelope::nonceBytes, 9), sealed(64, 7);
    return taken(envelope::finish(envelope::encodeAdditionalData(header, clear), nonce, sealed, key));
  }
};

envelope::Header headerOf(Story& story, envelope::Kind kind, const SpaceId& space) {
  const auto chain = kind == envelope::Kind::Content ? envelope::Chain::Content : envelope::Chain::Authority;
  const auto rows = taken(story.dana->file().changes.after(space, chain, 0, 1000));
  envelope::Header header;
  header.kind = static_cast<std::uint8_t>(kind);
  header.space = space;
  header.keyId = rows.back().change.header().keyId; // stands in clear in every file
  header.heads = story.mila->authority(story.campaign).clear().heads(story.campaign);
  return header;
}

replica::Received give(replica::Replica& to, const envelope::Change& change, bool fromRelay = true) {
  return taken(to.receive({.changes = {test::bytesOf(change)}, .fromRelay = fromRelay})).front();
}

log::Keyring keysOf(replica::Replica& one, const SpaceId& space) {
  log::Keyring keys;
  for (auto& row : taken(one.file().keys.ofSpace(space)))
    keys.insert(row.space, static_cast<log::KeyChain>(row.chain), row.id, std::move(row.key), row.parents);
  return keys;
}

// One entry of `by`, as if it were the first of an incarnation of its own, beside all others.
envelope::Change entryBeside(replica::Replica& by, const SpaceId& space, std::vector<ChangeId> parents,
                             std::vector<envelope::Item> items) {
  const auto keys = keysOf(by, space);
  const auto key = *keys.current(space, log::KeyChain::Authority);
  return taken(log::sealEntry({by.signingKey(), by.random().id<Incarnation>(), {}}, envelope::Kind::Authority,
                              space, std::move(parents), items, {}, key.id, *key.key, by.random()));
}

replica::Invitation invite(Story& story, const char* name) {
  return taken(replica::Access(*story.mila, story.campaign)
                   .invite({.name = name,
                            .role = log::Role::Viewer,
                            .market = {},
                            .creatorSpace = {},
                            .from = {},
                            .to = {},
                            .language = domain::Language::En,
                            .expiry = story.world.clock->now() + std::chrono::hours{24}}));
}

envelope::Invitation known(Story& story, replica::Replica& one, const replica::Invitation& link) {
  const auto found =
      one.authority(story.campaign).clear().invitation(log::invitationKeys(link.secret).sign.id());
  if (!found) qFatal("no such invitation here");
  return *found;
}

bool isThere(Story& story, replica::Replica& one) {
  const auto known = one.campaign(story.campaign);
  return known && !known->me.isZero() && !one.damage();
}

// More of them than one entry can name.
replica::Replica::Incoming entriesSideBySide(replica::Replica& by, const SpaceId& campaign) {
  const auto& clear = by.authority(campaign).clear();
  const log::KeyRecipient self{by.device(), clear.device(by.device())->box};
  const auto keys = keysOf(by, campaign);
  const auto parents = clear.heads(campaign);
  replica::Replica::Incoming incoming;
  for (int i = 0; i < 300; ++i)
    incoming.changes.push_back(
        test::bytesOf(entryBeside(by, campaign, parents, log::shareKeys(keys, campaign, {self}))));
  return incoming;
}

std::string thesis(Story& story, replica::Replica& one) { return story.reading(one).page().page.thesis.en; }
Result<void> setThesis(Story& story, replica::Replica& one, const char* text) {
  return replica::Editing(one).setText(
      {story.campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(EntityKind::Campaign), {}}},
      domain::field::campaign::thesis, domain::Language::En, text);
}

} // namespace

class TestHostileHistory : public QObject {
  Q_OBJECT

 private slots:
  void aLogThatCameOutOfOrderIsReadAfterARestart() {
    Story story;
    auto boris = story.world.person("boris", "Europe/Moscow", domain::Language::Ru);
    MUST(replica::Access::join(*boris, invite(story, "Boris")));
    auto rows = taken(story.mila->file().changes.after(story.campaign, envelope::Chain::Authority, 0, 1000));
    // Chain by chain, as a relay gives runs of which only the last is signed: confirmations before joins.
    std::ranges::stable_partition(rows, [](const auto& row) { return row.local; });
    replica::Replica::Incoming incoming;
    for (const auto& row : rows)
      incoming.changes.push_back(test::bytesOf(row.change));
    for (const auto result : taken(boris->receive(incoming)))
      QCOMPARE(result, replica::Received::Stored);
    const auto heads = story.mila->authority(story.campaign).clear().heads(story.campaign);
    QCOMPARE(boris->authority(story.campaign).clear().heads(story.campaign), heads);
    boris.reset();
    boris = story.world.reopen("boris");
    QVERIFY(boris->campaign(story.campaign) && !boris->damage());
    QCOMPARE(boris->authority(story.campaign).clear().heads(story.campaign), heads);
    QVERIFY(taken(replica::Access(*boris, story.campaign).continueJoin()));
  }

  void anEntryThatIsNoneClosesNoCampaign() {
    Story story;
    story.begin();
    Stranger stranger;
    QCOMPARE(give(*story.maya, stranger.write(headerOf(story, envelope::Kind::Authority, story.campaign),
                                              Bytes{0xff, 0xff, 0xff})),
             replica::Received::Stored);
    auto newer = headerOf(story, envelope::Kind::Authority, story.campaign);
    newer.format = envelope::currentFormat + 1;
    const auto kept = stranger.write(newer, {});
    QCOMPARE(give(*story.maya, kept), replica::Received::Stored);
    MUST(setThesis(story, *story.mila, "One more.")); // whatever comes later does not judge it either
    story.settle();
    story.maya.reset();
    story.maya = story.world.reopen("maya");
    QVERIFY(isThere(story, *story.maya));
    QCOMPARE(thesis(story, *story.maya), std::string("One more."));
    QVERIFY(taken(story.maya->file().changes.info(kept.id()))->stage == store::Stage::Waiting);
    const auto verified = story.maya->verify();
    MUST(verified);
    QVERIFY(verified->problems.empty());
  }

  void nothingThatCountsRestsOnAStrangersWord() {
    Story story;
    story.begin();
    Stranger stranger;
    const auto garbage = stranger.write(headerOf(story, envelope::Kind::Content, story.space), {});
    QCOMPARE(give(*story.maya, garbage, false), replica::Received::Stored);
    const auto submission = story.submit("Day one."); // does not name it
    story.settle();
    QCOMPARE(story.statusOf(*story.dana, submission).state, domain::ReviewState::InReview);
    QCOMPARE(*story.dana->digest(story.space), *story.maya->digest(story.space));
  }

  void aReceiptOfAKeyThatIsNoRelayMovesNothing() {
    Story story;
    story.begin();
    const auto submission = story.submit("Day one.");
    Stranger courier;
    for (const auto at : {story.world.clock->now(), Instant::max(), Instant::min()}) {
      const auto receipt =
          envelope::makeReceipt(courier.key, envelope::Receipt::Kind::Change, {}, submission.change, at);
      const store::ReceiptRow row{submission.change, RelayId{courier.key.publicKey()}, at, false,
                                  envelope::encodeReceipt(receipt)};
      MUST(story.maya->noteReceipts({&row, 1}));
    }
    MUST(story.maya->housekeep());
    QCOMPARE(story.maya->delivery(submission.change)->delivery, store::Delivery::Local);
    QVERIFY(taken(story.maya->file().outbox.receipts(submission.change)).empty());
    QVERIFY(story.world.receipts(*story.maya)); // the relay's own still counts
    MUST(story.maya->housekeep());
    story.settle();
    QVERIFY(story.statusOf(*story.dana, submission).submission.meta.storedAt);
  }

  void aVoidWriteMakesNoMarket() {
    Story story;
    story.begin();
    const crdt::KeyedEntity invented{static_cast<std::uint16_t>(EntityKind::Market), {'Z', 'Z'}};
    const auto forged =
        forge(*story.maya, story.campaign,
              {crdt::SetRegister{invented, domain::field::market::order, crdt::Value(7), {}}});
    QCOMPARE(give(*story.dana, forged), replica::Received::Stored);
    for (const auto* market : story.dana->entities(story.campaign, EntityKind::Market))
      QVERIFY(market->id() != crdt::entityIdOf(invented));
    QVERIFY(story.dana->entity(story.campaign, crdt::entityIdOf(invented)) == nullptr);
    QVERIFY(taken(story.dana->verify()).problems.empty());
  }

  void aJoinThatMayBeTooLateIsNotConfirmedByItself() {
    for (const bool inTime : {false, true}) {
      Story story;
      auto boris = story.world.person("boris", "Europe/Moscow", domain::Language::Ru);
      const auto link = invite(story, "Boris");
      MUST(replica::Access::join(*boris, link));
      story.world.carry(*story.mila, *boris, story.campaign);
      QVERIFY(taken(replica::Access(*boris, story.campaign).continueJoin()));
      const auto joinedAt = story.world.clock->now();
      story.world.clock->advance(std::chrono::hours{48}); // in a file, two days later
      story.world.carry(*boris, *story.mila, story.campaign);
      QCOMPARE(known(story, *story.mila, link).joins.size(), std::size_t(1));
      if (inTime) { // … or with the word of the relay that it was there before
        const auto receipt = envelope::makeReceipt(story.world.relay, envelope::Receipt::Kind::Change, {},
                                                   known(story, *story.mila, link).joins.front(), joinedAt);
        const store::ReceiptRow row{receipt.change, receipt.relay, receipt.at, false,
                                    envelope::encodeReceipt(receipt)};
        MUST(story.mila->noteReceipts({&row, 1}));
      }
      MUST(story.mila->housekeep());
      QCOMPARE(known(story, *story.mila, link).confirmed.has_value(), inTime);
    }
  }

  void aConfirmationWithoutTheRightHoldsUpNoOther() {
    Story story;
    auto boris = story.world.person("boris", "Europe/Moscow", domain::Language::Ru);
    const auto link = invite(story, "Boris");
    MUST(replica::Access::join(*boris, link));
    story.world.carry(*story.mila, *boris, story.campaign);
    QVERIFY(taken(replica::Access(*boris, story.campaign).continueJoin()));
    story.world.carry(*boris, *story.dana, story.campaign);
    // A hub lead manages, by the clear half; whom, the sealed half says.
    const auto& clear = story.dana->authority(story.campaign).clear();
    const auto confirm = entryBeside(*story.dana, story.campaign, clear.heads(story.campaign),
                                     {envelope::Confirm{known(story, *story.dana, link).joins.front()}});
    story.world.carry(*boris, *story.mila, story.campaign);
    QCOMPARE(give(*story.mila, confirm), replica::Received::Stored);
    MUST(story.mila->housekeep());
    // Another one joins, and is let in.
    auto eve = story.joined("eve", "Europe/Moscow", *story.mila, log::Role::Viewer, {}, {});
    MUST(story.mila->housekeep());
    const auto roles = story.mila->authority(story.campaign).roles(eve->campaign(story.campaign)->me);
    QVERIFY(!roles.empty());
    for (const auto& role : roles)
      QVERIFY(role.confirmed);
    QVERIFY(isThere(story, *eve));
  }

  void manyEntriesSideBySideStopNobody() {
    Story story;
    story.begin();
    MUST(story.mila->receive(entriesSideBySide(*story.maya, story.campaign)));
    QVERIFY(story.mila->authority(story.campaign).clear().heads(story.campaign).size() >= 300);
    MUST(setThesis(story, *story.mila, "All the same."));
    QVERIFY(story.mila->authority(story.campaign).clear().heads(story.campaign).size() <= 64);
    story.settle();
    for (auto* one : story.everybody())
      QCOMPARE(thesis(story, *one), std::string("All the same."));
    MUST(setThesis(story, *story.svetlana, "And she."));
  }

  void whoJoinsAmongManyEntriesSideBySideIsLetIn() {
    Story story;
    auto boris = story.world.person("boris", "Europe/Moscow", domain::Language::Ru);
    const auto link = invite(story, "Boris");
    MUST(replica::Access::join(*boris, link));
    MUST(story.mila->receive(entriesSideBySide(*story.dana, story.campaign)));
    story.world.carry(*story.mila, *boris, story.campaign);
    QVERIFY(taken(replica::Access(*boris, story.campaign).continueJoin()));
    story.world.carry(*boris, *story.mila, story.campaign);
    MUST(story.mila->receive(entriesSideBySide(*story.dana, story.campaign)));
    QVERIFY(story.mila->authority(story.campaign).clear().heads(story.campaign).size() >= 300);
    MUST(story.mila->housekeep());
    QVERIFY(known(story, *story.mila, link).confirmed.has_value());
    MUST(story.mila->receive(entriesSideBySide(*story.dana, story.campaign)));
    MUST(story.addAnother(*story.mila, "US"));
  }

  void manyContentsSideBySideStopNobody() {
    Story story;
    story.begin();
    const auto keys = keysOf(*story.maya, story.space);
    const auto frontier = taken(story.maya->file().changes.frontier(story.space));
    replica::Replica::Incoming incoming;
    for (int i = 0; i < 1100; ++i) {
      crdt::Body body;
      body.hlc = Hlc::of(story.world.clock->now(), 0);
      body.claimedAt = story.world.clock->now();
      body.frontier = frontier;
      const auto change = taken(
          log::sealContent({story.maya->signingKey(), story.maya->random().id<Incarnation>(), {}},
                           story.space, story.maya->authority(story.space).headsFor(story.space), {}, body,
                           *keys.current(story.space, log::KeyChain::Content), story.maya->random()));
      incoming.changes.push_back(test::bytesOf(change));
    }
    MUST(story.dana->receive(incoming));
    QVERIFY(taken(story.dana->file().changes.frontier(story.space)).size() >= 1100);
    MUST(story.briefing(*story.dana).draft(story.space));
    MUST(replica::Editing(*story.dana)
             .setText({story.space, crdt::KeyedEntity{static_cast<std::uint16_t>(EntityKind::Creator), {}}},
                      domain::field::person::audience, domain::Language::En, "All the same."));
    QVERIFY(taken(story.dana->file().changes.frontier(story.space)).size() <= 1024);
    story.settle();
    QCOMPARE(*story.maya->digest(story.space), *story.dana->digest(story.space));
  }
};

QTEST_GUILESS_MAIN(TestHostileHistory)

} // namespace test_hostile_history
#include "test_hostile_history.moc"
