// The clear half of authority: who may write where, judged without a key. The relay enforces exactly
// this; a replica enforces it too and adds what is sealed (core/log).
//
// A campaign's log says who is who; the log of each other space names members and keys. Entries form a
// DAG by their parents. An entry has effect if its author could write it at its parents (a manager for
// everything but a join and a key share); one without the right is stored and ignored, identically
// everywhere.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <unordered_map>

#include "core/envelope/clear_items.h"

namespace meridian::envelope {

struct Invitation {
  ItemId id;
  Invite invite;
  DeviceId by;                       // the device that wrote it
  std::vector<ChangeId> joins;       // in the order this holder met them
  std::optional<ChangeId> confirmed; // the join that a manager confirmed
  bool withdrawn = false;
};

struct KnownDevice {
  MemberId member;
  BoxPublicKey box{};
  ChangeId since; // the entry that introduced it
};

// All logs of one campaign that this holder has. Not thread-safe. Copyable.
class ClearAuthority {
 public:
  // REQUIRES: `entry` is of an authority kind and its signature was checked by the caller, or vouched
  // for. Its parents must be here (NotFound names a missing one: try again later). Adding twice is
  // AlreadyExists. Damaged: an entry that can never be valid.
  [[nodiscard]] Result<void> add(const Change& entry);
  [[nodiscard]] bool has(const ChangeId& entry) const;

  [[nodiscard]] std::optional<SpaceId> campaign() const;
  [[nodiscard]] std::vector<SpaceId> spaces() const;
  [[nodiscard]] bool hasSpace(const SpaceId& space) const;
  // Heads of a space's own log, ascending.
  [[nodiscard]] std::vector<ChangeId> heads(const SpaceId& space) const;
  // Whether `ancestor` is one of `heads` or reachable from them by parents.
  [[nodiscard]] bool covers(const std::vector<ChangeId>& heads, const ChangeId& ancestor) const;

  [[nodiscard]] const KnownDevice* device(const DeviceId& device) const;
  [[nodiscard]] std::vector<DeviceId> devicesOf(const MemberId& member) const;
  [[nodiscard]] std::vector<MemberId> members(const SpaceId& space) const;
  // Highest capability of the device in the space by everything stored here; nothing if it has none.
  // A device that joined and is not confirmed yet has the invite's capability in the invite's spaces,
  // unless another unconfirmed join of the same invitation is stored too.
  [[nodiscard]] std::optional<Capability> capability(const SpaceId& space, const DeviceId& device) const;
  // The same at given heads: only entries that they cover count.
  [[nodiscard]] std::optional<Capability> capabilityAt(const SpaceId& space, const DeviceId& device,
                                                       const std::vector<ChangeId>& heads) const;
  // Who may pull: members' devices, and keys of open invitations (authority logs of its spaces only).
  [[nodiscard]] bool mayPull(const SpaceId& space, const DeviceId& device) const;
  [[nodiscard]] const Invitation* invitation(const DeviceId& invitationKey) const;
  [[nodiscard]] const Invitation* invitation(const ItemId& id) const;
  [[nodiscard]] std::vector<const Invitation*> invitations() const;
  [[nodiscard]] std::set<RelayId> relays() const;

  // Relay's judgement of a content change (DESIGN §7): the author's grants as stored here.
  [[nodiscard]] Result<void> judge(const Change& content) const;
  // Whether an entry may be stored at all: its author is a manager at its parents, or it is a join by an
  // open invitation that is not expired at `now`, first of its kind; or a genesis by a manager.
  [[nodiscard]] Result<void> judgeEntry(const Change& entry, Instant now) const;

  // Items of a valid entry in order, for the sealed half; nullptr if unknown or without effect.
  [[nodiscard]] const std::vector<Item>* effectiveItems(const ChangeId& entry) const;

  ClearAuthority();
  ~ClearAuthority();
  ClearAuthority(const ClearAuthority&);
  ClearAuthority& operator=(const ClearAuthority&);
  ClearAuthority(ClearAuthority&&) noexcept;
  ClearAuthority& operator=(ClearAuthority&&) noexcept;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

} // namespace meridian::envelope
