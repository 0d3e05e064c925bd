// A relay whose store was damaged or lost its end: it says so or begins a new generation, upon which clients
// compare and bring back what it lacks. It never serves less than it acknowledged as if that were all.
#include <QtTest>

#include <fstream>

#include "mailbox_world.h"

namespace test_store_damage {

using namespace meridian;
using namespace meridian::test;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t pageBytes = 4096, frameBytes = 24 + pageBytes, walHeaderBytes = 32;

void flip(const fs::path& file, std::size_t at) {
  std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
  stream.seekg(static_cast<std::streamoff>(at));
  const int byte = stream.get();
  stream.seekp(static_cast<std::streamoff>(at));
  stream.put(static_cast<char>(byte ^ 0x10));
}

enum class Outcome { Refused, NewGeneration, Reported, Whole, Silent };

} // namespace

class TestStoreDamage : public QObject {
  Q_OBJECT

 private:
  // In memory where there is such a place: what is shown does not depend on waiting for a disk.
  QTemporaryDir m_folder{(QDir("/dev/shm").exists() ? QString("/dev/shm") : QDir::tempPath()) +
                         "/meridian-XXXXXX"};
  fs::path m_kept, m_work;
  std::map<SpaceId, std::vector<Bytes>> m_all;
  protocol::BlobName m_blob;
  Bytes m_chunk = Bytes(100'000, 0x42);
  envelope::Generation m_generation;

  [[nodiscard]] fs::path store() const { return m_work / "store"; }
  [[nodiscard]] fs::path log() const { return m_work / "store-wal"; }

  Outcome outcome() {
    signing::SystemRandom random;
    auto opened = relay::SqliteStorage::open(store(), m_work / "mark", random);
    if (!opened) return Outcome::Refused;
    auto& storage = **opened;
    if (storage.generation() != m_generation) return Outcome::NewGeneration;
    for (const auto& [space, changes] : m_all) {
      auto rows = storage.read(space, 0, {}, {.rows = 10'000, .bytes = SIZE_MAX});
      if (!rows) return Outcome::Reported;
      std::vector<Bytes> found;
      for (const auto& row : *rows)
        found.push_back(row.bytes);
      if (found != changes) return Outcome::Silent;
    }
    const auto blob = storage.blob(m_blob);
    if (!blob || !*blob) return blob ? Outcome::Silent : Outcome::Reported;
    if (!(*blob)->durable) return Outcome::Silent;
    const auto chunk = storage.chunk(m_blob, 0);
    if (!chunk) return Outcome::Reported;
    return *chunk == m_chunk ? Outcome::Whole : Outcome::Silent;
  }
  template <class Damage>
  std::array<int, 5> damageEach(std::size_t places, const Damage& damage) {
    std::array<int, 5> tally{};
    for (std::size_t i = 0; i < places; ++i) {
      fs::remove_all(m_work);
      fs::copy(m_kept, m_work);
      damage(i);
      ++tally[static_cast<std::size_t>(outcome())];
    }
    qInfo("%d refused, %d new generation, %d reported, %d whole, %d silent", tally[0], tally[1], tally[2],
          tally[3], tally[4]);
    return tally;
  }

 private slots:
  void initTestCase() {
    Site site;
    RawPeer founder(site.relay, site.founder.key());
    QVERIFY(founder.offer(site.genesis).refusals.empty());
    for (int i = 0; i < 8; ++i)
      QVERIFY(founder.offer(site.content(site.founder, site.campaign)).refusals.empty());
    // The last of all is a file: a change names it, and its chunk comes with a commit of its own.
    const std::vector chunks{signing::chunkHash(m_chunk)};
    m_blob = {site.campaign, signing::blobAddress(m_chunk.size(), chunks)};
    auto header = site.content(site.founder, site.campaign).header();
    header.blobs = {m_blob.blob};
    const auto naming =
        finish(encodeAdditionalData(header, {}), Bytes(nonceBytes, 1), Bytes(32, 2), site.founder.key());
    QVERIFY(naming && founder.offer(*naming).stored(naming->id()));
    founder.send(protocol::BlobList{.name = m_blob, .length = m_chunk.size(), .chunks = chunks});
    site.relay.mailbox->commit();
    founder.send(protocol::BlobChunk{.name = m_blob, .index = 0, .bytes = m_chunk});
    site.relay.mailbox->commit();

    m_generation = site.relay.storage->generation();
    auto rows = site.relay.storage->read(site.campaign, 0, {}, {.rows = 10'000, .bytes = SIZE_MAX});
    QVERIFY(rows && rows->size() == 10);
    for (const auto& row : *rows)
      m_all[site.campaign].push_back(row.bytes);
    m_kept = fs::path(m_folder.path().toStdString()) / "kept"; // as a crash leaves it
    m_work = fs::path(m_folder.path().toStdString()) / "work";
    fs::create_directory(m_kept);
    for (const char* name : {"store", "store-wal", "mark"})
      fs::copy(site.relay.path(name), m_kept / name);
  }

  void undamagedIsWhole() {
    QCOMPARE(damageEach(1, [](std::size_t) {})[int(Outcome::Whole)], 1);
  }

  void aLogThatLostItsEndBeginsANewGeneration() {
    const auto frames = (fs::file_size(m_kept / "store-wal") - walHeaderBytes) / frameBytes;
    QVERIFY(frames > 20);
    const auto tally = damageEach(
        2 * frames, [&](std::size_t i) { fs::resize_file(log(), walHeaderBytes + i * frameBytes / 2); });
    QCOMPARE(tally[int(Outcome::Silent)], 0);
    QVERIFY(tally[int(Outcome::NewGeneration)] > int(frames));
  }

  void aLogThatIsMissingBeginsANewGeneration() {
    const auto tally = damageEach(1, [&](std::size_t) { fs::remove(log()); });
    QCOMPARE(tally[int(Outcome::NewGeneration)] + tally[int(Outcome::Refused)], 1);
  }

  // Of the pages only what is hashed is watched: changes and chunks, which is what others rely on.
  void aFlippedByteInWhatIsStoredIsReported() {
    // All of it into the file, and no log.
    {
      auto connection = sqlite::Connection::open(m_kept / "store", {});
      QVERIFY(connection && connection->queryInt("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    std::ifstream in(m_kept / "store", std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(in), {}};
    std::vector<std::size_t> places;
    for (const auto& change : m_all.begin()->second) {
      const auto at = all.find(asText(change));
      QVERIFY(at != std::string::npos);
      for (const auto offset : {std::size_t{0}, change.size() / 2, change.size() - signatureBytes - 1})
        places.push_back(at + offset);
    }
    places.push_back(all.find(std::string(2000, 0x42)) + 1000);
    const auto tally = damageEach(places.size(), [&](std::size_t i) { flip(store(), places[i]); });
    QCOMPARE(tally[int(Outcome::Reported)], int(places.size()));
  }

  void aMarkOfAnOlderVersionMeansTheSame() {
    const auto tally = damageEach(2, [&](std::size_t i) {
      if (i == 0) fs::resize_file(m_work / "mark", 24);
      if (i == 1) fs::resize_file(m_work / "mark", 20); // cut short: says nothing
    });
    QCOMPARE(tally[int(Outcome::Whole)], 2);
  }
};

QTEST_GUILESS_MAIN(TestStoreDamage)

} // namespace test_store_damage
#include "test_store_damage.moc"
