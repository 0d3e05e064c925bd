// The profile lives twice (DESIGN §4): a copy of the whole disk writes under this very incarnation.
#include "core/replica/state.h"

#include "core/base/planted.h"

namespace meridian::replica {

Result<bool> Replica::State::isTwins(const envelope::Change& change) {
  if (planted(Bug::MissRestoredBackup)) return false;
  if (change.header().device != signKey.id() || change.header().incarnation != marker.incarnation())
    return false;
  auto known = file->changes.has(change.id());
  if (!known) return std::unexpected(known.error());
  return !*known;
}

// Contents that never left this device get another place and, with it, another id; what names them is
// rewritten with them. What may have left it stays: both branches are kept, and both count. So do
// authority entries in any case: an invitation names its entry, and may be on paper already.
Result<std::set<SpaceId>> Replica::State::leaveIncarnation() {
  const Incarnation old = marker.incarnation();
  if (auto renewed = marker.renew(*file, *random); !renewed) return std::unexpected(renewed.error());
  auto waiting = file->outbox.waiting(); // in the order of writing, so that names come before their uses
  if (!waiting) return std::unexpected(waiting.error());
  std::map<ChangeId, ChangeId> names;
  std::set<SpaceId> moved;
  std::set<envelope::ChainKey> left, ended;
  for (const auto& out : *waiting) {
    auto row = file->changes.find(out.change);
    if (!row) return std::unexpected(row.error());
    if (!*row) continue;
    const envelope::Change& change = (*row)->change;
    const auto chain = envelope::chainKeyOf(change);
    if (chain.chain != envelope::Chain::Content || chain.incarnation != old) continue;
    if (out.delivery == store::Delivery::Rejected) ended.insert(chain); // what follows waits for a person
    if (out.delivery != store::Delivery::Local || ended.contains(chain)) continue;
    if (auto moving = moveToOwnChain(**row, left, names); !moving) return std::unexpected(moving.error());
    moved.insert(chain.space);
  }
  for (const auto& space : moved)
    caches.erase(space);
  return moved;
}

Result<void> Replica::State::moveToOwnChain(const store::ChangeRow& row, std::set<envelope::ChainKey>& left,
                                            std::map<ChangeId, ChangeId>& names) {
  const envelope::Change& change = row.change;
  const auto& header = change.header();
  auto chain = envelope::chainKeyOf(change);
  if (auto loaded = campaignOfSpace(chain.space); !loaded) return std::unexpected(loaded.error());
  auto body = log::openContent(change, keyring);
  if (!body) return std::unexpected(body.error());
  if (left.insert(chain).second) {
    const ChangeId before = header.seq > 1 ? header.prev : ChangeId{};
    if (auto back = file->changes.rewind(chain, {header.seq - 1, before}); !back) return back;
    if (auto back = file->knowledge.rewind(chain, header.seq - 1); !back) return back;
  }
  chain.incarnation = marker.incarnation();
  auto tip = file->changes.tip(chain);
  if (!tip) return std::unexpected(tip.error());
  const log::Author author{signKey, marker.incarnation(),
                           tip->value_or(envelope::ChainPosition{.seq = 0, .id = header.prev})};
  names[change.id()] = crdt::thisChange;
  crdt::renameChanges(*body, names);
  auto again = log::sealContent(author, chain.space, header.heads, header.blobs, *body,
                                {header.keyId, keyring.find(header.keyId)}, *random);
  if (!again) return std::unexpected(again.error());
  names[change.id()] = again->id();
  crdt::resolveSelf(*body, again->id());
  if (auto done = file->changes.rewrite(row.row, *again); !done) return done;
  if (auto done = file->ops.renameMade(chain.space, change.id(), again->id(), body->ops); !done) return done;
  if (auto done = file->ops.insert(chain.space, row.row, again->id(), body->ops); !done) return done;
  return file->knowledge.learn(again->id(), directlyBefore(*again, *body));
}

Result<std::vector<store::ChangeTable::Fork>> Replica::forks(const SpaceId& space) {
  return m_state->file->changes.forks(space);
}

} // namespace meridian::replica
