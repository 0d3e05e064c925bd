// Brings a file's schema up to date, one step per released change.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "core/sqlite/connection.h"

namespace meridian::sqlite {

// `version` is what user_version says after the step; a step that was released never changes.
struct Migration {
  int version = 0;
  std::string_view sql;
};

// For a static_assert beside the array: versions run 1, 2, 3 …
[[nodiscard]] constexpr bool inOrder(std::span<const Migration> migrations) {
  int expected = 0;
  return std::all_of(migrations.begin(), migrations.end(),
                     [&](const Migration& step) { return step.version == ++expected; });
}

// Runs the steps that the file lacks, each whole or not at all. UpdateNeeded, and nothing touched, if the
// file was written by a newer version of the program. REQUIRES: inOrder(migrations)
[[nodiscard]] Result<void> migrate(Connection& connection, std::span<const Migration> migrations);

} // namespace meridian::sqlite
