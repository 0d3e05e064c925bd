// Judging and storing: the offers of all peers that wait go into one transaction.
#include <algorithm>
#include <new>
#include <utility>

#include "sync/relay/mailbox_state.h"

#include "core/base/planted.h"

namespace meridian::relay {

using protocol::Finality;
using protocol::Reason;

void Mailbox::State::on(ConnectionId id, Peer& peer, protocol::Batch& message) {
  auto& gathering = peer.gathering;
  if (gathering.entries.empty()) gathering.space = message.space;
  for (auto& entry : message.entries) {
    peer.gatheredBytes += entry.change.size();
    gathering.entries.push_back(std::move(entry));
  }
  if (gathering.space != message.space || peer.gatheredBytes > limits::runBytes ||
      gathering.entries.size() > limits::runChanges)
    return bye(id, peer, protocol::ByeReason::Violation);
  if (message.more || gathering.entries.empty()) return;

  const auto bytes = std::exchange(peer.gatheredBytes, 0);
  Offer offer{.from = id, .batch = std::exchange(gathering, {})};
  const auto now = clock.now();
  const auto elapsed = std::max<std::int64_t>(0, toMillis(now) - toMillis(peer.tokensAt));
  peer.tokensAt = now;
  peer.tokens =
      std::min(double(options.changesBurst), peer.tokens + double(elapsed) * options.changesPerSecond / 1000);
  const auto count = double(offer.batch.entries.size());
  if (peer.tokens < count) return refuseAll(offer, Reason::Rate);
  peer.tokens -= count;
  pendingBytes += bytes;
  offers.push_back(std::move(offer));
}

void Mailbox::commit() {
  if (!commitDue()) return;
  try {
    m_state->commit();
  } catch (const std::bad_alloc&) {
    // What became of it is known to the store alone. Nobody is left waiting for an answer that was lost.
    for (const auto& [id, peer] : m_state->peers)
      m_state->giveUp(id);
  }
}

void Mailbox::State::commit() {
  auto gathered = std::exchange(offers, {});
  const auto pieces = std::exchange(chunks, {});
  pendingBytes = 0;
  std::vector<OfferOutcome> outcomes;
  std::vector<ChunkOutcome> chunkOutcomes;

  const auto write = [&]() -> Result<void> {
    if (auto begun = storage.begin(); !begun) return begun;
    for (auto& offer : gathered) {
      auto outcome = store(offer);
      if (!outcome) return std::unexpected(outcome.error());
      outcomes.push_back(std::move(*outcome));
    }
    for (const auto& chunk : pieces) {
      auto outcome = store(chunk);
      if (!outcome) return std::unexpected(outcome.error());
      if (*outcome) chunkOutcomes.push_back(std::move(**outcome));
    }
    return storage.commit();
  };
  const auto written = [&]() -> Result<void> {
    try {
      return write();
    } catch (const std::bad_alloc&) {
      return fail(ErrorCode::OutOfMemory, "a commit");
    }
  }();
  if (written) {
    ++counters.commits;
    failedInARow = 0;
    for (const auto& outcome : outcomes)
      tell(outcome);
    for (const auto& outcome : chunkOutcomes)
      tell(outcome);
    return;
  }
  // Nothing of the group is durable, so nothing of it may be believed or acknowledged.
  ++counters.commitFailures;
  const auto wait = std::min(retryMs << std::min(failedInARow++, 5u), retryMsMax);
  loaded = false; // until load() has done its work, whatever stops it
  storage.rollback();
  if (!load()) return shutDown();
  for (const auto& offer : gathered)
    refuseAll(offer, Reason::Busy, wait);
  // Chunks have no refusal: their senders begin anew, from what is durable.
  for (const auto& chunk : pieces)
    if (const auto found = peers.find(chunk.from); found != peers.end() && !found->second.closing)
      bye(chunk.from, found->second, protocol::ByeReason::Busy);
}

Result<OfferOutcome> Mailbox::State::store(Offer& offer) {
  OfferOutcome outcome;
  outcome.from = offer.from;
  outcome.space = offer.batch.space;
  std::vector<envelope::Change> changes;
  std::vector<std::vector<Receipt>> shown;
  for (auto& entry : offer.batch.entries) {
    auto change = envelope::Change::parse(entry.change);
    if (change && change->space() == offer.batch.space) {
      changes.push_back(std::move(*change));
      shown.push_back(std::move(entry.receipts));
      continue;
    }
    // What cannot be parsed is named by the hash that its author took for its id.
    const auto size = entry.change.size();
    const ByteView signedPart{entry.change.data(), size - std::min(size, envelope::signatureBytes)};
    outcome.refusals.push_back({.change = signing::hashAs<ChangeId>(signing::domains::change, {signedPart}),
                                .finality = Finality::Final,
                                .reason = Reason::Malformed});
  }
  const auto vouchers = envelope::judgeRuns(changes, envelope::Inner::Verify);
  // Changes without a signature wait for the one that vouches for them; by the id of the last of them.
  std::map<ChangeId, std::vector<std::size_t>> unsigned_;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const auto& change = changes[i];
    if (!vouchers[i]) {
      outcome.refusals.push_back(
          {.change = change.id(), .finality = Finality::Final, .reason = Reason::BadSignature});
      continue;
    }
    std::vector<std::size_t> run;
    if (const auto before = unsigned_.find(change.header().prev);
        before != unsigned_.end() && chainKeyOf(changes[before->second.back()]) == chainKeyOf(change)) {
      run = std::move(before->second);
      unsigned_.erase(before);
    }
    run.push_back(i);
    if (*vouchers[i] == envelope::Voucher::Absent) {
      unsigned_[change.id()] = std::move(run);
    } else if (auto stored = storeRun(offer, changes, shown, run, outcome); !stored) {
      return std::unexpected(stored.error());
    }
  }
  return outcome;
}

Result<void> Mailbox::State::storeRun(const Offer& offer, const std::vector<envelope::Change>& changes,
                                      const std::vector<std::vector<Receipt>>& shown,
                                      const std::vector<std::size_t>& run, OfferOutcome& outcome) {
  auto ruling = run.size() == 1 ? Result<Ruling>(Ruling{}) : judgeRun(offer, changes, shown, run);
  if (!ruling) return std::unexpected(ruling.error());
  for (const auto i : run) {
    if (ruling->reason) {
      // By itself each may be right: it is welcome with its own signature.
      outcome.refusals.push_back({.change = changes[i].id(),
                                  .finality = i == run.back() ? ruling->finality : Finality::Wait,
                                  .reason = *ruling->reason,
                                  .retryAfterMs = retryMs});
    } else if (auto stored = storeOne(offer, changes[i], shown[i], outcome); !stored) {
      return stored;
    }
  }
  return {};
}

Result<Ruling> Mailbox::State::judgeRun(const Offer& offer, const std::vector<envelope::Change>& changes,
                                        const std::vector<std::vector<Receipt>>& shown,
                                        const std::vector<std::size_t>& run) {
  const auto known = spaces.find(offer.batch.space);
  std::optional<envelope::ClearAuthority> ahead; // with the entries of the run that were judged
  std::uint64_t bytes = known == spaces.end() ? 0 : known->second.bytes;
  for (const auto i : run) {
    const auto& change = changes[i];
    if (known != spaces.end()) {
      auto held = storage.receipts(offer.batch.space, change.id());
      if (!held) return std::unexpected(held.error());
      if (*held) continue;
    }
    bytes += change.bytes().size();
    if (bytes > options.spaceBytesMax) return Ruling{Finality::Wait, Reason::Quota};
    const auto at = storedSince(change, shown[i], earlierOrNew(change, shown[i]));
    const auto ruling = ahead ? judgeBy(*ahead, change, at) : judge(offer, change, at, shown[i]);
    if (ruling.reason) return ruling;
    if (i == run.back() || change.chain() != envelope::Chain::Authority || !change.known()) continue;
    if (!ahead) {
      const auto campaign = campaigns.find(campaignOf(change));
      ahead = campaign == campaigns.end() ? envelope::ClearAuthority() : campaign->second;
    }
    (void)ahead->add(change); // what it would say is said when it is stored
  }
  return Ruling{};
}

Receipt Mailbox::State::earlierOrNew(const envelope::Change& change,
                                     const std::vector<Receipt>& shown) const {
  // A receipt of this identity from an earlier life of the store says when the change was first here.
  for (const auto& receipt : shown)
    if (receipt.kind == Receipt::Kind::Change && receipt.relay == relay && receipt.change == change.id() &&
        envelope::verifyReceipt(receipt))
      return receipt;
  return envelope::makeReceipt(identity, Receipt::Kind::Change, storage.generation(), change.id(),
                               clock.now());
}

// Only a join is judged by a clock. A campaign that comes from another relay brings those of its past, whose
// invitations have expired since: the relay that it named then says when they were stored.
Instant Mailbox::State::storedSince(const envelope::Change& change, const std::vector<Receipt>& shown,
                                    const Receipt& here) const {
  Instant since = here.at;
  if (change.header().kind != static_cast<std::uint8_t>(envelope::Kind::Join)) return since;
  const auto campaign = campaigns.find(campaignOf(change));
  if (campaign == campaigns.end()) return since;
  const auto named = campaign->second.relays();
  for (const auto& receipt : shown)
    if (receipt.kind == Receipt::Kind::Change && receipt.change == change.id() && receipt.at < since &&
        named.contains(receipt.relay) && envelope::verifyReceipt(receipt))
      since = receipt.at;
  return since;
}

SpaceId Mailbox::State::campaignOf(const envelope::Change& change) const {
  if (const auto known = spaces.find(change.space()); known != spaces.end()) return known->second.campaign;
  const auto items = envelope::decodeItems(change.clear());
  const auto* of = items && !items->empty() ? std::get_if<envelope::OfCampaign>(&items->front()) : nullptr;
  return of != nullptr ? of->campaign : change.space();
}

Result<void> Mailbox::State::storeOne(const Offer& offer, const envelope::Change& change,
                                      const std::vector<Receipt>& shown, OfferOutcome& outcome) {
  const auto refuse = [&](Finality finality, Reason reason) -> Result<void> {
    outcome.refusals.push_back({.change = change.id(),
                                .finality = finality,
                                .reason = reason,
                                .retryAfterMs = finality == Finality::Wait ? retryMs : 0});
    return {};
  };
  const auto& space = offer.batch.space;
  const auto known = spaces.find(space);
  if (known != spaces.end()) {
    auto held = storage.receipts(space, change.id());
    if (!held) return std::unexpected(held.error());
    if (*held) {
      ++counters.changesDuplicate;
      std::ranges::copy(**held, std::back_inserter(outcome.receipts));
      return {};
    }
    if (known->second.bytes + change.bytes().size() > options.spaceBytesMax)
      return refuse(Finality::Wait, Reason::Quota);
  }
  const auto& header = change.header();
  if (header.seq > 1) {
    auto linked = storage.holds(envelope::chainKeyOf(change), header.seq - 1, header.prev);
    if (!linked) return std::unexpected(linked.error());
    if (!*linked) return refuse(Finality::Wait, Reason::PredecessorMissing);
  }
  const auto receipt = earlierOrNew(change, shown);
  if (const auto ruling = judge(offer, change, storedSince(change, shown, receipt), shown); ruling.reason)
    return refuse(ruling.finality, *ruling.reason);

  if (known == spaces.end()) {
    spaces[space].campaign = campaignOf(change);
    if (auto added = storage.addSpace(space, spaces[space].campaign); !added) return added;
  }
  const bool isAuthority = change.chain() == envelope::Chain::Authority;
  if (isAuthority && change.known())
    if (auto added = authorityOf(space)->add(change); !added) return added;
  auto number = storage.add(space, change, receipt);
  if (!number) return std::unexpected(number.error());
  auto& held = spaces[space];
  held.number = *number;
  held.bytes += change.bytes().size();
  if (outcome.stored++ == 0) outcome.firstNumber = *number;
  outcome.lastNumber = *number;
  outcome.authorityMoved |= isAuthority;
  outcome.receipts.push_back(receipt);
  if (!change.known() || header.blobs.empty()) return {};
  auto durable = allDurable(space, header.blobs);
  if (!durable) return std::unexpected(durable.error());
  if (!*durable) return {};
  const auto second =
      envelope::makeReceipt(identity, Receipt::Kind::Blobs, storage.generation(), change.id(), clock.now());
  outcome.receipts.push_back(second);
  return storage.addReceipt(space, second);
}

Ruling Mailbox::State::judge(const Offer& offer, const envelope::Change& change, Instant at,
                             const std::vector<Receipt>& shown) {
  const auto& space = offer.batch.space;
  if (!spaces.contains(space)) return judgeGenesis(offer, change, at);
  if (planted(Bug::TrustConnection) && change.chain() == envelope::Chain::Content)
    if (const auto by = peers.find(offer.from);
        by != peers.end() &&
        authorityOf(space)->capability(space, by->second.key) >= envelope::Capability::Write)
      return {};
  const auto& authority = *authorityOf(space);
  const auto ruling = judgeBy(authority, change, at);
  const bool isClosed = ruling.reason == Reason::InvitationInvalid || ruling.reason == Reason::InvitationUsed;
  return isClosed && wasTaken(authority, change, shown) ? Ruling{} : ruling;
}

// What ended the invitation may have come back to a wiped store before the join that it did not know of.
// Without it nothing that rests on it would ever be taken again, though it counts on every replica.
bool Mailbox::State::wasTaken(const envelope::ClearAuthority& authority, const envelope::Change& change,
                              const std::vector<Receipt>& shown) const {
  if (change.header().kind != static_cast<std::uint8_t>(envelope::Kind::Join)) return false;
  const auto named = authority.relays();
  const bool isShown = std::ranges::any_of(shown, [&](const Receipt& receipt) {
    return receipt.kind == Receipt::Kind::Change && receipt.change == change.id() &&
           (receipt.relay == relay || named.contains(receipt.relay)) && envelope::verifyReceipt(receipt);
  });
  if (!isShown) return false;
  envelope::ClearAuthority with = authority;
  return with.add(change) && with.effectiveItems(change.id()) != nullptr;
}

Ruling Mailbox::State::judgeBy(const envelope::ClearAuthority& authority, const envelope::Change& change,
                               Instant at) {
  const auto space = change.space();
  if (!change.known()) {
    // Of a newer format or kind: its heads cannot be read here, so everything stored judges.
    const auto may = authority.capability(space, change.header().device);
    if (may && *may != envelope::Capability::Read) return {};
    return {Finality::Wait, Reason::NoRight};
  }
  const bool isEntry = change.chain() == envelope::Chain::Authority;
  const auto judged = isEntry ? authority.judgeEntry(change, at) : authority.judge(change);
  if (judged) return {};
  switch (judged.error().code) {
  case ErrorCode::NotFound:
    return {Finality::Wait, Reason::AuthorityMissing};
  case ErrorCode::NotAllowed:
    return {isEntry ? Finality::Wait : Finality::Final, Reason::NoRight};
  case ErrorCode::InvitationUsed:
    return {Finality::Final, Reason::InvitationUsed};
  case ErrorCode::InvitationExpired:
    return {Finality::Final, Reason::InvitationExpired};
  case ErrorCode::InvitationInvalid:
    return {Finality::Final, Reason::InvitationInvalid};
  case ErrorCode::UnsupportedFormat:
    return {Finality::Wait, Reason::NoRight};
  default:
    return {Finality::Final, Reason::Malformed};
  }
}

Ruling Mailbox::State::judgeGenesis(const Offer& offer, const envelope::Change& change, Instant at) {
  if (change.header().kind != static_cast<std::uint8_t>(envelope::Kind::Genesis))
    return {Finality::Wait, Reason::NotAdmitted};
  const auto items = envelope::decodeItems(change.clear());
  if (!items || items->empty()) return {Finality::Final, Reason::Malformed};
  if (const auto* of = std::get_if<envelope::OfCampaign>(&items->front())) {
    const auto campaign = campaigns.find(of->campaign);
    if (campaign == campaigns.end()) return {Finality::Wait, Reason::NotAdmitted};
    const auto judged = campaign->second.judgeEntry(change, at);
    if (judged) return {};
    if (judged.error().code == ErrorCode::NotFound) return {Finality::Wait, Reason::AuthorityMissing};
    return {Finality::Wait, Reason::NoRight};
  }
  const auto peer = peers.find(offer.from);
  const bool shown = peer != peers.end() && peer->second.admitted.contains(offer.batch.space);
  if (!shown && options.admission != Admission::Open) return {Finality::Wait, Reason::NotAdmitted};
  envelope::ClearAuthority fresh;
  if (!fresh.add(change)) return {Finality::Final, Reason::Malformed};
  // The code admits one campaign: whatever else it was shown for has to be founded elsewhere.
  if (campaigns.empty())
    for (auto& [id, other] : peers) {
      other.admitted.clear(); // receipts are shown again
      if (id == offer.from && shown) other.admitted.insert(offer.batch.space);
    }
  return {};
}

void Mailbox::State::refuseAll(const Offer& offer, Reason reason, std::uint32_t retryAfterMs) {
  const auto found = peers.find(offer.from);
  if (found == peers.end() || found->second.closing) return;
  protocol::Refusals refusals{.space = offer.batch.space, .refusals = {}};
  const auto send = [&] {
    if (!refusals.refusals.empty()) say(offer.from, found->second, refusals);
    refusals.refusals.clear();
  };
  for (const auto& entry : offer.batch.entries) {
    const auto change = envelope::Change::parse(entry.change);
    if (!change) continue;
    ++counters.refusedWait;
    refusals.refusals.push_back(
        {.change = change->id(), .finality = Finality::Wait, .reason = reason, .retryAfterMs = retryAfterMs});
    if (refusals.refusals.size() == limits::answersPerFrame) send();
  }
  send();
}

void Mailbox::State::tell(const OfferOutcome& outcome) {
  counters.changesStored += outcome.stored;
  for (const auto& refusal : outcome.refusals)
    ++(refusal.finality == Finality::Final ? counters.refusedFinal : counters.refusedWait);
  if (outcome.authorityMoved) authorityMoved(spaces[outcome.space].campaign);

  if (const auto found = peers.find(outcome.from); found != peers.end() && !found->second.closing) {
    auto& peer = found->second;
    std::uint64_t before = 0, after = 0;
    // Whoever brought the changes need not be sent them, if nobody else's lie between.
    const auto sub = peer.subscriptions.find(outcome.space);
    if (outcome.stored > 0 && sub != peer.subscriptions.end() && !sub->second.authorityOnly &&
        !sub->second.comparing && sub->second.sent + 1 == outcome.firstNumber) {
      before = sub->second.sent;
      after = sub->second.sent = outcome.lastNumber;
      sub->second.authoritySent = std::max(sub->second.authoritySent, after);
    }
    const auto& all = outcome.receipts;
    for (std::size_t at = 0; at < all.size();) {
      const auto end = std::min(all.size(), at + limits::answersPerFrame);
      // The cursor moves with the last frame, so that it never passes a receipt that was lost.
      const bool last = end == all.size();
      say(outcome.from, peer,
          protocol::Receipts{
              .space = outcome.space,
              .before = last ? before : 0,
              .after = last ? after : 0,
              .receipts = {all.begin() + std::ptrdiff_t(at), all.begin() + std::ptrdiff_t(end)}});
      at = end;
    }
    const auto& refused = outcome.refusals;
    for (std::size_t at = 0; at < refused.size();) {
      const auto end = std::min(refused.size(), at + limits::answersPerFrame);
      say(outcome.from, peer,
          protocol::Refusals{
              .space = outcome.space,
              .refusals = {refused.begin() + std::ptrdiff_t(at), refused.begin() + std::ptrdiff_t(end)}});
      at = end;
    }
  }
  if (outcome.stored == 0) return;
  for (auto& [id, peer] : peers)
    if (peer.subscriptions.contains(outcome.space)) wake(id);
}

void Mailbox::State::authorityMoved(const SpaceId& campaign) {
  for (auto& [id, peer] : peers) {
    if (!peer.loggedIn || peer.closing) continue;
    protocol::Positions lost;
    for (auto at = peer.subscriptions.begin(); at != peer.subscriptions.end();) {
      const bool keeps = spaces[at->first].campaign != campaign || mayRead(peer, at->first) ||
                         lost.positions.size() == limits::cursorsPerFrame;
      if (!keeps) {
        lost.positions.push_back({.space = at->first, .standing = protocol::Standing::Refused});
        peer.invitedTo.erase(at->first); // to be told when it is served again
      }
      at = keeps ? std::next(at) : peer.subscriptions.erase(at);
    }
    if (!lost.positions.empty()) say(id, peer, lost);
    takeBudget(peer);
    peer.spacesChanged = true;
    wake(id);
  }
}

} // namespace meridian::relay
