// The state of one promise of feedback (PRODUCT C6), from the times that count.
#pragma once

#include "core/domain/submission.h"

namespace meridian::domain {

// When somebody's verdict on the submission (or on a newer version of it) counts.
struct AnswerTimes {
  Instant claimedAt{};
  std::optional<Instant> storedAt;
  // A withdrawal takes the answer back, for the promise only if it was stored before the due instant.
  bool withdrawn = false;
  std::optional<Instant> withdrawalStoredAt;
};

struct PromiseInput {
  std::optional<Promise> promise; // as its earliest valid Received fact fixed it
  std::vector<AnswerTimes> answers;
  std::vector<DelayNotice> notices; // about this submission or, hub-wide, about its slot
  std::optional<Instant> newerVersionReceived;
  bool approverAwayAtDue = false;
  Duration riskLead = std::chrono::hours{24};
  Instant now{};
};
// A function of the input alone; the order of answers and notices does not matter. “Before” is strict: what
// is stored at the due instant itself is late.
[[nodiscard]] PromiseStatus promiseStatus(const PromiseInput& input);

} // namespace meridian::domain
