#include <QtTest>

#include <QTemporaryDir>

#include <array>

#include "core/sqlite/migration.h"

namespace test_sqlite_migration {

using namespace meridian;
using namespace meridian::sqlite;

namespace {

constexpr std::array<Migration, 2> released{{
    {1, "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL);"},
    {2, "ALTER TABLE person ADD COLUMN zone TEXT; CREATE INDEX person_name ON person (name);"},
}};
static_assert(inOrder(released));
static_assert(!inOrder(std::array<Migration, 2>{{{2, ""}, {1, ""}}}));
static_assert(!inOrder(std::array<Migration, 2>{{{1, ""}, {3, ""}}}));
static_assert(!inOrder(std::array<Migration, 1>{{{0, ""}}}));

std::string schemaOf(Connection& db) {
  std::string schema;
  auto select = db.prepare("SELECT sql FROM sqlite_schema ORDER BY name").value();
  while (select.step().value())
    schema += std::string(select.columnText(0)) + ";";
  return schema;
}

} // namespace

class TestSqliteMigration : public QObject {
  Q_OBJECT

 private slots:
  void aMigratedFileEqualsAFreshOne();
  void migratingTwiceChangesNothing();
  void aNewerFileIsLeftAlone();
  void aStepThatFailsLeavesNothingBehind();
};

void TestSqliteMigration::aMigratedFileEqualsAFreshOne() {
  auto old = Connection::open(":memory:", {}).value();
  QVERIFY(migrate(old, std::span(released).first(1)));
  QVERIFY(old.run("INSERT INTO person (name) VALUES ('Mira')"));
  QVERIFY(migrate(old, released));
  auto fresh = Connection::open(":memory:", {}).value();
  QVERIFY(migrate(fresh, released));
  QCOMPARE(schemaOf(old), schemaOf(fresh));
  QCOMPARE(old.queryInt("SELECT count(*) FROM person WHERE zone IS NULL").value(), std::int64_t{1});
}

void TestSqliteMigration::migratingTwiceChangesNothing() {
  auto db = Connection::open(":memory:", {}).value();
  QVERIFY(migrate(db, released));
  QVERIFY(migrate(db, released));
  QCOMPARE(db.queryInt("PRAGMA user_version").value(), std::int64_t{2});
}

void TestSqliteMigration::aNewerFileIsLeftAlone() {
  auto db = Connection::open(":memory:", {}).value();
  QVERIFY(migrate(db, released));
  QCOMPARE(migrate(db, std::span(released).first(1)).error().code, ErrorCode::UpdateNeeded);
  QCOMPARE(db.queryInt("PRAGMA user_version").value(), std::int64_t{2});
}

void TestSqliteMigration::aStepThatFailsLeavesNothingBehind() {
  const std::array<Migration, 2> broken{
      {released[0], {2, "CREATE TABLE extra (id); CREATE TABLE person (id);"}}};
  auto db = Connection::open(":memory:", {}).value();
  QVERIFY(!migrate(db, broken));
  QCOMPARE(db.queryInt("PRAGMA user_version").value(), std::int64_t{1});
  QCOMPARE(db.queryInt("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'").value(), std::int64_t{0});
  QVERIFY(migrate(db, released));
}

QTEST_APPLESS_MAIN(TestSqliteMigration)

} // namespace test_sqlite_migration
#include "test_sqlite_migration.moc"
