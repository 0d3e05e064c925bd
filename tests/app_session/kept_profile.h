// A profile as it lies on the disk, to be opened as often as wanted from the same beginning.
#pragma once

#include "tests/core_replica/world.h"

namespace meridian::test {

class KeptProfile {
 public:
  // REQUIRES: it is closed.
  KeptProfile(const World& world, std::string name) : m_world(world), m_name(std::move(name)) {
    copy(m_world.root(), folder("kept"));
  }
  // Another copy each time; the one before is gone. REQUIRES: it is closed.
  void putBack() const {
    std::filesystem::remove_all(place());
    copy(folder("kept"), place());
  }
  // Where the copy and all that belongs to it lies.
  [[nodiscard]] std::filesystem::path place() const { return folder("opened"); }
  [[nodiscard]] replica::OpenOptions options() const {
    auto options = m_world.options(m_name.c_str());
    options.directory = place() / m_name;
    options.incarnationDirectory = place() / "state";
    return options;
  }
  [[nodiscard]] replica::Unlock unlock() const {
    auto unlock = m_world.unlock(m_name.c_str());
    unlock.keyFile = place() / (m_name + ".key");
    return unlock;
  }
  [[nodiscard]] std::unique_ptr<replica::Replica> opened() const {
    putBack();
    auto replica = replica::Replica::open(options(), unlock());
    if (!replica) qFatal("%s does not open", m_name.c_str());
    return std::move(*replica);
  }

 private:
  std::filesystem::path folder(const char* what) const { return m_world.root() / (m_name + "-" + what); }
  void copy(const std::filesystem::path& from, const std::filesystem::path& to) const {
    std::filesystem::create_directories(to);
    for (const auto& part : {m_name, m_name + ".key", std::string("state")})
      std::filesystem::copy(from / part, to / part, std::filesystem::copy_options::recursive);
  }

  const World& m_world;
  std::string m_name;
};

} // namespace meridian::test
