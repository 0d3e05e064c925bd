// Founding a campaign, inviting people, joining (DESIGN §3).
#pragma once

#include "core/replica/replica.h"
#include "core/replica/views.h"

namespace meridian::replica {

struct RelayAddress {
  std::string url; // wss://host:port
  RelayId identity;
  Bytes pin; // SHA-256 of the TLS public key; empty: the certificate's name is checked
  std::string foundingCode;
  bool operator==(const RelayAddress&) const = default;
};
// All that an invitation's link carries, in its fragment.
struct Invitation {
  SpaceId campaign;
  DeviceId inviter;
  Bytes secret; // 32 bytes, used once
  std::optional<RelayAddress> relay;
  std::string campaignName, inviterName, inviteeName;
  log::Role role{};
  std::string market;
  Instant expiry{};
  domain::Language language{};
};
[[nodiscard]] std::string toLink(const Invitation& invitation); // "meridian://join#…"
[[nodiscard]] std::string toCode(const Invitation& invitation); // "MERIDIAN-…", for a message
// Finds a link or code in whatever was pasted, with a messenger's clutter around it: line breaks, quotes,
// zero-width and non-breaking spaces, a preview's text. InvitationInvalid.
[[nodiscard]] Result<Invitation> findInvitation(std::string_view pasted);

class Founding {
 public:
  // A new campaign with this profile's person as brand lead: campaign and team spaces, keys, the own card.
  [[nodiscard]] static Result<SpaceId> create(Replica& replica, std::string_view brandName,
                                              const domain::Bilingual& name);
};

class Access {
 public:
  Access(Replica& replica, const SpaceId& campaign) : m_replica(replica), m_campaign(campaign) {}

  struct Invitee {
    std::string name;
    log::Role role{};
    std::string market;
    std::optional<SpaceId> creatorSpace; // of a creator: made with addCreator()
    std::optional<Instant> from, to;     // of a deputy
    domain::Language language{};
    Instant expiry{};
  };
  // One entry, with current keys sealed to the invitation. NotAllowed, InvalidArgument.
  [[nodiscard]] Result<Invitation> invite(const Invitee& invitee);
  [[nodiscard]] Result<void> withdraw(const envelope::ItemId& invitation);
  [[nodiscard]] Result<void> setRelay(const RelayAddress& address);
  [[nodiscard]] std::optional<RelayAddress> relay();

  // Begins joining: keeps the invitation and shows the campaign as Joining. The join itself is written as
  // soon as the campaign's authority log is here (from the relay or a bundle): see continueJoin.
  // InvitationExpired (by the own clock, told as such), AlreadyExists.
  [[nodiscard]] static Result<SpaceId> join(Replica& replica, const Invitation& invitation);
  // Writes the join once it can; true if it was written now. InvitationUsed, InvitationInvalid if the
  // authority log says otherwise than the link.
  [[nodiscard]] Result<bool> continueJoin();
  // The invitation that this campaign is being joined with.
  [[nodiscard]] std::optional<Invitation> joiningWith();

 private:
  Replica& m_replica;
  SpaceId m_campaign;
};

} // namespace meridian::replica
