#include "core/envelope/clear_items.h"

#include <algorithm>

#include "tests/fuzz/fuzz.h"

using namespace meridian;

FUZZ_TARGET(clear_items) {
  const auto items = envelope::decodeItems(bytes);
  if (items) HOLDS(std::ranges::equal(envelope::encodeItems(*items), bytes));
}
