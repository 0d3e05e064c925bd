// Coming in: joining from a message, a link or a file, what goes wrong with invitations, and who may invite.
#include <QClipboard>
#include <QGuiApplication>
#include <QtTest>

#include "app/view_models/creators_model.h"
#include "app/view_models/join_model.h"
#include "tests/qml/invited.h"
#include "tests/qml/window_words.h"

namespace test_joining {

using namespace meridian;
using test::Invited;
using test::Maya;
using test::modelOf;
using test::phone;
using test::press;
using test::pressRow;
using test::reads;
using test::taken;

class TestJoining : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QQuickWindow::setDefaultAlphaBuffer(false);
    QAccessible::setActive(true);
  }

  void aFileOpensTheBriefBeforeAnyNetwork() {
    Invited story;
    Maya::App app(story.newcomer(), phone);
    QVERIFY(press(app.window, "Join with an invitation"));
    READS("Paste the whole message");
    auto* join = modelOf<app::JoinModel>(app.window);
    QVERIFY(join != nullptr);
    join->readFile(QUrl::fromLocalFile(QString::fromStdString(story.file.string())));
    // The invitation's language wins.
    READS("Maya Collins, креатор, US");
    READS("Бриф уже в файле: он откроется без сети.");
    QVERIFY(press(app.window, "Присоединиться"));
    READS("Ваше имя");
    QVERIFY(press(app.window, "Присоединиться"));
    READS("What Maya reads about goal.");
    QCOMPARE(app.session->role(), "creator");
    QVERIFY(!app.session->online());
  }

  void aBrokenFileIsNamedSoAndNothingIsJoined() {
    Invited story;
    std::filesystem::resize_file(story.file, std::filesystem::file_size(story.file) - 7);
    Maya::App app(story.newcomer(), phone);
    QVERIFY(press(app.window, "Join with an invitation"));
    READS("Paste the whole message");
    auto* join = modelOf<app::JoinModel>(app.window);
    join->readFile(QUrl::fromLocalFile(QString::fromStdString(story.file.string())));
    READS("This file was cut short or altered on its way. Ask for it again.");
    app.session->setLanguage("ru");
    READS("Файл ");
    QVERIFY(!reads(app.window, "This file was cut short"));
    app.session->setLanguage("en");
    const auto plain = story.world.root() / "plain.meridian";
    taken(app::exportBundle(*story.dana, story.campaign, plain));
    join->readFile(QUrl::fromLocalFile(QString::fromStdString(plain.string())));
    READS("There is no invitation in this file.");
    QVERIFY(!replica::profileExists(story.newcomer().directory));
  }

  void aUsedInvitationSaysWhomToAskAndCopiesTheMessage() {
    Invited story;
    auto options = story.newcomer();
    options.wires = test::failingRelay(ErrorCode::InvitationUsed);
    story.invitation.language = domain::Language::En;
    Maya::App app(options, phone);
    QVERIFY(press(app.window, "Join with an invitation"));
    READS("Paste the whole message");
    auto* join = modelOf<app::JoinModel>(app.window);
    join->read(QString::fromStdString(replica::toLink(story.invitation)));
    READS("For: Maya Collins, creator, US");
    QVERIFY(press(app.window, "Join"));
    READS("Your name");
    QVERIFY(press(app.window, "Join"));
    READS("This invitation was used already.");
    READS("Ask: dana");
    QVERIFY(press(app.window, "Ask for a new one"));
    QCOMPARE(QGuiApplication::clipboard()->text(),
             "dana, my invitation to Verba no longer works. Could you send me a new one? Maya Collins");
    QVERIFY(press(app.window, "Use another invitation"));
    READS("Paste the whole message");
  }

  // A profile that knows a relay is told before joining that the invitation names another one.
  void anInvitationForAnotherRelayIsToldApartBeforeJoining() {
    Invited story;
    auto elsewhere = story.invitation, here = story.invitation;
    elsewhere.relay->identity.bytes[0] ^= 1;
    elsewhere.campaign.bytes[0] ^= 1; // of a campaign that this profile does not hold
    elsewhere.language = here.language = domain::Language::En;
    auto options = story.of("svetlana");
    story.svetlana.reset();
    Maya::App app(options, phone);
    app.show("preflight/JoinPage");
    READS("Paste the whole message");
    auto* join = modelOf<app::JoinModel>(app.window);
    join->read(QString::fromStdString(replica::toLink(here)));
    READS("For: Maya Collins, creator, US");
    app.answered();
    QVERIFY(!reads(app.window, "another relay"));
    QVERIFY(press(app.window, "This isn’t me"));
    READS("Paste the whole message");
    join->read(QString::fromStdString(replica::toLink(elsewhere)));
    READS("This invitation is for another relay than the one your campaigns use.");
    READS("ask first: dana");
    app.session->setLanguage("ru");
    READS("Это приглашение на другой сервер обмена");
    app.session->setLanguage("en");
    QVERIFY(press(app.window, "Join")); // another campaign may well be at another relay
    READS("Saved. Joins by itself when online.");
  }

  // … and for the campaign it is in, the other relay is named as what is wrong.
  void anInvitationToAnOwnCampaignAtAnotherRelayIsRefused() {
    Invited story;
    auto elsewhere = story.invitation;
    elsewhere.relay->identity.bytes[0] ^= 1;
    elsewhere.language = domain::Language::En;
    auto options = story.of("svetlana");
    story.svetlana.reset();
    Maya::App app(options, phone);
    app.show("preflight/JoinPage");
    READS("Paste the whole message");
    auto* join = modelOf<app::JoinModel>(app.window);
    join->read(QString::fromStdString(replica::toLink(elsewhere)));
    READS("This invitation is for another relay than the one your campaigns use.");
    QVERIFY(press(app.window, "Join"));
    READS("This invitation belongs to another relay. Ask for a new one.");
    app.session->setLanguage("ru");
    READS("Это приглашение для другого сервера обмена.");
  }

  void aDeputyWhoInvitesIsToldWhoDoes() {
    Invited story;
    const auto now = story.world.clock->now();
    (void)story.joined("boris", "America/New_York", *story.dana, log::Role::Deputy, "US", {},
                       std::pair(now, now + std::chrono::hours{200}));
    auto options = story.of("boris");
    Maya::App app(options, phone);
    app.show("creators");
    READS("Maya Collins");
    QVERIFY(pressRow(app.window, "Invite: "));
    READS("Make invitation");
    QVERIFY(press(app.window, "Make invitation"));
    READS("by the hub lead or the campaign lead, not by a deputy");
    app.session->setLanguage("ru");
    READS("могут руководитель хаба и руководитель кампании");
    app.session->setLanguage("en");
    auto* creators = modelOf<app::CreatorsModel>(app.window);
    QVERIFY(creators->message().isEmpty());
    creators->forgetInvitation();
    QTRY_VERIFY(!reads(app.window, "not by a deputy"));
    QVERIFY(pressRow(app.window, "Withdraw the invitation: "));
    READS("by the hub lead or the campaign lead, not by a deputy");
  }

  void afterARestartAJoinThatIsStuckStillSaysWhomToAsk() {
    Invited story;
    {
      auto maya =
          taken(replica::Replica::create({.directory = story.newcomer().directory,
                                          .incarnationDirectory = story.newcomer().incarnationDirectory,
                                          .clock = story.world.clock,
                                          .random = {},
                                          .sqlite = {}},
                                         {.with = replica::Unlock::With::KeyFile,
                                          .passphrase = {},
                                          .keyFile = story.newcomer().keyFile,
                                          .rawKey = {}},
                                         {.name = "Maya", .zone = "America/Los_Angeles"}));
      taken(replica::Access::join(*maya, story.invitation));
    }
    auto options = story.newcomer();
    options.wires = test::failingRelay(ErrorCode::InvitationForOtherRelay);
    Maya::App app(options, phone);
    READS("This invitation belongs to another relay.");
    READS("Ask: dana");
    READS("Ask for a new one");
  }

  void withoutAConnectionItWaitsAndSaysSo() {
    Invited story;
    auto options = story.newcomer();
    std::atomic<int> ended = 0;
    options.wires = test::failingRelay(ErrorCode::RelayUnreachable, &ended);
    story.invitation.language = domain::Language::En;
    Maya::App app(options, phone);
    QVERIFY(press(app.window, "Join with an invitation"));
    READS("Paste the whole message");
    modelOf<app::JoinModel>(app.window)->read(QString::fromStdString(replica::toLink(story.invitation)));
    READS("For: Maya Collins");
    QVERIFY(press(app.window, "Join"));
    READS("Your name");
    QVERIFY(press(app.window, "Join"));
    READS("Saved. Joins by itself when online.");
    QTRY_VERIFY(ended > 0);
    app.answered();
    QVERIFY(!reads(app.window, "Ask for a new one"));
  }

  void anExpiredOneIsAskedForAnewAndSomebodyElsesIsPutAway() {
    Invited story;
    story.invitation.language = domain::Language::En;
    story.world.clock->advance(std::chrono::hours{200});
    Maya::App app(story.newcomer(), phone);
    QVERIFY(press(app.window, "Join with an invitation"));
    READS("Paste the whole message");
    modelOf<app::JoinModel>(app.window)->read(QString::fromStdString(replica::toLink(story.invitation)));
    READS("Expired:");
    QVERIFY(!press(app.window, "Join"));
    QVERIFY(press(app.window, "Ask for a new one"));
    QVERIFY(QGuiApplication::clipboard()->text().startsWith("dana, my invitation"));
    QVERIFY(press(app.window, "This isn’t me"));
    READS("Paste the whole message");
  }

  void anInvitationIsSavedWithTheBriefInIt() {
    Invited story;
    auto options = story.of("dana");
    story.dana.reset();
    Maya::App app(options, phone);
    app.show("creators");
    READS("Maya Collins");
    QVERIFY(pressRow(app.window, "Invite: "));
    READS("Make invitation");
    QVERIFY(press(app.window, "Make invitation"));
    READS("it stays a secret after it was used");
    auto* creators = modelOf<app::CreatorsModel>(app.window);
    QVERIFY(creators != nullptr);
    const auto saved = story.world.root() / "saved.meridian";
    creators->saveFile(QUrl::fromLocalFile(QString::fromStdString(saved.string())));
    READS("The invitation file is saved.");
    const auto read = taken(app::readInvitationFile(saved));
    QCOMPARE(QString::fromStdString(read.inviteeName), "Maya Collins");
  }
};

QTEST_MAIN(TestJoining)

} // namespace test_joining
#include "test_joining.moc"
