// Runs every file of the corpora and every crasher through its target, in an ordinary build.
//
//   fuzz_replay FOLDER [TARGET]        FOLDER/TARGET/… are the inputs
#include <chrono>
#include <filesystem>
#include <fstream>
#include <vector>

#include "tests/fuzz/fuzz.h"

namespace fs = std::filesystem;
using namespace meridian;

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const fs::path root = argv[1];
  const std::string only = argc > 2 ? argv[2] : "";
  int problems = 0;
  for (const auto& [name, target] : fuzz::targets()) {
    if (!only.empty() && name != only) continue;
    std::size_t inputs = 0;
    const auto begin = std::chrono::steady_clock::now();
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(root / name, error)) {
      std::ifstream in(entry.path(), std::ios::binary);
      const Bytes bytes{std::istreambuf_iterator<char>(in), {}};
      std::fprintf(stderr, "%s %s\n", name.c_str(), entry.path().filename().c_str());
      target(bytes);
      // No prefix crashes either, and none takes long.
      for (std::size_t part = 1; part < 4; ++part)
        target(ByteView{bytes}.first(bytes.size() * part / 4));
      ++inputs;
    }
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    std::printf("%-16s %4zu inputs %8.1f ms\n", name.c_str(), inputs, took.count());
    if (inputs == 0) {
      std::printf("%s has no corpus\n", name.c_str());
      ++problems;
    }
  }
  for (const auto& entry : fs::directory_iterator(root))
    if (entry.is_directory() && !fuzz::targets().contains(entry.path().filename())) {
      std::printf("%s is no target\n", entry.path().filename().c_str());
      ++problems;
    }
  return problems == 0 ? 0 : 1;
}
