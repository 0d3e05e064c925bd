#include "core/crdt/body.h"

#include <algorithm>
#include <set>

#include "core/crdt/entity.h"
#include "tests/fuzz/fuzz.h"

using namespace meridian;

FUZZ_TARGET(body) {
  crdt::BodyContext context{};
  context.self.bytes.fill(0x70);
  context.predecessor.bytes.fill(0x71);
  const auto body = crdt::decodeBody(bytes, context);
  if (!body) return;
  const auto again = crdt::encodeBody(*body, context);
  HOLDS(again && std::ranges::equal(*again, bytes));

  // Whatever ops may say: merging takes them, and their order does not matter.
  std::vector<crdt::ContextualOp> ops;
  std::set<crdt::EntityId> entities;
  for (std::uint32_t i = 0; i < body->ops.size(); ++i) {
    const OpId id{context.self, i};
    ops.push_back({id, &body->ops[i], body->hlc, true});
    if (auto entity = crdt::entityOf(id, body->ops[i])) entities.insert(*entity);
  }
  if (entities.size() > 64) return; // merging one takes a pass over all ops
  auto backwards = ops;
  std::ranges::reverse(backwards);
  for (const auto& entity : entities)
    HOLDS(crdt::EntityState::merge(entity, ops).canonicalBytes() ==
          crdt::EntityState::merge(entity, backwards).canonicalBytes());
}
