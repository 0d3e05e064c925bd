// What an invitation's key may do at a relay.
#include <QTest>

#include "tests/sync_relay/mailbox_world.h"

namespace test_invitation {

using namespace meridian;
using namespace meridian::test;

namespace {

// A campaign with two spaces besides, of which an invitation opens one; all of it is stored.
struct InvitedSite : Site {
  InvitedSite()
      : mine(space()),
        foreign(space({UnknownItem{1000, {1}}})),
        invite(entry({inviteOf("key", Capability::Write, {mine.space()})})) {
    RawPeer peer(relay, founder.key());
    stored = peer.offer(campaign, {genesis, invite}).refusals.empty() && peer.offer(mine).refusals.empty() &&
             peer.offer(foreign).refusals.empty();
    for (const auto& where : {campaign, mine.space(), foreign.space()})
      stored &= peer.offer(content(founder, where)).refusals.empty();
  }
  Change join(TestDevice& device) {
    return device.join(campaign, heads(campaign), {invite.id(), 0}, keyOf("key"));
  }

  Change mine, foreign, invite;
  bool stored = false;
};

bool isAuthority(const Change& change) { return change.chain() == Chain::Authority; }

} // namespace

class TestInvitation : public QObject {
  Q_OBJECT

 private slots:
  void theKeyReadsAuthorityOfItsSpacesAlone() {
    InvitedSite site;
    QVERIFY(site.stored);
    RawPeer guest(site.relay, keyOf("key"), true);
    const auto campaign = guest.read(site.campaign);
    QCOMPARE(campaign.standing, Standing::Authority);
    QCOMPARE(campaign.changes.size(), std::size_t(2));
    QVERIFY(std::ranges::all_of(campaign.changes, isAuthority));
    QVERIFY((campaign.invitedTo == std::set{site.mine.space()}));
    const auto mine = guest.read(site.mine.space());
    QCOMPARE(mine.standing, Standing::Authority);
    QVERIFY(mine.changes.size() == 1 && mine.changes.front().id() == site.mine.id());
    const auto foreign = guest.read(site.foreign.space());
    QCOMPARE(foreign.standing, Standing::Refused);
    QVERIFY(foreign.changes.empty());
  }

  void theKeyIsNoDeviceAndADeviceIsNoKey() {
    InvitedSite site;
    RawPeer asDevice(site.relay, keyOf("key"), false);
    QCOMPARE(asDevice.read(site.campaign).standing, Standing::Refused);
    RawPeer asKey(site.relay, site.founder.key(), true);
    QCOMPARE(asKey.read(site.campaign).standing, Standing::Refused);
    RawPeer stranger(site.relay, keyOf("another"), true);
    QCOMPARE(stranger.read(site.campaign).standing, Standing::Refused);
  }

  void theKeyFetchesNoFile() {
    InvitedSite site;
    RawPeer guest(site.relay, keyOf("key"), true);
    guest.send(protocol::BlobGet{.name = {.space = site.mine.space(), .blob = {}}});
    const auto answer = guest.take();
    QCOMPARE(std::get<protocol::BlobStatus>(answer.at(0)).state, protocol::BlobState::Refused);
  }

  void theFirstJoinIsKept() {
    InvitedSite site;
    TestDevice ana("ana"), ben("ben");
    const auto first = site.join(ana), second = site.join(ben);
    RawPeer guest(site.relay, keyOf("key"), true);
    QVERIFY(guest.offer(first).stored(first.id()));
    QVERIFY(guest.offer(second).is(second, Finality::Final, Reason::InvitationUsed));
    QVERIFY(guest.offer(first).stored(first.id())); // shown again, it is the same join
    // In one group, too.
    InvitedSite other;
    TestDevice cleo("cleo"), dan("dan");
    const auto third = other.join(cleo), fourth = other.join(dan);
    RawPeer two(other.relay, keyOf("key"), true);
    const auto answer = two.offer(other.campaign, {third, fourth});
    QVERIFY(answer.stored(third.id()));
    QVERIFY(answer.is(fourth, Finality::Final, Reason::InvitationUsed));
  }

  void theJoinedDeviceIsServedLikeAMember() {
    InvitedSite site;
    TestDevice ana("ana");
    RawPeer early(site.relay, ana.key());
    QCOMPARE(early.read(site.campaign).standing, Standing::Refused);
    const auto join = site.know(site.join(ana));
    RawPeer guest(site.relay, keyOf("key"), true);
    QVERIFY(guest.offer(join).stored(join.id()));
    RawPeer device(site.relay, ana.key());
    const auto campaign = device.read(site.campaign);
    QCOMPARE(campaign.standing, Standing::Served);
    QCOMPARE(campaign.changes.size(), std::size_t(4));
    QCOMPARE(device.read(site.mine.space()).changes.size(), std::size_t(2));
    QCOMPARE(device.read(site.foreign.space()).standing, Standing::Refused);
    // And it writes before anybody confirmed it.
    const auto content = site.content(ana, site.mine.space());
    QVERIFY(device.offer(content).stored(content.id()));
    const auto elsewhere = site.content(ana, site.foreign.space());
    QVERIFY(!device.offer(elsewhere).stored(elsewhere.id()));
  }

  void theRelaysClockEndsAnInvitation() {
    InvitedSite site;
    TestDevice ana("ana");
    const auto join = site.join(ana);
    site.relay.clock.set(noon);
    RawPeer guest(site.relay, keyOf("key"), true);
    QVERIFY(guest.offer(join).is(join, Finality::Final, Reason::InvitationExpired));
    site.relay.clock.set(noon - Duration{1});
    QVERIFY(guest.offer(join).stored(join.id()));
  }

  void aJoinOfAnEarlierLifeOfTheStoreIsJudgedByItsReceipt() {
    InvitedSite site;
    TestDevice ana("ana");
    const auto join = site.join(ana);
    const auto intime =
        envelope::makeReceipt(site.relay.identity, Receipt::Kind::Change, {}, join.id(), noon - Duration{1});
    const auto late =
        envelope::makeReceipt(site.relay.identity, Receipt::Kind::Change, {}, join.id(), noon + Duration{1});
    site.relay.clock.set(noon + std::chrono::hours{48});
    RawPeer guest(site.relay, keyOf("key"), true);
    QVERIFY(guest.offer(site.campaign, {join}, {late}).is(join, Finality::Final, Reason::InvitationExpired));
    QVERIFY(guest.offer(site.campaign, {join}, {intime}).receipts.front() == intime);
  }

  void aWithdrawnInvitationLetsNobodyIn() {
    InvitedSite site;
    TestDevice ana("ana");
    const auto join = site.join(ana);
    RawPeer guest(site.relay, keyOf("key"), true), founder(site.relay, site.founder.key());
    QCOMPARE(guest.read(site.campaign).standing, Standing::Authority);
    QVERIFY(founder.offer(site.entry({Withdraw{{site.invite.id(), 0}}})).refusals.empty());
    // Told at once, and refused afterwards.
    bool isTold = false;
    for (const auto& message : guest.take())
      if (const auto* positions = std::get_if<protocol::Positions>(&message))
        isTold |= positions->positions.front().standing == Standing::Refused;
    QVERIFY(isTold);
    QVERIFY(guest.offer(join).is(join, Finality::Final, Reason::InvitationInvalid));
    RawPeer again(site.relay, keyOf("key"), true);
    QCOMPARE(again.read(site.campaign).standing, Standing::Refused);
  }

  // Withdrawn by somebody who had not heard of it, it stood all the same until then, and much may rest on it.
  // To a wiped store the withdrawal may come back first.
  void aJoinThatWasTakenIsTakenBackWhateverEndedIt() {
    InvitedSite site;
    TestDevice ana("ana"), relayOfNobody("another relay");
    const auto join = site.join(ana);
    RawPeer founder(site.relay, site.founder.key());
    QVERIFY(founder.offer(site.entry({Withdraw{{site.invite.id(), 0}}})).refusals.empty());
    const auto receipt = [&](const signing::SigningKey& by, const ChangeId& of) {
      return envelope::makeReceipt(by, Receipt::Kind::Change, {}, of, noon - std::chrono::hours{2});
    };
    auto forged = receipt(site.relay.identity, join.id());
    forged.at -= Duration{1};
    for (const auto& none : {receipt(relayOfNobody.key(), join.id()), forged})
      QVERIFY(
          founder.offer(site.campaign, {join}, {none}).is(join, Finality::Final, Reason::InvitationInvalid));
    QVERIFY(
        founder.offer(site.campaign, {join}, {receipt(site.relay.identity, join.id())}).stored(join.id()));
    // It gives nothing from here on.
    RawPeer herself(site.relay, ana.key());
    QCOMPARE(herself.read(site.campaign).standing, Standing::Refused);
  }

  void aJoinSignedByAnotherKeyIsInvalid() {
    InvitedSite site;
    TestDevice ana("ana");
    const auto join =
        ana.join(site.campaign, site.heads(site.campaign), {site.invite.id(), 0}, keyOf("another key"));
    RawPeer guest(site.relay, keyOf("key"), true);
    QVERIFY(guest.offer(join).is(join, Finality::Final, Reason::InvitationInvalid));
  }

  void aConfirmedInvitationOpensNothingMore() {
    InvitedSite site;
    TestDevice ana("ana"), ben("ben");
    const auto late = site.join(ben);
    const auto join = site.know(site.join(ana));
    RawPeer founder(site.relay, site.founder.key());
    QVERIFY(founder.offer(site.campaign, {join, site.entry({Confirm{join.id()}})}).refusals.empty());
    RawPeer guest(site.relay, keyOf("key"), true);
    QCOMPARE(guest.read(site.campaign).standing, Standing::Refused);
    QVERIFY(guest.offer(late).is(late, Finality::Final, Reason::InvitationUsed));
  }

  void aJoinBeforeItsInvitationWaits() {
    Site site;
    RawPeer peer(site.relay, site.founder.key());
    QVERIFY(peer.offer(site.genesis).refusals.empty());
    TestDevice ana("ana");
    const auto invite = site.entry({inviteOf("key", Capability::Read)});
    const auto join = ana.join(site.campaign, site.heads(site.campaign), {invite.id(), 0}, keyOf("key"));
    QVERIFY(peer.offer(join).is(join, Finality::Wait, Reason::AuthorityMissing));
    QVERIFY(peer.offer(site.campaign, {invite, join}).refusals.empty());
  }
};

QTEST_APPLESS_MAIN(TestInvitation)

} // namespace test_invitation
#include "test_invitation.moc"
