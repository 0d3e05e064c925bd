#include "core/replica/state.h"

#include <algorithm>

#include "core/base/planted.h"
#include "core/domain/submission.h"

namespace meridian::replica {

std::string secret::invitation(const SpaceId& campaign) { return "invitation/" + campaign.hex(); }

Result<void> Replica::State::loadCampaigns() {
  auto rows = file->campaigns.all();
  if (!rows) return std::unexpected(rows.error());
  for (auto& row : *rows) {
    CampaignState state;
    auto spaces = file->campaigns.spaces(row.id);
    if (!spaces) return std::unexpected(spaces.error());
    for (auto& space : *spaces) {
      campaignOf[space.id] = row.id;
      state.spaces.emplace(space.id, std::move(space));
    }
    campaignOf[row.id] = row.id;
    const SpaceId id = row.id;
    state.row = std::move(row);
    campaigns.insert_or_assign(id, std::move(state));
  }
  return {};
}

Result<CampaignState*> Replica::State::campaign(const SpaceId& id) {
  if (auto caughtUp = catchUp(); !caughtUp) return std::unexpected(caughtUp.error());
  const auto at = campaigns.find(id);
  if (at == campaigns.end()) return fail(ErrorCode::NoCampaign);
  if (auto loaded = loadLog(at->second, id); !loaded) return std::unexpected(loaded.error());
  return &at->second;
}

Result<CampaignState*> Replica::State::campaignOfSpace(const SpaceId& space) {
  if (auto caughtUp = catchUp(); !caughtUp) return std::unexpected(caughtUp.error());
  const auto at = campaignOf.find(space);
  if (at == campaignOf.end()) return fail(ErrorCode::NotFound, "no such space here");
  // The campaign's log first: others name its entries.
  auto found = campaign(at->second);
  if (!found) return found;
  if (auto loaded = loadLog(**found, space); !loaded) return std::unexpected(loaded.error());
  return found;
}

Result<void> Replica::State::loadLog(CampaignState& state, const SpaceId& space) {
  if (!state.loaded.insert(space).second) return {};
  // Memory may run out in the middle of an entry: what was read in part is dropped, and read by whoever asks
  // next.
  struct Reading {
    State& of;
    bool ended = planted(Bug::StayAhead);
    ~Reading() {
      if (ended) return;
      ++of.authorityRevision;
      of.behind = true;
    }
  } reading{*this};
  auto read = [&]() -> Result<void> {
    auto keys = file->keys.ofSpace(space);
    if (!keys) return std::unexpected(keys.error());
    for (auto& row : *keys)
      keyring.insert(row.space, static_cast<log::KeyChain>(row.chain), row.id, std::move(row.key),
                     row.parents);
    state.waiting.keysCame();
    auto entries = file->changes.after(space, envelope::Chain::Authority, 0, SIZE_MAX);
    if (!entries) return std::unexpected(entries.error());
    return readLog(state, *entries);
  }();
  reading.ended = true;
  if (!read) state.loaded.erase(space);
  return read;
}

// Entries lie in the order in which they came, which need not be the one in which they name each other.
Result<void> Replica::State::readLog(CampaignState& state, std::span<const store::ChangeRow> entries) {
  std::vector<const store::ChangeRow*> left;
  for (const auto& entry : entries)
    if (entry.stage == store::Stage::Applied) left.push_back(&entry);
  for (std::size_t before = 0; before != left.size();) {
    before = left.size();
    std::vector<const store::ChangeRow*> later;
    for (const auto* entry : left) {
      auto added = applyEntry(state, entry->change);
      if (!added && added.error().code == ErrorCode::NotFound) {
        later.push_back(entry);
        continue;
      }
      // What never fitted into the log was found void when it came.
      const bool neverFitted = entry->effect == static_cast<std::uint8_t>(domain::Effect::Void);
      if (!added && !neverFitted) return added;
    }
    left = std::move(later);
  }
  if (!left.empty()) return fail(ErrorCode::Damaged, "an authority entry lacks what it names");
  return {};
}

EntityCache& Replica::State::cache(const SpaceId& space) {
  const auto at = caches.find(space);
  if (at != caches.end()) return at->second;
  return caches.try_emplace(space, file->ops, space, authorityOver(space)).first->second;
}

FactList::Authority Replica::State::authorityOver(const SpaceId& space) {
  FactList::Authority authority;
  authority.memberOf = [this, space](const DeviceId& device) -> MemberId {
    auto state = campaignOfSpace(space);
    return state ? (*state)->authority.memberOf(device).value_or(MemberId{}) : MemberId{};
  };
  authority.storedAt = [this, space](const StorageClaim& claim) { return witnessed(space, claim); };
  authority.revision = [this] { return authorityRevision; };
  return authority;
}

void Replica::State::forget(const SpaceId& id) noexcept {
  for (auto at = campaignOf.begin(); at != campaignOf.end();) {
    if (at->second == id) {
      caches.erase(at->first);
      keyring.forgetRecipients(at->first);
      at = campaignOf.erase(at);
    } else {
      ++at;
    }
  }
  campaigns.erase(id);
  file->knowledge.forget();
  ++authorityRevision;
  behind = true;
  if (auto caughtUp = catchUp(); !caughtUp) noteFailure(caughtUp.error());
}

// Comes after every rollback, also when memory is what ran out: then with the next call that needs it.
Result<void> Replica::State::catchUp() {
  if (!behind) return {};
  try {
    if (auto loaded = loadCampaigns(); !loaded) return loaded;
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::OutOfMemory);
  }
  behind = false;
  if (failed && failed->code == ErrorCode::OutOfMemory) failed.reset();
  return {};
}

Result<void> Replica::State::learnKeys(CampaignState& state, const SpaceId& space, const ChangeId& entry) {
  const auto* items = state.authority.counting().effectiveItems(entry);
  std::vector<envelope::Item> early;
  if (items == nullptr) {
    // Whether a space counts stands under its own key, so that this one is learnt before: from its genesis
    // and from shares of it. An epoch of anybody else waits until its entry counts.
    const auto* clear = state.authority.clear().effectiveItems(entry);
    if (clear == nullptr) return {};
    const bool genesis = ChangeId{space.bytes} == entry;
    std::ranges::copy_if(*clear, std::back_inserter(early), [&](const envelope::Item& item) {
      return std::holds_alternative<envelope::KeyShare>(item) ||
             (genesis && std::holds_alternative<envelope::Epoch>(item));
    });
    if (early.empty()) return {};
    items = &early;
  }
  auto learnt = keyring.learn(space, *items, signKey.id(), boxKey);
  // While joining, keys come sealed to the invitation.
  auto invitation = file->keys.secret(secret::invitation(state.row.id));
  if (!invitation) return std::unexpected(invitation.error());
  if (*invitation) {
    const auto keys = log::invitationKeys((*invitation)->view());
    for (const auto& key : keyring.learn(space, *items, keys.sign.id(), keys.box))
      learnt.push_back(key);
  }
  if (!learnt.empty()) state.waiting.keysCame();
  if (learnt.empty() && state.undetailed.empty()) return {};
  for (const auto& id : learnt) {
    const auto* key = keyring.find(id);
    const auto about = keyring.about(id);
    if (key == nullptr || !about) continue;
    auto put = file->keys.put({.id = id,
                               .space = about->space,
                               .chain = static_cast<std::uint8_t>(about->chain),
                               .key = key->clone(),
                               .parents = about->parents});
    if (!put) return put;
  }
  if (!state.spaces.contains(space) || !learnt.empty()) return readDetails(state);
  return {};
}

Result<void> Replica::State::readDetails(CampaignState& state) {
  for (auto at = state.undetailed.begin(); at != state.undetailed.end();) {
    auto row = file->changes.find(*at);
    if (!row) return std::unexpected(row.error());
    if (!*row) {
      at = state.undetailed.erase(at);
      continue;
    }
    auto detail = log::openEntry((*row)->change, keyring);
    if (!detail) {
      ++at;
      continue;
    }
    state.authority.supplyDetail(*at, *detail);
    ++authorityRevision;
    at = state.undetailed.erase(at);
  }
  // A space is known as one of ours once its genesis can be read.
  for (const auto& info : state.authority.spaces()) {
    const store::SpaceRow row{info.id, state.row.id, static_cast<std::uint8_t>(info.kind), info.market};
    const auto known = state.spaces.find(info.id);
    if (known != state.spaces.end() && known->second.kind == row.kind && known->second.market == row.market)
      continue;
    if (auto put = file->campaigns.putSpace(row); !put) return put;
    state.spaces.insert_or_assign(info.id, row);
    campaignOf[info.id] = state.row.id;
  }
  return {};
}

std::optional<Instant> Replica::State::witnessed(const SpaceId& space, const StorageClaim& claim) {
  auto found = campaignOfSpace(space);
  if (!found) return std::nullopt;
  const auto& authority = (*found)->authority;
  if (claim.evidence == domain::Evidence::Receipt) {
    if (!claim.relay || !authority.counting().relays().contains(*claim.relay)) return std::nullopt;
    return planted(Bug::ReceivedFromLocalClock) ? claim.claimedAt : claim.time;
  }
  if (!claim.about) return std::nullopt;
  const auto roles = authority.roles(claim.author);
  const bool byCreator =
      std::ranges::any_of(roles, [](const auto& r) { return r.role == log::Role::Creator; });
  // A lead's import stands for a submission, the creator's naming it as seen for a verdict or notice.
  const bool ofCreator = *claim.about == domain::EntityKind::Submission;
  if (claim.evidence == domain::Evidence::LeadImport && ofCreator && !byCreator) return claim.claimedAt;
  if (claim.evidence == domain::Evidence::SeenByCreator && !ofCreator && byCreator) return claim.claimedAt;
  return std::nullopt;
}

Result<void> Replica::State::saveHlc() {
  return file->settings.set(setting::hlc, std::to_string(hlc.last().packed));
}

MemberId Replica::State::me(const CampaignState& state) const {
  return state.authority.memberOf(signKey.id()).value_or(MemberId{});
}

void Replica::State::notify(const Notice& notice) const noexcept {
  try {
    if (listener) listener(notice);
  } catch (const std::bad_alloc&) { // nothing that could be given back: it is written
  }
}

} // namespace meridian::replica
