// The half of a survey that is about one creator: brief, submissions and what became of them.
#include <algorithm>

#include "core/base/limits.h"
#include "core/domain/fact_fields.h"
#include "core/replica/survey.h"

namespace meridian::replica {
namespace {

using domain::EntityKind;

crdt::EntityId creatorCardId() {
  return crdt::EntityId::keyed({static_cast<std::uint16_t>(EntityKind::Creator), {}});
}

} // namespace

std::optional<CreatorReview::Found> CreatorReview::find(const OpId& id) const {
  for (const auto& deliverable : statuses)
    for (const auto& one : deliverable.submissions)
      if (one.submission.meta.id == id) return Found{&deliverable, &one};
  return std::nullopt;
}

const domain::DeliverableStatus* CreatorReview::status(const crdt::EntityId& id) const {
  const auto at = std::ranges::find_if(
      statuses, [&](const domain::DeliverableStatus& status) { return status.deliverable.id == id; });
  return at == statuses.end() ? nullptr : &*at;
}

const domain::IssuedBrief* CreatorReview::issue(const OpId& id) const {
  const auto at =
      std::ranges::find_if(issues, [&](const domain::IssuedBrief& issued) { return issued.meta.id == id; });
  return at == issues.end() ? nullptr : &*at;
}

bool CreatorReview::knowsTheBrief() const {
  if (!live.current) return false;
  int material = 0, acknowledged = 0; // versions
  for (const auto& issued : issues) {
    if (issued.brief != live.current->brief) continue;
    if (issued.material && issued.version > 1) material = issued.version; // the first is no change
    if (live.acknowledged == issued.meta.id) acknowledged = issued.version;
  }
  return acknowledged >= material;
}

MemberId Survey::creatorOf(const SpaceId& space) {
  for (const auto& grant : m_replica.authority(space).people(space))
    if (grant.role == log::Role::Creator) return grant.member;
  return {};
}

domain::PersonCard Survey::creatorCard(const SpaceId& space) {
  const auto* entity = m_replica.entity(space, creatorCardId());
  auto card = entity == nullptr ? domain::PersonCard{} : domain::personFrom(*entity);
  card.member = creatorOf(space);
  return card;
}

bool Survey::hasSubmissions(const SpaceId& space) {
  return std::ranges::any_of(m_replica.facts(space),
                             [](const domain::Fact& fact) { return fact.kind == EntityKind::Submission; });
}

std::vector<domain::Deliverable> Survey::deliverablesOf(const SpaceId& space, const domain::LiveBrief& live) {
  std::vector<domain::Deliverable> all;
  for (const auto* entity : m_replica.entities(space, EntityKind::Deliverable)) {
    auto deliverable = domain::deliverableFrom(*entity);
    if (!deliverable.removed) all.push_back(std::move(deliverable));
  }
  if (m_ref->role != log::Role::Creator) return all;
  // A creator goes by what was issued to them; a token is filled in later, without another issue.
  std::vector<domain::Deliverable> issued;
  if (live.current) issued = live.current->deliverables;
  for (auto& deliverable : issued) {
    const auto at = std::ranges::find(all, deliverable.id, &domain::Deliverable::id);
    if (at != all.end() && !at->adToken.empty()) deliverable.adToken = at->adToken;
  }
  return issued;
}

std::optional<domain::FeedbackSchedule> Survey::scheduleAt(std::string_view market, const OpId& write) {
  const auto [at, isNew] = m_schedules.try_emplace({std::string(market), write});
  if (!isNew) return at->second;
  const auto row = m_replica.file().ops.op(m_campaign, write);
  if (!row || !*row || !(*row)->counts) return std::nullopt;
  const auto* set = std::get_if<crdt::SetRegister>(&(*row)->op);
  const crdt::KeyedEntity key{static_cast<std::uint16_t>(EntityKind::Market),
                              Bytes(market.begin(), market.end())};
  if (set != nullptr && set->entity == crdt::EntityRef(key) && set->field == domain::field::market::schedule)
    at->second = domain::scheduleFrom(set->value);
  return at->second;
}

CreatorReview Survey::review(const SpaceId& space) {
  CreatorReview review;
  review.space = space;
  review.market = marketOf(space);
  review.card = creatorCard(space);
  review.member = review.card.member;
  if (!review.member.isZero()) m_creatorSpaces.emplace(review.member, space);
  const auto& facts = m_replica.facts(space);
  review.live = domain::liveBrief(facts, review.member, m_precedes);
  review.issues = domain::issuesOf(facts, m_precedes);
  review.deliverables = deliverablesOf(space, review.live);

  const MemberId hubLead = holderOf(log::Role::HubLead, review.market);
  auto firstOf = [&](const MemberId& card, const MemberId& brief) {
    return !card.isZero() ? card : !brief.isZero() ? brief : hubLead;
  };
  const auto& current = review.live.current;
  review.contact = firstOf(review.card.contact, current ? current->contact : MemberId{});
  review.approver = firstOf(review.card.approver, current ? current->approver : MemberId{});

  domain::ReviewContext context;
  context.deliverables = review.deliverables;
  context.hubNotices = hubNotices();
  context.absences = absences();
  context.market = review.market;
  context.creator = review.member;
  context.approver = review.approver;
  context.decider = holderOf(log::Role::BrandLead, {});
  context.brief = current;
  if (const auto* market = this->market(review.market)) {
    context.needsAdToken = market->needsAdToken;
    context.riskLeadHours = market->riskLeadHours;
    context.scheduleHere = market->schedule.has_value();
  }
  context.scheduleAt = [&](const OpId& write) { return scheduleAt(review.market, write); };
  context.now = m_now;
  context.precedes = m_precedes;
  review.statuses = domain::reviewStatus(facts, context);
  return review;
}

std::optional<domain::BriefDraft> Survey::draft(const CreatorReview& review) {
  std::optional<domain::BriefDraft> newest;
  for (const auto* entity : m_replica.entities(review.space, EntityKind::Brief)) {
    auto draft = domain::briefFrom(*entity);
    if (draft.removed) continue;
    const bool live = review.live.current && review.live.current->brief == draft.id;
    newest = std::move(draft);
    if (live) break;
  }
  return newest;
}

domain::Completeness Survey::completeness(const CreatorReview& review, const domain::BriefDraft& draft) {
  return domain::completeness(draft.content, review.card.language, review.card.audience, review.deliverables);
}

domain::IssuedBrief Survey::issueOf(const CreatorReview& review, const domain::BriefDraft& draft) {
  domain::IssuedBrief issue;
  issue.brief = draft.id;
  issue.content = draft.content;
  issue.inherited = inherited(review.market);
  for (const auto& deliverable : review.deliverables)
    if (deliverable.brief == draft.id || deliverable.brief == crdt::EntityId{})
      issue.deliverables.push_back(deliverable);
  issue.contact = review.contact.isZero() ? me() : review.contact;
  issue.approver = review.approver.isZero() ? me() : review.approver;
  return issue;
}

const std::map<ChangeId, Instant>& Survey::seenIn(const SpaceId& space) {
  const auto [at, isNew] = m_seen.try_emplace(space);
  if (isNew)
    for (const auto& fact : m_replica.facts(space)) {
      if (fact.kind != EntityKind::Seen || fact.meta.author == me()) continue;
      const auto subject = domain::idFrom<ChangeId>(fact.payload.at(domain::fact::seen::subject));
      const auto [seen, first] = at->second.try_emplace(subject, fact.meta.claimedAt);
      if (!first) seen->second = std::min(seen->second, fact.meta.claimedAt);
    }
  return at->second;
}

std::optional<DeliveryView> Survey::delivery(const SpaceId& space, const ChangeId& change) {
  const auto row = m_replica.delivery(change);
  if (!row) return std::nullopt;
  DeliveryView view;
  view.state = row->delivery;
  view.storedAt = row->storedAt;
  view.reason = row->reason;
  if (row->delivery == store::Delivery::Local && row->isHeld(m_now)) view.holdUntil = row->holdUntil;
  const auto& seen = seenIn(space);
  if (const auto at = seen.find(change); at != seen.end()) view.seenAt = at->second;
  return view;
}

std::uint64_t Survey::missingBytes(const domain::Attachment& attachment) {
  const auto row = m_replica.file().blobs.find(attachment.blob);
  if (!row || !*row || (*row)->chunkHashes.empty()) return std::max<std::uint64_t>(attachment.length, 1);
  if ((*row)->complete()) return 0;
  const std::uint64_t here = (*row)->chunksHere * limits::blobChunkBytes;
  return here < (*row)->sealedLength ? (*row)->sealedLength - here : 1;
}

SubmissionView Survey::view(const CreatorReview& review, const domain::DeliverableStatus& deliverable,
                            const domain::SubmissionStatus& submission) {
  SubmissionView view;
  const OpId& id = submission.submission.meta.id;
  view.space = review.space;
  view.creatorName = review.card.name;
  view.market = review.market;
  view.deliverable = deliverable.deliverable;
  view.status = submission;
  if (submission.submission.meta.author == me()) {
    view.delivery = delivery(review.space, id.change);
    std::erase_if(view.status.replaced, domain::wasUndone);
  }
  for (const auto* verdicts : {&submission.verdicts, &submission.replaced})
    for (const auto& verdict : *verdicts)
      if (verdict.meta.author == me())
        if (auto way = delivery(review.space, verdict.meta.id.change))
          view.verdictDelivery.emplace(verdict.meta.id, std::move(*way));
  for (const auto& attachment : submission.submission.content.attachments)
    view.missingBytes.push_back(missingBytes(attachment));
  const auto opened = m_replica.file().settings.get(local::openedSubmission(review.space, id));
  view.opened = opened && opened->has_value();
  view.mayDecide = mayReview(review.market) && submission.latest && !deliverable.published;
  if (const auto* issue = review.issue(submission.submission.content.issuedBrief)) view.madeFor = *issue;

  std::vector<MemberId> named{submission.submission.meta.author, review.approver};
  for (const auto& verdict : submission.verdicts)
    named.push_back(verdict.meta.author);
  for (const auto& verdict : submission.replaced)
    named.push_back(verdict.meta.author);
  for (const auto& comment : submission.comments)
    named.push_back(comment.meta.author);
  if (submission.sentToDecider) named.push_back(*submission.sentToDecider);
  std::ranges::sort(named);
  named.erase(std::unique(named.begin(), named.end()), named.end());
  for (const auto& member : named)
    if (auto found = person(member)) view.people.push_back(std::move(*found));
  return view;
}

} // namespace meridian::replica
