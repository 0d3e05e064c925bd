// The own hub's briefs: creators, drafts, issues, answers, the schedule.
#include <algorithm>

#include "core/base/limits.h"
#include "core/domain/fact_fields.h"
#include "core/domain/promise.h"
#include "core/replica/commands.h"
#include "core/replica/work.h"

namespace meridian::replica {
namespace {

using domain::EntityKind;
namespace fact = domain::fact;

// How many working days ahead an answer can be moved: beyond that lies the next regular one.
constexpr int daysMovedMax = 7;

// The creator's space as the hub's command needs it.
Result<CreatorReview> reviewForHub(Survey& survey, const SpaceId& space) {
  if (!survey.known()) return fail(ErrorCode::NoCampaign);
  if (!survey.isCreatorSpace(space)) return fail(ErrorCode::NotFound, "not a creator's space held here");
  if (!survey.isHubOf(survey.marketOf(space)))
    return fail(ErrorCode::NotYourMarket, "only the own hub issues briefs");
  return survey.review(space);
}

// The date that the hub's notices give to those who were promised `due`.
std::optional<Instant> movedByHub(Survey& survey, std::string_view market, Instant due) {
  domain::PromiseInput input;
  input.now = survey.now();
  input.promise.emplace().due = due;
  auto stored = input.now; // what waits here is stored next, in its order
  for (auto notice : survey.hubNotices()) {
    if (notice.market != market || notice.slotDue != due) continue;
    if (!notice.meta.storedAt) notice.meta.storedAt = stored += Duration{1};
    input.notices.push_back(std::move(notice));
  }
  return domain::promiseStatus(input).newDue;
}

// Every date under which somebody was promised an answer that is due at `due` now; `due` itself first.
std::vector<Instant> promisedFor(Survey& survey, std::string_view market, Instant due) {
  std::vector<Instant> promised{due};
  for (std::size_t i = 0; i < promised.size(); ++i)
    for (const auto& notice : survey.hubNotices())
      if (notice.market == market && notice.slotDue &&
          std::ranges::find(promised, *notice.slotDue) == promised.end() &&
          movedByHub(survey, market, *notice.slotDue) == promised[i])
        promised.push_back(*notice.slotDue);
  return promised;
}

// The market's submissions that wait for an answer at `due` because each was moved there by itself: no
// notice about the dates in `promised` finds them.
std::vector<std::pair<SpaceId, OpId>> movedOneByOne(Survey& survey, std::string_view market, Instant due,
                                                    const std::vector<Instant>& promised) {
  std::vector<std::pair<SpaceId, OpId>> found;
  for (const auto& space : survey.creatorSpaces()) {
    if (survey.marketOf(space) != market) continue;
    for (const auto& deliverable : survey.review(space).statuses)
      for (const auto& one : deliverable.submissions) {
        if (one.state != domain::ReviewState::InReview || one.promise.newDue != due) continue;
        if (std::ranges::find(promised, one.promise.promise->due) == promised.end())
          found.emplace_back(space, one.submission.meta.id);
      }
  }
  return found;
}

} // namespace

Result<crdt::EntityId> Briefing::draft(const SpaceId& space) {
  Survey survey(m_replica, m_campaign);
  const auto review = reviewForHub(survey, space);
  if (!review) return std::unexpected(review.error());
  if (const auto draft = survey.draft(*review)) return draft->id;
  return Editing(m_replica).create(space, EntityKind::Brief, {}, {});
}

Result<crdt::EntityId> Briefing::addDeliverable(const SpaceId& space, const NewDeliverable& deliverable) {
  namespace f = domain::field::deliverable;
  if (domain::isBlank(deliverable.title.en) && domain::isBlank(deliverable.title.ru))
    return fail(ErrorCode::InvalidArgument, "a deliverable has a title");
  if (!deliverable.zone.empty() && !domain::isZone(deliverable.zone))
    return fail(ErrorCode::UnknownZone, deliverable.zone.substr(0, 64));
  const auto brief = draft(space);
  if (!brief) return brief;
  const auto ref = brief->ref();
  std::vector<BlockWrite> blocks;
  addLanes(blocks, f::title, deliverable.title);
  addLanes(blocks, f::labels, deliverable.labels);
  return Editing(m_replica).create(space, EntityKind::Deliverable, blocks,
                                   {{f::brief, crdt::Value(std::get<OpId>(ref))},
                                    {f::format, optionalText(deliverable.format)},
                                    {f::zone, optionalText(deliverable.zone)},
                                    {f::adToken, optionalText(deliverable.adToken)},
                                    {f::roughCutDue, optionalMillis(deliverable.roughCutDue)},
                                    {f::goLiveAt, optionalMillis(deliverable.goLiveAt)}});
}

Result<OpId> Briefing::issue(const SpaceId& space, bool material) {
  Survey survey(m_replica, m_campaign);
  const auto review = reviewForHub(survey, space);
  if (!review) return std::unexpected(review.error());
  if (survey.decisions().empty()) return fail(ErrorCode::NoPriorityDecision);
  for (const auto& tension : survey.tensions())
    if (tension.open() && tension.concerns(review->market)) return fail(ErrorCode::UnresolvedTension);
  const auto draft = survey.draft(*review);
  if (!draft) return fail(ErrorCode::BriefIncomplete, "no draft");
  const auto& live = review->live;
  const bool another =
      (live.current && live.current->brief != draft->id) ||
      std::ranges::any_of(live.held, [&](const auto& held) { return held.brief != draft->id; });
  if (another) return fail(ErrorCode::SecondLiveBrief);
  auto issue = survey.issueOf(*review, *draft);
  const auto complete =
      domain::completeness(issue.content, review->card.language, review->card.audience, issue.deliverables);
  if (!complete.mayIssue()) {
    std::string missing;
    for (const auto part : complete.missing)
      missing += std::string(missing.empty() ? "" : ",") + std::string(domain::partName(part));
    if (complete.audienceMissing) missing += missing.empty() ? "audience" : ",audience";
    if (complete.deliverableMissing) missing += missing.empty() ? "deliverable" : ",deliverable";
    return fail(ErrorCode::BriefIncomplete, missing);
  }
  issue.material = material;
  return writeFact(m_replica, space, EntityKind::BriefIssued, domain::toValue(issue));
}

Result<OpId> Briefing::withdrawBrief(const SpaceId& space, std::string_view reason) {
  if (domain::isBlank(reason)) return fail(ErrorCode::ReasonMissing);
  if (auto good = checkText(reason, limits::textFieldBytes); !good) return std::unexpected(good.error());
  Survey survey(m_replica, m_campaign);
  const auto review = reviewForHub(survey, space);
  if (!review) return std::unexpected(review.error());
  if (!review->live.current) return fail(ErrorCode::BriefNotIssued);
  crdt::Value payload;
  payload.set(fact::briefWithdrawn::brief, domain::toValue(review->live.current->brief))
      .set(fact::briefWithdrawn::reason, crdt::Value(reason));
  return writeFact(m_replica, space, EntityKind::BriefWithdrawn, std::move(payload));
}

Result<OpId> Briefing::resolveBriefConflict(const SpaceId& space, const OpId& keep) {
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return fail(ErrorCode::NoCampaign);
  if (!survey.isCreatorSpace(space)) return fail(ErrorCode::NotFound, "not a creator's space held here");
  const auto review = survey.review(space);
  const auto& live = review.live;
  if (!live.current || live.held.empty()) return fail(ErrorCode::NotFound, "no conflict of briefs");
  const domain::IssuedBrief* kept = nullptr;
  if (live.current->meta.id == keep) kept = &*live.current;
  for (const auto& held : live.held)
    if (held.meta.id == keep) kept = &held;
  if (kept == nullptr) return fail(ErrorCode::NotFound, "not one of the conflicting briefs");
  crdt::Value payload;
  payload.set(fact::briefConflictDecided::brief, domain::toValue(kept->brief));
  return writeFact(m_replica, space, EntityKind::BriefConflictDecided, std::move(payload));
}

Result<OpId> Briefing::answer(const SpaceId& space, const OpId& question, std::string_view text) {
  if (auto good = checkText(text, limits::textFieldBytes); !good) return std::unexpected(good.error());
  const auto& facts = m_replica.facts(space);
  const bool asked = std::ranges::any_of(facts, [&](const domain::Fact& fact) {
    return fact.kind == EntityKind::Question && fact.meta.id == question;
  });
  if (!asked) return fail(ErrorCode::NotFound, "no such question");
  crdt::Value payload;
  payload.set(fact::answer::question, crdt::Value(question)).set(fact::answer::text, crdt::Value(text));
  return writeFact(m_replica, space, EntityKind::Answer, std::move(payload));
}

Result<void> Briefing::setSchedule(std::string_view code, const domain::FeedbackSchedule& schedule) {
  if (auto good = domain::check(schedule); !good) return good;
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return fail(ErrorCode::NoCampaign);
  if (survey.market(code) == nullptr) return fail(ErrorCode::NotFound, "no such market");
  const crdt::KeyedEntity market{static_cast<std::uint16_t>(EntityKind::Market),
                                 Bytes(code.begin(), code.end())};
  return Editing(m_replica).set({m_campaign, market},
                                {{domain::field::market::schedule, domain::toValue(schedule)}});
}

Result<OpId> Briefing::announceHubDelay(std::string_view code, Instant slotDue, Instant newDue,
                                        std::string_view reason) {
  if (domain::isBlank(reason)) return fail(ErrorCode::ReasonMissing);
  if (auto good = checkText(reason, limits::textFieldBytes); !good) return std::unexpected(good.error());
  if (newDue <= slotDue) return fail(ErrorCode::InvalidArgument, "a delay moves a date to a later one");
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return fail(ErrorCode::NoCampaign);
  const auto* market = survey.market(code);
  if (market == nullptr) return fail(ErrorCode::NotFound, "no such market");
  if (!survey.isHubOf(code)) return fail(ErrorCode::NotYourMarket, "only the own hub moves its answers");

  // Who was moved to this date before was promised an earlier one, by which a notice finds its promises.
  const auto promised = promisedFor(survey, code, slotDue);
  std::vector<crdt::Op> ops;
  domain::DelayNotice notice;
  notice.market = std::string(code);
  notice.newDue = newDue;
  notice.reason = std::string(reason);
  for (const auto& due : promised) {
    notice.slotDue = due;
    ops.push_back(factOp(EntityKind::HubDelayNotice, domain::toValue(notice)));
  }
  // A date of an earlier schedule has promises and no place in this one.
  const auto moved = market->schedule ? domain::movedAnswers(*market->schedule, slotDue, daysMovedMax)
                                      : fail(ErrorCode::NotFound);
  if (moved) {
    auto chosen = std::ranges::find_if(*moved, [&](const auto& one) { return one.slot.due >= newDue; });
    if (chosen == moved->end()) --chosen;
    const crdt::KeyedEntity entity{static_cast<std::uint16_t>(EntityKind::Market),
                                   Bytes(code.begin(), code.end())};
    std::ranges::move(Editing::writes(m_replica, {m_campaign, entity},
                                      {{domain::field::market::schedule, domain::toValue(chosen->schedule)}}),
                      std::back_inserter(ops));
  }
  std::vector<SpaceWrite> writes(1);
  writes.front().space = m_campaign;
  writes.front().ops = std::move(ops);
  for (const auto& [space, submission] : movedOneByOne(survey, code, slotDue, promised)) {
    domain::DelayNotice own;
    own.submission = submission;
    own.newDue = newDue;
    own.reason = std::string(reason);
    if (writes.back().space != space) writes.emplace_back().space = space;
    writes.back().ops.push_back(factOp(EntityKind::DelayNotice, domain::toValue(own)));
  }
  const auto written = m_replica.write(std::move(writes));
  if (!written) return std::unexpected(written.error());
  return OpId{written->front(), 0}; // the notice about slotDue itself
}

} // namespace meridian::replica
