// How stored changes take effect: authority entries, contents, and what waited for something.
#include <algorithm>

#include "core/domain/submission.h"
#include "core/replica/state.h"

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

Result<void> Replica::State::applyEntry(CampaignState& state, const envelope::Change& entry) {
  std::optional<log::EntryDetail> detail;
  const bool sealsNothing = entry.header().kind == static_cast<std::uint8_t>(envelope::Kind::Join);
  if (!sealsNothing) {
    if (auto opened = log::openEntry(entry, keyring)) detail = std::move(*opened);
  }
  auto added = state.authority.add(entry, detail);
  if (!added && added.error().code != ErrorCode::AlreadyExists) return added;
  ++authorityRevision;
  if (!sealsNothing && !detail) state.undetailed.insert(entry.id());
  return learnKeys(state, entry.space(), entry.id());
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
  // Causes before effects: what its author had seen, and what its device wrote before it, said or not.
  auto names = known->frontier;
  if (!header.prev.isZero() && header.seq > 1) names.push_back(header.prev);
  for (const auto& named : names) {
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
  bool mayWitness = false;
  for (std::uint32_t i = 0; i < known->ops.size(); ++i) {
    const OpId id{change.id(), i};
    if (std::holds_alternative<crdt::Create>(known->ops[i])) {
      const auto market = marketAtCreation(known->ops, i);
      if (!market.empty())
        if (auto done = file->ops.setMarket(space, crdt::EntityId::created(id), market); !done)
          return std::unexpected(done.error());
    }
    rows.push_back({.id = id,
                    .op = known->ops[i],
                    .hlc = known->hlc,
                    .claimedAt = known->claimedAt,
                    .device = header.device,
                    .counts = counts,
                    .change = row});
    auto proven = keepProof(space, rows.back());
    if (!proven) return std::unexpected(proven.error());
    mayWitness |= *proven;
  }
  if (auto done = file->changes.advanceFrontier(space, change.id(), names); !done)
    return std::unexpected(done.error());
  if (auto learnt = file->knowledge.learn(change.id(), names); !learnt)
    return std::unexpected(learnt.error());
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

  if (mayWitness && counts)
    if (auto again = judgeHeldAgain(state, space); !again) return std::unexpected(again.error());
  return Applied::Done;
}

// Checking a receipt costs as much as all the rest, so it is done once, and known from then on.
Result<bool> Replica::State::keepProof(const SpaceId& space, store::OpRow& row) {
  const auto* create = std::get_if<crdt::Create>(&row.op);
  if (create == nullptr || create->kind != static_cast<std::uint16_t>(domain::EntityKind::Received))
    return false;
  domain::Fact fact;
  fact.kind = domain::EntityKind::Received;
  fact.payload = create->payload;
  const auto claim = claimOf(fact, false);
  row.proven = claim && claim->relay;
  if (row.proven)
    if (auto kept = file->ops.setProven(space, row.id); !kept) return std::unexpected(kept.error());
  return true;
}

Result<void> Replica::State::judgeHeldAgain(CampaignState& state, const SpaceId& space) {
  auto held = file->changes.withEffect(space, static_cast<std::uint8_t>(domain::Effect::Held));
  if (!held) return std::unexpected(held.error());
  if (held->empty()) return {};
  EntityCache& cached = cache(space);
  if (auto facts = cached.facts().all(); !facts) return std::unexpected(facts.error());
  std::vector<std::pair<ChangeId, std::vector<crdt::Op>>> moved;
  for (const auto& row : *held) {
    // By what counts already; a held change is named by its id alone.
    const auto at = cached.facts().storedAt(row.change.id());
    if (!at) continue;
    auto body = log::openContent(row.change, keyring);
    if (!body) continue;
    const auto judged = judge(state, row.change, *body, *at);
    if (judged.effect == domain::Effect::Held) continue;
    if (auto done = file->changes.setApplied(row.row, static_cast<std::uint8_t>(judged.effect), judged.reason,
                                             row.claimedAt, row.hlc);
        !done)
      return done;
    moved.emplace_back(row.change.id(), std::move(body->ops));
  }
  for (const auto& [change, ops] : moved)
    cached.judgedAgain(change, ops);
  return {};
}

Result<std::set<SpaceId>> Replica::State::applyWaiting(const SpaceId& campaignId) {
  std::set<SpaceId> moved;
  auto found = campaign(campaignId);
  if (!found) return std::unexpected(found.error());
  CampaignState& state = **found;
  for (bool progress = true; progress;) {
    progress = false;
    auto spaces = file->changes.spacesWithUnapplied();
    if (!spaces) return std::unexpected(spaces.error());
    std::erase_if(*spaces, [&](const SpaceId& space) {
      const auto of = campaignOf.find(space);
      return of == campaignOf.end() || of->second != campaignId;
    });
    std::ranges::partition(*spaces, [&](const SpaceId& space) { return space == campaignId; });
    for (const auto& space : *spaces) {
      if (auto loaded = loadLog(state, space); !loaded) return std::unexpected(loaded.error());
      auto waiting = file->changes.unapplied(space, 10'000);
      if (!waiting) return std::unexpected(waiting.error());
      for (auto& row : *waiting) {
        if (row.change.chain() == envelope::Chain::Authority) {
          auto added = applyEntry(state, row.change);
          if (!added && added.error().code == ErrorCode::NotFound) continue;
          if (auto noted = keysAreDue(campaignId); !noted) return std::unexpected(noted.error());
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

} // namespace meridian::replica
