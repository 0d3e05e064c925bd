// What a creator's screens show, and what leads see of creators and their briefs.
#include <algorithm>

#include "core/domain/fact_fields.h"
#include "core/domain/roster.h"
#include "core/replica/reading.h"
#include "core/replica/survey.h"

namespace meridian::replica {
namespace {

using domain::EntityKind;

// The next answers for what would be received now, and later.
std::vector<domain::AnswerSlot> nextAnswers(Survey& survey, std::string_view code) {
  const auto* market = survey.market(code);
  if (market == nullptr || !market->schedule) return {};
  auto slots = domain::nextSlots(*market->schedule, survey.now(), slotsShown + 2);
  if (!slots) return {};
  std::erase_if(*slots, [&](const domain::AnswerSlot& slot) { return slot.cutoff <= survey.now(); });
  if (slots->size() > slotsShown) slots->resize(slotsShown);
  return std::move(*slots);
}

std::optional<CreatorHome::NextDate> nextDate(const CreatorReview& review,
                                              const std::vector<TimelineEntry>& timeline) {
  for (const auto& entry : timeline) {
    if (!entry.mine || entry.past || entry.kind == TimelineEntry::Kind::Feedback) continue;
    CreatorHome::NextDate next{entry, std::nullopt};
    const auto* status = entry.entity ? review.status(*entry.entity) : nullptr;
    if (status != nullptr && !status->submissions.empty()) {
      const auto& latest = status->submissions.back();
      // A rough cut that was handed in, and a date of something that is out, are behind the creator.
      if (entry.kind == TimelineEntry::Kind::RoughCut) continue;
      if (entry.kind == TimelineEntry::Kind::GoLive && status->published) continue;
      if (entry.kind == TimelineEntry::Kind::Promise) next.promise = latest.promise.state;
    }
    return next;
  }
  // A promise that was missed stays the next thing to hear of.
  for (const auto& entry : timeline) {
    if (!entry.mine || !entry.past || entry.kind != TimelineEntry::Kind::Promise || !entry.entity) continue;
    const auto* status = review.status(*entry.entity);
    if (status != nullptr && !status->submissions.empty())
      return CreatorHome::NextDate{entry, status->submissions.back().promise.state};
  }
  return std::nullopt;
}

} // namespace

std::optional<CreatorHome> Reading::home() {
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return std::nullopt;
  const auto space = survey.ownCreatorSpace();
  if (!space) return std::nullopt;
  auto review = survey.review(*space);
  CreatorHome home;
  home.space = *space;
  home.me = review.card;
  home.market = review.market;
  if (review.live.current && review.live.acknowledged &&
      *review.live.acknowledged != review.live.current->meta.id)
    if (const auto* known = review.issue(*review.live.acknowledged)) {
      home.known = *known;
      home.changed = domain::changedParts(*known, *review.live.current, m_replica.profile().language);
    }
  home.contact = survey.person(review.contact);
  home.approver = survey.person(review.approver);
  if (const auto& issued = review.live.current) {
    if (issued->contact != review.contact) home.contactBefore = survey.person(issued->contact);
    if (issued->approver != review.approver) home.approverBefore = survey.person(issued->approver);
  }
  if (home.contact && home.contact->absence) {
    home.contactAbsence = home.contact->absence;
    home.deputy = survey.person(home.contactAbsence->deputy);
  }
  home.next = nextDate(review, timelineOf(survey));
  home.questions = domain::questions(m_replica.facts(*space));
  home.answerSlots = nextAnswers(survey, review.market);
  home.deliverables = std::move(review.statuses);
  for (auto& material : home.deliverables)
    for (auto& status : material.submissions)
      std::erase_if(status.replaced, domain::wasUndone);
  home.brief = std::move(review.live);
  home.brief.held.clear(); // C2: a conflict is the leads' business
  return home;
}

std::vector<domain::CreatorOverview> Reading::creators() {
  Survey survey(m_replica, m_campaign);
  std::vector<domain::CreatorOverview> all;
  if (!survey.known() || survey.ref().role == log::Role::Creator) return all;
  std::vector<SpaceId> held = survey.creatorSpaces();
  for (const auto& space : held) {
    auto review = survey.review(space);
    domain::CreatorOverview overview;
    overview.space = space;
    overview.market = review.market;
    if (const auto draft = survey.draft(review)) overview.completeness = survey.completeness(review, *draft);
    overview.card = std::move(review.card);
    overview.brief = std::move(review.live);
    if (const auto& issued = overview.brief.current)
      overview.inheritedDiffers = issued->inherited != survey.inherited(overview.market);
    overview.deliverables = std::move(review.statuses);
    all.push_back(std::move(overview));
  }
  // Of the others the roster knows the names.
  const auto team = survey.teamSpace();
  if (!team) return all;
  for (const auto* entity : m_replica.entities(*team, EntityKind::RosterEntry)) {
    namespace f = domain::field::roster;
    const auto ref = entity->id().ref();
    const auto* keyed = std::get_if<crdt::KeyedEntity>(&ref);
    const auto key = keyed ? domain::rosterKeyFrom(keyed->key) : std::nullopt;
    if (!key) continue;
    domain::CreatorOverview overview;
    overview.space = key->space;
    if (std::ranges::find(held, overview.space) != held.end()) continue;
    overview.rosterOnly = true;
    overview.market = key->market;
    overview.card.name = entity->value(f::name).textOr("");
    overview.card.handle = entity->value(f::handle).textOr("");
    overview.card.followers = entity->value(f::followers).intOr(0);
    overview.card.tier = entity->value(f::tier).textOr("");
    all.push_back(std::move(overview));
  }
  return all;
}

std::optional<BriefDesk> Reading::briefDesk(const SpaceId& space) {
  Survey survey(m_replica, m_campaign);
  if (!survey.known() || !survey.isCreatorSpace(space)) return std::nullopt;
  auto review = survey.review(space);
  BriefDesk desk;
  desk.space = space;
  desk.creator.member = review.member;
  desk.creator.role = log::Role::Creator;
  desk.creator.market = review.market;
  desk.creator.card = review.card;
  desk.creator.joined = !review.member.isZero();
  desk.creator.creatorSpace = space;
  desk.contact = review.contact;
  desk.approver = review.approver;
  desk.draft = survey.draft(review);
  desk.inherited = survey.inherited(review.market);
  if (desk.draft) {
    desk.completeness = survey.completeness(review, *desk.draft);
    auto next = survey.issueOf(review, *desk.draft);
    const auto& live = review.live.current;
    if (live && live->brief == desk.draft->id) next.material = live->material;
    desk.draftDiffers = !live || !(domain::toValue(next) == domain::toValue(*live));
  } else {
    desk.completeness = domain::completeness({}, review.card.language, review.card.audience, {});
  }
  desk.deliverables = std::move(review.deliverables);
  desk.live = std::move(review.live);
  desk.mayEdit = survey.isHubOf(review.market);
  desk.questions = domain::questions(m_replica.facts(space));
  return desk;
}

std::vector<BriefConflict> Reading::briefConflicts() {
  Survey survey(m_replica, m_campaign);
  std::vector<BriefConflict> conflicts;
  if (!survey.known() || survey.ref().role == log::Role::Creator) return conflicts;
  for (const auto& space : survey.creatorSpaces()) {
    const auto live = domain::liveBrief(m_replica.facts(space), survey.creatorOf(space), survey.precedes());
    if (!live.current) continue;
    for (const auto& held : live.held)
      conflicts.push_back({space, survey.creatorCard(space).name, *live.current, held});
  }
  return conflicts;
}

std::vector<domain::PreflightRow> Reading::preflight() {
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return {};
  domain::PreflightInput input;
  input.campaign = survey.page();
  input.markets = survey.markets();
  input.nonNegotiables = survey.elements(EntityKind::NonNegotiable);
  input.milestones = survey.milestones();
  input.decisions = survey.decisions();
  for (const auto& grant : survey.grants())
    if (grant.role != log::Role::Creator)
      if (auto person = survey.person(grant.member)) input.team.push_back(std::move(person->card));
  input.tensions = survey.tensions();
  input.creators = creators();
  // What cannot be seen is not judged: another hub's creators are that hub's to check.
  std::erase_if(input.creators, [](const auto& creator) { return creator.rosterOnly; });
  for (const auto& market : input.markets)
    if (const auto lead = survey.holderOf(log::Role::HubLead, market.code); !lead.isZero())
      input.hubLeads[market.code] = lead;
  input.campaignLead = survey.holderOf(log::Role::CampaignLead, {});
  if (input.campaignLead.isZero()) input.campaignLead = survey.holderOf(log::Role::BrandLead, {});
  input.now = survey.now();
  return domain::preflight(input);
}

} // namespace meridian::replica
