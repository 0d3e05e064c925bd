// The rights of the model: DESIGN §3 and the table of fields, op by op.
#include <algorithm>

#include "core/domain/fact_fields.h"
#include "tests/simulation/model.h"

namespace meridian::sim {
namespace {

using domain::EntityKind;
using domain::Right;

bool isOneOf(log::Role role, std::initializer_list<log::Role> list) {
  return std::ranges::count(list, role) > 0;
}

// Which of an entity's registers is its market; zero if it has none.
std::uint32_t marketField(EntityKind kind) {
  if (kind == EntityKind::Milestone) return domain::field::milestone::market;
  if (kind == EntityKind::ChecklistItem) return domain::field::element::market;
  return 0;
}

bool isMarket(std::string_view key) {
  return !key.empty() && key.size() <= 8 && std::ranges::all_of(key, [](char c) {
    return c == '-' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  });
}

bool isOfTeam(EntityKind kind) { return kind == EntityKind::RosterEntry || kind == EntityKind::Invitee; }

// The market that a key of the team's space begins with: all before the 32 bytes of an id.
std::string_view teamMarket(const Bytes& key) {
  return asText(key).substr(0, key.size() - std::min(key.size(), SpaceId::size));
}

bool isKeyOf(EntityKind kind, const Bytes& key) {
  if (kind == EntityKind::Campaign || kind == EntityKind::Creator) return key.empty();
  if (kind == EntityKind::Person) return key.size() == 32;
  return (kind == EntityKind::Market && isMarket(asText(key))) ||
         (kind == EntityKind::RosterEntry && isMarket(teamMarket(key))) ||
         (kind == EntityKind::Invitee && key.size() >= SpaceId::size &&
          (key.size() == SpaceId::size || isMarket(teamMarket(key))));
}

} // namespace

const ModelContent* SpaceModel::changeOf(const crdt::EntityId& entity) const {
  const auto ref = entity.ref();
  const auto* made = std::get_if<OpId>(&ref);
  const auto known = made ? m_changes.find(made->change) : m_changes.end();
  if (known == m_changes.end() || !known->second.content->body) return nullptr;
  return made->index < known->second.content->body->ops.size() ? known->second.content : nullptr;
}

const crdt::Create* SpaceModel::makerOf(const crdt::EntityId& entity) const {
  const auto* change = changeOf(entity);
  const auto ref = entity.ref();
  return change ? std::get_if<crdt::Create>(&change->body->ops[std::get<OpId>(ref).index]) : nullptr;
}

std::optional<EntityKind> SpaceModel::kindOf(const crdt::EntityId& entity) const {
  const auto ref = entity.ref();
  if (const auto* keyed = std::get_if<crdt::KeyedEntity>(&ref)) return static_cast<EntityKind>(keyed->kind);
  const auto* maker = makerOf(entity);
  return maker ? std::optional(static_cast<EntityKind>(maker->kind)) : std::nullopt;
}

// The market for which a milestone or check was made, as the change that made it says.
std::string SpaceModel::marketOf(const crdt::EntityId& entity) const {
  const auto kind = kindOf(entity);
  const auto* change = changeOf(entity);
  if (!change || (kind != EntityKind::Milestone && kind != EntityKind::ChecklistItem)) return {};
  const auto written = marketsWritten(*change, entity);
  return written.empty() ? std::string{} : written.front();
}

std::vector<std::string> SpaceModel::marketsWritten(const ModelContent& content,
                                                    const crdt::EntityId& entity) const {
  std::vector<std::string> markets;
  const auto kind = kindOf(entity);
  const auto field = kind ? marketField(*kind) : 0;
  for (const auto& op : content.body->ops)
    if (const auto* set = std::get_if<crdt::SetRegister>(&op);
        set && field != 0 && set->field == field && crdt::entityIdOf(set->entity) == entity)
      markets.push_back(set->value.textOr(""));
  return markets;
}

std::optional<SpaceModel::Grade> SpaceModel::judgeOp(const ModelContent& content, std::uint32_t index,
                                                     std::optional<Instant> receivedAt) const {
  const auto& op = content.body->ops[index];
  const auto& view = m_authority.at(content.change.header().heads);
  const auto author = view.devices.at(content.change.header().device);
  const auto entity = crdt::entityOf({content.change.id(), index}, op);
  if (!entity) return std::nullopt;
  const auto ref = entity->ref();
  const auto* keyed = std::get_if<crdt::KeyedEntity>(&ref);
  const auto* create = std::get_if<crdt::Create>(&op);
  const auto kind = kindOf(*entity);
  if (!kind) return Grade::Void; // names what is no entity
  const auto* rule = domain::ruleOf(*kind);
  if (!rule) return std::nullopt;

  Subject subject;
  const auto* made = changeOf(*entity);
  const bool own = made != nullptr && made->change.id() == content.change.id();
  if (made != nullptr) {
    const auto by = view.devices.find(made->change.header().device);
    subject.isSelf = own || (by != view.devices.end() && by->second == author);
  }
  subject.markets = marketsWritten(content, *entity);
  if (!own && !keyed) subject.markets.push_back(marketOf(*entity));
  if (*kind == EntityKind::Market && keyed) subject.markets = {std::string(asText(keyed->key))};
  if (isOfTeam(*kind) && keyed) subject.markets = {std::string(teamMarket(keyed->key))};
  if (*kind == EntityKind::Person && keyed) subject.isSelf = std::ranges::equal(keyed->key, author.view());

  Right right{};
  if (create) {
    if (rule->keyed) return Grade::Void;
    right = rule->create;
    if (*kind == EntityKind::HubDelayNotice)
      subject.markets = {create->payload.at(domain::fact::delay::market).textOr("")};
  } else {
    if (keyed ? !rule->keyed || !isKeyOf(*kind, keyed->key) : false) return Grade::Void;
    if (rule->fact) return Grade::Void;
  }
  if (!rule->anySpace && rule->space != m_info->kind) return Grade::Void;
  if (!create) {
    const auto number = *crdt::fieldOf(op);
    const auto* field = domain::ruleOf(*rule, number);
    if (!field) return std::nullopt;
    const auto law = domain::lawOf(*field, number);
    const bool set = std::holds_alternative<crdt::SetRegister>(op);
    const bool inSet =
        std::holds_alternative<crdt::AddToSet>(op) || std::holds_alternative<crdt::RemoveFromSet>(op);
    if (law != (set ? domain::Law::Register : inSet ? domain::Law::Set : domain::Law::Text))
      return Grade::Void;
    right = field->write;
    if (*kind == EntityKind::Absence && number == domain::field::absence::member) {
      const auto* write = std::get_if<crdt::SetRegister>(&op);
      const auto* member = write ? write->value.bytes() : nullptr;
      subject.isSelf = subject.isSelf && member && std::ranges::equal(*member, author.view());
    }
  }
  if (m_info->kind == log::SpaceKind::Creator) subject.markets = {m_info->market};
  return best(content, right, subject, receivedAt);
}

SpaceModel::Grade SpaceModel::best(const ModelContent& content, Right right, const Subject& subject,
                                   std::optional<Instant> receivedAt) const {
  const auto& header = content.change.header();
  const Instant claimed = content.body->claimedAt;
  Grade best = Grade::Void;
  for (const auto& role : m_authority.rolesAt(m_space, header.device, header.heads)) {
    using enum log::Role;
    const bool hub = isOneOf(role.role, {HubLead, Deputy});
    const bool ownMarket =
        !subject.markets.empty() && std::ranges::all_of(subject.markets, [&](const auto& market) {
          return !market.empty() && (role.market.empty() || role.market == market);
        });
    if (domain::contains(right, Right::Everyone) ||
        (domain::contains(right, Right::Self) && subject.isSelf && role.role != Creator))
      return Grade::Counts; // gives no power: neither dates nor a confirmation matter
    const bool allowed = (domain::contains(right, Right::Leads) &&
                          isOneOf(role.role, {BrandLead, CampaignLead, CampaignDeputy})) ||
                         (domain::contains(right, Right::BrandOnly) && role.role == BrandLead) ||
                         (domain::contains(right, Right::OwnHub) && hub && ownMarket) ||
                         (domain::contains(right, Right::AnyHub) && hub) ||
                         (domain::contains(right, Right::OwnCreator) && role.role == Creator &&
                          m_info->kind == log::SpaceKind::Creator) ||
                         (domain::contains(right, Right::Team) && !isOneOf(role.role, {Creator, Viewer}));
    if (!allowed || (!role.confirmed && role.role != Creator)) continue;
    const bool inside = (!role.from || claimed >= *role.from) && (!role.to || claimed < *role.to);
    const bool inTime = !role.to || (receivedAt && *receivedAt <= *role.to + std::chrono::hours{24});
    best = std::max(best, inside && inTime ? Grade::Counts : Grade::Held);
  }
  return best;
}

} // namespace meridian::sim
