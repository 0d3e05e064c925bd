// An SQLite VFS over the system's that loses its power at a chosen moment: at that call to write, sync,
// truncate or delete, all that was not synced is taken back, and every later call fails until the machine
// is started again.
#pragma once

#include <cstdint>

namespace meridian::test {

class PowerCutVfs {
 public:
  static constexpr const char* name = "power-cut";

  // Registers the VFS once per process; there is one machine.
  static void install();
  // Power goes at the n-th call from now on; 0 is the next one.
  static void cutAt(std::uint64_t n);
  // Power is back, and nothing is cut. REQUIRES: all files of before are closed.
  static void restart();
  [[nodiscard]] static bool isCut();
  // Calls since cutAt() or restart() that could have been the moment.
  [[nodiscard]] static std::uint64_t boundaries();
};

} // namespace meridian::test
