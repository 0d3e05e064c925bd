#include <QtTest>

#include <algorithm>
#include <fstream>

#include "core/crypto/signing/system_random.h"
#include "core/store/blob_files.h"
#include "core/store/migrations.h"
#include "tests/core_store/store_fixture.h"

namespace test_replica_file {

using namespace meridian;
using namespace meridian::store;
using namespace meridian::store::testing;

namespace {

const SpaceId space = idOf<SpaceId>(1);
constexpr std::string_view telltale = "Осенняя кампания — the words of the brief";

Bytes contentsOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool contains(const Bytes& haystack, ByteView needle) {
  return std::search(haystack.begin(), haystack.end(), needle.begin(), needle.end()) != haystack.end();
}

// The files below `directory` that hold the words.
QStringList filesWith(const std::filesystem::path& directory, ByteView words) {
  QStringList found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    if (entry.is_regular_file() && contains(contentsOf(entry.path()), words)) {
      found << QString::fromStdString(entry.path().filename().string());
    }
  }
  return found;
}

// Every object of the schema with the text that made it.
std::string schemaOf(sqlite::Connection& connection) {
  std::string text;
  auto statement = connection.prepare("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema "
                                      "ORDER BY type, name");
  while (statement && *statement->step()) {
    for (int column = 0; column < 4; ++column)
      text.append(statement->columnText(column)).append("|");
    text.append("\n");
  }
  return text;
}

void fill(ReplicaFile& file) {
  Author author(1, space);
  const auto change = author.write();
  auto row = file.changes.insert(rowOf(change));
  QVERIFY(row);
  const std::vector<crdt::Op> ops = {crdt::Create{.kind = 20, .payload = crdt::Value(telltale)}};
  QCOMPARE(outcome(file.ops.insert(space, *row, change.id(), ops)), "ok");
  QCOMPARE(outcome(file.settings.set("draft", telltale)), "ok");
}

} // namespace

class TestReplicaFile : public QObject {
  Q_OBJECT

 private slots:
  void aMigratedFileEqualsAFreshOne();
  void whatWasCommittedIsThereAfterReopening();
  void aWrongKeyOpensNothingAndHarmsNothing();
  void aFileOfANewerVersionIsLeftAlone();
  void aTransactionThatIsNotCommittedLeavesNothing();
  void checkFindsAFlippedByteInsideAChange();
  void checkFindsAChangeWithoutItsBytes();
  void checkFindsADamagedPage();
  void noPlaintextReachesTheDisk();
};

void TestReplicaFile::aMigratedFileEqualsAFreshOne() {
  QTemporaryDir directory;
  const std::filesystem::path root = directory.path().toStdString();
  auto fresh = sqlite::Connection::open(root / "fresh", {});
  QVERIFY(fresh);
  QVERIFY(sqlite::migrate(*fresh, migrations()));
  // A file that lived through every version, opened anew for each step.
  for (std::size_t count = 0; count <= migrations().size(); ++count) {
    auto old = sqlite::Connection::open(root / "old", {});
    QVERIFY(old);
    QVERIFY(sqlite::migrate(*old, migrations().first(count)));
    QCOMPARE(*old->queryInt("PRAGMA user_version"), static_cast<std::int64_t>(count));
    QCOMPARE(schemaOf(*old) == schemaOf(*fresh), count == migrations().size());
  }
}

void TestReplicaFile::whatWasCommittedIsThereAfterReopening() {
  Profile profile;
  profile.commit([&] { fill(*profile.file); });
  profile.reopen();
  QCOMPARE(*profile->settings.get("draft"), std::string(telltale));
  QCOMPARE(*profile->changes.count(space), 1);
  QCOMPARE(profile->ops.opsOfSpace(space)->size(), std::size_t{1});
  QCOMPARE(outcome(profile->check()), "ok");
}

void TestReplicaFile::aWrongKeyOpensNothingAndHarmsNothing() {
  Profile profile;
  profile.commit([&] { fill(*profile.file); });
  profile.file.reset();
  const Bytes before = contentsOf(profile.path());
  const SecretBytes wrong = SecretBytes::copyOf(idOf<KeyId>(43).view());
  QCOMPARE(outcome(ReplicaFile::open(profile.path(), wrong)), "wrong-key");
  QVERIFY(contentsOf(profile.path()) == before);
  profile.reopen();
  QCOMPARE(*profile->changes.count(space), 1);
}

void TestReplicaFile::aFileOfANewerVersionIsLeftAlone() {
  Profile profile;
  QVERIFY(profile->connection().execute("PRAGMA user_version = 9999"));
  profile.file.reset();
  QCOMPARE(outcome(ReplicaFile::open(profile.path(), profile.key)), "update-needed");
}

void TestReplicaFile::aTransactionThatIsNotCommittedLeavesNothing() {
  Profile profile;
  {
    auto transaction = sqlite::Transaction::begin(profile->connection());
    QVERIFY(transaction);
    fill(*profile.file);
    QCOMPARE(*profile->changes.count(space), 1);
  }
  QCOMPARE(*profile->changes.count(space), 0);
  QVERIFY(profile->changes.tips(space)->empty());
  QVERIFY(profile->ops.opsOfSpace(space)->empty());
  QVERIFY(profile->ops.entities(space)->empty());
  QVERIFY(!profile->settings.get("draft")->has_value());
  // Nothing remembers row numbers that the file took back.
  profile.commit([&] { fill(*profile.file); });
  QCOMPARE(profile->ops.entities(space)->size(), std::size_t{1});
}

void TestReplicaFile::checkFindsAFlippedByteInsideAChange() {
  Profile profile;
  Author author(1, space);
  profile.commit([&] {
    for (int i = 0; i < 3; ++i)
      QVERIFY(profile->changes.insert(rowOf(author.write())));
  });
  QCOMPARE(outcome(profile->check()), "ok");
  auto second = profile->changes.run(author.chain(), 2, 1);
  QVERIFY(second);
  Bytes bytes(second->front().change.bytes().begin(), second->front().change.bytes().end());
  bytes[bytes.size() - 70] ^= 1; // in the sealed part
  QVERIFY(profile->connection().run("UPDATE change_bytes SET bytes = ? WHERE change = ?", bytes,
                                    second->front().row));
  QCOMPARE(outcome(profile->check()), "damaged");
  QCOMPARE(outcome(profile->changes.find(second->front().change.id())), "damaged");
}

void TestReplicaFile::checkFindsAChangeWithoutItsBytes() {
  Profile profile;
  profile.commit([&] { fill(*profile.file); });
  QVERIFY(profile->connection().execute("DELETE FROM change_bytes"));
  QCOMPARE(outcome(profile->check()), "damaged");
}

void TestReplicaFile::checkFindsADamagedPage() {
  Profile profile;
  Author author(1, space);
  profile.commit([&] {
    for (int i = 0; i < 200; ++i)
      QVERIFY(profile->changes.insert(rowOf(author.write())));
  });
  QVERIFY(profile->connection().checkpoint());
  profile.file.reset();
  {
    std::fstream file(profile.path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(0, std::ios::end);
    const auto middle = file.tellg() / 2;
    file.seekg(middle);
    const char old = static_cast<char>(file.get());
    file.seekp(middle);
    file.put(static_cast<char>(old ^ 1));
  }
  auto opened = ReplicaFile::open(profile.path(), profile.key);
  QVERIFY(opened);
  QCOMPARE(outcome((*opened)->check()), "damaged");
}

void TestReplicaFile::noPlaintextReachesTheDisk() {
  const auto fillAll = [](ReplicaFile& file, const std::filesystem::path& blobs) {
    auto transaction = sqlite::Transaction::begin(file.connection());
    QVERIFY(transaction);
    fill(file);
    signing::SystemRandom random;
    auto files = BlobFiles::open(blobs, file.keys, random);
    QVERIFY(files);
    QVERIFY(transaction->commit());
    QVERIFY(files->writeChunk(idOf<BlobId>(5), 0, Bytes(1000, 0xc1)));
    QVERIFY(files->sync(idOf<BlobId>(5)));
  };
  Profile profile;
  fillAll(*profile.file, profile.directory() / "blobs");
  QVERIFY(std::filesystem::file_size(profile.path().string() + "-wal") > 0);
  QCOMPARE(filesWith(profile.directory(), asBytes(telltale)), QStringList());
  QCOMPARE(filesWith(profile.directory(), asBytes("CREATE TABLE")), QStringList());
  QVERIFY(profile->connection().checkpoint());
  QCOMPARE(filesWith(profile.directory(), asBytes(telltale)), QStringList());
  // The name of a blob's file tells nothing either.
  for (const auto& entry : std::filesystem::recursive_directory_iterator(profile.directory())) {
    QVERIFY(entry.path().string().find(idOf<BlobId>(5).hex()) == std::string::npos);
  }

  // The control: the same in a file without a key is found, so the search can find.
  QTemporaryDir open;
  const std::filesystem::path root = open.path().toStdString();
  auto plain = ReplicaFile::open(root / "plain.db", SecretBytes());
  QVERIFY(plain);
  fillAll(**plain, root / "blobs");
  QVERIFY(filesWith(root, asBytes(telltale)).contains("plain.db-wal"));
  QVERIFY((*plain)->connection().checkpoint());
  QVERIFY(filesWith(root, asBytes(telltale)).contains("plain.db"));
}

QTEST_GUILESS_MAIN(TestReplicaFile)

} // namespace test_replica_file
#include "test_replica_file.moc"
