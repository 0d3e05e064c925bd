// One person's profile with a passphrase, opened by one session after the other, as at each start.
#pragma once

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "app/session_object.h"
#include "core/base/clock.h"

namespace meridian::test {

using Session = app::SessionObject;

struct Person {
  QTemporaryDir folder;
  std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>(*parseInstant("2027-03-10T14:00:00Z"));
  QString passphrase = QStringLiteral("amber kitten orbit velvet noon");
  std::chrono::milliseconds patience = std::chrono::seconds{10};
  std::chrono::milliseconds minute = std::chrono::minutes{1};
  bool keychain = true;
  app::WireFactory wires;

  std::filesystem::path directory() const { return folder.path().toStdString() + "/profile"; }
  std::unique_ptr<Session> session() const {
    Session::Options options;
    options.directory = directory();
    options.incarnationDirectory = folder.path().toStdString() + "/state";
    options.clock = clock;
    options.wires = wires;
    options.keychain = keychain;
    options.keychainPatience = patience;
    options.autoLockMinute = minute;
    return std::make_unique<Session>(options, app::SessionWishes{.language = "en", .theme = "light"});
  }
  // A start of the program.
  std::unique_ptr<Session> started() const {
    auto made = session();
    made->start();
    return made;
  }
  void create() const {
    auto made = started();
    made->createProfile("Maya Collins", "America/Los_Angeles", passphrase);
    if (!waitOpen(*made)) qFatal("the profile was not made");
    // What follows from the passphrase has settled.
    if (keychain) (void)QTest::qWaitFor([&] { return made->unlocking()->keychain(); }, 10'000);
  }
  static bool waitOpen(Session& session) {
    return QTest::qWaitFor([&] { return session.state() == Session::State::Open; }, 20'000);
  }
  std::size_t waysToUnlock() const { return replica::unlockWays(directory())->ways.size(); }
};

} // namespace meridian::test
