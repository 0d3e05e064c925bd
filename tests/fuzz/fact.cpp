// What a creator's space says in facts, read from any value.
#include "core/domain/brief.h"
#include "core/domain/campaign.h"
#include "core/domain/submission.h"
#include "core/log/authority.h"
#include "tests/fuzz/fuzz.h"

using namespace meridian;

FUZZ_TARGET(fact) {
  const auto value = crdt::decodeValue(bytes);
  if (!value) return;
  domain::Fact fact;
  fact.payload = *value;
  // What was read can be said, and reads the same again.
  const auto again = [](const crdt::Value& said, auto read) {
    domain::Fact other;
    other.payload = said;
    return read(other);
  };
  const auto submission = domain::submissionFrom(fact);
  HOLDS(domain::manifestHash(submission.content) == submission.manifest);
  HOLDS(again(domain::toValue(submission.content), domain::submissionFrom).manifest == submission.manifest);
  if (const auto verdict = domain::verdictFrom(fact))
    HOLDS(domain::toValue(*again(domain::toValue(*verdict), domain::verdictFrom)) ==
          domain::toValue(*verdict));
  const auto comment = domain::commentFrom(fact);
  HOLDS(domain::toValue(again(domain::toValue(comment), domain::commentFrom)) == domain::toValue(comment));
  (void)domain::delayNoticeFrom(fact);
  if (const auto received = domain::receivedFrom(fact)) (void)domain::toValue(*received);
  (void)domain::publishedFrom(fact);
  (void)domain::issuedFrom(fact);
  (void)domain::priorityDecisionFrom(fact);
  (void)domain::scheduleFrom(*value);
  (void)domain::bilingualFrom(*value);
  if (const auto detail = log::entryDetailFrom(*value)) (void)log::toValue(*detail);
}
