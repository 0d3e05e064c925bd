// A client's session and a relay that says whatever it likes, and signs it: nothing comes in that its author
// did not sign, and nothing counts as stored without this relay's receipt for it.
#include "sync/client/sync_session.h"

#include "sync/protocol/codec.h"
#include "sync/protocol/handshake.h"
#include "tests/fuzz/campaign.h"
#include "tests/fuzz/fuzz.h"
#include "tests/sync_client/memory_sync_store.h"

using namespace meridian;
using namespace meridian::protocol;

namespace {

const fuzz::Campaign& world() {
  static const fuzz::Campaign one;
  return one;
}

class Run {
 public:
  explicit Run(ByteView bytes) : m_script(bytes) {
    const auto& w = world();
    // The member knows the campaign, and has written what the relay has not got.
    for (std::size_t i = 0; i < w.rightful; ++i)
      if (w.changes[i].space() == w.campaign && w.changes[i].header().device == w.member.id() &&
          w.changes[i].chain() == envelope::Chain::Content)
        m_store.write(w.changes[i]);
    m_store.toUpload = {{{w.campaign, w.blob}, w.chunk.size(), w.chunks}};
    m_store.files[w.blob][0] = w.chunk;
    m_store.toDownload = {{w.campaign, BlobId{w.blob.bytes}}};
    m_session.onConnected();
  }
  void play() {
    for (int step = 0; step < 200 && m_script.more(); ++step)
      act();
    take();
    for (const auto& id : m_store.ids())
      HOLDS(std::ranges::count(world().changes, id, &envelope::Change::id) == 1);
    const RelayId relay{m_relay.publicKey()};
    for (const auto& [change, receipt] : m_stored)
      HOLDS(receipt.relay == relay && envelope::verifyReceipt(receipt) && receipt.change == change);
    HOLDS((m_session.phase() == client::Phase::Failed) == m_session.error().has_value());
  }

 private:
  // As the memory store, but keeps what the session says is stored apart from what the relay merely handed
  // on.
  class Store final : public test::MemoryStore {
   public:
    Store(const SpaceId& campaign, std::map<ChangeId, Receipt>& stored)
        : test::MemoryStore(campaign), m_stored(stored) {}
    Result<void> stored(const std::vector<Receipt>& some) override {
      for (const auto& receipt : some)
        m_stored[receipt.change] = receipt;
      return test::MemoryStore::stored(some);
    }

   private:
    std::map<ChangeId, Receipt>& m_stored;
  };

  void act() {
    const auto& w = world();
    switch (m_script.number() % 12) {
    case 0:
      give(m_script.bytes());
      break;
    case 1: {
      Hello hello{.versionLow = std::uint32_t(1 + m_script.number() % 4 / 3),
                  .versionHigh = 3,
                  .formats = {1},
                  .relay = RelayId{m_relay.publicKey()},
                  .generation = generation(),
                  .challenge = {},
                  .signature = {}};
      signHello(hello, m_relay);
      m_hello = hello;
      say(hello);
      break;
    }
    case 2: {
      Welcome welcome{
          .now = m_clock.now(), .blobBytesMax = m_script.u64(), .admitsCampaigns = true, .signature = {}};
      if (m_auth) signWelcome(welcome, m_hello, *m_auth, m_relay);
      say(welcome);
      break;
    }
    case 3:
      say(Positions{
          .positions = {{space(), Standing{std::uint8_t(1 + m_script.number() % 6)}, m_script.u64(), {}}}});
      break;
    case 4:
    case 5: {
      Batch batch{.space = space(),
                  .before = m_script.number() % 8,
                  .after = m_script.number() % 8,
                  .more = m_script.number() % 4 == 0,
                  .entries = {}};
      const auto first = m_script.number(), count = m_script.number() % 16;
      for (std::size_t i = 0; i < count; ++i)
        batch.entries.push_back({m_script.perhapsDamaged(fuzz::pick(w.changes, first + i).bytes()), {}});
      if (!batch.entries.empty() && m_script.number() % 2 == 0) batch.entries.front().receipts = {receipt()};
      say(batch);
      break;
    }
    case 6:
      say(Receipts{.space = space(),
                   .before = m_script.number() % 8,
                   .after = m_script.number() % 8,
                   .receipts = {receipt(), receipt()}});
      break;
    case 7:
      say(Refusals{
          .space = space(),
          .refusals = {{fuzz::pick(w.changes, m_script.number()).id(),
                        Finality{std::uint8_t(m_script.number() % 2)},
                        Reason{std::uint8_t(1 + m_script.number() % 14)}, std::uint32_t(m_script.u16())}}});
      break;
    case 8: {
      const auto& change = fuzz::pick(w.changes, m_script.number());
      say(Tips{.space = space(),
               .more = m_script.number() % 4 == 0,
               .tips = {{change.header().device,
                         change.header().incarnation,
                         change.chain(),
                         {m_script.number() % 8, change.id()}}}});
      break;
    }
    case 9:
      file();
      break;
    case 10:
      if (m_script.number() % 4 == 0) {
        m_session.onDisconnected();
        m_session.onConnected();
      } else {
        m_clock.advance(std::chrono::milliseconds{m_script.u16()});
        m_session.poke();
        (void)m_session.nextWake();
      }
      break;
    default:
      take();
    }
  }
  void say(const Message& message) { give(m_script.perhapsDamaged(encode(message))); }
  void give(const Bytes& frame) {
    if (m_session.phase() == client::Phase::Failed) return;
    if (!m_session.onFrame(frame)) HOLDS(m_session.error());
    take();
  }
  void file() {
    const auto& w = world();
    const BlobName name{w.campaign, w.blob};
    const auto index = std::uint32_t(m_script.number() % 3);
    switch (m_script.number() % 4) {
    case 0:
      say(BlobStatus{
          .name = name, .state = BlobState{std::uint8_t(1 + m_script.number() % 5)}, .present = Bytes(1)});
      break;
    case 1:
      say(BlobList{.name = name, .length = w.chunk.size(), .chunks = w.chunks});
      break;
    case 2:
      say(BlobChunk{.name = name, .index = index, .bytes = m_script.perhapsDamaged(w.chunk)});
      break;
    default:
      say(BlobAck{.name = name, .index = index});
    }
  }
  void take() {
    std::size_t frames = 0;
    for (bool more = true; more;) {
      more = false;
      for (const auto& frame : m_session.takeOutgoing()) {
        const auto message = decode(frame);
        HOLDS(message);
        if (const auto* auth = std::get_if<Auth>(&*message)) m_auth = *auth;
        more = true;
        HOLDS(++frames < 1000); // it comes to an end
      }
    }
  }
  [[nodiscard]] SpaceId space() { return m_script.number() % 4 == 0 ? world().space : world().campaign; }
  [[nodiscard]] envelope::Generation generation() {
    envelope::Generation one;
    one.bytes.fill(std::uint8_t(m_script.number() % 2));
    return one;
  }
  [[nodiscard]] Receipt receipt() {
    const auto& change = fuzz::pick(world().changes, m_script.number());
    const auto kind = m_script.number() % 4 == 0 ? Receipt::Kind::Blobs : Receipt::Kind::Change;
    auto made = envelope::makeReceipt(m_script.number() % 4 == 0 ? world().stranger.key() : m_relay, kind,
                                      m_hello.generation, change.id(), m_clock.now());
    if (m_script.number() % 8 == 0) made.signature[3] ^= 1;
    return made;
  }

  fuzz::Script m_script;
  ManualClock m_clock{test::noon - std::chrono::hours{1}};
  SeededRandom m_random{1};
  signing::SigningKey m_relay = test::keyOf("relay");
  Hello m_hello;
  std::optional<Auth> m_auth;
  std::map<ChangeId, Receipt> m_stored;
  Store m_store{world().campaign, m_stored};
  client::SyncSession m_session{
      {.relay = RelayId{m_relay.publicKey()}}, m_store, world().member.key(), m_clock, m_random};
};

} // namespace

FUZZ_TARGET(session) { Run(bytes).play(); }
