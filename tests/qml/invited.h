// Somebody who was invited, and the profiles of those who are there already.
#pragma once

#include "app/session/invitation_file.h"
#include "tests/qml/maya.h"

namespace meridian::test {

inline constexpr QSize phone{390, 844};

// A device that has no profile yet.
inline Maya::Session::Options nobodyYet(const QTemporaryDir& folder) {
  Maya::Session::Options options;
  options.directory = folder.path().toStdString() + "/profile";
  options.incarnationDirectory = folder.path().toStdString() + "/state";
  return options;
}

struct Invited : Maya {
  replica::Invitation invitation;
  std::filesystem::path file = world.root() / "maya.meridian";

  Invited() {
    writeBrief();
    taken(briefing(*dana).issue(space, false));
    invitation = invitationForMaya(domain::Language::Ru);
    taken(app::writeInvitationFile(*dana, invitation, file));
  }
  Session::Options newcomer() const {
    Session::Options options;
    options.directory = world.root() / "new";
    options.keyFile = world.root() / "new.key";
    options.incarnationDirectory = world.root() / "state";
    options.clock = world.clock;
    options.demo = true;
    return options;
  }
  // A colleague's profile; their replica is closed for it.
  Session::Options of(const char* name) const {
    auto options = newcomer();
    options.directory = world.root() / name;
    options.keyFile = world.root() / (std::string(name) + ".key");
    return options;
  }
};

} // namespace meridian::test
