#include "app/session/open_text.h"

#include "core/replica/work.h"

namespace meridian::app {

Result<replica::Place> OpenText::place(replica::Replica& replica) const {
  if (entity) return replica::Place{space, entity->ref()};
  const auto draft = replica::Briefing(replica, campaign).draft(space);
  if (!draft) return std::unexpected(draft.error());
  return replica::Place{space, draft->ref()};
}

crdt::Text OpenText::now(replica::Replica& replica) const {
  if (!entity) return {};
  return replica::Editing(replica).text({space, entity->ref()}, block, lane);
}

OpenText::Written OpenText::write(replica::Replica& replica, std::vector<crdt::Op> gathered,
                                  std::optional<Landed>& landed) const {
  const auto at = place(replica);
  if (!at) return {std::unexpected(at.error()), std::nullopt};
  replica::Editing editing(replica);
  const auto change = editing.type(*at, block, lane, std::move(gathered));
  if (!change) return {std::unexpected(change.error()), editing.text(*at, block, lane)};
  landed = Landed{*change, *at};
  return {{}, editing.text(*at, block, lane)};
}

Result<void> OpenText::writeLast(replica::Replica& replica, crdt::TextSession& words,
                                 const std::optional<Landed>& landed) const {
  if (words.inFlight() && landed)
    words.land(landed->change);
  else if (words.inFlight())
    words.giveBack();
  const auto at = landed ? Result<replica::Place>(landed->place) : place(replica);
  if (!at) return std::unexpected(at.error());
  replica::Editing editing(replica);
  if (!landed) (void)words.receive(editing.text(*at, block, lane));
  auto ops = words.pendingOps(OpId{}, 0);
  if (!ops) return std::unexpected(ops.error());
  if (ops->empty()) return {};
  if (auto change = editing.type(*at, block, lane, std::move(*ops)); !change)
    return std::unexpected(std::move(change.error()));
  return {};
}

} // namespace meridian::app
