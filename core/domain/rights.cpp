#include "core/domain/rights.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "core/base/planted.h"
#include "core/domain/fact_fields.h"
#include "core/domain/market_code.h"
#include "core/domain/roster.h"

namespace meridian::domain {
namespace {

using log::Role;

constexpr Duration receivedGrace = std::chrono::hours{24};

// How far somebody may go with one op, from least to most.
enum class Grade { Void, Held, Counts };
struct Graded {
  Grade grade = Grade::Void;
  std::string_view reason;
};

bool isOneOf(Role role, std::initializer_list<Role> list) {
  return std::find(list.begin(), list.end(), role) != list.end();
}

// What an op touches, as far as rights ask.
struct Subject {
  std::vector<std::string> markets; // all of them must be the own; none: no hub's own
  bool isSelf = false;
};

class Judge {
 public:
  Judge(const log::SpaceInfo& space, const Author& author, const ChangeId& self, const crdt::Body& body,
        const FindTarget& find, std::optional<Instant> receivedAt, int reads)
      : m_space(space),
        m_author(author),
        m_self(self),
        m_body(body),
        m_find(find),
        m_receivedAt(receivedAt),
        m_reads(reads) {}

  Judgement judge() {
    if (m_author.roles.empty()) return {Effect::Void, "no-role"};
    Judgement result{m_body.ops.empty() ? Effect::Counts : Effect::Unknown, ""};
    for (std::size_t i = 0; i < m_body.ops.size(); ++i) {
      const auto graded = judgeOp(static_cast<std::uint32_t>(i), m_body.ops[i]);
      if (!graded) continue;
      if (graded->grade == Grade::Void) return {Effect::Void, graded->reason};
      if (graded->grade == Grade::Held)
        result = {Effect::Held, graded->reason};
      else if (result.effect == Effect::Unknown)
        result = {Effect::Counts, ""};
    }
    return result;
  }

 private:
  // Nothing for an op of a newer version.
  std::optional<Graded> judgeOp(std::uint32_t index, const crdt::Op& op) {
    if (std::holds_alternative<crdt::UnknownOp>(op) || domain::sinceOf(op) > m_reads) return std::nullopt;
    if (const auto* create = std::get_if<crdt::Create>(&op)) return judgeCreate(index, *create);
    const auto entity = crdt::entityOf(OpId{m_self, index}, op);
    const auto number = crdt::fieldOf(op);
    assert(entity && number);
    return judgeWrite(*entity, *number, op);
  }

  bool isRead(const auto* rule) const { return rule != nullptr && rule->since <= m_reads; }

  std::optional<Graded> judgeCreate(std::uint32_t index, const crdt::Create& create) {
    const EntityRule* rule = ruleOf(static_cast<EntityKind>(create.kind));
    if (!isRead(rule)) return std::nullopt;
    if (rule->keyed) return Graded{Grade::Void, "keyed-entity"};
    if (!inItsSpace(*rule)) return Graded{Grade::Void, "wrong-space"};
    Subject subject;
    subject.isSelf = true; // a right of Self to create is a right to make one's own
    if (rule->kind == EntityKind::HubDelayNotice)
      subject.markets = {create.payload.at(fact::delay::market).textOr("")};
    else
      subject.markets = marketsWritten(crdt::EntityId::created({m_self, index}));
    addSpaceMarket(subject);
    return best(rule->create, subject);
  }

  std::optional<Graded> judgeWrite(const crdt::EntityId& entity, std::uint32_t number, const crdt::Op& op) {
    const crdt::EntityRef ref = entity.ref();
    Subject subject;
    const EntityRule* rule = nullptr;
    if (const auto* keyed = std::get_if<crdt::KeyedEntity>(&ref)) {
      rule = ruleOf(static_cast<EntityKind>(keyed->kind));
      if (!isRead(rule)) return std::nullopt;
      if (!rule->keyed || !isKey(*rule, keyed->key)) return Graded{Grade::Void, "bad-key"};
      subject = subjectOfKeyed(*rule, *keyed);
    } else if (const auto own = ownCreate(std::get<OpId>(ref))) {
      rule = ruleOf(static_cast<EntityKind>(own->kind));
      if (!isRead(rule)) return std::nullopt;
      subject.isSelf = true;
      subject.markets = marketsWritten(entity);
    } else {
      const auto target = m_find(entity);
      if (!target) return Graded{Grade::Void, "unknown-entity"};
      rule = ruleOf(target->kind);
      if (!isRead(rule)) return std::nullopt;
      subject.isSelf = target->createdBy == m_author.member;
      // An entity without a market is everybody's: no hub takes it by writing its own market into it.
      subject.markets = marketsWritten(entity);
      subject.markets.push_back(target->market);
    }
    if (rule->fact) return Graded{Grade::Void, "fact-is-immutable"};
    if (!inItsSpace(*rule)) return Graded{Grade::Void, "wrong-space"};
    const FieldRule* fieldRule = ruleOf(*rule, number);
    if (!isRead(fieldRule)) return std::nullopt;
    if (!follows(lawOf(*fieldRule, number), op)) return Graded{Grade::Void, "wrong-law"};
    if (rule->kind == EntityKind::Absence && number == field::absence::member) {
      const auto* set = std::get_if<crdt::SetRegister>(&op);
      const Bytes* member = set ? set->value.bytes() : nullptr;
      subject.isSelf = subject.isSelf && member && std::ranges::equal(*member, m_author.member.view());
    }
    addSpaceMarket(subject);
    return best(fieldRule->write, subject);
  }

  Subject subjectOfKeyed(const EntityRule& rule, const crdt::KeyedEntity& keyed) const {
    Subject subject;
    if (rule.kind == EntityKind::Market) subject.markets = {std::string(asText(keyed.key))};
    if (rule.kind == EntityKind::Person)
      subject.isSelf = std::ranges::equal(keyed.key, m_author.member.view());
    if (rule.kind == EntityKind::RosterEntry) subject.markets = {rosterKeyFrom(keyed.key)->market};
    if (rule.kind == EntityKind::Invitee) subject.markets = {inviteeKeyFrom(keyed.key)->market};
    return subject;
  }

  static bool isKey(const EntityRule& rule, const Bytes& key) {
    switch (rule.kind) {
    case EntityKind::Campaign:
    case EntityKind::Creator:
      return key.empty();
    case EntityKind::Person:
      return key.size() == MemberId::size;
    case EntityKind::RosterEntry:
      return rosterKeyFrom(key).has_value();
    case EntityKind::Invitee:
      return inviteeKeyFrom(key).has_value();
    case EntityKind::Market:
      return isMarketCode(asText(key));
    default:
      return false;
    }
  }

  static bool follows(Law law, const crdt::Op& op) {
    switch (law) {
    case Law::Register:
      return std::holds_alternative<crdt::SetRegister>(op);
    case Law::Set:
      return std::holds_alternative<crdt::AddToSet>(op) || std::holds_alternative<crdt::RemoveFromSet>(op);
    case Law::Text:
      return std::holds_alternative<crdt::InsertText>(op) || std::holds_alternative<crdt::DeleteText>(op);
    }
    return false;
  }

  bool inItsSpace(const EntityRule& rule) const { return rule.anySpace || rule.space == m_space.kind; }

  // In a creator's space the market concerned is the space's.
  void addSpaceMarket(Subject& subject) const {
    if (m_space.kind == log::SpaceKind::Creator) subject.markets = {m_space.market};
  }

  const crdt::Create* ownCreate(const OpId& id) const {
    const bool own = id.change == m_self || id.change == crdt::thisChange;
    return own && id.index < m_body.ops.size() ? std::get_if<crdt::Create>(&m_body.ops[id.index]) : nullptr;
  }

  // The markets that this change writes into the entity's market register.
  std::vector<std::string> marketsWritten(const crdt::EntityId& entity) const {
    std::vector<std::string> markets;
    for (std::size_t i = 0; i < m_body.ops.size(); ++i) {
      const auto* set = std::get_if<crdt::SetRegister>(&m_body.ops[i]);
      if (!set || (set->field != field::milestone::market && set->field != field::element::market)) continue;
      if (crdt::entityIdOf(set->entity) == entity && isMarketOf(entity, set->field))
        markets.push_back(set->value.textOr(""));
    }
    return markets;
  }

  bool isMarketOf(const crdt::EntityId& entity, std::uint32_t number) const {
    const crdt::EntityRef ref = entity.ref();
    std::optional<EntityKind> kind;
    if (!std::holds_alternative<OpId>(ref)) return false; // a key says its market itself
    if (const auto* own = ownCreate(std::get<OpId>(ref)))
      kind = static_cast<EntityKind>(own->kind);
    else if (const auto target = m_find(entity))
      kind = target->kind;
    if (kind == EntityKind::ChecklistItem) return number == field::element::market;
    return kind == EntityKind::Milestone && number == field::milestone::market;
  }

  // The most that any of the author's roles allows.
  Graded best(Right right, const Subject& subject) const {
    Graded result{Grade::Void, "not-your-right"};
    for (const log::RoleGrant& grant : m_author.roles) {
      const Graded graded = grade(grant, right, subject);
      if (graded.grade > result.grade || (graded.grade == result.grade && result.reason == "not-your-right"))
        result = graded;
    }
    return result;
  }

  Graded grade(const log::RoleGrant& grant, Right right, const Subject& subject) const {
    // What belongs to every member gives no power, so that neither dates nor a confirmation matter.
    if (contains(right, Right::Everyone)) return {Grade::Counts, ""};
    if (contains(right, Right::Self) && subject.isSelf && grant.role != Role::Creator)
      return {Grade::Counts, ""};

    const bool isHub = isOneOf(grant.role, {Role::HubLead, Role::Deputy});
    const bool ownMarket = !subject.markets.empty() &&
                           std::all_of(subject.markets.begin(), subject.markets.end(), [&](const auto& m) {
                             return !m.empty() && (grant.market.empty() || grant.market == m);
                           });
    const bool allowed =
        (contains(right, Right::Leads) &&
         isOneOf(grant.role, {Role::BrandLead, Role::CampaignLead, Role::CampaignDeputy})) ||
        (contains(right, Right::BrandOnly) && grant.role == Role::BrandLead) ||
        (contains(right, Right::OwnHub) && isHub && ownMarket) || (contains(right, Right::AnyHub) && isHub) ||
        (contains(right, Right::OwnCreator) && grant.role == Role::Creator &&
         m_space.kind == log::SpaceKind::Creator) ||
        (contains(right, Right::Team) && !isOneOf(grant.role, {Role::Creator, Role::Viewer}));
    if (!allowed)
      return {Grade::Void, contains(right, Right::OwnHub) && isHub ? "not-your-market" : "not-your-right"};
    if (!grant.confirmed && grant.role != Role::Creator) return {Grade::Void, "not-confirmed"};
    return datesOf(grant);
  }

  Graded datesOf(const log::RoleGrant& grant) const {
    if (planted(Bug::IgnoreDates)) return {Grade::Counts, ""};
    if (grant.from && m_body.claimedAt < *grant.from) return {Grade::Held, "outside-dates"};
    if (!grant.to) return {Grade::Counts, ""};
    if (m_body.claimedAt >= *grant.to) return {Grade::Held, "outside-dates"};
    if (!m_receivedAt) return {Grade::Held, "not-received-yet"};
    if (*m_receivedAt > *grant.to + receivedGrace) return {Grade::Held, "received-late"};
    return {Grade::Counts, ""};
  }

  const log::SpaceInfo& m_space;
  const Author& m_author;
  const ChangeId& m_self;
  const crdt::Body& m_body;
  const FindTarget& m_find;
  std::optional<Instant> m_receivedAt;
  int m_reads;
};

} // namespace

Judgement judge(const log::SpaceInfo& space, const Author& author, const ChangeId& self,
                const crdt::Body& body, const FindTarget& find, std::optional<Instant> receivedAt,
                int reads) {
  return Judge(space, author, self, body, find, receivedAt, reads).judge();
}

} // namespace meridian::domain
