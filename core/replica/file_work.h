// Long work on a file, a piece at a time: whoever owns the replica's thread does other things in between.
#pragma once

#include "core/base/error.h"

namespace meridian::replica {

// Used on the replica's thread while the replica is open. Ending it early leaves nothing behind, and is
// allowed after the replica has gone.
class FileWork {
 public:
  virtual ~FileWork() = default;
  // One piece, some milliseconds long; false once all is done. Not called again then, nor after an error.
  [[nodiscard]] virtual Result<bool> step() = 0;
  [[nodiscard]] std::uint64_t done() const { return m_done; } // bytes
  [[nodiscard]] std::uint64_t all() const { return m_all; }

 protected:
  std::uint64_t m_done = 0, m_all = 0;
};

// To the end at once, where nobody waits for the thread.
[[nodiscard]] inline Result<void> finish(FileWork& work) {
  for (;;) {
    const auto more = work.step();
    if (!more) return std::unexpected(more.error());
    if (!*more) return {};
  }
}

} // namespace meridian::replica
