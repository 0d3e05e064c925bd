#include "app/measure.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>

#include "app/session_object.h"

namespace meridian::app {
namespace {

constexpr double frameMs = 16;

void say(const QByteArray& line) {
  std::fprintf(stdout, "%s\n", line.constData());
  std::fflush(stdout);
}

// For which this thread has had the processor, or was ready and others had it. Linux counts the latter in
// nanoseconds, as the second number of schedstat.
double readyMs() {
  static const int schedstat = ::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  timespec busy{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &busy);
  char text[128] = {};
  unsigned long long queued = 0;
  if (schedstat >= 0 && ::pread(schedstat, text, sizeof text - 1, 0) > 0)
    std::sscanf(text, "%*u %llu", &queued);
  return double(busy.tv_sec) * 1e3 + double(busy.tv_nsec) / 1e6 + double(queued) / 1e6;
}

} // namespace

bool TimedApplication::notify(QObject* receiver, QEvent* event) {
  // Other threads deliver their events through here too.
  if (!m_timing || m_depth > 0 || receiver->thread() != thread())
    return QGuiApplication::notify(receiver, event);
  const QEvent::Type type = event->type(); // the event may be gone afterwards
  QElapsedTimer timer;
  timer.start();
  const double before = readyMs();
  ++m_depth;
  const bool handled = QGuiApplication::notify(receiver, event);
  --m_depth;
  const double took = double(timer.nsecsElapsed()) / 1e6;
  auto& longest = (m_started ? m_since : m_starting)[type];
  longest.ms = std::max(longest.ms, took);
  longest.waitedMs = std::max(longest.waitedMs, took - (readyMs() - before));
  ++longest.count;
  if (took > frameMs) ++longest.overFrame;
  return handled;
}

void TimedApplication::measure(QQuickWindow& window, const SessionObject& session, int seconds) {
  m_timing = true;
  // Queued: the frame may be swapped on a thread of its own.
  connect(
      &window, &QQuickWindow::frameSwapped, this, [] { say("first-frame"); },
      Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
  connect(&session, &SessionObject::campaignChanged, this, [this, &window, &session, seconds] {
    if (m_opened || !session.hasCampaign()) return;
    m_opened = true;
    connect(
        &window, &QQuickWindow::frameSwapped, this,
        [this, seconds] {
          say("opened-frame");
          // The first page is still being filled; what comes after is a program at work.
          QTimer::singleShot(1000, this, [this, seconds] {
            m_started = true;
            QTimer::singleShot(seconds * 1000, this, [this] {
              say("{\"starting\":" + json(m_starting) + ",\"since\":" + json(m_since) + "}");
              quit();
            });
          });
        },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    window.update();
  });
}

QByteArray TimedApplication::json(const Types& types) {
  const auto names = QMetaEnum::fromType<QEvent::Type>();
  QJsonObject all;
  for (const auto& [type, longest] : types) {
    const char* name = names.valueToKey(type);
    all.insert(name != nullptr ? QString::fromLatin1(name) : QString::number(type),
               QJsonObject{{QStringLiteral("longestMs"), longest.ms},
                           {QStringLiteral("waitedMs"), longest.waitedMs},
                           {QStringLiteral("count"), longest.count},
                           {QStringLiteral("overFrame"), longest.overFrame}});
  }
  return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

} // namespace meridian::app
