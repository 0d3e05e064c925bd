#include "app/view_models/preview.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

#include "app/qt_convert.h"
#include "app/text/when.h"
#include "core/replica/media_type.h"

namespace meridian::app {

namespace {

constexpr int jpegQuality = 85;

QByteArray formatOf(const Bytes& bytes) {
  const auto kind =
      replica::mediaTypeOf(ByteView(bytes).first(std::min(bytes.size(), replica::mediaTypeBytes)));
  for (const std::string_view format : {"png", "jpeg", "gif", "webp"})
    if (kind.starts_with("image/") && kind.substr(6) == format)
      return {format.data(), static_cast<qsizetype>(format.size())};
  return {};
}

} // namespace

QImage decodedPicture(const Bytes& bytes, const QSize& room, Qt::AspectRatioMode fit) {
  const QByteArray format = formatOf(bytes);
  if (format.isEmpty()) return {};
  QByteArray data(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
  QBuffer buffer(&data);
  QImageReader reader(&buffer, format);
  reader.setAutoDetectImageFormat(false);
  reader.setAutoTransform(true);
  const QSize size = reader.size();
  if (!size.isValid()) return {};
  QSize wanted = size.scaled(room, fit);
  if (std::max(wanted.width(), wanted.height()) > pictureSideMax)
    wanted = size.scaled(pictureSideMax, pictureSideMax, Qt::KeepAspectRatio);
  if (wanted.width() < size.width() || wanted.height() < size.height())
    reader.setScaledSize(wanted.expandedTo({1, 1}));
  return reader.read();
}

QString picturePreview(replica::Replica& replica, const domain::Attachment& attachment, int side) {
  if (fileGlyph(attachment) != QStringLiteral("image") || attachment.length > pictureBytesMax) return {};
  const auto bytes = replica::Files(replica).read(attachment, pictureBytesMax);
  if (!bytes) return {};
  const QImage image = decodedPicture(*bytes, {side, side}, Qt::KeepAspectRatio);
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
