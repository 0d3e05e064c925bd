// What production promises of its small files, at every call at which the power may go and for every loss.
#include <QtTest>

#include <QTemporaryDir>

#include "core/base/file.h"
#include "core/crypto/signing/system_random.h"
#include "core/store/blob_files.h"
#include "core/store/replica_file.h"
#include "tests/simulation/small_files.h"

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
  QTemporaryDir folder;
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
#include "test_small_files.moc"
