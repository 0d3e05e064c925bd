#include "core/crypto/sealing/blob_reader.h"

#include <algorithm>
#include <cstring>
#include <list>

#include "core/crypto/sealing/chunk_stream.h"

namespace meridian::sealing {

namespace {

struct Place {
  std::size_t chunk, offset;
};

Place placeOf(std::uint64_t at) {
  if (at < firstPlaintextMax) return {0, static_cast<std::size_t>(at)};
  const std::uint64_t later = at - firstPlaintextMax;
  return {1 + static_cast<std::size_t>(later / laterPlaintextMax),
          static_cast<std::size_t>(later % laterPlaintextMax)};
}

} // namespace

struct BlobReader::State {
  struct Open {
    std::size_t chunk;
    Bytes plaintext;
  };

  ChunkStream stream;
  Source source;
  SecretBytes marks;    // the stream's state before each chunk, one behind the other
  std::size_t marked;   // how many of them are known; the first needs none
  std::list<Open> open; // latest used first

  ~State() {
    for (Open& one : open)
      signing::wipe(one.plaintext);
  }

  void passTo(std::size_t chunk) {
    if (chunk < marked) {
      ChunkStream::State state;
      std::memcpy(&state, marks.data() + chunk * sizeof state, sizeof state);
      stream.resume(chunk, state);
      sodium_memzero(&state, sizeof state);
    } else if (stream.next() + 1 != marked) {
      passTo(marked - 1);
    }
  }

  Result<Bytes> openNext() {
    auto sealed = source(static_cast<std::uint32_t>(stream.next()));
    if (!sealed) return sealed;
    auto plaintext = stream.openNext(*sealed);
    if (!plaintext) {
      stream.resume(0, {}); // what failed has left it in between
    } else if (stream.next() == marked && marked < stream.count()) {
      std::memcpy(marks.data() + marked * sizeof(ChunkStream::State), &stream.state(),
                  sizeof(ChunkStream::State));
      ++marked;
    }
    return plaintext;
  }

  Result<ByteView> plaintextOf(std::size_t chunk) {
    const auto known = std::ranges::find(open, chunk, &Open::chunk);
    if (known != open.end()) {
      open.splice(open.begin(), open, known);
      return ByteView(open.front().plaintext);
    }
    passTo(chunk);
    for (;;) {
      const bool there = stream.next() == chunk;
      auto plaintext = openNext();
      if (!plaintext) return std::unexpected(plaintext.error());
      if (there) {
        open.push_front({chunk, std::move(*plaintext)});
        break;
      }
      signing::wipe(*plaintext);
    }
    if (open.size() > chunksKept) {
      signing::wipe(open.back().plaintext);
      open.pop_back();
    }
    return ByteView(open.front().plaintext);
  }
};

BlobReader::BlobReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
BlobReader::~BlobReader() = default;
BlobReader::BlobReader(BlobReader&&) noexcept = default;
BlobReader& BlobReader::operator=(BlobReader&&) noexcept = default;

Result<BlobReader> BlobReader::open(const BlobInfo& info, const SecretBytes& key,
                                    std::vector<signing::ChunkHash> chunks, Source source) {
  auto stream = ChunkStream::open(info, key, std::move(chunks));
  if (!stream) return std::unexpected(stream.error());
  SecretBytes marks(stream->count() * sizeof(ChunkStream::State));
  return BlobReader(std::make_unique<State>(std::move(*stream), std::move(source), std::move(marks),
                                            std::size_t{1}, std::list<State::Open>{}));
}

std::uint64_t BlobReader::size() const { return m_state->stream.info().plaintextBytes; }

Result<std::size_t> BlobReader::read(std::uint64_t at, std::span<std::uint8_t> into) {
  if (at >= size()) return std::size_t{0};
  into = into.first(static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), size() - at)));
  std::size_t done = 0;
  while (done < into.size()) {
    const Place place = placeOf(at + done);
    const auto plaintext = m_state->plaintextOf(place.chunk);
    if (!plaintext) return std::unexpected(plaintext.error());
    const std::size_t count = std::min(into.size() - done, plaintext->size() - place.offset);
    std::memcpy(into.data() + done, plaintext->data() + place.offset, count);
    done += count;
  }
  return done;
}

} // namespace meridian::sealing
