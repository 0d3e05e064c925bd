#include "tests/simulation/relay_host.h"

#include <algorithm>

#include "sync/protocol/codec.h"
#include "sync/protocol/handshake.h"
#include "tests/simulation/machine.h"
#include "tests/simulation/memory.h"
#include "tests/simulation/world.h"

namespace meridian::sim {

RelayHost::RelayHost(World& world, std::string name, std::uint64_t seed, std::filesystem::path folder)
    : hostility(seed, name),
      clock(world.timeline),
      m_world(world),
      m_name(name),
      m_folder(std::move(folder)),
      m_disk(name, seed),
      m_files(m_disk, m_folder, seed, name),
      m_random(seed, name),
      m_dice(seed, name + "/host"),
      m_identity(signing::SigningKey::generate(m_random)),
      m_code(m_random.id<protocol::FoundingCode>()) {
  std::filesystem::create_directories(m_folder);
}

RelayHost::~RelayHost() { stop(); }

// Which socket it listens on is the network's business (World::relayOf()).
replica::RelayAddress RelayHost::address() const {
  return {"wss://127.0.0.1:1", id(), {}, toBase64Url(m_code.view())};
}

void RelayHost::start() {
  if (isUp() || m_starting) return;
  if (tryStart()) return m_world.say(m_name + " is up");
  m_starting = true;
  m_world.timeline.after(Duration{m_dice.between(1'000, 600'000)}, [this] {
    m_starting = false;
    start();
  });
}

bool RelayHost::tryStart() {
  if (m_disk.isCut()) {
    m_disk.powerOn();
    m_files.powerOn();
  }
  auto storage = relay::SqliteStorage::open(m_folder / "store", m_folder / "mark", m_random, m_disk.vfs());
  if (!storage) {
    m_world.expectFault(m_name + " opens its store", storage.error());
    return false;
  }
  relay::MailboxOptions options;
  options.code = m_code;
  auto mailbox = relay::Mailbox::open(options, **storage, clock, m_random, m_identity);
  if (!mailbox) {
    m_world.expectFault(m_name + " reads its store", mailbox.error());
    return false;
  }
  m_storage = std::move(*storage);
  m_mailbox = std::move(*mailbox);
  checkPromises();
  m_mailbox->onReady([this](relay::ConnectionId id) {
    const auto at = m_lines.find(id);
    if (at == m_lines.end()) return;
    if (auto line = at->second.lock()) m_world.network.pull(line);
  });
  return true;
}

void RelayHost::stop() {
  ++m_life;
  m_lines.clear();
  m_mailbox.reset();
  m_storage.reset();
  m_commitPosted = false;
}

void RelayHost::die() {
  m_world.say(m_name + " goes down");
  m_disk.cutNow();
  m_lastSend = UINT64_MAX;
  m_world.seenOnDisk(m_name, m_disk.image());
  m_world.network.breakLinesTo(*this);
  stop();
  m_starting = true;
  m_world.timeline.after(Duration{m_dice.between(1'000, 3'600'000)}, [this] {
    m_starting = false;
    start();
  });
}

bool RelayHost::holds(const SpaceId& space, const ChangeId& change) {
  if (!m_storage) return false;
  const auto receipts = m_storage->receipts(space, change);
  return receipts && receipts->has_value();
}

RelayHost::Backup RelayHost::backup() const { return {m_disk.image(), m_files.image()}; }

void RelayHost::restore(const Backup& backup, bool withMark) {
  m_world.network.breakLinesTo(*this);
  stop();
  m_promised.clear();
  m_disk.restore(backup.disk);
  if (withMark) m_files.restore(backup.files);
  start();
}

void RelayHost::wipe() { restore({}, true); }

void RelayHost::turnHonest() {
  hostility.rates = {};
  // What it said of its numbers is believed as long as a connection lasts.
  if (hostility.saidWrongNumbers()) m_world.network.breakLinesTo(*this);
}

void RelayHost::setHonest() {
  turnHonest();
  if (m_world.inFullSwing() ? hostility.lies().empty() : hostility.count() == 0) return;
  auto made = backup();
  const auto mark = made.files.find("mark");
  if (mark == made.files.end() || mark->second.empty()) return;
  mark->second.front() ^= 1; // of a generation that the store does not know
  restore(made, true);
}

void RelayHost::mend() {
  m_disk.mend();
  m_files.mend();
  m_shortage.reset();
  m_memoryCount = 0;
  m_lastSend = UINT64_MAX;
}

// The mailbox gets along with as much memory as there is: nothing of it comes out.
template <class Work>
void RelayHost::withMemory(Work work) {
  if (m_memoryCount > 0) SqliteMemory::failAt(m_memoryAt, m_memoryCount);
  if (m_shortage) Heap::begin(*m_shortage);
  work();
  if (m_shortage) m_shortage = Heap::mend();
  if (m_memoryCount == 0) return;
  if (SqliteMemory::ended()) m_memoryCount = 0;
  SqliteMemory::mend();
}

relay::ConnectionId RelayHost::connect(const std::shared_ptr<Line>& line) {
  relay::ConnectionId id = 0;
  withMemory([&] { id = m_mailbox->connect(); });
  m_lines[id] = line;
  return id;
}

void RelayHost::disconnect(relay::ConnectionId id) {
  m_lines.erase(id);
  if (m_mailbox) m_mailbox->disconnect(id);
}

void RelayHost::receive(const std::shared_ptr<Line>& line, Bytes frame) {
  for (const auto& said : hostility.hear(frame, m_identity, clock.now())) {
    if (!said.answer) {
      withMemory([&] { m_mailbox->receive(*line->id, said.frame); });
    } else {
      hostility.answer(line.get(), said.frame);
    }
  }
  m_world.network.pull(line);
  scheduleCommit();
  afterTouch();
}

std::vector<Bytes> RelayHost::take(const std::shared_ptr<Line>& line, std::size_t bytesMax) {
  auto frames = hostility.answersFor(line.get());
  std::vector<Bytes> taken;
  withMemory([&] { taken = m_mailbox->take(*line->id, bytesMax); });
  for (auto& frame : leaving(std::move(taken))) {
    remember(frame);
    for (auto& said : hostility.say(std::move(frame), line->machine->name()))
      frames.push_back(std::move(said));
  }
  afterTouch();
  if (m_world.trace.prints())
    for (const auto& frame : frames)
      explain(*line, frame);
  return frames;
}

void RelayHost::dieAtSend(std::uint64_t n, bool frameIsOut) {
  m_lastSend = m_sends + n;
  m_lastSendIsOut = frameIsOut;
}

std::vector<Bytes> RelayHost::leaving(std::vector<Bytes> taken) {
  if (m_sends > m_lastSend) return {}; // it is on its way down
  for (std::size_t i = 0; i < taken.size(); ++i) {
    if (m_sends++ < m_lastSend) continue;
    m_disk.cutNow();
    taken.resize(m_lastSendIsOut ? i + 1 : i);
  }
  return taken;
}

void RelayHost::remember(ByteView frame) {
  auto message = protocol::decode(frame);
  if (const auto* receipts = message ? std::get_if<protocol::Receipts>(&*message) : nullptr)
    for (const auto& receipt : receipts->receipts)
      m_promised.emplace(receipt.change, receipts->space);
}

// No receipt was a lie: what the store said it had it has, whatever happened to its machine.
void RelayHost::checkPromises() {
  for (const auto& [change, space] : m_promised)
    if (!m_disk.isCut() && !holds(space, change) && !m_disk.isCut())
      m_world.fail(m_name + " gave a receipt for change " + change.hex().substr(0, 8) + " and lost it");
}

bool RelayHost::takesFrom(const signing::SigningKey& by, const envelope::Change& change) {
  if (!m_mailbox) return false;
  const auto id = m_mailbox->connect();
  const auto said = [&](auto visit) {
    for (const auto& frame : m_mailbox->take(id, 1u << 20))
      if (auto message = protocol::decode(frame)) visit(*message);
  };
  std::optional<protocol::Hello> hello;
  said([&](const protocol::Message& message) {
    if (const auto* first = std::get_if<protocol::Hello>(&message)) hello = *first;
  });
  bool taken = false;
  if (hello) {
    protocol::Auth auth{.formats = {envelope::currentFormat}, .key = by.id(), .nonce = {}, .signature = {}};
    protocol::signAuth(auth, *hello, by);
    m_mailbox->receive(id, protocol::encode(auth));
    protocol::Batch batch{.space = change.space(), .before = 0, .after = 0, .more = false, .entries = {}};
    batch.entries.push_back({Bytes(change.bytes().begin(), change.bytes().end()), {}});
    m_mailbox->receive(id, protocol::encode(batch));
    m_mailbox->commit();
    said([&](const protocol::Message& message) {
      if (const auto* receipts = std::get_if<protocol::Receipts>(&message))
        taken |= std::ranges::count(receipts->receipts, change.id(), &protocol::Receipt::change) > 0;
    });
  }
  m_mailbox->disconnect(id);
  afterTouch();
  return taken;
}

// For whoever reads the trace.
void RelayHost::explain(const Line& line, const Bytes& frame) {
  const auto message = protocol::decode(frame);
  const auto* refusals = message ? std::get_if<protocol::Refusals>(&*message) : nullptr;
  if (refusals == nullptr) return;
  const auto described = [&](const ChangeId& id) -> std::string {
    if (line.machine->replica() == nullptr) return {};
    const auto info = line.machine->replica()->file().changes.info(id);
    if (!info || !*info) return {};
    return " (kind " + std::to_string((*info)->kind) + ", number " + std::to_string((*info)->seq) + " of " +
           (*info)->device.hex().substr(0, 4) + " in " + (*info)->space.hex().substr(0, 4) + ")";
  };
  for (const auto& one : refusals->refusals)
    m_world.say(m_name + " refuses " + line.machine->name() + " change " + one.change.hex().substr(0, 8) +
                described(one.change) + ": " + std::string(protocol::reasonName(one.reason)) +
                (one.finality == protocol::Finality::Final ? " for good" : ""));
}

void RelayHost::scheduleCommit() {
  if (!m_mailbox || m_commitPosted || !m_mailbox->commitDue()) return;
  const Duration wait{m_mailbox->commitOverdue() ? 0 : m_dice.between(0, 50)};
  m_commitPosted = true;
  m_world.timeline.after(wait, [this, life = m_life] {
    if (life != m_life || !m_mailbox) return;
    m_commitPosted = false;
    withMemory([&] { m_mailbox->commit(); });
    afterTouch();
  });
}

void RelayHost::afterTouch() {
  if (m_disk.isCut() && isUp()) {
    // Not in the middle of what the network is doing with it.
    m_world.timeline.after(Duration{0}, [this, life = m_life] {
      if (life == m_life && isUp()) die();
    });
  }
}

} // namespace meridian::sim
