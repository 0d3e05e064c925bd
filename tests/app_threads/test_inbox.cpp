// How one thread hands work to another, and how the core thread ends.
#include <QSignalSpy>
#include <QtTest>
#include <latch>
#include <memory>
#include <thread>

#include "app/core_thread.h"
#include "app/inbox.h"

namespace test_inbox {

using namespace meridian::app;

class TestInbox : public QObject {
  Q_OBJECT

 private slots:
  void everyThreadKeepsItsOrder() {
    constexpr int senders = 4, each = 500;
    QThread thread;
    auto* inbox = new Inbox;
    inbox->moveToThread(&thread);
    connect(&thread, &QThread::finished, inbox, &QObject::deleteLater);
    thread.start();

    std::vector<std::pair<int, int>> done; // touched on the thread alone, and here once it has ended
    bool elsewhere = false;
    std::vector<std::thread> all;
    for (int sender = 0; sender < senders; ++sender)
      all.emplace_back([&, sender] {
        for (int i = 0; i < each; ++i)
          inbox->post([&, sender, i] {
            elsewhere |= QThread::currentThread() != &thread;
            done.emplace_back(sender, i);
          });
      });
    for (auto& one : all)
      one.join();
    std::latch ended(1);
    inbox->post([&] {
      ended.count_down();
      thread.quit();
    });
    ended.wait();
    QVERIFY(thread.wait(30'000));

    QCOMPARE(done.size(), std::size_t{senders * each});
    QVERIFY(!elsewhere);
    std::vector<int> next(senders);
    for (const auto& [sender, i] : done)
      QCOMPARE(i, next[static_cast<std::size_t>(sender)]++);
  }

  void otherEventsGetInBetween() {
    Inbox inbox;
    QStringList order;
    inbox.post([&] { order << QStringLiteral("first"); });
    QMetaObject::invokeMethod(
        this, [&] { order << QStringLiteral("event"); }, Qt::QueuedConnection);
    inbox.post([&] { order << QStringLiteral("second"); });
    QTRY_COMPARE(order.size(), 3);
    QCOMPARE(order,
             QStringList({QStringLiteral("first"), QStringLiteral("event"), QStringLiteral("second")}));
  }

  void whatStillWaitsIsNeverDone() {
    bool done = false;
    const auto held = std::make_shared<int>();
    {
      Inbox inbox;
      inbox.post([&done, held] { done = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!done);
    QCOMPARE(held.use_count(), 1); // and given back
  }

  // All that was posted before is done; nobody is answered any more.
  void theCoreThreadEndsBehindWhatItWasAsked() {
    int done = 0, answered = 0;
    {
      CoreThread core;
      for (int i = 0; i < 100; ++i)
        core.run(
            this, [&done] { return ++done; }, [&answered](int) { ++answered; });
    }
    QCoreApplication::processEvents();
    QCOMPARE(done, 100);
    QCOMPARE(answered, 0);
  }

  void answersComeBackInOrder() {
    CoreThread core;
    std::vector<int> answers;
    bool elsewhere = false;
    for (int i = 0; i < 100; ++i)
      core.run(
          this, [i] { return i; },
          [&](int answer) {
            elsewhere |= QThread::currentThread() != thread();
            answers.push_back(answer);
          });
    QTRY_COMPARE(answers.size(), std::size_t{100});
    QVERIFY(std::ranges::is_sorted(answers));
    QVERIFY(!elsewhere);
  }
};

QTEST_GUILESS_MAIN(TestInbox)

} // namespace test_inbox
#include "test_inbox.moc"
