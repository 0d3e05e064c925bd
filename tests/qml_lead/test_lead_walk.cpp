// Every page and sheet of the leads is walked with the Tab key: each stop has a name, and a sheet keeps the
// walk.
#include <QAccessible>
#include <QQuickItem>
#include <QtTest>

#include "app/main_window.h"
#include "app/qt_convert.h"
#include "app/session_object.h"
#include "tests/qml/window_words.h"
#include "tests/qml_lead/lead_story.h"

using namespace meridian;
using test::press;

class TestLeadWalk : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QQuickWindow::setDefaultAlphaBuffer(false);
    QAccessible::setActive(true);
    m_story = std::make_unique<test::LeadStory>(MERIDIAN_SOURCE_DIR);
    m_story->close();
  }

  void everyStopHasAName_data() {
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const char* person : {"Dana Brooks", "Svetlana Orlova", "Mila Petrović"}) {
      QTest::addRow("%s, phone, English", person) << QString(person) << "en" << QSize(390, 844);
      QTest::addRow("%s, desktop, Russian", person) << QString(person) << "ru" << QSize(1280, 800);
    }
  }
  void everyStopHasAName() {
    QFETCH(QString, person);
    QFETCH(QString, language);
    QFETCH(QSize, size);
    const std::string name = person.toStdString();
    app::SessionObject::Options options;
    options.directory = m_story->world.options(name.c_str()).directory;
    options.incarnationDirectory = m_story->world.options(name.c_str()).incarnationDirectory;
    options.keyFile = m_story->world.unlock(name.c_str()).keyFile;
    options.clock = m_story->world.clock;
    app::SessionObject session(options, app::SessionWishes{language, {}, 0, true});
    app::MainWindow mainWindow(session, size);
    QQuickWindow* window = mainWindow.window();
    QVERIFY(window != nullptr);
    session.start();
    window->show();
    QTRY_VERIFY(session.hasCampaign() && !session.role().isEmpty());

    QVariant pages;
    QMetaObject::invokeMethod(window, "storyPages", Q_RETURN_ARG(QVariant, pages));
    QVERIFY(pages.toList().size() >= 12);
    for (const QVariant& page : pages.toList()) {
      const QString path = page.toString();
      open(window, path);
      const auto walk = test::walkWithTab(window);
      QVERIFY2(walk.nameless.isEmpty(), qPrintable(path + ": " + walk.nameless));
      QVERIFY2(walk.stops >= 2, qPrintable(path + " has no stops"));
      if (language == "en") walkSheets(window, path);
      if (QTest::currentTestFailed()) return;
    }
  }

 private:
  void open(QQuickWindow* window, const QString& path) const {
    QVariantMap about;
    const auto& story = *m_story;
    if (path.endsWith("/ReviewPage"))
      about = {{"space", app::toQt(story.maya)}, {"submission", app::toQt(story.mayasVideo)}};
    if (path.endsWith("/BriefDeskPage")) about = {{"space", app::toQt(story.ben)}};
    if (path.endsWith("/MilestonePage")) about = {{"milestone", app::toQt(story.usLaunch)}};
    QMetaObject::invokeMethod(window, "showStoryPageAbout", Q_ARG(QVariant, path), Q_ARG(QVariant, about));
    QTest::qWait(150);
  }
  static QQuickItem* sheet(QQuickWindow* window) {
    QQuickItem* found = nullptr;
    for (QQuickItem* item : test::visibleItems(window))
      if (item->inherits("QQuickPopupItem")) found = item;
    return found;
  }
  // Whatever a button of the page opens above it.
  void walkSheets(QQuickWindow* window, const QString& path) {
    QStringList names;
    for (QQuickItem* item : test::visibleItems(window))
      if (item->metaObject()->indexOfMethod("press()") >= 0 && m_opens.contains(plainText(item)))
        names << test::nameOf(item);
    names.removeDuplicates();
    for (const QString& name : std::as_const(names)) {
      open(window, path);
      if (!press(window, name)) continue;
      QTest::qWait(100);
      QQuickItem* above = sheet(window);
      if (above == nullptr) continue; // disabled here, or it leads to another page
      const auto walk = test::walkWithTab(window);
      QVERIFY2(walk.nameless.isEmpty(), qPrintable(path + ", " + name + ": " + walk.nameless));
      QVERIFY2(walk.stops >= 2, qPrintable(path + ", " + name + ": no stops"));
      QVERIFY2(above->isAncestorOf(window->activeFocusItem()),
               qPrintable(path + ", " + name + ": the walk leaves the sheet"));
      ++m_sheets;
      QTest::keyClick(window, Qt::Key_Escape);
      QTRY_VERIFY(sheet(window) == nullptr);
    }
  }
  static QString plainText(QQuickItem* item) {
    return item->property("text").toString().replace(QChar(0x00A0), ' ');
  }

 private slots:
  void cleanupTestCase() { QVERIFY2(m_sheets >= 20, qPrintable(QString::number(m_sheets))); }

 private:
  std::unique_ptr<test::LeadStory> m_story;
  int m_sheets = 0;
  // The English words of what opens a sheet.
  const QSet<QString> m_opens{
      "Request changes", "Announce delay",     "Add deliverable",   "Add creator",
      "Invite",          "Invite a colleague", "Not this day",      "Add",
      "Add market",      "Withdraw",           "Set another relay", "See what changed"};
};

QTEST_MAIN(TestLeadWalk)
#include "test_lead_walk.moc"
