// Entries, grants, spaces and heads: what counts, and who may.
#include <QtTest>

#include "campaign_authority.h"

namespace test_clear_authority {

using namespace meridian;
using namespace meridian::test;

class TestClearAuthority : public QObject {
  Q_OBJECT

 private slots:
  void theFounderManagesTheCampaign() {
    CampaignAuthority w;
    QVERIFY(w.authority.campaign() == w.campaign);
    QVERIFY(w.authority.capability(w.campaign, w.founder.id()) == Capability::Manage);
    QVERIFY(w.authority.members(w.campaign) == std::vector{w.founderMember});
    QVERIFY(w.authority.device(w.founder.id())->member == w.founderMember);
    QVERIFY(w.authority.device(w.founder.id())->box == w.founder.box());
    QCOMPARE(w.authority.relays().size(), std::size_t{1});
    QVERIFY(w.authority.hasSpace(w.campaign));
  }

  void aGenesisBeginsWithItsFounder() {
    TestDevice ana("ana"), ben("ben");
    ClearAuthority authority;
    const Founder founder{ana.id(), ana.box()};
    const auto refused = [&](TestDevice author, const std::vector<Item>& items) {
      const auto added = authority.add(author.write(Kind::Genesis, {}, {}, items));
      return !added && added.error().code == ErrorCode::Damaged;
    };
    QVERIFY(refused(TestDevice("ana"), {}));
    QVERIFY(refused(TestDevice("ana"), {RelayItem{}, founder}));
    QVERIFY(refused(TestDevice("ana"), {founder, founder}));
    QVERIFY(refused(TestDevice("ben"), {founder}));
    QVERIFY(refused(TestDevice("ana"), {founder, inviteOf("x", Capability::Read)}));
    QVERIFY(authority.add(ana.write(Kind::Genesis, {}, {}, {founder})));
  }

  void anEntryWaitsForItsParents() {
    CampaignAuthority w;
    auto other = w.authority;
    const auto first = w.entry(w.founder, {inviteOf("x", Capability::Read)});
    const auto second = w.entry(w.founder, {inviteOf("y", Capability::Read)});
    QCOMPARE(other.add(second).error().code, ErrorCode::NotFound);
    // Its predecessor is as needed as its parents are.
    const auto third = w.founder.write(Kind::Authority, w.campaign, {w.campaignGenesis()}, {});
    QCOMPARE(other.add(third).error().code, ErrorCode::NotFound);
    QVERIFY(other.add(first));
    QVERIFY(other.add(second));
    QCOMPARE(other.add(second).error().code, ErrorCode::AlreadyExists);
  }

  void anotherCampaignIsRefused() {
    CampaignAuthority w;
    TestDevice other("other");
    const auto genesis = other.write(Kind::Genesis, {}, {}, {Founder{other.id(), other.box()}});
    QCOMPARE(w.authority.add(genesis).error().code, ErrorCode::InvalidArgument);
    const auto space = w.founder.write(Kind::Genesis, {}, w.heads(), {OfCampaign{genesis.space()}});
    QCOMPARE(w.authority.add(space).error().code, ErrorCode::InvalidArgument);
  }

  void anEntryByAStrangerHasNoEffect() {
    CampaignAuthority w;
    TestDevice stranger("stranger");
    const auto entry = w.entry(stranger, {inviteOf("x", Capability::Manage)});
    QVERIFY(!w.hasEffect(entry));
    QVERIFY(w.authority.has(entry.id()));
    QVERIFY(w.authority.invitations().empty());
  }

  void aWriterCannotGrant() {
    CampaignAuthority w;
    TestDevice ana("ana");
    const auto member = w.member(ana, "invite-ana", Capability::Write);
    QVERIFY(w.authority.capability(w.campaign, ana.id()) == Capability::Write);
    const auto forbidden =
        ana.write(Kind::Authority, w.campaign, w.heads(), {Grant{member, Capability::Manage}});
    QCOMPARE(w.authority.judgeEntry(forbidden, noon).error().code, ErrorCode::NotAllowed);
    w.add(forbidden);
    QVERIFY(!w.hasEffect(forbidden));
    QVERIFY(w.authority.capability(w.campaign, ana.id()) == Capability::Write);
    // The same by someone entitled.
    QVERIFY(w.hasEffect(w.entry(w.founder, {Grant{member, Capability::Manage}})));
    QVERIFY(w.authority.capability(w.campaign, ana.id()) == Capability::Manage);
  }

  void anEntryWithOneWrongItemHasNoEffectAtAll() {
    CampaignAuthority w;
    const auto entry =
        w.entry(w.founder, {inviteOf("x", Capability::Read), Grant{MemberId{}, Capability::Manage}});
    QVERIFY(!w.hasEffect(entry));
    QVERIFY(w.authority.invitations().empty());
  }

  void aGrantCountsFromTheHeadsThatHoldIt() {
    CampaignAuthority w;
    TestDevice ana("ana");
    const auto member = w.member(ana, "invite-ana", Capability::Read);
    const auto before = w.heads();
    w.entry(w.founder, {Grant{member, Capability::Write}});
    QVERIFY(w.authority.capabilityAt(w.campaign, ana.id(), before) == Capability::Read);
    QVERIFY(w.authority.capabilityAt(w.campaign, ana.id(), w.heads()) == Capability::Write);
    QVERIFY(w.authority.covers(w.heads(), before.front()));
    QVERIFY(!w.authority.covers(before, w.heads().front()));
    QVERIFY(!w.authority.capabilityAt(w.campaign, ana.id(), {}));
  }

  void aSpaceGenesisByANonManagerHasNoEffect() {
    CampaignAuthority w;
    TestDevice ana("ana");
    const auto member = w.member(ana, "i", Capability::Write);
    const auto forged = ana.write(Kind::Genesis, {}, w.heads(), {OfCampaign{w.campaign}, MemberItem{member}});
    QCOMPARE(w.authority.judgeEntry(forged, noon).error().code, ErrorCode::NotAllowed);
    w.add(forged);
    QVERIFY(!w.hasEffect(forged));
    QVERIFY(!w.authority.hasSpace(forged.space()));
    QVERIFY(!w.authority.capability(forged.space(), ana.id()));
    const auto content = ana.write(Kind::Content, forged.space(), {forged.id()});
    QCOMPARE(w.authority.judge(content).error().code, ErrorCode::NotFound);
  }

  void aCreatorOfASpaceIsNoMemberByThat() {
    CampaignAuthority w;
    TestDevice lead("lead");
    const auto member = w.member(lead, "i", Capability::Manage);
    const auto space = w.space(lead, {w.founderMember});
    QVERIFY(w.authority.hasSpace(space));
    QVERIFY(!w.authority.capability(space, lead.id()));
    QVERIFY(!w.hasEffect(w.entry(lead, {MemberItem{member}}, space)));
    QVERIFY(w.hasEffect(w.entry(w.founder, {MemberItem{member}}, space)));
    QVERIFY(w.authority.capability(space, lead.id()) == Capability::Manage);
  }

  void headsOfAThirdLogGiveNothing() {
    CampaignAuthority w;
    const auto one = w.space(w.founder, {w.founderMember});
    const auto two = w.space(w.founder, {w.founderMember});
    auto heads = w.authority.heads(one);
    QVERIFY(w.authority.capabilityAt(one, w.founder.id(), heads) == Capability::Manage);
    std::ranges::copy(w.authority.heads(two), std::back_inserter(heads));
    QVERIFY(!w.authority.capabilityAt(one, w.founder.id(), heads));
    // As parents they make an entry impossible: holders of one space could not read it.
    const auto entry = w.founder.write(Kind::Authority, one, heads, {MemberItem{w.founderMember}});
    QCOMPARE(w.authority.add(entry).error().code, ErrorCode::Damaged);
    const auto foreign = w.founder.write(Kind::Authority, w.campaign, w.authority.heads(one), {Cut{}});
    QCOMPARE(w.authority.add(foreign).error().code, ErrorCode::Damaged);
  }

  void anotherManagersDeviceIsTheFoundersBusiness() {
    CampaignAuthority w;
    TestDevice lead("lead"), other("other"), phone("phone");
    const auto leadMember = w.member(lead, "lead", Capability::Manage);
    w.member(other, "other", Capability::Manage);
    const DeviceItem item{leadMember, phone.id(), phone.box()};
    QVERIFY(!w.hasEffect(w.entry(other, {item})));
    QVERIFY(w.hasEffect(w.entry(lead, {item})));
    QVERIFY(w.authority.device(phone.id())->member == leadMember);
    QCOMPARE(w.authority.devicesOf(leadMember).size(), std::size_t{2});
    // A device that belongs to somebody is nobody else's.
    QVERIFY(!w.hasEffect(w.entry(w.founder, {DeviceItem{w.founderMember, phone.id(), phone.box()}})));
  }

  void aMembersOwnKeyShareNeedsNoManager() {
    CampaignAuthority w;
    TestDevice ana("ana"), phone("phone");
    const auto member = w.member(ana, "i", Capability::Write);
    w.entry(w.founder, {DeviceItem{member, phone.id(), phone.box()}});
    const auto share = [](const DeviceId& to) { return KeyShare{{}, {Recipient{to, {}}}}; };
    QVERIFY(w.hasEffect(w.entry(ana, {share(phone.id())})));
    QVERIFY(!w.hasEffect(w.entry(phone, {share(w.founder.id())})));
  }

  void entriesWithoutEffectAreNoHeads() {
    CampaignAuthority w;
    TestDevice stranger("stranger");
    const auto before = w.heads();
    const auto idle = w.entry(stranger, {inviteOf("x", Capability::Read)});
    QVERIFY(w.heads() == before);
    // An entry above one without effect stands in for all below it.
    const auto above =
        w.founder.write(Kind::Authority, w.campaign, {idle.id()}, {inviteOf("y", Capability::Read)});
    w.add(above);
    QVERIFY(w.hasEffect(above));
    QVERIFY(w.heads() == std::vector{above.id()});
  }

  void anAuthorCannotGoBackToOlderHeads() {
    CampaignAuthority w;
    const auto old = w.heads();
    w.entry(w.founder, {inviteOf("x", Capability::Read)});
    const auto back = w.founder.write(Kind::Authority, w.campaign, old, {inviteOf("y", Capability::Read)});
    w.add(back);
    QVERIFY(!w.hasEffect(back));
    // Neither by way of an entry that has no effect itself.
    const auto further = w.founder.write(Kind::Authority, w.campaign, old, {inviteOf("z", Capability::Read)});
    w.add(further);
    QVERIFY(!w.hasEffect(further));
    QVERIFY(w.hasEffect(w.entry(w.founder, {inviteOf("z", Capability::Read)})));
  }

  void theRelayTakesContentOfWriters() {
    CampaignAuthority w;
    TestDevice ana("ana"), reader("reader"), stranger("stranger");
    const auto space = w.space(w.founder, {w.founderMember});
    w.member(ana, "i", Capability::Write, {space});
    w.member(reader, "r", Capability::Read, {space});
    const auto heads = w.headsWith(space);
    QVERIFY(w.authority.judge(ana.write(Kind::Content, space, heads)));
    QVERIFY(w.authority.judge(ana.write(Kind::Content, w.campaign, w.heads())));
    QCOMPARE(w.authority.judge(reader.write(Kind::Content, space, heads)).error().code,
             ErrorCode::NotAllowed);
    QCOMPARE(w.authority.judge(stranger.write(Kind::Content, space, heads)).error().code,
             ErrorCode::NotFound);
    ChangeId unknown;
    unknown.bytes.fill(1);
    QCOMPARE(w.authority.judge(ana.write(Kind::Content, space, {unknown})).error().code, ErrorCode::NotFound);
  }

  void aCutIsKeptAndEndsNothingYet() {
    CampaignAuthority w;
    TestDevice ana("ana");
    const auto joined = w.join(ana, w.invite(w.founder, "i", Capability::Write), "i");
    const auto confirmed = w.entry(w.founder, {Confirm{joined.id()}});
    const auto cut = w.entry(w.founder, {Cut{{ItemId{confirmed.id(), 0}}, {}}});
    QVERIFY(w.hasEffect(cut));
    QVERIFY(std::holds_alternative<Cut>(w.authority.effectiveItems(cut.id())->front()));
    QVERIFY(w.authority.capability(w.campaign, ana.id()) == Capability::Write);
  }

  void aCopyAnswersForItself() {
    CampaignAuthority w;
    auto copy = std::make_unique<ClearAuthority>(w.authority);
    const auto invite = w.invite(w.founder, "i", Capability::Write);
    QVERIFY(w.authority.invitation(invite));
    QVERIFY(!copy->invitation(invite));
    ClearAuthority second;
    second = *copy;
    copy.reset();
    QVERIFY(second.capability(w.campaign, w.founder.id()) == Capability::Manage);
  }
};

QTEST_APPLESS_MAIN(TestClearAuthority)

} // namespace test_clear_authority
#include "test_clear_authority.moc"
