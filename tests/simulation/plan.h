// Everything that will be tried in a world: who lives in it, what they do, what goes wrong, and when. A
// function of the seed alone; a step that is left out changes no other one, so that a failing plan can be
// made shorter.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/domain/bilingual.h"
#include "core/log/authority.h"

namespace meridian::sim {

enum class Persona : std::uint8_t { BrandLead, CampaignLead, HubLead, Deputy, Creator, Viewer };

struct Person {
  std::string name, zone, market; // market: of hub leads, deputies and creators
  Persona persona{};
  domain::Language language{};
  bool isOlder = false; // its program is of the release before, until it is updated
};

struct Step {
  std::uint32_t number = 0; // its name for --keep
  Duration at{};            // since the world began
  bool isFault = false;
  std::uint32_t machine = 0;
  std::uint32_t what = 0; // an index into acts() or faults()
  std::uint64_t seed = 0;
};

struct Plan {
  std::uint64_t seed = 0;
  std::vector<Person> people; // the first one founds
  std::size_t relays = 1;
  bool inFullSwing = false;  // briefs are issued, taken up and answered from the first days on
  bool isMixed = false;      // programs of two releases side by side, and relays that lie in more ways
  bool isHarder = false;     // all that joined the laboratory last goes wrong, too
  bool isTyping = false;     // several people have one text open and type
  double breaksPerFrame = 0; // of everybody's network
  int slowReaders = 0;       // so many machines read slowly
  std::vector<Step> steps;   // by time

  [[nodiscard]] Duration length() const { return steps.empty() ? Duration{} : steps.back().at; }
};

[[nodiscard]] Plan planOf(std::uint64_t seed);
// Without the steps that are not among `keep`.
[[nodiscard]] Plan reduced(Plan plan, const std::set<std::uint32_t>& keep);

} // namespace meridian::sim
