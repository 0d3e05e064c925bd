#include "tests/simulation/heap.h"

#include <cstdlib>
#include <new>

#include "tests/support/virtual_disk.h"

namespace meridian::sim {
namespace {

Heap::Shortage due;
bool begun = false;
int spared = 0;
std::uint64_t passed = 0, failed = 0;

bool fails(std::size_t size) {
  if (!begun || spared > 0 || test::VirtualDisk::isServing() || size < due.sizeMin) return false;
  const auto now = passed++;
  if (now < due.n || due.count == 0) return false;
  --due.count;
  ++failed;
  return true;
}

} // namespace

void* allocate(std::size_t size) {
  if (fails(size)) throw std::bad_alloc();
  if (void* memory = std::malloc(size > 0 ? size : 1)) return memory;
  throw std::bad_alloc();
}

void Heap::begin(const Shortage& shortage) {
  due = shortage;
  passed = 0;
  begun = true;
}
std::optional<Heap::Shortage> Heap::mend() {
  begun = false;
  return due.count > 0 ? std::optional(due) : std::nullopt;
}
std::uint64_t Heap::failures() { return failed; }

Heap::Spared::Spared() { ++spared; }
Heap::Spared::~Spared() { --spared; }

} // namespace meridian::sim

// For the whole program. Every form by itself: a sanitizer's runtime has its own of each, which would not
// come here.
void* operator new(std::size_t size) { return meridian::sim::allocate(size); }
void* operator new[](std::size_t size) { return meridian::sim::allocate(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return meridian::sim::allocate(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void* operator new[](std::size_t size, const std::nothrow_t& none) noexcept {
  return operator new(size, none);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
