// Which life of the profile this is (DESIGN §4). A marker outside the profile's folder, which a restored
// copy of the folder does not bring along, names the incarnation and how often it has written and received.
//
//   marker := incarnation, 16 hexadecimal digits · space · writes, decimal, 20 digits with leading zeros
//             · space · receipts of changes, likewise (older versions left this out) · newline
//
// If marker and replica file disagree on incarnation or writes, the file is not the one that wrote last: an
// older backup, a copy on another machine, a file that lost its end, or (after a power cut) a marker that is
// behind. A new incarnation begins before the first write, which is safe in every case. A marker that is
// ahead proves that something is missing here: that is noted in the file, until the person has been told.
// A copy of the whole disk brings the marker along: then a change of this very incarnation comes back from
// others that is not here, and the incarnation ends too.
#pragma once

#include <filesystem>
#include <optional>

#include "core/base/id.h"
#include "core/base/random.h"
#include "core/store/replica_file.h"

namespace meridian::replica {

// The file lacks what it held when the marker was written.
struct SetBack {
  std::uint64_t writes = 0;   // own ones, that many
  std::uint64_t receipts = 0; // times that changes of others came in
  bool operator==(const SetBack&) const = default;
};

class IncarnationMarker {
 public:
  // Reads marker and file, and begins a new incarnation if they disagree. ReadOnly, Io, DiskFull.
  [[nodiscard]] static Result<IncarnationMarker> open(const std::filesystem::path& directory,
                                                      store::ReplicaFile& file, RandomSource& random);
  ~IncarnationMarker();
  IncarnationMarker(IncarnationMarker&& other) noexcept;
  IncarnationMarker& operator=(IncarnationMarker&&) = delete;

  [[nodiscard]] const Incarnation& incarnation() const { return m_counts.incarnation; }
  // Somebody else writes under this incarnation: begins a new one. Inside a transaction; takeBack() if that
  // is rolled back, written() after its commit.
  [[nodiscard]] Result<void> renew(store::ReplicaFile& file, RandomSource& random);
  void takeBack();
  // Whatever was begun: what the file says counts.
  [[nodiscard]] Result<void> readAgain(store::ReplicaFile& file);
  // Inside the transaction of an own write, or of one that took changes in.
  [[nodiscard]] Result<void> countWrite(store::ReplicaFile& file);
  [[nodiscard]] Result<void> countReceipt(store::ReplicaFile& file);
  // After its commit. Not made durable: a marker that is lost or behind only begins a new incarnation.
  void written() noexcept;

 private:
  struct Counts {
    Incarnation incarnation;
    std::uint64_t writes = 0, receipts = 0;
    bool operator==(const Counts&) const = default;
  };
  IncarnationMarker(int descriptor, const Counts& counts) : m_descriptor(descriptor), m_counts(counts) {}
  // Both counts: what one of them was before a rollback stands in the file again, and not here.
  [[nodiscard]] Result<void> saveCounts(store::ReplicaFile& file);
  // As the file has them; the incarnation is zero before the first.
  [[nodiscard]] static Result<Counts> countsOf(store::ReplicaFile& file);
  [[nodiscard]] static std::string textOf(const Counts& counts);
  // Nothing for what is no marker: missing, cut short, or zeros after a power cut.
  [[nodiscard]] static std::optional<Counts> read(int descriptor, const Counts& file);

  int m_descriptor = -1;
  Counts m_counts;
  std::optional<Incarnation> m_before; // of a renewal that is not committed
};

// What the file itself remembers of it, until the person has been told.
[[nodiscard]] Result<std::optional<SetBack>> noted(store::ReplicaFile& file);
[[nodiscard]] Result<void> forgetNoted(store::ReplicaFile& file);

} // namespace meridian::replica
