// What the relay stores of what it is offered, by whom it was written, and to whom it gives it.
#include <QTest>

#include "tests/sync_relay/mailbox_world.h"

namespace test_judging {

using namespace meridian;
using namespace meridian::test;

namespace {

// A campaign with a space of the founder and Ana, and one of the founder and Ben.
struct TwoSpaces : Site {
  TwoSpaces() : ofAna(space()), ofBen(space({UnknownItem{1000, {1}}})) {
    auto members = member(ana, "ana", Capability::Write, {ofAna.space()});
    std::ranges::copy(member(ben, "ben", Capability::Write, {ofBen.space()}), std::back_inserter(members));
    std::ranges::copy(member(reader, "reader", Capability::Read, {ofAna.space()}),
                      std::back_inserter(members));
    members.insert(members.begin(), genesis);
    RawPeer peer(relay, founder.key());
    // Campaign first, as far as the spaces need it: their genesis names its heads.
    stored = peer.offer(campaign, {genesis}).refusals.empty() && peer.offer(ofAna).refusals.empty() &&
             peer.offer(ofBen).refusals.empty() && peer.offer(campaign, members).refusals.empty();
  }
  TestDevice ana{"ana"}, ben{"ben"}, reader{"reader"}, stranger{"stranger"};
  Change ofAna, ofBen;
  bool stored = false;
};

Change withBytes(const Change& change, std::size_t fromEnd) {
  Bytes bytes(change.bytes().begin(), change.bytes().end());
  bytes[bytes.size() - fromEnd] ^= 1;
  return *Change::parse(bytes);
}

Change unsigned_(Change change) {
  change.dropSignature();
  return change;
}

} // namespace

class TestJudging : public QObject {
  Q_OBJECT

 private slots:
  void aMemberOfOneSpaceCannotPullAnother() {
    TwoSpaces site;
    QVERIFY(site.stored);
    RawPeer ana(site.relay, site.ana.key());
    const auto own = ana.read(site.ofAna.space());
    QCOMPARE(own.standing, Standing::Served);
    QVERIFY(!own.changes.empty() && !own.invitedTo.contains(site.ofBen.space()));
    const auto other = ana.read(site.ofBen.space());
    QCOMPARE(other.standing, Standing::Refused);
    QVERIFY(other.changes.empty());
    // Nor what is written there from now on.
    RawPeer ben(site.relay, site.ben.key());
    QVERIFY(ben.offer(site.content(site.ben, site.ofBen.space())).refusals.empty());
    QVERIFY(ana.take().empty());
    // Nor by comparing tips, nor its files.
    ana.send(protocol::Tips{.space = site.ofBen.space(), .more = false, .tips = {}});
    QVERIFY(ana.take().empty());
    ana.send(protocol::BlobGet{.name = {.space = site.ofBen.space(), .blob = {}}});
    QCOMPARE(std::get<protocol::BlobStatus>(ana.take().at(0)).state, protocol::BlobState::Refused);
    RawPeer stranger(site.relay, site.stranger.key());
    QCOMPARE(stranger.read(site.campaign).standing, Standing::Refused);
  }

  void theAuthorIsJudgedAndNotTheBringer() {
    TwoSpaces site;
    RawPeer stranger(site.relay, site.stranger.key());
    const auto valid = site.content(site.ana, site.ofAna.space());
    QVERIFY(stranger.offer(valid).stored(valid.id()));
    // The stranger's own work is not wanted, whoever brings it.
    const auto own = site.content(site.stranger, site.ofAna.space());
    RawPeer ana(site.relay, site.ana.key());
    QVERIFY(ana.offer(own).is(own, Finality::Wait, Reason::AuthorityMissing));
  }

  void aForgedAuthorIsRefused() {
    TwoSpaces site;
    RawPeer stranger(site.relay, site.stranger.key());
    // In Ana's name, with another signature, or with somebody else's.
    const auto honest = site.content(site.ana, site.ofAna.space());
    const auto forged = withBytes(honest, 1);
    QVERIFY(stranger.offer(forged).is(forged, Finality::Final, Reason::BadSignature));
    const auto absent = unsigned_(honest);
    QVERIFY(stranger.offer(absent).is(absent, Finality::Final, Reason::BadSignature));
    // The change itself is as good as before.
    QVERIFY(stranger.offer(honest).stored(honest.id()));
  }

  void aBitAnywhereInAChangeIsNoticed() {
    TwoSpaces site;
    RawPeer peer(site.relay, site.ana.key());
    const auto honest = site.content(site.ana, site.ofAna.space());
    for (std::size_t at = 1; at < honest.bytes().size(); at += 7) {
      Bytes bytes(honest.bytes().begin(), honest.bytes().end());
      bytes[bytes.size() - at] ^= 0x10;
      protocol::Batch batch{
          .space = honest.space(), .before = 0, .after = 0, .more = false, .entries = {{bytes, {}}}};
      peer.send(batch);
      site.relay.mailbox->commit();
      const auto answer = peer.answers();
      QVERIFY2(answer.receipts.empty() && answer.refusals.size() == 1, qPrintable(QString::number(at)));
    }
  }

  void aReaderDoesNotWrite() {
    TwoSpaces site;
    RawPeer reader(site.relay, site.reader.key());
    QCOMPARE(reader.read(site.ofAna.space()).standing, Standing::Served);
    const auto content = site.content(site.reader, site.ofAna.space());
    QVERIFY(reader.offer(content).is(content, Finality::Final, Reason::NoRight));
    const auto entry =
        site.reader.write(Kind::Authority, site.campaign, site.heads(site.campaign), {RelayItem{}});
    QVERIFY(reader.offer(entry).is(entry, Finality::Wait, Reason::NoRight));
  }

  void whatMayComeRightWaits() {
    TwoSpaces site;
    RawPeer ana(site.relay, site.ana.key());
    // Heads that are not here yet.
    const auto grant = site.entry({RelayItem{RelayId{{1}}}});
    const auto ahead = site.content(site.ana, site.ofAna.space());
    QVERIFY(ana.offer(ahead).is(ahead, Finality::Wait, Reason::AuthorityMissing));
    QVERIFY(ana.offer(grant).stored(grant.id()));
    QVERIFY(ana.offer(ahead).stored(ahead.id()));
    // A predecessor that is not here yet.
    const auto first = site.content(site.ana, site.ofAna.space());
    const auto second = site.content(site.ana, site.ofAna.space());
    const auto answer = ana.offer(second);
    QVERIFY(answer.is(second, Finality::Wait, Reason::PredecessorMissing));
    QVERIFY(answer.refused(second.id())->retryAfterMs > 0);
    QVERIFY(ana.offer(first).stored(first.id()));
    QVERIFY(ana.offer(second).stored(second.id()));
  }

  void whatCanNeverBeValidIsFinal() {
    TwoSpaces site;
    RawPeer ana(site.relay, site.ana.key());
    const auto honest = site.content(site.ana, site.ofAna.space());
    // Offered as another space's.
    ana.hand(site.ofBen.space(), {honest});
    site.relay.mailbox->commit();
    auto answer = ana.answers();
    QVERIFY(answer.is(honest, Finality::Final, Reason::Malformed));
    // Cut off in the middle: the refusal still names something, and nothing is stored.
    Bytes half(honest.bytes().begin(), honest.bytes().begin() + 100);
    ana.send(protocol::Batch{.space = honest.space(),
                             .before = 0,
                             .after = 0,
                             .more = false,
                             .entries = {{half, {}}, {Bytes{}, {}}}});
    site.relay.mailbox->commit();
    answer = ana.answers();
    QCOMPARE(answer.refusals.size(), std::size_t(2));
    for (const auto& refusal : answer.refusals)
      QVERIFY(refusal.finality == Finality::Final && refusal.reason == Reason::Malformed);
    QVERIFY(ana.offer(honest).stored(honest.id()));
  }

  void aDuplicateGetsItsFirstReceiptAgain() {
    TwoSpaces site;
    RawPeer ana(site.relay, site.ana.key());
    const auto content = site.content(site.ana, site.ofAna.space());
    const auto first = ana.offer(content).receipts.at(0);
    site.relay.clock.advance(std::chrono::hours{1});
    const auto again = ana.offer(content.space(), {content, content});
    QVERIFY(again.receipts == (std::vector{first, first}));
    QCOMPARE(ana.read(content.space()).changes.size(), std::size_t(2));
  }

  void aRunWithAbsentInnerSignaturesIsAccepted() {
    TwoSpaces site;
    RawPeer third(site.relay, site.stranger.key());
    std::vector<Change> run;
    for (int i = 0; i < 5; ++i)
      run.push_back(site.content(site.ana, site.ofAna.space()));
    for (int i = 0; i < 4; ++i)
      run[static_cast<std::size_t>(i)].dropSignature();
    QCOMPARE(third.offer(site.ofAna.space(), run).receipts.size(), std::size_t(5));
    RawPeer reader(site.relay, site.reader.key());
    const auto read = reader.read(site.ofAna.space()).changes;
    QCOMPARE(read.size(), std::size_t(6));
    QVERIFY(!read[1].hasSignature() && read[5].verifySignature());
  }

  void aWrongInnerSignatureIsHandedOnAsAbsent() {
    TwoSpaces site;
    RawPeer ana(site.relay, site.ana.key());
    std::vector<Change> run;
    for (int i = 0; i < 3; ++i)
      run.push_back(site.content(site.ana, site.ofAna.space()));
    run[1] = withBytes(run[1], 20);
    QCOMPARE(ana.offer(site.ofAna.space(), run).receipts.size(), std::size_t(3));
    const auto read = ana.read(site.ofAna.space()).changes;
    QVERIFY(read[1].verifySignature() && !read[2].hasSignature() && read[3].verifySignature());
  }

  void aRunIsCutAtItsLastSignature() {
    TwoSpaces site;
    RawPeer third(site.relay, site.stranger.key());
    std::vector<Change> run;
    for (int i = 0; i < 4; ++i)
      run.push_back(site.content(site.ana, site.ofAna.space()));
    const auto answer =
        third.offer(site.ofAna.space(), {unsigned_(run[0]), run[1], unsigned_(run[2]), withBytes(run[3], 5)});
    QVERIFY(answer.stored(run[0].id()) && answer.stored(run[1].id()));
    QVERIFY(answer.is(run[2], Finality::Final, Reason::BadSignature));
    QVERIFY(answer.is(run[3], Finality::Final, Reason::BadSignature));
    QVERIFY(third.offer(site.ofAna.space(), {run[2], run[3]}).refusals.empty());
  }

  void noChainHereEndsWithoutASignature() {
    // The change that vouches for the run has to wait; so has what it vouches for, or readers would be given
    // changes that nothing speaks for.
    TwoSpaces site;
    RawPeer third(site.relay, site.stranger.key()), reader(site.relay, site.reader.key());
    std::vector<Change> run{site.content(site.ana, site.ofAna.space()),
                            site.content(site.ana, site.ofAna.space())};
    const auto entry = site.entry({RelayItem{RelayId{{1}}}});
    run.push_back(site.content(site.ana, site.ofAna.space())); // at heads that the relay lacks
    const std::vector<Change> offered{unsigned_(run[0]), unsigned_(run[1]), run[2]};
    auto answer = third.offer(site.ofAna.space(), offered);
    QVERIFY(answer.receipts.empty());
    for (const auto& change : run)
      QVERIFY(answer.is(change, Finality::Wait, Reason::AuthorityMissing));
    QCOMPARE(reader.read(site.ofAna.space()).changes.size(), std::size_t(1));
    // Its author's copy, which is signed, need not wait.
    QVERIFY(third.offer(site.ofAna.space(), {run[0]}).stored(run[0].id()));
    QVERIFY(third.offer(entry).stored(entry.id()));
    answer = third.offer(site.ofAna.space(), offered);
    QCOMPARE(answer.receipts.size(), std::size_t(3));
    QCOMPARE(reader.read(site.ofAna.space()).changes.size(), std::size_t(4));
  }

  void entriesOfAnUnsignedRunRestOnOneAnother() {
    // A wiped relay, refilled by somebody who never verified the founder's inner signatures.
    Site site;
    const auto first = site.entry({inviteOf("i", Capability::Read)});
    const auto second = site.entry({Withdraw{{first.id(), 0}}});
    RawPeer member(site.relay, keyOf("a member"));
    const auto answer = member.offer(site.campaign, {unsigned_(site.genesis), unsigned_(first), second});
    QCOMPARE(answer.receipts.size(), std::size_t(3));
    RawPeer founder(site.relay, site.founder.key());
    QCOMPARE(founder.read(site.campaign).changes.size(), std::size_t(3));
  }

  void aCutRunIsServedWholeBeforeAnythingElseOfItsSpace() {
    // More than one frame of changes without signatures, and an authority entry that comes in between.
    TwoSpaces site;
    RawPeer third(site.relay, site.stranger.key()), reader(site.relay, site.reader.key());
    protocol::Batch batch{.space = site.ofAna.space(), .before = 0, .after = 0, .more = true, .entries = {}};
    const std::size_t count = limits::changesPerBatch + 200;
    for (std::size_t i = 0; i < count; ++i) {
      auto change = site.content(site.ana, site.ofAna.space());
      if (i + 1 < count) change.dropSignature();
      batch.entries.push_back({Bytes(change.bytes().begin(), change.bytes().end()), {}});
      if (batch.entries.size() < limits::changesPerBatch && i + 1 < count) continue;
      batch.more = i + 1 < count;
      third.send(batch);
      batch.entries.clear();
    }
    site.relay.mailbox->commit();
    QCOMPARE(third.answers().receipts.size(), count);
    reader.send(protocol::Cursors{.cursors = {{.space = site.ofAna.space(), .generation = {}, .number = 0}}});
    std::vector<protocol::Batch> batches;
    const auto takeOne = [&] {
      for (auto& message : reader.take(1))
        if (auto* one = std::get_if<protocol::Batch>(&message)) batches.push_back(std::move(*one));
    };
    while (batches.empty() || !batches.back().more)
      takeOne();
    const auto entry = site.entry(site.ofAna.space(), {UnknownItem{1000, {5}}});
    QVERIFY(third.offer(entry).stored(entry.id()));
    const auto at = batches.size();
    while (batches.size() == at)
      takeOne();
    QVERIFY(!batches[at].more);
    QCOMPARE(batches[at].before, batches[at - 1].after);
    QVERIFY(Change::parse(batches[at].entries.front().change)->chain() == Chain::Content);
  }

  void onlyAClientsWordsAreTakenFromAClient() {
    TwoSpaces site;
    const auto violates = [&](const Bytes& frame) {
      RawPeer peer(site.relay, site.ana.key());
      site.relay.mailbox->receive(peer.id, frame);
      const auto last = peer.take();
      return peer.closing() && !last.empty() && std::holds_alternative<protocol::Bye>(last.back()) &&
             std::get<protocol::Bye>(last.back()).reason == protocol::ByeReason::Violation;
    };
    QVERIFY(violates(Bytes{}));
    QVERIFY(violates(Bytes(100, 0xFF)));
    QVERIFY(violates(Bytes(limits::frameBytes + 1, 0x20)));
    QVERIFY(violates(protocol::encode(protocol::Hello{})));
    QVERIFY(violates(protocol::encode(protocol::Welcome{})));
    QVERIFY(violates(protocol::encode(protocol::Auth{}))); // twice
    QVERIFY(violates(protocol::encode(protocol::Positions{})));
    QVERIFY(violates(protocol::encode(protocol::Receipts{})));
    QVERIFY(violates(protocol::encode(protocol::Refusals{})));
    QVERIFY(violates(protocol::encode(protocol::BlobAck{})));
    QVERIFY(violates(protocol::encode(protocol::BlobStatus{})));
    QCOMPARE(site.relay.mailbox->counters().violations, std::uint64_t(11));
    // Everybody else is served as before.
    RawPeer ana(site.relay, site.ana.key());
    QCOMPARE(ana.read(site.ofAna.space()).standing, Standing::Served);
  }

  void nothingIsTakenBeforeLogIn() {
    TwoSpaces site;
    const auto content = site.content(site.ana, site.ofAna.space());
    for (const protocol::Message& message :
         {protocol::Message(protocol::Cursors{}), protocol::Message(protocol::Admit{}),
          protocol::Message(protocol::Batch{.space = content.space(),
          .before = 0,
          .after = 0,
          .more = false,
          .entries = {{Bytes(content.bytes().begin(), content.bytes().end()), {}}}})}) {
      const auto id = site.relay.mailbox->connect();
      site.relay.mailbox->receive(id, protocol::encode(message));
      QVERIFY(site.relay.mailbox->closing(id));
      QVERIFY(!site.relay.mailbox->commitDue());
    }
  }

  void aReplayedOrForgedLogInIsRefused() {
    TwoSpaces site;
    auto& mailbox = *site.relay.mailbox;
    const auto helloOf = [&](relay::ConnectionId id) {
      return std::get<protocol::Hello>(*protocol::decode(mailbox.take(id, 1).at(0)));
    };
    const auto first = mailbox.connect();
    protocol::Auth auth{
        .formats = {1}, .key = site.ana.id(), .invitation = false, .nonce = {}, .signature = {}};
    protocol::signAuth(auth, helloOf(first), site.ana.key());
    const auto second = mailbox.connect(); // somebody who listened
    const auto challenge = helloOf(second);
    mailbox.receive(second, protocol::encode(auth));
    QVERIFY(mailbox.closing(second));
    const auto bye = std::get<protocol::Bye>(*protocol::decode(mailbox.take(second, 1).at(0)));
    QCOMPARE(bye.reason, protocol::ByeReason::BadLogin);
    mailbox.receive(first, protocol::encode(auth));
    QVERIFY(!mailbox.closing(first));
    // A version that nobody speaks.
    const auto third = mailbox.connect();
    auth.version = 9;
    protocol::signAuth(auth, helloOf(third), site.ana.key());
    mailbox.receive(third, protocol::encode(auth));
    const auto update = std::get<protocol::Bye>(*protocol::decode(mailbox.take(third, 1).at(0)));
    QCOMPARE(update.reason, protocol::ByeReason::UpdateNeeded);
    QCOMPARE(update.versionHigh, protocol::versionMax);
  }

  void randomFramesOfALoggedInPeerHurtNobody() {
    TwoSpaces site;
    const auto content = site.content(site.ana, site.ofAna.space());
    const Bytes honest = protocol::encode(
        protocol::Batch{.space = content.space(),
                        .before = 0,
                        .after = 0,
                        .more = false,
                        .entries = {{Bytes(content.bytes().begin(), content.bytes().end()), {}}}});
    std::uint32_t state = 1;
    const auto dice = [&] { return (state = state * 1'664'525u + 1'013'904'223u) >> 8; };
    for (int round = 0; round < 300; ++round) {
      RawPeer peer(site.relay, site.ana.key());
      for (int i = 0; i < 5 && !peer.closing(); ++i) {
        auto frame = honest;
        for (int flips = 0; flips < 3; ++flips)
          frame[dice() % frame.size()] = static_cast<std::uint8_t>(dice());
        if (dice() % 3 == 0) frame[0] = static_cast<std::uint8_t>(dice() % 0x40);
        site.relay.mailbox->receive(peer.id, frame);
      }
      site.relay.mailbox->commit();
      (void)peer.take();
      site.relay.mailbox->disconnect(peer.id);
    }
    QCOMPARE(site.relay.mailbox->counters().commitFailures, std::uint64_t(0));
    RawPeer ana(site.relay, site.ana.key());
    QVERIFY(ana.offer(content).stored(content.id()));
    QCOMPARE(ana.read(content.space()).changes.size(), std::size_t(2));
  }
};

QTEST_APPLESS_MAIN(TestJudging)

} // namespace test_judging
#include "test_judging.moc"
