// The roster: what a team without a creator's space knows of them.
#pragma once

#include <optional>
#include <string>

#include "core/base/id.h"

namespace meridian::domain {

// A roster entry's key: the market's code, then the 32 bytes of the creator's space. The market is part of
// the name, so that who may write an entry does not hang on what its writer has seen of it.
struct RosterKey {
  std::string market;
  SpaceId space;
};
[[nodiscard]] Bytes toBytes(const RosterKey& key);
[[nodiscard]] std::optional<RosterKey> rosterKeyFrom(ByteView key);

} // namespace meridian::domain
