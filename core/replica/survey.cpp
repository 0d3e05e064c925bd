#include "core/replica/survey.h"

#include <algorithm>

#include "core/domain/roster.h"
#include "core/replica/role_rank.h"

namespace meridian::replica {
namespace {

using domain::EntityKind;
using log::Role;

constexpr auto kindOf(log::SpaceKind kind) { return static_cast<std::uint8_t>(kind); }

crdt::EntityId keyedId(EntityKind kind, ByteView key) {
  return crdt::EntityId::keyed({static_cast<std::uint16_t>(kind), Bytes(key.begin(), key.end())});
}

} // namespace

std::string local::openedSubmission(const SpaceId& space, const OpId& submission) {
  return "opened/" + space.hex() + "/" + submission.change.hex() + "." + std::to_string(submission.index);
}
std::string local::checkedBlob(const BlobId& blob) { return "checked/" + blob.hex(); }
std::string local::submissionDraft(const SpaceId& space, const crdt::EntityId& deliverable) {
  return "draft/" + space.hex() + "/" + deliverable.hex();
}
std::string local::offlineCopy(const SpaceId& campaign) { return "offline-copy/" + campaign.hex(); }

Survey::Survey(Replica& replica, const SpaceId& campaign)
    : m_replica(replica),
      m_campaign(campaign),
      m_ref(replica.campaign(campaign)),
      m_now(replica.clock().now()),
      m_spaces(replica.spaces(campaign)) {
  m_precedes = [this](const ChangeId& a, const ChangeId& b) { return m_replica.precedes(a, b); };
  if (!m_ref) return;
  m_mine = replica.authority(campaign).roles(m_ref->me);
  std::erase_if(m_mine, [this](const log::RoleGrant& grant) { return !holdsAt(grant, m_now); });
}

bool Survey::isLead() const {
  return std::ranges::any_of(m_mine, [](const log::RoleGrant& grant) {
    return grant.role == Role::BrandLead || grant.role == Role::CampaignLead ||
           grant.role == Role::CampaignDeputy;
  });
}

bool Survey::isHubOf(std::string_view market) const {
  return std::ranges::any_of(m_mine, [&](const log::RoleGrant& grant) {
    return (grant.role == Role::HubLead || grant.role == Role::Deputy) &&
           (grant.market.empty() || grant.market == market);
  });
}

bool Survey::mayManageCreators(std::string_view market) const {
  return std::ranges::any_of(m_mine, [&](const log::RoleGrant& grant) {
    return log::mayManage(grant.role, grant.market, Role::Creator, market);
  });
}

const domain::Campaign& Survey::page() {
  if (!m_page) {
    const auto* entity = m_replica.entity(m_campaign, keyedId(EntityKind::Campaign, {}));
    m_page = entity == nullptr ? domain::Campaign{} : domain::campaignFrom(*entity);
  }
  return *m_page;
}

const std::vector<domain::Market>& Survey::markets() {
  if (!m_markets) {
    m_markets.emplace();
    for (const auto* entity : m_replica.entities(m_campaign, EntityKind::Market))
      m_markets->push_back(domain::marketFrom(*entity));
    std::ranges::sort(*m_markets, {}, [](const domain::Market& m) { return std::pair(m.order, m.code); });
  }
  return *m_markets;
}

const domain::Market* Survey::market(std::string_view code) {
  const auto& all = markets();
  const auto at = std::ranges::find(all, code, &domain::Market::code);
  return at == all.end() ? nullptr : &*at;
}

const std::vector<domain::Absence>& Survey::absences() {
  if (!m_absences) {
    m_absences.emplace();
    for (const auto* entity : m_replica.entities(m_campaign, EntityKind::Absence)) {
      auto absence = domain::absenceFrom(*entity);
      if (!absence.removed) m_absences->push_back(std::move(absence));
    }
  }
  return *m_absences;
}

const std::vector<domain::DelayNotice>& Survey::hubNotices() {
  if (!m_hubNotices) {
    m_hubNotices.emplace();
    for (const auto& fact : m_replica.facts(m_campaign))
      if (fact.kind == EntityKind::HubDelayNotice) m_hubNotices->push_back(domain::delayNoticeFrom(fact));
  }
  return *m_hubNotices;
}

const std::vector<domain::PriorityDecision>& Survey::decisions() {
  if (!m_decisions) {
    m_decisions.emplace();
    const auto& facts = m_replica.facts(m_campaign);
    for (const auto* fact : domain::inOrder(facts, EntityKind::PriorityDecision, m_precedes))
      m_decisions->push_back(domain::priorityDecisionFrom(*fact));
  }
  return *m_decisions;
}

std::vector<domain::GoalTension> Survey::tensions() {
  std::vector<domain::GoalTension> all;
  const auto team = teamSpace();
  if (!team) return all;
  for (const auto* entity : m_replica.entities(*team, EntityKind::GoalTension)) {
    auto tension = domain::tensionFrom(*entity, m_replica.facts(*team), m_precedes);
    if (!tension.removed) all.push_back(std::move(tension));
  }
  // What is open first.
  std::ranges::sort(all, {}, [](const domain::GoalTension& t) { return std::tuple(!t.open(), t.id); });
  return all;
}

std::vector<domain::CharterElement> Survey::elements(EntityKind kind) {
  std::vector<domain::CharterElement> all;
  for (const auto* entity : m_replica.entities(m_campaign, kind)) {
    auto element = domain::elementFrom(*entity);
    if (!element.removed) all.push_back(std::move(element));
  }
  std::ranges::sort(all, {}, [](const domain::CharterElement& e) { return std::tie(e.order, e.id); });
  return all;
}

std::vector<domain::Milestone> Survey::milestones() {
  std::vector<domain::Milestone> all;
  for (const auto* entity : m_replica.entities(m_campaign, EntityKind::Milestone)) {
    auto milestone = domain::milestoneFrom(*entity);
    if (!milestone.removed) all.push_back(std::move(milestone));
  }
  // Those without a date stand last.
  std::ranges::sort(all, {}, [](const domain::Milestone& m) {
    return std::tuple(!m.at.has_value(), m.at.value_or(Instant{}), m.id);
  });
  return all;
}

domain::Inherited Survey::inherited(std::string_view own) {
  domain::Inherited lent;
  lent.thesis = page().thesis;
  lent.goal = page().goal;
  lent.valueProposition = page().valueProposition;
  lent.successMetric = page().successMetric;
  for (const auto& market : markets())
    lent.angles.push_back({market.code, market.angle, market.angleReason, market.angleData});
  std::ranges::stable_partition(lent.angles, [&](const auto& angle) { return angle.market == own; });
  lent.nonNegotiables = elements(EntityKind::NonNegotiable);
  lent.negotiables = elements(EntityKind::Negotiable);
  return lent;
}

const std::vector<log::RoleGrant>& Survey::grants() {
  if (!m_grants) {
    std::map<MemberId, log::RoleGrant> highest;
    for (auto& grant : m_replica.authority(m_campaign).people(m_campaign)) {
      const auto [at, isNew] = highest.try_emplace(grant.member, grant);
      if (isNew) continue;
      // A role that holds now names somebody before one that does not.
      const auto weight = [this](const log::RoleGrant& g) {
        return std::pair(holdsAt(g, m_now), rankOf(g.role));
      };
      if (weight(grant) > weight(at->second)) at->second = std::move(grant);
    }
    m_grants.emplace();
    for (auto& [member, grant] : highest)
      m_grants->push_back(std::move(grant));
  }
  return *m_grants;
}

MemberId Survey::holderOf(Role role, std::string_view market) {
  for (const auto& grant : grants())
    if (grant.role == role && grant.confirmed && (market.empty() || grant.market == market))
      return grant.member;
  return {};
}

std::optional<PersonView> Survey::person(const MemberId& member) {
  if (member.isZero()) return std::nullopt;
  const auto& all = grants();
  const auto grant = std::ranges::find(all, member, &log::RoleGrant::member);
  if (grant == all.end()) return std::nullopt;
  PersonView view;
  view.member = member;
  view.role = grant->role;
  view.market = grant->market;
  view.from = grant->from;
  view.to = grant->to;
  if (grant->role == Role::Creator) {
    if (!m_creatorSpaces.contains(member) && !m_creatorSpacesComplete) {
      for (const auto& space : creatorSpaces())
        if (const auto creator = creatorOf(space); !creator.isZero()) m_creatorSpaces.emplace(creator, space);
      m_creatorSpacesComplete = true;
    }
    if (const auto at = m_creatorSpaces.find(member); at != m_creatorSpaces.end()) {
      view.creatorSpace = at->second;
      view.card = creatorCard(at->second);
    }
  } else if (const auto* entity = m_replica.entity(m_campaign, keyedId(EntityKind::Person, member.view()))) {
    view.card = domain::personFrom(*entity);
  }
  view.card.member = member;
  if (const auto* absence = domain::absentAt(absences(), member, m_now)) view.absence = *absence;
  return view;
}

std::string Survey::nameOf(const MemberId& member) {
  const auto view = person(member);
  return view ? view->card.name : std::string();
}

std::vector<SpaceId> Survey::creatorSpaces() {
  std::vector<const store::SpaceRow*> rows;
  for (const auto& row : m_spaces)
    if (row.kind == kindOf(log::SpaceKind::Creator)) rows.push_back(&row);
  const auto& order = markets();
  std::ranges::stable_sort(rows, {}, [&](const store::SpaceRow* row) {
    return std::ranges::find(order, row->market, &domain::Market::code) - order.begin();
  });
  std::vector<SpaceId> spaces;
  for (const auto* row : rows)
    spaces.push_back(row->id);
  return spaces;
}

std::optional<SpaceId> Survey::ownCreatorSpace() {
  if (m_ref->role != Role::Creator) return std::nullopt;
  for (const auto& row : m_spaces)
    if (row.kind == kindOf(log::SpaceKind::Creator)) return row.id;
  return std::nullopt;
}

std::optional<SpaceId> Survey::teamSpace() {
  for (const auto& row : m_spaces)
    if (row.kind == kindOf(log::SpaceKind::Team)) return row.id;
  return std::nullopt;
}

std::string Survey::inviteeOf(const ChangeId& entry) {
  namespace f = domain::field;
  const auto& authority = m_replica.authority(m_campaign);
  const auto detail = authority.invitationDetail({entry, 0});
  const auto invitation = authority.clear().invitation(envelope::ItemId{entry, 0});
  if (!detail || !invitation) return {};
  const auto toldToTeam = [&](EntityKind kind, Bytes key, std::uint32_t field) {
    const auto team = teamSpace();
    const crdt::KeyedEntity told{static_cast<std::uint16_t>(kind), std::move(key)};
    const auto* state = team ? m_replica.entity(*team, crdt::entityIdOf(told)) : nullptr;
    return state ? state->value(field).textOr("") : std::string();
  };
  if (detail->role != Role::Creator)
    return toldToTeam(EntityKind::Invitee, domain::toBytes(domain::InviteeKey{detail->market, entry}),
                      f::invitee::name);
  for (const auto& space : invitation->invite.spaces) {
    if (isCreatorSpace(space)) return creatorCard(space).name;
    auto name = toldToTeam(EntityKind::RosterEntry, domain::toBytes(domain::RosterKey{detail->market, space}),
                           f::roster::name);
    if (!name.empty()) return name;
  }
  return {};
}

bool Survey::isCreatorSpace(const SpaceId& space) const {
  return std::ranges::any_of(m_spaces, [&](const store::SpaceRow& row) {
    return row.id == space && row.kind == kindOf(log::SpaceKind::Creator);
  });
}

std::string Survey::marketOf(const SpaceId& space) const {
  const auto at = std::ranges::find(m_spaces, space, &store::SpaceRow::id);
  return at == m_spaces.end() ? std::string() : at->market;
}

} // namespace meridian::replica
