// S3: two goals that pull apart. While one is open, the markets that it names issue no brief and do not
// launch.
#pragma once

#include "core/domain/bilingual.h"
#include "core/domain/facts.h"

namespace meridian::domain {

// How leads decided between the two goals.
struct TensionResolution {
  FactMeta meta;
  OpId tension;
  Bilingual how;
};
[[nodiscard]] crdt::Value toValue(const TensionResolution& resolution);
[[nodiscard]] TensionResolution tensionResolutionFrom(const Fact& fact);

struct GoalTension {
  crdt::EntityId id;
  Bilingual first, second;          // the goals: “growth in month 1”, “trust first”
  Bilingual why;                    // what goes wrong while nobody decides
  std::vector<std::string> markets; // codes, ascending; empty: all
  bool removed = false;
  std::vector<std::string> conflicting; // as in Campaign
  // In order, the one that counts last: the latest by causality, of concurrent ones the one with the greatest
  // id.
  std::vector<TensionResolution> resolutions;

  [[nodiscard]] bool open() const { return !removed && resolutions.empty(); }
  [[nodiscard]] bool concerns(std::string_view market) const;
};
// `facts`: those of the space that holds the entity.
[[nodiscard]] GoalTension tensionFrom(const crdt::EntityState& entity, std::span<const Fact> facts,
                                      const Precedes& precedes);

} // namespace meridian::domain
