#include <algorithm>

#include "core/replica/state.h"

#include "core/base/limits.h"
#include "core/base/planted.h"

namespace meridian::replica {
namespace {

// Far below what one change can name (core/base/limits.h), so that several may join at once.
constexpr std::size_t headsToJoin = 64, frontierToJoin = 1024;

} // namespace

struct Replica::Transaction::Work {
  Work(State& held, store::Transaction begun) : state(held), transaction(std::move(begun)) {}

  State& state;
  std::optional<store::Transaction> transaction;
  std::set<SpaceId> campaigns; // touched
  std::vector<store::CampaignRow> rows;
  Notice notice;
  bool committed = false;

  [[nodiscard]] Result<void> store(const SpaceId& campaign, const envelope::Change& change,
                                   const std::optional<Instant>& holdUntil, std::int64_t& row) {
    store::ChangeRow entry;
    entry.change = change;
    entry.space = change.space();
    entry.signature = store::SignatureState::Verified;
    entry.stage = store::Stage::Waiting;
    entry.local = true;
    auto inserted = state.file->changes.insert(entry);
    if (!inserted) return std::unexpected(inserted.error());
    row = *inserted;
    store::OutboxRow out;
    out.change = change.id();
    out.space = change.space();
    out.changeRow = row;
    out.holdUntil = holdUntil;
    const bool forgotten = planted(Bug::ForgetOutboxEntry) && row % 11 == 0;
    if (!forgotten)
      if (auto added = state.file->outbox.add(out); !added) return added;
    campaigns.insert(campaign);
    notice.campaign = campaign;
    notice.outbox = true;
    if (std::ranges::find(notice.spaces, change.space()) == notice.spaces.end())
      notice.spaces.push_back(change.space());
    return {};
  }

  // Stores an authority entry of this device and lets it take effect; NotAllowed if it has none.
  [[nodiscard]] Result<void> storeEntry(CampaignState& campaign, const envelope::Change& change) {
    std::int64_t row = 0;
    if (auto stored = store(campaign.row.id, change, std::nullopt, row); !stored) return stored;
    if (auto noted = state.keysAreDue(campaign.row.id); !noted) return noted;
    if (auto added = state.applyEntry(campaign, change); !added) return added;
    if (campaign.authority.counting().effectiveItems(change.id()) == nullptr)
      return fail(ErrorCode::NotAllowed, "authority entry without effect");
    if (auto followed = state.afterEntry(campaign, change); !followed) return followed;
    return state.file->changes.setApplied(row, static_cast<std::uint8_t>(domain::Effect::Counts), {}, {}, 0);
  }

  // The tip of this device's chain. The first change of a new incarnation names the old one's last id.
  [[nodiscard]] Result<log::Author> author(const SpaceId& space, envelope::Chain chain) {
    auto tip = state.file->changes.tip({space, state.signKey.id(), state.marker.incarnation(), chain});
    if (!tip) return std::unexpected(tip.error());
    envelope::ChainPosition position = tip->value_or(envelope::ChainPosition{});
    if (planted(Bug::ReuseSequence) && position.seq > 3)
      if (auto last = state.file->changes.find(position.id); last && *last)
        position = {position.seq - 1, (*last)->change.header().prev};
    if (!*tip) {
      auto old = state.file->settings.get(setting::previousIncarnation);
      if (!old) return std::unexpected(old.error());
      if (*old) {
        if (const auto previous = Incarnation::fromHex(**old)) {
          auto last = state.file->changes.tip({space, state.signKey.id(), *previous, chain});
          if (!last) return std::unexpected(last.error());
          auto info = state.file->changes.info(*last ? (*last)->id : ChangeId{});
          if (!info) return std::unexpected(info.error());
          // Not if it was refused with its join: nobody has it, nor ever will.
          if (*info && (*info)->stage == store::Stage::Applied) position.id = (*info)->id;
        }
      }
    }
    return log::Author{state.signKey, state.marker.incarnation(), position};
  }
};

Replica::Transaction::Transaction(std::unique_ptr<Work> work) : m_work(std::move(work)) {}
Replica::Transaction::Transaction(Transaction&&) noexcept = default;

Result<Replica::Transaction> Replica::Transaction::begin(Replica& replica) {
  State& state = *replica.m_state;
  // What is signed rests on what was read, and what could not be read answered as if it were not there. Where
  // memory alone was short, all is read anew for the next try.
  if (auto damage = state.damage()) {
    if (damage->code == ErrorCode::OutOfMemory) replica.outOfMemory();
    return std::unexpected(std::move(*damage));
  }
  if (auto caughtUp = state.catchUp(); !caughtUp) return std::unexpected(caughtUp.error());
  auto begun = store::Transaction::begin(state.file->connection());
  if (!begun) return std::unexpected(begun.error());
  return Transaction(std::make_unique<Work>(state, std::move(*begun)));
}

Replica::Transaction::~Transaction() {
  if (!m_work || m_work->committed) return;
  m_work->transaction.reset(); // rolls back
  for (const auto& campaign : m_work->campaigns)
    m_work->state.forget(campaign);
}

Result<void> Replica::Transaction::campaign(const store::CampaignRow& row) {
  if (auto put = m_work->state.file->campaigns.put(row); !put) return put;
  m_work->rows.push_back(row);
  m_work->notice.campaign = row.id;
  m_work->notice.membership = true;
  return {};
}

Result<ChangeId> Replica::Transaction::content(const SpaceId& space, std::vector<crdt::Op> ops,
                                               const WriteOptions& options) {
  if (auto joined = joinHeads(space); !joined) return std::unexpected(joined.error());
  auto frontier = m_work->state.file->changes.frontier(space);
  if (!frontier) return std::unexpected(frontier.error());
  return put(space, std::move(*frontier), std::move(ops), options);
}

// One change can name so many others and no more. Whoever writes many side by side must not stop everybody:
// what has grown too wide is joined first, by changes and entries that say nothing else.
Result<void> Replica::Transaction::joinHeads(const SpaceId& space) {
  if (auto joined = joinEntries(space); !joined) return joined;
  for (;;) {
    auto frontier = m_work->state.file->changes.frontier(space);
    if (!frontier) return std::unexpected(frontier.error());
    if (frontier->size() <= frontierToJoin) return {};
    frontier->resize(frontierToJoin);
    if (auto joined = put(space, std::move(*frontier), {}, {}); !joined)
      return std::unexpected(joined.error());
  }
}

Result<void> Replica::Transaction::joinEntries(const SpaceId& space) {
  State& state = m_work->state;
  auto campaign = state.campaignOfSpace(space);
  if (!campaign) return std::unexpected(campaign.error());
  const log::KeyRecipient self{state.signKey.id(), state.boxKey.publicKey()};
  for (const auto& log : std::set{(*campaign)->row.id, space})
    while ((*campaign)->authority.clear().heads(log).size() > headsToJoin && mayWriteEntry(log)) {
      auto joined = writeEntry(log, log::shareKeys(state.keyring, log, {self}), {});
      if (!joined) return std::unexpected(joined.error());
    }
  return {};
}

bool Replica::Transaction::mayWriteEntry(const SpaceId& space) const {
  const State& state = m_work->state;
  const auto& clear = state.campaigns.at(state.campaignOf.at(space)).authority.clear();
  const auto may = clear.capability(space, state.signKey.id());
  return may && *may >= envelope::Capability::Write &&
         state.keyring.current(space, log::KeyChain::Authority).has_value();
}

Result<ChangeId> Replica::Transaction::put(const SpaceId& space, std::vector<ChangeId> frontier,
                                           std::vector<crdt::Op> ops, const WriteOptions& options) {
  State& state = m_work->state;
  auto campaign = state.campaignOfSpace(space);
  if (!campaign) return std::unexpected(campaign.error());
  auto author = m_work->author(space, envelope::Chain::Content);
  if (!author) return std::unexpected(author.error());
  const auto key = state.keyring.current(space, log::KeyChain::Content);
  if (!key) return fail(ErrorCode::NotAllowed, "no key for this space");

  crdt::Body body;
  body.hlc = state.hlc.tick();
  body.claimedAt = state.clock->now();
  body.frontier = std::move(frontier);
  body.ops = std::move(ops);
  crdt::numberElements(body.ops);
  auto blobs = options.blobs;
  std::ranges::sort(blobs);
  blobs.erase(std::unique(blobs.begin(), blobs.end()), blobs.end());
  auto heads = (*campaign)->authority.headsFor(space);

  auto change = log::sealContent(*author, space, heads, std::move(blobs), body, *key, *state.random);
  if (!change) return std::unexpected(change.error());
  crdt::resolveSelf(body, change->id());
  auto judged = state.judge(**campaign, *change, body, std::nullopt);
  if (!judged) return std::unexpected(judged.error());
  if (judged->effect == domain::Effect::Void)
    return fail(judged->reason == "not-your-market" ? ErrorCode::NotYourMarket : ErrorCode::NotAllowed,
                std::string(judged->reason));

  std::int64_t row = 0;
  if (auto stored = m_work->store((*campaign)->row.id, *change, options.holdUntil, row); !stored)
    return std::unexpected(stored.error());
  auto applied = state.applyContent(**campaign, *change, row, &body, &*judged);
  if (!applied) return std::unexpected(applied.error());
  return change->id();
}

Result<ChangeId> Replica::Transaction::entry(const SpaceId& space, std::vector<envelope::Item> items,
                                             const log::EntryDetail& detail) {
  if (auto joined = joinEntries(space); !joined) return std::unexpected(joined.error());
  return writeEntry(space, std::move(items), detail);
}

Result<ChangeId> Replica::Transaction::writeEntry(const SpaceId& space, std::vector<envelope::Item> items,
                                                  const log::EntryDetail& detail) {
  State& state = m_work->state;
  auto campaign = state.campaignOfSpace(space);
  if (!campaign) return std::unexpected(campaign.error());
  auto author = m_work->author(space, envelope::Chain::Authority);
  if (!author) return std::unexpected(author.error());
  const auto key = state.keyring.current(space, log::KeyChain::Authority);
  if (!key) return fail(ErrorCode::NotAllowed, "no authority key for this space");
  auto parents = (*campaign)->authority.headsFor(space);
  if (parents.size() > limits::headsPerChange - 1) parents.resize(limits::headsPerChange - 1);
  // An author whose last entry had no effect, or is not among so many, names it beside the heads.
  if (!author->tip.id.isZero() && !(*campaign)->authority.clear().covers(parents, author->tip.id)) {
    parents.push_back(author->tip.id);
    std::ranges::sort(parents);
  }
  auto change = log::sealEntry(*author, envelope::Kind::Authority, space, std::move(parents), items, detail,
                               key->id, *key->key, *state.random);
  if (!change) return std::unexpected(change.error());
  if (auto stored = m_work->storeEntry(**campaign, *change); !stored) return std::unexpected(stored.error());
  return change->id();
}

Result<SpaceId> Replica::Transaction::genesis(const std::optional<SpaceId>& campaignId, log::SpaceKind kind,
                                              std::string_view market, std::vector<envelope::Item> items,
                                              log::EntryDetail detail,
                                              const std::vector<log::KeyRecipient>& recipients) {
  State& state = m_work->state;
  auto content = log::newEpoch(log::KeyChain::Content, recipients, *state.random);
  auto authorityEpoch = log::newEpoch(log::KeyChain::Authority, recipients, *state.random);
  const KeyId keyId = authorityEpoch.item.key;
  items.emplace_back(content.item);
  items.emplace_back(authorityEpoch.item);
  detail.kind = kind;
  detail.market = std::string(market);

  std::vector<ChangeId> parents;
  if (campaignId) {
    auto campaign = state.campaign(*campaignId);
    if (!campaign) return std::unexpected(campaign.error());
    if (auto joined = joinEntries(*campaignId); !joined) return std::unexpected(joined.error());
    parents = (*campaign)->authority.headsFor(*campaignId);
  }
  // A genesis is the first of its own chain: its space did not exist before it.
  const log::Author author{state.signKey, state.marker.incarnation(), {}};
  auto change = log::sealEntry(author, envelope::Kind::Genesis, SpaceId{}, std::move(parents), items, detail,
                               keyId, authorityEpoch.key, *state.random);
  if (!change) return std::unexpected(change.error());
  const SpaceId space = change->space();
  const SpaceId owner = campaignId.value_or(space);
  m_work->campaigns.insert(owner);
  if (!campaignId) {
    CampaignState fresh;
    fresh.row.id = space;
    fresh.row.membership = store::Membership::Member;
    if (auto put = state.file->campaigns.put(fresh.row); !put) return std::unexpected(put.error());
    state.campaigns.insert_or_assign(space, std::move(fresh));
  }
  CampaignState& campaign = state.campaigns.at(owner);
  const store::SpaceRow row{space, owner, static_cast<std::uint8_t>(kind), std::string(market)};
  if (auto put = state.file->campaigns.putSpace(row); !put) return std::unexpected(put.error());
  campaign.spaces.insert_or_assign(space, row);
  campaign.loaded.insert(space); // there is nothing yet to read
  state.campaignOf[space] = owner;
  for (auto* epoch : {&content, &authorityEpoch}) {
    const auto chain = static_cast<log::KeyChain>(epoch->item.chain);
    auto put = state.file->keys.put({epoch->item.key, space, epoch->item.chain, epoch->key.clone(), {}});
    if (!put) return std::unexpected(put.error());
    state.keyring.insert(space, chain, epoch->item.key, std::move(epoch->key), {});
  }
  if (auto stored = m_work->storeEntry(campaign, *change); !stored) return std::unexpected(stored.error());
  return space;
}

Result<ChangeId> Replica::Transaction::join(const SpaceId& campaignId, const envelope::ItemId& invite,
                                            const log::InvitationKeys& keys) {
  State& state = m_work->state;
  auto campaign = state.campaign(campaignId);
  if (!campaign) return std::unexpected(campaign.error());
  auto author = m_work->author(campaignId, envelope::Chain::Authority);
  if (!author) return std::unexpected(author.error());
  // A newcomer can join nothing else yet: of more heads than fit it names those that know its invitation.
  const auto& clear = (*campaign)->authority.clear();
  auto parents = (*campaign)->authority.headsFor(campaignId);
  if (parents.size() > limits::headsPerChange - 1) {
    std::ranges::stable_partition(parents,
                                  [&](const ChangeId& head) { return clear.covers({head}, invite.change); });
    parents.resize(limits::headsPerChange - 1);
    std::ranges::sort(parents);
  }
  auto change = log::makeJoin(*author, campaignId, std::move(parents), invite, keys, state.boxKey.publicKey(),
                              *state.random);
  if (!change) return std::unexpected(change.error());
  if (auto stored = m_work->storeEntry(**campaign, *change); !stored) return std::unexpected(stored.error());
  return change->id();
}

Result<void> Replica::Transaction::commit() {
  State& state = m_work->state;
  if (auto damage = state.damage()) return std::unexpected(std::move(*damage));
  if (auto saved = state.saveHlc(); !saved) return saved;
  if (auto counted = state.marker.countWrite(*state.file); !counted) return counted;
  if (auto done = m_work->transaction->commit(); !done) return done;
  state.marker.written();
  m_work->committed = true;
  m_work->transaction.reset();
  // From here it is written, whatever memory there is: nobody may be told that it is not.
  for (auto& row : m_work->rows) {
    const SpaceId id = row.id;
    try {
      state.campaigns[id].row = std::move(row);
      state.campaignOf[id] = id;
    } catch (const std::bad_alloc&) {
      state.forget(id); // and reads it anew
    }
  }
  if (!m_work->notice.spaces.empty() || m_work->notice.membership) state.notify(m_work->notice);
  return {};
}

} // namespace meridian::replica
