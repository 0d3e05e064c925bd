#include "tests/simulation/memory.h"

#include <cstdlib>

#include <sqlite3.h>

namespace meridian::sim {
namespace {

sqlite3_mem_methods real{};
std::uint64_t allocations = 0, failFrom = UINT64_MAX, failUntil = UINT64_MAX, refused = 0;

int sparing = 0;

bool fails() {
  if (sparing > 0) return false;
  const auto now = allocations++;
  if (now < failFrom || now >= failUntil) return false;
  ++refused;
  return true;
}

} // namespace

void SqliteMemory::install() {
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real);
  static sqlite3_mem_methods mine = real;
  mine.xMalloc = [](int size) { return fails() ? nullptr : real.xMalloc(size); };
  mine.xRealloc = [](void* old, int size) { return fails() ? nullptr : real.xRealloc(old, size); };
  if (sqlite3_config(SQLITE_CONFIG_MALLOC, &mine) != SQLITE_OK) std::abort();
}

void SqliteMemory::failAt(std::uint64_t n, std::uint64_t count) {
  failFrom = allocations + n;
  failUntil = failFrom + count;
}

void SqliteMemory::mend() { failFrom = failUntil = UINT64_MAX; }

bool SqliteMemory::ended() { return allocations >= failUntil; }

std::uint64_t SqliteMemory::failures() { return refused; }

SqliteMemory::Spared::Spared() { ++sparing; }
SqliteMemory::Spared::~Spared() { --sparing; }

} // namespace meridian::sim
