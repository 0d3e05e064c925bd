#include "app/auto_lock.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <ctime>

namespace meridian::app {

using namespace std::chrono_literals;

namespace {

// Of the machine's life, sleep included; no clock that a person can set.
std::chrono::nanoseconds sinceBoot() {
  timespec now{};
#ifdef CLOCK_BOOTTIME
  ::clock_gettime(CLOCK_BOOTTIME, &now);
#else
  ::clock_gettime(CLOCK_MONOTONIC, &now);
#endif
  return std::chrono::seconds{now.tv_sec} + std::chrono::nanoseconds{now.tv_nsec};
}

} // namespace

AutoLock::AutoLock(QObject* parent) : QObject(parent) {
  connect(&m_timer, &QTimer::timeout, this, &AutoLock::look);
  QCoreApplication::instance()->installEventFilter(this);
}

void AutoLock::setAfter(std::chrono::milliseconds idle) {
  m_idle = idle;
  m_touched = sinceBoot();
  if (idle <= 0ms) return m_timer.stop();
  m_timer.start(std::clamp(idle / 20, 10ms, 5000ms));
}

void AutoLock::look() {
  if (sinceBoot() - m_touched < m_idle) return;
  m_timer.stop();
  emit due();
}

bool AutoLock::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
  case QEvent::KeyPress:
  case QEvent::MouseButtonPress:
  case QEvent::TouchBegin:
  case QEvent::Wheel:
    if (m_timer.isActive()) {
      look();
      // The first touch after a sleep comes too late, and does nothing but show that the profile is locked.
      if (!m_timer.isActive()) return true;
      m_touched = sinceBoot();
    }
    break;
  default:
    break;
  }
  return QObject::eventFilter(watched, event);
}

} // namespace meridian::app
