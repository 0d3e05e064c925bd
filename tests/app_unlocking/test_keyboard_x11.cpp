// The keyboard's layout and Caps Lock as the X server has them. Run under xvfb-run.
#include <QGuiApplication>
#include <QProcess>
#include <QtTest>

#include "app/keyboard.h"

using meridian::app::Keyboard;

class TestKeyboardX11 : public QObject {
  Q_OBJECT

 private slots:
  void theLayoutIsKnownBeforeTheFirstLetter() {
    run("setxkbmap", {"us,ru"});
    Keyboard keyboard;
    keyboard.setWatching(true);
    QTRY_COMPARE(keyboard.layout(), "EN");
    run("setxkbmap", {"ru,us"});
    QTRY_COMPARE(keyboard.layout(), "RU");
    run("setxkbmap", {"de"});
    QTRY_COMPARE(keyboard.layout(), "DE");
    run("setxkbmap", {"gb"});
    QTRY_COMPARE(keyboard.layout(), "EN");
  }

  void capsLockIsKnownBeforeTheFirstLetter() {
    Keyboard keyboard;
    keyboard.setWatching(true);
    QVERIFY(!keyboard.capsLock());
    run("xdotool", {"key", "Caps_Lock"});
    QTRY_VERIFY(keyboard.capsLock());
    // A capital is what such a keyboard gives: no second opinion.
    keyboard.typed("A", false);
    QVERIFY(keyboard.capsLock());
    run("xdotool", {"key", "Caps_Lock"});
    QTRY_VERIFY(!keyboard.capsLock());
  }

  void aLetterOfAnotherScriptKnowsBetterUntilTheLayoutChanges() {
    run("setxkbmap", {"us,ru"});
    Keyboard keyboard;
    keyboard.setWatching(true);
    QTRY_COMPARE(keyboard.layout(), "EN");
    keyboard.typed(QString::fromUtf8("ф"), false);
    QTest::qWait(600);
    QCOMPARE(keyboard.layout(), "RU");
    run("setxkbmap", {"de"});
    QTRY_COMPARE(keyboard.layout(), "DE");
  }

 private:
  static void run(const QString& program, const QStringList& arguments) {
    QCOMPARE(QProcess::execute(program, arguments), 0);
  }
};

QTEST_MAIN(TestKeyboardX11)
#include "test_keyboard_x11.moc"
