// Every choice of a simulated world comes from one seed. Each purpose has dice of its own, so that a step
// taken out of a plan does not change what the others do.
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/random.h"

namespace meridian::sim {

// xoshiro256**, seeded by splitmix64.
class Dice {
 public:
  explicit Dice(std::uint64_t seed);
  // Dice of their own for one purpose.
  Dice(std::uint64_t seed, std::string_view purpose);

  std::uint64_t next();
  // 0 to n - 1; REQUIRES: n > 0.
  std::uint64_t below(std::uint64_t n) { return next() % n; }
  std::int64_t between(std::int64_t low, std::int64_t high);
  bool chance(double probability);
  template <class T>
  const T& oneOf(const std::vector<T>& list) {
    return list[below(list.size())];
  }
  // The index of a weight; REQUIRES: one of them is positive.
  std::size_t weighted(std::span<const int> weights);

 private:
  std::array<std::uint64_t, 4> m_state{};
};

// What a machine's program draws from.
class SeededRandom final : public RandomSource {
 public:
  explicit SeededRandom(std::uint64_t seed) : m_dice(seed) {}
  SeededRandom(std::uint64_t seed, std::string_view purpose) : m_dice(seed, purpose) {}
  void fill(std::span<std::uint8_t> out) override;

 private:
  Dice m_dice;
};

// libsodium and OpenSSL (which SQLCipher draws page nonces from) draw from the seed from here on. Once per
// process, before either is used.
void seedLibraries(std::uint64_t seed);

} // namespace meridian::sim
