// A campaign with sealed authority entries, from seeds, so that every run makes the same bytes.
#pragma once

#include <QtTest>

#include "core/crypto/sealing/space_key.h"
#include "core/crypto/signing/hash.h"
#include "core/log/compose.h"

namespace meridian::test {

using namespace meridian::log;
using envelope::Change;
using envelope::Item;
using envelope::ItemId;
using envelope::Kind;

// The same bytes in every run.
class SeededRandom final : public RandomSource {
 public:
  void fill(std::span<std::uint8_t> out) override {
    for (auto& byte : out) {
      m_state = m_state * 6364136223846793005u + 1442695040888963407u;
      byte = static_cast<std::uint8_t>(m_state >> 56);
    }
  }

 private:
  std::uint64_t m_state = 1;
};

inline Bytes seedOf(std::string_view name) {
  const auto digest = signing::hashAs<KeyId>("test/seed", {asBytes(name)});
  return {digest.bytes.begin(), digest.bytes.end()};
}

struct Person {
  explicit Person(std::string_view name)
      : key(signing::SigningKey::fromSeed(seedOf(name))),
        box(sealing::BoxKey::fromSeed(seedOf(std::string(name) + "/box"))) {}

  signing::SigningKey key;
  sealing::BoxKey box;
  Keyring keys;
  std::map<SpaceId, envelope::ChainPosition> tips;

  [[nodiscard]] Author author(const SpaceId& space) { return {key, Incarnation{}, tips[space]}; }
  [[nodiscard]] KeyRecipient recipient() const { return {key.id(), box.publicKey()}; }
};

inline ItemDetail detailOf(Role role, std::string market = {}) {
  return {.item = 0, .role = role, .market = std::move(market), .from = {}, .to = {}, .note = "note"};
}

struct World {
  SeededRandom random;
  Person founder{"founder"};
  Authority authority;
  SpaceId campaign;
  KeyId keyId;
  std::vector<Change> history;
  int invitations = 0;

  World() {
    auto content = newEpoch(KeyChain::Content, {founder.recipient()}, random);
    auto epoch = newEpoch(KeyChain::Authority, {founder.recipient()}, random);
    const std::vector<Item> items{envelope::Founder{founder.key.id(), founder.box.publicKey()}, content.item,
                                  epoch.item};
    keyId = epoch.item.key;
    EntryDetail detail{.kind = SpaceKind::Campaign, .market = {}, .items = {detailOf(Role::BrandLead)}};
    auto genesis =
        sealEntry(founder.author({}), Kind::Genesis, {}, {}, items, detail, keyId, epoch.key, random);
    campaign = genesis->space();
    founder.tips[campaign] = {1, genesis->id()};
    founder.keys.learn(campaign, items, founder.key.id(), founder.box);
    add(*genesis);
  }

  void add(const Change& entry) {
    const auto detail = openEntry(entry, founder.keys);
    QVERIFY(authority.add(entry, detail ? std::optional(*detail) : std::nullopt));
    history.push_back(entry);
  }

  // At everything known, or at what was known once.
  Change entry(Person& by, const SpaceId& space, const std::vector<Item>& items, const EntryDetail& detail,
               std::vector<ChangeId> heads = {}) {
    if (heads.empty()) heads = authority.headsFor(space);
    auto change = sealEntry(by.author(space), Kind::Authority, space, std::move(heads), items, detail, keyId,
                            *founder.keys.find(keyId), random);
    by.tips[space] = {change->header().seq, change->id()};
    add(*change);
    return *change;
  }

  SpaceId space(Person& by, SpaceKind kind, const std::string& market, const std::vector<MemberId>& members) {
    std::vector<Item> items{envelope::OfCampaign{campaign}};
    for (const auto& member : members)
      items.push_back(envelope::MemberItem{member});
    const EntryDetail detail{.kind = kind, .market = market, .items = {}};
    auto change = sealEntry(by.author({}), Kind::Genesis, {}, authority.headsFor(campaign), items, detail,
                            keyId, *founder.keys.find(keyId), random);
    by.tips[change->space()] = {1, change->id()};
    add(*change);
    return change->space();
  }

  struct Invited {
    ItemId id;
    InvitationKeys keys;
  };
  Invited invite(Person& by, const ItemDetail& detail, std::optional<envelope::Capability> capability = {},
                 const std::vector<SpaceId>& spaces = {}) {
    auto keys = invitationKeys(seedOf("secret-" + std::to_string(invitations++)));
    const envelope::Invite item{keys.sign.id(), keys.box.publicKey(), fromMillis(2'000'000'000'000),
                                capability.value_or(capabilityOf(detail.role)), spaces};
    const auto change = entry(by, campaign, {item}, {.kind = {}, .market = {}, .items = {detail}});
    return {{change.id(), 0}, std::move(keys)};
  }
  Change join(Person& person, const Invited& invited) {
    auto change = makeJoin(person.author(campaign), campaign, authority.headsFor(campaign), invited.id,
                           invited.keys, person.box.publicKey(), random);
    person.tips[campaign] = {1, change->id()};
    add(*change);
    return *change;
  }
  MemberId member(Person& person, Role role, const std::string& market,
                  const std::vector<SpaceId>& spaces = {}) {
    const auto joined = join(person, invite(founder, detailOf(role, market), {}, spaces));
    entry(founder, campaign, {envelope::Confirm{joined.id()}}, {});
    return MemberId{joined.id().bytes};
  }
  [[nodiscard]] bool counts(const Change& change) const {
    return authority.counting().effectiveItems(change.id()) != nullptr;
  }
  [[nodiscard]] std::vector<RoleGrant> rolesNow(const SpaceId& space, const Person& person) const {
    return authority.rolesAt(space, person.key.id(), authority.headsFor(space));
  }
};

} // namespace meridian::test
