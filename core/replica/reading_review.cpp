// The review queue, one submission, contradicting verdicts, and what is here for offline.
#include <algorithm>

#include "core/domain/zone.h"
#include "core/replica/reading.h"
#include "core/replica/survey.h"

namespace meridian::replica {
namespace {

using Group = QueueItem::Group;
using std::chrono::days;
using std::chrono::local_days;

bool wantsAnswer(const domain::DeliverableStatus& deliverable, const domain::SubmissionStatus& submission) {
  if (deliverable.published || !submission.latest) return false;
  return submission.state == domain::ReviewState::InReview ||
         submission.state == domain::ReviewState::Contested || submission.needsLook;
}

// When the answer is due as things stand: by the delay notice that counts, else by the promise.
std::optional<Instant> dueOf(const domain::SubmissionStatus& submission) {
  if (submission.promise.newDue) return submission.promise.newDue;
  if (submission.promise.promise) return submission.promise.promise->due;
  return std::nullopt;
}

local_days dayOf(Instant at, std::string_view zone) {
  const auto local = domain::toLocal(at, zone);
  // A device without a zone counts in UTC.
  return local ? std::chrono::floor<days>(*local)
               : local_days{std::chrono::floor<days>(at).time_since_epoch()};
}

Group groupOf(const domain::SubmissionStatus& submission, Instant now, std::string_view zone) {
  const auto due = dueOf(submission);
  if (!due) return Group::Later;
  if (*due <= now) return Group::Overdue;
  const local_days today = dayOf(now, zone), day = dayOf(*due, zone);
  if (day == today) return Group::Today;
  const auto monday = today - (Weekday{today} - std::chrono::Monday);
  return day < monday + days{7} ? Group::ThisWeek : Group::Later;
}

bool approvedOlderVersion(const domain::DeliverableStatus& deliverable,
                          const domain::SubmissionStatus& submission, const MemberId& me) {
  return std::ranges::any_of(deliverable.submissions, [&](const domain::SubmissionStatus& older) {
    return older.submission.version < submission.submission.version &&
           std::ranges::any_of(older.verdicts, [&](const domain::Verdict& verdict) {
             return verdict.meta.author == me && verdict.kind == domain::VerdictKind::Approve;
           });
  });
}

std::vector<QueueItem> queueOf(Survey& survey, bool all) {
  std::vector<QueueItem> queue;
  if (survey.ref().role == log::Role::Creator) return queue;
  const std::string zone = survey.replica().profile().zone;
  for (const auto& space : survey.creatorSpaces()) {
    if (!survey.hasSubmissions(space)) continue;
    const auto review = survey.review(space);
    for (const auto& deliverable : review.statuses)
      for (const auto& submission : deliverable.submissions) {
        const bool open = wantsAnswer(deliverable, submission);
        if (!open && !all) continue;
        QueueItem item;
        item.group = open ? groupOf(submission, survey.now(), zone) : Group::Done;
        item.submission = survey.view(review, deliverable, submission);
        item.contested = submission.state == domain::ReviewState::Contested;
        item.newerArrived = open && submission.state == domain::ReviewState::InReview &&
                            approvedOlderVersion(deliverable, submission, survey.me());
        queue.push_back(std::move(item));
      }
  }
  // Most urgent first; of what is done the latest first.
  std::ranges::stable_sort(queue, [](const QueueItem& a, const QueueItem& b) {
    if (a.group != b.group) return a.group < b.group;
    const auto& first = a.submission.status;
    const auto& second = b.submission.status;
    if (a.group == Group::Done) return first.submission.meta.shownAt() > second.submission.meta.shownAt();
    const auto x = dueOf(first).value_or(Instant::max()), y = dueOf(second).value_or(Instant::max());
    return x != y ? x < y : first.submission.meta.shownAt() < second.submission.meta.shownAt();
  });
  return queue;
}

} // namespace

std::vector<QueueItem> Reading::reviewQueue(bool all) {
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return {};
  return queueOf(survey, all);
}

std::optional<SubmissionView> Reading::submission(const SpaceId& space, const OpId& id) {
  Survey survey(m_replica, m_campaign);
  if (!survey.known() || !survey.isCreatorSpace(space)) return std::nullopt;
  const auto review = survey.review(space);
  const auto found = review.find(id);
  if (!found) return std::nullopt;
  return survey.view(review, *found->deliverable, *found->submission);
}

std::vector<ContestedSubmission> Reading::contested() {
  Survey survey(m_replica, m_campaign);
  std::vector<ContestedSubmission> all;
  if (!survey.known() || survey.ref().role == log::Role::Creator) return all;
  for (const auto& space : survey.creatorSpaces()) {
    if (!survey.hasSubmissions(space)) continue;
    const auto review = survey.review(space);
    for (const auto& deliverable : review.statuses)
      for (const auto& submission : deliverable.submissions) {
        if (submission.state != domain::ReviewState::Contested) continue;
        const auto decider = submission.sentToDecider.value_or(survey.holderOf(log::Role::BrandLead, {}));
        all.push_back({survey.view(review, deliverable, submission), decider});
      }
  }
  return all;
}

OfflineCopy Reading::offlineCopy() {
  Survey survey(m_replica, m_campaign);
  OfflineCopy copy;
  if (!survey.known()) {
    copy.damaged = m_replica.damage().has_value();
    return copy;
  }
  const auto me = m_replica.campaign(m_campaign);
  copy.arrived = me && me->membership == store::Membership::Member;
  for (const auto& item : queueOf(survey, false)) {
    ++copy.submissions;
    const auto& attachments = item.submission.status.submission.content.attachments;
    for (std::size_t i = 0; i < attachments.size(); ++i) {
      copy.bytes += attachments[i].length;
      const auto missing = item.submission.missingBytes[i];
      copy.missingBytes += missing;
      if (missing > 0) ++copy.missingFiles;
    }
  }
  const auto at = m_replica.file().settings.get(local::offlineCopy(m_campaign));
  if (at && *at)
    if (const auto instant = parseInstant(**at)) copy.completeAt = *instant;
  copy.damaged = m_replica.damage().has_value();
  return copy;
}

} // namespace meridian::replica
