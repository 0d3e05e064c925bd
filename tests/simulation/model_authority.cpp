#include "tests/simulation/model_authority.h"

#include <algorithm>

#include "core/crypto/signing/domains.h"

namespace meridian::sim {
namespace {

using envelope::Capability;
using envelope::Item;
using envelope::ItemId;
using envelope::Kind;

template <class T>
bool is(const Item& item) {
  return std::holds_alternative<T>(item);
}
template <class T>
std::size_t count(const std::vector<Item>& items) {
  return static_cast<std::size_t>(std::ranges::count_if(items, is<T>));
}

bool mayManage(const std::vector<AuthorityModel::Role>& roles, log::Role role, const std::string& market) {
  return std::ranges::any_of(
      roles, [&](const auto& mine) { return log::mayManage(mine.role, mine.market, role, market); });
}
bool isLead(const std::vector<AuthorityModel::Role>& roles) {
  return std::ranges::any_of(roles, [](const auto& mine) {
    return mine.role == log::Role::BrandLead || mine.role == log::Role::CampaignLead;
  });
}
MemberId memberBy(const ChangeId& entry) { return MemberId::unchecked(entry.view()); }

} // namespace

AuthorityModel::AuthorityModel(const SpaceId& campaign, const std::vector<Entry>& entries)
    : m_campaign(campaign) {
  for (const auto& entry : entries) {
    if (!entry.change.known() || entry.change.chain() != envelope::Chain::Authority) continue;
    auto items = envelope::decodeItems(entry.change.clear());
    if (items) m_entries.insert({entry.change.id(), {entry.change, std::move(*items), entry.detail}});
  }
}

bool AuthorityModel::has(const ChangeId& entry) const { return fits(entry); }

std::optional<SpaceId> AuthorityModel::spaceOf(const ChangeId& entry) const {
  return fits(entry) ? std::optional(m_entries.at(entry).change.space()) : std::nullopt;
}

bool AuthorityModel::hasShape(const Known& entry) const {
  const auto& items = entry.items;
  const auto& header = entry.change.header();
  const auto kind = Kind{header.kind};
  if (kind == Kind::Genesis) {
    if (items.empty() || count<envelope::Founder>(items) + count<envelope::OfCampaign>(items) != 1)
      return false;
    const auto* founder = std::get_if<envelope::Founder>(&items.front());
    const auto* of = std::get_if<envelope::OfCampaign>(&items.front());
    if (founder == nullptr && of == nullptr) return false;
    if (founder && (founder->device != header.device || !header.heads.empty() ||
                    entry.change.space() != m_campaign || count<envelope::MemberItem>(items) > 0))
      return false;
    if (of && (of->campaign != m_campaign || header.heads.empty() || count<envelope::RelayItem>(items) > 0))
      return false;
    return count<envelope::Join>(items) + count<envelope::Invite>(items) + count<envelope::Confirm>(items) +
               count<envelope::Grant>(items) + count<envelope::Cut>(items) +
               count<envelope::DeviceItem>(items) + count<envelope::Withdraw>(items) ==
           0;
  }
  if (header.heads.empty()) return false;
  if (kind == Kind::Join) return items.size() == 1 && is<envelope::Join>(items.front());
  return count<envelope::Founder>(items) + count<envelope::OfCampaign>(items) +
             count<envelope::Join>(items) ==
         0;
}

bool AuthorityModel::fits(const ChangeId& id) const {
  if (const auto known = m_fits.find(id); known != m_fits.end()) return known->second;
  const auto found = m_entries.find(id);
  const auto decide = [&] {
    if (found == m_entries.end() || !hasShape(found->second)) return false;
    const auto& change = found->second.change;
    const auto& header = change.header();
    bool ownLog = Kind{header.kind} == Kind::Genesis;
    for (const auto& parent : header.heads) {
      const auto space = spaceOf(parent);
      if (!space || (*space != change.space() && *space != m_campaign)) return false;
      ownLog |= *space == change.space();
    }
    if (!ownLog) return false;
    if (header.seq == 1) return true;
    return spaceOf(header.prev) == change.space() &&
           m_entries.at(header.prev).change.header().device == header.device;
  };
  return m_fits[id] = decide();
}

std::set<ChangeId> AuthorityModel::past(const std::vector<ChangeId>& heads) const {
  std::set<ChangeId> all;
  for (const auto& head : heads) {
    if (!fits(head) || !all.insert(head).second) continue;
    all.merge(past(m_entries.at(head).change.header().heads));
  }
  return all;
}

bool AuthorityModel::counts(Half half, const ChangeId& id) const {
  if (const auto known = m_counts.find({half, id}); known != m_counts.end()) return known->second;
  // What the clear half finds without effect has none, whoever reads the rest.
  const bool result = fits(id) && (half == Half::Clear || counts(Half::Clear, id)) && judge(half, id);
  return m_counts[{half, id}] = result;
}

bool AuthorityModel::judge(Half half, const ChangeId& id) const {
  const auto& entry = m_entries.at(id);
  const auto& header = entry.change.header();
  const auto kind = Kind{header.kind};
  if (kind == Kind::Genesis && is<envelope::Founder>(entry.items.front())) return true;
  const View& at = view(half, header.heads);
  // Nobody goes back behind the own last word that counted.
  if (header.seq > 1) {
    ChangeId last = header.prev;
    while (!counts(half, last) && m_entries.at(last).change.header().seq > 1)
      last = m_entries.at(last).change.header().prev;
    if (counts(half, last) && !at.past.contains(last)) return false;
  }
  const auto known = at.devices.find(header.device);
  if (kind == Kind::Join) {
    const auto& join = std::get<envelope::Join>(entry.items.front());
    const auto invitation = at.invitations.find(join.invite);
    if (entry.change.space() != m_campaign || invitation == at.invitations.end()) return false;
    const auto& invite = invitation->second;
    if (invite.withdrawn || invite.confirmed || header.device == invite.invite.sign) return false;
    if (known != at.devices.end() && capability(at, known->second)) return false;
    return signing::verify(invite.invite.sign.bytes, signing::domains::signJoin,
                           envelope::joinMessage(m_campaign, join.invite, header.device, join.box),
                           join.signature);
  }
  const bool genesis = kind == Kind::Genesis;
  const auto may = capability(at, genesis ? m_campaign : entry.change.space(), header.device);
  if (!may) return false;
  const MemberId author = known->second;
  if (genesis) {
    if (may != Capability::Manage) return false;
    for (const auto& item : entry.items)
      if (const auto* member = std::get_if<envelope::MemberItem>(&item);
          member && !at.introduced.contains(member->member))
        return false;
    if (half == Half::Clear) return true;
    const auto roles = firmRoles(at, author);
    if (!entry.detail || !entry.detail->kind) return false;
    if (entry.detail->kind == log::SpaceKind::Team) return isLead(roles);
    return entry.detail->kind == log::SpaceKind::Creator &&
           mayManage(roles, log::Role::Creator, entry.detail->market);
  }
  if (may != Capability::Manage) {
    const bool shares = std::ranges::all_of(entry.items, [&](const Item& item) {
      const auto* share = std::get_if<envelope::KeyShare>(&item);
      return share && std::ranges::all_of(share->recipients, [&](const auto& to) {
               const auto device = at.devices.find(to.id);
               return device != at.devices.end() && device->second == author;
             });
    });
    if (may < Capability::Write || entry.items.empty() || !shares) return false;
  } else if (!std::ranges::all_of(entry.items,
                                  [&](const Item& item) { return clearItem(entry, item, author, at); })) {
    return false;
  }
  if (half == Half::Clear) return true;
  for (std::uint32_t i = 0; i < entry.items.size(); ++i)
    if (!sealedItem({id, i}, entry.items[i], author, at)) return false;
  return true;
}

bool AuthorityModel::clearItem(const Known& entry, const Item& item, const MemberId& author,
                               const View& at) const {
  const bool inCampaign = entry.change.space() == m_campaign;
  const bool ofCampaign = is<envelope::Invite>(item) || is<envelope::Confirm>(item) ||
                          is<envelope::Grant>(item) || is<envelope::DeviceItem>(item) ||
                          is<envelope::RelayItem>(item) || is<envelope::Withdraw>(item);
  if (inCampaign ? is<envelope::MemberItem>(item) : ofCampaign) return false;
  if (const auto* invite = std::get_if<envelope::Invite>(&item))
    return !at.devices.contains(invite->sign) && std::ranges::none_of(at.invitations, [&](const auto& known) {
      return known.second.invite.sign == invite->sign;
    });
  if (const auto* confirm = std::get_if<envelope::Confirm>(&item)) {
    const auto of = std::ranges::find_if(
        at.invitations, [&](const auto& known) { return known.second.joins.contains(confirm->join); });
    return of != at.invitations.end() && !of->second.withdrawn && !of->second.confirmed;
  }
  if (const auto* withdraw = std::get_if<envelope::Withdraw>(&item))
    return at.invitations.contains(withdraw->invite) && !at.invitations.at(withdraw->invite).confirmed;
  if (const auto* grant = std::get_if<envelope::Grant>(&item)) return at.introduced.contains(grant->member);
  if (const auto* member = std::get_if<envelope::MemberItem>(&item))
    return at.introduced.contains(member->member);
  if (const auto* device = std::get_if<envelope::DeviceItem>(&item))
    return at.introduced.contains(device->member) && !at.devices.contains(device->device) &&
           (capability(at, device->member) != Capability::Manage || device->member == author ||
            author == MemberId::unchecked(m_campaign.view()));
  return true;
}

bool AuthorityModel::sealedItem(const ItemId& id, const Item& item, const MemberId& author,
                                const View& at) const {
  const auto mine = firmRoles(at, author);
  const auto gives = [&](Capability given) {
    const auto* said = detail(id);
    if (!said || given != log::capabilityOf(said->role)) return false;
    if ((said->from || said->to) && given == Capability::Manage) return false;
    return mayManage(mine, said->role, said->market);
  };
  const auto managesWhatItGives = [&](const ItemId& invite) {
    const auto* said = detail(invite);
    return said && mayManage(mine, said->role, said->market);
  };
  if (const auto* invite = std::get_if<envelope::Invite>(&item)) return gives(invite->capability);
  if (const auto* grant = std::get_if<envelope::Grant>(&item)) return gives(grant->capability);
  if (const auto* withdraw = std::get_if<envelope::Withdraw>(&item))
    return managesWhatItGives(withdraw->invite);
  if (const auto* confirm = std::get_if<envelope::Confirm>(&item))
    return std::ranges::any_of(at.invitations, [&](const auto& known) {
      return known.second.joins.contains(confirm->join) && managesWhatItGives(known.first);
    });
  if (const auto* device = std::get_if<envelope::DeviceItem>(&item))
    return device->member == author ||
           std::ranges::all_of(roles(at, device->member), [&](const Role& theirs) {
             return mayManage(mine, theirs.role, theirs.market);
           });
  if (is<envelope::RelayItem>(item)) return isLead(mine);
  return true;
}

const AuthorityModel::View& AuthorityModel::view(Half half, std::vector<ChangeId> heads) const {
  std::ranges::sort(heads);
  const Key key{half, heads};
  if (const auto known = m_views.find(key); known != m_views.end()) return known->second;
  View made = look(half, heads);
  return m_views[key] = std::move(made);
}

const AuthorityModel::View& AuthorityModel::at(const std::vector<ChangeId>& heads) const {
  return view(Half::Both, heads);
}

const AuthorityModel::View& AuthorityModel::now() const {
  std::vector<ChangeId> all;
  for (const auto& [id, entry] : m_entries)
    if (counts(Half::Both, id)) all.push_back(id);
  return at(all);
}

AuthorityModel::View AuthorityModel::look(Half half, const std::vector<ChangeId>& heads) const {
  View seen;
  seen.past = past(heads);
  struct Claim {
    int rank;
    ChangeId by;
    MemberId member;
    auto operator<=>(const Claim&) const = default;
  };
  std::map<DeviceId, std::set<Claim>> claims; // who says whose a device is: the first holds
  std::map<ChangeId, std::set<ItemId>> confirms;
  for (const auto& id : seen.past) {
    if (!counts(half, id)) continue;
    const auto& entry = m_entries.at(id);
    for (std::uint32_t i = 0; i < entry.items.size(); ++i) {
      const ItemId item{id, i};
      if (const auto* founder = std::get_if<envelope::Founder>(&entry.items[i])) {
        seen.introduced.insert(memberBy(id));
        claims[founder->device].insert({0, id, memberBy(id)});
        seen.grants[memberBy(id)].push_back({item, item, Capability::Manage, true, true});
      } else if (const auto* invite = std::get_if<envelope::Invite>(&entry.items[i])) {
        seen.invitations[item].invite = *invite;
        seen.invitations[item].by = entry.change.header().device;
      } else if (const auto* join = std::get_if<envelope::Join>(&entry.items[i])) {
        seen.invitations[join->invite].joins.insert(id);
        seen.introduced.insert(memberBy(id));
      } else if (const auto* confirm = std::get_if<envelope::Confirm>(&entry.items[i])) {
        confirms[confirm->join].insert(item);
      } else if (const auto* grant = std::get_if<envelope::Grant>(&entry.items[i])) {
        seen.grants[grant->member].push_back({item, item, grant->capability, true, false});
      } else if (const auto* device = std::get_if<envelope::DeviceItem>(&entry.items[i])) {
        claims[device->device].insert({2, id, device->member});
      } else if (const auto* member = std::get_if<envelope::MemberItem>(&entry.items[i])) {
        seen.members[entry.change.space()].insert(member->member);
      } else if (const auto* relay = std::get_if<envelope::RelayItem>(&entry.items[i])) {
        seen.relays.insert(relay->relay);
      } else if (const auto* withdraw = std::get_if<envelope::Withdraw>(&entry.items[i])) {
        seen.invitations[withdraw->invite].withdrawn = true;
      }
    }
  }
  for (auto& [invite, state] : seen.invitations) {
    std::optional<ItemId> first;
    for (const auto& join : state.joins)
      for (const auto& confirm : confirms[join])
        if (!first || confirm < *first) {
          first = confirm;
          state.confirmed = join;
        }
    if (!state.withdrawn)
      state.counting = state.confirmed           ? state.confirmed
                       : state.joins.size() == 1 ? std::optional(*state.joins.begin())
                                                 : std::nullopt;
    for (const auto& join : state.joins)
      claims[m_entries.at(join).change.header().device].insert(
          {state.counting == join ? 1 : 3, join, memberBy(join)});
    if (!state.counting) continue;
    const auto given =
        state.confirmed ? state.invite.capability : std::min(state.invite.capability, Capability::Write);
    seen.grants[memberBy(*state.counting)].push_back(
        {first.value_or(invite), invite, given, state.confirmed.has_value(), false});
  }
  for (const auto& [device, all] : claims)
    seen.devices[device] = all.begin()->member;
  for (bool more = true; more;) {
    more = false;
    for (const auto& [invite, state] : seen.invitations)
      for (const auto& space : state.invite.spaces)
        if (state.counting && space != m_campaign && capability(seen, space, state.by) == Capability::Manage)
          more |= seen.members[space].insert(memberBy(*state.counting)).second;
  }
  return seen;
}

bool AuthorityModel::isMember(const View& view, const SpaceId& space, const MemberId& member) const {
  if (space == m_campaign) return view.grants.contains(member);
  const auto here = view.members.find(space);
  return here != view.members.end() && here->second.contains(member);
}

std::optional<Capability> AuthorityModel::capability(const View& view, const MemberId& member) const {
  std::optional<Capability> best;
  if (const auto held = view.grants.find(member); held != view.grants.end())
    for (const auto& grant : held->second)
      best = best ? std::max(*best, grant.capability) : grant.capability;
  return best;
}

std::optional<Capability> AuthorityModel::capability(const View& view, const SpaceId& space,
                                                     const DeviceId& device) const {
  const auto known = view.devices.find(device);
  if (known == view.devices.end() || !isMember(view, space, known->second)) return std::nullopt;
  return capability(view, known->second);
}

const log::ItemDetail* AuthorityModel::detail(const ItemId& item) const {
  const auto entry = m_entries.find(item.change);
  if (entry == m_entries.end() || !entry->second.detail) return nullptr;
  for (const auto& said : entry->second.detail->items)
    if (said.item == item.index) return &said;
  return nullptr;
}

std::vector<AuthorityModel::Role> AuthorityModel::roles(const View& view, const MemberId& member) const {
  std::vector<Role> all;
  const auto held = view.grants.find(member);
  if (held == view.grants.end()) return all;
  for (const auto& grant : held->second) {
    if (grant.founder) {
      all.push_back({log::Role::BrandLead, {}, {}, {}, true});
    } else if (const auto* said = detail(grant.detail)) {
      const bool itself = grant.confirmed || said->role == log::Role::Creator;
      all.push_back(
          {itself ? said->role : log::Role::Viewer, said->market, said->from, said->to, grant.confirmed});
    }
  }
  return all;
}

std::vector<AuthorityModel::Role> AuthorityModel::firmRoles(const View& view, const MemberId& member) const {
  auto all = roles(view, member);
  std::erase_if(all, [](const Role& role) { return !role.confirmed || role.from || role.to; });
  return all;
}

std::optional<log::SpaceInfo> AuthorityModel::space(const SpaceId& space) const {
  const ChangeId genesis = ChangeId::unchecked(space.view());
  if (!counts(Half::Both, genesis)) return std::nullopt;
  if (space == m_campaign) return log::SpaceInfo{space, log::SpaceKind::Campaign, {}};
  const auto& said = m_entries.at(genesis).detail;
  return log::SpaceInfo{space, *said->kind, said->market};
}

bool AuthorityModel::mayWrite(const SpaceId& space, const DeviceId& device,
                              const std::vector<ChangeId>& heads) const {
  const auto may = capability(view(Half::Clear, heads), space, device);
  return may && *may >= envelope::Capability::Write;
}

std::vector<AuthorityModel::Role> AuthorityModel::rolesAt(const SpaceId& space, const DeviceId& device,
                                                          const std::vector<ChangeId>& heads) const {
  const View& view = at(heads);
  if (!capability(view, space, device)) return {};
  return roles(view, view.devices.at(device));
}

} // namespace meridian::sim
