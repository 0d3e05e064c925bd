// What a peer is sent, made one frame at a time when it can take one: answers first, then authority of
// every space, then contents, then chunks of files. A file never stands before text.
#include <algorithm>
#include <new>

#include "sync/relay/mailbox_state.h"

namespace meridian::relay {
namespace {

// By what the peer said when both compared.
bool isKnown(const Subscription& sub, const StoredChange& row) {
  if (row.number > sub.knownUntil) return false;
  const auto known = sub.known.find(row.chain);
  return known != sub.known.end() && row.seq <= known->second;
}

constexpr ReadLimits batchLimits{.rows = limits::changesPerBatch, .bytes = limits::batchBytes};

} // namespace

std::vector<Bytes> Mailbox::take(ConnectionId connection, std::size_t bytesMax) {
  std::vector<Bytes> frames;
  const auto found = m_state->peers.find(connection);
  if (found == m_state->peers.end()) return frames;
  try {
    m_state->fill(connection, found->second, frames, bytesMax);
  } catch (const std::bad_alloc&) {
    frames.clear(); // one of them was lost, and the next would not follow it
    m_state->giveUp(connection);
  }
  return frames;
}

void Mailbox::State::fill(ConnectionId connection, Peer& peer, std::vector<Bytes>& frames,
                          std::size_t bytesMax) {
  for (std::size_t bytes = 0; bytes < bytesMax; bytes += frames.back().size()) {
    if (peer.answers.empty() && !peer.closing) {
      if (peer.spacesChanged) tellSpaces(connection, peer);
      if (peer.answers.empty()) {
        auto frame = next(connection, peer);
        if (frame) frames.push_back(std::move(*frame));
        if (frame) continue;
      }
    }
    if (peer.answers.empty()) break;
    frames.push_back(std::move(peer.answers.front()));
    peer.answers.pop_front();
  }
}

void Mailbox::State::tellSpaces(ConnectionId id, Peer& peer) {
  peer.spacesChanged = false;
  protocol::Positions told;
  for (const auto& [space, held] : spaces) {
    if (peer.subscriptions.contains(space) || peer.invitedTo.contains(space) || !mayRead(peer, space))
      continue;
    if (peer.invitedTo.size() >= limits::spacesPerConnection) break;
    peer.invitedTo.insert(space);
    told.positions.push_back(
        {.space = space, .standing = protocol::Standing::Invited, .number = held.number});
    if (told.positions.size() < limits::cursorsPerFrame) continue;
    peer.spacesChanged = true; // the rest goes with the next frame
    break;
  }
  if (!told.positions.empty()) say(id, peer, told);
}

std::optional<Bytes> Mailbox::State::next(ConnectionId id, Peer& peer) {
  auto batch = nextBatch(peer);
  if (!batch) {
    bye(id, peer, protocol::ByeReason::Busy);
    return std::nullopt;
  }
  if (!*batch) return nextChunk(peer);
  counters.changesSent += (*batch)->entries.size();
  return protocol::encode(**batch);
}

Result<std::optional<protocol::Batch>> Mailbox::State::nextBatch(Peer& peer) {
  const auto begun = [&](const SpaceId& space, envelope::Chain half, auto& batch) {
    peer.openRun.reset();
    if (batch && *batch && (*batch)->more) peer.openRun = {space, half};
  };
  // The parts of a run are judged together: nothing of its space may come between them.
  if (peer.openRun) {
    const auto [space, half] = *peer.openRun;
    peer.openRun.reset();
    if (const auto sub = peer.subscriptions.find(space); sub != peer.subscriptions.end()) {
      auto batch = half == envelope::Chain::Authority ? nextAuthority(space, sub->second)
                                                      : nextContent(space, sub->second);
      begun(space, half, batch);
      if (!batch || *batch) return batch;
    }
  }
  // Campaigns' logs stand before those of other spaces, which rest on them.
  for (const bool ofCampaigns : {true, false})
    for (auto& [space, sub] : peer.subscriptions) {
      if (sub.comparing || (spaces[space].campaign == space) != ofCampaigns) continue;
      auto batch = nextAuthority(space, sub);
      begun(space, envelope::Chain::Authority, batch);
      if (!batch || *batch) return batch;
    }
  for (auto& [space, sub] : peer.subscriptions) {
    if (sub.comparing || sub.authorityOnly) continue;
    auto batch = nextContent(space, sub);
    begun(space, envelope::Chain::Content, batch);
    if (!batch || *batch) return batch;
  }
  return std::nullopt;
}

Result<std::optional<protocol::Batch>> Mailbox::State::nextAuthority(const SpaceId& space,
                                                                     Subscription& sub) {
  const auto newest = spaces[space].number;
  while (sub.authoritySent < newest) {
    auto rows = storage.read(space, sub.authoritySent, envelope::Chain::Authority, batchLimits);
    if (!rows) return std::unexpected(rows.error());
    if (rows->empty()) break;
    // The cursor stays: contents before these entries have not been sent.
    protocol::Batch batch{
        .space = space, .before = sub.sent, .after = sub.sent, .more = false, .entries = {}};
    envelope::CutPoint cut;
    for (auto& row : *rows) {
      sub.authoritySent = row.number;
      if (isKnown(sub, row)) continue;
      cut.add(row.chain, row.hasSignature);
      batch.entries.push_back({std::move(row.bytes), std::move(row.receipts)});
    }
    batch.more = !cut.here();
    if (!batch.entries.empty()) return batch;
  }
  sub.authoritySent = std::max(sub.authoritySent, newest);
  return std::nullopt;
}

Result<std::optional<protocol::Batch>> Mailbox::State::nextContent(const SpaceId& space, Subscription& sub) {
  const auto newest = spaces[space].number;
  if (sub.sent >= newest) return std::nullopt;
  auto rows = storage.read(space, sub.sent, std::nullopt, batchLimits);
  if (!rows) return std::unexpected(rows.error());
  if (rows->empty()) return fail(ErrorCode::Damaged, "the store lacks a number");
  protocol::Batch batch{.space = space, .before = sub.sent, .after = 0, .more = false, .entries = {}};
  envelope::CutPoint cut;
  for (auto& row : *rows) {
    sub.sent = row.number;
    if (row.chain.chain == envelope::Chain::Authority && row.number <= sub.authoritySent) continue;
    if (isKnown(sub, row)) continue;
    cut.add(row.chain, row.hasSignature);
    batch.entries.push_back({std::move(row.bytes), std::move(row.receipts)});
  }
  sub.authoritySent = std::max(sub.authoritySent, sub.sent);
  batch.after = sub.sent;
  batch.more = !cut.here();
  return batch;
}

std::optional<Bytes> Mailbox::State::nextChunk(Peer& peer) {
  if (peer.chunkGets.empty()) return std::nullopt;
  const auto wanted = peer.chunkGets.front();
  peer.chunkGets.pop_front();
  if (mayRead(peer, wanted.name.space) && !peer.invitation)
    if (auto bytes = storage.chunk(wanted.name, wanted.index))
      return protocol::encode(
          protocol::BlobChunk{.name = wanted.name, .index = wanted.index, .bytes = std::move(*bytes)});
  return protocol::encode(
      protocol::BlobStatus{.name = wanted.name, .state = protocol::BlobState::Absent, .present = {}});
}

} // namespace meridian::relay
