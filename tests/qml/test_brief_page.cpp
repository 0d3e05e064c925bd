// The brief as its creator reads it: its parts, what changed in it, acknowledging, and asking about it.
#include <QAccessible>
#include <QTranslator>
#include <QtTest>

#include <atomic>

#include "app/text/error_sentences.h"
#include "app/view_models/brief_model.h"
#include "tests/qml/maya.h"
#include "tests/qml/read_only.h"
#include "tests/qml/window_words.h"

namespace test_brief_page {

using namespace meridian;
using test::Maya;
using test::nameOf;
using test::press;
using test::reads;
using test::taken;
using test::write;

class TestBriefPage : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QQuickWindow::setDefaultAlphaBuffer(false);
    QAccessible::setActive(true);
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

  void theFirstBriefIsReadAndAcknowledgedOnItsOwnPage() {
    Maya story;
    story.joinForBrief();
    {
      Maya::App app(story);
      READS("Read your brief, then confirm.");
      QVERIFY(!reads(app.window, "See changes"));
      QVERIFY(press(app.window, "Got it"));
      READS("Acknowledged");
      QVERIFY(!reads(app.window, "Read your brief, then confirm."));
      app.session->setLanguage("ru");
      READS("Ознакомление подтверждено");
    }
    story.reopenMaya();
    const auto home = story.reading(*story.maya).home();
    QVERIFY(home && home->brief.acknowledged == home->brief.current->meta.id);
  }

  void aDateAloneThatMattersIsShownAcknowledgedAndLetsTheCreatorGoOn() {
    Maya story;
    story.readBrief();
    story.moveGoLive();
    {
      Maya::App app(story);
      READS("Your brief changed: 1 part.");
      QVERIFY(press(app.window, "See changes"));
      READS("Deliverable: Video, 45–60 s");
      READS("Removed: Mon 15 Mar. Added: Tue 16 Mar.");
      QVERIFY(press(app.window, "Got it"));
      QTRY_VERIFY(!reads(app.window, "Your brief changed"));
    }
    story.reopenMaya();
    story.submit("Day 7, no filter."); // refused before the change is acknowledged
  }

  void wordsOfTheOtherLaneAreAcknowledgedToo() {
    Maya story;
    story.readBrief();
    const replica::Place brief{story.space, taken(story.briefing(*story.dana).draft(story.space)).ref()};
    taken(replica::Editing(*story.dana)
              .edit(brief, {{domain::field::brief::goal, domain::Language::Ru, "Другие слова."}}, {}));
    taken(story.briefing(*story.dana).issue(story.space, true));
    story.settle();
    Maya::App app(story);
    READS("Your brief was issued again.");
    QVERIFY(press(app.window, "See changes"));
    READS("Nothing has changed in your language.");
    QVERIFY(press(app.window, "Got it"));
    QTRY_VERIFY(!reads(app.window, "Your brief was issued again."));
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
    READS("New York)"); // by when, on the contact's clock too
  }

  // The sheet fades in, and takes the focus only then.
  void aQuestionIsTypedWithoutReachingForItsField() {
    Maya story;
    story.readBrief();
    Maya::App app(story);
    READS("4. What I make");
    app.session->preferences()->setReducedMotion(false);
    QVERIFY(press(app.window, "Ask about: What I make"));
    READS("About: What I make");
    QTest::qWait(500);
    QTRY_COMPARE(nameOf(app.window->activeFocusItem()), "Your question");
    for (const char letter : std::string("Is 40 s enough?"))
      QTest::keyClick(app.window, letter);
    READS("Is 40 s enough?");
    READS("About: What I make");
    app.session->preferences()->setReducedMotion(true);
  }

  void aQuestionThatIsRefusedOrLeftStaysAsItWasTyped() {
    Maya story;
    story.readBrief();
    Maya::App app(story);
    READS("4. What I make");
    QVERIFY(press(app.window, "Ask about: What I make"));
    QVERIFY(write(app.window, "Your question", "Is 40 seconds enough?"));
    app.session->lock(); // before the pause after typing is over
    QTRY_VERIFY(!app.session->core().isOpen());
    app.session->unlock({});
    app.settle();
    READS("4. What I make");
    QVERIFY(press(app.window, "Ask about: What I make"));
    READS("Is 40 seconds enough?");
    test::makeReadOnly(*app.session);
    QVERIFY(press(app.window, "Send question"));
    const QString refusal = app::errorSentence(ErrorCode::ReadOnly);
    READS(refusal);
    QTRY_COMPARE(nameOf(app.window->activeFocusItem()), refusal);
    READS("About: What I make");
    READS("Is 40 seconds enough?");
    test::makeReadOnly(*app.session, false);
    QVERIFY(press(app.window, "Send question"));
    READS("1 open question");
    QTRY_VERIFY(!reads(app.window, "About: What I make"));
    QVERIFY(!reads(app.window, refusal));
    QVERIFY(press(app.window, "Ask about: What I make"));
    READS("About: What I make");
    app.answered();
    QCOMPARE(test::written(app.window, "Your question"), QString());
  }

  void aRefusalStaysWhileTheBriefIsShownAgain() {
    Maya story;
    story.joinForBrief();
    Maya::App app(story);
    READS("Read your brief, then confirm.");
    test::makeReadOnly(*app.session);
    QVERIFY(press(app.window, "Got it"));
    const QString refusal = app::errorSentence(ErrorCode::ReadOnly);
    READS(refusal);
    for (int minute = 0; minute < 2; ++minute) {
      emit app.session->minutePassed();
      app.answered();
    }
    QVERIFY(reads(app.window, refusal));
  }
  void aBriefThatArrivesIsOpenedOnlyOnceItIsLookedAt() {
    Maya story;
    story.readBrief();
    const replica::Place brief{story.space, taken(story.briefing(*story.dana).draft(story.space)).ref()};
    taken(replica::Editing(*story.dana)
              .edit(brief, {{domain::field::brief::goal, domain::Language::En, "Another goal."}}, {}));
    taken(story.briefing(*story.dana).issue(story.space, false));
    std::vector<Bytes> written;
    const auto rows = story.dana->file().changes.after(story.space, envelope::Chain::Content, 0, 100'000);
    for (const auto& row : *rows)
      written.emplace_back(row.change.bytes().begin(), row.change.bytes().end());
    Maya::App app(story);
    READS("Show that care can prove itself");
    const auto answer = [&](auto question) {
      std::optional<bool> given;
      app.session->core().ask(app.session.get(), std::move(question), [&](bool is) { given = is; });
      (void)QTest::qWaitFor([&] { return given.has_value(); }, 5000);
      return given.value_or(false);
    };
    const auto opened = [&] {
      return answer([&](replica::Replica& maya) { return story.reading(maya).home()->brief.opened; });
    };
    QVERIFY(opened());
    app.show("timeline");
    READS("Questions from here");
    QVERIFY(answer([&](replica::Replica& maya) {
      return maya.receive({.changes = std::move(written), .cursor = {}}).has_value();
    }));
    QVERIFY(!opened());
    QTest::qWait(1500); // longer than it takes to count as seen
    QVERIFY(!opened());
    app.show("brief");
    READS("Another goal.");
    QTRY_VERIFY(opened());
  }
  void thatABriefCannotBeNotedAsShownIsNobodysRefusal() {
    Maya story;
    story.joinForBrief();
    story.maya.reset();
    Maya::Session::Options options;
    options.directory = story.world.root() / "maya";
    options.keyFile = story.world.root() / "maya.key";
    options.incarnationDirectory = story.world.root() / "state";
    options.clock = story.world.clock;
    Maya::Session session(options,
                          app::SessionWishes{.language = "en", .theme = "light", .reducedMotion = true});
    app::BriefModel model;
    model.setSession(&session);
    bool shown = false;
    connect(&model, &app::BriefModel::changed, this, [&] {
      if (!model.hasBrief() || shown) return;
      shown = true;
      test::makeReadOnly(session);
      model.opened();
    });
    session.start();
    QTRY_VERIFY(shown);
    test::answered(session);
    QCOMPARE(model.problem(), "");
  }

  // Differences are worked out where nobody waits for a frame.
  void aChangedBriefIsComparedOffTheWindowsThread() {
    struct Recorder : QTranslator {
      QString translate(const char*, const char* source, const char*, int) const override {
        if (QByteArray(source) == "%1. Removed: %2. Added: %3.")
          ++(QThread::currentThread() == qApp->thread() ? here : elsewhere);
        return {};
      }
      mutable std::atomic<int> here = 0, elsewhere = 0;
    } recorder;
    Maya story;
    story.readBrief();
    story.changeBrief();
    Maya::App app(story);
    READS("Your brief changed: 1 part.");
    QCoreApplication::installTranslator(&recorder);
    emit app.session->changed();
    QTRY_VERIFY(recorder.here + recorder.elsewhere > 0);
    app.answered();
    QCOMPARE(recorder.here, 0);
    QCoreApplication::removeTranslator(&recorder);
  }
};

QTEST_MAIN(TestBriefPage)

} // namespace test_brief_page
#include "test_brief_page.moc"
