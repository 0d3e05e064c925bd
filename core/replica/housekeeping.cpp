// What a replica writes by itself: witnesses of storage, confirmations, the own card.
#include <algorithm>

#include "core/domain/campaign.h"
#include "core/domain/fact_fields.h"
#include "core/envelope/receipt.h"
#include "core/replica/own_card.h"
#include "core/replica/spaces_of_role.h"
#include "core/replica/state.h"

namespace meridian::replica {
namespace {

using domain::EntityKind;

bool isRefusedByRights(const Error& error) {
  return error.code == ErrorCode::NotAllowed || error.code == ErrorCode::NotYourMarket;
}

// Facts whose time of storage counts for somebody.
bool timeCounts(EntityKind kind) {
  return kind == EntityKind::Submission || kind == EntityKind::Verdict || kind == EntityKind::DelayNotice ||
         kind == EntityKind::HubDelayNotice || kind == EntityKind::Question || kind == EntityKind::Answer;
}

// Somebody else's receipt is witnessed here only if its author has not done so after a while.
constexpr Duration graceForAuthor = std::chrono::minutes{5};

// About 300 bytes each, so that a change stays far from its limit.
constexpr std::size_t witnessesPerChange = 256;

bool isOwnCampaignGenesis(const store::ChangeRow& row, const std::map<SpaceId, SpaceId>& campaignOf) {
  const auto owner = campaignOf.find(row.space);
  return row.local && row.change.header().kind == static_cast<std::uint8_t>(envelope::Kind::Genesis) &&
         owner != campaignOf.end() && owner->second == row.space;
}

} // namespace

Result<bool> Replica::housekeep() {
  bool wrote = false;
  for (const auto& step : {&Replica::witnessReceipts, &Replica::confirmJoins, &Replica::shareMissingKeys,
                           &Replica::keepOwnCard}) {
    auto done = (this->*step)();
    if (!done) return done;
    wrote = wrote || *done;
  }
  return wrote;
}

Result<std::size_t> Replica::checkVouched(std::size_t limit) {
  State& state = *m_state;
  auto rows = state.file->changes.vouched(limit);
  if (!rows) return std::unexpected(rows.error());
  if (rows->empty()) return 0;
  auto transaction = store::Transaction::begin(state.file->connection());
  if (!transaction) return std::unexpected(transaction.error());
  for (const auto& row : *rows) {
    const bool holds = row.change.verifySignature();
    const auto checked = holds ? store::SignatureState::Verified : store::SignatureState::Absent;
    if (auto set = state.file->changes.setSignature(row.row, checked, !holds); !set)
      return std::unexpected(set.error());
  }
  if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
  return rows->size();
}

Result<void> Replica::State::keepReceipt(const store::ReceiptRow& receipt, const store::ChangeRow& row) {
  const auto& change = row.change;
  bool settled = false;
  if (change.chain() == envelope::Chain::Authority) {
    // The campaign's genesis lets any member show a wiped relay that the campaign belongs there.
    settled = !isOwnCampaignGenesis(row, campaignOf);
  } else if (receipt.forBlobs == change.header().blobs.empty()) {
    settled = true; // with files the second receipt counts: everything that was sent is there
  } else if (row.stage == store::Stage::Applied &&
             row.effect == static_cast<std::uint8_t>(domain::Effect::Counts)) {
    auto kinds = file->ops.kindsMadeBy(row.row);
    if (!kinds) return std::unexpected(kinds.error());
    settled = std::ranges::none_of(
        *kinds, [](std::uint16_t kind) { return timeCounts(static_cast<EntityKind>(kind)); });
  }
  return file->outbox.addReceipt(receipt, settled);
}

// The fact that a receipt asks for here and now, and where it belongs; nothing if there is none to write.
struct Replica::Witness {
  SpaceId space;
  crdt::Op fact;
};

Result<std::optional<Replica::Witness>> Replica::witnessOf(const store::ReceiptRow& receipt,
                                                           const store::ChangeRow& row) {
  State& state = *m_state;
  crdt::Create create;
  if (isOwnCampaignGenesis(row, state.campaignOf)) {
    create.kind = static_cast<std::uint16_t>(EntityKind::GenesisReceipt);
    create.payload.set(domain::fact::genesis::receipt, crdt::Value(receipt.bytes));
    return Witness{row.space, std::move(create)};
  }
  const bool wanted = receipt.forBlobs == !row.change.header().blobs.empty();
  if (row.change.chain() != envelope::Chain::Content || !wanted) return std::nullopt;
  auto campaign = state.campaignOfSpace(row.space);
  if (!campaign) return std::unexpected(campaign.error());
  auto& list = state.cache(row.space).facts();
  const auto facts = list.all();
  if (!facts) return std::unexpected(facts.error());
  const auto ofChange = list.ofChange(receipt.change);
  const auto place =
      std::ranges::find_if(ofChange, [&](std::size_t at) { return timeCounts((**facts)[at].kind); });
  const auto* fact = place == ofChange.end() ? nullptr : &(**facts)[*place];
  const bool held = row.effect == static_cast<std::uint8_t>(domain::Effect::Held);
  if (fact != nullptr ? fact->meta.storedAt.has_value() : !held) return std::nullopt;
  domain::Received claim;
  claim.subject = receipt.change;
  claim.time = receipt.at;
  claim.evidence = domain::Evidence::Receipt;
  claim.receipt = receipt.bytes;
  if (fact != nullptr && fact->kind == EntityKind::Submission) {
    auto promise = promiseFor(**campaign, row.space, receipt.at);
    if (!promise) return std::unexpected(promise.error());
    claim.promise = *promise;
  }
  create.kind = static_cast<std::uint16_t>(EntityKind::Received);
  create.payload = domain::toValue(claim);
  return Witness{row.space, std::move(create)};
}

Result<bool> Replica::witnessReceipts() {
  State& state = *m_state;
  auto receipts = state.file->outbox.unwitnessedReceipts();
  if (!receipts) return std::unexpected(receipts.error());
  std::vector<const store::ReceiptRow*> done;
  std::map<SpaceId, std::vector<crdt::Op>> facts;
  std::set<ChangeId> told; // two relays may have given a receipt each
  for (const auto& receipt : *receipts) {
    auto row = state.file->changes.find(receipt.change);
    if (!row) return std::unexpected(row.error());
    if (!*row) continue;
    // What is not judged yet says nothing yet; its receipt keeps.
    const bool content = (*row)->change.chain() == envelope::Chain::Content;
    if (content && (*row)->stage != store::Stage::Applied) continue;
    auto witness = witnessOf(receipt, **row);
    if (!witness) return std::unexpected(witness.error());
    // Its author's turn; what its author has done already is done.
    if (*witness && !(*row)->local && receipt.at > state.clock->now() - graceForAuthor) continue;
    if (*witness && told.insert(receipt.change).second)
      facts[(*witness)->space].push_back(std::move((*witness)->fact));
    done.push_back(&receipt);
  }
  if (done.empty()) return false;
  auto transaction = Transaction::begin(*this);
  if (!transaction) return std::unexpected(transaction.error());
  bool wrote = false;
  for (auto& [space, ops] : facts) {
    auto written = writeWitnesses(*transaction, space, std::move(ops));
    if (!written) return written;
    wrote = wrote || *written;
  }
  for (const auto* receipt : done)
    if (auto set = state.file->outbox.setWitnessed(receipt->change, receipt->forBlobs); !set)
      return std::unexpected(set.error());
  if (auto committed = transaction->commit(); !committed) return std::unexpected(committed.error());
  return wrote;
}

// As few changes as the limits allow. A change counts whole or not at all, so where I may not write all of
// them each is tried by itself.
Result<bool> Replica::writeWitnesses(Transaction& transaction, const SpaceId& space,
                                     std::vector<crdt::Op> facts) {
  bool wrote = false;
  for (std::size_t begin = 0; begin < facts.size(); begin += witnessesPerChange) {
    const auto end = std::min(begin + witnessesPerChange, facts.size());
    const std::vector<crdt::Op> some(facts.begin() + static_cast<std::ptrdiff_t>(begin),
                                     facts.begin() + static_cast<std::ptrdiff_t>(end));
    auto written = transaction.content(space, some);
    wrote = wrote || written.has_value();
    if (written) continue;
    if (!isRefusedByRights(written.error())) return std::unexpected(written.error());
    if (some.size() == 1) continue;
    for (const auto& one : some) {
      auto alone = transaction.content(space, {one});
      if (!alone && !isRefusedByRights(alone.error())) return std::unexpected(alone.error());
      wrote = wrote || alone.has_value();
    }
  }
  return wrote;
}

Result<void> Replica::witnessImports(const std::vector<ChangeId>& changes) {
  State& state = *m_state;
  std::vector<SpaceWrite> writes;
  for (const auto& id : changes) {
    auto info = state.file->changes.info(id);
    if (!info) return std::unexpected(info.error());
    if (!*info || (*info)->stage != store::Stage::Applied) continue;
    auto campaign = state.campaignOfSpace((*info)->space);
    if (!campaign) return std::unexpected(campaign.error());
    const auto mine = (*campaign)->authority.roles(state.me(**campaign));
    const bool lead = std::ranges::any_of(
        mine, [](const auto& g) { return g.role != log::Role::Creator && g.role != log::Role::Viewer; });
    if (!lead) continue;
    auto& list = state.cache((*info)->space).facts();
    const auto facts = list.all();
    if (!facts) return std::unexpected(facts.error());
    const bool unwitnessed = std::ranges::any_of(list.ofChange(id), [&](std::size_t at) {
      const auto& fact = (**facts)[at];
      return fact.kind == EntityKind::Submission && !fact.meta.storedAt;
    });
    if (!unwitnessed) continue;
    domain::Received claim;
    claim.subject = id;
    claim.time = state.clock->now();
    claim.evidence = domain::Evidence::LeadImport;
    auto promise = promiseFor(**campaign, (*info)->space, claim.time);
    if (!promise) return std::unexpected(promise.error());
    claim.promise = *promise;
    crdt::Create create;
    create.kind = static_cast<std::uint16_t>(EntityKind::Received);
    create.payload = domain::toValue(claim);
    SpaceWrite one;
    one.space = (*info)->space;
    one.ops.emplace_back(std::move(create));
    writes.push_back(std::move(one));
  }
  if (writes.empty()) return {};
  auto written = write(std::move(writes));
  if (!written) return std::unexpected(written.error());
  return {};
}

Result<std::optional<domain::Promise>> Replica::promiseFor(const CampaignState& campaign,
                                                           const SpaceId& space, Instant received) {
  const auto info = campaign.authority.space(space);
  if (!info || info->market.empty()) return std::optional<domain::Promise>{};
  const crdt::KeyedEntity key{static_cast<std::uint16_t>(EntityKind::Market),
                              Bytes(info->market.begin(), info->market.end())};
  const auto entity = m_state->cache(campaign.row.id).entity(crdt::EntityId::keyed(key));
  if (!entity) return std::unexpected(entity.error());
  if (*entity == nullptr) return std::optional<domain::Promise>{};
  const auto market = domain::marketFrom(**entity);
  if (!market.schedule) return std::optional<domain::Promise>{};
  const auto slot = domain::slotFor(*market.schedule, received);
  if (!slot) return std::optional<domain::Promise>{};
  domain::Promise promise;
  promise.received = received;
  promise.due = slot->due;
  promise.dueLocal = slot->dueLocal;
  promise.zone = slot->zone;
  promise.scheduleRevision = market.scheduleRevision;
  return promise;
}

// An entry carries no time. Before the invitation expires any join of it is in time; later a relay's receipt
// has to say so.
Result<bool> Replica::joinedInTime(const CampaignState& campaign, const envelope::Invitation& invitation) {
  const Instant expiry = invitation.invite.expiry;
  if (m_state->clock->now() < expiry) return true;
  auto receipts = m_state->file->outbox.receipts(invitation.joins.front());
  if (!receipts) return std::unexpected(receipts.error());
  const auto relays = campaign.authority.counting().relays();
  return std::ranges::any_of(*receipts, [&](const store::ReceiptRow& receipt) {
    return relays.contains(receipt.relay) && receipt.at < expiry;
  });
}

Result<bool> Replica::confirmJoins() {
  State& state = *m_state;
  bool wrote = false;
  for (const auto& [id, ignored] : state.campaigns) {
    auto found = state.campaign(id);
    if (!found) return std::unexpected(found.error());
    CampaignState& campaign = **found;
    const MemberId me = state.me(campaign);
    if (me.isZero()) continue;
    const auto mine = campaign.authority.roles(me);
    struct Pending {
      ChangeId join;
      envelope::Invitation invitation;
      log::ItemDetail detail;
    };
    std::vector<Pending> pending;
    for (auto& invitation : campaign.authority.counting().invitations()) {
      // Two unconfirmed joins count for nothing and are shown; people decide.
      if (invitation.confirmed || invitation.withdrawn || invitation.joins.size() != 1) continue;
      // A confirmation that only the sealed half refuses closes it all the same.
      const auto inClear = campaign.authority.clear().invitation(invitation.id);
      if (!inClear || inClear->confirmed || inClear->withdrawn) continue;
      auto inTime = joinedInTime(campaign, invitation);
      if (!inTime) return std::unexpected(inTime.error());
      if (!*inTime) continue; // people decide, as about two joins
      const auto detail = campaign.authority.invitationDetail(invitation.id);
      if (!detail) continue;
      const bool may = std::ranges::any_of(mine, [&](const log::RoleGrant& grant) {
        return grant.confirmed && log::mayManage(grant.role, grant.market, detail->role, detail->market);
      });
      if (may) pending.push_back({invitation.joins.front(), std::move(invitation), *detail});
    }
    for (const auto& one : pending) {
      const auto* entry = campaign.authority.clear().entry(one.join);
      if (entry == nullptr) continue;
      const auto device = campaign.authority.clear().device(entry->author);
      if (!device) continue;
      const MemberId member{one.join.bytes};
      const log::KeyRecipient recipient{entry->author, device->box};

      auto transaction = Transaction::begin(*this);
      if (!transaction) return std::unexpected(transaction.error());
      std::vector<envelope::Item> items{envelope::Confirm{one.join}};
      for (auto& share : log::shareKeys(state.keyring, id, {recipient}))
        items.push_back(std::move(share));
      if (auto done = transaction->entry(id, std::move(items), {}); !done)
        return std::unexpected(done.error());
      // The spaces that the invitation opens, and those that have come since for this role.
      const auto forRole =
          spacesOfRole(this->spaces(id), id, one.detail.role, one.detail.market, std::nullopt);
      auto spaces = one.invitation.invite.spaces;
      for (const auto& space : forRole)
        if (std::ranges::find(spaces, space) == spaces.end()) spaces.push_back(space);
      for (const auto& space : spaces) {
        if (state.campaignOf.contains(space))
          if (auto loaded = state.campaignOfSpace(space); !loaded) return std::unexpected(loaded.error());
        const auto& counting = campaign.authority.counting();
        const auto capability = counting.capability(space, state.signKey.id());
        if (space == id || capability != envelope::Capability::Manage) continue;
        const bool byRole = std::ranges::find(forRole, space) != forRole.end();
        if (!byRole && !counting.opens(one.invitation, space)) continue;
        std::vector<envelope::Item> inSpace{envelope::MemberItem{member}};
        for (auto& share : log::shareKeys(state.keyring, space, {recipient}))
          inSpace.push_back(std::move(share));
        if (auto done = transaction->entry(space, std::move(inSpace), {}); !done)
          return std::unexpected(done.error());
      }
      if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
      wrote = true;
    }
  }
  return wrote;
}

Result<bool> Replica::keepOwnCard() {
  State& state = *m_state;
  bool wrote = false;
  for (const auto& [id, ignored] : state.campaigns) {
    auto found = state.campaign(id);
    if (!found) return std::unexpected(found.error());
    const MemberId me = state.me(**found);
    if (me.isZero()) continue;
    const auto roles = (*found)->authority.roles(me);
    const bool writes = std::ranges::any_of(roles, [](const log::RoleGrant& grant) {
      return grant.confirmed && grant.role != log::Role::Creator;
    });
    if (!writes) continue;
    const crdt::KeyedEntity key{static_cast<std::uint16_t>(EntityKind::Person),
                                Bytes(me.bytes.begin(), me.bytes.end())};
    if (entity(id, crdt::EntityId::keyed(key)) != nullptr) continue; // carryToOwnCards() keeps it up
    auto ops = ownCard(me, profile(), nullptr);
    if (auto written = write({{id, std::move(ops)}}); !written) return std::unexpected(written.error());
    wrote = true;
  }
  return wrote;
}

Result<void> Replica::carryToOwnCards(const ProfileInfo& info) {
  State& state = *m_state;
  const ProfileInfo was = profile();
  std::vector<SpaceId> ids;
  for (const auto& [id, ignored] : state.campaigns)
    ids.push_back(id);
  for (const auto& id : ids) {
    auto found = state.campaign(id);
    if (!found) return std::unexpected(found.error());
    const MemberId me = state.me(**found);
    if (me.isZero()) continue;
    std::vector<SpaceWrite> writes;
    const auto carry = [&](const SpaceId& space, std::vector<crdt::Op> ops) {
      if (!ops.empty()) writes.push_back({space, std::move(ops)});
    };
    const crdt::KeyedEntity person{static_cast<std::uint16_t>(EntityKind::Person),
                                   Bytes(me.bytes.begin(), me.bytes.end())};
    if (const auto* card = entity(id, crdt::EntityId::keyed(person)))
      carry(id, ownCard(me, info, card, &was));
    const bool isCreator =
        std::ranges::any_of((*found)->authority.roles(me),
                            [](const log::RoleGrant& grant) { return grant.role == log::Role::Creator; });
    for (const auto& space : isCreator ? spaces(id) : std::vector<store::SpaceRow>{}) {
      if (space.kind != static_cast<std::uint8_t>(log::SpaceKind::Creator)) continue;
      const auto people = authority(space.id).people(space.id);
      const bool mine = std::ranges::any_of(people, [&](const log::RoleGrant& grant) {
        return grant.role == log::Role::Creator && grant.member == me;
      });
      const crdt::KeyedEntity creator{static_cast<std::uint16_t>(EntityKind::Creator), {}};
      if (mine) carry(space.id, ownCreatorCard(info, entity(space.id, crdt::EntityId::keyed(creator)), &was));
    }
    if (writes.empty()) continue;
    // Whose role has ended, or is not confirmed yet, has no card to keep up.
    if (auto written = write(std::move(writes)); !written && !isRefusedByRights(written.error()))
      return std::unexpected(written.error());
  }
  return {};
}

// For Access and Founding.

sealing::BoxPublicKey Replica::boxPublicKey() const { return m_state->boxKey.publicKey(); }

Result<std::vector<envelope::Item>> Replica::keyShares(const SpaceId& space,
                                                       const std::vector<log::KeyRecipient>& to) const {
  if (auto loaded = m_state->campaignOfSpace(space); !loaded) return std::unexpected(loaded.error());
  return log::shareKeys(m_state->keyring, space, to);
}

} // namespace meridian::replica
