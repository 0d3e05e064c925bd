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
    READS("Вступить по приглашению");
    QVERIFY(press(app.window, "Вступить по приглашению"));
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
    READS("Saved on this phone. It will go out when you’re online.");
    QVERIFY(press(app.window, "See feedback"));
    READS("Signed. Not delivered yet.");
    app.show("brief/OutboxPage");
    READS("Submission");
  }

  void anApprovalOpensWithItsSealAndLeadsToGoingLive() {
    Maya story;
    story.readBrief();
    const OpId sent = story.submit("Day 7, no filter.");
    story.settle();
    taken(story.reviewing(*story.dana).opened(story.space, sent));
    taken(story.reviewing(*story.dana).approve(story.space, sent));
    story.world.clock->advance(std::chrono::minutes{1});
    story.settle();
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
    const OpId sent = story.submit("Day 7, no filter.");
    story.settle();
    taken(story.reviewing(*story.dana).opened(story.space, sent));
    taken(story.reviewing(*story.dana).approve(story.space, sent));
    story.world.clock->advance(std::chrono::minutes{1});
    story.settle();
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
