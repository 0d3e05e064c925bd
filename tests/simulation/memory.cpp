#include "tests/simulation/memory.h"

#include <cstdlib>

#include <sqlite3.h>

namespace meridian::sim {
namespace {

sqlite3_mem_methods real{};
std::uint64_t allocations = 0, failFrom = UINT64_MAX, failUntil = UINT64_MAX, failed = 0;

int spared = 0;

bool fails() {
  if (spared > 0) return false;
  const auto now = allocations++;
  if (now < failFrom || now >= failUntil) return false;
  ++failed;
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

std::uint64_t SqliteMemory::failures() { return failed; }

SqliteMemory::Spared::Spared() { ++spared; }
SqliteMemory::Spared::~Spared() { --spared; }

} // namespace meridian::sim
