// The system's own calls, behind those that small_files_calls.cpp puts before them.
#pragma once

#include <cstddef>

#include <sys/types.h>

extern "C" {
int __real_open(const char* path, int flags, ...);
int __real_close(int descriptor);
ssize_t __real_read(int descriptor, void* to, std::size_t size);
ssize_t __real_pread(int descriptor, void* to, std::size_t size, off_t at);
ssize_t __real_write(int descriptor, const void* from, std::size_t size);
ssize_t __real_pwrite(int descriptor, const void* from, std::size_t size, off_t at);
int __real_fsync(int descriptor);
int __real_fdatasync(int descriptor);
int __real_ftruncate(int descriptor, off_t size);
int __real_rename(const char* from, const char* to);
int __real_link(const char* from, const char* to);
int __real_unlink(const char* path);
int __real_mkdir(const char* path, mode_t mode);
int __real_mkstemp(char* pattern);
}
