#include "tests/simulation/small_files.h"

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "tests/simulation/small_files_calls.h"

namespace meridian::sim {
namespace {

namespace fs = std::filesystem;

// One process, one thread, one world.
std::vector<SmallFiles*>& all() {
  static std::vector<SmallFiles*> list;
  return list;
}
std::map<int, SmallFiles::Open>& descriptors() {
  static std::map<int, SmallFiles::Open> list;
  return list;
}

int failWith(int number) {
  errno = number;
  return -1;
}

std::string folderOf(const std::string& path) { return path.substr(0, path.rfind('/')); }

// Past the calls above.
Bytes contentsOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
void put(const fs::path& file, const Bytes& bytes) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary | std::ios::trunc)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
}

} // namespace

SmallFiles::SmallFiles(Disk& disk, fs::path root, std::uint64_t seed, const std::string& name)
    : m_disk(disk), m_root(root.string()), m_dice(seed, name + "/files") {
  all().push_back(this);
}

SmallFiles::~SmallFiles() {
  std::erase(all(), this);
  std::erase_if(descriptors(), [&](const auto& one) { return one.second.files == this; });
}

SmallFiles::Counts& SmallFiles::counts() {
  static Counts counts;
  return counts;
}

SmallFiles* SmallFiles::holding(const char* path) {
  const std::string_view given = path;
  for (auto* files : all()) {
    const std::string_view root = files->m_root;
    if (given == root) return files;
    if (given.size() <= root.size() || !given.starts_with(root) || given[root.size()] != '/') continue;
    return given.substr(root.size() + 1).starts_with("pictures") ? nullptr : files;
  }
  return nullptr;
}

SmallFiles::Open* SmallFiles::opened(int descriptor) {
  const auto at = descriptors().find(descriptor);
  return at == descriptors().end() ? nullptr : &at->second;
}

void SmallFiles::forget(int descriptor) { descriptors().erase(descriptor); }

void SmallFiles::cutAt(std::uint64_t n) { m_cutAt = m_calls + n; }
void SmallFiles::failAt(std::uint64_t n, std::uint64_t count) {
  m_failFrom = m_access + n;
  m_failUntil = m_failFrom + count;
}
void SmallFiles::mend() { m_cutAt = m_failFrom = m_failUntil = UINT64_MAX; }

bool SmallFiles::fails() {
  const auto now = m_access++;
  const bool due = now >= m_failFrom && now < m_failUntil;
  if (due && !m_disk.isCut()) ++counts().failures;
  if (!due && !m_disk.isCut()) return false;
  errno = EIO;
  return true;
}

bool SmallFiles::goesOut() {
  ++counts().boundaries;
  if (m_calls++ < m_cutAt) return false;
  m_cutAt = UINT64_MAX;
  ++counts().cuts;
  m_disk.cutNow();
  errno = EIO;
  return true;
}

// A file that was there before anybody looked is durable.
std::shared_ptr<SmallFiles::Node> SmallFiles::at(const std::string& path) {
  const auto found = m_names.find(path);
  if (found != m_names.end()) return found->second;
  if (!fs::exists(path)) return nullptr;
  auto node = std::make_shared<Node>();
  node->isFolder = fs::is_directory(path);
  if (!node->isFolder) node->file.put(contentsOf(path));
  return m_names.emplace(path, node).first->second;
}

void SmallFiles::name(std::vector<Name> now) {
  for (auto& [path, node] : now) {
    const auto old = m_names.find(path);
    auto before = old == m_names.end() ? nullptr : old->second;
    if (node) {
      m_names[path] = std::move(node);
    } else {
      m_names.erase(path);
    }
    node = std::move(before);
  }
  m_renamings.push_back({std::move(now)});
}

int SmallFiles::open(const char* path, int flags, mode_t mode) {
  if (fails()) return -1;
  auto node = at(path);
  const int descriptor = __real_open(path, flags, mode);
  if (descriptor < 0) return descriptor;
  const bool isNew = node == nullptr;
  if (isNew) {
    node = std::make_shared<Node>();
    name({{path, node}});
  }
  const bool cuts = !isNew && !node->isFolder && (flags & O_TRUNC) != 0;
  if (cuts) node->file.truncate(0);
  if ((isNew || cuts) && goesOut()) {
    (void)__real_close(descriptor);
    return failWith(EIO);
  }
  descriptors()[descriptor] = {this, descriptor, path, std::move(node)};
  return descriptor;
}

// The system's names are random: these follow from what happened.
int SmallFiles::makeTemporary(char* pattern) {
  const auto end = pattern + std::strlen(pattern) - 6;
  for (;;) {
    auto number = m_temporaries++;
    for (int i = 0; i < 6; ++i, number /= 26)
      end[i] = static_cast<char>('a' + number % 26);
    const int descriptor = open(pattern, O_RDWR | O_CREAT | O_EXCL, 0600);
    if (descriptor >= 0 || errno != EEXIST) return descriptor;
  }
}

int SmallFiles::rename(const char* from, const char* to) {
  if (fails()) return -1;
  auto node = at(from);
  (void)at(to);
  if (const int done = __real_rename(from, to); done != 0) return done;
  name({{from, nullptr}, {to, std::move(node)}});
  return goesOut() ? -1 : 0;
}

int SmallFiles::link(const char* from, const char* to) {
  if (fails()) return -1;
  auto node = at(from);
  if (const int done = __real_link(from, to); done != 0) return done;
  name({{to, std::move(node)}});
  return goesOut() ? -1 : 0;
}

int SmallFiles::unlink(const char* path) {
  if (fails()) return -1;
  (void)at(path);
  if (const int done = __real_unlink(path); done != 0) return done;
  name({{path, nullptr}});
  return goesOut() ? -1 : 0;
}

int SmallFiles::makeFolder(const char* path, mode_t mode) {
  if (fails()) return -1;
  if (const int done = __real_mkdir(path, mode); done != 0) return done;
  auto node = std::make_shared<Node>();
  node->isFolder = true;
  name({{path, std::move(node)}});
  return goesOut() ? -1 : 0;
}

ssize_t SmallFiles::write(Open& file, const void* bytes, std::size_t size, off_t at) {
  if (fails()) return -1;
  const auto offset = static_cast<std::size_t>(at), before = file.node->file.bytes().size();
  if (offset + size > before && !m_disk.takes(offset + size - before)) {
    ++counts().failures;
    return failWith(ENOSPC);
  }
  if (__real_pwrite(file.descriptor, bytes, size, at) != static_cast<ssize_t>(size)) return -1;
  // A write during which the power goes may be there, or in part.
  file.node->file.write(offset, {static_cast<const std::uint8_t*>(bytes), size});
  return goesOut() ? -1 : static_cast<ssize_t>(size);
}

int SmallFiles::truncate(Open& file, off_t size) {
  if (fails()) return -1;
  if (__real_ftruncate(file.descriptor, size) != 0) return -1;
  file.node->file.truncate(static_cast<std::size_t>(size));
  return goesOut() ? -1 : 0;
}

int SmallFiles::sync(Open& file) {
  if (goesOut() || fails()) return -1;
  if (file.node->isFolder) {
    std::erase_if(m_renamings, [&](const Renaming& one) {
      return std::ranges::any_of(one.before, [&](const Name& n) { return folderOf(n.first) == file.path; });
    });
  } else {
    file.node->file.sync();
  }
  return 0;
}

// Back to the names as they were after the first `kept` of what is not durable.
void SmallFiles::undo(std::size_t kept) {
  counts().undone += m_renamings.size() - kept;
  for (; m_renamings.size() > kept; m_renamings.pop_back())
    for (auto& [path, node] : m_renamings.back().before) {
      const auto now = m_names.find(path);
      if (now != m_names.end() && now->second->isFolder) // with all that is in it
        std::erase_if(m_names, [&](const auto& one) { return one.first.starts_with(path + "/"); });
      if (node) {
        m_names[path] = std::move(node);
      } else {
        m_names.erase(path);
      }
    }
  m_renamings.clear();
}

void Contents::losePower(LossByDice& loss) {
  // Names are lost with the folder's, not here.
  class Named final : public test::PowerLoss {
   public:
    explicit Named(LossByDice& dice) : m_dice(dice) {}
    bool undoesRemoval(const std::string&) override { return false; }
    bool keeps(std::uint64_t number, const test::DiskOp& op, std::uint64_t sector) override {
      return m_dice.keeps(number, op, sector);
    }
    bool keepsName(const std::string&) override { return true; }

   private:
    LossByDice& m_dice;
  } named(loss);
  m_file.losePower(named);
}

void SmallFiles::powerOn() {
  LossByDice loss(m_dice);
  const auto before = m_names;
  undo(loss.kept(m_renamings.size()));
  std::set<Node*> done; // a file may have two names
  for (const auto& [path, node] : m_names)
    if (!node->isFolder && done.insert(node.get()).second) node->file.losePower(loss);
  m_cutAt = UINT64_MAX;
  writeOut(before);
}

void SmallFiles::writeOut(const std::map<std::string, std::shared_ptr<Node>>& before) {
  for (const auto& [path, node] : before)
    if (!m_names.contains(path) || !node->isFolder) fs::remove_all(path);
  for (const auto& [path, node] : m_names) {
    if (node->isFolder) {
      fs::create_directories(path);
    } else {
      put(path, node->file.bytes());
    }
  }
}

Disk::Image SmallFiles::image() const {
  Disk::Image image;
  for (const auto& [path, node] : m_names)
    if (!node->isFolder) image.emplace(path.substr(m_root.size() + 1), node->file.bytes());
  return image;
}

void SmallFiles::restore(const Disk::Image& image) {
  const auto before = std::exchange(m_names, {});
  m_renamings.clear();
  for (const auto& [path, node] : before)
    if (node->isFolder) m_names.emplace(path, node);
  for (const auto& [path, bytes] : image) {
    auto node = std::make_shared<Node>();
    node->file.put(bytes);
    m_names.emplace(m_root + "/" + path, std::move(node));
  }
  writeOut(before);
}

} // namespace meridian::sim
