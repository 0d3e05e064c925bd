// Pictures of sealed files, made in memory: no plaintext is left on the disk.
#pragma once

#include <QImage>
#include <QString>

#include "core/replica/work.h"

namespace meridian::app {

// Larger files are shown as their icon: nobody needs to decode them to judge a post.
inline constexpr std::uint64_t pictureBytesMax = 32 * 1024 * 1024;

inline constexpr int pictureSideMax = 4096;

// A PNG, JPEG, GIF or WebP by its first bytes; anything else is null, whatever the system's plug-ins could
// make of it. A larger one is scaled to `room`, with its shape kept and no side
// above the maximum, while it is decoded: a hostile size costs no memory.
[[nodiscard]] QImage decodedPicture(const Bytes& bytes, const QSize& room, Qt::AspectRatioMode fit);
// A data address of the picture, at most `side` pixels on its longer side; empty if the file is no picture,
// too large to look at, or not here. Runs on the core thread.
[[nodiscard]] QString picturePreview(replica::Replica& replica, const domain::Attachment& attachment,
                                     int side);
// The icon of a kind of file: "image", "video" or "file".
[[nodiscard]] QString fileGlyph(const domain::Attachment& attachment);
// “38 MB”, or for a video “0:52, 38 MB”.
[[nodiscard]] QString fileNote(const domain::Attachment& attachment, domain::Language language);

} // namespace meridian::app
