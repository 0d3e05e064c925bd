// What a file is by its contents, never by its name.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/time.h"

namespace meridian::replica {

inline constexpr std::size_t mediaTypeBytes = 64; // of a file's beginning are enough

// "image/png", "image/jpeg", "image/gif", "image/webp", "image/heic", "video/mp4", "video/quicktime",
// "video/webm", "video/x-matroska", "application/pdf", or "application/octet-stream" for anything else.
[[nodiscard]] std::string_view mediaTypeOf(ByteView beginning);

// Play time of an ISO base media file (mp4, mov) by its movie header, or of a Matroska file (mkv, webm) by
// its segment's info; nothing if there is none to be found. Reads headers alone, at most a few hundred.
[[nodiscard]] std::optional<Duration> playTimeOf(const std::filesystem::path& file);

} // namespace meridian::replica
