// The clear half of authority: who may write where, judged without a key. The relay enforces exactly
// this; a replica enforces it too and adds what is sealed (core/log).
//
// A campaign's log says who is who; the log of each other space names members and keys. Entries form one
// DAG by their parents: those of an entry of the campaign's log are of that log, those of a space's
// genesis too, and those of another entry of a space are of its own log (at least one) and of the
// campaign's. An entry has effect, whole or not at all, if its author had the right at its parents; one
// without the right is kept and ignored, identically everywhere. The rules, judged at the parents:
//
// - Every item of kind 2 asks for `manage` in the space; a key share to devices of the author's own
//   member asks for `write` only. An entry covers
//   the last entry with effect before it in its author's chain: nobody goes back to older heads.
// - Invite, confirm, grant, device, relay and withdraw belong in the campaign's log, member in another.
// - What an item refers to must be covered. An invitation's key must be new, and so must a device. A
//   confirm names a join of an invitation neither confirmed nor withdrawn; a withdrawal one not confirmed.
// - A device for a member who has `manage` comes from that member or the founder alone.
// - A join is signed by the invitation's key for this very device, which belongs to nobody yet; the
//   invitation is not withdrawn. Expiry is no part of effect: the relay and the confirming replica judge it.
// - The genesis of a space is by a manager of the campaign.
//
// Cuts are kept and take no effect in this version: no grant ends but by its dates.
#pragma once

#include <memory>

#include "core/envelope/clear_view.h"

namespace meridian::envelope {

struct Invitation {
  ItemId id;
  Invite invite;
  DeviceId by;                       // the device that wrote it
  std::vector<ChangeId> joins;       // in the order this holder met them
  std::optional<ChangeId> confirmed; // the join that a manager confirmed
  bool withdrawn = false;
};

// All logs of one campaign that this holder has. Not thread-safe. Copyable.
class ClearAuthority {
 public:
  // REQUIRES: `entry` is of an authority kind and its signature was checked by the caller, or vouched
  // for. Its parents and its predecessor must be here (NotFound names a missing one: try again later). Adding
  // twice is AlreadyExists, an entry of another campaign InvalidArgument, one that can never be valid Damaged
  // (UnsupportedFormat if it is of a newer version). An entry that merely has no effect is added.
  // With `refused`, whoever can read the sealed half found no right there: the entry is kept without
  // effect, whatever the clear half says.
  [[nodiscard]] Result<void> add(const Change& entry, bool refused = false);
  [[nodiscard]] bool has(const ChangeId& entry) const;

  [[nodiscard]] std::optional<SpaceId> campaign() const;
  [[nodiscard]] std::vector<SpaceId> spaces() const;
  [[nodiscard]] bool hasSpace(const SpaceId& space) const;
  // Heads of a space's own log, ascending. Entries without effect are none: they give nothing to name.
  [[nodiscard]] std::vector<ChangeId> heads(const SpaceId& space) const;
  // Whether `ancestor` is one of `heads` or reachable from them by parents.
  [[nodiscard]] bool covers(const std::vector<ChangeId>& heads, const ChangeId& ancestor) const;

  [[nodiscard]] std::optional<KnownDevice> device(const DeviceId& device) const;
  [[nodiscard]] std::vector<DeviceId> devicesOf(const MemberId& member) const;
  [[nodiscard]] std::vector<MemberId> members(const SpaceId& space) const;
  // Highest capability of the device in the space by everything stored here; nothing if it has none.
  // A device that joined and is not confirmed yet has the invite's capability in the invite's spaces,
  // unless another unconfirmed join of the same invitation is stored too.
  [[nodiscard]] std::optional<Capability> capability(const SpaceId& space, const DeviceId& device) const;
  // The same at given heads: only entries that they cover count.
  [[nodiscard]] std::optional<Capability> capabilityAt(const SpaceId& space, const DeviceId& device,
                                                       const std::vector<ChangeId>& heads) const;
  // Whether the invitation lets somebody into the space: the campaign's own, and of those that it names
  // the ones that its inviter manages. Naming a space gives nothing that the inviter could not give.
  [[nodiscard]] bool opens(const Invitation& invitation, const SpaceId& space) const;
  // Who may pull: members' devices, and keys of open invitations (authority logs of the spaces that they
  // open only).
  [[nodiscard]] bool mayPull(const SpaceId& space, const DeviceId& device) const;
  // Copies, since the next entry moves them: whoever goes through them may write, or load a log, meanwhile.
  [[nodiscard]] std::optional<Invitation> invitation(const DeviceId& invitationKey) const;
  [[nodiscard]] std::optional<Invitation> invitation(const ItemId& id) const;
  [[nodiscard]] std::vector<Invitation> invitations() const;
  [[nodiscard]] std::set<RelayId> relays() const;

  // Relay's judgement of a content change (DESIGN §7): Ok if the author may write by the heads it names,
  // or by everything stored here. NotFound: the space, a head or the author's grant is not here yet (wait).
  // NotAllowed: whoever knows all this knows no right.
  [[nodiscard]] Result<void> judge(const Change& content) const;
  // Whether an entry may be stored at all: its author is a manager at its parents, or it is a join by an
  // open invitation that is not expired at `now`, first of its kind; or a genesis by a manager. NotFound
  // as for add(); AlreadyExists if it is here; InvitationUsed, InvitationExpired, InvitationInvalid for
  // a join; NotAllowed.
  [[nodiscard]] Result<void> judgeEntry(const Change& entry, Instant now) const;

  // What a set of heads says as a whole; nothing if one is not here. Keeps its own copy of nothing: valid
  // as long as this object is neither changed by assignment nor destroyed.
  [[nodiscard]] std::shared_ptr<const ClearView> at(const std::vector<ChangeId>& heads) const;
  // The same for everything stored here.
  [[nodiscard]] std::shared_ptr<const ClearView> now() const;
  // An entry that is here, with effect or without; else nullptr.
  [[nodiscard]] const AuthorityEntry* entry(const ChangeId& id) const;
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
