#include "sync/relay/mailbox.h"

#include <algorithm>
#include <new>

#include "sync/relay/mailbox_state.h"

namespace meridian::relay {

using protocol::ByeReason;
using protocol::Standing;

Mailbox::Mailbox(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Mailbox::~Mailbox() = default;

Result<std::unique_ptr<Mailbox>> Mailbox::open(const MailboxOptions& options, Storage& storage,
                                               const Clock& clock, RandomSource& random,
                                               const signing::SigningKey& identity) {
  auto state = std::make_unique<State>(options, storage, clock, random, identity);
  if (auto loaded = state->load(); !loaded) return std::unexpected(loaded.error());
  return std::unique_ptr<Mailbox>(new Mailbox(std::move(state)));
}

Result<void> Mailbox::State::load() {
  loaded = false;
  spaces.clear();
  campaigns.clear();
  auto stored = storage.spaces();
  if (!stored) return std::unexpected(stored.error());
  // Campaigns first: the logs of the other spaces rest on theirs.
  std::ranges::stable_partition(*stored,
                                [](const StoredSpace& space) { return space.space == space.campaign; });
  for (const auto& space : *stored) {
    spaces[space.space] = {space.campaign, space.number, space.bytes};
    auto& authority = campaigns[space.campaign];
    for (std::uint64_t after = 0;;) {
      auto rows = storage.read(space.space, after, envelope::Chain::Authority,
                               {.rows = limits::changesPerBatch, .bytes = limits::runBytes});
      if (!rows) return std::unexpected(rows.error());
      if (rows->empty()) break;
      after = rows->back().number;
      for (auto& row : *rows) {
        auto change = envelope::Change::parse(std::move(row.bytes));
        if (!change) return std::unexpected(change.error());
        // An entry of a newer version says nothing here; it is kept for those who understand it.
        if (auto added = authority.add(*change); !added && change->known())
          return fail(ErrorCode::Damaged, "the store's authority logs do not fit together");
      }
    }
  }
  loaded = true;
  return {};
}

ConnectionId Mailbox::connect() {
  auto& state = *m_state;
  const auto id = ++state.lastConnection;
  try {
    state.greet(id, state.peers[id]);
    ++state.counters.connections;
  } catch (const std::bad_alloc&) {
    state.giveUp(id);
  }
  return id;
}

void Mailbox::State::greet(ConnectionId id, Peer& peer) {
  peer.hello.formats = {envelope::currentFormat};
  peer.hello.relay = relay;
  peer.hello.generation = storage.generation();
  peer.hello.challenge = random.id<protocol::Nonce>();
  protocol::signHello(peer.hello, identity);
  peer.tokens = options.changesBurst;
  peer.tokensAt = clock.now();
  say(id, peer, peer.hello);
}

void Mailbox::disconnect(ConnectionId connection) {
  // Offers of a peer that left still count: it may have sent them and gone.
  const auto found = m_state->peers.find(connection);
  if (found == m_state->peers.end()) return;
  m_state->releaseBudget(found->second);
  m_state->peers.erase(found);
}

// Whoever holds any space holds the campaign's.
bool Mailbox::State::holdsSpace(const DeviceId& key) const {
  return std::ranges::any_of(campaigns,
                             [&](const auto& held) { return held.second.mayPull(held.first, key); });
}

// A clock that was set back is counted on from there: nobody rests until it has caught up.
double Mailbox::State::budgetNow(ByteBudget& budget) const {
  const auto now = clock.now();
  const auto elapsed = std::max<std::int64_t>(0, toMillis(now) - toMillis(budget.at));
  budget.left = std::min(double(options.bytesBurst),
                         budget.left + double(elapsed) * double(options.bytesPerSecond) / 1000);
  budget.at = now;
  return budget.left;
}

// A key that came to hold a space goes on alone, with what was left to all that hold none.
void Mailbox::State::takeBudget(Peer& peer) {
  const DeviceId nobody;
  const bool moves = peer.budget == nobody && peer.key != nobody && holdsSpace(peer.key);
  if (peer.loggedIn && !moves) return;
  // First, since it alone takes memory: without it nothing has changed.
  const auto [budget, isNew] = budgets.try_emplace(moves ? peer.key : nobody);
  const double left = peer.loggedIn ? budgetNow(budgets.at(nobody)) : double(options.bytesBurst);
  if (isNew) budget->second = {.left = left, .at = clock.now()};
  ++budget->second.connections;
  releaseBudget(peer);
  peer.budget = budget->first;
}

// Whoever leaves and comes back goes on with what was left. What is whole again is forgotten.
void Mailbox::State::releaseBudget(const Peer& peer) {
  if (!peer.loggedIn) return;
  --budgets[peer.budget].connections;
  for (auto at = budgets.begin(); at != budgets.end();) {
    const bool whole = at->second.connections == 0 && budgetNow(at->second) >= double(options.bytesBurst);
    at = whole ? budgets.erase(at) : std::next(at);
  }
}

std::chrono::milliseconds Mailbox::restOf(ConnectionId connection) const {
  const auto found = m_state->peers.find(connection);
  if (found == m_state->peers.end() || !found->second.loggedIn) return {};
  const double left = m_state->budgetNow(m_state->budgets.at(found->second.budget));
  if (left >= 0) return {};
  const auto rate = double(m_state->options.bytesPerSecond);
  return std::chrono::milliseconds(static_cast<std::int64_t>(-left * 1000 / rate) + 1);
}

// What it was told may be half of it: nothing more is said, so that the driver closes.
void Mailbox::State::giveUp(ConnectionId id) {
  const auto found = peers.find(id);
  if (found == peers.end()) return;
  found->second.closing = true;
  found->second.answers.clear();
  wake(id);
}

void Mailbox::receive(ConnectionId connection, ByteView frame) {
  const auto found = m_state->peers.find(connection);
  if (found == m_state->peers.end() || found->second.closing) return;
  try {
    m_state->hear(connection, found->second, frame);
  } catch (const std::bad_alloc&) {
    m_state->giveUp(connection);
  }
}

void Mailbox::State::hear(ConnectionId connection, Peer& peer, ByteView frame) {
  // Answered from half of the store, a space would be unknown here and a change take another one's number.
  if (!loaded && !load()) return bye(connection, peer, ByeReason::Busy);
  if (peer.loggedIn) {
    auto& budget = budgets.at(peer.budget);
    budget.left = budgetNow(budget) - double(frame.size());
  }
  auto message = protocol::decode(frame);
  if (!message) return bye(connection, peer, ByeReason::Violation);
  std::visit(
      [&](auto& m) {
        using M = std::decay_t<decltype(m)>;
        constexpr bool isLogin = std::is_same_v<M, protocol::Auth>;
        if constexpr (std::is_same_v<M, protocol::Bye>) {
          peer.closing = true;
          wake(connection);
        } else if constexpr (requires { this->on(connection, peer, m); }) {
          if (isLogin == peer.loggedIn)
            bye(connection, peer, ByeReason::Violation);
          else
            this->on(connection, peer, m);
        } else {
          bye(connection, peer, ByeReason::Violation); // what only a relay says
        }
      },
      *message);
}

bool Mailbox::closing(ConnectionId connection) const {
  const auto found = m_state->peers.find(connection);
  return found == m_state->peers.end() || found->second.closing;
}

bool Mailbox::mustPause(ConnectionId connection) const {
  const auto found = m_state->peers.find(connection);
  return found != m_state->peers.end() && found->second.answers.size() >= answersMax;
}

void Mailbox::shutDown() { m_state->shutDown(); }

void Mailbox::State::shutDown() {
  for (auto& [id, peer] : peers)
    if (!peer.closing) bye(id, peer, ByeReason::ShuttingDown);
}

bool Mailbox::commitDue() const { return !m_state->offers.empty() || !m_state->chunks.empty(); }
bool Mailbox::commitOverdue() const { return m_state->pendingBytes >= m_state->options.pendingBytesMax; }
void Mailbox::onReady(std::function<void(ConnectionId)> callback) { m_state->ready = std::move(callback); }
bool Mailbox::holdsCampaign() const { return !m_state->campaigns.empty(); }
const MailboxCounters& Mailbox::counters() const { return m_state->counters; }
std::size_t Mailbox::openConnections() const { return m_state->peers.size(); }

envelope::ClearAuthority* Mailbox::State::authorityOf(const SpaceId& space) {
  const auto found = spaces.find(space);
  return found == spaces.end() ? nullptr : &campaigns[found->second.campaign];
}

bool Mailbox::State::mayRead(const Peer& peer, const SpaceId& space) {
  const auto* authority = authorityOf(space);
  if (authority == nullptr || !authority->mayPull(space, peer.key)) return false;
  // A key is either a device's or an invitation's, and is served as what it logged in as.
  return peer.invitation == authority->invitation(peer.key).has_value();
}

void Mailbox::State::say(ConnectionId id, Peer& peer, const protocol::Message& message) {
  peer.answers.push_back(protocol::encode(message));
  wake(id);
}

void Mailbox::State::bye(ConnectionId id, Peer& peer, ByeReason reason) {
  if (reason == ByeReason::Violation) ++counters.violations;
  peer.closing = true;
  say(id, peer, protocol::Bye{.reason = reason});
}

void Mailbox::State::on(ConnectionId id, Peer& peer, protocol::Auth& message) {
  if (!protocol::commonVersion(message.version, message.version))
    return bye(id, peer, ByeReason::UpdateNeeded);
  if (!protocol::verifyAuth(message, peer.hello)) return bye(id, peer, ByeReason::BadLogin);
  peer.key = message.key;
  peer.invitation = message.invitation;
  takeBudget(peer);
  peer.loggedIn = true;
  ++counters.logins;
  protocol::Welcome welcome{.now = clock.now(),
                            .blobBytesMax = options.blobBytesMax,
                            .admitsCampaigns = options.admission != Admission::Closed,
                            .signature = {}};
  protocol::signWelcome(welcome, peer.hello, message, identity);
  say(id, peer, welcome);
}

void Mailbox::State::on(ConnectionId id, Peer& peer, protocol::Admit& message) {
  bool accepted = campaigns.contains(message.campaign) || options.admission == Admission::Open;
  if (message.code && options.admission == Admission::Founding && campaigns.empty())
    accepted |= *message.code == options.code;
  if (message.receipt) {
    // A campaign's id is the id of its genesis.
    const auto& receipt = *message.receipt;
    accepted |= receipt.kind == Receipt::Kind::Change && receipt.relay == relay &&
                receipt.change.bytes == message.campaign.bytes && envelope::verifyReceipt(receipt);
  }
  accepted &= peer.admitted.size() < admissionsMax;
  if (accepted) peer.admitted.insert(message.campaign);
  say(id, peer, protocol::Admitted{.campaign = message.campaign, .accepted = accepted});
}

Result<protocol::Position> Mailbox::State::subscribe(Peer& peer, const protocol::Cursor& cursor) {
  const auto found = spaces.find(cursor.space);
  if (found == spaces.end()) return protocol::Position{.space = cursor.space, .standing = Standing::Unknown};
  if (!mayRead(peer, cursor.space)) {
    peer.subscriptions.erase(cursor.space);
    peer.invitedTo.erase(cursor.space); // to be told when it is served
    return protocol::Position{.space = cursor.space, .standing = Standing::Refused};
  }
  Subscription sub;
  sub.authorityOnly = peer.invitation;
  auto standing = peer.invitation ? Standing::Authority : Standing::Served;
  const auto newest = found->second.number;
  ChangeId at;
  if (!peer.invitation && cursor.number > 0) {
    if (cursor.generation == peer.hello.generation && cursor.number <= newest) {
      sub.sent = sub.authoritySent = cursor.number;
      auto stands = storage.changeAt(cursor.space, cursor.number);
      if (!stands) return std::unexpected(stands.error());
      at = stands->value_or(ChangeId{});
    } else {
      sub.comparing = true;
      standing = Standing::Compare;
    }
  }
  peer.subscriptions[cursor.space] = std::move(sub);
  return protocol::Position{.space = cursor.space, .standing = standing, .number = newest, .at = at};
}

void Mailbox::State::on(ConnectionId id, Peer& peer, protocol::Cursors& message) {
  protocol::Positions answer;
  for (const auto& cursor : message.cursors) {
    if (peer.subscriptions.size() >= options.spacesMax && !peer.subscriptions.contains(cursor.space))
      return bye(id, peer, ByeReason::Violation);
    auto position = subscribe(peer, cursor);
    if (!position) return bye(id, peer, ByeReason::Busy);
    answer.positions.push_back(*position);
  }
  say(id, peer, answer);
  peer.spacesChanged = true;
}

void Mailbox::State::on(ConnectionId id, Peer& peer, protocol::Tips& message) {
  const auto found = peer.subscriptions.find(message.space);
  if (found == peer.subscriptions.end()) return; // withdrawn meanwhile: the client was told
  auto& sub = found->second;
  if (sub.authorityOnly || sub.tips.size() + message.tips.size() > tipsMax)
    return bye(id, peer, ByeReason::Violation);
  sub.tips.insert(sub.tips.end(), message.tips.begin(), message.tips.end());
  if (message.more) return;
  auto own = storage.tips(message.space);
  if (!own || !compare(message.space, sub, *own)) return bye(id, peer, ByeReason::Busy);

  protocol::Tips answer{.space = message.space, .more = false, .tips = {}};
  for (const auto& tip : *own) {
    if (answer.tips.size() == limits::tipsPerFrame) {
      answer.more = true;
      say(id, peer, answer);
      answer.more = false;
      answer.tips.clear();
    }
    answer.tips.push_back(tip);
  }
  say(id, peer, answer);
  // Whoever holds all of it is told where that ends, whatever the history is.
  if (sub.sent > 0)
    say(id, peer,
        protocol::Batch{
            .space = message.space, .before = 0, .after = sub.sent, .more = false, .entries = {}});
}

Result<void> Mailbox::State::compare(const SpaceId& space, Subscription& sub,
                                     const std::vector<protocol::Tip>& own) {
  const auto keyOf = [&](const protocol::Tip& tip) {
    return envelope::ChainKey{space, tip.device, tip.incarnation, tip.chain};
  };
  // Where a chain has branches on either side, all of it is sent: the receiver knows what it has.
  std::map<envelope::ChainKey, int> ours, theirs;
  std::map<envelope::ChainKey, std::uint64_t> newest;
  for (const auto& tip : own)
    ++ours[keyOf(tip)], newest[keyOf(tip)] = tip.last.seq;
  for (const auto& tip : sub.tips)
    ++theirs[keyOf(tip)];
  sub.known.clear();
  for (const auto& tip : sub.tips) {
    const auto key = keyOf(tip);
    if (ours[key] != 1 || theirs[key] != 1 || tip.last.seq > newest[key]) continue;
    auto held = storage.holds(key, tip.last.seq, tip.last.id);
    if (!held) return std::unexpected(held.error());
    if (*held) sub.known[key] = tip.last.seq;
  }
  sub.tips.clear();
  sub.comparing = false;
  sub.knownUntil = spaces[space].number;
  const bool holdsAll = std::ranges::all_of(own, [&](const protocol::Tip& tip) {
    const auto known = sub.known.find(keyOf(tip));
    return known != sub.known.end() && known->second >= tip.last.seq;
  });
  sub.sent = sub.authoritySent = holdsAll ? sub.knownUntil : 0;
  return {};
}

} // namespace meridian::relay
