// How a session finds out what the relay lacks: both name their tips, once, and the difference is offered.
#include <algorithm>
#include <utility>

#include "core/base/limits.h"
#include "sync/client/sync_session.h"
#include "sync/protocol/codec.h"

namespace meridian::client {

Result<void> SyncSession::sendTips(Space& space) {
  if (auto begun = m_store.startOver(space.cursor.space, m_hello.generation); !begun) return begun;
  space.comparing = true;
  space.lacking = false;
  space.tips.clear();
  space.cursor = {.space = space.cursor.space, .generation = m_hello.generation, .number = 0};
  protocol::Tips frame{.space = space.cursor.space, .more = false, .tips = {}};
  for (const auto& tip : m_store.tips(space.cursor.space)) {
    if (frame.tips.size() == limits::tipsPerFrame) {
      frame.more = true;
      say(frame);
      frame.more = false;
      frame.tips.clear();
    }
    frame.tips.push_back(tip);
  }
  say(frame);
  return {};
}

Result<void> SyncSession::compareOnce(Space& space) {
  if (space.compared || space.comparing || space.standing != protocol::Standing::Served) return {};
  space.compared = true;
  return sendTips(space);
}

bool SyncSession::isAllRead() const {
  return std::ranges::all_of(m_spaces, [](const auto& entry) {
    const auto& space = entry.second;
    if (!space.standing || space.comparing) return false;
    return *space.standing != protocol::Standing::Served || space.cursor.number >= space.target;
  });
}

// A relay that withheld the end of what it served may be honest since: its numbers show no hole.
Result<void> SyncSession::compareForWhatWaits() {
  const bool isOn = m_phase == Phase::Syncing || m_phase == Phase::Live;
  if (!m_waitingUnasked || !isOn || m_options.invitation || !isAllRead()) return {};
  m_waitingUnasked = false;
  std::vector<protocol::Cursor> read;
  for (auto& [id, space] : m_spaces) {
    if (space.standing != protocol::Standing::Served) continue;
    if (std::exchange(space.moved, false)) read.push_back(space.cursor);
    if (std::exchange(space.comparedForWaiting, false)) m_store.compared(space.cursor);
  }
  const auto wanted = m_store.comparisons(read);
  m_compareAt = wanted.next;
  for (const auto& id : wanted.due) {
    const auto found = m_spaces.find(id);
    if (found == m_spaces.end() || found->second.standing != protocol::Standing::Served) continue;
    found->second.comparedForWaiting = true;
    if (auto told = sendTips(found->second); !told) return told;
  }
  return {};
}

// The relay's word is awaited, so that whatever it says is read first.
void SyncSession::askAgainForWhatWaits() {
  if (m_phase != Phase::Live || !m_compareAt || *m_compareAt > m_clock.now()) return;
  m_compareAt.reset();
  m_waitingUnasked = true;
  std::vector<protocol::Cursor> served;
  for (const auto& [id, space] : m_spaces)
    if (space.standing == protocol::Standing::Served) served.push_back(space.cursor);
  askFor(served);
}

Result<void> SyncSession::on(const protocol::Tips& message) {
  const auto found = m_spaces.find(message.space);
  if (found == m_spaces.end() || !found->second.comparing)
    return fail(ErrorCode::ProtocolViolation, "tips that nobody asked for");
  auto& space = found->second;
  if (space.tips.size() + message.tips.size() > 65'536)
    return fail(ErrorCode::ProtocolViolation, "too many tips");
  space.tips.insert(space.tips.end(), message.tips.begin(), message.tips.end());
  if (message.more) return {};
  planRefill(space);
  space.comparing = false;
  if (!space.planAgain) space.tips.clear();
  // Both know now what the other lacks: from here on the space is served, and offered to, like any other.
  if (space.standing == protocol::Standing::Compare) space.standing = protocol::Standing::Served;
  m_offersLeft = true;
  m_waitingUnasked = space.moved = true;
  return keepCursor(space);
}

void SyncSession::planRefill(Space& space) {
  const auto keyOf = [&](const protocol::Tip& tip) {
    return envelope::ChainKey{space.cursor.space, tip.device, tip.incarnation, tip.chain};
  };
  std::map<envelope::ChainKey, std::vector<envelope::ChainPosition>> theirs, ours;
  for (const auto& tip : space.tips)
    theirs[keyOf(tip)].push_back(tip.last);
  for (const auto& tip : m_store.tips(space.cursor.space))
    ours[keyOf(tip)].push_back(tip.last);
  space.refill.clear();
  space.planAgain = false;
  for (const auto& [key, tips] : ours) {
    if (m_refillEnded.contains(key)) continue;
    const auto& known = theirs[key];
    // Offer from the newest place that both know; a branch that is unknown here is offered around. Where it
    // branches here, that place may lie on another branch than what the relay lacks: then from the beginning.
    std::optional<std::uint64_t> from;
    for (const auto& tip : tips) {
      if (std::ranges::find(known, tip) != known.end()) continue;
      std::uint64_t after = 1;
      bool isAhead = false;
      for (const auto& position : known) {
        const bool held = m_store.holds(key, position.seq, position.id);
        if (position.seq > tip.seq)
          isAhead |= !held; // what it has more may follow ours, or a branch of it
        else if (held && tips.size() == 1)
          after = std::max(after, position.seq + 1);
      }
      space.planAgain |= isAhead;
      if (!isAhead) from = after;
    }
    if (from) space.refill.emplace_back(key, *from);
  }
}

void SyncSession::planAgainIfRead(Space& space) {
  if (!space.planAgain || space.cursor.number < space.readFirst) return;
  planRefill(space);
  space.planAgain = false; // once
  space.tips.clear();
}

Result<void> SyncSession::refillAll(Space& space) {
  if (auto begun = m_store.startOver(space.cursor.space, m_hello.generation); !begun) return begun;
  space.cursor = {.space = space.cursor.space, .generation = m_hello.generation, .number = 0};
  space.tips.clear();
  planRefill(space);
  return {};
}

} // namespace meridian::client
