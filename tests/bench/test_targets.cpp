// A benchmark that misses its target says so and fails; one that keeps it does not.
#include <QtTest>

#include "tests/bench/targets.h"

namespace test_targets {

using meridian::bench::Targets;

namespace {

struct Judged {
  int ended = 0;
  QString said;
};
Judged judge(const Targets& targets) {
  char* text = nullptr;
  std::size_t size = 0;
  std::FILE* out = ::open_memstream(&text, &size);
  const int ended = targets.judge(out);
  std::fclose(out);
  const Judged judged{ended, QString::fromUtf8(text, static_cast<qsizetype>(size))};
  std::free(text);
  return judged;
}

Targets some() {
  Targets targets;
  targets.below("a write", 5, "ms");
  targets.atMost("opening 1,000", 2, "opening 10");
  return targets;
}

} // namespace

class TestTargets : public QObject {
  Q_OBJECT

 private slots:
  void whatIsKeptEndsWithNothing() {
    auto targets = some();
    targets.measured("a write", 5);
    targets.measured("opening 10", 3);
    targets.measured("opening 1,000", 6);
    const auto judged = judge(targets);
    QCOMPARE(judged.ended, 0);
    QCOMPARE(judged.said.count("kept: "), 2);
  }
  void whatIsMissedIsSaidAndEndsWithOne() {
    auto targets = some();
    targets.measured("a write", 5.1);
    targets.measured("opening 10", 3);
    targets.measured("opening 1,000", 6);
    auto judged = judge(targets);
    QCOMPARE(judged.ended, 1);
    QVERIFY(judged.said.contains("MISSED: a write takes 5.10 ms, the target is 5 ms"));
    targets.measured("a write", 1);
    targets.measured("opening 1,000", 6.3);
    judged = judge(targets);
    QCOMPARE(judged.ended, 1);
    QVERIFY(judged.said.contains(
        "MISSED: opening 1,000 takes 2.10 times as long as opening 10, the target is 2 times"));
  }
  void whatWasNotMeasuredIsSaidAndJudgedByNobody() {
    auto targets = some();
    targets.measured("opening 1,000", 600);
    const auto judged = judge(targets);
    QCOMPARE(judged.ended, 0);
    QCOMPARE(judged.said.count("not measured: "), 2);
  }
};

QTEST_GUILESS_MAIN(TestTargets)

} // namespace test_targets
#include "test_targets.moc"
