// The marker beside a profile: what it says is missing is missing, and a transaction that was taken back is
// nothing that was lost.
#include "core/replica/incarnation.h"

#include <QtTest>

#include "core/crypto/signing/system_random.h"
#include "core/replica/state.h"
#include "tests/core_store/store_fixture.h"

namespace test_incarnation {

using namespace meridian;
using replica::IncarnationMarker;
using store::testing::Profile;

namespace {

using Count = Result<void> (IncarnationMarker::*)(store::ReplicaFile&);

IncarnationMarker markerOf(Profile& profile) {
  signing::SystemRandom random;
  profile.commit([&] {
    if (!profile->settings.set(replica::setting::profileId, "0123456789abcdef")) qFatal("no id");
  });
  auto marker = IncarnationMarker::open(profile.directory() / "state", *profile.file, random);
  if (!marker) qFatal("no marker: %s", marker.error().detail.c_str());
  return std::move(*marker);
}

void count(Profile& profile, IncarnationMarker& marker, Count what) {
  profile.commit([&] {
    if (!(marker.*what)(*profile.file)) qFatal("not counted");
  });
  marker.written();
}

} // namespace

class TestIncarnation : public QObject {
  Q_OBJECT

 private slots:
  void whatWasTakenBackIsNotMissedLater_data() {
    QTest::addColumn<bool>("write");
    QTest::newRow("an own write, before changes come in") << true;
    QTest::newRow("changes that come in, before an own write") << false;
  }
  void whatWasTakenBackIsNotMissedLater() {
    QFETCH(bool, write);
    const Count failing = write ? &IncarnationMarker::countWrite : &IncarnationMarker::countReceipt;
    const Count next = write ? &IncarnationMarker::countReceipt : &IncarnationMarker::countWrite;
    Profile profile;
    Incarnation first;
    {
      auto marker = markerOf(profile);
      first = marker.incarnation();
      count(profile, marker, failing);
      {
        auto transaction = sqlite::Transaction::begin(profile->connection());
        QVERIFY(transaction && (marker.*failing)(*profile.file)); // and no commit: the disk is full
      }
      count(profile, marker, next);
    }
    const auto marker = markerOf(profile);
    QVERIFY(!*replica::noted(*profile.file));
    QCOMPARE(marker.incarnation(), first);
  }

  void whatIsGoneIsNoted() {
    Profile profile;
    const auto older = profile.directory() / "older.db";
    {
      auto marker = markerOf(profile);
      count(profile, marker, &IncarnationMarker::countWrite);
      profile.file.reset();
      std::filesystem::copy_file(profile.path(), older);
      profile.reopen();
      count(profile, marker, &IncarnationMarker::countWrite);
      count(profile, marker, &IncarnationMarker::countReceipt);
      profile.file.reset();
      std::filesystem::copy_file(older, profile.path(), std::filesystem::copy_options::overwrite_existing);
      profile.reopen();
    }
    const auto marker = markerOf(profile);
    QCOMPARE(*replica::noted(*profile.file), std::optional(replica::SetBack{.writes = 1, .receipts = 1}));
  }
};

QTEST_GUILESS_MAIN(TestIncarnation)

} // namespace test_incarnation
#include "test_incarnation.moc"
