// What several people type into one text, each in a field that is open while the others write.
#include "tests/simulation/acts.h"
#include "tests/simulation/desk.h"

namespace meridian::sim {
namespace {

std::optional<app::OpenText> fieldFor(Scene& scene) {
  namespace f = domain::field;
  app::OpenText text{.campaign = scene.campaign, .space = scene.campaign, .lane = scene.lane()};
  const bool isLead = (flagOf(scene.me().persona) & leads) != 0;
  const auto in = [&](const replica::Place& place, std::uint32_t block) {
    text.space = place.space;
    text.entity = crdt::entityIdOf(place.entity);
    text.block = block;
    return text;
  };
  if (isLead && scene.dice.chance(0.6)) return in(page(scene.campaign), f::campaign::successMetric);
  const std::string code = !scene.me().market.empty() ? scene.me().market
                           : scene.dice.chance(0.7)   ? "US"
                                                      : "RU";
  if (isLead || scene.dice.chance(0.5)) return in(market(scene.campaign, code), f::market::expression);
  // A part of a brief, which is begun with the first words.
  std::vector<SpaceId> spaces;
  for (const auto& [name, space] : scene.world.creatorSpaces)
    if (scene.reading().briefDesk(space)) spaces.push_back(space);
  if (spaces.empty()) return std::nullopt;
  text.space = scene.dice.oneOf(spaces);
  text.block = f::brief::tone;
  if (const auto desk = scene.reading().briefDesk(text.space); desk->draft) text.entity = desk->draft->id;
  return text;
}

Result<void> typesInAField(Scene& scene) {
  if (scene.campaign.isZero() || scene.machine.desk() == nullptr) return scene.nothing();
  const auto field = fieldFor(scene);
  if (!field) return scene.nothing();
  scene.machine.desk()->work(*field, scene.dice.next());
  return {};
}

} // namespace

void addEditorActs(std::vector<Act>& list) {
  list.push_back({"types in a field", leads | hubs, staged, typesInAField});
}

} // namespace meridian::sim
