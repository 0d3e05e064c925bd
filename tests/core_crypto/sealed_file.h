// Files sealed chunk by chunk, for the tests of what opens them.
#pragma once

#include "core/crypto/sealing/blob.h"
#include "tests/core_crypto/seeded_random.h"

namespace meridian::sealing {

inline constexpr std::size_t chunkBytes = limits::blobChunkBytes;
inline constexpr std::size_t firstFull = chunkBytes - 24 - 17; // plaintext that fills the first chunk
inline constexpr std::size_t laterFull = chunkBytes - 17;

struct Sealed {
  SealedBlob blob;
  std::vector<Bytes> chunks;
};

inline Bytes contents(std::size_t size) {
  Bytes bytes(size);
  SeededRandom(size).fill(bytes);
  return bytes;
}

inline Sealed sealed(const Bytes& plaintext, std::size_t pieceBytes = 100'000, std::uint64_t seed = 1) {
  std::vector<Bytes> chunks;
  SeededRandom random(seed);
  BlobSealer sealer(random, [&](ByteView chunk) {
    chunks.emplace_back(chunk.begin(), chunk.end());
    return Result<void>();
  });
  for (ByteView rest = plaintext; !rest.empty();) {
    const std::size_t count = std::min(rest.size(), pieceBytes);
    if (!sealer.update(rest.first(count))) qFatal("sealing failed");
    rest = rest.subspan(count);
  }
  SealedBlob blob = sealer.finish().value();
  return {std::move(blob), std::move(chunks)};
}

} // namespace meridian::sealing
