#include "core/base/clock.h"

#include <algorithm>
#include <fstream>
#include <system_error>

namespace meridian {

namespace {

namespace fs = std::filesystem;

constexpr Duration lookInterval = std::chrono::milliseconds{100};
// Two instants with milliseconds, a space and a line end take 50 bytes; anything longer is not a clock file.
constexpr std::size_t clockFileBytesMax = 128;

Result<Duration> offsetFromText(std::string_view text) {
  const auto damaged = [] { return fail(ErrorCode::InvalidArgument, "a clock file holds two instants"); };
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return damaged();
  const auto at = parseInstant(text.substr(0, space));
  const auto setAt = parseInstant(text.substr(space + 1));
  if (!at || !setAt) return damaged();
  return *at - *setAt;
}

Result<std::string> readSmallFile(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorCode::NotFound, "the clock file cannot be opened");
  std::string text(clockFileBytesMax + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad()) return fail(ErrorCode::Io, "the clock file cannot be read");
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > clockFileBytesMax) return fail(ErrorCode::InvalidArgument, "too long for a clock file");
  return text;
}

} // namespace

Instant SystemClock::now() const {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Instant ManualClock::now() const {
  const std::lock_guard lock(m_mutex);
  return m_now;
}

void ManualClock::set(Instant instant) {
  const std::lock_guard lock(m_mutex);
  m_now = instant;
}

void ManualClock::advance(Duration by) {
  const std::lock_guard lock(m_mutex);
  m_now += by;
}

ShiftedClock::ShiftedClock(Instant at, std::shared_ptr<const Clock> real)
    : m_real(std::move(real)), m_offset(at - m_real->now()) {}

Instant ShiftedClock::now() const { return m_real->now() + m_offset; }

FileClock::FileClock(fs::path file, std::shared_ptr<const Clock> real)
    : m_file(std::move(file)), m_real(std::move(real)) {}

Result<std::shared_ptr<FileClock>> FileClock::open(fs::path file, std::shared_ptr<const Clock> real) {
  std::shared_ptr<FileClock> clock(new FileClock(std::move(file), std::move(real)));
  if (auto read = clock->reread(); !read) return std::unexpected(read.error());
  clock->m_lookedAt = clock->m_real->now();
  clock->m_latest = clock->m_lookedAt + clock->m_offset;
  return clock;
}

Instant FileClock::now() const {
  const std::lock_guard lock(m_mutex);
  const Instant real = m_real->now();
  // A real clock that was set back is looked through at once: otherwise the file would wait with it.
  if (real >= m_lookedAt + lookInterval || real < m_lookedAt) {
    m_lookedAt = real;
    std::error_code ec;
    const auto modified = fs::last_write_time(m_file, ec);
    // A file that is gone or malformed leaves the last good state: a running process keeps its time.
    if (!ec && modified != m_modified) (void)reread();
  }
  m_latest = std::max(m_latest, real + m_offset);
  return m_latest;
}

Result<void> FileClock::reread() const {
  // The time stamp is taken before the contents, so that a write in between is seen the next time.
  std::error_code ec;
  const auto modified = fs::last_write_time(m_file, ec);
  if (ec) return fail(ErrorCode::NotFound, "the clock file cannot be opened");
  const auto text = readSmallFile(m_file);
  if (!text) return std::unexpected(text.error());
  m_modified = modified;
  const auto offset = offsetFromText(*text);
  if (!offset) return std::unexpected(offset.error());
  m_offset = *offset;
  return {};
}

Result<void> FileClock::write(const fs::path& file, Instant at, const Clock& real) {
  fs::path temporary = file;
  temporary += ".tmp";
  {
    std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
    out << toIso(at) << ' ' << toIso(real.now()) << '\n';
    out.close();
    if (!out) {
      std::error_code ignored;
      fs::remove(temporary, ignored);
      return fail(ErrorCode::Io, "the clock file cannot be written");
    }
  }
  std::error_code ec;
  fs::rename(temporary, file, ec);
  if (ec) return fail(ErrorCode::Io, "the clock file cannot be replaced");
  return {};
}

Result<std::shared_ptr<const Clock>> clockFromOption(std::string_view value) {
  auto system = std::make_shared<SystemClock>();
  if (value.empty()) return system;
  if (const auto at = parseInstant(value)) return std::make_shared<ShiftedClock>(*at, system);
  auto file = FileClock::open(fs::path(value), system);
  if (!file) {
    return fail(ErrorCode::InvalidArgument, "--at takes an instant or a clock file: " + file.error().detail);
  }
  return *file;
}

} // namespace meridian
