// A SQLite VFS that passes everything on to the system's and writes down what reached the disk, in order:
// writes, fsyncs and whatever the test notes in between. It can also let an fsync fail.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace meridian::test {

struct DiskEvent {
  enum class Kind { Write, Sync, Note } kind;
  std::string what; // the file's name without its folder, or the note
  bool operator==(const DiskEvent&) const = default;
};

// Registered under name() as long as it lives; connections end before it does. One thread at a time.
class RecordingVfs {
 public:
  explicit RecordingVfs(std::string name);
  ~RecordingVfs();
  RecordingVfs(const RecordingVfs&) = delete;
  RecordingVfs& operator=(const RecordingVfs&) = delete;

  [[nodiscard]] const std::string& name() const { return m_name; }
  [[nodiscard]] const std::vector<DiskEvent>& events() const;
  void note(std::string what);
  void forget();
  [[nodiscard]] std::size_t syncs() const;
  // The next `count` fsyncs return an I/O error, and nothing is promised about what they should have kept.
  void failSyncs(int count);

  struct Log;

 private:
  std::string m_name;
  std::unique_ptr<Log> m_log;
};

} // namespace meridian::test
