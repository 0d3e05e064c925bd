// What the clear half of authority says at given heads: a pure function of the entries that the heads
// cover, whatever order they arrived in.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "core/envelope/clear_items.h"

namespace meridian::envelope {

// An authority entry as it is kept. `effective` is decided once, at its own parents.
struct AuthorityEntry {
  SpaceId space;
  Kind kind = Kind::Authority;
  DeviceId author;
  ChangeId prev; // in its author's chain; zero at the first
  std::vector<ChangeId> parents;
  std::vector<Item> items;
  bool effective = false;
  std::size_t arrival = 0; // for lists that people read, never for a judgement
};

using AuthorityEntries = std::unordered_map<ChangeId, AuthorityEntry>;

struct KnownDevice {
  MemberId member;
  BoxPublicKey box{};
  ChangeId since; // the entry that introduced it
};

// One grant of a member. A founder's is named by the founder item, a confirmed join's by the confirm
// item, an unconfirmed one's by the invite item.
struct ClearGrant {
  ItemId id;
  ItemId detail; // the item whose sealed detail gives role, market and dates
  MemberId member;
  Capability capability = Capability::Read;
  bool confirmed = true;
  bool founder = false;
};

// An invitation at some heads. Of several confirmed joins the one of the smallest confirm item counts;
// without a confirmed one a single join counts, two count for nothing. A withdrawal that did not know of
// the confirmation ends both: among concurrent entries removal wins.
struct InviteState {
  const Invite* invite = nullptr;
  DeviceId by;
  std::set<ChangeId> joins;
  std::optional<ItemId> confirm;     // the confirm item that counts
  std::optional<ChangeId> confirmed; // the join that it names
  bool withdrawn = false;

  [[nodiscard]] std::optional<ChangeId> countingJoin() const;
};

// Immutable. Points into the entries it was made from, which must outlive it and stay in place.
class ClearView {
 public:
  // REQUIRES: `heads` and all their ancestors are in `entries`.
  ClearView(const AuthorityEntries& entries, const SpaceId& campaign, const std::vector<ChangeId>& heads);

  [[nodiscard]] bool covers(const ChangeId& entry) const { return m_covered.contains(entry); }
  [[nodiscard]] const KnownDevice* device(const DeviceId& device) const;
  [[nodiscard]] const std::map<DeviceId, KnownDevice>& devices() const { return m_devices; }
  // Whether some entry introduced the person, with grants or without.
  [[nodiscard]] bool introduced(const MemberId& member) const { return m_introduced.contains(member); }
  [[nodiscard]] const std::vector<ClearGrant>& grants(const MemberId& member) const;
  [[nodiscard]] const std::map<MemberId, std::vector<ClearGrant>>& grants() const { return m_grants; }
  // In the campaign everybody with a grant is a member. Elsewhere: whoever a Member item names, and the
  // counting join of an invitation that lists the space and was written by a manager who is one there.
  [[nodiscard]] bool isMember(const SpaceId& space, const MemberId& member) const;
  [[nodiscard]] std::vector<MemberId> members(const SpaceId& space) const;
  [[nodiscard]] std::optional<Capability> capability(const MemberId& member) const;
  [[nodiscard]] std::optional<Capability> capability(const SpaceId& space, const DeviceId& device) const;
  [[nodiscard]] const std::map<ItemId, InviteState>& invitations() const { return m_invites; }
  [[nodiscard]] const std::set<RelayId>& relays() const { return m_relays; }
  [[nodiscard]] bool isFounder(const MemberId& member) const {
    return member == MemberId::unchecked(m_campaign.view());
  }

 private:
  void cover(const AuthorityEntries& entries, const std::vector<ChangeId>& heads);
  void collect(const ChangeId& id, const AuthorityEntry& entry);
  void settleInvitations(const AuthorityEntries& entries);
  void settleMembers();

  struct Candidate {
    int rank = 0; // smaller wins, then the smaller entry id
    KnownDevice device;
  };
  void propose(const DeviceId& device, const Candidate& candidate);

  SpaceId m_campaign;
  std::unordered_set<ChangeId> m_covered;
  std::map<DeviceId, Candidate> m_candidates;
  std::map<DeviceId, KnownDevice> m_devices;
  std::set<MemberId> m_introduced;
  std::map<MemberId, std::vector<ClearGrant>> m_grants;
  std::map<SpaceId, std::set<MemberId>> m_members;
  std::map<ItemId, InviteState> m_invites;
  std::map<ChangeId, std::set<ItemId>> m_confirmsOf; // by join
  std::set<RelayId> m_relays;
};

} // namespace meridian::envelope
