#include <QtTest>

#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/sqlite/transaction.h"
#include "tests/support/as_nobody.h"

namespace test_sqlite_connection {

using namespace meridian;
using namespace meridian::sqlite;
namespace fs = std::filesystem;

namespace {

const Bytes key = fromHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f").value();
const std::string planted = "the-campaign-of-the-northern-lights";

} // namespace

class TestSqliteConnection : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void cleanup() { m_dir.reset(); }
  void aKeyedFileOpensAgainWithItsKey();
  void anotherKeyOrNoneIsRefusedAndChangesNothing();
  void aPlainFileNeedsNoKey();
  void nothingPlainLiesOnDisk();
  void theByteScanFindsAPlantedWordInAPlainFile();
  void aTruncatedFileIsNoticed();
  void flippedBytesAreNoticedWhereverTheyAre();
  void garbageIsNoDatabase();
  void aMissingFileIsNotMadeUnlessAsked();
  void anEmptyFileIsDamagedUnlessOneMayBeMade();
  void aReadOnlyConnectionDoesNotWrite();
  void aFolderThatCannotBeWrittenIsReadOnly();
  void aFullDiskKeepsWhatWasThere();
  void aSecondWriterIsToldThatTheFileIsInUse();
  void theWriteAheadLogIsDurableAndEmptiedByACheckpoint();
  void sortingStaysInMemory();

 private:
  fs::path path(const char* name = "file.db") const { return fs::path(m_dir->path().toStdString()) / name; }
  void fill(Connection& db, int rows = 200);
  void make(ByteView with);
  Bytes everyByteOnDisk() const;
  void overwrite(const Bytes& bytes);

  std::unique_ptr<QTemporaryDir> m_dir;
};

void TestSqliteConnection::init() { m_dir = std::make_unique<QTemporaryDir>(); }

void TestSqliteConnection::fill(Connection& db, int rows) {
  QVERIFY(db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, value TEXT)"));
  auto transaction = Transaction::begin(db).value();
  for (int i = 0; i < rows; ++i) {
    QVERIFY(db.run("INSERT INTO t (value) VALUES (?1)", planted + std::string(100, 'a')));
  }
  QVERIFY(transaction.commit());
}

void TestSqliteConnection::make(ByteView with) {
  auto db = Connection::open(path(), with).value();
  fill(db);
}

Bytes TestSqliteConnection::everyByteOnDisk() const {
  Bytes all;
  for (const auto& entry : fs::directory_iterator(m_dir->path().toStdString())) {
    const Bytes bytes = readFile(entry.path(), 10'000'000).value();
    all.insert(all.end(), bytes.begin(), bytes.end());
  }
  return all;
}

void TestSqliteConnection::overwrite(const Bytes& bytes) { QVERIFY(writeFileDurably(path(), bytes)); }

void TestSqliteConnection::aKeyedFileOpensAgainWithItsKey() {
  make(key);
  auto db = Connection::open(path(), key).value();
  QCOMPARE(db.queryInt("SELECT count(*) FROM t").value(), std::int64_t{200});
  QVERIFY(db.quickCheck());
}

void TestSqliteConnection::anotherKeyOrNoneIsRefusedAndChangesNothing() {
  make(key);
  const Bytes before = readFile(path(), 10'000'000).value();
  Bytes wrong = key;
  wrong[31] ^= 1;
  QCOMPARE(Connection::open(path(), wrong).error().code, ErrorCode::WrongKey);
  QCOMPARE(Connection::open(path(), {}).error().code, ErrorCode::Damaged);
  QCOMPARE(readFile(path(), 10'000'000).value(), before);
  QVERIFY(Connection::open(path(), key));
}

void TestSqliteConnection::aPlainFileNeedsNoKey() {
  make({});
  QVERIFY(Connection::open(path(), {}).value().quickCheck());
  QCOMPARE(Connection::open(path(), key).error().code, ErrorCode::WrongKey);
}

void TestSqliteConnection::nothingPlainLiesOnDisk() {
  auto db = Connection::open(path(), key).value();
  fill(db); // the write-ahead log is still there
  QVERIFY(fs::exists(path("file.db-wal")));
  const Bytes bytes = everyByteOnDisk();
  QVERIFY(asText(bytes).find(planted) == std::string_view::npos);
  QVERIFY(asText(bytes).find("CREATE TABLE") == std::string_view::npos);
  QVERIFY(asText(bytes).find("SQLite format") == std::string_view::npos);
  QVERIFY(asText(bytes).find(asText(key)) == std::string_view::npos);
}

// The control of the test above: the same scan over the same rows, with sealing off.
void TestSqliteConnection::theByteScanFindsAPlantedWordInAPlainFile() {
  auto db = Connection::open(path(), {}).value();
  fill(db);
  QVERIFY(asText(everyByteOnDisk()).find(planted) != std::string_view::npos);
}

void TestSqliteConnection::aTruncatedFileIsNoticed() {
  make(key);
  const Bytes whole = readFile(path(), 10'000'000).value();
  for (const std::size_t size : {std::size_t{100}, std::size_t{4096}, whole.size() / 2, whole.size() - 1}) {
    overwrite(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)));
    auto db = Connection::open(path(), key);
    const Result<void> checked = db ? db->quickCheck() : Result<void>(std::unexpected(db.error()));
    QVERIFY2(!checked, std::to_string(size).c_str());
    const ErrorCode code = checked.error().code;
    QVERIFY2(code == ErrorCode::Damaged || code == ErrorCode::WrongKey, std::to_string(size).c_str());
  }
}

void TestSqliteConnection::flippedBytesAreNoticedWhereverTheyAre() {
  make(key);
  const Bytes whole = readFile(path(), 10'000'000).value();
  for (std::size_t at = 0; at < whole.size(); at += 1999) {
    Bytes flipped = whole;
    flipped[at] = static_cast<std::uint8_t>(flipped[at] ^ 0x10);
    overwrite(flipped);
    auto db = Connection::open(path(), key);
    if (!db) {
      QVERIFY(db.error().code == ErrorCode::WrongKey || db.error().code == ErrorCode::Damaged);
      continue;
    }
    const auto checked = db->quickCheck();
    QVERIFY2(!checked, std::to_string(at).c_str());
    QCOMPARE(checked.error().code, ErrorCode::Damaged);
    // A reader that never asked for a check meets an error too, never other contents.
    auto select = db->prepare("SELECT value FROM t");
    if (!select) continue;
    Result<bool> row = false;
    do {
      row = select->step();
      if (row && *row) QVERIFY(select->columnText(0).starts_with(planted));
    } while (row && *row);
    if (!row) QVERIFY2(row.error().code == ErrorCode::Damaged, row.error().detail.c_str());
  }
}

void TestSqliteConnection::garbageIsNoDatabase() {
  overwrite(Bytes(10'000, 0x41));
  QCOMPARE(Connection::open(path(), key).error().code, ErrorCode::WrongKey);
  QCOMPARE(Connection::open(path(), {}).error().code, ErrorCode::Damaged);
}

void TestSqliteConnection::aMissingFileIsNotMadeUnlessAsked() {
  OpenOptions existing;
  existing.create = false;
  QCOMPARE(Connection::open(path(), key, existing).error().code, ErrorCode::NotFound);
  OpenOptions readOnly;
  readOnly.readOnly = true;
  QCOMPARE(Connection::open(path(), key, readOnly).error().code, ErrorCode::NotFound);
  QVERIFY(!fs::exists(path()));
}

void TestSqliteConnection::anEmptyFileIsDamagedUnlessOneMayBeMade() {
  overwrite({});
  OpenOptions existing;
  existing.create = false;
  QCOMPARE(Connection::open(path(), key, existing).error().code, ErrorCode::Damaged);
  QVERIFY(Connection::open(path(), key));
}

void TestSqliteConnection::aReadOnlyConnectionDoesNotWrite() {
  make(key);
  OpenOptions options;
  options.readOnly = true;
  auto db = Connection::open(path(), key, options).value();
  QCOMPARE(db.queryInt("SELECT count(*) FROM t").value(), std::int64_t{200});
  QCOMPARE(db.run("DELETE FROM t").error().code, ErrorCode::ReadOnly);
}

void TestSqliteConnection::aFolderThatCannotBeWrittenIsReadOnly() {
  QCOMPARE(Connection::open(path("no-such-folder/file.db"), key).error().code, ErrorCode::ReadOnly);
  QCOMPARE(::chmod(path("").c_str(), 0500), 0);
  {
    const test::AsNobody somebody(path(""));
    QVERIFY(somebody);
    const auto opened = Connection::open(path(), key);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::ReadOnly);
  }
  QCOMPARE(::chmod(path("").c_str(), 0700), 0);
}

void TestSqliteConnection::aFullDiskKeepsWhatWasThere() {
  auto db = Connection::open(path(), key).value();
  fill(db, 10);
  QVERIFY(db.execute("PRAGMA max_page_count = 10"));
  {
    auto transaction = Transaction::begin(db).value();
    Result<void> inserted;
    while (inserted)
      inserted = db.run("INSERT INTO t (value) VALUES (?1)", std::string(3000, 'b'));
    QCOMPARE(inserted.error().code, ErrorCode::DiskFull);
  }
  QVERIFY(!db.inTransaction());
  QCOMPARE(db.queryInt("SELECT count(*) FROM t").value(), std::int64_t{10});
  QVERIFY(db.execute("PRAGMA max_page_count = 1000"));
  QVERIFY(db.run("INSERT INTO t (value) VALUES ('again')"));
  QVERIFY(db.quickCheck());
}

void TestSqliteConnection::aSecondWriterIsToldThatTheFileIsInUse() {
  auto first = Connection::open(path(), key).value();
  fill(first);
  auto transaction = Transaction::begin(first).value();
  OpenOptions impatient;
  impatient.busyTimeout = Duration{0};
  auto second = Connection::open(path(), key, impatient).value();
  QCOMPARE(Transaction::begin(second).error().code, ErrorCode::ProfileInUse);
  QCOMPARE(second.queryInt("SELECT count(*) FROM t").value(), std::int64_t{200});
  QVERIFY(transaction.commit());
  QVERIFY(Transaction::begin(second));
}

void TestSqliteConnection::theWriteAheadLogIsDurableAndEmptiedByACheckpoint() {
  auto db = Connection::open(path(), key).value();
  fill(db);
  auto mode = db.prepare("PRAGMA journal_mode").value();
  QVERIFY(mode.step().value());
  QCOMPARE(std::string(mode.columnText(0)), std::string("wal"));
  mode.reset();
  QCOMPARE(db.queryInt("PRAGMA synchronous").value(), std::int64_t{2});
  QCOMPARE(db.queryInt("PRAGMA foreign_keys").value(), std::int64_t{1});
  QVERIFY(fs::file_size(path("file.db-wal")) > 0);
  QVERIFY(db.checkpoint());
  QCOMPARE(fs::file_size(path("file.db-wal")), std::uintmax_t{0});
}

void TestSqliteConnection::sortingStaysInMemory() {
  auto db = Connection::open(path(), key).value();
  QCOMPARE(db.queryInt("PRAGMA temp_store").value(), std::int64_t{2});
}

QTEST_APPLESS_MAIN(TestSqliteConnection)

} // namespace test_sqlite_connection
#include "test_sqlite_connection.moc"
