// Attachments as people use them: opened chunk by chunk, and counted only when the whole matches.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <set>

#include "core/base/file.h"
#include "core/crypto/sealing/blob.h"
#include "core/replica/commands.h"
#include "core/replica/work.h"

namespace meridian::replica {
namespace {

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

// The plaintext of an attachment, chunk by chunk.
class Opening {
 public:
  static Result<Opening> begin(Replica& replica, const domain::Attachment& attachment) {
    auto sealed = sealedOf(replica, attachment);
    if (!sealed) return std::unexpected(sealed.error());
    const auto count = static_cast<std::uint32_t>(sealed->chunks.size());
    auto opener = sealing::BlobOpener::open(sealed->info, sealed->key, std::move(sealed->chunks));
    if (!opener) return std::unexpected(opener.error());
    return Opening(replica, attachment.blob, count, std::move(*opener));
  }
  // Nothing after the last chunk: then the whole matches, and what was given before counts.
  Result<std::optional<Bytes>> next() {
    if (m_next == m_count) {
      if (auto whole = m_opener.finish(); !whole)
        return fail(ErrorCode::Damaged, "attachment does not match");
      return std::nullopt;
    }
    auto chunk = m_replica->blobFiles().readChunk(m_blob, m_next);
    if (!chunk) return std::unexpected(goneOr(chunk.error()));
    auto plain = m_opener.next(*chunk);
    if (!plain) return fail(ErrorCode::Damaged, "attachment does not match");
    ++m_next;
    return std::optional(std::move(*plain));
  }

 private:
  Opening(Replica& replica, const BlobId& blob, std::uint32_t count, sealing::BlobOpener opener)
      : m_replica(&replica), m_blob(blob), m_count(count), m_opener(std::move(opener)) {}

  Replica* m_replica;
  BlobId m_blob;
  std::uint32_t m_count, m_next = 0;
  sealing::BlobOpener m_opener;
};

constexpr int chunksPerPiece = 4; // a megabyte

std::string partSuffix(Replica& replica) {
  return ".part-" + replica.random().id<FixedId<struct PartTag, 8>>().hex();
}

class Saving final : public FileWork {
 public:
  Saving(Opening opening, std::filesystem::path to, const std::string& suffix, std::uint64_t bytes)
      : m_opening(std::move(opening)), m_to(std::move(to)), m_part(m_to) {
    m_part += suffix;
    m_all = bytes;
  }
  ~Saving() override {
    if (m_descriptor < 0) return;
    ::close(m_descriptor);
    std::error_code ignored;
    std::filesystem::remove(m_part, ignored);
  }
  // Beside the target, so that taking the name is one step.
  Result<void> create() {
    if (auto may = mayTakeName(m_to); !may) return may;
    m_descriptor = ::open(m_part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (m_descriptor < 0)
      return fail(errno == EACCES || errno == EROFS ? ErrorCode::ReadOnly : ErrorCode::Io, "saving a file");
    return {};
  }
  Result<bool> step() override {
    for (int i = 0; i < chunksPerPiece; ++i) {
      const auto plain = m_opening.next();
      if (!plain) return std::unexpected(plain.error());
      if (!*plain) {
        if (auto named = takeName(); !named) return std::unexpected(named.error());
        return false;
      }
      if (auto written = write(**plain); !written) return std::unexpected(written.error());
      m_done += (*plain)->size();
    }
    return true;
  }

 private:
  Result<void> write(ByteView piece) const {
    while (!piece.empty()) {
      const auto written = ::write(m_descriptor, piece.data(), piece.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return fail(errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::Io, "saving a file");
      piece = piece.subspan(static_cast<std::size_t>(written));
    }
    return {};
  }
  Result<void> takeName() {
    if (::fsync(m_descriptor) != 0) return fail(ErrorCode::Io, "saving a file");
    std::error_code error;
    std::filesystem::rename(m_part, m_to, error);
    if (error) return fail(ErrorCode::Io, "saving a file");
    const bool closed = ::close(std::exchange(m_descriptor, -1)) == 0;
    if (!closed) return fail(ErrorCode::Io, "saving a file");
    return {};
  }

  Opening m_opening;
  std::filesystem::path m_to, m_part;
  int m_descriptor = -1;
};

class Checking final : public FileWork {
 public:
  // `again`: also what matched before.
  Checking(Replica& replica, std::vector<domain::Attachment> files, bool again)
      : m_replica(replica), m_files(std::move(files)), m_again(again) {
    for (const auto& file : m_files)
      m_all += file.length;
  }
  Result<bool> step() override {
    if (m_next == m_files.size()) return false;
    const auto& file = m_files[m_next];
    if (!m_opening) {
      // Reading a large file costs seconds; once it matched, only its presence is asked again.
      const auto known = m_replica.file().settings.get(local::checkedBlob(file.blob));
      if (!m_again && known && *known && **known == file.content.hex() && Files(m_replica).complete(file) &&
          m_replica.blobFiles().size(file.blob))
        return passed(file.length);
      auto opening = Opening::begin(m_replica, file);
      if (!opening) return std::unexpected(opening.error());
      m_opening.emplace(std::move(*opening));
    }
    for (int i = 0; i < chunksPerPiece; ++i) {
      const auto plain = m_opening->next();
      if (!plain) return std::unexpected(plain.error());
      if (!*plain) {
        m_opening.reset();
        if (auto kept = keepLocally(m_replica, local::checkedBlob(file.blob), file.content.hex()); !kept)
          return std::unexpected(kept.error());
        return passed(0);
      }
      m_done += (*plain)->size();
    }
    return true;
  }

 private:
  bool passed(std::uint64_t bytes) {
    m_done += bytes;
    return ++m_next < m_files.size();
  }

  Replica& m_replica;
  std::vector<domain::Attachment> m_files;
  bool m_again;
  std::size_t m_next = 0;
  std::optional<Opening> m_opening;
};

// The change that holds a verdict, and then the files that it is about.
class CheckingSeal final : public FileWork {
 public:
  CheckingSeal(Replica& replica, const ChangeId& change, std::vector<domain::Attachment> files)
      : m_replica(replica), m_change(change), m_files(replica, std::move(files), true) {
    m_all = m_files.all();
  }
  Result<bool> step() override {
    if (!m_signed) {
      const auto holds = isSigned();
      if (!holds) return std::unexpected(holds.error());
      if (!*holds) return fail(ErrorCode::BadSignature, "verdict");
      m_signed = true;
      return true;
    }
    const auto more = m_files.step();
    m_done = m_files.done();
    return more;
  }

 private:
  Result<bool> isSigned() const {
    auto& changes = m_replica.file().changes;
    const auto row = changes.find(m_change);
    if (!row) return std::unexpected(row.error());
    if (!*row) return fail(ErrorCode::NotFound, "change");
    const auto& own = (*row)->change;
    if (own.hasSignature() && own.verifySignature()) return true;
    // Each one behind it names the one before: the first whose signature holds has signed them all.
    const auto behind = changes.run(envelope::chainKeyOf(own), own.header().seq + 1, SIZE_MAX);
    if (!behind) return std::unexpected(behind.error());
    std::set<ChangeId> covers{m_change};
    for (const auto& later : *behind) {
      if (!covers.contains(later.change.header().prev)) continue;
      if (later.change.hasSignature() && later.change.verifySignature()) return true;
      covers.insert(later.change.id());
    }
    return false;
  }

  Replica& m_replica;
  ChangeId m_change;
  bool m_signed = false;
  Checking m_files;
};

} // namespace

Result<Bytes> Files::read(const domain::Attachment& attachment, std::uint64_t bytesMax) {
  if (attachment.length > bytesMax) return fail(ErrorCode::TooLarge, "attachment");
  auto opening = Opening::begin(m_replica, attachment);
  if (!opening) return std::unexpected(opening.error());
  Bytes all;
  for (;;) {
    const auto plain = opening->next();
    if (!plain) return std::unexpected(plain.error());
    if (!*plain) return all;
    if ((*plain)->size() > bytesMax - all.size()) return fail(ErrorCode::Damaged, "longer than it says");
    all.insert(all.end(), (*plain)->begin(), (*plain)->end());
  }
}

Result<std::unique_ptr<FileWork>> Files::saving(const domain::Attachment& attachment,
                                                const std::filesystem::path& to) {
  auto opening = Opening::begin(m_replica, attachment);
  if (!opening) return std::unexpected(opening.error());
  auto saving = std::make_unique<Saving>(std::move(*opening), to, partSuffix(m_replica), attachment.length);
  if (auto created = saving->create(); !created) return std::unexpected(created.error());
  return saving;
}

Result<void> Files::save(const domain::Attachment& attachment, const std::filesystem::path& to) {
  auto work = saving(attachment, to);
  if (!work) return std::unexpected(work.error());
  return finish(**work);
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

std::unique_ptr<FileWork> Files::checking(std::vector<domain::Attachment> attachments) {
  return std::make_unique<Checking>(m_replica, std::move(attachments), false);
}

std::unique_ptr<FileWork> Files::checkingSeal(const OpId& verdict,
                                              std::vector<domain::Attachment> attachments) {
  return std::make_unique<CheckingSeal>(m_replica, verdict.change, std::move(attachments));
}

Result<void> Files::check(const domain::Attachment& attachment) {
  Checking work(m_replica, {attachment}, false);
  return finish(work);
}

} // namespace meridian::replica
