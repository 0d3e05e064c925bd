#include "core/crypto/sealing/chunk_stream.h"

#include <cassert>

namespace meridian::sealing {

ChunkStream::ChunkStream(BlobInfo info, SecretBytes key, std::vector<signing::ChunkHash> chunks)
    : m_info(info), m_key(std::move(key)), m_chunks(std::move(chunks)) {}

Result<ChunkStream> ChunkStream::open(const BlobInfo& info, const SecretBytes& key,
                                      std::vector<signing::ChunkHash> chunks) {
  assert(key.size() == keyBytes);
  if (!signing::isBlob(info.id, info.sealedBytes, chunks)) {
    return fail(ErrorCode::Damaged, "a chunk list of another blob");
  }
  // Checked before the sum, which a hostile length would overflow.
  if (info.plaintextBytes >= info.sealedBytes ||
      signing::sealedLength(info.plaintextBytes) != info.sealedBytes) {
    return fail(ErrorCode::Damaged, "lengths of a blob that contradict each other");
  }
  return ChunkStream(info, key.clone(), std::move(chunks));
}

Result<Bytes> ChunkStream::openNext(ByteView chunk) {
  if (m_next >= m_chunks.size()) return fail(ErrorCode::Damaged, "no chunk can follow");
  const bool first = m_next == 0;
  const bool last = m_next + 1 == m_chunks.size();
  if (chunk.size() != signing::chunkSize(m_info.sealedBytes, m_next) ||
      signing::chunkHash(chunk) != m_chunks[m_next]) {
    return fail(ErrorCode::Damaged, "another chunk than the list says");
  }
  const std::size_t overhead = messageOverhead + (first ? streamHeaderBytes : 0);
  if (chunk.size() < overhead) return fail(ErrorCode::Damaged, "a chunk too short to hold a message");
  if (first) {
    crypto_secretstream_xchacha20poly1305_init_pull(&m_state, chunk.data(), m_key.data());
    chunk = chunk.subspan(streamHeaderBytes);
  }
  Bytes plaintext(chunk.size() - messageOverhead);
  unsigned char tag = 0;
  if (crypto_secretstream_xchacha20poly1305_pull(&m_state, plaintext.data(), nullptr, &tag, chunk.data(),
                                                 chunk.size(), nullptr, 0) != 0) {
    // The chunk is the one that its address names, so it is the key that does not belong to it.
    return fail(ErrorCode::WrongKey, "a chunk does not open");
  }
  const unsigned char expected = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
  if (tag != expected)
    return fail(ErrorCode::Damaged, "the end of a blob in another place than its list says");
  ++m_next;
  return plaintext;
}

void ChunkStream::resume(std::size_t chunk, const State& state) {
  assert(chunk < m_chunks.size());
  m_next = chunk;
  if (chunk > 0) m_state = state;
}

} // namespace meridian::sealing
