// Which spaces a person of a role holds (DESIGN §3): partial replication is who-has-which-space.
#pragma once

#include <optional>
#include <vector>

#include "core/log/authority.h"
#include "core/store/campaign_table.h"

namespace meridian::replica {

// The campaign's own space first. `creatorSpace` is a creator's own; others get those of their market.
[[nodiscard]] inline std::vector<SpaceId> spacesOfRole(const std::vector<store::SpaceRow>& all,
                                                       const SpaceId& campaign, log::Role role,
                                                       std::string_view market,
                                                       const std::optional<SpaceId>& creatorSpace) {
  using enum log::Role;
  std::vector<SpaceId> spaces{campaign};
  if (role == Viewer) return spaces;
  if (role == Creator) {
    if (creatorSpace) spaces.push_back(*creatorSpace);
    return spaces;
  }
  const bool everyCreator = role == BrandLead || role == CampaignLead || role == CampaignDeputy;
  const bool marketCreators = role == HubLead || role == Deputy;
  for (const auto& space : all) {
    if (space.kind == static_cast<std::uint8_t>(log::SpaceKind::Team)) spaces.push_back(space.id);
    if (space.kind == static_cast<std::uint8_t>(log::SpaceKind::Creator) &&
        (everyCreator || (marketCreators && space.market == market)))
      spaces.push_back(space.id);
  }
  return spaces;
}

// Whether somebody of this role is one of a creator space's first members.
[[nodiscard]] inline bool holdsCreatorSpace(log::Role role, std::string_view roleMarket,
                                            std::string_view market) {
  using enum log::Role;
  if (role == BrandLead || role == CampaignLead || role == CampaignDeputy) return true;
  return (role == HubLead || role == Deputy) && roleMarket == market;
}

} // namespace meridian::replica
