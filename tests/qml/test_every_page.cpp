// Every page of the creator and the leads: by keyboard alone, and at twice its text.
#include <QAccessible>
#include <QQuickItem>
#include <QRegularExpression>
#include <QtTest>

#include "tests/qml/every_page.h"
#include "tests/qml/window_words.h"

namespace test_every_page {

using namespace meridian;
using test::EveryPage;
using test::Maya;
using test::words;

class TestEveryPage : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QQuickWindow::setDefaultAlphaBuffer(false);
    QAccessible::setActive(true);
  }

  void everyPageIsWalkedWithTheTabKeyAndEveryStopHasAName_data() {
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::newRow("creator, phone, English") << "maya"
                                             << "en" << QSize(390, 844);
    QTest::newRow("creator, desktop, Russian") << "maya"
                                               << "ru" << QSize(1280, 800);
    QTest::newRow("hub lead, phone, Russian") << "dana"
                                              << "ru" << QSize(390, 844);
    QTest::newRow("hub lead, desktop, English") << "dana"
                                                << "en" << QSize(1280, 800);
    QTest::newRow("campaign lead, phone, English") << "svetlana"
                                                   << "en" << QSize(390, 844);
    QTest::newRow("campaign lead, desktop, Russian") << "svetlana"
                                                     << "ru" << QSize(1280, 800);
  }
  void everyPageIsWalkedWithTheTabKeyAndEveryStopHasAName() {
    QFETCH(QString, person);
    QFETCH(QString, language);
    QFETCH(QSize, size);
    EveryPage story;
    Maya::App app(story, person.toLatin1(), story.of(person), size);
    app.session->setLanguage(language);
    story.visit(app, [&](const QString& page) {
      const auto walk = test::walkWithTab(app.window);
      QVERIFY2(walk.nameless.isEmpty(), qPrintable(page + ": " + walk.nameless));
      QVERIFY2(walk.stops >= 2,
               qPrintable(page + " has no stops: " + QDebug::toString(app.window->activeFocusItem())));
    });
  }

  void everyPageAtTwiceItsTextLosesNoWord_data() {
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("language");
    for (const char* person : {"maya", "dana", "svetlana"})
      for (const char* language : {"en", "ru"})
        QTest::addRow("%s, %s", person, language) << person << language;
  }
  void everyPageAtTwiceItsTextLosesNoWord() {
    QFETCH(QString, person);
    QFETCH(QString, language);
    EveryPage story;
    Maya::App app(story, person.toLatin1(), story.of(person), {390, 844});
    app.session->setLanguage(language);
    app.session->setContentLanguage(language);
    app.session->preferences()->setTextScale(2);
    QTest::failOnWarning(QRegularExpression("Polish loop"));
    QStringList lost;
    story.visit(app, [&](const QString& page) {
      // A long page takes a moment to be laid out.
      static_cast<void>(QTest::qWaitFor([&] { return test::lostWords(app.window).isEmpty(); }, 3000));
      for (const QString& one : test::lostWords(app.window))
        lost << page + ": " + one;
      QVERIFY(words(app.window).size() > 2);
    });
    QVERIFY2(lost.isEmpty(), qPrintable(lost.join(" | ")));
  }

  // A phone that is turned, or a window that is pulled narrower: other buttons, and the same page.
  void aWindowThatBecomesNarrowKeepsThePageAndWhatIsAboveIt() {
    EveryPage story;
    Maya::App app(story, "svetlana", story.svetlana, {1280, 800});
    QTRY_VERIFY(app.session->role() != "");
    const auto shown = [&] {
      QVariant page;
      QMetaObject::invokeMethod(app.window, "storyPageItem", Q_RETURN_ARG(QVariant, page));
      return page.value<QQuickItem*>();
    };
    for (const char* place : {"creators", "campaign/MilestonesPage"}) {
      QMetaObject::invokeMethod(app.window, "showStoryPage", Q_ARG(QString, QString(place)));
      QTRY_VERIFY(shown() != nullptr);
      const QPointer<QQuickItem> page = shown();
      for (const QSize size : {QSize(390, 844), QSize(1280, 800)}) {
        app.window->resize(size);
        QTRY_COMPARE(app.window->width(), size.width());
        QTest::qWait(100);
        QVERIFY2(page && shown() == page && page->isVisible(), place);
      }
    }
  }
};

QTEST_MAIN(TestEveryPage)

} // namespace test_every_page
#include "test_every_page.moc"
