// Pictures for QML that have no file: QR codes, and images out of the sealed store. An image is opened in
// memory only and leaves no plaintext behind.
#pragma once

#include <QImage>
#include <QQmlEngine>
#include <QString>

#include "core/base/id.h"

namespace meridian::app {

class SessionObject;

// “image://qr/…”: the text of the code follows, percent-encoded.
[[nodiscard]] QString qrAddress(const QString& text);
// “image://attachment/…”: attachment number `index` of a submission.
[[nodiscard]] QString pictureAddress(const SpaceId& space, const OpId& submission, std::size_t index);

// A code with its modules as single pixels, dark on light, without a quiet zone. Null if the text does not
// fit into one.
[[nodiscard]] QImage qrImage(const QString& text);

// Makes the engine understand both kinds of address. The session outlives the engine.
void addPictureProviders(QQmlEngine& engine, SessionObject& session);

} // namespace meridian::app
