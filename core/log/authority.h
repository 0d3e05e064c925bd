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
  std::string note; // an invitation's: the invitee's name, so that every manager can list it
};
struct EntryDetail {
  std::optional<SpaceKind> kind; // in a genesis
  std::string market;            // in a creator space's genesis
  std::vector<ItemDetail> items;
};
[[nodiscard]] crdt::Value toValue(const EntryDetail& detail);
[[nodiscard]] Result<EntryDetail> entryDetailFrom(const crdt::Value& value);

// All authority of one campaign that this replica holds, both halves. Not thread-safe.
class Authority {
 public:
  // As ClearAuthority::add, with what the sealed part said; `detail` is empty for a join, which seals
  // nothing, or where the key is missing (the entry then gives no role until it is added again).
  [[nodiscard]] Result<void> add(const envelope::Change& entry, const std::optional<EntryDetail>& detail);
  // Gives the detail of an entry that was added without one, once its key is here.
  void supplyDetail(const ChangeId& entry, const EntryDetail& detail);

  [[nodiscard]] const envelope::ClearAuthority& clear() const { return m_clear; }
  [[nodiscard]] std::optional<SpaceInfo> space(const SpaceId& space) const;
  [[nodiscard]] std::vector<SpaceInfo> spaces() const;
  [[nodiscard]] std::optional<MemberId> memberOf(const DeviceId& device) const;

  // The roles that the device's member holds in `space` at `heads`: the campaign's grants that the heads
  // cover, if the member is one of the space's there. Empty if it is not.
  [[nodiscard]] std::vector<RoleGrant> rolesAt(const SpaceId& space, const DeviceId& device,
                                               const std::vector<ChangeId>& heads) const;
  // Roles by everything stored here.
  [[nodiscard]] std::vector<RoleGrant> roles(const MemberId& member) const;
  // Members of a space with any of their roles, in ascending order of id.
  [[nodiscard]] std::vector<RoleGrant> people(const SpaceId& space) const;
  // Role, market and note of an invitation.
  [[nodiscard]] std::optional<ItemDetail> invitationDetail(const envelope::ItemId& invite) const;
  // Heads to name in a change written now: the campaign's and the space's own, ascending.
  [[nodiscard]] std::vector<ChangeId> headsFor(const SpaceId& space) const;

 private:
  envelope::ClearAuthority m_clear;
  std::map<ChangeId, EntryDetail> m_details;
};

} // namespace meridian::log
