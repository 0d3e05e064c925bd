#include "core/crdt/value.h"

#include <algorithm>

#include "core/crdt/op.h"
#include "tests/fuzz/fuzz.h"

using namespace meridian;

FUZZ_TARGET(value) {
  if (const auto value = crdt::decodeValue(bytes)) {
    const auto again = crdt::encodeValue(*value);
    HOLDS(again && std::ranges::equal(*again, bytes));
  }
  if (const auto op = crdt::decodeOp(bytes)) {
    const auto again = crdt::encodeOp(*op);
    HOLDS(again && std::ranges::equal(*again, bytes));
  }
  if (const auto entity = crdt::EntityId::from(bytes))
    HOLDS(std::ranges::equal(crdt::entityIdOf(entity->ref()).view(), bytes));
}
