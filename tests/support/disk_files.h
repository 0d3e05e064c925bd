// What lies on a disk: files as the system shows them, and what of them a loss of power leaves. Nothing of
// SQLite is here: a virtual disk does its ops on one of these, and what was recorded of them can be done
// again on another.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"

namespace meridian::test {

// All that changes a disk.
struct DiskOp {
  // SyncFolder: what happened to names is durable.
  enum class Kind : std::uint8_t { Create, Write, Truncate, Sync, Delete, SyncFolder } kind = Kind::Write;
  std::string file = {}; // its path; of the folder: none
  std::uint64_t at = 0;  // of a write; the new size of a truncate
  Bytes bytes = {};      // of a write

  [[nodiscard]] bool changes() const { return kind == Kind::Write || kind == Kind::Truncate; }
};

// What is left of that which was not synced when the power went.
class PowerLoss {
 public:
  static constexpr std::size_t sectorBytes = 512;

  virtual ~PowerLoss() = default;
  // First, for each removed name that nothing took since: whether its file is there again.
  virtual bool undoesRemoval(const std::string& path) = 0;
  // Then file by file, in the order of their paths, for each of its ops in their order: whether this sector
  // of the file was written. A truncate is asked for once, as sector 0. `number` counts what the disk has
  // done.
  virtual bool keeps(std::uint64_t number, const DiskOp& op, std::uint64_t sector) = 0;
  // And last for that file, if it was never synced: whether its name is there.
  virtual bool keepsName(const std::string& path) = 0;
};

// The worst: nothing that was not synced.
class EverythingUnsyncedLost final : public PowerLoss {
 public:
  bool undoesRemoval(const std::string&) override { return true; }
  bool keeps(std::uint64_t, const DiskOp&, std::uint64_t) override { return false; }
  bool keepsName(const std::string&) override { return false; }
};

class DiskFiles {
 public:
  using Image = std::map<std::string, Bytes>; // by path

  DiskFiles() = default;
  explicit DiskFiles(const Image& image); // all of it durable

  [[nodiscard]] const Bytes* find(const std::string& path) const; // null: no such file
  [[nodiscard]] Image image() const;
  [[nodiscard]] std::uint64_t used() const;                        // bytes
  [[nodiscard]] std::optional<std::uint64_t> lastUnsynced() const; // the number of the last op to be lost

  // A sync of the file went wrong: what it should have kept is seen as long as there is power, and is on no
  // disk, however often it is synced from now on.
  void loseUnsynced(const std::string& path);
  // REQUIRES: the file is there, or is to be created.
  void apply(DiskOp op);
  // Afterwards everything that is there is durable.
  void losePower(PowerLoss& loss);

 private:
  struct Unsynced {
    std::uint64_t number = 0;
    DiskOp op;
    bool lost = false;
  };
  struct File {
    Bytes bytes;
    Bytes synced; // what the last sync promised; the unsynced ops make `bytes` of it
    std::vector<Unsynced> unsynced;
    bool everSynced = false;

    void sync(); // what was lost aside
    void losePower(PowerLoss& loss);
  };

  std::map<std::string, File> m_files;
  std::map<std::string, File> m_removed; // and it is not durable that they are
  std::uint64_t m_done = 0;              // ops
};

} // namespace meridian::test
