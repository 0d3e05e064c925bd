#include <rapidcheck.h>

#include <QtTest>

#include "world.h"

namespace test_clear_order {

using namespace meridian;
using namespace meridian::test;

namespace {

// A random history: several devices, each writing at a random causal cut of what exists, with right and
// without. Returned in one causal order.
std::vector<Change> randomHistory() {
  std::vector<TestDevice> devices;
  for (int i = 0; i < 6; ++i)
    devices.emplace_back("device-" + std::to_string(i));
  ClearAuthority known;
  std::vector<Change> history;
  std::vector<ItemId> invites;
  std::map<ItemId, signing::SigningKey> invitationKeys;
  std::vector<ChangeId> introductions; // of members
  std::vector<SpaceId> spaces;

  const auto pick = [](const auto& list) -> const auto& {
    return list[*rc::gen::inRange<std::size_t>(0, list.size())];
  };
  const auto keep = [&](Change change) {
    if (known.add(change)) history.push_back(std::move(change));
  };
  // Heads at which the author writes: mostly all, else one that is not alone.
  const auto headsOf = [&](const SpaceId& space) {
    auto heads = known.heads(space);
    if (*rc::gen::weightedOneOf<bool>({{2, rc::gen::just(true)}, {1, rc::gen::just(false)}})) return heads;
    std::vector<ChangeId> older;
    for (const auto& change : history)
      if (change.space() == space) older.push_back(change.id());
    return std::vector{pick(older)};
  };

  const auto genesis = devices[0].write(Kind::Genesis, {}, {}, {Founder{devices[0].id(), devices[0].box()}});
  const SpaceId campaign = genesis.space();
  spaces.push_back(campaign);
  introductions.push_back(genesis.id());
  keep(genesis);

  const int steps = *rc::gen::inRange(5, 40);
  for (int step = 0; step < steps; ++step) {
    auto& author = devices[*rc::gen::inRange<std::size_t>(0, devices.size())];
    const auto name = "invite-" + std::to_string(step);
    const auto capability = Capability{*rc::gen::element<std::uint8_t>(1, 2, 3)};
    const auto member = MemberId::unchecked(pick(introductions).view());
    switch (*rc::gen::inRange(0, 8)) {
    case 0:
    case 1: {
      // Every other one by the founder, who may, at everything known.
      const bool entitled = step % 2 == 0;
      auto change =
          (entitled ? devices[0] : author)
              .write(Kind::Authority, campaign, entitled ? known.heads(campaign) : headsOf(campaign),
                     {inviteOf(name, capability, {pick(spaces)})});
      const ItemId invite{change.id(), 0};
      keep(std::move(change));
      if (!known.invitation(invite)) break;
      invites.push_back(invite);
      invitationKeys.emplace(invite, keyOf(name));
      break;
    }
    case 2:
    case 3: {
      if (invites.empty()) break;
      const auto invite = pick(invites);
      auto change = author.join(campaign, known.heads(campaign), invite, invitationKeys.at(invite));
      introductions.push_back(change.id());
      keep(std::move(change));
      break;
    }
    case 4:
      keep(author.write(Kind::Authority, campaign, headsOf(campaign), {Confirm{pick(introductions)}}));
      break;
    case 5:
      keep(author.write(Kind::Authority, campaign, headsOf(campaign), {Grant{member, capability}}));
      break;
    case 6: {
      auto change =
          author.write(Kind::Genesis, {}, headsOf(campaign), {OfCampaign{campaign}, MemberItem{member}});
      keep(change);
      if (known.hasSpace(change.space())) spaces.push_back(change.space());
      break;
    }
    default: {
      const auto space = pick(spaces);
      auto heads = headsOf(space);
      if (space == campaign) {
        if (invites.empty()) break;
        keep(author.write(Kind::Authority, space, heads, {Withdraw{pick(invites)}}));
      } else {
        std::ranges::copy(known.heads(campaign), std::back_inserter(heads));
        keep(author.write(Kind::Authority, space, heads, {MemberItem{member}}));
      }
    }
    }
  }
  return history;
}

// Everything that the clear half says, in one text.
std::string summary(const ClearAuthority& authority, const std::vector<Change>& history) {
  std::string text;
  const auto capabilityText = [](std::optional<Capability> c) { return c ? std::to_string(int(*c)) : "-"; };
  std::vector<SpaceId> spaces = authority.spaces();
  std::vector<Change> sorted = history;
  std::ranges::sort(sorted, {}, [](const Change& change) { return change.id(); });
  std::vector<DeviceId> devices;
  for (int i = 0; i < 6; ++i)
    devices.push_back(TestDevice("device-" + std::to_string(i)).id());
  for (const auto& change : sorted) {
    text += authority.effectiveItems(change.id()) ? '1' : '0';
    for (const auto& device : devices) {
      const auto known = authority.device(device);
      text += known ? known->member.hex().substr(0, 8) : "none";
      // By everything, and at this entry.
      for (const auto& space : spaces) {
        text += capabilityText(authority.capability(space, device));
        text += capabilityText(authority.capabilityAt(space, device, {change.id()}));
      }
    }
  }
  for (const auto& space : spaces) {
    text += space.hex();
    for (const auto& head : authority.heads(space))
      text += head.hex();
    for (const auto& member : authority.members(space))
      text += member.hex();
  }
  for (const auto& invitation : authority.invitations())
    text += invitation.id.change.hex() + (invitation.confirmed ? invitation.confirmed->hex() : "open") +
            (invitation.withdrawn ? "withdrawn" : "");
  return text;
}

} // namespace

class TestClearOrder : public QObject {
  Q_OBJECT

 private slots:
  void authorityAgreesUnderAnyDeliveryOrder();
  void headsOnlyAdvance();
  void effectNeedsTheRightAtTheParents();
  void cutsGiveNobodyAnything();
  void theHistoriesHoldEntriesWithEffectAndWithout();
};

void TestClearOrder::authorityAgreesUnderAnyDeliveryOrder() {
  const bool ok = rc::check("authority is a function of the set of entries", [] {
    const auto history = randomHistory();
    ClearAuthority first;
    for (const auto& change : history)
      RC_ASSERT(first.add(change).has_value());
    // Any order at all: what comes before its parents waits and is tried again.
    auto waiting = history;
    for (std::size_t i = waiting.size(); i > 1; --i)
      std::swap(waiting[i - 1], waiting[*rc::gen::inRange<std::size_t>(0, i)]);
    ClearAuthority second;
    while (!waiting.empty()) {
      std::vector<Change> left;
      for (const auto& change : waiting) {
        const auto added = second.add(change);
        if (added) continue;
        RC_ASSERT(added.error().code == ErrorCode::NotFound);
        left.push_back(change);
      }
      RC_ASSERT(left.size() < waiting.size());
      waiting = std::move(left);
    }
    RC_ASSERT(summary(first, history) == summary(second, history));
  });
  QVERIFY(ok);
}

void TestClearOrder::headsOnlyAdvance() {
  const bool ok = rc::check("what was a head is covered for ever, and nobody goes back to older ones", [] {
    const auto history = randomHistory();
    ClearAuthority authority;
    std::map<SpaceId, std::vector<ChangeId>> before;
    std::map<ChainKey, ChangeId> lastWithEffect;
    for (const auto& change : history) {
      RC_ASSERT(authority.add(change).has_value());
      for (const auto& space : authority.spaces()) {
        auto heads = authority.heads(space);
        for (const auto& head : before[space])
          RC_ASSERT(authority.covers(heads, head));
        before[space] = std::move(heads);
      }
      if (authority.effectiveItems(change.id()) == nullptr) continue;
      const auto [last, first] = lastWithEffect.try_emplace(chainKeyOf(change), change.id());
      if (!first) RC_ASSERT(authority.covers({change.id()}, std::exchange(last->second, change.id())));
    }
  });
  QVERIFY(ok);
}

void TestClearOrder::effectNeedsTheRightAtTheParents() {
  const bool ok = rc::check("nothing has effect that its author could not do at what it names", [] {
    const auto history = randomHistory();
    ClearAuthority authority;
    for (const auto& change : history)
      RC_ASSERT(authority.add(change).has_value());
    const auto campaign = *authority.campaign();
    for (const auto& change : history) {
      const auto& header = change.header();
      if (header.kind == std::uint8_t(Kind::Join) || header.heads.empty())
        continue; // by an invitation; the founding
      if (authority.effectiveItems(change.id()) == nullptr) continue;
      const auto where = header.kind == std::uint8_t(Kind::Genesis) ? campaign : change.space();
      RC_ASSERT(authority.capabilityAt(where, header.device, header.heads) == Capability::Manage);
    }
  });
  QVERIFY(ok);
}

// They are kept for a later version; whoever writes one, it neither widens nor narrows what anybody may do
// here.
void TestClearOrder::cutsGiveNobodyAnything() {
  const bool ok = rc::check("cuts have no effect in this version", [] {
    const auto history = randomHistory();
    ClearAuthority without, with;
    std::vector<TestDevice> devices;
    for (int i = 0; i < 6; ++i)
      devices.emplace_back("device-" + std::to_string(i));
    std::map<ChainKey, ChainPosition> tips;
    for (const auto& change : history) {
      RC_ASSERT(without.add(change).has_value());
      RC_ASSERT(with.add(change).has_value());
      tips[chainKeyOf(change)] = {change.header().seq, change.id()};
    }
    const auto campaign = *with.campaign();
    for (auto& device : devices) {
      std::vector<ItemId> grants;
      for (int n = *rc::gen::inRange(1, 4); n > 0; --n)
        grants.push_back({history[*rc::gen::inRange<std::size_t>(0, history.size())].id(), 0});
      for (const auto& [chain, tip] : tips)
        if (chain.device == device.id() && chain.space == campaign)
          device.movedTo(campaign, Chain::Authority, tip);
      const auto cut = device.write(Kind::Authority, campaign, without.heads(campaign), {Cut{grants, {}}});
      RC_ASSERT(with.add(cut).has_value());
    }
    for (const auto& space : without.spaces())
      for (const auto& device : devices)
        RC_ASSERT(with.capability(space, device.id()) == without.capability(space, device.id()));
  });
  QVERIFY(ok);
}

// A property over histories in which nothing happens would hold of anything.
void TestClearOrder::theHistoriesHoldEntriesWithEffectAndWithout() {
  int effective = 0, idle = 0, joins = 0;
  rc::check("histories are rich", [&] {
    const auto history = randomHistory();
    ClearAuthority authority;
    for (const auto& change : history) {
      RC_ASSERT(authority.add(change).has_value());
      const bool counts = authority.effectiveItems(change.id());
      (counts ? effective : idle) += 1;
      if (counts && change.header().kind == std::uint8_t(Kind::Join)) ++joins;
    }
  });
  QVERIFY(effective > 200);
  QVERIFY(idle > 200);
  QVERIFY(joins > 50);
}

QTEST_APPLESS_MAIN(TestClearOrder)

} // namespace test_clear_order
#include "test_clear_order.moc"
