// Small files, read whole and written whole (POSIX).
#pragma once

#include <filesystem>

#include "core/base/bytes.h"

namespace meridian {

// NotFound, TooLarge (more than `maxBytes`), ReadOnly (no permission) or Io.
[[nodiscard]] Result<Bytes> readFile(const std::filesystem::path& file, std::size_t maxBytes);

// Whether a file may be written under this name: nothing has it, or a plain file that would be replaced. What
// else stands there, a folder, a link or a device, is nobody's to lose: InvalidArgument (notPlainFile).
// NotFound (noSuchFolder), or what the system says.
[[nodiscard]] Result<void> mayTakeName(const std::filesystem::path& file);
inline constexpr std::string_view notPlainFile = "what has this name is not a plain file";
inline constexpr std::string_view noSuchFolder = "no such folder";

enum class IfExists { Replace, Refuse };

// After success the whole contents are durable under this name; after a failure or a power cut the old
// file stands as it was, or the new one, whole. The file is readable by its owner alone. Refuse:
// AlreadyExists if the name is taken, decided atomically; Replace: as mayTakeName says. DiskFull, ReadOnly or
// Io otherwise.
[[nodiscard]] Result<void> writeFileDurably(const std::filesystem::path& file, ByteView contents,
                                            IfExists ifExists = IfExists::Replace);

// A name is durable once its folder is. For whoever is about to rely on a file that stood there already: who
// made it may have ended, or been refused, before that.
[[nodiscard]] Result<void> syncFolderOf(const std::filesystem::path& file);

// The folder and those above it, each durable under its name.
[[nodiscard]] Result<void> makeFolders(const std::filesystem::path& folder);

// Names of what stands in a folder, in no order. std::filesystem's iterators end the program where memory
// runs out.
[[nodiscard]] Result<std::vector<std::string>> namesIn(const std::filesystem::path& folder);

} // namespace meridian
