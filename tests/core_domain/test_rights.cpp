#include <QtTest>

#include "core/domain/fact_fields.h"
#include "core/domain/market_code.h"
#include "core/domain/rights.h"
#include "world.h"

namespace test_rights {

using namespace meridian;
using namespace meridian::domain;
using namespace meridian::domain::test;
using namespace std::chrono_literals;
using log::Role;

namespace {

const ChangeId self = id<ChangeId>(200);
const log::SpaceInfo campaign{id<SpaceId>(1), log::SpaceKind::Campaign, ""};
const log::SpaceInfo usCreator{id<SpaceId>(2), log::SpaceKind::Creator, "US"};
const log::SpaceInfo team{id<SpaceId>(3), log::SpaceKind::Team, ""};

domain::Author author(Role role, std::string market = "", const MemberId& member = dana) {
  log::RoleGrant grant;
  grant.member = member;
  grant.role = role;
  grant.market = std::move(market);
  return {member, {grant}};
}
crdt::Body body(std::vector<crdt::Op> ops) {
  crdt::Body result;
  result.claimedAt = at("2027-03-10T14:00:00Z");
  result.ops = std::move(ops);
  return result;
}
crdt::Op make(EntityKind kind, crdt::Value payload = crdt::Value::Map{}) {
  return crdt::Create{static_cast<std::uint16_t>(kind), std::move(payload)};
}
crdt::EntityRef keyed(EntityKind kind, std::string_view key) {
  return crdt::KeyedEntity{static_cast<std::uint16_t>(kind), Bytes(key.begin(), key.end())};
}
crdt::EntityRef personOf(const MemberId& member) {
  return crdt::KeyedEntity{static_cast<std::uint16_t>(EntityKind::Person),
                           Bytes(member.bytes.begin(), member.bytes.end())};
}
crdt::Op write(crdt::EntityRef entity, std::uint32_t field, crdt::Value value = 1) {
  return crdt::SetRegister{std::move(entity), field, std::move(value)};
}
std::optional<Target> nothing(const crdt::EntityId&) { return std::nullopt; }
Judgement judged(const log::SpaceInfo& space, const domain::Author& who, std::vector<crdt::Op> ops,
                 const FindTarget& find = nothing, std::optional<Instant> receivedAt = {}) {
  return judge(space, who, self, body(std::move(ops)), find, receivedAt);
}
bool counts(const log::SpaceInfo& space, const domain::Author& who, crdt::Op op) {
  return judged(space, who, {std::move(op)}).effect == Effect::Counts;
}

} // namespace

class TestRights : public QObject {
  Q_OBJECT
 private slots:
  void aMarketsKeyIsTheCodeThatFormsAndFilesTake() {
    for (const char* code : {"US", "RU-1", "EU2", "ABCDEFGH"}) {
      QVERIFY2(isMarketCode(code), code);
      const auto told =
          judged(campaign, author(Role::CampaignLead), {write(keyed(EntityKind::Market, code), 100)});
      QVERIFY2(told.effect == Effect::Counts, code);
    }
    for (const char* code : {"", "us", "U S", "ABCDEFGHI", "США"}) {
      QVERIFY2(!isMarketCode(code), code);
      const auto told =
          judged(campaign, author(Role::CampaignLead), {write(keyed(EntityKind::Market, code), 100)});
      QCOMPARE(told.reason, std::string_view("bad-key"));
    }
  }
  void everyRuleIsWellFormed() {
    std::set<EntityKind> kinds;
    for (const EntityRule& rule : entityRules()) {
      QVERIFY(kinds.insert(rule.kind).second);
      QCOMPARE(ruleNamed(rule.name), &rule);
      QCOMPARE(rule.fact && !rule.fields.empty(), false);
      QVERIFY(rule.keyed || rule.create != Right::None);
      std::set<std::uint32_t> numbers;
      for (const FieldRule& field : rule.fields) {
        QVERIFY(field.write != Right::None);
        for (std::uint32_t n = field.first; n < field.first + (field.isBlock ? 8 : 1); ++n)
          QVERIFY2(numbers.insert(n).second, field.name.data());
        QCOMPARE(ruleNamed(rule, field.name), &field);
      }
    }
  }

  void aCreatorCannotApprove() {
    QVERIFY(!counts(usCreator, author(Role::Creator, "US"), make(EntityKind::Verdict)));
    QVERIFY(counts(usCreator, author(Role::HubLead, "US"), make(EntityKind::Verdict)));
    QVERIFY(counts(usCreator, author(Role::CampaignLead), make(EntityKind::Verdict)));
    QVERIFY(!counts(usCreator, author(Role::Viewer), make(EntityKind::Verdict)));
  }

  void G3_onlyTheOwnHubIssuesBriefs() {
    QVERIFY(counts(usCreator, author(Role::HubLead, "US"), make(EntityKind::BriefIssued)));
    QVERIFY(counts(usCreator, author(Role::Deputy, "US"), make(EntityKind::BriefIssued)));
    for (const Role role : {Role::BrandLead, Role::CampaignLead, Role::CampaignDeputy, Role::Creator,
                            Role::Viewer, Role::Analyst, Role::Agency})
      QVERIFY(!counts(usCreator, author(role, "US"), make(EntityKind::BriefIssued)));
    const auto other = judged(usCreator, author(Role::HubLead, "RU"), {make(EntityKind::BriefIssued)});
    QCOMPARE(other.effect, Effect::Void);
    QCOMPARE(other.reason, std::string_view("not-your-market"));
  }

  void onlyTheCreatorSubmitsAndGoesLive() {
    for (const EntityKind kind :
         {EntityKind::Submission, EntityKind::Published, EntityKind::BriefAcknowledged}) {
      QVERIFY(counts(usCreator, author(Role::Creator, "US"), make(kind)));
      for (const Role role : {Role::BrandLead, Role::CampaignLead, Role::HubLead, Role::Viewer})
        QVERIFY(!counts(usCreator, author(role, "US"), make(kind)));
    }
  }

  void aHubWritesItsOwnMarketAlone() {
    const auto us = keyed(EntityKind::Market, "US"), ru = keyed(EntityKind::Market, "RU");
    const auto hub = author(Role::HubLead, "US");
    QVERIFY(counts(campaign, hub, write(us, field::market::schedule)));
    QVERIFY(!counts(campaign, hub, write(ru, field::market::schedule)));
    QVERIFY(!counts(campaign, hub, write(us, field::market::launchAt)));
    QVERIFY(counts(campaign, author(Role::CampaignLead), write(us, field::market::launchAt)));
    QVERIFY(!counts(campaign, hub, write(keyed(EntityKind::Campaign, ""), field::campaign::brandName)));
  }

  void aHubCannotTakeWhatBelongsToAllMarkets() {
    const auto id = entity(9);
    const auto find = [&](const std::string& market) {
      return [market](const crdt::EntityId&) {
        return std::optional(Target{EntityKind::Milestone, market, svetlana});
      };
    };
    const auto hub = author(Role::HubLead, "US");
    const auto at100 = write(id.ref(), field::milestone::at);
    QCOMPARE(judged(campaign, hub, {at100}, find("US")).effect, Effect::Counts);
    QCOMPARE(judged(campaign, hub, {at100}, find("RU")).effect, Effect::Void);
    QCOMPARE(judged(campaign, hub, {at100}, find("")).effect, Effect::Void);
    const auto take = write(id.ref(), field::milestone::market, "US");
    QCOMPARE(judged(campaign, hub, {take, at100}, find("")).effect, Effect::Void);
    QCOMPARE(judged(campaign, hub, {take, at100}, find("RU")).effect, Effect::Void);
    const auto give = write(id.ref(), field::milestone::market, "RU");
    QCOMPARE(judged(campaign, hub, {give}, find("US")).effect, Effect::Void);
  }

  void aHubMakesMilestonesOfItsOwnMarket() {
    const crdt::EntityRef made = OpId{self, 0};
    const auto ops = [&](const char* market) {
      return std::vector<crdt::Op>{make(EntityKind::Milestone), write(made, field::milestone::market, market),
                                   write(made, field::milestone::at)};
    };
    QCOMPARE(judged(campaign, author(Role::HubLead, "US"), ops("US")).effect, Effect::Counts);
    QCOMPARE(judged(campaign, author(Role::HubLead, "US"), ops("RU")).effect, Effect::Void);
    QCOMPARE(judged(campaign, author(Role::HubLead, "US"), {make(EntityKind::Milestone)}).effect,
             Effect::Void);
    QCOMPARE(judged(campaign, author(Role::CampaignLead), {make(EntityKind::Milestone)}).effect,
             Effect::Counts);
  }

  void aHubDelayNoticeNamesTheOwnMarket() {
    crdt::Value payload;
    payload.set(fact::delay::market, "US");
    QVERIFY(counts(campaign, author(Role::HubLead, "US"), make(EntityKind::HubDelayNotice, payload)));
    QVERIFY(!counts(campaign, author(Role::HubLead, "RU"), make(EntityKind::HubDelayNotice, payload)));
    QVERIFY(!counts(campaign, author(Role::HubLead, "US"), make(EntityKind::HubDelayNotice)));
  }

  void peopleWriteTheirOwnCard() {
    const auto name = field::person::name;
    QVERIFY(counts(campaign, author(Role::HubLead, "US", dana), write(personOf(dana), name, "Dana")));
    QVERIFY(!counts(campaign, author(Role::HubLead, "US", dana), write(personOf(mila), name, "Dana")));
    QVERIFY(counts(campaign, author(Role::CampaignLead, "", svetlana), write(personOf(dana), name, "Dana")));
    // Creators stay unknown to one another.
    QVERIFY(!counts(campaign, author(Role::Creator, "US", maya), write(personOf(maya), name, "Maya")));
  }

  void anAbsenceIsOnesOwn() {
    const crdt::EntityRef made = OpId{self, 0};
    const auto absence = [&](const MemberId& member) {
      return std::vector<crdt::Op>{make(EntityKind::Absence),
                                   write(made, field::absence::member, idValue(member))};
    };
    QCOMPARE(judged(campaign, author(Role::HubLead, "US", dana), absence(dana)).effect, Effect::Counts);
    QCOMPARE(judged(campaign, author(Role::HubLead, "US", dana), absence(mila)).effect, Effect::Void);
    QCOMPARE(judged(campaign, author(Role::CampaignLead, "", mila), absence(dana)).effect, Effect::Counts);
  }

  void aCreatorWritesNameZoneHoursLanguageAndNoMore() {
    const auto card = keyed(EntityKind::Creator, "");
    const auto me = author(Role::Creator, "US", maya);
    for (const auto f :
         {field::person::name, field::person::zone, field::person::workFrom, field::person::language})
      QVERIFY(counts(usCreator, me, write(card, f)));
    for (const auto f : {field::person::approver, field::person::tier, field::person::followers})
      QVERIFY(!counts(usCreator, me, write(card, f)));
  }

  void aViewerMayAcknowledge() {
    QVERIFY(counts(campaign, author(Role::Viewer), make(EntityKind::CharterAcknowledged)));
    QVERIFY(counts(campaign, author(Role::Viewer), make(EntityKind::Received)));
    QVERIFY(counts(team, author(Role::Viewer), make(EntityKind::Seen)));
    QVERIFY(!counts(campaign, author(Role::Viewer), make(EntityKind::PriorityDecision)));
  }

  void T4_theBrandLeadLocksTheCore() {
    const auto lock = write(keyed(EntityKind::Campaign, ""), field::campaign::coreLocked, true);
    QVERIFY(counts(campaign, author(Role::BrandLead), lock));
    QVERIFY(!counts(campaign, author(Role::CampaignLead), lock));
  }

  void factsAreImmutableAndSpacesKeptApart() {
    const auto find = [](const crdt::EntityId&) {
      return std::optional(Target{EntityKind::Verdict, "", dana});
    };
    const auto edit = judged(usCreator, author(Role::HubLead, "US"), {write(entity(9).ref(), 1)}, find);
    QCOMPARE(edit.reason, std::string_view("fact-is-immutable"));
    QCOMPARE(judged(campaign, author(Role::HubLead, "US"), {make(EntityKind::Verdict)}).reason,
             std::string_view("wrong-space"));
    QCOMPARE(
        judged(usCreator, author(Role::CampaignLead), {write(keyed(EntityKind::Market, "US"), 100)}).reason,
        std::string_view("wrong-space"));
    QCOMPARE(judged(campaign, author(Role::CampaignLead), {write(keyed(EntityKind::Market, "us/../"), 100)})
                 .reason,
             std::string_view("bad-key"));
    QCOMPARE(judged(campaign, author(Role::CampaignLead), {make(EntityKind::Market)}).reason,
             std::string_view("keyed-entity"));
    QCOMPARE(judged(campaign, author(Role::CampaignLead), {write(entity(9).ref(), 100)}).reason,
             std::string_view("unknown-entity"));
    QCOMPARE(judged(campaign, author(Role::CampaignLead),
                    {write(keyed(EntityKind::Campaign, ""), block(field::campaign::thesis, lane::en))})
                 .reason,
             std::string_view("wrong-law"));
  }

  // A reference to another change's op must not be taken for one of the own change.
  void anIndexAloneIsNoIdentity() {
    const ChangeId foreign = id<ChangeId>(77);
    const auto result = judged(campaign, author(Role::HubLead, "US"),
                               {make(EntityKind::Absence), write(OpId{foreign, 0}, field::absence::from)});
    QCOMPARE(result.reason, std::string_view("unknown-entity"));
  }

  void aChangeCountsWholeOrNotAtAll() {
    const auto hub = author(Role::HubLead, "US");
    QCOMPARE(judged(usCreator, hub, {make(EntityKind::Verdict), make(EntityKind::Submission)}).effect,
             Effect::Void);
    QCOMPARE(judged(usCreator, {dana, {}}, {make(EntityKind::Received)}).reason, std::string_view("no-role"));
  }

  void opsOfANewerVersionWaitForAnUpdate() {
    const auto hub = author(Role::HubLead, "US");
    const crdt::Op newer = crdt::UnknownOp{99, {}};
    QCOMPARE(judged(usCreator, hub, {newer}).effect, Effect::Unknown);
    QCOMPARE(judged(usCreator, hub, {crdt::Create{999, {}}}).effect, Effect::Unknown);
    QCOMPARE(judged(usCreator, hub, {newer, make(EntityKind::Verdict)}).effect, Effect::Counts);
    QCOMPARE(judged(usCreator, hub, {newer, make(EntityKind::Submission)}).effect, Effect::Void);
  }

  void C1_aDeputyCountsBetweenTwoDatesIfStoredWithinADay() {
    auto who = author(Role::Deputy, "US");
    who.roles[0].from = at("2027-03-08T00:00:00Z");
    who.roles[0].to = at("2027-03-11T00:00:00Z");
    const auto when = [&](const char* claimed, std::optional<const char*> received) {
      auto change = body({make(EntityKind::Verdict)});
      change.claimedAt = at(claimed);
      return judge(usCreator, who, self, change, nothing,
                   received ? std::optional(at(*received)) : std::nullopt);
    };
    QCOMPARE(when("2027-03-10T14:00:00Z", "2027-03-12T00:00:00Z").effect, Effect::Counts);
    QCOMPARE(when("2027-03-10T14:00:00Z", "2027-03-12T00:00:00.001Z").reason,
             std::string_view("received-late"));
    QCOMPARE(when("2027-03-10T14:00:00Z", {}).reason, std::string_view("not-received-yet"));
    QCOMPARE(when("2027-03-08T00:00:00Z", "2027-03-08T00:01:00Z").effect, Effect::Counts);
    for (const char* claimed : {"2027-03-07T23:59:59Z", "2027-03-11T00:00:00Z"}) {
      QCOMPARE(when(claimed, "2027-03-11T00:00:01Z").effect, Effect::Held);
      QCOMPARE(when(claimed, "2027-03-11T00:00:01Z").reason, std::string_view("outside-dates"));
    }
    // An undated grant of the same right needs no receipt; a right the deputy lacks is void, not held.
    who.roles.push_back(author(Role::HubLead, "US").roles[0]);
    QCOMPARE(when("2027-03-20T00:00:00Z", {}).effect, Effect::Counts);
    who.roles.pop_back();
    QCOMPARE(judged(usCreator, who, {make(EntityKind::Submission)}).effect, Effect::Void);
    // What belongs to every member does not wait, or a receipt would need a receipt.
    QCOMPARE(judged(usCreator, who, {make(EntityKind::Received)}).effect, Effect::Counts);
  }

  void untilConfirmedACreatorWritesAndALeadReads() {
    auto lead = author(Role::HubLead, "US");
    lead.roles[0].confirmed = false;
    QCOMPARE(judged(usCreator, lead, {make(EntityKind::Verdict)}).reason, std::string_view("not-confirmed"));
    QCOMPARE(judged(campaign, lead, {write(personOf(dana), field::person::name)}).effect, Effect::Counts);
    auto creator = author(Role::Creator, "US", maya);
    creator.roles[0].confirmed = false;
    QCOMPARE(judged(usCreator, creator, {make(EntityKind::Submission)}).effect, Effect::Counts);
  }
};

QTEST_APPLESS_MAIN(TestRights)

} // namespace test_rights
#include "test_rights.moc"
