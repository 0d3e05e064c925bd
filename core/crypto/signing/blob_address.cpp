#include "core/crypto/signing/blob_address.h"

#include <cassert>

namespace meridian::signing {

ChunkHash chunkHash(ByteView chunk) { return hashAs<ChunkHash>(domains::blobChunk, {chunk}); }

BlobId blobAddress(std::uint64_t sealedBytes, std::span<const ChunkHash> chunks) {
  assert(chunks.size() == chunkCount(sealedBytes));
  ByteWriter length;
  length.u64(sealedBytes);
  Hasher hasher(domains::blob);
  hasher.update(length.bytes());
  for (const ChunkHash& chunk : chunks)
    hasher.update(chunk.view());
  return BlobId{hasher.finish()};
}

bool isBlob(const BlobId& id, std::uint64_t sealedBytes, std::span<const ChunkHash> chunks) {
  return sealedBytes > 0 && chunks.size() == chunkCount(sealedBytes) &&
         blobAddress(sealedBytes, chunks) == id;
}

} // namespace meridian::signing
