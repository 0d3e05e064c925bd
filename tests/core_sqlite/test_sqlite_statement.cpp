#include <QtTest>

#include <limits>

#include "core/sqlite/transaction.h"

namespace test_sqlite_statement {

using namespace meridian;
using namespace meridian::sqlite;

class TestSqliteStatement : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void cleanup() { m_db.reset(); }
  void everyTypeReadsBackAsItWasBound();
  void emptyTextAndBlobAreNotNull();
  void anIdOfAnotherLengthIsDamaged();
  void aColumnOfAnotherTypeIsDamaged();
  void bindingsCopyTheirValues();
  void twoStatementsOfOneTextRunAtOnce();
  void aStatementComesBackUnbound();
  void aTakenKeyAlreadyExists();
  void brokenSqlIsAnError();
  void aCommittedTransactionStays();
  void aDroppedTransactionIsRolledBack();
  void aFailedStatementLeavesTheTransactionOpen();

 private:
  std::int64_t rows() { return m_db->queryInt("SELECT count(*) FROM t").value(); }

  std::optional<Connection> m_db;
};

void TestSqliteStatement::init() {
  m_db.emplace(Connection::open(":memory:", {}).value());
  QVERIFY(m_db->execute("CREATE TABLE t (id INTEGER PRIMARY KEY, value, u UNIQUE)"));
}

void TestSqliteStatement::everyTypeReadsBackAsItWasBound() {
  const auto id = SpaceId::unchecked(Bytes(32, 0xAB));
  auto select = m_db->prepare("SELECT ?1, ?2, ?3, ?4, ?5, ?6").value();
  select.bindAll(std::numeric_limits<std::int64_t>::min(), "Утро 🎬", Bytes{0, 1, 0}, nullptr, id,
                 ~std::uint64_t{0});
  QVERIFY(select.step().value());
  QCOMPARE(select.columnInt(0), std::numeric_limits<std::int64_t>::min());
  QCOMPARE(std::string(select.columnText(1)), std::string("Утро 🎬"));
  QCOMPARE(toHex(select.columnBlob(2)), std::string("000100"));
  QVERIFY(select.columnIsNull(3));
  QVERIFY(select.columnId<SpaceId>(4) == id);
  QCOMPARE(static_cast<std::uint64_t>(select.columnInt(5)), ~std::uint64_t{0});
  QVERIFY(select.check());
  QVERIFY(!select.step().value());
}

void TestSqliteStatement::emptyTextAndBlobAreNotNull() {
  auto select = m_db->prepare("SELECT ?1, ?2").value();
  select.bindAll(std::string_view{}, ByteView{});
  QVERIFY(select.step().value());
  QVERIFY(!select.columnIsNull(0));
  QVERIFY(!select.columnIsNull(1));
  QVERIFY(select.columnText(0).empty());
  QVERIFY(select.columnBlob(1).empty());
  QVERIFY(select.check());
}

void TestSqliteStatement::anIdOfAnotherLengthIsDamaged() {
  auto select = m_db->prepare("SELECT ?1").value();
  select.bindAll(Bytes(31, 1));
  QVERIFY(select.step().value());
  QVERIFY(select.columnId<SpaceId>(0).isZero());
  QCOMPARE(select.check().error().code, ErrorCode::Damaged);
  QCOMPARE(select.step().error().code, ErrorCode::Damaged);
}

void TestSqliteStatement::aColumnOfAnotherTypeIsDamaged() {
  auto select = m_db->prepare("SELECT 'text'").value();
  QVERIFY(select.step().value());
  QCOMPARE(select.columnInt(0), std::int64_t{0});
  QCOMPARE(select.check().error().code, ErrorCode::Damaged);
}

void TestSqliteStatement::bindingsCopyTheirValues() {
  auto select = m_db->prepare("SELECT ?1").value();
  {
    std::string text = "what was bound";
    select.bindAll(text);
    text.assign(text.size(), 'x');
  }
  QVERIFY(select.step().value());
  QCOMPARE(std::string(select.columnText(0)), std::string("what was bound"));
}

void TestSqliteStatement::twoStatementsOfOneTextRunAtOnce() {
  auto first = m_db->prepare("SELECT ?1").value();
  auto second = m_db->prepare("SELECT ?1").value();
  first.bindAll(1);
  second.bindAll(2);
  QVERIFY(first.step().value() && second.step().value());
  QCOMPARE(first.columnInt(0), std::int64_t{1});
  QCOMPARE(second.columnInt(0), std::int64_t{2});
}

void TestSqliteStatement::aStatementComesBackUnbound() {
  {
    auto select = m_db->prepare("SELECT ?1").value();
    select.bindAll("a secret");
    QVERIFY(select.step().value());
  }
  auto again = m_db->prepare("SELECT ?1").value();
  QVERIFY(again.step().value());
  QVERIFY(again.columnIsNull(0));
}

void TestSqliteStatement::aTakenKeyAlreadyExists() {
  QVERIFY(m_db->run("INSERT INTO t (id, u) VALUES (?1, ?2)", 1, "a"));
  QCOMPARE(m_db->lastInsertRowId(), std::int64_t{1});
  QCOMPARE(m_db->changes(), std::int64_t{1});
  QCOMPARE(m_db->run("INSERT INTO t (id, u) VALUES (?1, ?2)", 1, "b").error().code, ErrorCode::AlreadyExists);
  const auto error = m_db->run("INSERT INTO t (id, u) VALUES (?1, ?2)", 2, "a").error();
  QCOMPARE(error.code, ErrorCode::AlreadyExists);
  QVERIFY(error.detail.find("UNIQUE") != std::string::npos);
}

void TestSqliteStatement::brokenSqlIsAnError() {
  QCOMPARE(m_db->prepare("SELEC 1").error().code, ErrorCode::Internal);
  // A double-quoted string would hide a misspelt column.
  QVERIFY(!m_db->prepare("SELECT \"no_such_column\" FROM t"));
  QCOMPARE(m_db->queryInt("SELECT id FROM t").error().code, ErrorCode::NotFound);
}

void TestSqliteStatement::aCommittedTransactionStays() {
  auto transaction = Transaction::begin(*m_db).value();
  QVERIFY(m_db->inTransaction());
  QVERIFY(m_db->run("INSERT INTO t (value) VALUES (1)"));
  QVERIFY(transaction.commit());
  QVERIFY(!m_db->inTransaction());
  QCOMPARE(rows(), std::int64_t{1});
}

void TestSqliteStatement::aDroppedTransactionIsRolledBack() {
  {
    auto transaction = Transaction::begin(*m_db).value();
    QVERIFY(m_db->run("INSERT INTO t (value) VALUES (1)"));
    auto moved = std::move(transaction);
  }
  QVERIFY(!m_db->inTransaction());
  QCOMPARE(rows(), std::int64_t{0});
}

void TestSqliteStatement::aFailedStatementLeavesTheTransactionOpen() {
  auto transaction = Transaction::begin(*m_db).value();
  QVERIFY(m_db->run("INSERT INTO t (id) VALUES (1)"));
  QVERIFY(!m_db->run("INSERT INTO t (id) VALUES (1)"));
  QVERIFY(m_db->run("INSERT INTO t (id) VALUES (2)"));
  QVERIFY(transaction.commit());
  QCOMPARE(rows(), std::int64_t{2});
}

QTEST_APPLESS_MAIN(TestSqliteStatement)

} // namespace test_sqlite_statement
#include "test_sqlite_statement.moc"
