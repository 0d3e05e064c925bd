// Bytes as a file, for decoders that read one. In memory where there is such a place.
#pragma once

#include <cstdio>
#include <filesystem>
#include <unistd.h>

#include "core/base/bytes.h"

namespace meridian::fuzz {

// The file's path; the next call of this process writes it anew.
inline std::filesystem::path fileOf(ByteView bytes) {
  static const std::filesystem::path path =
      std::filesystem::path(std::filesystem::exists("/dev/shm") ? "/dev/shm" : "/tmp") /
      ("meridian-fuzz-" + std::to_string(::getpid()));
  static const bool removed = std::atexit([] { (void)std::remove(path.c_str()); }) == 0;
  (void)removed;
  if (std::FILE* file = std::fopen(path.c_str(), "wb")) {
    (void)!std::fwrite(bytes.data(), 1, bytes.size(), file);
    (void)std::fclose(file);
  }
  return path;
}

} // namespace meridian::fuzz
