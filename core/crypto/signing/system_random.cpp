#include "core/crypto/signing/system_random.h"

#include <cstdlib>

#include <sodium.h>

namespace meridian::signing {

void initialise() {
  static const int started = sodium_init();
  if (started < 0) std::abort();
}

void SystemRandom::fill(std::span<std::uint8_t> out) {
  initialise();
  randombytes_buf(out.data(), out.size());
}

} // namespace meridian::signing
