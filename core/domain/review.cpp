// The status of every deliverable, derived from facts. What each step needs is looked up by id or walked in
// causal order, so that the order in which facts arrived can play no part.
#include <algorithm>
#include <map>
#include <set>

#include "core/base/planted.h"
#include "core/domain/fact_fields.h"
#include "core/domain/promise.h"

namespace meridian::domain {
namespace {

struct Withdrawal {
  FactMeta meta;
  std::string reason;
};

// Everything known about one submission, before anything is decided.
struct Case {
  Submission submission;
  std::vector<Verdict> verdicts; // in order; those that name this submission and its manifest
  struct Decision {
    FactMeta meta;
    VerdictKind kind{};
  };
  std::vector<Decision> decisions;
  std::map<OpId, std::vector<Withdrawal>> withdrawals; // by verdict: its author's own
  std::vector<OpId> lives;                             // Published facts that count
};

// What stands at a moment that `known` describes: the verdicts and decisions that it includes.
struct Outcome {
  ReviewState state = ReviewState::InReview;
  std::vector<const Verdict*> counting;
  std::vector<const Verdict*> replaced;
};

class Review {
 public:
  Review(std::span<const Fact> facts, const ReviewContext& context)
      : m_facts(facts), m_context(context), m_issues(issuesOf(facts, context.precedes)) {}

  std::vector<DeliverableStatus> run() {
    readReceived();
    readSubmissions();
    readVerdicts();
    readPublished();
    readRemarks();
    return deliverables();
  }

 private:
  using Known = std::function<bool(const OpId&)>;

  bool isBefore(const OpId& a, const OpId& b) const { return before(a, b, m_context.precedes); }
  std::vector<const Fact*> ordered(EntityKind kind) const {
    return inOrder(m_facts, kind, m_context.precedes);
  }

  // --- reading ---

  // The earliest fact about a change holds. Evidence by a device counts only from the side that it does not
  // help: a lead's import starts a promise, and the creator's own eyes show that an answer arrived.
  void readReceived() {
    std::map<ChangeId, EntityKind> kinds;
    for (const Fact& fact : m_facts)
      if (fact.kind == EntityKind::Submission || fact.kind == EntityKind::Verdict ||
          fact.kind == EntityKind::VerdictWithdrawn || fact.kind == EntityKind::DelayNotice)
        kinds[fact.meta.id.change] = fact.kind;
    for (const Fact& fact : m_facts) {
      if (fact.kind != EntityKind::Received) continue;
      auto received = receivedFrom(fact);
      if (!received) continue;
      const auto subject = kinds.find(received->subject);
      if (subject == kinds.end()) continue;
      const bool byCreator = fact.meta.author == m_context.creator;
      const bool isSubmission = subject->second == EntityKind::Submission;
      if (received->evidence == Evidence::LeadImport && (byCreator || !isSubmission)) continue;
      if (received->evidence == Evidence::SeenByCreator && (!byCreator || isSubmission)) continue;
      auto& best = m_received[received->subject];
      const auto key = [](const Received& r) { return std::tuple(r.time, !r.promise, r.meta.id); };
      if (!best || key(*received) < key(*best)) best = std::move(received);
    }
  }

  // By the facts here and by what the caller already knows, whichever is earlier.
  FactMeta withStored(FactMeta meta) const {
    const auto found = m_received.find(meta.id.change);
    if (found != m_received.end() && (!meta.storedAt || found->second->time < *meta.storedAt))
      meta.storedAt = found->second->time;
    return meta;
  }

  void readSubmissions() {
    std::map<crdt::EntityId, int> versions;
    for (const Fact* fact : ordered(EntityKind::Submission)) {
      Case one;
      one.submission = submissionFrom(*fact);
      one.submission.meta = withStored(fact->meta);
      one.submission.version = ++versions[one.submission.content.deliverable];
      if (const IssuedBrief* issued = issueOf(one.submission.content.issuedBrief))
        one.submission.briefVersion = issued->version;
      m_order[one.submission.content.deliverable].push_back(fact->meta.id);
      m_cases.emplace(fact->meta.id, std::move(one));
    }
  }

  void readVerdicts() {
    std::map<OpId, MemberId> authors;
    std::map<OpId, OpId> submissionOf;
    for (const Fact* fact : ordered(EntityKind::Verdict)) {
      auto verdict = verdictFrom(*fact);
      if (!verdict) continue;
      const auto found = m_cases.find(verdict->submission);
      if (found == m_cases.end() || found->second.submission.manifest != verdict->manifest) continue;
      verdict->meta = withStored(fact->meta);
      authors[fact->meta.id] = fact->meta.author;
      submissionOf[fact->meta.id] = verdict->submission;
      found->second.verdicts.push_back(std::move(*verdict));
    }
    for (const Fact* fact : ordered(EntityKind::VerdictWithdrawn)) {
      const OpId verdict = refFrom(fact->payload.at(fact::verdictWithdrawn::verdict));
      const auto author = authors.find(verdict);
      if (author == authors.end() || author->second != fact->meta.author) continue;
      m_cases.at(submissionOf.at(verdict))
          .withdrawals[verdict]
          .push_back({withStored(fact->meta), fact->payload.at(fact::verdictWithdrawn::reason).textOr("")});
    }
    readDecisions();
  }

  void readDecisions() {
    std::map<OpId, std::set<MemberId>> named;
    for (const Fact* fact : ordered(EntityKind::SentToDecider)) {
      const OpId submission = refFrom(fact->payload.at(fact::sentToDecider::submission));
      auto decider = idFrom<MemberId>(fact->payload.at(fact::sentToDecider::decider));
      if (decider.isZero()) decider = m_context.decider;
      named[submission].insert(decider);
      m_sentTo[submission] = decider;
    }
    for (const Fact* fact : ordered(EntityKind::ContestDecided)) {
      const auto found = m_cases.find(refFrom(fact->payload.at(fact::contestDecided::submission)));
      const auto kind = verdictKindFrom(fact->payload.at(fact::contestDecided::kind));
      const auto manifest = idFrom<ContentHash>(fact->payload.at(fact::contestDecided::manifest));
      if (found == m_cases.end() || !kind || found->second.submission.manifest != manifest) continue;
      const bool mayDecide =
          fact->meta.author == m_context.decider || named[found->first].contains(fact->meta.author);
      if (mayDecide) found->second.decisions.push_back({fact->meta, *kind});
    }
  }

  // C7: in causal order, each judged by what its author could know.
  void readPublished() {
    for (const Fact* fact : ordered(EntityKind::Published)) {
      Published published = publishedFrom(*fact);
      const auto found = m_cases.find(published.submission);
      if (found == m_cases.end() || found->second.submission.manifest != published.manifest) continue;
      Case& one = found->second;
      const crdt::EntityId& deliverable = one.submission.content.deliverable;
      const Known known = [&](const OpId& id) { return isBefore(id, fact->meta.id); };
      const auto& versions = m_order.at(deliverable);
      const bool newerKnown = std::any_of(versions.begin(), versions.end(), [&](const OpId& id) {
        return m_cases.at(id).submission.version > one.submission.version && known(id);
      });
      if (newerKnown || outcome(one, known).state != ReviewState::Approved) continue;
      one.lives.push_back(fact->meta.id);
      published.meta = withStored(published.meta);
      m_published.try_emplace(deliverable, std::move(published));
    }
  }

  // Comments in the order people read them; notices carry their own times.
  void readRemarks() {
    std::set<OpId> seen;
    for (const Fact& fact : m_facts) {
      if (fact.kind != EntityKind::Comment && fact.kind != EntityKind::DelayNotice) continue;
      if (!seen.insert(fact.meta.id).second) continue;
      if (fact.kind == EntityKind::Comment) {
        Comment comment = commentFrom(fact);
        comment.meta = withStored(comment.meta);
        m_comments[comment.submission].push_back(std::move(comment));
      } else if (DelayNotice notice = delayNoticeFrom(fact); notice.submission) {
        notice.meta = withStored(notice.meta);
        m_notices[*notice.submission].push_back(std::move(notice));
      }
    }
    for (auto& [submission, comments] : m_comments)
      std::sort(comments.begin(), comments.end(), [](const Comment& a, const Comment& b) {
        return std::pair(a.meta.claimedAt, a.meta.id) < std::pair(b.meta.claimedAt, b.meta.id);
      });
  }

  // --- deciding ---

  // The withdrawal that counts: not one made after this content went live.
  const Withdrawal* withdrawalOf(const Case& one, const OpId& verdict, const Known& known) const {
    const auto found = one.withdrawals.find(verdict);
    if (found == one.withdrawals.end()) return nullptr;
    for (const Withdrawal& withdrawal : found->second) {
      const bool afterLive = std::any_of(one.lives.begin(), one.lives.end(), [&](const OpId& live) {
        return isBefore(live, withdrawal.meta.id);
      });
      if (!afterLive && known(withdrawal.meta.id)) return &withdrawal;
    }
    return nullptr;
  }

  Outcome outcome(const Case& one, const Known& known) const {
    Outcome result;
    std::set<OpId> replaced;
    for (const Verdict& verdict : one.verdicts) {
      if (!known(verdict.meta.id)) continue;
      for (const Verdict& earlier : one.verdicts) {
        const bool names = std::find(verdict.replaces.begin(), verdict.replaces.end(), earlier.meta.id) !=
                           verdict.replaces.end();
        if (names && earlier.meta.author == verdict.meta.author && earlier.meta.id != verdict.meta.id)
          replaced.insert(earlier.meta.id);
      }
    }
    for (const Verdict& verdict : one.verdicts) {
      if (!known(verdict.meta.id)) continue;
      const bool counts = !replaced.contains(verdict.meta.id) && !withdrawalOf(one, verdict.meta.id, known);
      (counts ? result.counting : result.replaced).push_back(&verdict);
    }

    // Decisions that no later one knew speak for every verdict that they knew.
    std::vector<const Case::Decision*> decisions;
    for (const Case::Decision& decision : one.decisions) {
      const bool overtaken = std::any_of(one.decisions.begin(), one.decisions.end(), [&](const auto& later) {
        return known(later.meta.id) && isBefore(decision.meta.id, later.meta.id);
      });
      if (known(decision.meta.id) && !overtaken) decisions.push_back(&decision);
    }
    std::set<VerdictKind> voices;
    for (const Case::Decision* decision : decisions)
      voices.insert(decision->kind);
    for (const Verdict* verdict : result.counting) {
      const bool settled =
          std::any_of(decisions.begin(), decisions.end(), [&](const Case::Decision* decision) {
            return isBefore(verdict->meta.id, decision->meta.id);
          });
      if (!settled) voices.insert(verdict->kind);
    }
    if (planted(Bug::StatusFromRegister) && voices.size() > 1)
      voices = {result.counting.empty() ? *voices.begin() : result.counting.back()->kind};
    if (voices.size() > 1)
      result.state = ReviewState::Contested;
    else if (!voices.empty())
      result.state =
          *voices.begin() == VerdictKind::Approve ? ReviewState::Approved : ReviewState::ChangesRequested;
    return result;
  }

  SubmissionStatus statusOf(const OpId& id, bool latest) const {
    const Case& one = m_cases.at(id);
    const Known everything = [](const OpId&) { return true; };
    const Outcome now = outcome(one, everything);
    SubmissionStatus status;
    status.submission = one.submission;
    status.latest = latest;
    status.state = now.state == ReviewState::InReview && !latest ? ReviewState::Superseded : now.state;
    for (const Verdict* verdict : now.counting)
      status.verdicts.push_back(*verdict);
    for (const Verdict* verdict : now.replaced) {
      status.replaced.push_back(*verdict);
      if (const Withdrawal* withdrawal = withdrawalOf(one, verdict->meta.id, everything)) {
        status.replaced.back().withdrawnAt = withdrawal->meta.shownAt();
        status.replaced.back().withdrawReason = withdrawal->reason;
      }
    }
    if (const auto sent = m_sentTo.find(id); sent != m_sentTo.end()) status.sentToDecider = sent->second;
    status.promise = promiseOf(one);
    lookAtBrief(status, one);
    if (const auto said = m_comments.find(id); said != m_comments.end()) status.comments = said->second;
    return status;
  }

  // --- the promise ---

  PromiseStatus promiseOf(const Case& one) const {
    PromiseInput input;
    input.now = m_context.now;
    input.riskLead = std::chrono::hours{m_context.riskLeadHours};
    const auto received = m_received.find(one.submission.meta.id.change);
    if (received != m_received.end()) input.promise = received->second->promise;
    if (!input.promise) return promiseStatus(input);
    const Instant due = input.promise->due;

    // Whoever judged a newer version has answered this one too.
    for (const OpId& id : m_order.at(one.submission.content.deliverable)) {
      const Case& other = m_cases.at(id);
      if (other.submission.version < one.submission.version) continue;
      appendAnswers(input.answers, other);
      const auto& stored = other.submission.meta.storedAt;
      if (&other == &one || !stored) continue;
      input.newerVersionReceived = std::min(input.newerVersionReceived.value_or(*stored), *stored);
    }
    if (const auto own = m_notices.find(one.submission.meta.id); own != m_notices.end())
      input.notices = own->second;
    for (const DelayNotice& notice : m_context.hubNotices)
      if (notice.slotDue == due && notice.market == m_context.market) input.notices.push_back(notice);
    input.approverAwayAtDue = absentAt(m_context.absences, m_context.approver, due) != nullptr;
    PromiseStatus status = promiseStatus(input);
    checkDue(status);
    return status;
  }

  // Whoever wrote the fact computed the due time: an older list of holidays or zone rules, or a lie, shows.
  void checkDue(PromiseStatus& status) const {
    if (!m_context.scheduleAt || !status.promise) return;
    const auto schedule = m_context.scheduleAt(status.promise->scheduleRevision);
    if (!schedule) {
      if (m_context.scheduleHere) status.dueCheck = DueCheck::Differs;
      return;
    }
    const auto slot = slotFor(*schedule, status.promise->received);
    if (slot && slot->due == status.promise->due) {
      status.dueCheck = DueCheck::Agrees;
      return;
    }
    status.dueCheck = DueCheck::Differs;
    if (slot) status.dueHere = slot->due;
  }

  void appendAnswers(std::vector<AnswerTimes>& answers, const Case& one) const {
    const Known everything = [](const OpId&) { return true; };
    for (const Verdict& verdict : one.verdicts) {
      AnswerTimes answer;
      answer.claimedAt = verdict.meta.claimedAt;
      answer.storedAt = verdict.meta.storedAt;
      if (const Withdrawal* withdrawal = withdrawalOf(one, verdict.meta.id, everything)) {
        answer.withdrawn = true;
        answer.withdrawalStoredAt = withdrawal->meta.storedAt;
      }
      answers.push_back(answer);
    }
  }

  // --- the brief ---

  const IssuedBrief* issueOf(const OpId& id) const {
    const auto found = std::find_if(m_issues.begin(), m_issues.end(),
                                    [&](const IssuedBrief& issued) { return issued.meta.id == id; });
    return found == m_issues.end() ? nullptr : &*found;
  }

  // The last material change of the current brief after the version given.
  const IssuedBrief* materialSince(int version) const {
    const IssuedBrief* last = nullptr;
    for (const IssuedBrief& issued : m_issues) {
      const bool applies = issued.brief == m_context.brief->brief && issued.material &&
                           issued.version > version && issued.version <= m_context.brief->version;
      if (applies) last = &issued;
    }
    return last;
  }

  void lookAtBrief(SubmissionStatus& status, const Case& one) const {
    if (!m_context.brief) return;
    const IssuedBrief* madeFor = issueOf(one.submission.content.issuedBrief);
    if (!madeFor || madeFor->brief != m_context.brief->brief) return;
    status.madeForOlderBrief = madeFor->version < m_context.brief->version;
    const IssuedBrief* material = materialSince(madeFor->version);
    if (!material || !one.lives.empty()) return;
    // Somebody looked who judged it, or said “still fine”, knowing that change.
    const bool judged = std::any_of(status.verdicts.begin(), status.verdicts.end(),
                                    [&](const Verdict& v) { return isBefore(material->meta.id, v.meta.id); });
    const bool fine = std::any_of(m_facts.begin(), m_facts.end(), [&](const Fact& fact) {
      if (fact.kind != EntityKind::StillFine) return false;
      const IssuedBrief* compared = issueOf(refFrom(fact.payload.at(fact::stillFine::issued)));
      return refFrom(fact.payload.at(fact::stillFine::submission)) == one.submission.meta.id && compared &&
             compared->brief == material->brief && compared->version >= material->version;
    });
    status.needsLook = !judged && !fine;
  }

  // A material change asks the creator to acknowledge again.
  bool acknowledgementMissing() const {
    if (!m_context.brief) return false;
    const IssuedBrief* material = materialSince(1);
    if (!material) return false;
    return std::none_of(m_facts.begin(), m_facts.end(), [&](const Fact& fact) {
      if (fact.kind != EntityKind::BriefAcknowledged || fact.meta.author != m_context.creator) return false;
      const IssuedBrief* issued = issueOf(refFrom(fact.payload.at(fact::opened::issued)));
      return issued && issued->brief == material->brief && issued->version >= material->version;
    });
  }

  // --- deliverables ---

  std::vector<DeliverableStatus> deliverables() const {
    std::vector<Deliverable> list;
    std::set<crdt::EntityId> listed;
    for (const Deliverable& deliverable : m_context.deliverables)
      if ((!deliverable.removed || m_order.contains(deliverable.id)) && listed.insert(deliverable.id).second)
        list.push_back(deliverable);
    for (const auto& [id, versions] : m_order) {
      if (listed.contains(id)) continue;
      Deliverable unknown;
      unknown.id = id;
      list.push_back(std::move(unknown));
    }
    std::vector<DeliverableStatus> result;
    for (Deliverable& deliverable : list)
      result.push_back(deliverableStatus(std::move(deliverable)));
    return result;
  }

  DeliverableStatus deliverableStatus(Deliverable deliverable) const {
    DeliverableStatus status;
    const crdt::EntityId id = deliverable.id;
    status.deliverable = std::move(deliverable);
    if (const auto versions = m_order.find(id); versions != m_order.end())
      for (const OpId& submission : versions->second)
        status.submissions.push_back(statusOf(submission, submission == versions->second.back()));
    if (const auto live = m_published.find(id); live != m_published.end()) status.published = live->second;
    for (const SubmissionStatus& submission : status.submissions) {
      const auto all = {&submission.verdicts, &submission.replaced};
      const bool asked = std::any_of(all.begin(), all.end(), [](const std::vector<Verdict>* verdicts) {
        return std::any_of(verdicts->begin(), verdicts->end(), [](const Verdict& verdict) {
          return verdict.kind == VerdictKind::RequestChanges && !verdict.withdrawnAt;
        });
      });
      if (asked) ++status.round;
    }
    block(status);
    return status;
  }

  void block(DeliverableStatus& status) const {
    auto& blocks = status.blocks;
    if (status.published) blocks.push_back(GoLiveBlock::AlreadyLive);
    if (status.submissions.empty()) {
      blocks.push_back(GoLiveBlock::NothingSubmitted);
    } else {
      const SubmissionStatus& last = status.submissions.back();
      const bool olderApproved =
          std::any_of(status.submissions.begin(), status.submissions.end() - 1,
                      [](const SubmissionStatus& s) { return s.state == ReviewState::Approved; });
      if (last.state == ReviewState::Approved || (olderApproved && planted(Bug::ApprovalOfAnyVersion))) {
        status.approved = last.submission.meta.id;
        const SubmissionContent& content = last.submission.content;
        status.linkNeedsConfirmation = !content.links.empty();
      } else if (last.state == ReviewState::Contested) {
        blocks.push_back(GoLiveBlock::Contested);
      } else {
        blocks.push_back(olderApproved ? GoLiveBlock::NewerVersion : GoLiveBlock::NotApproved);
      }
      if (last.needsLook) blocks.push_back(GoLiveBlock::NeedsLook);
    }
    if (m_context.needsAdToken && isBlank(status.deliverable.adToken))
      blocks.push_back(GoLiveBlock::AdTokenMissing);
    if (acknowledgementMissing()) blocks.push_back(GoLiveBlock::BriefNotAcknowledged);
  }

  std::span<const Fact> m_facts;
  const ReviewContext& m_context;
  std::vector<IssuedBrief> m_issues;
  std::map<ChangeId, std::optional<Received>> m_received;
  std::map<OpId, Case> m_cases;
  std::map<crdt::EntityId, std::vector<OpId>> m_order; // submissions of a deliverable, oldest first
  std::map<OpId, MemberId> m_sentTo;
  std::map<OpId, std::vector<Comment>> m_comments;
  std::map<OpId, std::vector<DelayNotice>> m_notices;
  std::map<crdt::EntityId, Published> m_published;
};

} // namespace

std::vector<DeliverableStatus> reviewStatus(std::span<const Fact> facts, const ReviewContext& context) {
  return Review(facts, context).run();
}

} // namespace meridian::domain
