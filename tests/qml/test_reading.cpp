// What a creator reads of an answer, of a comment and of a brief that changed, with real replicas behind it.
#include <QAccessible>
#include <QtTest>

#include "core/replica/commands.h"
#include "tests/qml/maya.h"
#include "tests/qml/window_words.h"

namespace test_reading {

using namespace meridian;
using test::Maya;
using test::press;
using test::reads;
using test::taken;

class TestReading : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QQuickWindow::setDefaultAlphaBuffer(false);
    QAccessible::setActive(true);
  }

  void anAnswerThatWasUndoneBeforeItLeftIsNotTold() {
    Maya story;
    story.readBrief();
    const OpId sent = story.submit("Day 7, no filter.");
    story.settle();
    taken(story.reviewing(*story.dana).opened(story.space, sent));
    const OpId hasty = taken(story.reviewing(*story.dana).approve(story.space, sent));
    taken(story.reviewing(*story.dana).withdraw(story.space, hasty, ""));
    story.world.clock->advance(std::chrono::minutes{1});
    story.settle();
    QVERIFY(story.statusOf(*story.dana, sent).replaced.at(0).withdrawnAt);
    Maya::App app(story);
    app.show("feedback");
    READS("Video, 45–60 s, version 1");
    READS("in 2 days");
    QVERIFY(!reads(app.window, "Reason:"));
    QVERIFY(!reads(app.window, "taken back"));
  }

  void anAnswerThatWasReadIsTakenBackWithoutADanglingReason() {
    Maya story;
    story.readBrief();
    const OpId sent = story.submit("Day 7, no filter.");
    story.settle();
    taken(story.reviewing(*story.dana).opened(story.space, sent));
    const OpId verdict = taken(story.reviewing(*story.dana).approve(story.space, sent));
    story.world.clock->advance(std::chrono::minutes{1});
    story.settle();
    // As a device writes it that takes the verdict for one that has not left.
    story.world.clock->advance(std::chrono::minutes{1});
    crdt::Value withdrawal;
    withdrawal.set(domain::fact::verdictWithdrawn::verdict, crdt::Value(verdict));
    taken(replica::writeFact(*story.dana, story.space, domain::EntityKind::VerdictWithdrawn,
                             std::move(withdrawal)));
    story.settle();
    Maya::App app(story);
    app.show("feedback");
    READS("An answer was taken back.");
    QVERIFY(!reads(app.window, "Reason:"));
  }

  void whatChangedIsReadInTheContentLanguageOfNow() {
    Maya story;
    story.readBrief();
    const replica::Place brief{story.space, taken(story.briefing(*story.dana).draft(story.space)).ref()};
    taken(replica::Editing(*story.dana)
              .edit(brief,
                    {{domain::field::brief::role, domain::Language::Ru,
                      "Вы проверяете и сомневаетесь при зрителях."}},
                    {}));
    taken(story.briefing(*story.dana).issue(story.space, true));
    story.settle();
    Maya::App app(story);
    READS("Your brief was issued again.");
    app.session->setContentLanguage("ru");
    READS("Your brief changed: 1 part.");
    // The part itself is marked, and opens with the words.
    READS("Changed");
    QVERIFY(press(app.window, "See changes"));
    READS("Removed: вслух. Added: при зрителях.");
    app.session->setContentLanguage("en");
    READS("Nothing has changed in your language.");
  }

  void whyGoingLiveIsRefusedStandsByItsButtonInBothLanguages() {
    Maya story;
    story.readBrief();
    const OpId sent = story.submit("Day 7, no filter.");
    story.settle();
    const auto refusedBy = [&](const char* english, const char* russian) {
      Maya::App app(story);
      app.show("feedback/GoLivePage");
      for (const auto& [language, button, words] :
           {std::tuple("en", "It’s live", english), {"ru", "Материал вышел", russian}}) {
        app.session->setLanguage(language);
        QQuickItem* live = nullptr;
        QTRY_VERIFY2((live = test::pressable(app.window, button)) != nullptr,
                     qPrintable(test::words(app.window).join("\n")));
        QVERIFY(!live->isEnabled());
        // In the footer with the button, and heard with it.
        QQuickItem* footer = live;
        while (footer != nullptr && footer->metaObject()->indexOfProperty("problem") < 0)
          footer = footer->parentItem();
        QVERIFY(footer != nullptr);
        // How many say it. Asked again each time: a new language makes them anew.
        const auto saying = [&](QQuickItem* root) {
          QList<QQuickItem*> items;
          test::collect(root, items);
          return std::ranges::count_if(items,
                                       [&](QQuickItem* item) { return test::nameOf(item).contains(words); });
        };
        QTRY_VERIFY2(saying(footer) > 0, words);
        // And nowhere else on the page.
        QCOMPARE(saying(app.window->contentItem()), saying(footer));
        QVERIFY(live->property("hint").toString().contains(words));
      }
    };
    refusedBy("This version isn’t approved yet.", "Эта версия ещё не согласована.");
    story.reopenMaya();
    taken(story.reviewing(*story.dana).opened(story.space, sent));
    taken(story.reviewing(*story.dana).approve(story.space, sent));
    taken(story.reviewing(*story.svetlana).opened(story.space, sent));
    taken(story.reviewing(*story.svetlana).requestChanges(story.space, sent, "Say which filter."));
    story.world.clock->advance(std::chrono::minutes{1});
    story.settle();
    refusedBy("Your leads gave two different answers. They are deciding.",
              "Ответы руководителей расходятся. Решение готовится.");
  }

  void fromGoLiveTheChangedBriefIsOneStepAway() {
    Maya story;
    story.readBrief();
    const OpId sent = story.submit("Day 7, no filter.");
    story.settle();
    taken(story.reviewing(*story.dana).opened(story.space, sent));
    taken(story.reviewing(*story.dana).approve(story.space, sent));
    const replica::Place brief{story.space, taken(story.briefing(*story.dana).draft(story.space)).ref()};
    taken(replica::Editing(*story.dana)
              .setText(brief, domain::field::brief::role, domain::Language::En, "You doubt it for us."));
    taken(story.briefing(*story.dana).issue(story.space, true));
    story.settle();
    Maya::App app(story);
    app.show("feedback/GoLivePage");
    READS("Your brief changed. Press Got it first.");
    QVERIFY(press(app.window, "See changes"));
    READS("What changed");
    READS("You doubt it for us.");
  }

  void aCommentOnAPointOfAPictureNamesThePicture() {
    Maya story;
    story.readBrief();
    auto draft = story.draft("Day 4.");
    draft.attachments = {story.picture()};
    const OpId sent = taken(story.work(*story.maya).submit(draft));
    story.settle();
    const domain::CommentPin pin{
        .kind = domain::CommentPin::Kind::ImagePoint, .attachment = 0, .x = 2'500, .y = 7'500};
    taken(story.reviewing(*story.dana).comment(story.space, sent, pin, "The label is cut off."));
    story.settle();
    Maya::App app(story);
    app.show("feedback");
    READS("The label is cut off.");
    READS("Point on: day-4.png");
    // The mark stands where it was set.
    QTRY_VERIFY(std::ranges::any_of(test::visibleItems(app.window), [](const QQuickItem* item) {
      return item->property("x0").toDouble() == 0.25 && item->property("y0").toDouble() == 0.75;
    }));
  }
};

QTEST_MAIN(TestReading)

} // namespace test_reading
#include "test_reading.moc"
