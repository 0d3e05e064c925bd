#include "core/replica/managing.h"

namespace meridian::replica {

Result<void> checkManages(Replica& replica, const SpaceId& campaign, log::Role role,
                          std::string_view market) {
  const auto ref = replica.campaign(campaign);
  if (!ref) return fail(ErrorCode::NoCampaign);
  bool managesSomebody = false;
  for (const auto& grant : replica.authority(campaign).roles(ref->me)) {
    if (log::mayManage(grant.role, grant.market, role, market)) return {};
    managesSomebody |= log::capabilityOf(grant.role) == envelope::Capability::Manage;
  }
  return fail(ErrorCode::NotAllowed,
              managesSomebody ? "not somebody this role manages" : std::string(leadsInvite));
}

} // namespace meridian::replica
