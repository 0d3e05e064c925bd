#include "app/inbox.h"

#include <QCoreApplication>
#include <QEvent>

namespace meridian::app {

Inbox::~Inbox() {
  std::deque<std::function<void()>> never;
  const std::lock_guard lock(m_mutex); // whoever posted last may just have ended
  never.swap(m_waiting);
}

void Inbox::post(std::function<void()> work) {
  {
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(std::move(work));
  }
  QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

bool Inbox::event(QEvent* event) {
  if (event->type() != QEvent::User) return QObject::event(event);
  std::function<void()> work;
  {
    const std::lock_guard lock(m_mutex);
    work = std::move(m_waiting.front());
    m_waiting.pop_front();
  }
  work();
  return true;
}

} // namespace meridian::app
