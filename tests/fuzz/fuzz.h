// A fuzz target: a function that takes any bytes and must neither crash nor break what it says it HOLDS.
//
//   FUZZ_TARGET(change) { … bytes … }
//
// The same targets are linked with libFuzzer (clang) and with replay.cpp, which runs the files of the corpora
// in every build. tests/fuzz/README.md says how to run them.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "core/base/bytes.h"

namespace meridian::fuzz {

using Target = void (*)(ByteView bytes);

// Of this program, by name.
inline std::map<std::string, Target>& targets() {
  static std::map<std::string, Target> all;
  return all;
}

struct Registered {
  Registered(const char* name, Target target) { targets()[name] = target; }
};

[[noreturn]] inline void broken(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
  std::abort();
}

[[nodiscard]] inline Bytes copyOf(ByteView bytes) { return {bytes.begin(), bytes.end()}; }
// The n-th of a list, whatever the number.
template <class List>
[[nodiscard]] auto& pick(List& list, std::size_t n) {
  return list[n % list.size()];
}

} // namespace meridian::fuzz

#define FUZZ_TARGET(name)                                                                                    \
  static void fuzz_##name(meridian::ByteView bytes);                                                         \
  static const meridian::fuzz::Registered registered_##name{#name, fuzz_##name};                             \
  static void fuzz_##name([[maybe_unused]] meridian::ByteView bytes)

#define HOLDS(condition)                                                                                     \
  do {                                                                                                       \
    if (!(condition)) meridian::fuzz::broken(#condition, __FILE__, __LINE__);                                \
  } while (false)
