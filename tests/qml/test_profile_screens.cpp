// The settings and the profile: the relay, the lock, the zone, and text at twice its size.
#include <QClipboard>
#include <QGuiApplication>
#include <QtTest>

#include "app/text/error_sentences.h"
#include "app/text/sentences.h"
#include "app/view_models/join_model.h"
#include "app/view_models/relay_model.h"
#include "app/view_models/submit_model.h"
#include "tests/qml/invited.h"
#include "tests/qml/read_only.h"
#include "tests/qml/window_words.h"

namespace test_profile_screens {

using namespace meridian;
using test::Invited;
using test::lostWords;
using test::Maya;
using test::modelOf;
using test::phone;
using test::press;
using test::pressRow;
using test::reads;
using test::taken;
using test::words;

class TestProfileScreens : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QQuickWindow::setDefaultAlphaBuffer(false);
    QAccessible::setActive(true);
  }

  void whatWasTypedSurvivesALock() {
    Maya story;
    story.readBrief();
    Maya::App app(story);
    app.show("brief/SubmitPage");
    READS("Show the same spot on day 1, 4 and 7.");
    auto* submit = modelOf<app::SubmitModel>(app.window);
    QVERIFY(submit != nullptr);
    submit->setCaption("Day 7, typed in the very last moment.");
    QVERIFY(app.window->title().contains("Verba"));
    app.session->lock(); // before the pause after typing is over
    QTRY_COMPARE(app.session->state(), Maya::Session::State::Locked);
    READS("Your profile is locked.");
    // Whoever passes by reads nothing of the campaign.
    QCOMPARE(app.window->title(), "Meridian");
    QTRY_VERIFY(!app.session->core().isOpen());
    QTRY_COMPARE(app.session->campaignTitle(), "");
    QCOMPARE(app.session->role(), "");
    app.session->unlock({});
    app.settle();
    app.show("brief/SubmitPage");
    READS("Day 7, typed in the very last moment.");
  }

  void aKeyFileThatDoesNotFitIsNamedAsOne() {
    Maya story;
    story.joinForBrief();
    story.maya.reset();
    Maya::Session::Options options;
    options.directory = story.world.root() / "maya";
    options.keyFile = story.world.root() / "mila.key";
    options.incarnationDirectory = story.world.root() / "state";
    options.clock = story.world.clock;
    Maya::App app(options, phone);
    READS("The key file doesn’t open this profile. Nothing was changed.");
    // Nobody is told of a passphrase that there is not.
    for (const char* words : {"That passphrase", "Your profile is locked.", "Nobody can reset a passphrase."})
      QVERIFY2(!reads(app.window, words), words);
    app.session->setLanguage("ru");
    READS("Файл ключа не подходит к этому профилю. Ничего не изменилось.");
  }

  void theSettingsSayHowItIsWithTheRelay() {
    Maya story;
    story.readBrief();
    story.maya.reset();
    Maya::Session::Options options;
    options.directory = story.world.root() / "maya";
    options.keyFile = story.world.root() / "maya.key";
    options.incarnationDirectory = story.world.root() / "state";
    options.clock = story.world.clock;
    options.demo = true;
    options.wires = test::failingRelay(ErrorCode::RelayCertificateChanged);
    Maya::App app(options, phone);
    app.show("brief/SettingsPage");
    READS("wss://127.0.0.1:1");
    READS("Not connected since");
    READS("The relay’s certificate has changed. Nothing was sent. Ask your lead.");
    READS("Sync now");
    QVERIFY(!reads(app.window, "Set another relay")); // a creator does not move the campaign
    app.session->setLanguage("ru");
    READS("Нет соединения с");
  }

  void aProfileThatCannotBeSavedIsToldByTheButton() {
    Maya story;
    story.readBrief();
    Maya::App app(story);
    app.show("brief/SettingsPage");
    READS("Your name");
    for (QQuickItem* item : test::visibleItems(app.window))
      if (item->property("label").toString() == "Your name") item->setProperty("text", "Maya C.");
    test::makeReadOnly(*app.session);
    QVERIFY(press(app.window, "Save profile"));
    const QString refusal = app::errorSentence(ErrorCode::ReadOnly);
    READS(refusal);
    QTRY_COMPARE(test::nameOf(app.window->activeFocusItem()), refusal);
    test::makeReadOnly(*app.session, false);
    QVERIFY(press(app.window, "Save profile"));
    QTRY_COMPARE(app.session->myName(), "Maya C.");
    QTRY_VERIFY(!reads(app.window, refusal));
  }

  // A lead corrects a card while its owner does the same elsewhere.
  void twoValuesOnTheOwnCardAreSettledBySaving() {
    Invited story;
    const MemberId dana = story.dana->campaign(story.campaign)->me;
    const replica::Place card{story.campaign,
                              crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Person),
                                                Bytes(dana.bytes.begin(), dana.bytes.end())}};
    for (auto* one : {story.dana.get(), story.svetlana.get()})
      MUST(replica::Editing(*one).set(
          card,
          {{domain::field::person::name, crdt::Value(one == story.dana.get() ? "Dana B." : "D. Brooks")}}));
    story.settle();
    auto options = story.of("dana");
    story.dana.reset();
    Maya::App app(options, phone);
    app.show("review/SettingsPage");
    READS("Two values were entered at the same time: name.");
    app.session->setLanguage("ru");
    READS("Одновременно введены два значения: имя.");
    QVERIFY(press(app.window, "Сохранить профиль"));
    QTRY_VERIFY(!reads(app.window, "Одновременно введены два значения: имя."));
  }

  void whoeverLeadsNamesTheRelay() {
    Invited story;
    auto options = story.of("mila");
    options.wires = test::failingRelay(ErrorCode::ProtocolViolation);
    story.mila.reset();
    Maya::App app(options, phone);
    app.show("preflight/SettingsPage");
    READS("The relay answered in a way that makes no sense.");
    QVERIFY(press(app.window, "Set another relay"));
    READS("Paste the founding line");
    auto* relay = modelOf<app::RelayModel>(app.window);
    QVERIFY(relay != nullptr);
    relay->setLine("https://example.org");
    READS("This is no founding line.");
    app.session->setLanguage("ru");
    QTRY_VERIFY(!reads(app.window, "This is no founding line."));
    READS("wss://, ");
    app.session->setLanguage("en");
    relay->setLine(QString::fromStdString("wss://relay.example:7443/#id=" + toBase64Url(Bytes(32, 7)) +
                                          "&code=" + toBase64Url(Bytes(16, 3))));
    READS("The relay is set.");
    READS("wss://relay.example:7443");
  }

  void aPassphraseIsSuggestedShownAndLongEnough() {
    QTemporaryDir folder;
    auto options = test::nobodyYet(folder);
    Maya::App app(options, phone);
    QVERIFY(test::pressable(app.window, "Settings") == nullptr); // there is nobody yet
    QVERIFY(press(app.window, "Set up without an invitation"));
    READS("Nobody can reset a passphrase. If it is lost, a lead of the campaign can invite you again");
    READS("At least 12 characters");
    // The form and the passphrase field, by what only they have.
    const auto having = [&](const char* property) -> QQuickItem* {
      for (QQuickItem* item : test::visibleItems(app.window))
        if (item->property(property).isValid() &&
            item->property("error").isValid() == (QByteArray(property) == "shown"))
          return item;
      return nullptr;
    };
    QQuickItem* form = having("passphrase");
    QQuickItem* passphrase = having("shown");
    QVERIFY(form != nullptr && passphrase != nullptr);
    const auto ready = [&] { return form->property("ready").toBool(); };
    form->setProperty("name", "Maya");
    passphrase->setProperty("text", "eleven char");
    QVERIFY(!ready());
    passphrase->setProperty("text", "twelve chars");
    QVERIFY(ready());
    // Counted as people count: a letter and its breve are one, whichever way a keyboard writes them.
    const QString letter = QStringLiteral("и\u0306");
    QCOMPARE(letter.normalized(QString::NormalizationForm_C), QStringLiteral("й"));
    passphrase->setProperty("text", letter.repeated(11));
    QVERIFY(!ready());
    passphrase->setProperty("text", QStringLiteral("й").repeated(11));
    QVERIFY(!ready());
    passphrase->setProperty("text", letter.repeated(12));
    QVERIFY(ready());
    // Pasted, hidden until the eye is pressed.
    QGuiApplication::clipboard()->setText("pasted words are taken as they are");
    passphrase->setProperty("text", "");
    QMetaObject::invokeMethod(passphrase, "focusField");
    QTest::keySequence(app.window, QKeySequence::Paste);
    QTRY_COMPARE(passphrase->property("text").toString(), "pasted words are taken as they are");
    const auto displayed = [&] { return app.window->activeFocusItem()->property("displayText").toString(); };
    QVERIFY(!displayed().isEmpty() && !displayed().contains("pasted"));
    QVERIFY(press(app.window, "Show the passphrase"));
    QTRY_VERIFY(passphrase->property("shown").toBool());
    QMetaObject::invokeMethod(passphrase, "focusField");
    QTRY_VERIFY(displayed().contains("pasted"));
    QVERIFY(press(app.window, "Suggest five words"));
    QTRY_COMPARE(passphrase->property("text").toString().split(' ').size(), 5);
    QVERIFY(ready());
  }

  void elsewhereABannerOffersTheLocalTimes() {
    qputenv("TZ", "Europe/Belgrade");
    Maya story;
    story.readBrief();
    story.maya.reset();
    Maya::Session::Options options;
    options.directory = story.world.root() / "maya";
    options.keyFile = story.world.root() / "maya.key";
    options.incarnationDirectory = story.world.root() / "state";
    options.clock = story.world.clock;
    Maya::App app(options, phone);
    READS("You seem to be in Belgrade: show times here?");
    QVERIFY(press(app.window, "Show times here"));
    QTRY_VERIFY(!reads(app.window, "You seem to be in"));
    app.show("timeline");
    READS("23:00");
    app.show("brief/SettingsPage");
    READS("Times are shown in Belgrade");
    QVERIFY(press(app.window, "Show times of my time zone"));
    QTRY_VERIFY(!reads(app.window, "Times are shown in"));
    qputenv("TZ", "UTC");
  }

  void theFirstScreensAreWalkedWithTheTabKeyAndEveryStopHasAName() {
    QTemporaryDir folder;
    auto options = test::nobodyYet(folder);
    const auto walk = [](Maya::App& app, const QString& where) {
      const auto one = test::walkWithTab(app.window);
      QVERIFY2(one.nameless.isEmpty(), qPrintable(where + ": " + one.nameless));
      QVERIFY2(one.stops >= 2, qPrintable(where + " has no stops"));
    };
    {
      Maya::App app(options, phone);
      for (const char* page : {"welcome", "welcome/JoinPage", "welcome/CreateProfilePage"}) {
        app.show(page);
        walk(app, page);
      }
    }
    replica::Unlock unlock;
    unlock.passphrase = "twelve chars";
    taken(replica::Replica::create({.directory = options.directory,
                                    .incarnationDirectory = options.incarnationDirectory,
                                    .clock = {},
                                    .random = {},
                                    .sqlite = {}},
                                   unlock, {.name = "Maya", .zone = "America/Los_Angeles"}));
    Maya::App app(options, phone);
    READS("Your profile is locked.");
    walk(app, "unlock");
  }

  void theListOfZonesIsMadeOffTheWindowsThread() {
    QTemporaryDir folder;
    auto options = test::nobodyYet(folder);
    Maya::App app(options, phone);
    auto* zones = app.session->zones();
    QCOMPARE(zones->rowCount(), 0); // asked for, and the window goes on
    QTRY_VERIFY(zones->rowCount() > 300);
    const auto has = [&](const QString& city) {
      const int text = zones->roleNames().key("text");
      for (int row = 0; row < zones->rowCount(); ++row)
        if (zones->data(zones->index(row, 0), text).toString() == city) return true;
      return false;
    };
    QVERIFY(has("Moscow"));
    app.session->setLanguage("ru");
    QCOMPARE(app.session->zones(), zones);
    QTRY_VERIFY(has("Москва"));
  }

  void textAtTwiceItsSizeLosesNothing_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Russian") << "ru";
  }
  void textAtTwiceItsSizeLosesNothing() {
    QFETCH(QString, language);
    const auto check = [&](Maya::App& app, const char* where) {
      app.session->setLanguage(language);
      app.session->preferences()->setTextScale(2);
      QTest::qWait(200);
      const QStringList lost = lostWords(app.window);
      QVERIFY2(lost.isEmpty(), qPrintable(QString(where) + ": " + lost.join(" | ")));
      QVERIFY(words(app.window).size() > 2);
    };
    QTemporaryDir folder;
    auto options = test::nobodyYet(folder);
    {
      Maya::App app(options, phone);
      check(app, "welcome");
      for (const char* page : {"JoinPage", "CreateProfilePage"}) {
        app.show(QString("welcome/") + page);
        check(app, page);
      }
    }
    Invited story;
    {
      Maya::App app(story.newcomer(), phone);
      QVERIFY(press(app.window, "Join with an invitation"));
      READS("Paste the whole message");
      modelOf<app::JoinModel>(app.window)->read(QString::fromStdString(replica::toLink(story.invitation)));
      QTest::qWait(200);
      check(app, "before joining");
    }
    auto mila = story.of("mila");
    mila.demo = false;
    mila.keychain = true;
    mila.wires = test::failingRelay(ErrorCode::RelayCertificateChanged);
    story.mila.reset();
    {
      Maya::App app(mila, phone);
      app.show("preflight/SettingsPage");
      check(app, "settings");
    }
    auto dana = story.of("dana");
    story.dana.reset();
    {
      Maya::App app(dana, phone);
      app.show("creators");
      READS("Maya Collins");
      QVERIFY(pressRow(app.window, "Invite: "));
      READS("Make invitation");
      QVERIFY(press(app.window, "Make invitation"));
      READS("it stays a secret after it was used");
      check(app, "invitation");
    }
    {
      options.directory = folder.path().toStdString() + "/locked";
      replica::Unlock unlock;
      unlock.passphrase = "twelve chars";
      taken(replica::Replica::create({.directory = options.directory,
                                      .incarnationDirectory = options.incarnationDirectory,
                                      .clock = {},
                                      .random = {},
                                      .sqlite = {}},
                                     unlock, {.name = "Maya", .zone = "America/Los_Angeles"}));
      Maya::App app(options, phone);
      READS("Your profile is locked.");
      app.session->unlock("wrong words here");
      app.settle();
      check(app, "unlock");
    }
  }
};

QTEST_MAIN(TestProfileScreens)

} // namespace test_profile_screens
#include "test_profile_screens.moc"
