// Random numbers that are the same in every run, so that vectors can be checked in.
#pragma once

#include "core/base/random.h"

namespace meridian {

class SeededRandom final : public RandomSource {
 public:
  explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}

  // SplitMix64 (Steele, Lea, Flood 2014).
  void fill(std::span<std::uint8_t> out) override {
    for (std::uint8_t& byte : out) {
      m_state += 0x9E3779B97F4A7C15u;
      std::uint64_t z = m_state;
      z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
      z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
      byte = static_cast<std::uint8_t>((z ^ (z >> 31)) >> 56);
    }
  }

 private:
  std::uint64_t m_state;
};

} // namespace meridian
