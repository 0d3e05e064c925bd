// The stream inside a blob, one chunk after the other: what BlobOpener and BlobReader share.
#pragma once

#include <sodium.h>

#include "core/crypto/sealing/blob.h"

namespace meridian::sealing {

using signing::messageOverhead;
using signing::streamHeaderBytes;
inline constexpr std::size_t firstPlaintextMax = limits::blobChunkBytes - streamHeaderBytes - messageOverhead;
inline constexpr std::size_t laterPlaintextMax = limits::blobChunkBytes - messageOverhead;

static_assert(streamHeaderBytes == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
static_assert(messageOverhead == crypto_secretstream_xchacha20poly1305_ABYTES);
static_assert(keyBytes == crypto_secretstream_xchacha20poly1305_KEYBYTES);

// Checks the list against the address, each chunk against the list, and each message's tag.
class ChunkStream {
 public:
  // Where a stream stands between two messages; a plain value, and as secret as the key.
  using State = crypto_secretstream_xchacha20poly1305_state;

  // Damaged if `chunks` is not the list of `info.id`, or the lengths contradict each other.
  // REQUIRES: a key of keyBytes
  [[nodiscard]] static Result<ChunkStream> open(const BlobInfo& info, const SecretBytes& key,
                                                std::vector<signing::ChunkHash> chunks);
  ~ChunkStream() { sodium_memzero(&m_state, sizeof m_state); }
  ChunkStream(ChunkStream&&) noexcept = default;
  ChunkStream& operator=(ChunkStream&&) noexcept = default;

  [[nodiscard]] const BlobInfo& info() const { return m_info; }
  [[nodiscard]] std::size_t count() const { return m_chunks.size(); }
  [[nodiscard]] std::size_t next() const { return m_next; } // the chunk that openNext() takes
  // The plaintext of the next chunk. Damaged or WrongKey.
  [[nodiscard]] Result<Bytes> openNext(ByteView chunk);

  [[nodiscard]] const State& state() const { return m_state; }
  // Goes on before this chunk. REQUIRES: `state` is what state() was there; it is not looked at for chunk 0.
  void resume(std::size_t chunk, const State& state);

 private:
  ChunkStream(BlobInfo info, SecretBytes key, std::vector<signing::ChunkHash> chunks);

  BlobInfo m_info;
  SecretBytes m_key;
  std::vector<signing::ChunkHash> m_chunks;
  State m_state{};
  std::size_t m_next = 0;
};

} // namespace meridian::sealing
