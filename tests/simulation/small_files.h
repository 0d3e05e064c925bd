// The files of a machine that do not go through SQLite (vault, key file, incarnation marker, sealed
// attachments, a relay's mark). They lie in a folder of tmpfs, where programs read them as ever; every call
// that changes one passes here (small_files_calls.cpp), so that power may go at it, room may end and calls
// may fail as on the machine's Disk. What was not synced is then kept, torn at 512 bytes or dropped, and what
// was done to a folder since its last sync is undone from some moment on.
#pragma once

#include <filesystem>

#include <sys/types.h>

#include "tests/simulation/disk.h"

namespace meridian::sim {

// What one file holds, and what of it may be lost; its names are somebody else's.
class Contents {
 public:
  Contents() { apply({.kind = test::DiskOp::Kind::Create}); }
  [[nodiscard]] const Bytes& bytes() const { return *m_file.find({}); }
  void put(Bytes bytes) { // durable at once
    m_file = test::DiskFiles(test::DiskFiles::Image{{std::string(), std::move(bytes)}});
  }
  void write(std::uint64_t at, ByteView bytes) {
    apply({.kind = test::DiskOp::Kind::Write, .at = at, .bytes = Bytes(bytes.begin(), bytes.end())});
  }
  void truncate(std::uint64_t size) { apply({.kind = test::DiskOp::Kind::Truncate, .at = size}); }
  void sync() { apply({.kind = test::DiskOp::Kind::Sync}); }
  void losePower(LossByDice& loss);

 private:
  void apply(test::DiskOp op) { m_file.apply(std::move(op)); }

  test::DiskFiles m_file;
};

class SmallFiles {
 public:
  // All below `root`, but for `pictures`, which people keep there.
  SmallFiles(Disk& disk, std::filesystem::path root, std::uint64_t seed, const std::string& name);
  ~SmallFiles();
  SmallFiles(const SmallFiles&) = delete;
  SmallFiles& operator=(const SmallFiles&) = delete;

  // The disk's power goes at the n-th write, sync, creation, renaming or removal from now on (0: the next
  // one).
  void cutAt(std::uint64_t n);
  // The n-th call from now on and `count` - 1 after it fail.
  void failAt(std::uint64_t n, std::uint64_t count);
  void mend(); // of both
  // What the power cut left. REQUIRES: the program has closed all.
  void powerOn();

  // By path below the root; durable at once.
  [[nodiscard]] Disk::Image image() const;
  void restore(const Disk::Image& image);

  struct Counts {
    std::uint64_t boundaries = 0, cuts = 0, failures = 0, undone = 0;
  };
  [[nodiscard]] static Counts& counts(); // of the process

  // What the calls do. Nothing: not a file of anybody's.
  struct Open;
  [[nodiscard]] static SmallFiles* holding(const char* path);
  [[nodiscard]] static Open* opened(int descriptor);
  int open(const char* path, int flags, mode_t mode);
  int makeTemporary(char* pattern);
  int rename(const char* from, const char* to);
  int link(const char* from, const char* to);
  int unlink(const char* path);
  int makeFolder(const char* path, mode_t mode);
  ssize_t write(Open& file, const void* bytes, std::size_t size, off_t at);
  int truncate(Open& file, off_t size);
  int sync(Open& file);
  [[nodiscard]] bool fails(); // with errno, if a call fails now
  static void forget(int descriptor);

 private:
  struct Node {
    Contents file;
    bool isFolder = false;
  };
  using Name = std::pair<std::string, std::shared_ptr<Node>>; // what it names, or nothing
  struct Renaming {
    std::vector<Name> before;
  };

  [[nodiscard]] bool goesOut();
  [[nodiscard]] std::shared_ptr<Node> at(const std::string& path);
  void name(std::vector<Name> now);
  void undo(std::size_t kept);
  void writeOut(const std::map<std::string, std::shared_ptr<Node>>& before);

  Disk& m_disk;
  std::string m_root;
  Dice m_dice;
  std::map<std::string, std::shared_ptr<Node>> m_names;
  std::vector<Renaming> m_renamings; // not durable yet
  std::uint64_t m_calls = 0, m_cutAt = UINT64_MAX, m_access = 0, m_failFrom = UINT64_MAX,
                m_failUntil = UINT64_MAX, m_temporaries = 0;
};

struct SmallFiles::Open {
  SmallFiles* files = nullptr;
  int descriptor = -1;
  std::string path;
  std::shared_ptr<Node> node;
};

} // namespace meridian::sim
