// What the rules refuse, and what a person with an altered client sends all the same.
#include "core/domain/fact_fields.h"
#include "tests/simulation/smuggle.h"

namespace meridian::sim {
namespace {

using domain::EntityKind;

crdt::Op fact(EntityKind kind, crdt::Value payload) {
  crdt::Create op;
  op.kind = static_cast<std::uint16_t>(kind);
  op.payload = std::move(payload);
  return op;
}

Result<void> writesTheThesis(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  auto written = scene.editing().setText(page(scene.campaign), domain::field::campaign::thesis,
                                         domain::Language::En, scene.world.ledger.word());
  if (written) scene.world.fail(scene.machine.name() + " wrote the thesis without the right");
  return {};
}

Result<void> writesAnotherMarket(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  const std::string other = scene.me().market == "US" ? "RU" : "US";
  const replica::Place place{scene.campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(EntityKind::Market),
                                                               Bytes(other.begin(), other.end())}};
  auto written = scene.editing().setText(place, domain::field::market::subGoal, domain::Language::Ru,
                                         scene.world.ledger.word());
  if (written) scene.world.fail(scene.machine.name() + " wrote another hub's column");
  return {};
}

Result<void> typesNothing(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  const auto asked = scene.work().ask({}, {}, "  ");
  if (asked) scene.world.fail("an empty question was taken");
  return {};
}

Result<void> typesTooMuch(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  const auto asked = scene.work().ask({}, {}, std::string(limits::textFieldBytes + 1, 'x'));
  if (asked) scene.world.fail("a question beyond the limit was taken");
  return {};
}

// A verdict on whatever, by somebody who may not give one; or a thesis, by somebody who may not write it.
Result<void> forges(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  std::vector<SpaceId> spaces;
  for (const auto& space : scene.replica.spaces(scene.campaign))
    spaces.push_back(space.id);
  if (spaces.empty()) return scene.nothing();
  const auto space = scene.dice.oneOf(spaces);
  std::vector<crdt::Op> ops;
  if (space == scene.campaign) {
    crdt::SetRegister set;
    set.entity = page(space).entity;
    set.field = domain::field::campaign::brandName;
    set.value = crdt::Value(scene.world.ledger.word());
    ops.emplace_back(std::move(set));
  } else {
    domain::Verdict verdict;
    for (const auto& one : scene.replica.facts(space))
      if (one.kind == EntityKind::Submission) {
        verdict.submission = one.meta.id;
        verdict.manifest = domain::submissionFrom(one).manifest;
      }
    ops.push_back(fact(EntityKind::Verdict, domain::toValue(verdict)));
  }
  const auto change = compose(scene, space, std::move(ops));
  if (!change) return std::unexpected(change.error());
  return smuggle(scene, *change);
}

// Carries to the relay what somebody wrote who belongs to nothing.
Result<void> bringsAStrangersChange(Scene& scene) {
  if (scene.campaign.isZero() || scene.world.relays.empty()) return scene.nothing();
  const auto stranger = signing::SigningKey::generate(scene.replica.random());
  envelope::Header header;
  header.kind = static_cast<std::uint8_t>(envelope::Kind::Content);
  header.space = scene.campaign;
  header.device = stranger.id();
  header.seq = 1;
  header.heads = scene.replica.authority(scene.campaign).headsFor(scene.campaign);
  const auto change = envelope::finish(envelope::encodeAdditionalData(header, {}),
                                       Bytes(envelope::nonceBytes), Bytes(300), stranger);
  if (!change) return std::unexpected(change.error());
  for (const auto& relay : scene.world.relays)
    if (relay->takesFrom(scene.replica.signingKey(), *change))
      scene.world.fail(relay->name() + " took a stranger's change because of who brought it");
  return {};
}

} // namespace

void addInvalidActs(std::vector<Act>& list) {
  list.push_back({"tries to write the thesis", creator | viewer, 1, writesTheThesis});
  list.push_back({"tries to write another market", hubs, 1, writesAnotherMarket});
  list.push_back({"asks nothing", creator, 1, typesNothing});
  list.push_back({"asks without end", creator, 1, typesTooMuch});
  list.push_back({"brings a stranger's change", leads | hubs | creator, 1, bringsAStrangersChange});
  list.push_back({"forges a change", creator | viewer, 2, forges});
}

} // namespace meridian::sim
