#include "core/domain/promise.h"

#include <algorithm>
#include <tuple>

namespace meridian::domain {
namespace {

bool storedBefore(const AnswerTimes& answer, Instant due, Instant now) {
  if (!answer.storedAt || *answer.storedAt >= due) return false;
  if (!answer.withdrawn) return true;
  // A withdrawal on its way counts while it can still be stored in time.
  return answer.withdrawalStoredAt ? *answer.withdrawalStoredAt >= due : now >= due;
}

// Each notice that was stored before the date then valid moves it. A relay may store several at one instant:
// then they stand as they were written.
void applyNotices(PromiseStatus& status, std::vector<DelayNotice> notices, Instant due) {
  std::erase_if(notices, [](const DelayNotice& notice) { return !notice.meta.storedAt; });
  std::sort(notices.begin(), notices.end(), [](const DelayNotice& a, const DelayNotice& b) {
    return std::tuple(*a.meta.storedAt, a.meta.claimedAt, a.meta.id) <
           std::tuple(*b.meta.storedAt, b.meta.claimedAt, b.meta.id);
  });
  for (const DelayNotice& notice : notices) {
    if (*notice.meta.storedAt >= status.newDue.value_or(due) || notice.newDue <= due) continue;
    status.newDue = notice.newDue;
    status.notice = notice.meta.id;
    status.delayReason = notice.reason;
  }
}

} // namespace

PromiseStatus promiseStatus(const PromiseInput& input) {
  PromiseStatus status;
  status.promise = input.promise;
  if (!input.promise) return status;
  const Instant due = input.promise->due, now = input.now;
  applyNotices(status, input.notices, due);

  const auto answeredBefore = [&](Instant at) {
    return std::any_of(input.answers.begin(), input.answers.end(),
                       [&](const AnswerTimes& answer) { return storedBefore(answer, at, now); });
  };
  if (answeredBefore(due)) {
    status.state = PromiseState::Kept;
    return status;
  }
  if (input.newerVersionReceived && *input.newerVersionReceived < status.newDue.value_or(due)) {
    status.state = PromiseState::Replaced;
    return status;
  }
  if (status.newDue && (now < *status.newDue || answeredBefore(*status.newDue))) {
    status.state = PromiseState::Delayed;
    return status;
  }
  if (now >= due) {
    const Instant last = status.newDue.value_or(due);
    status.state = PromiseState::Missed;
    status.signedInTimeDeliveredLate =
        std::any_of(input.answers.begin(), input.answers.end(), [&](const AnswerTimes& answer) {
          return answer.claimedAt < last && (!answer.storedAt || *answer.storedAt >= last);
        });
    return status;
  }
  const bool known = std::any_of(input.answers.begin(), input.answers.end(),
                                 [](const AnswerTimes& answer) { return !answer.withdrawn; });
  const bool atRisk = !known && (input.approverAwayAtDue || due - now <= input.riskLead);
  status.state = atRisk ? PromiseState::AtRisk : PromiseState::OnTrack;
  return status;
}

} // namespace meridian::domain
