// A file that somebody hostile sealed: its list, its chunks, its stream.
#include "core/crypto/sealing/blob.h"

#include "core/crypto/sealing/blob_reader.h"
#include "tests/fuzz/fuzz.h"

using namespace meridian;

//   input := sealed length u24 · plaintext length u24 · chunk of the rest …
FUZZ_TARGET(blob) {
  ByteReader in(bytes);
  sealing::BlobInfo info;
  info.sealedBytes = in.u16() | std::uint64_t{in.u8()} << 16;
  info.plaintextBytes = in.u16() | std::uint64_t{in.u8()} << 16;
  if (!in.ok()) return;
  const Bytes chunk = fuzz::copyOf(in.raw(in.remaining()));
  const auto key = SecretBytes::copyOf(Bytes(sealing::keyBytes, 1));
  std::vector<signing::ChunkHash> chunks(
      static_cast<std::size_t>(std::min<std::uint64_t>(signing::chunkCount(info.sealedBytes), 64)),
      signing::chunkHash(chunk));
  if (chunks.size() != signing::chunkCount(info.sealedBytes)) return;
  info.id = signing::blobAddress(info.sealedBytes, chunks);
  HOLDS(signing::isBlob(info.id, info.sealedBytes, chunks) == (info.sealedBytes > 0));
  if (auto opener = sealing::BlobOpener::open(info, key, chunks)) {
    for (std::size_t i = 0; i < chunks.size(); ++i)
      if (!opener->next(chunk)) break;
    (void)opener->finish();
  }
  auto reader =
      sealing::BlobReader::open(info, key, chunks, [&](std::uint32_t) { return Result<Bytes>(chunk); });
  if (!reader) return;
  Bytes into(64);
  for (const std::uint64_t at : {std::uint64_t{0}, reader->size() / 2, reader->size(), ~std::uint64_t{0}})
    if (const auto got = reader->read(at, into)) HOLDS(*got <= into.size());
}
