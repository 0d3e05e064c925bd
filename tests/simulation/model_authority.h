// Who has which right at which heads, computed the slow way: sets of entries, nothing kept up, no store.
// Shares with the product the readers of bytes (core/envelope's items, core/log's details) and the numbers of
// roles, and nothing of the judging.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "core/log/authority.h"

namespace meridian::sim {

class AuthorityModel {
 public:
  struct Entry {
    envelope::Change change;
    std::optional<log::EntryDetail> detail; // what it seals, where that can be read
  };
  struct Role {
    log::Role role{};
    std::string market;
    std::optional<Instant> from, to;
    bool confirmed = true;
  };
  // All that a set of entries says.
  struct View {
    struct Grant {
      envelope::ItemId id, detail;
      envelope::Capability capability{};
      bool confirmed = true, founder = false;
    };
    struct Invitation {
      envelope::Invite invite;
      DeviceId by;
      std::set<ChangeId> joins;
      std::optional<ChangeId> confirmed, counting;
      bool withdrawn = false;
    };
    std::set<ChangeId> past;
    std::map<DeviceId, MemberId> devices;
    std::set<MemberId> introduced;
    std::map<MemberId, std::vector<Grant>> grants;
    std::map<SpaceId, std::set<MemberId>> members;
    std::map<envelope::ItemId, Invitation> invitations;
    std::set<RelayId> relays;
  };

  AuthorityModel(const SpaceId& campaign, const std::vector<Entry>& entries);

  // Whether it is an entry of this campaign with all that it names.
  [[nodiscard]] bool has(const ChangeId& entry) const;
  [[nodiscard]] std::optional<SpaceId> spaceOf(const ChangeId& entry) const;
  [[nodiscard]] std::set<ChangeId> past(const std::vector<ChangeId>& heads) const;
  [[nodiscard]] const View& at(const std::vector<ChangeId>& heads) const;
  [[nodiscard]] const View& now() const;
  [[nodiscard]] std::optional<log::SpaceInfo> space(const SpaceId& space) const;
  // What the device's person may do in `space` by these heads; nothing if they are no member there.
  [[nodiscard]] std::vector<Role> rolesAt(const SpaceId& space, const DeviceId& device,
                                          const std::vector<ChangeId>& heads) const;
  [[nodiscard]] std::vector<Role> roles(const View& view, const MemberId& member) const;
  // What a relay would say that knows these heads and nothing else.
  [[nodiscard]] bool mayWrite(const SpaceId& space, const DeviceId& device,
                              const std::vector<ChangeId>& heads) const;

 private:
  enum class Half { Clear, Both }; // what a relay knows; what a replica counts
  struct Known {
    envelope::Change change;
    std::vector<envelope::Item> items;
    std::optional<log::EntryDetail> detail;
  };
  using Key = std::pair<Half, std::vector<ChangeId>>;

  [[nodiscard]] bool fits(const ChangeId& id) const;
  [[nodiscard]] bool hasShape(const Known& entry) const;
  [[nodiscard]] bool counts(Half half, const ChangeId& id) const;
  [[nodiscard]] bool judge(Half half, const ChangeId& id) const;
  [[nodiscard]] bool clearItem(const Known& entry, const envelope::Item& item, const MemberId& author,
                               const View& view) const;
  [[nodiscard]] bool sealedItem(const envelope::ItemId& id, const envelope::Item& item,
                                const MemberId& author, const View& view) const;
  [[nodiscard]] const View& view(Half half, std::vector<ChangeId> heads) const;
  [[nodiscard]] View look(Half half, const std::vector<ChangeId>& heads) const;
  [[nodiscard]] bool isMember(const View& view, const SpaceId& space, const MemberId& member) const;
  [[nodiscard]] std::optional<envelope::Capability> capability(const View& view,
                                                               const MemberId& member) const;
  [[nodiscard]] std::optional<envelope::Capability> capability(const View& view, const SpaceId& space,
                                                               const DeviceId& device) const;
  [[nodiscard]] const log::ItemDetail* detail(const envelope::ItemId& item) const;
  [[nodiscard]] std::vector<Role> firmRoles(const View& view, const MemberId& member) const;

  SpaceId m_campaign;
  std::map<ChangeId, Known> m_entries;
  mutable std::map<ChangeId, bool> m_fits;
  mutable std::map<std::pair<Half, ChangeId>, bool> m_counts;
  mutable std::map<Key, View> m_views;
};

} // namespace meridian::sim
