// The campaign's page, its people, its timeline.
#include <algorithm>

#include "core/replica/reading.h"
#include "core/replica/survey.h"

namespace meridian::replica {
namespace {

using domain::EntityKind;

void addLaunches(Survey& survey, const std::vector<domain::Milestone>& milestones,
                 std::vector<TimelineEntry>& entries) {
  for (const auto& market : survey.markets()) {
    if (!market.launchAt) continue;
    TimelineEntry entry;
    entry.kind = TimelineEntry::Kind::Launch;
    entry.at = *market.launchAt;
    entry.zone = market.zone;
    entry.market = market.code;
    entry.title = market.name;
    entry.why = market.whyThisOrder;
    // A milestone for the same launch lends its words; the date is the market's.
    const auto named = std::ranges::find_if(milestones, [&](const domain::Milestone& m) {
      return m.type == domain::MilestoneType::Launch && m.market == market.code;
    });
    if (named != milestones.end()) {
      entry.entity = named->id;
      if (!named->title.empty()) entry.title = named->title;
      if (!named->why.empty()) entry.why = named->why;
    }
    entries.push_back(std::move(entry));
  }
}

void addOwnDates(Survey& survey, const SpaceId& space, std::vector<TimelineEntry>& entries) {
  const auto review = survey.review(space);
  auto add = [&](TimelineEntry::Kind kind, Instant at, const std::string& zone,
                 const domain::Deliverable* deliverable) {
    TimelineEntry entry;
    entry.kind = kind;
    entry.at = at;
    entry.zone = zone;
    entry.market = review.market;
    entry.mine = true;
    if (deliverable != nullptr) {
      entry.title = deliverable->title;
      entry.entity = deliverable->id;
    }
    entries.push_back(std::move(entry));
  };
  for (const auto& status : review.statuses) {
    const auto& deliverable = status.deliverable;
    const auto& zone = deliverable.zone.empty() ? review.card.zone : deliverable.zone;
    if (deliverable.roughCutDue)
      add(TimelineEntry::Kind::RoughCut, *deliverable.roughCutDue, zone, &deliverable);
    if (deliverable.goLiveAt) add(TimelineEntry::Kind::GoLive, *deliverable.goLiveAt, zone, &deliverable);
    for (const auto& submission : status.submissions) {
      const auto& promise = submission.promise;
      using enum domain::PromiseState;
      const bool open = promise.state == OnTrack || promise.state == AtRisk || promise.state == Delayed ||
                        promise.state == Missed;
      if (!promise.promise || !open || !submission.latest ||
          submission.state != domain::ReviewState::InReview)
        continue;
      add(TimelineEntry::Kind::Promise, promise.newDue.value_or(promise.promise->due), promise.promise->zone,
          &deliverable);
    }
  }
  const auto* market = survey.market(review.market);
  if (market == nullptr || !market->schedule) return;
  const auto slots = domain::nextSlots(*market->schedule, survey.now(), slotsShown);
  if (!slots) return;
  for (const auto& slot : *slots)
    add(TimelineEntry::Kind::Feedback, slot.due, slot.zone, nullptr);
}

} // namespace

CampaignPageView Reading::page() {
  CampaignPageView view;
  view.campaign = m_campaign;
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return view;
  view.page = survey.page();
  view.markets = survey.markets();
  view.nonNegotiables = survey.elements(EntityKind::NonNegotiable);
  view.negotiables = survey.elements(EntityKind::Negotiable);
  view.checklist = survey.elements(EntityKind::ChecklistItem);
  view.milestones = survey.milestones();
  const auto& decisions = survey.decisions();
  if (!decisions.empty()) {
    view.decision = decisions.back();
    for (const auto& other : decisions)
      if (other.meta.id != view.decision->meta.id &&
          !domain::before(other.meta.id, view.decision->meta.id, survey.precedes()))
        view.contestedDecisions.push_back(other);
  }
  view.mayEdit = survey.isLead();
  for (const auto& market : view.markets)
    if (survey.mayReview(market.code)) view.mayEditMarkets.push_back(market.code);
  return view;
}

domain::Bilingual Reading::name() {
  Survey survey(m_replica, m_campaign);
  return survey.known() ? survey.page().name : domain::Bilingual{};
}

std::vector<domain::GoalTension> Reading::tensions() {
  Survey survey(m_replica, m_campaign);
  return survey.known() ? survey.tensions() : std::vector<domain::GoalTension>{};
}

std::vector<PersonView> Reading::people() {
  Survey survey(m_replica, m_campaign);
  std::vector<PersonView> all;
  if (!survey.known()) return all;
  for (const auto& grant : survey.grants()) {
    // Of other creators everybody knows that they exist, and only their hub and leads who they are.
    if (grant.role == log::Role::Creator && grant.member != survey.me()) continue;
    if (auto person = survey.person(grant.member)) all.push_back(std::move(*person));
  }
  for (const auto& space : survey.creatorSpaces()) {
    PersonView view;
    view.card = survey.creatorCard(space);
    if (view.card.member == survey.me()) continue;
    view.member = view.card.member;
    view.role = log::Role::Creator;
    view.market = survey.marketOf(space);
    view.joined = !view.member.isZero();
    view.creatorSpace = space;
    all.push_back(std::move(view));
  }
  return all;
}

std::optional<PersonView> Reading::person(const MemberId& member) {
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return std::nullopt;
  return survey.person(member);
}

PersonView Reading::me() {
  Survey survey(m_replica, m_campaign);
  PersonView view;
  if (survey.known()) {
    if (auto known = survey.person(survey.me())) view = std::move(*known);
    if (view.member.isZero()) {
      view.role = survey.ref().role;
      view.market = survey.ref().market;
    }
  }
  // Until the own card is written or has arrived, the profile says who I am.
  if (view.card.name.empty()) {
    const auto profile = m_replica.profile();
    view.card.name = profile.name;
    view.card.zone = profile.zone;
    view.card.language = profile.language;
    view.card.workFrom = profile.workFrom;
    view.card.workTo = profile.workTo;
  }
  return view;
}

std::vector<TimelineEntry> timelineOf(Survey& survey) {
  std::vector<TimelineEntry> entries;
  const auto milestones = survey.milestones();
  for (const auto& milestone : milestones) {
    if (!milestone.at) continue;
    const auto* market = survey.market(milestone.market);
    if (milestone.type == domain::MilestoneType::Launch && market != nullptr && market->launchAt) continue;
    TimelineEntry entry;
    entry.kind = TimelineEntry::Kind::Milestone;
    entry.at = *milestone.at;
    entry.zone = milestone.zone.empty() && market != nullptr ? market->zone : milestone.zone;
    entry.market = milestone.market;
    entry.title = milestone.title;
    entry.why = milestone.why;
    entry.entity = milestone.id;
    entries.push_back(std::move(entry));
  }
  addLaunches(survey, milestones, entries);
  if (const auto own = survey.ownCreatorSpace()) addOwnDates(survey, *own, entries);
  for (auto& entry : entries)
    entry.past = entry.at < survey.now();
  std::ranges::stable_sort(entries, {}, &TimelineEntry::at);
  return entries;
}

std::vector<TimelineEntry> Reading::timeline() {
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return {};
  return timelineOf(survey);
}

} // namespace meridian::replica
