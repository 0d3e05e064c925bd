#include "core/envelope/change.h"

#include <algorithm>

#include "core/envelope/clear_items.h"
#include "tests/fuzz/fuzz.h"

using namespace meridian;

FUZZ_TARGET(change) {
  auto change = envelope::Change::parse(fuzz::copyOf(bytes));
  if (!change) return;
  HOLDS(std::ranges::equal(change->bytes(), bytes));
  if (change->known()) {
    // What was read is all there is: the header and the clear part give the same bytes again.
    HOLDS(std::ranges::equal(envelope::encodeAdditionalData(change->header(), change->clear()),
                             change->additionalData()));
    if (change->chain() == envelope::Chain::Authority)
      if (const auto items = envelope::decodeItems(change->clear()))
        HOLDS(std::ranges::equal(envelope::encodeItems(*items), change->clear()));
  }
  (void)change->verifySignature();
  const auto id = change->id();
  const auto space = change->space();
  change->dropSignature();
  const auto again = envelope::Change::parse(fuzz::copyOf(change->bytes()));
  HOLDS(again && again->id() == id && again->space() == space && !again->hasSignature());
  const envelope::ChainPosition tip{change->header().seq - 1, change->header().prev};
  (void)envelope::follows(tip, *change);
}
