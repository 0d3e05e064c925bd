// The system's cryptographic random numbers, and the start-up of libsodium.
#pragma once

#include "core/base/random.h"

namespace meridian::signing {

// Starts libsodium once. Thread-safe and cheap to repeat; everything in the crypto rooms that needs it
// calls it, so a program only calls it to fail early. Aborts if the system has no random numbers.
void initialise();

class SystemRandom final : public RandomSource {
 public:
  void fill(std::span<std::uint8_t> out) override;
};

} // namespace meridian::signing
