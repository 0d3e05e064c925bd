#include "core/replica/incarnation.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

#include "core/base/planted.h"
#include "core/replica/state.h"

namespace meridian::replica {
namespace {

constexpr std::size_t hexDigits = 16, countDigits = 20;
constexpr std::size_t olderBytes = hexDigits + 1 + countDigits + 1; // without the count of receipts
constexpr std::size_t markerBytes = olderBytes + 1 + countDigits;

std::optional<std::uint64_t> countFrom(std::string_view digits) {
  std::uint64_t count = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return count;
}

Result<std::uint64_t> counter(store::ReplicaFile& file, std::string_view name) {
  auto kept = file.settings.get(name);
  if (!kept) return std::unexpected(kept.error());
  return *kept ? countFrom(**kept).value_or(0) : 0;
}

// Together with what was noted before and nobody was told yet.
Result<void> note(store::ReplicaFile& file, const SetBack& lost) {
  auto before = noted(file);
  if (!before) return std::unexpected(before.error());
  const SetBack all{lost.writes + (*before ? (*before)->writes : 0),
                    lost.receipts + (*before ? (*before)->receipts : 0)};
  return file.settings.set(setting::setBack, std::to_string(all.writes) + " " + std::to_string(all.receipts));
}

} // namespace

std::string IncarnationMarker::textOf(const Counts& counts) {
  char text[markerBytes + 1];
  (void)std::snprintf(text, sizeof text, "%s %020llu %020llu\n", counts.incarnation.hex().c_str(),
                      static_cast<unsigned long long>(counts.writes),
                      static_cast<unsigned long long>(counts.receipts));
  return text;
}

std::optional<IncarnationMarker::Counts> IncarnationMarker::read(int descriptor, const Counts& file) {
  char bytes[markerBytes + 1];
  const auto size = ::pread(descriptor, bytes, sizeof bytes, 0);
  if (size != static_cast<ssize_t>(markerBytes) && size != static_cast<ssize_t>(olderBytes))
    return std::nullopt;
  const std::string_view text(bytes, static_cast<std::size_t>(size));
  const auto incarnation = Incarnation::fromHex(text.substr(0, hexDigits));
  const auto writes = countFrom(text.substr(hexDigits + 1, countDigits));
  auto receipts = std::optional{file.receipts};
  if (text.size() == markerBytes) receipts = countFrom(text.substr(olderBytes, countDigits));
  if (!incarnation || !writes || !receipts) return std::nullopt;
  return Counts{*incarnation, *writes, *receipts};
}

Result<IncarnationMarker::Counts> IncarnationMarker::countsOf(store::ReplicaFile& file) {
  auto current = file.settings.get(setting::incarnation);
  if (!current) return std::unexpected(current.error());
  auto writes = counter(file, setting::writes);
  auto receipts = counter(file, setting::receipts);
  for (const auto* read : {&writes, &receipts})
    if (!*read) return std::unexpected(read->error());
  Counts counts{{}, *writes, *receipts};
  if (*current) {
    const auto known = Incarnation::fromHex(**current);
    if (!known) return fail(ErrorCode::Damaged, "the profile's incarnation");
    counts.incarnation = *known;
  }
  return counts;
}

Result<IncarnationMarker> IncarnationMarker::open(const std::filesystem::path& directory,
                                                  store::ReplicaFile& file, RandomSource& random) {
  auto profile = file.settings.get(setting::profileId);
  if (!profile) return std::unexpected(profile.error());
  if (!*profile) return fail(ErrorCode::Damaged, "the profile has no id");
  auto counts = countsOf(file);
  if (!counts) return std::unexpected(counts.error());
  const Counts& here = *counts;
  const bool begun = !here.incarnation.isZero();

  std::error_code error;
  std::filesystem::create_directories(directory, error);
  const auto path = directory / (**profile + ".incarnation");
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return fail(ErrorCode::ReadOnly, "cannot keep the incarnation marker");
  IncarnationMarker marker(descriptor, here);
  const auto last = read(descriptor, here);
  if (begun && (last == here || planted(Bug::MissRestoredBackup))) return marker;

  auto transaction = store::Transaction::begin(file.connection());
  if (!transaction) return std::unexpected(transaction.error());
  if (!begun || !last || last->incarnation != here.incarnation || last->writes != here.writes)
    if (auto renewed = marker.renew(file, random); !renewed) return std::unexpected(renewed.error());
  if (last && (last->writes > here.writes || last->receipts > here.receipts)) {
    const SetBack lost{last->writes - std::min(last->writes, here.writes),
                       last->receipts - std::min(last->receipts, here.receipts)};
    if (auto told = note(file, lost); !told) return std::unexpected(told.error());
  }
  if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
  marker.written();
  return marker;
}

IncarnationMarker::~IncarnationMarker() {
  if (m_descriptor >= 0) ::close(m_descriptor);
}

IncarnationMarker::IncarnationMarker(IncarnationMarker&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_counts(other.m_counts),
      m_before(other.m_before) {}

Result<void> IncarnationMarker::renew(store::ReplicaFile& file, RandomSource& random) {
  if (!m_before) m_before = m_counts.incarnation;
  if (!m_counts.incarnation.isZero())
    if (auto kept = file.settings.set(setting::previousIncarnation, m_counts.incarnation.hex()); !kept)
      return kept;
  m_counts.incarnation = random.id<Incarnation>();
  return file.settings.set(setting::incarnation, m_counts.incarnation.hex());
}

void IncarnationMarker::takeBack() {
  if (m_before) m_counts.incarnation = *m_before;
  m_before.reset();
}

Result<void> IncarnationMarker::readAgain(store::ReplicaFile& file) {
  auto counts = countsOf(file);
  if (!counts) return std::unexpected(counts.error());
  m_counts = *counts;
  m_before.reset();
  return {};
}

Result<void> IncarnationMarker::countWrite(store::ReplicaFile& file) {
  // A count that a rollback takes back leaves a gap here, never a value used twice.
  ++m_counts.writes;
  return saveCounts(file);
}

Result<void> IncarnationMarker::countReceipt(store::ReplicaFile& file) {
  ++m_counts.receipts;
  return saveCounts(file);
}

Result<void> IncarnationMarker::saveCounts(store::ReplicaFile& file) {
  if (auto set = file.settings.set(setting::writes, std::to_string(m_counts.writes)); !set) return set;
  return file.settings.set(setting::receipts, std::to_string(m_counts.receipts));
}

// A failure leaves the marker behind, which begins a new incarnation at the next start.
void IncarnationMarker::written() noexcept {
  m_before.reset();
  try {
    const std::string text = textOf(m_counts);
    [[maybe_unused]] const auto size = ::pwrite(m_descriptor, text.data(), text.size(), 0);
  } catch (const std::bad_alloc&) { // no reason to call what is committed a failure
  }
}

Result<std::optional<SetBack>> noted(store::ReplicaFile& file) {
  auto kept = file.settings.get(setting::setBack);
  if (!kept) return std::unexpected(kept.error());
  if (!*kept) return std::optional<SetBack>{};
  const std::string_view text = **kept;
  const auto space = text.find(' ');
  SetBack lost;
  lost.writes = countFrom(text.substr(0, space)).value_or(0);
  if (space != std::string_view::npos) lost.receipts = countFrom(text.substr(space + 1)).value_or(0);
  return std::optional{lost};
}

Result<void> forgetNoted(store::ReplicaFile& file) {
  auto transaction = store::Transaction::begin(file.connection());
  if (!transaction) return std::unexpected(transaction.error());
  if (auto removed = file.settings.remove(setting::setBack); !removed) return removed;
  return transaction->commit();
}

} // namespace meridian::replica
