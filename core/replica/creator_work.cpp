// What the creator does: reads, acknowledges, submits, asks, goes live.
#include <algorithm>
#include <set>

#include "core/base/limits.h"
#include "core/domain/fact_fields.h"
#include "core/replica/commands.h"
#include "core/replica/reading.h"
#include "core/replica/work.h"

namespace meridian::replica {
namespace {

using domain::EntityKind;
namespace fact = domain::fact;

Result<SpaceId> ownSpace(Survey& survey) {
  if (!survey.known()) return fail(ErrorCode::NoCampaign);
  const auto space = survey.ownCreatorSpace();
  if (!space) return fail(ErrorCode::NotAllowed, "only a creator does this");
  return *space;
}

crdt::Value aboutIssue(const OpId& issue) {
  crdt::Value payload;
  payload.set(fact::opened::issued, crdt::Value(issue));
  return payload;
}

Result<void> checkContent(const CreatorWork::Draft& draft) {
  if (auto good = checkOptionalText(draft.caption, limits::textFieldBytes); !good) return good;
  for (const auto& link : draft.links)
    if (auto good = checkLink(link); !good) return good;
  if (draft.attachments.size() > limits::blobsPerChange) return fail(ErrorCode::TooLarge, "attachments");
  if (domain::isBlank(draft.caption) && draft.links.empty() && draft.attachments.empty())
    return fail(ErrorCode::EmptySubmission);
  return {};
}

// T2: every non-negotiable of the brief, as it reads there.
Result<std::vector<domain::Tick>> ticksOf(const domain::IssuedBrief& brief, const CreatorWork::Draft& draft) {
  std::vector<domain::Tick> ticks;
  for (const auto& element : brief.inherited.nonNegotiables) {
    if (std::ranges::find(draft.ticks, element.id) == draft.ticks.end()) return fail(ErrorCode::TicksMissing);
    ticks.push_back({element.id, element.text});
  }
  return ticks;
}

Error errorOf(domain::GoLiveBlock block) {
  using enum domain::GoLiveBlock;
  switch (block) {
  case NothingSubmitted:
    return {ErrorCode::NotApproved, "nothing-submitted"};
  case NotApproved:
    return {ErrorCode::NotApproved};
  case NewerVersion:
    return {ErrorCode::NewerVersionKnown};
  case Contested:
    return {ErrorCode::Contested};
  case NeedsLook:
    return {ErrorCode::NotApproved, "brief-changed"};
  case AdTokenMissing:
    return {ErrorCode::NotApproved, "ad-token-missing"};
  case LinkUnconfirmed:
    return {ErrorCode::LinkNotConfirmed};
  case BriefNotAcknowledged:
    return {ErrorCode::NotLatestBrief};
  case AlreadyLive:
    return {ErrorCode::AlreadyLive};
  case None:
    break;
  }
  return {ErrorCode::NotApproved};
}

} // namespace

Result<void> CreatorWork::opened() {
  Survey survey(m_replica, m_campaign);
  const auto space = ownSpace(survey);
  if (!space) return std::unexpected(space.error());
  const auto review = survey.review(*space);
  if (!review.live.current || review.live.opened) return {};
  const auto written =
      writeFact(m_replica, *space, EntityKind::BriefOpened, aboutIssue(review.live.current->meta.id));
  if (!written) return std::unexpected(written.error());
  return {};
}

Result<OpId> CreatorWork::acknowledge() {
  Survey survey(m_replica, m_campaign);
  const auto space = ownSpace(survey);
  if (!space) return std::unexpected(space.error());
  const auto review = survey.review(*space);
  if (!review.live.current) return fail(ErrorCode::BriefNotIssued);
  const OpId issue = review.live.current->meta.id;
  // Said once is enough.
  for (const auto& known : m_replica.facts(*space))
    if (known.kind == EntityKind::BriefAcknowledged && known.meta.author == survey.me() &&
        domain::refFrom(known.payload.at(fact::opened::issued)) == issue)
      return known.meta.id;
  return writeFact(m_replica, *space, EntityKind::BriefAcknowledged, aboutIssue(issue));
}

Result<OpId> CreatorWork::submit(const Draft& draft) {
  Survey survey(m_replica, m_campaign);
  const auto space = ownSpace(survey);
  if (!space) return std::unexpected(space.error());
  const auto review = survey.review(*space);
  if (!review.live.current) return fail(ErrorCode::BriefNotIssued);
  const auto& brief = *review.live.current;
  const bool asked = std::ranges::any_of(
      brief.deliverables, [&](const domain::Deliverable& d) { return d.id == draft.deliverable; });
  if (!asked) return fail(ErrorCode::NotFound, "not a deliverable of the brief");
  const auto* status = review.status(draft.deliverable);
  if (status != nullptr && status->published) return fail(ErrorCode::AlreadyLive);
  if (!review.knowsTheBrief()) return fail(ErrorCode::NotLatestBrief);
  if (auto good = checkContent(draft); !good) return std::unexpected(good.error());
  auto ticks = ticksOf(brief, draft);
  if (!ticks) return std::unexpected(ticks.error());
  WriteOptions options;
  for (const auto& attachment : draft.attachments) {
    if (!Files(m_replica).complete(attachment)) return fail(ErrorCode::AttachmentMissing);
    if (attachment.length > fileBytesMax(m_replica, m_campaign)) return fail(ErrorCode::FileTooLarge);
    options.blobs.push_back(attachment.blob);
  }
  const domain::SubmissionContent content{draft.deliverable, draft.caption,     draft.links,
                                          draft.attachments, std::move(*ticks), brief.meta.id};
  auto written =
      writeFact(m_replica, *space, EntityKind::Submission, domain::toValue(content), std::move(options));
  if (!written) return written;
  // What was being typed has been said. That it stays if this fails costs nothing.
  (void)forgetDraft(draft.deliverable);
  return written;
}

Result<OpId> CreatorWork::ask(std::optional<domain::BriefPart> part, std::optional<OpId> submission,
                              std::string_view text) {
  if (auto good = checkText(text, limits::textFieldBytes); !good) return std::unexpected(good.error());
  Survey survey(m_replica, m_campaign);
  const auto space = ownSpace(survey);
  if (!space) return std::unexpected(space.error());
  const auto review = survey.review(*space);
  if (submission && !review.find(*submission)) return fail(ErrorCode::NotFound, "no such submission");
  const auto contact = survey.person(review.contact);
  const auto replyBy = domain::replyBy(contact ? contact->card : domain::PersonCard{}, survey.now());
  crdt::Value payload;
  if (part) payload.set(fact::question::part, crdt::Value(static_cast<int>(*part)));
  if (submission) payload.set(fact::question::submission, crdt::Value(*submission));
  payload.set(fact::question::text, crdt::Value(text))
      .set(fact::question::replyBy, crdt::Value(toMillis(replyBy)));
  return writeFact(m_replica, *space, EntityKind::Question, std::move(payload));
}

Result<OpId> CreatorWork::goLive(const crdt::EntityId& deliverable, std::string_view link,
                                 bool linksConfirmed) {
  Survey survey(m_replica, m_campaign);
  const auto space = ownSpace(survey);
  if (!space) return std::unexpected(space.error());
  const auto review = survey.review(*space);
  const auto* status = review.status(deliverable);
  if (status == nullptr) return fail(ErrorCode::NotFound, "no such deliverable");
  if (status->published) return fail(ErrorCode::AlreadyLive);
  for (const auto block : status->blocks)
    if (block != domain::GoLiveBlock::LinkUnconfirmed) return std::unexpected(errorOf(block));
  const auto found = status->approved ? review.find(*status->approved) : std::nullopt;
  if (!found) return fail(ErrorCode::NotApproved);
  if (status->linkNeedsConfirmation && !linksConfirmed) return fail(ErrorCode::LinkNotConfirmed);
  if (auto good = checkLink(link); !good) return std::unexpected(good.error());
  domain::Published published;
  published.submission = *status->approved;
  published.manifest = found->submission->submission.manifest;
  published.link = std::string(link);
  published.linkConfirmed = linksConfirmed;
  return writeFact(m_replica, *space, EntityKind::Published, domain::toValue(published));
}

Result<void> CreatorWork::seen(std::span<const OpId> subjects) {
  Survey survey(m_replica, m_campaign);
  const auto space = ownSpace(survey);
  if (!space) return std::unexpected(space.error());
  std::set<ChangeId> known, witnessed;
  for (const auto& fact : m_replica.facts(*space)) {
    if (fact.kind == EntityKind::Seen && fact.meta.author == survey.me())
      known.insert(domain::idFrom<ChangeId>(fact.payload.at(fact::seen::subject)));
    if (fact.meta.storedAt) witnessed.insert(fact.meta.id.change);
  }
  std::vector<crdt::Op> ops;
  const auto isNotice = [&](const OpId& subject) {
    return std::ranges::any_of(survey.hubNotices(), [&](const auto& n) { return n.meta.id == subject; });
  };
  for (const auto& subject : subjects) {
    const auto& facts = m_replica.facts(*space);
    const auto at = std::ranges::find_if(facts, [&](const auto& f) { return f.meta.id == subject; });
    const bool own = at != facts.end() && at->meta.author != survey.me();
    if (!own && !isNotice(subject)) continue;
    if (!known.insert(subject.change).second) continue;
    crdt::Value payload;
    payload.set(fact::seen::subject, domain::idValue(subject.change));
    ops.push_back(factOp(EntityKind::Seen, std::move(payload)));
    if (!own) continue; // a notice to everybody counts once a relay has it: one creator speaks for no other
    // Came in a file: no relay has vouched for it, so that this device's word stands for storage.
    const auto receipts = m_replica.file().outbox.receipts(subject.change);
    const bool byRelay = receipts && !receipts->empty();
    const bool counts = at->kind == EntityKind::Verdict || at->kind == EntityKind::VerdictWithdrawn ||
                        at->kind == EntityKind::DelayNotice;
    if (byRelay || !counts || witnessed.contains(subject.change)) continue;
    domain::Received received;
    received.subject = subject.change;
    received.time = survey.now();
    received.evidence = domain::Evidence::SeenByCreator;
    ops.push_back(factOp(EntityKind::Received, domain::toValue(received)));
  }
  return writeFacts(m_replica, *space, std::move(ops));
}

Result<void> CreatorWork::tellWhatArrived() {
  Survey survey(m_replica, m_campaign);
  const auto space = ownSpace(survey);
  if (!space) return std::unexpected(space.error());
  std::vector<OpId> arrived;
  for (const auto& fact : m_replica.facts(*space))
    if (fact.kind == EntityKind::Verdict || fact.kind == EntityKind::VerdictWithdrawn ||
        fact.kind == EntityKind::DelayNotice)
      arrived.push_back(fact.meta.id);
  if (!survey.hubNotices().empty())
    for (const auto& status : survey.review(*space).statuses)
      for (const auto& submission : status.submissions)
        if (submission.promise.notice) arrived.push_back(*submission.promise.notice);
  return arrived.empty() ? Result<void>{} : seen(arrived);
}

Result<void> CreatorWork::keepDraft(const crdt::EntityId& deliverable, const Draft& draft) {
  Survey survey(m_replica, m_campaign);
  const auto space = ownSpace(survey);
  if (!space) return std::unexpected(space.error());
  domain::SubmissionContent content{deliverable, draft.caption, draft.links, draft.attachments, {}, {}};
  for (const auto& tick : draft.ticks)
    content.ticks.push_back({tick, {}});
  const auto bytes = crdt::encodeValue(domain::toValue(content));
  if (!bytes) return std::unexpected(bytes.error());
  const auto before = keptDraft(deliverable);
  if (auto kept = keepLocally(m_replica, local::submissionDraft(*space, deliverable), toBase64Url(*bytes));
      !kept)
    return kept;
  return discardAllBut(draft.attachments, before);
}

Result<void> CreatorWork::discardAllBut(const std::vector<domain::Attachment>& kept,
                                        const std::optional<Draft>& before) {
  if (!before) return {};
  for (const auto& attachment : before->attachments)
    if (std::ranges::find(kept, attachment.blob, &domain::Attachment::blob) == kept.end())
      if (auto discarded = discard(attachment); !discarded) return discarded;
  return {};
}

std::optional<CreatorWork::Draft> CreatorWork::keptDraft(const crdt::EntityId& deliverable) {
  Survey survey(m_replica, m_campaign);
  const auto space = ownSpace(survey);
  if (!space) return std::nullopt;
  const auto text = m_replica.file().settings.get(local::submissionDraft(*space, deliverable));
  if (!text || !*text) return std::nullopt;
  const auto bytes = fromBase64Url(**text);
  if (!bytes) return std::nullopt;
  auto value = crdt::decodeValue(*bytes);
  if (!value) return std::nullopt;
  domain::Fact asFact;
  asFact.kind = EntityKind::Submission;
  asFact.payload = std::move(*value);
  auto content = domain::submissionFrom(asFact).content;
  Draft draft{
      deliverable, std::move(content.caption), std::move(content.links), std::move(content.attachments), {}};
  for (const auto& tick : content.ticks)
    draft.ticks.push_back(tick.nonNegotiable);
  return draft;
}

Result<void> CreatorWork::forgetDraft(const crdt::EntityId& deliverable) {
  Survey survey(m_replica, m_campaign);
  const auto space = ownSpace(survey);
  if (!space) return std::unexpected(space.error());
  const auto before = keptDraft(deliverable);
  if (auto forgotten = forgetLocally(m_replica, local::submissionDraft(*space, deliverable)); !forgotten)
    return forgotten;
  return discardAllBut({}, before);
}

} // namespace meridian::replica
