// An invitation in a file, with the sealed changes that it opens: the brief is readable before any network
// (FORMAT.md §7). The file holds the invitation's one-time secret.
#pragma once

#include "app/session/bundles.h"
#include "core/replica/access.h"

namespace meridian::app {

// The spaces that the invitation opens, as they are held here, without attachments. InvitationInvalid if
// this replica does not know the invitation; DiskFull, ReadOnly, Io.
[[nodiscard]] Result<BundleSummary> writeInvitationFile(replica::Replica& replica,
                                                        const replica::Invitation& invitation,
                                                        const std::filesystem::path& file);

// Whether the file begins as one of Meridian's bundles; anything else may be a text or a picture.
[[nodiscard]] bool isBundleFile(const std::filesystem::path& file);

// The invitation of a whole, unaltered file. UnsupportedFormat for no bundle or a newer one, Damaged if it
// was cut short or altered, InvitationInvalid if it carries none of its own campaign.
[[nodiscard]] Result<replica::Invitation> readInvitationFile(const std::filesystem::path& file);

// Begins to join and takes in what the file brings; the join itself goes out with the next connection. The
// campaign; as Access::join() and importBundle(). After an error of the latter it is being joined all the
// same, by the network alone.
[[nodiscard]] Result<SpaceId> joinFromFile(replica::Replica& replica, const replica::Invitation& invitation,
                                           const std::filesystem::path& file);

} // namespace meridian::app
