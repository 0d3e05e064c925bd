// What production promises of its small files, at every call at which the power may go and for every loss.
#include <QtTest>

#include <QDir>
#include <QTemporaryDir>

#include "core/base/file.h"
#include "core/crypto/signing/system_random.h"
#include "core/replica/replica.h"
#include "core/store/blob_files.h"
#include "core/store/replica_file.h"
#include "sync/relay/identity.h"
#include "tests/simulation/small_files.h"

namespace test_small_files {

using namespace meridian;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t losses = 24; // seeds: each loses otherwise

// One machine, whose power goes at a call of `work` and comes back.
struct Bench {
  explicit Bench(std::uint64_t seed)
      : disk("bench-" + std::to_string(seed), seed), files(disk, path(), seed, "bench") {}
  fs::path path(const char* name = nullptr) const {
    const fs::path root = folder.path().toStdString();
    return name == nullptr ? root : root / name;
  }
  void powerGoesAndComes() {
    if (!disk.isCut()) disk.cutNow();
    disk.powerOn();
    files.powerOn();
  }
  // In memory where there is such a place: the disk that matters is simulated.
  QTemporaryDir folder{fs::exists("/dev/shm") ? QStringLiteral("/dev/shm/meridian-bench-XXXXXX")
                                              : QDir::tempPath() + QStringLiteral("/meridian-bench-XXXXXX")};
  sim::Disk disk;
  sim::SmallFiles files;
};

// Calls `attempt` with ever later moments until it passes whole; then `holds` is asked.
template <class Attempt, class Holds>
void atEveryCall(Attempt attempt, Holds holds) {
  for (std::uint64_t seed = 1; seed <= losses; ++seed)
    for (std::uint64_t moment = 0;; ++moment) {
      Bench bench(seed);
      const bool said = attempt(bench, moment);
      const bool whole = !bench.disk.isCut();
      bench.powerGoesAndComes();
      QVERIFY2(holds(bench, said), qPrintable(QStringLiteral("seed %1, call %2").arg(seed).arg(moment)));
      if (whole) break;
      QVERIFY(moment < 100);
    }
}

Bytes contentsOf(const fs::path& file) { return readFile(file, 1 << 20).value_or(Bytes{}); }

} // namespace

class TestSmallFiles : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { signing::initialise(); }
  void aReplacedFileIsTheOldOneOrTheNewOne();
  void aNewFileThatWasSaidToBeThereIsThere();
  void aNewFileThatWasRefusedIsNotThere();
  void aProfileThatOpenedOnceOpensAgain();
  void aRelayThatHadAnIdentityKeepsIt();
  void aBlobThatWasSyncedIsThere();
  void anAdoptedBlobIsThere();
  void whatIsNotSyncedMayBeLost();
};

void TestSmallFiles::aReplacedFileIsTheOldOneOrTheNewOne() {
  const Bytes older(2'000, 1), newer(1'500, 2);
  atEveryCall(
      [&](Bench& bench, std::uint64_t moment) {
        if (!writeFileDurably(bench.path("vault"), older)) return false;
        bench.files.cutAt(moment);
        return writeFileDurably(bench.path("vault"), newer).has_value();
      },
      [&](Bench& bench, bool said) {
        const auto now = contentsOf(bench.path("vault"));
        return now == newer || (!said && now == older);
      });
}

void TestSmallFiles::aNewFileThatWasSaidToBeThereIsThere() {
  const Bytes key(700, 7);
  atEveryCall(
      [&](Bench& bench, std::uint64_t moment) {
        bench.files.cutAt(moment);
        return writeFileDurably(bench.path("key"), key, IfExists::Refuse).has_value();
      },
      [&](Bench& bench, bool said) {
        const auto now = contentsOf(bench.path("key"));
        return now == key || (!said && now.empty());
      });
}

namespace {

// Calls `attempt` with one call that fails, or `count` of them, ever later, until it makes no more calls.
template <class Attempt>
void whereverCallsFail(std::uint64_t seeds, std::uint64_t count, Attempt attempt) {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed)
    for (std::uint64_t call = 0;; ++call) {
      Bench bench(seed);
      const auto before = sim::SmallFiles::counts().failures;
      bench.files.failAt(call, count);
      const QByteArray wrong = attempt(bench);
      QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1, call %2: ").arg(seed).arg(call) + wrong));
      if (sim::SmallFiles::counts().failures == before) break;
      QVERIFY(call < 200);
    }
}

// As people do; and then nothing fails any more.
template <class Try>
auto untilItWorks(Bench& bench, Try attempt) {
  auto made = attempt();
  for (int more = 4; !made && more > 0; --more)
    made = attempt();
  bench.files.mend();
  return made;
}

} // namespace

// Otherwise somebody finds it and relies on a name that the next power cut may take.
void TestSmallFiles::aNewFileThatWasRefusedIsNotThere() {
  whereverCallsFail(1, 1, [](Bench& bench) {
    const bool said = writeFileDurably(bench.path("key"), Bytes(700, 7), IfExists::Refuse).has_value();
    return fs::exists(bench.path("key")) == said ? "" : "it is there";
  });
}

void TestSmallFiles::aProfileThatOpenedOnceOpensAgain() {
  for (const std::uint64_t count : {1, 2})
    whereverCallsFail(8, count, [](Bench& bench) -> QByteArray {
      replica::OpenOptions options;
      options.directory = bench.path("people") / "profile";
      options.incarnationDirectory = bench.path("state");
      options.sqlite.vfs = bench.disk.vfs();
      replica::Unlock unlock;
      unlock.with = replica::Unlock::With::KeyFile;
      unlock.keyFile = bench.path("key");
      const auto open = [&] {
        return replica::profileExists(options.directory)
                   ? replica::Replica::open(options, unlock)
                   : replica::Replica::create(options, unlock, {.name = "Oleg", .zone = "Asia/Vladivostok"});
      };
      auto opened = untilItWorks(bench, open);
      if (!opened) return "never: " + QByteArray::fromStdString(opened.error().detail);
      opened->reset();
      bench.powerGoesAndComes();
      const auto again = replica::Replica::open(options, unlock);
      return again ? QByteArray() : QByteArray::fromStdString(again.error().detail);
    });
}

void TestSmallFiles::aRelayThatHadAnIdentityKeepsIt() {
  for (const std::uint64_t count : {1, 2})
    whereverCallsFail(6, count, [](Bench& bench) -> QByteArray {
      signing::SystemRandom random;
      const auto open = [&]() -> Result<relay::Identity> {
        if (auto made = makeFolders(bench.path("data")); !made) return std::unexpected(made.error());
        return relay::Identity::open(bench.path("data") / "identity", random);
      };
      const auto identity = untilItWorks(bench, open);
      if (!identity) return "never: " + QByteArray::fromStdString(identity.error().detail);
      bench.powerGoesAndComes();
      const auto again = open();
      if (!again) return QByteArray::fromStdString(again.error().detail);
      return again->key.id() == identity->key.id() ? "" : "it is another one";
    });
}

namespace {

struct Store {
  explicit Store(Bench& bench) {
    const auto key = SecretBytes::random(32, random);
    file = std::move(*store::ReplicaFile::open(bench.path("replica.db"), key, {.vfs = bench.disk.vfs()}));
  }
  Result<store::BlobFiles> open(Bench& bench) {
    return store::BlobFiles::open(bench.path("blobs"), file->keys, random);
  }
  signing::SystemRandom random;
  std::unique_ptr<store::ReplicaFile> file;
};

// Writes a blob in the way of `work` and looks for it afterwards.
template <class Work>
void blobIsThere(Work work) {
  const BlobId blob = signing::SystemRandom().id<BlobId>();
  const Bytes chunk(3'000, 5);
  fs::path name;
  atEveryCall(
      [&](Bench& bench, std::uint64_t moment) {
        Store store(bench);
        bench.files.cutAt(moment);
        auto blobs = store.open(bench);
        return blobs && work(bench, *blobs, blob, chunk);
      },
      [&](Bench& bench, bool said) {
        if (!said) return true;
        for (const auto& entry : fs::recursive_directory_iterator(bench.path()))
          if (entry.is_regular_file() && contentsOf(entry.path()) == chunk) return true;
        return false;
      });
}

} // namespace

void TestSmallFiles::aBlobThatWasSyncedIsThere() {
  blobIsThere([](Bench&, store::BlobFiles& blobs, const BlobId& blob, const Bytes& chunk) {
    return blobs.writeChunk(blob, 0, chunk) && blobs.sync(blob);
  });
}

void TestSmallFiles::anAdoptedBlobIsThere() {
  blobIsThere([](Bench&, store::BlobFiles& blobs, const BlobId& blob, const Bytes& chunk) {
    signing::SystemRandom random;
    const auto temporary = blobs.temporaryFile(random);
    return writeFileDurably(temporary, chunk) && blobs.adopt(blob, temporary);
  });
}

// Otherwise the tests above would show nothing.
void TestSmallFiles::whatIsNotSyncedMayBeLost() {
  int lost = 0, kept = 0;
  for (std::uint64_t seed = 1; seed <= losses; ++seed) {
    Bench bench(seed);
    Store store(bench);
    auto blobs = store.open(bench);
    QVERIFY(blobs && blobs->writeChunk(BlobId{}, 0, Bytes(3'000, 5)));
    store.file.reset();
    bench.powerGoesAndComes();
    ++(blobs->size(BlobId{}) == 3'000u ? kept : lost);
  }
  QVERIFY2(lost > 0 && kept > 0, qPrintable(QStringLiteral("%1 lost, %2 kept").arg(lost).arg(kept)));
}

QTEST_GUILESS_MAIN(TestSmallFiles)

} // namespace test_small_files
#include "test_small_files.moc"
