// Small files, read whole and written whole (POSIX).
#pragma once

#include <filesystem>

#include "core/base/bytes.h"

namespace meridian {

// NotFound, TooLarge (more than `maxBytes`), ReadOnly (no permission) or Io.
[[nodiscard]] Result<Bytes> readFile(const std::filesystem::path& file, std::size_t maxBytes);

enum class IfExists { Replace, Refuse };

// After success the whole contents are durable under this name; after a failure or a power cut the old
// file stands as it was. The file is readable by its owner alone. Refuse: AlreadyExists if the name is
// taken, decided atomically. DiskFull, ReadOnly or Io otherwise.
[[nodiscard]] Result<void> writeFileDurably(const std::filesystem::path& file, ByteView contents,
                                            IfExists ifExists = IfExists::Replace);

} // namespace meridian
