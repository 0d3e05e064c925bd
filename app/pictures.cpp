#include "app/pictures.h"

#include <qrencode.h>

#include <QQuickAsyncImageProvider>
#include <QThreadPool>
#include <QUrl>

#include "app/qt_convert.h"
#include "app/session_object.h"
#include "app/view_models/preview.h"
#include "core/replica/reading.h"
#include "core/replica/work.h"

namespace meridian::app {

namespace {

// No smaller than the page asks for, in both directions.
QImage decoded(const Bytes& bytes, const QSize& wanted) {
  const int named = std::max(wanted.width(), wanted.height()), side = named > 0 ? named : pictureSideMax;
  return decodedPicture(bytes, {side, side}, Qt::KeepAspectRatioByExpanding);
}

// Lives until it has said `finished`, which it always does. Made on a thread of the scene's, where of the
// session nothing but its core may be asked.
class AttachmentResponse final : public QQuickImageResponse {
 public:
  AttachmentResponse(SessionObject& session, const QString& id, const QSize& wanted) {
    const QStringList parts = id.split(u'/');
    if (parts.size() != 3) {
      QMetaObject::invokeMethod(
          this, [this] { emit finished(); }, Qt::QueuedConnection);
      return;
    }
    session.core().run(
        this,
        [&core = session.core(), space = idFromQt<SpaceId>(parts[0]), submission = opIdFromQt(parts[1]),
         index = parts[2].toULongLong()]() -> Bytes {
          replica::Replica* replica = core.replica();
          const auto campaign = replica == nullptr ? std::nullopt : replica->campaignOf(space);
          if (!campaign) return {};
          const auto view = replica::Reading(*replica, *campaign).submission(space, submission);
          if (!view) return {};
          const auto& files = view->status.submission.content.attachments;
          if (index >= files.size()) return {};
          auto bytes = replica::Files(*replica).read(files[index], pictureBytesMax);
          return bytes ? std::move(*bytes) : Bytes{};
        },
        [this, wanted](Bytes bytes) {
          QThreadPool::globalInstance()->start([this, wanted, bytes = std::move(bytes)] {
            if (!bytes.empty()) m_image = decoded(bytes, wanted);
            emit finished();
          });
        });
  }

  QQuickTextureFactory* textureFactory() const override {
    return QQuickTextureFactory::textureFactoryForImage(m_image);
  }
  QString errorString() const override {
    return m_image.isNull() ? QStringLiteral("the picture is not here or cannot be shown") : QString();
  }

 private:
  QImage m_image;
};

class AttachmentProvider final : public QQuickAsyncImageProvider {
 public:
  explicit AttachmentProvider(SessionObject& session) : m_session(session) {}
  QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requestedSize) override {
    return new AttachmentResponse(m_session, id, requestedSize);
  }

 private:
  SessionObject& m_session;
};

class QrProvider final : public QQuickImageProvider {
 public:
  QrProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
  QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override {
    QImage image = qrImage(QUrl::fromPercentEncoding(id.toUtf8()));
    if (size != nullptr) *size = image.size();
    if (!image.isNull() && requestedSize.width() > image.width())
      image = image.scaled(requestedSize.width(), requestedSize.width());
    return image;
  }
};

} // namespace

QString qrAddress(const QString& text) {
  return QStringLiteral("image://qr/") + QString::fromUtf8(QUrl::toPercentEncoding(text));
}

QString pictureAddress(const SpaceId& space, const OpId& submission, std::size_t index) {
  return QStringLiteral("image://attachment/%1/%2/%3").arg(toQt(space), toQt(submission)).arg(index);
}

QImage qrImage(const QString& text) {
  const std::string bytes = fromQt(text);
  // The lowest correction: a screen is not smudged, and fewer modules are read from farther away.
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeString8bit(bytes.c_str(), 0, QR_ECLEVEL_L), &QRcode_free);
  if (!code) return {};
  QImage image(code->width, code->width, QImage::Format_Grayscale8);
  for (int y = 0; y < code->width; ++y)
    for (int x = 0; x < code->width; ++x)
      image.scanLine(y)[x] = (code->data[y * code->width + x] & 1) != 0 ? 0x00 : 0xFF;
  return image;
}

void addPictureProviders(QQmlEngine& engine, SessionObject& session) {
  engine.addImageProvider(QStringLiteral("qr"), new QrProvider);
  engine.addImageProvider(QStringLiteral("attachment"), new AttachmentProvider(session));
}

} // namespace meridian::app
