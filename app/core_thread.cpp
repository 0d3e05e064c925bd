#include "app/core_thread.h"

#include <latch>

namespace meridian::app {

CoreThread::CoreThread(QObject* parent) : QObject(parent), m_worker(new Inbox) {
  m_worker->moveToThread(&m_thread);
  connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
  m_thread.setObjectName(QStringLiteral("core"));
  m_thread.start();
}

CoreThread::~CoreThread() {
  // The replica ends on the thread that it lives on.
  std::latch closed(1);
  m_worker->post([this, &closed] {
    m_replica.reset();
    closed.count_down();
    m_thread.quit();
  });
  closed.wait();
  m_thread.wait();
}

void CoreThread::post(std::function<void()> work) {
  m_worker->post([this, work = std::move(work)] {
    try {
      work();
      lookForDamage();
    } catch (const std::bad_alloc&) {
      if (m_replica) m_replica->outOfMemory();
    }
  });
}

void CoreThread::lookForDamage() {
  if (m_damageTold || !m_replica || !m_replica->damage()) return;
  m_damageTold = true;
  answer([this] { emit damaged(); });
}

} // namespace meridian::app
