#include "sync/protocol/relay_address.h"

#include "tests/fuzz/fuzz.h"

using namespace meridian;

FUZZ_TARGET(relay_address) {
  const auto address = protocol::RelayAddress::parse(asText(bytes));
  if (!address) return;
  const auto again = protocol::RelayAddress::parse(address->line());
  HOLDS(again && *again == *address);
}
