#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "tests/core_log/authority_world.h"

namespace test_authority {

using namespace meridian;
using namespace meridian::test;

class TestAuthority : public QObject {
  Q_OBJECT

 private slots:
  void aManagerManagesWhatTheTableSays();
  void everyRoleHasOneName();
  void aDetailReadsBack();
  void theFounderIsBrandLead();
  void aHubLeadInvitesForTheOwnMarketAlone();
  void aHubLeadCannotMakeALead();
  void aCreatorCannotGrant();
  void aClearCapabilityAboveTheRoleHasNoEffect();
  void aJoinedCreatorCountsFullyAndALeadOnlyReads();
  void rolesInASpaceAreThoseOfItsMembers();
  void aSpaceOfAnotherMarketHasNoEffect();
  void aDetailThatComesLateIsCountedThen();
  void contentOpensForWhoHoldsTheKey();
  void concurrentEpochsAreCombinedInAnyOrder();
  void theVectorsAreAsTheyWere();
};

void TestAuthority::aManagerManagesWhatTheTableSays() {
  for (int code = 1; code <= 9; ++code) {
    const auto role = Role{static_cast<std::uint8_t>(code)};
    QVERIFY(mayManage(Role::BrandLead, "", role, "US"));
    QCOMPARE(mayManage(Role::CampaignLead, "", role, "US"), role != Role::BrandLead);
    const bool own = role == Role::Creator || role == Role::Deputy;
    QCOMPARE(mayManage(Role::HubLead, "US", role, "US"), own);
    QVERIFY(!mayManage(Role::HubLead, "US", role, "RU"));
    QVERIFY(!mayManage(Role::HubLead, "", role, ""));
    for (const auto other :
         {Role::Deputy, Role::Creator, Role::Viewer, Role::Analyst, Role::Agency, Role::CampaignDeputy})
      QVERIFY(!mayManage(other, "US", role, "US"));
  }
}

void TestAuthority::everyRoleHasOneName() {
  for (int code = 1; code <= 9; ++code) {
    const auto role = Role{static_cast<std::uint8_t>(code)};
    QVERIFY(parseRole(roleName(role)) == role);
  }
  QVERIFY(!parseRole("lead"));
}

void TestAuthority::aDetailReadsBack() {
  EntryDetail detail{.kind = SpaceKind::Creator, .market = "US", .items = {detailOf(Role::Deputy, "US")}};
  detail.items.front().from = fromMillis(5);
  detail.items.front().to = fromMillis(9);
  const auto read = entryDetailFrom(toValue(detail));
  QVERIFY(read && toValue(*read) == toValue(detail));
  QVERIFY(read->items.front().to == fromMillis(9));
  QVERIFY(!entryDetailFrom(crdt::Value("text")));
}

void TestAuthority::theFounderIsBrandLead() {
  World w;
  const auto roles = w.rolesNow(w.campaign, w.founder);
  QCOMPARE(roles.size(), std::size_t{1});
  QVERIFY(roles.front().role == Role::BrandLead && roles.front().confirmed);
  QVERIFY(w.authority.space(w.campaign)->kind == SpaceKind::Campaign);
}

void TestAuthority::aHubLeadInvitesForTheOwnMarketAlone() {
  World w;
  Person hub("hub"), maya("maya"), oleg("oleg");
  w.member(hub, Role::HubLead, "US");
  w.join(maya, w.invite(hub, detailOf(Role::Creator, "US")));
  const auto foreign = w.invite(hub, detailOf(Role::Creator, "RU"));
  w.join(oleg, foreign);
  QVERIFY(w.rolesNow(w.campaign, maya).front().market == "US");
  QVERIFY(w.rolesNow(w.campaign, oleg).empty());
  QVERIFY(!w.authority.invitationDetail(foreign.id));
  // A relay cannot see the market.
  QVERIFY(w.authority.clear().capability(w.campaign, oleg.key.id()));
}

void TestAuthority::aHubLeadCannotMakeALead() {
  World w;
  Person hub("hub"), friendly("friend");
  w.member(hub, Role::HubLead, "US");
  const auto member = w.member(friendly, Role::Creator, "US");
  const EntryDetail detail{.kind = {}, .market = {}, .items = {detailOf(Role::CampaignLead)}};
  const std::vector<Item> grant{envelope::Grant{member, envelope::Capability::Manage}};
  const auto forbidden = w.entry(hub, w.campaign, grant, detail);
  QVERIFY(w.authority.clear().effectiveItems(forbidden.id()));
  QVERIFY(!w.counts(forbidden));
  QCOMPARE(w.authority.roles(member).size(), std::size_t{1});
  QVERIFY(w.counts(w.entry(w.founder, w.campaign, grant, detail)));
  QCOMPARE(w.authority.roles(member).size(), std::size_t{2});
}

void TestAuthority::aCreatorCannotGrant() {
  World w;
  Person maya("maya");
  const auto member = w.member(maya, Role::Creator, "US");
  const auto forbidden = w.entry(maya, w.campaign, {envelope::Grant{member, envelope::Capability::Write}},
                                 {.kind = {}, .market = {}, .items = {detailOf(Role::Creator, "US")}});
  QVERIFY(!w.authority.clear().effectiveItems(forbidden.id()));
  QVERIFY(!w.counts(forbidden));
}

void TestAuthority::aClearCapabilityAboveTheRoleHasNoEffect() {
  World w;
  Person maya("maya");
  w.join(maya, w.invite(w.founder, detailOf(Role::Creator, "US"), envelope::Capability::Manage));
  QVERIFY(w.rolesNow(w.campaign, maya).empty());
}

void TestAuthority::aJoinedCreatorCountsFullyAndALeadOnlyReads() {
  World w;
  Person maya("maya"), hub("hub");
  w.join(maya, w.invite(w.founder, detailOf(Role::Creator, "US")));
  const auto joined = w.join(hub, w.invite(w.founder, detailOf(Role::HubLead, "US")));
  QVERIFY(w.rolesNow(w.campaign, maya).front().role == Role::Creator);
  QVERIFY(!w.rolesNow(w.campaign, maya).front().confirmed);
  QVERIFY(w.rolesNow(w.campaign, hub).front().role == Role::Viewer);
  w.entry(w.founder, w.campaign, {envelope::Confirm{joined.id()}}, {});
  QVERIFY(w.rolesNow(w.campaign, hub).front().role == Role::HubLead);
  QVERIFY(w.rolesNow(w.campaign, hub).front().confirmed);
}

void TestAuthority::rolesInASpaceAreThoseOfItsMembers() {
  World w;
  Person hub("hub"), maya("maya"), other("other");
  const auto hubMember = w.member(hub, Role::HubLead, "US");
  const auto space = w.space(hub, SpaceKind::Creator, "US", {MemberId{w.campaign.bytes}, hubMember});
  w.join(maya, w.invite(hub, detailOf(Role::Creator, "US"), {}, {space}));
  w.member(other, Role::Creator, "US");
  QVERIFY(w.authority.space(space)->market == "US");
  QVERIFY(w.rolesNow(space, maya).front().role == Role::Creator);
  QVERIFY(w.rolesNow(space, hub).front().role == Role::HubLead);
  QVERIFY(w.rolesNow(space, other).empty());
  QCOMPARE(w.authority.people(space).size(), std::size_t{3});
}

void TestAuthority::aSpaceOfAnotherMarketHasNoEffect() {
  World w;
  Person hub("hub");
  const auto hubMember = w.member(hub, Role::HubLead, "US");
  const auto creator = w.space(hub, SpaceKind::Creator, "RU", {hubMember});
  const auto team = w.space(hub, SpaceKind::Team, "", {hubMember});
  for (const auto& space : {creator, team}) {
    QVERIFY(w.authority.clear().hasSpace(space));
    QVERIFY(!w.authority.space(space));
    QVERIFY(w.rolesNow(space, hub).empty());
  }
  QVERIFY(w.authority.space(w.space(hub, SpaceKind::Creator, "US", {hubMember})));
}

void TestAuthority::aDetailThatComesLateIsCountedThen() {
  World w;
  Person hub("hub"), maya("maya");
  w.member(hub, Role::HubLead, "US");
  w.join(maya, w.invite(hub, detailOf(Role::Creator, "US")));
  Authority late;
  for (const auto& change : w.history)
    QVERIFY(late.add(change, std::nullopt));
  const auto heads = late.headsFor(w.campaign);
  QVERIFY(late.rolesAt(w.campaign, maya.key.id(), heads).empty());
  for (auto entry = w.history.rbegin(); entry != w.history.rend(); ++entry)
    if (const auto detail = openEntry(*entry, w.founder.keys)) late.supplyDetail(entry->id(), *detail);
  QVERIFY(late.rolesAt(w.campaign, maya.key.id(), heads) == w.rolesNow(w.campaign, maya));
  QVERIFY(!w.rolesNow(w.campaign, maya).empty());
}

void TestAuthority::contentOpensForWhoHoldsTheKey() {
  World w;
  const auto current = w.founder.keys.current(w.campaign, KeyChain::Content);
  QVERIFY(current);
  crdt::Body body;
  body.claimedAt = fromMillis(7);
  const auto heads = w.authority.headsFor(w.campaign);
  const auto change =
      sealContent({w.founder.key, Incarnation{}, {}}, w.campaign, heads, {}, body, *current, w.random);
  QVERIFY(change && change->verifySignature());
  QVERIFY(openContent(*change, w.founder.keys)->claimedAt == fromMillis(7));
  QCOMPARE(openContent(*change, Keyring{}).error().code, ErrorCode::WrongKey);
  auto bytes = Bytes(change->bytes().begin(), change->bytes().end());
  bytes[120] ^= 1; // the key's name
  QCOMPARE(openContent(*Change::parse(bytes), w.founder.keys).error().code, ErrorCode::WrongKey);
  bytes[120] ^= 1;
  bytes[100] ^= 1; // prev, which the seal covers
  QCOMPARE(openContent(*Change::parse(bytes), w.founder.keys).error().code, ErrorCode::Damaged);
  // A newcomer is given every key.
  Person maya("maya");
  const auto shares = shareKeys(w.founder.keys, w.campaign, {maya.recipient()});
  QCOMPARE(shares.size(), std::size_t{2});
  const auto genesis = envelope::decodeItems(w.history.front().clear());
  QVERIFY(maya.keys.learn(w.campaign, *genesis, maya.key.id(), maya.box).empty());
  QCOMPARE(maya.keys.learn(w.campaign, shares, maya.key.id(), maya.box).size(), std::size_t{2});
  QVERIFY(openContent(*change, maya.keys));
}

void TestAuthority::concurrentEpochsAreCombinedInAnyOrder() {
  SeededRandom random;
  Person me("me");
  SpaceId space;
  auto one = newEpoch(KeyChain::Content, {me.recipient()}, random);
  auto two = newEpoch(KeyChain::Content, {me.recipient()}, random);
  Keyring forwards, backwards;
  forwards.learn(space, {one.item, two.item}, me.key.id(), me.box);
  backwards.learn(space, {two.item, one.item}, me.key.id(), me.box);
  const auto current = forwards.current(space, KeyChain::Content);
  QVERIFY(current->id != one.item.key && current->id != two.item.key);
  QVERIFY(backwards.find(current->id) && *backwards.find(current->id) == *current->key);
  // The next rotation joins them, and hands both on to whoever has its key alone.
  auto next = newEpoch(KeyChain::Content, {me.recipient()}, random);
  for (const auto* old : {&one, &two}) {
    envelope::ParentKey parent;
    parent.key = old->item.key;
    const auto sealed =
        sealing::seal(next.key, parent.nonce, old->key.view(), parentKeyContext(next.item.key, parent.key));
    std::ranges::copy(sealed, parent.sealed.begin());
    parent.nonce = {};
    next.item.parents.push_back(parent);
  }
  forwards.learn(space, {next.item}, me.key.id(), me.box);
  QVERIFY(forwards.current(space, KeyChain::Content)->id == next.item.key);
  QVERIFY(forwards.find(current->id));
  one.item.recipients.clear();
  two.item.recipients.clear();
  Keyring late;
  QCOMPARE(late.learn(space, {one.item, two.item, next.item}, me.key.id(), me.box).size(), std::size_t{3});
  QVERIFY(late.find(current->id));
}

// A founding, an invitation, a join and a content change, from seeds. When this fails the format has
// changed, and old files no longer open: that is never mended by writing new vectors for an old format.
void TestAuthority::theVectorsAreAsTheyWere() {
  World w;
  Person maya("maya");
  w.join(maya, w.invite(w.founder, detailOf(Role::Creator, "US")));
  crdt::Body body;
  body.claimedAt = fromMillis(1'804'687'200'000);
  auto content = sealContent({maya.key, Incarnation{}, {}}, w.campaign, w.authority.headsFor(w.campaign), {},
                             body, *w.founder.keys.current(w.campaign, KeyChain::Content), w.random);
  QVERIFY(content);
  w.history.push_back(*content);

  QFile file(QStringLiteral(MERIDIAN_TEST_DATA "/change-v1.json"));
  QVERIFY(file.open(QIODevice::ReadOnly));
  const auto root = QJsonDocument::fromJson(file.readAll()).object();
  const auto changes = root.value("changes").toArray();
  QCOMPARE(std::size_t(changes.size()), w.history.size());
  for (std::size_t i = 0; i < w.history.size(); ++i) {
    const auto vector = changes.at(int(i)).toObject();
    QCOMPARE(vector.value("id").toString().toStdString(), w.history[i].id().hex());
    QCOMPARE(vector.value("bytes").toString().toStdString(), toHex(w.history[i].bytes()));
    QCOMPARE(vector.value("kind").toInt(), int(w.history[i].header().kind));
  }
  // The keys that open them, for a second implementation.
  const auto keys = root.value("keys").toArray();
  QCOMPARE(keys.size(), 2);
  for (const auto& value : keys) {
    const auto key = value.toObject();
    const auto id = KeyId::fromHex(key.value("id").toString().toStdString());
    QVERIFY(id);
    QCOMPARE(key.value("key").toString().toStdString(), toHex(w.founder.keys.find(*id)->view()));
  }
}

QTEST_APPLESS_MAIN(TestAuthority)

} // namespace test_authority
#include "test_authority.moc"
