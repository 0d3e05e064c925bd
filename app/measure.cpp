#include "app/measure.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QTimer>

#include <algorithm>
#include <cstdio>

#include "app/session_object.h"

namespace meridian::app {
namespace {

constexpr double frameMs = 16;

void say(const QByteArray& line) {
  std::fprintf(stdout, "%s\n", line.constData());
  std::fflush(stdout);
}

} // namespace

bool TimedApplication::notify(QObject* receiver, QEvent* event) {
  // Other threads deliver their events through here too.
  if (!m_timing || m_depth > 0 || receiver->thread() != thread())
    return QGuiApplication::notify(receiver, event);
  const QEvent::Type type = event->type(); // the event may be gone afterwards
  QElapsedTimer timer;
  timer.start();
  ++m_depth;
  const bool handled = QGuiApplication::notify(receiver, event);
  --m_depth;
  const double took = double(timer.nsecsElapsed()) / 1e6;
  auto& longest = (m_started ? m_since : m_starting)[type];
  longest.ms = std::max(longest.ms, took);
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
                           {QStringLiteral("count"), longest.count},
                           {QStringLiteral("overFrame"), longest.overFrame}});
  }
  return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

} // namespace meridian::app
