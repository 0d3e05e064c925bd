// Attachments: sealed chunks under (space, address), taken only for a stored change that names them.
#include <algorithm>

#include "sync/relay/mailbox_state.h"

namespace meridian::relay {

using protocol::BlobState;

void Mailbox::State::on(ConnectionId id, Peer& peer, protocol::BlobList& message) {
  protocol::BlobStatus answer{.name = message.name, .state = BlobState::Refused, .present = {}};
  auto state = offerBlob(id, peer, message, answer.present);
  if (!state) return bye(id, peer, protocol::ByeReason::Busy);
  answer.state = *state;
  say(id, peer, answer);
}

Result<BlobState> Mailbox::State::offerBlob(ConnectionId id, Peer& peer, const protocol::BlobList& list,
                                            Bytes& present) {
  const auto space = spaces.find(list.name.space);
  if (space == spaces.end() || list.length == 0 || list.length > options.blobBytesMax)
    return BlobState::Refused;
  if (!signing::isBlob(list.name.blob, list.length, list.chunks)) return BlobState::Refused;
  auto naming = storage.naming(list.name);
  if (!naming) return std::unexpected(naming.error());
  if (naming->empty()) return BlobState::Refused;
  auto held = storage.blob(list.name);
  if (!held) return std::unexpected(held.error());
  if (!*held) {
    if (space->second.bytes + list.length > options.spaceBytesMax) return BlobState::Full;
    auto added = storage.begin();
    if (added) added = storage.addBlob(list);
    if (added) added = storage.commit();
    if (!added) {
      storage.rollback();
      return std::unexpected(added.error());
    }
    space->second.bytes += list.length;
    return BlobState::Wanted;
  }
  if (!(*held)->durable) {
    present = (*held)->present;
    return BlobState::Wanted;
  }
  // Whoever offers a file again may have missed its receipts.
  protocol::Receipts told{.space = list.name.space, .before = 0, .after = 0, .receipts = {}};
  for (const auto& change : *naming) {
    auto receipts = storage.receipts(list.name.space, change.change);
    if (!receipts) return std::unexpected(receipts.error());
    for (const auto& receipt : receipts->value_or(std::vector<Receipt>{}))
      if (receipt.kind == Receipt::Kind::Blobs && told.receipts.size() < limits::answersPerFrame)
        told.receipts.push_back(receipt);
  }
  if (!told.receipts.empty()) say(id, peer, told);
  return BlobState::Durable;
}

void Mailbox::State::on(ConnectionId id, Peer& peer, protocol::BlobGet& message) {
  protocol::BlobStatus answer{.name = message.name, .state = BlobState::Absent, .present = {}};
  if (!mayRead(peer, message.name.space) || peer.invitation) {
    answer.state = BlobState::Refused;
    return say(id, peer, answer);
  }
  auto held = storage.blob(message.name);
  if (!held) return bye(id, peer, protocol::ByeReason::Busy);
  if (!*held || !(*held)->durable) return say(id, peer, answer);
  say(id, peer,
      protocol::BlobList{
          .name = message.name, .length = (*held)->length, .chunks = std::move((*held)->chunks)});
}

void Mailbox::State::on(ConnectionId id, Peer& peer, protocol::BlobChunkGet& message) {
  if (peer.chunkGets.size() >= chunkGetsMax) return bye(id, peer, protocol::ByeReason::Violation);
  peer.chunkGets.push_back(message);
  wake(id);
}

void Mailbox::State::on(ConnectionId id, Peer& peer, protocol::BlobChunk& message) {
  auto held = storage.blob(message.name);
  if (!held) return bye(id, peer, protocol::ByeReason::Busy);
  const bool fits = *held && message.index < (*held)->chunks.size() &&
                    message.bytes.size() == signing::chunkSize((*held)->length, message.index) &&
                    signing::chunkHash(message.bytes) == (*held)->chunks[message.index];
  if (!fits) return bye(id, peer, protocol::ByeReason::Violation);
  pendingBytes += message.bytes.size();
  chunks.push_back({.from = id, .chunk = std::move(message)});
}

Result<std::optional<ChunkOutcome>> Mailbox::State::store(const PendingChunk& pending) {
  const auto& [from, chunk] = pending;
  ChunkOutcome outcome;
  outcome.from = from;
  outcome.ack = {.name = chunk.name, .index = chunk.index};
  auto before = storage.blob(chunk.name);
  if (!before) return std::unexpected(before.error());
  if (!*before) return std::nullopt;
  outcome.durable = (*before)->durable; // another one was faster
  if (outcome.durable) return outcome;
  if (auto added = storage.addChunk(chunk.name, chunk.index, chunk.bytes); !added)
    return std::unexpected(added.error());
  auto after = storage.blob(chunk.name);
  if (!after) return std::unexpected(after.error());
  outcome.durable = outcome.completed = *after && (*after)->durable;
  if (!outcome.durable) return outcome;
  auto receipts = blobReceipts(chunk.name);
  if (!receipts) return std::unexpected(receipts.error());
  outcome.receipts = std::move(*receipts);
  return outcome;
}

void Mailbox::State::tell(const ChunkOutcome& outcome) {
  ++counters.blobChunksStored;
  if (outcome.completed) ++counters.blobsDurable;
  // The receipts first: whoever leaves with the last acknowledgement has them.
  if (!outcome.receipts.empty()) {
    const protocol::Receipts told{
        .space = outcome.ack.name.space, .before = 0, .after = 0, .receipts = outcome.receipts};
    for (auto& [id, peer] : peers) {
      const auto sub = peer.subscriptions.find(told.space);
      const bool reads = sub != peer.subscriptions.end() && !sub->second.authorityOnly;
      // Whoever is far behind is left out; it learns of the file when it asks for it.
      if (!peer.closing && (id == outcome.from || (reads && peer.answers.size() < answersMax)))
        say(id, peer, told);
    }
  }
  const auto found = peers.find(outcome.from);
  if (found == peers.end() || found->second.closing) return;
  say(outcome.from, found->second, outcome.ack);
  if (outcome.durable)
    say(outcome.from, found->second,
        protocol::BlobStatus{.name = outcome.ack.name, .state = BlobState::Durable, .present = {}});
}

Result<bool> Mailbox::State::allDurable(const SpaceId& space, const std::vector<BlobId>& blobs) {
  for (const auto& id : blobs) {
    auto held = storage.blob({space, id});
    if (!held) return std::unexpected(held.error());
    if (!*held || !(*held)->durable) return false;
  }
  return true;
}

Result<std::vector<Receipt>> Mailbox::State::blobReceipts(const protocol::BlobName& blob) {
  std::vector<Receipt> receipts;
  auto naming = storage.naming(blob);
  if (!naming) return std::unexpected(naming.error());
  for (const auto& change : *naming) {
    auto durable = allDurable(blob.space, change.blobs);
    if (!durable) return std::unexpected(durable.error());
    if (!*durable || receipts.size() >= limits::answersPerFrame) continue;
    receipts.push_back(envelope::makeReceipt(identity, Receipt::Kind::Blobs, storage.generation(),
                                             change.change, clock.now()));
    if (auto added = storage.addReceipt(blob.space, receipts.back()); !added)
      return std::unexpected(added.error());
  }
  return receipts;
}

} // namespace meridian::relay
