// Who may found a campaign at a relay, and who may bring a space.
#include <QTest>

#include "tests/sync_relay/mailbox_world.h"

namespace test_admission {

using namespace meridian;
using namespace meridian::test;
using relay::Admission;

namespace {

const protocol::FoundingCode code{{1, 2, 3}};

// A campaign of somebody's own.
Change campaignOf(const char* name) {
  TestDevice founder(name);
  return founder.write(Kind::Genesis, {}, {}, {Founder{founder.id(), founder.box()}});
}
Receipt receiptFor(const TestRelay& relay, const Change& genesis,
                   Receipt::Kind kind = Receipt::Kind::Change) {
  return envelope::makeReceipt(relay.identity, kind, {}, genesis.id(), noon);
}

} // namespace

class TestAdmission : public QObject {
  Q_OBJECT

 private slots:
  void theFoundingCodeAdmitsACampaign() {
    Site site({.admission = Admission::Founding, .code = code});
    RawPeer founder(site.relay, site.founder.key());
    QVERIFY(founder.welcome.admitsCampaigns);
    QVERIFY(founder.offer(site.genesis).is(site.genesis, Finality::Wait, Reason::NotAdmitted));
    QVERIFY(!founder.admit({.campaign = site.campaign, .code = {}, .receipt = {}}));
    QVERIFY(!founder.admit({.campaign = site.campaign, .code = protocol::FoundingCode{{9}}, .receipt = {}}));
    QVERIFY(founder.offer(site.genesis).is(site.genesis, Finality::Wait, Reason::NotAdmitted));
    QVERIFY(founder.admit({.campaign = site.campaign, .code = code, .receipt = {}}));
    QVERIFY(founder.offer(site.genesis).stored(site.genesis.id()));
    QVERIFY(site.relay.mailbox->holdsCampaign());
  }

  void theCodeAdmitsOneCampaignAlone() {
    TestRelay relay({.admission = Admission::Founding, .code = code});
    const auto first = campaignOf("first"), second = campaignOf("second"), third = campaignOf("third");
    RawPeer one(relay, keyOf("one")), other(relay, keyOf("other"));
    for (const auto& genesis : {first, second})
      QVERIFY(one.admit({.campaign = genesis.space(), .code = code, .receipt = {}}));
    QVERIFY(other.admit({.campaign = third.space(), .code = code, .receipt = {}}));
    // All three come into one group.
    one.hand(first.space(), {first});
    one.hand(second.space(), {second});
    other.hand(third.space(), {third});
    relay.mailbox->commit();
    const auto answers = one.answers();
    QVERIFY(answers.stored(first.id()));
    QVERIFY(answers.is(second, Finality::Wait, Reason::NotAdmitted));
    QVERIFY(other.answers().is(third, Finality::Wait, Reason::NotAdmitted));
    QVERIFY(!other.admit({.campaign = third.space(), .code = code, .receipt = {}}));
    QVERIFY(other.admit({.campaign = first.space(), .code = {}, .receipt = {}})); // is here
  }

  void aReceiptForTheGenesisAdmitsAfterAWipe() {
    for (const auto admission : {Admission::Founding, Admission::Closed}) {
      Site site({.admission = admission, .code = code});
      RawPeer anyone(site.relay, keyOf("a member"));
      const auto receipt = receiptFor(site.relay, site.genesis);
      QVERIFY(anyone.admit({.campaign = site.campaign, .code = {}, .receipt = receipt}));
      const auto answer = anyone.offer(site.campaign, {site.genesis}, {receipt});
      QVERIFY(answer.stored(site.genesis.id()));
      QVERIFY(answer.receipts.front() == receipt); // which says when it was here first
    }
  }

  void anotherReceiptAdmitsNothing() {
    Site site({.admission = Admission::Founding, .code = code});
    RawPeer anyone(site.relay, keyOf("a member"));
    const auto honest = receiptFor(site.relay, site.genesis);
    auto forged = honest;
    forged.signature[0] ^= 1;
    auto later = honest;
    later.at += Duration{1};
    const auto otherRelay =
        envelope::makeReceipt(keyOf("another relay"), Receipt::Kind::Change, {}, site.genesis.id(), noon);
    auto renamed = otherRelay;
    renamed.relay = honest.relay;
    const auto ofFiles = receiptFor(site.relay, site.genesis, Receipt::Kind::Blobs);
    const auto ofAnother = receiptFor(site.relay, campaignOf("another"));
    for (const auto& receipt : {forged, later, otherRelay, renamed, ofFiles, ofAnother})
      QVERIFY(!anyone.admit({.campaign = site.campaign, .code = {}, .receipt = receipt}));
    QVERIFY(anyone.offer(site.genesis).is(site.genesis, Finality::Wait, Reason::NotAdmitted));
  }

  void anOpenRelayNeedsNeither() {
    TestRelay relay({.admission = Admission::Open});
    RawPeer anyone(relay, keyOf("anyone"));
    for (const auto& genesis : {campaignOf("first"), campaignOf("second")})
      QVERIFY(anyone.offer(genesis).stored(genesis.id()));
  }

  void aClosedRelayTakesNoCode() {
    Site site({.admission = Admission::Closed, .code = code});
    RawPeer founder(site.relay, site.founder.key());
    QVERIFY(!founder.welcome.admitsCampaigns);
    QVERIFY(!founder.admit({.campaign = site.campaign, .code = code, .receipt = {}}));
    QVERIFY(founder.offer(site.genesis).is(site.genesis, Finality::Wait, Reason::NotAdmitted));
  }

  void proofIsOfOneConnection() {
    Site site({.admission = Admission::Founding, .code = code});
    RawPeer founder(site.relay, site.founder.key()), stranger(site.relay, keyOf("stranger"));
    QVERIFY(founder.admit({.campaign = site.campaign, .code = code, .receipt = {}}));
    QVERIFY(stranger.offer(site.genesis).is(site.genesis, Finality::Wait, Reason::NotAdmitted));
    QVERIFY(founder.offer(site.genesis).stored(site.genesis.id()));
  }

  void aSpaceIsBroughtByAManagerOfItsCampaign() {
    Site site;
    const auto space = site.space();
    TestDevice writer("writer");
    const auto changes = site.member(writer, "i", Capability::Write);
    const auto unruly =
        writer.write(Kind::Genesis, {}, site.heads(site.campaign), {OfCampaign{site.campaign}});
    RawPeer peer(site.relay, site.founder.key());
    QVERIFY(peer.offer(space).is(space, Finality::Wait, Reason::NotAdmitted)); // before its campaign
    QVERIFY(peer.offer(site.genesis).stored(site.genesis.id()));
    QVERIFY(peer.offer(space).stored(space.id()));
    QVERIFY(peer.offer(site.campaign, changes).refusals.empty());
    QVERIFY(peer.offer(unruly).is(unruly, Finality::Wait, Reason::NoRight));
  }

  void contentsOfASpaceThatIsNotHereWait() {
    Site site;
    const auto content = site.content(site.founder, site.campaign);
    RawPeer peer(site.relay, site.founder.key());
    QVERIFY(peer.offer(content).is(content, Finality::Wait, Reason::NotAdmitted));
    QVERIFY(peer.offer(site.campaign, {site.genesis, content}).refusals.empty());
  }

  void aFoundingThatDidNotBecomeDurableLeavesTheCodeGood() {
    Site site({.admission = Admission::Founding, .code = code});
    RawPeer founder(site.relay, site.founder.key());
    QVERIFY(founder.admit({.campaign = site.campaign, .code = code, .receipt = {}}));
    site.relay.start(); // crashes before the commit
    QVERIFY(!site.relay.mailbox->holdsCampaign());
    RawPeer again(site.relay, site.founder.key());
    QVERIFY(again.admit({.campaign = site.campaign, .code = code, .receipt = {}}));
    QVERIFY(again.offer(site.genesis).stored(site.genesis.id()));
  }
};

QTEST_APPLESS_MAIN(TestAdmission)

} // namespace test_admission
#include "test_admission.moc"
