#include "tests/simulation/plan.h"

#include <algorithm>
#include <functional>

#include "tests/simulation/acts.h"
#include "tests/simulation/faults.h"

namespace meridian::sim {
namespace {

// Seeds from here on have two relays. Kept apart, so that those of one stay what they were.
constexpr std::uint64_t twoRelaysFrom = 2'000'000;

// … and from here on a campaign is in full swing, with one relay or two.
constexpr std::uint64_t fullSwingFrom = 3'000'000;

// … and from here on people have programs of two releases.
constexpr std::uint64_t mixedFrom = 4'000'000;

// … and from here on in every other world, and everything goes wrong that joined the laboratory last, by dice
// of its own. Apart again: what seeds below have found they are to find again.
constexpr std::uint64_t harderFrom = 5'000'000;

// … and from here on people type into one text together.
constexpr std::uint64_t typingFrom = 6'000'000;

constexpr auto en = domain::Language::En, ru = domain::Language::Ru;

std::vector<Person> peopleOf(Dice& dice) {
  std::vector<Person> people{{"mila", "Europe/Belgrade", "", Persona::BrandLead, en}};
  auto maybe = [&](double chance, Person person) {
    if (dice.chance(chance)) people.push_back(std::move(person));
  };
  maybe(0.8, {"svetlana", "Europe/Moscow", "", Persona::CampaignLead, en});
  people.push_back({"dana", "America/New_York", "US", Persona::HubLead, en});
  maybe(0.5, {"anna", "Europe/Moscow", "RU", Persona::HubLead, ru});
  maybe(0.4, {"dave", "America/Chicago", "US", Persona::Deputy, en});
  people.push_back({"maya", "America/Los_Angeles", "US", Persona::Creator, en});
  maybe(0.4, {"jordan", "America/Chicago", "US", Persona::Creator, en});
  maybe(0.4, {"oleg", "Asia/Vladivostok", "RU", Persona::Creator, ru});
  maybe(0.3, {"vera", "Europe/Berlin", "", Persona::Viewer, en});
  return people;
}

std::uint32_t placeOfAct(std::string_view name) {
  const auto& all = acts();
  const auto at = std::ranges::find_if(all, [&](const Act& act) { return act.name == name; });
  return static_cast<std::uint32_t>(at - all.begin());
}

std::uint32_t faultNamed(std::string_view name) {
  const auto& all = faults();
  const auto at = std::ranges::find_if(all, [&](const Fault& fault) { return fault.name == name; });
  return static_cast<std::uint32_t>(at - all.begin());
}

// What somebody in this role does when a campaign is in full swing.
std::uint32_t stretchOf(Persona persona, Dice& dice) {
  const auto flag = flagOf(persona);
  if ((flag & creator) != 0) return placeOfAct("takes up the brief");
  if ((flag & hubs) != 0 && dice.chance(0.3)) return placeOfAct("brings a brief to issue");
  if ((flag & (leads | hubs)) != 0) return placeOfAct("answers what waits");
  return placeOfAct("acknowledges the charter");
}

using AddStep = std::function<void(Duration, bool, std::size_t, std::size_t)>;

// Briefs are issued, taken up and answered before much goes wrong.
void addOpening(const Plan& plan, Dice& dice, Duration& at, const AddStep& add) {
  const auto everyone = [&](unsigned who, std::string_view what) {
    for (std::size_t i = 0; i < plan.people.size(); ++i)
      if ((flagOf(plan.people[i].persona) & who) != 0)
        add(at += Duration{dice.between(60'000, 3'600'000)}, false, i, placeOfAct(what));
  };
  for (int round = 0; round < 3; ++round) {
    everyone(hubLead, "adds a creator");
    everyone(hubLead, "invites");
    everyone(hubs, "brings a brief to issue");
    at += std::chrono::hours{dice.between(6, 14)};
    everyone(creator, "takes up the brief");
    at += Duration{dice.between(60'000, 3'600'000)};
    everyone(hubs | campaignLead, "answers what waits");
  }
}

// Faults that joined the laboratory when seeds had become names of histories: beside acts, as the others.
void addLaterFaults(Plan& plan) {
  Dice dice(plan.seed, "later");
  std::vector<int> weights;
  for (const auto& fault : faults())
    weights.push_back(fault.later > 0 && (plan.relays > 1 || !fault.ofTwoRelays) && dice.chance(0.6)
                          ? fault.later * static_cast<int>(1 + dice.below(3))
                          : 0);
  const double perAct = dice.chance(0.2) ? 0 : 0.01 * static_cast<double>(dice.below(25));
  if (std::ranges::none_of(weights, [](int weight) { return weight > 0; })) return;
  for (std::size_t i = 0, acts = plan.steps.size(); i < acts; ++i) {
    if (plan.steps[i].isFault || !dice.chance(perAct)) continue;
    plan.steps.push_back({.number = static_cast<std::uint32_t>(plan.steps.size()),
                          .at = plan.steps[i].at - Duration{dice.between(0, 2'000)},
                          .isFault = true,
                          .machine = plan.steps[i].machine,
                          .what = static_cast<std::uint32_t>(dice.weighted(weights)),
                          .seed = dice.next()});
  }
}

// The same for worlds from harderFrom on; and people with altered clients, who say what they have a right to
// say and what is to change nothing.
void addHarderSteps(Plan& plan) {
  Dice dice(plan.seed, "harder");
  std::vector<int> weights;
  for (const auto& fault : faults())
    weights.push_back(dice.chance(0.6) ? fault.harder * static_cast<int>(1 + dice.below(3)) : 0);
  const double perAct = dice.chance(0.2) ? 0 : 0.01 * static_cast<double>(dice.below(25));
  const bool any = std::ranges::any_of(weights, [](int weight) { return weight > 0; });
  const auto add = [&](Duration at, bool isFault, std::size_t who, std::size_t what) {
    plan.steps.push_back({.number = static_cast<std::uint32_t>(plan.steps.size()),
                          .at = at,
                          .isFault = isFault,
                          .machine = static_cast<std::uint32_t>(who),
                          .what = static_cast<std::uint32_t>(what),
                          .seed = dice.next()});
  };
  for (std::size_t i = 0, acts = plan.steps.size(); any && i < acts; ++i)
    if (const auto step = plan.steps[i]; !step.isFault && dice.chance(perAct))
      add(step.at - Duration{dice.between(0, 2'000)}, true, step.machine, dice.weighted(weights));
  const auto length = std::ranges::max(plan.steps, {}, &Step::at).at.count();
  const auto acts = [&](unsigned who, std::string_view what, std::uint64_t times) {
    std::vector<std::size_t> people;
    for (std::size_t i = 0; i < plan.people.size(); ++i)
      if ((flagOf(plan.people[i].persona) & who) != 0) people.push_back(i);
    for (; times > 0; --times)
      add(Duration{dice.between(length / 3, length)}, false, dice.oneOf(people), placeOfAct(what));
  };
  // Early, too, when people join.
  for (auto times = dice.below(4); times > 0; --times)
    add(Duration{dice.between(0, length / 3)}, true, 0, faultNamed("(relay) refuses for good for a while"));
  acts(leads | hubs | creator, "bends the review", dice.below(12));
  acts(leads | hubs, "sets a date while others set another", dice.below(4));
}

// Half of the people have the release before, and some of them for as long as there is any trouble. Whoever
// has the newest writes what only that one reads.
void mixReleases(Plan& plan) {
  Dice dice(plan.seed, "releases");
  const auto length = std::ranges::max(plan.steps, {}, &Step::at).at.count();
  const auto add = [&](bool isFault, std::size_t who, std::uint32_t what) {
    plan.steps.push_back({.number = static_cast<std::uint32_t>(plan.steps.size()),
                          .at = Duration{dice.between(length / 6, length)},
                          .isFault = isFault,
                          .machine = static_cast<std::uint32_t>(who),
                          .what = what,
                          .seed = dice.next()});
  };
  for (std::size_t i = 0; i < plan.people.size(); ++i) {
    plan.people[i].isOlder = dice.chance(0.5);
    if (plan.people[i].isOlder && dice.chance(0.5)) add(true, i, faultNamed("is updated"));
  }
  std::vector<std::size_t> writers;
  for (std::size_t i = 0; i < plan.people.size(); ++i)
    if ((flagOf(plan.people[i].persona) & (leads | hubs)) != 0) writers.push_back(i);
  for (auto times = 10 + dice.below(20); times > 0; --times)
    add(false, dice.oneOf(writers), placeOfAct("writes what the newest release reads"));
}

// Whoever may write comes to the same texts within minutes, several times.
void addTyping(Plan& plan) {
  Dice dice(plan.seed, "editors");
  const auto length = std::ranges::max(plan.steps, {}, &Step::at).at.count();
  const auto types = placeOfAct("types in a field");
  for (auto meetings = 4 + dice.below(8); meetings > 0; --meetings) {
    const auto at = dice.between(length / 6, length);
    for (auto rounds = 1 + dice.below(4); rounds > 0; --rounds)
      for (std::size_t who = 0; who < plan.people.size(); ++who)
        if ((flagOf(plan.people[who].persona) & (leads | hubs)) != 0 && dice.chance(0.7))
          plan.steps.push_back({.number = static_cast<std::uint32_t>(plan.steps.size()),
                                .at = Duration{at + dice.between(0, 600'000)},
                                .isFault = false,
                                .machine = static_cast<std::uint32_t>(who),
                                .what = types,
                                .seed = dice.next()});
  }
}

} // namespace

Plan planOf(std::uint64_t seed) {
  Dice dice(seed, "plan");
  Plan plan;
  plan.seed = seed;
  plan.inFullSwing = seed >= fullSwingFrom;
  plan.people = peopleOf(dice);
  plan.breaksPerFrame = dice.chance(0.4) ? 0.001 * static_cast<double>(dice.below(30)) : 0;
  plan.slowReaders = dice.chance(0.3) ? static_cast<int>(dice.below(3)) : 0;

  // How much goes wrong differs from world to world: in some, one kind of thing alone.
  std::vector<int> faultWeights;
  for (const auto& fault : faults()) // by their places, also of those that are not drawn here
    faultWeights.push_back(
        fault.weight != staged && dice.chance(0.6) ? fault.weight * static_cast<int>(1 + dice.below(3)) : 0);
  const double faultsPerAct = dice.chance(0.1) ? 0 : 0.05 + 0.01 * static_cast<double>(dice.below(60));
  const bool anyFault = std::ranges::any_of(faultWeights, [](int weight) { return weight > 0; });

  const auto addBy = [&](Dice& from, Duration at, bool isFault, std::size_t machine, std::size_t what) {
    plan.steps.push_back({.number = static_cast<std::uint32_t>(plan.steps.size()),
                          .at = at,
                          .isFault = isFault,
                          .machine = static_cast<std::uint32_t>(machine),
                          .what = static_cast<std::uint32_t>(what),
                          .seed = from.next()});
  };
  const auto add = [&](Duration at, bool isFault, std::size_t machine, std::size_t what) {
    addBy(dice, at, isFault, machine, what);
  };

  // The founder begins; leads and creators are invited in the first days, as a campaign is.
  Duration at{std::chrono::minutes{1}};
  for (int i = 0; i < 5; ++i, at += std::chrono::minutes{10})
    add(at, false, 0, placeOfAct("founds"));
  std::vector<std::size_t> inviters{0};
  for (std::size_t i = 0; i < plan.people.size(); ++i)
    if (plan.people[i].persona == Persona::HubLead) inviters.push_back(i);
  const auto days = dice.between(4, 60);
  const auto count = 40 + dice.below(80);
  // In whole hours.
  const Duration pace =
      std::max(std::chrono::hours{1}, std::chrono::hours{24} * days / static_cast<std::int64_t>(count));
  for (int round = 0; round < 6; ++round)
    for (const auto who : inviters) {
      at += Duration{dice.between(1, std::chrono::milliseconds(std::chrono::hours{4}).count())};
      if (plan.people[who].persona == Persona::HubLead && round > 0)
        add(at, false, who, placeOfAct(round % 2 == 1 ? "adds a creator" : "invites"));
      if (who == 0) add(at, false, who, placeOfAct("invites"));
      if (plan.people[who].persona == Persona::HubLead && round > 1)
        add(at, false, who, placeOfAct("works on a brief"));
    }
  if (plan.inFullSwing) addOpening(plan, dice, at, add);
  for (std::uint64_t i = 0; i < count; ++i) {
    // People work in bursts.
    at += dice.chance(0.5) ? Duration{dice.between(1, 60'000)} : Duration{dice.between(1, 2 * pace.count())};
    const auto who = dice.below(plan.people.size());
    const auto persona = plan.people[who].persona;
    if (plan.inFullSwing && dice.chance(0.4)) {
      add(at, false, who, stretchOf(persona, dice));
    } else {
      const auto weights = weightsFor(persona);
      add(at, false, who, dice.weighted(weights));
    }
    for (double more = faultsPerAct; anyFault && dice.chance(more); more /= 2)
      add(at + Duration{dice.between(0, 60'000)}, true, dice.below(plan.people.size()),
          dice.weighted(faultWeights));
  }
  // What the dice bring together too rarely, in the second half, when there is something to lose.
  Dice stage(seed, "stage");
  const auto moment = [&] { return Duration{stage.between(at.count() / 2, at.count())}; };
  std::vector<std::size_t> judges;
  for (std::size_t i = 0; i < plan.people.size(); ++i)
    if ((flagOf(plan.people[i].persona) & (leads | hubs)) != 0) judges.push_back(i);
  for (auto i = 1 + stage.below(4); i > 0; --i)
    addBy(stage, moment(), false, stage.oneOf(judges), placeOfAct("judges while others judge otherwise"));
  if (stage.chance(0.4)) {
    const auto who = stage.below(plan.people.size());
    const auto restored = moment();
    addBy(stage, Duration{stage.between(restored.count() / 2, restored.count())}, true, who,
          faultNamed("is backed up in time"));
    addBy(stage, restored, true, who, faultNamed("is restored from the backup far away"));
  }
  if (plan.inFullSwing) {
    const auto strikes = [&](std::string_view what, std::uint64_t times) {
      for (; times > 0; --times)
        addBy(stage, moment(), true, stage.below(plan.people.size()), faultNamed(what));
    };
    strikes("is handed a file", 1 + stage.below(4));
    strikes("dies as it comes back", stage.below(4));
    strikes("has no memory to read its log", stage.below(4));
    if (stage.chance(0.3)) { // at the end, so that nothing else makes them compare
      at += std::chrono::hours{2};
      addBy(stage, at, true, 0, faultNamed("(relay) comes to its numbers again"));
      at += std::chrono::hours{12};
      addBy(stage, at, true, 0, faultNamed("has a good network"));
    }
  }
  if (plan.inFullSwing ? seed % 4 == 3 : seed >= twoRelaysFrom) plan.relays = 2;
  addLaterFaults(plan);
  plan.isHarder = seed >= harderFrom;
  if (plan.isHarder) addHarderSteps(plan);
  plan.isTyping = seed >= typingFrom;
  if (plan.isTyping) addTyping(plan);
  plan.isMixed = plan.isHarder ? seed % 2 == 1 : seed >= mixedFrom;
  if (plan.isMixed) mixReleases(plan);
  std::ranges::stable_sort(plan.steps, {}, &Step::at);
  return plan;
}

Plan reduced(Plan plan, const std::set<std::uint32_t>& keep) {
  std::erase_if(plan.steps, [&](const Step& step) { return !keep.contains(step.number); });
  return plan;
}

} // namespace meridian::sim
