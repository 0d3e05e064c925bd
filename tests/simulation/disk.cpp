#include "tests/simulation/disk.h"

#include <cassert>
#include <cstring>
#include <new>

#include <sqlite3.h>

#include "tests/simulation/disk_file.h"
#include "tests/simulation/heap.h"

namespace meridian::sim {

struct Disk::State {
  std::string name;
  sqlite3_vfs vfs{};
  Dice dice;
  std::map<std::string, std::shared_ptr<DiskFile>> files;
  std::map<std::string, std::shared_ptr<DiskFile>> unlinked; // whose removal is not durable yet
  std::uint64_t calls = 0, cutAt = UINT64_MAX;
  bool cut = false;
  std::uint64_t access = 0, failFrom = UINT64_MAX, failUntil = UINT64_MAX;
  std::optional<std::uint64_t> capacity;
  std::uint64_t beside = 0; // bytes of files that are not SQLite's
  int open = 0;

  explicit State(std::string n, std::uint64_t seed) : name(std::move(n)), dice(seed, name) {}

  // A call that does not change anything.
  bool fails() {
    if (cut) return true;
    const auto now = access++;
    return now >= failFrom && now < failUntil;
  }
  // A call that does: power may go now. `lost`: it is not even begun.
  bool goesOut() {
    if (cut) return true;
    if (calls++ < cutAt) return false;
    cut = true;
    return true;
  }
  std::uint64_t used() const {
    std::uint64_t sum = beside;
    for (const auto& [path, file] : files)
      sum += file->bytes().size();
    return sum;
  }
};

namespace {

struct Handle {
  sqlite3_file base;
  Disk::State* disk;
  std::shared_ptr<DiskFile>* file; // shared with the disk's list
  std::string* path;               // to remove on closing; null: it stays
};

Handle& of(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
Disk::State& diskOf(sqlite3_file* file) { return *of(file).disk; }
DiskFile& fileOf(sqlite3_file* file) { return **of(file).file; }
Disk::State& diskOf(sqlite3_vfs* vfs) { return *static_cast<Disk::State*>(vfs->pAppData); }

int closeFile(sqlite3_file* file) {
  const Heap::Spared spared;
  auto& handle = of(file);
  --handle.disk->open;
  if (handle.path != nullptr) handle.disk->files.erase(*handle.path);
  delete handle.path;
  delete handle.file;
  return SQLITE_OK;
}

int readFile(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
  if (diskOf(file).fails()) return SQLITE_IOERR_READ;
  const auto& bytes = fileOf(file).bytes();
  const auto offset = static_cast<std::size_t>(at), wanted = static_cast<std::size_t>(size);
  const std::size_t here = offset >= bytes.size() ? 0 : std::min(wanted, bytes.size() - offset);
  if (here > 0) std::memcpy(to, bytes.data() + offset, here);
  if (here == wanted) return SQLITE_OK;
  std::memset(static_cast<char*>(to) + here, 0, wanted - here);
  return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  const Heap::Spared spared;
  auto& disk = diskOf(file);
  if (disk.cut || disk.fails()) return SQLITE_IOERR_WRITE;
  const auto offset = static_cast<std::size_t>(at), length = static_cast<std::size_t>(size);
  const auto before = fileOf(file).bytes().size();
  if (disk.capacity && offset + length > before && disk.used() + offset + length - before > *disk.capacity)
    return SQLITE_FULL;
  // A write during which the power goes may be there, or in part.
  fileOf(file).write(offset, {static_cast<const std::uint8_t*>(from), length});
  return disk.goesOut() ? SQLITE_IOERR_WRITE : SQLITE_OK;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
  const Heap::Spared spared;
  auto& disk = diskOf(file);
  if (disk.cut || disk.fails()) return SQLITE_IOERR_TRUNCATE;
  fileOf(file).truncate(static_cast<std::size_t>(size));
  return disk.goesOut() ? SQLITE_IOERR_TRUNCATE : SQLITE_OK;
}

int syncFile(sqlite3_file* file, int) {
  auto& disk = diskOf(file);
  if (disk.goesOut() || disk.fails()) return SQLITE_IOERR_FSYNC;
  // The first sync of a new file makes its name durable, and with it what happened to the folder before.
  if (!fileOf(file).everSynced()) disk.unlinked.clear();
  fileOf(file).sync();
  return SQLITE_OK;
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
  if (diskOf(file).cut) return SQLITE_IOERR_FSTAT;
  *size = static_cast<sqlite3_int64>(fileOf(file).bytes().size());
  return SQLITE_OK;
}

// One connection per file, which the profile's lock and the relay see to.
int lockFile(sqlite3_file*, int) { return SQLITE_OK; }
int checkLock(sqlite3_file*, int* result) {
  *result = 0;
  return SQLITE_OK;
}
int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sectorSize(sqlite3_file*) { return 4096; }
int traits(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; } // as the system's own VFS says

int shmMap(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
  const Heap::Spared spared;
  auto& shared = fileOf(file).shared;
  const auto index = static_cast<std::size_t>(region);
  *memory = nullptr;
  if (index >= shared.size() && extend == 0) return SQLITE_OK;
  while (index >= shared.size())
    shared.push_back(std::make_unique<std::uint8_t[]>(static_cast<std::size_t>(size)));
  *memory = shared[index].get();
  return SQLITE_OK;
}
int shmLock(sqlite3_file*, int, int, int) { return SQLITE_OK; }
void shmBarrier(sqlite3_file*) {}
int shmUnmap(sqlite3_file* file, int) {
  fileOf(file).shared.clear();
  return SQLITE_OK;
}

// Version 2: write-ahead log, no memory mapping, so that every access is seen.
constexpr sqlite3_io_methods methods{2,          closeFile,  readFile, writeFile, truncateFile,
                                     syncFile,   sizeOfFile, lockFile, lockFile,  checkLock,
                                     control,    sectorSize, traits,   shmMap,    shmLock,
                                     shmBarrier, shmUnmap,   nullptr,  nullptr};

int openFile(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags) {
  const Heap::Spared spared;
  auto& disk = diskOf(vfs);
  auto& handle = of(file);
  std::memset(file, 0, sizeof(Handle));
  if (disk.fails()) return SQLITE_CANTOPEN;
  const bool temporary = name == nullptr;
  const std::string path = temporary ? "temporary-" + std::to_string(disk.access) : name;
  auto found = disk.files.find(path);
  if (found == disk.files.end()) {
    if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
    found = disk.files.emplace(path, std::make_shared<DiskFile>()).first;
  }
  handle.disk = &disk;
  handle.file = new std::shared_ptr<DiskFile>(found->second);
  handle.path = temporary || (flags & SQLITE_OPEN_DELETEONCLOSE) != 0 ? new std::string(path) : nullptr;
  handle.base.pMethods = &methods;
  ++disk.open;
  if (outFlags != nullptr) *outFlags = flags;
  return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int sync) {
  const Heap::Spared spared;
  auto& disk = diskOf(vfs);
  if (disk.cut || disk.fails()) return SQLITE_IOERR_DELETE;
  const auto found = disk.files.find(name);
  if (found == disk.files.end()) return SQLITE_IOERR_DELETE_NOENT;
  if (found->second->everSynced()) disk.unlinked[name] = found->second;
  disk.files.erase(found);
  if (disk.goesOut()) return SQLITE_IOERR_DELETE;
  if (sync != 0) disk.unlinked.clear();
  return SQLITE_OK;
}

int accessFile(sqlite3_vfs* vfs, const char* name, int, int* result) {
  const Heap::Spared spared;
  auto& disk = diskOf(vfs);
  if (disk.fails()) return SQLITE_IOERR_ACCESS;
  const auto found = disk.files.find(name);
  *result = found != disk.files.end() ? 1 : 0;
  return SQLITE_OK;
}

int fullPath(sqlite3_vfs*, const char* name, int size, char* out) {
  if (std::strlen(name) >= static_cast<std::size_t>(size)) return SQLITE_CANTOPEN;
  std::strcpy(out, name);
  return SQLITE_OK;
}
int randomness(sqlite3_vfs* vfs, int size, char* out) {
  for (int i = 0; i < size; ++i)
    out[i] = static_cast<char>(diskOf(vfs).dice.next());
  return size;
}
int sleepFor(sqlite3_vfs*, int microseconds) { return microseconds; }
int currentTime(sqlite3_vfs*, double* out) { // no schema asks for the time
  *out = 2461475.5;
  return SQLITE_OK;
}
int lastError(sqlite3_vfs*, int, char*) { return 0; }

} // namespace

Disk::Disk(std::string name, std::uint64_t seed) : m_state(std::make_unique<State>(std::move(name), seed)) {
  auto& state = *m_state;
  state.vfs.iVersion = 1;
  state.vfs.szOsFile = static_cast<int>(sizeof(Handle));
  state.vfs.mxPathname = 512;
  state.vfs.zName = state.name.c_str();
  state.vfs.pAppData = m_state.get();
  state.vfs.xOpen = openFile;
  state.vfs.xDelete = deleteFile;
  state.vfs.xAccess = accessFile;
  state.vfs.xFullPathname = fullPath;
  state.vfs.xRandomness = randomness;
  state.vfs.xSleep = sleepFor;
  state.vfs.xCurrentTime = currentTime;
  state.vfs.xGetLastError = lastError;
  if (sqlite3_vfs_register(&state.vfs, 0) != SQLITE_OK) throw std::bad_alloc();
}

Disk::~Disk() {
  assert(m_state->open == 0);
  sqlite3_vfs_unregister(&m_state->vfs);
}

const std::string& Disk::vfs() const { return m_state->name; }
void Disk::cutAt(std::uint64_t n) { m_state->cutAt = m_state->calls + n; }
void Disk::cutNow() { m_state->cut = true; }
bool Disk::isCut() const { return m_state->cut; }
std::uint64_t Disk::boundaries() const { return m_state->calls; }

void Disk::powerOn() {
  auto& state = *m_state;
  assert(state.open == 0);
  using Loss = DiskFile::Loss;
  const auto loss = std::array{Loss::KeepsAll, Loss::DropsAll, Loss::Mixed, Loss::Mixed}[state.dice.below(4)];
  // A removal that was not durable may not have happened, if nothing took the name.
  for (auto& [path, file] : state.unlinked)
    if (!state.files.contains(path) && loss != Loss::KeepsAll && state.dice.chance(0.5))
      state.files.emplace(path, file);
  state.unlinked.clear();
  std::erase_if(state.files, [&](auto& entry) {
    const bool newName = !entry.second->everSynced();
    entry.second->losePower(loss, state.dice);
    return newName && loss != Loss::KeepsAll && state.dice.chance(0.5);
  });
  state.cut = false;
  state.cutAt = UINT64_MAX;
}

void Disk::failAt(std::uint64_t n, std::uint64_t count) {
  m_state->failFrom = m_state->access + n;
  m_state->failUntil = m_state->failFrom + count;
}
void Disk::setRoom(std::optional<std::uint64_t> more) {
  m_state->capacity = more ? std::optional(m_state->used() + *more) : std::nullopt;
}
bool Disk::takes(std::uint64_t more) {
  if (m_state->capacity && m_state->used() + more > *m_state->capacity) return false;
  m_state->beside += more;
  return true;
}
void Disk::mend() {
  m_state->failFrom = m_state->failUntil = UINT64_MAX;
  m_state->capacity.reset();
  m_state->cutAt = UINT64_MAX;
}

Disk::Image Disk::image() const {
  Image image;
  for (const auto& [path, file] : m_state->files)
    image.emplace(path, file->bytes());
  return image;
}

void Disk::restore(const Image& image) {
  assert(m_state->open == 0);
  m_state->files.clear();
  m_state->unlinked.clear();
  for (const auto& [path, bytes] : image) {
    auto file = std::make_shared<DiskFile>();
    file->put(bytes);
    m_state->files.emplace(path, std::move(file));
  }
}

} // namespace meridian::sim
