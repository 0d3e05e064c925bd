#include "sync/client/sync_session.h"

#include <algorithm>
#include <utility>

#include "core/base/limits.h"
#include "core/base/planted.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/handshake.h"

namespace meridian::client {
namespace {

using protocol::Standing;

constexpr std::uint32_t refillPauseMs = 10'000; // of what waits for others, if nothing moves meanwhile
constexpr std::uint32_t pauseMsMax = 60'000;
// What waits for others goes as soon as anything moves, so that by itself it may rest for long.
constexpr std::uint32_t pauseForOthersMsMax = 600'000;

auto violation(const char* what) { return fail(ErrorCode::ProtocolViolation, what); }

} // namespace

SyncSession::SyncSession(SessionOptions options, SyncStore& store, const signing::SigningKey& key,
                         const Clock& clock, RandomSource& random)
    : m_options(options), m_store(store), m_key(key), m_clock(clock), m_random(random) {}

void SyncSession::reset() {
  m_out.clear();
  m_spaces.clear();
  m_order.clear();
  m_inFlight.clear();
  m_heldBack.clear();
  m_refused.clear();
  m_refillEnded.clear();
  m_admittedTo.clear();
  m_upload.reset();
  m_download.reset();
  m_filesSkipped.clear();
  m_filesChecked = false;
  m_offersLeft = true;
  m_waitingUnasked = true;
  m_compareAt.reset();
}

void SyncSession::onConnected() {
  reset();
  m_error.reset();
  m_phase = Phase::Hello;
}

void SyncSession::onDisconnected() {
  reset();
  if (m_phase != Phase::Failed) m_phase = Phase::Disconnected;
}

void SyncSession::poke() {
  m_offersLeft = true;
  m_filesChecked = false;
  if (m_phase == Phase::Syncing || m_phase == Phase::Live) askForNewSpaces();
}

void SyncSession::say(const protocol::Message& message) { m_out.push_back(protocol::encode(message)); }

Result<void> SyncSession::onFrame(ByteView frame) {
  if (m_phase == Phase::Disconnected || m_phase == Phase::Failed) return {};
  auto handled = handle(frame);
  if (handled) handled = compareForWhatWaits();
  if (!handled) {
    m_error = handled.error();
    m_phase = Phase::Failed;
    m_out.clear();
    return handled;
  }
  updatePhase();
  return {};
}

Result<void> SyncSession::handle(ByteView frame) {
  auto message = protocol::decode(frame);
  // Beyond a limit or not a frame at all: either way the relay's doing.
  if (!message) return fail(ErrorCode::ProtocolViolation, message.error().detail);
  return std::visit(
      [&](auto& m) -> Result<void> {
        using M = std::decay_t<decltype(m)>;
        if constexpr (requires { this->on(m); }) {
          constexpr bool anyTime = std::is_same_v<M, protocol::Bye>;
          const auto expected = std::is_same_v<M, protocol::Hello>     ? Phase::Hello
                                : std::is_same_v<M, protocol::Welcome> ? Phase::Login
                                                                       : Phase::Syncing;
          const auto phase = m_phase == Phase::Live ? Phase::Syncing : m_phase;
          if (!anyTime && phase != expected) return violation("a message out of its order");
          return on(m);
        } else {
          return violation("a message that only a client sends");
        }
      },
      *message);
}

Result<void> SyncSession::on(const protocol::Hello& message) {
  if (message.relay != m_options.relay)
    return fail(ErrorCode::RelayIdentityChanged, "the relay has another identity");
  if (!protocol::verifyHello(message))
    return fail(ErrorCode::RelayIdentityChanged, "the relay's hello is not signed by its identity");
  const auto version = protocol::commonVersion(message.versionLow, message.versionHigh);
  if (!version)
    return fail(ErrorCode::UpdateNeeded, message.versionLow > protocol::versionMax ? "this program is too old"
                                                                                   : "the relay is too old");
  m_hello = message;
  m_auth = {.version = *version,
            .formats = {envelope::currentFormat},
            .key = m_key.id(),
            .invitation = m_options.invitation,
            .nonce = m_random.id<protocol::Nonce>(),
            .signature = {}};
  protocol::signAuth(m_auth, m_hello, m_key);
  say(m_auth);
  m_phase = Phase::Login;
  return {};
}

Result<void> SyncSession::on(const protocol::Welcome& message) {
  if (!protocol::verifyWelcome(message, m_hello, m_auth))
    return fail(ErrorCode::RelayIdentityChanged, "the relay cannot prove its identity");
  m_relayTime = message.now;
  m_phase = Phase::Syncing;
  m_store.blobsUpTo(message.blobBytesMax);
  for (const auto& admission : m_store.admissions())
    say(admission);
  askForNewSpaces();
  return {};
}

Result<void> SyncSession::on(const protocol::Admitted& message) {
  m_store.admitted(message.campaign, message.accepted);
  // Once: a relay that says yes and takes nothing is not asked in a loop.
  if (message.accepted && m_admittedTo.insert(message.campaign).second) {
    letGo();
    m_offersLeft = true;
  }
  return {};
}

Result<void> SyncSession::on(const protocol::Bye& message) {
  switch (message.reason) {
  case protocol::ByeReason::UpdateNeeded:
    return fail(ErrorCode::UpdateNeeded, message.versionLow > protocol::versionMax ? "this program is too old"
                                                                                   : "the relay is too old");
  case protocol::ByeReason::Violation:
    return violation("the relay did not understand us");
  case protocol::ByeReason::BadLogin:
    return fail(ErrorCode::RefusedByRelay, "log-in refused");
  default:
    return fail(ErrorCode::RelayUnreachable, "the relay said goodbye");
  }
}

void SyncSession::askFor(const std::vector<protocol::Cursor>& cursors) {
  protocol::Cursors frame;
  for (const auto& cursor : cursors) {
    const auto [at, isNew] = m_spaces.try_emplace(cursor.space);
    if (isNew) m_order.push_back(cursor.space);
    at->second.cursor = cursor;
    at->second.standing.reset();
    frame.cursors.push_back(cursor);
    if (frame.cursors.size() < limits::cursorsPerFrame) continue;
    say(frame);
    frame.cursors.clear();
  }
  if (!frame.cursors.empty()) say(frame);
}

void SyncSession::askForNewSpaces() {
  std::vector<protocol::Cursor> fresh;
  for (const auto& cursor : m_store.cursors())
    if (!m_spaces.contains(cursor.space)) fresh.push_back(cursor);
  askFor(fresh);
}

Result<void> SyncSession::on(const protocol::Positions& message) {
  std::vector<protocol::Cursor> invited;
  for (const auto& position : message.positions) {
    const auto found = m_spaces.find(position.space);
    if (position.standing == Standing::Invited) {
      if (found == m_spaces.end() && m_store.wants(position.space))
        invited.push_back({.space = position.space, .generation = {}, .number = 0});
      else if (found != m_spaces.end())
        invited.push_back(found->second.cursor); // it was unknown or refused before, and is served now
      letGo();
      continue;
    }
    if (found == m_spaces.end()) return violation("a position of a space that was not named");
    auto& space = found->second;
    space.standing = position.standing;
    space.target = position.number;
    space.readFirst = position.number;
    if (position.standing == Standing::Refused || position.standing == Standing::Unknown) {
      space.comparing = space.planAgain = false; // tips that are on their way there are not answered any more
      space.tips.clear();
    }
    m_store.served(position.space, position.standing != Standing::Refused);
    switch (position.standing) {
    case Standing::Unknown:
      if (auto planned = refillAll(space); !planned) return planned;
      break;
    case Standing::Compare:
      // Behind what it served under this very generation: its store was restored, and does not know.
      if (space.cursor.number > 0 && space.cursor.generation == m_hello.generation)
        if (auto doubted = m_store.doubt(position.space); !doubted) return doubted;
      if (auto told = sendTips(space); !told) return told;
      break;
    case Standing::Served:
      if (space.cursor.number == 0) space.cursor.generation = m_hello.generation;
      if (space.cursor.generation != m_hello.generation || space.cursor.number > position.number)
        return violation("a cursor served that should have been compared");
      // A space that was empty here is read from its beginning; what is here already may be new there.
      if (space.cursor.number == 0) {
        if (auto told = sendTips(space); !told) return told;
      } else if (!m_store.knows(position.space, position.at) && !planted(Bug::TrustNumbers) &&
                 !planted(Bug::CursorBeforeStore)) { // which counts on nobody's looking
        // So it was, and has come to this number again since, with other changes.
        if (auto doubted = m_store.doubt(position.space); !doubted) return doubted;
        if (auto told = sendTips(space); !told) return told;
      }
      break;
    default:
      break;
    }
  }
  if (m_spaces.size() + invited.size() > limits::spacesPerConnection) return violation("too many spaces");
  askFor(invited);
  m_offersLeft = true;
  return {};
}

// A hole in the relay's list, which would be lost. While both compare, what was on its way still comes.
void SyncSession::askFromHere(Space& space, std::uint64_t before) {
  if (space.cursor.number < before && !space.comparing) askFor({space.cursor});
}

Result<void> SyncSession::moveCursor(Space& space, std::uint64_t before, std::uint64_t after) {
  if (after <= before) return {};
  if (space.cursor.number != before) {
    askFromHere(space, before);
    return {};
  }
  space.cursor.number = after;
  space.target = std::max(space.target, after);
  planAgainIfRead(space);
  space.unkept = true;
  return keepCursor(space);
}

bool SyncSession::isRefilling(const Space& space) const {
  const auto& id = space.cursor.space;
  // What only rests, as at a relay whose disk is full, is still to be offered, and would be forgotten with
  // this connection; what waits for others may wait for ever.
  const auto isDue = [this](const auto& entry) {
    const auto held = m_heldBack.find(entry.first);
    return held == m_heldBack.end() || !held->second.untilProgress;
  };
  return space.comparing || space.planAgain || std::ranges::any_of(space.refill, isDue) ||
         std::ranges::any_of(m_inFlight, [&](const auto& entry) {
           return entry.second.isRefill && entry.second.chain.space == id;
         });
}

Result<void> SyncSession::keepCursor(Space& space) {
  if (!space.unkept || space.lacking || isRefilling(space)) return {};
  space.unkept = false;
  return m_store.moveCursor(space.cursor);
}

Result<void> SyncSession::on(protocol::Batch& message) {
  const auto found = m_spaces.find(message.space);
  if (found == m_spaces.end()) return violation("changes of a space that was not asked for");
  auto& space = found->second;
  auto& gathering = space.gathering;
  if (gathering.entries.empty()) gathering.before = message.before;
  gathering.after = message.after;
  for (auto& entry : message.entries) {
    space.gatheredBytes += entry.change.size();
    gathering.entries.push_back(std::move(entry));
  }
  if (space.gatheredBytes > limits::runBytes + limits::batchBytes ||
      gathering.entries.size() > limits::runChanges + limits::changesPerBatch)
    return violation("a run beyond the limit");
  if (message.more) return {};
  space.gatheredBytes = 0;
  auto batch = std::exchange(gathering, {});

  IncomingRun run{.space = message.space, .changes = {}, .cursor = {}};
  for (auto& entry : batch.entries) {
    auto change = envelope::Change::parse(std::move(entry.change));
    if (!change) return violation("a change that cannot be read");
    if (change->space() != message.space) return violation("a change of another space");
    run.changes.push_back({std::move(*change), std::move(entry.receipts)});
  }
  m_counts.changesReceived += run.changes.size();
  if (batch.after > batch.before && space.cursor.number == batch.before)
    run.cursor =
        protocol::Cursor{.space = message.space, .generation = m_hello.generation, .number = batch.after};
  const auto moved = run.cursor;
  if (isRefilling(space) || space.lacking) run.cursor.reset();
  space.unkept = space.unkept || (moved && !run.cursor);
  if (!run.changes.empty() || run.cursor) {
    auto accepted = m_store.accept(std::move(run));
    if (!accepted) return std::unexpected(accepted.error());
    if (*accepted == Accepted::InPart) space.unkept = space.lacking = true;
  }
  if (moved) {
    space.cursor = *moved;
    space.target = std::max(space.target, moved->number);
    planAgainIfRead(space);
  } else {
    askFromHere(space, batch.before);
  }
  // Its list alone did not bring it: what either side holds may. If that does not, the next connection tries.
  if (space.lacking)
    if (auto told = compareOnce(space); !told) return told;
  if (auto kept = keepCursor(space); !kept) return kept;
  // Authority may have named spaces that are ours, or unblocked what waited.
  space.moved |= moved || !batch.entries.empty();
  m_waitingUnasked |= space.moved;
  if (!batch.entries.empty()) {
    letGo();
    askForNewSpaces();
    m_offersLeft = true;
    m_filesChecked = false;
  }
  return {};
}

Result<void> SyncSession::on(const protocol::Receipts& message) {
  const auto found = m_spaces.find(message.space);
  if (found == m_spaces.end()) return violation("receipts of a space that was not named");
  std::size_t stored = 0;
  for (const auto& receipt : message.receipts) {
    const bool holds = envelope::verifyReceipt(receipt) || planted(Bug::BelieveForgedReceipt);
    if (receipt.relay != m_options.relay || !holds)
      return violation("a receipt that this relay did not sign");
    if (receipt.kind == Receipt::Kind::Change) {
      stored += m_inFlight.erase(receipt.change);
    } else {
      m_filesSkipped.clear(); // a file has become whole there
    }
  }
  if (!message.receipts.empty())
    if (auto noted = m_store.stored(message.receipts); !noted) return noted;
  m_counts.changesStored += stored;
  if (stored > 0) letGo();
  m_offersLeft = true;
  m_filesChecked = false;
  if (auto moved = moveCursor(found->second, message.before, message.after); !moved) return moved;
  return keepCursor(found->second);
}

Result<void> SyncSession::on(const protocol::Refusals& message) {
  const auto found = m_spaces.find(message.space);
  if (found == m_spaces.end()) return violation("refusals of a space that was not named");
  auto& space = found->second;
  for (const auto& refusal : message.refusals) {
    const auto inFlight = m_inFlight.find(refusal.change);
    if (inFlight == m_inFlight.end()) continue; // an answer to an offer of long ago
    const auto [chain, seq, isRefill] = inFlight->second;
    m_inFlight.erase(inFlight);
    const bool isFinal = refusal.finality == protocol::Finality::Final;
    ++(isFinal ? m_counts.refusedFinal : m_counts.refusedWait);
    using enum protocol::Reason;
    const bool onOthers = refusal.reason == AuthorityMissing || refusal.reason == PredecessorMissing ||
                          refusal.reason == NotAdmitted || refusal.reason == NoRight;
    // Whatever the store makes of it, this chain rests for a while: the relay is never asked in a loop, and
    // ever more rarely where nothing moves.
    const auto most = onOthers ? pauseForOthersMsMax : pauseMsMax;
    const auto first = isRefill && onOthers
                           ? refillPauseMs
                           : std::clamp<std::uint32_t>(refusal.retryAfterMs, 1'000, pauseMsMax);
    const auto times = timesRefused(chain, seq);
    const auto pause = isFinal ? pauseMsMax : times > 9 ? most : std::min(first << times, most);
    m_heldBack[chain] = {m_clock.now() + Duration{pause}, onOthers && !isFinal};
    if (isRefill && isFinal) m_refillEnded.insert(chain);
    if (isRefill) {
      const auto left = std::ranges::find(space.refill, chain, [](const auto& entry) { return entry.first; });
      if (m_refillEnded.contains(chain)) { // what follows could only wait for it
        if (left != space.refill.end()) space.refill.erase(left);
      } else if (left == space.refill.end()) {
        space.refill.emplace_back(chain, seq);
      } else {
        left->second = std::min(left->second, seq);
      }
    }
    m_store.refused(message.space, refusal);
    m_waitingUnasked |= refusal.reason == AuthorityMissing;
    if (refusal.reason == protocol::Reason::NotAdmitted)
      for (const auto& admission : m_store.admissions())
        say(admission);
    if (refusal.reason == protocol::Reason::PredecessorMissing)
      if (auto told = compareOnce(space); !told) return told;
  }
  m_offersLeft = true;
  return keepCursor(space);
}

// Before, in a row. Of what was refused together the earliest stands for all.
int SyncSession::timesRefused(const envelope::ChainKey& chain, std::uint64_t seq) {
  const auto [at, isNew] = m_refused.try_emplace(chain, Refused{.seq = seq, .times = 0});
  if (!isNew && seq < at->second.seq) at->second = {.seq = seq, .times = 0};
  return seq == at->second.seq ? at->second.times++ : std::max(0, at->second.times - 1);
}

void SyncSession::letGo() {
  m_refused.clear();
  std::erase_if(m_heldBack, [](const auto& entry) { return entry.second.untilProgress; });
}

std::optional<Instant> SyncSession::nextWake() const {
  std::optional<Instant> next;
  for (const auto& [chain, held] : m_heldBack)
    if (!next || held.until < *next) next = held.until;
  // Until everything else is answered nothing is compared, however long it has been due.
  if (m_phase == Phase::Live && m_compareAt && (!next || *m_compareAt < *next)) next = m_compareAt;
  return next;
}

bool SyncSession::isOwed() const {
  const bool isLive = m_phase == Phase::Live;
  return isLive ? m_upload || m_download : m_phase != Phase::Disconnected && m_phase != Phase::Failed;
}

void SyncSession::updatePhase() {
  if (m_phase != Phase::Syncing && m_phase != Phase::Live) return;
  // What the relay told us to keep for a while does not make the rest less current.
  // Nor does what is not offered at all: by an invitation's key, or where the relay serves us no longer.
  const auto rests = [this](const auto& entry) {
    return m_heldBack.contains(entry.first) ||
           (m_options.invitation && entry.first.chain == envelope::Chain::Content);
  };
  const bool settled = !m_offersLeft && m_inFlight.empty() && m_out.empty() &&
                       std::ranges::all_of(m_spaces, [&](const auto& entry) {
                         const auto& space = entry.second;
                         if (!space.standing || space.comparing) return false;
                         const bool offers = *space.standing != Standing::Refused;
                         if (offers && !std::ranges::all_of(space.refill, rests)) return false;
                         return *space.standing != Standing::Served || space.cursor.number >= space.target;
                       });
  m_phase = settled ? Phase::Live : Phase::Syncing;
}

} // namespace meridian::client
