// A campaign out to a file and in from one, through the replica.
#pragma once

#include <filesystem>
#include <optional>

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

// The changes of the campaign that are held here, and receipts. What is held back for Undo stays back.
// DiskFull, ReadOnly, Io.
[[nodiscard]] Result<BundleSummary> exportBundle(replica::Replica& replica, const SpaceId& campaign,
                                                 const std::filesystem::path& file,
                                                 const BundleContents& contents = {});

// Takes in what is this profile's business, continues a join that was waiting, and writes what follows.
// The relay is asked to compare afterwards, so that it learns what it lacks. NoCampaign if the file is of
// a campaign that is neither held nor being joined, InvitationInvalid if it is of another one than
// `expected`; Damaged, UnsupportedFormat; InvitationUsed and its like from a join.
[[nodiscard]] Result<BundleSummary> importBundle(replica::Replica& replica, const std::filesystem::path& file,
                                                 const std::optional<SpaceId>& expected = {});

} // namespace meridian::app
