#include "core/replica/state.h"

#include <algorithm>

#include "core/domain/submission.h"
#include "core/envelope/receipt.h"

namespace meridian::replica {
namespace {

// The market that an entity was made for, as the change that made it says: rights follow from it, so it
// does not move with later writes.
std::string marketAtCreation(const std::vector<crdt::Op>& ops, std::uint32_t index) {
  const auto* create = std::get_if<crdt::Create>(&ops[index]);
  if (create == nullptr) return {};
  const auto kind = static_cast<domain::EntityKind>(create->kind);
  if (kind != domain::EntityKind::Milestone && kind != domain::EntityKind::ChecklistItem) return {};
  const std::uint32_t field = kind == domain::EntityKind::Milestone ? domain::field::milestone::market
                                                                    : domain::field::element::market;
  for (const auto& op : ops) {
    const auto* set = std::get_if<crdt::SetRegister>(&op);
    if (set == nullptr || set->field != field) continue;
    const auto* made = std::get_if<OpId>(&set->entity);
    if (made != nullptr && made->index == index) return set->value.textOr("");
  }
  return {};
}

} // namespace

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
  const auto at = campaigns.find(id);
  if (at == campaigns.end()) return fail(ErrorCode::NoCampaign);
  CampaignState& state = at->second;
  if (state.loaded) return &state;

  auto keys = file->keys.all();
  if (!keys) return std::unexpected(keys.error());
  for (auto& row : *keys)
    keyring.insert(row.space, static_cast<log::KeyChain>(row.chain), row.id, std::move(row.key), row.parents);
  state.authority = {};
  state.undetailed.clear();
  // The campaign's log first: other logs name its entries.
  std::vector<SpaceId> order{id};
  for (const auto& [space, row] : state.spaces)
    if (space != id) order.push_back(space);
  state.loaded = true;
  for (const auto& space : order) {
    auto entries = file->changes.after(space, envelope::Chain::Authority, 0, SIZE_MAX);
    if (!entries) return std::unexpected(entries.error());
    for (const auto& entry : *entries) {
      if (entry.stage == store::Stage::Waiting) continue;
      auto added = applyEntry(state, entry.change);
      if (!added) return std::unexpected(added.error());
    }
  }
  return &state;
}

Result<CampaignState*> Replica::State::campaignOfSpace(const SpaceId& space) {
  const auto at = campaignOf.find(space);
  if (at == campaignOf.end()) return fail(ErrorCode::NotFound, "no such space here");
  return campaign(at->second);
}

EntityCache& Replica::State::cache(const SpaceId& space) {
  const auto at = caches.find(space);
  if (at != caches.end()) return at->second;
  auto memberOf = [this, space](const DeviceId& device) -> MemberId {
    auto state = campaignOfSpace(space);
    return state ? (*state)->authority.memberOf(device).value_or(MemberId{}) : MemberId{};
  };
  auto witness = [this, space](const domain::Fact& received, const domain::Fact* subject) {
    return witnessed(space, received, subject);
  };
  return caches.try_emplace(space, file->ops, space, std::move(memberOf), std::move(witness)).first->second;
}

EntityCache* Replica::State::loadedCache(const SpaceId& space) {
  EntityCache& found = cache(space);
  if (auto loaded = found.load(); !loaded) {
    if (!damage) damage = loaded.error();
    return nullptr;
  }
  return &found;
}

void Replica::State::forget(const SpaceId& id) {
  for (auto at = campaignOf.begin(); at != campaignOf.end();) {
    if (at->second == id) {
      caches.erase(at->first);
      at = campaignOf.erase(at);
    } else {
      ++at;
    }
  }
  campaigns.erase(id);
  if (auto loaded = loadCampaigns(); !loaded && !damage) damage = loaded.error();
}

Result<void> Replica::State::applyEntry(CampaignState& state, const envelope::Change& entry) {
  std::optional<log::EntryDetail> detail;
  const bool sealsNothing = entry.header().kind == static_cast<std::uint8_t>(envelope::Kind::Join);
  if (!sealsNothing) {
    if (auto opened = log::openEntry(entry, keyring)) detail = std::move(*opened);
  }
  auto added = state.authority.add(entry, detail);
  if (!added && added.error().code != ErrorCode::AlreadyExists) return added;
  if (!sealsNothing && !detail) state.undetailed.insert(entry.id());
  return learnKeys(state, entry.space(), entry.id());
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

domain::Judgement Replica::State::judge(CampaignState& state, const envelope::Change& change,
                                        const crdt::Body& body, std::optional<Instant> receivedAt) {
  const SpaceId space = change.space();
  const auto info = state.authority.space(space);
  const auto member = state.authority.memberOf(change.header().device);
  if (!info || !member) return {domain::Effect::Void, "not-a-member"};
  const domain::Author author{*member,
                              state.authority.rolesAt(space, change.header().device, change.header().heads)};
  // Entities made by this very change are looked up in it, all others in the index.
  auto find = [&](const crdt::EntityId& id) -> std::optional<domain::Target> {
    const auto ref = id.ref();
    if (const auto* op = std::get_if<OpId>(&ref);
        op != nullptr && (op->change == change.id() || op->change == crdt::thisChange)) {
      if (op->index >= body.ops.size()) return std::nullopt;
      const auto* create = std::get_if<crdt::Create>(&body.ops[op->index]);
      if (create == nullptr) return std::nullopt;
      return domain::Target{static_cast<domain::EntityKind>(create->kind),
                            marketAtCreation(body.ops, op->index), *member};
    }
    const auto row = file->ops.entity(space, id);
    if (!row || !*row) return std::nullopt;
    return domain::Target{static_cast<domain::EntityKind>((*row)->kind), (*row)->market,
                          state.authority.memberOf((*row)->createdBy).value_or(MemberId{})};
  };
  return domain::judge(*info, author, change.id(), body, find, receivedAt);
}

Result<Replica::State::Applied> Replica::State::applyContent(CampaignState& state,
                                                             const envelope::Change& change, std::int64_t row,
                                                             crdt::Body* known,
                                                             domain::Judgement* judgement) {
  const auto& clear = state.authority.clear();
  for (const auto& head : change.header().heads)
    if (!clear.has(head)) return Applied::Waits;

  const auto& header = change.header();
  crdt::Body opened;
  domain::Judgement judged;
  if (known == nullptr) {
    if (keyring.find(header.keyId) == nullptr) return Applied::NoKey;
    auto body = log::openContent(change, keyring);
    if (!body) {
      // Signed by its author and still nonsense: kept, passed on, without effect.
      judged = {domain::Effect::Void, "unreadable"};
    } else {
      opened = std::move(*body);
    }
    known = &opened;
  }
  for (const auto& named : known->frontier) {
    auto info = file->changes.info(named);
    if (!info) return std::unexpected(info.error());
    if (!*info || (*info)->stage != store::Stage::Applied) return Applied::Waits;
  }
  if (judged.effect == domain::Effect::Counts && judgement == nullptr) {
    judged = judge(state, change, *known, std::nullopt);
    // The heads that a device names cover those of every change in its frontier.
    for (const auto& named : known->frontier) {
      if (judged.effect != domain::Effect::Counts) break;
      auto earlier = file->changes.heads(named);
      if (!earlier) return std::unexpected(earlier.error());
      for (const auto& head : *earlier)
        if (!std::ranges::binary_search(header.heads, head) && !clear.covers(header.heads, head))
          judged = {domain::Effect::Void, "heads-went-back"};
    }
  } else if (judgement != nullptr) {
    judged = *judgement;
  }
  hlc.absorb(known->hlc);

  const SpaceId space = change.space();
  const bool counts = judged.effect == domain::Effect::Counts;
  if (auto done = file->changes.setApplied(row, static_cast<std::uint8_t>(judged.effect), judged.reason,
                                           known->claimedAt, known->hlc.packed);
      !done)
    return std::unexpected(done.error());
  if (auto done = file->ops.insert(space, row, change.id(), known->ops); !done)
    return std::unexpected(done.error());
  std::vector<store::OpRow> rows;
  rows.reserve(known->ops.size());
  for (std::uint32_t i = 0; i < known->ops.size(); ++i) {
    const OpId id{change.id(), i};
    if (std::holds_alternative<crdt::Create>(known->ops[i])) {
      const auto market = marketAtCreation(known->ops, i);
      if (!market.empty())
        if (auto done = file->ops.setMarket(space, crdt::EntityId::created(id), market); !done)
          return std::unexpected(done.error());
    }
    rows.push_back({id, known->ops[i], known->hlc, known->claimedAt, header.device, counts, row});
  }
  auto names = known->frontier;
  if (!header.prev.isZero() && header.seq > 1) names.push_back(header.prev);
  if (auto done = file->changes.advanceFrontier(space, change.id(), names); !done)
    return std::unexpected(done.error());
  for (const auto& blob : header.blobs) {
    auto here = file->blobs.find(blob);
    if (!here) return std::unexpected(here.error());
    if (*here) continue;
    store::BlobRow wanted;
    wanted.id = blob;
    wanted.space = space;
    if (auto put = file->blobs.put(wanted); !put) return std::unexpected(put.error());
  }
  cache(space).apply(rows);

  const bool mayWitness = std::ranges::any_of(known->ops, [](const crdt::Op& op) {
    const auto* create = std::get_if<crdt::Create>(&op);
    return create != nullptr && create->kind == static_cast<std::uint16_t>(domain::EntityKind::Received);
  });
  if (mayWitness && counts)
    if (auto again = judgeHeldAgain(state, space); !again) return std::unexpected(again.error());
  return Applied::Done;
}

Result<void> Replica::State::judgeHeldAgain(CampaignState& state, const SpaceId& space) {
  auto held = file->changes.withEffect(space, static_cast<std::uint8_t>(domain::Effect::Held));
  if (!held) return std::unexpected(held.error());
  if (held->empty()) return {};
  EntityCache* cached = loadedCache(space);
  if (cached == nullptr) return std::unexpected(*damage);
  // Times of storage by what counts already; a held change is named by its id alone.
  std::map<ChangeId, Instant> stored;
  for (const auto& fact : cached->facts()) {
    if (fact.kind != domain::EntityKind::Received) continue;
    const auto claim = domain::receivedFrom(fact);
    const auto at = claim ? witnessed(space, fact, nullptr) : std::nullopt;
    if (!at) continue;
    const auto [known, isNew] = stored.try_emplace(claim->subject, *at);
    if (!isNew) known->second = std::min(known->second, *at);
  }
  bool moved = false;
  for (const auto& row : *held) {
    const auto at = stored.find(row.change.id());
    if (at == stored.end()) continue;
    auto body = log::openContent(row.change, keyring);
    if (!body) continue;
    const auto judged = judge(state, row.change, *body, at->second);
    if (judged.effect == domain::Effect::Held) continue;
    if (auto done = file->changes.setApplied(row.row, static_cast<std::uint8_t>(judged.effect), judged.reason,
                                             row.claimedAt, row.hlc);
        !done)
      return done;
    moved = true;
  }
  if (moved) cached->invalidate();
  return {};
}

Result<std::set<SpaceId>> Replica::State::applyWaiting(const SpaceId& campaignId) {
  std::set<SpaceId> moved;
  auto found = campaign(campaignId);
  if (!found) return std::unexpected(found.error());
  CampaignState& state = **found;
  for (bool progress = true; progress;) {
    progress = false;
    std::vector<SpaceId> spaces{campaignId};
    for (const auto& [space, row] : state.spaces)
      if (space != campaignId) spaces.push_back(space);
    for (const auto& space : spaces) {
      auto waiting = file->changes.unapplied(space, 10'000);
      if (!waiting) return std::unexpected(waiting.error());
      for (auto& row : *waiting) {
        if (row.change.chain() == envelope::Chain::Authority) {
          auto added = applyEntry(state, row.change);
          if (!added && added.error().code == ErrorCode::NotFound) continue;
          const bool bad = !added;
          auto done = file->changes.setApplied(
              row.row, static_cast<std::uint8_t>(bad ? domain::Effect::Void : domain::Effect::Counts),
              bad ? errorName(added.error().code) : std::string_view{}, {}, 0);
          if (!done) return std::unexpected(done.error());
          progress = true;
        } else {
          auto applied = applyContent(state, row.change, row.row, nullptr, nullptr);
          if (!applied) return std::unexpected(applied.error());
          if (*applied == Applied::Waits) continue;
          if (*applied == Applied::NoKey) {
            if (row.stage == store::Stage::Unreadable) continue;
            if (auto done = file->changes.setStage(row.row, store::Stage::Unreadable); !done)
              return std::unexpected(done.error());
            continue;
          }
          progress = true;
        }
        moved.insert(space);
      }
    }
  }
  return moved;
}

std::optional<Instant> Replica::State::witnessed(const SpaceId& space, const domain::Fact& received,
                                                 const domain::Fact* subject) {
  auto found = campaignOfSpace(space);
  if (!found) return std::nullopt;
  const auto& authority = (*found)->authority;
  const auto claim = domain::receivedFrom(received);
  if (!claim) return std::nullopt;
  if (claim->evidence == domain::Evidence::Receipt) {
    const auto receipt = envelope::decodeReceipt(claim->receipt);
    if (!receipt || !envelope::verifyReceipt(*receipt) || receipt->change != claim->subject)
      return std::nullopt;
    if (!authority.counting().relays().contains(receipt->relay)) return std::nullopt;
    return receipt->at;
  }
  if (subject == nullptr) return std::nullopt;
  const auto roles = authority.roles(received.meta.author);
  const bool byCreator =
      std::ranges::any_of(roles, [](const auto& r) { return r.role == log::Role::Creator; });
  // A lead's import stands for a submission, the creator's naming it as seen for a verdict or notice.
  const bool ofCreator = subject->kind == domain::EntityKind::Submission;
  if (claim->evidence == domain::Evidence::LeadImport && ofCreator && !byCreator)
    return received.meta.claimedAt;
  if (claim->evidence == domain::Evidence::SeenByCreator && !ofCreator && byCreator)
    return received.meta.claimedAt;
  return std::nullopt;
}

Result<void> Replica::State::saveHlc() {
  return file->settings.set(setting::hlc, std::to_string(hlc.last().packed));
}

MemberId Replica::State::me(const CampaignState& state) const {
  return state.authority.memberOf(signKey.id()).value_or(MemberId{});
}

void Replica::State::notify(Notice notice) const {
  if (listener) listener(notice);
}

} // namespace meridian::replica
