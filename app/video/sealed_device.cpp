#include "app/video/sealed_device.h"

#include <array>

#include "core/replica/media_type.h"

namespace meridian::app {

SealedDevice::SealedDevice(replica::FileReader reader) : m_reader(std::move(reader)) {
  // Unbuffered: QIODevice would keep plaintext of its own.
  open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool SealedDevice::beginsAsFilm() {
  std::array<std::uint8_t, replica::mediaTypeBytes> beginning{};
  const auto count = m_reader.read(0, beginning);
  if (!count) m_problem = count.error();
  return count && replica::mediaTypeOf(ByteView(beginning).first(*count)).starts_with("video/");
}

qint64 SealedDevice::readData(char* data, qint64 maxSize) {
  const auto done = m_reader.read(static_cast<std::uint64_t>(pos()),
                                  {reinterpret_cast<std::uint8_t*>(data), static_cast<std::size_t>(maxSize)});
  if (done) return static_cast<qint64>(*done);
  m_problem = done.error();
  return -1;
}

} // namespace meridian::app
