// The creator's screens, with a real replica behind them.
#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QQuickItem>
#include <QtTest>

#include "tests/qml/maya.h"
#include "tests/qml/window_words.h"

using namespace meridian;
using test::Maya;
using test::nameOf;
using test::press;
using test::reads;
using test::taken;
using test::visibleItems;
using test::words;

namespace {

// Types into the field with that label, as a keyboard does.
bool write(QQuickWindow* window, const QString& label, const QString& text) {
  for (QQuickItem* item : visibleItems(window)) {
    if (item->property("label").toString() != label || item->metaObject()->indexOfMethod("focusField()") < 0)
      continue;
    QMetaObject::invokeMethod(item, "focusField");
    for (const QChar letter : text)
      QTest::keyClick(window, letter.toLatin1());
    return item->property("text").toString() == text;
  }
  return false;
}

} // namespace

class TestScreens : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QQuickWindow::setDefaultAlphaBuffer(false);
    QAccessible::setActive(true);
  }

  void somebodyNewChoosesALanguageAndAWayIn() {
    QTemporaryDir folder;
    Maya::Session::Options options;
    options.directory = folder.path().toStdString() + "/profile";
    options.incarnationDirectory = folder.path().toStdString() + "/state";
    Maya::App app(options, {390, 844});
    READS("Join with an invitation");
    QVERIFY(press(app.window, "Русский"));
    READS("Присоединиться по приглашению");
    QVERIFY(press(app.window, "Присоединиться по приглашению"));
    READS("Вставьте целиком сообщение");
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

  void theBriefShowsSixPartsTheContactAndTheNextDateInBothZones() {
    Maya story;
    story.readBrief();
    Maya::App app(story);
    READS("Show that care can prove itself");
    READS("1. Contact");
    READS("6. The bigger picture");
    READS("Both markets");
    READS("dana");
    READS("Los Angeles");
    app.session->setLanguage("ru");
    app.session->setContentLanguage("ru");
    READS("Показать, что уход доказывает себя сам");
    READS("6. Общая картина");
  }

  void beforeABriefTheScreenSaysWhoIsPreparingIt() {
    Maya story;
    story.writeBrief();
    story.inviteMaya();
    Maya::App app(story);
    READS("Your lead is preparing your brief");
    QVERIFY(!reads(app.window, "Submit content"));
  }

  void anEmptySubmissionSaysWhatIsMissing() {
    Maya story;
    story.readBrief();
    Maya::App app(story);
    app.show("brief/SubmitPage");
    READS("Add a file, a link or a caption.");
    READS("Show the same spot on day 1, 4 and 7.");
    READS("Because proof needs a comparison.");
  }

  void whatIsSentOfflineIsSavedAndWaits() {
    Maya story;
    story.readBrief();
    taken(story.work(*story.maya).keepDraft(story.deliverable, story.draft("Day 7, no filter.")));
    Maya::App app(story);
    app.show("brief/SubmitPage");
    READS("Received before Thu 11 Mar, 14:00 (17:00 New York): answer by Fri 12 Mar, 14:00 (17:00 New York). "
          "Later: Fri 19 Mar, 14:00 (17:00 New York).");
    READS("Connect before then.");
    QVERIFY(press(app.window, "Send for approval"));
    READS("Saved on this device. It will go out when you’re online.");
    QVERIFY(press(app.window, "See feedback"));
    READS("Signed. Not delivered yet.");
    app.show("brief/OutboxPage");
    READS("Submission");
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
    QVERIFY(press(app.window, "Go live"));
    READS("Copy approved caption");
    QVERIFY(press(app.window, "Copy approved caption"));
    QCOMPARE(QGuiApplication::clipboard()->text(), "Day 7, no filter.");
  }

  void aChangedBriefShowsWhatChangedAndIsAcknowledged() {
    Maya story;
    story.readBrief();
    story.changeBrief();
    Maya::App app(story);
    READS("Your brief changed: 1 part.");
    QVERIFY(press(app.window, "See changes"));
    READS("Removed: 09:00. Added: 10:00.");
    QVERIFY(press(app.window, "Got it"));
    QTRY_VERIFY(!reads(app.window, "Your brief changed"));
  }

  void aQuestionIsPinnedToAPartOfTheBrief() {
    Maya story;
    story.readBrief();
    Maya::App app(story);
    READS("4. What I make");
    QVERIFY(press(app.window, "Ask about: What I make"));
    READS("About: What I make");
    READS("Answer by");
    QVERIFY(write(app.window, "Your question", "Is 40 seconds enough?"));
    QVERIFY(press(app.window, "Send question"));
    READS("Is 40 seconds enough?");
    READS("1 open question");
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
    READS("New date: Mon 15 Mar, 14:00. Reason: A holiday. Promised before: Fri 12 Mar, 14:00.");
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

  void everyPageIsWalkedWithTheTabKeyAndEveryStopHasAName_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::newRow("phone, English") << "en" << QSize(390, 844);
    QTest::newRow("desktop, Russian") << "ru" << QSize(1280, 800);
  }
  void everyPageIsWalkedWithTheTabKeyAndEveryStopHasAName() {
    QFETCH(QString, language);
    QFETCH(QSize, size);
    Maya story;
    story.readBrief();
    story.approveFirst();
    Maya::App app(story, size);
    app.session->setLanguage(language);
    QVariant pages;
    QMetaObject::invokeMethod(app.window, "storyPages", Q_RETURN_ARG(QVariant, pages));
    QVERIFY(pages.toList().size() >= 6);
    for (const QVariant& page : pages.toList()) {
      app.show(page.toString());
      QSet<QObject*> stops;
      for (int i = 0; i < 200; ++i) {
        QTest::keyClick(app.window, Qt::Key_Tab);
        QQuickItem* stop = app.window->activeFocusItem();
        if (stop == nullptr || stop == app.window->contentItem() || stops.contains(stop)) break;
        stops.insert(stop);
        QVERIFY2(!nameOf(stop).isEmpty(),
                 qPrintable(page.toString() + ": " + QDebug::toString(stop) + " has no name"));
      }
      QVERIFY2(stops.size() >= 2, qPrintable(page.toString() + " has no stops"));
    }
  }
};

QTEST_MAIN(TestScreens)
#include "test_screens.moc"
