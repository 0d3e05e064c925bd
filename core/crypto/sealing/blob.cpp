#include "core/crypto/sealing/blob.h"

#include <algorithm>
#include <cassert>

#include "core/crypto/sealing/chunk_stream.h"

namespace meridian::sealing {

struct BlobSealer::State {
  Sink sink;
  SecretBytes key;
  crypto_secretstream_xchacha20poly1305_state stream{};
  signing::Hasher content = signing::Hasher::ofFile();
  Bytes plaintext; // of the chunk that is being filled
  Bytes chunk;     // holds the stream header before the first message
  std::vector<signing::ChunkHash> chunks;
  std::uint64_t plaintextBytes = 0;
  std::uint64_t sealedBytes = 0;
  bool spent = false;

  ~State() {
    signing::wipe(plaintext);
    sodium_memzero(&stream, sizeof stream);
  }

  std::size_t plaintextMax() const { return chunks.empty() ? firstPlaintextMax : laterPlaintextMax; }

  Result<void> sealChunk(unsigned char tag) {
    const std::size_t start = chunk.size();
    chunk.resize(start + plaintext.size() + messageOverhead);
    crypto_secretstream_xchacha20poly1305_push(&stream, chunk.data() + start, nullptr, plaintext.data(),
                                               plaintext.size(), nullptr, 0, tag);
    chunks.push_back(signing::chunkHash(chunk));
    sealedBytes += chunk.size();
    auto taken = sink(chunk);
    spent = !taken;
    chunk.clear();
    plaintext.clear();
    return taken;
  }
};

BlobSealer::BlobSealer(RandomSource& random, Sink sink) : m_state(std::make_unique<State>()) {
  m_state->sink = std::move(sink);
  m_state->key = SecretBytes::random(keyBytes, random);
  m_state->plaintext.reserve(laterPlaintextMax);
  m_state->chunk.reserve(limits::blobChunkBytes);
  m_state->chunk.resize(streamHeaderBytes);
  random.fill(m_state->chunk);
  // init_push would draw the header from the system by itself; init_pull sets up the same state from a
  // header that is given, and so a seed replays the whole file.
  crypto_secretstream_xchacha20poly1305_init_pull(&m_state->stream, m_state->chunk.data(),
                                                  m_state->key.data());
}

BlobSealer::~BlobSealer() = default;
BlobSealer::BlobSealer(BlobSealer&&) noexcept = default;
BlobSealer& BlobSealer::operator=(BlobSealer&&) noexcept = default;

Result<void> BlobSealer::update(ByteView bytes) {
  State& state = *m_state;
  assert(!state.spent);
  state.content.update(bytes);
  state.plaintextBytes += bytes.size();
  while (!bytes.empty()) {
    // A full chunk waits until more comes: only then is it known not to be the last.
    if (state.plaintext.size() == state.plaintextMax()) {
      if (auto sealed = state.sealChunk(0); !sealed) return sealed;
    }
    const std::size_t count = std::min(bytes.size(), state.plaintextMax() - state.plaintext.size());
    state.plaintext.insert(state.plaintext.end(), bytes.begin(),
                           bytes.begin() + static_cast<std::ptrdiff_t>(count));
    bytes = bytes.subspan(count);
  }
  return {};
}

Result<SealedBlob> BlobSealer::finish() {
  State& state = *m_state;
  assert(!state.spent);
  auto sealed = state.sealChunk(crypto_secretstream_xchacha20poly1305_TAG_FINAL);
  if (!sealed) return std::unexpected(sealed.error());
  state.spent = true;
  assert(state.sealedBytes == signing::sealedLength(state.plaintextBytes));
  SealedBlob blob;
  blob.info.id = signing::blobAddress(state.sealedBytes, state.chunks);
  blob.info.sealedBytes = state.sealedBytes;
  blob.info.plaintextBytes = state.plaintextBytes;
  blob.info.content = ContentHash{state.content.finish()};
  blob.key = std::move(state.key);
  blob.chunks = std::move(state.chunks);
  return blob;
}

struct BlobOpener::State {
  ChunkStream stream;
  signing::Hasher content = signing::Hasher::ofFile();
  std::uint64_t plaintextBytes = 0;
  bool failed = false;
};

BlobOpener::BlobOpener(std::unique_ptr<State> state) : m_state(std::move(state)) {}
BlobOpener::~BlobOpener() = default;
BlobOpener::BlobOpener(BlobOpener&&) noexcept = default;
BlobOpener& BlobOpener::operator=(BlobOpener&&) noexcept = default;

Result<BlobOpener> BlobOpener::open(const BlobInfo& info, const SecretBytes& key,
                                    std::vector<signing::ChunkHash> chunks) {
  auto stream = ChunkStream::open(info, key, std::move(chunks));
  if (!stream) return std::unexpected(stream.error());
  return BlobOpener(std::make_unique<State>(std::move(*stream)));
}

Result<Bytes> BlobOpener::next(ByteView chunk) {
  State& state = *m_state;
  if (state.failed) return fail(ErrorCode::Damaged, "no chunk can follow");
  auto plaintext = state.stream.openNext(chunk);
  state.failed = !plaintext;
  if (!plaintext) return plaintext;
  state.content.update(*plaintext);
  state.plaintextBytes += plaintext->size();
  return plaintext;
}

Result<void> BlobOpener::finish() {
  State& state = *m_state;
  if (state.failed) return fail(ErrorCode::Damaged, "a blob that did not open");
  state.failed = true; // nothing more is opened, and the hasher is spent: a second answer would not be one
  if (state.stream.next() != state.stream.count()) return fail(ErrorCode::Damaged, "a blob that ends early");
  const BlobInfo& info = state.stream.info();
  if (state.plaintextBytes != info.plaintextBytes || state.content.finish() != info.content.bytes) {
    return fail(ErrorCode::Damaged, "another file than the one that was signed for");
  }
  return {};
}

} // namespace meridian::sealing
