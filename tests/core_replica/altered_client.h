// A client that was changed: it seals and signs whatever it likes, with the keys that its person really has.
#pragma once

#include "core/crdt/codec.h"
#include "core/domain/rights.h"
#include "core/log/compose.h"
#include "tests/core_replica/story.h"

namespace meridian::test {

inline crdt::Op create(domain::EntityKind kind, crdt::Value payload) {
  crdt::Create op;
  op.kind = static_cast<std::uint16_t>(kind);
  op.payload = std::move(payload);
  return op;
}

// What the altered client sends: sealed under the real key, signed by the real device, at the end of its
// chain.
inline envelope::Change forge(replica::Replica& by, const SpaceId& space, std::vector<crdt::Op> ops) {
  log::Keyring keys;
  for (auto& row : taken(by.file().keys.ofSpace(space)))
    keys.insert(row.space, static_cast<log::KeyChain>(row.chain), row.id, std::move(row.key), row.parents);
  const envelope::ChainKey chain{space, by.device(), by.incarnation(), envelope::Chain::Content};
  const auto tip = taken(by.file().changes.tip(chain)).value_or(envelope::ChainPosition{});
  crdt::Body body;
  HlcClock hlc(by.clock(), Hlc::of(by.clock().now() + std::chrono::minutes{1}, 0)); // later than all others
  body.hlc = hlc.tick();
  body.claimedAt = by.clock().now();
  body.frontier = taken(by.file().changes.frontier(space));
  body.ops = std::move(ops);
  crdt::numberElements(body.ops);
  // Beside ops of a newer version the changes that a body names stand in a table that came with it.
  if (std::ranges::any_of(body.ops, [](const crdt::Op& op) { return crdt::codec::hasUnknown(op); })) {
    std::set<ChangeId> named(body.frontier.begin(), body.frontier.end());
    for (const auto& op : body.ops)
      crdt::codec::visitIds(op, [&](const ChangeId& id) { named.insert(id); });
    named.erase(crdt::thisChange);
    named.erase(tip.id);
    body.refs.assign(named.begin(), named.end());
  }
  return taken(log::sealContent({by.signingKey(), by.incarnation(), tip}, space,
                                by.authority(space).headsFor(space), {}, body,
                                *keys.current(space, log::KeyChain::Content), by.random()));
}

inline Bytes bytesOf(const envelope::Change& change) {
  return {change.bytes().begin(), change.bytes().end()};
}

} // namespace meridian::test
