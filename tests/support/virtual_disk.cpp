#include "tests/support/virtual_disk.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <fstream>
#include <new>
#include <vector>

#include <sqlite3.h>

namespace meridian::test {
namespace {

// Stands where SQLite made room for a file.
struct Handle {
  sqlite3_file base;
  VirtualDisk* disk;
  std::string* path;
  bool goesOnClosing;
};

Handle& of(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
VirtualDisk& diskOf(sqlite3_file* file) { return *of(file).disk; }
const std::string& pathOf(sqlite3_file* file) { return *of(file).path; }
VirtualDisk& diskOf(sqlite3_vfs* vfs) { return *static_cast<VirtualDisk*>(vfs->pAppData); }

int calls = 0; // that are being served
struct Serving {
  Serving() { ++calls; }
  ~Serving() { --calls; }
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;
};

} // namespace

bool VirtualDisk::isServing() { return calls > 0; }

struct VirtualDisk::Vfs {
  std::string name;
  sqlite3_vfs vfs{};
  // The write-ahead log's index, by the database's path: memory of the running process.
  std::map<std::string, std::vector<std::unique_ptr<std::uint8_t[]>>> shared;
  int open = 0, temporaries = 0;
};

// What SQLite calls.
struct VirtualDisk::Calls {
  using Kind = DiskOp::Kind;

  static int close(sqlite3_file* file) {
    const Serving serving;
    auto& disk = diskOf(file);
    --disk.m_vfs->open;
    if (of(file).goesOnClosing) disk.apply({.kind = Kind::Delete, .file = pathOf(file)});
    delete of(file).path;
    return SQLITE_OK;
  }

  static int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
    const Serving serving;
    if (diskOf(file).fails()) return SQLITE_IOERR_READ;
    const auto& bytes = *diskOf(file).m_files.find(pathOf(file));
    const auto offset = static_cast<std::size_t>(at), wanted = static_cast<std::size_t>(size);
    const std::size_t here = offset >= bytes.size() ? 0 : std::min(wanted, bytes.size() - offset);
    if (here > 0) std::memcpy(to, bytes.data() + offset, here);
    if (here == wanted) return SQLITE_OK;
    std::memset(static_cast<char*>(to) + here, 0, wanted - here);
    return SQLITE_IOERR_SHORT_READ;
  }

  static int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    const Serving serving;
    auto& disk = diskOf(file);
    if (disk.fails()) return SQLITE_IOERR_WRITE;
    const auto offset = static_cast<std::size_t>(at), end = offset + static_cast<std::size_t>(size);
    const auto before = disk.m_files.find(pathOf(file))->size();
    if (end > before && disk.isBounded() && !disk.fits(disk.used() + end - before)) return SQLITE_FULL;
    const auto* bytes = static_cast<const std::uint8_t*>(from);
    // A write during which the power goes may be there, or in part.
    disk.apply(
        {.kind = Kind::Write, .file = pathOf(file), .at = offset, .bytes = Bytes(bytes, bytes + size)});
    return disk.goesOut() ? SQLITE_IOERR_WRITE : SQLITE_OK;
  }

  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    const Serving serving;
    auto& disk = diskOf(file);
    if (disk.fails()) return SQLITE_IOERR_TRUNCATE;
    disk.apply({.kind = Kind::Truncate, .file = pathOf(file), .at = static_cast<std::uint64_t>(size)});
    return disk.goesOut() ? SQLITE_IOERR_TRUNCATE : SQLITE_OK;
  }

  static int sync(sqlite3_file* file, int) {
    const Serving serving;
    auto& disk = diskOf(file);
    if (disk.goesOut()) return SQLITE_IOERR_FSYNC;
    if (const auto how = disk.failsToSync(); how != SyncFailure::None) {
      if (how == SyncFailure::Loses) disk.m_files.loseUnsynced(pathOf(file));
      return SQLITE_IOERR_FSYNC;
    }
    disk.apply({.kind = Kind::Sync, .file = pathOf(file)});
    return SQLITE_OK;
  }

  static int sizeOf(sqlite3_file* file, sqlite3_int64* size) {
    if (diskOf(file).isCut()) return SQLITE_IOERR_FSTAT;
    *size = static_cast<sqlite3_int64>(diskOf(file).m_files.find(pathOf(file))->size());
    return SQLITE_OK;
  }

  static int lock(sqlite3_file*, int) { return SQLITE_OK; }
  static int checkLock(sqlite3_file*, int* result) {
    *result = 0;
    return SQLITE_OK;
  }
  static int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
  static int sectorSize(sqlite3_file*) { return 4096; }
  static int traits(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; } // as the system's VFS says

  static int shmMap(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
    const Serving serving;
    auto& shared = diskOf(file).m_vfs->shared[pathOf(file)];
    const auto index = static_cast<std::size_t>(region);
    *memory = nullptr;
    if (index >= shared.size() && extend == 0) return SQLITE_OK;
    while (index >= shared.size())
      shared.push_back(std::make_unique<std::uint8_t[]>(static_cast<std::size_t>(size)));
    *memory = shared[index].get();
    return SQLITE_OK;
  }
  static int shmLock(sqlite3_file*, int, int, int) { return SQLITE_OK; }
  static void shmBarrier(sqlite3_file*) {}
  static int shmUnmap(sqlite3_file* file, int) {
    const Serving serving;
    diskOf(file).m_vfs->shared.erase(pathOf(file));
    return SQLITE_OK;
  }

  static const sqlite3_io_methods methods;

  static int open(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags) {
    const Serving serving;
    auto& disk = diskOf(vfs);
    std::memset(file, 0, sizeof(Handle));
    if (disk.fails()) return SQLITE_CANTOPEN;
    const bool temporary = name == nullptr;
    const auto path =
        temporary ? "temporary-" + std::to_string(disk.m_vfs->temporaries++) : std::string(name);
    if (disk.m_files.find(path) == nullptr) {
      if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
      disk.apply({.kind = Kind::Create, .file = path});
    }
    of(file) = {.base = {.pMethods = &methods},
                .disk = &disk,
                .path = new std::string(path),
                .goesOnClosing = temporary || (flags & SQLITE_OPEN_DELETEONCLOSE) != 0};
    ++disk.m_vfs->open;
    if (outFlags != nullptr) *outFlags = flags;
    return SQLITE_OK;
  }

  // REQUIRES: the file is closed, as SQLite's own are by then.
  static int remove(sqlite3_vfs* vfs, const char* name, int syncFolder) {
    const Serving serving;
    auto& disk = diskOf(vfs);
    if (disk.fails()) return SQLITE_IOERR_DELETE;
    if (disk.m_files.find(name) == nullptr) return SQLITE_IOERR_DELETE_NOENT;
    disk.apply({.kind = Kind::Delete, .file = name});
    if (disk.goesOut()) return SQLITE_IOERR_DELETE;
    if (syncFolder != 0) disk.apply({.kind = Kind::SyncFolder});
    return SQLITE_OK;
  }

  static int access(sqlite3_vfs* vfs, const char* name, int, int* result) {
    const Serving serving;
    if (diskOf(vfs).fails()) return SQLITE_IOERR_ACCESS;
    *result = diskOf(vfs).m_files.find(name) != nullptr ? 1 : 0;
    return SQLITE_OK;
  }

  static int fullPath(sqlite3_vfs*, const char* name, int size, char* out) {
    if (std::strlen(name) >= static_cast<std::size_t>(size)) return SQLITE_CANTOPEN;
    std::strcpy(out, name);
    return SQLITE_OK;
  }
  static int randomness(sqlite3_vfs*, int, char*) { return 0; } // SQLite asks the system's VFS alone
  static int sleep(sqlite3_vfs*, int microseconds) { return microseconds; }
  static int currentTime(sqlite3_vfs*, double* out) { // no schema asks for the time
    *out = 2461475.5;
    return SQLITE_OK;
  }
  static int lastError(sqlite3_vfs*, int, char*) { return 0; }
};

// Version 2: write-ahead log, no memory mapping, so that every access is seen.
constexpr sqlite3_io_methods VirtualDisk::Calls::methods{
    2,       close,      read,   write,  truncate, sync,       sizeOf,   lock,    lock,   checkLock,
    control, sectorSize, traits, shmMap, shmLock,  shmBarrier, shmUnmap, nullptr, nullptr};

VirtualDisk::VirtualDisk(std::string name) : m_vfs(std::make_unique<Vfs>()) {
  m_vfs->name = std::move(name);
  auto& vfs = m_vfs->vfs;
  vfs.iVersion = 1;
  vfs.szOsFile = static_cast<int>(sizeof(Handle));
  vfs.mxPathname = 512;
  vfs.zName = m_vfs->name.c_str();
  vfs.pAppData = this;
  vfs.xOpen = Calls::open;
  vfs.xDelete = Calls::remove;
  vfs.xAccess = Calls::access;
  vfs.xFullPathname = Calls::fullPath;
  vfs.xRandomness = Calls::randomness;
  vfs.xSleep = Calls::sleep;
  vfs.xCurrentTime = Calls::currentTime;
  vfs.xGetLastError = Calls::lastError;
  if (sqlite3_vfs_register(&vfs, 0) != SQLITE_OK) throw std::bad_alloc();
}

VirtualDisk::~VirtualDisk() {
  assert(m_vfs->open == 0);
  sqlite3_vfs_unregister(&m_vfs->vfs);
}

const std::string& VirtualDisk::vfs() const { return m_vfs->name; }

void VirtualDisk::apply(DiskOp op) {
  if (m_observer) m_observer(op);
  m_files.apply(std::move(op));
}

void VirtualDisk::powerOn(PowerLoss& loss) {
  assert(m_vfs->open == 0);
  m_vfs->shared.clear();
  m_files.losePower(loss);
  endCut();
}

void VirtualDisk::setRoom(std::optional<std::uint64_t> more) {
  setCapacity(more ? std::optional(used() + *more) : std::nullopt);
}

bool VirtualDisk::takes(std::uint64_t more) {
  if (!fits(used() + more)) return false;
  m_beside += more;
  return true;
}

void VirtualDisk::observe(Observer observer) { m_observer = std::move(observer); }

VirtualDisk::Image VirtualDisk::image() const { return m_files.image(); }

void VirtualDisk::restore(const Image& image) {
  assert(m_vfs->open == 0);
  m_files = DiskFiles(image);
}

VirtualDisk::Image takenOut(const std::filesystem::path& database) {
  VirtualDisk::Image image;
  for (const char* ending : {"", "-wal"}) {
    const auto path = database.string() + ending;
    if (!std::filesystem::exists(path)) continue;
    std::ifstream in(path, std::ios::binary);
    image[path] = Bytes{std::istreambuf_iterator<char>(in), {}};
    std::filesystem::remove(path);
  }
  return image;
}

} // namespace meridian::test
