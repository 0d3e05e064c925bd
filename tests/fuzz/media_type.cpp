#include "core/replica/media_type.h"

#include <algorithm>

#include "tests/fuzz/file_of.h"
#include "tests/fuzz/fuzz.h"

using namespace meridian;

FUZZ_TARGET(media_type) {
  HOLDS(!replica::mediaTypeOf(bytes.first(std::min(bytes.size(), replica::mediaTypeBytes))).empty());
  if (const auto time = replica::playTimeOf(fuzz::fileOf(bytes))) HOLDS(*time >= Duration::zero());
}
