// What it costs to jump about in a sealed video of 256 MiB: a player does so when a person drags the slider.
//
//   cmake --preset release && ninja -C build/release bench_blob && build/release/tests/bench/bench_blob
#include <benchmark/benchmark.h>

#include "core/crypto/sealing/blob_reader.h"
#include "core/crypto/signing/system_random.h"

namespace {

using namespace meridian;
using namespace meridian::sealing;

constexpr std::uint64_t megabyte = 1 << 20, videoBytes = 256 * megabyte;

struct Video {
  SealedBlob blob;
  std::vector<Bytes> chunks;
};

const Video& video() {
  static const Video sealed = [] {
    signing::SystemRandom random;
    std::vector<Bytes> chunks;
    BlobSealer sealer(random, [&](ByteView chunk) {
      chunks.emplace_back(chunk.begin(), chunk.end());
      return Result<void>();
    });
    const Bytes piece(megabyte, 7);
    for (std::uint64_t done = 0; done < videoBytes; done += megabyte)
      if (!sealer.update(piece)) std::abort();
    auto blob = sealer.finish();
    if (!blob) std::abort();
    return Video{std::move(*blob), std::move(chunks)};
  }();
  return sealed;
}

BlobReader reader() {
  const auto& sealed = video();
  auto opened =
      BlobReader::open(sealed.blob.info, sealed.blob.key, sealed.blob.chunks,
                       [&](std::uint32_t chunk) -> Result<Bytes> { return sealed.chunks.at(chunk); });
  if (!opened) std::abort();
  return std::move(*opened);
}

// To the end, as for the index of a phone's recording: everything before it is opened and checked, once.
void firstJumpToTheEnd(benchmark::State& state) {
  static_cast<void>(video());
  Bytes into(32'768);
  for (auto _ : state) {
    auto one = reader();
    if (!one.read(videoBytes - into.size(), into)) std::abort();
  }
}
BENCHMARK(firstJumpToTheEnd)->Unit(benchmark::kMillisecond);

// To any place that was passed.
void jumpBack(benchmark::State& state) {
  Bytes into(32'768);
  auto one = reader();
  if (!one.read(videoBytes - into.size(), into)) std::abort();
  std::uint64_t at = 0;
  for (auto _ : state) {
    at = (at + 37 * megabyte) % (videoBytes - into.size());
    if (!one.read(at, into)) std::abort();
  }
}
BENCHMARK(jumpBack)->Unit(benchmark::kMillisecond);

} // namespace
