#include "app/session/replica_store.h"

#include <algorithm>

#include "app/session/addresses.h"
#include "core/base/planted.h"
#include "core/domain/fact_fields.h"
#include "core/sqlite/transaction.h"

namespace meridian::app {
namespace {

using envelope::Receipt;

// Puts each chain's changes side by side, in order of first appearance: a run that ends with a signature
// may have been interleaved with others by the relay's numbering.
void groupByChain(std::vector<client::IncomingChange>& changes) {
  std::map<envelope::ChainKey, std::size_t> place;
  for (const auto& change : changes)
    place.try_emplace(envelope::chainKeyOf(change.change), place.size());
  std::ranges::stable_sort(changes, {}, [&](const client::IncomingChange& change) {
    return place.at(envelope::chainKeyOf(change.change));
  });
}

} // namespace

ReplicaStore::ReplicaStore(replica::Replica& replica, const SpaceId& campaign, const RelayId& relay)
    : m_replica(replica), m_campaign(campaign), m_relay(relay) {}

std::vector<protocol::Cursor> ReplicaStore::cursors() {
  std::vector<protocol::Cursor> cursors;
  auto add = [&](const SpaceId& space) {
    auto row = m_replica.file().cursors.find(space, m_relay);
    protocol::Cursor cursor{.space = space, .generation = {}, .number = 0};
    if (ok(row) && *row)
      if (const auto generation = protocol::Generation::from((*row)->generation)) {
        cursor.generation = *generation;
        cursor.number = (*row)->number;
      }
    cursors.push_back(cursor);
  };
  add(m_campaign);
  for (const auto& space : m_replica.spaces(m_campaign))
    if (space.id != m_campaign) add(space.id);
  return cursors;
}

// A space that the relay serves me belongs to somebody who gave me a key of it. If its genesis does not
// name this campaign the replica refuses it.
bool ReplicaStore::wants(const SpaceId& space) {
  const auto owner = m_replica.campaignOf(space);
  return !owner || *owner == m_campaign;
}

std::vector<protocol::Admit> ReplicaStore::admissions() {
  protocol::Admit admit{.campaign = m_campaign, .code = {}, .receipt = {}};
  auto row = m_replica.file().campaigns.find(m_campaign);
  if (ok(row) && *row && !(*row)->foundingCode.empty())
    if (const auto bytes = fromBase64Url((*row)->foundingCode))
      if (const auto code = protocol::FoundingCode::from(*bytes)) admit.code = *code;

  auto consider = [&](ByteView bytes) {
    const auto receipt = envelope::decodeReceipt(bytes);
    if (receipt && receipt->relay == m_relay && receipt->change.bytes == m_campaign.bytes &&
        envelope::verifyReceipt(*receipt))
      admit.receipt = *receipt;
  };
  auto own = m_replica.file().outbox.receipts(ChangeId{m_campaign.bytes});
  if (ok(own))
    for (const auto& receipt : *own)
      consider(receipt.bytes);
  const auto known = m_replica.campaign(m_campaign);
  if (!admit.receipt && known && known->membership == store::Membership::Member)
    for (const auto& fact : m_replica.facts(m_campaign))
      if (fact.kind == domain::EntityKind::GenesisReceipt)
        if (const Bytes* bytes = fact.payload.at(domain::fact::genesis::receipt).bytes()) consider(*bytes);
  if (!admit.code && !admit.receipt) return {};
  return {admit};
}

void ReplicaStore::admitted(const SpaceId& campaign, bool accepted) {
  if (campaign == m_campaign) m_notAdmitted = !accepted;
}

Result<void> ReplicaStore::accept(client::IncomingRun run) {
  if (std::ranges::any_of(run.changes, [](const auto& change) { return !change.change.hasSignature(); }))
    groupByChain(run.changes);
  replica::Replica::Incoming incoming;
  for (const auto& change : run.changes) {
    const auto bytes = change.change.bytes();
    incoming.changes.emplace_back(bytes.begin(), bytes.end());
  }
  if (planted(Bug::CursorBeforeStore) && run.cursor) (void)moveCursor(*run.cursor);
  auto results = m_replica.receive(incoming);
  if (!results) return std::unexpected(results.error());
  std::set<ChangeId> here;
  bool gap = false;
  for (std::size_t i = 0; i < results->size(); ++i) {
    using enum replica::Received;
    if ((*results)[i] == Stored || (*results)[i] == Known) here.insert(run.changes[i].change.id());
    gap = gap || (*results)[i] == Gap;
  }
  if (auto kept = keepReceipts(run, here); !kept) return kept;
  m_moved = m_moved || !run.changes.empty();
  m_filesMoved = m_filesMoved || !run.changes.empty();
  // What did not fit is asked for again: the cursor only passes what is here.
  if (!run.cursor || gap) return {};
  return moveCursor(*run.cursor);
}

// A receipt that came with somebody else's change lets this replica state when it was stored, if its
// author never does.
Result<void> ReplicaStore::keepReceipts(const client::IncomingRun& run, const std::set<ChangeId>& here) {
  std::vector<store::ReceiptRow> rows;
  for (const auto& change : run.changes)
    for (const auto& receipt : change.receipts)
      if (receipt.relay == m_relay && receipt.change == change.change.id() && here.contains(receipt.change) &&
          envelope::verifyReceipt(receipt))
        rows.push_back({.change = receipt.change,
                        .relay = receipt.relay,
                        .at = receipt.at,
                        .forBlobs = receipt.kind == Receipt::Kind::Blobs,
                        .bytes = envelope::encodeReceipt(receipt)});
  if (rows.empty()) return {};
  auto transaction = sqlite::Transaction::begin(m_replica.file().connection());
  if (!transaction) return std::unexpected(transaction.error());
  for (const auto& row : rows)
    if (auto added = m_replica.file().outbox.addReceipt(row); !added) return added;
  return transaction->commit();
}

Result<void> ReplicaStore::moveCursor(const protocol::Cursor& cursor) {
  auto known = m_replica.file().cursors.find(cursor.space, m_relay);
  if (!known) return std::unexpected(known.error());
  if (*known && (*known)->number > 0 && !std::ranges::equal((*known)->generation, cursor.generation.bytes))
    if (auto forgotten = forgetOldGeneration(cursor.space); !forgotten) return forgotten;
  replica::Replica::Incoming incoming;
  incoming.cursor =
      store::CursorRow{.space = cursor.space,
                       .relay = m_relay,
                       .generation = Bytes(cursor.generation.bytes.begin(), cursor.generation.bytes.end()),
                       .number = cursor.number};
  auto moved = m_replica.receive(incoming);
  if (!moved) return std::unexpected(moved.error());
  return {};
}

// The relay's store began a new life: what it said it has it may lack, files too.
Result<void> ReplicaStore::forgetOldGeneration(const SpaceId& space) {
  std::set<BlobId> blobs;
  std::int64_t after = 0;
  constexpr std::size_t page = 512;
  for (std::size_t got = page; got == page;) {
    auto rows = m_replica.file().changes.after(space, envelope::Chain::Content, after, page);
    if (!rows) return std::unexpected(rows.error());
    got = rows->size();
    for (const auto& row : *rows) {
      blobs.insert(row.change.header().blobs.begin(), row.change.header().blobs.end());
      after = row.row;
    }
  }
  auto transaction = sqlite::Transaction::begin(m_replica.file().connection());
  if (!transaction) return std::unexpected(transaction.error());
  if (auto reopened = m_replica.file().outbox.reopen(space); !reopened) return reopened;
  for (const auto& blob : blobs)
    if (auto set = m_replica.file().blobs.setUploaded(blob, false); !set) return set;
  return transaction->commit();
}

client::OutgoingChange ReplicaStore::outgoingFrom(store::ChangeRow row, bool mustBeSigned) {
  client::OutgoingChange out;
  // What I have not verified I do not pass on as if I had: it travels without its signature, unless it
  // ends the run, where it is checked now.
  if (row.signature == store::SignatureState::Vouched) {
    if (mustBeSigned && row.change.verifySignature())
      (void)m_replica.file().changes.setSignature(row.row, store::SignatureState::Verified, false);
    else
      row.change.dropSignature();
  }
  out.chain = envelope::chainKeyOf(row.change);
  out.seq = row.change.header().seq;
  out.id = row.change.id();
  out.hasSignature = row.change.hasSignature();
  out.bytes.assign(row.change.bytes().begin(), row.change.bytes().end());
  auto receipts = m_replica.file().outbox.receipts(out.id);
  // Another relay is shown when a join was stored at the one before: its invitation may have expired since.
  const bool isJoin = row.change.header().kind == static_cast<std::uint8_t>(envelope::Kind::Join);
  if (ok(receipts))
    for (const auto& kept : *receipts)
      if (kept.relay == m_relay || isJoin)
        if (auto receipt = envelope::decodeReceipt(kept.bytes))
          out.receipts.insert(kept.relay == m_relay ? out.receipts.begin() : out.receipts.end(), *receipt);
  return out;
}

std::vector<client::OutgoingChange> ReplicaStore::outgoing(const SpaceId& space, envelope::Chain half,
                                                           std::size_t limit) {
  std::vector<client::OutgoingChange> changes;
  auto waiting = m_replica.file().outbox.waiting(space);
  if (!ok(waiting)) return changes;
  std::set<envelope::ChainKey> ended;
  for (const auto& row : *waiting) {
    if (changes.size() >= limit) break;
    auto info = m_replica.file().changes.info(row.change);
    if (!ok(info) || !*info || (*info)->chain != half) continue;
    const envelope::ChainKey chain{space, (*info)->device, (*info)->incarnation, half};
    if (ended.contains(chain)) continue;
    const bool held = row.holdUntil && *row.holdUntil > m_replica.clock().now();
    if (row.delivery == store::Delivery::Rejected || held) {
      // A chain travels in order: what comes after a held or refused change waits with it.
      ended.insert(chain);
      continue;
    }
    auto found = m_replica.file().changes.find(row.change);
    if (!ok(found) || !*found) continue;
    changes.push_back(outgoingFrom(std::move(**found), true));
  }
  return changes;
}

std::vector<protocol::Tip> ReplicaStore::tips(const SpaceId& space) {
  std::vector<protocol::Tip> tips;
  auto rows = m_replica.file().changes.tips(space);
  if (!ok(rows)) return tips;
  for (const auto& [key, last] : *rows)
    tips.push_back({.device = key.device, .incarnation = key.incarnation, .chain = key.chain, .last = last});
  return tips;
}

bool ReplicaStore::knows(const SpaceId& space, const ChangeId& id) {
  auto info = m_replica.file().changes.info(id);
  return ok(info) && *info && (*info)->space == space;
}

bool ReplicaStore::holds(const envelope::ChainKey& chain, std::uint64_t seq, const ChangeId& id) {
  auto info = m_replica.file().changes.info(id);
  return ok(info) && *info && (*info)->space == chain.space && (*info)->device == chain.device &&
         (*info)->incarnation == chain.incarnation && (*info)->chain == chain.chain && (*info)->seq == seq;
}

std::vector<client::OutgoingChange> ReplicaStore::run(const envelope::ChainKey& chain, std::uint64_t fromSeq,
                                                      std::size_t limit) {
  std::vector<client::OutgoingChange> changes;
  auto rows = m_replica.file().changes.run(chain, fromSeq, limit + 1);
  if (!ok(rows)) return changes;
  // Branches stand side by side: two changes of one number are never parted, since the next piece begins
  // at the number after this one's last.
  if (rows->size() > limit) {
    const auto next = rows->back().change.header().seq;
    while (rows->size() > limit || (rows->size() > 1 && rows->back().change.header().seq == next))
      rows->pop_back();
  }
  const auto forked = rows->empty() ? false : m_replica.file().changes.hasForked(rows->front().change.id());
  if (!ok(forked)) return changes;
  for (std::size_t i = 0; i < rows->size(); ++i) {
    // Mine that are held back stay; nothing after them fits the chain.
    if ((*rows)[i].local) {
      const auto delivery = m_replica.delivery((*rows)[i].change.id());
      if (delivery && delivery->holdUntil && *delivery->holdUntil > m_replica.clock().now()) break;
    }
    changes.push_back(outgoingFrom(std::move((*rows)[i]), *forked || i + 1 == rows->size()));
  }
  return changes;
}

void ReplicaStore::sent(const std::vector<ChangeId>& changes) { (void)ok(m_replica.noteSent(changes)); }

Result<void> ReplicaStore::stored(const client::Receipt& receipt) {
  m_waitingFor.erase(receipt.change);
  m_moved = true;
  m_filesMoved = m_filesMoved || receipt.kind == Receipt::Kind::Blobs;
  auto noted = m_replica.noteReceipt({.change = receipt.change,
                                      .relay = receipt.relay,
                                      .at = receipt.at,
                                      .forBlobs = receipt.kind == Receipt::Kind::Blobs,
                                      .bytes = envelope::encodeReceipt(receipt)});
  if (!noted && noted.error().code == ErrorCode::NotFound) return {}; // of a change that is not here
  return noted;
}

void ReplicaStore::refused(const SpaceId&, const protocol::Refusal& refusal) {
  using enum protocol::Reason;
  // A cut that this replica does not know itself is the relay's word alone: the change waits.
  if (refusal.finality == protocol::Finality::Wait || refusal.reason == BeyondCut) {
    m_waitingFor[refusal.change] = refusal.reason;
    return;
  }
  const auto noted = m_replica.noteRejected(refusal.change, protocol::reasonName(refusal.reason));
  if (!noted && noted.error().code != ErrorCode::NotFound) (void)ok(noted);
  m_moved = true;
}

std::vector<protocol::BlobList> ReplicaStore::uploads(std::size_t limit) {
  std::vector<protocol::BlobList> lists;
  for (const auto& space : m_replica.spaces(m_campaign)) {
    if (lists.size() >= limit) break;
    auto blobs = m_replica.file().blobs.toUpload(space.id);
    if (!ok(blobs) || blobs->empty()) continue;
    // Chunks are taken only for a stored change that names them: text goes first.
    auto waiting = m_replica.file().outbox.waiting(space.id);
    if (!ok(waiting)) continue;
    const bool textWaits = std::ranges::any_of(*waiting, [](const store::OutboxRow& row) {
      return row.delivery == store::Delivery::Local || row.delivery == store::Delivery::Sent;
    });
    if (textWaits) continue;
    for (const auto& blob : *blobs) {
      if (lists.size() >= limit) break;
      protocol::BlobList list{.name = {space.id, blob.id}, .length = blob.sealedLength, .chunks = {}};
      for (const auto& hash : blob.chunkHashes)
        list.chunks.push_back(signing::ChunkHash{hash});
      lists.push_back(std::move(list));
    }
  }
  return lists;
}

Result<Bytes> ReplicaStore::readChunk(const protocol::BlobName& blob, std::uint32_t index) {
  auto bytes = m_replica.blobFiles().readChunk(blob.blob, index);
  if (!bytes) return bytes;
  auto row = m_replica.file().blobs.find(blob.blob);
  if (!row) return std::unexpected(row.error());
  if (!*row || index >= (*row)->chunkHashes.size() ||
      signing::chunkHash(*bytes).bytes != (*row)->chunkHashes[index])
    return fail(ErrorCode::Damaged, "a sealed file changed on the disk");
  return bytes;
}

void ReplicaStore::uploaded(const protocol::BlobName& blob) {
  auto transaction = sqlite::Transaction::begin(m_replica.file().connection());
  if (!ok(transaction)) return;
  if (!ok(m_replica.file().blobs.setUploaded(blob.blob, true))) return;
  (void)ok(transaction->commit());
  m_filesMoved = true;
}

// Nothing to write down: the session leaves it for this connection, and the next one tries again.
void ReplicaStore::uploadRefused(const protocol::BlobName&, protocol::BlobState) { m_filesMoved = true; }

std::vector<protocol::BlobName> ReplicaStore::downloads(std::size_t limit) {
  std::vector<protocol::BlobName> names;
  for (const auto& space : m_replica.spaces(m_campaign)) {
    auto blobs = m_replica.file().blobs.missing(space.id);
    if (!ok(blobs)) continue;
    for (const auto& blob : *blobs)
      if (names.size() < limit) names.push_back({space.id, blob.id});
  }
  return names;
}

std::vector<std::uint32_t> ReplicaStore::missingChunks(const protocol::BlobName& blob) {
  std::vector<std::uint32_t> missing;
  auto chunks = m_replica.file().blobs.chunks(blob.blob);
  if (!ok(chunks)) return missing;
  for (std::uint32_t i = 0; i < chunks->size(); ++i)
    if (!(*chunks)[i]) missing.push_back(i);
  return missing;
}

Result<void> ReplicaStore::acceptList(const protocol::BlobList& list) {
  store::BlobRow row;
  row.id = list.name.blob;
  row.space = list.name.space;
  row.sealedLength = list.length;
  for (const auto& hash : list.chunks)
    row.chunkHashes.push_back(hash.bytes);
  auto transaction = sqlite::Transaction::begin(m_replica.file().connection());
  if (!transaction) return std::unexpected(transaction.error());
  if (auto put = m_replica.file().blobs.put(row); !put) return put;
  return transaction->commit();
}

Result<void> ReplicaStore::acceptChunk(const protocol::BlobName& blob, std::uint32_t index, ByteView bytes) {
  if (auto written = m_replica.blobFiles().writeChunk(blob.blob, index, bytes); !written) return written;
  if (auto synced = m_replica.blobFiles().sync(blob.blob); !synced) return synced;
  auto& blobs = m_replica.file().blobs;
  auto transaction = sqlite::Transaction::begin(m_replica.file().connection());
  if (!transaction) return std::unexpected(transaction.error());
  if (auto added = blobs.addChunk(blob.blob, index); !added) return added;
  auto row = blobs.find(blob.blob);
  if (!row) return std::unexpected(row.error());
  // Whole, and it came from there.
  if (*row && (*row)->complete())
    if (auto set = blobs.setUploaded(blob.blob, true); !set) return set;
  m_filesMoved = true;
  return transaction->commit();
}

} // namespace meridian::app
