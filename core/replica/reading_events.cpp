// The instants at which something in the campaign changes by itself, as far as this replica holds it.
#include "core/replica/reading.h"
#include "core/replica/survey.h"

namespace meridian::replica {
namespace {

using domain::CampaignEvent;

// What stands on everybody's timeline.
void addShared(Survey& survey, std::vector<CampaignEvent>& events) {
  for (const auto& entry : timelineOf(survey)) {
    if (entry.mine) continue; // told below, with everybody else's
    const bool launch = entry.kind == TimelineEntry::Kind::Launch;
    events.push_back({.kind = launch ? CampaignEvent::Kind::Launch : CampaignEvent::Kind::Milestone,
                      .at = entry.at,
                      .zone = entry.zone,
                      .title = entry.title,
                      .who = {}});
  }
}

void addPromise(const CreatorReview& review, const domain::DeliverableStatus& status,
                const domain::SubmissionStatus& submission, Duration riskLead,
                std::vector<CampaignEvent>& events) {
  using enum domain::PromiseState;
  const auto& promise = submission.promise;
  if (!promise.promise || submission.state != domain::ReviewState::InReview || promise.state == Replaced)
    return;
  const Instant due = promise.newDue.value_or(promise.promise->due);
  const auto add = [&](CampaignEvent::Kind kind, Instant at) {
    events.push_back({.kind = kind,
                      .at = at,
                      .zone = promise.promise->zone,
                      .title = status.deliverable.title,
                      .who = review.card.name});
  };
  add(CampaignEvent::Kind::PromiseDue, due);
  if (!promise.newDue) add(CampaignEvent::Kind::PromiseAtRisk, due - riskLead);
}

void addCreator(Survey& survey, const SpaceId& space, std::vector<CampaignEvent>& events) {
  const auto review = survey.review(space);
  const auto* market = survey.market(review.market);
  const Duration riskLead = std::chrono::hours{market != nullptr ? market->riskLeadHours : 0};
  for (const auto& status : review.statuses) {
    const auto& deliverable = status.deliverable;
    const auto add = [&](CampaignEvent::Kind kind, Instant at) {
      events.push_back({.kind = kind,
                        .at = at,
                        .zone = deliverable.zone.empty() ? review.card.zone : deliverable.zone,
                        .title = deliverable.title,
                        .who = review.card.name});
    };
    if (deliverable.roughCutDue) add(CampaignEvent::Kind::RoughCut, *deliverable.roughCutDue);
    if (deliverable.goLiveAt) add(CampaignEvent::Kind::GoLive, *deliverable.goLiveAt);
    for (const auto& submission : status.submissions)
      if (submission.latest) addPromise(review, status, submission, riskLead, events);
  }
}

} // namespace

std::vector<domain::CampaignEvent> Reading::events() {
  std::vector<CampaignEvent> events;
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return events;
  addShared(survey, events);
  for (const auto& space : survey.creatorSpaces())
    addCreator(survey, space, events);
  for (const auto& market : survey.markets()) {
    if (!market.schedule) continue;
    // The cut-off of the slot that now counts; later ones become the next once it has passed.
    if (const auto slot = domain::slotFor(*market.schedule, survey.now()))
      events.push_back({.kind = CampaignEvent::Kind::CutOff,
                        .at = slot->cutoff,
                        .zone = slot->zone,
                        .title = market.name,
                        .who = {}});
  }
  for (const auto& absence : survey.absences())
    if (!absence.removed)
      events.push_back({.kind = CampaignEvent::Kind::BackFromAbsence,
                        .at = absence.to,
                        .zone = {},
                        .title = {},
                        .who = survey.nameOf(absence.member)});
  return events;
}

} // namespace meridian::replica
