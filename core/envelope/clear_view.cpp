#include "core/envelope/clear_view.h"

#include <algorithm>
#include <cassert>

namespace meridian::envelope {

namespace {

// How a device that several concurrent entries claim finds its person. The founder's and a join are
// signed with the device's own key; a manager's device item is not.
enum Rank { FounderRank, CountingJoinRank, DeviceItemRank, IdleJoinRank };

const std::vector<ClearGrant> noGrants;

} // namespace

std::optional<ChangeId> InviteState::countingJoin() const {
  if (withdrawn) return std::nullopt;
  if (confirmed) return confirmed;
  if (joins.size() == 1) return *joins.begin();
  return std::nullopt;
}

ClearView::ClearView(const AuthorityEntries& entries, const SpaceId& campaign,
                     const std::vector<ChangeId>& heads)
    : m_campaign(campaign) {
  cover(entries, heads);
  // What an item refers to lies in an ancestor, which may come later in this loop: items are collected
  // first and settled when all are here.
  for (const auto& id : m_covered) {
    const auto& entry = entries.at(id);
    if (entry.effective) collect(id, entry);
  }
  settleInvitations(entries);
  for (const auto& [device, candidate] : m_candidates)
    m_devices.emplace(device, candidate.device);
  for (auto& [member, grants] : m_grants)
    std::ranges::sort(grants, {}, [](const ClearGrant& grant) { return grant.id; });
  settleMembers();
}

void ClearView::cover(const AuthorityEntries& entries, const std::vector<ChangeId>& heads) {
  std::vector<ChangeId> open = heads;
  while (!open.empty()) {
    const ChangeId id = open.back();
    open.pop_back();
    if (!m_covered.insert(id).second) continue;
    const auto& parents = entries.at(id).parents;
    open.insert(open.end(), parents.begin(), parents.end());
  }
}

void ClearView::collect(const ChangeId& id, const AuthorityEntry& entry) {
  for (std::uint32_t index = 0; index < entry.items.size(); ++index) {
    const ItemId itemId{id, index};
    const Item& item = entry.items[index];
    if (const auto* founder = std::get_if<Founder>(&item)) {
      const auto member = MemberId::unchecked(id.view());
      m_introduced.insert(member);
      propose(founder->device, {FounderRank, {member, founder->box, id}});
      m_grants[member].push_back({.id = itemId,
                                  .detail = itemId,
                                  .member = member,
                                  .capability = Capability::Manage,
                                  .founder = true});
    } else if (const auto* invite = std::get_if<Invite>(&item)) {
      auto& state = m_invites[itemId];
      state.invite = invite;
      state.by = entry.author;
    } else if (const auto* join = std::get_if<Join>(&item)) {
      m_invites[join->invite].joins.insert(id);
      m_introduced.insert(MemberId::unchecked(id.view()));
    } else if (const auto* confirm = std::get_if<Confirm>(&item)) {
      m_confirmsOf[confirm->join].insert(itemId);
    } else if (const auto* grant = std::get_if<Grant>(&item)) {
      m_grants[grant->member].push_back(
          {.id = itemId, .detail = itemId, .member = grant->member, .capability = grant->capability});
    } else if (const auto* device = std::get_if<DeviceItem>(&item)) {
      propose(device->device, {DeviceItemRank, {device->member, device->box, id}});
    } else if (const auto* member = std::get_if<MemberItem>(&item)) {
      m_members[entry.space].insert(member->member);
    } else if (const auto* relay = std::get_if<RelayItem>(&item)) {
      m_relays.insert(relay->relay);
    } else if (const auto* withdraw = std::get_if<Withdraw>(&item)) {
      m_invites[withdraw->invite].withdrawn = true;
    }
  }
}

void ClearView::propose(const DeviceId& device, const Candidate& candidate) {
  const auto [place, isNew] = m_candidates.emplace(device, candidate);
  if (isNew) return;
  const auto order = [](const Candidate& c) { return std::pair{c.rank, c.device.since}; };
  if (order(candidate) < order(place->second)) place->second = candidate;
}

void ClearView::settleInvitations(const AuthorityEntries& entries) {
  for (auto& [inviteId, state] : m_invites) {
    for (const auto& join : state.joins) {
      const auto confirms = m_confirmsOf.find(join);
      if (confirms == m_confirmsOf.end()) continue;
      const ItemId& first = *confirms->second.begin();
      if (state.confirm && *state.confirm < first) continue;
      state.confirm = first;
      state.confirmed = join;
    }
    const auto counting = state.countingJoin();
    for (const auto& join : state.joins) {
      const auto& entry = entries.at(join);
      const auto member = MemberId::unchecked(join.view());
      const auto rank = counting == join ? CountingJoinRank : IdleJoinRank;
      propose(entry.author, {rank, {member, std::get<Join>(entry.items.front()).box, join}});
    }
    if (!counting) continue;
    const auto member = MemberId::unchecked(counting->view());
    // Nobody manages before a manager confirmed them.
    const auto capability =
        state.confirm ? state.invite->capability : std::min(state.invite->capability, Capability::Write);
    m_grants[member].push_back({.id = state.confirm.value_or(inviteId),
                                .detail = inviteId,
                                .member = member,
                                .capability = capability,
                                .confirmed = state.confirm.has_value()});
  }
}

void ClearView::settleMembers() {
  // An inviter may have come by invitation too: repeated until nobody is added, at most once a person.
  for (bool added = true; added;) {
    added = false;
    for (const auto& [inviteId, state] : m_invites) {
      const auto join = state.countingJoin();
      if (!join) continue;
      const auto member = MemberId::unchecked(join->view());
      for (const auto& space : state.invite->spaces) {
        if (space == m_campaign || isMember(space, member)) continue;
        if (capability(space, state.by) != Capability::Manage) continue;
        m_members[space].insert(member);
        added = true;
      }
    }
  }
}

const KnownDevice* ClearView::device(const DeviceId& device) const {
  const auto found = m_devices.find(device);
  return found == m_devices.end() ? nullptr : &found->second;
}

const std::vector<ClearGrant>& ClearView::grants(const MemberId& member) const {
  const auto found = m_grants.find(member);
  return found == m_grants.end() ? noGrants : found->second;
}

bool ClearView::isMember(const SpaceId& space, const MemberId& member) const {
  if (space == m_campaign) return m_grants.contains(member);
  const auto found = m_members.find(space);
  return found != m_members.end() && found->second.contains(member);
}

std::vector<MemberId> ClearView::members(const SpaceId& space) const {
  std::vector<MemberId> result;
  if (space == m_campaign) {
    for (const auto& [member, grants] : m_grants)
      result.push_back(member);
  } else if (const auto found = m_members.find(space); found != m_members.end()) {
    result.assign(found->second.begin(), found->second.end());
  }
  return result;
}

std::optional<Capability> ClearView::capability(const MemberId& member) const {
  std::optional<Capability> best;
  for (const auto& grant : grants(member))
    if (!best || *best < grant.capability) best = grant.capability;
  return best;
}

std::optional<Capability> ClearView::capability(const SpaceId& space, const DeviceId& device) const {
  const auto* known = this->device(device);
  if (!known || !isMember(space, known->member)) return std::nullopt;
  return capability(known->member);
}

} // namespace meridian::envelope
