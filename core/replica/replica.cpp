#include "core/replica/replica.h"

#include <algorithm>

#include "core/base/planted.h"
#include "core/crypto/signing/blob_address.h"
#include "core/envelope/receipt.h"
#include "core/replica/state.h"

namespace meridian::replica {
namespace {

// Of several roles the one that may do most names the person.
int rank(log::Role role) {
  switch (role) {
  case log::Role::BrandLead:
    return 9;
  case log::Role::CampaignLead:
    return 8;
  case log::Role::CampaignDeputy:
    return 7;
  case log::Role::HubLead:
    return 6;
  case log::Role::Deputy:
    return 5;
  case log::Role::Analyst:
    return 4;
  case log::Role::Agency:
    return 3;
  case log::Role::Creator:
    return 2;
  case log::Role::Viewer:
    return 1;
  }
  return 0;
}

} // namespace

Replica::Replica(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Replica::~Replica() = default;

const Clock& Replica::clock() const { return *m_state->clock; }
RandomSource& Replica::random() { return *m_state->random; }
store::ReplicaFile& Replica::file() { return *m_state->file; }
store::BlobFiles& Replica::blobFiles() { return m_state->blobs; }
const std::filesystem::path& Replica::directory() const { return m_state->directory; }
DeviceId Replica::device() const { return m_state->signKey.id(); }
const signing::SigningKey& Replica::signingKey() const { return m_state->signKey; }
Incarnation Replica::incarnation() const { return m_state->marker.incarnation(); }
std::uint64_t Replica::contentsOpened() const { return m_state->contentsOpened; }
std::optional<Error> Replica::damage() const { return m_state->damage(); }
Error Replica::reasonOf(Error refusal) const {
  auto damage = m_state->damage();
  return damage && errorClass(refusal.code) != ErrorClass::Damaged ? std::move(*damage) : std::move(refusal);
}

void Replica::outOfMemory() {
  State& state = *m_state;
  if (planted(Bug::StayAhead)) return;
  state.caches.clear();
  state.campaigns.clear();
  state.campaignOf.clear();
  state.keyring = log::Keyring();
  state.file->knowledge.forget();
  ++state.authorityRevision;
  state.behind = true;
  Result<void> read;
  try {
    read = state.marker.readAgain(*state.file);
  } catch (const std::bad_alloc&) {
    read = fail(ErrorCode::OutOfMemory);
  }
  if (read) read = state.catchUp();
  if (!read) state.noteFailure(read.error());
}

std::optional<SetBack> Replica::setBack() const {
  auto found = noted(*m_state->file);
  if (!found) {
    m_state->noteFailure(found.error());
    return std::nullopt;
  }
  return *found;
}

Result<void> Replica::toldOfSetBack() { return forgetNoted(*m_state->file); }

std::vector<CampaignRef> Replica::campaigns() const {
  std::vector<CampaignRef> all;
  if (auto caughtUp = m_state->catchUp(); !caughtUp) {
    m_state->noteFailure(caughtUp.error());
    return all;
  }
  for (const auto& [id, state] : m_state->campaigns)
    if (auto ref = campaign(id)) all.push_back(std::move(*ref));
  std::ranges::sort(all, {},
                    [this](const CampaignRef& ref) { return m_state->campaigns.at(ref.id).row.position; });
  return all;
}

std::optional<CampaignRef> Replica::campaign(const SpaceId& id) const {
  auto found = m_state->campaign(id);
  if (!found) {
    if (found.error().code != ErrorCode::NoCampaign) m_state->noteFailure(found.error());
    return std::nullopt;
  }
  const CampaignState& state = **found;
  CampaignRef ref;
  ref.id = id;
  ref.title = state.row.title;
  ref.membership = state.row.membership;
  ref.me = m_state->me(state);
  const auto roles = state.authority.roles(ref.me);
  const auto highest =
      std::ranges::max_element(roles, {}, [](const log::RoleGrant& g) { return rank(g.role); });
  if (highest != roles.end()) {
    ref.role = highest->role;
    ref.market = highest->market;
  }
  return ref;
}

const log::Authority& Replica::authority(const SpaceId& space) const {
  auto found = m_state->campaignOfSpace(space);
  if (found) return (*found)->authority;
  static const log::Authority none;
  m_state->noteFailure(found.error());
  return none;
}

std::optional<SpaceId> Replica::campaignOf(const SpaceId& space) const {
  if (auto caughtUp = m_state->catchUp(); !caughtUp) {
    m_state->noteFailure(caughtUp.error());
    return std::nullopt;
  }
  const auto at = m_state->campaignOf.find(space);
  if (at == m_state->campaignOf.end()) return std::nullopt;
  return at->second;
}

std::vector<store::SpaceRow> Replica::spaces(const SpaceId& campaign) const {
  std::vector<store::SpaceRow> all;
  const auto at = m_state->campaigns.find(campaign);
  if (at == m_state->campaigns.end()) return all;
  for (const auto& [id, row] : at->second.spaces)
    all.push_back(row);
  return all;
}

bool Replica::readable(const SpaceId& space) const {
  if (auto loaded = m_state->campaignOfSpace(space); !loaded) {
    m_state->noteFailure(loaded.error());
    return false;
  }
  return m_state->keyring.opensAll(space, log::KeyChain::Content);
}

Result<std::vector<ChangeId>> Replica::write(std::vector<SpaceWrite> writes) {
  auto transaction = Transaction::begin(*this);
  if (!transaction) return std::unexpected(transaction.error());
  std::vector<ChangeId> ids;
  for (auto& one : writes) {
    auto id = transaction->content(one.space, std::move(one.ops), one.options);
    if (!id) return std::unexpected(id.error());
    ids.push_back(*id);
  }
  if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
  return ids;
}

const crdt::EntityState* Replica::entity(const SpaceId& space, const crdt::EntityId& id) {
  return m_state->orNothing(m_state->cache(space).entity(id));
}

std::vector<const crdt::EntityState*> Replica::entities(const SpaceId& space, domain::EntityKind kind) {
  return m_state->orNothing(m_state->cache(space).ofKind(kind));
}

const std::vector<domain::Fact>& Replica::facts(const SpaceId& space) {
  static const std::vector<domain::Fact> none;
  const auto* facts = m_state->orNothing(m_state->cache(space).facts().all());
  return facts == nullptr ? none : *facts;
}

bool Replica::precedes(const ChangeId& a, const ChangeId& b) {
  return m_state->orNothing(m_state->file->knowledge.precedes(a, b));
}

Result<crdt::Body> Replica::body(const envelope::Change& change) const {
  if (auto loaded = m_state->campaignOfSpace(change.space()); !loaded) return std::unexpected(loaded.error());
  return log::openContent(change, m_state->keyring);
}

Result<log::EntryDetail> Replica::detail(const envelope::Change& entry) const {
  if (auto loaded = m_state->campaignOfSpace(entry.space()); !loaded) return std::unexpected(loaded.error());
  return log::openEntry(entry, m_state->keyring);
}

std::optional<store::OutboxRow> Replica::delivery(const ChangeId& change) {
  auto row = m_state->file->outbox.find(change);
  if (!row) {
    m_state->noteFailure(row.error());
    return std::nullopt;
  }
  return *row;
}

Result<void> Replica::noteSent(std::span<const ChangeId> changes) {
  auto transaction = store::Transaction::begin(m_state->file->connection());
  if (!transaction) return std::unexpected(transaction.error());
  for (const auto& change : changes) {
    auto row = m_state->file->outbox.find(change);
    if (!row) return std::unexpected(row.error());
    if (!*row || (*row)->delivery != store::Delivery::Local) continue;
    if (auto done = m_state->file->outbox.setDelivery(change, store::Delivery::Sent, {}, std::nullopt); !done)
      return done;
  }
  return transaction->commit();
}

Result<void> Replica::noteWaiting(std::span<const WaitingFor> changes) {
  if (changes.empty()) return {};
  auto transaction = store::Transaction::begin(m_state->file->connection());
  if (!transaction) return std::unexpected(transaction.error());
  std::map<SpaceId, Notice> notices; // by campaign
  for (const auto& [change, reason] : changes) {
    auto isNews = m_state->file->outbox.setWaitingFor(change, reason);
    if (!isNews) return std::unexpected(isNews.error());
    if (!*isNews) continue;
    auto row = m_state->file->outbox.find(change);
    if (!row) return std::unexpected(row.error());
    const SpaceId campaign = campaignOf((*row)->space).value_or(SpaceId{});
    Notice& notice = notices[campaign];
    notice.campaign = campaign;
    notice.outbox = true;
    if (std::ranges::find(notice.spaces, (*row)->space) == notice.spaces.end())
      notice.spaces.push_back((*row)->space);
  }
  if (auto done = transaction->commit(); !done) return done;
  for (auto& [campaign, notice] : notices)
    m_state->notify(notice);
  return {};
}

Result<void> Replica::noteReceipts(std::span<const store::ReceiptRow> receipts) {
  for (const auto& receipt : receipts) {
    const auto parsed = envelope::decodeReceipt(receipt.bytes);
    const bool holds = parsed && (envelope::verifyReceipt(*parsed) || planted(Bug::BelieveForgedReceipt));
    if (!holds || parsed->change != receipt.change) return fail(ErrorCode::BadSignature, "receipt");
  }
  auto transaction = store::Transaction::begin(m_state->file->connection());
  if (!transaction) return std::unexpected(transaction.error());
  std::map<SpaceId, Notice> notices; // by campaign
  for (const auto& receipt : receipts) {
    auto change = m_state->file->changes.find(receipt.change);
    if (!change) return std::unexpected(change.error());
    if (!*change) continue;
    auto held = m_state->campaignOfSpace((*change)->space);
    if (!held) return std::unexpected(held.error());
    const bool ours =
        (*held)->row.relay == receipt.relay || (*held)->authority.counting().relays().contains(receipt.relay);
    if (!ours) continue; // anybody can make a key and call it a relay
    if (auto kept = m_state->keepReceipt(receipt, **change); !kept) return kept;
    const SpaceId space = (*change)->space;
    const SpaceId campaign = campaignOf(space).value_or(SpaceId{});
    Notice& notice = notices[campaign];
    notice.campaign = campaign;
    if (std::ranges::find(notice.spaces, space) == notice.spaces.end()) notice.spaces.push_back(space);
    // Of a former relay: kept as evidence, for it says nothing of what the present one has.
    const RelayId& present = (*held)->row.relay;
    if (!present.isZero() && present != receipt.relay) continue;
    if (receipt.forBlobs) {
      for (const auto& blob : (*change)->change.header().blobs)
        if (auto done = m_state->file->blobs.setUploaded(blob, true); !done) return done;
      notice.blobs = true;
    } else if ((*change)->local) {
      auto done = m_state->file->outbox.setDelivery(receipt.change, store::Delivery::Stored, {}, receipt.at);
      if (!done) return done;
      notice.outbox = true;
    }
  }
  if (auto done = transaction->commit(); !done) return done;
  for (auto& [campaign, notice] : notices)
    m_state->notify(notice);
  return {};
}

Result<void> Replica::noteBlobBytesMax(const SpaceId& campaign, std::uint64_t bytes) {
  auto state = m_state->campaign(campaign);
  if (!state) return std::unexpected(state.error());
  store::CampaignRow row = (*state)->row;
  if (std::exchange(row.blobBytesMax, bytes) == bytes) return {};
  auto transaction = store::Transaction::begin(m_state->file->connection());
  if (!transaction) return std::unexpected(transaction.error());
  if (auto put = m_state->file->campaigns.put(row); !put) return put;
  if (auto committed = transaction->commit(); !committed) return committed;
  (*state)->row = std::move(row);
  return {};
}

std::uint64_t Replica::blobBytesMax(const SpaceId& campaign) const {
  const auto state = m_state->campaign(campaign);
  const std::uint64_t said = state ? (*state)->row.blobBytesMax : 0;
  // A list of more chunks fits no frame, whatever a relay says.
  return said == 0 ? signing::sealedLengthDefault : std::min(said, signing::sealedLengthMax);
}

std::optional<Instant> Replica::nextDue() {
  auto next = m_state->file->outbox.nextHold(m_state->clock->now());
  return next ? *next : std::nullopt;
}

void Replica::onNotice(std::function<void(const Notice&)> listener) {
  m_state->listener = std::move(listener);
}

ProfileInfo Replica::profile() const {
  ProfileInfo info;
  auto get = [this](std::string_view name) {
    auto value = m_state->file->settings.get(name);
    return value && *value ? **value : std::string();
  };
  info.name = get(setting::profileName);
  info.zone = get(setting::profileZone);
  info.language = domain::parseLanguage(get(setting::profileLanguage)).value_or(domain::Language::En);
  const std::string work = get(setting::profileWork); // "09:00-18:00"
  if (work.size() == 11) {
    if (const auto from = parseTimeOfDay(work.substr(0, 5))) info.workFrom = *from;
    if (const auto to = parseTimeOfDay(work.substr(6))) info.workTo = *to;
  }
  return info;
}

} // namespace meridian::replica
