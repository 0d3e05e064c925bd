#include "app/session/replica_store.h"

#include <algorithm>

#include "app/session/addresses.h"
#include "core/base/limits.h"
#include "core/base/planted.h"
#include "core/domain/fact_fields.h"
#include "core/sqlite/transaction.h"

namespace meridian::app {
namespace {

using envelope::Receipt;

// The name of the error that has a sentence for it, or else the protocol's own.
std::string_view nameOf(protocol::Reason reason) {
  const ErrorCode code = protocol::errorOf(reason);
  return code == ErrorCode::RefusedByRelay ? protocol::reasonName(reason) : errorName(code);
}

} // namespace

ReplicaStore::ReplicaStore(replica::Replica& replica, const SpaceId& campaign, const RelayId& relay)
    : m_replica(replica), m_campaign(campaign), m_relay(relay), m_comparisons(replica, campaign, relay) {}

std::vector<protocol::Cursor> ReplicaStore::cursors() {
  std::map<SpaceId, store::CursorRow> known;
  auto rows = m_replica.file().cursors.all(m_relay);
  if (ok(rows))
    for (auto& row : *rows)
      known.emplace(row.space, std::move(row));
  std::vector<protocol::Cursor> cursors;
  auto add = [&](const SpaceId& space) {
    protocol::Cursor cursor{.space = space, .generation = {}, .number = 0};
    if (const auto row = known.find(space); row != known.end())
      if (const auto generation = protocol::Generation::from(row->second.generation)) {
        cursor.generation = *generation;
        cursor.number = row->second.number;
      }
    cursors.push_back(cursor);
  };
  add(m_campaign);
  for (const auto& space : m_replica.spaces(m_campaign))
    if (space.id != m_campaign) add(space.id);
  return cursors;
}

const std::map<SpaceId, store::OutboxTable::Waiting>& ReplicaStore::waiting() {
  auto& outbox = m_replica.file().outbox;
  if (m_waitingAsOf == outbox.revision()) return m_waiting;
  auto rows = outbox.waitingBySpace();
  if (!ok(rows)) return m_waiting;
  m_waiting.clear();
  for (const auto& row : *rows)
    if (m_replica.campaignOf(row.space) == m_campaign) m_waiting.emplace(row.space, row);
  m_waitingAsOf = outbox.revision();
  return m_waiting;
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

void ReplicaStore::blobsUpTo(std::uint64_t bytes) { (void)ok(m_replica.noteBlobBytesMax(m_campaign, bytes)); }

void ReplicaStore::admitted(const SpaceId& campaign, bool accepted) {
  if (campaign == m_campaign) m_notAdmitted = !accepted;
}

Result<client::Accepted> ReplicaStore::accept(client::IncomingRun run) {
  replica::Replica::Incoming incoming;
  for (const auto& change : run.changes) {
    const auto bytes = change.change.bytes();
    incoming.changes.emplace_back(bytes.begin(), bytes.end());
  }
  if (planted(Bug::CursorBeforeStore) && run.cursor) (void)moveCursor(*run.cursor);
  incoming.receipts = receiptsIn(run);
  if (run.cursor) incoming.cursor = rowOf(*run.cursor);
  auto results = m_replica.receive(incoming);
  if (!results) return std::unexpected(results.error());
  m_moved = m_moved || !run.changes.empty();
  m_filesMoved = m_filesMoved || !run.changes.empty();
  const bool whole = std::ranges::all_of(*results, replica::fits);
  return whole ? client::Accepted::Whole : client::Accepted::InPart;
}

// A receipt that came with somebody else's change lets this replica state when it was stored, if its
// author never does.
std::vector<store::ReceiptRow> ReplicaStore::receiptsIn(const client::IncomingRun& run) const {
  std::vector<store::ReceiptRow> rows;
  for (const auto& change : run.changes)
    for (const auto& receipt : change.receipts)
      if (receipt.relay == m_relay && receipt.change == change.change.id() &&
          envelope::verifyReceipt(receipt))
        rows.push_back(toReplica(receipt));
  return rows;
}

store::CursorRow ReplicaStore::rowOf(const protocol::Cursor& cursor) const {
  return {.space = cursor.space,
          .relay = m_relay,
          .generation = Bytes(cursor.generation.bytes.begin(), cursor.generation.bytes.end()),
          .number = cursor.number};
}

Result<void> ReplicaStore::moveCursor(const protocol::Cursor& cursor) {
  auto moved = m_replica.receive({.changes = {}, .cursor = rowOf(cursor)});
  if (!moved) return std::unexpected(moved.error());
  return {};
}

// A cursor stands for what is known of one relay's store: the only one of its space, since what was stored
// or uploaded is noted once and not for each relay. Whoever is met again after another one compares anew.
Result<void> ReplicaStore::startOver(const SpaceId& space, const protocol::Generation& generation) {
  const auto cursor = rowOf({.space = space, .generation = generation, .number = 0});
  auto& file = m_replica.file();
  auto known = file.cursors.find(space, m_relay);
  if (!known) return std::unexpected(known.error());
  if (*known && (*known)->generation == cursor.generation) return {};
  auto blobs = blobsNamedIn(space);
  if (!blobs) return std::unexpected(blobs.error());
  auto transaction = sqlite::Transaction::begin(file.connection());
  if (!transaction) return std::unexpected(transaction.error());
  if (auto reopened = file.outbox.reopen(space); !reopened) return reopened;
  for (const auto& blob : *blobs)
    if (auto set = file.blobs.setUploaded(blob, false); !set) return set;
  if (auto forgotten = file.cursors.forget(space); !forgotten) return forgotten;
  if (auto set = file.cursors.set(cursor); !set) return set;
  return transaction->commit();
}

Result<std::set<BlobId>> ReplicaStore::blobsNamedIn(const SpaceId& space) {
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
  return blobs;
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
  if (!this->waiting().contains(space)) return changes;
  auto waiting = m_replica.file().outbox.waiting(space);
  if (!ok(waiting)) return changes;
  std::set<envelope::ChainKey> ended;
  for (const auto& row : *waiting) {
    if (changes.size() >= limit) break;
    auto info = m_replica.file().changes.info(row.change);
    if (!ok(info) || !*info || (*info)->chain != half) continue;
    const envelope::ChainKey chain{space, (*info)->device, (*info)->incarnation, half};
    if (ended.contains(chain)) continue;
    if (row.staysHere(m_replica.clock().now())) {
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

void ReplicaStore::served(const SpaceId& space, bool isServed) {
  const bool isNews = isServed ? m_notServed.erase(space) > 0 : m_notServed.insert(space).second;
  if (isNews) m_notServedAsOf.reset();
}

bool ReplicaStore::notServed() {
  if (!m_notServed.contains(m_campaign)) return false;
  const auto known = m_replica.campaign(m_campaign);
  return known && known->membership == store::Membership::Member;
}

client::SyncStore::Comparisons ReplicaStore::comparisons(const std::vector<protocol::Cursor>& read) {
  auto due = m_comparisons.due(read);
  return ok(due) ? std::move(*due) : Comparisons{};
}

void ReplicaStore::compared(const protocol::Cursor& read) { (void)ok(m_comparisons.done(read)); }

Result<void> ReplicaStore::doubt(const SpaceId& space) { return m_replica.file().cursors.forget(space); }

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
  auto end = rows->begin();
  for (std::size_t bytes = 0; end != rows->end(); ++end) {
    bytes += end->change.bytes().size();
    if (bytes > limits::runBytes || staysHere(*end)) break;
  }
  const auto seqOf = [](const auto& at) { return at->change.header().seq; };
  while (end != rows->begin() && end != rows->end() && seqOf(end) == seqOf(end - 1))
    --end; // nor here
  rows->erase(end, rows->end());
  // Branches are judged each by itself, so that every one of them is to carry its own signatures.
  if (!*forked) {
    const auto last = std::ranges::find_if(rows->rbegin(), rows->rend(), [](const store::ChangeRow& row) {
      return row.signature == store::SignatureState::Verified ||
             (row.signature == store::SignatureState::Vouched && row.change.verifySignature());
    });
    if (last != rows->rend()) rows->erase(last.base(), rows->end());
  }
  for (auto& row : *rows) {
    const bool isLast = &row == &rows->back();
    changes.push_back(outgoingFrom(std::move(row), *forked || isLast));
  }
  return changes;
}

// Mine that were refused or are held back; nothing after them fits the chain.
bool ReplicaStore::staysHere(const store::ChangeRow& row) {
  if (!row.local) return false;
  const auto delivery = m_replica.delivery(row.change.id());
  return delivery && delivery->staysHere(m_replica.clock().now());
}

void ReplicaStore::sent(const std::vector<ChangeId>& changes) { (void)ok(m_replica.noteSent(changes)); }

Result<void> ReplicaStore::stored(const std::vector<client::Receipt>& receipts) {
  std::vector<store::ReceiptRow> rows;
  for (const auto& receipt : receipts) {
    m_filesMoved = m_filesMoved || receipt.kind == Receipt::Kind::Blobs;
    rows.push_back(toReplica(receipt));
  }
  m_moved = true;
  return m_replica.noteReceipts(rows);
}

// Whether this replica finds what the relay says of an own change. What is malformed, too large or badly
// signed was never stored here, whatever a relay says of it.
bool ReplicaStore::agrees(const protocol::Refusal& refusal) {
  using enum protocol::Reason;
  const auto row = m_replica.file().changes.find(refusal.change);
  if (!ok(row) || !*row || !(*row)->local || !m_replica.campaignOf((*row)->space)) return false;
  if (planted(Bug::BelieveRefusal)) return true;
  const auto& change = (*row)->change;
  switch (refusal.reason) {
  case InvitationUsed:
  case InvitationExpired:
  case InvitationInvalid: { // its word holds: it keeps the first join, and judges expiry by its clock
    if (change.header().kind != static_cast<std::uint8_t>(envelope::Kind::Join)) return false;
    // But not against a manager, who has confirmed this one.
    const auto invitations = m_replica.authority(m_campaign).counting().invitations();
    return std::ranges::none_of(invitations, [&](const auto& one) { return one.confirmed == change.id(); });
  }
  case NoRight:
  case BeyondCut: {
    if (change.chain() == envelope::Chain::Authority) return false;
    const auto judged = m_replica.authority(change.space()).clear().judge(change);
    return !judged && judged.error().code == ErrorCode::NotAllowed;
  }
  default:
    return false;
  }
}

void ReplicaStore::refused(const SpaceId& space, const protocol::Refusal& refusal) {
  using enum protocol::Reason;
  if (refusal.finality == protocol::Finality::Wait || !agrees(refusal)) {
    // What passes by itself in a moment, or says of another one only that it waits, is nothing to tell.
    if (refusal.reason != Busy && refusal.reason != Rate && refusal.reason != PredecessorMissing)
      m_waitingFor.push_back({refusal.change, nameOf(refusal.reason)});
    if (refusal.reason == AuthorityMissing) m_comparisons.relayLacks(space, refusal.change);
    return;
  }
  (void)ok(m_replica.noteRejected(refusal.change, nameOf(refusal.reason)));
  m_moved = true;
}

// What is written meanwhile waits for the same reason.
Result<void> ReplicaStore::addNotServed() {
  const auto revision = m_replica.file().outbox.revision();
  if (m_notServed.empty() || m_notServedAsOf == revision) return {};
  m_notServedAsOf = revision;
  for (const auto& space : m_notServed) {
    auto rows = m_replica.file().outbox.waiting(space);
    if (!rows) return std::unexpected(rows.error());
    for (const auto& row : *rows)
      if (row.delivery != store::Delivery::Rejected)
        m_waitingFor.push_back({row.change, errorName(ErrorCode::NotServed)});
  }
  return {};
}

Result<void> ReplicaStore::keepReasons() {
  if (auto added = addNotServed(); !added) return added;
  const auto reasons = std::exchange(m_waitingFor, {});
  return m_replica.noteWaiting(reasons);
}

} // namespace meridian::app
