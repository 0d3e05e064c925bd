// Reads an attachment's plaintext from any place, as a player does, without opening all of it into memory.
#pragma once

#include "core/crypto/sealing/blob.h"

namespace meridian::sealing {

// A blob is one stream: how it stands before a chunk follows from every chunk before that. The reader keeps
// this state (52 bytes, in guarded memory) for each chunk that it has passed, so going back costs one chunk.
// The first jump forward opens and checks what lies between, once. At most chunksKept chunks of plaintext are
// in memory at a time; they are wiped when they make room. One thread at a time.
//
// Every byte that is handed out is authentic: of the chunk that the blob's address names. That the whole is
// what was signed for is BlobOpener's to say.
class BlobReader {
 public:
  static constexpr std::size_t chunksKept = 4; // sound and picture may lie apart

  // The ciphertext of a chunk. What it returns as an error ends the read and is returned by it; a read that
  // takes too long is stopped in this way.
  using Source = std::function<Result<Bytes>(std::uint32_t chunk)>;

  // Damaged if `chunks` is not the list of `info.id`, or the lengths contradict each other.
  // REQUIRES: a key of keyBytes
  [[nodiscard]] static Result<BlobReader> open(const BlobInfo& info, const SecretBytes& key,
                                               std::vector<signing::ChunkHash> chunks, Source source);
  ~BlobReader();
  BlobReader(BlobReader&&) noexcept;
  BlobReader& operator=(BlobReader&&) noexcept;

  [[nodiscard]] std::uint64_t size() const; // of the plaintext
  // Fills `into` from `at` on; less only at the end of the file. Damaged or WrongKey for a chunk that does
  // not open; another may be asked for afterwards.
  [[nodiscard]] Result<std::size_t> read(std::uint64_t at, std::span<std::uint8_t> into);

 private:
  struct State;
  explicit BlobReader(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

} // namespace meridian::sealing
