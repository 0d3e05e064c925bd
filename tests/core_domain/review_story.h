// A creator's deliverable under review: what she hands in, what is said of it, and what becomes of both.
#pragma once

#include "world.h"

namespace meridian::domain::test {

inline const crdt::EntityId brief = entity(10), video = entity(30);
inline constexpr const char* now = "2027-03-10T14:00:00Z";
inline constexpr const char* due = "2027-03-12T22:00:00Z"; // Fri 12 Mar, 17:00 New York

struct Story {
  World world;
  ReviewContext context;
  OpId issued;

  Story() {
    issued = world.add(EntityKind::BriefIssued, dana, issue(brief), "2027-03-03T10:00:00Z");
    Deliverable deliverable;
    deliverable.id = video;
    deliverable.brief = brief;
    context.deliverables = {deliverable};
    context.market = "US";
    context.creator = maya;
    context.approver = dana;
    context.decider = mila;
    context.now = at(now);
    context.precedes = world.precedes();
  }
  Story(const Story&) = delete;

  OpId submit(const char* caption, const char* iso, std::optional<std::vector<OpId>> after = {}) {
    SubmissionContent content;
    content.deliverable = video;
    content.caption = caption;
    content.issuedBrief = issued;
    return world.add(EntityKind::Submission, maya, toValue(content), iso, after);
  }
  OpId received(const OpId& submission, const char* iso, const char* dueIso = due,
                Evidence evidence = Evidence::Receipt, const MemberId& by = maya) {
    Promise promise;
    promise.due = at(dueIso);
    promise.dueLocal = parseLocalTime("2027-03-12T17:00").value();
    promise.zone = "America/New_York";
    return world.stored(submission, iso, promise, by, evidence);
  }
  OpId judge(const OpId& submission, VerdictKind kind, const MemberId& by, const char* iso,
             std::optional<std::vector<OpId>> after = {}, std::vector<OpId> replaces = {}) {
    Verdict verdict;
    verdict.submission = submission;
    verdict.manifest = submissionFrom(world.fact(submission)).manifest;
    verdict.kind = kind;
    verdict.replaces = std::move(replaces);
    return world.add(EntityKind::Verdict, by, toValue(verdict), iso, after);
  }
  OpId approve(const OpId& submission, const char* iso = now) {
    return judge(submission, VerdictKind::Approve, dana, iso);
  }
  // Approved and stored at this instant.
  OpId answer(const OpId& submission, const char* iso) {
    const auto verdict = approve(submission, iso);
    world.stored(verdict, iso, {}, dana);
    return verdict;
  }
  // A version with two voices against each other.
  OpId contested() {
    const auto submission = submit("one", now);
    approve(submission);
    judge(submission, VerdictKind::RequestChanges, deputy, now);
    return submission;
  }
  OpId withdraw(const OpId& verdict, const MemberId& by, const char* iso = now,
                const std::optional<std::vector<OpId>>& after = {}) {
    return world.add(EntityKind::VerdictWithdrawn, by, ref(1, verdict), iso, after);
  }
  OpId decide(const OpId& submission, VerdictKind kind, const MemberId& by, const char* iso = now) {
    crdt::Value value;
    value.set(fact::contestDecided::submission, submission)
        .set(fact::contestDecided::manifest, idValue(submissionFrom(world.fact(submission)).manifest))
        .set(fact::contestDecided::kind, static_cast<int>(kind));
    return world.add(EntityKind::ContestDecided, by, value, iso);
  }
  OpId goLive(const OpId& submission, const std::optional<std::vector<OpId>>& after = {}) {
    Published published;
    published.submission = submission;
    published.manifest = submissionFrom(world.fact(submission)).manifest;
    published.link = "https://example.org/v";
    return world.add(EntityKind::Published, maya, toValue(published), now, after);
  }
  OpId delay(const OpId& submission, const char* newDue, const char* iso) {
    DelayNotice notice;
    notice.submission = submission;
    notice.newDue = at(newDue);
    notice.reason = "in the air";
    return world.add(EntityKind::DelayNotice, dana, toValue(notice), iso);
  }

  OpId delayAndStore(const OpId& submission, const char* newDue, const char* iso) {
    const auto notice = delay(submission, newDue, iso);
    world.stored(notice, iso, {}, dana);
    return notice;
  }
  // The first version, received as soon as it was made.
  OpId submitReceived() {
    const auto submission = submit("one", now);
    received(submission, now);
    return submission;
  }

  DeliverableStatus status() const { return reviewStatus(world.facts, context).at(0); }
  SubmissionStatus last() const { return status().submissions.back(); }
  PromiseStatus promiseAt(const char* iso) {
    context.now = at(iso);
    return status().submissions.front().promise;
  }
};

} // namespace meridian::domain::test
