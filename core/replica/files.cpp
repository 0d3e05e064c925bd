// Attachments as people use them: opened chunk by chunk, and counted only when the whole matches.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "core/crypto/sealing/blob.h"
#include "core/replica/commands.h"
#include "core/replica/work.h"

namespace meridian::replica {
namespace {

using Sink = std::function<Result<void>(ByteView)>;

// What opens an attachment, with the size of its ciphertext.
struct Sealed {
  sealing::BlobInfo info;
  SecretBytes key;
  std::vector<signing::ChunkHash> chunks;
};

Result<Sealed> sealedOf(Replica& replica, const domain::Attachment& attachment) {
  const auto row = replica.file().blobs.find(attachment.blob);
  if (!row) return std::unexpected(row.error());
  if (!*row || !(*row)->complete()) return fail(ErrorCode::AttachmentMissing, "on its way");
  if (attachment.key.size() != sealing::keyBytes) return fail(ErrorCode::Damaged, "attachment key");
  Sealed sealed{{attachment.blob, (*row)->sealedLength, attachment.length, attachment.content},
                SecretBytes::copyOf(attachment.key),
                {}};
  for (const auto& hash : (*row)->chunkHashes)
    sealed.chunks.push_back(signing::ChunkHash{hash});
  return sealed;
}

// The table says that it is here: somebody took the file away.
Error goneOr(const Error& error) {
  return error.code == ErrorCode::NotFound ? Error{ErrorCode::AttachmentMissing, "file is gone"} : error;
}

// Hands the plaintext on in pieces. What the sink was given counts only if this succeeds.
Result<void> openInto(Replica& replica, const domain::Attachment& attachment, const Sink& sink) {
  auto sealed = sealedOf(replica, attachment);
  if (!sealed) return std::unexpected(sealed.error());
  const auto count = static_cast<std::uint32_t>(sealed->chunks.size());
  auto opener = sealing::BlobOpener::open(sealed->info, sealed->key, std::move(sealed->chunks));
  if (!opener) return std::unexpected(opener.error());
  for (std::uint32_t i = 0; i < count; ++i) {
    auto chunk = replica.blobFiles().readChunk(attachment.blob, i);
    if (!chunk) return std::unexpected(goneOr(chunk.error()));
    auto plain = opener->next(*chunk);
    if (!plain) return fail(ErrorCode::Damaged, "attachment does not match");
    if (auto taken = sink(*plain); !taken) return taken;
  }
  if (auto whole = opener->finish(); !whole) return fail(ErrorCode::Damaged, "attachment does not match");
  return {};
}

} // namespace

Result<Bytes> Files::read(const domain::Attachment& attachment, std::uint64_t bytesMax) {
  if (attachment.length > bytesMax) return fail(ErrorCode::TooLarge, "attachment");
  Bytes all;
  auto opened = openInto(m_replica, attachment, [&](ByteView piece) -> Result<void> {
    if (piece.size() > bytesMax - all.size()) return fail(ErrorCode::Damaged, "longer than it says");
    all.insert(all.end(), piece.begin(), piece.end());
    return {};
  });
  if (!opened) return std::unexpected(opened.error());
  return all;
}

Result<void> Files::save(const domain::Attachment& attachment, const std::filesystem::path& to) {
  // Beside the target, so that taking the name is one step.
  auto part = to;
  part += ".part-" + m_replica.random().id<FixedId<struct PartTag, 8>>().hex();
  const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return fail(errno == EACCES || errno == EROFS ? ErrorCode::ReadOnly : ErrorCode::Io, "saving a file");
  auto saved = openInto(m_replica, attachment, [&](ByteView piece) -> Result<void> {
    while (!piece.empty()) {
      const auto written = ::write(descriptor, piece.data(), piece.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return fail(errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::Io, "saving a file");
      piece = piece.subspan(static_cast<std::size_t>(written));
    }
    return {};
  });
  if (saved && ::fsync(descriptor) != 0) saved = fail(ErrorCode::Io, "saving a file");
  if (::close(descriptor) != 0 && saved) saved = fail(ErrorCode::Io, "saving a file");
  std::error_code error;
  if (saved) {
    std::filesystem::rename(part, to, error);
    if (error) saved = fail(ErrorCode::Io, "saving a file");
  }
  if (!saved) std::filesystem::remove(part, error);
  return saved;
}

Result<FileReader> Files::open(const domain::Attachment& attachment) {
  auto sealed = sealedOf(m_replica, attachment);
  if (!sealed) return std::unexpected(sealed.error());
  auto source = m_replica.blobFiles().chunkSource(attachment.blob);
  if (!source) return std::unexpected(goneOr(source.error()));
  auto stopped = std::make_shared<std::atomic<bool>>(false);
  auto reader =
      sealing::BlobReader::open(sealed->info, sealed->key, std::move(sealed->chunks),
                                [source = std::move(*source), stopped](std::uint32_t chunk) -> Result<Bytes> {
                                  if (*stopped) return fail(ErrorCode::Io, "stopped");
                                  return source(chunk);
                                });
  if (!reader) return std::unexpected(reader.error());
  return FileReader(std::move(*reader), std::move(stopped));
}

bool Files::complete(const domain::Attachment& attachment) {
  const auto row = m_replica.file().blobs.find(attachment.blob);
  return row && *row && (*row)->complete();
}

Result<void> Files::check(const domain::Attachment& attachment) {
  // Reading a large file costs seconds; once it matched, only its presence is asked again.
  const auto name = local::checkedBlob(attachment.blob);
  const auto known = m_replica.file().settings.get(name);
  if (known && *known && **known == attachment.content.hex() && complete(attachment) &&
      m_replica.blobFiles().size(attachment.blob))
    return {};
  if (auto whole = openInto(m_replica, attachment, [](ByteView) -> Result<void> { return {}; }); !whole)
    return whole;
  return keepLocally(m_replica, name, attachment.content.hex());
}

} // namespace meridian::replica
