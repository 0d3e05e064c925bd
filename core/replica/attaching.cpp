// Takes a file into the sealed store the moment it is picked, in pieces.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "core/base/limits.h"
#include "core/crypto/sealing/blob.h"
#include "core/replica/commands.h"
#include "core/replica/media_type.h"
#include "core/replica/work.h"

namespace meridian::replica {
namespace {

constexpr std::size_t pieceBytes = 1u << 20;

class Descriptor {
 public:
  explicit Descriptor(int number) : m_number(number) {}
  ~Descriptor() {
    if (m_number >= 0) ::close(m_number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return m_number; }

 private:
  int m_number;
};

std::unexpected<Error> failedWrite(int error) {
  if (error == ENOSPC || error == EDQUOT) return fail(ErrorCode::DiskFull, "sealing an attachment");
  if (error == EROFS || error == EACCES) return fail(ErrorCode::ReadOnly, "sealing an attachment");
  return fail(ErrorCode::Io, "sealing an attachment");
}

Result<void> writeAll(int descriptor, ByteView bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failedWrite(errno);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

// Removes what was begun, unless it was kept.
struct Temporary {
  std::filesystem::path path;
  bool kept = false;
  ~Temporary() {
    if (!kept) (void)::unlink(path.c_str());
  }
};

struct Taken {
  sealing::SealedBlob sealed;
  Bytes beginning;
};

Result<Taken> seal(Replica& replica, const std::filesystem::path& file, const std::filesystem::path& to,
                   const std::function<bool(std::uint64_t, std::uint64_t)>& progress) {
  std::error_code gone;
  const bool isFile = std::filesystem::is_regular_file(file, gone);
  const std::uint64_t all = isFile ? std::filesystem::file_size(file, gone) : 0;
  if (!isFile || gone) return fail(ErrorCode::AttachmentVanished, "not there");
  if (all > limits::blobBytesDefault) return fail(ErrorCode::TooLarge, "attachment");
  const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (in.number() < 0) return fail(ErrorCode::AttachmentVanished, "cannot be read");
  const Descriptor out(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (out.number() < 0) return failedWrite(errno);

  Taken taken;
  sealing::BlobSealer sealer(replica.random(), [&](ByteView chunk) { return writeAll(out.number(), chunk); });
  Bytes piece(pieceBytes);
  std::uint64_t done = 0;
  for (;;) {
    const auto got = ::read(in.number(), piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(ErrorCode::AttachmentVanished, "reading failed");
    if (got == 0) break;
    const ByteView bytes = ByteView(piece).first(static_cast<std::size_t>(got));
    if (done == 0)
      taken.beginning.assign(
          bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), mediaTypeBytes)));
    done += bytes.size();
    if (done > limits::blobBytesDefault) return fail(ErrorCode::TooLarge, "attachment");
    if (auto updated = sealer.update(bytes); !updated) return std::unexpected(updated.error());
    if (progress && !progress(done, std::max(done, all)))
      return fail(ErrorCode::AttachmentMissing, "stopped");
  }
  // A file that was cut short or grew while it was read is not what was picked.
  if (done != all) return fail(ErrorCode::AttachmentVanished, "changed while it was read");
  auto sealed = sealer.finish();
  if (!sealed) return std::unexpected(sealed.error());
  taken.sealed = std::move(*sealed);
  return taken;
}

} // namespace

Result<domain::Attachment>
CreatorWork::attach(const std::filesystem::path& file,
                    const std::function<bool(std::uint64_t, std::uint64_t)>& progress) {
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return fail(ErrorCode::NoCampaign);
  const auto space = survey.ownCreatorSpace();
  if (!space) return fail(ErrorCode::NotAllowed, "attachments belong to a creator's submission");

  Temporary temporary{m_replica.blobFiles().temporaryFile(m_replica.random())};
  auto taken = seal(m_replica, file, temporary.path, progress);
  if (!taken) return std::unexpected(taken.error());
  const auto& info = taken->sealed.info;
  // The file is durable under its name before the table speaks of it.
  if (auto adopted = m_replica.blobFiles().adopt(info.id, temporary.path); !adopted)
    return std::unexpected(adopted.error());
  temporary.kept = true;

  store::BlobRow row;
  row.id = info.id;
  row.space = *space;
  row.sealedLength = info.sealedBytes;
  for (const auto& hash : taken->sealed.chunks)
    row.chunkHashes.push_back(hash.bytes);
  row.chunksHere = row.chunkHashes.size();
  auto transaction = store::Transaction::begin(m_replica.file().connection());
  if (!transaction) return std::unexpected(transaction.error());
  if (auto put = m_replica.file().blobs.put(row); !put) return std::unexpected(put.error());
  if (auto done = transaction->commit(); !done) return std::unexpected(done.error());

  domain::Attachment attachment;
  attachment.blob = info.id;
  attachment.key.assign(taken->sealed.key.view().begin(), taken->sealed.key.view().end());
  attachment.content = info.content;
  attachment.length = info.plaintextBytes;
  attachment.mediaType = std::string(mediaTypeOf(taken->beginning));
  attachment.name = file.filename().string();
  if (attachment.mediaType.starts_with("video/")) attachment.playTime = playTimeOf(file);
  return attachment;
}

} // namespace meridian::replica
