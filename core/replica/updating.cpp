// The view is a function of the log (DESIGN §5): after an update that reads more, it is made anew.
#include "core/replica/state.h"

namespace meridian::replica {

Result<void> Replica::State::readWhatWasKept() {
  auto known = file->settings.get(setting::reads);
  if (!known) return std::unexpected(known.error());
  const auto now = std::to_string(reads);
  if (*known == now) return {};
  auto transaction = store::Transaction::begin(file->connection());
  if (!transaction) return std::unexpected(transaction.error());
  if (*known) // a new profile has nothing that an older version left
    for (auto& [id, campaignState] : campaigns) {
      for (const auto& [space, row] : campaignState.spaces) {
        auto loaded = campaignOfSpace(space);
        if (!loaded) return std::unexpected(loaded.error());
        if (auto read = readAgain(campaignState, space); !read) return read;
      }
      if (auto moved = applyWaiting(id); !moved) return std::unexpected(moved.error());
    }
  if (auto set = file->settings.set(setting::reads, now); !set) return set;
  return transaction->commit();
}

Result<void> Replica::State::readAgain(CampaignState& state, const SpaceId& space) {
  auto rows = file->changes.applied(space);
  if (!rows) return std::unexpected(rows.error());
  if (auto unfolded = file->ops.unfold(space); !unfolded) return unfolded;
  for (const auto& row : *rows) {
    auto body = openContent(row.change);
    if (!body) continue; // nonsense to this version too
    // A change counts whole or not at all, so that all of it is judged with what is known now: a role that
    // was unknown gave none. What waits for a proof of its storage goes on to wait.
    auto judged = judge(state, row.change, *body, std::nullopt);
    if (!judged) return std::unexpected(judged.error());
    if (judged->effect != domain::Effect::Void) {
      auto back = headsWentBack(state.authority, row.change, *body);
      if (!back) return std::unexpected(back.error());
      if (*back) judged = domain::Judgement{domain::Effect::Void, "heads-went-back"};
    }
    if (auto done = file->changes.setApplied(row.row, static_cast<std::uint8_t>(judged->effect),
                                             judged->reason, row.claimedAt, row.hlc);
        !done)
      return done;
    // Its place in the order of application stays: what came after it knew it.
    const bool counts = judged->effect == domain::Effect::Counts;
    if (auto put = index(row.change, row.row, *body, counts); !put) return std::unexpected(put.error());
  }
  caches.erase(space);
  return judgeHeldAgain(state, space);
}

} // namespace meridian::replica
