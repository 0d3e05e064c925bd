#include <QtTest>

#include "app/session/addresses.h"
#include "app/session/bundles.h"
#include "core/replica/editing.h"
#include "core/replica/reading.h"
#include "sync/protocol/codec.h"
#include "tests/app_session/exchange.h"
#include "tests/core_replica/world.h"
#include "tests/support/must.h"

namespace test_sync_link {

using namespace meridian;
using app::SyncLink;
using app::SyncStatus;
using replica::Access;
using test::pageOf;
using test::thesisOf;

namespace {

constexpr auto en = domain::Language::En;

// Mila's campaign, and whoever she invites.
struct Story {
  test::World world;
  test::Exchange exchange{world, relay::Admission::Founding};
  std::unique_ptr<replica::Replica> mila = world.person("mila", "Europe/Belgrade", en);
  SpaceId campaign;
  std::unique_ptr<SyncLink> milas;

  Story() {
    campaign = *replica::Founding::create(*mila, "Verba",
                                          {.en = "Verba", .ru = "Верба", .source = en, .madeFrom = {}});
    if (!Access(*mila, campaign).setRelay(exchange.address())) qFatal("relay");
    milas = link(*mila);
  }
  std::unique_ptr<SyncLink> link(replica::Replica& replica) {
    auto made = std::make_unique<SyncLink>(replica, campaign, exchange.loop, exchange.wires());
    made->start();
    exchange.settle();
    return made;
  }
  replica::Invitation invite(const char* name) {
    auto made = Access(*mila, campaign)
                    .invite({.name = name,
                             .role = log::Role::CampaignLead,
                             .market = {},
                             .creatorSpace = {},
                             .from = {},
                             .to = {},
                             .language = en,
                             .expiry = world.clock->now() + std::chrono::hours{24}});
    if (!made) qFatal("invite");
    milas->poke();
    exchange.settle();
    return *made;
  }
  void write(replica::Replica& replica, const char* text) {
    if (!replica::Editing(replica).setText(pageOf(campaign), domain::field::campaign::thesis, en, text))
      qFatal("write");
  }
};

} // namespace

class TestSyncLink : public QObject {
  Q_OBJECT

 private slots:
  void aFoundedCampaignIsAdmittedWithTheCodeAndStored() {
    Story story;
    const auto status = story.milas->status();
    QCOMPARE(status.state, SyncStatus::State::Synced);
    QCOMPARE(status.waiting, 0);
    QVERIFY(status.counts.changesStored > 0);
  }

  void aNewcomerJoinsWithTheInvitationsKeyAndIsThenThemselves() {
    Story story;
    const auto invitation = story.invite("Svetlana Orlova");
    auto svetlana = story.world.person("svetlana", "Europe/Moscow", en);
    MUST(Access::join(*svetlana, invitation));
    auto link = story.link(*svetlana);
    story.exchange.settle();
    QCOMPARE(link->status().state, SyncStatus::State::Synced);
    QCOMPARE(svetlana->campaign(story.campaign)->role, log::Role::CampaignLead);
    story.write(*svetlana, "Care that proves itself.");
    link->poke();
    story.exchange.settle();
    QCOMPARE(thesisOf(*story.mila, story.campaign), std::string("Care that proves itself."));
    for (const auto& space : story.mila->spaces(story.campaign))
      QCOMPARE(*story.mila->digest(space.id), *svetlana->digest(space.id));
  }

  // The relay takes one join per invitation; who does not hear that it took theirs is not shut out by it.
  void aJoinWhoseReceiptWasLostIsFoundToBeStored() {
    Story story;
    const auto invitation = story.invite("Svetlana Orlova");
    auto svetlana = story.world.person("svetlana", "Europe/Moscow", en);
    MUST(Access::join(*svetlana, invitation));
    bool broke = false;
    story.exchange.breaksAt = [&](const Bytes& frame) {
      const auto message = protocol::decode(frame);
      const auto* receipts = message ? std::get_if<protocol::Receipts>(&*message) : nullptr;
      return broke = receipts != nullptr && !receipts->receipts.empty();
    };
    auto link = story.link(*svetlana);
    QVERIFY(broke);
    for (int i = 0; i < 4; ++i) {
      story.exchange.loop.later();
      story.exchange.settle();
    }
    QCOMPARE(link->status().state, SyncStatus::State::Synced);
    QCOMPARE(link->status().waiting, 0);
    QCOMPARE(svetlana->campaign(story.campaign)->role, log::Role::CampaignLead);
  }

  // As one that the campaign is to move to, before anybody has brought it there who may: neither the
  // invitation's key nor her own gets anywhere, though it answers both.
  void aJoinThatARelayDoesNotTakeIsTriedEverMoreRarely() {
    Story story;
    const test::Elsewhere elsewhere(story.world);
    test::Exchange other(elsewhere, relay::Admission::Founding);
    auto there = other.address();
    const auto invitation = story.invite("Svetlana Orlova");
    const auto file = story.world.root() / "verba.meridian";
    MUST(app::exportBundle(*story.mila, story.campaign, file));
    MUST(Access(*story.mila, story.campaign).setRelay(there));
    there.foundingCode.clear();
    auto svetlana = story.world.person("svetlana", "Europe/Moscow", en);
    MUST(Access::join(*svetlana, invitation));
    MUST(app::importBundle(*svetlana, file));
    MUST(Access(*svetlana, story.campaign).setRelay(there));
    SyncLink link(*svetlana, story.campaign, other.loop, other.wires(), {.retryMax = std::chrono::hours{1}});
    link.start();
    const auto turns = [&](int count) {
      for (; count > 0; --count) {
        other.settle();
        other.loop.soonest();
      }
    };
    turns(100);
    QVERIFY(other.loop.longest > std::chrono::minutes{10});
    SyncLink milas(*story.mila, story.campaign, other.loop, other.wires());
    milas.start();
    turns(100);
    QCOMPARE(link.status().state, SyncStatus::State::Synced);
    QCOMPARE(svetlana->campaign(story.campaign)->role, log::Role::CampaignLead);
  }

  // By somebody who had not heard of the join. What she writes from then on stays here, and she is told.
  void whoIsWithdrawnUnawareSeesThatNothingLeaves() {
    Story story;
    const auto invitation = story.invite("Ann Reed");
    story.milas->setAirplane(true);
    auto ann = story.world.person("ann", "Europe/Moscow", en);
    MUST(Access::join(*ann, invitation));
    auto link = story.link(*ann);
    QCOMPARE(link->status().state, SyncStatus::State::Synced);
    QVERIFY(!link->status().problem);
    const auto open = replica::Reading(*story.mila, story.campaign).invitations();
    MUST(Access(*story.mila, story.campaign).withdraw(open.front().id));
    story.milas->setAirplane(false);
    story.exchange.settle();
    QVERIFY(link->status().problem.has_value());
    QCOMPARE(link->status().problem->code, ErrorCode::NotServed);

    MUST(
        replica::Editing(*ann).state(story.campaign, domain::EntityKind::CharterAcknowledged, crdt::Value()));
    link->poke();
    story.exchange.settle();
    QCOMPARE(link->status().waiting, 1);
    const auto sees = [&] {
      const auto rows = ann->file().outbox.waiting();
      QVERIFY(rows.has_value() && !rows->empty());
      for (const auto& row : *rows)
        QCOMPARE(row.reason, std::string(errorName(ErrorCode::NotServed)));
    };
    sees();
    // On the next connection, too, and by whoever asks without one.
    link.reset();
    link = story.link(*ann);
    QCOMPARE(link->status().problem->code, ErrorCode::NotServed);
    QCOMPARE(link->status().waiting, 1);
    sees();
    QVERIFY(ann->verify()->problems.empty());
  }

  void aSecondUseOfAnInvitationIsRefused() {
    Story story;
    const auto invitation = story.invite("Svetlana Orlova");
    auto first = story.world.person("first", "Europe/Moscow", en);
    auto second = story.world.person("second", "Europe/Moscow", en);
    MUST(Access::join(*first, invitation));
    MUST(Access::join(*second, invitation));
    auto firsts = story.link(*first);
    auto seconds = story.link(*second);
    QCOMPARE(firsts->status().state, SyncStatus::State::Synced);
    QVERIFY(!seconds->status().problem.has_value()); // the relay may still be about to answer
    story.exchange.loop.later();
    story.exchange.settle();
    const auto status = seconds->status();
    QVERIFY(status.problem.has_value());
    QVERIFY(status.problem->code == ErrorCode::InvitationUsed ||
            status.problem->code == ErrorCode::InvitationInvalid);
  }

  void inTheAirWorkWaitsAndOnLandingItGoesOut() {
    Story story;
    story.milas->setAirplane(true);
    story.write(*story.mila, "Written in the air.");
    story.milas->poke();
    story.exchange.settle();
    QCOMPARE(story.milas->status().state, SyncStatus::State::Airplane);
    QCOMPARE(story.milas->status().waiting, 1);
    story.milas->setAirplane(false);
    story.exchange.settle();
    QCOMPARE(story.milas->status().state, SyncStatus::State::Synced);
    QCOMPARE(story.milas->status().waiting, 0);
  }

  void aRelayThatIsDownIsTriedAgain() {
    Story story;
    story.milas->stop();
    story.exchange.down = true;
    story.milas->start();
    story.exchange.settle();
    QCOMPARE(story.milas->status().state, SyncStatus::State::Offline);
    QCOMPARE(story.milas->status().problem->code, ErrorCode::RelayUnreachable);
    story.exchange.down = false;
    story.exchange.loop.later();
    story.exchange.settle();
    QCOMPARE(story.milas->status().state, SyncStatus::State::Synced);
    QVERIFY(!story.milas->status().problem);
  }

  // It keeps the connection up and answers nothing: that is no state to stay in.
  void aRelayThatOwesAnAnswerAndStaysSilentIsLeft() {
    Story story;
    const auto wait = [&] {
      story.exchange.loop.later();
      story.exchange.settle();
    };
    const auto invitation = story.invite("Svetlana Orlova");
    auto svetlana = story.world.person("svetlana", "Europe/Moscow", en);
    MUST(Access::join(*svetlana, invitation));
    auto link = story.link(*svetlana);
    wait(); // while nothing is owed, silence is nothing
    QCOMPARE(story.milas->status().state, SyncStatus::State::Synced);

    bool isMute = false;
    story.exchange.holds = [&](const protocol::Message& message) {
      const auto* receipts = std::get_if<protocol::Receipts>(&message);
      return (receipts != nullptr && !receipts->receipts.empty()) ||
             (isMute && std::holds_alternative<protocol::Batch>(message));
    };
    story.write(*story.mila, "Care that proves itself.");
    story.milas->poke();
    story.exchange.settle();
    QCOMPARE(story.milas->status().state, SyncStatus::State::Syncing);
    // Whoever brings something else is not silent.
    story.write(*svetlana, "Care that proves itself on skin.");
    link->poke();
    story.exchange.settle();
    isMute = true;
    wait();
    QCOMPARE(story.milas->status().state, SyncStatus::State::Syncing);
    wait();
    QCOMPARE(story.milas->status().state, SyncStatus::State::Offline);
    QCOMPARE(story.milas->status().problem->code, ErrorCode::Timeout);
    // It is tried again, and until it answers the reason stands.
    wait();
    QCOMPARE(story.milas->status().state, SyncStatus::State::Syncing);
    QCOMPARE(story.milas->status().problem->code, ErrorCode::Timeout);
    story.exchange.holds = nullptr;
    story.exchange.settle();
    QCOMPARE(story.milas->status().state, SyncStatus::State::Synced);
    QVERIFY(!story.milas->status().problem);
    QCOMPARE(story.milas->status().waiting, 0);
  }

  void aHeldChangeLeavesWhenItsTimeHasCome() {
    Story story;
    auto ops = replica::Editing::creation(domain::EntityKind::NonNegotiable,
                                          {{domain::field::element::text, en, "Real time."}}, {}, 0);
    MUST(ops);
    replica::SpaceWrite write{story.campaign, *ops, {}};
    write.options.holdUntil = story.world.clock->now() + std::chrono::seconds{10};
    MUST(story.mila->write({write}));
    story.milas->poke();
    story.exchange.settle();
    QCOMPARE(story.milas->status().waiting, 1);
    story.world.clock->advance(std::chrono::seconds{11});
    story.exchange.loop.later();
    story.exchange.settle();
    QCOMPARE(story.milas->status().waiting, 0);
  }

  // A line that takes nothing says when it does again: until then no time that comes is one to wake at.
  void nothingIsDueWhileTheLineIsFull() {
    Story story;
    story.exchange.alters = [](protocol::Message& message) {
      const auto* told = std::get_if<protocol::Receipts>(&message);
      if (told == nullptr || told->receipts.empty()) return;
      protocol::Refusals refused{.space = told->space, .refusals = {}};
      for (const auto& receipt : told->receipts)
        refused.refusals.push_back({receipt.change, protocol::Finality::Wait, protocol::Reason::Rate, 1'000});
      message = refused;
    };
    story.write(*story.mila, "Care that proves itself.");
    story.milas->poke();
    story.exchange.settle();
    QCOMPARE(story.milas->status().waiting, 1);
    story.exchange.alters = nullptr;
    story.exchange.full = true;
    story.world.clock->advance(std::chrono::minutes{1});
    int woken = 0;
    story.milas->onChange([&] { ++woken; });
    for (int i = 0; i < 10; ++i) {
      story.exchange.loop.later();
      story.exchange.settle();
    }
    QCOMPARE(woken, 1);
    QCOMPARE(story.milas->status().waiting, 1);
    story.exchange.drain();
    story.exchange.settle();
    QCOMPARE(story.milas->status().waiting, 0);
  }

  // Else it would wait for the time that the wrong clock said, and all that was written after it.
  void aHoldOfAClockThatWasAheadIsOver() {
    Story story;
    auto ops = replica::Editing::creation(domain::EntityKind::NonNegotiable,
                                          {{domain::field::element::text, en, "Real time."}}, {}, 0);
    MUST(ops);
    story.world.clock->advance(std::chrono::days{60});
    replica::SpaceWrite write{story.campaign, *ops, {}};
    write.options.holdUntil = story.world.clock->now() + std::chrono::seconds{10};
    MUST(story.mila->write({write}));
    story.world.clock->advance(-std::chrono::days{60});
    story.write(*story.mila, "Written after it.");
    story.milas->poke();
    story.exchange.settle();
    QCOMPARE(story.milas->status().waiting, 0);
  }

  void aBundleBringsWhatTheRelayLacksAndTheRelayLearnsIt() {
    Story story;
    const auto invitation = story.invite("Svetlana Orlova");
    auto svetlana = story.world.person("svetlana", "Europe/Moscow", en);
    MUST(Access::join(*svetlana, invitation));
    auto link = story.link(*svetlana);
    link->setAirplane(true);
    story.write(*svetlana, "By file.");
    const auto file = story.world.root() / "verba.meridian";
    MUST(app::exportBundle(*svetlana, story.campaign, file));
    auto imported = app::importBundle(*story.mila, file);
    MUST(imported);
    QVERIFY(imported->added >= 1);
    QCOMPARE(thesisOf(*story.mila, story.campaign), std::string("By file."));
    // A third replica gets it from the relay, though its author never was online again.
    story.milas->stop();
    story.milas->start();
    story.exchange.settle();
    auto anna = story.world.person("anna", "Europe/Moscow", en);
    MUST(Access::join(*anna, story.invite("Anna Volkova")));
    auto annas = story.link(*anna);
    QCOMPARE(thesisOf(*anna, story.campaign), std::string("By file."));
  }

  void anAlteredBundleIsRefusedWhole() {
    Story story;
    const auto file = story.world.root() / "verba.meridian";
    MUST(app::exportBundle(*story.mila, story.campaign, file));
    QFile raw(QString::fromStdString(file.string()));
    QVERIFY(raw.open(QIODevice::ReadWrite));
    QByteArray bytes = raw.readAll();
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    raw.seek(0);
    raw.write(bytes);
    raw.close();
    QCOMPARE(app::importBundle(*story.mila, file).error().code, ErrorCode::Damaged);
  }

  void anAddressSurvivesBothForms() {
    const auto line = "wss://relay.example:7443/#id=" + toBase64Url(Bytes(32, 7)) +
                      "&pin=" + toBase64Url(Bytes(32, 9)) + "&code=" + toBase64Url(Bytes(16, 3));
    const auto parsed = protocol::RelayAddress::parse(line);
    MUST(parsed);
    const auto back = app::toProtocol(app::toReplica(*parsed));
    MUST(back);
    QVERIFY(*back == *parsed);
  }
};

QTEST_GUILESS_MAIN(TestSyncLink)

} // namespace test_sync_link
#include "test_sync_link.moc"
