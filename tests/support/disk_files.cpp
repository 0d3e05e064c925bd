#include "tests/support/disk_files.h"

#include <algorithm>
#include <cassert>

namespace meridian::test {
namespace {

void write(Bytes& file, std::uint64_t at, ByteView bytes) {
  if (file.size() < at + bytes.size()) file.resize(at + bytes.size());
  std::ranges::copy(bytes, file.begin() + static_cast<std::ptrdiff_t>(at));
}

void change(Bytes& file, const DiskOp& op) {
  if (op.kind == DiskOp::Kind::Write)
    write(file, op.at, op.bytes);
  else
    file.resize(op.at);
}

} // namespace

DiskFiles::DiskFiles(const Image& image) {
  for (const auto& [path, bytes] : image)
    m_files[path] = File{.bytes = bytes, .synced = bytes, .unsynced = {}, .everSynced = true};
}

const Bytes* DiskFiles::find(const std::string& path) const {
  const auto found = m_files.find(path);
  return found == m_files.end() ? nullptr : &found->second.bytes;
}

DiskFiles::Image DiskFiles::image() const {
  Image image;
  for (const auto& [path, file] : m_files)
    image.emplace(path, file.bytes);
  return image;
}

std::uint64_t DiskFiles::used() const {
  std::uint64_t sum = 0;
  for (const auto& [path, file] : m_files)
    sum += file.bytes.size();
  return sum;
}

std::optional<std::uint64_t> DiskFiles::lastUnsynced() const {
  std::optional<std::uint64_t> last;
  for (const auto& [path, file] : m_files)
    if (!file.unsynced.empty()) last = std::max(last.value_or(0), file.unsynced.back().number);
  return last;
}

void DiskFiles::apply(DiskOp op) {
  using Kind = DiskOp::Kind;
  const auto number = m_done++;
  if (op.kind == Kind::SyncFolder) return m_removed.clear();
  if (op.kind == Kind::Create) return void(m_files[op.file]);
  const auto found = m_files.find(op.file);
  assert(found != m_files.end());
  auto& file = found->second;
  if (op.changes()) {
    change(file.bytes, op);
    file.unsynced.push_back({number, std::move(op), false});
  } else if (op.kind == Kind::Sync) {
    // The first sync of a new file makes its name durable, and with it what happened to the folder before.
    if (!file.everSynced) m_removed.clear();
    file.sync();
  } else {
    if (file.everSynced) m_removed[op.file] = std::move(file);
    m_files.erase(found);
  }
}

void DiskFiles::losePower(PowerLoss& loss) {
  for (auto& [path, file] : m_removed)
    if (!m_files.contains(path) && loss.undoesRemoval(path)) m_files.emplace(path, std::move(file));
  m_removed.clear();
  for (auto entry = m_files.begin(); entry != m_files.end();) {
    auto& [path, file] = *entry;
    const bool newName = !file.everSynced;
    file.losePower(loss);
    entry = newName && !loss.keepsName(path) ? m_files.erase(entry) : std::next(entry);
  }
}

void DiskFiles::loseUnsynced(const std::string& path) {
  if (const auto found = m_files.find(path); found != m_files.end())
    for (auto& one : found->second.unsynced)
      one.lost = true;
}

void DiskFiles::File::sync() {
  for (const auto& one : unsynced)
    if (!one.lost) change(synced, one.op);
  unsynced.clear();
  everSynced = true;
}

void DiskFiles::File::losePower(PowerLoss& loss) {
  for (const auto& [number, op, lost] : unsynced) {
    if (lost) continue;
    if (op.kind == DiskOp::Kind::Truncate) {
      if (loss.keeps(number, op, 0)) change(synced, op);
      continue;
    }
    // Sectors lie where they lie on the disk, whatever the write's own beginning.
    const auto end = op.at + op.bytes.size();
    for (auto from = op.at; from < end;) {
      const auto sector = from / PowerLoss::sectorBytes;
      const auto to = std::min<std::uint64_t>((sector + 1) * PowerLoss::sectorBytes, end);
      if (loss.keeps(number, op, sector))
        write(synced, from, ByteView{op.bytes}.subspan(from - op.at, to - from));
      from = to;
    }
  }
  bytes = synced;
  unsynced.clear();
  everSynced = true;
}

} // namespace meridian::test
