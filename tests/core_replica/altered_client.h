// A client that was changed: it seals and signs whatever it likes, with the keys that its person really has.
#pragma once

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
  return taken(log::sealContent({by.signingKey(), by.incarnation(), tip}, space,
                                by.authority(space).headsFor(space), {}, body,
                                *keys.current(space, log::KeyChain::Content), by.random()));
}

inline Bytes bytesOf(const envelope::Change& change) {
  return {change.bytes().begin(), change.bytes().end()};
}

} // namespace meridian::test
