// Shows every component with sample text, or photographs the pages:
//   gallery [--page N] [--size 390x844] [--dark] [--ru] [--scale 2] [--shoot FILE]
#include "app/window_shot/window_shot.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <cstdio>

int main(int argc, char** argv) {
  QGuiApplication application(argc, argv);
  QCommandLineParser parser;
  const QCommandLineOption page("page", "Which page, from 0.", "number", "0");
  const QCommandLineOption size("size", "Width x height of the window.", "size", "390x844");
  const QCommandLineOption dark("dark", "Dark colours.");
  const QCommandLineOption russian("ru", "Russian sample text.");
  const QCommandLineOption scale("scale", "Text scale, 1 to 2.", "factor", "1");
  const QCommandLineOption sheet("sheet", "Open the sheet.");
  const QCommandLineOption shoot("shoot", "Write a PNG and leave.", "file");
  parser.addOptions({page, size, dark, russian, scale, sheet, shoot});
  parser.addHelpOption();
  parser.process(application);

  const QStringList sides = parser.value(size).split('x');
  if (sides.size() != 2) {
    std::fputs("--size is written as 390x844\n", stderr);
    return 2;
  }
  QQmlApplicationEngine engine;
  engine.addImportPath("qrc:/qt/qml");
  engine.setInitialProperties({{"page", parser.value(page).toInt()},
                               {"width", sides.at(0).toInt()},
                               {"height", sides.at(1).toInt()},
                               {"dark", parser.isSet(dark)},
                               {"russian", parser.isSet(russian)},
                               {"sheetOpen", parser.isSet(sheet)},
                               {"still", parser.isSet(shoot)},
                               {"textScale", parser.value(scale).toDouble()}});
  engine.load(QUrl("qrc:/gallery/Gallery.qml"));
  if (engine.rootObjects().isEmpty()) {
    return 1;
  }
  if (!parser.isSet(shoot)) {
    return QGuiApplication::exec();
  }
  auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
  if (window == nullptr || !meridian::app::shootWindow(*window, parser.value(shoot))) {
    std::fputs("No picture was taken\n", stderr);
    return 1;
  }
  return 0;
}
