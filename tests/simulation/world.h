// One world: people with their machines, relays, a network, a clock, a plan of what is done and what goes
// wrong, and at the end peace and a verdict. Everything in it follows from the plan.
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <vector>

#include "tests/simulation/evidence.h"
#include "tests/simulation/ledger.h"
#include "tests/simulation/machine.h"
#include "tests/simulation/relay_host.h"
#include "tests/simulation/trace.h"

namespace meridian::sim {

struct Outcome {
  std::vector<std::string> complaints; // empty: the world is as it should be
  std::uint64_t traceHash = 0;
  Duration simulated{};
  // What happened in it, in the order of names().
  std::array<std::uint64_t, 18> counts{};
  [[nodiscard]] static const std::array<const char*, 18>& names();
};

class World {
 public:
  // `folder` is empty and the world's own.
  World(Plan plan, std::filesystem::path folder, bool prints);
  ~World();

  [[nodiscard]] Outcome run();

  Timeline timeline;
  Trace trace;
  Network network;
  Ledger ledger;
  std::vector<std::unique_ptr<RelayHost>> relays;
  std::vector<std::unique_ptr<Machine>> machines;
  // Whoever has joined is running.
  [[nodiscard]] bool everybodyIsUp() const;
  std::optional<SpaceId> campaign; // once it was founded
  std::set<std::string> invited;   // names of people who were sent an invitation
  struct Invited {
    Machine* person = nullptr;
    std::string name; // by which the invitation is listed
    Instant expiry{};
  };
  std::vector<Invited> invitations;             // as they were made
  std::map<std::string, SpaceId> creatorSpaces; // by the name of the person
  std::map<std::string, Machine::Backup> backups;
  std::map<std::string, RelayHost::Backup> relayBackups;
  RelayHost* meeting = nullptr; // of two relays the one that everybody is told to use in peace
  std::uint64_t ignorant = 0;   // relays' stores restored with what would have told
  std::uint64_t moves = 0;      // of machines between relays
  std::uint64_t imports = 0;    // of files that brought something
  // Fields to which words were only ever added.
  std::vector<Addition> additions;

  [[nodiscard]] RelayHost* relayOf(const RelayId& id);
  // No more faults: those that were to come later do not come any more.
  [[nodiscard]] bool isAtPeace() const { return m_peace; }
  [[nodiscard]] bool inFullSwing() const { return m_plan.inFullSwing; }
  [[nodiscard]] bool isMixed() const { return m_plan.isMixed; }
  [[nodiscard]] bool isHarder() const { return m_plan.isHarder; }
  [[nodiscard]] bool isTyping() const { return m_plan.isTyping; }
  [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

  void say(const std::string& line) { trace.add(timeline.now(), line); }
  // What must never happen.
  void fail(const std::string& what);
  // An error that a fault explains, or else a failure of this world.
  void expectFault(const std::string& what, const Error& error);
  // As expectFault(), or a rule that says no.
  void expectRefusal(const std::string& what, const Error& error);
  // Bytes that left a machine.
  void seen(const std::string& by, ByteView bytes);
  // … and what is on a disk when the power goes.
  void seenOnDisk(const std::string& of, const Disk::Image& image);
  // What a machine has kept since it was last asked.
  std::vector<ChangeId> noteKept(Machine& machine);
  // Which of its changes a machine has written again. Before its disk forgets.
  void noteRenamed(Machine& machine);
  // A disk lost what it held: what nobody else holds either is excused.
  void noteLost(const std::function<bool(const SpaceId&, const ChangeId&)>& held,
                const std::function<bool(const ChangeId&)>& stillHeld, const void* loser);

 private:
  void perform(const Step& step);
  // Which characters these changes put into texts.
  void noteCharacters(Machine& machine, const std::vector<ChangeId>& changes);
  void heal();
  [[nodiscard]] bool isFaultOf(const Error& error) const;
  // Lets time pass, until `notBefore` at least, until everybody is. False: too much happens.
  [[nodiscard]] bool comesToRest(Instant notBefore);
  // Who has something to do still.
  [[nodiscard]] std::vector<std::string> restless();
  // Those of one release among themselves, while there are two.
  void judgeReleases(Outcome& outcome);
  void judge(Outcome& outcome);

  Plan m_plan;
  std::filesystem::path m_folder;
  std::vector<std::string> m_failures;
  std::vector<std::string> m_markForms;
  std::set<ChangeId> m_noted;
  Harvest m_harvest; // once judged
  bool m_peace = false, m_healed = false;
};

} // namespace meridian::sim
