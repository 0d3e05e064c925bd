#include "tests/simulation/world.h"

#include <algorithm>

#include "core/crdt/text_diff.h"
#include "tests/simulation/acts.h"
#include "tests/simulation/evidence.h"
#include "tests/simulation/faults.h"
#include "tests/simulation/memory.h"
#include "tests/support/byte_scan.h"

namespace meridian::sim {
namespace {

constexpr std::uint64_t eventsMax = 3'000'000;
// Within so much peace everybody agrees.
constexpr Duration peace = std::chrono::hours{24 * 3};

// By the founder's word: a join that came too late, or by an invitation that was withdrawn, makes none.
bool isMember(const World& world, Machine& machine) {
  auto* founder = world.machines.front()->replica();
  return world.campaign && founder != nullptr && machine.replica() != nullptr &&
         founder->authority(*world.campaign)
             .counting()
             .capability(*world.campaign, machine.replica()->device());
}

Instant beginning() { return *parseInstant("2027-02-22T08:00:00Z"); }

} // namespace

World::World(Plan plan, std::filesystem::path folder, bool prints)
    : timeline(beginning()),
      trace(prints),
      network(*this, plan.seed),
      ledger(plan.seed),
      m_plan(std::move(plan)),
      m_folder(std::move(folder)) {
  m_markForms = test::formsOf(ledger.mark());
  for (std::size_t i = 0; i < m_plan.relays; ++i) {
    const auto name = "relay-" + std::to_string(i);
    relays.push_back(std::make_unique<RelayHost>(*this, name, m_plan.seed, m_folder / name));
  }
  for (const auto& person : m_plan.people) {
    machines.push_back(std::make_unique<Machine>(*this, person, m_plan.seed, m_folder / person.name));
    machines.back()->connectivity.breaksPerFrame = m_plan.breaksPerFrame;
  }
  for (int i = 0; i < m_plan.slowReaders; ++i)
    machines[static_cast<std::size_t>(i) % machines.size()]->connectivity.bytesPerSecond = 2'000;
}

World::~World() {
  machines.clear();
  relays.clear();
}

bool World::everybodyIsUp() const {
  return std::ranges::none_of(machines,
                              [](const auto& one) { return one->joined && one->replica() == nullptr; });
}

RelayHost* World::relayOf(const RelayId& id) {
  for (const auto& relay : relays)
    if (relay->id() == id) return relay.get();
  return nullptr;
}

void World::fail(const std::string& what) {
  say("FAILS: " + what);
  m_failures.push_back(what);
  timeline.stop(); // what follows would only hide it
}

// What a fault explains that struck in this world.
bool World::isFaultOf(const Error& error) const {
  using enum ErrorCode;
  if (error.code == OutOfMemory) return SqliteMemory::failures() + Heap::failures() > 0;
  if (error.code != Io && error.code != DiskFull && error.code != ReadOnly) return false;
  const auto struck = [](const auto& one) { return one->disk().failures() > 0 || one->disk().isCut(); };
  return SmallFiles::counts().failures + SmallFiles::counts().cuts > 0 ||
         std::ranges::any_of(machines, struck) || std::ranges::any_of(relays, struck);
}

void World::expectFault(const std::string& what, const Error& error) {
  const auto line = what + ": " + std::string(errorName(error.code)) + " " + error.detail;
  if (isFaultOf(error) && !m_healed) return say(line);
  fail(line);
}

void World::expectRefusal(const std::string& what, const Error& error) {
  using enum ErrorCode;
  const auto line = what + ": " + std::string(errorName(error.code)) + " " + error.detail;
  const bool broken = error.code == Damaged || error.code == WrongKey || error.code == BrokenChain ||
                      error.code == BadSignature || error.code == UnsupportedFormat;
  if (isFaultOf(error) || (!broken && error.code != Internal && error.code != ProfileInUse)) return say(line);
  fail(line);
}

void World::seen(const std::string& by, ByteView bytes) {
  for (const auto& form : m_markForms)
    if (asText(bytes).find(form) != std::string_view::npos) return fail(by + " sent plaintext");
}

void World::seenOnDisk(const std::string& of, const Disk::Image& image) {
  for (const auto& [path, bytes] : image)
    for (const auto& form : m_markForms)
      if (asText(bytes).find(form) != std::string_view::npos)
        return fail(of + " had plaintext in " + path + " when its power went");
}

std::vector<ChangeId> World::noteKept(Machine& machine) {
  std::vector<ChangeId> fresh;
  for (std::size_t limit = 16;; limit *= 4) {
    const auto rows = machine.replica()->file().outbox.recent(limit);
    if (!rows) return fresh;
    fresh.clear();
    bool met = rows->size() < limit;
    for (const auto& row : *rows) {
      if (m_noted.contains(row.change)) {
        met = true;
        break;
      }
      fresh.push_back(row.change);
    }
    if (!met) continue;
    for (const auto& row : *rows) {
      if (!m_noted.insert(row.change).second) continue;
      ledger.kept(row.change, {row.space, machine.name(), false});
    }
    if (isTyping()) noteCharacters(machine, fresh);
    return fresh;
  }
}

void World::noteCharacters(Machine& machine, const std::vector<ChangeId>& changes) {
  auto& file = machine.replica()->file();
  for (const auto& id : changes) {
    const auto row = file.changes.find(id);
    if (!row || !*row || (*row)->change.chain() != envelope::Chain::Content) continue;
    const auto body = machine.replica()->body((*row)->change);
    for (std::uint32_t i = 0; body && i < body->ops.size(); ++i) {
      const auto* insertion = std::get_if<crdt::InsertText>(&body->ops[i]);
      if (insertion == nullptr) continue;
      for (const char32_t c : crdt::toCodePoints(insertion->text)) {
        auto* typed = ledger.find(c);
        if (typed == nullptr) continue;
        auto& known = *typed;
        // The same again under another name, since a copied disk had taken its number? Each copy gives it
        // one.
        const auto other = file.changes.renamed(known.change);
        known.again = known.again || machine.copied;
        if (!known.change.isZero() && !known.again && !(other && *other == id))
          fail(machine.name() + ": what was typed once is in the changes " + shortOf(known.change) + " and " +
               shortOf(id));
        known.space = (*row)->space;
        known.entity = crdt::entityOf({id, i}, body->ops[i]).value_or(crdt::EntityId{});
        known.field = insertion->field;
        known.change = id;
      }
    }
  }
}

void World::noteRenamed(Machine& machine) {
  for (const auto& [id, kept] : ledger.changes()) {
    const auto now = machine.replica()->file().changes.renamed(id);
    if (!now || !*now) continue;
    ledger.renamed(id, **now);
    // … which may be written again in its turn.
    for (auto last = **now;;) {
      const auto next = machine.replica()->file().changes.renamed(last);
      if (!next || !*next) break;
      ledger.renamed(last, **next);
      last = **next;
    }
  }
}

void World::noteLost(const std::function<bool(const SpaceId&, const ChangeId&)>& held,
                     const std::function<bool(const ChangeId&)>& stillHeld, const void* loser) {
  for (auto& [id, kept] : ledger.changes()) {
    if (kept.excused || stillHeld(id) || !held(kept.space, id)) continue;
    bool elsewhere = false;
    for (const auto& relay : relays)
      elsewhere = elsewhere || (relay.get() != loser && relay->holds(kept.space, id));
    for (const auto& machine : machines) {
      if (machine.get() == loser || machine->replica() == nullptr) continue;
      const auto has = machine->replica()->file().changes.has(id);
      elsewhere = elsewhere || (has && *has);
    }
    kept.excused = !elsewhere;
  }
}

void World::perform(const Step& step) {
  auto& machine = *machines[step.machine];
  if (step.isFault) {
    const auto& fault = faults()[step.what];
    Dice dice(step.seed);
    say("#" + std::to_string(step.number) + " " + machine.name() + " " + fault.name);
    fault.strike(*this, machine, dice);
    return;
  }
  if (trace.prints()) say("#" + std::to_string(step.number) + " " + machine.name());
  sim::perform(*this, machine, acts()[step.what], step.seed);
}

Outcome World::run() {
  Outcome outcome;
  for (const auto& relay : relays)
    relay->start();
  machines.front()->start();
  bool rests = true;
  for (const auto& step : m_plan.steps) {
    rests = timeline.runUntil(beginning() + step.at, eventsMax - std::min(eventsMax, timeline.events()));
    if (!rests || !m_failures.empty()) break;
    perform(step);
  }
  const Instant end = beginning() + m_plan.length();
  rests = rests && timeline.runUntil(end, eventsMax);
  if (rests && m_failures.empty()) {
    heal();
    rests = comesToRest(end + std::chrono::hours{6});
    const auto isOlder = [](const auto& machine) { return !machine->isNewest(); };
    if (rests && m_failures.empty() && std::ranges::any_of(machines, isOlder)) {
      judgeReleases(outcome);
      for (const auto& machine : machines)
        machine->update();
      rests = comesToRest(timeline.now() + std::chrono::hours{6});
    }
  }
  if (!rests) fail("the world does not come to rest: too much happens");
  if (m_failures.empty()) judge(outcome);
  std::ranges::move(m_failures, std::back_inserter(outcome.complaints));
  outcome.traceHash = trace.hash();
  outcome.simulated = timeline.now() - beginning();
  std::uint64_t boundaries = 0, hostileActs = 0;
  for (const auto& machine : machines)
    boundaries += machine->disk().boundaries();
  for (const auto& relay : relays)
    hostileActs += relay->hostility.count();
  const auto& files = SmallFiles::counts();
  outcome.counts = {ledger.changes().size(),
                    timeline.events(),
                    boundaries,
                    hostileActs,
                    files.boundaries,
                    files.cuts,
                    files.undone,
                    files.failures,
                    SqliteMemory::failures(),
                    Heap::failures(),
                    moves,
                    ignorant,
                    m_harvest.issues,
                    m_harvest.submissions,
                    m_harvest.attachments,
                    m_harvest.verdicts,
                    m_harvest.contests,
                    imports};
  return outcome;
}

const std::array<const char*, 18>& Outcome::names() {
  static constexpr std::array<const char*, 18> names{"changes kept",
                                                     "events",
                                                     "disk boundaries",
                                                     "hostile acts",
                                                     "small-file boundaries",
                                                     "power cuts at them",
                                                     "namings undone",
                                                     "small-file failures",
                                                     "allocations of SQLite's failed",
                                                     "of the program's",
                                                     "moves between relays",
                                                     "relays restored with their marks",
                                                     "briefs issued",
                                                     "submissions",
                                                     "attachments",
                                                     "verdicts",
                                                     "contests",
                                                     "files that brought something"};
  return names;
}

void World::heal() {
  say("peace");
  m_peace = true;
  for (const auto& relay : relays) {
    relay->mend();
    relay->clock.setSkew(Duration{0});
    relay->setHonest();
  }
  for (const auto& machine : machines) {
    machine->mend();
    machine->clock->setSkew(Duration{0});
    machine->connectivity = {};
  }
  for (const auto& relay : relays)
    if (!relay->isUp()) relay->start();
  if (relays.size() > 1) meeting = relays[m_plan.seed % relays.size()].get();
  for (const auto& machine : machines) {
    if (machine->replica() == nullptr) continue;
    machine->act([&](replica::Replica& replica) {
      // A founder whose machine was down whenever she meant to has named none yet.
      if (machine == machines.front() && !replica.campaigns().empty())
        if (replica::Access access(replica, replica.campaigns().front().id); !access.relay())
          if (const auto named = access.setRelay(relays.front()->address()); !named)
            expectRefusal(machine->name() + " names a relay", named.error());
      machine->connect();
      if (machine->link() != nullptr) machine->link()->setAirplane(false);
    });
    if (meeting != nullptr) machine->moveTo(*meeting);
  }
  // What faults were still to come are past; what starts from here on starts well.
  timeline.after(std::chrono::hours{2}, [this] { m_healed = true; });
}

bool World::comesToRest(Instant notBefore) {
  const auto end = timeline.now() + peace;
  while (timeline.now() < end && !(timeline.now() > notBefore && restless().empty()))
    if (!timeline.runUntil(timeline.now() + std::chrono::minutes{30}, eventsMax)) return false;
  if (m_failures.empty())
    for (const auto& one : restless())
      fail("no rest within the days of peace: " + one);
  return true;
}

std::vector<std::string> World::restless() {
  std::vector<std::string> found;
  for (const auto& machine : machines) {
    if (machine->person().persona != Persona::BrandLead && !machine->joined && machine->replica() == nullptr)
      continue;
    if (machine->replica() == nullptr) {
      found.push_back(machine->name() + " does not come up");
      continue;
    }
    if (machine->link() == nullptr) continue;
    const auto status = machine->link()->status();
    if (status.state == app::SyncStatus::State::Synced && status.waiting == 0 && status.filesDone) continue;
    if (status.problem && !isMember(*this, *machine))
      continue; // nobody waits for it, and its person is told why
    found.push_back(machine->name() + ", state " + std::to_string(static_cast<int>(status.state)) + ", " +
                    std::to_string(status.waiting) + " waiting, files " + (status.filesDone ? "" : "not ") +
                    "done" + (status.problem ? ", " + std::string(errorName(status.problem->code)) : ""));
  }
  return found;
}

void World::judgeReleases(Outcome& outcome) {
  const auto evidence = gather(*this);
  for (const bool reads : {true, false}) {
    auto ofRelease = evidence;
    std::erase_if(ofRelease.replicas, [&](const ReplicaEvidence& one) { return one.reads != reads; });
    for (const auto& check : allChecks())
      for (const auto& complaint : check->complaints(ofRelease)) {
        outcome.complaints.push_back(std::string(reads ? "the newest release: " : "the release before: ") +
                                     check->name() + ": " + complaint);
        say("VERDICT: " + outcome.complaints.back());
      }
  }
}

void World::judge(Outcome& outcome) {
  const auto evidence = gather(*this);
  m_harvest = harvest(evidence);
  for (const auto& check : worldChecks(*this))
    for (const auto& complaint : check->complaints(evidence))
      outcome.complaints.push_back(check->name() + ": " + complaint);
  for (const auto& check : allChecks())
    for (const auto& complaint : check->complaints(evidence))
      outcome.complaints.push_back(check->name() + ": " + complaint);
  for (const auto& complaint : outcome.complaints)
    say("VERDICT: " + complaint);
}

} // namespace meridian::sim
