#include "app/cli/campaign_file.h"

#include "tests/fuzz/fuzz.h"

using namespace meridian;

FUZZ_TARGET(campaign_file) {
  const auto file = cli::readCampaignFile(asText(bytes));
  if (!file) HOLDS(isUtf8(asBytes(file.error().detail)));
}
