// Keys for who lacks them (DESIGN §6): a device that was added where not all keys were held, an invitation
// whose shares never came, a lead who was confirmed while a creator's space was being made elsewhere.
#include <algorithm>

#include "core/replica/spaces_of_role.h"
#include "core/replica/state.h"

namespace meridian::replica {

std::string setting::keysDue(const SpaceId& campaign) { return "keys-due/" + campaign.hex(); }

namespace {

// Whether a person of this role is to hold the space, by the same rule that gives a newcomer theirs.
bool holdsByRole(const store::SpaceRow& space, const SpaceId& campaign, const log::RoleGrant& grant) {
  if (!grant.confirmed || grant.role == log::Role::Creator) return false;
  const auto spaces = spacesOfRole({space}, campaign, grant.role, grant.market, std::nullopt);
  return std::ranges::find(spaces, space.id) != spaces.end();
}

// Who should hold the space's keys beyond its members: roles that came and spaces that were made without
// knowing of each other.
std::vector<MemberId> missingMembers(const log::Authority& authority, const store::SpaceRow& space,
                                     const SpaceId& campaign, Instant now) {
  std::vector<MemberId> missing;
  if (space.id == campaign) return missing; // everybody with a role is a member there
  const auto members = authority.counting().members(space.id);
  for (const auto& grant : authority.people(campaign)) {
    const bool over = grant.to && *grant.to <= now;
    if (over || !holdsByRole(space, campaign, grant) || std::ranges::binary_search(members, grant.member) ||
        std::ranges::find(missing, grant.member) != missing.end())
      continue;
    missing.push_back(grant.member);
  }
  return missing;
}

// Devices of confirmed members, and invitations that are open or wait for somebody to confirm them.
std::vector<log::KeyRecipient> recipientsOf(const log::Authority& authority, const SpaceId& space,
                                            const std::vector<MemberId>& newMembers, Instant now) {
  const auto& counting = authority.counting();
  std::vector<MemberId> members = newMembers;
  for (const auto& grant : authority.people(space))
    if (grant.confirmed) members.push_back(grant.member);
  std::ranges::sort(members);
  members.erase(std::unique(members.begin(), members.end()), members.end());

  std::vector<log::KeyRecipient> recipients;
  for (const auto& member : members)
    for (const auto& id : counting.devicesOf(member))
      if (const auto device = counting.device(id)) recipients.push_back({id, device->box});
  for (const auto& invitation : counting.invitations()) {
    const auto& invite = invitation.invite;
    const bool open = !invitation.confirmed && !invitation.withdrawn && invitation.joins.size() <= 1 &&
                      (invite.expiry > now || !invitation.joins.empty());
    if (open && counting.opens(invitation, space)) recipients.push_back({invite.sign, invite.box});
  }
  return recipients;
}

} // namespace

Result<void> Replica::State::keysAreDue(const SpaceId& campaign) {
  return file->settings.set(setting::keysDue(campaign), "1");
}

Result<bool> Replica::shareMissingKeys() {
  State& state = *m_state;
  const Instant now = state.clock->now();
  bool wrote = false;
  for (const auto& [id, ignored] : state.campaigns) {
    // Looking reads the log of every space, so only after an entry came.
    const auto due = state.file->settings.get(setting::keysDue(id));
    if (!due) return std::unexpected(due.error());
    if (*due == "0") continue;
    const auto held = spaces(id);
    // All logs first: every entry that is read makes the next judgement go through all of them again.
    for (const auto& space : held)
      if (auto loaded = state.campaignOfSpace(space.id); !loaded) return std::unexpected(loaded.error());
    for (const auto& space : held) {
      auto found = state.campaignOfSpace(space.id);
      if (!found) return std::unexpected(found.error());
      const auto& authority = (*found)->authority;
      if (authority.counting().capability(space.id, device()) != envelope::Capability::Manage) continue;
      const auto newMembers = missingMembers(authority, space, id, now);
      std::vector<envelope::Item> items;
      for (const auto& member : newMembers)
        items.emplace_back(envelope::MemberItem{member});
      const auto recipients = recipientsOf(authority, space.id, newMembers, now);
      for (auto& share : log::shareKeys(state.keyring, space.id, recipients, log::Shares::Lacking))
        items.push_back(std::move(share));
      if (items.empty()) continue;
      auto transaction = Transaction::begin(*this);
      if (!transaction) return std::unexpected(transaction.error());
      if (auto done = transaction->entry(space.id, std::move(items), {}); !done)
        return std::unexpected(done.error());
      if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
      wrote = true;
    }
    if (auto done = state.file->settings.set(setting::keysDue(id), "0"); !done)
      return std::unexpected(done.error());
  }
  return wrote;
}

} // namespace meridian::replica
