// The sealed half of authority: roles, markets, dates, and what a space is (FORMAT.md §3). Judged on
// every replica, at the heads that a change names, never by the order in which things arrived.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/crdt/value.h"
#include "core/envelope/clear_authority.h"

namespace meridian::log {

// Codes are fixed in FORMAT.md.
enum class Role : std::uint8_t {
  BrandLead = 1,
  CampaignLead = 2,
  HubLead = 3,
  Deputy = 4, // of a hub lead, between two dates
  Creator = 5,
  Viewer = 6,
  Analyst = 7,
  Agency = 8,
  CampaignDeputy = 9,
};
[[nodiscard]] std::string_view roleName(Role role); // "brand-lead" …
[[nodiscard]] Result<Role> parseRole(std::string_view name);
// The capability that a grant of this role carries in clear.
[[nodiscard]] envelope::Capability capabilityOf(Role role);
// Whether a manager with role `manager` in `managerMarket` may invite, grant and remove this one.
[[nodiscard]] bool mayManage(Role manager, std::string_view managerMarket, Role managed,
                             std::string_view market);

enum class SpaceKind : std::uint8_t { Campaign = 1, Team = 2, Creator = 3 };

struct RoleGrant {
  envelope::ItemId id; // the grant's item, or for an unconfirmed join its invite's
  MemberId member;
  Role role = Role::Viewer;
  std::string market;              // empty: all markets
  std::optional<Instant> from, to; // a dated grant counts for changes claimed within [from, to)
  bool confirmed = true;           // false: from a join that no manager has confirmed
  bool operator==(const RoleGrant&) const = default;
};

struct SpaceInfo {
  SpaceId id;
  SpaceKind kind = SpaceKind::Campaign;
  std::string market; // of a creator's space
};

// What an authority entry says in its sealed part, item by item.
struct ItemDetail {
  std::uint32_t item = 0;
  Role role = Role::Viewer;
  std::string market;
  std::optional<Instant> from, to;
  std::string note = {}; // part of the format and left empty: whoever reads the log reads no names in it
};
struct EntryDetail {
  std::optional<SpaceKind> kind; // in a genesis
  std::string market;            // in a creator space's genesis
  std::vector<ItemDetail> items;
};
[[nodiscard]] crdt::Value toValue(const EntryDetail& detail);
[[nodiscard]] Result<EntryDetail> entryDetailFrom(const crdt::Value& value);

// All authority of one campaign that this replica holds, both halves. Not thread-safe. Copyable.
//
// An entry that has effect by its clear half has effect here if the roles of its author at its parents
// allow it too: by confirmed roles without dates, since an entry carries no time to judge them by.
// - Invite and grant: mayManage() of the detail's role and market, and the clear capability is that
//   role's; without a detail there is no effect. A role that manages has no dates.
// - Confirm and withdraw: mayManage() of what the invitation gives.
// - Device: for oneself, or mayManage() of every role of the member.
// - Relay: brand lead or campaign lead.
// - The genesis of a team space: brand lead or campaign lead; of a creator's: a hub lead of its market too.
class Authority {
 public:
  // As ClearAuthority::add, with what the sealed part said; `detail` is empty for a join, which seals
  // nothing, or where the key is missing (the entry then gives no role until it is added again).
  [[nodiscard]] Result<void> add(const envelope::Change& entry, const std::optional<EntryDetail>& detail);
  // Gives the detail of an entry that was added without one, once its key is here.
  void supplyDetail(const ChangeId& entry, const EntryDetail& detail);

  // What a relay knows: entries that only the sealed half refuses have effect there.
  [[nodiscard]] const envelope::ClearAuthority& clear() const { return m_clear; }
  // What replicas count. Valid until the next entry or detail.
  [[nodiscard]] const envelope::ClearAuthority& counting() const;
  [[nodiscard]] std::optional<SpaceInfo> space(const SpaceId& space) const;
  [[nodiscard]] std::vector<SpaceInfo> spaces() const;
  [[nodiscard]] std::optional<MemberId> memberOf(const DeviceId& device) const;

  // The roles that the device's member holds in `space` at `heads`: the campaign's grants that the heads
  // cover, if the member is one of the space's there. Empty if it is not. By an unconfirmed join a creator
  // is a creator, anybody else a viewer.
  [[nodiscard]] std::vector<RoleGrant> rolesAt(const SpaceId& space, const DeviceId& device,
                                               const std::vector<ChangeId>& heads) const;
  // Roles by everything stored here.
  [[nodiscard]] std::vector<RoleGrant> roles(const MemberId& member) const;
  // Members of a space with any of their roles, in ascending order of id.
  [[nodiscard]] std::vector<RoleGrant> people(const SpaceId& space) const;
  // Role and market of an invitation.
  [[nodiscard]] std::optional<ItemDetail> invitationDetail(const envelope::ItemId& invite) const;
  // Heads to name in a change written now: the campaign's and the space's own, ascending.
  [[nodiscard]] std::vector<ChangeId> headsFor(const SpaceId& space) const;

 private:
  [[nodiscard]] const ItemDetail* detailOf(const envelope::ItemId& item) const;
  // Roles of a member at a view, as they count.
  [[nodiscard]] std::vector<RoleGrant> rolesIn(const envelope::ClearView& view, const MemberId& member) const;
  void count(const envelope::Change& entry) const;
  [[nodiscard]] bool allows(const ChangeId& id, const envelope::AuthorityEntry& entry) const;
  [[nodiscard]] bool allowsItem(const envelope::ItemId& id, const envelope::Item& item,
                                const envelope::ClearView& atParents, const MemberId& author) const;
  [[nodiscard]] bool allowsSpace(const ChangeId& genesis, const std::vector<RoleGrant>& founder) const;

  envelope::ClearAuthority m_clear;
  std::vector<envelope::Change> m_entries; // in an order in which they can be added
  std::map<ChangeId, EntryDetail> m_details;
  // m_entries judged by both halves; made again when a detail comes late.
  mutable envelope::ClearAuthority m_counting;
  mutable std::size_t m_counted = 0;
};

} // namespace meridian::log
