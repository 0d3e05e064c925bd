#include "tests/simulation/model_status.h"

#include <algorithm>

#include "core/domain/brief.h"
#include "core/domain/fact_fields.h"

namespace meridian::sim {
namespace {

using domain::EntityKind;
using domain::Fact;
using domain::PromiseState;
using domain::ReviewState;
using domain::VerdictKind;

} // namespace

StatusModel::StatusModel(const std::vector<Fact>& facts, const Past& past, Context context)
    : m_past(past), m_context(std::move(context)) {
  for (const auto& fact : facts) {
    m_facts.emplace(fact.meta.id, fact);
    if (fact.kind == EntityKind::Submission)
      m_submissions.emplace(fact.meta.id, domain::submissionFrom(fact));
  }
}

std::vector<const Fact*> StatusModel::of(EntityKind kind) const {
  std::vector<const Fact*> all;
  for (const auto& [id, fact] : m_facts)
    if (fact.kind == kind) all.push_back(&fact);
  return all;
}

std::vector<OpId> StatusModel::versionsOf(const crdt::EntityId& deliverable) const {
  std::vector<OpId> ids;
  for (const auto& [id, fact] : m_facts) // all of them in one order, and then those of this one
    if (fact.kind == EntityKind::Submission) ids.push_back(id);
  ids = m_past.inOrder(std::move(ids));
  std::erase_if(ids, [&](const OpId& id) { return m_submissions.at(id).content.deliverable != deliverable; });
  return ids;
}

// --- verdicts ---

// A verdict is on this submission and on its manifest, or on nothing.
std::vector<domain::Verdict> StatusModel::verdictsOn(const OpId& submission) const {
  std::vector<domain::Verdict> all;
  for (const auto* fact : of(EntityKind::Verdict))
    if (auto verdict = domain::verdictFrom(*fact);
        verdict && verdict->submission == submission &&
        verdict->manifest == domain::manifestHash(m_submissions.at(submission).content))
      all.push_back(std::move(*verdict));
  return all;
}

// By its author, and not made after this content went live.
std::optional<Fact> StatusModel::withdrawalOf(const OpId& submission, const domain::Verdict& verdict,
                                              const Moment& at) const {
  for (const auto* fact : of(EntityKind::VerdictWithdrawn)) {
    if (domain::refFrom(fact->payload.at(domain::fact::verdictWithdrawn::verdict)) != verdict.meta.id ||
        fact->meta.author != verdict.meta.author || !isKnown(fact->meta.id, at))
      continue;
    const bool late = std::ranges::any_of(of(EntityKind::Published), [&](const Fact* published) {
      return domain::publishedFrom(*published).submission == submission &&
             m_past.before(published->meta.id, fact->meta.id) && wentLive(*published);
    });
    if (!late) return *fact;
  }
  return std::nullopt;
}

std::set<OpId> StatusModel::voices(const OpId& submission, const Moment& at) const {
  auto verdicts = verdictsOn(submission);
  std::erase_if(verdicts, [&](const auto& verdict) { return !isKnown(verdict.meta.id, at); });
  std::set<OpId> left;
  for (const auto& verdict : verdicts) {
    const bool replaced = std::ranges::any_of(verdicts, [&](const domain::Verdict& later) {
      return later.meta.id != verdict.meta.id && later.meta.author == verdict.meta.author &&
             std::ranges::find(later.replaces, verdict.meta.id) != later.replaces.end();
    });
    if (!replaced && !withdrawalOf(submission, verdict, at)) left.insert(verdict.meta.id);
  }
  return left;
}

// The brand lead, or whom somebody named for this version.
bool StatusModel::mayDecide(const Fact& decision, const OpId& submission) const {
  if (decision.meta.author == m_context.decider) return true;
  return std::ranges::any_of(of(EntityKind::SentToDecider), [&](const Fact* sent) {
    const auto named = domain::idFrom<MemberId>(sent->payload.at(domain::fact::sentToDecider::decider));
    return domain::refFrom(sent->payload.at(domain::fact::sentToDecider::submission)) == submission &&
           !named.isZero() && named == decision.meta.author;
  });
}

ReviewState StatusModel::state(const OpId& submission, const Moment& at) const {
  namespace f = domain::fact::contestDecided;
  const auto manifest = domain::manifestHash(m_submissions.at(submission).content);
  std::vector<const Fact*> decisions;
  for (const auto* fact : of(EntityKind::ContestDecided))
    if (domain::refFrom(fact->payload.at(f::submission)) == submission &&
        domain::idFrom<ContentHash>(fact->payload.at(f::manifest)) == manifest &&
        domain::verdictKindFrom(fact->payload.at(f::kind)) && mayDecide(*fact, submission) &&
        isKnown(fact->meta.id, at))
      decisions.push_back(fact);
  std::set<VerdictKind> kinds;
  for (const auto* decision : decisions)
    if (std::ranges::none_of(
            decisions, [&](const Fact* later) { return m_past.before(decision->meta.id, later->meta.id); }))
      kinds.insert(*domain::verdictKindFrom(decision->payload.at(f::kind)));
  for (const auto& id : voices(submission, at))
    if (std::ranges::none_of(decisions,
                             [&](const Fact* decision) { return m_past.before(id, decision->meta.id); }))
      kinds.insert(domain::verdictFrom(m_facts.at(id))->kind);
  if (kinds.size() > 1) return ReviewState::Contested;
  if (kinds.empty()) return ReviewState::InReview;
  return kinds.contains(VerdictKind::Approve) ? ReviewState::Approved : ReviewState::ChangesRequested;
}

// --- going live ---

// By what its author could know it was approved as it stands, the newest, and not contested.
bool StatusModel::wentLive(const Fact& published) const {
  if (const auto said = m_live.find(published.meta.id); said != m_live.end()) return said->second;
  const auto content = domain::publishedFrom(published);
  const auto submission = m_submissions.find(content.submission);
  bool holds = submission != m_submissions.end() &&
               domain::manifestHash(submission->second.content) == content.manifest &&
               state(content.submission, published.meta.id) == ReviewState::Approved;
  if (holds) {
    const auto all = versionsOf(submission->second.content.deliverable);
    for (auto later = std::ranges::find(all, content.submission) + 1; later != all.end(); ++later)
      holds &= !m_past.before(*later, published.meta.id);
  }
  return m_live[published.meta.id] = holds;
}

std::map<crdt::EntityId, OpId> StatusModel::live() const {
  std::vector<OpId> ids;
  for (const auto* fact : of(EntityKind::Published))
    ids.push_back(fact->meta.id);
  std::map<crdt::EntityId, OpId> first;
  for (const auto& id : m_past.inOrder(std::move(ids)))
    if (wentLive(m_facts.at(id)))
      first.try_emplace(
          m_submissions.at(domain::publishedFrom(m_facts.at(id)).submission).content.deliverable, id);
  return first;
}

std::map<OpId, StatusModel::Version> StatusModel::versions() const {
  std::map<OpId, Version> all;
  for (const auto& [id, submission] : m_submissions) {
    const auto& deliverable = submission.content.deliverable;
    const auto line = versionsOf(deliverable);
    Version one;
    one.deliverable = deliverable;
    one.number = 1 + static_cast<int>(std::ranges::find(line, id) - line.begin());
    one.latest = line.back() == id;
    one.state = state(id, {});
    if (one.state == ReviewState::InReview && !one.latest) one.state = ReviewState::Superseded;
    one.voices = voices(id, {});
    one.promise = promise(id);
    if (const auto received = receivedOf(id); received && received->promise) one.due = received->promise->due;
    all.emplace(id, std::move(one));
  }
  return all;
}

// --- the promise ---

// The earliest fact about it holds; of several of one instant one that gives a promise.
std::optional<domain::Received> StatusModel::receivedOf(const OpId& submission) const {
  std::optional<domain::Received> first;
  const auto rank = [](const domain::Received& one) {
    return std::tuple(one.time, !one.promise, one.meta.id);
  };
  for (const auto* fact : of(EntityKind::Received))
    if (auto received = domain::receivedFrom(*fact); received && received->subject == submission.change)
      if (!first || rank(*received) < rank(*first)) first = std::move(received);
  return first;
}

// Somebody's verdict on it or on a newer version was stored before that instant and not taken back before it.
bool StatusModel::answeredBefore(const OpId& submission, Instant at) const {
  const auto line = versionsOf(m_submissions.at(submission).content.deliverable);
  for (auto one = std::ranges::find(line, submission); one != line.end(); ++one)
    for (const auto& verdict : verdictsOn(*one)) {
      if (!verdict.meta.storedAt || *verdict.meta.storedAt >= at) continue;
      const auto withdrawal = withdrawalOf(*one, verdict, {});
      if (!withdrawal) return true;
      const auto& stored = withdrawal->meta.storedAt;
      if (stored ? *stored >= at : m_context.now >= at) return true;
    }
  return false;
}

PromiseState StatusModel::promise(const OpId& submission) const {
  const auto received = receivedOf(submission);
  if (!received || !received->promise) return PromiseState::NotStarted;
  const Instant due = received->promise->due;
  std::vector<domain::DelayNotice> notices;
  for (const auto* fact : of(EntityKind::DelayNotice))
    if (auto notice = domain::delayNoticeFrom(*fact); notice.submission == submission)
      notices.push_back(std::move(notice));
  for (const auto& fact : m_context.hubNotices)
    if (auto notice = domain::delayNoticeFrom(fact);
        notice.slotDue == due && notice.market == m_context.market)
      notices.push_back(std::move(notice));
  std::erase_if(notices, [](const auto& notice) { return !notice.meta.storedAt; });
  std::ranges::sort(notices, {}, [](const domain::DelayNotice& notice) {
    return std::tuple(*notice.meta.storedAt, notice.meta.claimedAt, notice.meta.id);
  });
  Instant moved = due;
  for (const auto& notice : notices)
    if (*notice.meta.storedAt < moved && notice.newDue > due) moved = notice.newDue;

  if (answeredBefore(submission, due)) return PromiseState::Kept;
  const auto line = versionsOf(m_submissions.at(submission).content.deliverable);
  for (auto later = std::ranges::find(line, submission) + 1; later != line.end(); ++later)
    if (const auto& stored = m_facts.at(*later).meta.storedAt; stored && *stored < moved)
      return PromiseState::Replaced;
  if (moved != due && (m_context.now < moved || answeredBefore(submission, moved)))
    return PromiseState::Delayed;
  return m_context.now >= due ? PromiseState::Missed : PromiseState::OnTrack; // or at risk: not told apart
}

// --- briefs ---

StatusModel::Briefs StatusModel::briefs() const {
  using Issues = std::vector<OpId>;
  std::map<crdt::EntityId, Issues> live; // by brief, the first one first
  const auto briefOf = [](const Fact& fact, std::uint32_t field) {
    return domain::entityFrom(fact.payload.at(field));
  };
  Issues issues;
  for (const auto* fact : of(EntityKind::BriefIssued))
    issues.push_back(fact->meta.id);
  for (const auto& id : m_past.inOrder(std::move(issues))) {
    const auto brief = briefOf(m_facts.at(id), domain::fact::issued::brief);
    const bool withdrawn = std::ranges::any_of(of(EntityKind::BriefWithdrawn), [&](const Fact* fact) {
      return briefOf(*fact, domain::fact::briefWithdrawn::brief) == brief && m_past.before(id, fact->meta.id);
    });
    if (!withdrawn && brief != crdt::EntityId{}) live[brief].push_back(id);
  }
  // The leads decided: the others that they knew are over.
  std::vector<OpId> decisions;
  for (const auto* fact : of(EntityKind::BriefConflictDecided))
    if (live.contains(briefOf(*fact, domain::fact::briefConflictDecided::brief)))
      decisions.push_back(fact->meta.id);
  if (!decisions.empty()) {
    const auto last = m_past.inOrder(decisions).back();
    const auto kept = briefOf(m_facts.at(last), domain::fact::briefConflictDecided::brief);
    for (auto& [brief, list] : live)
      if (brief != kept) std::erase_if(list, [&](const OpId& id) { return m_past.before(id, last); });
    std::erase_if(live, [](const auto& one) { return one.second.empty(); });
  }
  Briefs result;
  if (live.empty()) return result;

  // The creator met one of its issues before any issue of that other brief.
  const auto meetings = [&](const crdt::EntityId& brief) {
    std::vector<OpId> met;
    for (const auto kind : {EntityKind::BriefOpened, EntityKind::BriefAcknowledged})
      for (const auto* fact : of(kind))
        if (fact->meta.author == m_context.creator &&
            std::ranges::count(live.at(brief),
                               domain::refFrom(fact->payload.at(domain::fact::opened::issued))) > 0)
          met.push_back(fact->meta.id);
    return met;
  };
  const auto isMetFirst = [&](const crdt::EntityId& one, const crdt::EntityId& other) {
    const auto theirs = meetings(other);
    return std::ranges::any_of(meetings(one), [&](const OpId& id) {
      return std::ranges::all_of(theirs, [&](const OpId& later) { return m_past.before(id, later); });
    });
  };
  std::vector<crdt::EntityId> rivals; // issued in sight of no other
  for (const auto& [brief, list] : live)
    if (std::ranges::none_of(
            live, [&](const auto& other) { return m_past.before(other.second.front(), list.front()); }))
      rivals.push_back(brief);
  auto winner =
      std::ranges::min(rivals, {}, [&](const crdt::EntityId& brief) { return live.at(brief).front(); });
  for (const auto& one : rivals)
    if (std::ranges::all_of(
            rivals, [&](const crdt::EntityId& other) { return other == one || isMetFirst(one, other); }))
      winner = one;
  for (const auto& [brief, list] : live) {
    if (brief == winner)
      result.current = list.back();
    else
      result.held.insert(list.back());
  }
  return result;
}

} // namespace meridian::sim
