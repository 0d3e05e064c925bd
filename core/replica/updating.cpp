// The view is a function of the log (DESIGN §5): after an update that reads more, it is made anew.
#include "core/replica/state.h"

namespace meridian::replica {

Result<void> Replica::State::readWhatWasKept() {
  auto known = file->settings.get(setting::reads);
  if (!known) return std::unexpected(known.error());
  const auto now = std::to_string(vocabulary);
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
  auto rows = file->changes.after(space, envelope::Chain::Content, 0, SIZE_MAX);
  if (!rows) return std::unexpected(rows.error());
  if (auto unfolded = file->ops.unfold(space); !unfolded) return unfolded;
  for (const auto& row : *rows) {
    if (row.stage != store::Stage::Applied) continue;
    auto body = log::openContent(row.change, keyring);
    if (!body) continue; // nonsense to this version too
    // Its place in the order of application stays: what came after it knew it.
    if (auto done = file->ops.insert(space, row.row, row.change.id(), body->ops); !done) return done;
    // A change counts whole or not at all: one whose known part counted is judged with the rest of it.
    const auto before = static_cast<domain::Effect>(row.effect);
    if (before != domain::Effect::Unknown && before != domain::Effect::Counts) continue;
    auto judged = judge(state, row.change, *body, std::nullopt);
    if (judged.effect != domain::Effect::Void) {
      auto back = headsWentBack(state.authority, row.change, *body);
      if (!back) return std::unexpected(back.error());
      if (*back) judged = {domain::Effect::Void, "heads-went-back"};
    }
    if (auto done = file->changes.setApplied(row.row, static_cast<std::uint8_t>(judged.effect), judged.reason,
                                             row.claimedAt, row.hlc);
        !done)
      return done;
  }
  caches.erase(space);
  return judgeHeldAgain(state, space);
}

} // namespace meridian::replica
