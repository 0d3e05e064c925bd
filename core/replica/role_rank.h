// Of several roles of one person the one that may do most names them.
#pragma once

#include <algorithm>
#include <array>

#include "core/log/authority.h"

namespace meridian::replica {

[[nodiscard]] constexpr int rankOf(log::Role role) {
  using enum log::Role;
  constexpr std::array ascending{Viewer,  Creator,        Agency,       Analyst,  Deputy,
                                 HubLead, CampaignDeputy, CampaignLead, BrandLead};
  return static_cast<int>(std::ranges::find(ascending, role) - ascending.begin());
}

// Whether a grant gives something at an instant: confirmed, and between its dates.
[[nodiscard]] inline bool holdsAt(const log::RoleGrant& grant, Instant at) {
  return grant.confirmed && (!grant.from || *grant.from <= at) && (!grant.to || at < *grant.to);
}

} // namespace meridian::replica
