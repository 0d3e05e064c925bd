// The steps of the relay's SQLite schema. A released step never changes.
#pragma once

#include <array>

#include "core/sqlite/migration.h"

namespace meridian::relay {

extern const std::array<sqlite::Migration, 2> storageMigrations;

} // namespace meridian::relay
