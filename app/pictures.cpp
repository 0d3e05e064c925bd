#include "app/pictures.h"

#include <qrencode.h>

#include <QQuickAsyncImageProvider>
#include <QThread>
#include <QUrl>

#include <memory>
#include <mutex>

#include "app/inbox.h"
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

// What a response shares with the thread that decodes for it.
struct Picture {
  std::mutex mutex;
  QQuickImageResponse* awaitedBy = nullptr; // until it is gone
  QImage image;

  void decode(const Bytes& bytes, const QSize& wanted) {
    QImage made = bytes.empty() ? QImage() : decoded(bytes, wanted);
    const std::scoped_lock lock(mutex);
    image = std::move(made);
    // On its own thread, where by then somebody listens.
    if (awaitedBy != nullptr)
      QMetaObject::invokeMethod(awaitedBy, &QQuickImageResponse::finished, Qt::QueuedConnection);
  }
};

// Made on a thread of the scene's, where of the session nothing but its core may be asked.
class AttachmentResponse final : public QQuickImageResponse {
 public:
  AttachmentResponse(SessionObject& session, const std::shared_ptr<Inbox>& decoder, const QString& id,
                     const QSize& wanted) {
    m_picture->awaitedBy = this;
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
        [decoding = std::weak_ptr(decoder), picture = m_picture, wanted](Bytes bytes) {
          if (const auto inbox = decoding.lock())
            inbox->post([picture, wanted, bytes = std::move(bytes)] { picture->decode(bytes, wanted); });
        });
  }
  ~AttachmentResponse() override {
    const std::scoped_lock lock(m_picture->mutex);
    m_picture->awaitedBy = nullptr;
  }

  QQuickTextureFactory* textureFactory() const override {
    return QQuickTextureFactory::textureFactoryForImage(image());
  }
  QString errorString() const override {
    return image().isNull() ? QStringLiteral("the picture is not here or cannot be shown") : QString();
  }

 private:
  [[nodiscard]] QImage image() const {
    const std::scoped_lock lock(m_picture->mutex);
    return m_picture->image;
  }
  std::shared_ptr<Picture> m_picture = std::make_shared<Picture>();
};

class AttachmentProvider final : public QQuickAsyncImageProvider {
 public:
  explicit AttachmentProvider(SessionObject& session) : m_session(session) {
    m_decoder->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("pictures"));
    m_thread.start();
  }
  ~AttachmentProvider() override {
    m_thread.quit();
    m_thread.wait();
  }
  QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requestedSize) override {
    return new AttachmentResponse(m_session, m_decoder, id, requestedSize);
  }

 private:
  SessionObject& m_session;
  QThread m_thread;
  std::shared_ptr<Inbox> m_decoder = std::make_shared<Inbox>(); // lives on the thread, and ends after it
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
