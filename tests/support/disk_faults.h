// When the calls of a disk go wrong. Whoever has the disk says so, and the disk asks before it does a call;
// no file is touched here.
#pragma once

#include <cstdint>
#include <optional>

namespace meridian::test {

// One thread.
class DiskFaults {
 public:
  // Power goes at the n-th write, truncate, sync or delete from now on (0: the next one), and every call
  // after it fails until power is back.
  void cutAt(std::uint64_t n) { m_cutAt = m_boundaries + n; }
  void cutNow() { m_cut = true; }
  [[nodiscard]] bool isCut() const { return m_cut; }
  // Calls that could have been the moment, since the beginning.
  [[nodiscard]] std::uint64_t boundaries() const { return m_boundaries; }

  // The n-th call from now on and `count` - 1 after it return an I/O error.
  void failAt(std::uint64_t n, std::uint64_t count) {
    m_failFrom = m_calls + n;
    m_failUntil = m_failFrom + count;
  }
  // The next `count` syncs return an I/O error, and what they should have kept is not kept.
  void failSyncs(std::uint64_t count) { m_syncsToFail = count; }
  // Calls that went wrong, since the beginning.
  [[nodiscard]] std::uint64_t failures() const { return m_failed; }
  // Of all this nothing is to come, and there is room.
  void mend() {
    m_cutAt = m_failFrom = m_failUntil = never;
    m_syncsToFail = 0;
    m_capacity.reset();
  }

 protected:
  ~DiskFaults() = default;

  // A call fails, without having done anything.
  bool fails() {
    if (m_cut) return failed();
    const auto now = m_calls++;
    return now >= m_failFrom && now < m_failUntil && failed();
  }
  enum class SyncFailure : std::uint8_t { None, Keeps, Loses };
  SyncFailure failsToSync() {
    if (m_syncsToFail == 0) return fails() ? SyncFailure::Keeps : SyncFailure::None;
    --m_syncsToFail;
    (void)failed();
    return SyncFailure::Loses;
  }
  // The power is away, or goes during this call, which may have been done in part.
  bool goesOut() {
    if (!m_cut) m_cut = m_boundaries++ >= m_cutAt;
    return m_cut && failed();
  }
  void endCut() {
    m_cut = false;
    m_cutAt = never;
  }

  // What all files together may grow to.
  void setCapacity(std::optional<std::uint64_t> bytes) { m_capacity = bytes; }
  [[nodiscard]] bool isBounded() const { return m_capacity.has_value(); }
  [[nodiscard]] bool fits(std::uint64_t bytes) { return !m_capacity || bytes <= *m_capacity || !failed(); }

 private:
  static constexpr auto never = UINT64_MAX;

  bool failed() {
    ++m_failed;
    return true;
  }

  bool m_cut = false;
  std::uint64_t m_boundaries = 0, m_cutAt = never;
  std::uint64_t m_calls = 0, m_failFrom = never, m_failUntil = never;
  std::uint64_t m_syncsToFail = 0, m_failed = 0;
  std::optional<std::uint64_t> m_capacity;
};

} // namespace meridian::test
