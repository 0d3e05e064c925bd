// Where "now" comes from. Nothing in core or sync asks the system for the time by another way.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

#include "core/base/time.h"

namespace meridian {

class Clock {
 public:
  virtual ~Clock() = default;
  // Thread-safe. Wall time: may jump when the person or the system sets it.
  [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
};

// Stands where it was put until it is moved; for tests and the simulator.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start) : m_now(start) {}
  [[nodiscard]] Instant now() const override;
  void set(Instant instant);
  void advance(Duration by);

 private:
  mutable std::mutex m_mutex;
  Instant m_now;
};

// Runs at the real clock's pace from a given instant (`--at INSTANT`).
class ShiftedClock final : public Clock {
 public:
  ShiftedClock(Instant at, std::shared_ptr<const Clock> real);
  [[nodiscard]] Instant now() const override;

 private:
  std::shared_ptr<const Clock> m_real;
  Duration m_offset;
};

// Follows a clock file (`--at FILE`): "INSTANT REAL-INSTANT\n", the campaign's instant and the real
// instant at which it was set; time runs on from there. The file is looked at again when its
// modification time changes, at most ten times a second, and never moves this clock backwards.
class FileClock final : public Clock {
 public:
  [[nodiscard]] static Result<std::shared_ptr<FileClock>> open(std::filesystem::path file,
                                                               std::shared_ptr<const Clock> real);
  [[nodiscard]] Instant now() const override;
  // Writes the file whole (temporary file, then rename), for the story and “Jump to next event”.
  [[nodiscard]] static Result<void> write(const std::filesystem::path& file, Instant at, const Clock& real);

 private:
  FileClock(std::filesystem::path file, std::shared_ptr<const Clock> real);
  [[nodiscard]] Result<void> reread() const;

  std::filesystem::path m_file;
  std::shared_ptr<const Clock> m_real;
  mutable std::mutex m_mutex;
  mutable std::filesystem::file_time_type m_modified{};
  mutable Instant m_lookedAt{};
  mutable Duration m_offset{};
  mutable Instant m_latest{};
};

// The clock that `--at VALUE` names: an instant, or else a clock file. Empty: the system's.
[[nodiscard]] Result<std::shared_ptr<const Clock>> clockFromOption(std::string_view value);

} // namespace meridian
