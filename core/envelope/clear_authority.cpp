#include "core/envelope/clear_authority.h"

#include <algorithm>

#include "core/crypto/signing/domains.h"

namespace meridian::envelope {

namespace {

constexpr std::size_t viewsKept = 64;

std::unexpected<Error> noEntry(const char* what) { return meridian::fail(ErrorCode::Damaged, what); }
std::unexpected<Error> notAllowed(const char* what) { return meridian::fail(ErrorCode::NotAllowed, what); }

template <class T>
bool has(const Item& item) {
  return std::holds_alternative<T>(item);
}

bool isGenesisOfCampaign(const AuthorityEntry& entry) {
  return entry.kind == Kind::Genesis && !entry.items.empty() && has<Founder>(entry.items.front());
}

bool belongsToCampaignLog(const Item& item) {
  return has<Invite>(item) || has<Confirm>(item) || has<Grant>(item) || has<DeviceItem>(item) ||
         has<RelayItem>(item) || has<Withdraw>(item);
}

// What can be said of an entry alone: the items that its kind asks for.
Result<void> checkShape(const AuthorityEntry& entry) {
  const auto count = [&](auto predicate) { return std::ranges::count_if(entry.items, predicate); };
  const auto founders = count(has<Founder>);
  const auto campaigns = count(has<OfCampaign>);
  const auto joins = count(has<Join>);
  switch (entry.kind) {
  case Kind::Genesis: {
    if (founders + campaigns != 1 || joins != 0) return noEntry("items of a genesis");
    if (!has<Founder>(entry.items.front()) && !has<OfCampaign>(entry.items.front()))
      return noEntry("first item of a genesis");
    const auto* founder = std::get_if<Founder>(&entry.items.front());
    if (founder && founder->device != entry.author) return noEntry("founder's device");
    if (founder ? !entry.parents.empty() : entry.parents.empty()) return noEntry("parents of a genesis");
    const bool strange = std::ranges::any_of(entry.items, [&](const Item& item) {
      return has<Invite>(item) || has<Confirm>(item) || has<Grant>(item) || has<Cut>(item) ||
             has<DeviceItem>(item) || has<Withdraw>(item) ||
             (founder ? has<MemberItem>(item) : has<RelayItem>(item));
    });
    if (strange) return noEntry("items of a genesis");
    return {};
  }
  case Kind::Join:
    if (entry.items.size() != 1 || joins != 1) return noEntry("items of a join");
    break;
  default:
    if (founders + campaigns + joins != 0) return noEntry("items of an authority entry");
    break;
  }
  if (entry.parents.empty()) return noEntry("an entry without parents");
  return {};
}

// The right to write a join, at the view of its parents.
Result<void> judgeJoin(const AuthorityEntry& entry, const SpaceId& campaign, const ClearView& view) {
  const auto& join = std::get<Join>(entry.items.front());
  if (entry.space != campaign) return meridian::fail(ErrorCode::InvitationInvalid, "join of another space");
  const auto invite = view.invitations().find(join.invite);
  if (invite == view.invitations().end())
    return meridian::fail(ErrorCode::InvitationInvalid, "unknown invitation");
  if (invite->second.withdrawn) return meridian::fail(ErrorCode::InvitationInvalid, "withdrawn");
  if (invite->second.confirmed) return meridian::fail(ErrorCode::InvitationUsed);
  if (entry.author == invite->second.invite->sign)
    return meridian::fail(ErrorCode::InvitationInvalid, "the invitation's key is no device");
  // A device that belongs to somebody cannot become somebody else; one whose join came to nothing can
  // be invited again.
  if (const auto* known = view.device(entry.author); known && view.capability(known->member))
    return meridian::fail(ErrorCode::InvitationInvalid, "device belongs to a member");
  const auto message = joinMessage(campaign, join.invite, entry.author, join.box);
  if (!signing::verify(invite->second.invite->sign.bytes, signing::domains::signJoin, message,
                       join.signature))
    return meridian::fail(ErrorCode::InvitationInvalid, "signature of a join");
  return {};
}

// One item of an entry whose author has `manage` in its space, at the view of its parents.
struct ItemJudge {
  const AuthorityEntry& entry;
  const MemberId& author;
  const ClearView& view;

  Result<void> operator()(const Invite& item) const {
    const bool taken = std::ranges::any_of(
        view.invitations(), [&](const auto& known) { return known.second.invite->sign == item.sign; });
    if (taken || view.device(item.sign)) return notAllowed("invitation key in use");
    return {};
  }
  Result<void> operator()(const Confirm& item) const {
    for (const auto& [id, state] : view.invitations()) {
      if (!state.joins.contains(item.join)) continue;
      if (state.withdrawn || state.confirmed) return notAllowed("invitation is closed");
      return {};
    }
    return notAllowed("unknown join");
  }
  Result<void> operator()(const Grant& item) const { return knows(item.member); }
  Result<void> operator()(const DeviceItem& item) const {
    if (auto ok = knows(item.member); !ok) return ok;
    if (view.device(item.device)) return notAllowed("device is known");
    const bool manages = view.capability(item.member) == Capability::Manage;
    if (manages && item.member != author && !view.isFounder(author))
      return notAllowed("device of another manager");
    return {};
  }
  Result<void> operator()(const MemberItem& item) const { return knows(item.member); }
  Result<void> operator()(const Withdraw& item) const {
    const auto found = view.invitations().find(item.invite);
    if (found == view.invitations().end()) return notAllowed("unknown invitation");
    if (found->second.confirmed) return notAllowed("invitation was confirmed");
    return {};
  }
  // Cuts, epochs, key shares, relays and items of newer versions ask for nothing else.
  Result<void> operator()(const auto&) const { return {}; }

 private:
  [[nodiscard]] Result<void> knows(const MemberId& member) const {
    if (!view.introduced(member)) return notAllowed("unknown member");
    return {};
  }
};

// Key shares alone, and every recipient a device of the author's own member.
bool sharesOnlyWithSelf(const AuthorityEntry& entry, const MemberId& author, const ClearView& view) {
  return std::ranges::all_of(entry.items, [&](const Item& item) {
    const auto* share = std::get_if<KeyShare>(&item);
    return share && std::ranges::all_of(share->recipients, [&](const Recipient& recipient) {
             const auto* device = view.device(recipient.id);
             return device && device->member == author;
           });
  });
}

Result<void> judgeItems(const AuthorityEntry& entry, const SpaceId& campaign, const ClearView& view) {
  const auto* device = view.device(entry.author);
  const auto capability = view.capability(entry.space, entry.author);
  if (!device || !capability) return notAllowed("author is no member");
  if (*capability != Capability::Manage) {
    if (*capability >= Capability::Write && !entry.items.empty() &&
        sharesOnlyWithSelf(entry, device->member, view))
      return {};
    return notAllowed("author is no manager");
  }
  for (const auto& item : entry.items) {
    const bool inCampaign = entry.space == campaign;
    if (inCampaign ? has<MemberItem>(item) : belongsToCampaignLog(item))
      return notAllowed("item of another log");
    if (auto ok = std::visit(ItemJudge{entry, device->member, view}, item); !ok) return ok;
  }
  return {};
}

Result<void> judgeSpaceGenesis(const AuthorityEntry& entry, const SpaceId& campaign, const ClearView& view) {
  if (view.capability(campaign, entry.author) != Capability::Manage)
    return notAllowed("founder of a space is no manager");
  for (const auto& item : entry.items)
    if (const auto* member = std::get_if<MemberItem>(&item); member && !view.introduced(member->member))
      return notAllowed("unknown member");
  return {};
}

} // namespace

struct ClearAuthority::State {
  AuthorityEntries entries;
  std::optional<SpaceId> campaign;
  std::map<SpaceId, std::set<ChangeId>> heads; // of every space that is here, effective entries alone

  // Made when asked for. A view of given heads never changes; the one of everything does with every entry.
  mutable std::map<std::vector<ChangeId>, std::shared_ptr<const ClearView>> views;
  mutable std::shared_ptr<const ClearView> now;
  mutable std::map<ItemId, Invitation> invitations;

  // REQUIRES: all are here.
  std::shared_ptr<const ClearView> view(std::vector<ChangeId> at) const {
    std::ranges::sort(at);
    const auto found = views.find(at);
    if (found != views.end()) return found->second;
    if (views.size() >= viewsKept) views.clear();
    auto made = std::make_shared<const ClearView>(entries, campaign.value_or(SpaceId{}), at);
    views.emplace(std::move(at), made);
    return made;
  }

  const std::shared_ptr<const ClearView>& everything() const {
    if (now) return now;
    std::vector<ChangeId> all;
    for (const auto& [space, ids] : heads)
      all.insert(all.end(), ids.begin(), ids.end());
    now = std::make_shared<const ClearView>(entries, campaign.value_or(SpaceId{}), all);
    for (const auto& [id, state] : now->invitations()) {
      Invitation invitation{id, *state.invite, state.by, {}, state.confirmed, state.withdrawn};
      invitation.joins.assign(state.joins.begin(), state.joins.end());
      std::ranges::sort(invitation.joins, {}, [&](const ChangeId& j) { return entries.at(j).arrival; });
      invitations.emplace(id, std::move(invitation));
    }
    return now;
  }

  const std::map<ItemId, Invitation>& allInvitations() const {
    (void)everything();
    return invitations;
  }

  void forgetNow() {
    now.reset();
    invitations.clear();
  }

  // Whether entries of `other` may be parents (or heads) beside those of `space`.
  [[nodiscard]] bool mayName(const SpaceId& space, const SpaceId& other) const {
    return other == space || (campaign && other == *campaign);
  }

  Result<AuthorityEntry> read(const Change& change) const;
  Result<void> checkAncestors(const AuthorityEntry& entry) const;
  Result<void> effect(const AuthorityEntry& entry) const;
};

// The entry that a change holds, if it is one and fits this campaign as far as its own bytes say.
Result<AuthorityEntry> ClearAuthority::State::read(const Change& change) const {
  if (!change.known()) return meridian::fail(ErrorCode::UnsupportedFormat, "authority of a newer version");
  if (change.chain() != Chain::Authority) return noEntry("no authority entry");
  auto items = decodeItems(change.clear());
  if (!items) return std::unexpected(items.error());
  AuthorityEntry entry;
  entry.space = change.space();
  entry.kind = Kind{change.header().kind};
  entry.author = change.header().device;
  if (change.header().seq > 1) entry.prev = change.header().prev;
  entry.parents = change.header().heads;
  entry.items = std::move(*items);
  entry.arrival = entries.size();
  if (auto ok = checkShape(entry); !ok) return std::unexpected(ok.error());

  if (isGenesisOfCampaign(entry)) {
    if (campaign && *campaign != entry.space)
      return meridian::fail(ErrorCode::InvalidArgument, "another campaign");
    return entry;
  }
  if (!campaign) return meridian::fail(ErrorCode::NotFound, "genesis of the campaign");
  if (entry.kind == Kind::Genesis && std::get<OfCampaign>(entry.items.front()).campaign != *campaign)
    return meridian::fail(ErrorCode::InvalidArgument, "space of another campaign");
  return entry;
}

Result<void> ClearAuthority::State::checkAncestors(const AuthorityEntry& entry) const {
  bool ownLog = false;
  for (const auto& id : entry.parents) {
    const auto parent = entries.find(id);
    if (parent == entries.end()) return meridian::fail(ErrorCode::NotFound, id.hex());
    if (!mayName(entry.space, parent->second.space)) return noEntry("parent of another space");
    ownLog = ownLog || parent->second.space == entry.space;
  }
  if (entry.kind != Kind::Genesis && !ownLog) return noEntry("no parent of its own log");
  if (entry.prev.isZero()) return {};
  const auto prev = entries.find(entry.prev);
  if (prev == entries.end()) return meridian::fail(ErrorCode::NotFound, entry.prev.hex());
  if (prev->second.space != entry.space || prev->second.author != entry.author)
    return noEntry("predecessor of another chain");
  return {};
}

// REQUIRES: checkAncestors() said Ok.
Result<void> ClearAuthority::State::effect(const AuthorityEntry& entry) const {
  if (isGenesisOfCampaign(entry)) return {};
  const auto atParents = view(entry.parents);
  for (auto prev = entry.prev; !prev.isZero(); prev = entries.at(prev).prev) {
    if (!entries.at(prev).effective) continue;
    if (!atParents->covers(prev)) return notAllowed("heads that went back");
    break;
  }
  switch (entry.kind) {
  case Kind::Genesis:
    return judgeSpaceGenesis(entry, *campaign, *atParents);
  case Kind::Join:
    return judgeJoin(entry, *campaign, *atParents);
  default:
    return judgeItems(entry, *campaign, *atParents);
  }
}

ClearAuthority::ClearAuthority() : m_state(std::make_unique<State>()) {}
ClearAuthority::~ClearAuthority() = default;
ClearAuthority::ClearAuthority(ClearAuthority&&) noexcept = default;
ClearAuthority& ClearAuthority::operator=(ClearAuthority&&) noexcept = default;

ClearAuthority::ClearAuthority(const ClearAuthority& other) : m_state(std::make_unique<State>()) {
  *this = other;
}

ClearAuthority& ClearAuthority::operator=(const ClearAuthority& other) {
  if (this == &other) return *this;
  // Views point into the entries they were made from, so the copy makes its own.
  auto copy = std::make_unique<State>();
  copy->entries = other.m_state->entries;
  copy->campaign = other.m_state->campaign;
  copy->heads = other.m_state->heads;
  m_state = std::move(copy);
  return *this;
}

Result<void> ClearAuthority::add(const Change& change, bool refused) {
  if (has(change.id())) return meridian::fail(ErrorCode::AlreadyExists, "authority entry");
  auto entry = m_state->read(change);
  if (!entry) return std::unexpected(entry.error());
  if (auto ok = m_state->checkAncestors(*entry); !ok) return ok;

  if (isGenesisOfCampaign(*entry)) m_state->campaign = entry->space;
  entry->effective = !refused && m_state->effect(*entry).has_value();
  if (entry->effective) {
    auto& heads = m_state->heads[entry->space];
    // Not the parents alone: between a head and this entry may lie entries without effect.
    if (const auto atParents = at(entry->parents))
      std::erase_if(heads, [&](const ChangeId& head) { return atParents->covers(head); });
    heads.insert(change.id());
  }
  m_state->entries.emplace(change.id(), std::move(*entry));
  m_state->forgetNow();
  return {};
}

bool ClearAuthority::has(const ChangeId& entry) const { return m_state->entries.contains(entry); }

std::optional<SpaceId> ClearAuthority::campaign() const { return m_state->campaign; }

std::vector<SpaceId> ClearAuthority::spaces() const {
  std::vector<SpaceId> result;
  for (const auto& [space, heads] : m_state->heads)
    result.push_back(space);
  return result;
}

bool ClearAuthority::hasSpace(const SpaceId& space) const { return m_state->heads.contains(space); }

std::vector<ChangeId> ClearAuthority::heads(const SpaceId& space) const {
  const auto found = m_state->heads.find(space);
  if (found == m_state->heads.end()) return {};
  return {found->second.begin(), found->second.end()};
}

std::shared_ptr<const ClearView> ClearAuthority::at(const std::vector<ChangeId>& heads) const {
  if (!std::ranges::all_of(heads, [&](const ChangeId& id) { return has(id); })) return nullptr;
  return m_state->view(heads);
}

std::shared_ptr<const ClearView> ClearAuthority::now() const { return m_state->everything(); }

const AuthorityEntry* ClearAuthority::entry(const ChangeId& id) const {
  const auto found = m_state->entries.find(id);
  return found == m_state->entries.end() ? nullptr : &found->second;
}

bool ClearAuthority::covers(const std::vector<ChangeId>& heads, const ChangeId& ancestor) const {
  const auto view = at(heads);
  return view && view->covers(ancestor);
}

std::optional<KnownDevice> ClearAuthority::device(const DeviceId& device) const {
  const auto* known = m_state->everything()->device(device);
  return known == nullptr ? std::nullopt : std::optional(*known);
}

std::vector<DeviceId> ClearAuthority::devicesOf(const MemberId& member) const {
  std::vector<DeviceId> result;
  for (const auto& [id, known] : m_state->everything()->devices())
    if (known.member == member) result.push_back(id);
  return result;
}

std::vector<MemberId> ClearAuthority::members(const SpaceId& space) const {
  return m_state->everything()->members(space);
}

std::optional<Capability> ClearAuthority::capability(const SpaceId& space, const DeviceId& device) const {
  if (!hasSpace(space)) return std::nullopt;
  return m_state->everything()->capability(space, device);
}

std::optional<Capability> ClearAuthority::capabilityAt(const SpaceId& space, const DeviceId& device,
                                                       const std::vector<ChangeId>& heads) const {
  // A head of a third log would be known to some holders of the space and not to others.
  for (const auto& id : heads) {
    const auto* head = entry(id);
    if (!head || !m_state->mayName(space, head->space)) return std::nullopt;
  }
  return m_state->view(heads)->capability(space, device);
}

bool ClearAuthority::mayPull(const SpaceId& space, const DeviceId& device) const {
  if (capability(space, device)) return true;
  const auto open = invitation(device);
  return open && !open->confirmed && !open->withdrawn && hasSpace(space) && opens(*open, space);
}

bool ClearAuthority::opens(const Invitation& invitation, const SpaceId& space) const {
  if (space == m_state->campaign) return true;
  return std::ranges::find(invitation.invite.spaces, space) != invitation.invite.spaces.end() &&
         capability(space, invitation.by) == Capability::Manage;
}

std::optional<Invitation> ClearAuthority::invitation(const DeviceId& invitationKey) const {
  for (const auto& [id, invitation] : m_state->allInvitations())
    if (invitation.invite.sign == invitationKey) return invitation;
  return std::nullopt;
}

std::optional<Invitation> ClearAuthority::invitation(const ItemId& id) const {
  const auto& all = m_state->allInvitations();
  const auto found = all.find(id);
  return found == all.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Invitation> ClearAuthority::invitations() const {
  std::vector<Invitation> result;
  for (const auto& [id, invitation] : m_state->allInvitations())
    result.push_back(invitation);
  return result;
}

std::set<RelayId> ClearAuthority::relays() const { return m_state->everything()->relays(); }

Result<void> ClearAuthority::judge(const Change& content) const {
  const SpaceId space = content.space();
  const DeviceId& author = content.header().device;
  if (!hasSpace(space)) return meridian::fail(ErrorCode::NotFound, "space");
  for (const auto& head : content.header().heads)
    if (!has(head)) return meridian::fail(ErrorCode::NotFound, head.hex());
  if (capabilityAt(space, author, content.header().heads) >= Capability::Write) return {};
  if (capability(space, author) >= Capability::Write) return {};
  const auto known = device(author);
  if (!known || !m_state->everything()->capability(known->member))
    return meridian::fail(ErrorCode::NotFound, "author");
  return notAllowed("no grant to write here");
}

Result<void> ClearAuthority::judgeEntry(const Change& change, Instant now) const {
  if (has(change.id())) return meridian::fail(ErrorCode::AlreadyExists, "authority entry");
  const auto entry = m_state->read(change);
  if (!entry) return std::unexpected(entry.error());
  if (auto ok = m_state->checkAncestors(*entry); !ok) return ok;
  if (auto ok = m_state->effect(*entry); !ok) return ok;
  if (entry->kind != Kind::Join) return {};

  // Beyond effect: what everything stored here says of the invitation, and the clock.
  const auto open = invitation(std::get<Join>(entry->items.front()).invite);
  if (!open || open->withdrawn) return meridian::fail(ErrorCode::InvitationInvalid, "withdrawn");
  if (open->confirmed || !open->joins.empty()) return meridian::fail(ErrorCode::InvitationUsed);
  if (open->invite.expiry <= now) return meridian::fail(ErrorCode::InvitationExpired);
  return {};
}

const std::vector<Item>* ClearAuthority::effectiveItems(const ChangeId& id) const {
  const auto* found = entry(id);
  return found && found->effective ? &found->items : nullptr;
}

} // namespace meridian::envelope
