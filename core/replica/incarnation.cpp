#include "core/replica/incarnation.h"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

#include "core/replica/state.h"

namespace meridian::replica {
namespace {

std::string markerText(const Incarnation& incarnation, std::uint64_t writes) {
  char text[48];
  const int size = std::snprintf(text, sizeof text, "%s %020llu\n", incarnation.hex().c_str(),
                                 static_cast<unsigned long long>(writes));
  return {text, static_cast<std::size_t>(size)};
}

std::string readMarker(int descriptor) {
  char text[48];
  const auto size = ::pread(descriptor, text, sizeof text, 0);
  return size > 0 ? std::string(text, static_cast<std::size_t>(size)) : std::string();
}

} // namespace

Result<IncarnationMarker> IncarnationMarker::open(const std::filesystem::path& directory,
                                                  store::ReplicaFile& file, RandomSource& random) {
  auto profile = file.settings.get(setting::profileId);
  auto current = file.settings.get(setting::incarnation);
  auto counted = file.settings.get(setting::writes);
  for (const auto* read : {&profile, &current, &counted})
    if (!*read) return std::unexpected(read->error());
  if (!*profile) return fail(ErrorCode::Damaged, "the profile has no id");
  const std::uint64_t writes = *counted ? std::strtoull((*counted)->c_str(), nullptr, 10) : 0;

  std::error_code error;
  std::filesystem::create_directories(directory, error);
  const auto path = directory / (**profile + ".incarnation");
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return fail(ErrorCode::ReadOnly, "cannot keep the incarnation marker");
  IncarnationMarker marker(descriptor, {}, writes);
  if (*current) {
    const auto known = Incarnation::fromHex(**current);
    if (!known) return fail(ErrorCode::Damaged, "the profile's incarnation");
    if (readMarker(descriptor) == markerText(*known, writes)) {
      marker.m_incarnation = *known;
      return marker;
    }
  }
  if (*current) marker.m_incarnation = Incarnation::fromHex(**current).value_or(Incarnation{});
  auto transaction = store::Transaction::begin(file.connection());
  if (!transaction) return std::unexpected(transaction.error());
  if (auto begun = marker.renew(file, random); !begun) return std::unexpected(begun.error());
  if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
  marker.written();
  return marker;
}

IncarnationMarker::~IncarnationMarker() {
  if (m_descriptor >= 0) ::close(m_descriptor);
}

IncarnationMarker::IncarnationMarker(IncarnationMarker&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_incarnation(other.m_incarnation),
      m_writes(other.m_writes),
      m_before(other.m_before) {}

Result<void> IncarnationMarker::renew(store::ReplicaFile& file, RandomSource& random) {
  if (!m_before) m_before = m_incarnation;
  if (!m_incarnation.isZero())
    if (auto kept = file.settings.set(setting::previousIncarnation, m_incarnation.hex()); !kept) return kept;
  m_incarnation = random.id<Incarnation>();
  return file.settings.set(setting::incarnation, m_incarnation.hex());
}

void IncarnationMarker::takeBack() {
  if (m_before) m_incarnation = *m_before;
  m_before.reset();
}

Result<void> IncarnationMarker::count(store::ReplicaFile& file) {
  // A count that a rollback takes back leaves a gap here, never a value used twice.
  ++m_writes;
  return file.settings.set(setting::writes, std::to_string(m_writes));
}

void IncarnationMarker::written() {
  m_before.reset();
  const std::string text = markerText(m_incarnation, m_writes);
  // A failure leaves the marker behind, which begins a new incarnation at the next start.
  [[maybe_unused]] const auto size = ::pwrite(m_descriptor, text.data(), text.size(), 0);
}

} // namespace meridian::replica
