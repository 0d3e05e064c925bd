// What one peer may ask of the relay, and what its slowness costs.
#include <QTest>

#include "tests/sync_relay/mailbox_world.h"

namespace test_limits {

using namespace meridian;
using namespace meridian::test;

namespace {

// A file, and a change of the founder that names it.
struct File {
  File(Site& site, std::uint64_t size, std::uint8_t filling) {
    list.name.space = site.campaign;
    list.length = size;
    for (std::uint32_t i = 0; i < signing::chunkCount(size); ++i) {
      chunks.emplace_back(signing::chunkSize(size, i), static_cast<std::uint8_t>(filling + i));
      list.chunks.push_back(signing::chunkHash(chunks.back()));
    }
    list.name.blob = signing::blobAddress(list.length, list.chunks);
  }
  // Of an incarnation of its own, so that it follows nothing.
  [[nodiscard]] Change naming(const Site& site) const {
    Header header;
    header.kind = static_cast<std::uint8_t>(Kind::Content);
    header.space = site.campaign;
    header.device = site.founder.id();
    header.incarnation.bytes.fill(chunks.front().front());
    header.seq = 1;
    header.heads = {site.genesis.id()};
    header.blobs = {list.name.blob};
    return *finish(encodeAdditionalData(header, {}), Bytes(24, 1), Bytes(32, 2), site.founder.key());
  }
  [[nodiscard]] protocol::BlobChunk chunk(std::uint32_t index) const {
    return {.name = list.name, .index = index, .bytes = chunks[index]};
  }
  protocol::BlobList list;
  std::vector<Bytes> chunks;
};

std::vector<protocol::BlobStatus> statesIn(const std::vector<protocol::Message>& messages) {
  std::vector<protocol::BlobStatus> states;
  for (const auto& message : messages)
    if (const auto* state = std::get_if<protocol::BlobStatus>(&message)) states.push_back(*state);
  return states;
}

} // namespace

class TestLimits : public QObject {
  Q_OBJECT

 private slots:
  void aFullSpaceWaits() {
    Site plain;
    const auto genesisBytes = plain.genesis.bytes().size();
    const auto contentBytes = plain.content(plain.founder, plain.campaign).bytes().size();
    Site site({.admission = relay::Admission::Open, .spaceBytesMax = genesisBytes + 2 * contentBytes});
    RawPeer founder(site.relay, site.founder.key());
    QVERIFY(founder.offer(site.genesis).refusals.empty());
    const auto one = site.content(site.founder, site.campaign),
               two = site.content(site.founder, site.campaign),
               three = site.content(site.founder, site.campaign);
    const auto answer = founder.offer(site.campaign, {one, two, three});
    QVERIFY(answer.stored(one.id()) && answer.stored(two.id())); // to the last byte
    QVERIFY(answer.is(three, Finality::Wait, Reason::Quota));
    QVERIFY(founder.offer(one).stored(one.id())); // what is here costs nothing
    site.relay.start();                           // and the books are kept
    RawPeer again(site.relay, site.founder.key());
    QVERIFY(again.offer(three).is(three, Finality::Wait, Reason::Quota));
  }

  void aFileCountsInItsSpace() {
    Site site({.admission = relay::Admission::Open, .blobBytesMax = 3'000, .spaceBytesMax = 5'000});
    RawPeer founder(site.relay, site.founder.key());
    const File first(site, 3'000, 1), second(site, 2'000, 2), tooLarge(site, 3'001, 3), unnamed(site, 10, 4);
    QVERIFY(founder
                .offer(site.campaign,
                       {site.genesis, first.naming(site), second.naming(site), tooLarge.naming(site)})
                .refusals.empty());
    const auto stateOf = [&](const File& file) {
      founder.send(file.list);
      return statesIn(founder.take()).at(0).state;
    };
    QCOMPARE(stateOf(unnamed), protocol::BlobState::Refused);
    QCOMPARE(stateOf(tooLarge), protocol::BlobState::Refused);
    QCOMPARE(stateOf(first), protocol::BlobState::Wanted);
    QCOMPARE(stateOf(second), protocol::BlobState::Full);
    auto lie = first.list;
    lie.chunks.front().bytes[0] ^= 1;
    founder.send(lie);
    QCOMPARE(statesIn(founder.take()).at(0).state, protocol::BlobState::Refused);
  }

  void aChunkOfAnotherFileEndsTheConnection() {
    Site site;
    const File file(site, 2'000, 1);
    {
      RawPeer founder(site.relay, site.founder.key());
      QVERIFY(founder.offer(site.campaign, {site.genesis, file.naming(site)}).refusals.empty());
      founder.send(file.list);
    }
    auto wrong = file.chunk(0), beyond = file.chunk(0), cut = file.chunk(0), unknown = file.chunk(0);
    wrong.bytes[5] ^= 1;
    beyond.index = 1;
    cut.bytes.pop_back();
    unknown.name.blob.bytes[0] ^= 1;
    for (const auto& chunk : {wrong, beyond, cut, unknown}) {
      RawPeer peer(site.relay, site.founder.key());
      peer.send(chunk);
      QVERIFY(peer.closing());
      QVERIFY(!site.relay.mailbox->commitDue());
    }
  }

  void twoWhoBringOneFileAreBothToldThatItIsWhole() {
    Site site;
    const File file(site, limits::blobChunkBytes + 10, 1);
    RawPeer one(site.relay, site.founder.key()), two(site.relay, site.founder.key());
    QVERIFY(one.offer(site.campaign, {site.genesis, file.naming(site)}).refusals.empty());
    one.send(file.list);
    two.send(file.list);
    (void)one.take();
    (void)two.take();
    for (const std::uint32_t index : {0u, 1u}) {
      one.send(file.chunk(index));
      two.send(file.chunk(index));
    }
    site.relay.mailbox->commit();
    for (auto* peer : {&one, &two}) {
      const auto states = statesIn(peer->take());
      QVERIFY(!states.empty() && states.back().state == protocol::BlobState::Durable);
    }
    QCOMPARE(site.relay.mailbox->counters().blobsDurable, std::uint64_t(1));
    // One who begins only now is told at once, with the receipt.
    RawPeer late(site.relay, site.founder.key());
    late.send(file.list);
    const auto messages = late.take();
    QCOMPARE(std::get<protocol::Receipts>(messages.at(0)).receipts.at(0).kind, Receipt::Kind::Blobs);
    QCOMPARE(statesIn(messages).at(0).state, protocol::BlobState::Durable);
  }

  void tooMuchAtOnceWaits() {
    Site site({.admission = relay::Admission::Open, .changesPerSecond = 2, .changesBurst = 5});
    RawPeer founder(site.relay, site.founder.key());
    QVERIFY(founder.offer(site.genesis).refusals.empty());
    std::vector<Change> run;
    for (int i = 0; i < 5; ++i)
      run.push_back(site.content(site.founder, site.campaign));
    const auto answer = founder.offer(site.campaign, run);
    QCOMPARE(answer.refusals.size(), std::size_t(5));
    QVERIFY(answer.is(run[0], Finality::Wait, Reason::Rate));
    QVERIFY(answer.refusals[0].retryAfterMs > 0);
    QVERIFY(founder.offer(site.campaign, {run[0], run[1], run[2], run[3]}).refusals.empty());
    QVERIFY(founder.offer(run[4]).is(run[4], Finality::Wait, Reason::Rate));
    // Nobody else waits for it.
    RawPeer other(site.relay, site.founder.key());
    QVERIFY(other.offer(run[4]).stored(run[4].id()));
    site.relay.clock.advance(std::chrono::milliseconds{500});
    QVERIFY(founder.offer(run[4]).refusals.empty());
  }

  void whoSendsFasterThanTheByteRateRests() {
    Site site({.admission = relay::Admission::Open, .bytesPerSecond = 1'000, .bytesBurst = 10'000});
    auto& mailbox = *site.relay.mailbox;
    RawPeer founder(site.relay, site.founder.key());
    QVERIFY(founder.offer(site.genesis).refusals.empty());
    site.relay.clock.advance(std::chrono::seconds{10}); // until the burst is whole again
    // Frames of just so many bytes, which ask for nothing.
    const auto frame = [](std::size_t bytes) {
      const auto empty = protocol::encode(protocol::Batch{}).size();
      return protocol::Batch{.space = {},
                             .before = 0,
                             .after = 0,
                             .more = false,
                             .entries = {{Bytes(bytes - empty - 5, 1), {}}}};
    };
    QCOMPARE(protocol::encode(frame(2'500)).size(), std::size_t(2'500));
    for (int i = 0; i < 4; ++i) {
      QCOMPARE(mailbox.restOf(founder.id).count(), 0);
      founder.send(frame(2'500));
    }
    QCOMPARE(mailbox.restOf(founder.id).count(), 0); // the burst, to the last byte
    founder.send(frame(500));
    QCOMPARE(mailbox.restOf(founder.id).count(), 501);
    // A second connection of the same key has no burst of its own, nor has one that left and came back.
    {
      RawPeer again(site.relay, site.founder.key());
      QVERIFY(mailbox.restOf(again.id).count() > 0);
      mailbox.disconnect(again.id);
    }
    mailbox.disconnect(founder.id);
    RawPeer back(site.relay, site.founder.key());
    QVERIFY(mailbox.restOf(back.id).count() > 0);
    // Nobody else waits for it.
    TestDevice other("other");
    QCOMPARE(mailbox.restOf(RawPeer(site.relay, other.key()).id).count(), 0);
    site.relay.clock.advance(std::chrono::milliseconds{501});
    QCOMPARE(mailbox.restOf(back.id).count(), 0);

    // A clock that is set back freezes nobody.
    back.send(frame(500));
    QCOMPARE(mailbox.restOf(back.id).count(), 500);
    site.relay.clock.advance(-std::chrono::hours{1});
    QCOMPARE(mailbox.restOf(back.id).count(), 500);
    site.relay.clock.advance(std::chrono::milliseconds{500});
    QCOMPARE(mailbox.restOf(back.id).count(), 0);
  }

  // Keys cost nothing: a burst for each would be none for all.
  void keysThatHoldNoSpaceShareOneBudget() {
    Site site({.admission = relay::Admission::Open, .bytesPerSecond = 1'000, .bytesBurst = 10'000});
    auto& mailbox = *site.relay.mailbox;
    RawPeer founder(site.relay, site.founder.key());
    QVERIFY(founder.offer(site.genesis).refusals.empty());
    site.relay.clock.advance(std::chrono::seconds{10});
    TestDevice ana("ana"), ben("ben");
    RawPeer one(site.relay, ana.key());
    one.send(protocol::Batch{
        .space = {}, .before = 0, .after = 0, .more = false, .entries = {{Bytes(12'000, 1), {}}}});
    QVERIFY(mailbox.restOf(one.id).count() > 0);
    RawPeer two(site.relay, ben.key());
    QCOMPARE(mailbox.restOf(two.id).count(), mailbox.restOf(one.id).count());
    mailbox.disconnect(one.id);
    QVERIFY(mailbox.restOf(two.id).count() > 0);
    QCOMPARE(mailbox.restOf(founder.id).count(), 0);
  }

  void aSlowReaderCostsACursor() {
    Site site;
    RawPeer founder(site.relay, site.founder.key()), slow(site.relay, site.founder.key());
    QVERIFY(founder.offer(site.genesis).refusals.empty());
    QCOMPARE(slow.read(site.campaign).standing, Standing::Served);
    // The reader takes nothing while thousands of changes come; nothing is made for it.
    std::size_t bytes = 0;
    for (int i = 0; i < 20; ++i) {
      std::vector<Change> run;
      for (int j = 0; j < 200; ++j)
        run.push_back(site.content(site.founder, site.campaign));
      for (const auto& change : run)
        bytes += change.bytes().size();
      QVERIFY(founder.offer(site.campaign, run).refusals.empty());
    }
    QCOMPARE(site.relay.mailbox->counters().changesSent, std::uint64_t(1)); // the genesis, at first
    QVERIFY(!site.relay.mailbox->mustPause(slow.id));
    // Then it gets as much as it has room for, frame by frame.
    const auto some = slow.take(1);
    QCOMPARE(some.size(), std::size_t(1));
    QVERIFY(site.relay.mailbox->counters().changesSent <= limits::changesPerBatch + 1);
    std::size_t received = std::get<protocol::Batch>(some.at(0)).entries.size();
    for (const auto& message : slow.take())
      received += std::get<protocol::Batch>(message).entries.size();
    QCOMPARE(received, std::size_t(4'000));
    QVERIFY(bytes > 500'000);
  }

  void whoAsksAndDoesNotReadIsPaused() {
    Site site;
    RawPeer peer(site.relay, site.founder.key());
    QVERIFY(peer.offer(site.genesis).refusals.empty());
    int asked = 0;
    while (!site.relay.mailbox->mustPause(peer.id) && asked < 10'000) {
      peer.send(protocol::BlobGet{.name = {.space = site.campaign, .blob = {}}});
      ++asked;
    }
    QCOMPARE(asked, 256);
    QCOMPARE(peer.take().size(), std::size_t(256));
    QVERIFY(!site.relay.mailbox->mustPause(peer.id));
  }

  void requestsForChunksHaveALimit() {
    Site site;
    RawPeer peer(site.relay, site.founder.key());
    for (int i = 0; i < 64; ++i)
      peer.send(protocol::BlobChunkGet{.name = {}, .index = 0});
    QVERIFY(!peer.closing());
    peer.send(protocol::BlobChunkGet{.name = {}, .index = 0});
    QVERIFY(peer.closing());
  }

  void aRunHasALimit() {
    Site site;
    RawPeer peer(site.relay, site.founder.key());
    const auto batchOf = [&](std::size_t count, std::size_t size) {
      protocol::Batch batch{.space = site.campaign, .before = 0, .after = 0, .more = true, .entries = {}};
      batch.entries.assign(count, {Bytes(size, 1), {}});
      return batch;
    };
    for (int i = 0; i < 4; ++i)
      peer.send(batchOf(limits::changesPerBatch, 10));
    QVERIFY(!peer.closing()); // 4,096 changes
    peer.send(batchOf(1, 10));
    QVERIFY(peer.closing());
    RawPeer wide(site.relay, site.founder.key());
    for (int i = 0; i < 8; ++i)
      wide.send(batchOf(1, limits::changeBytes));
    QVERIFY(!wide.closing()); // 8 MiB
    wide.send(batchOf(1, 1));
    QVERIFY(wide.closing());
    // Nor does a run go on in another space.
    RawPeer jumping(site.relay, site.founder.key());
    jumping.send(batchOf(1, 10));
    auto other = batchOf(1, 10);
    other.space = SpaceId{{1}};
    jumping.send(other);
    QVERIFY(jumping.closing());
  }

  void tipsHaveALimit() {
    Site site;
    RawPeer peer(site.relay, site.founder.key());
    QVERIFY(peer.offer(site.genesis).refusals.empty());
    QCOMPARE(peer.read(site.campaign).standing, Standing::Served);
    protocol::Tips tips{
        .space = site.campaign, .more = true, .tips = std::vector<protocol::Tip>(limits::tipsPerFrame)};
    for (int i = 0; i < 64; ++i)
      peer.send(tips);
    QVERIFY(!peer.closing());
    peer.send(tips);
    QVERIFY(peer.closing());
  }

  void spacesOfAConnectionHaveALimit() {
    Site site({.admission = relay::Admission::Open, .spacesMax = 2});
    RawPeer peer(site.relay, site.founder.key());
    const auto one = site.space(), two = site.space({MemberItem{memberOf(site.genesis)}});
    for (const auto& genesis : {site.genesis, one, two})
      QVERIFY(peer.offer(genesis).refusals.empty());
    QCOMPARE(peer.read(site.campaign).standing, Standing::Served);
    QCOMPARE(peer.read(one.space()).standing, Standing::Served);
    QCOMPARE(peer.read(one.space()).standing, Standing::Served); // the same again is no third
    QVERIFY(!peer.closing());
    peer.send(protocol::Cursors{.cursors = {{.space = two.space(), .generation = {}, .number = 0}}});
    QVERIFY(peer.closing());
  }

  void whatWaitsForTheDiskHasALimit() {
    Site site({.admission = relay::Admission::Open, .pendingBytesMax = 2'000});
    RawPeer peer(site.relay, site.founder.key());
    peer.hand(site.campaign, {site.genesis});
    QVERIFY(site.relay.mailbox->commitDue() && !site.relay.mailbox->commitOverdue());
    while (!site.relay.mailbox->commitOverdue())
      peer.hand(site.campaign, {site.content(site.founder, site.campaign)});
    site.relay.mailbox->commit();
    QVERIFY(!site.relay.mailbox->commitDue() && !site.relay.mailbox->commitOverdue());
  }
};

QTEST_APPLESS_MAIN(TestLimits)

} // namespace test_limits
#include "test_limits.moc"
