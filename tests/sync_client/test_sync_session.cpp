#include <QTest>

#include "sync/protocol/codec.h"
#include "tests/sync_client/memory_store.h"

using namespace meridian;
using namespace meridian::test;
using client::Phase;

namespace {

// A file of 21 chunks, and the change that names it.
struct LargeFile {
  explicit LargeFile(Campaign& campaign) {
    list = {.name = {.space = campaign.id, .blob = {}}, .length = 262'144 * 20 + 5, .chunks = {}};
    for (std::uint32_t i = 0; i < 21; ++i) {
      file[i] = Bytes(signing::chunkSize(list.length, i), static_cast<std::uint8_t>(i));
      list.chunks.push_back(signing::chunkHash(file[i]));
    }
    list.name.blob = signing::blobAddress(list.length, list.chunks);
    Header header;
    header.kind = static_cast<std::uint8_t>(Kind::Content);
    header.space = campaign.id;
    header.device = campaign.laptop.id();
    header.seq = 1;
    header.heads = {campaign.link.id()};
    header.blobs = {list.name.blob};
    naming = *finish(encodeAdditionalData(header, {}), Bytes(24, 1), Bytes(32, 2), campaign.laptop.key());
  }
  protocol::BlobList list;
  std::map<std::uint32_t, Bytes> file;
  Change naming;
};

// How many messages of this kind the client sends while the relay hears none of them.
template <class Message>
std::size_t withheld(TestRelay& relay, TestClient& client) {
  std::size_t count = 0;
  for (int round = 0; round < 20; ++round) {
    for (const auto& frame : client.session.takeOutgoing(64u << 20)) {
      if (std::holds_alternative<Message>(*protocol::decode(frame)))
        ++count;
      else
        relay.mailbox->receive(client.connection(), frame);
    }
    relay.mailbox->commit();
    for (const auto& frame : relay.mailbox->take(client.connection(), 64u << 20))
      if (!client.session.onFrame(frame)) return 0;
  }
  return count;
}

} // namespace

class TestSyncSession : public QObject {
  Q_OBJECT

 private slots:
  void everythingMissingArrivesAndLive() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id), b(campaign.id);
    a.write(campaign.genesis);
    a.write(campaign.link);
    for (int i = 0; i < 40; ++i)
      a.write(campaign.content(campaign.laptop));
    TestClient laptop(relay, a, campaign.laptop.key()), phone(relay, b, campaign.phone.key());
    laptop.connect();
    QVERIFY(laptop.pump());
    QCOMPARE(laptop.session.phase(), Phase::Live);
    QCOMPARE(a.receipts.size(), std::size_t(42));
    phone.connect();
    QVERIFY(phone.pump());
    QCOMPARE(phone.session.phase(), Phase::Live);
    QVERIFY(a.ids() == b.ids());

    // Live: what one writes the other has, without a new connection.
    b.write(campaign.content(campaign.phone));
    phone.session.poke();
    QVERIFY(phone.pump());
    QVERIFY(laptop.pump());
    QVERIFY(a.ids() == b.ids());
    QCOMPARE(b.receipts.size(), std::size_t(43));
  }

  void equalCursorsCostNothingMore() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id);
    a.write(campaign.genesis);
    for (int i = 0; i < 10; ++i)
      a.write(campaign.laptop.write(Kind::Content, campaign.id, {campaign.genesis.id()}));
    TestClient laptop(relay, a, campaign.laptop.key());
    laptop.connect();
    QVERIFY(laptop.pump());
    laptop.disconnect();
    laptop.connect();
    QVERIFY(laptop.pump()); // settles the cursor of what it wrote itself
    laptop.disconnect();
    const auto before = laptop.framesToClient;
    const auto received = laptop.session.counts().changesReceived;
    laptop.connect();
    QVERIFY(laptop.pump());
    QCOMPARE(laptop.framesToClient - before, std::size_t(3)); // hello, welcome, positions
    QCOMPARE(laptop.session.counts().changesReceived, received);
    QCOMPARE(laptop.session.phase(), Phase::Live);
  }

  // A relay that repeats itself, at once or after a new connection, moves nothing, forwards or back.
  void theSameChangesAgainMoveNothing() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id), b(campaign.id);
    a.write(campaign.genesis);
    a.write(campaign.link);
    TestClient laptop(relay, a, campaign.laptop.key()), phone(relay, b, campaign.phone.key());
    std::vector<Bytes> batches;
    phone.listener = [&](ByteView frame) {
      if (const auto message = protocol::decode(frame);
          message && std::holds_alternative<protocol::Batch>(*message))
        batches.emplace_back(frame.begin(), frame.end());
    };
    laptop.connect();
    QVERIFY(laptop.pump());
    phone.connect();
    QVERIFY(phone.pump());
    for (int i = 0; i < 3; ++i) {
      a.write(campaign.content(campaign.laptop));
      laptop.session.poke();
      QVERIFY(laptop.pump());
      QVERIFY(phone.pump());
    }
    phone.listener = nullptr;
    QVERIFY(batches.size() >= 4);
    QVERIFY(a.ids() == b.ids());
    const auto ids = b.ids();
    const auto cursor = b.cursors().front();
    const auto kept = b.changes(campaign.id).size();
    for (const bool anew : {false, true}) {
      if (anew) {
        phone.disconnect();
        phone.connect();
        QVERIFY(phone.pump());
      }
      const auto received = phone.session.counts().changesReceived;
      for (const auto& frame : batches) {
        QVERIFY(phone.session.onFrame(frame));
        QVERIFY(phone.pump());
        QVERIFY(b.cursors().front() == cursor);
      }
      QVERIFY(phone.session.counts().changesReceived >= received + ids.size()); // they were read
      QVERIFY(b.ids() == ids);
      QCOMPARE(b.changes(campaign.id).size(), kept);
      QCOMPARE(phone.session.phase(), Phase::Live);
    }
    // What is new still comes.
    a.write(campaign.content(campaign.laptop));
    laptop.session.poke();
    QVERIFY(laptop.pump());
    QVERIFY(phone.pump());
    QVERIFY(a.ids() == b.ids());
    QVERIFY(b.cursors().front().number > cursor.number);
  }

  void aBreakAtAnyFrameIsResumed() {
    for (std::size_t at = 0; at < 24; ++at) {
      Campaign campaign;
      TestRelay relay;
      MemoryStore a(campaign.id), b(campaign.id);
      a.write(campaign.genesis);
      a.write(campaign.link);
      for (int i = 0; i < 5; ++i)
        a.write(campaign.content(campaign.laptop));
      TestClient laptop(relay, a, campaign.laptop.key()), phone(relay, b, campaign.phone.key());
      laptop.connect();
      if (!laptop.pump(at)) {
        laptop.connect();
        QVERIFY(laptop.pump());
      }
      QCOMPARE(a.receipts.size(), std::size_t(7));
      phone.connect();
      if (!phone.pump(at)) {
        phone.connect();
        QVERIFY(phone.pump());
      }
      QVERIFY2(a.ids() == b.ids(), qPrintable(QString::number(at)));
    }
  }

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
  }

  void anotherIdentityEndsTheSession() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id);
    client::SyncSession session({.relay = RelayId{keyOf("other").publicKey()}}, a, campaign.laptop.key(),
                                relay.clock, relay.random);
    const auto connection = relay.mailbox->connect();
    session.onConnected();
    const auto hello = relay.mailbox->take(connection, 1);
    const auto result = session.onFrame(hello.front());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::RelayIdentityChanged);
    QCOMPARE(session.phase(), Phase::Failed);
    QVERIFY(session.takeOutgoing().empty());
  }

  void garbageAndForeignSpacesEndTheSessionAndLoseNothing() {
    Campaign campaign;
    for (const Bytes& frame :
         {Bytes{}, Bytes{0xFF}, Bytes(300, 0xA5),
          protocol::encode(protocol::Batch{.space = SpaceId{{1, 2, 3}}, .before = 0, .after = 4}),
          protocol::encode(protocol::Tips{.space = campaign.id}), protocol::encode(protocol::Hello{})}) {
      TestRelay relay;
      MemoryStore a(campaign.id);
      a.write(campaign.genesis);
      TestClient laptop(relay, a, campaign.laptop.key());
      laptop.connect();
      QVERIFY(laptop.pump());
      const auto held = a.ids();
      const auto result = laptop.session.onFrame(frame);
      QVERIFY(!result);
      QCOMPARE(result.error().code, ErrorCode::ProtocolViolation);
      QVERIFY(a.ids() == held);
      laptop.disconnect();
      laptop.connect();
      QVERIFY(laptop.pump()); // and an honest relay goes on where it was
      QCOMPARE(laptop.session.phase(), Phase::Live);
    }
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
      QVERIFY(withheld<protocol::Tips>(relay, phone) > 0);
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

  void whatWaitsForOthersIsOfferedEverMoreRarely() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id), b(campaign.id);
    a.write(campaign.genesis);
    TestClient laptop(relay, a, campaign.laptop.key());
    laptop.connect();
    QVERIFY(laptop.pump());
    a.keep(campaign.link); // from a file, say: it is not this one's to bring
    const auto rests = campaign.content(campaign.laptop);
    a.write(rests);
    laptop.session.poke();
    QVERIFY(laptop.pump());
    QCOMPARE(a.receipts.size(), std::size_t(1));
    const auto offers = laptop.session.counts().changesSent;
    for (const auto end = relay.clock.now() + std::chrono::hours{6}; relay.clock.now() < end;) {
      const auto wake = laptop.session.nextWake();
      QVERIFY(wake.has_value());
      relay.clock.set(std::max(*wake, relay.clock.now() + Duration{1}));
      laptop.session.poke();
      QVERIFY(laptop.pump());
    }
    const auto more = laptop.session.counts().changesSent - offers;
    QVERIFY2(more >= 10 && more < 60, qPrintable(QString::number(more)));
    // Once it is there nothing waits any longer.
    b.keep(campaign.genesis);
    b.write(campaign.link);
    TestClient other(relay, b, campaign.laptop.key());
    other.connect();
    QVERIFY(other.pump());
    QVERIFY(laptop.pump());
    QVERIFY(a.receipts.contains(rests.id()));
    QCOMPARE(laptop.session.phase(), Phase::Live);
  }

  void whoIsNotServedIsTold() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id), b(campaign.id);
    a.write(campaign.genesis);
    b.keep(campaign.genesis);
    TestClient laptop(relay, a, campaign.laptop.key()), phone(relay, b, campaign.phone.key());
    laptop.connect();
    QVERIFY(laptop.pump());
    phone.connect();
    QVERIFY(phone.pump());
    QVERIFY(b.notServed.contains(campaign.id));
    a.write(campaign.link);
    laptop.session.poke();
    QVERIFY(laptop.pump());
    QVERIFY(phone.pump());
    QVERIFY(!b.notServed.contains(campaign.id));
    QVERIFY(a.ids() == b.ids());
  }

  void aFullDiskEndsTheSessionAndTheCursorStays() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id), b(campaign.id);
    a.write(campaign.genesis);
    a.write(campaign.link);
    a.write(campaign.content(campaign.laptop));
    TestClient laptop(relay, a, campaign.laptop.key()), phone(relay, b, campaign.phone.key());
    laptop.connect();
    QVERIFY(laptop.pump());
    b.acceptFailure = Error{ErrorCode::DiskFull, ""};
    phone.connect();
    QVERIFY(!phone.pump());
    QCOMPARE(phone.session.error()->code, ErrorCode::DiskFull);
    b.acceptFailure.reset();
    phone.connect();
    QVERIFY(phone.pump());
    QVERIFY(a.ids() == b.ids());
  }

  void aFileArrivesWholeAndItsReceiptFollows() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id), b(campaign.id);
    const LargeFile large(campaign);
    const auto& [list, file, naming] = large;
    a.write(campaign.genesis);
    a.write(campaign.link);
    a.write(naming);
    a.files[list.name.blob] = file;
    b.toDownload = {list.name};
    TestClient laptop(relay, a, campaign.laptop.key()), phone(relay, b, campaign.phone.key());
    laptop.connect();
    QVERIFY(laptop.pump()); // the change goes first
    a.toUpload = {list};
    laptop.session.poke();
    QVERIFY(!laptop.pump(20)); // breaks in the middle of the file
    const auto sentBefore = laptop.session.counts().chunksSent;
    laptop.connect();
    QVERIFY(laptop.pump());
    QVERIFY(sentBefore > 0 && laptop.session.counts().chunksSent < 21 + sentBefore);
    QVERIFY(a.toUpload.empty());
    QCOMPARE(a.receipts.at(naming.id()).kind, Receipt::Kind::Blobs);
    phone.connect();
    QVERIFY(phone.pump());
    QVERIFY(b.files[list.name.blob] == file);
  }

  void noMoreChunksAreUnansweredThanTheLimit() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id), b(campaign.id);
    const LargeFile large(campaign);
    const auto& name = large.list.name;
    a.write(campaign.genesis);
    a.write(campaign.link);
    a.write(large.naming);
    a.files[name.blob] = large.file;
    TestClient laptop(relay, a, campaign.laptop.key()), phone(relay, b, campaign.phone.key());
    laptop.connect();
    QVERIFY(laptop.pump());
    a.toUpload = {large.list};
    laptop.session.poke();
    // The relay hears everything but the chunks, and so acknowledges none.
    QCOMPARE(withheld<protocol::BlobChunk>(relay, laptop), limits::chunksInFlight);
    laptop.disconnect();
    laptop.connect();
    QVERIFY(laptop.pump());
    QVERIFY(a.toUpload.empty());
    phone.connect();
    QVERIFY(phone.pump());
    b.toDownload = {name};
    phone.session.poke();
    QCOMPARE(withheld<protocol::BlobChunkGet>(relay, phone), limits::chunksInFlight);
  }
};

QTEST_APPLESS_MAIN(TestSyncSession)
#include "test_sync_session.moc"
