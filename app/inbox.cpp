#include "app/inbox.h"

#include <QCoreApplication>
#include <QEvent>
#include <memory>

namespace meridian::app {

Inbox::~Inbox() {
  std::deque<std::function<void()>> never;
  const std::lock_guard lock(m_mutex); // whoever posted last may just have ended
  never.swap(m_waiting);
}

void Inbox::post(std::function<void()> work) {
  auto event = std::make_unique<QEvent>(QEvent::User); // before: each work has one
  {
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(std::move(work));
  }
  QCoreApplication::postEvent(this, event.release());
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
