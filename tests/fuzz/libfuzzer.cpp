// One libFuzzer program for all targets: the first argument names the target.
//
//   fuzz TARGET [libFuzzer's arguments]
#include <cstring>

#include "tests/fuzz/fuzz.h"

namespace {

constexpr const char* variable = "MERIDIAN_FUZZ_TARGET"; // for the processes that libFuzzer starts
meridian::fuzz::Target chosen = nullptr;

} // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  const auto& all = meridian::fuzz::targets();
  if (*argc > 1 && all.contains((*argv)[1])) {
    ::setenv(variable, (*argv)[1], 1);
    std::memmove(*argv + 1, *argv + 2, sizeof(char*) * static_cast<std::size_t>(*argc - 1));
    --*argc;
  }
  const char* name = std::getenv(variable);
  const auto found = name == nullptr ? all.end() : all.find(name);
  if (found == all.end()) {
    for (const auto& [known, target] : all)
      std::fprintf(stderr, "%s\n", known.c_str());
    std::exit(2);
  }
  chosen = found->second;
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  chosen({data, size});
  return 0;
}
