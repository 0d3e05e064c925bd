#include "tests/simulation/machine.h"

#include "tests/simulation/memory.h"
#include "tests/simulation/relay_host.h"
#include "tests/simulation/world.h"

namespace meridian::sim {
namespace {

namespace fs = std::filesystem;

} // namespace

Machine::Machine(World& world, Person person, std::uint64_t seed, fs::path folder)
    : clock(std::make_shared<WrongClock>(world.timeline)),
      m_world(world),
      m_person(std::move(person)),
      m_reads(m_person.isOlder ? domain::vocabulary - 1 : domain::vocabulary),
      m_folder(std::move(folder)),
      m_disk(m_person.name, seed),
      m_files(m_disk, m_folder, seed, m_person.name),
      m_random(std::make_shared<SeededRandom>(seed, m_person.name)),
      m_dice(seed, m_person.name + "/machine"),
      m_deskDice(seed, m_person.name + "/desk") {
  fs::create_directories(m_folder);
}

Machine::~Machine() { stop(); }

void Machine::start() {
  if (m_replica || m_starting) return;
  m_running = true;
  if (m_memoryCount > 0) SqliteMemory::failAt(m_memoryAt, m_memoryCount);
  Result<void> opened = fail(ErrorCode::OutOfMemory);
  withMemory([&] { opened = open(); });
  SqliteMemory::mend();
  m_running = false;
  if (!opened) {
    m_world.expectFault(name() + " opens its profile", opened.error());
    m_memoryCount = 0;
    m_shortage.reset();
    stop();
    return startLater();
  }
  m_world.say(name() + " is up");
  settle();
  if (m_world.meeting != nullptr) moveTo(*m_world.meeting);
}

void Machine::startLater() {
  if (m_starting) return;
  m_starting = true;
  m_world.timeline.after(Duration{m_dice.between(1'000, 3'600'000)}, [this] {
    m_starting = false;
    start();
  });
}

void Machine::powerOn() {
  if (!m_disk.isCut()) return;
  const Heap::Spared spared;
  m_disk.powerOn();
  m_files.powerOn();
}

Result<void> Machine::open() {
  powerOn();
  replica::OpenOptions options;
  options.directory = m_folder / "profile";
  options.incarnationDirectory = m_folder / "state";
  options.clock = clock;
  options.random = m_random;
  options.sqlite.vfs = m_disk.vfs();
  options.reads = m_reads;
  replica::Unlock unlock;
  unlock.with = replica::Unlock::With::KeyFile;
  unlock.keyFile = m_folder / "key";
  auto made = replica::profileExists(options.directory)
                  ? replica::Replica::open(options, unlock)
                  : replica::Replica::create(
                        options, unlock,
                        {.name = m_person.name, .zone = m_person.zone, .language = m_person.language});
  if (!made) return std::unexpected(made.error());
  m_replica = std::move(*made);
  m_replica->file().ops.packBy(6); // texts are short here, and packs are to come all the same
  if (m_world.isTyping()) m_desk = std::make_unique<Desk>(m_world, *this);
  m_replica->onNotice([this](const replica::Notice& what) {
    if (m_desk) m_desk->changed();
    if (!what.brought || std::exchange(m_reconnects, true)) return;
    post([this] {
      m_reconnects = false;
      reconnect();
    });
  });
  const bool isNewcomer = m_replica->campaigns().empty();
  // What cannot be read shows as nothing.
  if (m_replica->damage()) return std::unexpected(*m_replica->damage());
  if (m_invitation && isNewcomer)
    if (auto joining = replica::Access::join(*m_replica, *m_invitation); !joining)
      if (joining.error().code != ErrorCode::InvitationExpired) return std::unexpected(joining.error());
  connect();
  return {};
}

void Machine::connect() {
  if (!m_replica || m_link) return;
  const auto campaigns = m_replica->campaigns();
  if (campaigns.empty() || !replica::Access(*m_replica, campaigns.front().id).relay()) return;
  // A world lasts for weeks: whoever cannot connect tries every half hour at last, not every minute.
  app::SyncLink::Options options;
  options.retryMax = std::chrono::minutes{30};
  m_link = std::make_unique<app::SyncLink>(*m_replica, campaigns.front().id, *this,
                                           m_world.network.wires(*this), options);
  m_link->start();
}

void Machine::moveTo(RelayHost& relay) {
  act([&](replica::Replica& replica) {
    const auto campaigns = replica.campaigns();
    if (campaigns.empty()) return;
    replica::Access access(replica, campaigns.front().id);
    const auto now = access.relay();
    const auto address = relay.address();
    if (!now || (now->identity == address.identity && !isLead())) return;
    const auto moved = access.setRelay(address);
    if (!moved) return m_world.expectRefusal(name() + " changes its relay", moved.error());
    if (now->identity == address.identity) return;
    if (m_invitation) m_invitation->relay = address;
    ++m_world.moves;
    m_world.say(name() + " goes to " + relay.name());
    reconnect();
  });
}

bool Machine::isLead() const {
  return m_person.persona == Persona::BrandLead || m_person.persona == Persona::CampaignLead;
}

void Machine::reconnect() {
  if (!m_link) return connect();
  m_link->stop();
  m_link->start();
}

void Machine::stop() {
  ++m_life;
  m_desk.reset();
  m_reconnects = false;
  m_link.reset();
  m_work.clear(); // connections that were let go stand here; they end before their replica
  m_replica.reset();
}

void Machine::die() {
  m_world.say(name() + " dies");
  m_disk.cutNow();
  for (const auto& image : {m_disk.image(), m_files.image()})
    m_world.seenOnDisk(name(), image);
  m_lastSend = UINT64_MAX;
  m_memoryCount = 0;
  m_shortage.reset();
  m_world.network.breakLinesOf(*this);
  stop();
  startLater();
}

void Machine::restart() {
  if (!m_replica) return;
  m_world.network.breakLinesOf(*this);
  stop();
  start();
}

void Machine::update() {
  if (isNewest()) return;
  m_reads = domain::vocabulary;
  m_world.say(name() + " is updated");
  restart();
}

void Machine::run(std::uint64_t life, const std::function<void()>& what) {
  if (life != m_life || !m_replica) return;
  // A frame may be handed over while another one is being worked on; whoever is outermost looks after it.
  const bool outermost = !std::exchange(m_running, true);
  if (outermost && m_memoryCount > 0) SqliteMemory::failAt(m_memoryAt, m_memoryCount);
  if (!m_disk.isCut()) {
    if (outermost) {
      withMemory(what);
    } else {
      what();
    }
  }
  if (!outermost) return;
  if (m_memoryCount > 0) {
    if (SqliteMemory::ended()) m_memoryCount = 0;
    SqliteMemory::mend();
  }
  m_running = false;
  noteProblem();
  settle();
}

void Machine::withMemory(const std::function<void()>& what) {
  if (!m_shortage) return what();
  Heap::begin(*m_shortage);
  try {
    what();
  } catch (const std::bad_alloc&) {
    // As the thread does on which the replica lives.
    (void)Heap::mend();
    m_world.say(name() + " has no memory for what it does");
    if (m_replica) m_replica->outOfMemory();
  }
  m_shortage = Heap::mend();
}

void Machine::noteProblem() {
  if (!m_link) return;
  const auto problem = m_link->status().problem;
  if (problem == m_problem) return;
  m_problem = problem;
  if (problem)
    m_world.say(name() + " is told: " + std::string(errorName(problem->code)) + " " + problem->detail);
}

void Machine::settle() {
  if (m_disk.isCut()) return die();
  // What cannot be read any more shows as nothing: the program says so and is started again.
  if (m_replica && m_replica->damage()) {
    m_world.expectFault(name() + " reads", *m_replica->damage());
    die();
  }
}

void Machine::act(const std::function<void(replica::Replica&)>& what) {
  if (!m_replica) return;
  run(m_life, [&] {
    what(*m_replica);
    if (m_link) m_link->poke();
  });
}

void Machine::receiveInvitation(replica::Invitation invitation) {
  m_invitation = std::move(invitation);
  act([&](replica::Replica& replica) {
    const auto joining = replica::Access::join(replica, *m_invitation);
    if (!joining) return m_world.expectRefusal(name() + " joins", joining.error());
    // A former try was with another invitation.
    m_link.reset();
    connect();
  });
}

void Machine::dieAtSend(std::uint64_t n, bool frameIsOut) {
  m_lastSend = m_sends + n;
  m_lastSendIsOut = frameIsOut;
}

void Machine::loseMemory(std::uint64_t n, std::uint64_t count) {
  m_memoryAt = n;
  m_memoryCount = count;
}

void Machine::mend() {
  m_disk.mend();
  m_files.mend();
  m_memoryCount = 0;
  m_shortage.reset();
  m_lastSend = UINT64_MAX;
}

bool Machine::leaves(ByteView frame) {
  if (m_disk.isCut()) return false;
  m_world.seen(name(), frame);
  if (m_sends++ < m_lastSend) return true;
  m_disk.cutNow();
  return m_lastSendIsOut;
}

void Machine::postAfter(Duration delay, std::function<void()> work) {
  const Heap::Spared spared;
  const auto number = m_workCount++;
  m_work.emplace(number, std::move(work));
  m_world.timeline.after(delay, [this, number, life = m_life] {
    run(life, [&] {
      auto found = m_work.extract(number);
      if (!found.empty()) found.mapped()();
    });
  });
}

Machine::Backup Machine::backup() {
  (void)m_world.noteKept(*this); // also what its program wrote by itself
  Backup made{.disk = m_disk.image(), .files = m_files.image(), .held = {}};
  for (const auto& [id, kept] : m_world.ledger.changes())
    if (const auto has = m_replica->file().changes.has(id); has && *has) made.held.insert(id);
  return made;
}

void Machine::restore(const Backup& backup, bool withMarker) {
  m_world.network.breakLinesOf(*this);
  stop();
  powerOn();
  m_disk.restore(backup.disk);
  auto files = backup.files;
  if (!withMarker) { // nor is it taken away
    const auto isMarker = [](const auto& file) { return file.first.starts_with("state/"); };
    std::erase_if(files, isMarker);
    for (auto& now : m_files.image())
      if (isMarker(now)) files.insert(std::move(now));
  }
  m_files.restore(files);
  copied |= withMarker;
  start();
  // What a failing sync kept from being written may have come back with the copy, under a number that was
  // given again since.
  if (!m_replica) return;
  const auto rows = m_replica->file().outbox.recent(SIZE_MAX);
  const auto isUnheardOf = [&](const auto& row) { return !m_world.ledger.changes().contains(row.change); };
  copied |= !rows || std::ranges::any_of(*rows, isUnheardOf);
}

} // namespace meridian::sim
