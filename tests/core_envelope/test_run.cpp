#include "core/envelope/run.h"

#include <QTest>

#include "tests/core_envelope/world.h"

namespace test_run {

using namespace meridian;
using namespace meridian::test;
using namespace meridian::envelope;

namespace {

// A run of one device in one space.
std::vector<Change> runOf(const char* name, int count) {
  TestDevice device(name);
  std::vector<Change> run;
  for (int i = 0; i < count; ++i)
    run.push_back(device.write(Kind::Content, SpaceId{{9}}, {}));
  return run;
}

// The same change with another signature than its author's.
Change forged(const Change& change) {
  Bytes bytes(change.bytes().begin(), change.bytes().end());
  bytes[bytes.size() - 10] ^= 1;
  return *Change::parse(bytes);
}

bool isRefused(const Result<Voucher>& result) {
  return !result && result.error().code == ErrorCode::BadSignature;
}

} // namespace

class TestRun : public QObject {
  Q_OBJECT

 private slots:
  void theLastSignatureVouchesForTheRun() {
    auto run = runOf("ana", 4);
    for (int i = 0; i < 3; ++i)
      run[static_cast<std::size_t>(i)].dropSignature();
    const auto results = judgeRuns(run, Inner::Keep);
    QVERIFY(results[0] == Voucher::Absent && results[1] == Voucher::Absent && results[2] == Voucher::Absent);
    QVERIFY(results[3] == Voucher::Own);
  }

  void whatFollowsTheLastSignatureThatHoldsIsRefused() {
    auto run = runOf("ana", 4);
    run[2].dropSignature();
    run[3] = forged(run[3]);
    const auto results = judgeRuns(run, Inner::Keep);
    QVERIFY(results[0] == Voucher::Vouched);
    QVERIFY(results[1] == Voucher::Own);
    QVERIFY(isRefused(results[2]) && isRefused(results[3]));
  }

  void aWrongInnerSignatureIsKeptForIdleTimeOrDroppedAtOnce() {
    auto kept = runOf("ana", 3);
    kept[1] = forged(kept[1]);
    auto verified = kept;
    QVERIFY(judgeRuns(kept, Inner::Keep)[1] == Voucher::Vouched);
    QVERIFY(kept[1].hasSignature());
    const auto results = judgeRuns(verified, Inner::Verify);
    QVERIFY(results[0] == Voucher::Own && results[1] == Voucher::Absent && results[2] == Voucher::Own);
    QVERIFY(!verified[1].hasSignature());
    QVERIFY(verified[1].id() == kept[1].id());
  }

  void aRunWithAGapIsTwo() {
    auto run = runOf("ana", 4);
    run.erase(run.begin() + 1);
    run[0].dropSignature();
    const auto results = judgeRuns(run, Inner::Keep);
    QVERIFY(isRefused(results[0])); // nothing that names it follows
    QVERIFY(results[1] == Voucher::Vouched && results[2] == Voucher::Own);
  }

  void aSignatureVouchesForNoOtherDevice() {
    auto a = runOf("ana", 2), b = runOf("ben", 2);
    a[0].dropSignature();
    a[1].dropSignature();
    std::vector<Change> mixed{a[0], b[0], a[1], b[1]};
    const auto results = judgeRuns(mixed, Inner::Keep);
    QVERIFY(isRefused(results[0]) && isRefused(results[2]));
    QVERIFY(results[1] == Voucher::Vouched && results[3] == Voucher::Own);
  }

  void branchesOfOneChainAreJudgedApart() {
    auto trunk = runOf("ana", 1);
    TestDevice one("ana"), two("ana");
    (void)one.write(Kind::Content, SpaceId{{9}}, {});
    (void)two.write(Kind::Content, SpaceId{{9}}, {});
    auto left = one.write(Kind::Content, SpaceId{{9}}, {ChangeId{{1}}});
    auto right = two.write(Kind::Content, SpaceId{{9}}, {ChangeId{{2}}});
    QVERIFY(left.header().prev == right.header().prev && left.id() != right.id());
    right = forged(right);
    std::vector<Change> both{trunk[0], left, right};
    const auto results = judgeRuns(both, Inner::Keep);
    QVERIFY(results[0] == Voucher::Vouched && results[1] == Voucher::Own);
    QVERIFY(isRefused(results[2]));
  }

  void aBatchIsCutWhereEveryChainEndsWithASignature() {
    const auto a = chainKeyOf(runOf("ana", 1)[0]), b = chainKeyOf(runOf("ben", 1)[0]);
    CutPoint cut;
    QVERIFY(cut.here());
    cut.add(a, false);
    QVERIFY(!cut.here());
    cut.add(b, true);
    QVERIFY(!cut.here());
    cut.add(a, false);
    cut.add(a, true);
    QVERIFY(cut.here());
  }
};

QTEST_APPLESS_MAIN(TestRun)

} // namespace test_run
#include "test_run.moc"
