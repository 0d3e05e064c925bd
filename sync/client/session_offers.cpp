// What a session sends: authority before contents, contents before files, and never more at once than the
// limits allow to be unanswered.
#include <algorithm>

#include "core/base/limits.h"
#include "core/envelope/run.h"
#include "sync/client/sync_session.h"
#include "sync/protocol/codec.h"

namespace meridian::client {
namespace {

constexpr std::size_t unansweredMax = limits::runChanges;

bool mayOffer(const std::optional<protocol::Standing>& standing) {
  return standing && *standing != protocol::Standing::Refused && *standing != protocol::Standing::Compare;
}

std::optional<std::uint64_t> lastSigned(const std::vector<OutgoingChange>& run) {
  const auto found = std::ranges::find_if(run.rbegin(), run.rend(), &OutgoingChange::hasSignature);
  return found == run.rend() ? std::nullopt : std::optional(found->seq);
}

} // namespace

std::vector<Bytes> SyncSession::takeOutgoing(std::size_t bytesMax) {
  std::vector<Bytes> frames;
  for (std::size_t bytes = 0; bytes < bytesMax; bytes += frames.back().size()) {
    if (m_out.empty() && (m_phase == Phase::Syncing || m_phase == Phase::Live)) {
      askAgainForWhatWaits();
      std::erase_if(m_heldBack, [&](const auto& entry) {
        if (entry.second.until > m_clock.now()) return false;
        m_offersLeft = true;
        return true;
      });
      if (!offerNext()) (void)fileNext();
    }
    if (m_out.empty()) break;
    frames.push_back(std::move(m_out.front()));
    m_out.pop_front();
  }
  updatePhase();
  return frames;
}

bool SyncSession::offerNext() {
  if (!m_offersLeft || m_inFlight.size() >= unansweredMax) return false;
  bool isWaiting = false; // for the relay's word on some space
  for (const auto half : {envelope::Chain::Authority, envelope::Chain::Content}) {
    // Contents rest on authority: they would be refused while it is on its way.
    const bool onItsWay =
        half == envelope::Chain::Content && std::ranges::any_of(m_inFlight, [](const auto& entry) {
          return entry.second.isRefill && entry.second.chain.chain == envelope::Chain::Authority;
        });
    if (onItsWay) return false; // an answer comes, and we with it
    for (const auto& id : m_order) {
      auto& space = m_spaces[id];
      isWaiting |= !space.standing || space.comparing || !isCaughtUp(space);
      if (!mayOffer(space.standing) || space.comparing) continue;
      if (m_options.invitation && half == envelope::Chain::Content) continue;
      if (offerRefill(space, half) || (isCaughtUp(space) && offerOwn(space, half))) return true;
    }
  }
  m_offersLeft = isWaiting;
  return false;
}

// What the relay had when it answered has been taken in. Only then the own changes follow: if this profile
// was copied with its whole disk, what the other copy wrote shows first.
bool SyncSession::isCaughtUp(const Space& space) {
  return space.standing != protocol::Standing::Served || space.cursor.number >= space.readFirst;
}

bool SyncSession::offerRefill(Space& space, envelope::Chain half) {
  for (std::size_t i = 0; i < space.refill.size(); ++i) {
    const auto [chain, from] = space.refill[i];
    if (chain.chain != half || m_heldBack.contains(chain)) continue;
    // An author may have left out many signatures, so that the next one lies further on.
    auto changes = m_store.run(chain, from, limits::changesPerBatch);
    if (!changes.empty() && !lastSigned(changes)) changes = m_store.run(chain, from, limits::runChanges);
    const auto last = lastSigned(changes);
    if (!last) { // the end, or nothing that anybody would take
      space.refill.erase(space.refill.begin() + std::ptrdiff_t(i--));
      continue;
    }
    space.refill[i].second = *last + 1;
    std::erase_if(changes, [&](const auto& change) { return m_inFlight.contains(change.id); });
    if (!changes.empty() && send(space.cursor.space, std::move(changes), true)) return true;
  }
  return false;
}

bool SyncSession::offerOwn(Space& space, envelope::Chain half) {
  auto changes = m_store.outgoing(space.cursor.space, half, unansweredMax * 2);
  std::erase_if(changes, [&](const auto& change) {
    return m_inFlight.contains(change.id) || m_heldBack.contains(change.chain);
  });
  if (changes.size() > limits::changesPerBatch) changes.resize(limits::changesPerBatch);
  return !changes.empty() && send(space.cursor.space, std::move(changes), false);
}

// Cuts into frames at the limits; a frame that must not be cut there says that more follows.
bool SyncSession::send(const SpaceId& space, std::vector<OutgoingChange> changes, bool isRefill) {
  protocol::Batch batch{.space = space, .before = 0, .after = 0, .more = false, .entries = {}};
  std::vector<ChangeId> sent;
  envelope::CutPoint cut;
  std::size_t bytes = 0;
  // Nothing without a signature may stand last: what follows the last signature of a chain stays here.
  std::map<envelope::ChainKey, std::uint64_t> signedUntil;
  for (const auto& change : changes)
    if (change.hasSignature) signedUntil[change.chain] = change.seq;
  for (auto& change : changes) {
    const auto until = signedUntil.find(change.chain);
    if (until == signedUntil.end() || change.seq > until->second) continue;
    const bool isFull = batch.entries.size() == limits::changesPerBatch ||
                        (!batch.entries.empty() && bytes + change.bytes.size() > limits::batchBytes);
    if (isFull) {
      batch.more = !cut.here();
      say(batch);
      batch.entries.clear();
      bytes = 0;
    }
    cut.add(change.chain, change.hasSignature);
    bytes += change.bytes.size();
    sent.push_back(change.id);
    m_inFlight.emplace(change.id, InFlight{change.chain, change.seq, isRefill});
    if (change.receipts.size() > 2) change.receipts.resize(2);
    batch.entries.push_back({std::move(change.bytes), std::move(change.receipts)});
  }
  if (batch.entries.empty()) return false;
  batch.more = false;
  say(batch);
  m_counts.changesSent += sent.size();
  m_store.sent(sent);
  return true;
}

bool SyncSession::fileNext() {
  if (m_options.invitation || m_offersLeft || m_inFlight.size() >= unansweredMax) return false;
  if (!m_filesChecked) {
    // Those that the relay cannot help with stand before others for ever, however many they are.
    const auto suits = [&](const protocol::BlobName& name) {
      return m_spaces.contains(name.space) && !m_filesSkipped.contains(name);
    };
    if (!m_upload)
      if (auto list = m_store.nextUpload(suits)) {
        say(*list);
        m_upload = Upload{.list = std::move(*list), .left = {}, .inFlight = 0, .answered = false};
      }
    if (!m_download)
      if (const auto name = m_store.nextDownload(suits)) {
        say(protocol::BlobGet{.name = *name});
        m_download = Download{.name = *name, .list = {}, .left = {}, .inFlight = {}};
      }
    m_filesChecked = true;
  }
  const bool sends = uploadNext();
  return downloadNext() || sends;
}

bool SyncSession::uploadNext() {
  if (!m_upload || m_upload->left.empty() || m_upload->inFlight >= limits::chunksInFlight) return false;
  const auto index = m_upload->left.front();
  auto bytes = m_store.readChunk(m_upload->list.name, index);
  if (!bytes) {
    // The file vanished under us; text goes on.
    m_filesSkipped.insert(m_upload->list.name);
    m_upload.reset();
    m_filesChecked = false;
    return false;
  }
  m_upload->left.pop_front();
  ++m_upload->inFlight;
  ++m_counts.chunksSent;
  say(protocol::BlobChunk{.name = m_upload->list.name, .index = index, .bytes = std::move(*bytes)});
  return true;
}

bool SyncSession::downloadNext() {
  if (!m_download || m_download->left.empty() || m_download->inFlight.size() >= limits::chunksInFlight)
    return false;
  const auto index = m_download->left.front();
  m_download->left.pop_front();
  m_download->inFlight.insert(index);
  say(protocol::BlobChunkGet{.name = m_download->name, .index = index});
  return true;
}

Result<void> SyncSession::on(const protocol::BlobStatus& message) {
  if (m_upload && m_upload->list.name == message.name) {
    if (message.state == protocol::BlobState::Wanted && !m_upload->answered) {
      m_upload->answered = true;
      const auto has = [&](std::size_t i) {
        return i / 8 < message.present.size() && (message.present[i / 8] >> (i % 8) & 1) != 0;
      };
      for (std::uint32_t i = 0; i < m_upload->list.chunks.size(); ++i)
        if (!has(i)) m_upload->left.push_back(i);
      return {};
    }
    if (message.state == protocol::BlobState::Durable) {
      m_store.uploaded(message.name);
    } else {
      m_store.uploadRefused(message.name, message.state);
    }
    m_filesSkipped.insert(message.name);
    m_upload.reset();
  } else if (m_download && m_download->name == message.name) {
    m_filesSkipped.insert(message.name); // until a receipt says that it is whole
    m_download.reset();
  }
  m_filesChecked = false;
  return {};
}

Result<void> SyncSession::on(const protocol::BlobAck& message) {
  if (m_upload && m_upload->list.name == message.name && m_upload->inFlight > 0) --m_upload->inFlight;
  return {};
}

Result<void> SyncSession::on(const protocol::BlobList& message) {
  if (!m_download || m_download->name != message.name || m_download->list) return {};
  if (!signing::isBlob(message.name.blob, message.length, message.chunks))
    return fail(ErrorCode::ProtocolViolation, "the list of another file");
  if (auto accepted = m_store.acceptList(message); !accepted) return accepted;
  m_download->list = message;
  for (const auto index : m_store.missingChunks(message.name))
    if (index < message.chunks.size()) m_download->left.push_back(index);
  if (!m_download->left.empty()) return {};
  m_download.reset();
  m_filesChecked = false;
  return {};
}

Result<void> SyncSession::on(const protocol::BlobChunk& message) {
  if (!m_download || m_download->name != message.name || !m_download->list) return {};
  if (m_download->inFlight.erase(message.index) == 0) return {};
  const auto& list = *m_download->list;
  if (message.bytes.size() != signing::chunkSize(list.length, message.index) ||
      signing::chunkHash(message.bytes) != list.chunks[message.index])
    return fail(ErrorCode::ProtocolViolation, "a chunk of another file");
  if (auto accepted = m_store.acceptChunk(message.name, message.index, message.bytes); !accepted)
    return accepted;
  ++m_counts.chunksReceived;
  if (m_download->left.empty() && m_download->inFlight.empty()) {
    m_download.reset();
    m_filesChecked = false;
  }
  return {};
}

} // namespace meridian::client
