// Where the tests run as the superuser, permissions hold only for somebody else.
#pragma once

#include <filesystem>
#include <pwd.h>
#include <unistd.h>

namespace meridian::test {

// For its lifetime the process is nobody, if it was the superuser. `own` belongs to nobody from then on.
class AsNobody {
 public:
  explicit AsNobody(const std::filesystem::path& own) : m_wasRoot(::geteuid() == 0) {
    if (!m_wasRoot) return;
    const auto* nobody = ::getpwnam("nobody");
    m_done = nobody != nullptr && ::chown(own.c_str(), nobody->pw_uid, nobody->pw_gid) == 0 &&
             ::seteuid(nobody->pw_uid) == 0;
  }
  ~AsNobody() {
    if (m_wasRoot && m_done) m_done = ::seteuid(0) == 0;
  }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;
  // Permissions hold for this process now.
  [[nodiscard]] explicit operator bool() const { return m_done; }

 private:
  bool m_wasRoot;
  bool m_done = true;
};

} // namespace meridian::test
