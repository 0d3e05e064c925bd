// A relay's last word on an own change, and what follows from it for a join.
#include <algorithm>

#include "core/replica/state.h"

namespace meridian::replica {

Result<void> Replica::noteRejected(const ChangeId& change, std::string_view reason) {
  State& state = *m_state;
  auto info = state.file->changes.info(change);
  if (!info) return std::unexpected(info.error());
  if (!*info || !(*info)->local) return fail(ErrorCode::NotFound, "refusal of no own change");
  const auto campaign = campaignOf((*info)->space);
  const bool isJoin = campaign && (*info)->kind == static_cast<std::uint8_t>(envelope::Kind::Join) &&
                      (*info)->stage == store::Stage::Applied;
  Notice notice;
  notice.campaign = campaign.value_or(SpaceId{});
  notice.spaces.push_back((*info)->space);
  notice.outbox = true;
  if (!isJoin) {
    auto transaction = store::Transaction::begin(state.file->connection());
    if (!transaction) return std::unexpected(transaction.error());
    auto done = state.file->outbox.setDelivery(change, store::Delivery::Rejected, reason, std::nullopt);
    if (!done) return done;
    if (auto committed = transaction->commit(); !committed) return committed;
    state.notify(notice);
    return {};
  }

  auto held = state.campaign(*campaign);
  if (!held) return std::unexpected(held.error());
  for (const auto& space : spaces(*campaign))
    if (space.id != notice.spaces.front()) notice.spaces.push_back(space.id);
  notice.membership = true;
  auto done = [&]() -> Result<void> {
    auto transaction = store::Transaction::begin(state.file->connection());
    if (!transaction) return std::unexpected(transaction.error());
    auto row = (*held)->row;
    row.membership = store::Membership::Refused;
    row.refusal = std::string(reason);
    if (auto put = state.file->campaigns.put(row); !put) return put;
    if (auto withdrawn = state.withdrawJoin(**held, **info, reason); !withdrawn) return withdrawn;
    if (auto counted = state.marker.countWrite(*state.file); !counted) return counted;
    return transaction->commit();
  }();
  if (done)
    state.marker.written();
  else
    state.marker.takeBack();
  state.forget(*campaign);
  if (done) state.notify(notice);
  return done;
}

// What rests on the join was written after it came, and names it or something that does. It is what any
// other replica would make of it: it waits for an entry that never comes. Its ops are still readable one by
// one, in the list of what was refused.
Result<void> Replica::State::withdrawJoin(CampaignState& state, const store::ChangeInfo& join,
                                          std::string_view reason) {
  if (auto renewed = marker.renew(*file, *random); !renewed) return renewed;
  std::set<SpaceId> spaces{state.row.id};
  for (const auto& [space, row] : state.spaces)
    spaces.insert(space);
  std::set<ChangeId> gone{join.id};
  std::map<envelope::ChainKey, std::uint64_t> ended; // from which number on
  const auto rests = [&](const store::ChangeInfo& info, const envelope::ChainKey& chain) -> Result<bool> {
    const auto end = ended.find(chain);
    if (gone.contains(info.id) || (end != ended.end() && info.seq > end->second)) return true;
    auto names = file->changes.heads(info.id);
    if (!names) return std::unexpected(names.error());
    if (state.authority.clear().covers(*names, join.id)) return true;
    auto before = file->changes.parents(info.id);
    if (!before) return std::unexpected(before.error());
    return std::ranges::any_of(*before, [&](const ChangeId& id) { return gone.contains(id); });
  };
  for (const auto half : {envelope::Chain::Authority, envelope::Chain::Content})
    for (const auto& space : spaces) {
      if (auto loaded = campaignOfSpace(space); !loaded) return std::unexpected(loaded.error());
      auto infos = file->changes.list(space, half);
      if (!infos) return std::unexpected(infos.error());
      std::erase_if(*infos, [&](const store::ChangeInfo& info) {
        return info.row < join.row || info.stage != store::Stage::Applied;
      });
      std::ranges::sort(*infos, {}, &store::ChangeInfo::step); // a causal order; entries have none
      std::vector<std::int64_t> rows;
      for (const auto& info : *infos) {
        const envelope::ChainKey chain{space, info.device, info.incarnation, half};
        auto resting = rests(info, chain);
        if (!resting) return std::unexpected(resting.error());
        if (!*resting) continue;
        gone.insert(info.id);
        const auto [end, isFirst] = ended.try_emplace(chain, info.seq);
        end->second = std::min(end->second, info.seq);
        rows.push_back(info.row);
        if (auto removed = file->ops.remove(info.row); !removed) return removed;
        if (!info.local) continue;
        auto noted = file->outbox.setDelivery(info.id, store::Delivery::Rejected, reason, std::nullopt);
        if (!noted) return noted;
      }
      if (rows.empty()) continue;
      if (auto undone = file->changes.unapply(space, rows); !undone) return undone;
    }
  for (const auto& [chain, seq] : ended)
    if (auto back = file->knowledge.rewind(chain, seq - 1); !back) return back;
  return {};
}

Result<bool> Replica::State::isWithdrawn(const store::ChangeRow& row) {
  if (!row.local || row.stage == store::Stage::Applied) return false;
  auto out = file->outbox.find(row.change.id());
  if (!out) return std::unexpected(out.error());
  return *out && (*out)->delivery == store::Delivery::Rejected;
}

} // namespace meridian::replica
