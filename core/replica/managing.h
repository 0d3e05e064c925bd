// Who may add people to a campaign, invite them, confirm them and take an invitation back.
#pragma once

#include <string_view>

#include "core/log/authority.h"
#include "core/replica/replica.h"

namespace meridian::replica {

// The detail of NotAllowed where somebody manages nobody, as a deputy does: what they are told then is who
// does.
inline constexpr std::string_view leadsInvite = "leads add, invite and confirm people";

// NotAllowed: this member manages nobody (leadsInvite), or not somebody of this role; NoCampaign.
[[nodiscard]] Result<void> checkManages(Replica& replica, const SpaceId& campaign, log::Role role,
                                        std::string_view market);

} // namespace meridian::replica
