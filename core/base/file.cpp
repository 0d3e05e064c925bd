#include "core/base/file.h"
#include "core/base/planted.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace meridian {

namespace {

namespace fs = std::filesystem;

class Descriptor {
 public:
  explicit Descriptor(int fd) : m_fd(fd) {}
  ~Descriptor() { (void)close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return m_fd; }
  bool valid() const { return m_fd >= 0; }
  bool close() {
    const int fd = m_fd;
    m_fd = -1;
    return fd < 0 || ::close(fd) == 0;
  }

 private:
  int m_fd;
};

// The path is left out: where somebody keeps their profile is their business.
std::unexpected<Error> failure(int error, const char* what) {
  std::string detail = std::string(what) + ": " + std::strerror(error);
  switch (error) {
  case ENOENT:
  case ENOTDIR:
    return fail(ErrorCode::NotFound, std::move(detail));
  case EEXIST:
    return fail(ErrorCode::AlreadyExists, std::move(detail));
  case ENOSPC:
  case EDQUOT:
    return fail(ErrorCode::DiskFull, std::move(detail));
  case EACCES:
  case EPERM:
  case EROFS:
    return fail(ErrorCode::ReadOnly, std::move(detail));
  default:
    return fail(ErrorCode::Io, std::move(detail));
  }
}

bool writeAll(int fd, ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

fs::path folderOf(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

Result<void> publish(const std::string& temporary, const fs::path& file, IfExists ifExists) {
  if (ifExists == IfExists::Replace) {
    if (::rename(temporary.c_str(), file.c_str()) != 0) return failure(errno, "cannot replace a file");
    return {};
  }
  // A link refuses a name that is taken, where a rename would replace what stands there.
  if (::link(temporary.c_str(), file.c_str()) != 0) return failure(errno, "cannot make a file");
  (void)::unlink(temporary.c_str());
  return {};
}

} // namespace

Result<Bytes> readFile(const fs::path& file, std::size_t maxBytes) {
  const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd.valid()) return failure(errno, "cannot open a file");
  Bytes contents;
  std::array<std::uint8_t, 16 * 1024> part;
  while (true) {
    const ssize_t count = ::read(fd.get(), part.data(), part.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure(errno, "cannot read a file");
    if (count == 0) return contents;
    if (contents.size() + static_cast<std::size_t>(count) > maxBytes) {
      return fail(ErrorCode::TooLarge, "a file is larger than it can be");
    }
    contents.insert(contents.end(), part.begin(), part.begin() + count);
  }
}

Result<void> mayTakeName(const fs::path& file) {
  struct stat info {};
  if (::lstat(file.c_str(), &info) == 0)
    return S_ISREG(info.st_mode) ? Result<void>()
                                 : fail(ErrorCode::InvalidArgument, std::string(notPlainFile));
  if (errno != ENOENT && errno != ENOTDIR) return failure(errno, "cannot look at a file");
  std::error_code ignored;
  if (fs::is_directory(folderOf(file), ignored)) return {};
  return fail(ErrorCode::NotFound, std::string(noSuchFolder));
}

Result<void> writeFileDurably(const fs::path& file, ByteView contents, IfExists ifExists) {
  if (ifExists == IfExists::Replace)
    if (auto may = mayTakeName(file); !may) return may;
  std::string temporary = file.string() + ".XXXXXX";
  Descriptor fd(::mkstemp(temporary.data())); // mode 0600
  if (!fd.valid()) return failure(errno, "cannot make a file");
  const bool written =
      writeAll(fd.get(), contents) && (planted(Bug::SkipFileSync) || ::fsync(fd.get()) == 0) && fd.close();
  const int error = errno;
  Result<void> result;
  if (!written) {
    result = failure(error, "cannot write a file");
  } else {
    result = publish(temporary, file, ifExists);
  }
  if (!result) {
    (void)::unlink(temporary.c_str());
    return result;
  }
  auto named = syncFolderOf(file);
  if (!named && ifExists == IfExists::Refuse) (void)::unlink(file.c_str()); // nobody finds what may vanish
  return named;
}

Result<void> syncFolderOf(const fs::path& file) {
  Descriptor fd(::open(folderOf(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!fd.valid() || ::fsync(fd.get()) != 0) return failure(errno, "cannot sync a folder");
  return {};
}

Result<void> makeFolders(const fs::path& folder) {
  bool isNew = ::mkdir(folder.c_str(), 0777) == 0;
  if (!isNew && errno == ENOENT && folder.has_parent_path()) {
    if (auto above = makeFolders(folder.parent_path()); !above) return above;
    isNew = ::mkdir(folder.c_str(), 0777) == 0;
  }
  const int error = errno;
  std::error_code ignored;
  if (!isNew && !fs::is_directory(folder, ignored)) return failure(error, "cannot make a folder");
  auto named = syncFolderOf(folder);
  // Whoever may not even look at a folder has made nothing in it.
  if (!named && !isNew && named.error().code == ErrorCode::ReadOnly) return {};
  return named;
}

Result<std::vector<std::string>> namesIn(const fs::path& folder) {
  const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.c_str()), ::closedir);
  if (!open) return failure(errno, "cannot open a folder");
  std::vector<std::string> names;
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(open.get());
    if (entry == nullptr && errno != 0) return failure(errno, "cannot read a folder");
    if (entry == nullptr) return names;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
}

} // namespace meridian
