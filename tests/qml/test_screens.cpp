// The creator's screens, with a real replica behind them.
#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QtTest>

#include <future>

#include "app/view_models/creators_model.h"
#include "app/view_models/join_model.h"
#include "app/view_models/submit_model.h"
#include "tests/qml/invited.h"
#include "tests/qml/window_words.h"

namespace test_screens {

using namespace meridian;
using test::Maya;
using test::modelOf;
using test::press;
using test::pressRow;
using test::reads;
using test::taken;
using test::write;

class TestScreens : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QQuickWindow::setDefaultAlphaBuffer(false);
    QAccessible::setActive(true);
  }

  void somebodyNewChoosesALanguageAndAWayIn() {
    QTemporaryDir folder;
    Maya::App app(test::nobodyYet(folder), test::phone);
    READS("Join with an invitation");
    QVERIFY(press(app.window, "Русский"));
    READS("Присоединиться по приглашению");
    QVERIFY(press(app.window, "Присоединиться по приглашению"));
    READS("Вставьте сообщение с приглашением целиком");
  }

  void anInvitationIsReadOutOfWhateverWasPasted() {
    Maya story;
    story.writeBrief();
    const auto invitation =
        taken(replica::Access(*story.dana, story.campaign)
                  .invite({.name = "Maya Collins",
                           .role = log::Role::Creator,
                           .market = "US",
                           .creatorSpace = story.space,
                           .from = {},
                           .to = {},
                           .language = domain::Language::En,
                           .expiry = story.world.clock->now() + std::chrono::hours{168}}));
    Maya::Session::Options options;
    options.directory = story.world.root() / "new";
    options.keyFile = story.world.root() / "new.key";
    options.incarnationDirectory = story.world.root() / "state";
    options.clock = story.world.clock;
    Maya::App app(options, {390, 844});
    QVERIFY(press(app.window, "Join with an invitation"));
    READS("Paste the whole message");
    QGuiApplication::clipboard()->setText("Maya, Dana invites you:\n> " +
                                          QString::fromStdString(replica::toLink(invitation)) +
                                          "\nsent from a phone");
    QVERIFY(press(app.window, "Paste"));
    READS("For: Maya Collins, creator, US");
    READS("Your brief and the shared timeline.");
    QVERIFY(press(app.window, "Join"));
    READS("Your name");
    QVERIFY(press(app.window, "Join"));
    READS("Joins by itself when online");
  }

  void theCampaignsOfAProfileAreListedAndSwitched() {
    Maya story;
    const SpaceId second =
        taken(replica::Founding::create(*story.mila, "Second", test::both("Second", "Вторая")));
    (void)taken(replica::Founding::create(*story.mila, "Norda", test::both("Norda only", "")));
    (void)taken(replica::Founding::create(*story.mila, "Norda", test::both("", "Только Норда")));
    Maya::App app(story, "mila", story.mila, {390, 844});
    app.session->selectCampaign(app::toQt(story.campaign));
    QTRY_COMPARE(app.session->campaignTitle(), "Verba");
    app.push("CampaignsPage", {});
    READS("Second, Brand lead");
    READS("Verba, Brand lead");
    READS("Join another campaign");
    // In the language that is read, and where a name is in one alone, in that.
    app.session->setContentLanguage("ru");
    READS("Верба, Verba · Brand lead"); // the brand where the name does not say it
    READS("Вторая, Second · Brand lead");
    QTRY_COMPARE(app.session->campaignTitle(), "Верба"); // above the pages as in the list
    READS("Norda only, Brand lead");
    app.session->setContentLanguage("en");
    READS("Verba, Brand lead");
    READS("Только Норда, Norda · Brand lead");
    QVERIFY(pressRow(app.window, "Second"));
    QTRY_COMPARE(app.session->campaign(), second);
    QTRY_COMPARE(app.session->campaignTitle(), "Second");
    QTRY_VERIFY(!reads(app.window, "Join another campaign"));
  }

  void whatIsOpenOfOneCampaignIsNotShownInAnother() {
    Maya story;
    (void)taken(replica::Founding::create(*story.mila, "Second", test::both("Second", "Вторая")));
    Maya::App app(story, "mila", story.mila, {390, 844});
    app.session->selectCampaign(app::toQt(story.campaign));
    QTRY_COMPARE(app.session->campaignTitle(), "Verba");
    app.show("timeline/MilestonesPage");
    READS("Milestones");
    app.show("campaign/CampaignsPage");
    QVERIFY(pressRow(app.window, "Second"));
    QTRY_COMPARE(app.session->campaignTitle(), "Second");
    QTRY_VERIFY(!reads(app.window, "Join another campaign"));
    app.show("timeline");
    QTRY_VERIFY(!reads(app.window, "Milestones"));
  }

  void whatWasTypedInACampaignStaysThereWhenAnotherIsOpened() {
    Maya story;
    const SpaceId second =
        taken(replica::Founding::create(*story.mila, "Second", test::both("Second", "Вторая")));
    Maya::App app(story, "mila", story.mila, {390, 844});
    app.session->selectCampaign(app::toQt(story.campaign));
    QTRY_COMPARE(app.session->campaignTitle(), "Verba");
    app.show("timeline/MilestonePage");
    READS("Date and time");
    QVERIFY2(write(app.window, "Title, English", "A dinner"), qPrintable(test::words(app.window).join("\n")));
    // Before there was a pause in typing.
    app.session->selectCampaign(app::toQt(second));
    QTRY_COMPARE(app.session->campaign(), second);
    app.show("timeline/MilestonePage");
    READS("New milestone");
    QTest::qWait(100);
    QVERIFY(!reads(app.window, "Not saved yet"));
    app.session->selectCampaign(app::toQt(story.campaign));
    QTRY_COMPARE(app.session->campaign(), story.campaign);
    app.show("timeline/MilestonePage");
    READS("Not saved yet: what you typed before.");
    READS("A dinner");
  }

  void aLeadOnAPhoneInvitesFromTheBriefs() {
    Maya story;
    story.readBrief();
    Maya::App app(story, "svetlana", story.svetlana, {390, 844});
    QTRY_COMPARE(app.session->role(), "campaign-lead");
    app.show("briefs");
    READS("maya");
    QVERIFY(press(app.window, "Creators and invitations"));
    READS("Invite a colleague");
    QVERIFY(press(app.window, "Invite a colleague"));
    READS("Make invitation");
  }

  void onAPhoneEveryRoleReachesTheSettingsAndTheCampaigns() {
    Maya story;
    story.readBrief();
    for (const auto& [name, replica] : {std::pair("svetlana", &story.svetlana), {"dana", &story.dana}}) {
      Maya::App app(story, name, *replica, {390, 844});
      QTRY_VERIFY(!app.session->role().isEmpty());
      QVERIFY(press(app.window, "Settings"));
      READS("Save profile");
      app.show("campaign");
      QVERIFY(press(app.window, "Campaign: Verba. Switch"));
      READS("Join another campaign");
    }
  }

  void anInvitationsLastDayIsTheCreatorsAndComesForTheSheetThatAsked() {
    Maya story;
    story.writeBrief(); // Maya, in Los Angeles, is not invited yet
    story.world.clock->advance(std::chrono::hours{15});
    Maya::App app(story, "dana", story.dana, {390, 844}); // in New York, where it is past midnight
    app.show("creators");
    READS("Maya Collins");
    auto* model = modelOf<app::CreatorsModel>(app.window);
    QVERIFY(model != nullptr);
    const int before = model->invitations()->count();
    const auto invite = [&] {
      model->invite("Maya Collins", "creator", "US", QString::fromStdString(story.space.hex()), "en");
    };
    invite();
    QTRY_VERIFY(!model->message().isEmpty());
    const QString message = model->message().replace(QChar(0x00A0), ' ');
    QVERIFY2(message.contains("Valid until Wed 17 Mar, once."), qPrintable(message));
    QVERIFY2(model->validity().contains("Los"), qPrintable(model->validity()));
    // Closed before the answer came: whoever the sheet is opened for next is not given hers.
    model->forgetInvitation();
    QTRY_COMPARE(model->invitations()->count(), before + 1);
    invite();
    model->forgetInvitation();
    QTRY_COMPARE(model->invitations()->count(), before + 2);
    QVERIFY(model->message().isEmpty());
  }

  void anInvitationIsScannedFromTheScreenAndItsLinkIsCopied() {
    Maya story;
    story.writeBrief();
    Maya::App app(story, "dana", story.dana, {1280, 1400});
    app.show("creators");
    READS("Maya Collins");
    QVERIFY(pressRow(app.window, "Invite: "));
    QTRY_VERIFY(press(app.window, "Make invitation"));
    auto* model = modelOf<app::CreatorsModel>(app.window);
    QTRY_VERIFY(!model->link().isEmpty());
    QVERIFY(model->link().startsWith("meridian://"));
    READS("QR code with the invitation");
    QGuiApplication::clipboard()->setText("something else");
    QVERIFY(press(app.window, "Copy link"));
    QCOMPARE(QGuiApplication::clipboard()->text(), model->link());
    // As a camera sees it.
    const QString photo = QString::fromStdString((story.world.root() / "screen.png").string());
    const auto scanned = [&] {
      return app.window->grabWindow().save(photo) ? app::qrTextIn(photo) : std::nullopt;
    };
    QTRY_COMPARE(scanned(), std::optional(model->link()));
  }

  void anApprovalOpensWithItsSealAndLeadsToGoingLive() {
    Maya story;
    story.readBrief();
    story.approveFirst();
    Maya::App app(story);
    app.show("feedback");
    READS("Version 1 is approved.");
    QVERIFY(press(app.window, "Signed: dana"));
    READS("Checked on this phone");
    READS("New York)"); // when she signed, on her clock too
    QVERIFY(press(app.window, "Go live"));
    READS("Copy approved caption");
    QVERIFY(press(app.window, "Copy approved caption"));
    QCOMPARE(QGuiApplication::clipboard()->text(), "Day 7, no filter.");
  }

  void aFileThatIsSealedWhileThePageGoesIsInTheDraft_data() {
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("goes first") << (qint64(64) << 20);
    QTest::newRow("sealed first") << qint64(1000);
  }
  void aFileThatIsSealedWhileThePageGoesIsInTheDraft() {
    QFETCH(qint64, bytes);
    Maya story;
    story.readBrief();
    const auto file = story.world.root() / "day-7.mov";
    std::ofstream(file).put('7');
    std::filesystem::resize_file(file, static_cast<std::uintmax_t>(bytes));
    Maya::App app(story);
    app.show("brief/SubmitPage");
    READS("Show the same spot");
    QPointer<app::SubmitModel> model = modelOf<app::SubmitModel>(app.window);
    QVERIFY(model != nullptr);
    model->setCaption("With a film.");
    model->addFile(QUrl::fromLocalFile(QString::fromStdString(file.string())));
    // The window does not get to hear of it.
    if (bytes < 2000)
      for (int i = 0; i < 50; ++i) {
        std::promise<void> turn;
        auto done = turn.get_future();
        app.session->core().post([&] { turn.set_value(); });
        done.wait();
      }
    QMetaObject::invokeMethod(app.window, "showStoryPage", Q_ARG(QString, QStringLiteral("brief")));
    QTRY_VERIFY(model.isNull());
    const auto isKept = [&] {
      std::promise<bool> answer;
      auto kept = answer.get_future();
      app.session->core().post([&] {
        const auto draft = story.work(*app.session->core().replica()).keptDraft(story.deliverable);
        answer.set_value(draft && draft->attachments.size() == 1);
      });
      return kept.get();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isKept(), 60'000);
    app.show("brief/SubmitPage");
    READS("day-7.mov");
    READS("With a film.");
  }

  void whileADatedDeputyActsTheCreatorSeesUntilWhen() {
    Maya story;
    story.readBrief();
    namespace f = domain::field::absence;
    taken(replica::Editing(*story.dana)
              .create(story.campaign, domain::EntityKind::Absence, {},
                      {{f::member, domain::idValue(story.reading(*story.dana).me().member)},
                       {f::from, crdt::Value(toMillis(story.world.clock->now() - std::chrono::hours{1}))},
                       {f::to, crdt::Value(toMillis(*parseInstant("2027-03-14T20:00:00Z")))},
                       {f::deputy, domain::idValue(story.reading(*story.svetlana).me().member)}}));
    story.settle();
    Maya::App app(story);
    READS("Until Sun 14 Mar: svetlana");
    app.session->setLanguage("ru");
    READS("svetlana");
    READS("14 марта");
  }

  void aChangeOfContactOrApproverIsAnnounced() {
    Maya story;
    story.readBrief();
    const crdt::KeyedEntity card{static_cast<std::uint16_t>(domain::EntityKind::Creator), {}};
    const auto svetlana = domain::idValue(story.reading(*story.svetlana).me().member);
    taken(replica::Editing(*story.dana)
              .set({story.space, card}, {{domain::field::person::contact, svetlana},
                                         {domain::field::person::approver, svetlana}}));
    story.settle();
    Maya::App app(story);
    READS("New contact: svetlana. Before: dana.");
    READS("New approver: svetlana. Before: dana.");
  }

  void aDelayOfTheWholeHubShowsItsNewDateAndReason() {
    Maya story;
    story.readBrief();
    story.submit("Day 7, no filter.");
    story.settle();
    taken(story.briefing(*story.dana)
              .announceHubDelay("US", *parseInstant("2027-03-12T22:00:00Z"),
                                *parseInstant("2027-03-15T21:00:00Z"), "A holiday."));
    story.settle();
    taken(story.work(*story.maya).keepDraft(story.deliverable, story.draft("Day 8.")));
    Maya::App app(story);
    app.show("feedback");
    READS("Delayed");
    READS("New date: Mon 15 Mar, 14:00 (17:00 New York). Reason: A holiday. "
          "Promised before: Fri 12 Mar, 14:00 (17:00 New York).");
    // Whoever submits now is promised the new date at once.
    app.show("brief/SubmitPage");
    READS("answer by Mon 15 Mar, 14:00 (17:00 New York)");
  }

  void commentsStandByTheWordsTheyAreAboutAndARevisionIsNext() {
    Maya story;
    story.readBrief();
    const OpId sent = story.submit("Day 7, no filter.");
    story.settle();
    taken(story.reviewing(*story.dana).opened(story.space, sent));
    const domain::CommentPin pin{.kind = domain::CommentPin::Kind::CaptionRange, .from = 7, .to = 16};
    taken(story.reviewing(*story.dana).comment(story.space, sent, pin, "Say which filter."));
    taken(story.reviewing(*story.dana).requestChanges(story.space, sent, "Close."));
    story.world.clock->advance(std::chrono::minutes{1});
    story.settle();
    Maya::App app(story);
    app.show("feedback");
    READS("Version 1 needs changes.");
    READS("Say which filter.");
    READS("no filter");
    READS("Round 1");
    QVERIFY(press(app.window, "Send revision"));
    READS("Send for approval");
  }

  void goingLiveAsksForTheMarketsChecksAndTheLink() {
    Maya story;
    story.writeBrief();
    story.writeCopy();
    namespace e = domain::field::element;
    taken(replica::Editing(*story.dana)
              .create(story.campaign, domain::EntityKind::ChecklistItem,
                      {{e::text, domain::Language::En, "Paid-partnership label switched on"}},
                      {{e::market, crdt::Value(std::string_view("US"))}}));
    namespace d = domain::field::deliverable;
    taken(replica::Editing(*story.dana)
              .edit({story.space, story.deliverable.ref()},
                    {{d::labels, domain::Language::En, "Paid partnership with Verba"}},
                    {{d::adToken, crdt::Value(std::string_view("2VtzqwXYZ"))}}));
    taken(story.briefing(*story.dana).issue(story.space, false));
    story.inviteMaya();
    taken(story.work(*story.maya).opened());
    taken(story.work(*story.maya).acknowledge());
    story.approveFirst();
    Maya::App app(story);
    app.show("feedback/GoLivePage");
    READS("2VtzqwXYZ");
    READS("Paid partnership with Verba");
    QVERIFY(press(app.window, "Copy token"));
    QCOMPARE(QGuiApplication::clipboard()->text(), "2VtzqwXYZ");
    READS("Tick the checks above first.");
    QVERIFY(write(app.window, "Link to the post", "https://video.example/day7"));
    QVERIFY(press(app.window, "Paid-partnership label switched on"));
    QTRY_VERIFY(!reads(app.window, "Tick the checks above first."));
    QVERIFY(press(app.window, "It’s live"));
    READS("https://video.example/day7");
    READS("Live");
  }

  void theTimelineShowsBothLaunchesAndWhyInThisOrder() {
    Maya story;
    story.readBrief();
    Maya::App app(story);
    app.show("timeline");
    READS("United States");
    READS("Russia");
    READS("Questions from here shape the answers there.");
    READS("Yours");
    READS("Fri 12 Mar, 14:00");
  }
};

QTEST_MAIN(TestScreens)

} // namespace test_screens
#include "test_screens.moc"
