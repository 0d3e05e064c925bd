// Small pictures of sealed files, made in memory: no plaintext is left on the disk.
#pragma once

#include <QString>

#include "core/replica/work.h"

namespace meridian::app {

// A data address of the picture, at most `side` pixels on its longer side; empty if the file is no picture,
// too large to look at, or not here. Runs on the core thread.
[[nodiscard]] QString picturePreview(replica::Replica& replica, const domain::Attachment& attachment,
                                     int side);
// The icon of a kind of file: "image", "video" or "file".
[[nodiscard]] QString fileGlyph(const domain::Attachment& attachment);
// “38 MB”, or for a video “0:52, 38 MB”.
[[nodiscard]] QString fileNote(const domain::Attachment& attachment, domain::Language language);

} // namespace meridian::app
