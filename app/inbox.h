// What other threads want done on the thread that this object lives on, in the order in which they asked. The
// one way from thread to thread here: what is handed over is under a mutex of ours, Qt's event loop is only
// woken.
#pragma once

#include <QObject>
#include <deque>
#include <functional>
#include <mutex>

namespace meridian::app {

class Inbox final : public QObject {
 public:
  using QObject::QObject;
  ~Inbox() override;

  // On any thread. One piece of work per turn of the event loop, behind what came before, so that timers and
  // input get in between. What still waits when the inbox ends is never done.
  void post(std::function<void()> work);

 protected:
  bool event(QEvent* event) override;

 private:
  std::mutex m_mutex;
  std::deque<std::function<void()>> m_waiting;
};

} // namespace meridian::app
