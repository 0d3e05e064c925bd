// A disk in memory, as SQLite sees it: a VFS of its own. It brings together what lies on it (DiskFiles), what
// goes wrong (DiskFaults), and who is told what happens.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "tests/support/disk_faults.h"
#include "tests/support/disk_files.h"

namespace meridian::test {

// One thread, and one connection to a file: nothing is locked. SQLite's files on it are closed before it
// ends.
class VirtualDisk : public DiskFaults {
 public:
  // `name` is the VFS's and unique in the process.
  explicit VirtualDisk(std::string name);
  ~VirtualDisk();
  VirtualDisk(const VirtualDisk&) = delete;
  VirtualDisk& operator=(const VirtualDisk&) = delete;

  [[nodiscard]] const std::string& vfs() const;

  // After a cut; `loss` says what is left of what was not synced. REQUIRES: no file is open.
  void powerOn(PowerLoss& loss);
  // Nothing grows beyond what is there now and `more` bytes. None: there is room.
  void setRoom(std::optional<std::uint64_t> more);
  // For files that lie beside SQLite's and share their room: whether so much more fits; it is taken then.
  [[nodiscard]] bool takes(std::uint64_t more);
  // SQLite is in a call of some disk: what that needs of memory is the machine's own.
  [[nodiscard]] static bool isServing();

  // Is told each op that is done, just before; a call that fails is none. Files that are closed late are told
  // of, too. Empty: nobody.
  using Observer = std::function<void(const DiskOp&)>;
  void observe(Observer observer);

  // As somebody copies it who stops the program first. REQUIRES: no file is open.
  using Image = DiskFiles::Image;
  [[nodiscard]] Image image() const;
  void restore(const Image& image);

 private:
  struct Calls;
  struct Vfs;

  void apply(DiskOp op);

  [[nodiscard]] std::uint64_t used() const { return m_files.used() + m_beside; }

  DiskFiles m_files;
  std::uint64_t m_beside = 0; // bytes of files that are not SQLite's
  Observer m_observer;
  std::unique_ptr<Vfs> m_vfs;
};

// Takes a closed database with its log out of the file system.
[[nodiscard]] VirtualDisk::Image takenOut(const std::filesystem::path& database);

} // namespace meridian::test
