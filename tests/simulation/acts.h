// What people do, one function each. An act finds its own subject (a submission that waits, an empty brief)
// by the dice; where there is none it does nothing, or tries what a rule will refuse.
#pragma once

#include <span>

#include "core/replica/access.h"
#include "core/replica/reading.h"
#include "core/replica/work.h"
#include "tests/simulation/world.h"

namespace meridian::sim {

// The campaign's page, and a market of it.
[[nodiscard]] replica::Place page(const SpaceId& campaign);
[[nodiscard]] replica::Place market(const SpaceId& campaign, std::string_view code);

// Done or not, whatever it wrote.
[[nodiscard]] Result<void> finished(const Result<OpId>& done);

struct Scene {
  World& world;
  Machine& machine;
  replica::Replica& replica;
  Dice dice;
  SpaceId campaign;               // zero before it was founded or joined
  std::vector<std::string> words; // typed in this act

  [[nodiscard]] const Person& me() const { return machine.person(); }
  bool idle = false; // there was nothing to do
  Result<void> nothing() {
    idle = true;
    return {};
  }
  [[nodiscard]] replica::Reading reading() { return {replica, campaign}; }
  [[nodiscard]] replica::Briefing briefing() { return {replica, campaign}; }
  [[nodiscard]] replica::Reviewing reviewing() { return {replica, campaign}; }
  [[nodiscard]] replica::CreatorWork work() { return {replica, campaign}; }
  [[nodiscard]] replica::Editing editing() { return replica::Editing{replica}; }
  [[nodiscard]] domain::Language lane() {
    return dice.chance(0.6) ? domain::Language::En : domain::Language::Ru;
  }
  // Something typed, to be found again.
  std::string type();
  // … into a text to which everybody only adds.
  Result<void> addWord(const replica::Place& place, std::uint32_t block, domain::Language lane);
  // … into a text in which people also delete.
  Result<void> rewrite(const replica::Place& place, std::uint32_t block, domain::Language lane);
};

enum Personas : unsigned {
  founder = 1,
  campaignLead = 2,
  hubLead = 4,
  deputy = 8,
  creator = 16,
  viewer = 32,
  leads = founder | campaignLead,
  hubs = hubLead | deputy,
  everybody = 63,
};

// Instead of a weight: the plan stages it, the dice do not choose it.
inline constexpr int staged = -1;

struct Act {
  const char* name;
  unsigned who;
  int weight; // among the acts of a persona
  Result<void> (*perform)(Scene&);
};

// In a fixed order: plans name acts by their place.
[[nodiscard]] const std::vector<Act>& acts();
[[nodiscard]] unsigned flagOf(Persona persona);
// How likely each act is for somebody.
[[nodiscard]] std::vector<int> weightsFor(Persona persona);

// By file: acts_founding.cpp, acts_lead.cpp …
void addFoundingActs(std::vector<Act>& list);
void addLeadActs(std::vector<Act>& list);
void addHubActs(std::vector<Act>& list);
void addReviewActs(std::vector<Act>& list);
void addCreatorActs(std::vector<Act>& list);
void addInvalidActs(std::vector<Act>& list);
void addNewerActs(std::vector<Act>& list);
void addStagedActs(std::vector<Act>& list);
void addSwingActs(std::vector<Act>& list);
void addReleaseActs(std::vector<Act>& list);
void addHarderActs(std::vector<Act>& list);
void addEditorActs(std::vector<Act>& list);

// Of a campaign in full swing, each a stretch of work by one person.
Result<void> bringBriefToIssue(Scene& scene);
Result<void> takeUpBrief(Scene& scene);
Result<void> answerWhatWaits(Scene& scene);
Result<void> setDatesAtOnce(Scene& scene);

// Does one step of a plan: performs the act and notes what was kept.
void perform(World& world, Machine& machine, const Act& act, std::uint64_t seed);

} // namespace meridian::sim
