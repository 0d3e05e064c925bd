#include "app/story.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>

#include <cstdio>

#include "app/window_shot/window_shot.h"

namespace meridian::app {

namespace {

// Runs the event loop until `done()`, for at most ten seconds.
template <class Condition>
bool waitFor(Condition done) {
  QElapsedTimer timer;
  timer.start();
  while (!done()) {
    if (timer.elapsed() > 10'000) return false;
    QGuiApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
  }
  return true;
}

int complain(const QString& what) {
  std::fprintf(stderr, "%s\n", qPrintable(what));
  return 1;
}

} // namespace

int playStory(QQuickWindow& window, SessionObject& session, const QString& folder) {
  using State = SessionObject::State;
  if (!waitFor([&] { return session.state() == State::Open || session.state() == State::NoProfile; }))
    return complain(session.problem().isEmpty() ? QStringLiteral("The profile did not open in time.")
                                                : session.problem());
  for (const auto& language : {QStringLiteral("en"), QStringLiteral("ru")}) {
    session.setLanguage(language);
    session.setContentLanguage(language);
    for (const auto& theme : {QStringLiteral("light"), QStringLiteral("dark")}) {
      session.preferences()->setTheme(theme);
      QVariant pages;
      QMetaObject::invokeMethod(&window, "storyPages", Q_RETURN_ARG(QVariant, pages));
      for (const QVariant& page : pages.toList()) {
        QMetaObject::invokeMethod(&window, "showStoryPage", Q_ARG(QVariant, page));
        const QString file = QStringLiteral("%1-%2-%3-%4.png")
                                 .arg(page.toString().section(u'/', -1), language, theme)
                                 .arg(window.width());
        if (!shootWindow(window, QDir(folder).filePath(file)))
          return complain(QStringLiteral("No picture could be written: %1").arg(file));
      }
    }
  }
  return 0;
}

} // namespace meridian::app
