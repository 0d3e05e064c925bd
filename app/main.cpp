// The program: reads its options, makes the session and the window, and shows the first page.
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QIcon>
#include <QLoggingCategory>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QStandardPaths>

#include <cstdio>

#include "app/main_window.h"
#include "app/measure.h"
#include "app/session/websocket_wire.h"
#include "app/session_object.h"
#include "app/story.h"

namespace {

using meridian::app::SessionObject;

struct StartUp {
  SessionObject::Options session;
  QSize size{390, 844};
  QString language, theme, storyFolder;
  double textScale = 0;
  int measureSeconds = 0;
};

int usage(const QString& what) {
  std::fprintf(stderr, "%s\n", qPrintable(what));
  return 2;
}

// 0, or what the program ends with.
int readOptions(const QCoreApplication& application, StartUp& start) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      QStringLiteral("Meridian: one campaign in several markets, also without a connection."));
  const QCommandLineOption profile("profile", "Folder of the profile.", "DIR");
  const QCommandLineOption keyFile("key-file", "Unlock with this file instead of a passphrase.", "FILE");
  const QCommandLineOption at("at", "Take this instant, or the one in this clock file, for now.",
                              "INSTANT|FILE");
  const QCommandLineOption size("size", "Size of the window, as 390x844.", "WxH");
  const QCommandLineOption language("language", "Language of the interface: en or ru.", "CODE");
  const QCommandLineOption theme("theme", "light, dark or system.", "NAME");
  const QCommandLineOption textScale("text-scale", "Size of the text in percent, 100 to 200.", "PERCENT");
  const QCommandLineOption demo("demo", "Show the strip of the demo.");
  const QCommandLineOption story("story", "Photograph every page into this folder, and leave.", "DIR");
  QCommandLineOption measure("measure", "Time frames and events for so long, and leave.", "SECONDS");
  measure.setFlags(QCommandLineOption::HiddenFromHelp); // for tests/bench/measure.py
  parser.addOptions({profile, keyFile, at, size, language, theme, textScale, demo, story, measure});
  parser.addHelpOption();
  parser.addVersionOption();
  parser.process(application);
  if (!parser.positionalArguments().isEmpty())
    return usage(QStringLiteral("Nothing is expected beside options; see --help."));

  const QString folder = parser.isSet(profile)
                             ? parser.value(profile)
                             : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
  start.session.directory = QDir(folder).absolutePath().toStdString();
  if (parser.isSet(keyFile)) start.session.keyFile = parser.value(keyFile).toStdString();
  start.session.demo = parser.isSet(demo);
  start.session.keychain = !start.session.demo;
  start.session.wires = meridian::app::webSocketWires;
  auto clock = meridian::clockFromOption(parser.value(at).toStdString());
  if (!clock)
    return usage(QStringLiteral("--at takes an instant like 2027-03-10T14:00:00Z, or a clock file."));
  start.session.clock = *clock;
  if (!meridian::parseInstant(parser.value(at).toStdString()))
    start.session.clockFile = parser.value(at).toStdString();
  if (parser.isSet(size)) {
    const QStringList sides = parser.value(size).split(u'x');
    start.size = sides.size() == 2 ? QSize(sides.at(0).toInt(), sides.at(1).toInt()) : QSize();
    if (start.size.width() < 320 || start.size.height() < 320)
      return usage(QStringLiteral("--size is written as 390x844, each side at least 320."));
  }
  start.language = parser.value(language);
  if (!start.language.isEmpty() && !meridian::domain::parseLanguage(start.language.toStdString()))
    return usage(QStringLiteral("--language is en or ru."));
  start.theme = parser.value(theme);
  if (!QStringList{QString(), "light", "dark", "system"}.contains(start.theme))
    return usage(QStringLiteral("--theme is light, dark or system."));
  if (parser.isSet(textScale)) {
    start.textScale = parser.value(textScale).toDouble() / 100;
    if (start.textScale < 1 || start.textScale > 2)
      return usage(QStringLiteral("--text-scale is a percentage from 100 to 200."));
  }
  start.storyFolder = parser.value(story);
  start.measureSeconds = parser.value(measure).toInt();
  return 0;
}

} // namespace

int main(int argc, char** argv) {
  meridian::app::TimedApplication application(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("meridian"));
  QCoreApplication::setApplicationVersion(QStringLiteral(MERIDIAN_VERSION));
  QGuiApplication::setApplicationDisplayName(QStringLiteral("Meridian"));
  QGuiApplication::setDesktopFileName(QStringLiteral("meridian"));
  // Our controls are templates of our own; no style of the system's is to be looked for.
  QQuickStyle::setStyle(QStringLiteral("Basic"));

  StartUp start;
  if (const int ended = readOptions(application, start); ended != 0) return ended;

  SessionObject session(start.session, {.language = start.language,
                                        .theme = start.theme,
                                        .textScale = start.textScale,
                                        .reducedMotion = !start.storyFolder.isEmpty()});
  const meridian::app::MainWindow mainWindow(session, start.size);
  QQuickWindow* window = mainWindow.window();
  if (window == nullptr) return 1;
  if (start.measureSeconds > 0) application.measure(*window, session, start.measureSeconds);
  session.start();
  window->show();
  if (!start.storyFolder.isEmpty()) return meridian::app::playStory(*window, session, start.storyFolder);
  return QGuiApplication::exec();
}
