// A relay's mailbox and clients that say whatever they like: nothing that nobody signed is stored, nothing is
// receipted that is not stored, and whoever may not read is sent no change.
#include "sync/relay/mailbox.h"

#include "sync/protocol/codec.h"
#include "sync/protocol/handshake.h"
#include "tests/fuzz/campaign.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/memory_storage.h"

using namespace meridian;
using namespace meridian::protocol;

namespace {

fuzz::Campaign& world() {
  static fuzz::Campaign one;
  return one;
}

struct Peer {
  relay::ConnectionId id = 0;
  bool open = false, rightful = false;
  Hello hello;
};

class Run {
 public:
  explicit Run(ByteView bytes) : m_script(bytes) {
    m_options.admission = relay::Admission::Open;
    start();
  }
  void play() {
    for (int step = 0; step < 200 && m_script.more(); ++step)
      act();
    m_mailbox->commit();
    for (auto& peer : m_peers)
      take(peer);
    for (const auto& id : m_storage.ids())
      HOLDS(std::ranges::count(world().changes, id, &envelope::Change::id) == 1);
    start(); // what was stored reads back
  }

 private:
  void start() {
    m_mailbox.reset();
    auto opened = relay::Mailbox::open(m_options, m_storage, m_clock, m_random, m_identity);
    HOLDS(opened);
    m_mailbox = std::move(*opened);
    m_peers = {};
  }
  void act() {
    Peer& peer = fuzz::pick(m_peers, m_script.number());
    const auto what = m_script.number() % 10;
    if (!peer.open) {
      peer = {.id = m_mailbox->connect(), .open = true, .rightful = false, .hello = {}};
      take(peer);
    }
    switch (what) {
    case 0:
      m_mailbox->receive(peer.id, m_script.bytes());
      break;
    case 1:
    case 2:
      logIn(peer);
      break;
    case 3:
    case 4:
      offer(peer);
      break;
    case 5:
      m_mailbox->commit();
      break;
    case 6:
      take(peer);
      break;
    case 7:
      if (m_script.number() % 4 == 0) {
        m_mailbox->disconnect(peer.id);
        peer.open = false;
      } else {
        m_clock.advance(std::chrono::milliseconds{m_script.u16() * 1000});
      }
      break;
    case 8:
      ask(peer);
      break;
    default:
      file(peer);
    }
  }
  void send(const Peer& peer, const Message& message) {
    m_mailbox->receive(peer.id, m_script.perhapsDamaged(encode(message)));
  }
  void logIn(Peer& peer) {
    const auto who = m_script.number() % 4;
    const auto& w = world();
    const signing::SigningKey* keys[] = {&w.founder.key(), &w.member.key(), &w.stranger.key(), &w.invitation};
    Auth auth{.formats = {1}, .key = keys[who]->id(), .invitation = who == 3, .nonce = {}, .signature = {}};
    signAuth(auth, peer.hello, *keys[who]);
    send(peer, auth);
    peer.rightful |= who != 2;
  }
  void offer(const Peer& peer) {
    Batch batch{.space = space(), .before = 0, .after = 0, .more = m_script.number() % 4 == 0, .entries = {}};
    const auto first = m_script.number(), count = m_script.number() % 16;
    for (std::size_t i = 0; i < count; ++i) {
      const auto& change = fuzz::pick(world().changes, first + i);
      batch.entries.push_back({m_script.perhapsDamaged(change.bytes()), {}});
    }
    send(peer, batch);
  }
  void ask(const Peer& peer) {
    switch (m_script.number() % 3) {
    case 0:
      send(peer,
           Cursors{.cursors = {{space(), m_storage.generation(), m_script.number()}, {space(), {}, 0}}});
      break;
    case 1: {
      Tips tips{.space = space(), .more = m_script.number() % 2 == 0, .tips = {}};
      for (auto count = m_script.number() % 4; count > 0; --count) {
        const auto& change = fuzz::pick(world().changes, m_script.number());
        tips.tips.push_back({change.header().device,
                             change.header().incarnation,
                             change.chain(),
                             {change.header().seq, change.id()}});
      }
      send(peer, tips);
      break;
    }
    default:
      send(peer, Admit{.campaign = world().campaign, .code = FoundingCode{}, .receipt = {}});
    }
  }
  void file(const Peer& peer) {
    const auto& w = world();
    const BlobName name{w.campaign, w.blob};
    switch (m_script.number() % 4) {
    case 0:
      send(peer, BlobList{.name = name, .length = w.chunk.size(), .chunks = w.chunks});
      break;
    case 1:
      send(peer, BlobChunk{.name = name, .index = std::uint32_t(m_script.number() % 2), .bytes = w.chunk});
      break;
    case 2:
      send(peer, BlobGet{.name = name});
      break;
    default:
      send(peer, BlobChunkGet{.name = name, .index = std::uint32_t(m_script.number() % 2)});
    }
  }
  [[nodiscard]] SpaceId space() {
    const auto n = m_script.number() % 4;
    return n == 0 ? world().space : n == 1 ? world().changes.back().space() : world().campaign;
  }
  void take(Peer& peer) {
    if (!peer.open) return;
    const auto ids = m_storage.ids();
    for (const auto& frame : m_mailbox->take(peer.id, 1u << 20)) {
      const auto message = decode(frame);
      HOLDS(message);
      if (const auto* hello = std::get_if<Hello>(&*message)) {
        HOLDS(verifyHello(*hello));
        peer.hello = *hello;
      } else if (const auto* batch = std::get_if<Batch>(&*message)) {
        HOLDS(peer.rightful || batch->entries.empty() || batch->space == world().changes.back().space());
      } else if (const auto* receipts = std::get_if<Receipts>(&*message)) {
        for (const auto& receipt : receipts->receipts)
          HOLDS(envelope::verifyReceipt(receipt) && ids.contains(receipt.change));
      } else if (std::holds_alternative<BlobChunk>(*message)) {
        HOLDS(peer.rightful);
      }
    }
    if (!m_mailbox->closing(peer.id)) return;
    m_mailbox->disconnect(peer.id);
    peer.open = false;
  }

  fuzz::Script m_script;
  relay::MailboxOptions m_options;
  ManualClock m_clock{test::noon - std::chrono::hours{1}};
  SeededRandom m_random{1};
  signing::SigningKey m_identity = test::keyOf("relay");
  fuzz::MemoryStorage m_storage;
  std::unique_ptr<relay::Mailbox> m_mailbox;
  std::array<Peer, 3> m_peers;
};

} // namespace

FUZZ_TARGET(mailbox) { Run(bytes).play(); }
