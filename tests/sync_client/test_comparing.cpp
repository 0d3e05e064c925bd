// How a session finds out what a relay lacks, or withheld, and offers that and nothing else.
#include <QTest>

#include "sync/protocol/codec.h"
#include "tests/sync_client/memory_store.h"

namespace test_comparing {

using namespace meridian;
using namespace meridian::test;
using client::Phase;

class TestComparing : public QObject {
  Q_OBJECT

 private slots:
  void aWipedRelayIsRefilledByAnyMember() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id), b(campaign.id);
    a.write(campaign.genesis);
    a.write(campaign.link);
    for (int i = 0; i < 9; ++i)
      a.write(campaign.content(campaign.laptop));
    TestClient laptop(relay, a, campaign.laptop.key()), phone(relay, b, campaign.phone.key());
    laptop.connect();
    QVERIFY(laptop.pump());
    phone.connect();
    QVERIFY(phone.pump());
    phone.disconnect();
    laptop.disconnect();
    const auto generation = relay.storage->generation();
    relay.wipe();
    QVERIFY(relay.storage->generation() != generation);

    phone.connect(); // not the author
    QVERIFY(phone.pump());
    MemoryStore c(campaign.id);
    TestClient fresh(relay, c, campaign.laptop.key());
    fresh.connect();
    QVERIFY(fresh.pump());
    QVERIFY(c.ids() == a.ids());
    // The receipts of the relay's earlier life still say when each change was there first.
    QVERIFY(c.receipts.at(campaign.genesis.id()) == a.receipts.at(campaign.genesis.id()));
  }

  // Restored from a backup together with its mark, a relay does not know it itself, and goes on under its
  // generation. Whoever read further than it holds now shows it.
  void aRelayRestoredWithItsMarkIsFoundOut() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id);
    a.write(campaign.genesis);
    a.write(campaign.link);
    TestClient laptop(relay, a, campaign.laptop.key());
    const auto sync = [](TestClient& client) {
      client.connect();
      const bool done = client.pump();
      client.disconnect();
      return done;
    };
    QVERIFY(sync(laptop));
    relay.backUp();
    const auto generation = relay.storage->generation();
    for (int i = 0; i < 4; ++i)
      a.write(campaign.content(campaign.laptop));
    QVERIFY(sync(laptop) && sync(laptop)); // the second settles the cursor of what it wrote itself
    QCOMPARE(a.doubts, std::size_t(0));
    relay.restore();
    QVERIFY(relay.storage->generation() == generation);

    QVERIFY(sync(laptop));
    QCOMPARE(a.doubts, std::size_t(1));
    MemoryStore b(campaign.id);
    TestClient fresh(relay, b, campaign.phone.key());
    QVERIFY(sync(fresh));
    QVERIFY(b.ids() == a.ids());
  }

  // … also if it has come to the same number again since, with other changes.
  void aRestoredRelayThatCaughtUpIsFoundOut() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id), b(campaign.id);
    a.write(campaign.genesis);
    a.write(campaign.link);
    TestClient laptop(relay, a, campaign.laptop.key()), phone(relay, b, campaign.phone.key());
    const auto sync = [](TestClient& client) {
      client.connect();
      const bool done = client.pump();
      client.disconnect();
      return done;
    };
    QVERIFY(sync(laptop) && sync(phone));
    relay.backUp();
    for (int i = 0; i < 4; ++i)
      a.write(campaign.content(campaign.laptop));
    QVERIFY(sync(laptop) && sync(laptop));
    relay.restore();
    for (int i = 0; i < 4; ++i)
      b.write(campaign.content(campaign.phone));
    QVERIFY(sync(phone) && sync(phone));
    QCOMPARE(b.doubts, std::size_t(0)); // nobody lost anything of what it had read

    QVERIFY(sync(laptop));
    QCOMPARE(a.doubts, std::size_t(1));
    QVERIFY(sync(phone));
    QVERIFY(a.ids() == b.ids());
  }

  // What a wiped relay lacks is known to the session that compared; one that breaks must not leave a cursor
  // behind that says there is nothing to compare.
  void aRefillThatBreaksIsTakenUpAgain() {
    for (std::size_t frames = 1; frames < 40; ++frames) {
      Campaign campaign;
      TestRelay relay;
      MemoryStore a(campaign.id), b(campaign.id);
      a.write(campaign.genesis);
      a.write(campaign.link);
      for (int i = 0; i < 9; ++i)
        a.write(campaign.content(campaign.laptop));
      TestClient laptop(relay, a, campaign.laptop.key()), phone(relay, b, campaign.phone.key());
      laptop.connect();
      QVERIFY(laptop.pump());
      phone.connect();
      QVERIFY(phone.pump());
      phone.disconnect();
      laptop.disconnect();
      relay.wipe();

      phone.connect();
      const bool whole = phone.pump(frames);
      if (!whole) {
        phone.connect();
        QVERIFY(phone.pump());
      }
      MemoryStore c(campaign.id);
      TestClient fresh(relay, c, campaign.laptop.key());
      fresh.connect();
      QVERIFY(fresh.pump());
      QVERIFY2(c.ids() == a.ids(), qPrintable(QString("broken after %1 frames").arg(frames)));
      if (whole) return;
    }
    QFAIL("it was never whole: there are more frames than were broken");
  }

  // The relay drops the tips of whoever it serves no longer.
  void whoIsRefusedWhileComparingIsLiveAllTheSame() {
    using protocol::Standing;
    for (const auto standing : {Standing::Refused, Standing::Unknown}) {
      Campaign campaign;
      TestRelay relay;
      MemoryStore a(campaign.id), b(campaign.id);
      a.write(campaign.genesis);
      a.write(campaign.link);
      TestClient laptop(relay, a, campaign.laptop.key()), phone(relay, b, campaign.phone.key());
      laptop.connect();
      QVERIFY(laptop.pump());
      phone.connect();
      QVERIFY(phone.withheld<protocol::Tips>() > 0);
      QCOMPARE(phone.session.phase(), Phase::Syncing);
      const protocol::Positions lost{.positions = {{.space = campaign.id, .standing = standing}}};
      QVERIFY(phone.session.onFrame(protocol::encode(lost)));
      QVERIFY(phone.pump()); // what it offers anew, if anything
      QCOMPARE(phone.session.phase(), Phase::Live);
    }
  }

  // Nobody but a changed client writes so; the relay took all of it, and everybody is to be able to bring it.
  void aLongStretchWithoutSignaturesIsBroughtBack() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id), b(campaign.id);
    a.write(campaign.genesis);
    a.write(campaign.link);
    for (int i = 1; i <= 2'600; ++i) {
      auto change = campaign.content(campaign.laptop);
      if (i != 1'500 && i != 1'501 && i != 2'600) change.dropSignature();
      a.write(change);
    }
    TestClient laptop(relay, a, campaign.laptop.key()), phone(relay, b, campaign.phone.key());
    laptop.connect();
    QVERIFY(laptop.pump());
    QCOMPARE(a.receipts.size(), std::size_t(2'602));
    phone.connect();
    QVERIFY(phone.pump());
    QVERIFY(a.ids() == b.ids());
    phone.disconnect();
    relay.wipe();
    b.receipts.clear();
    phone.connect();
    QVERIFY(phone.pump());
    QCOMPARE(b.receipts.size(), std::size_t(2'602));
    QCOMPARE(phone.session.phase(), Phase::Live);
  }

  // Its cursor passed what it never got, and nothing but the store knows.
  void whatTheStoreMissesIsComparedForAndNothingElseIsSent() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id), b(campaign.id);
    for (const auto& change : {campaign.genesis, campaign.link})
      a.write(change), b.keep(change);
    const auto withheld = campaign.content(campaign.phone);
    a.keep(withheld);
    for (int i = 0; i < 9; ++i) {
      const auto change = campaign.content(campaign.laptop);
      a.write(change), b.keep(change);
    }
    TestClient laptop(relay, a, campaign.laptop.key()), phone(relay, b, campaign.phone.key());
    laptop.connect();
    QVERIFY(laptop.pump());
    const auto last = campaign.content(campaign.laptop);
    a.write(last), b.keep(last);
    laptop.session.poke();
    QVERIFY(laptop.pump());
    QVERIFY(relay.storage->receipts(campaign.id, withheld.id())->has_value());
    QVERIFY(b.moveCursor({.space = campaign.id, .generation = relay.storage->generation(), .number = 13})
                .has_value());
    b.toCompare.due = {campaign.id};
    phone.connect();
    QVERIFY(phone.pump());
    QVERIFY(a.ids() == b.ids());
    QCOMPARE(b.comparisonsDone, std::size_t(1));
    QCOMPARE(phone.session.counts().changesReceived, std::uint64_t(1));
    QCOMPARE(phone.session.phase(), Phase::Live);

    // Later, on a connection that lasts. Where nothing is missing both say what they hold, and that is all.
    phone.disconnect();
    b.toCompare = {.due = {}, .next = relay.clock.now() + std::chrono::hours{1}};
    phone.connect();
    QVERIFY(phone.pump());
    QCOMPARE(phone.session.nextWake(), b.toCompare.next);
    const auto before = phone.framesToClient;
    b.toCompare.due = {campaign.id};
    for (const int minutes : {59, 1}) {
      QCOMPARE(phone.framesToClient, before);
      relay.clock.advance(std::chrono::minutes{minutes});
      phone.session.poke();
      QVERIFY(phone.pump());
    }
    QCOMPARE(b.comparisonsDone, std::size_t(2));
    QCOMPARE(phone.framesToClient - before, std::size_t(3)); // positions, tips, where they end
    QCOMPARE(phone.session.counts().changesReceived, std::uint64_t(1));
    QCOMPARE(phone.session.counts().changesSent, std::uint64_t(0));
  }

  // Whoever sleeps until nextWake() would not sleep at all, if a relay never answered.
  void aComparisonThatIsDueWakesNobodyWhileAnAnswerIsAwaited() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id);
    a.write(campaign.genesis);
    a.write(campaign.link);
    const auto due = relay.clock.now() + std::chrono::hours{1};
    a.toCompare.next = due;
    TestClient laptop(relay, a, campaign.laptop.key());
    laptop.connect();
    QVERIFY(laptop.pump());
    QCOMPARE(laptop.session.phase(), Phase::Live);
    QCOMPARE(laptop.session.nextWake(), std::optional(due));
    a.toCompare.due = {campaign.id};
    a.write(campaign.content(campaign.laptop));
    laptop.session.poke();
    const auto offered = laptop.session.takeOutgoing();
    QCOMPARE(laptop.session.phase(), Phase::Syncing);
    relay.clock.advance(std::chrono::hours{2});
    QVERIFY(laptop.session.takeOutgoing().empty());
    QVERIFY(!laptop.session.nextWake());
    // Answered at last, it is live, and compares.
    for (const auto& frame : offered)
      relay.mailbox->receive(laptop.connection(), frame);
    QVERIFY(laptop.pump());
    QCOMPARE(laptop.session.nextWake(), std::optional(due));
    QCOMPARE(a.comparisonsDone, std::size_t(0));
    QVERIFY(laptop.pump());
    QCOMPARE(a.comparisonsDone, std::size_t(1));
  }

  // What it holds further on could only wait for what the relay will not have.
  void nothingMoreIsOfferedOfAChainThatARelayEnded() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore b(campaign.id);
    b.keep(campaign.genesis);
    b.keep(campaign.link);
    for (std::size_t i = 0; i < limits::changesPerBatch + 6; ++i)
      b.keep(campaign.content(campaign.laptop));
    TestClient phone(relay, b, campaign.phone.key());
    phone.connect();
    std::optional<protocol::Batch> offered; // the first of the contents
    while (!offered) {
      const auto frames = phone.session.takeOutgoing(1);
      for (const auto& frame : frames) {
        const auto message = *protocol::decode(frame);
        const auto* batch = std::get_if<protocol::Batch>(&message);
        if (batch && batch->entries.size() == limits::changesPerBatch)
          offered = *batch;
        else
          relay.mailbox->receive(phone.connection(), frame);
      }
      relay.mailbox->commit();
      const auto answers = relay.mailbox->take(phone.connection(), 1u << 20);
      QVERIFY(!frames.empty() || !answers.empty());
      for (const auto& frame : answers)
        QVERIFY(phone.session.onFrame(frame));
    }
    protocol::Refusals refused{.space = campaign.id, .refusals = {}};
    for (const auto& entry : offered->entries)
      refused.refusals.push_back({.change = Change::parse(entry.change)->id(),
                                  .finality = protocol::Finality::Wait,
                                  .reason = protocol::Reason::AuthorityMissing,
                                  .retryAfterMs = 1'000});
    refused.refusals.front().finality = protocol::Finality::Final;
    refused.refusals.front().reason = protocol::Reason::NoRight;
    const auto sent = phone.session.counts().changesSent;
    QVERIFY(phone.session.onFrame(protocol::encode(refused)));
    QVERIFY(phone.pump());
    relay.clock.advance(std::chrono::minutes{20});
    QVERIFY(phone.pump());
    QCOMPARE(phone.session.counts().changesSent, sent);
    QCOMPARE(phone.session.phase(), Phase::Live);
  }
};

QTEST_APPLESS_MAIN(TestComparing)

} // namespace test_comparing
#include "test_comparing.moc"
