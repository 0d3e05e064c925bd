// Results in tests: what has to succeed, and what has to be refused.
#pragma once

#include <QtTest>

#include "core/base/error.h"

// The result of an expression that has to succeed; ends the test with its error otherwise.
#define MUST(expression)                                                                                     \
  do {                                                                                                       \
    const auto& result_ = (expression);                                                                      \
    if (!result_)                                                                                            \
      QFAIL(qPrintable(QString::fromStdString(std::string(errorName(result_.error().code)) + " " +           \
                                              result_.error().detail)));                                     \
  } while (false)
#define REFUSED(expression, expected)                                                                        \
  do {                                                                                                       \
    const auto& result_ = (expression);                                                                      \
    QVERIFY2(!result_, "was not refused");                                                                   \
    QCOMPARE(QString::fromStdString(std::string(errorName(result_.error().code))),                           \
             QString::fromStdString(std::string(errorName(expected))));                                      \
  } while (false)

namespace meridian::test {

// Its value; ends the whole program if it failed.
template <class T>
T taken(Result<T> result) {
  if (!result) qFatal("%s %s", errorName(result.error().code).data(), result.error().detail.c_str());
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

} // namespace meridian::test
