#include "tests/simulation/dice.h"

#include <cstring>

// The only way in OpenSSL 3 to give RAND_bytes another source without building a provider.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/rand.h>
#include <sodium.h>

namespace meridian::sim {
namespace {

std::uint64_t splitmix(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

std::uint64_t mixed(std::uint64_t seed, std::string_view purpose) {
  std::uint64_t hash = 0xCBF29CE484222325u ^ seed;
  for (const char c : purpose)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

std::uint64_t rotate(std::uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

Dice& libraryDice() {
  static Dice dice(0);
  return dice;
}

void fillFrom(Dice& dice, void* out, std::size_t size) {
  auto* at = static_cast<std::uint8_t*>(out);
  while (size > 0) {
    const std::uint64_t value = dice.next();
    const std::size_t part = size < sizeof value ? size : sizeof value;
    std::memcpy(at, &value, part);
    at += part;
    size -= part;
  }
}

} // namespace

Dice::Dice(std::uint64_t seed) {
  for (auto& word : m_state)
    word = splitmix(seed);
}

Dice::Dice(std::uint64_t seed, std::string_view purpose) : Dice(mixed(seed, purpose)) {}

std::uint64_t Dice::next() {
  const std::uint64_t result = rotate(m_state[1] * 5, 7) * 9;
  const std::uint64_t shifted = m_state[1] << 17;
  m_state[2] ^= m_state[0];
  m_state[3] ^= m_state[1];
  m_state[1] ^= m_state[2];
  m_state[0] ^= m_state[3];
  m_state[2] ^= shifted;
  m_state[3] = rotate(m_state[3], 45);
  return result;
}

std::int64_t Dice::between(std::int64_t low, std::int64_t high) {
  return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
}

bool Dice::chance(double probability) { return static_cast<double>(next() >> 11) * 0x1.0p-53 < probability; }

std::size_t Dice::weighted(std::span<const int> weights) {
  std::uint64_t sum = 0;
  for (const int weight : weights)
    sum += static_cast<std::uint64_t>(weight);
  std::uint64_t at = below(sum);
  for (std::size_t i = 0;; ++i) {
    const auto weight = static_cast<std::uint64_t>(weights[i]);
    if (at < weight) return i;
    at -= weight;
  }
}

void SeededRandom::fill(std::span<std::uint8_t> out) { fillFrom(m_dice, out.data(), out.size()); }

void seedLibraries(std::uint64_t seed) {
  libraryDice() = Dice(seed, "libraries");
  static randombytes_implementation sodium{};
  sodium.implementation_name = [] { return "seeded"; };
  sodium.random = [] { return static_cast<std::uint32_t>(libraryDice().next()); };
  sodium.buf = [](void* out, std::size_t size) { fillFrom(libraryDice(), out, size); };
  randombytes_set_implementation(&sodium);
  static RAND_METHOD openssl{};
  openssl.bytes = [](unsigned char* out, int size) {
    fillFrom(libraryDice(), out, static_cast<std::size_t>(size));
    return 1;
  };
  openssl.pseudorand = openssl.bytes;
  openssl.status = [] { return 1; };
  RAND_set_rand_method(&openssl);
}

} // namespace meridian::sim
