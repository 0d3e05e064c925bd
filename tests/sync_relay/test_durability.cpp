// Receipts never lie: what they say is on the disk before they are said, and a store that lost something
// says so itself.
#include <QTest>

#include "tests/support/virtual_disk.h"
#include "tests/sync_relay/mailbox_world.h"

namespace test_durability {

using namespace meridian;
using namespace meridian::test;

namespace {

const relay::MailboxOptions open{.admission = relay::Admission::Open};

// In order: what is done on the disk, and what the test notes in between.
class WatchedDisk : public VirtualDisk {
 public:
  explicit WatchedDisk(std::string name) : VirtualDisk(std::move(name)) {
    observe([this](const DiskOp& op) {
      const auto file = std::filesystem::path(op.file).filename().string();
      if (op.kind == DiskOp::Kind::Write) note("write " + file);
      if (op.kind == DiskOp::Kind::Sync) note("sync " + file);
    });
  }
  void note(std::string event) { m_events.push_back(std::move(event)); }
  void forget() { m_events.clear(); }
  [[nodiscard]] const std::vector<std::string>& events() const { return m_events; }
  [[nodiscard]] std::size_t syncs() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(m_events, [](const auto& event) { return event.starts_with("sync "); }));
  }

 private:
  std::vector<std::string> m_events;
};

// Notes a receipt for the test at the moment in which its frame leaves the mailbox.
std::size_t takeNoting(WatchedDisk& disk, RawPeer& peer) {
  const auto count = peer.answers().receipts.size();
  for (std::size_t i = 0; i < count; ++i)
    disk.note("receipt");
  return count;
}

} // namespace

class TestDurability : public QObject {
  Q_OBJECT

 private slots:
  void writeThenFsyncThenReceipt() {
    WatchedDisk disk("recording-order");
    Site site(open, disk.vfs());
    RawPeer founder(site.relay, site.founder.key());
    QVERIFY(founder.offer(site.genesis).refusals.empty());
    for (int i = 0; i < 3; ++i) {
      disk.forget();
      founder.hand(site.campaign, {site.content(site.founder, site.campaign)});
      QCOMPARE(takeNoting(disk, founder), std::size_t(0)); // nothing is said before the commit
      QCOMPARE(disk.syncs(), std::size_t(0));
      site.relay.mailbox->commit();
      QCOMPARE(takeNoting(disk, founder), std::size_t(1));
      const auto& events = disk.events();
      const auto written = std::ranges::find(events, "write store-wal"),
                 synced = std::ranges::find(events, "sync store-wal"),
                 said = std::ranges::find(events, "receipt");
      QVERIFY(written < synced && synced < said && said < events.end());
      // And nothing was written to the log between the last fsync and the receipt.
      QVERIFY(std::find(events.rbegin(), events.rend(), "sync store-wal") <
              std::find(events.rbegin(), events.rend(), "write store-wal"));
    }
  }

  void oneFsyncServesEverybodyWaiting() {
    WatchedDisk disk("recording-group");
    Site site(open, disk.vfs());
    std::vector<std::unique_ptr<TestDevice>> devices;
    std::vector<std::unique_ptr<RawPeer>> peers;
    {
      RawPeer founder(site.relay, site.founder.key());
      QVERIFY(founder.offer(site.genesis).refusals.empty());
      for (int i = 0; i < 20; ++i) {
        devices.push_back(std::make_unique<TestDevice>("member " + std::to_string(i)));
        QVERIFY(founder
                    .offer(site.campaign,
                           site.member(*devices.back(), "invitation " + std::to_string(i), Capability::Write))
                    .refusals.empty());
        peers.push_back(std::make_unique<RawPeer>(site.relay, devices.back()->key()));
      }
    }
    disk.forget();
    for (std::size_t i = 0; i < peers.size(); ++i)
      for (int change = 0; change < 3; ++change)
        peers[i]->hand(site.campaign, {site.content(*devices[i], site.campaign)});
    site.relay.mailbox->commit();
    QCOMPARE(disk.syncs(), std::size_t(1));
    for (const auto& peer : peers)
      QCOMPARE(peer->answers().receipts.size(), std::size_t(3));
    // Every group has one of its own.
    disk.forget();
    for (std::size_t group = 1; group <= 4; ++group) {
      peers[group]->hand(site.campaign, {site.content(*devices[group], site.campaign)});
      site.relay.mailbox->commit();
      QCOMPARE(disk.syncs(), group);
    }
  }

  void aChunkIsAcknowledgedAfterItsFsync() {
    WatchedDisk disk("recording-chunk");
    Site site(open, disk.vfs());
    const Bytes file(1'000, 7);
    protocol::BlobList list{.name = {.space = site.campaign, .blob = {}},
                            .length = file.size(),
                            .chunks = {signing::chunkHash(file)}};
    list.name.blob = signing::blobAddress(list.length, list.chunks);
    Header header;
    header.kind = static_cast<std::uint8_t>(Kind::Content);
    header.space = site.campaign;
    header.device = site.founder.id();
    header.seq = 1;
    header.heads = {site.genesis.id()};
    header.blobs = {list.name.blob};
    const auto naming =
        finish(encodeAdditionalData(header, {}), Bytes(24, 1), Bytes(32, 2), site.founder.key());
    RawPeer founder(site.relay, site.founder.key());
    QVERIFY(founder.offer(site.campaign, {site.genesis, *naming}).refusals.empty());
    founder.send(list);
    QCOMPARE(std::get<protocol::BlobStatus>(founder.take().at(0)).state, protocol::BlobState::Wanted);
    disk.forget();
    founder.send(protocol::BlobChunk{.name = list.name, .index = 0, .bytes = file});
    QVERIFY(founder.take().empty());
    site.relay.mailbox->commit();
    QCOMPARE(disk.syncs(), std::size_t(1));
    const auto answers = founder.take();
    // The receipt that the file is there comes before what lets its sender go.
    QCOMPARE(std::get<protocol::Receipts>(answers.at(0)).receipts.at(0).kind, Receipt::Kind::Blobs);
    QVERIFY(std::holds_alternative<protocol::BlobAck>(answers.at(1)));
    QCOMPARE(std::get<protocol::BlobStatus>(answers.at(2)).state, protocol::BlobState::Durable);
  }

  void aFailedFsyncGivesNoReceipt() {
    WatchedDisk disk("recording-failure");
    Site site(open, disk.vfs());
    RawPeer founder(site.relay, site.founder.key());
    QVERIFY(founder.offer(site.genesis).refusals.empty());
    const auto content = site.content(site.founder, site.campaign);
    const auto entry = site.entry({inviteOf("i", Capability::Read)});
    disk.failSyncs(1);
    const auto answer = founder.offer(site.campaign, {content, entry});
    QVERIFY(answer.receipts.empty());
    QVERIFY(answer.is(content, Finality::Wait, Reason::Busy));
    QVERIFY(answer.is(entry, Finality::Wait, Reason::Busy));
    QCOMPARE(site.relay.mailbox->counters().commitFailures, std::uint64_t(1));
    // Nothing of the group is believed: the invitation opens nothing, readers are given nothing.
    RawPeer guest(site.relay, keyOf("i"), true);
    QCOMPARE(guest.read(site.campaign).standing, Standing::Refused);
    QCOMPARE(founder.read(site.campaign).changes.size(), std::size_t(1));
    // The disk comes back, and so do they.
    QVERIFY(founder.offer(site.campaign, {content, entry}).refusals.empty());
    QCOMPARE(guest.read(site.campaign).standing, Standing::Authority);
  }

  // Found by seed 7 of the simulation: a relay whose disk was full for a day was asked every two seconds.
  void aDiskThatKeepsFailingIsAskedEverMoreRarely() {
    WatchedDisk disk("recording-failures");
    Site site(open, disk.vfs());
    RawPeer founder(site.relay, site.founder.key());
    QVERIFY(founder.offer(site.genesis).refusals.empty());
    const auto content = site.content(site.founder, site.campaign);
    const auto waits = [&](int times) {
      std::vector<std::uint32_t> all;
      for (int i = 0; i < times; ++i) {
        disk.failSyncs(1);
        for (const auto& refusal : founder.offer(content).refusals)
          all.push_back(refusal.retryAfterMs);
      }
      return all;
    };
    QCOMPARE(waits(7), (std::vector<std::uint32_t>{2000, 4000, 8000, 16000, 32000, 60000, 60000}));
    // A disk that is well again is not held against anybody.
    QVERIFY(founder.offer(content).refusals.empty());
    const auto next = site.content(site.founder, site.campaign);
    disk.failSyncs(1);
    QCOMPARE(founder.offer(next).refusals.at(0).retryAfterMs, std::uint32_t(2000));
  }

  void whatWasReceiptedIsThereAfterACrash() {
    Site site;
    RawPeer founder(site.relay, site.founder.key());
    QVERIFY(founder.offer(site.genesis).refusals.empty());
    const auto kept = site.content(site.founder, site.campaign),
               lost = site.content(site.founder, site.campaign);
    const auto receipts = founder.offer(kept).receipts;
    founder.hand(site.campaign, {lost}); // waits for a commit that never comes
    const auto generation = site.relay.storage->generation();
    site.relay.start();
    QVERIFY(site.relay.storage->generation() == generation);
    RawPeer again(site.relay, site.founder.key());
    const auto read = again.read(site.campaign).changes;
    QCOMPARE(read.size(), std::size_t(2));
    QVERIFY(read[1].id() == kept.id());
    QVERIFY(again.offer(kept).receipts == receipts);
    QVERIFY(again.offer(lost).stored(lost.id()));
  }

  void aStoreRestoredFromYesterdayIsNoticedAndRefilled() {
    Campaign campaign;
    TestRelay relay;
    MemoryStore a(campaign.id), b(campaign.id);
    a.write(campaign.genesis);
    a.write(campaign.link);
    for (int i = 0; i < 4; ++i)
      a.write(campaign.content(campaign.laptop));
    const auto sync = [&](MemoryStore& store, const signing::SigningKey& key) {
      TestClient client(relay, store, key);
      client.connect();
      const bool done = client.pump() && client.session.phase() == client::Phase::Live;
      client.disconnect();
      return done;
    };
    QVERIFY(sync(a, campaign.laptop.key()));
    // The backup.
    relay.mailbox.reset();
    relay.storage.reset();
    std::filesystem::copy_file(relay.path("store"), relay.path("backup"));
    relay.start();
    for (int i = 0; i < 5; ++i)
      a.write(campaign.content(campaign.laptop));
    QVERIFY(sync(a, campaign.laptop.key()));
    QVERIFY(sync(b, campaign.phone.key()));
    QVERIFY(a.ids() == b.ids());
    const auto receipts = a.receipts;
    const auto generation = relay.storage->generation();
    relay.mailbox.reset();
    relay.storage.reset();
    std::filesystem::copy_file(relay.path("backup"), relay.path("store"),
                               std::filesystem::copy_options::overwrite_existing);
    for (const char* name : {"store-wal", "store-shm"})
      std::filesystem::remove(relay.path(name));
    relay.start();
    QVERIFY(relay.storage->generation() != generation);
    // Somebody new is served by the old store, and by everything once any member was here.
    MemoryStore c(campaign.id), d(campaign.id);
    QVERIFY(sync(c, campaign.phone.key()));
    QCOMPARE(c.ids().size(), std::size_t(6));
    QVERIFY(sync(b, campaign.phone.key())); // not the author
    QVERIFY(sync(d, campaign.laptop.key()));
    QVERIFY(d.ids() == a.ids());
    for (const auto& [change, given] : receipts)
      QVERIFY(d.receipts.at(change) == given); // no receipt was a lie
    QVERIFY(sync(c, campaign.phone.key()));
    QVERIFY(c.ids() == a.ids());
  }

  void oneMemberBringsBackWhatAllHadWritten() {
    // Chains that rest on one another, back and forth: invitation, join, confirmation, and work in between.
    Site site;
    MemoryStore held(site.campaign);
    held.keep(site.genesis);
    std::vector<std::unique_ptr<TestDevice>> devices;
    for (int i = 0; i < 6; ++i) {
      const auto name = "member " + std::to_string(i);
      devices.push_back(std::make_unique<TestDevice>(name));
      for (const auto& entry : site.member(*devices.back(), name, Capability::Write))
        held.keep(entry);
      for (const auto& device : devices)
        held.keep(site.content(*device, site.campaign));
    }
    TestClient member(site.relay, held, devices.front()->key());
    member.connect();
    QVERIFY(member.pump()); // without waiting: the clock stands
    QCOMPARE(site.relay.mailbox->counters().changesStored, std::uint64_t(held.ids().size()));
    QCOMPARE(member.session.phase(), client::Phase::Live);
    MemoryStore fresh(site.campaign);
    TestClient founder(site.relay, fresh, site.founder.key());
    founder.connect();
    QVERIFY(founder.pump());
    QVERIFY(fresh.ids() == held.ids());
  }

  void whatTheRelayWillNotTakeIsNotOfferedInALoop() {
    // A reader's work, which somebody keeps: refused for good, and all that follows it with it.
    Site site;
    TestDevice reader("reader");
    MemoryStore held(site.campaign);
    held.keep(site.genesis);
    for (const auto& entry : site.member(reader, "reader", Capability::Read))
      held.keep(entry);
    for (int i = 0; i < 3; ++i)
      held.keep(site.content(reader, site.campaign));
    TestClient founder(site.relay, held, site.founder.key());
    founder.connect();
    QVERIFY(founder.pump());
    QCOMPARE(founder.session.phase(), client::Phase::Live);
    const auto sent = founder.session.counts().changesSent;
    for (int i = 0; i < 10; ++i) {
      site.relay.clock.advance(std::chrono::minutes{2});
      founder.session.poke();
      QVERIFY(founder.pump());
    }
    QCOMPARE(founder.session.counts().changesSent, sent);
  }

  void aStoreWithoutItsMarkKeepsItsGeneration() {
    TestRelay relay;
    const auto generation = relay.storage->generation();
    relay.mailbox.reset();
    relay.storage.reset();
    std::filesystem::remove(relay.path("mark"));
    relay.start();
    QVERIFY(relay.storage->generation() == generation);
  }
};

QTEST_APPLESS_MAIN(TestDurability)

} // namespace test_durability
#include "test_durability.moc"
