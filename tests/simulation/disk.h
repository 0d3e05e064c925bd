// A machine's disk as SQLite sees it: files in memory behind a SQLite VFS of their own. What was not synced
// when the power goes is kept, torn at 512 bytes or dropped, as the dice say; space may run out, and calls
// may fail.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/base/bytes.h"
#include "tests/simulation/dice.h"

namespace meridian::sim {

// One thread. SQLite's files on it are closed before it ends.
class Disk {
 public:
  // `name` is the VFS's and unique in the process.
  Disk(std::string name, std::uint64_t seed);
  ~Disk();
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;

  [[nodiscard]] const std::string& vfs() const;

  // Power goes at the n-th write, sync, truncate or delete from now on (0: the next one), and every call
  // after it fails. The caller then closes what it had open and starts again with powerOn().
  void cutAt(std::uint64_t n);
  void cutNow();
  [[nodiscard]] bool isCut() const;
  // REQUIRES: no file is open.
  void powerOn();
  [[nodiscard]] std::uint64_t
  boundaries() const; // calls that could have been the moment, since the beginning

  // The n-th call from now on and `count - 1` after it return an I/O error.
  void failAt(std::uint64_t n, std::uint64_t count);
  // Nothing grows beyond what is there now and `more` bytes. None: there is room.
  void setRoom(std::optional<std::uint64_t> more);
  void mend(); // of both, and no power cut is to come
  // Of a file beside SQLite's (small_files.h): false if there is no room for so much more.
  [[nodiscard]] bool takes(std::uint64_t more);

  // As somebody copies it who stops the program first. REQUIRES: no file is open.
  using Image = std::map<std::string, Bytes>;
  [[nodiscard]] Image image() const;
  void restore(const Image& image);

  struct State;

 private:
  std::unique_ptr<State> m_state;
};

} // namespace meridian::sim
