#include "tests/support/power_cut_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <map>
#include <string>
#include <unistd.h>
#include <vector>

namespace meridian::test {
namespace {

// What brings a file back to how it was at its last sync, newest first.
struct Undo {
  std::int64_t offset = 0;
  std::vector<std::uint8_t> before;
  std::int64_t sizeBefore = 0;
};

struct Machine {
  sqlite3_vfs* real = nullptr;
  std::uint64_t calls = 0;
  std::uint64_t cutAt = UINT64_MAX;
  bool cut = false;
  std::map<std::string, std::deque<Undo>> unsynced;
};

Machine& machine() {
  static Machine one;
  return one;
}

struct File {
  sqlite3_file base;
  bool tracked;
  char path[512];
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
File* of(sqlite3_file* file) { return reinterpret_cast<File*>(file); }

void undoAll() {
  for (auto& [path, list] : machine().unsynced) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0) continue;
    for (const auto& undo : list) {
      if (!undo.before.empty())
        (void)!::pwrite(descriptor, undo.before.data(), undo.before.size(), undo.offset);
      (void)!::ftruncate(descriptor, undo.sizeBefore);
    }
    ::close(descriptor);
  }
  machine().unsynced.clear();
}

// True if power is, or now goes, away.
bool boundary() {
  Machine& m = machine();
  if (m.cut) return true;
  if (m.calls++ < m.cutAt) return false;
  m.cut = true;
  undoAll();
  return true;
}

void remember(File* file, std::int64_t offset, std::int64_t size) {
  Undo undo;
  undo.offset = offset;
  sqlite3_int64 length = 0;
  file->real()->pMethods->xFileSize(file->real(), &length);
  undo.sizeBefore = length;
  if (offset < length) {
    undo.before.resize(static_cast<std::size_t>(std::min<std::int64_t>(size, length - offset)));
    file->real()->pMethods->xRead(file->real(), undo.before.data(), static_cast<int>(undo.before.size()),
                                  offset);
  }
  machine().unsynced[file->path].push_front(std::move(undo));
}

int closeFile(sqlite3_file* file) { return of(file)->real()->pMethods->xClose(of(file)->real()); }
int readFile(sqlite3_file* file, void* out, int size, sqlite3_int64 at) {
  if (machine().cut) return SQLITE_IOERR_READ;
  return of(file)->real()->pMethods->xRead(of(file)->real(), out, size, at);
}
int writeFile(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) {
  if (boundary()) return SQLITE_IOERR_WRITE;
  if (of(file)->tracked) remember(of(file), at, size);
  return of(file)->real()->pMethods->xWrite(of(file)->real(), data, size, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
  if (boundary()) return SQLITE_IOERR_TRUNCATE;
  if (of(file)->tracked) {
    sqlite3_int64 length = 0;
    of(file)->real()->pMethods->xFileSize(of(file)->real(), &length);
    if (length > size) remember(of(file), size, length - size);
  }
  return of(file)->real()->pMethods->xTruncate(of(file)->real(), size);
}
int syncFile(sqlite3_file* file, int flags) {
  if (boundary()) return SQLITE_IOERR_FSYNC;
  machine().unsynced.erase(of(file)->path);
  return of(file)->real()->pMethods->xSync(of(file)->real(), flags);
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
  return of(file)->real()->pMethods->xFileSize(of(file)->real(), size);
}
int lockFile(sqlite3_file* file, int level) {
  return of(file)->real()->pMethods->xLock(of(file)->real(), level);
}
int unlockFile(sqlite3_file* file, int level) {
  return of(file)->real()->pMethods->xUnlock(of(file)->real(), level);
}
int reservedFile(sqlite3_file* file, int* out) {
  return of(file)->real()->pMethods->xCheckReservedLock(of(file)->real(), out);
}
int controlFile(sqlite3_file* file, int op, void* arg) {
  return of(file)->real()->pMethods->xFileControl(of(file)->real(), op, arg);
}
int sectorFile(sqlite3_file* file) { return of(file)->real()->pMethods->xSectorSize(of(file)->real()); }
int traitsFile(sqlite3_file* file) {
  return of(file)->real()->pMethods->xDeviceCharacteristics(of(file)->real());
}
int mapShm(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
  return of(file)->real()->pMethods->xShmMap(of(file)->real(), region, size, extend, out);
}
int lockShm(sqlite3_file* file, int at, int n, int flags) {
  return of(file)->real()->pMethods->xShmLock(of(file)->real(), at, n, flags);
}
void barrierShm(sqlite3_file* file) { of(file)->real()->pMethods->xShmBarrier(of(file)->real()); }
int unmapShm(sqlite3_file* file, int drop) {
  return of(file)->real()->pMethods->xShmUnmap(of(file)->real(), drop);
}

const sqlite3_io_methods& methods() {
  static const sqlite3_io_methods table = [] {
    sqlite3_io_methods m{};
    m.iVersion = 2; // no memory mapping, so that every access passes through here
    m.xClose = closeFile;
    m.xRead = readFile;
    m.xWrite = writeFile;
    m.xTruncate = truncateFile;
    m.xSync = syncFile;
    m.xFileSize = sizeOfFile;
    m.xLock = lockFile;
    m.xUnlock = unlockFile;
    m.xCheckReservedLock = reservedFile;
    m.xFileControl = controlFile;
    m.xSectorSize = sectorFile;
    m.xDeviceCharacteristics = traitsFile;
    m.xShmMap = mapShm;
    m.xShmLock = lockShm;
    m.xShmBarrier = barrierShm;
    m.xShmUnmap = unmapShm;
    return m;
  }();
  return table;
}

int openFile(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* outFlags) {
  if (machine().cut) return SQLITE_CANTOPEN;
  File* mine = of(file);
  std::memset(mine, 0, sizeof *mine);
  mine->tracked = path != nullptr;
  if (path != nullptr) std::strncpy(mine->path, path, sizeof mine->path - 1);
  const int opened = machine().real->xOpen(machine().real, path, mine->real(), flags, outFlags);
  mine->base.pMethods = mine->real()->pMethods == nullptr ? nullptr : &methods();
  return opened;
}
int deleteFile(sqlite3_vfs*, const char* path, int syncDirectory) {
  if (boundary()) return SQLITE_IOERR_DELETE;
  machine().unsynced.erase(path);
  return machine().real->xDelete(machine().real, path, syncDirectory);
}
int accessFile(sqlite3_vfs*, const char* path, int flags, int* out) {
  return machine().real->xAccess(machine().real, path, flags, out);
}
int fullPath(sqlite3_vfs*, const char* path, int size, char* out) {
  return machine().real->xFullPathname(machine().real, path, size, out);
}
int randomness(sqlite3_vfs*, int size, char* out) {
  return machine().real->xRandomness(machine().real, size, out);
}
int sleepFor(sqlite3_vfs*, int micros) { return machine().real->xSleep(machine().real, micros); }
int timeNow(sqlite3_vfs*, double* out) { return machine().real->xCurrentTime(machine().real, out); }
int lastError(sqlite3_vfs*, int size, char* out) {
  return machine().real->xGetLastError(machine().real, size, out);
}
int timeNow64(sqlite3_vfs*, sqlite3_int64* out) {
  return machine().real->xCurrentTimeInt64(machine().real, out);
}

} // namespace

void PowerCutVfs::install() {
  if (machine().real != nullptr) return;
  machine().real = sqlite3_vfs_find(nullptr);
  static sqlite3_vfs vfs{};
  vfs.iVersion = 2;
  vfs.szOsFile = static_cast<int>(sizeof(File)) + machine().real->szOsFile;
  vfs.mxPathname = machine().real->mxPathname;
  vfs.zName = name;
  vfs.xOpen = openFile;
  vfs.xDelete = deleteFile;
  vfs.xAccess = accessFile;
  vfs.xFullPathname = fullPath;
  vfs.xRandomness = randomness;
  vfs.xSleep = sleepFor;
  vfs.xCurrentTime = timeNow;
  vfs.xGetLastError = lastError;
  vfs.xCurrentTimeInt64 = timeNow64;
  sqlite3_vfs_register(&vfs, 0);
}

void PowerCutVfs::cutAt(std::uint64_t n) {
  machine().calls = 0;
  machine().cutAt = n;
}

void PowerCutVfs::restart() {
  machine().cut = false;
  machine().calls = 0;
  machine().cutAt = UINT64_MAX;
}

bool PowerCutVfs::isCut() { return machine().cut; }
std::uint64_t PowerCutVfs::boundaries() { return machine().calls; }

} // namespace meridian::test
