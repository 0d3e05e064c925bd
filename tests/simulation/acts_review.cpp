// Verdicts and what goes with them, by leads, hub leads and deputies.
#include "tests/simulation/acts.h"

namespace meridian::sim {
namespace {

std::optional<replica::SubmissionView> someSubmission(Scene& scene, bool all) {
  if (scene.campaign.isZero()) return std::nullopt;
  const auto queue = scene.reading().reviewQueue(all);
  if (queue.empty()) return std::nullopt;
  return scene.dice.oneOf(queue).submission;
}

const OpId& idOf(const replica::SubmissionView& view) { return view.status.submission.meta.id; }

Result<void> approve(Scene& scene) {
  const auto one = someSubmission(scene, false);
  if (!one) return scene.nothing();
  if (auto opened = scene.reviewing().opened(one->space, idOf(*one)); !opened) return opened;
  return finished(scene.reviewing().approve(one->space, idOf(*one)));
}

Result<void> requestChanges(Scene& scene) {
  const auto one = someSubmission(scene, scene.dice.chance(0.3));
  if (!one) return scene.nothing();
  return finished(scene.reviewing().requestChanges(one->space, idOf(*one), scene.type()));
}

Result<void> withdraw(Scene& scene) {
  const auto one = someSubmission(scene, true);
  if (!one || one->status.verdicts.empty()) return scene.nothing();
  const auto& verdict = scene.dice.oneOf(one->status.verdicts);
  return finished(scene.reviewing().withdraw(one->space, verdict.meta.id, scene.type()));
}

// Undo: at once, while the verdict is still here.
Result<void> approveAndUndo(Scene& scene) {
  const auto one = someSubmission(scene, false);
  if (!one) return scene.nothing();
  const auto verdict = scene.reviewing().approve(one->space, idOf(*one));
  if (!verdict) return std::unexpected(verdict.error());
  return finished(scene.reviewing().withdraw(one->space, *verdict, {}));
}

// The other one has not heard of it yet, and thinks otherwise.
Result<void> judgeAtOnce(Scene& scene) {
  const auto one = someSubmission(scene, false);
  if (!one) return scene.nothing();
  std::vector<Machine*> others;
  for (const auto& machine : scene.world.machines)
    if (machine.get() != &scene.machine && machine->replica() != nullptr &&
        (flagOf(machine->person().persona) & (leads | hubs)) != 0)
      others.push_back(machine.get());
  for (auto* other : others)
    scene.world.timeline.after(Duration{0}, [&world = scene.world, other, campaign = scene.campaign,
                                             space = one->space, id = idOf(*one),
                                             note = scene.world.ledger.word()] {
      other->act([&](replica::Replica& replica) {
        const auto done = replica::Reviewing(replica, campaign).requestChanges(space, id, note);
        if (!done) world.expectRefusal(other->name() + " requests changes at once", done.error());
      });
    });
  return finished(scene.reviewing().approve(one->space, idOf(*one)));
}

Result<void> announceDelay(Scene& scene) {
  const auto one = someSubmission(scene, false);
  if (!one) return scene.nothing();
  const auto from =
      one->status.promise.promise ? one->status.promise.promise->due : scene.replica.clock().now();
  return finished(scene.reviewing().announceDelay(
      one->space, idOf(*one), from + std::chrono::hours{scene.dice.between(1, 100)}, scene.type()));
}

Result<void> comment(Scene& scene) {
  const auto one = someSubmission(scene, true);
  if (!one) return scene.nothing();
  return finished(scene.reviewing().comment(one->space, idOf(*one), {}, scene.type()));
}

Result<void> contested(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  const auto list = scene.reading().contested();
  if (list.empty()) return scene.nothing();
  const auto& one = scene.dice.oneOf(list);
  const auto& id = idOf(one.submission);
  if (scene.me().persona != Persona::BrandLead)
    return finished(scene.reviewing().sendToDecider(one.submission.space, id));
  return finished(scene.reviewing().decide(one.submission.space, id,
                                           scene.dice.chance(0.5) ? domain::VerdictKind::Approve
                                                                  : domain::VerdictKind::RequestChanges,
                                           scene.type()));
}

Result<void> stillFine(Scene& scene) {
  const auto one = someSubmission(scene, true);
  if (!one || !one->status.needsLook) return scene.nothing();
  return finished(scene.reviewing().stillFine(one->space, idOf(*one)));
}

Result<void> prepare(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  const auto done = scene.reviewing().prepared();
  if (!done) return std::unexpected(done.error());
  return {};
}

} // namespace

// One answer to whatever waits; a contest comes first.
Result<void> answerWhatWaits(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  if (!scene.reading().contested().empty() && scene.dice.chance(0.7)) return contested(scene);
  return scene.dice.chance(0.6) ? approve(scene) : requestChanges(scene);
}

void addReviewActs(std::vector<Act>& list) {
  list.push_back({"approves", leads | hubs, 10, approve});
  list.push_back({"requests changes", leads | hubs, 7, requestChanges});
  list.push_back({"withdraws a verdict", leads | hubs, 2, withdraw});
  list.push_back({"approves and undoes it", hubs, 2, approveAndUndo});
  list.push_back({"announces a delay", hubs, 3, announceDelay});
  list.push_back({"comments", leads | hubs, 4, comment});
  list.push_back({"looks after a contest", leads | hubs, 4, contested});
  list.push_back({"says still fine", leads | hubs, 2, stillFine});
  list.push_back({"prepares for offline", hubs, 1, prepare});
}

void addStagedActs(std::vector<Act>& list) {
  list.push_back({"judges while others judge otherwise", leads | hubs, staged, judgeAtOnce});
}

} // namespace meridian::sim
