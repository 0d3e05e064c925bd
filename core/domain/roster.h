// What stands in the team's space by name: whom a team without a creator's space knows of, and who was
// invited.
#pragma once

#include <optional>
#include <string>

#include "core/base/id.h"

namespace meridian::domain {

// A key of the team's space: a market's code, then 32 bytes. The market is part of the name, so that who may
// write an entry does not hang on what its writer has seen of it.
struct RosterKey {
  std::string market;
  SpaceId space; // the creator's
};
[[nodiscard]] Bytes toBytes(const RosterKey& key);
[[nodiscard]] std::optional<RosterKey> rosterKeyFrom(ByteView key);

// Authority entries carry no names: whom one invites is told to the team beside it.
struct InviteeKey {
  std::string market; // empty: of all markets
  ChangeId entry;     // that invites
};
[[nodiscard]] Bytes toBytes(const InviteeKey& key);
[[nodiscard]] std::optional<InviteeKey> inviteeKeyFrom(ByteView key);

} // namespace meridian::domain
