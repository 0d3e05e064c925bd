// Verdicts and what goes with them: each bound to the manifest that this device holds.
#include <algorithm>

#include "core/base/limits.h"
#include "core/domain/fact_fields.h"
#include "core/replica/commands.h"
#include "core/replica/reading.h"
#include "core/replica/work.h"

namespace meridian::replica {
namespace {

// Sound and picture of a video end apart, and its header rounds.
constexpr Duration timeCodeSlack{1'000};

using domain::EntityKind;
namespace fact = domain::fact;

std::size_t codePoints(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

struct Case {
  CreatorReview review;
  CreatorReview::Found found;
  [[nodiscard]] const domain::Submission& submission() const { return found.submission->submission; }
};

Result<std::unique_ptr<Case>> caseOf(Survey& survey, const SpaceId& space, const OpId& submission) {
  if (!survey.known()) return fail(ErrorCode::NoCampaign);
  if (!survey.isCreatorSpace(space)) return fail(ErrorCode::NotFound, "not a creator's space held here");
  // On the heap, because `found` points into the review.
  auto one = std::make_unique<Case>(Case{survey.review(space), {}});
  const auto found = one->review.find(submission);
  if (!found) return fail(ErrorCode::NotFound, "no such submission here");
  one->found = *found;
  return one;
}

Result<void> mayReview(const Survey& survey, const CreatorReview& review) {
  if (survey.mayReview(review.market)) return {};
  return fail(survey.ref().role == log::Role::HubLead || survey.ref().role == log::Role::Deputy
                  ? ErrorCode::NotYourMarket
                  : ErrorCode::NotAllowed);
}

Result<void> mayJudge(const Survey& survey, const Case& one) {
  if (auto may = mayReview(survey, one.review); !may) return may;
  if (one.found.deliverable->published) return fail(ErrorCode::AlreadyLive);
  if (!one.found.submission->latest) return fail(ErrorCode::NewerVersionKnown);
  return {};
}

Result<OpId> writeVerdict(Survey& survey, const Case& one, domain::VerdictKind kind,
                          std::string_view reason) {
  domain::Verdict verdict;
  verdict.submission = one.submission().meta.id;
  verdict.manifest = one.submission().manifest;
  verdict.kind = kind;
  verdict.reason = std::string(reason);
  for (const auto& earlier : one.found.submission->verdicts)
    if (earlier.meta.author == survey.me()) verdict.replaces.push_back(earlier.meta.id);
  WriteOptions options;
  static_assert(store::holdBack == domain::undoPeriod);
  options.holdUntil = survey.now() + store::holdBack;
  return writeFact(survey.replica(), one.review.space, EntityKind::Verdict, domain::toValue(verdict),
                   std::move(options));
}

Result<OpId> writeAbout(Replica& replica, const SpaceId& space, EntityKind kind, const OpId& submission,
                        std::uint32_t field, crdt::Value value) {
  crdt::Value payload;
  payload.set(1, crdt::Value(submission)).set(field, std::move(value));
  return writeFact(replica, space, kind, std::move(payload));
}
static_assert(fact::sentToDecider::submission == 1 && fact::stillFine::submission == 1);

} // namespace

Result<void> Reviewing::opened(const SpaceId& space, const OpId& submission) {
  Survey survey(m_replica, m_campaign);
  const auto one = caseOf(survey, space, submission);
  if (!one) return std::unexpected(one.error());
  return keepLocally(m_replica, local::openedSubmission(space, submission), toIso(survey.now()));
}

Result<OpId> Reviewing::approve(const SpaceId& space, const OpId& submission) {
  Survey survey(m_replica, m_campaign);
  const auto one = caseOf(survey, space, submission);
  if (!one) return std::unexpected(one.error());
  if (auto may = mayJudge(survey, **one); !may) return std::unexpected(may.error());
  for (const auto& attachment : (*one)->submission().content.attachments)
    if (auto whole = Files(m_replica).check(attachment); !whole)
      return whole.error().code == ErrorCode::Damaged
                 ? fail(ErrorCode::AttachmentMissing, whole.error().detail)
                 : std::unexpected(whole.error());
  return writeVerdict(survey, **one, domain::VerdictKind::Approve, {});
}

Result<OpId> Reviewing::requestChanges(const SpaceId& space, const OpId& submission,
                                       std::string_view reason) {
  if (auto good = checkOptionalText(reason, limits::textFieldBytes); !good)
    return std::unexpected(good.error());
  Survey survey(m_replica, m_campaign);
  const auto one = caseOf(survey, space, submission);
  if (!one) return std::unexpected(one.error());
  if (auto may = mayJudge(survey, **one); !may) return std::unexpected(may.error());
  const bool commented =
      std::ranges::any_of((*one)->found.submission->comments,
                          [&](const domain::Comment& comment) { return comment.meta.author == survey.me(); });
  if (domain::isBlank(reason) && !commented) return fail(ErrorCode::ReasonMissing);
  return writeVerdict(survey, **one, domain::VerdictKind::RequestChanges, reason);
}

Result<OpId> Reviewing::withdraw(const SpaceId& space, const OpId& verdict, std::string_view reason) {
  if (auto good = checkOptionalText(reason, limits::textFieldBytes); !good)
    return std::unexpected(good.error());
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return fail(ErrorCode::NoCampaign);
  if (!survey.isCreatorSpace(space)) return fail(ErrorCode::NotFound, "not a creator's space held here");
  const auto review = survey.review(space);
  const domain::Verdict* found = nullptr;
  const domain::DeliverableStatus* of = nullptr;
  for (const auto& deliverable : review.statuses)
    for (const auto& submission : deliverable.submissions)
      for (const auto* list : {&submission.verdicts, &submission.replaced})
        for (const auto& one : *list)
          if (one.meta.id == verdict) {
            found = &one;
            of = &deliverable;
          }
  if (found == nullptr) return fail(ErrorCode::NotFound, "no such verdict here");
  if (found->meta.author != survey.me()) return fail(ErrorCode::NotAllowed, "only its author withdraws it");
  if (found->withdrawnAt) return fail(ErrorCode::AlreadyExists, "withdrawn already");
  if (of->published && of->published->manifest == found->manifest) return fail(ErrorCode::AlreadyLive);

  // Undo: the verdict has not left this device, so that nobody has to be told why; both arrive together.
  const auto row = m_replica.delivery(verdict.change);
  const bool here = row && row->delivery == store::Delivery::Local;
  if (!here && domain::isBlank(reason)) return fail(ErrorCode::ReasonMissing);
  crdt::Value payload;
  payload.set(fact::verdictWithdrawn::verdict, crdt::Value(verdict));
  if (!reason.empty()) payload.set(fact::verdictWithdrawn::reason, crdt::Value(reason));
  WriteOptions options;
  if (here) options.holdUntil = row->holdUntil;
  return writeFact(m_replica, space, EntityKind::VerdictWithdrawn, std::move(payload), std::move(options));
}

Result<OpId> Reviewing::announceDelay(const SpaceId& space, const OpId& submission, Instant newDue,
                                      std::string_view reason) {
  if (domain::isBlank(reason)) return fail(ErrorCode::ReasonMissing);
  if (auto good = checkText(reason, limits::textFieldBytes); !good) return std::unexpected(good.error());
  Survey survey(m_replica, m_campaign);
  const auto one = caseOf(survey, space, submission);
  if (!one) return std::unexpected(one.error());
  if (auto may = mayReview(survey, (*one)->review); !may) return std::unexpected(may.error());
  const auto& promise = (*one)->found.submission->promise;
  if (newDue <= survey.now() || (promise.promise && newDue <= promise.promise->due))
    return fail(ErrorCode::InvalidArgument, "a delay moves a date to a later one");
  domain::DelayNotice notice;
  notice.submission = submission;
  notice.newDue = newDue;
  notice.reason = std::string(reason);
  return writeFact(m_replica, space, EntityKind::DelayNotice, domain::toValue(notice));
}

Result<OpId> Reviewing::comment(const SpaceId& space, const OpId& submission, const domain::CommentPin& pin,
                                std::string_view text) {
  if (auto good = checkText(text, limits::textFieldBytes); !good) return std::unexpected(good.error());
  Survey survey(m_replica, m_campaign);
  const auto one = caseOf(survey, space, submission);
  if (!one) return std::unexpected(one.error());
  using Kind = domain::CommentPin::Kind;
  const auto& content = (*one)->submission().content;
  if (pin.kind == Kind::CaptionRange && (pin.from >= pin.to || pin.to > codePoints(content.caption)))
    return fail(ErrorCode::InvalidArgument, "not a range of the caption");
  if ((pin.kind == Kind::ImagePoint || pin.kind == Kind::TimeCode) &&
      pin.attachment >= content.attachments.size())
    return fail(ErrorCode::InvalidArgument, "no such attachment");
  if (pin.kind == Kind::ImagePoint && (pin.x > 10'000 || pin.y > 10'000))
    return fail(ErrorCode::InvalidArgument, "not a point of the image");
  if (pin.kind == Kind::TimeCode) {
    const auto& video = content.attachments[pin.attachment];
    if (!video.mediaType.starts_with("video/")) return fail(ErrorCode::InvalidArgument, "not a video");
    if (video.playTime && Duration{pin.millis} > *video.playTime + timeCodeSlack)
      return fail(ErrorCode::InvalidArgument, "not a time of the video");
  }
  domain::Comment comment;
  comment.submission = submission;
  comment.pin = pin;
  comment.text = std::string(text);
  return writeFact(m_replica, space, EntityKind::Comment, domain::toValue(comment));
}

Result<OpId> Reviewing::sendToDecider(const SpaceId& space, const OpId& submission) {
  Survey survey(m_replica, m_campaign);
  const auto one = caseOf(survey, space, submission);
  if (!one) return std::unexpected(one.error());
  if (auto may = mayReview(survey, (*one)->review); !may) return std::unexpected(may.error());
  if ((*one)->found.submission->state != domain::ReviewState::Contested)
    return fail(ErrorCode::InvalidArgument, "the answers do not contradict each other");
  const auto decider = survey.holderOf(log::Role::BrandLead, {});
  return writeAbout(m_replica, space, EntityKind::SentToDecider, submission, fact::sentToDecider::decider,
                    domain::idValue(decider));
}

Result<OpId> Reviewing::decide(const SpaceId& space, const OpId& submission, domain::VerdictKind verdict,
                               std::string_view reason) {
  if (auto good = checkOptionalText(reason, limits::textFieldBytes); !good)
    return std::unexpected(good.error());
  Survey survey(m_replica, m_campaign);
  const auto one = caseOf(survey, space, submission);
  if (!one) return std::unexpected(one.error());
  const auto& status = *(*one)->found.submission;
  const auto brandLead = survey.holderOf(log::Role::BrandLead, {});
  if (survey.me() != brandLead && status.sentToDecider != survey.me())
    return fail(ErrorCode::NotAllowed, "somebody else decides this");
  if (status.state != domain::ReviewState::Contested)
    return fail(ErrorCode::InvalidArgument, "the answers do not contradict each other");
  if (domain::isBlank(reason)) return fail(ErrorCode::ReasonMissing); // P8
  crdt::Value payload;
  payload.set(fact::contestDecided::submission, crdt::Value(submission))
      .set(fact::contestDecided::manifest, domain::idValue(status.submission.manifest))
      .set(fact::contestDecided::kind, crdt::Value(static_cast<int>(verdict)))
      .set(fact::contestDecided::reason, crdt::Value(reason));
  return writeFact(m_replica, space, EntityKind::ContestDecided, std::move(payload));
}

Result<OpId> Reviewing::stillFine(const SpaceId& space, const OpId& submission) {
  Survey survey(m_replica, m_campaign);
  const auto one = caseOf(survey, space, submission);
  if (!one) return std::unexpected(one.error());
  if (auto may = mayReview(survey, (*one)->review); !may) return std::unexpected(may.error());
  const auto& current = (*one)->review.live.current;
  if (!current) return fail(ErrorCode::BriefNotIssued);
  return writeAbout(m_replica, space, EntityKind::StillFine, submission, fact::stillFine::issued,
                    crdt::Value(current->meta.id));
}

Result<bool> Reviewing::prepared() {
  const auto copy = Reading(m_replica, m_campaign).offlineCopy();
  if (!copy.complete()) return false;
  // It is read to the minute.
  const auto minute = [](Instant at) { return std::chrono::floor<std::chrono::minutes>(at); };
  const Instant now = m_replica.clock().now();
  if (copy.completeAt && minute(*copy.completeAt) == minute(now)) return true;
  auto kept = keepLocally(m_replica, local::offlineCopy(m_campaign), toIso(now));
  if (!kept) return std::unexpected(kept.error());
  return true;
}

} // namespace meridian::replica
