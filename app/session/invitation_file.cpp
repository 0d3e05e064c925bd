#include "app/session/invitation_file.h"

#include "core/log/compose.h"
#include "sync/bundle/bundle.h"

namespace meridian::app {

Result<BundleSummary> writeInvitationFile(replica::Replica& replica, const replica::Invitation& invitation,
                                          const std::filesystem::path& file) {
  if (!replica.campaign(invitation.campaign)) return fail(ErrorCode::NoCampaign);
  const auto keys = log::invitationKeys(invitation.secret);
  const auto known = replica.authority(invitation.campaign).counting().invitation(keys.sign.id());
  if (!known) return fail(ErrorCode::InvitationInvalid, "not an invitation to this campaign");
  return exportBundle(
      replica, invitation.campaign, file,
      {.files = false, .spaces = known->invite.spaces, .invitation = replica::toCode(invitation)});
}

bool isBundleFile(const std::filesystem::path& file) { return bundle::looksLikeBundle(file); }

Result<replica::Invitation> readInvitationFile(const std::filesystem::path& file) {
  auto reader = bundle::Reader::open(file);
  if (!reader) return std::unexpected(reader.error());
  auto first = reader->next();
  if (!first) return std::unexpected(first.error());
  const auto* carried = *first ? std::get_if<bundle::Invitation>(first->get()) : nullptr;
  if (carried == nullptr) return fail(ErrorCode::InvitationInvalid, "the file carries no invitation");
  auto invitation = replica::findInvitation(carried->code);
  if (invitation && invitation->campaign != reader->campaign())
    return fail(ErrorCode::InvitationInvalid, "the file is of another campaign than its invitation");
  return invitation;
}

Result<SpaceId> joinFromFile(replica::Replica& replica, const replica::Invitation& invitation,
                             const std::filesystem::path& file) {
  auto campaign = replica::Access::join(replica, invitation);
  if (!campaign) return campaign;
  auto taken = importBundle(replica, file, invitation.campaign);
  if (!taken) return std::unexpected(taken.error());
  return campaign;
}

} // namespace meridian::app
