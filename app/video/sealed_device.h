// A sealed file as a player reads it: seekable, opened in memory chunk by chunk.
#pragma once

#include <QIODevice>

#include <optional>

#include "core/replica/file_reader.h"

namespace meridian::app {

// On one thread at a time, never the GUI's: a read opens what it reads.
class SealedDevice final : public QIODevice {
 public:
  explicit SealedDevice(replica::FileReader reader);

  [[nodiscard]] bool isSequential() const override { return false; }
  [[nodiscard]] qint64 size() const override { return static_cast<qint64>(m_reader.size()); }
  // By its first bytes. Nothing else is for the decoders: a play list, say, could make them fetch other
  // files.
  [[nodiscard]] bool beginsAsFilm();
  // What ended the last read that failed.
  [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

 protected:
  qint64 readData(char* data, qint64 maxSize) override;
  qint64 writeData(const char*, qint64) override { return -1; }

 private:
  replica::FileReader m_reader;
  std::optional<Error> m_problem;
};

} // namespace meridian::app
