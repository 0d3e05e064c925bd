// Takes a file into the sealed store the moment it is picked, in pieces.
#include "core/replica/attaching.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "core/crypto/sealing/blob.h"
#include "core/crypto/signing/blob_address.h"
#include "core/replica/commands.h"
#include "core/replica/media_type.h"
#include "core/replica/work.h"

namespace meridian::replica {
namespace {

constexpr std::size_t pieceBytes = 1u << 20;
// So often what was written is brought to the disk, so that the last step does not wait for all of it.
constexpr std::uint64_t flushBytes = 16 * pieceBytes;

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

} // namespace

struct Attaching::State {
  State(Replica& owner, const SpaceId& where, std::filesystem::path path)
      : replica(owner),
        space(where),
        file(std::move(path)),
        temporary{owner.blobFiles().temporaryFile(owner.random())},
        in(::open(file.c_str(), O_RDONLY | O_CLOEXEC)),
        out(::open(temporary.path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)),
        outError(errno),
        sealer(owner.random(),
               [descriptor = out.number()](ByteView chunk) { return writeAll(descriptor, chunk); }),
        piece(pieceBytes) {}

  Replica& replica;
  SpaceId space;
  std::filesystem::path file;
  Temporary temporary;
  Descriptor in, out;
  int outError; // if `out` could not be made
  sealing::BlobSealer sealer;
  Bytes piece, beginning;
  domain::Attachment attachment;
};

Attaching::Attaching(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Attaching::~Attaching() = default;
const domain::Attachment& Attaching::attachment() const { return m_state->attachment; }

std::uint64_t fileBytesMax(Replica& replica, const SpaceId& campaign) {
  return signing::plaintextLengthMax(replica.blobBytesMax(campaign));
}

Result<std::unique_ptr<Attaching>> Attaching::begin(Replica& replica, const SpaceId& campaign,
                                                    const SpaceId& space, std::filesystem::path file) {
  std::error_code gone;
  const bool isFile = std::filesystem::is_regular_file(file, gone);
  const std::uint64_t all = isFile ? std::filesystem::file_size(file, gone) : 0;
  if (!isFile && std::filesystem::exists(file, gone))
    return fail(ErrorCode::InvalidArgument, "not a plain file");
  if (!isFile || gone) return fail(ErrorCode::AttachmentVanished, "not there");
  if (const auto most = fileBytesMax(replica, campaign); all > most)
    return fail(ErrorCode::FileTooLarge,
                std::to_string(all) + " bytes, the relay takes " + std::to_string(most));
  auto state = std::make_unique<State>(replica, space, std::move(file));
  if (state->in.number() < 0) return fail(ErrorCode::AttachmentVanished, "cannot be read");
  if (state->out.number() < 0) return failedWrite(state->outError);
  std::unique_ptr<Attaching> attaching(new Attaching(std::move(state)));
  attaching->m_all = all;
  return attaching;
}

Result<bool> Attaching::step() {
  State& state = *m_state;
  ssize_t got = 0;
  do
    got = ::read(state.in.number(), state.piece.data(), state.piece.size());
  while (got < 0 && errno == EINTR);
  if (got < 0) return fail(ErrorCode::AttachmentVanished, "reading failed");
  if (got == 0) {
    if (auto kept = keep(); !kept) return std::unexpected(kept.error());
    return false;
  }
  const ByteView bytes = ByteView(state.piece).first(static_cast<std::size_t>(got));
  if (m_done == 0)
    state.beginning.assign(
        bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), mediaTypeBytes)));
  const std::uint64_t flushed = m_done / flushBytes;
  m_done += bytes.size();
  // A file that grew while it was read is not what was picked.
  if (m_done > m_all) return fail(ErrorCode::AttachmentVanished, "changed while it was read");
  if (auto updated = state.sealer.update(bytes); !updated) return std::unexpected(updated.error());
  if (m_done / flushBytes != flushed && ::fdatasync(state.out.number()) != 0) return failedWrite(errno);
  return true;
}

Result<void> Attaching::keep() {
  State& state = *m_state;
  // Nor is one that was cut short.
  if (m_done != m_all) return fail(ErrorCode::AttachmentVanished, "changed while it was read");
  auto sealed = state.sealer.finish();
  if (!sealed) return std::unexpected(sealed.error());
  const auto& info = sealed->info;
  // The file is durable under its name before the table speaks of it.
  if (auto adopted = state.replica.blobFiles().adopt(info.id, state.temporary.path); !adopted)
    return std::unexpected(adopted.error());
  state.temporary.kept = true;

  store::BlobRow row;
  row.id = info.id;
  row.space = state.space;
  row.sealedLength = info.sealedBytes;
  for (const auto& hash : sealed->chunks)
    row.chunkHashes.push_back(hash.bytes);
  row.chunksHere = row.chunkHashes.size();
  row.picked = true;
  auto transaction = store::Transaction::begin(state.replica.file().connection());
  if (!transaction) return std::unexpected(transaction.error());
  if (auto put = state.replica.file().blobs.put(row); !put) return std::unexpected(put.error());
  if (auto done = transaction->commit(); !done) return std::unexpected(done.error());

  domain::Attachment& attachment = state.attachment;
  attachment.blob = info.id;
  attachment.key.assign(sealed->key.view().begin(), sealed->key.view().end());
  attachment.content = info.content;
  attachment.length = info.plaintextBytes;
  attachment.mediaType = std::string(mediaTypeOf(state.beginning));
  attachment.name = state.file.filename().string();
  if (attachment.mediaType.starts_with("video/")) attachment.playTime = playTimeOf(state.file);
  return {};
}

Result<std::unique_ptr<Attaching>> CreatorWork::attaching(const std::filesystem::path& file) {
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return fail(ErrorCode::NoCampaign);
  const auto space = survey.ownCreatorSpace();
  if (!space) return fail(ErrorCode::NotAllowed, "attachments belong to a creator's submission");
  return Attaching::begin(m_replica, m_campaign, *space, file);
}

Result<domain::Attachment> CreatorWork::attach(const std::filesystem::path& file) {
  auto work = attaching(file);
  if (!work) return std::unexpected(work.error());
  if (auto done = finish(**work); !done) return std::unexpected(done.error());
  return (*work)->attachment();
}

Result<void> CreatorWork::discard(const domain::Attachment& attachment) {
  auto transaction = store::Transaction::begin(m_replica.file().connection());
  if (!transaction) return std::unexpected(transaction.error());
  auto discarded = m_replica.file().blobs.discard(attachment.blob);
  if (!discarded) return std::unexpected(discarded.error());
  if (!*discarded) return {};
  if (auto done = transaction->commit(); !done) return done;
  return m_replica.blobFiles().remove(attachment.blob);
}

} // namespace meridian::replica
