// How stored changes take effect: authority entries and contents.
#include <algorithm>

#include "core/base/planted.h"
#include "core/domain/submission.h"
#include "core/replica/state.h"

namespace meridian::replica {
namespace {

// The market that an entity was made for, as the change that made it says: rights follow from it, so it
// does not move with later writes.
std::string marketAtCreation(const ChangeId& self, const std::vector<crdt::Op>& ops, std::uint32_t index) {
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
    if (made != nullptr && made->change == self && made->index == index) return set->value.textOr("");
  }
  return {};
}

bool isReceived(const crdt::Op& op) {
  const auto* create = std::get_if<crdt::Create>(&op);
  return create != nullptr && create->kind == static_cast<std::uint16_t>(domain::EntityKind::Received);
}

} // namespace

std::vector<ChangeId> directlyBefore(const envelope::Change& change, const crdt::Body& body) {
  auto names = body.frontier;
  if (change.header().seq > 1 && std::ranges::find(names, change.header().prev) == names.end())
    names.push_back(change.header().prev);
  return names;
}

Result<void> Replica::State::applyEntry(CampaignState& state, const envelope::Change& entry) {
  std::optional<log::EntryDetail> detail;
  const bool sealsNothing = entry.header().kind == static_cast<std::uint8_t>(envelope::Kind::Join);
  if (!sealsNothing) {
    if (auto opened = log::openEntry(entry, keyring)) detail = std::move(*opened);
  }
  auto added = state.authority.add(entry, detail);
  if (!added && added.error().code != ErrorCode::AlreadyExists) return added;
  ++authorityRevision;
  state.waiting.came(entry.id());
  if (!sealsNothing && !detail) state.undetailed.insert(entry.id());
  return learnKeys(state, entry.space(), entry.id());
}

Result<crdt::Body> Replica::State::openContent(const envelope::Change& change) const {
  auto body = log::openContent(change, keyring);
  if (!body || reads == domain::vocabulary) return body;
  for (auto& op : body->ops)
    if (domain::sinceOf(op) > reads) op = crdt::UnknownOp{};
  return body;
}

Result<domain::Judgement> Replica::State::judge(CampaignState& state, const envelope::Change& change,
                                                const crdt::Body& body, std::optional<Instant> receivedAt) {
  const SpaceId space = change.space();
  const auto info = state.authority.space(space);
  // Whose a device is, too, is what the named heads say, not what came in since.
  const auto latest =
      planted(Bug::RightsAtArrival) ? state.authority.headsFor(space) : std::vector<ChangeId>{};
  const auto& heads = planted(Bug::RightsAtArrival) ? latest : change.header().heads;
  const auto view = state.authority.counting().at(heads);
  const auto memberOf = [&](const DeviceId& device) -> std::optional<MemberId> {
    const auto* known = view == nullptr ? nullptr : view->device(device);
    return known == nullptr ? std::nullopt : std::optional(known->member);
  };
  const auto member = memberOf(change.header().device);
  if (!info || !member) return domain::Judgement{domain::Effect::Void, "not-a-member"};
  const domain::Author author{*member, state.authority.rolesAt(space, change.header().device, heads)};
  // Entities made by this very change are looked up in it, all others in the index.
  std::optional<Error> unread; // not an entity that is unknown: nobody knows
  auto find = [&](const crdt::EntityId& id) -> std::optional<domain::Target> {
    const auto ref = id.ref();
    if (const auto* op = std::get_if<OpId>(&ref);
        op != nullptr && (op->change == change.id() || op->change == crdt::thisChange)) {
      if (op->index >= body.ops.size()) return std::nullopt;
      const auto* create = std::get_if<crdt::Create>(&body.ops[op->index]);
      if (create == nullptr) return std::nullopt;
      return domain::Target{static_cast<domain::EntityKind>(create->kind),
                            marketAtCreation(change.id(), body.ops, op->index), *member};
    }
    const auto row = file->ops.entity(space, id);
    if (!row) unread = row.error();
    if (!row || !*row) return std::nullopt;
    return domain::Target{static_cast<domain::EntityKind>((*row)->kind), (*row)->market,
                          memberOf((*row)->createdBy).value_or(MemberId{})};
  };
  const auto judged = domain::judge(*info, author, change.id(), body, find, receivedAt, reads);
  if (unread) return std::unexpected(*unread);
  return judged;
}

bool Replica::State::mayStand(const CampaignState& state, const envelope::Change& change) const {
  const auto& header = change.header();
  const auto may = state.authority.clear().capabilityAt(change.space(), header.device, header.heads);
  return may && *may >= envelope::Capability::Write;
}

// Everything that the change names is to be here and judged: what comes before it, and the makers of what it
// writes into. Only what lies in its own space can be: whoever holds others would judge it differently.
Result<Replica::State::Lacks> Replica::State::lacks(const envelope::Change& change, const crdt::Body& body) {
  const auto before = directlyBefore(change, body);
  std::set<ChangeId> named(before.begin(), before.end());
  for (std::uint32_t i = 0; i < body.ops.size(); ++i) {
    const auto entity = crdt::entityOf({change.id(), i}, body.ops[i]);
    if (!entity) continue;
    const auto ref = entity->ref();
    if (const auto* made = std::get_if<OpId>(&ref); made != nullptr && made->change != change.id())
      named.insert(made->change);
  }
  Lacks lacking;
  for (const auto& id : named) {
    auto info = file->changes.info(id);
    if (!info) return std::unexpected(info.error());
    if (*info && ((*info)->space != change.space() || (*info)->chain != envelope::Chain::Content))
      lacking.forEver = true;
    else if (!*info || (*info)->stage != store::Stage::Applied)
      lacking.missing.push_back(id);
  }
  return lacking;
}

// The heads that a device names only advance along its chain, and cover those of every change that it had.
Result<bool> Replica::State::headsWentBack(const log::Authority& authority, const envelope::Change& change,
                                           const crdt::Body& body) {
  const auto& header = change.header();
  for (const auto& id : directlyBefore(change, body)) {
    auto earlier = file->changes.heads(id);
    if (!earlier) return std::unexpected(earlier.error());
    for (const auto& head : *earlier)
      if (!std::ranges::binary_search(header.heads, head) && !authority.clear().covers(header.heads, head))
        return true;
  }
  return false;
}

Result<Replica::State::Applied> Replica::State::applyContent(CampaignState& state,
                                                             const envelope::Change& change, std::int64_t row,
                                                             crdt::Body* known,
                                                             domain::Judgement* judgement) {
  const auto& header = change.header();
  Lacks lacking;
  for (const auto& head : header.heads) {
    const auto* entry = state.authority.clear().entry(head);
    if (entry == nullptr)
      lacking.missing.push_back(head);
    else
      lacking.forEver |= entry->space != change.space() && entry->space != state.row.id;
  }
  if (lacking.anything()) return waits(state, row, lacking);
  // A matter of the heads alone, so that nothing that comes later changes it.
  if (judgement == nullptr && !mayStand(state, change)) return Applied::Waits;

  crdt::Body read;
  domain::Judgement judged;
  if (known == nullptr) {
    if (keyring.find(header.keyId) == nullptr && !planted(Bug::SwallowMissingKey)) {
      state.waiting.onKey(row, header.keyId);
      return Applied::NoKey;
    }
    ++contentsOpened;
    auto body = openContent(change);
    if (!body) {
      // Signed by its author and still nonsense: kept, passed on, without effect.
      judged = {domain::Effect::Void, "unreadable"};
    } else {
      read = std::move(*body);
    }
    known = &read;
  }
  auto unnamed = lacks(change, *known);
  if (!unnamed) return std::unexpected(unnamed.error());
  if (unnamed->anything()) return waits(state, row, *unnamed);
  const auto before = directlyBefore(change, *known);
  if (judged.effect == domain::Effect::Counts && judgement == nullptr) {
    auto found = judge(state, change, *known, std::nullopt);
    if (!found) return std::unexpected(found.error());
    judged = *found;
    if (judged.effect != domain::Effect::Void) {
      auto back = headsWentBack(state.authority, change, *known);
      if (!back) return std::unexpected(back.error());
      if (*back) judged = {domain::Effect::Void, "heads-went-back"};
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
  auto rows = index(change, row, *known, counts);
  if (!rows) return std::unexpected(rows.error());
  if (auto done = file->changes.advanceFrontier(space, change.id(), before); !done)
    return std::unexpected(done.error());
  if (auto learnt = file->knowledge.learn(change.id(), before); !learnt)
    return std::unexpected(learnt.error());
  for (const auto& blob : header.blobs)
    if (auto named = file->blobs.name(blob, space); !named) return std::unexpected(named.error());
  cache(space).apply(*rows);
  state.waiting.came(change.id());

  const bool mayWitness =
      std::ranges::any_of(*rows, [](const store::OpRow& one) { return isReceived(one.op); });
  if (mayWitness && counts)
    if (auto again = judgeHeldAgain(state, space); !again) return std::unexpected(again.error());
  return Applied::Done;
}

Replica::State::Applied Replica::State::waits(CampaignState& state, std::int64_t row, const Lacks& lacking) {
  if (!lacking.forEver) state.waiting.on(row, lacking.missing);
  return Applied::Waits;
}

Result<std::vector<store::OpRow>> Replica::State::index(const envelope::Change& change, std::int64_t row,
                                                        const crdt::Body& body, bool counts) {
  const SpaceId space = change.space();
  if (auto done = file->ops.insert(space, row, change.id(), body.ops); !done)
    return std::unexpected(done.error());
  std::vector<store::OpRow> rows;
  rows.reserve(body.ops.size());
  for (std::uint32_t i = 0; i < body.ops.size(); ++i) {
    const OpId id{change.id(), i};
    if (std::holds_alternative<crdt::Create>(body.ops[i])) {
      const auto market = marketAtCreation(change.id(), body.ops, i);
      if (!market.empty())
        if (auto done = file->ops.setMarket(space, crdt::EntityId::created(id), market); !done)
          return std::unexpected(done.error());
    }
    rows.push_back({.id = id,
                    .op = body.ops[i],
                    .hlc = body.hlc,
                    .claimedAt = body.claimedAt,
                    .device = change.header().device,
                    .counts = counts,
                    .change = row});
    if (auto kept = keepProof(space, rows.back()); !kept) return std::unexpected(kept.error());
  }
  return rows;
}

// Checking a receipt costs as much as all the rest, so it is done once, and known from then on.
Result<void> Replica::State::keepProof(const SpaceId& space, store::OpRow& row) {
  if (!isReceived(row.op)) return {};
  domain::Fact fact;
  fact.kind = domain::EntityKind::Received;
  fact.payload = std::get<crdt::Create>(row.op).payload;
  const auto claim = claimOf(fact, false);
  row.proven = claim && claim->relay;
  return row.proven ? file->ops.setProven(space, row.id) : Result<void>{};
}

Result<void> Replica::State::judgeHeldAgain(CampaignState& state, const SpaceId& space) {
  EntityCache& cached = cache(space);
  // What counts now may prove the next one.
  for (bool moved = true; moved;) {
    moved = false;
    auto held = file->changes.withEffect(space, static_cast<std::uint8_t>(domain::Effect::Held));
    if (!held) return std::unexpected(held.error());
    if (held->empty()) return {};
    if (auto facts = cached.facts().all(); !facts) return std::unexpected(facts.error());
    std::vector<std::pair<ChangeId, std::vector<crdt::Op>>> judgedNow;
    for (const auto& row : *held) {
      // By what counts already; a held change is named by its id alone.
      const auto at = cached.facts().storedAt(row.change.id());
      if (!at) continue;
      auto body = openContent(row.change);
      if (!body) continue;
      const auto judged = judge(state, row.change, *body, *at);
      if (!judged) return std::unexpected(judged.error());
      if (judged->effect == domain::Effect::Held) continue;
      if (auto done = file->changes.setApplied(row.row, static_cast<std::uint8_t>(judged->effect),
                                               judged->reason, row.claimedAt, row.hlc);
          !done)
        return done;
      judgedNow.emplace_back(row.change.id(), std::move(body->ops));
    }
    for (const auto& [change, ops] : judgedNow)
      cached.judgedAgain(change, ops);
    moved = !judgedNow.empty();
  }
  return {};
}

Result<void> Replica::State::afterEntry(CampaignState& state, const envelope::Change& entry) {
  // Whose receipts prove anything may be said otherwise now.
  const auto* items = state.authority.clear().effectiveItems(entry.id());
  const bool relays = items != nullptr && std::ranges::any_of(*items, [](const envelope::Item& item) {
                        return std::holds_alternative<envelope::RelayItem>(item);
                      });
  if (!relays || entry.space() != state.row.id) return {};
  for (const auto& [space, row] : state.spaces)
    if (auto again = judgeHeldAgain(state, space); !again) return again;
  return {};
}

} // namespace meridian::replica
