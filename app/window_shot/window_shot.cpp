#include "app/window_shot/window_shot.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QImage>
#include <QQuickWindow>
#include <QTimer>

namespace meridian::app {

bool waitUntilSettled(QQuickWindow& window, SettleTimes times) {
  QEventLoop loop;
  QTimer quiet;
  quiet.setSingleShot(true);
  quiet.setInterval(times.quiet);
  QObject::connect(&quiet, &QTimer::timeout, &loop, &QEventLoop::quit);
  QTimer limit;
  limit.setSingleShot(true);
  QObject::connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);

  // The signal comes from the render thread; the timers belong to this one.
  bool drew = false;
  QObject::connect(
      &window, &QQuickWindow::frameSwapped, &quiet,
      [&] {
        drew = true;
        quiet.start();
      },
      Qt::QueuedConnection);
  limit.start(times.limit);
  // A window that already stands still draws no frame by itself.
  window.update();
  loop.exec();
  return drew && window.isExposed();
}

bool shootWindow(QQuickWindow& window, const QString& file, SettleTimes times) {
  if (!waitUntilSettled(window, times)) {
    return false;
  }
  const QImage image = window.grabWindow();
  if (image.isNull() || !QDir().mkpath(QFileInfo(file).absolutePath())) {
    return false;
  }
  return image.save(file, "PNG");
}

} // namespace meridian::app
