// What follows from the facts of a creator's space, computed the slow way from what PRODUCT (C2, C6, C7) and
// DESIGN §5 say: which brief counts, what stands of each version, what became of its promise, what is out.
// It shares with the product the readers of payloads and the hash of a manifest, and none of the deriving.
#pragma once

#include <set>

#include "core/domain/submission.h"
#include "tests/simulation/model_past.h"

namespace meridian::sim {

class StatusModel {
 public:
  struct Context {
    MemberId creator, decider;            // the decider of a contest for which nobody was named
    std::string market;                   // of the creator
    std::vector<domain::Fact> hubNotices; // of the campaign's space
    Instant now{};
  };
  // Of facts that count, each with the time at which it was stored.
  StatusModel(const std::vector<domain::Fact>& facts, const Past& past, Context context);

  struct Version {
    crdt::EntityId deliverable;
    int number = 1;
    bool latest = true;
    domain::ReviewState state{};
    std::set<OpId> voices; // verdicts that count
    domain::PromiseState promise{};
    std::optional<Instant> due; // as the promise was given
  };
  [[nodiscard]] std::map<OpId, Version> versions() const; // by submission
  // The fact by which something of a deliverable went live.
  [[nodiscard]] std::map<crdt::EntityId, OpId> live() const;

  struct Briefs {
    std::optional<OpId> current; // the issue that counts
    std::set<OpId> held;         // the last issues of the others
  };
  [[nodiscard]] Briefs briefs() const;

 private:
  // What somebody could know: everything, or what came before one op.
  using Moment = std::optional<OpId>;

  [[nodiscard]] bool isKnown(const OpId& id, const Moment& at) const { return !at || m_past.before(id, *at); }
  [[nodiscard]] std::vector<const domain::Fact*> of(domain::EntityKind kind) const;
  [[nodiscard]] std::vector<domain::Verdict> verdictsOn(const OpId& submission) const;
  [[nodiscard]] std::vector<OpId> versionsOf(const crdt::EntityId& deliverable) const; // the first one first
  [[nodiscard]] std::optional<domain::Fact>
  withdrawalOf(const OpId& submission, const domain::Verdict& verdict, const Moment& at) const;
  [[nodiscard]] std::set<OpId> voices(const OpId& submission, const Moment& at) const;
  // Nothing said: InReview.
  [[nodiscard]] domain::ReviewState state(const OpId& submission, const Moment& at) const;
  [[nodiscard]] bool wentLive(const domain::Fact& published) const;
  [[nodiscard]] bool mayDecide(const domain::Fact& decision, const OpId& submission) const;
  [[nodiscard]] std::optional<domain::Received> receivedOf(const OpId& submission) const;
  [[nodiscard]] domain::PromiseState promise(const OpId& submission) const;
  [[nodiscard]] bool answeredBefore(const OpId& submission, Instant at) const;

  std::map<OpId, domain::Fact> m_facts;
  std::map<OpId, domain::Submission> m_submissions;
  const Past& m_past;
  Context m_context;
  mutable std::map<OpId, bool> m_live; // of Published facts, once asked
};

} // namespace meridian::sim
