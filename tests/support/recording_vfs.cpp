#include "tests/support/recording_vfs.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <new>

#include <sqlite3.h>

namespace meridian::test {

struct RecordingVfs::Log {
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  std::vector<DiskEvent> events;
  int syncsToFail = 0;
};

namespace {

// Stands where SQLite made room for a file, and behind it the real one.
struct File {
  sqlite3_file base;
  RecordingVfs::Log* log;
  const std::string* name;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* realOf(sqlite3_file* file) { return of(file).real(); }

int closeFile(sqlite3_file* file) {
  const int result = realOf(file)->pMethods->xClose(realOf(file));
  delete of(file).name;
  return result;
}
int readFile(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
  return realOf(file)->pMethods->xRead(realOf(file), to, size, at);
}
int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  of(file).log->events.push_back({DiskEvent::Kind::Write, *of(file).name});
  return realOf(file)->pMethods->xWrite(realOf(file), from, size, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
  return realOf(file)->pMethods->xTruncate(realOf(file), size);
}
int syncFile(sqlite3_file* file, int flags) {
  auto& log = *of(file).log;
  if (log.syncsToFail > 0) {
    --log.syncsToFail;
    return SQLITE_IOERR_FSYNC;
  }
  const int result = realOf(file)->pMethods->xSync(realOf(file), flags);
  log.events.push_back({DiskEvent::Kind::Sync, *of(file).name});
  return result;
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
  return realOf(file)->pMethods->xFileSize(realOf(file), size);
}
int lockFile(sqlite3_file* file, int level) { return realOf(file)->pMethods->xLock(realOf(file), level); }
int unlockFile(sqlite3_file* file, int level) { return realOf(file)->pMethods->xUnlock(realOf(file), level); }
int checkLock(sqlite3_file* file, int* result) {
  return realOf(file)->pMethods->xCheckReservedLock(realOf(file), result);
}
int control(sqlite3_file* file, int op, void* argument) {
  return realOf(file)->pMethods->xFileControl(realOf(file), op, argument);
}
int sectorSize(sqlite3_file* file) { return realOf(file)->pMethods->xSectorSize(realOf(file)); }
int traits(sqlite3_file* file) { return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file)); }
int shmMap(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
  return realOf(file)->pMethods->xShmMap(realOf(file), page, size, extend, memory);
}
int shmLock(sqlite3_file* file, int offset, int count, int flags) {
  return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}
void shmBarrier(sqlite3_file* file) { realOf(file)->pMethods->xShmBarrier(realOf(file)); }
int shmUnmap(sqlite3_file* file, int removes) {
  return realOf(file)->pMethods->xShmUnmap(realOf(file), removes);
}

// Version 2: write-ahead log, no memory mapping, so that every write is seen.
constexpr sqlite3_io_methods methods{2,          closeFile,  readFile, writeFile,  truncateFile,
                                     syncFile,   sizeOfFile, lockFile, unlockFile, checkLock,
                                     control,    sectorSize, traits,   shmMap,     shmLock,
                                     shmBarrier, shmUnmap,   nullptr,  nullptr};

RecordingVfs::Log& logOf(sqlite3_vfs* vfs) { return *static_cast<RecordingVfs::Log*>(vfs->pAppData); }

int openFile(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags) {
  auto& log = logOf(vfs);
  auto& mine = of(file);
  std::memset(file, 0, static_cast<std::size_t>(vfs->szOsFile));
  const int result = log.real->xOpen(log.real, name, mine.real(), flags, outFlags);
  if (mine.real()->pMethods == nullptr) return result;
  const char* last = name == nullptr ? nullptr : std::strrchr(name, '/');
  mine.name = new std::string(name == nullptr ? "temporary" : last == nullptr ? name : last + 1);
  mine.log = &log;
  mine.base.pMethods = &methods;
  return result;
}
int deleteFile(sqlite3_vfs* vfs, const char* name, int sync) {
  return logOf(vfs).real->xDelete(logOf(vfs).real, name, sync);
}
int access(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
  return logOf(vfs).real->xAccess(logOf(vfs).real, name, flags, result);
}
int fullPath(sqlite3_vfs* vfs, const char* name, int size, char* out) {
  return logOf(vfs).real->xFullPathname(logOf(vfs).real, name, size, out);
}
int randomness(sqlite3_vfs* vfs, int size, char* out) {
  return logOf(vfs).real->xRandomness(logOf(vfs).real, size, out);
}
int sleepFor(sqlite3_vfs* vfs, int microseconds) {
  return logOf(vfs).real->xSleep(logOf(vfs).real, microseconds);
}
int currentTime(sqlite3_vfs* vfs, double* out) { return logOf(vfs).real->xCurrentTime(logOf(vfs).real, out); }
int lastError(sqlite3_vfs* vfs, int size, char* out) {
  return logOf(vfs).real->xGetLastError(logOf(vfs).real, size, out);
}

} // namespace

RecordingVfs::RecordingVfs(std::string name) : m_name(std::move(name)), m_log(std::make_unique<Log>()) {
  auto& log = *m_log;
  log.real = sqlite3_vfs_find(nullptr);
  log.vfs.iVersion = 1;
  log.vfs.szOsFile = static_cast<int>(sizeof(File)) + log.real->szOsFile;
  log.vfs.mxPathname = log.real->mxPathname;
  log.vfs.zName = m_name.c_str();
  log.vfs.pAppData = m_log.get();
  log.vfs.xOpen = openFile;
  log.vfs.xDelete = deleteFile;
  log.vfs.xAccess = access;
  log.vfs.xFullPathname = fullPath;
  log.vfs.xRandomness = randomness;
  log.vfs.xSleep = sleepFor;
  log.vfs.xCurrentTime = currentTime;
  log.vfs.xGetLastError = lastError;
  if (sqlite3_vfs_register(&log.vfs, 0) != SQLITE_OK) throw std::bad_alloc();
}

RecordingVfs::~RecordingVfs() { sqlite3_vfs_unregister(&m_log->vfs); }

const std::vector<DiskEvent>& RecordingVfs::events() const { return m_log->events; }
void RecordingVfs::note(std::string what) {
  m_log->events.push_back({DiskEvent::Kind::Note, std::move(what)});
}
void RecordingVfs::forget() { m_log->events.clear(); }
std::size_t RecordingVfs::syncs() const {
  return static_cast<std::size_t>(std::ranges::count(m_log->events, DiskEvent::Kind::Sync, &DiskEvent::kind));
}
void RecordingVfs::failSyncs(int count) { m_log->syncsToFail = count; }

} // namespace meridian::test
