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

// What the newest release reads and the one before only keeps: an entity, a field, ops of sets; alone or
// beside what both read.
Result<void> newest(Scene& scene) {
  if (scene.campaign.isZero() || !scene.machine.isNewest()) return scene.nothing();
  namespace f = domain::field;
  const bool beside = scene.dice.chance(0.5);
  std::vector<crdt::Op> ops;
  if (beside) {
    auto made = replica::Editing::creation(domain::EntityKind::Milestone,
                                           {{f::milestone::title, scene.lane(), scene.type()}}, {}, 0);
    if (!made) return std::unexpected(made.error());
    ops = std::move(*made);
  }
  const auto milestones = scene.reading().page().milestones;
  if (scene.dice.chance(0.5) && (beside || !milestones.empty())) {
    crdt::AddToSet depends;
    depends.entity =
        beside ? crdt::EntityRef(OpId{crdt::thisChange, 0}) : scene.dice.oneOf(milestones).id.ref();
    depends.field = f::milestone::dependsOn;
    depends.element = crdt::Value(scene.world.ledger.word());
    ops.emplace_back(std::move(depends));
  } else {
    auto item = replica::Editing::creation(
        domain::EntityKind::ChecklistItem, {{f::element::text, scene.lane(), scene.type()}},
        {{f::element::market, crdt::Value(scene.me().market)}}, static_cast<std::uint32_t>(ops.size()));
    if (!item) return std::unexpected(item.error());
    std::ranges::move(*item, std::back_inserter(ops));
  }
  auto written = scene.replica.write({{scene.campaign, std::move(ops), {}}});
  if (!written) return std::unexpected(written.error());
  return {};
}

// A field of something that both know, in a creator's space.
Result<void> newestField(Scene& scene) {
  const auto formats = scene.reading().creators();
  for (const auto& one : formats) {
    const auto all = scene.replica.entities(one.space, domain::EntityKind::Deliverable);
    if (all.empty()) continue;
    return scene.editing().set(
        {one.space, scene.dice.oneOf(all)->id().ref()},
        {{domain::field::deliverable::format, crdt::Value(scene.world.ledger.word())}});
  }
  return newest(scene);
}

Result<void> writesNewest(Scene& scene) {
  if (scene.campaign.isZero() || !scene.machine.isNewest()) return scene.nothing();
  const bool isHub = (flagOf(scene.me().persona) & hubs) != 0;
  return isHub && scene.dice.chance(0.5) ? newestField(scene) : newest(scene);
}

} // namespace

void addReleaseActs(std::vector<Act>& list) {
  list.push_back({"writes what the newest release reads", leads | hubs, staged, writesNewest});
}

void addNewerActs(std::vector<Act>& list) {
  list.push_back({"writes with a newer version", leads, 2, mixed});
  list.push_back({"writes what only a newer version knows", leads | hubs | creator, 1, onlyNewer});
  list.push_back({"writes a newer envelope", leads | hubs | creator, 1, newerEnvelope});
}

} // namespace meridian::sim
