// The schema of the replica file, as the steps that lead to it.
#pragma once

#include <span>

#include "core/sqlite/migration.h"

namespace meridian::store {

// In order; a released step never changes, a new one is appended.
[[nodiscard]] std::span<const sqlite::Migration> migrations();

} // namespace meridian::store
