// The address of an attachment's ciphertext. It lives here because the relay computes it, blind.
#pragma once

#include <span>

#include "core/base/limits.h"
#include "core/crypto/signing/hash.h"

namespace meridian::signing {

using ChunkHash = FixedId<struct ChunkTag, 32>;

// Ciphertext is cut into chunks of exactly limits::blobChunkBytes; the last one is 1 byte to a whole chunk.
[[nodiscard]] constexpr std::uint64_t chunkCount(std::uint64_t sealedBytes) {
  return sealedBytes / limits::blobChunkBytes + (sealedBytes % limits::blobChunkBytes != 0 ? 1 : 0);
}
// REQUIRES: index < chunkCount(sealedBytes)
[[nodiscard]] constexpr std::size_t chunkSize(std::uint64_t sealedBytes, std::uint64_t index) {
  const std::uint64_t rest = sealedBytes - index * limits::blobChunkBytes;
  return rest < limits::blobChunkBytes ? static_cast<std::size_t>(rest) : limits::blobChunkBytes;
}

// How long a file is once it is sealed (core/crypto/sealing/blob.h), and the longest one that fits.
inline constexpr std::size_t streamHeaderBytes = 24; // in the first chunk
inline constexpr std::size_t messageOverhead = 17;   // in every chunk
[[nodiscard]] constexpr std::uint64_t sealedLength(std::uint64_t plaintextBytes) {
  constexpr std::uint64_t perChunk = limits::blobChunkBytes - messageOverhead;
  const std::uint64_t messages = (streamHeaderBytes + plaintextBytes + perChunk - 1) / perChunk;
  return streamHeaderBytes + plaintextBytes + messages * messageOverhead;
}
[[nodiscard]] constexpr std::uint64_t plaintextLengthMax(std::uint64_t sealedBytesMax) {
  const std::uint64_t overhead = streamHeaderBytes + chunkCount(sealedBytesMax) * messageOverhead;
  return sealedBytesMax > overhead ? sealedBytesMax - overhead : 0;
}
// What a relay takes unless it says otherwise, and the longest blob that its list has room for.
inline constexpr std::uint64_t sealedLengthDefault = sealedLength(limits::blobBytesDefault);
inline constexpr std::uint64_t sealedLengthMax =
    std::uint64_t{limits::chunksPerBlob} * limits::blobChunkBytes;

// BLAKE2b-256 of one chunk's ciphertext, domain "meridian/1/blob/chunk".
[[nodiscard]] ChunkHash chunkHash(ByteView chunk);

// BLAKE2b-256, domain "meridian/1/blob", over  sealed_bytes u64 · chunk hash 32 × chunkCount(sealed_bytes).
// REQUIRES: chunks.size() == chunkCount(sealedBytes)
[[nodiscard]] BlobId blobAddress(std::uint64_t sealedBytes, std::span<const ChunkHash> chunks);

// Whether a list that a peer sent is the list of this blob.
[[nodiscard]] bool isBlob(const BlobId& id, std::uint64_t sealedBytes, std::span<const ChunkHash> chunks);

} // namespace meridian::signing
