// The program's memory (operator new), which may run out where frames and changes are worked on. One for the
// process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace meridian::sim {

class Heap {
 public:
  // How allocations fail: of those of at least `sizeMin` bytes the n-th from now on (0: the next one), and
  // `count` - 1 after it.
  struct Shortage {
    std::uint64_t n = 0, count = 0;
    std::size_t sizeMin = 0;
  };
  static void begin(const Shortage& shortage);
  // What is still to fail; nothing if all of it has.
  static std::optional<Shortage> mend();
  [[nodiscard]] static std::uint64_t failures(); // of the process

  // What the laboratory itself needs meanwhile: connections, disks and clocks have their memory.
  class Spared {
   public:
    Spared();
    ~Spared();
    Spared(const Spared&) = delete;
    Spared& operator=(const Spared&) = delete;
  };
};

} // namespace meridian::sim
