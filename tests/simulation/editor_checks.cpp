// What became of each character that people typed into texts together.
#include <algorithm>

#include "core/crdt/text_diff.h"
#include "tests/simulation/evidence.h"
#include "tests/simulation/world.h"

namespace meridian::sim {
namespace {

// Whatever counts and nobody removed is read by everybody who holds it, once; what was typed in one go stands
// in its order.
class WhatIsTypedTogetherIsRead final : public Check {
 public:
  explicit WhatIsTypedTogetherIsRead(World& world) : m_world(world) {}
  [[nodiscard]] std::string name() const override { return "what is typed together is read"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    std::vector<std::string> found;
    for (const auto& replica : evidence.replicas)
      for (const auto& space : replica.spaces) {
        std::map<ChangeId, std::uint8_t> effects;
        for (const auto& held : space.content)
          if (held.stage == store::Stage::Applied) effects.emplace(held.change.id(), held.effect);
        std::map<std::pair<crdt::EntityId, std::uint32_t>, std::u32string> texts;
        for (const auto& [character, typed] : m_world.ledger.characters()) {
          if (typed.space != space.id || typed.change.isZero()) continue;
          const auto [at, isNew] = texts.try_emplace({typed.entity, typed.field});
          if (isNew) at->second = textOf(*replica.replica, space.id, typed);
          const auto effect = effects.find(typed.change);
          const auto count = std::ranges::count(at->second, character);
          const bool counts = effect != effects.end() && effect->second == 1;
          if (counts && count == 0 && !typed.removed)
            found.push_back(replica.name + " cannot read a character of change " + shortOf(typed.change));
          if (count > 1 && !typed.again)
            found.push_back(replica.name + " reads a character of change " + shortOf(typed.change) + " " +
                            std::to_string(count) + " times");
        }
        for (const auto& [field, text] : texts)
          judgeOrder(replica.name, text, found);
      }
    return found;
  }

 private:
  static std::u32string textOf(replica::Replica& replica, const SpaceId& space, const TypedCharacter& typed) {
    const auto* entity = replica.entity(space, typed.entity);
    return entity == nullptr ? std::u32string() : crdt::toCodePoints(entity->text(typed.field));
  }
  void judgeOrder(const std::string& name, const std::u32string& text,
                  std::vector<std::string>& found) const {
    std::map<std::uint64_t, char32_t> last; // of what was typed in one go
    for (const char32_t c : text) {
      const auto* typed = m_world.ledger.find(c);
      if (typed == nullptr || typed->again) continue;
      auto& before = last[typed->run];
      if (c < before)
        found.push_back(name + " reads characters of change " + shortOf(typed->change) + " in another order");
      before = c;
    }
  }

  World& m_world;
};

} // namespace

std::unique_ptr<Check> editorCheck(World& world) {
  return std::make_unique<WhatIsTypedTogetherIsRead>(world);
}

} // namespace meridian::sim
