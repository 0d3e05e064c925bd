// What a newer version writes: ops, fields and kinds that this one does not know. They are kept and handed
// on.
#include "tests/simulation/smuggle.h"

namespace meridian::sim {
namespace {

std::optional<SpaceId> someSpace(Scene& scene) {
  if (scene.campaign.isZero()) return std::nullopt;
  std::vector<SpaceId> spaces;
  for (const auto& space : scene.replica.spaces(scene.campaign))
    spaces.push_back(space.id);
  if (spaces.empty()) return std::nullopt;
  return scene.dice.oneOf(spaces);
}

crdt::Op unknownOp(Scene& scene) {
  crdt::UnknownOp op{static_cast<std::uint32_t>(40 + scene.dice.below(200)), Bytes(1 + scene.dice.below(40))};
  for (auto& byte : op.body)
    byte = static_cast<std::uint8_t>(scene.dice.below(256));
  return op;
}

// An edit in which a newer op stands beside one that everybody knows.
Result<void> mixed(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  auto ops = replica::Editing::creation(
      domain::EntityKind::Milestone, {{domain::field::milestone::title, scene.lane(), scene.type()}}, {}, 0);
  if (!ops) return std::unexpected(ops.error());
  ops->push_back(unknownOp(scene));
  auto written = scene.replica.write({{scene.campaign, std::move(*ops), {}}});
  if (!written) return std::unexpected(written.error());
  return {};
}

// Nothing but what this version does not know: an op, a field of a known entity, an entity.
Result<void> onlyNewer(Scene& scene) {
  const auto space = someSpace(scene);
  if (!space) return scene.nothing();
  std::vector<crdt::Op> ops;
  if (scene.dice.chance(0.5)) {
    ops.push_back(unknownOp(scene));
  } else {
    crdt::Create entity;
    entity.kind = static_cast<std::uint16_t>(300 + scene.dice.below(50));
    ops.emplace_back(std::move(entity));
  }
  auto written = scene.replica.write({{*space, std::move(ops), {}}});
  if (!written) return std::unexpected(written.error());
  return {};
}

Result<void> newerEnvelope(Scene& scene) {
  const auto space = someSpace(scene);
  if (!space) return scene.nothing();
  const bool format = scene.dice.chance(0.5);
  const auto change = composeNewer(scene, *space, format ? 2 : envelope::currentFormat,
                                   format ? 4 : static_cast<std::uint8_t>(9 + scene.dice.below(100)));
  return smuggle(scene, change);
}

} // namespace

void addNewerActs(std::vector<Act>& list) {
  list.push_back({"writes with a newer version", leads, 2, mixed});
  list.push_back({"writes what only a newer version knows", leads | hubs | creator, 1, onlyNewer});
  list.push_back({"writes a newer envelope", leads | hubs | creator, 1, newerEnvelope});
}

} // namespace meridian::sim
