// From an invitation to a confirmed member: joins, confirmations, withdrawals, and what they open.
#include <QtTest>

#include "campaign_authority.h"

namespace test_clear_invitations {

using namespace meridian;
using namespace meridian::test;

namespace {

// Two devices joined with one invitation, and neither knew of the other. Nothing of it is added.
struct Rivals {
  TestDevice ana{"ana"}, ben{"ben"};
  ItemId invite;
  Change first, second;

  explicit Rivals(CampaignAuthority& w)
      : invite(w.invite(w.founder, "i", Capability::Write)),
        first(ana.join(w.campaign, w.heads(), invite, keyOf("i"))),
        second(ben.join(w.campaign, w.heads(), invite, keyOf("i"))) {}
};

} // namespace

class TestClearInvitations : public QObject {
  Q_OBJECT

 private slots:
  void aJoinGivesWhatItsInvitationSays() {
    CampaignAuthority w;
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

  void nobodyManagesBeforeAConfirmation() {
    CampaignAuthority w;
    TestDevice ana("ana");
    const auto joined = w.join(ana, w.invite(w.founder, "i", Capability::Manage), "i");
    QVERIFY(w.authority.capability(w.campaign, ana.id()) == Capability::Write);
    w.entry(w.founder, {Confirm{joined.id()}});
    QVERIFY(w.authority.capability(w.campaign, ana.id()) == Capability::Manage);
  }

  void twoUnconfirmedJoinsCountForNothing() {
    CampaignAuthority w;
    Rivals rivals(w);
    auto& [ana, ben, invite, first, second] = rivals;
    w.add(first);
    QVERIFY(w.authority.capability(w.campaign, ana.id()));
    w.add(second);
    QVERIFY(!w.authority.capability(w.campaign, ana.id()));
    QVERIFY(!w.authority.capability(w.campaign, ben.id()));
    QVERIFY((w.authority.invitation(invite)->joins == std::vector{first.id(), second.id()}));
    // What the first wrote while it was alone still counts there.
    QVERIFY(w.authority.capabilityAt(w.campaign, ana.id(), {first.id()}) == Capability::Write);
  }

  void aConfirmedJoinBeatsAnother() {
    CampaignAuthority w;
    Rivals rivals(w);
    auto& [ana, ben, invite, first, second] = rivals;
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

  void concurrentConfirmationsSettleOnOneJoin() {
    CampaignAuthority w;
    TestDevice lead("lead");
    w.member(lead, "lead", Capability::Manage);
    Rivals rivals(w);
    auto& [ana, ben, invite, first, second] = rivals;
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

  void aWithdrawnInvitationLetsNobodyIn() {
    CampaignAuthority w;
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

  void aWithdrawalThatKnewNoConfirmationWins() {
    CampaignAuthority w;
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

  void aConfirmedInvitationIsNotWithdrawn() {
    CampaignAuthority w;
    TestDevice ana("ana");
    const auto invite = w.invite(w.founder, "i", Capability::Write);
    const auto joined = w.join(ana, invite, "i");
    w.entry(w.founder, {Confirm{joined.id()}});
    QVERIFY(!w.hasEffect(w.entry(w.founder, {Withdraw{invite}})));
    QVERIFY(w.authority.capability(w.campaign, ana.id()) == Capability::Write);
  }

  void aReplayedJoinHasNoEffect() {
    CampaignAuthority w;
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

  void aJoinWithAnotherKeyHasNoEffect() {
    CampaignAuthority w;
    TestDevice ana("ana"), ben("ben");
    const auto invite = w.invite(w.founder, "i", Capability::Write);
    QVERIFY(!w.hasEffect(w.join(ana, invite, "guessed")));
    QVERIFY(w.hasEffect(w.join(ben, invite, "i")));
  }

  void aDeviceOfAMemberCannotJoinAgain() {
    CampaignAuthority w;
    TestDevice ana("ana");
    const auto member = w.member(ana, "first", Capability::Write);
    const auto second = w.invite(w.founder, "second", Capability::Manage);
    QVERIFY(!w.hasEffect(w.join(ana, second, "second")));
    QVERIFY(w.authority.device(ana.id())->member == member);
    QVERIFY(!w.hasEffect(w.join(w.founder, second, "second")));
  }

  void anInvitationOpensOnlySpacesOfItsAuthor() {
    CampaignAuthority w;
    TestDevice lead("lead"), ana("ana");
    const auto leadMember = w.member(lead, "lead", Capability::Manage);
    const auto open = w.space(w.founder, {w.founderMember, leadMember});
    const auto closed = w.space(w.founder, {w.founderMember});
    w.join(ana, w.invite(lead, "i", Capability::Write, {open, closed}), "i");
    QVERIFY(w.authority.capability(open, ana.id()) == Capability::Write);
    QVERIFY(!w.authority.capability(closed, ana.id()));
  }

  void theRelayWaitsForAJoinsReasons() {
    CampaignAuthority w;
    Rivals rivals(w);
    auto& [ana, ben, invite, first, second] = rivals;
    const auto before = noon - Duration{1};
    QVERIFY(w.authority.judgeEntry(first, before));
    QCOMPARE(w.authority.judgeEntry(first, noon).error().code, ErrorCode::InvitationExpired);
    w.add(first);
    QCOMPARE(w.authority.judgeEntry(first, before).error().code, ErrorCode::AlreadyExists);
    QCOMPARE(w.authority.judgeEntry(second, before).error().code, ErrorCode::InvitationUsed);
    CampaignAuthority empty;
    QCOMPARE(empty.authority.judgeEntry(first, before).error().code, ErrorCode::NotFound);
  }

  void openInvitationsMayPull() {
    CampaignAuthority w;
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

  void anInvitationOpensNoSpaceThatItsInviterDoesNotManage() {
    CampaignAuthority w;
    TestDevice hub("hub"), ana("ana");
    const auto own = w.space(w.founder, {w.founderMember});
    const auto foreign = w.space(w.founder, {w.founderMember});
    w.member(hub, "h", Capability::Manage, {own});
    const auto invite = w.invite(hub, "i", Capability::Write, {own, foreign});
    const auto key = keyOf("i").id();
    QVERIFY(w.authority.invitation(invite).has_value()); // it counts, for what it may give
    QVERIFY(w.authority.mayPull(w.campaign, key));
    QVERIFY(w.authority.mayPull(own, key));
    QVERIFY(!w.authority.mayPull(foreign, key));
    w.join(ana, invite, "i");
    QVERIFY(w.authority.mayPull(own, ana.id()));
    QVERIFY(!w.authority.mayPull(foreign, ana.id()));
  }
};

QTEST_APPLESS_MAIN(TestClearInvitations)

} // namespace test_clear_invitations
#include "test_clear_invitations.moc"
