// Which life of the profile this is (DESIGN §4). A marker outside the profile's folder, which a restored
// copy of the folder does not bring along, names the incarnation and how often it has written.
//
//   marker := incarnation, 16 hexadecimal digits · space · writes, decimal, 20 digits with leading zeros ·
//   newline
//
// If marker and replica file disagree, the file is not the one that wrote last: an older backup, a copy on
// another machine, or (after a power cut) a marker that is behind. A new incarnation begins before the
// first write, which is safe in every case. A copy of the whole disk brings the marker along: then a change
// of this very incarnation comes back from others that is not here, and the incarnation ends too.
#pragma once

#include <filesystem>
#include <optional>

#include "core/base/id.h"
#include "core/base/random.h"
#include "core/store/replica_file.h"

namespace meridian::replica {

class IncarnationMarker {
 public:
  // Reads marker and file, and begins a new incarnation if they disagree. ReadOnly, Io, DiskFull.
  [[nodiscard]] static Result<IncarnationMarker> open(const std::filesystem::path& directory,
                                                      store::ReplicaFile& file, RandomSource& random);
  ~IncarnationMarker();
  IncarnationMarker(IncarnationMarker&& other) noexcept;
  IncarnationMarker& operator=(IncarnationMarker&&) = delete;

  [[nodiscard]] const Incarnation& incarnation() const { return m_incarnation; }
  // Somebody else writes under this incarnation: begins a new one. Inside a transaction; takeBack() if that
  // is rolled back, written() after its commit.
  [[nodiscard]] Result<void> renew(store::ReplicaFile& file, RandomSource& random);
  void takeBack();
  // Inside the transaction of an own write.
  [[nodiscard]] Result<void> count(store::ReplicaFile& file);
  // After its commit. Not made durable: a marker that is lost or behind only begins a new incarnation.
  void written();

 private:
  IncarnationMarker(int descriptor, const Incarnation& incarnation, std::uint64_t writes)
      : m_descriptor(descriptor), m_incarnation(incarnation), m_writes(writes) {}

  int m_descriptor = -1;
  Incarnation m_incarnation;
  std::uint64_t m_writes = 0;
  std::optional<Incarnation> m_before; // of a renewal that is not committed
};

} // namespace meridian::replica
