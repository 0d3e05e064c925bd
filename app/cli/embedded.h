// Files that are part of the program, by their path below app/cli.
#pragma once

#include "core/base/bytes.h"

namespace meridian::cli {

// Empty if there is no such file.
[[nodiscard]] ByteView embedded(std::string_view name);

} // namespace meridian::cli
