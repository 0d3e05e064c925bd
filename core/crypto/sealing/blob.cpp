#include "core/crypto/sealing/blob.h"

#include <algorithm>
#include <cassert>

#include <sodium.h>

namespace meridian::sealing {

namespace {

constexpr std::size_t headerBytes = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t messageOverhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t firstPlaintextMax = limits::blobChunkBytes - headerBytes - messageOverhead;
constexpr std::size_t laterPlaintextMax = limits::blobChunkBytes - messageOverhead;

static_assert(headerBytes == 24 && messageOverhead == 17);
static_assert(keyBytes == crypto_secretstream_xchacha20poly1305_KEYBYTES);

} // namespace

std::uint64_t sealedBlobBytes(std::uint64_t plaintextBytes) {
  const std::uint64_t later = plaintextBytes > firstPlaintextMax ? plaintextBytes - firstPlaintextMax : 0;
  const std::uint64_t messages = 1 + (later + laterPlaintextMax - 1) / laterPlaintextMax;
  return headerBytes + plaintextBytes + messages * messageOverhead;
}

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
  m_state->chunk.resize(headerBytes);
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
  assert(state.sealedBytes == sealedBlobBytes(state.plaintextBytes));
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
  BlobInfo info;
  SecretBytes key;
  std::vector<signing::ChunkHash> chunks;
  crypto_secretstream_xchacha20poly1305_state stream{};
  signing::Hasher content = signing::Hasher::ofFile();
  std::size_t nextChunk = 0;
  std::uint64_t plaintextBytes = 0;
  bool failed = false;

  ~State() { sodium_memzero(&stream, sizeof stream); }

  std::unexpected<Error> damaged(const char* detail) {
    failed = true;
    return fail(ErrorCode::Damaged, detail);
  }
};

BlobOpener::BlobOpener(std::unique_ptr<State> state) : m_state(std::move(state)) {}
BlobOpener::~BlobOpener() = default;
BlobOpener::BlobOpener(BlobOpener&&) noexcept = default;
BlobOpener& BlobOpener::operator=(BlobOpener&&) noexcept = default;

Result<BlobOpener> BlobOpener::open(const BlobInfo& info, const SecretBytes& key,
                                    std::vector<signing::ChunkHash> chunks) {
  assert(key.size() == keyBytes);
  if (!signing::isBlob(info.id, info.sealedBytes, chunks)) {
    return fail(ErrorCode::Damaged, "a chunk list of another blob");
  }
  // Checked before the sum, which a hostile length would overflow.
  if (info.plaintextBytes >= info.sealedBytes || sealedBlobBytes(info.plaintextBytes) != info.sealedBytes) {
    return fail(ErrorCode::Damaged, "lengths of a blob that contradict each other");
  }
  auto state = std::make_unique<State>();
  state->info = info;
  state->key = key.clone();
  state->chunks = std::move(chunks);
  return BlobOpener(std::move(state));
}

Result<Bytes> BlobOpener::next(ByteView chunk) {
  State& state = *m_state;
  if (state.failed || state.nextChunk >= state.chunks.size()) return state.damaged("no chunk can follow");
  const bool first = state.nextChunk == 0;
  const bool last = state.nextChunk + 1 == state.chunks.size();
  if (chunk.size() != signing::chunkSize(state.info.sealedBytes, state.nextChunk) ||
      signing::chunkHash(chunk) != state.chunks[state.nextChunk]) {
    return state.damaged("another chunk than the list says");
  }
  const std::size_t overhead = messageOverhead + (first ? headerBytes : 0);
  if (chunk.size() < overhead) return state.damaged("a chunk too short to hold a message");
  if (first) {
    crypto_secretstream_xchacha20poly1305_init_pull(&state.stream, chunk.data(), state.key.data());
    chunk = chunk.subspan(headerBytes);
  }
  Bytes plaintext(chunk.size() - messageOverhead);
  unsigned char tag = 0;
  if (crypto_secretstream_xchacha20poly1305_pull(&state.stream, plaintext.data(), nullptr, &tag, chunk.data(),
                                                 chunk.size(), nullptr, 0) != 0) {
    state.failed = true;
    // The chunk is the one that its address names, so it is the key that does not belong to it.
    return fail(ErrorCode::WrongKey, "a chunk does not open");
  }
  const unsigned char expected = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
  if (tag != expected) return state.damaged("the end of a blob in another place than its list says");
  state.content.update(plaintext);
  state.plaintextBytes += plaintext.size();
  ++state.nextChunk;
  return plaintext;
}

Result<void> BlobOpener::finish() {
  State& state = *m_state;
  if (state.failed) return fail(ErrorCode::Damaged, "a blob that did not open");
  if (state.nextChunk != state.chunks.size()) return state.damaged("a blob that ends early");
  state.failed = true; // the hasher is spent: a second answer would not be one
  if (state.plaintextBytes != state.info.plaintextBytes ||
      state.content.finish() != state.info.content.bytes) {
    return state.damaged("another file than the one that was signed for");
  }
  return {};
}

} // namespace meridian::sealing
