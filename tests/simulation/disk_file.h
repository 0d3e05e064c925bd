// What lies on a simulated disk: bytes as the system shows them, and what of them may be lost.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "tests/simulation/dice.h"

namespace meridian::sim {

class DiskFile {
 public:
  [[nodiscard]] const Bytes& bytes() const { return m_bytes; }
  void put(Bytes bytes); // durable at once: an image that was copied
  void write(std::size_t offset, ByteView bytes);
  void truncate(std::size_t size);
  void sync();
  [[nodiscard]] bool everSynced() const { return m_everSynced; }

  // The power went.
  enum class Loss : std::uint8_t { KeepsAll, DropsAll, Mixed };
  void losePower(Loss loss, Dice& dice);

  // The write-ahead log's index: memory of the running process.
  std::vector<std::unique_ptr<std::uint8_t[]>> shared;

 private:
  struct Unsynced {
    std::size_t offset = 0;
    Bytes before, after; // `before`: what the file had there
    std::size_t sizeBefore = 0;
    bool isTruncate = false; // to `offset`
  };
  void apply(const Unsynced& write, Loss loss, Dice& dice);

  Bytes m_bytes;
  std::deque<Unsynced> m_unsynced;
  bool m_everSynced = false;
};

} // namespace meridian::sim
