#include "core/store/blob_files.h"

#include <cassert>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/limits.h"
#include "core/crypto/signing/hash.h"

namespace meridian::store {

namespace {

constexpr std::string_view nameKeySecret = "blobs/file-names";
constexpr std::size_t nameKeyBytes = 32;
constexpr std::string_view temporaryPrefix = "new-";

std::unexpected<Error> failWithErrno(std::string_view action) {
  const int number = errno;
  ErrorCode code = ErrorCode::Io;
  if (number == ENOENT) code = ErrorCode::NotFound;
  if (number == ENOSPC || number == EDQUOT) code = ErrorCode::DiskFull;
  if (number == EROFS || number == EACCES || number == EPERM) code = ErrorCode::ReadOnly;
  return fail(code, std::string(action) + " a blob's file: " + std::generic_category().message(number));
}

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags)
      : m_number(::open(path.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)) {}
  ~Descriptor() {
    if (m_number >= 0) ::close(m_number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] bool ok() const { return m_number >= 0; }
  [[nodiscard]] int number() const { return m_number; }

 private:
  int m_number;
};

off_t offsetOf(std::uint32_t index) {
  return static_cast<off_t>(index) * static_cast<off_t>(limits::blobChunkBytes);
}

Result<Bytes> chunkAt(const Descriptor& file, std::uint32_t index) {
  Bytes bytes(limits::blobChunkBytes);
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got = ::pread(file.number(), bytes.data() + done, bytes.size() - done,
                                offsetOf(index) + static_cast<off_t>(done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failWithErrno("reading");
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  if (done == 0) return fail(ErrorCode::NotFound, "beyond the end of a blob's file");
  bytes.resize(done);
  return bytes;
}

Result<void> syncFile(const std::filesystem::path& path, int flags) {
  const Descriptor file(path, flags);
  if (!file.ok()) return failWithErrno("opening");
  if (::fsync(file.number()) != 0) return failWithErrno("flushing");
  return {};
}

} // namespace

Result<BlobFiles> BlobFiles::open(std::filesystem::path directory, KeyTable& keys, RandomSource& random) {
  auto key = keys.secret(nameKeySecret);
  if (!key) return std::unexpected(key.error());
  if (!*key) {
    *key = SecretBytes::random(nameKeyBytes, random);
    auto kept = keys.putSecret(nameKeySecret, **key);
    if (!kept) return std::unexpected(kept.error());
  }
  if (::mkdir(directory.c_str(), S_IRWXU) != 0 && errno != EEXIST) return failWithErrno("making a place for");
  // Files are durable under their names only if their folder is.
  const auto parent = directory.has_parent_path() ? directory.parent_path() : std::filesystem::path(".");
  if (auto named = syncFile(parent, O_RDONLY | O_DIRECTORY); !named) return std::unexpected(named.error());
  const auto names = namesIn(directory);
  if (!names) return std::unexpected(names.error());
  for (const auto& name : *names)
    if (name.starts_with(temporaryPrefix))
      (void)::unlink(
          (directory / name).c_str()); // what cannot be removed now is tried again at the next start
  return BlobFiles(std::move(directory), std::move(**key));
}

BlobFiles::BlobFiles(std::filesystem::path directory, SecretBytes nameKey)
    : m_directory(std::move(directory)), m_nameKey(std::move(nameKey)) {}

Result<void> BlobFiles::writeChunk(const BlobId& blob, std::uint32_t index, ByteView bytes) {
  assert(!bytes.empty() && bytes.size() <= limits::blobChunkBytes);
  const Descriptor file(pathOf(blob), O_WRONLY | O_CREAT);
  if (!file.ok()) return failWithErrno("opening");
  m_unsynced.insert(blob);
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t written = ::pwrite(file.number(), bytes.data() + done, bytes.size() - done,
                                     offsetOf(index) + static_cast<off_t>(done));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failWithErrno("writing");
    done += static_cast<std::size_t>(written);
  }
  return {};
}

Result<void> BlobFiles::sync(const BlobId& blob) {
  if (!m_unsynced.contains(blob)) return {};
  auto synced = syncFile(pathOf(blob), O_WRONLY);
  if (!synced) return synced;
  // The name too: after a power cut a file without a name is no file.
  auto named = syncDirectory();
  if (!named) return named;
  m_unsynced.erase(blob);
  return {};
}

Result<Bytes> BlobFiles::readChunk(const BlobId& blob, std::uint32_t index) const {
  const Descriptor file(pathOf(blob), O_RDONLY);
  if (!file.ok()) return failWithErrno("opening");
  return chunkAt(file, index);
}

Result<BlobFiles::ChunkSource> BlobFiles::chunkSource(const BlobId& blob) const {
  auto file = std::make_shared<const Descriptor>(pathOf(blob), O_RDONLY);
  if (!file->ok()) return failWithErrno("opening");
  return [file = std::move(file)](std::uint32_t index) { return chunkAt(*file, index); };
}

Result<std::uint64_t> BlobFiles::size(const BlobId& blob) const {
  struct stat info {};
  if (::stat(pathOf(blob).c_str(), &info) != 0) return failWithErrno("looking at");
  return static_cast<std::uint64_t>(info.st_size);
}

Result<void> BlobFiles::remove(const BlobId& blob) {
  m_unsynced.erase(blob);
  if (::unlink(pathOf(blob).c_str()) == 0) return syncDirectory();
  if (errno == ENOENT) return {};
  return failWithErrno("removing");
}

std::filesystem::path BlobFiles::temporaryFile(RandomSource& random) const {
  return m_directory / (std::string(temporaryPrefix) + random.id<Incarnation>().hex());
}

Result<void> BlobFiles::adopt(const BlobId& blob, const std::filesystem::path& temporary) {
  auto synced = syncFile(temporary, O_WRONLY);
  if (!synced) return synced;
  if (::rename(temporary.c_str(), pathOf(blob).c_str()) != 0) return failWithErrno("renaming");
  m_unsynced.erase(blob);
  return syncDirectory();
}

std::filesystem::path BlobFiles::pathOf(const BlobId& blob) const {
  const auto name = signing::hashAs<BlobId>(signing::domains::filenameKey, {m_nameKey.view(), blob.view()});
  return m_directory / name.hex();
}

Result<void> BlobFiles::syncDirectory() const { return syncFile(m_directory, O_RDONLY | O_DIRECTORY); }

} // namespace meridian::store
