// What the tests of the authority begin with: a campaign, its founder, and what each of them adds.
#pragma once

#include <QtTest>

#include "world.h"

namespace meridian::test {

// A campaign with its founder, and what else a test adds.
struct CampaignAuthority {
  TestDevice founder{"founder"};
  ClearAuthority authority;
  SpaceId campaign;
  MemberId founderMember;
  std::uint8_t spaceCount = 0;

  CampaignAuthority() {
    RelayId relay;
    relay.bytes.fill(5);
    const auto genesis =
        founder.write(Kind::Genesis, {}, {}, {Founder{founder.id(), founder.box()}, RelayItem{relay}});
    campaign = genesis.space();
    founderMember = memberOf(genesis);
    add(genesis);
  }

  void add(const Change& entry) { QVERIFY(authority.add(entry)); }
  [[nodiscard]] ChangeId campaignGenesis() const { return ChangeId::unchecked(campaign.view()); }
  [[nodiscard]] std::vector<ChangeId> heads() const { return authority.heads(campaign); }
  // Of the campaign and of a space in it.
  [[nodiscard]] std::vector<ChangeId> headsWith(const SpaceId& space) const {
    auto all = heads();
    if (space != campaign) std::ranges::copy(authority.heads(space), std::back_inserter(all));
    return all;
  }

  // An entry by `author` at everything known; it is added.
  Change entry(TestDevice& author, const std::vector<Item>& items, const SpaceId& space) {
    auto change = author.write(Kind::Authority, space, headsWith(space), items);
    add(change);
    return change;
  }
  Change entry(TestDevice& author, const std::vector<Item>& items) { return entry(author, items, campaign); }

  SpaceId space(TestDevice& author, const std::vector<MemberId>& members) {
    // A number of its own: two spaces of the same members at the same heads would be one.
    std::vector<Item> items{OfCampaign{campaign}, UnknownItem{1000, {spaceCount++}}};
    for (const auto& member : members)
      items.push_back(MemberItem{member});
    const auto genesis = author.write(Kind::Genesis, {}, heads(), items);
    add(genesis);
    return genesis.space();
  }

  ItemId invite(TestDevice& author, std::string_view name, Capability capability,
                std::vector<SpaceId> spaces = {}) {
    return {entry(author, {inviteOf(name, capability, std::move(spaces))}).id(), 0};
  }
  Change join(TestDevice& device, const ItemId& invitation, std::string_view name) {
    auto change = device.join(campaign, heads(), invitation, keyOf(name));
    add(change);
    return change;
  }
  // A confirmed member.
  MemberId member(TestDevice& device, std::string_view name, Capability capability,
                  std::vector<SpaceId> spaces = {}) {
    const auto joined = join(device, invite(founder, name, capability, std::move(spaces)), name);
    entry(founder, {Confirm{joined.id()}});
    return memberOf(joined);
  }

  [[nodiscard]] bool hasEffect(const Change& change) const {
    return authority.effectiveItems(change.id()) != nullptr;
  }
};

} // namespace meridian::test
