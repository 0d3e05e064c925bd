#include "tests/simulation/evidence.h"

#include "core/domain/fact_fields.h"
#include "core/domain/submission.h"
#include "tests/simulation/world.h"

namespace meridian::sim {
namespace {

void readChanges(replica::Replica& replica, const SpaceId& space, envelope::Chain half,
                 std::vector<HeldChange>& to) {
  auto rows = replica.file().changes.after(space, half, 0, SIZE_MAX);
  if (!rows) std::abort(); // nothing fails in peace
  for (auto& row : *rows) {
    HeldChange held{.change = std::move(row.change),
                    .body = {},
                    .stage = row.stage,
                    .effect = row.effect,
                    .reason = row.reason,
                    .local = row.local};
    if (held.local && held.stage != store::Stage::Applied)
      if (const auto out = replica.file().outbox.find(held.change.id()); out && *out)
        held.withdrawn = (*out)->delivery == store::Delivery::Rejected;
    if (half == envelope::Chain::Content && held.change.known())
      if (auto body = replica.body(held.change)) held.body = std::move(*body);
    to.push_back(std::move(held));
  }
}

SpaceEvidence read(replica::Replica& replica, const SpaceId& campaign, const store::SpaceRow& row) {
  SpaceEvidence space{.id = row.id,
                      .campaign = campaign,
                      .kind = row.kind,
                      .market = row.market,
                      .authority = {},
                      .content = {},
                      .digest = {},
                      .entities = {}};
  readChanges(replica, row.id, envelope::Chain::Authority, space.authority);
  readChanges(replica, row.id, envelope::Chain::Content, space.content);
  if (const auto digest = replica.digest(row.id)) space.digest = *digest;
  for (const auto& rule : domain::entityRules())
    for (const auto* entity : replica.entities(row.id, rule.kind))
      space.entities.emplace_back(entity->id(), entity->canonicalBytes());
  std::ranges::sort(space.entities, {}, &std::pair<crdt::EntityId, Bytes>::first);
  return space;
}

} // namespace

ReplicaEvidence evidenceOf(replica::Replica& replica, const SpaceId& campaign, std::string name) {
  ReplicaEvidence one;
  one.name = std::move(name);
  one.device = replica.device();
  if (const auto ref = replica.campaign(campaign)) one.member = ref->me;
  one.replica = &replica;
  for (const auto& row : replica.spaces(campaign))
    one.spaces.push_back(read(replica, campaign, row));
  std::ranges::sort(one.spaces, {}, &SpaceEvidence::id);
  return one;
}

Harvest harvest(const Evidence& evidence) {
  Harvest found;
  std::set<OpId> seen;
  std::map<OpId, std::map<MemberId, std::set<domain::VerdictKind>>> voices; // by submission and author
  for (const auto& replica : evidence.replicas)
    for (const auto& space : replica.spaces)
      for (const auto& fact : replica.replica->facts(space.id)) {
        if (!seen.insert(fact.meta.id).second) continue;
        if (fact.kind == domain::EntityKind::BriefIssued) ++found.issues;
        if (fact.kind == domain::EntityKind::Submission) {
          ++found.submissions;
          found.attachments += domain::submissionFrom(fact).content.attachments.size();
        }
        if (fact.kind == domain::EntityKind::Verdict) {
          const auto verdict = domain::verdictFrom(fact);
          if (!verdict) continue;
          ++found.verdicts;
          voices[verdict->submission][fact.meta.author].insert(verdict->kind);
        }
      }
  for (const auto& [submission, authors] : voices) {
    std::set<domain::VerdictKind> kinds;
    for (const auto& [author, said] : authors)
      kinds.insert(said.begin(), said.end());
    if (authors.size() > 1 && kinds.size() > 1) ++found.contests;
  }
  return found;
}

Evidence gather(World& world) {
  Evidence evidence;
  evidence.at = world.timeline.now();
  for (const auto& relay : world.relays)
    evidence.relays.push_back(relay->id());
  if (!world.campaign) return evidence;
  evidence.campaign = *world.campaign;
  for (const auto& machine : world.machines) {
    auto* replica = machine->replica();
    if (replica == nullptr) continue;
    const auto ref = replica->campaign(*world.campaign);
    if (!ref || ref->membership != store::Membership::Member) continue;
    // By the founder's word: a join that came too late, or by an invitation that was withdrawn, makes no
    // member.
    const auto* founder = world.machines.front()->replica();
    if (founder == nullptr ||
        !founder->authority(*world.campaign).counting().capability(*world.campaign, replica->device()))
      continue;
    auto one = evidenceOf(*replica, *world.campaign, machine->name());
    one.reads = machine->isNewest();
    evidence.replicas.push_back(std::move(one));
  }
  return evidence;
}

} // namespace meridian::sim
