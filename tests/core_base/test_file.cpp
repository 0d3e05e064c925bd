#include <QtTest>

#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

#include "core/base/file.h"
#include "tests/support/as_nobody.h"

namespace test_file {

using namespace meridian;
namespace fs = std::filesystem;

class TestFile : public QObject {
  Q_OBJECT

 private slots:
  void init() { m_dir = std::make_unique<QTemporaryDir>(); }
  void whatIsWrittenIsReadBack();
  void aWriteReplacesTheWholeFile();
  void refuseLeavesWhatStandsThere();
  void nothingButAPlainFileIsReplaced();
  void onlyTheOwnerMayRead();
  void nothingIsLeftBeside();
  void aLargerFileThanAllowedIsRefused();
  void whatIsMissingIsNotFound();
  void aReadOnlyFolderIsToldApart();

 private:
  fs::path path(const char* name) const { return fs::path(m_dir->path().toStdString()) / name; }

  std::unique_ptr<QTemporaryDir> m_dir;
};

void TestFile::whatIsWrittenIsReadBack() {
  const Bytes contents(100'000, 0x5A);
  QVERIFY(writeFileDurably(path("a"), contents));
  QCOMPARE(readFile(path("a"), contents.size()).value(), contents);
  QVERIFY(writeFileDurably(path("empty"), {}));
  QVERIFY(readFile(path("empty"), 0).value().empty());
}

void TestFile::aWriteReplacesTheWholeFile() {
  QVERIFY(writeFileDurably(path("a"), asBytes("a long text")));
  QVERIFY(writeFileDurably(path("a"), asBytes("short")));
  QCOMPARE(asText(readFile(path("a"), 100).value()), std::string_view("short"));
}

void TestFile::refuseLeavesWhatStandsThere() {
  QVERIFY(writeFileDurably(path("a"), asBytes("first"), IfExists::Refuse));
  QCOMPARE(writeFileDurably(path("a"), asBytes("second"), IfExists::Refuse).error().code,
           ErrorCode::AlreadyExists);
  QCOMPARE(asText(readFile(path("a"), 100).value()), std::string_view("first"));
}

void TestFile::nothingButAPlainFileIsReplaced() {
  QVERIFY(writeFileDurably(path("a"), asBytes("kept")));
  QCOMPARE(::mkfifo(path("pipe").c_str(), 0600), 0);
  fs::create_symlink("a", path("link"));
  fs::create_symlink("nowhere", path("dangling"));
  fs::create_directory(path("folder"));
  for (const char* name : {"pipe", "link", "dangling", "folder"}) {
    const auto before = fs::symlink_status(path(name)).type();
    const auto written = writeFileDurably(path(name), asBytes("new"));
    QVERIFY2(!written, name);
    QCOMPARE(written.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(written.error().detail, std::string(notPlainFile));
    QCOMPARE(fs::symlink_status(path(name)).type(), before);
  }
  QCOMPARE(asText(readFile(path("a"), 100).value()), std::string_view("kept"));
}

void TestFile::onlyTheOwnerMayRead() {
  QVERIFY(writeFileDurably(path("a"), asBytes("x")));
  struct stat info {};
  QCOMPARE(::stat(path("a").c_str(), &info), 0);
  QCOMPARE(info.st_mode & 0777u, 0600u);
}

void TestFile::nothingIsLeftBeside() {
  QVERIFY(writeFileDurably(path("a"), asBytes("x"), IfExists::Refuse));
  (void)writeFileDurably(path("a"), asBytes("y"), IfExists::Refuse);
  QVERIFY(writeFileDurably(path("a"), asBytes("z")));
  QCOMPARE(std::distance(fs::directory_iterator(path(".")), fs::directory_iterator()), 1);
}

void TestFile::aLargerFileThanAllowedIsRefused() {
  QVERIFY(writeFileDurably(path("a"), Bytes(101, 0)));
  QVERIFY(readFile(path("a"), 101));
  QCOMPARE(readFile(path("a"), 100).error().code, ErrorCode::TooLarge);
}

void TestFile::whatIsMissingIsNotFound() {
  QCOMPARE(readFile(path("missing"), 100).error().code, ErrorCode::NotFound);
  QCOMPARE(writeFileDurably(path("no/such/folder"), {}).error().code, ErrorCode::NotFound);
  QVERIFY(!readFile(path("."), 100));
}

void TestFile::aReadOnlyFolderIsToldApart() {
  QVERIFY(writeFileDurably(path("a"), asBytes("kept")));
  QCOMPARE(::chmod(path(".").c_str(), 0500), 0);
  {
    const test::AsNobody somebody(path("."));
    QVERIFY(somebody);
    const auto written = writeFileDurably(path("b"), asBytes("x"));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::ReadOnly);
  }
  QCOMPARE(::chmod(path(".").c_str(), 0700), 0);
  QCOMPARE(readFile(path("a"), 100).value(), Bytes({'k', 'e', 'p', 't'}));
}

QTEST_APPLESS_MAIN(TestFile)

} // namespace test_file
#include "test_file.moc"
