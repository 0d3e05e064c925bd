// The hub lead's profile open as a session, without a window.
#pragma once

#include "tests/qml/maya.h"
#include "tests/qml/read_only.h"

namespace meridian::test {

struct Dana : Maya {
  std::unique_ptr<Session> session;

  // Her replica is closed from now on.
  void openDana(app::WireFactory wires = {}) {
    dana.reset();
    Session::Options options;
    options.directory = world.root() / "dana";
    options.keyFile = world.root() / "dana.key";
    options.incarnationDirectory = world.root() / "state";
    options.clock = world.clock;
    options.wires = std::move(wires);
    options.demo = true;
    session = std::make_unique<Session>(
        options, app::SessionWishes{.language = "en", .theme = "light", .reducedMotion = true});
    session->start();
    if (!QTest::qWaitFor([&] { return session->hasCampaign(); }, 10'000)) qFatal("the profile did not open");
  }
  // What her replica answers now, behind everything that was asked of it before.
  template <class Question>
  auto answer(Question question) {
    return answerOf(*session, std::move(question));
  }
};

} // namespace meridian::test
