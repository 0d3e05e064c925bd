#include "tests/simulation/disk_file.h"

#include <algorithm>

namespace meridian::sim {
namespace {

constexpr std::size_t sectorBytes = 512;

} // namespace

void DiskFile::put(Bytes bytes) {
  m_bytes = std::move(bytes);
  m_unsynced.clear();
  m_everSynced = true;
}

void DiskFile::write(std::size_t offset, ByteView bytes) {
  Unsynced one;
  one.offset = offset;
  one.sizeBefore = m_bytes.size();
  if (offset < m_bytes.size()) {
    const auto from = m_bytes.begin() + static_cast<std::ptrdiff_t>(offset);
    one.before.assign(from,
                      from + static_cast<std::ptrdiff_t>(std::min(bytes.size(), m_bytes.size() - offset)));
  }
  one.after.assign(bytes.begin(), bytes.end());
  if (m_bytes.size() < offset + bytes.size()) m_bytes.resize(offset + bytes.size());
  std::ranges::copy(bytes, m_bytes.begin() + static_cast<std::ptrdiff_t>(offset));
  m_unsynced.push_back(std::move(one));
}

void DiskFile::truncate(std::size_t size) {
  Unsynced one;
  one.offset = size;
  one.isTruncate = true;
  one.sizeBefore = m_bytes.size();
  if (size < m_bytes.size())
    one.before.assign(m_bytes.begin() + static_cast<std::ptrdiff_t>(size), m_bytes.end());
  m_bytes.resize(size);
  m_unsynced.push_back(std::move(one));
}

void DiskFile::sync() {
  m_unsynced.clear();
  m_everSynced = true;
}

void DiskFile::losePower(Loss loss, Dice& dice) {
  shared.clear();
  if (loss == Loss::KeepsAll) return sync();
  // Back to what the last sync promised, then forward over what reached the disk all the same.
  for (auto one = m_unsynced.rbegin(); one != m_unsynced.rend(); ++one) {
    m_bytes.resize(one->sizeBefore);
    std::ranges::copy(one->before, m_bytes.begin() + static_cast<std::ptrdiff_t>(one->offset));
  }
  for (const auto& one : m_unsynced)
    apply(one, loss, dice);
  sync();
}

void DiskFile::apply(const Unsynced& one, Loss loss, Dice& dice) {
  if (loss == Loss::DropsAll) return;
  const auto fate = dice.below(3); // kept, torn, dropped
  if (fate == 2) return;
  if (one.isTruncate) {
    m_bytes.resize(one.offset);
    return;
  }
  for (std::size_t at = 0; at < one.after.size();) {
    // Sectors lie where they lie on the disk, whatever the write's own beginning.
    const std::size_t end = std::min(one.after.size(), at + sectorBytes - (one.offset + at) % sectorBytes);
    if (fate == 0 || dice.chance(0.5)) {
      if (m_bytes.size() < one.offset + end) m_bytes.resize(one.offset + end);
      std::copy(one.after.begin() + static_cast<std::ptrdiff_t>(at),
                one.after.begin() + static_cast<std::ptrdiff_t>(end),
                m_bytes.begin() + static_cast<std::ptrdiff_t>(one.offset + at));
    }
    at = end;
  }
}

} // namespace meridian::sim
