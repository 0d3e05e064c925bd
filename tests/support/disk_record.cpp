#include "tests/support/disk_record.h"

#include <algorithm>
#include <fstream>
#include <sqlite3.h>

namespace meridian::test {
namespace {

struct Machine {
  sqlite3_vfs* real = nullptr;
  sqlite3_vfs vfs{};
  // Of files that are open: the methods beneath, and a copy of them that passes through here.
  struct Open {
    const sqlite3_io_methods* beneath = nullptr;
    sqlite3_io_methods recorded{};
    std::string name;
  };
  std::map<sqlite3_file*, Open> files;
  std::vector<DiskOp> ops;
  std::function<std::string()> note;
};

Machine& machine() {
  static Machine one;
  return one;
}

void record(DiskOp op) {
  if (machine().note) op.note = machine().note();
  machine().ops.push_back(std::move(op));
}

int writeFile(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) {
  const auto& open = machine().files.at(file);
  const auto* bytes = static_cast<const std::uint8_t*>(data);
  record({DiskOp::Kind::Write, open.name, static_cast<std::uint64_t>(at), Bytes(bytes, bytes + size)});
  return open.beneath->xWrite(file, data, size, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
  const auto& open = machine().files.at(file);
  record({DiskOp::Kind::Truncate, open.name, static_cast<std::uint64_t>(size)});
  return open.beneath->xTruncate(file, size);
}
int syncFile(sqlite3_file* file, int flags) {
  const auto& open = machine().files.at(file);
  record({DiskOp::Kind::Sync, open.name});
  return open.beneath->xSync(file, flags);
}
int closeFile(sqlite3_file* file) {
  const auto* beneath = machine().files.at(file).beneath;
  file->pMethods = beneath;
  machine().files.erase(file);
  return beneath->xClose(file);
}

int openFile(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* outFlags) {
  const int opened = machine().real->xOpen(machine().real, path, file, flags, outFlags);
  if (file->pMethods == nullptr || path == nullptr) return opened;
  auto& open = machine().files[file];
  open.beneath = file->pMethods;
  open.recorded = *file->pMethods;
  open.recorded.xWrite = writeFile;
  open.recorded.xTruncate = truncateFile;
  open.recorded.xSync = syncFile;
  open.recorded.xClose = closeFile;
  open.name = std::filesystem::path(path).filename();
  file->pMethods = &open.recorded;
  return opened;
}
int deleteFile(sqlite3_vfs*, const char* path, int syncFolder) {
  record({DiskOp::Kind::Delete, std::filesystem::path(path).filename()});
  return machine().real->xDelete(machine().real, path, syncFolder);
}

} // namespace

void DiskRecord::start() {
  Machine& m = machine();
  if (m.real == nullptr) {
    sqlite3_initialize();
    m.real = sqlite3_vfs_find(nullptr);
    m.vfs = *m.real;
    m.vfs.zName = name;
    m.vfs.xOpen = openFile;
    m.vfs.xDelete = deleteFile;
    sqlite3_vfs_register(&m.vfs, 0);
  }
  m.ops.clear();
  m.note = {};
}

const std::vector<DiskOp>& DiskRecord::ops() { return machine().ops; }
void DiskRecord::noteEach(std::function<std::string()> note) { machine().note = std::move(note); }

DiskImage::DiskImage(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    m_synced[entry.path().filename()] = Bytes{std::istreambuf_iterator<char>(in), {}};
  }
}

void DiskImage::write(Bytes& file, std::uint64_t at, ByteView bytes) {
  if (file.size() < at + bytes.size()) file.resize(at + bytes.size());
  std::ranges::copy(bytes, file.begin() + static_cast<std::ptrdiff_t>(at));
}

void DiskImage::apply(const DiskOp& op) {
  if (op.kind == DiskOp::Kind::Write || op.kind == DiskOp::Kind::Truncate) {
    m_unsynced.push_back(op);
    return;
  }
  for (const auto& one : m_unsynced) {
    if (one.file != op.file || op.kind == DiskOp::Kind::Delete) continue;
    if (one.kind == DiskOp::Kind::Write)
      write(m_synced[one.file], one.at, one.bytes);
    else
      m_synced[one.file].resize(one.at);
  }
  std::erase_if(m_unsynced, [&](const DiskOp& one) { return one.file == op.file; });
  if (op.kind == DiskOp::Kind::Delete) m_synced.erase(op.file);
}

std::map<std::string, Bytes> DiskImage::afterPowerLoss(const Kept& kept) const {
  auto files = m_synced;
  for (std::size_t i = 0; i < m_unsynced.size(); ++i) {
    const auto& op = m_unsynced[i];
    auto& file = files[op.file];
    if (op.kind == DiskOp::Kind::Truncate) {
      if (kept(i, 0)) file.resize(op.at);
      continue;
    }
    for (std::uint64_t from = op.at; from < op.at + op.bytes.size();) {
      const auto sector = from / DiskRecord::sectorBytes;
      const auto to = std::min((sector + 1) * DiskRecord::sectorBytes, op.at + op.bytes.size());
      if (kept(i, sector)) write(file, from, ByteView{op.bytes}.subspan(from - op.at, to - from));
      from = to;
    }
  }
  return files;
}

} // namespace meridian::test
