// Attachments: a file is sealed under a key of its own, in chunks that travel and resume one by one.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/crypto/sealing/aead.h"
#include "core/crypto/signing/blob_address.h"

namespace meridian::sealing {

//   chunk 0  := stream header 24 · message
//   chunk n  := message
//   message  := crypto_secretstream_xchacha20poly1305 of as much plaintext as makes the chunk exactly
//               limits::blobChunkBytes long; the tag is 0, and FINAL (3) in the last chunk, which may be
//               shorter. No additional data. An empty file is one chunk of 41 bytes.

// What a change says about an attachment, beside its name and media type, and what opens it again.
struct BlobInfo {
  BlobId id;
  std::uint64_t sealedBytes = 0;
  std::uint64_t plaintextBytes = 0;
  ContentHash content; // BLAKE2b-256 of the plaintext alone
};

struct SealedBlob {
  BlobInfo info;
  SecretBytes key; // of this file only
  std::vector<signing::ChunkHash> chunks;
};

// Takes a file in pieces of any size and hands on whole chunks in order. Holds one chunk in memory.
class BlobSealer {
 public:
  // What the sink returns as an error ends the sealing and is returned by the call that met it.
  using Sink = std::function<Result<void>(ByteView chunk)>;

  BlobSealer(RandomSource& random, Sink sink);
  ~BlobSealer();
  BlobSealer(BlobSealer&&) noexcept;
  BlobSealer& operator=(BlobSealer&&) noexcept;

  [[nodiscard]] Result<void> update(ByteView plaintext);
  // Once, after the last update.
  [[nodiscard]] Result<SealedBlob> finish();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

// Opens chunks in order and checks everything: the list against the address, each chunk against the list,
// each message's tag, the end of the stream, and length and hash of the whole plaintext.
class BlobOpener {
 public:
  // Damaged if `chunks` is not the list of `info.id`, or the lengths contradict each other.
  // REQUIRES: a key of keyBytes
  [[nodiscard]] static Result<BlobOpener> open(const BlobInfo& info, const SecretBytes& key,
                                               std::vector<signing::ChunkHash> chunks);
  ~BlobOpener();
  BlobOpener(BlobOpener&&) noexcept;
  BlobOpener& operator=(BlobOpener&&) noexcept;

  // The plaintext of the next chunk, authentic but not yet known to be whole: it may be shown as it comes
  // (video), and counts once finish() has said so. Damaged or WrongKey; nothing more is opened after that.
  [[nodiscard]] Result<Bytes> next(ByteView chunk);
  // Damaged unless every chunk was opened and the whole is what `info` says.
  [[nodiscard]] Result<void> finish();

 private:
  struct State;
  explicit BlobOpener(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

} // namespace meridian::sealing
