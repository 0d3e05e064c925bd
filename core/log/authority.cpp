#include "core/log/authority.h"

#include <algorithm>
#include <cassert>

namespace meridian::log {

namespace {

using envelope::ClearView;
using envelope::Item;
using envelope::ItemId;

bool hasLeadOf(const std::vector<RoleGrant>& roles) {
  return std::ranges::any_of(roles, [](const RoleGrant& grant) {
    return grant.role == Role::BrandLead || grant.role == Role::CampaignLead;
  });
}

bool manages(const std::vector<RoleGrant>& roles, Role role, std::string_view market) {
  return std::ranges::any_of(
      roles, [&](const RoleGrant& grant) { return mayManage(grant.role, grant.market, role, market); });
}

} // namespace

Result<void> Authority::add(const envelope::Change& entry, const std::optional<EntryDetail>& detail) {
  if (auto ok = m_clear.add(entry); !ok) {
    // Once more, now with its detail.
    if (ok.error().code == ErrorCode::AlreadyExists && detail && !m_details.contains(entry.id())) {
      supplyDetail(entry.id(), *detail);
      return {};
    }
    return ok;
  }
  if (detail) m_details.emplace(entry.id(), *detail);
  m_entries.push_back(entry);
  return {};
}

void Authority::supplyDetail(const ChangeId& entry, const EntryDetail& detail) {
  if (!m_clear.has(entry) || !m_details.emplace(entry, detail).second) return;
  // Whatever was judged without it is judged again.
  m_counting = {};
  m_counted = 0;
}

const envelope::ClearAuthority& Authority::counting() const {
  while (m_counted < m_entries.size())
    count(m_entries[m_counted++]);
  return m_counting;
}

void Authority::count(const envelope::Change& entry) const {
  const auto* known = m_clear.entry(entry.id());
  const bool refused = !known->effective || !allows(entry.id(), *known);
  // What the clear half took fits here too: the same entries are here in the same order.
  [[maybe_unused]] const auto added = m_counting.add(entry, refused);
  assert(added);
}

bool Authority::allows(const ChangeId& id, const envelope::AuthorityEntry& entry) const {
  // A join proves itself by its signature, the founder by the campaign's id.
  if (entry.kind == envelope::Kind::Join || entry.parents.empty()) return true;
  const auto atParents = m_counting.at(entry.parents);
  const auto* device = atParents->device(entry.author);
  if (!device) return false;
  if (entry.kind == envelope::Kind::Genesis) {
    auto roles = rolesIn(*atParents, device->member);
    std::erase_if(roles, [](const RoleGrant& grant) { return !grant.confirmed || grant.from || grant.to; });
    return allowsSpace(id, roles);
  }
  for (std::uint32_t index = 0; index < entry.items.size(); ++index)
    if (!allowsItem({id, index}, entry.items[index], *atParents, device->member)) return false;
  return true;
}

bool Authority::allowsSpace(const ChangeId& genesis, const std::vector<RoleGrant>& founder) const {
  const auto found = m_details.find(genesis);
  if (found == m_details.end()) return false;
  if (found->second.kind == SpaceKind::Team) return hasLeadOf(founder);
  if (found->second.kind == SpaceKind::Creator) return manages(founder, Role::Creator, found->second.market);
  return false;
}

bool Authority::allowsItem(const ItemId& id, const Item& item, const ClearView& atParents,
                           const MemberId& author) const {
  auto roles = rolesIn(atParents, author);
  std::erase_if(roles, [](const RoleGrant& grant) { return !grant.confirmed || grant.from || grant.to; });

  const auto gives = [&](envelope::Capability capability) {
    const auto* detail = detailOf(id);
    if (!detail || capability != capabilityOf(detail->role)) return false;
    const bool dated = detail->from || detail->to;
    if (dated && capability == envelope::Capability::Manage) return false;
    return manages(roles, detail->role, detail->market);
  };
  const auto managesInvite = [&](const ItemId& invite) {
    const auto* detail = detailOf(invite);
    return detail && manages(roles, detail->role, detail->market);
  };

  if (const auto* invite = std::get_if<envelope::Invite>(&item)) return gives(invite->capability);
  if (const auto* grant = std::get_if<envelope::Grant>(&item)) return gives(grant->capability);
  if (const auto* withdraw = std::get_if<envelope::Withdraw>(&item)) return managesInvite(withdraw->invite);
  if (const auto* confirm = std::get_if<envelope::Confirm>(&item)) {
    return std::ranges::any_of(atParents.invitations(), [&](const auto& invite) {
      return invite.second.joins.contains(confirm->join) && managesInvite(invite.first);
    });
  }
  if (const auto* device = std::get_if<envelope::DeviceItem>(&item)) {
    if (device->member == author) return true;
    const auto theirs = rolesIn(atParents, device->member);
    return std::ranges::all_of(
        theirs, [&](const RoleGrant& grant) { return manages(roles, grant.role, grant.market); });
  }
  if (std::holds_alternative<envelope::RelayItem>(item)) return hasLeadOf(roles);
  // Members, epochs, key shares and cuts ask for no more than the clear half does.
  return true;
}

const ItemDetail* Authority::detailOf(const ItemId& item) const {
  const auto found = m_details.find(item.change);
  if (found == m_details.end()) return nullptr;
  const auto detail = std::ranges::find(found->second.items, item.index, &ItemDetail::item);
  return detail == found->second.items.end() ? nullptr : &*detail;
}

std::vector<RoleGrant> Authority::rolesIn(const ClearView& view, const MemberId& member) const {
  std::vector<RoleGrant> roles;
  for (const auto& grant : view.grants(member)) {
    RoleGrant role{.id = grant.id,
                   .member = member,
                   .role = Role::BrandLead,
                   .market = {},
                   .from = {},
                   .to = {},
                   .confirmed = grant.confirmed};
    if (!grant.founder) {
      const auto* detail = detailOf(grant.detail);
      if (!detail) continue;
      role.role = grant.confirmed || detail->role == Role::Creator ? detail->role : Role::Viewer;
      role.market = detail->market;
      role.from = detail->from;
      role.to = detail->to;
    }
    roles.push_back(std::move(role));
  }
  return roles;
}

std::optional<SpaceInfo> Authority::space(const SpaceId& space) const {
  if (!counting().hasSpace(space)) return std::nullopt;
  if (space == m_clear.campaign()) return SpaceInfo{space, SpaceKind::Campaign, {}};
  const auto& detail = m_details.at(ChangeId::unchecked(space.view()));
  return SpaceInfo{space, *detail.kind, detail.market};
}

std::vector<SpaceInfo> Authority::spaces() const {
  std::vector<SpaceInfo> result;
  for (const auto& id : counting().spaces())
    if (auto info = space(id)) result.push_back(std::move(*info));
  return result;
}

std::optional<MemberId> Authority::memberOf(const DeviceId& device) const {
  const auto known = counting().device(device);
  if (!known) return std::nullopt;
  return known->member;
}

std::vector<RoleGrant> Authority::rolesAt(const SpaceId& space, const DeviceId& device,
                                          const std::vector<ChangeId>& heads) const {
  if (!counting().capabilityAt(space, device, heads)) return {};
  const auto view = m_counting.at(heads);
  return rolesIn(*view, view->device(device)->member);
}

std::vector<RoleGrant> Authority::roles(const MemberId& member) const {
  return rolesIn(*counting().now(), member);
}

std::vector<RoleGrant> Authority::people(const SpaceId& space) const {
  const auto now = counting().now();
  std::vector<RoleGrant> result;
  for (const auto& member : now->members(space))
    std::ranges::move(rolesIn(*now, member), std::back_inserter(result));
  return result;
}

std::optional<ItemDetail> Authority::invitationDetail(const ItemId& invite) const {
  const auto* detail = detailOf(invite);
  if (!detail || !counting().invitation(invite)) return std::nullopt;
  return *detail;
}

std::vector<ChangeId> Authority::headsFor(const SpaceId& space) const {
  std::vector<ChangeId> heads = m_clear.heads(space);
  if (const auto campaign = m_clear.campaign(); campaign && *campaign != space)
    std::ranges::copy(m_clear.heads(*campaign), std::back_inserter(heads));
  std::ranges::sort(heads);
  return heads;
}

} // namespace meridian::log
