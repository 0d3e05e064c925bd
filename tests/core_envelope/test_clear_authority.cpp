#include <QtTest>

#include "world.h"

using namespace meridian;
using namespace meridian::test;

namespace {

// A campaign with its founder, and what else a test adds.
struct World {
  TestDevice founder{"founder"};
  ClearAuthority authority;
  SpaceId campaign;
  MemberId founderMember;
  std::uint8_t spaceCount = 0;

  World() {
    RelayId relay;
    relay.bytes.fill(5);
    const auto genesis =
        founder.write(Kind::Genesis, {}, {}, {Founder{founder.id(), founder.box()}, RelayItem{relay}});
    campaign = genesis.space();
    founderMember = memberOf(genesis);
    add(genesis);
  }

  void add(const Change& entry) { QVERIFY(authority.add(entry)); }
  [[nodiscard]] ChangeId campaignGenesis() const { return ChangeId::unchecked(campaign.view()); }
  [[nodiscard]] std::vector<ChangeId> heads() const { return authority.heads(campaign); }

  // An entry by `author` at everything known; it is added.
  Change entry(TestDevice& author, const std::vector<Item>& items, const SpaceId& space) {
    auto at = heads();
    if (space != campaign) std::ranges::copy(authority.heads(space), std::back_inserter(at));
    auto change = author.write(Kind::Authority, space, at, items);
    add(change);
    return change;
  }
  Change entry(TestDevice& author, const std::vector<Item>& items) { return entry(author, items, campaign); }

  SpaceId space(TestDevice& author, const std::vector<MemberId>& members) {
    // A number of its own: two spaces of the same members at the same heads would be one.
    std::vector<Item> items{OfCampaign{campaign}, UnknownItem{1000, {spaceCount++}}};
    for (const auto& member : members)
      items.push_back(MemberItem{member});
    const auto genesis = author.write(Kind::Genesis, {}, heads(), items);
    add(genesis);
    return genesis.space();
  }

  ItemId invite(TestDevice& author, std::string_view name, Capability capability,
                std::vector<SpaceId> spaces = {}) {
    return {entry(author, {inviteOf(name, capability, std::move(spaces))}).id(), 0};
  }
  Change join(TestDevice& device, const ItemId& invitation, std::string_view name) {
    auto change = device.join(campaign, heads(), invitation, keyOf(name));
    add(change);
    return change;
  }
  // A confirmed member.
  MemberId member(TestDevice& device, std::string_view name, Capability capability,
                  std::vector<SpaceId> spaces = {}) {
    const auto joined = join(device, invite(founder, name, capability, std::move(spaces)), name);
    entry(founder, {Confirm{joined.id()}});
    return memberOf(joined);
  }

  [[nodiscard]] bool hasEffect(const Change& change) const {
    return authority.effectiveItems(change.id()) != nullptr;
  }
};

using OptionalCapability = std::optional<Capability>;

} // namespace

class TestClearAuthority : public QObject {
  Q_OBJECT

 private slots:
  void theFounderManagesTheCampaign();
  void aGenesisBeginsWithItsFounder();
  void anEntryWaitsForItsParents();
  void anotherCampaignIsRefused();
  void anEntryByAStrangerHasNoEffect();
  void aWriterCannotGrant();
  void anEntryWithOneWrongItemHasNoEffectAtAll();
  void aGrantCountsFromTheHeadsThatHoldIt();
  void aJoinGivesWhatItsInvitationSays();
  void nobodyManagesBeforeAConfirmation();
  void twoUnconfirmedJoinsCountForNothing();
  void aConfirmedJoinBeatsAnother();
  void concurrentConfirmationsSettleOnOneJoin();
  void aWithdrawnInvitationLetsNobodyIn();
  void aWithdrawalThatKnewNoConfirmationWins();
  void aConfirmedInvitationIsNotWithdrawn();
  void aReplayedJoinHasNoEffect();
  void aJoinWithAnotherKeyHasNoEffect();
  void aDeviceOfAMemberCannotJoinAgain();
  void aSpaceGenesisByANonManagerHasNoEffect();
  void aCreatorOfASpaceIsNoMemberByThat();
  void anInvitationOpensOnlySpacesOfItsAuthor();
  void headsOfAThirdLogGiveNothing();
  void anotherManagersDeviceIsTheFoundersBusiness();
  void aMembersOwnKeyShareNeedsNoManager();
  void entriesWithoutEffectAreNoHeads();
  void anAuthorCannotGoBackToOlderHeads();
  void theRelayWaitsForAJoinsReasons();
  void theRelayTakesContentOfWriters();
  void openInvitationsMayPull();
  void anInvitationOpensNoSpaceThatItsInviterDoesNotManage();
  void aCutIsKeptAndEndsNothingYet();
  void aCopyAnswersForItself();
};

void TestClearAuthority::theFounderManagesTheCampaign() {
  World w;
  QVERIFY(w.authority.campaign() == w.campaign);
  QVERIFY(w.authority.capability(w.campaign, w.founder.id()) == Capability::Manage);
  QVERIFY(w.authority.members(w.campaign) == std::vector{w.founderMember});
  QVERIFY(w.authority.device(w.founder.id())->member == w.founderMember);
  QVERIFY(w.authority.device(w.founder.id())->box == w.founder.box());
  QCOMPARE(w.authority.relays().size(), std::size_t{1});
  QVERIFY(w.authority.hasSpace(w.campaign));
}

void TestClearAuthority::aGenesisBeginsWithItsFounder() {
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

void TestClearAuthority::anEntryWaitsForItsParents() {
  World w;
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

void TestClearAuthority::anotherCampaignIsRefused() {
  World w;
  TestDevice other("other");
  const auto genesis = other.write(Kind::Genesis, {}, {}, {Founder{other.id(), other.box()}});
  QCOMPARE(w.authority.add(genesis).error().code, ErrorCode::InvalidArgument);
  const auto space = w.founder.write(Kind::Genesis, {}, w.heads(), {OfCampaign{genesis.space()}});
  QCOMPARE(w.authority.add(space).error().code, ErrorCode::InvalidArgument);
}

void TestClearAuthority::anEntryByAStrangerHasNoEffect() {
  World w;
  TestDevice stranger("stranger");
  const auto entry = w.entry(stranger, {inviteOf("x", Capability::Manage)});
  QVERIFY(!w.hasEffect(entry));
  QVERIFY(w.authority.has(entry.id()));
  QVERIFY(w.authority.invitations().empty());
}

void TestClearAuthority::aWriterCannotGrant() {
  World w;
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

void TestClearAuthority::anEntryWithOneWrongItemHasNoEffectAtAll() {
  World w;
  const auto entry =
      w.entry(w.founder, {inviteOf("x", Capability::Read), Grant{MemberId{}, Capability::Manage}});
  QVERIFY(!w.hasEffect(entry));
  QVERIFY(w.authority.invitations().empty());
}

void TestClearAuthority::aGrantCountsFromTheHeadsThatHoldIt() {
  World w;
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

void TestClearAuthority::aJoinGivesWhatItsInvitationSays() {
  World w;
  TestDevice ana("ana");
  const auto space = w.space(w.founder, {w.founderMember});
  const auto joined = w.join(ana, w.invite(w.founder, "i", Capability::Write, {space}), "i");
  QVERIFY(w.hasEffect(joined));
  QVERIFY(w.authority.capability(space, ana.id()) == Capability::Write);
  QVERIFY(w.authority.capability(w.campaign, ana.id()) == Capability::Write);
  QVERIFY(w.authority.device(ana.id())->box == ana.box());
  // At heads that do not hold the space's log, nothing is known of its members.
  QVERIFY(!w.authority.capabilityAt(space, ana.id(), w.heads()));
}

void TestClearAuthority::nobodyManagesBeforeAConfirmation() {
  World w;
  TestDevice ana("ana");
  const auto joined = w.join(ana, w.invite(w.founder, "i", Capability::Manage), "i");
  QVERIFY(w.authority.capability(w.campaign, ana.id()) == Capability::Write);
  w.entry(w.founder, {Confirm{joined.id()}});
  QVERIFY(w.authority.capability(w.campaign, ana.id()) == Capability::Manage);
}

void TestClearAuthority::twoUnconfirmedJoinsCountForNothing() {
  World w;
  TestDevice ana("ana"), ben("ben");
  const auto invite = w.invite(w.founder, "i", Capability::Write);
  const auto first = ana.join(w.campaign, w.heads(), invite, keyOf("i"));
  const auto second = ben.join(w.campaign, w.heads(), invite, keyOf("i"));
  w.add(first);
  QVERIFY(w.authority.capability(w.campaign, ana.id()));
  w.add(second);
  QVERIFY(!w.authority.capability(w.campaign, ana.id()));
  QVERIFY(!w.authority.capability(w.campaign, ben.id()));
  QVERIFY((w.authority.invitation(invite)->joins == std::vector{first.id(), second.id()}));
  // What the first wrote while it was alone still counts there.
  QVERIFY(w.authority.capabilityAt(w.campaign, ana.id(), {first.id()}) == Capability::Write);
}

void TestClearAuthority::aConfirmedJoinBeatsAnother() {
  World w;
  TestDevice ana("ana"), ben("ben");
  const auto invite = w.invite(w.founder, "i", Capability::Write);
  const auto first = ana.join(w.campaign, w.heads(), invite, keyOf("i"));
  const auto second = ben.join(w.campaign, w.heads(), invite, keyOf("i"));
  w.add(first);
  w.add(second);
  w.entry(w.founder, {Confirm{second.id()}});
  QVERIFY(!w.authority.capability(w.campaign, ana.id()));
  QVERIFY(w.authority.capability(w.campaign, ben.id()) == Capability::Write);
  QVERIFY(w.authority.invitation(invite)->confirmed == second.id());
  // It is closed: another confirmation and another join have no effect.
  QVERIFY(!w.hasEffect(w.entry(w.founder, {Confirm{first.id()}})));
  TestDevice late("late");
  QVERIFY(!w.hasEffect(w.join(late, invite, "i")));
}

void TestClearAuthority::concurrentConfirmationsSettleOnOneJoin() {
  World w;
  TestDevice ana("ana"), ben("ben"), lead("lead");
  w.member(lead, "lead", Capability::Manage);
  const auto invite = w.invite(w.founder, "i", Capability::Write);
  const auto first = ana.join(w.campaign, w.heads(), invite, keyOf("i"));
  const auto second = ben.join(w.campaign, w.heads(), invite, keyOf("i"));
  w.add(first);
  w.add(second);
  const auto heads = w.heads();
  const auto one = w.founder.write(Kind::Authority, w.campaign, heads, {Confirm{first.id()}});
  const auto two = lead.write(Kind::Authority, w.campaign, heads, {Confirm{second.id()}});
  auto reversed = w.authority;
  w.add(one);
  w.add(two);
  QVERIFY(reversed.add(two));
  QVERIFY(reversed.add(one));
  const auto winner = one.id() < two.id() ? first.id() : second.id();
  QVERIFY(w.authority.invitation(invite)->confirmed == winner);
  QVERIFY(reversed.invitation(invite)->confirmed == winner);
  QVERIFY(w.authority.capability(w.campaign, ana.id()).has_value() == (winner == first.id()));
  QVERIFY(w.authority.capability(w.campaign, ben.id()).has_value() == (winner == second.id()));
}

void TestClearAuthority::aWithdrawnInvitationLetsNobodyIn() {
  World w;
  TestDevice ana("ana");
  const auto invite = w.invite(w.founder, "i", Capability::Write);
  w.entry(w.founder, {Withdraw{invite}});
  QVERIFY(w.authority.invitation(invite)->withdrawn);
  const auto joined = ana.join(w.campaign, w.heads(), invite, keyOf("i"));
  QCOMPARE(w.authority.judgeEntry(joined, fromMillis(0)).error().code, ErrorCode::InvitationInvalid);
  w.add(joined);
  QVERIFY(!w.hasEffect(joined));
  QVERIFY(!w.authority.mayPull(w.campaign, keyOf("i").id()));
}

void TestClearAuthority::aWithdrawalThatKnewNoConfirmationWins() {
  World w;
  TestDevice ana("ana"), lead("lead");
  w.member(lead, "lead", Capability::Manage);
  const auto invite = w.invite(w.founder, "i", Capability::Write);
  const auto joined = w.join(ana, invite, "i");
  const auto heads = w.heads();
  w.add(w.founder.write(Kind::Authority, w.campaign, heads, {Confirm{joined.id()}}));
  QVERIFY(w.authority.capability(w.campaign, ana.id()));
  w.add(lead.write(Kind::Authority, w.campaign, heads, {Withdraw{invite}}));
  QVERIFY(!w.authority.capability(w.campaign, ana.id()));
}

void TestClearAuthority::aConfirmedInvitationIsNotWithdrawn() {
  World w;
  TestDevice ana("ana");
  const auto invite = w.invite(w.founder, "i", Capability::Write);
  const auto joined = w.join(ana, invite, "i");
  w.entry(w.founder, {Confirm{joined.id()}});
  QVERIFY(!w.hasEffect(w.entry(w.founder, {Withdraw{invite}})));
  QVERIFY(w.authority.capability(w.campaign, ana.id()) == Capability::Write);
}

void TestClearAuthority::aReplayedJoinHasNoEffect() {
  World w;
  TestDevice ana("ana"), thief("thief");
  const auto invite = w.invite(w.founder, "i", Capability::Write);
  const auto joined = w.join(ana, invite, "i");
  const auto items = decodeItems(joined.clear());
  QVERIFY(items);
  const auto replayed = thief.write(Kind::Join, w.campaign, joined.header().heads, *items);
  QCOMPARE(w.authority.judgeEntry(replayed, fromMillis(0)).error().code, ErrorCode::InvitationInvalid);
  w.add(replayed);
  QVERIFY(!w.hasEffect(replayed));
  QVERIFY(w.authority.capability(w.campaign, ana.id()) == Capability::Write);
  QVERIFY(!w.authority.device(thief.id()));
}

void TestClearAuthority::aJoinWithAnotherKeyHasNoEffect() {
  World w;
  TestDevice ana("ana"), ben("ben");
  const auto invite = w.invite(w.founder, "i", Capability::Write);
  QVERIFY(!w.hasEffect(w.join(ana, invite, "guessed")));
  QVERIFY(w.hasEffect(w.join(ben, invite, "i")));
}

void TestClearAuthority::aDeviceOfAMemberCannotJoinAgain() {
  World w;
  TestDevice ana("ana");
  const auto member = w.member(ana, "first", Capability::Write);
  const auto second = w.invite(w.founder, "second", Capability::Manage);
  QVERIFY(!w.hasEffect(w.join(ana, second, "second")));
  QVERIFY(w.authority.device(ana.id())->member == member);
  QVERIFY(!w.hasEffect(w.join(w.founder, second, "second")));
}

void TestClearAuthority::aSpaceGenesisByANonManagerHasNoEffect() {
  World w;
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

void TestClearAuthority::aCreatorOfASpaceIsNoMemberByThat() {
  World w;
  TestDevice lead("lead");
  const auto member = w.member(lead, "i", Capability::Manage);
  const auto space = w.space(lead, {w.founderMember});
  QVERIFY(w.authority.hasSpace(space));
  QVERIFY(!w.authority.capability(space, lead.id()));
  QVERIFY(!w.hasEffect(w.entry(lead, {MemberItem{member}}, space)));
  QVERIFY(w.hasEffect(w.entry(w.founder, {MemberItem{member}}, space)));
  QVERIFY(w.authority.capability(space, lead.id()) == Capability::Manage);
}

void TestClearAuthority::anInvitationOpensOnlySpacesOfItsAuthor() {
  World w;
  TestDevice lead("lead"), ana("ana");
  const auto leadMember = w.member(lead, "lead", Capability::Manage);
  const auto open = w.space(w.founder, {w.founderMember, leadMember});
  const auto closed = w.space(w.founder, {w.founderMember});
  w.join(ana, w.invite(lead, "i", Capability::Write, {open, closed}), "i");
  QVERIFY(w.authority.capability(open, ana.id()) == Capability::Write);
  QVERIFY(!w.authority.capability(closed, ana.id()));
}

void TestClearAuthority::headsOfAThirdLogGiveNothing() {
  World w;
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

void TestClearAuthority::anotherManagersDeviceIsTheFoundersBusiness() {
  World w;
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

void TestClearAuthority::aMembersOwnKeyShareNeedsNoManager() {
  World w;
  TestDevice ana("ana"), phone("phone");
  const auto member = w.member(ana, "i", Capability::Write);
  w.entry(w.founder, {DeviceItem{member, phone.id(), phone.box()}});
  const auto share = [](const DeviceId& to) { return KeyShare{{}, {Recipient{to, {}}}}; };
  QVERIFY(w.hasEffect(w.entry(ana, {share(phone.id())})));
  QVERIFY(!w.hasEffect(w.entry(phone, {share(w.founder.id())})));
}

void TestClearAuthority::entriesWithoutEffectAreNoHeads() {
  World w;
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

void TestClearAuthority::anAuthorCannotGoBackToOlderHeads() {
  World w;
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

void TestClearAuthority::theRelayWaitsForAJoinsReasons() {
  World w;
  TestDevice ana("ana"), ben("ben");
  const auto invite = w.invite(w.founder, "i", Capability::Write);
  const auto first = ana.join(w.campaign, w.heads(), invite, keyOf("i"));
  const auto second = ben.join(w.campaign, w.heads(), invite, keyOf("i"));
  const auto before = noon - Duration{1};
  QVERIFY(w.authority.judgeEntry(first, before));
  QCOMPARE(w.authority.judgeEntry(first, noon).error().code, ErrorCode::InvitationExpired);
  w.add(first);
  QCOMPARE(w.authority.judgeEntry(first, before).error().code, ErrorCode::AlreadyExists);
  QCOMPARE(w.authority.judgeEntry(second, before).error().code, ErrorCode::InvitationUsed);
  World empty;
  QCOMPARE(empty.authority.judgeEntry(first, before).error().code, ErrorCode::NotFound);
}

void TestClearAuthority::theRelayTakesContentOfWriters() {
  World w;
  TestDevice ana("ana"), reader("reader"), stranger("stranger");
  const auto space = w.space(w.founder, {w.founderMember});
  w.member(ana, "i", Capability::Write, {space});
  w.member(reader, "r", Capability::Read, {space});
  auto heads = w.heads();
  std::ranges::copy(w.authority.heads(space), std::back_inserter(heads));
  QVERIFY(w.authority.judge(ana.write(Kind::Content, space, heads)));
  QVERIFY(w.authority.judge(ana.write(Kind::Content, w.campaign, w.heads())));
  QCOMPARE(w.authority.judge(reader.write(Kind::Content, space, heads)).error().code, ErrorCode::NotAllowed);
  QCOMPARE(w.authority.judge(stranger.write(Kind::Content, space, heads)).error().code, ErrorCode::NotFound);
  ChangeId unknown;
  unknown.bytes.fill(1);
  QCOMPARE(w.authority.judge(ana.write(Kind::Content, space, {unknown})).error().code, ErrorCode::NotFound);
}

void TestClearAuthority::openInvitationsMayPull() {
  World w;
  TestDevice ana("ana");
  const auto open = w.space(w.founder, {w.founderMember});
  const auto closed = w.space(w.founder, {w.founderMember});
  const auto invite = w.invite(w.founder, "i", Capability::Write, {open});
  const auto key = keyOf("i").id();
  QVERIFY(w.authority.mayPull(w.campaign, key));
  QVERIFY(w.authority.mayPull(open, key));
  QVERIFY(!w.authority.mayPull(closed, key));
  QVERIFY(!w.authority.mayPull(open, ana.id()));
  const auto joined = w.join(ana, invite, "i");
  QVERIFY(w.authority.mayPull(open, ana.id()));
  QVERIFY(!w.authority.mayPull(closed, ana.id()));
  w.entry(w.founder, {Confirm{joined.id()}});
  QVERIFY(!w.authority.mayPull(open, key));
  QVERIFY(w.authority.mayPull(open, ana.id()));
}

void TestClearAuthority::anInvitationOpensNoSpaceThatItsInviterDoesNotManage() {
  World w;
  TestDevice hub("hub"), ana("ana");
  const auto own = w.space(w.founder, {w.founderMember});
  const auto foreign = w.space(w.founder, {w.founderMember});
  w.member(hub, "h", Capability::Manage, {own});
  const auto invite = w.invite(hub, "i", Capability::Write, {own, foreign});
  const auto key = keyOf("i").id();
  QVERIFY(w.authority.invitation(invite) != nullptr); // it counts, for what it may give
  QVERIFY(w.authority.mayPull(w.campaign, key));
  QVERIFY(w.authority.mayPull(own, key));
  QVERIFY(!w.authority.mayPull(foreign, key));
  w.join(ana, invite, "i");
  QVERIFY(w.authority.mayPull(own, ana.id()));
  QVERIFY(!w.authority.mayPull(foreign, ana.id()));
}

void TestClearAuthority::aCutIsKeptAndEndsNothingYet() {
  World w;
  TestDevice ana("ana");
  const auto joined = w.join(ana, w.invite(w.founder, "i", Capability::Write), "i");
  const auto confirmed = w.entry(w.founder, {Confirm{joined.id()}});
  const auto cut = w.entry(w.founder, {Cut{{ItemId{confirmed.id(), 0}}, {}}});
  QVERIFY(w.hasEffect(cut));
  QVERIFY(std::holds_alternative<Cut>(w.authority.effectiveItems(cut.id())->front()));
  QVERIFY(w.authority.capability(w.campaign, ana.id()) == Capability::Write);
}

void TestClearAuthority::aCopyAnswersForItself() {
  World w;
  auto copy = std::make_unique<ClearAuthority>(w.authority);
  const auto invite = w.invite(w.founder, "i", Capability::Write);
  QVERIFY(w.authority.invitation(invite));
  QVERIFY(!copy->invitation(invite));
  ClearAuthority second;
  second = *copy;
  copy.reset();
  QVERIFY(second.capability(w.campaign, w.founder.id()) == Capability::Manage);
}

QTEST_APPLESS_MAIN(TestClearAuthority)
#include "test_clear_authority.moc"
