// Waiting for the profile of an open session: not for a time, but until it has answered.
#pragma once

#include <QCoreApplication>
#include <QtTest>

#include "app/session_object.h"

namespace meridian::test {

// What its replica answers now, behind everything that was asked of it before.
template <class Question>
auto answerOf(app::SessionObject& session, Question question) {
  std::optional<decltype(question(*session.core().replica()))> answer;
  session.core().ask(&session, std::move(question), [&](auto given) { answer.emplace(std::move(given)); });
  if (!QTest::qWaitFor([&] { return answer.has_value(); }, 60'000)) qFatal("nothing was answered");
  return std::move(*answer);
}

// What was asked of it is answered, and so is what was asked because of the answers: what would show by then
// shows now. Long work on files goes on.
inline void answered(app::SessionObject& session) {
  for (int turn = 0; turn < 3; ++turn) {
    QCoreApplication::processEvents(); // whoever means to ask has asked
    (void)answerOf(session, [](replica::Replica&) { return true; });
  }
  QCoreApplication::processEvents();
}

} // namespace meridian::test
