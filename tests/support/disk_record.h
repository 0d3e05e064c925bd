// An SQLite VFS over the system's that keeps all that is written, and the files as a machine may find them
// that lost its power between two calls: what was synced is there, and of everything else any part of it may
// be, in sectors.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/base/bytes.h"

namespace meridian::test {

struct DiskOp {
  enum class Kind : std::uint8_t { Write, Truncate, Sync, Delete } kind = Kind::Write;
  std::string file; // its name, without the folder
  std::uint64_t at = 0;
  Bytes bytes = {};
  std::string note = {}; // what noteEach() gave
};

// One recording per process, on one thread. It must not run while files are open that were opened before it
// began.
class DiskRecord {
 public:
  static constexpr const char* name = "disk-record";
  static constexpr std::size_t sectorBytes = 512;

  // Registers the VFS once per process, and begins anew.
  static void start();
  [[nodiscard]] static const std::vector<DiskOp>& ops();
  // Called before each op, which keeps the answer: what else lies on the disk at that moment.
  static void noteEach(std::function<std::string()> note);
};

// The files of a folder while the ops of a recording happen, one after the other.
class DiskImage {
 public:
  explicit DiskImage(const std::filesystem::path& folder); // before the recording
  void apply(const DiskOp& op);
  // What is found after the power is back: of what was not synced, those sectors and truncations that `kept`
  // says.
  using Kept = std::function<bool(std::size_t op, std::size_t sector)>;
  [[nodiscard]] std::map<std::string, Bytes> afterPowerLoss(const Kept& kept) const;
  [[nodiscard]] std::size_t unsynced() const { return m_unsynced.size(); } // ops

 private:
  static void write(Bytes& file, std::uint64_t at, ByteView bytes);

  std::map<std::string, Bytes> m_synced;
  std::vector<DiskOp> m_unsynced;
};

} // namespace meridian::test
