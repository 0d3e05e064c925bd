#include <QTest>

#include "sync/protocol/codec.h"
#include "tests/sync_client/memory_store.h"

namespace test_sync_session {

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
    bool whole = false; // nothing broke any more: every frame had its turn
    std::size_t at = 0;
    for (; !whole; ++at) {
      QVERIFY(at < 200);
      Campaign campaign;
      TestRelay relay;
      MemoryStore a(campaign.id), b(campaign.id);
      a.write(campaign.genesis);
      a.write(campaign.link);
      for (int i = 0; i < 5; ++i)
        a.write(campaign.content(campaign.laptop));
      TestClient laptop(relay, a, campaign.laptop.key()), phone(relay, b, campaign.phone.key());
      laptop.connect();
      whole = laptop.pump(at);
      if (!whole) {
        laptop.connect();
        QVERIFY(laptop.pump());
      }
      QCOMPARE(a.receipts.size(), std::size_t(7));
      phone.connect();
      if (!phone.pump(at)) {
        whole = false;
        phone.connect();
        QVERIFY(phone.pump());
      }
      QVERIFY2(a.ids() == b.ids(), qPrintable(QString::number(at)));
    }
    QVERIFY(at > 10);
  }

  void anotherIdentityEndsTheSession() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id);
    a.write(campaign.genesis);
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
    // Nothing of it is lost: the right one gets it.
    QVERIFY(a.receipts.empty());
    TestClient laptop(relay, a, campaign.laptop.key());
    laptop.connect();
    QVERIFY(laptop.pump());
    QVERIFY(a.receipts.contains(campaign.genesis.id()));
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
    QCOMPARE(laptop.withheld<protocol::BlobChunk>(), limits::chunksInFlight);
    laptop.disconnect();
    laptop.connect();
    QVERIFY(laptop.pump());
    QVERIFY(a.toUpload.empty());
    phone.connect();
    QVERIFY(phone.pump());
    b.toDownload = {name};
    phone.session.poke();
    QCOMPARE(phone.withheld<protocol::BlobChunkGet>(), limits::chunksInFlight);
  }
};

QTEST_APPLESS_MAIN(TestSyncSession)

} // namespace test_sync_session
#include "test_sync_session.moc"
