// What somebody with a right and an altered client says: facts that the rights table lets pass and that are
// to change nothing all the same, since what a fact does follows from what it names.
#include "core/domain/fact_fields.h"
#include "tests/simulation/smuggle.h"

namespace meridian::sim {
namespace {

using domain::EntityKind;

struct Subject {
  SpaceId space;
  domain::Submission submission;
};

std::vector<Subject> submissionsOf(Scene& scene) {
  std::vector<Subject> all;
  for (const auto& space : scene.replica.spaces(scene.campaign))
    for (const auto& fact : scene.replica.facts(space.id))
      if (fact.kind == EntityKind::Submission) all.push_back({space.id, domain::submissionFrom(fact)});
  return all;
}

std::vector<domain::Verdict> verdictsIn(Scene& scene, const SpaceId& space) {
  std::vector<domain::Verdict> all;
  for (const auto& fact : scene.replica.facts(space))
    if (fact.kind == EntityKind::Verdict)
      if (auto verdict = domain::verdictFrom(fact)) all.push_back(std::move(*verdict));
  return all;
}

Result<void> say(Scene& scene, const SpaceId& space, EntityKind kind, crdt::Value payload) {
  crdt::Create fact;
  fact.kind = static_cast<std::uint16_t>(kind);
  fact.payload = std::move(payload);
  const auto change = compose(scene, space, {crdt::Op(std::move(fact))});
  if (!change) return std::unexpected(change.error());
  return smuggle(scene, *change);
}

// It is live, whatever anybody said of it.
Result<void> publishesUnasked(Scene& scene) {
  const auto all = scene.campaign.isZero() ? std::vector<Subject>{} : submissionsOf(scene);
  if (all.empty()) return scene.nothing();
  const auto& one = scene.dice.oneOf(all);
  domain::Published published;
  published.submission = one.submission.meta.id;
  published.manifest = one.submission.manifest;
  return say(scene, one.space, EntityKind::Published, domain::toValue(published));
}

// A contest is over, by somebody who was not asked.
Result<void> decidesUnasked(Scene& scene) {
  namespace f = domain::fact::contestDecided;
  const auto all = scene.campaign.isZero() ? std::vector<Subject>{} : submissionsOf(scene);
  if (all.empty()) return scene.nothing();
  const auto& one = scene.dice.oneOf(all);
  crdt::Value payload;
  payload.set(f::submission, crdt::Value(one.submission.meta.id))
      .set(f::manifest, domain::idValue(one.submission.manifest))
      .set(f::kind, crdt::Value(1 + static_cast<std::int64_t>(scene.dice.below(2))));
  return say(scene, one.space, EntityKind::ContestDecided, std::move(payload));
}

// A verdict on one version that names the manifest of another, or takes the place of somebody else's.
Result<void> judgesAskew(Scene& scene) {
  const auto all = scene.campaign.isZero() ? std::vector<Subject>{} : submissionsOf(scene);
  if (all.empty()) return scene.nothing();
  const auto& one = scene.dice.oneOf(all);
  domain::Verdict verdict;
  verdict.submission = one.submission.meta.id;
  verdict.manifest =
      scene.dice.chance(0.5) ? one.submission.manifest : scene.dice.oneOf(all).submission.manifest;
  verdict.kind = scene.dice.chance(0.6) ? domain::VerdictKind::Approve : domain::VerdictKind::RequestChanges;
  for (const auto& other : verdictsIn(scene, one.space))
    if (other.submission == verdict.submission) verdict.replaces.push_back(other.meta.id);
  return say(scene, one.space, EntityKind::Verdict, domain::toValue(verdict));
}

// Takes back what somebody else said.
Result<void> withdrawsAnothers(Scene& scene) {
  const auto all = scene.campaign.isZero() ? std::vector<Subject>{} : submissionsOf(scene);
  if (all.empty()) return scene.nothing();
  const auto space = scene.dice.oneOf(all).space;
  const auto verdicts = verdictsIn(scene, space);
  if (verdicts.empty()) return scene.nothing();
  crdt::Value payload;
  payload.set(domain::fact::verdictWithdrawn::verdict, crdt::Value(scene.dice.oneOf(verdicts).meta.id));
  return say(scene, space, EntityKind::VerdictWithdrawn, std::move(payload));
}

Result<void> bendsTheReview(Scene& scene) {
  if (scene.me().persona == Persona::Creator) return publishesUnasked(scene);
  switch (scene.dice.below(3)) {
  case 0:
    return decidesUnasked(scene);
  case 1:
    return judgesAskew(scene);
  default:
    return withdrawsAnothers(scene);
  }
}

} // namespace

void addHarderActs(std::vector<Act>& list) {
  list.push_back({"bends the review", leads | hubs | creator, staged, bendsTheReview});
  list.push_back({"sets a date while others set another", leads | hubs, staged, setDatesAtOnce});
}

} // namespace meridian::sim
