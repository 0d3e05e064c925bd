#include "core/envelope/receipt.h"

#include <algorithm>

#include "tests/fuzz/fuzz.h"

using namespace meridian;

FUZZ_TARGET(receipt) {
  const auto receipt = envelope::decodeReceipt(bytes);
  if (!receipt) return;
  HOLDS(std::ranges::equal(envelope::encodeReceipt(*receipt), bytes));
  (void)envelope::verifyReceipt(*receipt);
}
