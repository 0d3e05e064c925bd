// Stands between the program and the system's calls (linker option --wrap, in the laboratory alone).
#include "tests/simulation/small_files_calls.h"

#include <cstdarg>

#include <fcntl.h>
#include <unistd.h>

#include "tests/simulation/heap.h"
#include "tests/simulation/small_files.h"

using meridian::sim::SmallFiles;

extern "C" {

int __wrap_open(const char* path, int flags, ...) {
  const meridian::sim::Heap::Spared spared;
  mode_t mode = 0;
  if ((flags & O_CREAT) != 0) {
    va_list list;
    va_start(list, flags);
    mode = static_cast<mode_t>(va_arg(list, int));
    va_end(list);
  }
  auto* files = SmallFiles::holding(path);
  return files != nullptr ? files->open(path, flags, mode) : __real_open(path, flags, mode);
}

int __wrap_mkstemp(char* pattern) {
  const meridian::sim::Heap::Spared spared;
  auto* files = SmallFiles::holding(pattern);
  return files != nullptr ? files->makeTemporary(pattern) : __real_mkstemp(pattern);
}

int __wrap_close(int descriptor) {
  const meridian::sim::Heap::Spared spared;
  SmallFiles::forget(descriptor);
  return __real_close(descriptor);
}

ssize_t __wrap_read(int descriptor, void* to, std::size_t size) {
  auto* file = SmallFiles::opened(descriptor);
  return file != nullptr && file->files->fails() ? -1 : __real_read(descriptor, to, size);
}

ssize_t __wrap_pread(int descriptor, void* to, std::size_t size, off_t at) {
  auto* file = SmallFiles::opened(descriptor);
  return file != nullptr && file->files->fails() ? -1 : __real_pread(descriptor, to, size, at);
}

ssize_t __wrap_write(int descriptor, const void* from, std::size_t size) {
  const meridian::sim::Heap::Spared spared;
  auto* file = SmallFiles::opened(descriptor);
  if (file == nullptr) return __real_write(descriptor, from, size);
  const off_t at = ::lseek(descriptor, 0, SEEK_CUR);
  const auto written = file->files->write(*file, from, size, at);
  if (written > 0) ::lseek(descriptor, at + written, SEEK_SET);
  return written;
}

ssize_t __wrap_pwrite(int descriptor, const void* from, std::size_t size, off_t at) {
  const meridian::sim::Heap::Spared spared;
  auto* file = SmallFiles::opened(descriptor);
  return file != nullptr ? file->files->write(*file, from, size, at)
                         : __real_pwrite(descriptor, from, size, at);
}

int __wrap_fsync(int descriptor) {
  const meridian::sim::Heap::Spared spared;
  auto* file = SmallFiles::opened(descriptor);
  return file != nullptr ? file->files->sync(*file) : __real_fsync(descriptor);
}

int __wrap_fdatasync(int descriptor) {
  const meridian::sim::Heap::Spared spared;
  auto* file = SmallFiles::opened(descriptor);
  return file != nullptr ? file->files->sync(*file) : __real_fdatasync(descriptor);
}

int __wrap_ftruncate(int descriptor, off_t size) {
  const meridian::sim::Heap::Spared spared;
  auto* file = SmallFiles::opened(descriptor);
  return file != nullptr ? file->files->truncate(*file, size) : __real_ftruncate(descriptor, size);
}

int __wrap_rename(const char* from, const char* to) {
  const meridian::sim::Heap::Spared spared;
  auto* files = SmallFiles::holding(from);
  return files != nullptr ? files->rename(from, to) : __real_rename(from, to);
}

int __wrap_link(const char* from, const char* to) {
  const meridian::sim::Heap::Spared spared;
  auto* files = SmallFiles::holding(from);
  return files != nullptr ? files->link(from, to) : __real_link(from, to);
}

int __wrap_unlink(const char* path) {
  const meridian::sim::Heap::Spared spared;
  auto* files = SmallFiles::holding(path);
  return files != nullptr ? files->unlink(path) : __real_unlink(path);
}

int __wrap_mkdir(const char* path, mode_t mode) {
  const meridian::sim::Heap::Spared spared;
  auto* files = SmallFiles::holding(path);
  return files != nullptr ? files->makeFolder(path, mode) : __real_mkdir(path, mode);
}
}
