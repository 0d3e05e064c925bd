// The one thread on which the replica, its sync link and everything slow lives. The GUI thread asks and
// is answered; it never waits.
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <QThread>
#include <atomic>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <type_traits>

#include "core/replica/replica.h"

namespace meridian::app {

class CoreThread final : public QObject {
  Q_OBJECT

 public:
  explicit CoreThread(QObject* parent = nullptr);
  ~CoreThread() override; // closes the replica and joins the thread

  // Runs `work` on the core thread; the calls of one thread keep their order.
  void post(std::function<void()> work);

  // Runs `job()` on the core thread and then `then(result)` on this object's thread, which is the
  // receiver's, unless the receiver is gone by then; one of another thread lives until it is answered. For
  // work before a replica is open (opening it, making a profile).
  template <class Job, class Then>
  void run(QObject* receiver, Job job, Then then) {
    post([this, guard = QPointer<QObject>(receiver), job = std::move(job), then = std::move(then)]() mutable {
      attempt(guard, job, std::move(then));
    });
  }

  // The same with the open replica; nothing happens if there is none any more.
  template <class Job, class Then>
  void ask(QObject* receiver, Job job, Then then) {
    post([this, guard = QPointer<QObject>(receiver), job = std::move(job), then = std::move(then)]() mutable {
      if (m_replica)
        attempt(
            guard, [&] { return job(*m_replica); }, std::move(then));
    });
  }

  // On the core thread only.
  void setReplica(std::unique_ptr<replica::Replica> replica) {
    m_replica = std::move(replica);
    m_open = m_replica != nullptr;
  }
  [[nodiscard]] replica::Replica* replica() { return m_replica.get(); }
  // On any thread: whether there is an open replica.
  [[nodiscard]] bool isOpen() const { return m_open; }

 private:
  // If memory runs out in a job that may fail, it has failed; one that only reads is not answered, and what
  // it was asked for is asked again with the next notice.
  template <class Job, class Then>
  void attempt(const QPointer<QObject>& guard, Job&& job, Then then) {
    using Value = decltype(job());
    std::optional<Value> value;
    try {
      value.emplace(job());
    } catch (const std::bad_alloc&) {
      if (m_replica) m_replica->outOfMemory();
      if constexpr (std::is_constructible_v<Value, std::unexpected<Error>>)
        value.emplace(fail(ErrorCode::OutOfMemory));
    }
    if (value) deliver(guard, std::move(*value), std::move(then));
  }
  template <class Value, class Then>
  void deliver(const QPointer<QObject>& guard, Value value, Then then) {
    // The receiver may be deleted at any time on its own thread, which is this object's: so the guard is only
    // looked at there.
    QMetaObject::invokeMethod(
        this,
        [guard, value = std::make_shared<Value>(std::move(value)), then = std::move(then)]() mutable {
          if (guard) then(std::move(*value));
        },
        Qt::QueuedConnection);
  }

  QThread m_thread;
  QObject* m_worker = nullptr; // lives on the thread; what is posted runs in its event loop
  std::unique_ptr<replica::Replica> m_replica;
  std::atomic<bool> m_open = false;
};

} // namespace meridian::app
