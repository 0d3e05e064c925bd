// Which brief of a creator counts, as a function of the facts of the creator's space.
#include <algorithm>
#include <map>
#include <set>

#include "core/domain/brief.h"
#include "core/domain/fact_fields.h"

namespace meridian::domain {
namespace {

using Issues = std::vector<IssuedBrief>;

// The issues of one brief that count now, and when the creator met them.
struct Candidate {
  Issues issues;                // in order, not empty
  std::vector<OpId> creatorMet; // opened or acknowledged facts
  [[nodiscard]] const OpId& first() const { return issues.front().meta.id; }
};

// A fact of the creator about `a` lies before every such fact about `b`.
bool metFirst(const Candidate& a, const Candidate& b, const Precedes& precedes) {
  return std::any_of(a.creatorMet.begin(), a.creatorMet.end(), [&](const OpId& met) {
    return std::all_of(b.creatorMet.begin(), b.creatorMet.end(),
                       [&](const OpId& other) { return before(met, other, precedes); });
  });
}

// A second brief issued in full sight of the first is refused (C2), whatever its id.
bool refusedBeside(const Candidate& late, const Candidate& early, const Precedes& precedes) {
  return before(early.first(), late.first(), precedes);
}

const Candidate* winnerOf(const std::vector<const Candidate*>& all, const Precedes& precedes) {
  std::vector<const Candidate*> rivals;
  for (const Candidate* one : all) {
    const bool refused = std::any_of(all.begin(), all.end(), [&](const Candidate* other) {
      return other != one && refusedBeside(*one, *other, precedes);
    });
    if (!refused) rivals.push_back(one);
  }
  for (const Candidate* one : rivals) {
    const bool metBeforeAll = std::all_of(rivals.begin(), rivals.end(), [&](const Candidate* other) {
      return other == one || metFirst(*one, *other, precedes);
    });
    if (metBeforeAll) return one;
  }
  return *std::min_element(rivals.begin(), rivals.end(),
                           [](const Candidate* a, const Candidate* b) { return a->first() < b->first(); });
}

std::map<crdt::EntityId, Candidate> candidatesOf(std::span<const Fact> facts, const Precedes& precedes) {
  std::map<crdt::EntityId, Candidate> candidates;
  const auto withdrawals = inOrder(facts, EntityKind::BriefWithdrawn, precedes);
  for (IssuedBrief& issued : issuesOf(facts, precedes)) {
    const bool withdrawn = std::any_of(withdrawals.begin(), withdrawals.end(), [&](const Fact* fact) {
      return entityFrom(fact->payload.at(fact::briefWithdrawn::brief)) == issued.brief &&
             before(issued.meta.id, fact->meta.id, precedes);
    });
    if (!withdrawn) candidates[issued.brief].issues.push_back(std::move(issued));
  }
  return candidates;
}

// The last decision of the leads about a brief that is live puts an end to the others they knew of.
void settle(std::map<crdt::EntityId, Candidate>& candidates, std::span<const Fact> facts,
            const Precedes& precedes) {
  const Fact* decision = nullptr;
  for (const Fact* fact : inOrder(facts, EntityKind::BriefConflictDecided, precedes))
    if (candidates.contains(entityFrom(fact->payload.at(fact::briefConflictDecided::brief)))) decision = fact;
  if (!decision) return;
  const auto kept = entityFrom(decision->payload.at(fact::briefConflictDecided::brief));
  for (auto entry = candidates.begin(); entry != candidates.end();) {
    Issues& issues = entry->second.issues;
    if (entry->first != kept)
      std::erase_if(issues, [&](const IssuedBrief& issued) {
        return before(issued.meta.id, decision->meta.id, precedes);
      });
    entry = issues.empty() ? candidates.erase(entry) : std::next(entry);
  }
}

} // namespace

std::vector<IssuedBrief> issuesOf(std::span<const Fact> facts, const Precedes& precedes) {
  std::vector<IssuedBrief> issues;
  std::map<crdt::EntityId, int> versions;
  for (const Fact* fact : inOrder(facts, EntityKind::BriefIssued, precedes)) {
    IssuedBrief issued = issuedFrom(*fact);
    if (issued.brief == crdt::EntityId{}) continue; // names no brief: nothing could be said about it
    issued.version = ++versions[issued.brief];
    issues.push_back(std::move(issued));
  }
  return issues;
}

LiveBrief liveBrief(std::span<const Fact> facts, const MemberId& creator, const Precedes& precedes) {
  auto candidates = candidatesOf(facts, precedes);
  settle(candidates, facts, precedes);
  LiveBrief live;
  if (candidates.empty()) return live;

  std::map<OpId, Candidate*> byIssue;
  for (auto& [brief, candidate] : candidates)
    for (const IssuedBrief& issued : candidate.issues)
      byIssue[issued.meta.id] = &candidate;
  std::set<OpId> opened, acknowledged;
  for (const Fact& fact : facts) {
    const bool open = fact.kind == EntityKind::BriefOpened;
    if ((!open && fact.kind != EntityKind::BriefAcknowledged) || fact.meta.author != creator) continue;
    const OpId issue = refFrom(fact.payload.at(fact::opened::issued));
    (open ? opened : acknowledged).insert(issue);
    if (const auto found = byIssue.find(issue); found != byIssue.end())
      found->second->creatorMet.push_back(fact.meta.id);
  }

  std::vector<const Candidate*> all;
  for (const auto& [brief, candidate] : candidates)
    all.push_back(&candidate);
  const Candidate* winner = winnerOf(all, precedes);
  for (const Candidate* candidate : all)
    if (candidate != winner) live.held.push_back(candidate->issues.back());
  const Issues& issues = winner->issues;
  live.current = issues.back();
  if (issues.size() > 1) live.previous = issues[issues.size() - 2];
  for (const IssuedBrief& issued : issues)
    if (acknowledged.contains(issued.meta.id)) live.acknowledged = issued.meta.id;
  live.opened = opened.contains(live.current->meta.id);
  return live;
}

} // namespace meridian::domain
