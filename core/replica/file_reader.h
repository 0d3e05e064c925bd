// An attachment opened for reading at any place, as a player does.
#pragma once

#include <atomic>
#include <memory>

#include "core/crypto/sealing/blob_reader.h"

namespace meridian::replica {

// Holds the sealed file and what opens it, and needs the replica no more: it may go to another thread, and is
// used on one at a time. No plaintext touches the disk; a few chunks are in memory and wiped behind it.
class FileReader {
 public:
  FileReader(sealing::BlobReader reader, std::shared_ptr<std::atomic<bool>> stopped)
      : m_reader(std::move(reader)), m_stopped(std::move(stopped)) {}

  [[nodiscard]] std::uint64_t size() const { return m_reader.size(); }
  // Fills `into` from `at` on; less only at the end of the file. Damaged, or Io.
  [[nodiscard]] Result<std::size_t> read(std::uint64_t at, std::span<std::uint8_t> into) {
    return m_reader.read(at, into);
  }
  // What is set true, from any thread, ends a read at its next chunk, and every later one.
  [[nodiscard]] std::shared_ptr<std::atomic<bool>> stopped() const { return m_stopped; }

 private:
  sealing::BlobReader m_reader;
  std::shared_ptr<std::atomic<bool>> m_stopped;
};

} // namespace meridian::replica
