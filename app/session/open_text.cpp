#include "app/session/open_text.h"

#include "core/base/planted.h"
#include "core/replica/work.h"

namespace meridian::app {

Result<replica::Place> OpenText::place(replica::Replica& replica) const {
  if (entity) return replica::Place{space, entity->ref()};
  const auto draft = replica::Briefing(replica, campaign).draft(space);
  if (!draft) return std::unexpected(draft.error());
  return replica::Place{space, draft->ref()};
}

Result<crdt::Text> OpenText::now(replica::Replica& replica) const {
  if (!entity) return crdt::Text();
  return replica::Editing(replica).typedText({space, entity->ref()}, block, lane);
}

OpenText::Written OpenText::write(replica::Replica& replica, std::vector<crdt::Op> gathered,
                                  std::optional<Landed>& landed) const {
  const auto at = place(replica);
  if (!at) return {std::unexpected(at.error()), std::nullopt};
  replica::Editing editing(replica);
  const auto change = editing.type(*at, block, lane, std::move(gathered));
  if (change) landed = Landed{*change, *at};
  auto now = editing.typedText(*at, block, lane);
  return {change ? Result<void>() : std::unexpected(change.error()),
          now ? std::optional(std::move(*now)) : std::nullopt};
}

Result<void> OpenText::writeLast(replica::Replica& replica, crdt::TextSession& words,
                                 const std::optional<Landed>& landed) const {
  if (landed && planted(Bug::ForgetBehindWords)) return {};
  if (words.inFlight() && landed)
    words.land(landed->change);
  else if (words.inFlight())
    words.giveBack();
  const auto at = landed ? Result<replica::Place>(landed->place) : place(replica);
  if (!at) return std::unexpected(at.error());
  replica::Editing editing(replica);
  if (!landed) {
    auto now = editing.typedText(*at, block, lane);
    if (!now) return std::unexpected(now.error());
    (void)words.receive(std::move(*now));
  }
  auto ops = words.pendingOps(OpId{}, 0);
  if (!ops) return std::unexpected(ops.error());
  if (ops->empty()) return {};
  if (auto change = editing.type(*at, block, lane, std::move(*ops)); !change)
    return std::unexpected(std::move(change.error()));
  return {};
}

} // namespace meridian::app
