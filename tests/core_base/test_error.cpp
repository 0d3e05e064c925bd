#include <QtTest>

#include <set>

#include "core/base/error.h"

namespace test_error {

using namespace meridian;

class TestError : public QObject {
  Q_OBJECT

 private slots:
  void everyNameIsUniqueAndFitForAScript();
  void aClassIsAnExitCode();
};

void TestError::everyNameIsUniqueAndFitForAScript() {
  std::set<std::string_view> names;
  std::size_t codes = 0;
#define X(code, name, cls)                                                                                   \
  names.insert(errorName(ErrorCode::code));                                                                  \
  QCOMPARE(errorName(ErrorCode::code), std::string_view(name));                                              \
  QCOMPARE(errorClass(ErrorCode::code), ErrorClass::cls);                                                    \
  ++codes;
  MERIDIAN_ERROR_CODES(X)
#undef X
  QCOMPARE(names.size(), codes);
  for (const std::string_view name : names) {
    QVERIFY(!name.empty());
    QVERIFY(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
  }
}

void TestError::aClassIsAnExitCode() {
  QCOMPARE(static_cast<int>(errorClass(ErrorCode::NotAllowed)), 1);
  QCOMPARE(static_cast<int>(errorClass(ErrorCode::InvalidArgument)), 2);
  QCOMPARE(static_cast<int>(errorClass(ErrorCode::Offline)), 3);
  QCOMPARE(static_cast<int>(errorClass(ErrorCode::WrongKey)), 4);
}

QTEST_APPLESS_MAIN(TestError)

} // namespace test_error
#include "test_error.moc"
