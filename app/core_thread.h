// The one thread on which the replica, its sync link and everything slow lives. The GUI thread asks and
// is answered; it never waits.
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>
#include <atomic>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <type_traits>

#include "app/inbox.h"
#include "core/replica/file_work.h"
#include "core/replica/replica.h"

namespace meridian::app {

class CoreThread final : public QObject {
  Q_OBJECT

 public:
  explicit CoreThread(QObject* parent = nullptr);
  ~CoreThread() override; // closes the replica and joins the thread

  // Runs `work` on the core thread; the calls of one thread keep their order.
  void post(std::function<void()> work);
  // On any thread: runs `work` on this object's thread.
  void answer(std::function<void()> work) { m_answers.post(std::move(work)); }

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

  // Long work on files, so that questions, writes and sync get in between: `begin(replica)` gives it, and
  // each of its pieces is posted behind what was asked meanwhile. `told(done, all)` after each piece and
  // `then(result)` run on this object's thread, like those of run(); the result is that of
  // `end(replica, work)`, on the core thread, or the error that stopped it. If the replica is closed
  // meanwhile, the work ends there and nobody is told.
  template <class Begin, class Told, class End, class Then>
  void askInPieces(QObject* receiver, Begin begin, Told told, End end, Then then) {
    post([this, guard = QPointer<QObject>(receiver), begin = std::move(begin), told = std::move(told),
          end = std::move(end), then = std::move(then)]() mutable {
      if (!m_replica) return;
      auto work = begin(*m_replica);
      using Work = typename decltype(work)::value_type::element_type;
      using Value = decltype(end(*m_replica, std::declval<Work&>()));
      if (!work) return deliver(guard, Value(std::unexpected(work.error())), std::move(then));
      auto job = std::make_shared<Job<Work, Told, End, Then>>(Job<Work, Told, End, Then>{
          std::move(*work), guard, std::move(told), std::move(end), std::move(then), m_opening});
      postPiece(std::move(job));
    });
  }

  // On the core thread only.
  void setReplica(std::unique_ptr<replica::Replica> replica) {
    m_replica = std::move(replica);
    ++m_opening;
    m_damageTold = false;
    m_open = m_replica != nullptr;
  }
  [[nodiscard]] replica::Replica* replica() { return m_replica.get(); }
  // On any thread: whether there is an open replica.
  [[nodiscard]] bool isOpen() const { return m_open; }

 signals:
  // Something of the open replica could not be read, for the first time (Replica::damage).
  void damaged();

 private:
  template <class Work, class Told, class End, class Then>
  struct Job {
    std::unique_ptr<Work> work;
    QPointer<QObject> guard;
    Told told;
    End end;
    Then then;
    std::uint64_t opening; // that it began in
  };
  template <class Work, class Told, class End, class Then>
  void postPiece(std::shared_ptr<Job<Work, Told, End, Then>> job) {
    post([this, job = std::move(job)] {
      if (!m_replica || job->opening != m_opening) return;
      using Value = decltype(job->end(*m_replica, *job->work));
      const Result<bool> more = stepOf(*job->work);
      if (!more) return deliver(job->guard, Value(std::unexpected(more.error())), job->then);
      tell(job->guard, job->told, job->work->done(), job->work->all());
      if (*more) return postPiece(job);
      attempt(
          job->guard, [&] { return job->end(*m_replica, *job->work); }, job->then);
    });
  }
  template <class Work>
  Result<bool> stepOf(Work& work) {
    try {
      return work.step();
    } catch (const std::bad_alloc&) {
      m_replica->outOfMemory();
      return fail(ErrorCode::OutOfMemory);
    }
  }
  template <class Told>
  void tell(const QPointer<QObject>& guard, const Told& told, std::uint64_t done, std::uint64_t all) {
    answer([guard, told, done, all] {
      if (guard) told(done, all);
    });
  }

  void lookForDamage();
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
    answer([guard, value = std::make_shared<Value>(std::move(value)), then = std::move(then)]() mutable {
      if (guard) then(std::move(*value));
    });
  }

  QThread m_thread;
  Inbox* m_worker = nullptr; // lives on the thread
  Inbox m_answers;           // lives where this object lives
  std::unique_ptr<replica::Replica> m_replica;
  std::uint64_t m_opening = 0; // counts the replicas that were open here
  bool m_damageTold = false;
  std::atomic<bool> m_open = false;
};

} // namespace meridian::app
