// A campaign out to a file and in from one, through the replica; a piece at a time where somebody waits.
#pragma once

#include <filesystem>
#include <optional>

#include "core/replica/file_work.h"
#include "core/replica/replica.h"

namespace meridian::app {

struct BundleSummary {
  SpaceId campaign;
  std::uint64_t changes = 0; // in the file
  std::uint64_t added = 0;   // new here
  std::uint64_t refused = 0; // not of mine, or not valid
  std::uint64_t blobs = 0, bytes = 0;
  std::uint64_t damagedFiles = 0; // attachments that a disk spoiled: left out, the rest is there
};

// What goes into a file.
struct BundleContents {
  bool files = true;             // every attachment that is complete here
  std::vector<SpaceId> spaces{}; // only these; empty: all that are held here
  std::string invitation{};      // its code, for the file of an invitation
};

// The changes of the campaign that are held here, and receipts. What is held back for Undo or was refused
// stays back. The file has its name when all is done; ended early, it leaves nothing. DiskFull, ReadOnly, Io.
class BundleExport final : public replica::FileWork {
 public:
  [[nodiscard]] static Result<std::unique_ptr<BundleExport>> begin(replica::Replica& replica,
                                                                   const SpaceId& campaign,
                                                                   const std::filesystem::path& file,
                                                                   BundleContents contents = {});
  ~BundleExport() override;
  [[nodiscard]] Result<bool> step() override;
  [[nodiscard]] const BundleSummary& summary() const;

 private:
  struct Pieces;
  explicit BundleExport(std::unique_ptr<Pieces> pieces);
  std::unique_ptr<Pieces> m_pieces;
};

// Takes in what is this profile's business, continues a join that was waiting, and writes what follows.
// The relay is asked to compare afterwards, so that it learns what it lacks. What was taken in stays if it
// ends early. NoCampaign if the file is of a campaign that is neither held nor being joined,
// InvitationInvalid if it is of another one than `expected`; Damaged, UnsupportedFormat; InvitationUsed and
// its like from a join.
class BundleImport final : public replica::FileWork {
 public:
  [[nodiscard]] static Result<std::unique_ptr<BundleImport>>
  begin(replica::Replica& replica, const std::filesystem::path& file,
        const std::optional<SpaceId>& expected = {});
  ~BundleImport() override;
  [[nodiscard]] Result<bool> step() override;
  [[nodiscard]] const BundleSummary& summary() const;

 private:
  struct Pieces;
  explicit BundleImport(std::unique_ptr<Pieces> pieces);
  std::unique_ptr<Pieces> m_pieces;
};

// All at once, where nobody waits for the thread.
[[nodiscard]] Result<BundleSummary> exportBundle(replica::Replica& replica, const SpaceId& campaign,
                                                 const std::filesystem::path& file,
                                                 const BundleContents& contents = {});
[[nodiscard]] Result<BundleSummary> importBundle(replica::Replica& replica, const std::filesystem::path& file,
                                                 const std::optional<SpaceId>& expected = {});

} // namespace meridian::app
