// SQLite's memory, which may run out. One for the process, as SQLite's is.
#pragma once

#include <cstdint>

namespace meridian::sim {

class SqliteMemory {
 public:
  // Once per process, before SQLite is used.
  static void install();
  // The n-th allocation from now on (0: the next one) and `count` - 1 after it fail, while somebody runs
  // whose memory this is.
  static void failAt(std::uint64_t n, std::uint64_t count);
  static void mend();
  // All of the allocations that were to fail have.
  [[nodiscard]] static bool ended();
  // What the laboratory itself reads meanwhile has memory.
  struct Spared {
    Spared();
    ~Spared();
    Spared(const Spared&) = delete;
    Spared& operator=(const Spared&) = delete;
  };
  [[nodiscard]] static std::uint64_t failures(); // since install()
};

} // namespace meridian::sim
