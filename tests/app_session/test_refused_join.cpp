// A join that the relay refuses for good, after a creator has worked on it offline: what rested on it waits
// in sight, and the same profile joins by another invitation.
#include "app/session/bundles.h"
#include "app/session/invitation_file.h"
#include "tests/app_session/on_relay.h"

namespace test_refused_join {

using namespace meridian;
using replica::Access;
using replica::Replica;
using store::Delivery;
using store::Membership;
using test::taken;

namespace {

// Mila, Svetlana and Dana on a relay, with a brief for Maya that was issued.
struct Invited : test::Linked {
  std::unique_ptr<Replica> other;

  Invited() {
    writeBrief();
    taken(briefing(*dana).issue(space, false));
    taken(Access(*mila, campaign).setRelay(exchange.address()));
    settle();
    for (auto* one : everybody()) {
      taken(Access(*one, campaign).setRelay(exchange.address()));
      connect(*one);
    }
    sync();
  }
  ~Invited() { links.clear(); } // before `other` ends
  // A profile that joins by Dana's file, and does everything that a creator can, all in the air.
  std::unique_ptr<Replica> workedInTheAir(const char* name, const replica::Invitation& invitation) {
    const auto file = world.root() / "maya.meridian";
    taken(app::writeInvitationFile(*dana, invitation, file));
    auto one = world.person(name, "America/Los_Angeles", domain::Language::En);
    taken(app::joinFromFile(*one, taken(app::readInvitationFile(file)), file));
    taken(work(*one).opened());
    taken(work(*one).acknowledge());
    for (const char* caption : {"Day 1.", "Day 4.", "Day 7."})
      taken(work(*one).submit(draft(caption)));
    return one;
  }
  void joinAgain(Replica& one) {
    const auto again = invitationForMaya();
    sync();
    taken(Access::join(one, again));
    if (!links.contains(&one)) connect(one);
    sync();
  }
  std::size_t submissionsOf(Replica& one) {
    return static_cast<std::size_t>(
        std::ranges::count(one.facts(space), domain::EntityKind::Submission, &domain::Fact::kind));
  }
  // What `one` holds of the campaign and the creator's space is what Dana holds, and follows from its log.
  void agrees(Replica& one) {
    const auto verified = one.verify();
    MUST(verified);
    for (const auto& problem : verified->problems)
      qWarning("%s", problem.c_str());
    QVERIFY(verified->problems.empty());
    for (const auto& id : {campaign, space})
      QCOMPARE(taken(one.digest(id)), taken(dana->digest(id)));
  }
};

} // namespace

class TestRefusedJoin : public QObject {
  Q_OBJECT

 private slots:
  void whatRestedOnItWaitsInSightAndCountsNowhere() {
    Invited all;
    all.maya = all.workedInTheAir("maya", all.invitationForMaya());
    const auto before = all.maya->incarnation();
    QCOMPARE(all.submissionsOf(*all.maya), std::size_t{3});
    const auto written = taken(all.maya->file().outbox.waiting());
    QVERIFY(written.size() >= 6); // the join, her card, opened, acknowledged, three submissions
    all.world.clock->advance(std::chrono::hours{169});
    all.connect(*all.maya);
    all.sync();

    QVERIFY(all.maya->campaign(all.campaign)->membership == Membership::Refused);
    QVERIFY(all.maya->incarnation() != before);
    for (const auto& row : written) {
      const auto delivery = all.maya->delivery(row.change);
      QVERIFY(delivery->delivery == Delivery::Rejected);
      QCOMPARE(delivery->reason, std::string("invitation-expired"));
      const auto change = taken(all.maya->file().changes.find(row.change));
      if (change->change.chain() == envelope::Chain::Content) MUST(all.maya->body(change->change));
    }
    QCOMPARE(all.submissionsOf(*all.maya), std::size_t{0});
    all.agrees(*all.maya);
    all.links.erase(all.maya.get());
    all.maya.reset();
    all.maya = all.world.reopen("maya"); // from the file alone it is the same
    QVERIFY(all.maya->campaign(all.campaign)->membership == Membership::Refused);
    QVERIFY(!all.maya->setBack());
    all.agrees(*all.maya);
  }

  void afterAnExpiredInvitationAnotherOneJoins() {
    Invited all;
    all.maya = all.workedInTheAir("maya", all.invitationForMaya());
    all.world.clock->advance(std::chrono::hours{169});
    all.connect(*all.maya);
    all.sync();
    QVERIFY(all.maya->campaign(all.campaign)->membership == Membership::Refused);
    all.joinAgain(*all.maya);
    works(all, *all.maya);
    all.links.erase(all.maya.get());
    all.maya.reset();
    all.maya = all.world.reopen("maya");
    all.connect(*all.maya);
    all.sync();
    all.agrees(*all.maya);
  }

  void afterAnInvitationThatSomebodyElseUsedAnotherOneJoins() {
    Invited all;
    const auto invitation = all.invitationForMaya();
    all.maya = all.workedInTheAir("maya", invitation);
    all.other = all.workedInTheAir("other", invitation);
    all.sync();
    all.connect(*all.other);
    all.sync();
    all.connect(*all.maya);
    all.sync(); // it is not even asked for: a used invitation opens nothing
    REFUSED(Access::join(*all.maya, invitation), ErrorCode::AlreadyExists);
    all.joinAgain(*all.maya);
    works(all, *all.maya);
    REFUSED(Access::join(*all.maya, all.invitationForMaya()), ErrorCode::AlreadyExists);
  }

  // Its receipt was lost, and its person thought that it was refused.
  void aJoinThatWasStoredStandsThoughAnotherInvitationCame() {
    Invited all;
    all.maya = all.workedInTheAir("maya", all.invitationForMaya());
    all.sync();
    bool broke = false;
    all.exchange.breaksAt = [&](const Bytes& frame) {
      const auto message = protocol::decode(frame);
      const auto* receipts = message ? std::get_if<protocol::Receipts>(&*message) : nullptr;
      return broke = receipts != nullptr && !receipts->receipts.empty();
    };
    all.connect(*all.maya);
    QVERIFY(broke);
    all.links.erase(all.maya.get());
    all.joinAgain(*all.maya);
    QVERIFY(all.maya->campaign(all.campaign)->membership == Membership::Member);
    QCOMPARE(all.submissionsOf(*all.maya), std::size_t{3});
  }

  // The relay keeps the first join and knows the time; a manager who has confirmed one knows more.
  void aJoinThatWasConfirmedIsNotRefused() {
    Invited all;
    all.maya = all.workedInTheAir("maya", all.invitationForMaya());
    all.sync();
    all.connect(*all.maya);
    all.sync();
    app::ReplicaStore store(*all.maya, all.campaign, all.exchange.address().identity);
    for (const auto& info : taken(all.maya->file().changes.list(all.campaign, envelope::Chain::Authority)))
      if (info.kind == static_cast<std::uint8_t>(envelope::Kind::Join))
        store.refused(all.campaign, {.change = info.id,
                                     .finality = protocol::Finality::Final,
                                     .reason = protocol::Reason::InvitationUsed});
    QVERIFY(all.maya->campaign(all.campaign)->membership == Membership::Member);
    QCOMPARE(all.submissionsOf(*all.maya), std::size_t{3});
  }

  // Dana has it from a file, so that all who know what Dana knows judge by it.
  void aJoinThatComesBackFromOthersStands() {
    Invited all;
    all.maya = all.workedInTheAir("maya", all.invitationForMaya());
    const auto file = all.world.root() / "by-hand.meridian";
    taken(app::exportBundle(*all.maya, all.campaign, file));
    taken(app::importBundle(*all.dana, file));
    QCOMPARE(all.submissionsOf(*all.dana), std::size_t{3});
    for (const auto& info : taken(all.maya->file().changes.list(all.campaign, envelope::Chain::Authority)))
      if (info.local && info.kind == static_cast<std::uint8_t>(envelope::Kind::Join))
        MUST(all.maya->noteRejected(info.id, "invitation-expired"));
    QCOMPARE(all.submissionsOf(*all.maya), std::size_t{0});
    taken(app::exportBundle(*all.dana, all.campaign, file, {.spaces = {all.campaign, all.space}}));
    taken(app::importBundle(*all.maya, file));
    QCOMPARE(all.submissionsOf(*all.maya), std::size_t{3});
    all.agrees(*all.maya);
  }

 private:
  // As if nothing had been before.
  static void works(Invited& all, Replica& maya) {
    const auto problem = all.links[&maya]->status().problem;
    QVERIFY2(!problem, problem ? problem->detail.c_str() : "");
    QVERIFY(maya.campaign(all.campaign)->membership == Membership::Member);
    QVERIFY(maya.campaign(all.campaign)->role == log::Role::Creator);
    taken(all.work(maya).opened());
    taken(all.work(maya).acknowledge());
    const auto submission = taken(all.work(maya).submit(all.draft("Day 10.")));
    all.sync();
    QVERIFY(maya.delivery(submission.change)->delivery == Delivery::Stored);
    all.statusOf(*all.dana, submission); // it is here
    taken(all.reviewing(*all.dana).approve(all.space, submission));
    all.world.clock->advance(std::chrono::seconds{30});
    all.sync();
    QVERIFY(all.statusOf(maya, submission).state == domain::ReviewState::Approved);
    QCOMPARE(all.links[&maya]->status().waiting, 0);
    all.agrees(maya);
  }
};

QTEST_GUILESS_MAIN(TestRefusedJoin)

} // namespace test_refused_join
#include "test_refused_join.moc"
