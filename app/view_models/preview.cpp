#include "app/view_models/preview.h"

#include <QBuffer>
#include <QImageReader>

#include "app/qt_convert.h"
#include "app/text/when.h"

namespace meridian::app {

namespace {

constexpr std::uint64_t pictureBytesMax = 32'000'000;
constexpr int jpegQuality = 85;

} // namespace

QString picturePreview(replica::Replica& replica, const domain::Attachment& attachment, int side) {
  if (fileGlyph(attachment) != QStringLiteral("image") || attachment.length > pictureBytesMax) return {};
  const auto bytes = replica::Files(replica).read(attachment, pictureBytesMax);
  if (!bytes) return {};
  QByteArray data(reinterpret_cast<const char*>(bytes->data()), static_cast<qsizetype>(bytes->size()));
  QBuffer buffer(&data);
  QImageReader reader(&buffer);
  reader.setAutoTransform(true);
  const QSize size = reader.size();
  // Scaled while it is decoded, so that a hostile size costs no memory.
  if (!size.isValid()) return {};
  if (std::max(size.width(), size.height()) > side)
    reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatio));
  const QImage image = reader.read();
  if (image.isNull()) return {};
  QByteArray encoded;
  QBuffer out(&encoded);
  const bool clear = image.hasAlphaChannel();
  if (!out.open(QIODevice::WriteOnly) || !image.save(&out, clear ? "PNG" : "JPG", clear ? -1 : jpegQuality))
    return {};
  return (clear ? QStringLiteral("data:image/png;base64,") : QStringLiteral("data:image/jpeg;base64,")) +
         QString::fromLatin1(encoded.toBase64());
}

QString fileGlyph(const domain::Attachment& attachment) {
  if (attachment.mediaType.starts_with("image/")) return QStringLiteral("image");
  if (attachment.mediaType.starts_with("video/")) return QStringLiteral("video");
  return QStringLiteral("file");
}

QString fileNote(const domain::Attachment& attachment, domain::Language language) {
  const QString size = bytesText(attachment.length, language);
  if (!attachment.playTime) return size;
  return QStringLiteral("%1, %2").arg(playTimeText(*attachment.playTime), size);
}

} // namespace meridian::app
